"""studypack new."""

from typing import Annotated

import typer

from studypack.base.errors import UsageError
from studypack.base.wording import shell_quoted
from studypack.cli.telling import mistakes_told, say


def complete_templates(incomplete: str) -> list[str]:
    """Completes the name of a template."""
    from studypack.output.starter import TEMPLATES

    return [name for name in TEMPLATES if name.startswith(incomplete)]


def new(
    title: Annotated[
        list[str] | None,
        typer.Argument(metavar="TITLE", help="The topic's title, or a path that ends in .yaml.", show_default=False),
    ] = None,
    template: Annotated[
        str | None,
        typer.Option(
            "--template",
            "-t",
            metavar="NAME",
            help="Begin with what a subject needs, such as history or science; --list shows them all.",
            autocompletion=complete_templates,
            show_default=False,
        ),
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the templates, and write nothing.")] = False,
) -> None:
    """Write a starter file with comments, which builds as it is."""
    from studypack.output.starter import USUAL, templates_listed, write_starter

    if list_:
        say(*(f"{name:<11}{says}" for name, says in templates_listed()))
        return
    with mistakes_told():
        if title is None:
            raise UsageError("TITLE is missing", 'for example: studypack new "The Weimar Republic"')
        path, *beside = write_starter(" ".join(title), template or USUAL)
        say(f"{path}", *(f"{each}  lets editors check and complete it while you type" for each in beside))
        say(f"Next: edit it, then run  studypack build {shell_quoted(str(path))}")
