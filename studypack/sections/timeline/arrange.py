"""How many strips a timeline takes, and which page each stands on.

Few strips make tall stacks of labels, far from their dots; many take more pages. Of the arrangements that
take the fewest pages, the one whose labels stand nearest to the band is chosen.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from studypack.base.record import record
from studypack.layout.style import Style
from studypack.model.time_span import TimeSpan
from studypack.sections.timeline.axis import Band, PageRoom
from studypack.sections.timeline.flags import Flag
from studypack.sections.timeline.geometry import GEOMETRY, SEARCH
from studypack.sections.timeline.label import Label
from studypack.sections.timeline.scale import AxisStretch, Extent, in_strips, in_strips_of
from studypack.sections.timeline.strip import Reminding, Strip, lay_out
from studypack.sections.timeline.units import YEAR


@dataclass(slots=True)
class Arrangement:
    """Strips, laid out and shared out to pages."""

    pages: list[list[Strip]]
    foot_alone: bool
    """The notes have no room under the last strip: they go on to a page of their own."""

    @property
    def _strips(self) -> list[Strip]:
        return [strip for page in self.pages for strip in page]

    @property
    def left_over(self) -> list[Label]:
        """The labels that found no room on any strip, in order of time."""
        return [label for strip in self._strips for label in strip.left_over if not label.reminder]

    @property
    def _flags(self) -> list[Flag]:
        return [flag for strip in self._strips for side in strip.sides for flag in side.labels]

    @property
    def longest_pole(self) -> float:
        """From the band to the label that hangs farthest from it, in points."""
        return max((flag.base for flag in self._flags), default=0)

    @property
    def rank(self) -> tuple[int, int, float]:
        """The less, the better: labels without a place, pages, and how far the labels stand from the band."""
        away = sum(flag.base + SEARCH.turned * flag.leftward for flag in self._flags) / max(len(self._flags), 1)
        pages = len(self.pages) + self.foot_alone
        return len(self.left_over), pages, away + SEARCH.cost_of_a_strip * len(self._strips)


@record
class Arranger:
    """The labels of a timeline to be arranged, and the room for them. Lengths in points."""

    labels: Sequence[Label]
    over: Extent
    """What is drawn."""
    remind: Reminding
    measure: float
    room: PageRoom
    whole: bool
    """The author set the period: its last years are shown even if nothing happened in them."""
    span: TimeSpan | None
    """Of a strip, if the user set it."""
    names: Style
    """Of the names of cells."""

    def best(self) -> Arrangement:
        """The best arrangement, its crowds fanned out."""
        found = self._best()
        for number, page in enumerate(found.pages):
            spare = (self.room.depth if number else self.room.first) - self.room.foot - _filled(page)
            for strip in page:
                before = strip.height
                strip.fan_out(self._between(strip.inset), max(spare, 0))
                spare -= strip.height - before
        return found

    def _best(self) -> Arrangement:
        """The best one.

        Some numbers of strips are compared; more and more are tried while labels are left over. Where the user set the
        time of a strip there is nothing to choose.
        """
        if self.span is not None:
            return self._in_strips(0)
        best: Arrangement | None = None
        enough = ceil(len(self.labels) / SEARCH.fewest_labels)
        compared = SEARCH.compared if len(self.labels) <= SEARCH.worth_comparing else 1
        for tried, count in enumerate(self._counts()):
            if best is not None and not best.left_over:
                # A label that hangs far from its date is hard to follow back: a finer scale may bring it nearer.
                most = compared if best.longest_pole <= GEOMETRY.hard_to_follow else 2 * SEARCH.compared
                if tried >= most or count > enough:
                    break
            found = self._in_strips(count)
            if best is None or found.rank < best.rank:
                best = found
        assert best is not None, "at least one number of strips is tried"
        return best

    def _counts(self) -> Iterator[int]:
        """Numbers of strips to try, the fewest first."""
        labels, years = len(self.labels), self.over.length
        wanted = min(ceil(labels / SEARCH.labels), SEARCH.strips)
        count = start = max(
            1, ceil(labels / SEARCH.most_labels), min(ceil(years / (self.measure // YEAR.narrowest)), wanted)
        )
        while count <= max(SEARCH.strips, ceil(labels / SEARCH.crowded)):
            yield count
            count = count + 1 if count < start + 2 else ceil(count * 1.5)

    def _in_strips(self, count: int) -> Arrangement:
        """Over the whole measure if the last labels of all strips can fly to the left, else with a free margin.

        The band is drawn in a little where a dot or a name stands on its very end.
        """
        for reserve in (0, GEOMETRY.free_margin):
            inset = 0.0
            while True:
                measure, span = self._between(inset), self.span
                width = measure - reserve
                parts = in_strips_of(self.over, span, width) if span else in_strips(self.over, count, width)
                strips = self._laid_out(parts, measure)
                if strips is None:
                    break
                asked = max(Band(part, GEOMETRY.band, self.names).overhang for part in parts)
                if not inset and any(strip.sticks_out(measure) for strip in strips):
                    asked = max(asked, GEOMETRY.outermost)
                if asked <= inset:
                    if not self.whole:
                        _drop_empty_end(strips)
                    for strip in strips:
                        strip.inset = inset
                    return Arrangement(*self._paged(strips))
                inset = asked
        raise AssertionError("a flag with a free margin beside it finds room")

    def _between(self, inset: float) -> float:
        """The measure of a band that is drawn in by so much at its start, and at its end as far as dots need it."""
        return self.measure - inset - min(inset, GEOMETRY.outermost)

    @property
    def _most(self) -> tuple[float, float]:
        """How far labels may reach above and below, so that any strip fits on the first page."""
        free = self.room.first - self.room.foot - GEOMETRY.band - 1
        above, below = (sum(label.item.half == half for label in self.labels) for half in (0, 1))
        share = min(max((above + 1) / (above + below + 2), 0.3), 0.7)
        return free * share, free * (1 - share)

    def _laid_out(self, parts: Sequence[AxisStretch], measure: float) -> list[Strip] | None:
        strips, starts = [Strip(part) for part in parts], [part.begins for part in parts]
        new: list[list[Label]] = [[] for _ in strips]
        carried: list[list[Label]] = [[] for _ in strips]
        for label in self.labels:
            item = label.item
            begins, ends = (item.moment, item.moment) if item.is_moment else item.span
            at = max(bisect_right(starts, begins) - 1, 0)
            new[at].append(label)
            for later in range(at + 1, bisect_left(starts, ends)):
                carried[later].append(label)
        most = self._most
        for strip, own, others in zip(strips, new, carried, strict=True):
            if not lay_out(strip, [*others, *own], self.remind, measure, most=most):
                return None
        return strips

    def _paged(self, strips: Sequence[Strip]) -> tuple[list[list[Strip]], bool]:
        """As many strips on a page as fit with the least gaps; and whether the notes take a page of their own."""
        pages: list[list[Strip]] = [[]]
        free = self.room.first
        for strip in strips:
            wanted = strip.height + (GEOMETRY.least_gap if pages[-1] else 0)
            if pages[-1] and wanted > free:
                pages.append([])
                free, wanted = self.room.depth, strip.height
            pages[-1].append(strip)
            free -= wanted
        if len(pages) > 1:
            free -= _balance(pages[-2], pages[-1], self.room)
        return pages, free < self.room.foot


def _drop_empty_end(strips: list[Strip]) -> None:
    while len(strips) > 1 and strips[-1].is_empty:
        strips.pop()
        strips[-1].years = replace(strips[-1].years, closes=True)


def _balance(before: list[Strip], last: list[Strip], room: PageRoom) -> float:
    """Move strips on to a last page that is less full than the one before; how much more they take there."""
    moved = 0.0
    while len(before) > 1:
        tall = before[-1].height + GEOMETRY.least_gap
        if _filled(last) + tall > min(_filled(before) - tall, room.depth - room.foot):
            break
        last.insert(0, before.pop())
        moved += tall
    return moved


def _filled(strips: Sequence[Strip]) -> float:
    return sum(strip.height + GEOMETRY.least_gap for strip in strips)
