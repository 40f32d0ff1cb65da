"""IPP messages as bytes: requests are encoded, answers decoded (RFC 8010; the model behind them is RFC 8011).

Our own, small: of the clients on PyPI, pycups does not build everywhere, pyipp and aioipp drop `print-color-mode`,
and ippx 0.1 drops which attributes a printer refused, reads answers of any length for any time, and brings httpx.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

Value = int | str | bytes | tuple[int, int] | None
"""A whole number (enums and booleans too), a text, octets, a range, or nothing where the printer knows no value."""


class Operation(IntEnum):
    """What is asked of a printer (RFC 8011, 5.4.15)."""

    PRINT_JOB = 0x0002
    VALIDATE_JOB = 0x0004
    GET_JOB_ATTRIBUTES = 0x0009
    GET_PRINTER_ATTRIBUTES = 0x000B


class Group(IntEnum):
    """The delimiter before a group of attributes (RFC 8010, 3.5.1)."""

    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    PRINTER = 0x04
    UNSUPPORTED = 0x05


class Tag(IntEnum):
    """The syntax of a value (RFC 8010, 3.5.2): those that are sent, or need more than their octets to be read."""

    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    RANGE = 0x33
    COLLECTION = 0x34
    TEXT_WITH_LANGUAGE = 0x35
    NAME_WITH_LANGUAGE = 0x36
    END_COLLECTION = 0x37
    TEXT = 0x41
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME = 0x49


_LAST_DELIMITER = 0x0F
_OUT_OF_BAND = range(0x10, 0x20)
_FIRST_TEXT = 0x40


class GarbledError(ValueError):
    """The bytes are no IPP message."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a printer said."""

    status: int
    """Up to 0x00FF the request was done (RFC 8011, appendix B)."""
    groups: Sequence[tuple[int, Mapping[str, Sequence[Value]]]]
    """Each with its delimiter, in the order sent."""

    def group(self, delimiter: Group) -> Mapping[str, Sequence[Value]]:
        """The first group of a kind; empty where there is none."""
        return next((attributes for kind, attributes in self.groups if kind == delimiter), {})


def attribute(tag: Tag, name: str, *values: int | str) -> bytes:
    """An attribute of one or more values as a request carries it (RFC 8010, 3.1.4 and 3.1.5)."""
    encoded = bytearray()
    for number, value in enumerate(values):
        label = b"" if number else name.encode("ascii")
        octets = _octets(tag, value)
        encoded += bytes([tag]) + _short(len(label)) + label + _short(len(octets)) + octets
    return bytes(encoded)


def request(operation: Operation, groups: Mapping[Group, bytes], version: tuple[int, int] = (2, 0)) -> bytes:
    """A request with its groups of encoded attributes; a document may follow its last byte."""
    head = bytes(version) + _short(operation) + (1).to_bytes(4)
    return head + b"".join(bytes([kind]) + encoded for kind, encoded in groups.items()) + bytes([Group.END])


def decode(data: bytes) -> Answer:
    """The answer in some bytes. Collections are passed over: nothing that we ask for is one.

    Raises GarbledError wherever the bytes are not what RFC 8010 has them be.
    """
    cursor = _Cursor(data)
    cursor.take(2)
    status = cursor.number(2)
    cursor.take(4)
    groups: list[tuple[int, dict[str, list[Value]]]] = []
    last = ""
    for tag, name, octets in _fields(cursor):
        if tag <= _LAST_DELIMITER:
            groups.append((tag, {}))
            last = ""
            continue
        if not groups or not (last := name or last):
            raise GarbledError("a value that belongs to no attribute")
        groups[-1][1].setdefault(last, []).append(_value(tag, octets))
    return Answer(status, groups)


def _fields(cursor: "_Cursor") -> Iterator[tuple[int, str, bytes]]:
    """Every delimiter, as (tag, "", b""), and every value outside a collection, up to the end of the attributes."""
    depth = 0
    while (tag := cursor.number(1)) != Group.END:
        if tag <= _LAST_DELIMITER:
            depth = 0
            yield tag, "", b""
            continue
        name = cursor.take(cursor.number(2)).decode("utf-8", "replace")
        octets = cursor.take(cursor.number(2))
        depth += tag == Tag.COLLECTION
        if not depth:
            yield tag, name, octets
        depth = max(0, depth - (tag == Tag.END_COLLECTION))


class _Cursor:
    """A place in some bytes."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, count: int) -> bytes:
        taken = self._data[self._at : self._at + count]
        if len(taken) < count:
            raise GarbledError("the message is cut short")
        self._at += count
        return taken

    def number(self, octets: int) -> int:
        return int.from_bytes(self.take(octets))


def _short(number: int) -> bytes:
    return number.to_bytes(2)


def _octets(tag: Tag, value: int | str) -> bytes:
    if isinstance(value, str):
        return value.encode("utf-8", "replace")
    return value.to_bytes(1) if tag is Tag.BOOLEAN else value.to_bytes(4, signed=True)


def _value(tag: int, octets: bytes) -> Value:
    if tag in _OUT_OF_BAND:
        return None
    if tag in (Tag.INTEGER, Tag.ENUM, Tag.BOOLEAN):
        if len(octets) != (1 if tag == Tag.BOOLEAN else 4):
            raise GarbledError("a number of the wrong length")
        return int.from_bytes(octets, signed=True)
    if tag == Tag.RANGE:
        if len(octets) != 8:
            raise GarbledError("a range of the wrong length")
        return int.from_bytes(octets[:4], signed=True), int.from_bytes(octets[4:], signed=True)
    if tag in (Tag.TEXT_WITH_LANGUAGE, Tag.NAME_WITH_LANGUAGE):
        cursor = _Cursor(octets)
        cursor.take(cursor.number(2))
        return cursor.take(cursor.number(2)).decode("utf-8", "replace")
    return octets.decode("utf-8", "replace") if tag >= _FIRST_TEXT else octets
