"""The command line: each command parses, calls one function, and says what was made."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from studypack import __version__
from studypack.errors import ContentError, Problem, StudypackError, render_all
from studypack.options import Flags, Key, Paper

app = typer.Typer(
    name="studypack",
    help=(
        "Turn structured notes into a study pack worth printing: a table of two sides, a timeline, "
        "worksheets, a model evaluation, flashcards, and the key.\n\n"
        "One YAML file is one topic. Start with [bold]studypack new[/bold], print with "
        "[bold]studypack build[/bold]."
    ),
    epilog="Example: studypack build content/anglo-soviet-relations.yaml --paper letter",
    rich_markup_mode="rich",
    no_args_is_help=True,
    # A mistake of ours keeps its plain traceback; a user's mistake never gets that far.
    pretty_exceptions_enable=False,
)


def _names(values: Sequence[str] | None) -> tuple[str, ...] | None:
    """The names of comma lists: `-s table,cloze -s answers`."""
    if values is None:
        return None
    names = tuple(name for value in values for part in value.split(",") if (name := part.strip().lower()))
    if not names:
        raise typer.BadParameter("name at least one section")
    return names


def _complete_sections(incomplete: str) -> list[str]:
    """Completes the last name of a comma list."""
    from studypack.choose import section_names

    before, comma, last = incomplete.rpartition(",")
    used = before.split(",")
    return [f"{before}{comma}{name}" for name in section_names() if name.startswith(last) and name not in used]


Contents = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="CONTENT",
        help="YAML files, one topic each. Without any: every file in ./content, or the pack that comes with studypack.",
        show_default=False,
    ),
]
Sections = Annotated[
    list[str] | None,
    typer.Option(
        "--sections",
        "-s",
        metavar="A,B,…",
        help="Print only these, in this order: table,cloze.",
        autocompletion=_complete_sections,
        show_default=False,
    ),
]
Skip = Annotated[
    list[str] | None,
    typer.Option(
        metavar="A,B,…",
        help="Leave these out: cover,flashcards.",
        autocompletion=_complete_sections,
        show_default=False,
    ),
]
PaperOption = Annotated[
    Paper | None,
    typer.Option(case_sensitive=False, help="The sheet to lay the pack out for; a4 unless told.", show_default=False),
]
KeyOption = Annotated[
    Key | None,
    typer.Option(
        case_sensitive=False,
        help="Where the answers go: a file of their own (separate, unless told), the end of the pack, or nowhere.",
        show_default=False,
    ),
]
Seed = Annotated[
    int | None,
    typer.Option(
        min=0,
        max=999_999,
        metavar="N",
        help="Another number, another order of the worksheets' passages; the key keeps step.",
        show_default=False,
    ),
]


@app.command(epilog="Example: studypack build --sections table,timeline --paper a5")
def build(
    content: Contents = None,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="The folder for the PDFs.")] = Path("build"),
    sections: Sections = None,
    skip: Skip = None,
    paper: PaperOption = None,
    key: KeyOption = None,
    seed: Seed = None,
    open_it: Annotated[bool, typer.Option("--open", help="Show the first PDF when it is done.")] = False,
) -> None:
    """Make the PDF pack, and the answers beside it."""
    from studypack.build import build as make

    flags = Flags(paper, key, _names(sections), _names(skip), seed)
    with _mistakes_told():
        made = []
        for file in make(_watched(_contents(content)), out, flags, _tell):
            made.append(file)
            typer.echo(f"{file.path}  {_count(file.pages, 'page')}, {_size(file.size)}")
    if open_it:
        typer.launch(str(made[0].path))


@app.command(epilog="Example: studypack check content/*.yaml --strict")
def check(
    content: Contents = None,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on advice, too.")] = False,
) -> None:
    """Read the content and tell every problem, then give advice. Prints nothing on paper."""
    from studypack.build import read, unbuildable
    from studypack.check import advice

    failed = False
    with _mistakes_told():
        paths = _contents(content)
    for path in paths:
        try:
            loaded = read(path)
            found = unbuildable(loaded)
            if found:
                raise ContentError(found)
            found = [*loaded.warnings, *advice(loaded)]
            failed = failed or (strict and bool(found))
            summary = _count(len(found), "piece") + " of advice" if found else "nothing to mend"
        except ContentError as error:
            found, failed = list(error.problems), True
            summary = _count(len(found), "problem")
        if found:
            typer.echo(render_all(found))
            typer.echo()
        typer.echo(f"{path}: {summary}")
    raise typer.Exit(1 if failed else 0)


@app.command(epilog="Example: studypack sections content/anglo-soviet-relations.yaml")
def sections(
    content: Annotated[
        Path | None, typer.Argument(help="A YAML file; without one, the first that build would take.")
    ] = None,
    paper: PaperOption = None,
) -> None:
    """List what can be printed, what the content has something for, and how many pages each takes."""
    from studypack.build import pages_of, read

    with _mistakes_told():
        path = _contents([content] if content else None)[0]
        pack = read(path).pack
        typer.echo(f"{path}\n")
        for section, pages in pages_of(pack, Flags(paper=paper)):
            if pages:
                typer.echo(f"  {section.name:<12} {_count(pages, 'page'):>9}  {section.title(pack)}")
            else:
                typer.echo(f"  {section.name:<12} {'–':>9}  the content has no {section.needs}")


@app.command(epilog='Example: studypack new "The Weimar Republic"')
def new(
    name: Annotated[str, typer.Argument(help="The topic's title, or a path that ends in .yaml.")],
) -> None:
    """Write a starter file with comments, which builds as it is."""
    from studypack.starter import write_starter

    with _mistakes_told():
        path = write_starter(name)
        typer.echo(f"{path}\nNext: edit it, then run  studypack build {path}")


@app.command(epilog="Example: studypack schema > studypack.schema.json")
def schema() -> None:
    """Print the JSON Schema of the content, for editors that complete and check while you type."""
    from studypack.content import json_schema

    typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"studypack {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", help="Say which version this is.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Hold what comes before a command."""


@contextmanager
def _mistakes_told() -> Iterator[None]:
    """A user's mistake is told in full and ends the command with status 1."""
    try:
        yield
    except StudypackError as error:
        typer.echo(render_all(error.problems), err=True)
        raise typer.Exit(1) from None


def _tell(problem: Problem) -> None:
    typer.echo(render_all([problem]), err=True)


def _contents(given: list[Path] | None) -> list[Path]:
    """What to read: what was named, else every file in ./content, else the shipped pack."""
    from studypack.resources import shipped_content_folder

    if given:
        return given
    folder = Path("content")
    if not folder.is_dir():
        folder = shipped_content_folder()
    found = sorted(path for path in folder.iterdir() if path.suffix.lower() in (".yaml", ".yml"))
    if not found:
        raise ContentError(f"there is no YAML file in {folder}", "write one with  studypack new TITLE")
    return found


def _watched(paths: list[Path]) -> Iterable[Path]:
    """The paths, with a progress bar on a terminal where there is something to wait for."""
    if len(paths) < 2 or not sys.stderr.isatty():
        return paths
    from rich.console import Console
    from rich.progress import track

    return track(paths, "Setting", console=Console(stderr=True), transient=True)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _size(size: int) -> str:
    return f"{max(1, round(size / 1024))} KB"


def run() -> None:
    """The program's entry point."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # An old code page has not all the letters of a problem's source line; the rest must still be told.
            stream.reconfigure(errors="replace")
    app()
