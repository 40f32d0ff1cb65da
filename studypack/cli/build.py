"""studypack build."""

from pathlib import Path
from typing import Annotated

import typer

from studypack.cli.choices import (
    Booklet,
    Contents,
    Duplex,
    Eco,
    Grey,
    Hyphenate,
    KeyOption,
    PaperOption,
    ProfileOption,
    Punch,
    Sections,
    Seed,
    Set,
    Skip,
    TwoUp,
    flags_of,
)
from studypack.cli.reading import contents, watched
from studypack.cli.telling import count, mistakes_told, size, tell


def build(
    context: typer.Context,
    content: Contents = None,
    sections: Sections = None,
    skip: Skip = None,
    set_: Set = None,
    key: KeyOption = None,
    seed: Seed = None,
    profile: ProfileOption = None,
    grey: Grey = None,
    eco: Eco = None,
    hyphenate: Hyphenate = None,
    paper: PaperOption = None,
    duplex: Duplex = None,
    booklet: Booklet = False,
    two_up: TwoUp = False,
    punch: Punch = None,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="The folder for the PDFs.")] = Path("build"),
    open_it: Annotated[bool, typer.Option("--open", metavar="", help="Show the first PDF when it is done.")] = False,
) -> None:
    """Make the PDF pack, and the answers beside it."""
    from studypack.build import build as make

    flags = flags_of(context)
    with mistakes_told():
        made = []
        for file in make(watched(contents(content)), out, flags, tell):
            made.append(file)
            sheets = f": {file.handling.words}" if file.imposed else ""
            typer.echo(f"{file.path}  {count(file.pages, 'page')}, {size(file.size)}{sheets}")
    if open_it:
        typer.launch(str(made[0].path))
