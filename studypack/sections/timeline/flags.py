"""Flags: labels on poles along a line, placed so that no pole crosses a text and no two texts meet.

Heights are in points from the band's edge outwards, the same above the band as below it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import NamedTuple

from studypack.layout.page import Rule
from studypack.layout.style import mm
from studypack.sections.timeline.axis import POLE
from studypack.sections.timeline.bars import NEAREST, Edge
from studypack.sections.timeline.label import Label

POLE_GAP = mm(1.4)
"""From the pole to its text."""
_UNDER_TOP = 1.4
"""The end of a pole, within the height of its words."""
CLEARANCE = mm(2)
"""From a text to the next pole."""
BETWEEN = mm(1.6)
"""From a label to the one farther out."""
WIDTHS = tuple(mm(width) for width in (43, 39, 35, 31, 27))
"""Tried for each label, the widest first."""
NARROWEST = mm(24)
_TALL = 4
"""Lines; a taller label is taken only if it saves more than its extra lines."""
_MOST_LEFTWARD = 8
_CROWDED = 30
"""Flags on one side of a strip; of more than these no arrangement is much better than another."""
TURNED = 20.0
"""A flag may fly to the left if that saves so many points of pole: all to the right is calmer."""
_LOW = 40
"""Points; a side no higher than this needs no better arrangement."""

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
    width: float = 0
    """That the text was set to."""
    left: float = 0
    right: float = 0
    """The ends of pole and text together."""
    top: float = 0
    leftward: bool = False

    def draw_pole(self, edge: Edge) -> None:
        """From the band to the far end of the words."""
        ends = *edge.at(self.pole, 0), *edge.at(self.pole, self.top - _UNDER_TOP)
        edge.page.add(Rule(*ends, POLE, self.label.item.color))

    def draw_words(self, edge: Edge) -> None:
        """Beside the pole; words on its left are set flush against it."""
        lettering = self.label.lettering("right" if self.leftward else "left")
        start = self.pole - POLE_GAP - self.width if self.leftward else self.pole + POLE_GAP
        x, top = edge.at(start, self.top if edge.out > 0 else self.base)
        lettering.place(edge.page, x, top, self.width)


@dataclass(slots=True)
class PlacedFlags:
    """The flags of one side of a strip, placed."""

    placed: list[Flag]
    left_over: list[Flag]
    """Those that would have stood too far out."""

    @property
    def top(self) -> float:
        """How far out the farthest label reaches."""
        return max((flag.top for flag in self.placed), default=0)

    @property
    def cost(self) -> float:
        """Low when labels are near their dots, the side is flat, and few flags fly to the left."""
        leftward = sum(flag.leftward for flag in self.placed)
        return sum(f.base for f in self.placed) + 2 * self.top + TURNED * leftward + 1000 * len(self.left_over)


def place_flags(flags: Sequence[Flag], width: float, floor: Floor, most: float, *, above: bool) -> PlacedFlags | None:
    """Every flag of one side within `width`, at most `most` points out; None if the last ones find no room.

    Flags fly to the right. The last ones may fly to the left, off the right margin, wherever there is a gap
    for their words; of all ways to choose them the one with the shortest poles is taken.
    """
    row = sorted(flags, key=attrgetter("pole", "order"))
    overrun = next((at for at, flag in enumerate(row) if flag.pole + POLE_GAP + NARROWEST > width), len(row))
    best: PlacedFlags | None = None
    tries = _MOST_LEFTWARD if len(row) <= _CROWDED else 1
    for turn in range(overrun, max(overrun - tries, 0) - 1, -1):
        found = _placed(row[:turn], row[turn:], width, floor, most, above=above)
        if found is not None and (best is None or found.cost < best.cost):
            best = found
        if best is not None and best.top < _LOW:
            break
    return best


def _placed(
    rightward: Sequence[Flag],
    leftward: Sequence[Flag],
    width: float,
    floor: Floor,
    most: float,
    *,
    above: bool,
) -> PlacedFlags | None:
    """The leftward flags from the left, then the rightward ones from the right, each over what it covers."""
    start = rightward[-1].pole + CLEARANCE if rightward else 0
    if leftward and min(flag.pole for flag in leftward) - POLE_GAP - start < NARROWEST:
        return None
    done = PlacedFlags([], [])
    # Of labels on one pole the earlier is read first: the farther out above the band, the nearer below it.
    tie = -1 if above else 1
    for flag in sorted(leftward, key=lambda each: (each.pole, tie * each.order)):
        _add(done, flag, flag.pole - POLE_GAP - start, floor, most, leftward=True)
    for flag in sorted(rightward, key=lambda each: (-each.pole, tie * each.order)):
        _add(done, flag, width - flag.pole - POLE_GAP, floor, most, leftward=False)
    return done


def _add(done: PlacedFlags, flag: Flag, room: float, floor: Floor, most: float, *, leftward: bool) -> None:
    """Place a flag at the width that leaves it lowest."""
    widths = [width for width in WIDTHS if width <= room] or [room]
    if flag.label.reminder or len(done.placed) > _CROWDED:
        widths = widths[:1]
    best: _Fit | None = None
    for width in widths:
        tried = _fit(done.placed, flag, width, floor, leftward=leftward)
        if best is None or tried.reach < best.reach - 0.5:
            best = tried
        if tried.base <= NEAREST:
            break
    if best is None or best.top > most:
        done.left_over.append(flag)
    else:
        base, top, left, right = best.base, best.top, best.left, best.right
        done.placed.append(
            replace(flag, base=base, top=top, left=left, right=right, width=best.width, leftward=leftward)
        )


class _Fit(NamedTuple):
    """Where a flag would stand at a width."""

    width: float
    base: float
    top: float
    left: float
    right: float
    lines: float

    @property
    def reach(self) -> float:
        """How far out it is, counted up if it is near only because it is very tall."""
        return self.top + 0.25 * self.base + max(self.lines - _TALL, 0) * 6


def _fit(placed: Sequence[Flag], flag: Flag, width: float, floor: Floor, *, leftward: bool) -> _Fit:
    """The flag over every pole that its words would cross, in the first gap between words that face it."""
    wide, height = flag.label.extent(width)
    x = flag.pole
    left, right = (x - POLE_GAP - wide, x) if leftward else (x, x + POLE_GAP + wide)
    low, high = left - CLEARANCE, right + CLEARANCE
    base = floor(left, right)
    facing: list[Flag] = []
    for other in reversed(placed):
        if low < other.pole < high:
            base = max(base, other.top + BETWEEN)
        elif other.left < high and low < other.right:
            facing.append(other)
        elif not leftward and not other.leftward:
            break  # The rightward flags before it stand even farther to the right.
    for other in sorted(facing, key=attrgetter("base")):
        if base + height + BETWEEN <= other.base:
            break
        base = max(base, other.top + BETWEEN)
    return _Fit(width, base, base + height, left, right, height / flag.label.leading)
