"""Flags: labels on poles along a line, placed so that no pole crosses a text and no two texts meet.

Heights are in points from the band's edge outwards, the same above the band as below it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from studypack.sections.dated import LEADING, Label
from studypack.typeset.look import mm

POLE_GAP = mm(1.4)
"""From the pole to its text."""
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

Floor = Callable[[float, float], float]
"""How far out a text that spans from one x to another must stay to clear the bars there."""


@dataclass(slots=True)
class Flag:
    """A label and where it goes. x in points from the strip's left end."""

    label: Label
    order: int
    """Its place in time among the strip's labels."""
    pole: float
    far_pole: float
    """Where the pole stands if the flag flies to the left: the far end of a bar."""
    foot: float = 0
    """Where the pole starts: the near edge of its bar."""
    base: float = 0
    """Of the text, on the side of the band."""
    width: float = 0
    """That the text was set to."""
    left: float = 0
    right: float = 0
    """The ends of pole and text together."""
    top: float = 0
    leftward: bool = False

    @property
    def x(self) -> float:
        """Of the pole that is drawn."""
        return self.far_pole if self.leftward else self.pole


@dataclass(slots=True)
class Flags:
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
        return sum(f.base for f in self.placed) + 2 * self.top + 20 * leftward + 1000 * len(self.left_over)


def place_flags(flags: Sequence[Flag], width: float, floor: Floor, most: float, *, above: bool) -> Flags | None:
    """Every flag of one side within `width`, at most `most` points out; None if the last ones find no room.

    Flags fly to the right. The last ones may fly to the left, off the right margin, wherever there is a gap
    for their words; of all ways to choose them the one with the shortest poles is taken.
    """
    row = sorted(flags, key=attrgetter("pole", "order"))
    overrun = next((at for at, flag in enumerate(row) if flag.pole + POLE_GAP + NARROWEST > width), len(row))
    best: Flags | None = None
    for turn in range(overrun, max(overrun - _MOST_LEFTWARD, 0) - 1, -1):
        found = _placed(row[:turn], row[turn:], width, floor, most, above=above)
        if found is not None and (best is None or found.cost < best.cost):
            best = found
    return best


def _placed(
    rightward: Sequence[Flag], leftward: Sequence[Flag], width: float, floor: Floor, most: float, *, above: bool
) -> Flags | None:
    """The leftward flags from the left, then the rightward ones from the right, each over what it covers."""
    start = rightward[-1].pole + CLEARANCE if rightward else 0
    if leftward and min(flag.far_pole for flag in leftward) - POLE_GAP - start < NARROWEST:
        return None
    done = Flags([], [])
    # Of labels on one pole the earlier is read first: the farther out above the band, the nearer below it.
    tie = -1 if above else 1
    for flag in sorted(leftward, key=lambda each: (each.far_pole, tie * each.order)):
        _add(done, flag, flag.far_pole - POLE_GAP - start, floor, most, leftward=True)
    for flag in sorted(rightward, key=lambda each: (-each.pole, tie * each.order)):
        _add(done, flag, width - flag.pole - POLE_GAP, floor, most, leftward=False)
    return done


def _add(done: Flags, flag: Flag, room: float, floor: Floor, most: float, *, leftward: bool) -> None:
    """Place a flag at the width that leaves it lowest."""
    widths = [width for width in WIDTHS if width <= room] or [room]
    best: Flag | None = None
    for width in widths:
        tried = _at(done.placed, flag, width, floor, leftward=leftward)
        if best is None or _reach(tried) < _reach(best) - 0.5:
            best = tried
        if best.base <= floor(best.left, best.right) and best is not tried:
            break
    if best is None or best.top > most:
        done.left_over.append(flag)
    else:
        done.placed.append(best)


def _reach(flag: Flag) -> float:
    lines = (flag.top - flag.base) / LEADING
    return flag.top + 0.25 * flag.base + max(lines - _TALL, 0) * 6


def _at(placed: Sequence[Flag], flag: Flag, width: float, floor: Floor, *, leftward: bool) -> Flag:
    paragraph = flag.label.paragraph(width, leftward=leftward)
    reach = POLE_GAP + paragraph.widest(width)
    x = flag.far_pole if leftward else flag.pole
    left, right = (x - reach, x) if leftward else (x, x + reach)
    base = floor(left, right)
    for other in reversed(placed):
        if other.left < right + CLEARANCE and left - CLEARANCE < other.right:
            base = max(base, other.top + BETWEEN)
        elif not leftward and not other.leftward and other.pole > right + CLEARANCE + WIDTHS[0]:
            break
    top = base + paragraph.height(width)
    return replace(flag, base=base, width=width, left=left, right=right, top=top, leftward=leftward)
