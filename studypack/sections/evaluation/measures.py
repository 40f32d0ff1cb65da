"""The columns of the section's pages: a gutter for line numbers, the text, and a margin where there is room."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from studypack.layout.boxes import Box
from studypack.layout.flow import count_pages, extent
from studypack.layout.page import Page, TextRun
from studypack.layout.style import Style, mm
from studypack.layout.tag import Furniture
from studypack.layout.theme import Theme
from studypack.model.content import Evaluation
from studypack.sections.kit.section import Context

_WORTH_FITTING = 60
"""Moves; a longer answer takes the smallest size at once, for that is what it would come to."""
_STRAY = 0.15
"""Of a page: less of the answer than this on its last page looks left behind."""


@dataclass(frozen=True, slots=True)
class Fit:
    """One way to set the answer. In points."""

    size: float
    leading: float
    air: float = 1.0
    """Between paragraphs, in lines."""

    def style(self, theme: Theme) -> Style:
        """Of the answer's text."""
        return theme.body.sized(self.size, self.leading)


Made = tuple[list[Box], list[Box]]
"""The boxes of the answer under its head, and those of the task."""


def evaluation_of(context: Context) -> Evaluation:
    """The evaluation of a pack that has one."""
    evaluation = context.pack.evaluation
    assert evaluation is not None
    return evaluation


def _as_made(boxes: list[Box]) -> list[Box]:
    return boxes


def fitted(
    context: Context,
    fits: Sequence[Fit],
    made_at: Callable[[Context, Fit], Made],
    headed: Callable[[list[Box]], list[Box]] = _as_made,
) -> list[Box]:
    """The boxes in the best of these ways, the first of equals; tagged inside the section.

    `headed` puts a head over their later pages.
    """
    if sum(map(len, evaluation_of(context).paragraphs)) > _WORTH_FITTING:
        fits = fits[-1:]
    tries = []
    for fit in fits:
        answer, task = made_at(context, fit)
        boxes = headed([*answer, *task])
        tries.append((_endings(context.theme, headed(answer), boxes), boxes))
    return min(tries, key=lambda each: each[0])[1]


def _endings(theme: Theme, answer: list[Box], both: list[Box]) -> tuple[int, int]:
    """How many pages both take, and how ill the last is composed: 0 well, 1 the task alone, 2 a stray end."""
    alone, depth = extent(answer, theme.measure, theme.depth)
    pages = count_pages(both, theme.measure, theme.depth)
    if alone < pages:
        return pages, 1
    return pages, 2 if alone > 1 and depth < _STRAY * theme.depth else 0


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


def notes_grid(theme: Theme, digits: int) -> Grid:
    """For an answer with notes beside it; where a line is too short for that, they stand below."""
    gutter = _gutter(theme, digits)
    if theme.compact:
        return Grid(gutter, theme.measure - gutter, 0, 0)
    gap, notes = mm(8), mm(47)
    return Grid(gutter, theme.measure - gutter - gap - notes, gap, notes)


_WIDEST_MARGIN, _NARROWEST_MARGIN = mm(47), mm(20)
_SHORTEST_LINE = 19
"""In ems: what a margin to write in must leave of a line."""


def open_grid(theme: Theme, size: float, digits: int) -> Grid:
    """For an answer of type `size` with an empty margin; without one where the lines would be too short."""
    gutter, gap = _gutter(theme, digits), mm(8) if not theme.compact else mm(5)
    margin = min(_WIDEST_MARGIN, theme.measure - gutter - gap - _SHORTEST_LINE * size)
    if margin < _NARROWEST_MARGIN:
        return Grid(gutter, theme.measure - gutter, 0, 0)
    return Grid(gutter, theme.measure - gutter - gap - margin, gap, margin)


def _gutter(theme: Theme, digits: int) -> float:
    numbers = theme.label.sized(8, 10)
    widest = numbers.face.width("0" * digits, numbers.size) + _AFTER_NUMBER
    return max(mm(6) if theme.compact else mm(7), widest)


def is_numbered(line: int) -> bool:
    """Whether a line, counted from 1, has its number in the gutter."""
    return line == 1 or line % _COUNTED == 0


def place_line_number(page: Page, theme: Theme, number: int, x: float, baseline: float) -> None:
    """A line's number in the gutter that starts at `x`: page furniture, smaller than the text."""
    style, shown = theme.label.sized(8, 10), str(number)
    width = style.face.width(shown, style.size)
    page.add(TextRun(x, baseline, shown, style.face, style.size, style.color, width, Furniture.MARKING))
