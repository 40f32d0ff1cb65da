"""A timeline down the page, true to scale: equal times are equal lengths, whatever happened in them.

Labels stand beside their dates, or a little above or below where these crowd. Where a label would have to move
far from its date, the whole timeline is drawn larger, on more pages, up to a point.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from studypack.sections.timeline.axis_page import Columns, Entry, Frame, Stretch
from studypack.sections.timeline.bars import Bar, bar_of, into_rows, is_dot
from studypack.sections.timeline.dated import Dated
from studypack.sections.timeline.flags import moved_apart
from studypack.sections.timeline.label import Label
from studypack.sections.timeline.scale import Cell, Unit, cells_of, round_first

_FARTHEST = 4.0
"""Lines of type by which a label may stand above or below its date."""
_LARGEST_CELL = 2.2
"""Times as large as on a strip: a few dates are not drawn out over a page."""
_STEPS = 30
_MOST_CELLS = 5000
"""A band of more would fill hundreds of pages."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A stretch with the cells of its band."""

    stretch: Stretch
    cells: Sequence[Cell]
    scale: float
    """Points a year."""


@dataclass(frozen=True, slots=True)
class Ruler:
    """Labels to be drawn to scale, and the room for them."""

    labels: Sequence[Label]
    span: tuple[float, float]
    """The first and the last moment that is drawn."""
    units: Sequence[Unit]
    """What a cell of the band may stand for, the finest first."""
    frame: Frame
    columns: Columns

    def on_at_most(self, pages: int) -> list[Drawn] | None:
        """The stretches, a page each, on the fewest pages; None where the dates stand too close for so many."""
        between = self.frame.between
        wanted = sum(label.extent(self.frame.width)[1] + between for label in self.labels) - between
        for count in range(1, pages + 1):
            for unit in self.units if self._room(count) >= wanted else ():
                found = self._on(count, unit)
                if found is not None:
                    return found
        return None

    def with_years(self, years: int) -> list[Drawn] | None:
        """So many years on a full page, fewer where labels crowd; None where not even one cell's labels find room."""
        scale = self.frame.depth / min(years, max(round(self.span[1] - self.span[0]), 1))
        fitting = [each for each in self.units if scale * each.length >= self.frame.cell] or self.units[-1:]
        tried = dict.fromkeys((round_first(fitting, years)[0], fitting[0]))
        return next((found for unit in tried if (found := self._at(scale, unit))), None)

    def _at(self, scale: float, unit: Unit) -> list[Drawn] | None:
        """The stretches at one scale, their cells of one unit, a page each."""
        if unit.count(*self.span) > _MOST_CELLS:
            return None
        rest = list(cells_of(unit, *self.span))
        made: list[Drawn] = []
        while rest:
            room = self.frame.room(len(made), last=0)
            fits = sum((cell.ends - rest[0].begins) * scale <= room + 0.01 for cell in rest)
            tries = (
                self._drawn(
                    _opened(unit, rest[:count]), scale, room, opens=not made, closes=count == len(rest), near=False
                )
                for count in range(fits, 0, -1)
            )
            found = next((each for each in tries if each is not None), None)
            if found is None and (made or fits):
                return None
            made.append(found or Drawn(Stretch(), (), scale))
            rest = rest[len(made[-1].cells) :]
        return made

    def _room(self, pages: int) -> float:
        """Of all the pages."""
        return sum(self.frame.room(number, pages - 1) for number in range(pages))

    def _on(self, pages: int, unit: Unit) -> list[Drawn] | None:
        """The timeline at the largest scale that takes so many pages, its cells of one unit."""
        total = self._room(pages)
        count = unit.count(*self.span)
        if count * self.frame.cell > total:
            return None
        cells = cells_of(unit, *self.span)
        years = cells[-1].ends - cells[0].begins
        low, high = 0.0, min(total / years, unit.narrowest * _LARGEST_CELL * count / years)
        for _ in range(_STEPS):
            middle = (low + high) / 2
            low, high = (middle, high) if self._paged(cells, middle, pages) else (low, middle)
        if low * years < count * self.frame.cell:
            return None
        made: list[Drawn] = []
        shared = self._paged(cells, low, pages) or []
        for number, own in enumerate(shared):
            room = self.frame.room(number, pages - 1)
            ends = own[-1:] == list(cells[-1:])
            found = self._drawn(_opened(unit, own), low, room, opens=not any(shared[:number]), closes=ends, near=True)
            if found is None:
                return None
            made.append(found)
        return made

    def _paged(self, cells: Sequence[Cell], scale: float, pages: int) -> list[list[Cell]] | None:
        """Whole cells on each page; None if they take more."""
        made: list[list[Cell]] = [[]]
        free = self.frame.room(0, pages - 1)
        for cell in cells:
            tall = (cell.ends - cell.begins) * scale
            while tall > free + 0.001:
                if len(made) == pages:
                    return None
                free = self.frame.room(len(made), pages - 1)
                made.append([])
            made[-1].append(cell)
            free -= tall
        return made

    def _drawn(
        self, cells: Sequence[Cell], scale: float, room: float, *, opens: bool, closes: bool, near: bool
    ) -> Drawn | None:
        """One page; None if its labels find no room, or, where they are to stand `near` their dates, none there."""
        if not cells:
            return Drawn(Stretch(), (), scale)
        begins, ends = cells[0].begins, cells[-1].ends
        made = Stretch(axis=(ends - begins) * scale)
        bars = self._bars(made, begins, ends, scale, opens=opens, closes=closes)
        own = [
            label
            for label in self.labels
            if (opens or _begins(label.item, scale) >= begins) and (closes or _begins(label.item, scale) < ends)
        ]
        between = self.frame.between
        lengths = [label.extent(self.frame.width)[1] + between for label in own]
        if sum(lengths) - between > room:
            return None
        places = [min(max((_begins(label.item, scale) - begins) * scale, 0), made.axis) for label in own]
        tops = moved_apart(
            [at - label.lead / 2 for at, label in zip(places, own, strict=True)], lengths, room + between
        )
        for label, at, top in zip(own, places, tops, strict=True):
            if near and abs(top + label.lead / 2 - at) > _FARTHEST * label.lead:
                return None
            bar = bars.get(id(label.item))
            made.entries.append(Entry(label, at, top, 0 if bar is None else (bar.near + bar.far) / 2))
        made.height = max([made.axis, *(top + tall - between for top, tall in zip(tops, lengths, strict=True))])
        return Drawn(made, cells, scale)

    def _bars(
        self, made: Stretch, begins: float, ends: float, scale: float, *, opens: bool, closes: bool
    ) -> dict[int, Bar]:
        """The bars of the years from `begins` to `ends`, by the identity of what they stand for."""
        found: dict[int, Bar] = {}
        for item in (label.item for label in self.labels if not is_dot(label.item, scale)):
            bar = bar_of(item, begins, ends, scale, opens=opens, closes=closes)
            if bar is not None:
                found[id(item)] = bar
                made.carried += [item] if bar.carried_in else []
        made.bars.extend(into_rows(found.values(), self.columns.lanes))
        return found


def _opened(unit: Unit, cells: Sequence[Cell]) -> list[Cell]:
    """The cells of a page, of which the first says its year."""
    first = [replace(cell, names=unit.names(unit.number(cell.begins), opens=True)) for cell in cells[:1]]
    return [*first, *cells[1:]]


def _begins(item: Dated, scale: float) -> float:
    """Where its sign stands, or its bar begins."""
    if is_dot(item, scale):
        return item.moment
    return float("-inf") if item.when.begins is None else item.when.begins
