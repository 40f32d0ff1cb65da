"""A printer's address: what a user types after --printer, and where its requests go (RFC 3510, RFC 8010)."""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from studypack.base.errors import UsageError

_SCHEMES = ("ipp", "ipps")
_EXAMPLE = "write it like this: ipp://192.168.1.20/ipp/print"
_PORT = 631
"""For both schemes (RFC 3510; RFC 7472)."""
_PATH = "/ipp/print"
"""Where an IPP Everywhere printer listens (PWG 5100.14); taken where an address has no path."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a printer is reached."""

    uri: str
    """The printer's own name for itself: ipp://copier.local:631/ipp/print."""
    host: str
    port: int
    path: str
    encrypted: bool = False
    socket: str = ""
    """A socket in the file system, where that is the way to the host: this computer's own print service."""


def is_address(printer: str) -> bool:
    """Whether a printer is given by its address, not by a name."""
    return "://" in printer


def address_of(text: str) -> Address:
    """The address in an ipp:// or ipps:// URI. Raises UsageError for anything else."""
    parts = _split(text)
    host, port = parts.hostname or "", _port(parts, text)
    if parts.scheme not in _SCHEMES:
        raise UsageError(f"'{parts.scheme}://' is no address of a printer", _EXAMPLE)
    if not host:
        raise UsageError(f"the address {text} names no computer", _EXAMPLE)
    if parts.username is not None:
        raise UsageError(
            "an address with a name and password in it would be seen by everyone on this computer",
            "add the printer to this computer's printers, which keep passwords, and give its name",
        )
    path = parts.path if parts.path.strip("/") else _PATH
    path += f"?{parts.query}" if parts.query else ""
    place = f"[{host}]" if ":" in host else host
    return Address(f"{parts.scheme}://{place}:{port}{path}", host, port, path, encrypted=parts.scheme == "ipps")


def _split(text: str) -> SplitResult:
    """The parts of an address. Raises UsageError where it has none, or signs that no address has."""
    strange = re.search(r"[^!-~]", text)
    if strange:
        shown = f"U+{ord(strange[0]):04X}" if strange[0] != " " else "a space"
        raise UsageError(f"the address {text} has {shown} in it", _EXAMPLE)
    try:
        return urlsplit(text)
    except ValueError as error:
        raise UsageError(f"{text} is no address: {str(error).lower()}", _EXAMPLE) from None


def _port(parts: SplitResult, text: str) -> int:
    try:
        return _PORT if parts.port is None else parts.port
    except ValueError:
        raise UsageError(f"the address {text} has no port from 0 to 65535", _EXAMPLE) from None
