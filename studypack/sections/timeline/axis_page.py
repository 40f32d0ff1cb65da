"""One page of a timeline that runs down: an axis with signs and bars, and a label beside each.

Distances are in points, down from the top of the stretch and to the right of its axis.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from studypack.layout.boxes import Box
from studypack.layout.page import Page, Rule
from studypack.layout.stack import Stack
from studypack.layout.style import mm
from studypack.layout.tag import Tag
from studypack.layout.theme import Theme
from studypack.sections.timeline.bars import (
    DOT,
    OFFSET,
    OUTERMOST,
    ROW,
    Bar,
    UprightEdge,
    draw_bar,
    draw_dot,
)
from studypack.sections.timeline.dated import Dated
from studypack.sections.timeline.label import Label, listed_after

_BETWEEN = 0.6
"""From label to label, in ems of the text."""
_CELL = 1.5
"""A year's name fits in its cell of the band, in lines."""
_LONGEST_FOOT = 0.3
"""Of a page's depth: longer notes may go on to pages of their own."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What an upright timeline may fill. In points."""

    first: float
    """The depth of the first page, under the head."""
    depth: float
    """Of every other page, under the line that says it goes on."""
    foot: float
    """What the notes under the last stretch ask for; 0 where they are too long to stand there."""
    width: float
    """Of a label."""
    between: float
    """Labels, at least."""
    cell: float
    """The height of a cell of the band, at least: its name must fit."""

    @classmethod
    def of(cls, theme: Theme, head: Sequence[Box], again: Box, foot: float, width: float) -> "Frame":
        """The room under a head, and under the line that stands over later pages."""
        signs = 2 * inset(theme.sign_growth)
        return cls(
            first=theme.depth - Stack(head).height(theme.measure) - signs,
            depth=theme.depth - again.height(theme.measure) - signs,
            foot=foot if foot < theme.depth * _LONGEST_FOOT else 0,
            width=width,
            between=theme.body.size * _BETWEEN,
            cell=theme.label_bold.leading * _CELL,
        )

    def room(self, number: int, last: int) -> float:
        """Of a page, from 0; the notes stand on the last."""
        return (self.depth if number else self.first) - (self.foot if number >= last else 0)


def inset(grow: float) -> float:
    """Above and below an axis: room for a sign that stands on its very end."""
    return OUTERMOST * grow


_POLE = 0.7
_TO_WORDS = mm(2)
"""From the end of a pole to its words."""
_SLANT = mm(5)
"""Room for poles that slant from a date to a label that had to move."""
_BESIDE_DATES = mm(3)


@dataclass(slots=True)
class Entry:
    """A label beside the axis."""

    label: Label
    at: float
    """Where its sign stands, or its bar begins."""
    top: float
    """Of the words."""
    out: float = 0
    """How far from the axis its pole starts: a bar stands off."""


@dataclass(slots=True)
class Stretch:
    """What stands on one page."""

    axis: float = 0
    """How far down the axis runs,"""
    height: float = 0
    """and how far what stands beside it."""
    entries: list[Entry] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    """Along the axis: their left is their upper end."""
    carried: list[Dated] = field(default_factory=list)
    """Whose bars began on an earlier page."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand across the page, in points from the column's left edge."""

    dates: float
    """The right edge of the dates or the years."""
    axis: float
    words: float
    """The left edge of the labels."""
    lanes: int
    """How many bars may stand beside one another."""
    slant: float
    """How much of the room before the words is left to poles that slant."""
    grow: float

    @classmethod
    def of(cls, theme: Theme, before: float, lanes: int, *, dates: bool = False, slanting: bool = False) -> "Columns":
        """The columns of a timeline whose band, or whose dates, take so much room before the axis."""
        grow = theme.sign_growth
        axis = before + inset(grow) + _BESIDE_DATES if dates else before
        slant = _SLANT * min(grow, 1.5) if slanting else mm(1)
        out = max(inset(grow), (OFFSET + lanes * ROW) * grow)
        return cls(before, axis, axis + out + slant + _TO_WORDS, lanes, slant, grow)

    @property
    def signs(self) -> float:
        """Half of the widest sign."""
        return inset(self.grow)


Axis = Callable[[Page, float, float], None]
"""Draws the axis of a stretch: page, the column's left edge, the top."""


class StretchBox(Box):
    """A stretch as a picture that cannot be split."""

    def __init__(self, stretch: Stretch, columns: Columns, axis: Axis, figure: Tag) -> None:
        self._stretch = stretch
        self._columns = columns
        self._axis = axis
        self._figure = figure
        listed_after(figure, [entry.label for entry in stretch.entries])

    def height(self, width: float) -> float:
        """As far down as axis and labels reach."""
        return self._stretch.height + 2 * inset(self._columns.grow)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Bars and poles first, so that signs stand on them; then the axis, the signs, the words."""
        columns, before = self._columns, len(page.items)
        top -= inset(columns.grow)
        edge = UprightEdge(page, x + columns.axis, top, 1, columns.grow)
        for bar in self._stretch.bars:
            draw_bar(edge, bar)
        for entry in self._stretch.entries:
            _draw_pole(edge, entry, columns, x, top)
        self._axis(page, x, top)
        dots = [entry for entry in self._stretch.entries if not entry.out]
        for entry in sorted(dots, key=lambda entry: entry.label.item.side is not None):
            draw_dot(page, entry.label.item.side, edge.x, top - entry.at, DOT * columns.grow)
        for entry in self._stretch.entries:
            label, low = entry.label, top - entry.top
            if label.date is not None:
                label.date.place(page, x, low, columns.dates)
            label.lettering("left").place(page, x + columns.words, low, width - columns.words)
        page.claim(before, self._figure)


def _draw_pole(edge: UprightEdge, entry: Entry, columns: Columns, x: float, top: float) -> None:
    """Level past the bars, then slanting to the first line of the words."""
    color = entry.label.item.color
    start, y = edge.at(entry.at, entry.out)
    end = x + columns.words - _TO_WORDS
    beside = top - entry.top - entry.label.lead / 2
    if abs(beside - y) < 0.1:
        edge.page.add(Rule(start, y, end, y, _POLE, color))
        return
    turn = end - columns.slant
    edge.page.add(Rule(start, y, turn, y, _POLE, color))
    edge.page.add(Rule(turn, y, end, beside, _POLE, color))


def lanes_for(items: Sequence[Dated], theme: Theme) -> int:
    """How many bars stand beside one another at most; more than the page has room for lie over one another."""
    bars = [item for item in items if not item.when.is_moment]
    starts = sorted(float("-inf") if item.when.begins is None else item.when.begins for item in bars)
    ends = sorted(float("inf") if item.when.ends is None else item.when.ends for item in bars)
    at_once = (number - bisect_right(ends, start) for number, start in enumerate(starts, start=1))
    return min(max(at_once, default=0), theme.lanes)
