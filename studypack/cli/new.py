"""studypack new."""

from typing import Annotated

import typer

from studypack.base.wording import shell_quoted
from studypack.cli.telling import mistakes_told, say


def new(
    title: Annotated[
        list[str], typer.Argument(metavar="TITLE", help="The topic's title, or a path that ends in .yaml.")
    ],
) -> None:
    """Write a starter file with comments, which builds as it is."""
    from studypack.output.starter import write_starter

    with mistakes_told():
        path = write_starter(" ".join(title))
        say(f"{path}", f"Next: edit it, then run  studypack build {shell_quoted(str(path))}")
