"""Room to draw in: an empty box, squared paper, or a pair of axes."""

from functools import partial

from studypack.layout.boxes import Drawn
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


def drawing_room(kind: Drawing, points: float, *, above: float = 0) -> Drawn:
    """Return room to draw in, across the column and so many points high. It cannot be split."""
    draw = partial(_axes, points) if kind is Drawing.AXES else partial(_paper, points, squared=kind is Drawing.GRID)
    return Drawn(points, draw, above=above)


def _paper(points: float, page: Page, x: float, top: float, width: float, *, squared: bool) -> None:
    """Draw an empty box, or one of whole squares."""
    right, bottom = x + width, top - points
    if squared:
        right, bottom = x + width // _SQUARE * _SQUARE, top - points // _SQUARE * _SQUARE
        for number in range(1, round((right - x) / _SQUARE)):
            across = x + number * _SQUARE
            page.add(Rule(across, bottom, across, top, _FINE, HAIRLINE))
        for number in range(1, round((top - bottom) / _SQUARE)):
            up = bottom + number * _SQUARE
            page.add(Rule(x, up, right, up, _FINE, HAIRLINE))
    page.add(Rectangle(x, bottom, right - x, top - bottom, stroke=RULE, thickness=_OUTLINE))


def _axes(points: float, page: Page, x: float, top: float, width: float) -> None:
    """Draw two axes from a corner, each with an arrowhead at its end."""
    left, bottom, right = x + _MARGIN, top - points + _MARGIN, x + width
    half = _ARROW / 4
    page.add(Rule(left, bottom, right - _ARROW, bottom, _AXIS, INK))
    page.add(Rule(left, bottom, left, top - _ARROW, _AXIS, INK))
    tip = right - _ARROW
    page.add(Polygon(((right, bottom), (tip, bottom + half), (tip, bottom - half)), fill=INK))
    tip = top - _ARROW
    page.add(Polygon(((left, top), (left - half, tip), (left + half, tip)), fill=INK))
