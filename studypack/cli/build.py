"""studypack build."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from studypack.base.errors import StudypackError
from studypack.base.wording import quantity
from studypack.cli.choices import Also, Contents, Demo, at_home, choosing
from studypack.cli.reading import contents, watched
from studypack.cli.telling import mistakes_told, say, size, tell
from studypack.model.options import Flags


@choosing()
def build(
    content: Contents = None,
    demo: Demo = False,
    also: Also = None,
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            "-o",
            metavar="DIR|PDF",
            help="The folder for the PDFs; or, of one pack, its file.",
            callback=at_home,
            readable=False,
        ),
    ] = Path("build"),
    verify: Annotated[
        bool,
        typer.Option(
            "--verify", metavar="", help="Write nothing; tell whether the PDFs in that folder are these, byte for byte."
        ),
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", metavar="", help="Tell each choice that was made, and where it was made.")
    ] = False,
    open_it: Annotated[bool, typer.Option("--open", metavar="", help="Show the first PDF when it is done.")] = False,
    *,
    flags: Flags,
) -> None:
    """Make the PDF pack, and the answers beside it."""
    with mistakes_told():
        given = contents(content, demo=demo)
        if verbose:
            _tell_choices(given, flags)
        paths = (_verified if verify else _made)(watched(given), out, flags, also or ())
    if open_it:
        typer.launch(str(paths[0]))


def _made(contents: Iterable[Path], out: Path, flags: Flags, also: Sequence[Path]) -> list[Path]:
    from studypack.output.build import build

    paths = []
    for file in build(contents, out, flags, tell, also):
        paths.append(file.path)
        sheets = f": {file.print_spec.words}" if file.imposed else ""
        say(f"{file.path}  {quantity(file.pages, 'page')}, {size(file.size)}{sheets}")
        if file.left_out:
            say(f"  left out: {', '.join(each.words for each in file.left_out)}; --preset full prints all")
    return paths


def _tell_choices(contents: Iterable[Path], flags: Flags) -> None:
    from studypack.output.build import read
    from studypack.output.provenance import provenance

    for path in contents:
        told = list(provenance(read(path), flags))
        width = max((len(f"{key}: {value}") for key, value, _ in told), default=0)
        say(str(path), *(f"  {f'{key}: {value}':<{width}}  {whence}" for key, value, whence in told))


def _verified(contents: Iterable[Path], out: Path, flags: Flags, also: Sequence[Path]) -> list[Path]:
    from studypack.output.verify import verify

    found = list(verify(contents, out, flags, tell, also))
    for file in found:
        if file.problem is None:
            say(f"{file.path}  the same bytes, sha256 {file.sha256[:16]}")
    different = [file.problem for file in found if file.problem is not None]
    if different:
        raise StudypackError(different)
    return [file.path for file in found]
