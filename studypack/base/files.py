"""Write files atomically: each one whole or not at all, and several together or not at all."""

import os
import signal
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from errno import EISDIR
from pathlib import Path

from studypack.base.errors import OutputError
from studypack.base.staged_file import StagedFile, delete_stale

_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""Ctrl-C, a request to end, and a closed terminal. Windows lacks some of them."""


@contextmanager
def defer_signals() -> Iterator[list[int]]:
    """Defer the signals that would end the program until the block ends; then raise the first of them.

    Yields the list of deferred signal numbers, which grows, so that the caller can stop early. An ignored signal stays
    ignored (nohup). Outside the main thread nothing is deferred, because Python delivers signals to the main thread
    alone.
    """
    waiting: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield waiting
        return
    before = {number: signal.getsignal(number) for number in _SIGNALS}
    # A handler that was not set by Python could not be restored.
    held = {number: handler for number, handler in before.items() if handler not in (None, signal.SIG_IGN)}
    try:
        for number in held:
            signal.signal(number, lambda number, _frame: waiting.append(number))
        yield waiting
    finally:
        for number, handler in held.items():
            signal.signal(number, handler)
    if waiting:
        signal.raise_signal(waiting[0])


@contextmanager
def interruptible() -> Iterator[None]:
    """Let Ctrl-C raise KeyboardInterrupt inside the block, so that the code can clean up.

    Outside it the command line lets Ctrl-C end the program at once (`__main__`).
    """
    ends = signal.getsignal(signal.SIGINT) is signal.SIG_DFL
    if ends:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        if ends:
            signal.signal(signal.SIGINT, signal.SIG_DFL)


_OTHER_FOLDER = "choose another folder: --out"
_ELSEWHERE = "close the file if a viewer holds it open, or choose another folder: --out"


def make_folder(folder: Path, hint: str = _OTHER_FOLDER) -> None:
    """Make a folder and its parents, if they are not there. Raises OutputError, with `hint`, if that fails."""
    try:
        new = [each for each in (folder, *folder.parents) if not each.exists()]
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise OutputError(f"{folder} is a file, and the output needs a folder", hint) from None
    except OSError as error:
        raise OutputError(f"cannot make the folder {folder}: {_reason(error)}", hint) from None
    _sync_folders(each.parent for each in new)


def write_files(files: Sequence[tuple[Path, bytes]], hint: str = _ELSEWHERE) -> None:
    """Write bytes to paths and replace what is there: all of the files or none.

    The bytes go to temporary files beside the targets first, which are then renamed. A reader sees the old file or the
    new one, never a part, even if the program is interrupted or the disk is full; and a file that was written survives
    a power cut. Only a kill or a power cut between two renames can leave one file new and the next one old; the next
    call deletes the temporary files that are left. A symbolic link is replaced, not followed. Raises OutputError, with
    `hint`.
    """
    staged: list[StagedFile] = []
    done = False
    with defer_signals() as waiting:
        try:
            for path, data in files:
                with _oserror_explained(path, hint):
                    _stage(staged, path, data)
                if waiting:
                    break
            else:
                _commit_all(staged, hint)
                done = True
        finally:
            for each in staged:
                each.clean_up()
    if not done:
        raise KeyboardInterrupt  # a signal handler of the program's own returned


def write_file(path: Path, data: bytes, hint: str = _ELSEWHERE) -> None:
    """Write one file, whole or not at all. Raises OutputError, with `hint`."""
    write_files([(path, data)], hint)


def _stage(staged: list[StagedFile], path: Path, data: bytes) -> None:
    if path.is_dir():
        raise IsADirectoryError(EISDIR, "there is a folder of that name")
    delete_stale(path)
    staged.append(StagedFile(path))
    staged[-1].write(data)


def _commit_all(staged: Sequence[StagedFile], hint: str) -> None:
    """Rename every file to its target; if one fails, restore the others. Raises OutputError."""
    kept = [each.keep_backup() for each in staged]
    # A file that cannot be restored goes last: nothing after it can fail.
    ordered = [each for undone in (True, False) for each, can in zip(staged, kept, strict=True) if can is undone]
    taken: list[StagedFile] = []
    try:
        for each in ordered:
            with _oserror_explained(each.target, hint):
                each.commit()
            taken.append(each)
    except OutputError:
        for each in reversed(taken):
            with suppress(OSError):
                each.roll_back()
        raise
    _sync_folders(each.target.parent for each in staged)


def _sync_folders(folders: Iterable[Path]) -> None:
    """Make the new names in some folders survive a power cut."""
    for folder in dict.fromkeys(folders):
        # Windows cannot open folders, and some network file systems cannot sync them.
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


@contextmanager
def _oserror_explained(path: Path, hint: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"cannot write {path}: {_reason(error)}", hint) from None


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
