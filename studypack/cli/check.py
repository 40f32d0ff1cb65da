"""studypack check."""

from typing import Annotated

import typer

from studypack.base.errors import Problem, StudypackError, render_all
from studypack.base.wording import quantity
from studypack.cli.choices import Contents, Demo
from studypack.cli.reading import contents
from studypack.cli.telling import mistakes_told, say


def check(
    content: Contents = None,
    demo: Demo = False,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on advice, too.")] = False,
) -> None:
    """Read the content and tell every problem, then give advice. Prints nothing on paper."""
    from studypack.advice.marks_read import marks_read
    from studypack.advice.rules import advice
    from studypack.model.options import Flags
    from studypack.output.build import choice_warnings, read
    from studypack.output.page_advice import almost_empty_advice, compose_documents, picture_advice

    failed = False
    with mistakes_told():
        paths = contents(content, demo=demo)
    for path in paths:
        warnings: tuple[Problem, ...] = ()
        try:
            loaded = read(path)
            warnings = loaded.warnings
            documents = compose_documents(loaded)
            found = [
                *warnings,
                *choice_warnings(loaded, Flags()),
                *advice(loaded),
                *almost_empty_advice(loaded, documents[0]),
                *picture_advice(loaded, documents),
            ]
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
    raise typer.Exit(1 if failed else 0)
