"""A printer's address: the URI that a user types after --printer, and the host, port and path in it (RFC 3510)."""

import re
from urllib.parse import SplitResult, urlsplit

from studypack.base.errors import UsageError
from studypack.base.record import record

_SCHEMES = ("ipp", "ipps")
_EXAMPLE = "write it like this: ipp://192.168.1.20/ipp/print"
_PORT = 631
"""The default port of both schemes (RFC 3510; RFC 7472)."""
_PATH = "/ipp/print"
"""The path of an IPP Everywhere printer (PWG 5100.14). An address without a path gets this one."""


@record
class Address:
    """Where a printer, or the print server in front of it, accepts connections."""

    uri: str
    """The `printer-uri` that requests name: ipp://copier.local:631/ipp/print."""
    host: str
    port: int
    path: str
    encrypted: bool = False
    """Whether the connection uses TLS, as ipps:// asks for."""
    socket: str = ""
    """The path of a Unix domain socket to connect to in place of `host` and `port`; empty for a network connection."""


def is_address(printer: str) -> bool:
    """Whether `printer` is a URI and not a queue name."""
    return "://" in printer


def parse_address(text: str) -> Address:
    """Return the address that an ipp:// or ipps:// URI stands for. Raises UsageError for any other text."""
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
    """Split a URI into its parts. Raises UsageError if it is malformed or holds anything but printable ASCII."""
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
