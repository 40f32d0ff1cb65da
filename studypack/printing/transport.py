"""HTTP transport of IPP: post one request, with limits on the time and on the size of the response (RFC 8010, 3)."""

import io
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from time import monotonic
from typing import TYPE_CHECKING, cast

from typing_extensions import override

from studypack.base.errors import PrintingError
from studypack.base.record import record
from studypack.printing.address import Address
from studypack.printing.request_errors import CHECK_ADDRESS, connection_error, http_status_error

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


@record
class Timeouts:
    """Time limits, in seconds."""

    connect_seconds: float = 10
    response_seconds: float = 60
    """For one request and its whole response; the same again for each megabyte of the document."""
    job_seconds: float = 20
    """For waiting until a job ends."""


class DeadlineSocket:
    """A connected socket with a deadline on the monotonic clock, as far as http.client uses sockets.

    After the deadline, sending and receiving raise TimeoutError.
    """

    def __init__(self, plain: socket.socket, deadline: float) -> None:
        self._plain = plain
        self._deadline = deadline

    def sendall(self, data: bytes) -> None:
        """Send all of `data`, within the time that is left."""
        self._limit_wait()
        self._plain.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        """Return a buffered file to read the response from. It stays open after `close`, as a socket's does."""
        return io.BufferedReader(_DeadlineFile(self._plain.makefile("rb", buffering=0), self._limit_wait))

    def close(self) -> None:
        """Close the socket; the connection ends when the file is closed, too."""
        self._plain.close()

    def _limit_wait(self) -> None:
        left = self._deadline - monotonic()
        if left <= 0:
            raise TimeoutError
        self._plain.settimeout(left)


class _DeadlineFile(io.RawIOBase):
    """A raw file that sets the time that is left before each read."""

    def __init__(self, raw: socket.SocketIO, limit_wait: Callable[[], None]) -> None:
        self._raw = raw
        self._limit_wait = limit_wait

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: "WriteableBuffer") -> int | None:
        self._limit_wait()
        return self._raw.readinto(buffer)

    @override
    def close(self) -> None:
        self._raw.close()
        super().close()


_BLOCK = 65_536
"""Bytes of the document that are sent at a time."""
_MAX_RESPONSE = 1 << 20
"""Bytes. A printer that reports all of its attributes needs about 20,000."""


def post(address: Address, request: bytes, document: bytes = b"", *, timeouts: Timeouts, insecure: bool) -> bytes:
    """Post an encoded request, followed by its document, and return the body of the response.

    `insecure` accepts the certificate of an ipps:// printer without a check. Raises PrintingError, with a way out, if
    the address, the connection or the response is faulty.
    """
    line = _Connection(address, timeouts, len(document), insecure=insecure)
    length = str(len(request) + len(document))
    headers = {"Content-Type": "application/ipp", "Content-Length": length, "Connection": "close"}
    try:
        # A printer may refuse and close before the document ends; its response still tells why.
        with suppress(BrokenPipeError, ConnectionResetError):
            line.request("POST", address.path, _blocks(request, document), headers)
        response = line.getresponse()
        if response.status != 200 or response.headers.get_content_type() != "application/ipp":
            raise http_status_error(address, response.status, response.reason)
        body = response.read(_MAX_RESPONSE + 1)
    except (HTTPException, OSError, UnicodeError) as error:
        raise connection_error(address, error) from None
    finally:
        line.close()
    if len(body) > _MAX_RESPONSE:
        raise PrintingError(f"what answers at {address.uri} talks without end", CHECK_ADDRESS)
    return body


def _blocks(request: bytes, document: bytes) -> Iterator[bytes]:
    yield request
    for start in range(0, len(document), _BLOCK):
        yield document[start : start + _BLOCK]


class _Connection(HTTPConnection):
    """An HTTP connection with a deadline for the whole exchange."""

    def __init__(self, address: Address, timeouts: Timeouts, length: int, *, insecure: bool) -> None:
        super().__init__(address.host, address.port)
        self._address = address
        self._patience = timeouts
        self._seconds = timeouts.response_seconds * (1 + length / (1 << 20))
        self._trusting = insecure

    @override
    def connect(self) -> None:
        """Connect, and set the deadline of the exchange."""
        where, seconds = self._address, self._patience.connect_seconds
        if where.socket:
            plain = _local_connection(where.socket, seconds)
        else:
            plain = socket.create_connection((where.host, where.port), seconds)
        if where.encrypted:
            plain = _context(insecure=self._trusting).wrap_socket(plain, server_hostname=where.host)
        self.sock = cast("socket.socket", DeadlineSocket(plain, monotonic() + self._seconds))


def _local_connection(path: str, seconds: float) -> socket.socket:
    plain = socket.socket(socket.AF_UNIX)
    try:
        plain.settimeout(seconds)
        plain.connect(path)
    except OSError:
        plain.close()
        raise
    return plain


def _context(*, insecure: bool) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if insecure:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        # Without a check, the short keys and plain RSA of old printers are accepted, too.
        context.set_ciphers("DEFAULT:@SECLEVEL=1")
    return context
