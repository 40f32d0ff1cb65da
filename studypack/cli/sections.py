"""studypack sections."""

from pathlib import Path
from typing import Annotated

import typer

from studypack.cli.choices import PaperOption, ProfileOption, Set
from studypack.cli.reading import contents
from studypack.cli.telling import count, mistakes_told
from studypack.options import Flags


def sections(
    content: Annotated[
        Path | None, typer.Argument(help="A YAML file; without one, the first that build would take.")
    ] = None,
    paper: PaperOption = None,
    profile: ProfileOption = None,
    set_: Set = None,
) -> None:
    """List what can be printed, what the content has something for, and how many pages each takes."""
    from studypack.build import pages_of, read
    from studypack.settings import settings_of
    from studypack.settle import options_for

    with mistakes_told():
        path = contents([content] if content else None)[0]
        pack = read(path).pack
        typer.echo(f"{path}\n")
        flags = Flags(paper=paper, profile=profile, settings=tuple(set_ or ()))
        options = options_for(pack, flags)
        for section, pages in pages_of(pack, flags):
            if pages:
                typer.echo(f"  {section.name:<12} {count(pages, 'page'):>9}  {section.title(pack, options)}")
            else:
                typer.echo(f"  {section.name:<12} {'–':>9}  the content has no {section.needs}")
            for setting, says in settings_of(section.name):
                typer.echo(f"  {'':<12} {'':>9}    --set {setting}  {says}")
