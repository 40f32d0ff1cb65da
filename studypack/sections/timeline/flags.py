"""Flags: labels on poles along a line, placed so that no pole crosses a text and no two texts meet.

Heights are in points from the band's edge outwards, the same above the band as below it.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from studypack.sections.timeline.bars import Edge
from studypack.sections.timeline.geometry import GEOMETRY, SEARCH
from studypack.sections.timeline.label import Label

Floor = Callable[[float, float], float]
"""How far out a text that spans from one x to another must stay to clear the bars there."""


@dataclass(slots=True)
class Flag:
    """A label and where it goes. x in points from the strip's left end."""

    label: Label
    order: int
    """Its place in time among the strip's labels."""
    pole: float
    """Where its date begins, whichever way the flag flies."""
    base: float = 0
    """Of the text, on the side of the band."""
    top: float = 0
    width: float = 0
    """That the text was set to."""
    left: float = 0
    right: float = 0
    """The ends of pole and text together."""
    leftward: bool = False

    @property
    def reach(self) -> float:
        """How far out it is, counted up if it is near only because it is very tall."""
        lines = (self.top - self.base) / self.label.leading
        return self.top + 0.25 * self.base + max(lines - SEARCH.tall, 0) * 6

    def draw_pole(self, edge: Edge) -> None:
        """From the band to the far end of the words."""
        edge.across(self.pole, 0, self.top - GEOMETRY.under_top, GEOMETRY.pole, self.label.item.color)

    def draw_words(self, edge: Edge) -> None:
        """Beside the pole; words on its left are set flush against it."""
        lettering = self.label.lettering("right" if self.leftward else "left")
        start = self.pole - GEOMETRY.to_flag - self.width if self.leftward else self.pole + GEOMETRY.to_flag
        x, top = edge.at(start, self.top if edge.out > 0 else self.base)
        lettering.place(edge.page, x, top, self.width)


@dataclass(slots=True)
class FlagRoom:
    """The room for flags on one side of a strip, and those that have a place there."""

    width: float
    floor: Floor
    most: float
    """How far out a flag may reach."""
    placed: list[Flag] = field(default_factory=list)
    left_over: list[Flag] = field(default_factory=list)
    """Those that would have stood too far out."""
    fanned: bool = False
    """Some flags fly to the left before others that fly to the right."""

    @property
    def top(self) -> float:
        """How far out the farthest label reaches."""
        return max((flag.top for flag in self.placed), default=0)

    @property
    def cost(self) -> float:
        """Low when labels are near their dots, the side is flat, and few flags fly to the left."""
        leftward = sum(flag.leftward for flag in self.placed)
        return sum(f.base for f in self.placed) + 2 * self.top + SEARCH.turned * leftward + 1000 * len(self.left_over)

    def fill(self, row: Sequence[Flag], leftward: Collection[int], *, above: bool) -> bool:
        """The leftward flags of the row from the left, then the others from the right, each over what it covers.

        `leftward` are their places in the row. Words on the left of a pole end at the last pole whose words are on its
        right. False if they find no room.
        """
        # Of labels on one pole the earlier is read first: the farther out above the band, the nearer below it.
        tie = -1 if above else 1
        self.fanned = any(at + 1 not in leftward for at in leftward if at + 1 < len(row))
        rooms, start = list[tuple[Flag, float]](), 0.0
        for at, flag in enumerate(row):
            if at not in leftward:
                start = flag.pole + GEOMETRY.before_pole
                continue
            rooms.append((flag, flag.pole - GEOMETRY.to_flag - start))
            if rooms[-1][1] < GEOMETRY.narrowest_flag:
                return False
        for flag, room in sorted(rooms, key=lambda each: (each[0].pole, tie * each[0].order)):
            self._add(flag, room, leftward=True)
        rightward = [flag for at, flag in enumerate(row) if at not in leftward]
        for flag in sorted(rightward, key=lambda each: (-each.pole, tie * each.order)):
            self._add(flag, self.width - flag.pole - GEOMETRY.to_flag, leftward=False)
        return True

    def _add(self, flag: Flag, room: float, *, leftward: bool) -> None:
        """Place a flag at the width that leaves it lowest."""
        widths = [width for width in GEOMETRY.flags if width <= room] or [room]
        if flag.label.reminder or len(self.placed) > SEARCH.crowded_side:
            widths = widths[:1]
        best: Flag | None = None
        for width in widths:
            tried = self._placed(flag, width, leftward=leftward)
            if best is None or tried.reach < best.reach - 0.5:
                best = tried
            if tried.base <= GEOMETRY.over_dots:
                break
        if best is None or best.top > self.most:
            self.left_over.append(flag)
        else:
            self.placed.append(best)

    def _placed(self, flag: Flag, width: float, *, leftward: bool) -> Flag:
        """The flag over every pole that its words would cross, in the first gap between words that face it."""
        wide, height = flag.label.extent(width)
        x = flag.pole
        left, right = (x - GEOMETRY.to_flag - wide, x) if leftward else (x, x + GEOMETRY.to_flag + wide)
        low, high = left - GEOMETRY.before_pole, right + GEOMETRY.before_pole
        base = self.floor(left, right)
        facing: list[Flag] = []
        for other in reversed(self.placed):
            if other.leftward and not leftward and other.pole <= x:
                continue  # They turn their backs on one another.
            if low < other.pole < high:
                base = max(base, other.top + GEOMETRY.between_flags)
            elif self._faces(other, left, right, leftward=leftward):
                facing.append(other)
            elif not leftward and not other.leftward and not self.fanned:
                break  # The rightward flags before it stand even farther to the right.
        for other in sorted(facing, key=attrgetter("base")):
            if base + height + GEOMETRY.between_flags <= other.base:
                break
            base = max(base, other.top + GEOMETRY.between_flags)
        return Flag(flag.label, flag.order, x, base, base + height, width, left, right, leftward)

    @staticmethod
    def _faces(other: Flag, left: float, right: float, *, leftward: bool) -> bool:
        """Whether the words of another flag are too near to stand at the same height."""
        apart = GEOMETRY.before_pole if other.leftward == leftward else GEOMETRY.facing
        return other.left < right + apart and left - apart < other.right


def place_flags(flags: Sequence[Flag], width: float, floor: Floor, most: float, *, above: bool) -> FlagRoom | None:
    """Every flag of one side within `width`, at most `most` points out; None if the last ones find no room.

    Flags fly to the right. The last ones may fly to the left, off the right margin, wherever there is a gap
    for their words; of all ways to choose them the one with the shortest poles is taken.
    """
    row, overrun = _row(flags, width)
    best: FlagRoom | None = None
    for leftward in _last_turned(len(row), overrun):
        best = _better(best, row, leftward, FlagRoom(width, floor, most), above=above)
        if best is not None and best.top < SEARCH.low_side:
            break
    return best


def fan_flags(flags: Sequence[Flag], width: float, floor: Floor, most: float, *, above: bool) -> FlagRoom | None:
    """The same with some of a crowd flying to the left and those after them to the right, away from one another.

    None for more flags than are worth the time.
    """
    row, overrun = _row(flags, width)
    best: FlagRoom | None = None
    if len(row) <= SEARCH.fanned:
        for leftward in _fanned(len(row), overrun):
            best = _better(best, row, leftward, FlagRoom(width, floor, most), above=above)
    return best


def _row(flags: Sequence[Flag], width: float) -> tuple[list[Flag], int]:
    """The flags in order of time, and the place of the first that has no room on the right of its pole."""
    row = sorted(flags, key=attrgetter("pole", "order"))
    overruns = (at for at, flag in enumerate(row) if flag.pole + GEOMETRY.to_flag + GEOMETRY.narrowest_flag > width)
    return row, next(overruns, len(row))


def _better(
    best: FlagRoom | None, row: Sequence[Flag], leftward: Collection[int], empty: FlagRoom, *, above: bool
) -> FlagRoom | None:
    """The best room so far, or that in which these flags fly to the left."""
    is_better = empty.fill(row, leftward, above=above) and (best is None or empty.cost < best.cost)
    return empty if is_better else best


def _last_turned(count: int, overrun: int) -> Iterator[range]:
    """The places in a row of the last flags, more and more; those from `overrun` on cannot fly to the right."""
    tries = SEARCH.leftward if count <= SEARCH.crowded_side else 1
    for first in range(overrun, max(overrun - tries, 0) - 1, -1):
        yield range(first, count)


def _fanned(count: int, overrun: int) -> Iterator[Collection[int]]:
    """The places of some flags before others that fly to the right, with those from `overrun` on."""
    for first in range(overrun):
        for last in range(first + 1, overrun):
            yield {*range(first, last), *range(overrun, count)}
