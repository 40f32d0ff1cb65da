"""One page of a timeline that runs down: an axis with signs and bars, and a label beside each.

Distances are in points, down from the top of the axis and to the right of the column's left edge.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from studypack.base.record import record
from studypack.layout.boxes import Box
from studypack.layout.page import Page, Rule
from studypack.layout.style import mm
from studypack.layout.tag import Tag
from studypack.layout.theme import Theme
from studypack.sections.timeline.axis import AxisPicture, AxisSide, DrawAxis
from studypack.sections.timeline.bars import Bar, Edge, UprightEdge, into_rows, rows_of
from studypack.sections.timeline.dated import Dated
from studypack.sections.timeline.geometry import GEOMETRY
from studypack.sections.timeline.label import Label
from studypack.sections.timeline.scale import AxisStretch


@record
class UprightGrid:
    """Where things stand across the page."""

    dates: float
    """The right edge of the dates or the years."""
    axis: float
    words: float
    """The left edge of the labels."""
    width: float
    """Of a label."""
    lanes: int
    """How many bars may stand beside one another."""
    slant: float
    """How much of the room before the words is left to poles that slant."""
    grow: float
    """How many times larger signs are than in the standard profile."""
    between: float
    """Labels, down the page, at least."""

    @classmethod
    def of(
        cls, theme: Theme, before: float, lanes: int = 0, *, dates: bool = False, slanting: bool = False
    ) -> "UprightGrid":
        """The grid of a timeline whose band, or whose dates, take so much room before the axis."""
        grow = theme.sign_growth
        signs = GEOMETRY.outermost * grow
        axis = before + signs + GEOMETRY.beside_dates if dates else before
        slant = GEOMETRY.slant * min(grow, 1.5) if slanting else mm(3)
        words = axis + max(signs, (GEOMETRY.offset + lanes * GEOMETRY.row) * grow) + slant + GEOMETRY.to_words
        between = theme.body.size * GEOMETRY.between_labels
        return cls(before, axis, words, theme.measure - words, lanes, slant, grow, between)

    @property
    def signs(self) -> float:
        """Half of the widest sign: above and below an axis there is room for one that stands on its very end."""
        return GEOMETRY.outermost * self.grow


@dataclass(slots=True)
class LabelBeside:
    """A label on the right of an axis."""

    label: Label
    grid: UprightGrid
    at: float
    """Where its sign stands, or its bar begins."""
    top: float
    """Of the words."""
    out: float = 0
    """How far from the axis its pole starts: a bar stands off."""

    @property
    def bottom(self) -> float:
        """Of the words."""
        return self.top + self.label.extent(self.grid.width)[1]

    def draw_pole(self, edge: Edge) -> None:
        """Level past the bars, then slanting to the first line of the words."""
        color = self.label.item.color
        start, y = edge.at(self.at, self.out)
        end = edge.x - self.grid.axis + self.grid.words - GEOMETRY.to_words
        beside = edge.y - self.top - self.label.leading / 2
        if abs(beside - y) < 0.1:
            edge.page.add(Rule(start, y, end, y, GEOMETRY.pole, color))
            return
        turn = end - self.grid.slant
        edge.page.add(Rule(start, y, turn, y, GEOMETRY.pole, color))
        edge.page.add(Rule(turn, y, end, beside, GEOMETRY.pole, color))

    def draw_words(self, edge: Edge) -> None:
        """The date left of the axis, if it stands apart, and the words right of it."""
        left, top = edge.x - self.grid.axis, edge.y - self.top
        if self.label.date is not None:
            self.label.date.place(edge.page, left, top, self.grid.dates)
        self.label.lettering("left").place(edge.page, left + self.grid.words, top, self.grid.width)


@dataclass(slots=True)
class AxisPage:
    """What stands on one page."""

    axis: float = 0
    """How far down the axis runs."""
    years: AxisStretch | None = None
    """Of its band, if it has one."""
    labels: list[LabelBeside] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    """Along the axis: their left is their upper end."""

    @property
    def height(self) -> float:
        """How far down axis and labels reach."""
        return max([self.axis, *(each.bottom for each in self.labels)])

    @property
    def carried(self) -> list[Dated]:
        """The dates whose bars began on an earlier page, in order of time."""
        return [bar.item for bar in self.bars if bar.carried_in]

    def add_bars(self, bars: Sequence[Bar], lanes: int) -> None:
        """Put bars beside the axis, and the poles of their labels beside the bars."""
        self.bars = into_rows(bars, lanes)
        middles = {id(bar.item): (bar.near + bar.far) / 2 for bar in bars}
        for label in self.labels:
            label.out = middles.get(id(label.label.item), 0)

    def picture(self, grid: UprightGrid, axis: DrawAxis, figure: Tag) -> Box:
        """The page as it is drawn, on an axis."""

        def edges(page: Page, x: float, top: float) -> Sequence[Edge]:
            return (UprightEdge(page, x + grid.axis, top - grid.signs, 1, grid.grow),)

        dots = [(label.label.item, label.at) for label in self.labels if not label.out]
        sides = [AxisSide(self.bars, dots, self.labels)]
        labels = [label.label for label in self.labels]
        return AxisPicture(sides, self.height + 2 * grid.signs, edges, axis, figure, labels)


def lanes_for(items: Sequence[Dated], most: int) -> int:
    """How many bars stand beside one another; more than `most` lie over one another."""
    rows = rows_of([item.span for item in items if not item.is_moment], most)
    return max(rows, default=-1) + 1
