"""Boxes side by side, and one stream of boxes in columns of even height."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from typing_extensions import override

from studypack.layout.boxes import ROUNDING, Box, Space, Stretch
from studypack.layout.flow import joint_stretch
from studypack.layout.page import Page, Rule
from studypack.layout.stack import Stack
from studypack.layout.style import HAIRLINE

_NEAR = 48.0
"""Points by which columns are mostly longer than a fair share: a few lines that could not be parted."""
_CLOSE_ENOUGH = 0.75
"""Points between a tried height and the smallest that would do."""

Crown = Callable[[Page, float, float, float], None]
"""Draws what stands on the top of each column: page, left edge, top edge, width."""

Under = Callable[[Page, float, float, float, float], None]
"""Draws what stands under each column: page, left edge, the column's end, width, and the end of the longest column."""


class Columns(Box):
    """Boxes side by side; each splits by itself. Their widths are shares of the whole, or are found for its width."""

    def __init__(
        self,
        cells: Sequence[Box],
        shares: Sequence[float] | Callable[[float], Sequence[float]],
        gutter: float,
        *,
        above: float = 0,
        keep_with_next: bool = False,
        together: bool = False,
    ) -> None:
        self._cells = cells
        self._shares = shares
        self._gutter = gutter
        self._together = together
        """They are a row: no cell goes to the next page whole while another stays."""
        self.above = above
        self.keep_with_next = keep_with_next

    def widths(self, width: float) -> list[float]:
        """The width of each cell."""
        if callable(self._shares):
            return list(self._shares(width))
        free = width - self._gutter * (len(self._cells) - 1)
        total = sum(self._shares)
        return [free * share / total for share in self._shares]

    def _level(self, width: float) -> list[tuple[Box, float, float]]:
        """Each cell with its width and how much lower than the top it stands: a row's first lines are level."""
        widths = self.widths(width)
        if not self._together:
            return [(cell, own, 0) for cell, own in zip(self._cells, widths, strict=True)]
        drops = [cell.drop(own) for cell, own in zip(self._cells, widths, strict=True)]
        lowest = max(drops)
        return [(cell, own, lowest - drop) for cell, own, drop in zip(self._cells, widths, drops, strict=True)]

    @override
    def height(self, width: float) -> float:
        return max(lowered + cell.height(own) for cell, own, lowered in self._level(width))

    @override
    def drop(self, width: float) -> float:
        return max(lowered + cell.drop(own) for cell, own, lowered in self._level(width)) if self._together else 0

    @override
    def least(self, width: float) -> float:
        return max(lowered + cell.least(own) for cell, own, lowered in self._level(width))

    @override
    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        heads: list[Box] = []
        tails: list[Box] = []
        for cell, own, lowered in self._level(width):
            if lowered + cell.height(own) <= room + ROUNDING:
                parts: tuple[Box, Box] | None = (cell, Space(0))
            else:
                parts = cell.split(own, room - lowered)
            if parts is None and self._together:
                return None
            head, tail = parts or (Space(0), cell)
            heads.append(head)
            tails.append(tail)
        if all(isinstance(head, Space) for head in heads):
            return None
        first = Columns(heads, self._shares, self._gutter, above=self.above, together=self._together)
        return first, Columns(
            tails, self._shares, self._gutter, keep_with_next=self.keep_with_next, together=self._together
        )

    @override
    def loosened(self) -> "Columns":
        return Columns(
            [cell.loosened() for cell in self._cells],
            self._shares,
            self._gutter,
            above=self.above,
            keep_with_next=self.keep_with_next,
            together=self._together,
        )

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        for cell, own, lowered in self._level(width):
            cell.place(page, x, top - lowered, own)
            x += own + self._gutter


@dataclass(slots=True)
class _Set:
    """Columns, each with what stands in it, and what they had no room for."""

    columns: list[Stack]
    rest: Stack


_TALLEST_PAGE = 1_684
"""In points: A2, twice as tall as any paper of ours."""


class BalancedColumns(Box):
    """A stack of boxes in columns that are as even as the boxes allow."""

    def __init__(
        self,
        stack: Stack,
        count: int,
        gutter: float,
        *,
        above: float = 0,
        crown: Crown | None = None,
        under: Under | None = None,
        ruled: bool = False,
    ) -> None:
        self._ruled = ruled
        """Hairlines stand in the gutters."""
        self._stack = stack
        self._count = count
        self._gutter = gutter
        self._crown = crown
        self._under = under
        self._found: tuple[float, _Set] | None = None
        self.above = above

    def _column(self, width: float) -> float:
        return (width - (self._count - 1) * self._gutter) / self._count

    def _filled(self, width: float, height: float, *, page: bool = False) -> _Set:
        """Columns of at most this height, one after the other; what a `page` has no room for does not go on alone."""
        columns: list[Stack] = []
        rest, own = self._stack, self._column(width)
        while len(columns) < self._count and not rest.empty:
            if rest.height(own) <= height + ROUNDING:
                columns.append(rest)
                rest = Stack([])
                break
            is_last = page and len(columns) == self._count - 1
            parts = rest.split_in_company(own, height) if is_last else rest.split(own, height)
            if parts is None:
                break
            head, rest = parts
            columns.append(head)
        return _Set(columns, rest)

    def _balanced(self, width: float) -> _Set:
        if self._found is None or self._found[0] != width:
            whole = self._stack.height(self._column(width))
            low = whole / self._count - 1
            high = min(low + _NEAR, whole)
            found = self._filled(width, high)
            if not found.rest.empty:
                low, high = high, whole
                found = self._filled(width, high)
            while high - low > _CLOSE_ENOUGH:
                middle = (low + high) / 2
                tried = self._filled(width, middle)
                if tried.rest.empty:
                    high, found = middle, tried
                else:
                    low = middle
            self._found = (width, found)
        return self._found[1]

    @override
    def height(self, width: float) -> float:
        # The mean if no page holds the columns: to balance them for every page takes long.
        mean = self._stack.height(self._column(width)) / self._count
        if mean > _TALLEST_PAGE and (self._found is None or self._found[0] != width):
            return mean
        return max((column.height(self._column(width)) for column in self._balanced(width).columns), default=0)

    @override
    def least(self, width: float) -> float:
        return self._stack.least(self._column(width))

    @override
    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        # Full columns stay, the rest is balanced anew.
        filled = self._filled(width, room, page=True)
        if not filled.columns or filled.rest.empty:
            return None
        head, tail = self._like(Stack(filled.columns), self.above), self._like(filled.rest, 0)
        head._found = (width, _Set(filled.columns, Stack([])))
        return head, tail

    def _like(self, stack: Stack, above: float) -> "BalancedColumns":
        return BalancedColumns(
            stack, self._count, self._gutter, above=above, crown=self._crown, under=self._under, ruled=self._ruled
        )

    @override
    def stretch(self, width: float) -> Stretch:
        return joint_stretch(self._balanced(width).columns, self._column(width))

    @override
    def stretched(self, width: float, room: float) -> Box:
        # Boxes that grow are dealt out by number, the last column with the fewest: what it has left over is at the end.
        made, own, columns = self._like(self._stack, self.above), self._column(width), self._stack.dealt(self._count)
        if any(column.height(own) > room + ROUNDING for column in columns):
            columns = self._balanced(width).columns
        made._found = (width, _Set([column.stretched(own, room) for column in columns], Stack([])))
        return made

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        own, bottom = self._column(width), top - self.height(width)
        for number, column in enumerate(self._balanced(width).columns):
            if self._ruled and number:
                middle = x - self._gutter / 2
                page.add(Rule(middle, top, middle, bottom, 0.5, HAIRLINE))
            if self._crown is not None:
                self._crown(page, x, top, own)
            column.place(page, x, top, own)
            if self._under is not None:
                self._under(page, x, top - column.height(own), own, bottom)
            x += own + self._gutter
