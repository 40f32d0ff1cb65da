"""The cover's small timeline: a dot or a box for every dated point, to scale, and the names of a few; their numbers.

The timeline is an ornament, which nobody hears; the numbers are heard.
"""

from collections.abc import Sequence

from typing_extensions import override

from studypack.base.record import record
from studypack.layout.boxes import Box
from studypack.layout.inline import place_line
from studypack.layout.page import Page, Rectangle
from studypack.layout.style import INK, mm
from studypack.layout.tag import Furniture
from studypack.layout.theme import Theme
from studypack.model.content import Pack
from studypack.model.sides import Side
from studypack.sections.cover.named import named, over_dots, weighty
from studypack.sections.kit.marks import said_within
from studypack.sections.kit.section import Context
from studypack.sections.timeline import has_timeline
from studypack.sections.timeline.bars import Edge, draw_dot, reach_of, rows_of
from studypack.sections.timeline.dated import Dated, dated, extent_of, undated
from studypack.sections.timeline.flags import Flag
from studypack.sections.timeline.geometry import Geometry
from studypack.sections.timeline.legend import Legend, Sign, sign_of
from studypack.sections.timeline.reckoned_units import BACK, Counted, YearsAgo
from studypack.sections.timeline.scale import Extent
from studypack.sections.timeline.unit import Unit
from studypack.sections.timeline.units import Years


@record
class CoverGeometry(Geometry):
    """How a cover is set. Its small timeline grows with the type beside it."""

    field: float = 0.27
    """Of the sheet's height: the field of the title, if there is room."""
    field_alone: float = 0.36
    """The same where no timeline and no picture stands under it."""
    under_overline: float = mm(12)
    """From the overline to the title, at least."""
    under_title: float = mm(2)
    """Over the years, and over the subtitle."""
    over_question: float = mm(8)
    least_gap: float = mm(9)
    """Between the words, the timeline and the lines for names."""
    under_figure: float = mm(7)
    """Under the timeline, and under the key to its signs."""
    names: float = mm(34)
    """From the bottom edge to the lines for names."""

    dot: float = 4.0
    band: float = mm(6.2)
    strip: float = mm(40)
    """From the top of the words above the band to the foot of those below it, at most."""
    strip_grown: float = mm(46)
    """The same in a roomy profile, before it grows with the type: its words take more lines."""
    stem: float = mm(4.2)
    """From the band to the middle of the nearest dots."""
    to_name: float = 2.5
    """From the dots to the words over them."""
    pitch: float = 10.2
    """From the middle of a dot to that of the next one out."""
    apart: float = 10.0
    """Dots closer than this along the band are stacked."""
    most_out: float = mm(34)
    """From the band to the farthest dot; taller stacks are pushed together."""
    year: float = mm(20)
    """From one year that is named to the next."""
    year_name: float = mm(11)
    """Of a year's name after its line, at least."""
    year_tick: float = 4.0
    """Over and under the name of a year, on its line."""
    inset: float = 3.0
    """From a year's line to its name, and from the name to the next line; of years that stand closer none is marked."""
    after_sign: float = 6.0
    between_meanings: float = mm(9)


COVER = CoverGeometry()
_STEPS = tuple(digit * 10**zeros for zeros in range(11) for digit in (1, 2, 5))
"""Years from one that is named to the next."""


def _half(pack: Pack, item: Dated) -> int:
    """0 above the band, 1 below it: of other than two sides the first half stands above, and every other event."""
    if item.side not in pack.groups:
        return item.number % 2
    return item.half if item.half is not None else pack.groups.index(item.side) * 2 // len(pack.groups)


class CoverStrip(Box):
    """A band of years with the pack's dated points above and below it; the events of a pack whose points have no date.

    A few of them are named, unless it is to be set without names or in type that has no room beside a pole.
    """

    def __init__(self, pack: Pack, theme: Theme, *, names: bool) -> None:
        every = dated(pack)
        items = [item for item in every if item.marked is not None] or every
        self._over = extent_of(pack, items)
        self._halves = tuple([item for item in items if _half(pack, item) == half] for half in (0, 1))
        self._style, self._flag = theme.label_bold.colored(INK), theme.flag.sized(10, 12)
        self._grow, self._strip = theme.sign_growth, theme.grown(COVER.strip_grown if theme.roomy else COVER.strip)
        self._named = weighty(pack, items) if names else []
        self._flags: dict[float, tuple[Sequence[Flag], Sequence[Flag]]] = {}

    def _x(self, moment: float, width: float) -> float:
        first, last = self._over.first, self._over.last
        return (min(max(moment, first), last) - first) / (last - first) * width

    def _places(self, half: int, width: float) -> list[tuple[Dated, float, float]]:
        """The dots of a side, each with its place along the band and how far out it stands, not yet grown."""
        places = [self._x(item.moment, width) for item in self._halves[half]]
        levels = rows_of([(place, place + COVER.apart * self._grow) for place in places])
        pitch = min(COVER.pitch, (COVER.most_out - COVER.stem - COVER.dot) / max(1, *levels, 1))
        outs = [COVER.stem + pitch * level for level in levels]
        reaches = [reach_of(item.side, COVER.dot * self._grow) for item in self._halves[half]]
        inside = [min(max(at, reach), width - reach) for at, reach in zip(places, reaches, strict=True)]
        return list(zip(self._halves[half], inside, outs, strict=True))

    def _flags_on(self, width: float) -> tuple[Sequence[Flag], Sequence[Flag]]:
        """The names above the band and below it."""
        if width not in self._flags:
            halves = [self._places(half, width) for half in (0, 1)]
            places = [{item.number: along for item, along, _ in half} for half in halves]
            grown = [[(along, self._grow * out) for _, along, out in half] for half in halves]
            floors = [over_dots(dots, self._grow * COVER.dot, COVER.to_name) for dots in grown]
            most = (self._strip - self._band) / (1 + all(halves))
            self._flags[width] = named(self._named, places, floors, self._flag, width, most)
        return self._flags[width]

    def _out(self, half: int, width: float) -> float:
        """How far a side's dots and names reach from the band."""
        dots = (self._grow * (out + COVER.dot) for *_, out in self._places(half, width))
        return max([*dots, *(flag.top for flag in self._flags_on(width)[half])], default=0)

    @property
    def _band(self) -> float:
        return COVER.band * self._grow

    @override
    def height(self, width: float) -> float:
        return self._out(0, width) + self._band + self._out(1, width)

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        high = top - self._out(0, width)
        for half, (level, way) in enumerate(((high, 1), (high - self._band, -1))):
            edge, plain = Edge(page, x, level, way, self._grow), Edge(page, x, level, way)
            places, flags = self._places(half, width), self._flags_on(width)[half]
            for flag in flags:
                flag.draw_pole(plain)
            for item, along, out in places:
                edge.across(along, 0, out, 0.6, item.color)
            for item, along, out in places:
                draw_dot(page, item.side, *edge.at(along, out), COVER.dot * self._grow)
            for flag in flags:
                flag.draw_words(plain)
        self._draw_band(Edge(page, x, high, 1), width)

    def _draw_band(self, edge: Edge, width: float) -> None:
        """Under its upper edge."""
        over, style, low = self._over, self._style, -self._band
        grain = over.grain
        if self._x(over.first + grain.length, width) >= COVER.inset:
            for number in range(grain.number(over.first) + 1, grain.last_number(over.last) + 1):
                for out in (low, -COVER.tick):
                    edge.across(self._x(grain.edge(number), width), out, out + COVER.tick, 0.5, INK)
        for along, left, name in self._years_named(width):
            lines = ((low, 0.0),) if left > along else ((low, low + COVER.year_tick), (-COVER.year_tick, 0.0))
            for start, end in lines if along else ():
                edge.across(along, start, end, 0.7, INK)
            place_line(edge.page, name, style, *edge.at(left, low / 2 - 0.33 * style.size), Furniture.MARKING)
        edge.page.add(Rectangle(*edge.at(0, low), width, self._band, stroke=INK, thickness=COVER.outline))

    def _years_named(self, width: float) -> list[tuple[float, float, str]]:
        """Where moments stand that are named, and where their names begin: round ones, and the first if it has room.

        The name of every fifth year stands on its line, that of a month, which has a cell, after it.
        """
        over = self._over
        steps = _steps(over)
        wide_enough = (unit for unit in steps if self._x(over.first + unit.length, width) >= self._pitch(unit))
        unit = next(wide_enough, steps[-1])
        on_line = unit.names_edge or (isinstance(unit, Years) and unit.count > 1)
        first = over.grain.edge_name(over.grain.number(over.first), opens=True)
        # If no other name says which year it is, the first does.
        free = COVER.inset if over.in_years else self._name_room(first) + COVER.inset
        room = []
        for number in range(unit.number(over.first), unit.last_number(over.last) + 1):
            name, along = unit.edge_name(number), self._x(unit.edge(number), width)
            left = along - self._wide(name) / 2 if on_line else along + COVER.inset
            if unit.edge(number) >= over.first and free <= left <= width + COVER.inset - self._name_room(name):
                room.append((along, left, name))
        if not room or room[0][1] >= self._name_room(first) + COVER.inset:
            room.insert(0, (0, COVER.inset, first))
        return room

    def _pitch(self, unit: Unit) -> float:
        """From one name to the next, at least."""
        over = self._over
        names = map(unit.edge_name, (unit.number(over.first), unit.last_number(over.last)))
        return max(COVER.year * self._grow, *map(self._name_room, names))

    def _name_room(self, name: str) -> float:
        """Of a name, with the air on both sides: 1304 BC wants more than 1921."""
        return max(COVER.year_name * self._grow, self._wide(name) + 2 * COVER.inset)

    def _wide(self, name: str) -> float:
        return self._style.face.width(name, self._style.size)


def _steps(over: Extent) -> Sequence[Unit]:
    """What is named on a cover's band, from the finest."""
    if over.units == BACK:
        return [YearsAgo(step, 1, 0, words=over.words) for step in _STEPS]
    if isinstance(over.grain, Counted):
        return over.units
    finer = () if over.in_years else [unit for unit in over.units if unit.length < 1]
    return [*finer, *(Years(step, 1, 0, words=over.words) for step in _STEPS)]


def counts(context: Context) -> Box:
    """How many points each side has, beside the sign that stands for them; one under the other if they are long."""
    pack, style = context.pack, context.theme.caption
    radius = COVER.dot * context.theme.sign_growth
    signs = [
        Sign(sign_of(side, radius), 2 * radius, context.build.text(_said(context, side), style)) for side in pack.groups
    ]
    return Legend(signs, style.leading, COVER)


def _said(context: Context, side: Side) -> str:
    """7 advantages; with a timeline, 15 disadvantages, of which 3 undated."""
    pack = context.pack
    count = len(pack.on(side))
    lacking = undated(pack)
    missing = sum(item.side == side for item in lacking)
    words = _counted(pack, side)
    if len(lacking) == len(pack.points) or not missing or not has_timeline(context):
        return words  # where nothing has a date, or there is no timeline, none is missing
    if missing == count:
        return pack.say("points_undated", "{points}, undated", points=words)
    # Words: how many points a side has, and how many of them have no date: 15 disadvantages, of which 3 undated.
    return pack.say("some_undated", "{points}, of which {number} undated", points=words, number=missing)


def _counted(pack: Pack, side: Side) -> str:
    """7 advantages, 2 weaknesses; 1 advantage, but Weaknesses: 1, for nobody told us that heading's singular."""
    count, say = len(pack.on(side)), pack.say
    if side.is_neutral:
        if pack.sides:
            return say.count("other_points_counted", "{n} other point", "{n} other points", count)
        return say.count("points_counted", "{n} point", "{n} points", count)
    if side.within and side.number == 0:
        return say.count("advantages_counted", "{n} advantage", "{n} advantages", count)
    if side.within:
        return say.count("disadvantages_counted", "{n} disadvantage", "{n} disadvantages", count)
    within = said_within(pack, side)
    # Words: how many points there are on a side whose name the author gave: Weaknesses: 1; 2 weaknesses.
    return say.count("side_counted", "{side}: {n}", "{n} {within}", count, side=side.name, within=within)
