"""A content file that somebody is writing in: read again when it has changed, and watched."""

import threading
from collections.abc import Callable
from pathlib import Path

from studypack.base.errors import ContentError, Problem
from studypack.output.build import read
from studypack.reading.load import LoadedPack

State = tuple[int, int, int]
"""When a file was written, its size and its inode: another file of the same name is another state."""

_LOOKS = 0.025
"""Seconds between two looks at the file."""
_PATIENCE = 20
"""Looks for which a file may be gone or empty before that is told: many editors write by making it anew."""


def state_of(path: Path) -> State | None:
    """The state of a file; None where there is none to read."""
    try:
        stat = path.stat()
    except (OSError, ValueError):
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


class Source:
    """The content in a file, as it stands."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._state: State | None = None
        self._found: LoadedPack | tuple[Problem, ...] = ()

    def read(self) -> tuple[State | None, LoadedPack]:
        """The content, and the state of the file that it was read in. Raises ContentError with every problem."""
        state = state_of(self.path)
        if state is None or state != self._state:
            self._state, self._found = state, self._read()
        if isinstance(self._found, tuple):
            raise ContentError(self._found)
        return state, self._found

    def _read(self) -> LoadedPack | tuple[Problem, ...]:
        try:
            return read(self.path)
        except ContentError as error:
            return error.problems


class Watcher(threading.Thread):
    """Calls `tell` with a file's state whenever it has changed and has come to rest.

    It looks at the one file forty times a second, which costs a thousandth of a core. The system's own notices
    would do it for less, but they are silent on network drives, and school files are on those.
    """

    def __init__(self, path: Path, tell: Callable[[State | None], None]) -> None:
        super().__init__(name=f"watching {path.name}", daemon=True)
        self._path = path
        self._tell = tell
        self._stopped = threading.Event()

    def run(self) -> None:
        """Look until told to stop."""
        told = before = state_of(self._path)
        rest = 0
        while not self._stopped.wait(_LOOKS):
            now = state_of(self._path)
            rest = rest + 1 if now == before else 0
            before = now
            if now != told and rest >= (1 if now and now[1] else _PATIENCE):
                told = now
                self._tell(now)

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()
