"""The contact sheet: every page of a pack and its key on one picture, in spreads as they will lie."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from math import ceil, sqrt
from pathlib import Path
from typing import TypeVar

from PIL import Image, ImageDraw, ImageFont

from studypack.base.errors import Problem, UsageError
from studypack.base.files import make_folder, write_file
from studypack.base.resources import font_data
from studypack.base.wording import quantity
from studypack.model.letters import slug
from studypack.model.options import Flags
from studypack.output.build import RenderedFile, choice_warnings, read, render_loaded
from studypack.preview.pictures import pictures
from studypack.preview.proof import as_read

Leaf = TypeVar("Leaf")


def spreads(pages: Sequence[Leaf], *, one_sided: bool = False) -> list[tuple[Leaf | None, ...]]:
    """Pages in order, from folio 1, as pairs of left and right; the first has nothing on its left.

    Pages printed on the front alone lie one by one.
    """
    if one_sided:
        return [(page,) for page in pages]
    padded = [None, *pages, *([None] if len(pages) % 2 == 0 else [])]
    return list(zip(padded[::2], padded[1::2], strict=True))


_DPI = 64
"""At which headings read well and text can be made out."""
_MOST_PIXELS = 40_000_000
"""A pack of hundreds of pages gets smaller pictures, so that the whole sheet stays within this."""
_LANDSCAPE = 1.4
"""Spreads in a row for each row of them, squared: a screen is wider than high."""

_GROUND = "#e9e7e2"
_HAIRLINE = "#b9b5ad"
_INK = "#24272a"
_INK_SOFT = "#565a5e"

# In pixels:
_MARGIN = 44
_GAP = 36
"""Between spreads."""
_FOOT = 34
"""Under a page, for its folio."""
_HEAD = 62
"""Over a file's pages, for its name."""


@dataclass(frozen=True, slots=True)
class Card:
    """A page on the sheet."""

    picture: Image.Image
    folio: int
    recto: bool
    starts: str
    """The title of the section that begins on it; empty where none does."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A contact sheet that was written."""

    path: Path
    pages: int


def write_sheet(content: Path, png: Path | None, flags: Flags, warn: Callable[[Problem], None]) -> Sheet:
    """Write the contact sheet of a content: to `png`, else to build/NAME-preview.png.

    Raises ContentError, ChoiceError, UsageError where its name is none of a picture, or OutputError.
    """
    loaded = read(content)
    for problem in (*loaded.warnings, *choice_warnings(loaded, flags)):
        warn(problem)
    name = slug(content.stem)
    path = png or Path("build") / f"{name}-preview.png"
    if path.suffix.lower() != ".png":
        raise UsageError(f"the picture cannot be called {path.name}", "give it a name that ends in .png")
    made = render_loaded(loaded, flags, name)
    data = _png(contact_sheet(made))
    make_folder(path.parent, "choose another place: --png")
    write_file(path, data, "choose another place: --png")
    return Sheet(path, sum(len(rendered.document.pages) for rendered in made))


def contact_sheet(files: Sequence[RenderedFile]) -> Image.Image:
    """All pages of some files; the same picture for the same files."""
    rows = [(rendered, _lying(rendered, _scale(files))) for rendered in files]
    longest = max(len(lying) for _, lying in rows)
    across = max(1, round(sqrt(longest * _LANDSCAPE * 2 / len(rows[0][1][0]))))
    cards = [card for _, lying in rows for spread in lying for card in spread if card]
    width = max(card.picture.width for card in cards)
    height = max(card.picture.height for card in cards)
    block = (max(len(lying[0]) for _, lying in rows) * width + _GAP, height + _FOOT + _GAP)
    heights = [_HEAD + ceil(len(lying) / across) * block[1] for _, lying in rows]
    sheet = Image.new("RGB", (2 * _MARGIN - _GAP + across * block[0], 2 * _MARGIN - _GAP + sum(heights)), _GROUND)
    top = _MARGIN
    for (rendered, lying), taken in zip(rows, heights, strict=True):
        _title(sheet, rendered, top)
        for number, spread in enumerate(lying):
            x = _MARGIN + number % across * block[0]
            _lay(sheet, spread, x, top + _HEAD + number // across * block[1], width)
        top += taken
    return sheet


def _scale(files: Iterable[RenderedFile]) -> float:
    """Pixels a point."""
    pages = [page for rendered in files for page in rendered.document.pages]
    area = sum(page.width * page.height for page in pages)
    return min(_DPI / 72, sqrt(_MOST_PIXELS / area))


def _cards(rendered: RenderedFile, scale: float) -> list[Card]:
    pages = rendered.document.pages
    before = [None, *(page.section for page in pages)]
    return [
        Card(picture, page.number, page.recto, (page.head or page.section.capitalize()) if page.section != last else "")
        for picture, page, last in zip(pictures(as_read(rendered), scale), pages, before, strict=False)
    ]


def _lying(rendered: RenderedFile, scale: float) -> list[tuple[Card | None, ...]]:
    """A file's pages as they lie: in spreads, or one by one where only fronts are printed."""
    return spreads(_cards(rendered, scale), one_sided=rendered.document.pages[0].one_sided)


def _title(sheet: Image.Image, rendered: RenderedFile, top: int) -> None:
    """The document's title over its pages, and the file's name at the other end where there is room for it."""
    draw = ImageDraw.Draw(sheet)
    room = sheet.width - 2 * _MARGIN
    large, small = _face("SourceSerif4_600SemiBold", 27), _face("SourceSans3_400Regular", 20)
    title = _shortened(rendered.document.title, large, room)
    draw.text((_MARGIN, top + 22), title, _INK, large, anchor="ls")
    says = f"{rendered.name}, {quantity(len(rendered.document.pages), 'page')}"
    if large.getlength(title) + _GAP + small.getlength(says) <= room:
        draw.text((sheet.width - _MARGIN, top + 22), says, _INK_SOFT, small, anchor="rs")


def _lay(sheet: Image.Image, spread: tuple[Card | None, ...], x: int, y: int, width: int) -> None:
    """A spread with its upper left corner at (x, y), and what is under each of its pages."""
    draw = ImageDraw.Draw(sheet)
    for place, card in enumerate(spread):
        if card is None:
            continue
        left = x + place * width
        right, bottom = left + card.picture.width - 1, y + card.picture.height - 1
        sheet.paste(card.picture, (left, y))
        draw.rectangle((left, y, right, bottom), outline=_HAIRLINE)
        _caption(draw, card, left, right, bottom + 22)


def _caption(draw: ImageDraw.ImageDraw, card: Card, left: int, right: int, y: int) -> None:
    """The folio on the outer edge, where the page itself has it, then the title of what begins there."""
    anchor, edge, inwards = ("rs", right, -1) if card.recto else ("ls", left, 1)
    bold, plain = _face("SourceSans3_600SemiBold", 17), _face("SourceSans3_400Regular", 17)
    draw.text((edge, y), str(card.folio), _INK, bold, anchor=anchor)
    taken = bold.getlength(str(card.folio)) + 12
    title = _shortened(card.starts, plain, right - left - taken)
    draw.text((edge + inwards * taken, y), title, _INK_SOFT, plain, anchor=anchor)


def _shortened(text: str, face: ImageFont.FreeTypeFont, room: float) -> str:
    """The text, or as much of it as there is room for and an ellipsis."""
    kept = len(text)
    while kept and face.getlength(shown := text if kept == len(text) else text[:kept].rstrip() + "…") > room:
        kept -= 1
    return shown if kept else ""


def _face(name: str, size: int) -> ImageFont.FreeTypeFont:
    # The plain layout engine is in every build of Pillow; Raqm is not, and would set the same words otherwise.
    return ImageFont.truetype(BytesIO(font_data(name)), size, layout_engine=ImageFont.Layout.BASIC)


def _png(sheet: Image.Image) -> bytes:
    buffer = BytesIO()
    sheet.save(buffer, "PNG", compress_level=6)
    return buffer.getvalue()
