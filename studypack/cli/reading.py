"""What a command reads, and the progress that it shows meanwhile."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from studypack.base.errors import ContentError, UsageError
from studypack.base.files import interruptible
from studypack.base.wording import join_some, shell_quoted

_Thing = TypeVar("_Thing")
_FOLDER = Path("content")
_BEGIN = (
    'write one:  studypack new "The title of your topic"  or make those that come with the program:  '
    "studypack build --demo"
)

_MOST_WORDS = 20
"""Of a file's name that was typed without quotation marks."""


def contents(given: Sequence[Path] | None, *, demo: bool = False) -> list[Path]:
    """The files to read: what was named, each of them once; else every file in ./content.

    With `demo`, the packs that come with the program. Raises UsageError where the words of the command cannot be meant
    so, and ContentError where there is nothing to read.
    """
    if given and demo:
        raise UsageError("--demo takes studypack's own packs, and a file is named, too", "leave one of them out")
    if demo:
        from studypack.base.resources import shipped_content_folder

        return _yaml_in(shipped_content_folder())
    if given:
        _refuse_parted([str(path) for path in given])
        return _each_once(given)
    found = _yaml_in(_FOLDER) if _FOLDER.is_dir() else []
    if not found:
        missing = "YAML file in the folder content" if _FOLDER.is_dir() else "content here: no folder is called content"
        raise ContentError(f"there is no {missing}", _BEGIN)
    return _each_once(found)


def one_by_one(given: Sequence[Path] | None, *, demo: bool) -> list[Path]:
    """As `contents`, for a command that takes one file: the one that is named, or the first there is."""
    found = contents(given, demo=demo)
    if given and len(found) > 1:
        raise UsageError(f"{len(found)} files are named, and one goes at a time", "name one of them")
    return found[:1]


def only(given: Sequence[Path] | None) -> Path:
    """As `contents`, for a command that is not to choose: the one that is named, or the only one there is."""
    found = contents(given)
    if len(found) > 1:
        there = join_some([str(path) for path in found], 5)
        raise UsageError(f"there are {len(found)} packs to print, and one goes at a time", f"name one of {there}")
    return found[0]


def _yaml_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in (".yaml", ".yml"))


def _each_once(paths: Sequence[Path]) -> list[Path]:
    """The paths without those that lead to a file that is there already, by whatever spelling or link."""
    found: dict[object, Path] = {}
    for path in paths:
        try:
            state = path.stat()
            key: object = (state.st_dev, state.st_ino) if state.st_ino else path.resolve()
        except (OSError, ValueError):
            key = os.path.normpath(path)
        found.setdefault(key, path)
    return list(found.values())


def _refuse_parted(words: Sequence[str]) -> None:
    """Raise UsageError where the name of a file was taken for several, for want of quotes round its spaces."""
    if all(map(os.path.lexists, words)):
        return
    for first in range(len(words)):
        for last in range(first + 2, min(first + _MOST_WORDS, len(words)) + 1):
            parts, whole = words[first:last], " ".join(words[first:last])
            if os.path.lexists(whole) and not all(map(os.path.lexists, parts)):
                message = f"the name {whole} was taken for {last - first} names"
                raise UsageError(message, f"put it in quotes: {shell_quoted(whole)}")


def watched(things: Sequence[_Thing]) -> Iterable[_Thing]:
    """What is made one by one, with a progress bar on a terminal where there is something to wait for."""
    if len(things) < 2 or not sys.stderr.isatty():
        return things
    return _tracked(things)


def _tracked(things: Sequence[_Thing]) -> Iterator[_Thing]:
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    with interruptible():
        try:
            yield from track(things, "Setting", console=console, transient=True)
        finally:
            console.show_cursor()  # the bar hides it
