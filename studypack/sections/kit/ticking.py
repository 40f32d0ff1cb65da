"""Boxes to tick, in a line of text or beside one."""

from studypack.base.record import record
from studypack.layout.boxes import Box, Drawn
from studypack.layout.field import tick_box
from studypack.layout.page import Page, Rectangle
from studypack.layout.style import CAPITAL_MIDDLE, INK, mm
from studypack.layout.tag import Tag
from studypack.layout.theme import Theme

TICK = mm(4.2)
"""The side of a box for standard type, in points."""
_LINE = 0.7


@record
class TickBox:
    """An empty box in a line of text."""

    theme: Theme
    size: float
    """The size of the type beside it, in points."""
    name: str
    """What a tick in it says: statement 3, Helped."""
    tag: Tag
    """The element of its field."""

    @property
    def width(self) -> float:
        """The width of the box, in points."""
        return self.theme.grown(TICK)

    def place(self, page: Page, x: float, baseline: float) -> None:
        """Draw the box in a line of text, its left edge at `x`."""
        self.draw(page, x, baseline + CAPITAL_MIDDLE * self.size)

    def draw(self, page: Page, x: float, middle: float) -> None:
        """Draw the box with its left edge at `x` and its middle at the height `middle`."""
        side = self.width
        page.add(Rectangle(x, middle - side / 2, side, side, stroke=INK, thickness=_LINE))
        page.add(tick_box(x, middle - side / 2, side, self.name, self.tag))

    def beside(self, leading: float) -> Box:
        """Return the box at the left of a column, and in the middle of a line with this leading."""
        return Drawn(leading, lambda page, x, top, width: self.draw(page, x, top - leading / 2))

    def centered(self, leading: float) -> Box:
        """Return the box in the middle of a column, and of a line with this leading."""
        return Drawn(
            leading, lambda page, x, top, width: self.draw(page, x + (width - self.width) / 2, top - leading / 2)
        )
