"""Balanced columns: one stream of boxes, cut so that the columns end at the same height."""

from studypack.typeset.boxes import Box, Columns, Space, Stack
from studypack.typeset.look import HAIRLINE
from studypack.typeset.page import Page, Rule

_CLOSE_ENOUGH = 1.0
"""Points: columns this near to their least height are balanced."""


class Balanced(Box):
    """A stack in two columns of equal width, as short as they can be."""

    def __init__(self, stack: Stack, gutter: float, *, ruled: bool = False, above: float = 0) -> None:
        self._stack = stack
        self._gutter = gutter
        self._ruled = ruled
        """A hairline stands in the gutter."""
        self._cut: tuple[float, float, Box, Box] | None = None
        self.above = above

    def _column(self, width: float) -> float:
        return (width - self._gutter) / 2

    def _cut_at(self, width: float, height: float) -> tuple[Box, Box] | None:
        """The two columns at this height; None where they do not hold everything."""
        first, second = _parted(self._stack, self._column(width), height)
        if second.height(self._column(width)) > height:
            return None
        return first, second

    def _balance(self, width: float) -> tuple[float, Box, Box]:
        if self._cut is None or self._cut[0] != width:
            low = self._stack.height(self._column(width)) / 2 - 1
            high = 2 * low + 2
            best: tuple[Box, Box] = (self._stack, Space(0))
            while high - low > _CLOSE_ENOUGH:
                middle = (low + high) / 2
                cut = self._cut_at(width, middle)
                if cut is None:
                    low = middle
                else:
                    high, best = middle, cut
            self._cut = (width, high, *best)
        _, height, first, second = self._cut
        return height, first, second

    def height(self, width: float) -> float:
        """The taller of the balanced columns."""
        column = self._column(width)
        _, first, second = self._balance(width)
        return max(first.height(column), second.height(column))

    def least(self, width: float) -> float:
        """The start of the first column."""
        return self._stack.least(self._column(width))

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Two full columns stay; the rest is balanced on the next page."""
        column = self._column(width)
        first, rest = _parted(self._stack, column, room)
        if isinstance(first, Space) or not isinstance(rest, Stack):
            return None
        second, rest = _parted(rest, column, room)
        if not isinstance(rest, Stack):
            return None
        full = _Full(first, second, self._gutter, ruled=self._ruled, above=self.above)
        return full, Balanced(rest, self._gutter, ruled=self._ruled)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """First left, then right."""
        _, first, second = self._balance(width)
        _Full(first, second, self._gutter, ruled=self._ruled).place(page, x, top, width)


class _Full(Columns):
    """The two columns of one page."""

    def __init__(self, first: Box, second: Box, gutter: float, *, ruled: bool, above: float = 0) -> None:
        super().__init__((first, second), (1, 1), gutter, above=above)
        self._ruled = ruled

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """With the hairline between them."""
        if self._ruled:
            middle = x + width / 2
            page.add(Rule(middle, top, middle, top - self.height(width), 0.5, HAIRLINE))
        super().place(page, x, top, width)


def _parted(stack: Stack, width: float, room: float) -> tuple[Box, Box]:
    """What fits in `room`, and the rest; a Space stands for nothing."""
    if stack.height(width) <= room:
        return stack, Space(0)
    return stack.split(width, room) or (Space(0), stack)
