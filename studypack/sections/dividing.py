"""Rules between the parts of a page, and between rows."""

from studypack.typeset.boxes import Box, HorizontalRule
from studypack.typeset.look import RULE
from studypack.typeset.page import Page


class DividingRule(HorizontalRule):
    """A rule over a part; none at the top of a page, where the running head has one already."""

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Along the top edge."""
        if top < page.frame.top - 1:
            super().place(page, x, top, width)


class RuledRow(Box):
    """A row under a hairline, with equal space above and below."""

    def __init__(self, row: Box, air: float) -> None:
        self._row = row
        self._air = air

    def height(self, width: float) -> float:
        """The row and its air."""
        return self._row.height(width) + 2 * self._air

    def least(self, width: float) -> float:
        """The start of the row and its air."""
        return self._row.least(width) + 2 * self._air

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Where the row splits: a meaning of a page's length."""
        parts = self._row.split(width, room - 2 * self._air)
        return None if parts is None else (RuledRow(parts[0], self._air), RuledRow(parts[1], self._air))

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """The hairline along the top edge."""
        DividingRule(0.5, RULE).place(page, x, top, width)
        self._row.place(page, x, top - self._air, width)
