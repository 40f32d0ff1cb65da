"""A picture as a box: as wide as its column allows or its author asks, never larger than its pixels are good for."""

from dataclasses import dataclass

from typing_extensions import override

from studypack.base.raster import Raster
from studypack.layout.boxes import Box
from studypack.layout.page import Page, Picture
from studypack.layout.tag import Tag

SHARP = 150
"""Pixels an inch: with fewer, a picture in print looks coarse."""
INCH = 72
"""In points."""
_USUAL_TYPE = 10.5
"""Points: of the text of the standard profile, about."""
_TALLEST, _UPRIGHT = 250, 0.9
"""How tall a picture in a text is at most: in points, and as a part of the width of its column."""


@dataclass
class PictureBox(Box):
    """A picture at the left of its column, in its own proportions. It cannot be split."""

    raster: Raster
    most: float | None
    """How tall it may be, in points: less than the text area, or it would fit on no page. None for what suits the
    column, and what every page has room for."""
    tag: Tag | None
    """Its Figure, with an alternative text; None for decoration."""
    share: float | None = None
    """The part of the column's width that it is asked to take, whatever its pixels; None for its natural size."""
    type_size: float = 0
    """Of the text around it, in points: where that is large, the picture is, too, and its pixels are."""
    above: float = 0
    keep_with_next: bool = False

    def size(self, width: float) -> tuple[float, float]:
        """Return its width and height in points, in a column of this width."""
        natural = self.raster.width * INCH / SHARP * max(self.type_size / _USUAL_TYPE, 1)
        wide = width * self.share if self.share is not None else min(natural, width)
        high = wide * self.raster.height / self.raster.width
        most = min(width * _UPRIGHT, _TALLEST) if self.most is None else self.most
        return (wide, high) if high <= most else (wide * most / high, most)

    @override
    def height(self, width: float) -> float:
        return self.size(width)[1]

    @override
    def widest(self, width: float) -> float:
        return self.size(width)[0]

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        own, high = self.size(width)
        page.add(Picture(x, top - high, own, high, self.raster, self.tag))
