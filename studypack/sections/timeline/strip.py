"""One strip of the timeline: what happened stands above and below a band of years."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Protocol

from studypack.layout.boxes import Box
from studypack.layout.page import Page
from studypack.layout.tag import Tag
from studypack.layout.theme import Theme
from studypack.sections.timeline.axis import AxisPicture, AxisSide, Band
from studypack.sections.timeline.bar_marks import drop_crowded_marks, place_marks
from studypack.sections.timeline.bars import Bar, Edge, bar_of, floor_over, into_rows, is_dot
from studypack.sections.timeline.dated import Dated
from studypack.sections.timeline.flags import Flag, fan_flags, place_flags
from studypack.sections.timeline.geometry import GEOMETRY, SEARCH
from studypack.sections.timeline.label import Label
from studypack.sections.timeline.scale import AxisStretch


class Reminding(Protocol):
    """Makes the label of a span that is carried on: D10 ends, or D10 continued."""

    def __call__(self, item: Dated, *, ends: bool) -> Label:
        """`ends` says that it ends on this strip."""


@dataclass(slots=True)
class StripSide(AxisSide):
    """What stands above a band, or below it."""

    flags: list[Flag] = field(default_factory=list)
    """As they are to be placed."""
    labels: list[Flag] = field(default_factory=list)
    """Those that have a place."""
    left_over: list[Flag] = field(default_factory=list)
    most: float = 0
    """How far out labels may reach."""

    @property
    def out(self) -> float:
        """How far out it reaches, in points."""
        return max(GEOMETRY.empty_side, *(flag.top for flag in self.labels), *(bar.far for bar in self.bars), 0)


@dataclass(slots=True)
class Strip:
    """A strip of the timeline, and what stands on it."""

    years: AxisStretch
    sides: tuple[StripSide, StripSide] = field(default_factory=lambda: (StripSide(), StripSide()))
    """Above and below."""
    inset: float = 0
    """From the column's left edge to the first cell: room for half of a dot or a name on the very end of the band."""

    @property
    def height(self) -> float:
        """With everything above and below."""
        return self.sides[0].out + GEOMETRY.band + self.sides[1].out

    @property
    def is_empty(self) -> bool:
        """Nothing is dated in its years."""
        return not any(side.dots or side.bars or side.flags for side in self.sides)

    @property
    def labels(self) -> list[Label]:
        """Those that are drawn, in order of time."""
        return _in_order(flag for side in self.sides for flag in side.labels)

    @property
    def left_over(self) -> list[Label]:
        """Those that found no room, in order of time."""
        return _in_order(flag for side in self.sides for flag in side.left_over)

    def sticks_out(self, measure: float) -> bool:
        """Whether half of a dot would stand beside the column."""
        places = [x for side in self.sides for _, x in side.dots]
        return any(x < GEOMETRY.outermost or x > measure - GEOMETRY.outermost for x in places)

    def fan_out(self, measure: float, spare: float) -> None:
        """Let some flags of a side that is crowded fly to the left, if more of them then have room, or it is lower.

        The strip may grow by what its page has to spare, in points.
        """
        for side in self.sides:
            before, lacking, top = side.out, len(side.left_over), max((flag.top for flag in side.labels), default=0)
            if top < SEARCH.high_side and not lacking:
                continue
            most = side.most + spare if lacking else top
            found = fan_flags(side.flags, measure, floor_over(side.bars), most, above=side is self.sides[0])
            if found and (len(found.left_over), found.top) < (lacking, top - SEARCH.worth_fanning):
                side.labels, side.left_over = found.placed, found.left_over
                spare -= max(side.out - before, 0)

    def picture(self, theme: Theme, figure: Tag) -> Box:
        """The strip as it is drawn."""

        def edges(page: Page, x: float, top: float) -> Sequence[Edge]:
            x, high = x + self.inset, top - self.sides[0].out
            return Edge(page, x, high, 1), Edge(page, x, high - GEOMETRY.band, -1)

        band = Band(self.years, GEOMETRY.band, theme.band_name, theme.tint)
        band = replace(band, before=self.inset if band.overhang else 0)
        return AxisPicture(self.sides, self.height, edges, band.draw, figure, self.labels)


def _in_order(flags: Iterable[Flag]) -> list[Label]:
    return [flag.label for flag in sorted(flags, key=attrgetter("order"))]


class _Crowd:
    """Shares out what may stand on either half: each goes where no sign hides it, and fewer labels are near it."""

    def __init__(self, strip: Strip, labels: Sequence[Label]) -> None:
        self._taken: tuple[list[float], list[float]] = ([], [])
        for label in labels:
            if label.item.half is not None:
                self._taken[label.item.half].append(strip.years.along(label.item.moment))

    def half_for(self, x: float) -> int:
        """0 above, 1 below."""
        near = [
            (any(abs(x - other) < 2 * GEOMETRY.dot for other in taken), self._load(x, taken)) for taken in self._taken
        ]
        side = int(near[1] < near[0])
        self._taken[side].append(x)
        return side

    @staticmethod
    def _load(x: float, taken: Sequence[float]) -> float:
        """How much the labels of a half compete with one at `x`."""
        return sum(max(0.0, 1 - abs(x - other) / GEOMETRY.competing) for other in taken)


def lay_out(
    strip: Strip, labels: Sequence[Label], remind: Reminding, measure: float, *, most: tuple[float, float]
) -> bool:
    """Place the labels of bars carried on to the strip and those that begin there; False if some find no place.

    `most` is how far the labels may reach above and below.
    """
    crowd = _Crowd(strip, labels)
    for order, label in enumerate(labels):
        item = label.item
        middle = min(max(strip.years.along(item.moment), 0), measure)
        side = strip.sides[crowd.half_for(middle) if item.half is None else item.half]
        if is_dot(item, strip.years.scale):
            # On a scale of centuries a few years from the end may still put half a symbol beside the column.
            side.dots.append((item, middle))
            side.flags.append(Flag(label, order, strip.years.along(item.moment)))
        elif bar := bar_of(item, strip.years):
            bar.mark = label.mark
            side.bars.append(bar)
            side.flags.append(_flag_of(label, order, bar, remind))
    for side, limit in zip(strip.sides, most, strict=True):
        side.most = limit
        place_marks(side.bars, [flag.pole for flag in side.flags], [x for _, x in side.dots], measure)
        side.bars = into_rows(side.bars)
        drop_crowded_marks(side.bars)
        found = place_flags(side.flags, measure, floor_over(side.bars), limit, above=side is strip.sides[0])
        if found is None:
            return False
        side.labels, side.left_over = found.placed, found.left_over
    return True


def _flag_of(label: Label, order: int, bar: Bar, remind: Reminding) -> Flag:
    """At the bar's start; a carried bar's says at its end that it ends, or at its start that it goes on."""
    if not bar.carried_in:
        return Flag(label, order, bar.left)
    when = label.item.when
    # Nobody said when an approximate date ends.
    if bar.carried_on or when.ends is None or when.approximate:
        return Flag(remind(label.item, ends=False), order, bar.left)
    return Flag(remind(label.item, ends=True), order, bar.right)
