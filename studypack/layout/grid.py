"""A table of words: columns as wide as their words need, rows between hairlines, the head again on later pages."""

from collections.abc import Callable, Iterator, Sequence
from copy import copy

from typing_extensions import override

from studypack.layout.boxes import Box, Space
from studypack.layout.columns import Columns
from studypack.layout.page import Page, Rule
from studypack.layout.paragraph import Paragraph
from studypack.layout.stack import Stack
from studypack.layout.style import RULE
from studypack.layout.wrapper import Padded, RepeatHeader, Wrapper, keep_together

_ENDLESS = 1e6
"""Points: words that are set so wide stand on one line."""
_ROUNDING = 0.01
_THICK, _THIN = 0.8, 0.4
"""Points: the rule under the head, and those between rows."""
_TALLEST = 72.0
"""Points: a table with a taller head would leave no room for its rows, on a card for instance."""
_UNPARTED = 120.0
"""Points: a row that is no taller is not parted."""

Cells = Sequence[Paragraph]


class Grid(Box):
    """A table with a head, in the column that it is given; in one that is too narrow for it, another box stands."""

    def __init__(
        self, head: Cells, again: Cells, rows: Sequence[Cells], otherwise: Box, *, air: float, gutter: float
    ) -> None:
        """`again` is the head as later pages repeat it; `air` points stand over and under the words of a row, and
        `gutter` points between columns.
        """
        self._head, self._again, self._rows = head, again, rows
        self._otherwise = otherwise
        self._air, self._gutter = air, gutter
        self._made: dict[float, Box] = {}
        self._is_loose = False
        columns = list(zip(head, *rows, strict=True))
        self._least = [max(cell.widest_word for cell in column) + _ROUNDING for column in columns]
        self._most = [max(cell.widest(_ENDLESS) for cell in column) + _ROUNDING for column in columns]

    def _widths(self, width: float) -> list[float]:
        """The widths of the columns in so many points: what their words need, and more for those with more."""
        free = width - self._gutter * (len(self._head) - 1)
        wanted = sum(self._most) - sum(self._least)
        share = min(max(free - sum(self._least), 0) / wanted, 1) if wanted else 0
        widths = [least + share * (most - least) for least, most in zip(self._least, self._most, strict=True)]
        # A part that goes on in a narrower column is squeezed.
        return [each * min(free / sum(widths), 1) for each in widths]

    def _tall(self, width: float) -> float:
        """How tall the head is."""
        return max(cell.height(own) for cell, own in zip(self._head, self._widths(width), strict=True))

    def _wide(self, width: float) -> float:
        return sum(self._widths(width)) + self._gutter * (len(self._head) - 1)

    def _whole(self, width: float) -> Box:
        if width not in self._made:
            fits = sum(self._least) + self._gutter * (len(self._head) - 1) <= width and self._tall(width) <= _TALLEST
            whole = self._table(width) if fits else self._otherwise
            self._made[width] = _Uncounted(whole.loosened() if self._is_loose else whole)
        return self._made[width]

    def _table(self, width: float) -> Box:
        rows = [self._row(cells) for cells in self._rows[:-1]] + [self._row(cells, 0) for cells in self._rows[-1:]]
        for each in (*rows[:1], *rows[-2:-1]):  # no row alone on a page
            each.keep_with_next = len(rows) > 1 and each.height(width) <= _UNPARTED
        head, again = (
            self._row(_on_one_foot(cells, self._widths(width)), _THICK) for cells in (self._head, self._again)
        )
        return RepeatHeader(Stack(rows), again, head=head) if rows else head

    def _row(self, cells: Sequence[Box], thickness: float = _THIN) -> Box:
        columns = Columns(cells, self._widths, self._gutter, together=True)
        return _Row(keep_together(columns, _UNPARTED), self._air, self._wide, thickness)

    @override
    def height(self, width: float) -> float:
        return self._whole(width).height(width)

    @override
    def drop(self, width: float) -> float:
        return self._whole(width).drop(width)

    @override
    def widest(self, width: float) -> float:
        return self._whole(width).widest(width)

    @override
    def least(self, width: float) -> float:
        return self._whole(width).least(width)

    @override
    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        parts = self._whole(width).split(width, room)
        if parts is not None:
            parts[0].above = self.above
        return parts

    @override
    def loosened(self) -> Box:
        loose = copy(self)
        loose._made, loose._is_loose = {}, True
        return loose

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        self._whole(width).place(page, x, top, width)


class _Uncounted(Wrapper):
    """A table, or a part of it, whose lines are not counted among those around it."""

    @override
    def widest(self, width: float) -> float:
        return self._box.widest(width)

    @override
    def baselines(self, width: float) -> Iterator[float]:
        yield from ()


def _on_one_foot(cells: Cells, widths: Sequence[float]) -> list[Box]:
    """The cells with their last lines level."""
    tallest = max(cell.height(width) for cell, width in zip(cells, widths, strict=True))
    return [Stack([Space(tallest - cell.height(width)), cell]) for cell, width in zip(cells, widths, strict=True)]


class _Row(Padded):
    """A row over a rule, if that has a thickness."""

    def __init__(self, row: Box, air: float, wide: Callable[[float], float], thickness: float) -> None:
        """`wide` returns how much of the width of its column it takes."""
        super().__init__(row, air, above=0)
        self._rule = wide, thickness

    @override
    def drop(self, width: float) -> float:
        return self.lead(width) + super().drop(width)

    @override
    def widest(self, width: float) -> float:
        wide, _ = self._rule
        return wide(width)

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        super().place(page, x, top, width)
        wide, thickness = self._rule
        y = top - self.height(width)
        if thickness:
            page.add(Rule(x, y, x + wide(width), y, thickness, RULE))
