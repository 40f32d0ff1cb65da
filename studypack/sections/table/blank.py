"""The blank table, for pupils to fill in: headings, marks and titles, and lines to write on.

Its pages are planned, not flowed: no point is parted from its lines, and what room a page has left goes to more
lines, so that every page is ruled down to its foot.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from studypack.layout.boxes import ROUNDING, Box, NewPage, TooTallError, WritingLines
from studypack.layout.page import Page, Rule
from studypack.layout.paragraph import text
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import HAIRLINE, mm
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.model.content import MarkedPoint
from studypack.model.markup import plain
from studypack.model.sides import Side
from studypack.sections.kit.marks import Mark, MarkLabel, anchor_of, mark_tag
from studypack.sections.kit.opening import Landmark
from studypack.sections.kit.section import Context, heading_of
from studypack.sections.table.columns import GUTTER, Facing, offer_lines
from studypack.sections.table.point import SideHead


class BlankPoint(Box):
    """Never split; a page's planner gives it as many lines as the page has room for."""

    def __init__(self, context: Context, marked: MarkedPoint, lines: int, tag: Tag) -> None:
        theme = context.theme
        self._theme = theme
        self._marked = marked
        self.lines = lines
        self.above = theme.hand.pitch * 0.75
        self._mark = Mark(marked, theme, mark_tag(context.pack, tag, marked, linked=False), linked=False)
        style = theme.body.voiced(bold=True)
        self._title = Run(marked.point.title, style, tag.child("LBody"))

    @property
    def title(self) -> str:
        """As it is printed."""
        return self._title.text

    @property
    def length(self) -> int:
        """Of the point's text in the notes: the more there was to say, the sooner it gets another line."""
        return len(plain(self._marked.point.text))

    def _box(self) -> Box:
        theme, style = self._theme, self._title.style
        assert isinstance(self._title.tag, Tag)
        ruled = WritingLines(self.lines, theme.hand.pitch, self._marked.mark, self._title.tag)
        if theme.hangs_marks:
            label = MarkLabel(self._mark, style.leading)
            return Hanging(label, Stack([text([self._title], style), ruled]), self._mark.indent)
        leading = max(style.leading, theme.mark_height + 2)
        first = text([self._mark, Run("  ", style, self._title.tag), self._title], style.sized(style.size, leading))
        return Stack([first, ruled])

    def height(self, width: float) -> float:
        """The title and the lines."""
        return self._box().height(width)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Links to the point lead here."""
        Landmark(self._box(), anchor_of(self._marked)).place(page, x, top, width)


LINES = (3, 4, 5)
"""A point's, at least; what it gets beyond is what the page has left."""
_MOST_MORE = 4
"""Lines: a point with too many looks as if it wanted an essay."""


@dataclass(slots=True)
class _Column:
    """Points of one side, one under the other."""

    side: Side
    points: list[BlankPoint]
    own: Tag
    """Holds the fields on the lines for the reader's own points."""

    def height(self, width: float) -> float:
        """Of the points and the space between them."""
        return sum(point.height(width) + (point.above if number else 0) for number, point in enumerate(self.points))

    def lengthen(self, width: float, room: float, pitch: float) -> None:
        """More lines, one a point and round, those first that had most to say."""
        spare = int((room - self.height(width) + ROUNDING) / pitch)
        order = sorted(self.points, key=lambda point: -point.length)
        for number in range(min(spare, _MOST_MORE * len(order))):
            order[number % len(order)].lines += 1


class _Leaf(Box):
    """The columns of one page under the heads of their sides."""

    def __init__(self, theme: Theme, columns: list[_Column], heads: list[SideHead]) -> None:
        self._theme = theme
        self._columns = columns
        self._heads = heads

    def _own(self, width: float) -> float:
        count = len(self._columns)
        return (width - (count - 1) * GUTTER) / count

    def _head(self, width: float) -> float:
        """One head over both columns where both are of one side."""
        own = self._own(width) if len(self._heads) == len(self._columns) else width
        return max(head.height(own) for head in self._heads)

    def height(self, width: float) -> float:
        """Heads and the longest column."""
        return self._head(width) + max(column.height(self._own(width)) for column in self._columns)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Columns beside each other; a hole is offered for the reader's own points."""
        own, body, bottom = self._own(width), top - self._head(width), top - self.height(width)
        facing = Facing(self._theme, 0.5)
        for number, column in enumerate(self._columns):
            start = x + number * (own + GUTTER)
            if number:
                upper = top if len(self._heads) > 1 else body
                page.add(Rule(start - GUTTER / 2, upper, start - GUTTER / 2, bottom, 0.5, HAIRLINE))
            if number < len(self._heads):
                self._heads[number].place(page, start, top, own if len(self._heads) > 1 else width)
            y = body
            for place, point in enumerate(column.points):
                y -= point.above if place else 0
                point.place(page, start, y, own)
                y -= point.height(own)
            if y - bottom > facing.enough:
                offer_lines(facing, page, start, y - mm(6), own, bottom, column.own)


class _Plan:
    """What stands on which page."""

    def __init__(self, context: Context, lines: int, again: Box) -> None:
        theme = context.theme
        self._context = context
        self._again = again
        self._count = theme.table_columns
        self._width = (theme.measure - (self._count - 1) * GUTTER) / self._count
        self._heads: dict[Side, SideHead] = {}
        self._left: dict[Side, deque[BlankPoint]] = {}
        self._own: dict[Side, Tag] = {}
        for side in Side:
            points = context.pack.side(side)
            if points:
                tag = context.tag.child("Sect")
                share = 0.7 if self._count == 1 else 1 / 3
                self._heads[side] = SideHead(context, side, len(points), tag.child("H2"), share=share)
                listing = tag.child("L", numbering="None")
                made = [BlankPoint(context, marked, lines, listing.child("LI")) for marked in points]
                self._left[side] = deque(made)
                self._own[side] = tag.child("Div")

    def pages(self, first: float) -> Iterator[Box]:
        """The columns of each page, the first in a room of `first` points, or on the next page.

        Raises TooTallError where a page cannot hold a side's head and one point with a single line.
        """
        theme = self._context.theme
        room, over = first, list[Box]()
        while any(self._left.values()):
            sides = [side for side, left in self._left.items() if left]
            sides = sides[:1] if self._count == 1 else (sides * 2)[:2]
            heads = [self._heads[side] for side in dict.fromkeys(sides)]
            head = max(each.height(self._width) for each in heads)
            columns = [_Column(side, self._taken(side, room - head), self._own[side]) for side in sides]
            if any(column.points for column in columns):
                self._finish(columns, room - head)
                yield from (*over, _Leaf(theme, columns, heads))
                self._heads.update((side, self._heads[side].again()) for side in sides)
            elif room >= theme.depth:
                self._shorten(sides[0])
                continue
            elif over:
                # A point as tall as a page is sooner printed without a name over it than not at all.
                room, over = theme.depth, [NewPage()]
                continue
            room, over = theme.depth - self._again.height(theme.measure), [NewPage(), self._again]

    def _shorten(self, side: Side) -> None:
        """One line fewer for a point that a whole page cannot hold. Raises TooTallError where it has only one."""
        point = self._left[side][0]
        if point.lines == 1:
            raise TooTallError(f"{heading_of(self._context.pack, side)} {point.title}")
        point.lines -= 1

    def _taken(self, side: Side, room: float) -> list[BlankPoint]:
        """As many points as fit with the lines that they have at least."""
        points: list[BlankPoint] = []
        left, used = self._left[side], 0.0
        while left:
            used += left[0].height(self._width) + (left[0].above if points else 0)
            if used > room + ROUNDING:
                break
            points.append(left.popleft())
        return points

    def _finish(self, columns: list[_Column], room: float) -> None:
        """Even out the last columns of one side; then rule what is left."""
        one, two = columns[0], columns[-1]
        if len(columns) == 2 and one.side is two.side and not self._left[one.side]:
            both = [*one.points, *two.points]
            half = (len(both) + 1) // 2
            if _Column(one.side, both[half:], one.own).height(self._width) <= room:
                one.points, two.points = both[:half], both[half:]
        for column in columns:
            if column.points:
                column.lengthen(self._width, room, self._context.theme.hand.pitch)


def blank_sides(context: Context, lines: int, head: Box, again: Box) -> list[Box]:
    """The pages under the section's `head`, the later ones under `again`, with at least so many lines a point."""
    theme = context.theme
    above = theme.grown(mm(6))
    pages = list(_Plan(context, lines, again).pages(theme.depth - head.height(theme.measure) - above))
    pages[0].above = above
    return [head, *pages]
