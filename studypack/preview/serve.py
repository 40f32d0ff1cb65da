"""Runs the preview's server on this computer until somebody stops it."""

import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import uvicorn

from studypack.base.errors import OutputError
from studypack.model.options import Flags
from studypack.output.build import read
from studypack.preview.app import Preview, application
from studypack.preview.query import Spelling, flags_of, wishes_of
from studypack.preview.source import state_of

_LOOPBACK = "127.0.0.1"


def serve(path: Path, port: int, flags: Flags, spelling: Spelling, ready: Callable[[str], None]) -> None:
    """Serve the preview of a content until Ctrl-C; `ready` is told the address once it can be opened.

    `port` 0 takes one that is free. Mistakes in the content are for the page to show; raises ContentError where
    there is no file at all, ChoiceError for flags that cannot be, OutputError where the port cannot be had.
    """
    wishes = urlencode(wishes_of(flags), safe=",")
    flags_of(wishes_of(flags))
    if state_of(path) is None:
        read(path)
    with _socket(port) as listening:
        port = listening.getsockname()[1]
        preview = Preview(path, spelling)
        config = uvicorn.Config(
            application(preview, path, port),
            log_level="error",
            access_log=False,
            server_header=False,
            ws="none",
            workers=1,  # these two are not for the environment to say
            proxy_headers=False,
        )
        _end_on_ctrl_c()
        ready(f"http://{_LOOPBACK}:{port}/{'?' if wishes else ''}{wishes}")
        _Server(config).run(sockets=[listening])


def _end_on_ctrl_c() -> None:
    """Let Ctrl-C end the program at once, as any command: the server holds nothing that an orderly end saves."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, lambda _number, _frame: os._exit(130))


class _Server(uvicorn.Server):
    """A server that leaves signals alone: uvicorn's own end waits for what is being set, which may take minutes."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _socket(port: int) -> socket.socket:
    try:
        return socket.create_server((_LOOPBACK, port))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(f"cannot listen on port {port}: {reason}", "leave --port out: a free one is found") from None
