"""The blank table, for pupils to fill in: headings, marks and titles, and lines to write on.

Its pages are planned, not flowed: no point is parted from its lines, and what room a page has left goes to more
lines, so that every page is ruled down to its foot.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from typing_extensions import override

from studypack.layout.boxes import ROUNDING, Box, NewPage, TooTallError, WritingLines
from studypack.layout.flow import joint_stretch, share_out
from studypack.layout.page import Page, Rule
from studypack.layout.paragraph import text
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import HAIRLINE, mm
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.layout.wrapper import KeepTogether
from studypack.model.content import MarkedPoint
from studypack.model.markup import plain
from studypack.model.sides import Side
from studypack.sections.kit.marks import Mark, MarkLabel, anchor_of, mark_tag
from studypack.sections.kit.opening import Landmark
from studypack.sections.kit.section import Context, heading_of
from studypack.sections.table.columns import GUTTER, Facing, offer_lines
from studypack.sections.table.point import SideHead

LINES = (3, 4, 5)
"""A point's, at least; what it gets beyond is what the page has left."""
_MOST_MORE = 4
"""Lines: a point with too many looks as if it wanted an essay."""


class BlankPoint(KeepTogether):
    """A point's mark and title over lines to write on, of which it takes more where the page has room; never parted."""

    def __init__(self, context: Context, marked: MarkedPoint, lines: int, item: Tag) -> None:
        theme = context.theme
        self._made_from = context, marked, item
        self._lines = lines
        self.length = len(plain(marked.point.text))
        """Of its text in the notes: the more there was to say, the sooner it gets another line."""
        mark = Mark(marked, theme, mark_tag(context.pack, item, marked, linked=False), linked=False)
        style, body = theme.body.voiced(bold=True), item.child("LBody")
        title = Run(marked.point.title, style, body)
        ruled = WritingLines(lines, theme.hand.pitch, marked.mark, body, more=_MOST_MORE)
        if theme.hangs_marks:
            lines_under = Stack([text([title], style), ruled])
            box: Box = Hanging(MarkLabel(mark, style.leading), lines_under, mark.indent)
        else:
            first = style.sized(style.size, max(style.leading, theme.mark_height + 2))
            box = Stack([text([mark, Run("  ", style, body), title], first), ruled])
        super().__init__(Landmark(box, anchor_of(marked)), inf)
        self.above = theme.hand.pitch * 0.75

    def shortened(self) -> "BlankPoint":
        """The same with a line fewer. Raises TooTallError where it has only one."""
        context, marked, item = self._made_from
        if self._lines == 1:
            raise TooTallError(f"{heading_of(context.pack, marked.point.side)} {marked.point.title}")
        return BlankPoint(context, marked, self._lines - 1, item)


@dataclass(slots=True)
class _Column:
    """Points of one side, one under the other."""

    points: list[BlankPoint]
    own: Tag
    """Holds the fields on the lines for the reader's own points."""

    def height(self, width: float) -> float:
        """Of the points and the space between them."""
        return Stack(self.points).height(width)

    def lengthened(self, width: float, room: float) -> Stack:
        """The points with more lines, one a point and round, those first that had most to say."""
        order = sorted(range(len(self.points)), key=lambda number: -self.points[number].length)
        points = [self.points[number] for number in order]
        step, most = joint_stretch(points, width)
        spare = int((room - self.height(width) + ROUNDING) / step) if step else 0
        longer = dict(zip(order, share_out(points, width, max(0, min(spare, most))), strict=True))
        return Stack([longer[number] for number in range(len(order))])


class _BlankPage(Box):
    """The columns of one page under the heads of their sides."""

    def __init__(self, theme: Theme, columns: Sequence[Stack], heads: Sequence[Box], fields: Sequence[Tag]) -> None:
        self._theme = theme
        self._columns = columns
        self._fields = fields
        """Of each column: what holds the fields on the lines for the reader's own points."""
        self._heads = heads
        """One over both columns where both are of one side."""

    def _head(self, width: float) -> float:
        own = _column_width(width, len(self._columns)) if len(self._heads) == len(self._columns) else width
        return max(head.height(own) for head in self._heads)

    @override
    def height(self, width: float) -> float:
        own = _column_width(width, len(self._columns))
        return self._head(width) + max(column.height(own) for column in self._columns)

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        # A hole is offered for the reader's own points.
        own, body, bottom = _column_width(width, len(self._columns)), top - self._head(width), top - self.height(width)
        facing, several = Facing(self._theme, 0.5), len(self._heads) > 1
        for number, column in enumerate(self._columns):
            start = x + number * (own + GUTTER)
            if number:
                middle = start - GUTTER / 2
                page.add(Rule(middle, top if several else body, middle, bottom, 0.5, HAIRLINE))
            if number < len(self._heads):
                self._heads[number].place(page, start, top, own if several else width)
            column.place(page, start, body, own)
            y = body - column.height(own)
            if y - bottom > facing.enough:
                offer_lines(facing, page, start, y - mm(6), own, bottom, self._fields[number])


def _column_width(width: float, count: int) -> float:
    return (width - (count - 1) * GUTTER) / count


class _BlankSide:
    """What is left to print of a side."""

    def __init__(self, context: Context, side: Side, lines: int) -> None:
        points, tag = context.pack.side(side), context.tag.child("Sect")
        share = 0.7 if context.theme.table_columns == 1 else 1 / 3
        self.head = SideHead(context, side, len(points), tag.child("H2"), share=share)
        listing = tag.child("L", numbering="None")
        self.points = deque(BlankPoint(context, marked, lines, listing.child("LI")) for marked in points)
        self._own = tag.child("Div")

    def taken(self, width: float, room: float) -> _Column:
        """A column of as many points as fit with the lines that they have at least."""
        column = _Column([], self._own)
        while self.points:
            grown = _Column([*column.points, self.points[0]], self._own)
            if grown.height(width) > room + ROUNDING:
                break
            self.points.popleft()
            column = grown
        return column


def _pages(theme: Theme, sides: Sequence[_BlankSide], first: float, again: Box) -> Iterator[Box]:
    """The columns of each page, the first in a room of `first` points, or on the next page.

    Raises TooTallError where a page cannot hold a side's head and one point with a single line.
    """
    count = theme.table_columns
    own, room, over = _column_width(theme.measure, count), first, list[Box]()
    while left := [side for side in sides if side.points]:
        columns_of = left[:1] if count == 1 else (left * 2)[:2]
        left = left[:count]
        below = room - max(side.head.height(own) for side in left)
        columns = [side.taken(own, below) for side in columns_of]
        if any(column.points for column in columns):
            if len(left) < len(columns) and not left[0].points:
                columns = _evened(columns, own, below)
            longer = [column.lengthened(own, below) for column in columns]
            fields = [column.own for column in columns]
            yield from (*over, _BlankPage(theme, longer, [side.head for side in left], fields))
            for side in left:
                side.head = side.head.again()
        elif room >= theme.depth:
            left[0].points[0] = left[0].points[0].shortened()
            continue
        elif over:
            # A point as tall as a page is sooner printed without a name over it than not at all.
            room, over = theme.depth, [NewPage()]
            continue
        room, over = theme.depth - again.height(theme.measure), [NewPage(), again]


def _evened(columns: Sequence[_Column], width: float, room: float) -> list[_Column]:
    """The last two columns of one side, of as many points each where the second has room for its half."""
    points, tag = [point for column in columns for point in column.points], columns[0].own
    half = (len(points) + 1) // 2
    evened = [_Column(points[:half], tag), _Column(points[half:], tag)]
    return evened if evened[1].height(width) <= room else [*columns]


def blank_sides(context: Context, lines: int, head: Box, again: Box) -> list[Box]:
    """The pages under the section's `head`, the later ones under `again`, with at least so many lines a point."""
    theme = context.theme
    above = theme.grown(mm(6))
    sides = [_BlankSide(context, side, lines) for side in Side if context.pack.side(side)]
    pages = list(_pages(theme, sides, theme.depth - head.height(theme.measure) - above, again))
    pages[0].above = above
    return [head, *pages]
