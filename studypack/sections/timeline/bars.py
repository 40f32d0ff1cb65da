"""Bars and dots: how a date stands on the band. Spans are bars in rows, days and months are dots.

The first side's are solid or round, the second's hatched or square, the third's striped or triangles, the fourth's
lined or open diamonds; events are a thin line or a diamond. What is dated only roughly is dashed and empty, and
what has no end runs out in an arrowhead.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from sys import maxsize

from typing_extensions import override

from studypack.base.record import record
from studypack.layout.inline import Run
from studypack.layout.page import Circle, Color, Hatch, Page, Polygon, Rectangle, Rule
from studypack.layout.style import WHITE
from studypack.model.sides import NEUTRAL, Side
from studypack.sections.kit.marks import hatch_of, side_color
from studypack.sections.timeline.dated import Dated
from studypack.sections.timeline.geometry import GEOMETRY
from studypack.sections.timeline.scale import AxisStretch


@dataclass(slots=True)
class Bar:
    """A span on a strip. x in points from the strip's left end."""

    item: Dated
    left: float
    right: float
    row: int = 0
    carried_in: bool = False
    """It began on an earlier strip."""
    carried_on: bool = False
    """It ends on a later strip."""
    mark: Run | None = None
    """That of its point; None where it bears none."""
    mark_at: float = 0
    """The left edge of the mark."""
    is_thick: bool = False
    """It is as thick as bars are that bear marks."""

    @property
    def near(self) -> float:
        """Of its near edge to the band."""
        return GEOMETRY.offset + self.row * (GEOMETRY.marked_row if self.is_thick else GEOMETRY.row)

    @property
    def far(self) -> float:
        """Of its far edge to the band."""
        return self.near + (GEOMETRY.marked_bar if self.is_thick else GEOMETRY.bar)

    @property
    def mark_width(self) -> float:
        """Of the mark's letters."""
        return self.mark.style.face.width(self.mark.text, self.mark.style.size) if self.mark else 0

    @property
    def reach(self) -> tuple[float, float]:
        """Where the bar begins and ends together with its mark."""
        if self.mark is None:
            return self.left, self.right
        ends = self.mark_at + self.mark_width + GEOMETRY.beside_mark
        return min(self.left, self.mark_at), max(self.right, ends)

    @property
    def is_open(self) -> tuple[bool, bool]:
        """Whether nobody knows when it begins, and when it ends, and that is seen here: an arrowhead stands there."""
        when = self.item.when
        return when.begins is None and not self.carried_in, when.ends is None and not self.carried_on

    def body(self, grow: float = 1) -> tuple[float, float]:
        """Where the part between its arrowheads, which are so many times larger, begins and ends."""
        heads = [(GEOMETRY.arrowhead * grow + GEOMETRY.after_arrowhead) * is_open for is_open in self.is_open]
        return self.left + heads[0], self.right - GEOMETRY.between_bars - heads[1]

    @property
    def is_filled(self) -> bool:
        """Whether its body is of one colour."""
        return self.item.side.number == 0 and not self.item.side.is_neutral and not self.item.when.approximate


def is_dot(item: Dated, points_per_year: float) -> bool:
    """Whether a date is drawn as a dot: a day, a month, or a span too short to see."""
    when = item.when
    if item.is_moment:
        return True
    if when.begins is None or when.ends is None or when.approximate:
        return False
    return (when.ends - when.begins) * points_per_year < GEOMETRY.shortest


def bar_of(item: Dated, on: AxisStretch) -> Bar | None:
    """The part of a date's bar that is seen on a stretch of the axis, or None. An open side is seen at its very end."""
    begins, ends = on.begins, on.ends
    low = begins if item.when.begins is None else item.when.begins
    high = ends if item.when.ends is None else item.when.ends
    if high <= begins or low >= ends:
        return None
    left, right = on.along(max(low, begins)), on.along(min(high, ends))
    if right - left < GEOMETRY.shortest_dashed and item.when.approximate and begins <= low and high <= ends:
        middle = (left + right) / 2
        left = min(max(middle - GEOMETRY.shortest_dashed / 2, 0), on.along(ends) - GEOMETRY.shortest_dashed)
        right = left + GEOMETRY.shortest_dashed
    carried_in = low < begins or (item.when.begins is None and not on.opens)
    carried_on = high > ends or (item.when.ends is None and not on.closes)
    return Bar(item, left, right, carried_in=carried_in, carried_on=carried_on)


def rows_of(spans: Sequence[tuple[float, float]], most: int = maxsize) -> list[int]:
    """The row of each span: the first, from 0, that is free where the span starts.

    Spans that so many rows cannot hold share the last row.
    """
    ends: list[float] = []
    rows = [0] * len(spans)
    for at in sorted(range(len(spans)), key=lambda at: spans[at][0]):
        start, end = spans[at]
        row = min(next((row for row, taken in enumerate(ends) if taken <= start), len(ends)), most - 1)
        ends[row : row + 1] = [end]
        rows[at] = row
    return rows


def into_rows(bars: Iterable[Bar], most: int = GEOMETRY.rows) -> list[Bar]:
    """The bars from left to right, each in its row."""
    done = sorted(bars, key=attrgetter("left"))
    spans = [(begins + 0.1, ends) for begins, ends in map(attrgetter("reach"), done)]
    for bar, row in zip(done, rows_of(spans, most), strict=True):
        bar.row = row
    return done


def floor_over(bars: list[Bar]) -> Callable[[float, float], float]:
    """How far out a label must stay: over the bars that it spans."""

    reaching = sorted(((bar.far + GEOMETRY.over_bars, *bar.reach) for bar in bars), reverse=True)

    def lowest(left: float, right: float) -> float:
        # The first that is spanned reaches the farthest.
        return next(
            (max(far, GEOMETRY.over_dots) for far, start, end in reaching if start < right and left < end),
            GEOMETRY.over_dots,
        )

    return lowest


@record
class Edge:
    """One edge of a band on the page: along it runs time, and away from it lie bars and labels."""

    page: Page
    x: float
    """Of the strip's left end."""
    y: float
    out: int
    """1 above the band, -1 below it."""
    grow: float = 1
    """How many times larger signs are drawn: beside larger type."""

    def at(self, along: float, out: float) -> tuple[float, float]:
        """The place on the page of what is so far along the band and so far out."""
        return self.x + along, self.y + self.out * out * self.grow

    def across(self, along: float, near: float, far: float, thickness: float, color: Color) -> None:
        """Draw a line away from the band, at one place along it."""
        self.page.add(Rule(*self.at(along, near), *self.at(along, far), thickness, color))

    def lengthwise(
        self, start: float, end: float, out: float, thickness: float, color: Color, dash: tuple[float, ...] = ()
    ) -> None:
        """Draw a line along the band, so far out."""
        self.page.add(Rule(*self.at(start, out), *self.at(end, out), thickness, color, dash))


@record
class UprightEdge(Edge):
    """The right edge of a band that runs down the page from (x, y)."""

    @override
    def at(self, along: float, out: float) -> tuple[float, float]:
        return self.x + out * self.grow, self.y - along


def draw_bar(edge: Edge, bar: Bar) -> None:
    """The bar: closed where the date is, open where it is carried on, an arrowhead at no end."""
    when, (left, right) = bar.item.when, bar.body(edge.grow)
    begins_open, ends_open = bar.is_open
    if begins_open:
        _arrowhead(edge, bar, bar.left, left - GEOMETRY.after_arrowhead)
    if ends_open:
        _arrowhead(edge, bar, bar.right - GEOMETRY.between_bars, right + GEOMETRY.after_arrowhead)
    ends = (
        (left, when.begins is not None and not bar.carried_in),
        (right, when.ends is not None and not bar.carried_on),
    )
    _body(edge, bar, left, right, caps=[along for along, closed in ends if closed])


def _body(edge: Edge, bar: Bar, left: float, right: float, *, caps: list[float]) -> None:
    item, page = bar.item, edge.page
    color, dash = item.color, GEOMETRY.dash if item.when.approximate else ()
    if item.side.is_neutral:
        middle = (bar.near + bar.far) / 2
        edge.lengthwise(left, right, middle, 1.1 * edge.grow, color, dash)
    elif bar.is_filled:
        page.add(Rectangle(*_corner_and_size(edge, bar, left, right), fill=color))
        return
    else:
        if not dash:
            page.add(Hatch(*_corner_and_size(edge, bar, left, right), color, slope=hatch_of(item.side)))
        for out in (bar.near, bar.far):
            edge.lengthwise(left, right, out, GEOMETRY.pole, color, dash)
    beyond = GEOMETRY.pole / 2 / edge.grow
    for along in caps:
        edge.across(along, bar.near - beyond, bar.far + beyond, GEOMETRY.pole, color)


def _corner_and_size(edge: Edge, bar: Bar, left: float, right: float) -> tuple[float, float, float, float]:
    (x0, y0), (x1, y1) = edge.at(left, bar.near), edge.at(right, bar.far)
    return min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0)


def _arrowhead(edge: Edge, bar: Bar, tip: float, base: float) -> None:
    beyond = 0.6 / edge.grow
    shape = (
        edge.at(tip, (bar.near + bar.far) / 2),
        edge.at(base, bar.far + beyond),
        edge.at(base, bar.near - beyond),
    )
    item = bar.item
    solid = item.side.number == 0 and not item.when.approximate
    edge.page.add(Polygon(shape, fill=item.color if solid else WHITE, stroke=item.color, thickness=GEOMETRY.pole))


def reach_of(side: Side, radius: float) -> float:
    """How far the sign of a side reaches from its middle, if a dot has this radius."""
    return radius * GEOMETRY.diamond if side.sign in (3, NEUTRAL) else radius


def draw_dot(page: Page, side: Side, x: float, y: float, radius: float = GEOMETRY.dot) -> None:
    """The sign of a side round (x, y): a filled disc, an open square, a filled triangle or an open diamond; of no
    side a filled diamond, or a cross where a side has the diamond.
    """
    color = side_color(side)
    match side.sign:
        case 0:
            page.add(Circle(x, y, radius, fill=color, stroke=WHITE, thickness=0.5))
        case 1:
            half = radius - 0.3
            page.add(Rectangle(x - half, y - half, 2 * half, 2 * half, fill=WHITE, stroke=color, thickness=1))
        case 3:
            page.add(Polygon(_around(x, y, radius, _DIAMOND), fill=WHITE, stroke=color, thickness=1))
        case sign:
            shape = {2: _TRIANGLE, NEUTRAL: _DIAMOND}.get(sign, _CROSS)
            page.add(Polygon(_around(x, y, radius, shape), fill=color, stroke=WHITE, thickness=0.5))


_Shape = Sequence[tuple[float, float]]
_DIAMOND: _Shape = tuple((x * GEOMETRY.diamond, y * GEOMETRY.diamond) for x, y in ((0, 1), (1, 0), (0, -1), (-1, 0)))
_TRIANGLE: _Shape = ((0, 1.1), (1, -0.85), (-1, -0.85))
_ARM = 0.36
_CROSS: _Shape = tuple(
    corner
    for x, y in ((1, 1), (1, -1), (-1, -1), (-1, 1))
    for corner in ((x * _ARM, y), (x * _ARM, y * _ARM), (x, y * _ARM))[:: x * y]
)
"""The corners of signs, in radii from their middle."""


def _around(x: float, y: float, radius: float, shape: _Shape) -> tuple[tuple[float, float], ...]:
    return tuple((x + radius * across, y + radius * up) for across, up in shape)
