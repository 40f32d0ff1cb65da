"""The contact sheet: thumbnails of all pages of a pack and its key on one picture, in spreads."""

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from math import ceil, sqrt
from pathlib import Path
from typing import TypeVar

from PIL import Image, ImageDraw, ImageFont

from studypack.base.errors import Problem, UsageError
from studypack.base.files import make_folder, write_file
from studypack.base.record import record
from studypack.base.resources import font_data
from studypack.base.wording import quantity
from studypack.model.letters import slug
from studypack.model.options import Flags
from studypack.output.build import choice_warnings, read, render_loaded
from studypack.output.finished_file import RenderedFile
from studypack.preview.proof import unimposed_pdf
from studypack.preview.rasterize import page_images

PageT = TypeVar("PageT")


def spreads(pages: Sequence[PageT], *, one_sided: bool = False) -> list[tuple[PageT | None, ...]]:
    """Return pages in order, from page 1, as pairs of left and right; the first pair has no left page.

    If `one_sided`, each page stands alone.
    """
    if one_sided:
        return [(page,) for page in pages]
    padded = [None, *pages, *([None] if len(pages) % 2 == 0 else [])]
    return list(zip(padded[::2], padded[1::2], strict=True))


_DPI = 64
"""The resolution: headings are easy to read, and text is just legible."""
MAX_PIXELS = 40_000_000
"""Pixels of all thumbnails together. For hundreds of pages, the thumbnails get smaller."""
_ASPECT_RATIO = 1.4
"""The aspect ratio that the longest file's block of spreads is laid out for, since screens are wider than high."""

BACKGROUND = "#e9e7e2"
HAIRLINE = "#b9b5ad"
INK = "#24272a"
INK_SOFT = "#565a5e"

# In pixels:
_MARGIN = 44
_GAP = 36
"""Between spreads."""
_CAPTION_HEIGHT = 34
"""Under a page, for its page number and section title."""
_TITLE_HEIGHT = 62
"""Above a file's pages, for its title and name."""


@record
class Thumbnail:
    """A page on the contact sheet."""

    picture: Image.Image
    number: int
    recto: bool
    section_title: str
    """The title of the section that begins on the page; empty if none does."""


@record
class ContactSheet:
    """A contact sheet that was written."""

    path: Path
    pages: int


def write_contact_sheet(
    content: Path, png: Path | None, flags: Flags, warn: Callable[[Problem], None], also: Sequence[Path] = ()
) -> ContactSheet:
    """Write the contact sheet of a content file to `png`, or to build/NAME-preview.png if that is None.

    Calls `warn` with each warning. Raises ContentError or ChoiceError as a build does, UsageError if the name does not
    end in .png, and OutputError if the file cannot be written.
    """
    loaded = read(content, also=also)
    for problem in (*loaded.warnings, *choice_warnings(loaded, flags)):
        warn(problem)
    path = picture_path(content, png, "preview")
    made = render_loaded(loaded, flags, slug(content.stem))
    write_picture(path, draw_contact_sheet(made))
    return ContactSheet(path, sum(len(rendered.document.pages) for rendered in made))


def picture_path(content: Path, png: Path | None, kind: str) -> Path:
    """Return where the picture of a content file goes: `png`, or build/NAME-KIND.png. Raises UsageError."""
    path = png or Path("build") / f"{slug(content.stem)}-{kind}.png"
    if path.suffix.lower() != ".png":
        raise UsageError(f"the picture cannot be called {path.name}", "give it a name that ends in .png")
    return path


def write_picture(path: Path, picture: Image.Image) -> None:
    """Write a picture as PNG. Raises OutputError."""
    buffer = BytesIO()
    picture.save(buffer, "PNG", compress_level=6)
    make_folder(path.parent, "choose another place: --png")
    write_file(path, buffer.getvalue(), "choose another place: --png")


def draw_contact_sheet(files: Sequence[RenderedFile]) -> Image.Image:
    """Return the contact sheet of some files. The same files give the same picture."""
    rows = [(rendered, _thumbnail_spreads(rendered, _scale(files))) for rendered in files]
    longest = max(len(file_spreads) for _, file_spreads in rows)
    columns = max(1, round(sqrt(longest * _ASPECT_RATIO * 2 / len(rows[0][1][0]))))
    thumbnails = [thumbnail for _, file_spreads in rows for spread in file_spreads for thumbnail in spread if thumbnail]
    width = max(thumbnail.picture.width for thumbnail in thumbnails)
    height = max(thumbnail.picture.height for thumbnail in thumbnails)
    block = (max(len(file_spreads[0]) for _, file_spreads in rows) * width + _GAP, height + _CAPTION_HEIGHT + _GAP)
    heights = [_TITLE_HEIGHT + ceil(len(file_spreads) / columns) * block[1] for _, file_spreads in rows]
    sheet = Image.new("RGB", (2 * _MARGIN - _GAP + columns * block[0], 2 * _MARGIN - _GAP + sum(heights)), BACKGROUND)
    top = _MARGIN
    for (rendered, file_spreads), taken in zip(rows, heights, strict=True):
        _draw_title(sheet, rendered, top)
        for number, spread in enumerate(file_spreads):
            x = _MARGIN + number % columns * block[0]
            _draw_spread(sheet, spread, x, top + _TITLE_HEIGHT + number // columns * block[1], width)
        top += taken
    return sheet


def _scale(files: Iterable[RenderedFile]) -> float:
    """Return the scale of the thumbnails, in pixels per point."""
    pages = [page for rendered in files for page in rendered.document.pages]
    area = sum(page.width * page.height for page in pages)
    return min(_DPI / 72, sqrt(MAX_PIXELS / area))


def _thumbnails(rendered: RenderedFile, scale: float) -> list[Thumbnail]:
    pages = rendered.document.pages
    before = [None, *(page.section for page in pages)]
    return [
        Thumbnail(
            picture, page.number, page.recto, (page.head or page.section.capitalize()) if page.section != last else ""
        )
        for picture, page, last in zip(page_images(unimposed_pdf(rendered), scale), pages, before, strict=False)
    ]


def _thumbnail_spreads(rendered: RenderedFile, scale: float) -> list[tuple[Thumbnail | None, ...]]:
    """Return a file's thumbnails in spreads, or one by one if it is printed on one side."""
    return spreads(_thumbnails(rendered, scale), one_sided=rendered.document.pages[0].one_sided)


def _draw_title(sheet: Image.Image, rendered: RenderedFile, top: int) -> None:
    """Draw the document's title above its pages, and the file's name on the right if there is room for it."""
    draw = ImageDraw.Draw(sheet)
    room = sheet.width - 2 * _MARGIN
    large, small = font("SourceSerif4_600SemiBold", 27), font("SourceSans3_400Regular", 20)
    title = fit_text(rendered.document.title, large, room)
    draw.text((_MARGIN, top + 22), title, INK, large, anchor="ls")
    says = f"{rendered.name}, {quantity(len(rendered.document.pages), 'page')}"
    if large.getlength(title) + _GAP + small.getlength(says) <= room:
        draw.text((sheet.width - _MARGIN, top + 22), says, INK_SOFT, small, anchor="rs")


def _draw_spread(sheet: Image.Image, spread: tuple[Thumbnail | None, ...], x: int, y: int, width: int) -> None:
    """Draw a spread with its upper left corner at (x, y), and the captions under its pages."""
    draw = ImageDraw.Draw(sheet)
    for place, thumbnail in enumerate(spread):
        if thumbnail is None:
            continue
        left = x + place * width
        right, bottom = left + thumbnail.picture.width - 1, y + thumbnail.picture.height - 1
        sheet.paste(thumbnail.picture, (left, y))
        draw.rectangle((left, y, right, bottom), outline=HAIRLINE)
        _draw_caption(draw, thumbnail, left, right, bottom + 22)


def _draw_caption(draw: ImageDraw.ImageDraw, thumbnail: Thumbnail, left: int, right: int, y: int) -> None:
    """Draw the page number at the outer edge, as on the page itself, and the title of a section that begins there."""
    anchor, edge, inwards = ("rs", right, -1) if thumbnail.recto else ("ls", left, 1)
    bold, plain = font("SourceSans3_600SemiBold", 17), font("SourceSans3_400Regular", 17)
    draw.text((edge, y), str(thumbnail.number), INK, bold, anchor=anchor)
    taken = bold.getlength(str(thumbnail.number)) + 12
    title = fit_text(thumbnail.section_title, plain, right - left - taken)
    draw.text((edge + inwards * taken, y), title, INK_SOFT, plain, anchor=anchor)


def fit_text(text: str, face: ImageFont.FreeTypeFont, room: float) -> str:
    """Return the text, cut off with an ellipsis if it is wider than `room`, in pixels."""
    kept = len(text)
    while kept and face.getlength(shown := text if kept == len(text) else text[:kept].rstrip() + "…") > room:
        kept -= 1
    return shown if kept else ""


def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """Return one of the bundled faces, `size` pixels large."""
    # Every build of Pillow has the basic layout engine; Raqm is optional and would place glyphs differently.
    return ImageFont.truetype(BytesIO(font_data(name)), size, layout_engine=ImageFont.Layout.BASIC)
