"""studypack check."""

from typing import TYPE_CHECKING, Annotated

import typer

from studypack.base.errors import Problem, StudypackError, UsageError, render_all
from studypack.base.wording import quantity, shell_quoted
from studypack.cli.choices import Contents, Demo
from studypack.cli.notes_given import KINDS, notes_in
from studypack.cli.reading import contents
from studypack.cli.telling import mistakes_told, say

if TYPE_CHECKING:
    from pathlib import Path


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
    from studypack.advice.marks_read import marks_read
    from studypack.advice.rules import advice
    from studypack.importing.against import compared
    from studypack.model.options import Flags
    from studypack.output.build import choice_warnings, read
    from studypack.output.page_advice import (
        almost_empty_advice,
        also_printable,
        boxes_advice,
        compose_documents,
        picture_advice,
    )

    failed = False
    with mistakes_told():
        paths = contents(content, demo=demo)
        _refuse_several(paths, against)
        notes = notes_in(against) if against else None
    for path in paths:
        warnings: tuple[Problem, ...] = ()
        also: list[str] = []
        try:
            loaded = read(path)
            warnings = loaded.warnings
            documents = compose_documents(loaded)
            found = [
                *warnings,
                *choice_warnings(loaded, Flags()),
                *advice(loaded),
                *almost_empty_advice(loaded, documents[0]),
                *boxes_advice(loaded, documents[0]),
                *picture_advice(loaded, documents),
                *(compared(loaded, notes) if notes else ()),
            ]
            also = also_printable(loaded, documents[0])
            failed = failed or (strict and bool(found))
            summary = quantity(len(found), "piece") + " of advice" if found else "nothing to mend"
            summary += f"; it has {marks}" if (marks := marks_read(loaded)) else ""
        except StudypackError as error:
            found, failed = [*warnings, *error.problems], True
            summary = quantity(len(found), "problem")
        if found:
            typer.echo(render_all(found))
            typer.echo()
        say(f"{path}: {summary}")
        if also:
            say(f"  can also be printed: {', '.join(also)}; studypack sections says what each is good for")
    raise typer.Exit(1 if failed else 0)


def _refuse_several(paths: "list[Path]", notes: str | None) -> None:
    """Raise UsageError where notes are named and more than one pack: notes are of one topic."""
    if notes and len(paths) > 1:
        again = f"studypack check {shell_quoted(str(paths[0]))} --against {shell_quoted(notes)}"
        raise UsageError(f"there are {len(paths)} packs, and the notes of one", f"name one of them:  {again}")
