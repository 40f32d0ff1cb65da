"""Small drawings that tell kinds of boxes apart by their shapes: in grey, on a photocopy, from across a table."""

from collections.abc import Sequence
from enum import StrEnum
from math import cos, radians, sin
from typing import NamedTuple

from studypack.layout.page import Circle, Page, Polygon
from studypack.layout.style import INK


class Icon(StrEnum):
    """What a box is for."""

    WEIGH = "weigh"
    WRITE = "write"
    QUESTION = "question"
    TIP = "tip"
    REMEMBER = "remember"
    STAR = "star"


class _Stroke(NamedTuple):
    """A line through points; the drawings stand on a square of ten by ten, from its lower left corner."""

    points: Sequence[tuple[float, float]]


class _Solid(NamedTuple):
    """A shape that is filled."""

    points: Sequence[tuple[float, float]]


class _Ring(NamedTuple):
    """A circle, filled or not."""

    x: float
    y: float
    radius: float
    filled: bool = False


_Part = _Stroke | _Solid | _Ring
_SQUARE = 10
_THICKNESS = 0.07
"""Of a line, as a part of the square."""


def _arc(x: float, y: float, radius: float, start: int, end: int) -> list[tuple[float, float]]:
    """Return points on a circle, ten degrees apart, from an angle to another one."""
    step = 10 if end > start else -10
    return [(x + radius * cos(radians(at)), y + radius * sin(radians(at))) for at in range(start, end + step, step)]


_STAR = [
    (5 + radius * cos(radians(at)), 4.8 + radius * sin(radians(at)))
    for tip in range(90, 450, 72)
    for radius, at in ((4.8, tip), (2.1, tip + 36))
]

_DRAWN: dict[Icon, tuple[_Part, ...]] = {
    # A pair of scales.
    Icon.WEIGH: (
        _Stroke(((5, 0.9), (5, 9))),
        _Stroke(((2.6, 0.8), (7.4, 0.8))),
        _Stroke(((1.9, 7.9), (8.1, 7.9))),
        _Stroke(((0.5, 4.1), (1.9, 7.9), (3.3, 4.1))),
        _Stroke(((6.7, 4.1), (8.1, 7.9), (9.5, 4.1))),
        _Solid(_arc(1.9, 4.2, 1.7, 180, 360)),
        _Solid(_arc(8.1, 4.2, 1.7, 180, 360)),
    ),
    # A pencil.
    Icon.WRITE: (
        _Stroke(((0.7, 0.7), (1.5, 3.4), (7.2, 9.1), (9.1, 7.2), (3.4, 1.5), (0.7, 0.7))),
        _Stroke(((5.8, 7.7), (7.7, 5.8))),
        _Solid(((0.7, 0.7), (1.2, 2.4), (2.4, 1.2))),
    ),
    # A question mark in a circle.
    Icon.QUESTION: (
        _Ring(5, 5, 4.5),
        _Stroke((*_arc(5, 6.2, 1.6, 170, -50), (5, 4.3), (5, 3.5))),
        _Ring(5, 2.3, 0.5, filled=True),
    ),
    # A light bulb.
    Icon.TIP: (
        _Stroke((*_arc(5, 6.2, 3.3, -60, 240), (3.4, 2.3), (6.6, 2.3), (6.65, 3.34))),
        _Stroke(((3.7, 1.3), (6.3, 1.3))),
        _Stroke(((4.3, 0.4), (5.7, 0.4))),
    ),
    # A bookmark.
    Icon.REMEMBER: (_Solid(((2.3, 9.5), (7.7, 9.5), (7.7, 0.7), (5, 3.2), (2.3, 0.7))),),
    Icon.STAR: (_Stroke((*_STAR, _STAR[0])),),
}


def draw_icon(page: Page, icon: Icon, x: float, y: float, size: float) -> None:
    """Draw an icon in the square of `size` points with its lower left corner at (x, y).

    It belongs to no element: the heading beside it says what it shows.
    """
    unit = size / _SQUARE
    thickness = _THICKNESS * size

    def at(points: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
        return tuple((x + across * unit, y + up * unit) for across, up in points)

    for part in _DRAWN[icon]:
        match part:
            case _Stroke(points):
                # There and back: the joints of one closed line have no notches.
                page.add(Polygon(at([*points, *points[-2:0:-1]]), stroke=INK, thickness=thickness))
            case _Solid(points):
                page.add(Polygon(at(points), fill=INK))
            case _Ring(across, up, radius, filled):
                fill, stroke = (INK, None) if filled else (None, INK)
                middle = x + across * unit, y + up * unit
                page.add(Circle(*middle, radius * unit, fill=fill, stroke=stroke, thickness=0 if filled else thickness))
