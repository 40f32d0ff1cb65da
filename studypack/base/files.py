"""Writing files whole or not at all, and together or not at all."""

import os
import signal
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from errno import EISDIR
from pathlib import Path

from studypack.base.drafts import Draft, sweep
from studypack.base.errors import OutputError

_ENDS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""Ctrl-C, a polite end, and a terminal that is closed; Windows has not all of them."""


@contextmanager
def held_back() -> Iterator[list[int]]:
    """While this lasts, signals that would end the program wait; then the first of them comes.

    Yields the numbers of those that wait, for whoever would rather stop early. A signal that is ignored stays
    ignored (nohup). Outside of the main thread nothing is held back: Python tells signals to the main thread alone.
    """
    waiting: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield waiting
        return
    before = {number: signal.getsignal(number) for number in _ENDS}
    # A handler that is not Python's own could not be put back.
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
def raising() -> Iterator[None]:
    """While this lasts, Ctrl-C raises KeyboardInterrupt, for what has to be tidied up, rather than ending the program.

    The command line lets it end the program at once otherwise (`__main__`).
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
    """The folder, made if it is not there. Raises OutputError, with `hint`, where that cannot be."""
    try:
        new = [each for each in (folder, *folder.parents) if not each.exists()]
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise OutputError(f"{folder} is a file, and the output needs a folder", hint) from None
    except OSError as error:
        raise OutputError(f"cannot make the folder {folder}: {_reason(error)}", hint) from None
    _names_on_disk(each.parent for each in new)


def write_together(files: Sequence[tuple[Path, bytes]], hint: str = _ELSEWHERE) -> None:
    """Put bytes at paths, in place of what is there: all of them or none.

    They go to drafts beside them first, which then take their places: whoever reads a path sees the old file or the
    new one, never a part, even if the program is interrupted or the disk is full; and what was written is there after
    a power cut. Only a program that is killed, or a power cut, between two places can leave one file new and the next
    one old; the drafts that this leaves are swept by the next call. A symbolic link is replaced, not followed.
    Raises OutputError, with `hint`.
    """
    drafts: list[Draft] = []
    done = False
    with held_back() as waiting:
        try:
            for path, data in files:
                with _told(path, hint):
                    _make_draft(drafts, path, data)
                if waiting:
                    break
            else:
                _take_places(drafts, hint)
                done = True
        finally:
            for draft in drafts:
                draft.drop()
    if not done:
        raise KeyboardInterrupt  # whoever heard the signal let the program go on


def write_whole(path: Path, data: bytes, hint: str = _ELSEWHERE) -> None:
    """Put the bytes at `path`, whole or not at all. Raises OutputError, with `hint`."""
    write_together([(path, data)], hint)


def _make_draft(drafts: list[Draft], path: Path, data: bytes) -> None:
    if path.is_dir():
        raise IsADirectoryError(EISDIR, "there is a folder of that name")
    sweep(path)
    drafts.append(Draft(path))
    drafts[-1].write(data)


def _take_places(drafts: Sequence[Draft], hint: str) -> None:
    """Put every draft in its place; where one cannot, the others give their places back. Raises OutputError."""
    kept = [draft.keep_old() for draft in drafts]
    # What cannot be undone goes last: once all the others stand, nothing else can fail.
    ordered = [draft for undone in (True, False) for draft, can in zip(drafts, kept, strict=True) if can is undone]
    taken: list[Draft] = []
    try:
        for draft in ordered:
            with _told(draft.place, hint):
                draft.take_place()
            taken.append(draft)
    except OutputError:
        for draft in reversed(taken):
            with suppress(OSError):
                draft.give_back()
        raise
    _names_on_disk(draft.place.parent for draft in drafts)


def _names_on_disk(folders: Iterable[Path]) -> None:
    """Let the names in some folders outlast a power cut; the files are whole and in their places without it, too."""
    for folder in dict.fromkeys(folders):
        # Windows opens no folders, and some file systems in a network cannot do it.
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


@contextmanager
def _told(path: Path, hint: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"cannot write {path}: {_reason(error)}", hint) from None


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
