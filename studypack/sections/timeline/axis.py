"""A stretch of an axis of time as a picture: a band of years, the dots and bars on it, and the labels beside them.

It is drawn across the page, with labels above and below, or down the page, with labels on the right: an `Edge` of the
band says where on the page a place along the axis lies. Lengths are in points.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from typing_extensions import override

from studypack.layout.boxes import Box
from studypack.layout.inline import place_line
from studypack.layout.page import CAPITALS, Color, Page, Rectangle
from studypack.layout.stack import Stack
from studypack.layout.style import INK, Style
from studypack.layout.tag import Tag
from studypack.layout.theme import Theme
from studypack.sections.kit.section import Context
from studypack.sections.timeline.bar_marks import draw_mark
from studypack.sections.timeline.bars import Bar, Edge, draw_bar, draw_dot
from studypack.sections.timeline.dated import Dated
from studypack.sections.timeline.geometry import GEOMETRY
from studypack.sections.timeline.label import Label
from studypack.sections.timeline.scale import AxisStretch, BandCell


@dataclass(frozen=True, slots=True)
class PageRoom:
    """How much of its pages a timeline may fill, from the top down."""

    first: float
    """Of the first page, under the head."""
    depth: float
    """Of every other page, under what says whose it is or that it goes on."""
    foot: float
    """What the notes under the last picture ask for; 0 where they are too long to stand there."""

    @classmethod
    def under(
        cls, context: Context, head: Sequence[Box], again: Sequence[Box], foot: float, ends: float = 0
    ) -> "PageRoom":
        """The room under the head of the section and of later pages; `ends` is lost on each page."""
        theme = context.theme
        depth, measure = theme.depth - ends, theme.measure
        room = cls(depth - context.start - Stack(head).height(measure), depth - Stack(again).height(measure), 0)
        return room.with_foot(foot, theme)

    def with_foot(self, asked: float, theme: Theme) -> "PageRoom":
        """The same with notes that ask for so much."""
        return replace(self, foot=asked if asked < theme.depth * GEOMETRY.foot else 0)

    def on(self, number: int, last: int) -> float:
        """Of a page, from 0; the notes stand on the last."""
        return (self.depth if number else self.first) - (self.foot if number >= last else 0)


class PlacedLabel(Protocol):
    """A label that has its place beside an axis."""

    def draw_pole(self, edge: Edge) -> None:
        """The line from the date to the words."""
        ...

    def draw_words(self, edge: Edge) -> None:
        """The words, and the date where it stands apart."""
        ...


@dataclass(slots=True)
class AxisSide:
    """What stands on one side of an axis."""

    bars: list[Bar] = field(default_factory=list)
    dots: list[tuple[Dated, float]] = field(default_factory=list)
    """Dates, each with its place along the axis."""
    labels: Sequence[PlacedLabel] = ()


Edges = Callable[[Page, float, float], Sequence[Edge]]
"""The edge that each side stands on: page, left edge, top of the picture."""
DrawAxis = Callable[[Edge, Tag], None]
"""Draws what lies behind the first edge; its words are of the element."""


class AxisPicture(Box):
    """A stretch of an axis as a picture that cannot be split, with the list of its labels after it."""

    def __init__(
        self,
        sides: Sequence[AxisSide],
        height: float,
        edges: Edges,
        axis: DrawAxis,
        figure: Tag,
        labels: Sequence[Label],
    ) -> None:
        """`labels` are those to be listed, in order of time."""
        self._sides = sides
        self._height = height
        self._edges = edges
        self._axis = axis
        self._figure = figure
        self._years = figure.child("Span")
        _list_after(figure, labels)

    @override
    def height(self, width: float) -> float:
        return self._height

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Poles first, so that dots and bars stand on them; then the axis, the dots, the words.

        Where dots crowd, those of the points lie over those of the events: the pack is about the points.
        """
        before, edges = len(page.items), self._edges(page, x, top)
        for edge, side in zip(edges, self._sides, strict=True):
            for bar in side.bars:
                draw_bar(edge, bar)
            for label in side.labels:
                label.draw_pole(edge)
        self._axis(edges[0], self._years)
        for edge, side in zip(edges, self._sides, strict=True):
            for item, along in sorted(side.dots, key=lambda dot: dot[0].marked is not None):
                draw_dot(page, item.side, *edge.at(along, 0), GEOMETRY.dot * edge.grow)
            for bar in side.bars:
                draw_mark(edge, bar)
            for label in side.labels:
                label.draw_words(edge)
        page.claim(before, self._figure)


def _list_after(figure: Tag, labels: Sequence[Label]) -> None:
    """The labels of a picture, whose words its alternative keeps from being read, as a list after it, in their order.

    Whoever hears the page may take the picture at one go, or the dates one by one.
    """
    assert figure.parent is not None
    listing = Tag("L", figure.parent, numbering="None")
    for label in labels:
        if label.tag is not None:
            item = listing.child("LI")
            label.tag.parent = item
            item.kids.append(label.tag)
    siblings = figure.parent.kids
    siblings.insert(siblings.index(figure) + 1, listing)


@dataclass(frozen=True, slots=True)
class Band:
    """The years of a strip in a row of cells, each with its name; open where the timeline goes on.

    The name of a whole cell, 1921, stands in its middle, that of the moment at which it begins, 800, behind its line.
    """

    years: AxisStretch
    depth: float
    """From one edge to the other."""
    style: Style
    """Of the names."""
    tint: Color | None = None
    """Of every other cell."""

    def draw(self, edge: Edge, tag: Tag) -> None:
        """Behind the edge; the names belong to the element."""
        edge, years, end = replace(edge, grow=1), self.years, 0.0
        for cell, name in zip(years.cells, self._names(), strict=True):
            start, end = end, years.along(cell.ends)
            self._draw_cell(edge, cell, start, end, lined=start > 0 or years.opens)
            if name:
                self._draw_name(edge, cell, name, start, end, tag)
        if years.closes:
            self._draw_line(edge, end)
        for out in (-self.depth, 0):
            edge.lengthwise(-GEOMETRY.outline / 2, end + GEOMETRY.outline / 2, out, GEOMETRY.outline, INK)

    def _names(self) -> list[str]:
        """The fullest name of each cell for which all have room; empty where even the shortest has none."""
        cells = self.years.cells
        most = max(len(cell.names) for cell in cells)
        fitting = (
            number
            for number in range(most, 1, -1)
            if all(self._has_room(cell, cell.names[-number]) for cell in cells if len(cell.names) >= number)
        )
        number = next(fitting, 1)
        names = [cell.names[-min(number, len(cell.names))] for cell in cells]
        return [name if self._has_room(cell, name) else "" for cell, name in zip(cells, names, strict=True)]

    def _width(self, name: str) -> float:
        return self.style.face.width(name, self.style.size)

    def _has_room(self, cell: BandCell, name: str) -> bool:
        around = 2 * GEOMETRY.after_line if cell.unit.names_edge else GEOMETRY.around_name
        return self._width(name) <= (cell.ends - cell.begins) * self.years.scale - around

    def _draw_cell(self, edge: Edge, cell: BandCell, start: float, end: float, *, lined: bool) -> None:
        x, y = edge.at(start, -self.depth)
        if cell.tinted and self.tint:
            edge.page.add(Rectangle(x, y, end - start, self.depth, fill=self.tint))
        self._draw_ticks(edge, cell, start, end, (GEOMETRY.tick - self.depth, 0))
        if lined:
            self._draw_line(edge, start)

    def _draw_name(self, edge: Edge, cell: BandCell, name: str, start: float, end: float, tag: Tag) -> None:
        x, y = edge.at(start, -self.depth)
        left = x + GEOMETRY.after_line if cell.unit.names_edge else x + (end - start) / 2 - self._width(name) / 2
        self._place_name(edge.page, name, left, y + self.depth / 2 - 0.33 * self.style.size, tag)

    def _place_name(self, page: Page, name: str, x: float, y: float, tag: Tag) -> None:
        place_line(page, name, self.style, x, y, tag)

    def _draw_line(self, edge: Edge, along: float) -> None:
        edge.across(along, -self.depth, 0, GEOMETRY.outline, INK)

    def _draw_ticks(self, edge: Edge, cell: BandCell, start: float, end: float, outs: Sequence[float]) -> None:
        for number in range(1, cell.unit.ticks):
            along = start + (end - start) * number / cell.unit.ticks
            for out in outs:
                edge.across(along, out - GEOMETRY.tick, out, 0.5, INK)


@dataclass(frozen=True, slots=True)
class UprightBand(Band):
    """The same down the page, each name at the head of its cell; ticks are on the side of the labels alone."""

    signs: float = 0
    """The room for signs before the edge, which names leave."""

    @override
    def _has_room(self, cell: BandCell, name: str) -> bool:
        return self._width(name) <= self.depth - self.signs - 2 * GEOMETRY.beside_cut_name

    @override
    def _draw_cell(self, edge: Edge, cell: BandCell, start: float, end: float, *, lined: bool) -> None:
        if lined:
            self._draw_line(edge, start)
        self._draw_ticks(edge, cell, start, end, (0,))

    @override
    def _draw_name(self, edge: Edge, cell: BandCell, name: str, start: float, end: float, tag: Tag) -> None:
        x, y = edge.at(start, -self.depth)
        y -= GEOMETRY.under_edge + CAPITALS * self.style.size
        self._place_name(edge.page, name, x + (self.depth - self.signs) / 2 - self._width(name) / 2, y, tag)
