"""The cover's small timeline: a dot or a box for every dated point, to scale, without labels; and their numbers.

The timeline is an ornament, which nobody hears; the numbers are heard.
"""

from dataclasses import dataclass
from math import ceil, floor

from typing_extensions import override

from studypack.layout.boxes import Box
from studypack.layout.page import Page, Rectangle, TextRun
from studypack.layout.style import INK, mm
from studypack.layout.tag import Furniture
from studypack.layout.theme import Theme
from studypack.model.calendar import format_year
from studypack.model.content import Pack
from studypack.model.sides import Side
from studypack.sections.kit.marks import one_of, said_within
from studypack.sections.kit.section import Context, heading_of
from studypack.sections.timeline.bars import Edge, draw_dot, rows_of
from studypack.sections.timeline.dated import Dated, dated, undated
from studypack.sections.timeline.geometry import Geometry
from studypack.sections.timeline.legend import Legend, Sign, sign_of
from studypack.sections.timeline.scale import Unit, extent


@dataclass(frozen=True, slots=True)
class CoverGeometry(Geometry):
    """How a cover is set. Its small timeline grows with the type beside it."""

    title: float = 0.2
    """Of the sheet's height, from the top to the title, if there is room."""
    under_overline: float = mm(12)
    least_gap: float = mm(9)
    """Between the words, the timeline and the lines for names."""
    under_figure: float = mm(7)
    """Under the timeline, and under the key to its signs."""
    names: float = mm(34)
    """From the bottom edge to the lines for names."""

    dot: float = 3.8
    band: float = mm(5.2)
    stem: float = mm(5)
    """From the band to the middle of the nearest dots."""
    pitch: float = 10.5
    """From the middle of a dot to that of the next one out."""
    apart: float = 9.6
    """Dots closer than this along the band are stacked."""
    most_out: float = mm(34)
    """From the band to the farthest dot; taller stacks are pushed together."""
    year: float = mm(20)
    """From one year that is named to the next."""
    year_name: float = mm(11)
    """Of a year's name after its line, at least."""
    inset: float = 3.0
    """From a year's line to its name, and from the name to the next line; of years that stand closer none is marked."""
    after_sign: float = 6.0
    between_meanings: float = mm(9)


COVER = CoverGeometry()
_STEPS = tuple(digit * 10**zeros for zeros in range(4) for digit in (1, 2, 5))
"""Years from one that is named to the next."""


class CoverStrip(Box):
    """A band of years with the pack's dated points above and below it."""

    def __init__(self, pack: Pack, theme: Theme) -> None:
        items = [item for item in dated(pack) if item.side is not None]
        self._span = extent([item.when for item in items], pack.period)
        self._sides = tuple([item for item in items if item.side is side] for side in Side)
        self._style = theme.label_bold.sized(8, 10).colored(INK)
        self._grow = theme.sign_growth

    def _x(self, moment: float, width: float) -> float:
        first, last = self._span
        return (min(max(moment, first), last) - first) / (last - first) * width

    def _places(self, half: int, width: float) -> list[tuple[Dated, float, float]]:
        """The dots of a side, each with its place along the band and how far out it stands, not yet grown."""
        places = [self._x(item.moment, width) for item in self._sides[half]]
        levels = rows_of([(place, place + COVER.apart * self._grow) for place in places])
        pitch = min(COVER.pitch, (COVER.most_out - COVER.stem - COVER.dot) / max(1, *levels, 1))
        outs = [COVER.stem + pitch * level for level in levels]
        dot = COVER.dot * self._grow
        inside = [min(max(place, dot), width - dot) for place in places]
        return list(zip(self._sides[half], inside, outs, strict=True))

    def _out(self, half: int, width: float) -> float:
        """How far a side's dots reach from the band."""
        return max((self._grow * (out + COVER.dot) for *_, out in self._places(half, width)), default=0)

    @property
    def _band(self) -> float:
        return COVER.band * self._grow

    @override
    def height(self, width: float) -> float:
        return self._out(0, width) + self._band + self._out(1, width)

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        high = top - self._out(0, width)
        edges = Edge(page, x, high, 1, self._grow), Edge(page, x, high - self._band, -1, self._grow)
        for half, edge in enumerate(edges):
            places = self._places(half, width)
            for item, along, out in places:
                edge.across(along, 0, out, 0.6, item.color)
            for item, along, out in places:
                draw_dot(page, item.side, *edge.at(along, out), COVER.dot * self._grow)
        self._draw_band(Edge(page, x, high, 1), width)

    def _draw_band(self, edge: Edge, width: float) -> None:
        """Under its upper edge."""
        first, last = self._span
        style, low = self._style, -self._band
        if self._x(first + 1, width) >= COVER.inset:
            for year in range(floor(first) + 1, ceil(last)):
                for out in (low, -COVER.tick):
                    edge.across(self._x(year, width), out, out + COVER.tick, 0.5, INK)
        for named in self._named(width):
            along = self._x(named, width)
            if named > first:
                edge.across(along, low, 0, 0.7, INK)
            name = format_year(floor(named))
            x, y = edge.at(along + COVER.inset, low / 2 - 0.33 * style.size)
            wide = style.face.width(name, style.size)
            edge.page.add(TextRun(x, y, name, style.face, style.size, INK, wide, Furniture.MARKING))
        edge.page.add(Rectangle(*edge.at(0, low), width, self._band, stroke=INK, thickness=COVER.outline))

    def _named(self, width: float) -> list[float]:
        """The years that are named: round ones, and the first where the next leaves it room."""
        first, last = self._span
        wide_enough = (step for step in _STEPS if self._x(first + step, width) >= COVER.year * self._grow)
        unit = Unit(next(wide_enough, _STEPS[-1]), 1, 1, 0)
        numbers = range(unit.number(first), unit.number(last) + 1)
        years = [unit.edge(number) for number in numbers if first <= unit.edge(number) < last]
        room = [year for year in years if self._x(last, width) - self._x(year, width) >= self._name_room(year)]
        if not room or self._x(room[0], width) >= self._name_room(first):
            room.insert(0, first)
        return room

    def _name_room(self, year: float) -> float:
        """Of a year's name after its line: 1304 BC wants more than 1921."""
        wide = self._style.face.width(format_year(floor(year)), self._style.size)
        return max(COVER.year_name * self._grow, wide + 2 * COVER.inset)


def counts(context: Context) -> Box:
    """How many points each side has, beside the sign that stands for them; one under the other if they are long."""
    pack, style = context.pack, context.theme.caption
    radius = COVER.dot * context.theme.sign_growth
    signs = [
        Sign(sign_of(side, radius), 2 * radius, context.build.text(_said(pack, side), style))
        for side in Side
        if pack.side(side)
    ]
    return Legend(signs, style.leading, COVER)


def _said(pack: Pack, side: Side) -> str:
    """7 advantages; 15 disadvantages, of which 3 undated."""
    count = len(pack.side(side))
    missing = sum(item.point.side is side for item in undated(pack))
    words = _counted(pack, side)
    if missing == count:
        return f"{words}, undated"
    return f"{words}, of which {missing} undated" if missing else words


def _counted(pack: Pack, side: Side) -> str:
    """7 advantages, 2 weaknesses; 1 advantage, but Weaknesses: 1, for nobody told us that heading's singular."""
    count, heading = len(pack.side(side)), heading_of(pack, side)
    if count != 1:
        return f"{count} {said_within(pack, side)}"
    one = one_of(pack, side)
    return f"1 {one}" if one else f"{heading}: 1"
