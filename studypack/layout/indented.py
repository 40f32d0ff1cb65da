"""Boxes that stand further in than their column, on either side, beside a rule or without one, or further out."""

from typing_extensions import override

from studypack.layout.boxes import Box
from studypack.layout.page import Page, Rule
from studypack.layout.style import RULE
from studypack.layout.wrapper import Wrapper


class Indented(Wrapper):
    """A box that begins `indent` points further in than its column."""

    def __init__(
        self, box: Box, indent: float, *, rule: float = 0, rule_at: float = 0, above: float | None = None
    ) -> None:
        """An upright rule as thick as `rule` stands beside it, its middle `rule_at` points from the column's edge."""
        super().__init__(box, above=above)
        self._indent, self._rule, self._rule_at = indent, rule, rule_at

    @override
    def inner(self, width: float) -> float:
        return width - self._indent

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        if self._rule:
            across = x + self._rule_at
            page.add(Rule(across, top, across, top - self.height(width), self._rule, RULE))
        super().place(page, x + self._indent, top, width)


class Narrowed(Wrapper):
    """A box that leaves the last `gap` points of its column free: a label that runs to two lines keeps its distance."""

    def __init__(self, box: Box, gap: float) -> None:
        super().__init__(box)
        self._gap = gap

    @override
    def inner(self, width: float) -> float:
        return width - self._gap


class OutdentedWhereNarrow(Wrapper):
    """A box that begins `indent` points further out where its column has less than `narrowest` points."""

    def __init__(self, box: Box, indent: float, narrowest: float) -> None:
        super().__init__(box)
        self._indent, self._narrowest = indent, narrowest

    def _outdent(self, width: float) -> float:
        return self._indent if width < self._narrowest else 0

    @override
    def inner(self, width: float) -> float:
        return width + self._outdent(width)

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        super().place(page, x - self._outdent(width), top, width)
