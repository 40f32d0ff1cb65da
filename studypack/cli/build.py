"""studypack build."""

from pathlib import Path
from typing import Annotated

import typer

from studypack.cli.choices import (
    Contents,
    Duplex,
    Eco,
    Grey,
    KeyOption,
    PaperOption,
    ProfileOption,
    Sections,
    Seed,
    Set,
    Skip,
    names,
    sides,
)
from studypack.cli.reading import contents, watched
from studypack.cli.telling import count, mistakes_told, size, tell
from studypack.options import Flags


def build(
    content: Contents = None,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="The folder for the PDFs.")] = Path("build"),
    sections: Sections = None,
    skip: Skip = None,
    set_: Set = None,
    paper: PaperOption = None,
    profile: ProfileOption = None,
    grey: Grey = None,
    eco: Eco = None,
    duplex: Duplex = None,
    key: KeyOption = None,
    seed: Seed = None,
    open_it: Annotated[bool, typer.Option("--open", help="Show the first PDF when it is done.")] = False,
) -> None:
    """Make the PDF pack, and the answers beside it."""
    from studypack.build import build as make

    flags = Flags(
        paper=paper,
        key=key,
        sections=names(sections),
        skip=names(skip),
        seed=seed,
        profile=profile,
        grey=grey,
        eco=eco,
        sides=sides(duplex),
        settings=tuple(set_ or ()),
    )
    with mistakes_told():
        made = []
        for file in make(watched(contents(content)), out, flags, tell):
            made.append(file)
            typer.echo(f"{file.path}  {count(file.pages, 'page')}, {size(file.size)}")
    if open_it:
        typer.launch(str(made[0].path))
