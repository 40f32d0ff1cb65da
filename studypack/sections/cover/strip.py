"""The cover's small timeline: a dot or a box for every dated point, to scale, without labels."""

from collections.abc import Sequence
from math import ceil, floor

from typing_extensions import override

from studypack.layout.boxes import Box
from studypack.layout.page import Page, Rectangle, Rule, TextRun
from studypack.layout.style import INK, mm
from studypack.layout.tag import Tag
from studypack.layout.theme import Theme
from studypack.model.calendar import format_year
from studypack.model.content import Pack
from studypack.model.sides import Side
from studypack.sections.timeline.bars import draw_dot
from studypack.sections.timeline.dated import dated
from studypack.sections.timeline.scale import Unit, extent

_BAND = mm(5.2)
_DOT = 3.8
_STEM = mm(5)
"""From the band to the middle of the nearest dots."""
_PITCH = 10.5
"""From the middle of a dot to that of the next one out."""
_APART = 9.6
"""Dots closer than this along the band are stacked."""
_MOST_OUT = mm(34)
"""From the band to the farthest dot; taller stacks are pushed together."""
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_YEAR_ROOM = mm(20)
"""From one year that is named to the next."""
_NAME_ROOM = mm(11)
"""Of a year's name after its line, at least."""
_INSET = 3.0
"""From a year's line to its name, and from the name to the next line."""
_TICK = mm(0.9)


class CoverStrip(Box):
    """A band of years with the pack's dated points above and below it."""

    def __init__(self, pack: Pack, theme: Theme, tag: Tag) -> None:
        items = [item for item in dated(pack) if item.side is not None]
        self._span = extent([item.when for item in items], pack.period)
        self._sides = tuple([item for item in items if item.side is side] for side in Side)
        self._style = theme.label_bold.sized(8, 10).colored(INK)
        self._grow = theme.sign_growth
        first, last = (format_year(year) for year in (floor(self._span[0]), ceil(self._span[1]) - 1))
        years = first if first == last else f"{first} to {last}"
        counts = ", ".join(f"{len(side)} {where}" for side, where in zip(self._sides, ("above", "below"), strict=True))
        alt = f"A small timeline, {years}, with the pack's dated points: {counts}."
        self._figure = tag.child("Figure", alt.replace("\u00a0", " "))
        self._years = self._figure.child("Span")

    def _x(self, moment: float, width: float) -> float:
        first, last = self._span
        return (min(max(moment, first), last) - first) / (last - first) * width

    def _out(self, half: int, width: float) -> float:
        """How far a side's dots reach from the band."""
        levels = self._levels([self._x(item.moment, width) for item in self._sides[half]])
        return self._grow * (_STEM + _pitch(levels) * max(levels) + _DOT) if levels else 0

    def _levels(self, places: Sequence[float]) -> list[int]:
        return _levels(places, _APART * self._grow)

    @property
    def _band(self) -> float:
        return _BAND * self._grow

    @override
    def height(self, width: float) -> float:
        return self._out(0, width) + self._band + self._out(1, width)

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        high, before = top - self._out(0, width), len(page.items)
        for half, (y, out) in enumerate(((high, 1), (high - self._band, -1))):
            places = [self._x(item.moment, width) for item in self._sides[half]]
            levels = self._levels(places)
            pitch = _pitch(levels)
            dot = _DOT * self._grow
            inside = [min(max(place, dot), width - dot) for place in places]
            ends = [y + out * self._grow * (_STEM + pitch * level) for level in levels]
            for item, at, end in zip(self._sides[half], inside, ends, strict=True):
                page.add(Rule(x + at, y, x + at, end, 0.6, item.color))
            for item, at, end in zip(self._sides[half], inside, ends, strict=True):
                draw_dot(page, item.side, x + at, end, dot)
        self._draw_band(page, x, high - self._band, width)
        page.claim(before, self._figure)

    def _draw_band(self, page: Page, x: float, low: float, width: float) -> None:
        first, last = self._span
        step = next((step for step in _STEPS if self._x(first + step, width) >= _YEAR_ROOM * self._grow), _STEPS[-1])
        if self._x(first + 1, width) >= 3:
            for whole in range(floor(first) + 1, ceil(last)):
                at = x + self._x(whole, width)
                page.add(Rule(at, low, at, low + _TICK, 0.5, INK))
                page.add(Rule(at, low + self._band - _TICK, at, low + self._band, 0.5, INK))
        for year in self._named(step, width):
            at = x + self._x(year, width)
            if year > first:
                page.add(Rule(at, low, at, low + self._band, 0.7, INK))
            name = format_year(floor(year))
            wide = self._style.face.width(name, self._style.size)
            y = low + self._band / 2 - 0.33 * self._style.size
            page.add(TextRun(at + _INSET, y, name, self._style.face, self._style.size, INK, wide, self._years))
        page.add(Rectangle(x, low, width, self._band, stroke=INK, thickness=0.8))

    def _named(self, step: int, width: float) -> list[float]:
        """The years that are named: round ones, and the first where the next leaves it room."""
        first, last = self._span
        unit = Unit(step, 1, 1, 0)
        numbers = range(unit.number(first), unit.number(last) + 1)
        years = [unit.edge(number) for number in numbers if first <= unit.edge(number) < last]
        room = [year for year in years if self._x(last, width) - self._x(year, width) >= self._name_room(year)]
        if not room or self._x(room[0], width) >= self._name_room(first):
            room.insert(0, first)
        return room

    def _name_room(self, year: float) -> float:
        """Of a year's name after its line: 1304 BC wants more than 1921."""
        wide = self._style.face.width(format_year(floor(year)), self._style.size)
        return max(_NAME_ROOM * self._grow, wide + 2 * _INSET)


def _levels(places: Sequence[float], apart: float) -> list[int]:
    """How far out each dot stands: 0 by the band, higher where nearer dots are in the way."""
    ends: list[float] = []
    levels = [0] * len(places)
    for at in sorted(range(len(places)), key=places.__getitem__):
        level = next((level for level, end in enumerate(ends) if places[at] - end >= apart), len(ends))
        ends[level : level + 1] = [places[at]]
        levels[at] = level
    return levels


def _pitch(levels: Sequence[int]) -> float:
    return min(_PITCH, (_MOST_OUT - _STEM - _DOT) / max(1, *levels, 1))
