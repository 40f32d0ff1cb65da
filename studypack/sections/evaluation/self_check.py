"""The self-check: the moves of the answer, each with a box to tick."""

from collections.abc import Sequence
from math import ceil

from studypack.layout.boxes import Box
from studypack.layout.field import on_rule, tick_box
from studypack.layout.page import Page, Rectangle, Rule
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.style import INK, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.sections.evaluation.moves import evaluation_of, kinds_of
from studypack.sections.kit.section import Context
from studypack.sections.kit.sheet_head import hand_for

_ROW = mm(6)
"""Room to write a line's number."""
_TICK_BOX = mm(2.7)
_AFTER_BOX = 5
_NUMBER_RULE = mm(8.5)
"""To write the number of a line on."""
_GUTTER = mm(8)
_UNDER_TITLE = 3
_FEWEST_KINDS, _MOST_KINDS = 3, 12
"""Of moves; fewer are not worth a check, and a longer one is not used."""


def checked_kinds(context: Context) -> list[str]:
    """The kinds that a check has rows for; none where it is not wanted or would not be used."""
    kinds = kinds_of(evaluation_of(context))
    return kinds if context.options.evaluation.check and _FEWEST_KINDS <= len(kinds) <= _MOST_KINDS else []


def asked_kinds(context: Context) -> list[str]:
    """The kinds that the check of the task has rows for: those that the task names, else those of the answer."""
    task = evaluation_of(context).task
    if task is None or not task.moves:
        return checked_kinds(context)
    return list(dict.fromkeys(task.moves)) if context.options.evaluation.check else []


class SelfCheck(Box):
    """Rows with a box to tick and, where lines are numbered, a place for the number of a line."""

    def __init__(
        self, theme: Theme, title: str, rows: Sequence[str], tag: Tag, *, columns: int, numbered: bool, above: float = 0
    ) -> None:
        self._theme = theme
        self._style = theme.note if numbered else theme.note.colored(INK)
        self._title = text([Run(title, theme.label_bold, tag.child("P"))], theme.label_bold)
        listing = tag.child("L")
        bodies = [listing.child("LI").child("LBody") for _ in rows]
        self._named = list(zip(rows, bodies, strict=True))
        self._rows = [Paragraph([Run(row, self._style, body)], self._style.leading) for row, body in self._named]
        self._columns = columns
        self._line = text([Run("line", self._style, Furniture.MARKING)], self._style) if numbered else None
        scale = hand_for(theme).scale
        self._row = _ROW * scale
        self._tick_box = _TICK_BOX * scale
        self._number_rule = _NUMBER_RULE * scale
        self.above = above

    def _column(self, width: float) -> float:
        return (width - _GUTTER * (self._columns - 1)) / self._columns

    def _line_place(self, width: float) -> float:
        """For the word "line" and the rule after it."""
        return 0 if self._line is None else self._line.widest(width) + 3 + self._number_rule

    def _name_width(self, width: float) -> float:
        own = self._column(width)
        return own - self._tick_box - _AFTER_BOX - (self._line_place(own) + 3 if self._line else 0)

    def is_even(self, width: float) -> bool:
        """Whether every row stands on one line."""
        return all(row.lines(self._name_width(width)) == 1 for row in self._rows)

    def _pitch(self, width: float) -> float:
        tallest = max(row.height(self._name_width(width)) for row in self._rows)
        return max(self._row, tallest + self._row - self._style.leading)

    def height(self, width: float) -> float:
        """The heading and the rows."""
        heading = self._title.height(width) + _UNDER_TITLE
        return heading + ceil(len(self._rows) / self._columns) * self._pitch(width)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Down the first column, then the second."""
        self._title.place(page, x, top, width)
        pitch, per_column = self._pitch(width), ceil(len(self._rows) / self._columns)
        first = top - self._title.height(width) - _UNDER_TITLE
        for number in range(len(self._rows)):
            column, place = divmod(number, per_column)
            self._place_row(page, number, x + column * (self._column(width) + _GUTTER), first - place * pitch, width)

    def _place_row(self, page: Page, number: int, x: float, top: float, width: float) -> None:
        row, (name, tag) = self._rows[number], self._named[number]
        inner = top - (self._row - self._style.leading) / 2
        baseline, box = inner - row.baseline(), self._tick_box
        page.add(Rectangle(x, baseline - 0.08 * box, box, box, stroke=INK, thickness=0.6))
        page.add(tick_box(x, baseline - 0.08 * box, box, name, tag))
        row.place(page, x + box + _AFTER_BOX, inner, self._name_width(width))
        if self._line is None:
            return
        own = self._column(width)
        right = x + own
        self._line.place(page, right - self._line_place(own), inner, own)
        hand, left, y = hand_for(self._theme), right - self._number_rule, baseline - 1.5
        page.add(Rule(left, y, right, y, max(hand.thickness, 0.5), hand.color))
        page.add(on_rule((left, right, y), self._style.size, f"{name}, its line", tag))


def self_check(
    theme: Theme,
    title: str,
    rows: Sequence[str],
    tag: Tag,
    width: float,
    *,
    numbered: bool,
    most: int,
    above: float = 0,
) -> SelfCheck:
    """A check in as many columns, up to `most`, as leave each row on one line."""
    for columns in range(most, 1, -1):
        trial = SelfCheck(theme, title, rows, Tag("Sect"), columns=columns, numbered=numbered)
        if trial.is_even(width):
            return SelfCheck(theme, title, rows, tag, columns=columns, numbered=numbered, above=above)
    return SelfCheck(theme, title, rows, tag, columns=1, numbered=numbered, above=above)
