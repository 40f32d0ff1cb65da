"""Both sides beside each other; then, where one has run out, the other over the whole width."""

from dataclasses import dataclass

from studypack.sections.handwriting import hand_for
from studypack.typeset.boxes import Box, Space, WritingLines
from studypack.typeset.columns import BalancedColumns
from studypack.typeset.look import HAIRLINE, Look, mm
from studypack.typeset.page import Page, Rule
from studypack.typeset.paragraph import text
from studypack.typeset.stack import Stack
from studypack.typeset.tag import Furniture, Tag
from studypack.typeset.text import Run

GUTTER = mm(8)
_OFFER = "Add your own"


@dataclass(frozen=True, slots=True)
class Facing:
    """How two sides share the width."""

    look: Look
    share: float
    """The left one's part."""
    widens: bool = True
    """Where one side has run out, the other takes the whole width; else they go on facing each other."""
    most_lines: int = 99
    """For the reader's own points, in a hole."""
    enough: float = mm(45)
    """A hole from this height on is offered to the reader's own points."""

    def widths(self, width: float) -> tuple[float, float]:
        """Of the left side and the right."""
        left = (width - GUTTER) * self.share
        return left, width - GUTTER - left


class SideLeft(Box):
    """What is left to print of one side."""

    def __init__(self, head: Box, points: Stack, own: Tag, again: Box | None = None) -> None:
        self.head = head
        self.points = points
        self.own = own
        """Holds the fields on the lines for the reader's own points."""
        self.again = again or head
        """The head of the pages that follow."""

    @property
    def empty(self) -> bool:
        """Everything is printed."""
        return self.points.empty

    def fitting(self, width: float, room: float) -> "tuple[Stack | None, SideLeft]":
        """The points that fit, and the side without them."""
        if self.points.height(width) <= room:
            return self.points, SideLeft(self.again, Stack([]), self.own)
        parts = self.points.split(width, room)
        if parts is None:
            return None, self
        head, rest = parts
        assert isinstance(head, Stack)
        assert isinstance(rest, Stack)
        return head, SideLeft(self.again, rest, self.own)


class _Spread(Box):
    """Both sides beside each other: as much of each as a page holds."""

    def __init__(self, facing: Facing, left: SideLeft, right: SideLeft) -> None:
        self._facing = facing
        self._left = left
        self._right = right

    def _head(self, width: float) -> float:
        left, right = self._facing.widths(width)
        return max(self._left.head.height(left), self._right.head.height(right))

    def height(self, width: float) -> float:
        """Heads and the longer side."""
        left, right = self._facing.widths(width)
        return self._head(width) + max(self._left.points.height(left), self._right.points.height(right))

    def least(self, width: float) -> float:
        """Heads and the start of each side."""
        left, right = self._facing.widths(width)
        return self._head(width) + max(self._left.points.least(left), self._right.points.least(right))

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Each side goes on where it had to stop."""
        left_width, right_width = self._facing.widths(width)
        below = room - self._head(width)
        left, left_rest = self._left.fitting(left_width, below)
        right, right_rest = self._right.fitting(right_width, below)
        if left is None and right is None:
            return None
        nothing = Stack([])
        head = _Spread(
            self._facing,
            SideLeft(self._left.head, left or nothing, self._left.own),
            SideLeft(self._right.head, right or nothing, self._right.own),
        )
        head.above = self.above
        return head, columns_of(self._facing, left_rest, right_rest)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """The hairline runs as far down as the longer side; a hole is offered for the reader's own points."""
        left_width, right_width = self._facing.widths(width)
        bottom = top - self.height(width)
        middle = x + left_width + GUTTER / 2
        page.add(Rule(middle, top, middle, bottom, 0.5, HAIRLINE))
        body = top - self._head(width)
        for side, start, own in (
            (self._left, x, left_width),
            (self._right, x + left_width + GUTTER, right_width),
        ):
            side.head.place(page, start, top, own)
            side.points.place(page, start, body, own)
            ends = body - side.points.height(own)
            if ends - bottom > self._facing.enough:
                offer_lines(self._facing, page, start, ends - mm(6), own, bottom, side.own)


def offer_lines(facing: Facing, page: Page, x: float, top: float, width: float, bottom: float, tag: Tag) -> None:
    """Lines from `top` down to `bottom`, for points of the reader's own, whose fields `tag` holds."""
    look = facing.look
    label = text([Run(_OFFER, look.label_bold, Furniture.MARKING)], look.label_bold)
    label.place(page, x, top, width)
    count = min(int((top - look.label_bold.leading - bottom) / hand_for(look).pitch), facing.most_lines)
    WritingLines(count, hand_for(look).pitch, _OFFER, tag).place(page, x, top - look.label_bold.leading, width)


class _Wide(Box):
    """The rest of one side, over the whole width in two balanced columns under its head."""

    def __init__(self, head: Box, columns: Box, again: Box) -> None:
        self._head = head
        self._columns = columns
        self._again = again

    def height(self, width: float) -> float:
        """The head and the columns."""
        return self._head.height(width) + self._columns.height(width)

    def least(self, width: float) -> float:
        """The head and the start of the first column."""
        return self._head.height(width) + self._columns.least(width)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Two full columns stay; the head is repeated."""
        parts = self._columns.split(width, room - self._head.height(width))
        if parts is None:
            return None
        head = _Wide(self._head, parts[0], self._again)
        head.above = self.above
        return head, _Wide(self._again, parts[1], self._again)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """The head over both columns."""
        self._head.place(page, x, top, width)
        self._columns.place(page, x, top - self._head.height(width), width)


def columns_of(facing: Facing, left: SideLeft, right: SideLeft) -> Box:
    """The sides as far as they are not printed yet."""
    if left.empty and right.empty:
        return Space(0)
    if facing.widens and (left.empty or right.empty):
        side = right if left.empty else left
        return _Wide(side.head, BalancedColumns(side.points, 2, GUTTER, ruled=True), side.again)
    return _Spread(facing, left, right)
