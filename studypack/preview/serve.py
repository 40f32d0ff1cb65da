"""Runs the preview's server on this computer until somebody stops it."""

import socket
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from urllib.parse import urlencode

import uvicorn

from studypack.build import read
from studypack.errors import OutputError
from studypack.options import Flags
from studypack.preview.app import Preview, application
from studypack.preview.command import Spelling
from studypack.preview.source import state_of
from studypack.preview.wishes import flags_of, wishes_of

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
            log_level="warning",
            access_log=False,
            server_header=False,
            ws="none",
            timeout_graceful_shutdown=1,
        )
        ready(f"http://{_LOOPBACK}:{port}/{'?' if wishes else ''}{wishes}")
        try:
            _Server(config, preview).run(sockets=[listening])
        except KeyboardInterrupt:  # uvicorn has closed everything, and passes the signal on
            return


class _Server(uvicorn.Server):
    """A server that ends its readers' news first; it would wait for them for ever."""

    def __init__(self, config: uvicorn.Config, preview: Preview) -> None:
        super().__init__(config)
        self._preview = preview

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """On Ctrl-C or a polite end."""
        self._preview.news.end()
        super().handle_exit(sig, frame)


def _socket(port: int) -> socket.socket:
    try:
        return socket.create_server((_LOOPBACK, port))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(f"cannot listen on port {port}: {reason}", "leave --port out: a free one is found") from None
