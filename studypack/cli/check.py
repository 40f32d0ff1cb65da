"""studypack check."""

from typing import TYPE_CHECKING, Annotated

import typer

from studypack.base.errors import LibraryError, Problem, StudypackError, UsageError, render_all
from studypack.base.wording import quantity, shell_quoted
from studypack.cli.choices import Contents, Demo
from studypack.cli.notes_given import KINDS, notes_in
from studypack.cli.reading import contents
from studypack.cli.telling import mistakes_told, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from studypack.importing.notes import Notes
    from studypack.reading.load import LoadedPack


def check(
    content: Contents = None,
    demo: Demo = False,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="NOTES",
            help="Tell the dates, numbers and names that the content says and these notes do not, and those that it "
            f"lost. NOTES: {KINDS}.",
            show_default=False,
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on advice, too.")] = False,
) -> None:
    """Read the content and tell every problem, then give advice. Prints nothing on paper."""
    from studypack.reading.load import load

    failed = False
    with mistakes_told():
        paths = contents(content, demo=demo)
        _refuse_several(paths, against)
        notes = notes_in(against) if against else None
    for path in paths:
        found: list[Problem] = []
        also: list[str] = []
        try:
            loaded = load(path)  # which loads no more than reading takes: a mistake is told at once
            found += loaded.warnings
            advised, also, marks = _advised(loaded, notes)
            found += advised
            failed = failed or (strict and bool(found))
            summary = quantity(len(found), "piece") + " of advice" if found else "nothing to mend"
            summary += f"; it has {marks}" if marks else ""
        except LibraryError:
            raise
        except StudypackError as error:
            found += error.problems
            failed, summary = True, quantity(len(found), "problem")
        if found:
            typer.echo(render_all(found))
            typer.echo()
        say(f"{path}: {summary}")
        if also:
            say(f"  can also be printed: {', '.join(also)}; studypack sections says what each is good for")
    raise typer.Exit(1 if failed else 0)


def _advised(loaded: "LoadedPack", notes: "Notes | None") -> tuple[list[Problem], list[str], str]:
    """Return advice on a pack, what else can be printed of it, and what of it is read as more than words.

    Raises ContentError if it cannot be printed.
    """
    from studypack.advice.marks_read import marks_read
    from studypack.advice.rules import advice
    from studypack.model.options import Flags
    from studypack.output.build import choice_warnings, printable
    from studypack.output.page_advice import (
        almost_empty_advice,
        also_printable,
        boxes_advice,
        compose_documents,
        picture_advice,
    )

    documents = compose_documents(printable(loaded))
    found = [
        *choice_warnings(loaded, Flags()),
        *advice(loaded),
        *almost_empty_advice(loaded, documents[0]),
        *boxes_advice(loaded, documents[0]),
        *picture_advice(loaded, documents),
        *(_compared(loaded, notes) if notes else ()),
    ]
    return found, also_printable(loaded, documents[0]), marks_read(loaded)


def _compared(loaded: "LoadedPack", notes: "Notes") -> "Sequence[Problem]":
    from studypack.importing.against import compared

    return compared(loaded, notes)


def _refuse_several(paths: "list[Path]", notes: str | None) -> None:
    """Raise UsageError where notes are named and more than one pack: notes are of one topic."""
    if notes and len(paths) > 1:
        again = f"studypack check {shell_quoted(str(paths[0]))} --against {shell_quoted(notes)}"
        raise UsageError(f"there are {len(paths)} packs, and the notes of one", f"name one of them:  {again}")
