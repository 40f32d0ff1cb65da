"""A timeline down the page, true to scale: equal times are equal lengths, whatever happened in them.

Labels stand beside their dates, or a little above or below where these crowd. Where a label would have to move
far from its date, the whole timeline is drawn larger, on more pages, up to a point.
"""

from collections.abc import Sequence
from itertools import accumulate
from math import inf

from studypack.base.record import record
from studypack.layout.copyfit import largest_passing
from studypack.model.time_span import TimeSpan
from studypack.sections.timeline.axis import PageRoom
from studypack.sections.timeline.bars import bar_of, is_dot
from studypack.sections.timeline.beside import AxisPage, LabelBeside, UprightGrid
from studypack.sections.timeline.dated import Dated
from studypack.sections.timeline.geometry import SEARCH
from studypack.sections.timeline.label import Label
from studypack.sections.timeline.scale import AxisStretch, BandCell, Extent, cells_of, round_first
from studypack.sections.timeline.unit import Unit


@record
class Ruler:
    """Labels to be drawn to scale, and the room for them."""

    labels: Sequence[Label]
    over: Extent
    """What is drawn."""
    units: Sequence[Unit]
    """What a cell of the band may stand for, the finest first."""
    least_cell: float
    """The height of a cell, at least: its name must fit."""
    room: PageRoom
    grid: UprightGrid

    def on_at_most(self, pages: int) -> list[AxisPage] | None:
        """The pages, the fewest there can be; None where the dates stand too close for so many."""
        between = self.grid.between
        wanted = sum(label.extent(self.grid.width)[1] + between for label in self.labels) - between
        for count in range(1, pages + 1):
            for unit in self.units if self._room(count) >= wanted else ():
                found = self._on(count, unit)
                if found is not None:
                    return found
        return None

    def with_span(self, span: TimeSpan) -> list[AxisPage] | None:
        """So much time on a full page, less where labels crowd; None where not even one cell's labels find room."""
        scale = self.room.depth / min(span.years, max(self.over.length, self.over.grain.length))
        fitting = [each for each in self.units if scale * each.length >= self.least_cell] or self.units[-1:]
        tried = dict.fromkeys((round_first(fitting, span.years)[0], fitting[0]))
        return next((found for unit in tried if (found := self._at(scale, unit))), None)

    def _at(self, scale: float, unit: Unit) -> list[AxisPage] | None:
        """The pages at one scale, their cells of one unit."""
        if unit.count_between(self.over.first, self.over.last) > SEARCH.cells:
            return None
        rest = cells_of(unit, self.over.first, self.over.last)
        made: list[AxisPage] = []
        while rest:
            opens = not any(page.years for page in made)
            page = self._fullest(rest, scale, self.room.on(len(made), last=0), opens=opens)
            if page is None or (made and page.years is None):
                return None
            made.append(page)
            rest = rest[len(page.years.cells) if page.years else 0 :]
        return made

    def _fullest(self, cells: Sequence[BandCell], scale: float, room: float, *, opens: bool) -> AxisPage | None:
        """The page with the most of these cells whose labels find room; an empty one where not even a cell has any."""
        most = sum((cell.ends - cells[0].begins) * scale <= room + 0.01 for cell in cells)
        for count in range(most, 0, -1):
            years = AxisStretch(cells[:count], scale, opens=opens, closes=count == len(cells))
            page = self._page(years, room)
            if page is not None:
                return page
        return None if most else AxisPage()

    def _room(self, pages: int) -> float:
        """Of all the pages."""
        return sum(self.room.on(number, pages - 1) for number in range(pages))

    def _on(self, pages: int, unit: Unit) -> list[AxisPage] | None:
        """The timeline at the largest scale that takes so many pages, its cells of one unit."""
        total, count = self._room(pages), unit.count_between(self.over.first, self.over.last)
        if count * self.least_cell > total:
            return None
        cells = cells_of(unit, self.over.first, self.over.last)
        years = cells[-1].ends - cells[0].begins
        most = min(total / years, unit.narrowest * SEARCH.largest_cell * count / years)
        scale = largest_passing(0, most, lambda tried: self._paged(cells, tried, pages) is not None, steps=30)
        if scale * years < count * self.least_cell:
            return None
        made: list[AxisPage] = []
        shared = self._paged(cells, scale, pages) or []
        for number, own in enumerate(shared):
            opens, closes = not any(shared[:number]), own[-1:] == cells[-1:]
            part = AxisStretch(own, scale, opens=opens, closes=closes)
            page = self._page(part, self.room.on(number, pages - 1), SEARCH.farthest) if own else AxisPage()
            if page is None:
                return None
            made.append(page)
        return made

    def _paged(self, cells: Sequence[BandCell], scale: float, pages: int) -> list[list[BandCell]] | None:
        """Whole cells on each page; None if they take more."""
        made: list[list[BandCell]] = [[]]
        free = self.room.on(0, pages - 1)
        for cell in cells:
            tall = (cell.ends - cell.begins) * scale
            while tall > free + 0.001:
                if len(made) == pages:
                    return None
                free = self.room.on(len(made), pages - 1)
                made.append([])
            made[-1].append(cell)
            free -= tall
        return made

    def _page(self, years: AxisStretch, room: float, farthest: float = inf) -> AxisPage | None:
        """One page; None if its labels find no room, or none within so many lines of their dates."""
        first, last = -inf if years.opens else years.begins, inf if years.closes else years.ends
        own = [(label, at) for label in self.labels if first <= (at := _begins(label.item, years.scale)) < last]
        between = self.grid.between
        lengths = [label.extent(self.grid.width)[1] + between for label, _ in own]
        if sum(lengths) - between > room:
            return None
        axis = years.along(years.ends)
        places = [(label, min(max(years.along(at), 0), axis)) for label, at in own]
        tops = moved_apart([at - label.leading / 2 for label, at in places], lengths, room + between)
        labels = [LabelBeside(label, self.grid, at, top) for (label, at), top in zip(places, tops, strict=True)]
        if any(abs(each.top + each.label.leading / 2 - each.at) > farthest * each.label.leading for each in labels):
            return None
        made = AxisPage(axis, years, labels)
        spans = [label.item for label in self.labels if not is_dot(label.item, years.scale)]
        made.add_bars([bar for item in spans if (bar := bar_of(item, years))], self.grid.lanes)
        return made


def _begins(item: Dated, scale: float) -> float:
    """Where its sign stands, or its bar begins."""
    return item.moment if is_dot(item, scale) else item.span[0]


def moved_apart(wanted: Sequence[float], lengths: Sequence[float], room: float) -> list[float]:
    """Where each label starts, in their order, none over another and all within `room`.

    The sum of the squares of what they are moved is the least there is: labels that push one another form a
    block, and a block stands where its members want to be on average (pool adjacent violators; Barlow et al.,
    "Statistical Inference under Order Restrictions", 1972). The lengths must not add up to more than the room.
    """
    before = list(accumulate(lengths, initial=0.0))
    blocks: list[tuple[float, int]] = []
    for start, ahead in zip(wanted, before, strict=False):
        mean, count = start - ahead, 1
        while blocks and blocks[-1][0] >= mean:
            other, many = blocks.pop()
            mean, count = (mean * count + other * many) / (count + many), count + many
        blocks.append((mean, count))
    most = max(room - before[-1], 0)
    places = [min(max(mean, 0), most) for mean, count in blocks for _ in range(count)]
    return [place + ahead for place, ahead in zip(places, before, strict=False)]
