"""The columns of the section's pages: a gutter for line numbers, the text, and a margin where there is room."""

from dataclasses import dataclass

from studypack.typeset.look import Look, mm
from studypack.typeset.page import Page, TextRun
from studypack.typeset.tag import Furniture

_COUNTED = 5
"""Every fifth line is numbered, and the first."""
_AFTER_NUMBER = 5.0


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns, in points, from left to right."""

    gutter: float
    """For line numbers."""
    text: float
    gap: float
    """Between text and margin, with a hairline in its middle."""
    notes: float
    """The margin; 0 where there is none."""


def notes_grid(look: Look, digits: int) -> Grid:
    """For an answer with notes beside it; where a line is too short for that, they stand below."""
    gutter = _gutter(look, digits)
    if look.compact:
        return Grid(gutter, look.measure - gutter, 0, 0)
    gap, notes = mm(8), mm(47)
    return Grid(gutter, look.measure - gutter - gap - notes, gap, notes)


_WIDEST_MARGIN, _NARROWEST_MARGIN = mm(47), mm(20)
_SHORTEST_LINE = 19
"""In ems: what a margin to write in must leave of a line."""


def open_grid(look: Look, size: float, digits: int) -> Grid:
    """For an answer of type `size` with an empty margin; without one where the lines would be too short."""
    gutter, gap = _gutter(look, digits), mm(8) if not look.compact else mm(5)
    margin = min(_WIDEST_MARGIN, look.measure - gutter - gap - _SHORTEST_LINE * size)
    if margin < _NARROWEST_MARGIN:
        return Grid(gutter, look.measure - gutter, 0, 0)
    return Grid(gutter, look.measure - gutter - gap - margin, gap, margin)


def _gutter(look: Look, digits: int) -> float:
    numbers = look.label.sized(8, 10)
    widest = numbers.face.width("0" * digits, numbers.size) + _AFTER_NUMBER
    return max(mm(6) if look.compact else mm(7), widest)


def is_numbered(line: int) -> bool:
    """Whether a line, counted from 1, has its number in the gutter."""
    return line == 1 or line % _COUNTED == 0


def place_line_number(page: Page, look: Look, number: int, x: float, baseline: float) -> None:
    """A line's number in the gutter that starts at `x`: page furniture, smaller than the text."""
    style, shown = look.label.sized(8, 10), str(number)
    width = style.face.width(shown, style.size)
    page.add(TextRun(x, baseline, shown, style.face, style.size, style.color, width, Furniture.MARKING))
