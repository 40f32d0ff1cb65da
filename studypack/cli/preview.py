"""studypack preview."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from studypack.base.errors import ContentError, UsageError
from studypack.base.wording import quantity
from studypack.cli.choices import Also, Content, Demo, at_home, choosing
from studypack.cli.reading import one_by_one, watched
from studypack.cli.telling import mistakes_told, say, tell
from studypack.model.options import Flags


@choosing()
def preview(
    content: Content = None,
    demo: Demo = False,
    also: Also = None,
    png: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="The picture to write; build/NAME-preview.png unless told, or NAME-gallery.png.",
            callback=at_home,
            readable=False,
            show_default=False,
        ),
    ] = None,
    gallery: Annotated[
        bool,
        typer.Option(
            "--gallery",
            metavar="",
            help="Show the first page of every section instead, in every theme and profile.",
        ),
    ] = False,
    serve: Annotated[
        bool,
        typer.Option(
            "--serve",
            metavar="",
            help="Show the pages in the browser instead, anew whenever the file is saved; edit the content there, or "
            "make one from notes.",
        ),
    ] = False,
    port: Annotated[
        int, typer.Option(min=0, max=65_535, metavar="N", help="The port to serve on; 0 finds a free one.")
    ] = 0,
    open_it: Annotated[
        bool, typer.Option("--open", metavar="", help="Open the picture, or the page in the browser.")
    ] = False,
    *,
    flags: Flags,
) -> None:
    """Look at the pages before they are printed: as one picture, or in the browser while you write."""
    if png and serve:
        raise UsageError("a picture is written, or the pages are served", "leave --png or --serve out")
    if gallery and serve:
        raise UsageError("a gallery is a picture, which is not served", "leave --gallery or --serve out")
    with mistakes_told():
        if serve:
            _serve(_shown(content, demo=demo), port, flags, also or (), open_it=open_it)
            return
        paths = one_by_one(content, demo=demo)
        for path in paths:
            _draw(path, png, flags, also or (), gallery=gallery, open_it=open_it)


def _shown(content: list[Path] | None, *, demo: bool) -> Path | None:
    """The content to show first; None where nobody names one, and there is none yet."""
    try:
        return one_by_one(content, demo=demo)[0]
    except ContentError:
        if content or demo:
            raise
        return None


def _draw(path: Path, png: Path | None, flags: Flags, also: Sequence[Path], *, gallery: bool, open_it: bool) -> None:
    if gallery:
        from studypack.preview.gallery import write_gallery

        made = write_gallery(path, png, flags, tell, watched, also)
    else:
        from studypack.preview.contact_sheet import write_contact_sheet

        made = write_contact_sheet(path, png, flags, tell, also)
    say(f"{made.path}  {quantity(made.pages, 'page')}")
    if open_it:
        typer.launch(str(made.path))


def _serve(path: Path | None, port: int, flags: Flags, also: Sequence[Path], *, open_it: bool) -> None:
    from studypack.preview.serve import serve

    def ready(address: str) -> None:
        says = f"Shows {path} as it is saved" if path else "There is no content yet: make one from notes, on the page"
        say(address, f"{says}. Ctrl-C ends it.")
        if open_it:
            typer.launch(address)

    serve(path, port, flags, ready, also)
