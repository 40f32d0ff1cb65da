"""One strip of the timeline: a band of years, with what happened above it and below it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from studypack.layout.boxes import Box
from studypack.layout.page import Page, Rectangle, Rule, TextRun
from studypack.layout.style import INK, mm
from studypack.layout.tag import Tag
from studypack.layout.theme import Theme
from studypack.model.sides import Side
from studypack.sections.timeline.bars import (
    OUTERMOST,
    Bar,
    Edge,
    bar_of,
    draw_bar,
    draw_dot,
    floor_over,
    into_rows,
    is_dot,
)
from studypack.sections.timeline.dated import Dated
from studypack.sections.timeline.flags import POLE_GAP, Flag, Flags, place_flags
from studypack.sections.timeline.label import Label, listed_after
from studypack.sections.timeline.scale import Cell

BAND = mm(5.6)
_TICK = mm(0.9)
_OUTLINE = 0.8
_POLE = 0.7
_LEAST_OUT = mm(3)
"""Above and below a band that has nothing there."""
_NEAR = mm(40)
"""Labels within this distance compete for room."""

Reminding = Callable[[Dated, str], Label]
"""Makes the label of a span that is carried on: D10 ends."""


@dataclass(slots=True)
class Half:
    """What stands on one side of a band."""

    above: bool
    bars: list[Bar] = field(default_factory=list)
    dots: list[tuple[Dated, float]] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)
    placed: Flags = field(default_factory=lambda: Flags([], []))

    @property
    def out(self) -> float:
        """How far out it reaches, in points."""
        return max(_LEAST_OUT, self.placed.top, *(bar.far for bar in self.bars), 0)


@dataclass(slots=True)
class Strip:
    """A strip whose labels have their places."""

    cells: Sequence[Cell]
    points_per_year: float
    halves: tuple[Half, Half]
    """Above and below."""
    opens: bool
    """The first of the timeline: closed on the left."""
    closes: bool
    inset: float = 0
    """From the column's left edge to the band: room for a dot that stands on the band's very end."""

    @property
    def height(self) -> float:
        """With everything above and below."""
        return self.halves[0].out + BAND + self.halves[1].out

    @property
    def begins(self) -> float:
        """In years."""
        return self.cells[0].begins

    @property
    def ends(self) -> float:
        """In years."""
        return self.cells[-1].ends

    def x(self, moment: float) -> float:
        """Of a moment, in points from the strip's left end."""
        return (moment - self.begins) * self.points_per_year

    def labels(self) -> list[Label]:
        """Those that are drawn, in order of time."""
        flags = [flag for half in self.halves for flag in half.placed.placed]
        return [flag.label for flag in sorted(flags, key=lambda flag: flag.order)]

    def sticks_out(self, measure: float) -> bool:
        """Whether half of a dot would stand beside the column."""
        places = [x for half in self.halves for _, x in half.dots]
        return any(x < OUTERMOST or x > measure - OUTERMOST for x in places)

    def left_over(self) -> list[Label]:
        """Those that found no room, in order of time."""
        flags = [flag for half in self.halves for flag in half.placed.left_over]
        return [flag.label for flag in sorted(flags, key=lambda flag: flag.order)]


class Crowd:
    """Shares events out between the halves: each goes where fewer labels are near it."""

    def __init__(self, strip: Strip, labels: Sequence[Label]) -> None:
        self._taken: tuple[list[float], list[float]] = ([], [])
        for label in labels:
            if label.item.side is not None:
                self._taken[label.item.side is Side.DISADVANTAGE].append(strip.x(label.item.moment))

    def half_for(self, x: float) -> int:
        """0 above, 1 below."""
        load = [sum(max(0.0, 1 - abs(x - other) / _NEAR) for other in taken) for taken in self._taken]
        half = int(load[1] < load[0])
        self._taken[half].append(x)
        return half


def lay_out(
    strip: Strip,
    new: Sequence[Label],
    carried: Sequence[Label],
    remind: Reminding,
    measure: float,
    *,
    most: tuple[float, float],
) -> bool:
    """Place the labels that begin on the strip and the bars carried on to it; False if some find no place.

    `most` is how far the labels may reach above and below.
    """
    crowd = Crowd(strip, [*carried, *new])
    for order, label in enumerate([*carried, *new]):
        item = label.item
        middle = min(max(strip.x(item.moment), 0), measure)
        which = crowd.half_for(middle) if item.side is None else int(item.side is Side.DISADVANTAGE)
        _stand(strip, strip.halves[which], label, order, remind)
    for half, limit in zip(strip.halves, most, strict=True):
        into_rows(half.bars)
        found = place_flags(half.flags, measure, floor_over(half.bars), limit, above=half.above)
        if found is None:
            return False
        half.placed = found
    return True


def _stand(strip: Strip, half: Half, label: Label, order: int, remind: Reminding) -> None:
    """Add the dot or the bar of a date to its half of the strip, and the flag that names it."""
    item, scale = label.item, strip.points_per_year
    if is_dot(item, scale):
        half.dots.append((item, strip.x(item.moment)))
        half.flags.append(Flag(label, order, strip.x(item.moment)))
        return
    bar = bar_of(item, strip.begins, strip.ends, scale, opens=strip.opens, closes=strip.closes)
    if bar is not None:
        half.bars.append(bar)
        half.flags.append(_flag_of(label, order, bar, remind))


def _flag_of(label: Label, order: int, bar: Bar, remind: Reminding) -> Flag:
    """At the bar's start; a carried bar's says at its end that it ends, or at its start that it goes on."""
    if not bar.carried_in:
        return Flag(label, order, bar.left)
    when = label.item.when
    # Nobody said when an approximate date ends.
    if bar.carried_on or when.ends is None or when.approximate:
        return Flag(remind(label.item, "continued"), order, bar.left)
    return Flag(remind(label.item, "ends"), order, bar.right)


class StripBox(Box):
    """A strip as a picture that cannot be split."""

    def __init__(self, strip: Strip, theme: Theme, figure: Tag, above: float = 0) -> None:
        self._strip = strip
        self._theme = theme
        self._figure = figure
        self.above = above
        self._years = figure.child("Span")
        listed_after(figure, strip.labels())

    def height(self, width: float) -> float:
        """Labels, band, labels."""
        return self._strip.height

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Poles first, so that dots and bars stand on them; then the band, the dots, the words.

        Where dots crowd, those of the points lie over those of the events: the pack is about the points.
        """
        before = len(page.items)
        x += self._strip.inset
        high = top - self._strip.halves[0].out
        edges = (Edge(page, x, high, 1), Edge(page, x, high - BAND, -1))
        for edge, half in zip(edges, self._strip.halves, strict=True):
            for bar in half.bars:
                draw_bar(edge, bar)
            for flag in half.placed.placed:
                _draw_pole(edge, flag)
        self._draw_band(page, x, high - BAND)
        for edge, half in zip(edges, self._strip.halves, strict=True):
            for item, at in sorted(half.dots, key=lambda dot: dot[0].side is not None):
                # On a scale of centuries a few years from the end may still put half a symbol beside the column.
                inside = min(max(at, OUTERMOST - self._strip.inset), width - self._strip.inset - OUTERMOST)
                draw_dot(page, item.side, x + inside, edge.y)
            for flag in half.placed.placed:
                _draw_words(edge, flag)
        page.claim(before, self._figure)

    def _draw_band(self, page: Page, x: float, low: float) -> None:
        strip = self._strip
        for cell in strip.cells:
            left, right = x + strip.x(cell.begins), x + strip.x(cell.ends)
            if cell.tinted and self._theme.tint:
                page.add(Rectangle(left, low, right - left, BAND, fill=self._theme.tint))
            _draw_ticks(page, cell.ticks, left, right, low)
            if cell is not strip.cells[0] or strip.opens:
                page.add(Rule(left, low, left, low + BAND, _OUTLINE, INK))
            self._draw_name(page, cell, left, right, low)
        right = x + strip.x(strip.ends)
        if strip.closes:
            page.add(Rule(right, low, right, low + BAND, _OUTLINE, INK))
        for y in (low, low + BAND):
            page.add(Rule(x - _OUTLINE / 2, y, right + _OUTLINE / 2, y, _OUTLINE, INK))

    def _draw_name(self, page: Page, cell: Cell, left: float, right: float, low: float) -> None:
        """The fullest name that has room, in the middle of the cell."""
        style = self._theme.band_name
        for name in cell.names:
            width = style.face.width(name, style.size)
            if width <= right - left - 3:
                at, y = (left + right - width) / 2, low + BAND / 2 - 0.33 * style.size
                page.add(TextRun(at, y, name, style.face, style.size, style.color, width, self._years))
                return


def _draw_ticks(page: Page, parts: int, left: float, right: float, low: float) -> None:
    for number in range(1, parts):
        x = left + (right - left) * number / parts
        page.add(Rule(x, low, x, low + _TICK, 0.5, INK))
        page.add(Rule(x, low + BAND - _TICK, x, low + BAND, 0.5, INK))


def _draw_pole(edge: Edge, flag: Flag) -> None:
    """From the band to the far end of the words."""
    x = edge.x + flag.pole
    edge.page.add(Rule(x, edge.y, x, edge.up(flag.top - 1.4), _POLE, flag.label.item.color))


def _draw_words(edge: Edge, flag: Flag) -> None:
    """Beside the pole; words on its left are set flush against it."""
    lettering = flag.label.lettering("right" if flag.leftward else "left")
    top = edge.up(flag.top if edge.out > 0 else flag.base)
    start = flag.pole - POLE_GAP - flag.width if flag.leftward else flag.pole + POLE_GAP
    lettering.place(edge.page, edge.x + start, top, flag.width)
