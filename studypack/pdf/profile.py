"""The colours of the file: an sRGB profile of 480 bytes, which PDF/A wants to know what they mean (ISO 15076-1)."""

from functools import cache
from struct import pack

_WHITE = (0.9642, 1.0, 0.8249)
"""D50, to which profiles are adapted."""
_PRIMARIES = {
    b"rXYZ": (0.43606567, 0.2224884, 0.01391602),
    b"gXYZ": (0.38514709, 0.71687317, 0.09707642),
    b"bXYZ": (0.14306641, 0.06060791, 0.71409607),
}
"""Of IEC 61966-2-1, adapted to D50."""
_ADAPTATION = (
    *(1.04788208, 0.0229187, -0.05021667),
    *(0.02958679, 0.99047852, -0.01707458),
    *(-0.00925445, 0.01507568, 0.75167847),
)
"""From D65, by Bradford's matrix."""
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""Of IEC 61966-2-1, as ISO 15076-1's function of type 3."""


def _fixed(*values: float) -> bytes:
    """Numbers with sixteen binary places."""
    return b"".join(pack(">i", round(value * 65536)) for value in values)


def _words(text: str) -> bytes:
    encoded = text.encode("utf-16-be")
    return b"mluc" + bytes(4) + pack(">II2s2sII", 1, 12, b"en", b"US", len(encoded), 28) + encoded


def _point(values: tuple[float, ...]) -> bytes:
    return b"XYZ " + bytes(4) + _fixed(*values)


@cache
def srgb() -> bytes:
    """A minimal display profile of version 4.2: always the same bytes, where others embed the day they were made."""
    curve = b"para" + bytes(4) + pack(">HH", 3, 0) + _fixed(*_CURVE)
    tags = {
        b"desc": _words("sRGB"),
        b"cprt": _words("CC0"),
        b"wtpt": _point(_WHITE),
        b"chad": b"sf32" + bytes(4) + _fixed(*_ADAPTATION),
        **{name: _point(values) for name, values in _PRIMARIES.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    table, data, places = b"", b"", dict[bytes, tuple[int, int]]()
    begin = 128 + 4 + 12 * len(tags)
    for name, body in tags.items():
        if body not in places:
            places[body] = (begin + len(data), len(body))
            data += body + bytes(-len(body) % 4)
        table += name + pack(">II", *places[body])
    body = pack(">I", len(tags)) + table + data
    return _header(128 + len(body)) + body


def _header(size: int) -> bytes:
    date = pack(">6H", 2000, 1, 1, 0, 0, 0)
    kinds = pack(">I4sI4s4s4s", size, bytes(4), 0x04200000, b"mntr", b"RGB ", b"XYZ ")
    return (kinds + date + b"acsp" + bytes(28) + _fixed(*_WHITE)).ljust(128, b"\0")
