"""studypack schema."""

from pathlib import Path
from typing import Annotated

import typer

from studypack.cli.choices import at_home
from studypack.cli.telling import mistakes_told, say


def schema(
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="Write it to this file, in UTF-8.", show_default=False),
    ] = None,
) -> None:
    """Print the JSON Schema of the content, for editors that complete and check while you type."""
    from studypack.base.files import make_folder, write_file
    from studypack.output.editor_schema import schema_bytes

    path = at_home(out)
    if path is None:
        typer.echo(schema_bytes().decode(), nl=False)
        return
    with mistakes_told():
        make_folder(path.parent)
        write_file(path, schema_bytes())
        say(f"{path}")
