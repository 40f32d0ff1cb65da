"""Watch a content file that is being edited, and read it again when it has changed."""

import threading
from collections.abc import Callable
from pathlib import Path

from typing_extensions import override

from studypack.base.errors import ContentError, Problem
from studypack.output.build import read
from studypack.reading.load import LoadedPack

FileState = tuple[int, int, int]
"""A file's modification time in nanoseconds, size and inode. Another file of the same name has another state."""

_INTERVAL = 0.025
"""Seconds between two checks of the file."""
_GRACE_CHECKS = 20
"""Checks for which a file may be missing or empty before that is reported: many editors save by replacing the file."""


def file_state(path: Path) -> FileState | None:
    """Return the state of a file; None if there is none that can be read."""
    try:
        stat = path.stat()
    except (OSError, ValueError):
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


class ContentCache:
    """The content of a file, read again only if the file has changed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._state: FileState | None = None
        self._result: LoadedPack | tuple[Problem, ...] = ()

    def read(self) -> tuple[FileState | None, LoadedPack]:
        """Return the file's state and its content. Raises ContentError with every problem found."""
        state = file_state(self.path)
        if state is None or state != self._state:
            self._state, self._result = state, self._read()
        if isinstance(self._result, tuple):
            raise ContentError(self._result)
        return state, self._result

    def _read(self) -> LoadedPack | tuple[Problem, ...]:
        try:
            return read(self.path)
        except ContentError as error:
            return error.problems


class FileWatcher(threading.Thread):
    """A thread that calls `on_change` with a file's state after it has changed and then stayed the same.

    It checks the file 40 times a second, which takes a thousandth of a core. The system's own notifications are
    cheaper, but they do not work on network drives, where schools keep their files.
    """

    def __init__(self, path: Path, on_change: Callable[[FileState | None], None]) -> None:
        super().__init__(name=f"watching {path.name}", daemon=True)
        self._path = path
        self._on_change = on_change
        self._stopped = threading.Event()

    @override
    def run(self) -> None:
        reported = before = file_state(self._path)
        unchanged = 0
        while not self._stopped.wait(_INTERVAL):
            now = file_state(self._path)
            unchanged = unchanged + 1 if now == before else 0
            before = now
            if now != reported and unchanged >= (1 if now and now[1] else _GRACE_CHECKS):
                reported = now
                self._on_change(now)

    def stop(self) -> None:
        """End the thread after its current check."""
        self._stopped.set()
