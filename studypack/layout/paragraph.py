"""Lines of text as a box."""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from itertools import islice
from typing import Literal, NamedTuple

from typing_extensions import override

from studypack.layout.boxes import FEWEST_LINES, ROUNDING, Box
from studypack.layout.breaking import Line
from studypack.layout.formula import Reach
from studypack.layout.page import Page
from studypack.layout.style import CAPITAL_MIDDLE, Style
from studypack.layout.text import Content, Inline, Run, Words

Align = Literal["left", "center", "right"]


class _Level(NamedTuple):
    """Where a line stands, measured down from the top of its box."""

    baseline: float
    end: float
    """Where the box ends, if it is the last."""


class Paragraph(Box):
    """Lines of text."""

    def __init__(
        self,
        content: Iterable[Content],
        leading: float,
        *,
        align: Align = "left",
        first_indent: float = 0,
        above: float = 0,
        keep_with_next: bool = False,
        center: float | None = None,
        counted: bool = False,
    ) -> None:
        """Lines that are `counted` stay as many when they are parted, even if that ends a page within a word."""
        runs = list(content)
        self._whole = self._words = Words(runs)
        self._from = self._start = 0
        self._leading = leading
        self._align: Align = align
        self._first_indent = first_indent
        self.above = above
        self.keep_with_next = keep_with_next
        # Capitals stand in the middle of the line; marks and other inline boxes are centred there too.
        self._size = _largest(runs)
        self._rise = center if center is not None else CAPITAL_MIDDLE * self._size
        self._measure = -1.0
        self._lines: list[Line] = []
        self._is_even = False
        self._counted = counted

    @property
    def widest_word(self) -> float:
        """In points: in a narrower column that word would be cut."""
        return self._whole.widest

    def lines(self, width: float) -> int:
        """How many lines the text takes."""
        return len(self._broken(width))

    @override
    def widest(self, width: float) -> float:
        return max((line.width + line.indent for line in self._evened(width)), default=0)

    def last_line(self, width: float) -> float:
        """Return how far to the right the last line reaches, in points."""
        lines = self._evened(width)
        return lines[-1].indent + lines[-1].width if lines else 0

    def inlines(self, width: float) -> list[Inline]:
        """Return the inline boxes in the first line."""
        return [box for line in self._evened(width)[:1] for box in self._words.inlines(line)]

    def baseline(self, number: int = 0) -> float:
        """The baseline of a line (from 0), measured down from the box's top; of lines that are all of one height."""
        return number * self._leading + self._leading / 2 + self._rise

    @override
    def baselines(self, width: float) -> Iterator[float]:
        yield from (level.baseline for level in self._levels(width))

    def _levels(self, width: float) -> Iterator[_Level]:
        """Yield where each line stands.

        Two lines keep their leading unless a formula in one of them would come too near to what is in the other. At
        the top and the foot of the box a formula stays within it, with some air if it needs more than its line has.
        """
        if not self._whole.has_formulas:
            for at in range(self.lines(width)):
                yield _Level(self.baseline(at), (at + 1) * self._leading)
            return
        above, below = self._leading / 2 + self._rise, self._leading / 2 - self._rise
        baseline, last = 0.0, Reach()
        for number, line in enumerate(self._evened(width)):
            reach = self._words.reach(line)
            over, under = reach.beyond(above, below, self._size)
            baseline += max(self._leading, last.clears(reach, self._size)) if number else above + over
            yield _Level(baseline, baseline + below + under)
            last = reach

    def _depth(self, width: float, count: int) -> float:
        """How far down so many lines reach."""
        if not self._whole.has_formulas:
            return count * self._leading
        return [0.0, *(level.end for level in islice(self._levels(width), count))][-1]

    def _broken(self, width: float) -> list[Line]:
        if width != self._measure:
            # From the whole words each time: what a narrow column cut is whole again in a wider one.
            self._words, self._start = self._whole.fitted(width, self._from)
            self._lines = self._words.lines(width, self._first_indent, self._start)
            self._measure = width
            self._is_even = False
        return self._lines

    def _evened(self, width: float) -> list[Line]:
        """The lines as they are placed. Their number is known without: most measures are only tried."""
        lines = self._broken(width)
        if not self._is_even:
            self._lines = lines = self._words.evened(lines, width)
            self._is_even = True
        return lines

    @override
    def drop(self, width: float) -> float:
        if not self._whole.has_formulas:
            return 0
        return next((level.baseline for level in self._levels(width)), self.baseline()) - self.baseline()

    @override
    def height(self, width: float) -> float:
        return self._depth(width, len(self._broken(width)))

    @override
    def least(self, width: float) -> float:
        # Two lines, or all of three.
        count = len(self._broken(width))
        return self._depth(width, count if count < 2 * FEWEST_LINES else FEWEST_LINES)

    @override
    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        # At least two lines stay, at least two go on, and no word is parted between them.
        lines = self._evened(width)
        if self._whole.has_formulas:
            fits = sum(level.end <= room + ROUNDING for level in self._levels(width))
        else:
            fits = int((room + ROUNDING) / self._leading)
        stay = min(fits, len(lines) - FEWEST_LINES)
        if stay < FEWEST_LINES:
            return None
        whole = self._words.unparted(lines, stay, width)
        if len(whole) >= stay + FEWEST_LINES and not (self._counted and len(whole) != len(lines)):
            lines = whole
        head, tail = copy(self), copy(self)
        head._lines = lines[:stay]
        head.keep_with_next = False
        tail._whole, tail._from = self._words, lines[stay].first
        tail._start, tail._lines = tail._from, lines[stay:]
        tail._first_indent = tail.above = 0
        return head, tail

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        slack = {"left": 0.0, "center": 0.5, "right": 1.0}[self._align]
        lines = self._evened(width)
        plain = not self._whole.has_formulas
        levels = map(self.baseline, range(len(lines))) if plain else self.baselines(width)
        for line, baseline in zip(lines, levels, strict=True):
            start = x + line.indent + slack * (width - line.indent - line.width)
            self._words.place(page, line, start, top - baseline)


def _largest(content: Sequence[Content]) -> float:
    sizes = [part.style.size for part in content if isinstance(part, Run) and not part.rise]
    return max(sizes, default=10)


def text(
    content: Iterable[Content], style: Style, *, align: Align = "left", above: float = 0, keep_with_next: bool = False
) -> Paragraph:
    """A paragraph on the leading of a style; inline boxes alone are centred where its capitals would be."""
    runs = list(content)
    center = None if any(isinstance(each, Run) for each in runs) else style.middle
    return Paragraph(runs, style.leading, align=align, above=above, keep_with_next=keep_with_next, center=center)
