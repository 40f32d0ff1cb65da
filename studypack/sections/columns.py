"""Boxes read down columns of even height: the answers of a key, passages, short lists."""

from collections.abc import Callable
from dataclasses import dataclass

from studypack.typeset.boxes import Box, Stack
from studypack.typeset.page import Page

_CLOSE_ENOUGH = 0.5
"""Points between a tried height and the smallest that would do."""

Crown = Callable[[Page, float, float, float], None]
"""Draws what stands on the top of each column: page, left edge, top edge, width."""


@dataclass(slots=True)
class _Set:
    """Columns, each with what stands in it, and what they had no room for."""

    columns: list[Stack]
    rest: Stack


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
    ) -> None:
        self._stack = stack
        self._count = count
        self._gutter = gutter
        self._crown = crown
        self._found: tuple[float, _Set] | None = None
        self.above = above

    def _column(self, width: float) -> float:
        return (width - (self._count - 1) * self._gutter) / self._count

    def _filled(self, width: float, height: float) -> _Set:
        """Columns of at most this height, one after the other."""
        columns: list[Stack] = []
        rest, own = self._stack, self._column(width)
        while len(columns) < self._count and not rest.empty:
            if rest.height(own) <= height + 0.01:
                columns.append(rest)
                rest = Stack([])
                break
            parts = rest.split(own, height)
            if parts is None:
                break
            head, tail = parts
            assert isinstance(head, Stack)
            assert isinstance(tail, Stack)
            columns.append(head)
            rest = tail
        return _Set(columns, rest)

    def _balanced(self, width: float) -> _Set:
        if self._found is None or self._found[0] != width:
            high = self._stack.height(self._column(width))
            low = high / self._count - 1
            while high - low > _CLOSE_ENOUGH:
                middle = (low + high) / 2
                low, high = (low, middle) if self._filled(width, middle).rest.empty else (middle, high)
            self._found = (width, self._filled(width, high))
        return self._found[1]

    def height(self, width: float) -> float:
        """The tallest column."""
        return max(
            (column.height(self._column(width)) for column in self._balanced(width).columns), default=0
        )

    def least(self, width: float) -> float:
        """The start of the first column."""
        return self._stack.least(self._column(width))

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Full columns stay, the rest is balanced anew."""
        filled = self._filled(width, room)
        if not filled.columns or filled.rest.empty:
            return None
        head, tail = self._like(self._stack, self.above), self._like(filled.rest, 0)
        head._found = (width, _Set(filled.columns, Stack([])))
        return head, tail

    def _like(self, stack: Stack, above: float) -> "BalancedColumns":
        return BalancedColumns(stack, self._count, self._gutter, above=above, crown=self._crown)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Column after column, from the left."""
        own = self._column(width)
        for column in self._balanced(width).columns:
            if self._crown is not None:
                self._crown(page, x, top, own)
            column.place(page, x, top, own)
            x += own + self._gutter


class Whole(Box):
    """A box that sooner goes to the next page or column than it is split, up to a height of `limit`."""

    def __init__(self, box: Box, limit: float) -> None:
        self._box = box
        self._limit = limit
        self.above = box.above
        self.keep = box.keep

    def height(self, width: float) -> float:
        """Of the box itself."""
        return self._box.height(width)

    def least(self, width: float) -> float:
        """All of it, up to the limit."""
        height = self._box.height(width)
        return height if height <= self._limit else self._box.least(width)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Only beyond the limit."""
        return None if self._box.height(width) <= self._limit else self._box.split(width, room)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """As the box places itself."""
        self._box.place(page, x, top, width)
