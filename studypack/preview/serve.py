"""Run the preview's server on this computer until the user stops it."""

import os
import signal
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import uvicorn
from typing_extensions import override

from studypack.base.errors import OutputError
from studypack.base.file_folder import file_state
from studypack.model.options import Flags
from studypack.output.build import read
from studypack.preview.app import create_app
from studypack.preview.query import flags_of, wishes_of
from studypack.preview.shelf import Shelf

_LOOPBACK = "127.0.0.1"


def serve(path: Path | None, port: int, flags: Flags, ready: Callable[[str], None], also: Sequence[Path] = ()) -> None:
    """Serve the preview of a content file beside those in `also` until Ctrl-C, and of the others in its folder.

    Calls `ready` with the URL when it can be opened. Without a path the folder is ./content, there or not; `port` 0
    takes any free port. Problems in the content are shown on the page. Raises ContentError if there is no such file,
    ChoiceError for flags that cannot be honoured, and OutputError if the port cannot be opened.
    """
    wishes = urlencode(wishes_of(flags), safe=",")
    flags_of(wishes_of(flags))
    if path and (file_state(path) is None or path.is_dir()):
        read(path)
    shelf = Shelf(path.parent, path.name, also) if path else Shelf(Path("content"), also=also)
    with _socket(port) as listening:
        port = listening.getsockname()[1]
        config = uvicorn.Config(
            create_app(shelf, port),
            log_level="error",
            access_log=False,
            server_header=False,
            ws="none",
            workers=1,  # set here, since environment variables could change these two
            proxy_headers=False,
        )
        _end_on_ctrl_c()
        ready(f"http://{_LOOPBACK}:{port}/{'?' if wishes else ''}{wishes}")
        _Server(config).run(sockets=[listening])


def _end_on_ctrl_c() -> None:
    """Let Ctrl-C end the program at once, like any command: there is no state to save."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, lambda _number, _frame: os._exit(130))


class _Server(uvicorn.Server):
    """A server that does not handle signals: uvicorn's own shutdown waits for a running layout, maybe for minutes."""

    @override
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _socket(port: int) -> socket.socket:
    try:
        return socket.create_server((_LOOPBACK, port))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(f"cannot listen on port {port}: {reason}", "leave --port out: a free one is found") from None
