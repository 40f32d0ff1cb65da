"""One request over HTTP to an address, with a bound on what may come back and on how long it takes (RFC 8010, 3)."""

import io
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from time import monotonic
from typing import TYPE_CHECKING, cast

from studypack.base.errors import PrintingError
from studypack.printing.address import Address
from studypack.printing.failures import SEE_ADDRESS, broken, refused

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a printer may take, in seconds."""

    connecting: float = 10
    answering: float = 60
    """For one request and its whole answer; as long again for each megabyte of a document."""
    finishing: float = 20
    """For the job, before we leave it to the printer."""


class TimedSocket:
    """As much of a connected socket as http.client asks for, until a deadline on the monotonic clock.

    Past it, every method raises TimeoutError.
    """

    def __init__(self, plain: socket.socket, deadline: float) -> None:
        self._plain = plain
        self._deadline = deadline

    def sendall(self, data: bytes) -> None:
        """Send it all; a document comes in blocks, each of which may wait as long as is left."""
        self._hurry()
        self._plain.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        """The file that answers are read from; it outlives `close`, as a socket's does."""
        return io.BufferedReader(_TimedFile(self._plain.makefile("rb", buffering=0), self._hurry))

    def close(self) -> None:
        """Give up our end, once the file is closed, too."""
        self._plain.close()

    def _hurry(self) -> None:
        left = self._deadline - monotonic()
        if left <= 0:
            raise TimeoutError
        self._plain.settimeout(left)


class _TimedFile(io.RawIOBase):
    """What comes in, each wait of it hurried."""

    def __init__(self, raw: socket.SocketIO, hurry: Callable[[], None]) -> None:
        self._raw = raw
        self._hurry = hurry

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int | None:
        self._hurry()
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


_BLOCK = 65_536
"""Bytes of a document that are sent at a time."""
_LONGEST_ANSWER = 1 << 20
"""Bytes; a printer's whole description of itself takes some twenty thousand."""


def post(address: Address, request: bytes, document: bytes = b"", *, patience: Patience, trusting: bool) -> bytes:
    """The printer's answer to an encoded request that a document may follow.

    `trusting` takes an ipps:// printer's certificate unchecked. Raises PrintingError with what is wrong with the
    address, the line or the answer, and a way out.
    """
    line = _Line(address, patience, len(document), trusting=trusting)
    length = str(len(request) + len(document))
    headers = {"Content-Type": "application/ipp", "Content-Length": length, "Connection": "close"}
    try:
        # Who says no before the end of a document may hang up, and has said why.
        with suppress(BrokenPipeError, ConnectionResetError):
            line.request("POST", address.path, _blocks(request, document), headers)
        response = line.getresponse()
        if response.status != 200 or response.headers.get_content_type() != "application/ipp":
            raise refused(address, response.status, response.reason)
        answer = response.read(_LONGEST_ANSWER + 1)
    except (HTTPException, OSError, UnicodeError) as error:
        raise broken(address, error) from None
    finally:
        line.close()
    if len(answer) > _LONGEST_ANSWER:
        raise PrintingError(f"what answers at {address.uri} talks without end", SEE_ADDRESS)
    return answer


def _blocks(request: bytes, document: bytes) -> Iterator[bytes]:
    yield request
    for start in range(0, len(document), _BLOCK):
        yield document[start : start + _BLOCK]


class _Line(HTTPConnection):
    """A connection with a deadline for all that goes through it."""

    def __init__(self, address: Address, patience: Patience, length: int, *, trusting: bool) -> None:
        super().__init__(address.host, address.port)
        self._address = address
        self._patience = patience
        self._seconds = patience.answering * (1 + length / (1 << 20))
        self._trusting = trusting

    def connect(self) -> None:
        """Reach the printer, and begin to count the time."""
        where, seconds = self._address, self._patience.connecting
        if where.socket:
            plain = _local_connection(where.socket, seconds)
        else:
            plain = socket.create_connection((where.host, where.port), seconds)
        if where.encrypted:
            plain = _context(trusting=self._trusting).wrap_socket(plain, server_hostname=where.host)
        self.sock = cast("socket.socket", TimedSocket(plain, monotonic() + self._seconds))


def _local_connection(path: str, seconds: float) -> socket.socket:
    plain = socket.socket(socket.AF_UNIX)
    try:
        plain.settimeout(seconds)
        plain.connect(path)
    except OSError:
        plain.close()
        raise
    return plain


def _context(*, trusting: bool) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if trusting:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        # Who takes any certificate takes an old printer's short keys and plain RSA, too.
        context.set_ciphers("DEFAULT:@SECLEVEL=1")
    return context
