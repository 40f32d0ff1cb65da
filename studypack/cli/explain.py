"""studypack explain."""

from typing import TYPE_CHECKING, Annotated

import typer

from studypack.base.errors import UsageError
from studypack.base.wording import suggest_closest
from studypack.cli.telling import mistakes_told, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studypack.model.reference import Entry

_NAMES = 30
"""Columns for the names, where all are listed."""


def explain(
    key: Annotated[
        str | None,
        typer.Argument(
            metavar="KEY",
            help="A key of the content (points.date), an option (paper) or a mode (table.mode). Without one: all.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Say what a key of the content, an option or a mode means, what it takes, and what is an example of it."""
    from studypack.model.reference import entries, found_by

    known = list(entries())
    if key is None:
        say(*format_list(known))
        return
    with mistakes_told():
        found = found_by(key, known)
        if not found:
            names = {name for entry in known for name in (entry.path, entry.path.rpartition(".")[2])}
            hint = suggest_closest(key, sorted(names), "studypack explain lists them all")
            raise UsageError(f"there is no key, option or mode '{key}'", hint)
        for number, entry in enumerate(found):
            say(*([""] if number else []), *_whole(entry, known))


def format_list(known: "Sequence[Entry]") -> "Iterator[str]":
    """Yield a line for each entry; keys that stand in several places are listed once."""
    again = tuple(f"{entry.path}." for entry in known if entry.alike)
    for entry in known:
        if entry.command:
            words = entry.command.partition("=")[0].split(" ")
            name = " ".join(words if words[0] == "--set" else words[:1])
            yield f"{name:<{_NAMES}} {entry.says}"
        elif not entry.path.startswith(again):
            name = "  " * entry.depth + entry.path.rpartition(".")[2]
            says = entry.says + (f" Its keys: as in {entry.alike}." if entry.alike else "")
            yield f"{name:<{_NAMES}} {says}"


def _whole(entry: "Entry", known: "Sequence[Entry]") -> "Iterator[str]":
    """Yield the lines that explain one entry."""
    yield entry.path + (", needed" if entry.needed else "")
    yield f"  {entry.says}"
    yield f"  It takes: {entry.takes}" + (f"; {entry.usual} unless told" if entry.usual else "")
    if entry.example:
        yield f"  Example: {entry.example}" + (f", or {entry.command}" if entry.command else "")
    inside = [each for each in known if not entry.command and each.path.rpartition(".")[0] == entry.path]
    for each in inside:
        name = f"--set {each.path}" if each.command else each.path
        yield f"    {name:<{_NAMES}} {each.says}"
