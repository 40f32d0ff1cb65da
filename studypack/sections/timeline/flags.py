"""Flags: labels on poles along a line, placed so that no pole crosses a text and no two texts meet.

Heights are in points from the band's edge outwards, the same above the band as below it.
"""

from collections.abc import Callable, Sequence
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

    @property
    def top(self) -> float:
        """How far out the farthest label reaches."""
        return max((flag.top for flag in self.placed), default=0)

    @property
    def cost(self) -> float:
        """Low when labels are near their dots, the side is flat, and few flags fly to the left."""
        leftward = sum(flag.leftward for flag in self.placed)
        return sum(f.base for f in self.placed) + 2 * self.top + SEARCH.turned * leftward + 1000 * len(self.left_over)

    def fill(self, rightward: Sequence[Flag], leftward: Sequence[Flag], *, above: bool) -> bool:
        """The leftward flags from the left, then the rightward ones from the right, each over what it covers.

        False if the first of the leftward ones find no room.
        """
        start = rightward[-1].pole + GEOMETRY.before_pole if rightward else 0
        if leftward and min(flag.pole for flag in leftward) - GEOMETRY.to_flag - start < GEOMETRY.narrowest_flag:
            return False
        # Of labels on one pole the earlier is read first: the farther out above the band, the nearer below it.
        tie = -1 if above else 1
        for flag in sorted(leftward, key=lambda each: (each.pole, tie * each.order)):
            self._add(flag, flag.pole - GEOMETRY.to_flag - start, leftward=True)
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
            if low < other.pole < high:
                base = max(base, other.top + GEOMETRY.between_flags)
            elif self._faces(other, left, right, leftward=leftward):
                facing.append(other)
            elif not leftward and not other.leftward:
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
    row = sorted(flags, key=attrgetter("pole", "order"))
    overrun = next(
        (at for at, flag in enumerate(row) if flag.pole + GEOMETRY.to_flag + GEOMETRY.narrowest_flag > width), len(row)
    )
    best: FlagRoom | None = None
    tries = SEARCH.leftward if len(row) <= SEARCH.crowded_side else 1
    for turn in range(overrun, max(overrun - tries, 0) - 1, -1):
        tried = FlagRoom(width, floor, most)
        if tried.fill(row[:turn], row[turn:], above=above) and (best is None or tried.cost < best.cost):
            best = tried
        if best is not None and best.top < SEARCH.low_side:
            break
    return best
