"""Earlier packs beside the one that is printed: read as it is, and held to it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from studypack.base.errors import ContentError, Problem
from studypack.base.wording import quoted
from studypack.model.letters import primary_language
from studypack.reading.load import LoadedPack
from studypack.sections.kit.recall import recalls


def beside(loaded: LoadedPack, also: Sequence[Path], read: Callable[[Path], LoadedPack]) -> LoadedPack:
    """Return the pack beside the earlier ones of other files, each of which `read` returns.

    Raises ContentError with the problems of all of them: those of reading, and what makes no earlier pack of one.
    """
    problems, packs = list[Problem](), [loaded.pack]
    for path in also:
        try:
            earlier = read(path)
        except ContentError as error:
            problems += [replace(each, source=each.source or str(path)) for each in error.problems]
            continue
        problems += _unfit(loaded, earlier)
        if earlier.pack not in packs:
            packs.append(earlier.pack)
    if problems:
        raise ContentError(problems)
    return replace(loaded, pack=loaded.pack.beside(packs[1:])) if also else loaded


def _unfit(loaded: LoadedPack, earlier: LoadedPack) -> Iterator[Problem]:
    """What makes a pack none that was taught before another one."""
    own, other = loaded.pack, earlier.pack
    if other.digest == own.digest:
        message = "this is no earlier pack, but the one that is to be printed"
        yield Problem(message, "leave this --also out, or name the pack to print", source=earlier.source)
        return
    if own.taught and other.taught and other.taught > own.taught:
        message = f"this is taught later than {quoted(own.title)}: on {other.taught}, and that on {own.taught}"
        yield earlier.problem(("taught",), message, "mend the day, or print this pack, with the other as --also")
    if primary_language(other.language) != primary_language(own.language):
        message = f"this is in the language '{other.language}', and {quoted(own.title)} in '{own.language}'"
        yield earlier.problem(("language",), message, "name packs of one language: a sheet has one")
    if not recalls(other):
        message = "there is nothing to ask for in this pack"
        yield Problem(message, "add gaps, terms, people or dates, or leave this --also out", source=earlier.source)
