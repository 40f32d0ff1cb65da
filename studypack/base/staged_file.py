"""Temporary files beside the files that they will replace, and the removal of stale ones."""

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
"""The bytes that a temporary name repeats of the target's, so that it fits in the 255 that file systems allow."""
_STALE_AFTER = 3600
"""The age in seconds at which a temporary file counts as left behind; to write one takes less than a second."""
_BINARY = getattr(os, "O_BINARY", 0)
"""Windows needs this flag: without it, it turns every newline byte into two bytes."""


class StagedFile:
    """The new contents of a file, kept in a hidden file beside it until they are complete.

    The hidden names are chosen before the files exist, so that `clean_up` can delete them at any time.
    """

    def __init__(self, target: Path) -> None:
        self.target = target
        self._path, self._backup = _beside(target), _beside(target)
        self._handle: int | None = None
        self._existed = True

    def write(self, data: bytes) -> None:
        """Write the bytes and sync them to the disk. Raises OSError."""
        self._handle = handle = self._create()
        with os.fdopen(handle, "wb", closefd=False) as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        if sys.platform == "win32":
            self._close()  # an open file cannot be given another name there

    def _create(self) -> int:
        """Create and open the hidden file with a lock. The lock ends with the program, and so tells a live file from a
        stale one.
        """
        while True:
            # The umask applies: a pack is as open as the user's other files, and no more open than the old file.
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o666 & self._old_mode())
            _lock(handle, wait=True)
            if self._path.exists():
                return handle
            os.close(handle)  # another program deleted it before it was locked

    def _old_mode(self) -> int:
        try:
            return self.target.lstat().st_mode
        except OSError:
            return 0o666

    def keep_backup(self) -> bool:
        """Keep a second link to the present file. Returns whether `roll_back` can undo `commit`."""
        try:
            os.link(self.target, self._backup, follow_symlinks=os.link not in os.supports_follow_symlinks)
        except FileNotFoundError:
            self._existed = False
        except OSError:
            return False  # not every file system has hard links, and not every file may have one
        return True

    def commit(self) -> None:
        """Rename the hidden file to the target, atomically. Raises OSError, and then nothing has changed."""
        self._path.replace(self.target)

    def roll_back(self) -> None:
        """Restore the file that was there before. Raises OSError."""
        if self._existed:
            self._backup.replace(self.target)
        else:
            self.target.unlink()

    def clean_up(self) -> None:
        """Delete the hidden files."""
        self._close()
        for path in (self._path, self._backup):
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _close(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def delete_stale(target: Path) -> None:
    """Delete the temporary files for a target whose program was killed; files that a program is writing stay."""
    ours = re.compile(re.escape(_prefix(target)) + r"[a-z0-9_]{8}\.part")
    with suppress(OSError):
        for path in list(target.parent.iterdir()):
            if ours.fullmatch(path.name):
                _delete_unlocked(path)


def _delete_unlocked(path: Path) -> None:
    """Delete a file that no program has locked; keep it if that cannot be known.

    Windows has no such locks, and a temporary file is closed there before it is renamed: only its age tells.
    """
    with suppress(OSError):
        if sys.platform == "win32":
            if path.is_file() and time.time() - path.lstat().st_mtime > _STALE_AFTER:
                path.unlink()
            return
        with _open(path) as handle:
            if _lock(handle):
                path.unlink()


@contextmanager
def _open(path: Path) -> Iterator[int]:
    # Never follow a link, and never wait for the other end of a pipe.
    handle = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        yield handle
    finally:
        os.close(handle)


def _lock(handle: int, *, wait: bool = False) -> bool:
    """Lock an open file. Returns whether this program holds the lock now; not every file system has locks."""
    if sys.platform == "win32":
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _beside(target: Path) -> Path:
    """Return a new hidden name in the target's folder."""
    return target.with_name(f"{_prefix(target)}{os.urandom(4).hex()}.part")


def _prefix(target: Path) -> str:
    """Return the prefix of all temporary names for a target."""
    return f".{target.name.encode('utf-8', 'ignore')[:_LONGEST].decode('utf-8', 'ignore')}."
