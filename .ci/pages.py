"""Make the README's picture: six pages of the first shipped pack, as they are printed."""

from pathlib import Path

from PIL import Image

from studypack.base.resources import shipped_content_folder
from studypack.model.options import Flags
from studypack.output.build import read, render
from studypack.preview.rasterize import page_image

_SECTIONS = ("cover", "overview", "table", "timeline", "worksheets", "evaluation")
_ACROSS, _WIDTH, _GAP, _SHADOW = 3, 480, 16, 3
"""Pages in a row; in pixels, the width of a page, what is between pages, and its shadow."""
_GROUND, _SHADE = "#d9d8d2", "#b9b7b0"
_COLORS = 64
"""So few that the picture is small, and so many that the type is smooth."""


def main() -> None:
    """Write .github/pages.png."""
    pack, *_ = render(read(shipped_content_folder() / "anglo-soviet-relations.yaml").pack, Flags(), "pack")
    starts = [next(page for page in pack.document.pages if page.section == name) for name in _SECTIONS]
    pages = [page_image(pack.data, page.number - 1, _WIDTH) for page in starts]
    across, down = _WIDTH + _GAP, pages[0].height + _GAP
    picture = Image.new("RGB", (_ACROSS * across + _GAP, len(pages) // _ACROSS * down + _GAP), _GROUND)
    for number, page in enumerate(pages):
        x, y = _GAP + number % _ACROSS * across, _GAP + number // _ACROSS * down
        picture.paste(_SHADE, (x + _SHADOW, y + _SHADOW, x + page.width + _SHADOW, y + page.height + _SHADOW))
        picture.paste(page, (x, y))
    few = picture.quantize(_COLORS, dither=Image.Dither.NONE)
    few.save(Path(__file__).parents[1] / ".github" / "pages.png", optimize=True)


if __name__ == "__main__":
    main()
