"""Boxes: what stands on a page. Each can measure, split and place itself.

A box is given a width and a top edge; it hangs below that edge. Lengths are in points, `x` and `top` from the
page's bottom-left corner.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from typing_extensions import override

from studypack.base.errors import StudypackError
from studypack.layout.field import on_lines
from studypack.layout.page import Color, Page, Rule
from studypack.layout.style import RULE
from studypack.layout.tag import Tag

FEWEST_LINES = 2
"""Lines on either side of a break: no widows, no orphans."""
ROUNDING = 0.01
"""Points by which a box may exceed its room: arithmetic, not overflow."""


SHORTEN = "shorten it, or choose a larger paper"
"""The way out if something is too tall."""


class TooTallError(StudypackError):
    """A box that cannot be split is taller than an empty page."""

    def __init__(self, words: str) -> None:
        self.words = words
        """What it would have printed."""
        super().__init__("something is taller than a page and cannot be split", SHORTEN)


class Stretch(NamedTuple):
    """How much taller a box may become where its page has room to spare."""

    step: float = 0
    """The height of one more line, in points."""
    most: int = 0
    """So many lines more at most; 0 for a box that keeps its height."""
    priority: int = 0
    """Of boxes that may become taller by as much, the one with the highest is given a line first."""


class Box:
    """Anything that takes up a rectangle of a column."""

    above: float = 0
    """Space above, dropped at the top of a page."""
    keep_with_next: bool = False
    """Stays on one page with the start of the next box."""

    def height(self, width: float) -> float:
        """Return how tall the box is at this width, in points."""
        raise NotImplementedError

    def widest(self, width: float) -> float:
        """Return the width that the box takes of this one, in points: all of it unless its words are shorter."""
        return width

    def least(self, width: float) -> float:
        """Return how tall the smallest part is that may stand alone at the foot of a page."""
        return self.height(width)

    def drop(self, width: float) -> float:
        """Return how much lower its first line stands than it would without a formula in it that is taller."""
        return 0

    def baselines(self, width: float) -> Iterator[float]:
        """Yield the baselines of its lines of words, measured down from its top, in points.

        Tables and code have none: they have rows and lines of their own.
        """
        yield from ()

    def split(self, width: float, room: float) -> "tuple[Box, Box] | None":
        """Return the part that fits in `room` points, and the rest; None if the box cannot be split there."""
        return None

    def loosened(self) -> "Box":
        """Return the box without what keeps its parts together: for a page that has no room for all of them."""
        return self

    def stretch(self, width: float) -> Stretch:
        """Return how much taller the box may become: flexible space, which a page shares out as lines to write on."""
        return Stretch()

    def stretched(self, width: float, room: float) -> "Box":
        """Return the box as tall as it may become in `room` points, which are at least its height."""
        return self

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Put the items of the box on the page; (x, top) is its upper left corner."""
        raise NotImplementedError


@dataclass
class Space(Box):
    """Nothing, of a height."""

    points: float

    @override
    def height(self, width: float) -> float:
        return self.points

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        pass


@dataclass
class NewPage(Box):
    """What follows starts on a new page."""

    recto: bool = False
    """On the next right-hand page, after a blank one if need be."""
    handout: bool = False
    """It is handed out by itself: in a pack that is printed on both sides it shares its leaves with nothing."""

    @override
    def height(self, width: float) -> float:
        return 0

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        pass


@dataclass
class HorizontalRule(Box):
    """A line across the column."""

    thickness: float
    color: Color
    above: float = 0
    below: float = 0
    keep_with_next: bool = False
    indent: float = 0

    @override
    def height(self, width: float) -> float:
        # The line itself takes none.
        return self.below

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        page.add(Rule(x + self.indent, top, x + width, top, self.thickness, self.color))


@dataclass
class WritingLines(Box):
    """Ruled lines to write on."""

    count: int
    pitch: float
    """From line to line: 9 mm suits handwriting."""
    name: str
    """What they are for, for who fills them in on a screen."""
    tag: Tag
    """Holds their fields."""
    color: Color = RULE
    above: float = 0
    keep_with_next: bool = False
    thickness: float = 0.5
    more: int = 0
    """Lines that may be added where the page has room to spare."""
    priority: int = 0
    """Among the lines of the page: those with the highest get another line first."""

    @override
    def height(self, width: float) -> float:
        return self.count * self.pitch

    @override
    def least(self, width: float) -> float:
        return min(self.count, FEWEST_LINES) * self.pitch

    @override
    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        stay = min(int((room + ROUNDING) / self.pitch), self.count - 1)
        if stay < 1:
            return None
        return replace(self, count=stay, keep_with_next=False, more=0), replace(self, count=self.count - stay, above=0)

    @override
    def stretch(self, width: float) -> Stretch:
        return Stretch(self.pitch, self.more, self.priority)

    @override
    def stretched(self, width: float, room: float) -> Box:
        added = min(int((room + ROUNDING) / self.pitch) - self.count, self.more)
        return replace(self, count=self.count + added, more=self.more - added)

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        for number in range(1, self.count + 1):
            y = top - number * self.pitch
            page.add(Rule(x, y, x + width, y, self.thickness, self.color))
        if self.count:
            lowest = (x, x + width, top - self.count * self.pitch)
            page.add(on_lines(lowest, self.count, self.pitch, self.name, self.tag))


@dataclass
class Drawn(Box):
    """A picture of a known height that draws itself."""

    points: float
    draw: Callable[[Page, float, float, float], None]
    """Called with the page, the left edge, the top edge and the width."""
    above: float = 0
    keep_with_next: bool = False

    @override
    def height(self, width: float) -> float:
        return self.points

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        self.draw(page, x, top, width)
