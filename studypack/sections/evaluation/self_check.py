"""The self-check: the moves of the answer, each with a box to tick."""

from collections.abc import Sequence
from functools import partial
from math import ceil

from typing_extensions import override

from studypack.layout.boxes import Box, Drawn
from studypack.layout.field import tick_box
from studypack.layout.page import Page, Rectangle
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.row import Cell, Row, WritingRule
from studypack.layout.style import INK, Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.sections.evaluation.moves import evaluation_of, kinds_of
from studypack.sections.kit.builder import GUTTER
from studypack.sections.kit.section import Context

_ROW = mm(6)
"""Room to write a line's number, as all these lengths for a hand of the standard size."""
_TICK_BOX = mm(2.7)
_NUMBER_RULE = mm(8.5)
_AFTER_BOX = 5
_BETWEEN = 3
"""Before the word "line" and after it; and between the title and the rows."""
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
    """Rows of one height in columns under a title, down the first column, then the next."""

    def __init__(self, title: Box, rows: Sequence[Row], style: Style, row: float, width: float, *, most: int) -> None:
        """In as many columns, up to `most`, as leave each row on one line of its style at this width; `row` high."""
        self._title = title
        self._rows = rows
        self._row = row
        self._leading = style.leading
        self._columns = most
        while self._columns > 1 and any(row.height(self._column(width)) > style.leading for row in rows):
            self._columns -= 1

    def _column(self, width: float) -> float:
        return (width - GUTTER * (self._columns - 1)) / self._columns

    def _pitch(self, width: float) -> float:
        tallest = max(row.height(self._column(width)) for row in self._rows)
        return self._row + tallest - self._leading

    @override
    def height(self, width: float) -> float:
        heading = self._title.height(width) + _BETWEEN
        return heading + ceil(len(self._rows) / self._columns) * self._pitch(width)

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        self._title.place(page, x, top, width)
        own, pitch, per_column = self._column(width), self._pitch(width), ceil(len(self._rows) / self._columns)
        first = top - self._title.height(width) - _BETWEEN - (self._row - self._leading) / 2
        for number, row in enumerate(self._rows):
            column, place = divmod(number, per_column)
            row.place(page, x + column * (own + GUTTER), first - place * pitch, own)


def self_check(
    theme: Theme,
    title: str,
    names: Sequence[str],
    tag: Tag,
    width: float,
    *,
    numbered: bool,
    most: int,
    above: float = 0,
) -> SelfCheck:
    """A check of these names in up to `most` columns; where lines are `numbered`, with room for the number of one."""
    style = theme.note if numbered else theme.note.colored(INK)
    head = text([Run(title, theme.label_bold, tag.child("P"))], theme.label_bold)
    listing = tag.child("L")
    bodies = [listing.child("LI").child("LBody") for _ in names]
    rows = [_row(theme, name, style, body, numbered=numbered) for name, body in zip(names, bodies, strict=True)]
    return SelfCheck(head, rows, style, _ROW * theme.hand.scale, width, most=most)


def _row(theme: Theme, name: str, style: Style, tag: Tag, *, numbered: bool) -> Row:
    hand, side = theme.hand, _TICK_BOX * theme.hand.scale
    words = Paragraph([Run(name, style, tag)], style.leading)
    cells = [
        Cell(Drawn(0, partial(_tick_box, name=name, tag=tag, style=style)), width=side),
        Cell(words, share=1, before=_AFTER_BOX),
    ]
    if numbered:
        line = text([Run("line", style, Furniture.MARKING)], style)
        rule = WritingRule(style, f"{name}, its line", tag, style.size, thickness=hand.thickness, color=hand.color)
        cells += [
            Cell(line, before=_BETWEEN),
            Cell(rule, width=_NUMBER_RULE * hand.scale, before=_BETWEEN),
        ]
    return Row(cells)


def _tick_box(page: Page, x: float, top: float, side: float, *, name: str, tag: Tag, style: Style) -> None:
    """A little under the baseline of the words beside it."""
    low = top - style.baseline - 0.08 * side
    page.add(Rectangle(x, low, side, side, stroke=INK, thickness=0.6))
    page.add(tick_box(x, low, side, name, tag))
