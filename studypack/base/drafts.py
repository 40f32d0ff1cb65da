"""Drafts: hidden files beside the place that they are written for; and the sweeping of those that were left behind."""

import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_LONGEST = 200
"""Bytes of a place's name that a draft's repeats, so that its own stays within the 255 that file systems allow."""
_LEFT_AFTER = 3600
"""Seconds; to write a file takes less than one."""
_BINARY = getattr(os, "O_BINARY", 0)
"""Without it Windows turns every byte 10 into two."""


class Draft:
    """What is to stand in a place, in a file beside it until it is whole.

    Names are known before there are files of them: `drop` leaves none behind, whatever came in between.
    """

    def __init__(self, place: Path) -> None:
        self.place = place
        self._path, self._old = _beside(place), _beside(place)
        self._handle: int | None = None
        self._was_there = True

    def write(self, data: bytes) -> None:
        """Fill the draft; the bytes are on the disk itself when this returns. Raises OSError."""
        self._handle = handle = self._made()
        with os.fdopen(handle, "wb", closefd=False) as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        if sys.platform == "win32":
            self._close()  # an open file cannot be given another name there

    def _made(self) -> int:
        """The draft's file, open and locked: a lock ends with its program, and tells drafts from what was left."""
        while True:
            # The user's umask cuts the mode down: a pack is as open as the user's other files, and as the old one was.
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o666 & self._old_mode())
            _lock(handle, wait=True)
            if self._path.exists():
                return handle
            os.close(handle)  # another program's `sweep` was faster than the lock

    def _old_mode(self) -> int:
        try:
            return self.place.lstat().st_mode
        except OSError:
            return 0o666

    def keep_old(self) -> bool:
        """Whether `give_back` can undo `take_place`: what stands in the place has been given a second name."""
        try:
            os.link(self.place, self._old, follow_symlinks=os.link not in os.supports_follow_symlinks)
        except FileNotFoundError:
            self._was_there = False
        except OSError:
            return False  # not every file system has second names, and not every file may have one
        return True

    def take_place(self) -> None:
        """Put the draft in its place, at once and whole. Raises OSError, and then nothing has changed."""
        self._path.replace(self.place)

    def give_back(self) -> None:
        """Put back what stood in the place before. Raises OSError."""
        if self._was_there:
            self._old.replace(self.place)
        else:
            self.place.unlink()

    def drop(self) -> None:
        """Leave nothing but what stands in the place."""
        self._close()
        for path in (self._path, self._old):
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _close(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def sweep(place: Path) -> None:
    """Delete the drafts for a place whose program was killed; those that a program still writes stay."""
    ours = re.compile(re.escape(_prefix(place)) + r"[a-z0-9_]{8}\.part")
    with suppress(OSError):
        for path in list(place.parent.iterdir()):
            if ours.fullmatch(path.name):
                _delete_unlocked(path)


def _delete_unlocked(path: Path) -> None:
    """Delete a file that no program holds locked; where that cannot be known, leave it.

    Windows has no such locks, and a draft is closed there before it takes its place: only its age tells of it.
    """
    with suppress(OSError):
        if sys.platform == "win32":
            if path.is_file() and time.time() - path.lstat().st_mtime > _LEFT_AFTER:
                path.unlink()
            return
        with _opened(path) as handle:
            if _lock(handle):
                path.unlink()


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    # Never through a link, and never waiting for whoever is at the other end of a pipe.
    handle = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        yield handle
    finally:
        os.close(handle)


def _lock(handle: int, *, wait: bool = False) -> bool:
    """Whether an open file is locked by this program now; not every file system has locks."""
    if sys.platform == "win32":
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _beside(place: Path) -> Path:
    """A hidden name in a place's folder that nothing has yet."""
    return place.with_name(f"{_prefix(place)}{os.urandom(4).hex()}.part")


def _prefix(place: Path) -> str:
    """What the names of a place's drafts begin with."""
    return f".{place.name.encode('utf-8', 'ignore')[:_LONGEST].decode('utf-8', 'ignore')}."
