"""The gallery: the page that each section starts on, in every theme and profile, on one picture."""

from collections.abc import Callable, Iterable, Sequence
from itertools import product
from math import sqrt
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw

from studypack.base.errors import Problem
from studypack.base.record import record
from studypack.base.wording import quantity
from studypack.model.choices import Openings, Profile, ThemeName
from studypack.model.content import Pack
from studypack.model.options import Flags
from studypack.output.build import choice_warnings, read, render_loaded
from studypack.output.resolve import options_for
from studypack.preview.contact_sheet import (
    BACKGROUND,
    HAIRLINE,
    INK,
    INK_SOFT,
    MAX_PIXELS,
    ContactSheet,
    fit_text,
    font,
    picture_path,
    write_picture,
)
from studypack.preview.proof import unimposed_pdf
from studypack.preview.rasterize import page_image
from studypack.reading.load import LoadedPack
from studypack.sections import SECTIONS

_DPI = 40
"""The resolution: enough to compare pages, not to read them."""

# In pixels:
_MARGIN, _GAP = 44, 22
_LABELS = 150
"""The column of the sections' names."""
_HEADS = 74
"""Above the pages: the names of themes and of profiles."""
_CAPTION = 26
"""Under a page."""


class Look(NamedTuple):
    """A column of the gallery."""

    theme: ThemeName
    profile: Profile


@record
class _Cell:
    """A section in one look."""

    picture: Image.Image
    pages: int
    """How many the section has there."""


def write_gallery(
    content: Path,
    png: Path | None,
    flags: Flags,
    warn: Callable[[Problem], None],
    watch: Callable[[Sequence[Look]], Iterable[Look]],
    also: Sequence[Path] = (),
) -> ContactSheet:
    """Write the gallery of a content file to `png`, or to build/NAME-gallery.png if that is None.

    A theme, a profile or sections that the flags name are the only ones in it. `watch` passes the looks on, to show how
    far it is. Calls `warn` and raises as `write_contact_sheet` does.
    """
    loaded = read(content, also=also)
    for problem in (*loaded.warnings, *choice_warnings(loaded, flags)):
        warn(problem)
    path, looks, names = picture_path(content, png, "gallery"), looks_of(flags), sections_of(loaded.pack, flags)
    columns = [(look, _cells(loaded, flags, look, names)) for look in watch(looks)]
    write_picture(path, _drawn(names, columns))
    return ContactSheet(path, sum(len(cells) for _, cells in columns))


def looks_of(flags: Flags) -> list[Look]:
    """Return every theme in every profile, as far as the flags leave them open."""
    said = flags.model_fields_set
    themes = [flags.theme] if "theme" in said else list(ThemeName)
    profiles = [flags.profile] if "profile" in said else list(Profile)
    return [Look(*look) for look in product(themes, profiles)]


def sections_of(pack: Pack, flags: Flags) -> tuple[str, ...]:
    """Return the names of the sections that the flags ask for, or of all that the content has something for."""
    options = options_for(pack, flags)
    if options.sections:
        return options.sections
    able = [each for each in SECTIONS if not each.lack(pack, options) and each.name not in options.skip]
    owes = any(each.owes(pack, options) for each in able)
    return tuple(each.name for each in able if owes or not each.is_key)


def _cells(loaded: LoadedPack, flags: Flags, look: Look, names: Sequence[str]) -> dict[str, _Cell]:
    """Return the first page of each section in one look, by its name."""
    chosen = {"theme": look.theme, "profile": look.profile, "sections": names, "skip": (), "openings": Openings.PAGE}
    made = render_loaded(loaded, flags.model_copy(update=chosen), "gallery")[0]
    data, pages = unimposed_pdf(made), made.document.pages
    width = round(pages[0].width * _scale(pages[0].width, pages[0].height, len(names)))
    cells = {}
    for name in names:
        own = [index for index, page in enumerate(pages) if name in page.sections and page.items]
        if own:
            cells[name] = _Cell(page_image(data, own[0], width), len(own))
    return cells


def _scale(width: float, height: float, rows: int) -> float:
    """Return the scale of the pictures, in pixels per point, for so many rows of every look."""
    area = width * height * rows * len(ThemeName) * len(Profile)
    return min(_DPI / 72, sqrt(MAX_PIXELS / area))


def _drawn(names: Sequence[str], columns: Sequence[tuple[Look, dict[str, _Cell]]]) -> Image.Image:
    """Return the picture: a row a section under the names of themes and profiles."""
    pictures = [cell.picture for _, cells in columns for cell in cells.values()]
    wide, high = max(picture.width for picture in pictures), max(picture.height for picture in pictures)
    across, down = wide + _GAP, high + _CAPTION + _GAP
    size = (2 * _MARGIN + _LABELS + len(columns) * across, 2 * _MARGIN + _HEADS + len(names) * down)
    sheet = Image.new("RGB", size, BACKGROUND)
    draw, plain = ImageDraw.Draw(sheet), font("SourceSans3_400Regular", 17)
    before = ""
    for number, (look, cells) in enumerate(columns):
        x = _MARGIN + _LABELS + number * across
        if look.theme != before:
            before = look.theme
            draw.text((x, _MARGIN + 22), before, INK, font("SourceSerif4_600SemiBold", 27), anchor="ls")
        draw.text((x, _MARGIN + 58), look.profile, INK_SOFT, font("SourceSans3_600SemiBold", 17), anchor="ls")
        for row, name in enumerate(names):
            y = _MARGIN + _HEADS + row * down
            if number == 0:
                label = font("SourceSans3_600SemiBold", 17)
                draw.text((_MARGIN, y + 16), fit_text(name, label, _LABELS - 12), INK, label, anchor="ls")
            if name in cells:
                _draw_cell(sheet, draw, cells[name], x, y)
                draw.text((x, y + high + 20), quantity(cells[name].pages, "page"), INK_SOFT, plain, anchor="ls")
    return sheet


def _draw_cell(sheet: Image.Image, draw: ImageDraw.ImageDraw, cell: _Cell, x: int, y: int) -> None:
    picture = cell.picture
    sheet.paste(picture, (x, y))
    draw.rectangle((x, y, x + picture.width - 1, y + picture.height - 1), outline=HAIRLINE)
