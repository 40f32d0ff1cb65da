"""Room to draw in: an empty box, squared paper, or a pair of axes."""

from dataclasses import dataclass

from typing_extensions import override

from studypack.layout.boxes import Box
from studypack.layout.page import Page, Polygon, Rectangle, Rule
from studypack.layout.style import HAIRLINE, INK, RULE, mm
from studypack.model.modes import Drawing

_SQUARE = mm(5)
"""Of squared paper, as in school exercise books."""
_MARGIN = mm(9)
"""Beside and under axes, for what they are called."""
_OUTLINE, _FINE, _AXIS = 0.7, 0.35, 0.9
_ARROW = 5.0
"""The length of an arrowhead, in points; it is half as wide."""


@dataclass
class DrawingRoom(Box):
    """Room to draw in, across the column. It cannot be split."""

    kind: Drawing
    points: float
    """Its height."""
    above: float = 0
    keep_with_next: bool = False

    @override
    def height(self, width: float) -> float:
        return self.points

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        if self.kind is Drawing.AXES:
            _axes(page, x + _MARGIN, top - self.points + _MARGIN, x + width, top)
            return
        right, bottom = x + width, top - self.points
        if self.kind is Drawing.GRID:
            right, bottom = x + width // _SQUARE * _SQUARE, top - self.points // _SQUARE * _SQUARE
            for number in range(1, round((right - x) / _SQUARE)):
                across = x + number * _SQUARE
                page.add(Rule(across, bottom, across, top, _FINE, HAIRLINE))
            for number in range(1, round((top - bottom) / _SQUARE)):
                up = bottom + number * _SQUARE
                page.add(Rule(x, up, right, up, _FINE, HAIRLINE))
        page.add(Rectangle(x, bottom, right - x, top - bottom, stroke=RULE, thickness=_OUTLINE))


def _axes(page: Page, left: float, bottom: float, right: float, top: float) -> None:
    """Draw two axes from a corner, each with an arrowhead at its end."""
    half = _ARROW / 4
    page.add(Rule(left, bottom, right - _ARROW, bottom, _AXIS, INK))
    page.add(Rule(left, bottom, left, top - _ARROW, _AXIS, INK))
    tip = right - _ARROW
    page.add(Polygon(((right, bottom), (tip, bottom + half), (tip, bottom - half)), fill=INK))
    tip = top - _ARROW
    page.add(Polygon(((left, top), (left - half, tip), (left + half, tip)), fill=INK))
