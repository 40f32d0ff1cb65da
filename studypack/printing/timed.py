"""Sockets whose every wait ends by one deadline: a socket's own timeout begins anew with every byte that drips in."""

import io
import socket
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

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
