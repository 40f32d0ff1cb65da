"""A stretch of an axis of time as a picture: a band of years, the dots and bars on it, and the labels beside them.

It is drawn across the page, with labels above and below, or down the page, with labels on the right: an `Edge` of the
band says where on the page a place along the axis lies. Lengths are in points.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from math import inf
from typing import Protocol

from typing_extensions import override

from studypack.base.record import record
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


@record
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


@record
class Band:
    """The years of a strip in a row of cells, each with its name; open where the timeline goes on.

    The name of a whole cell, 1921, stands in its middle, that of the moment at which it begins, 800, on its line.
    """

    years: AxisStretch
    depth: float
    """From one edge to the other."""
    style: Style
    """Of the names."""
    tint: Color | None = None
    """Of every other cell."""
    before: float = 0
    """By which it begins before its first line: half of the name of a moment stands there."""

    @property
    def overhang(self) -> float:
        """How far the first name reaches back over the start of the first cell."""
        name = self._names()[0] if self._names_edge else ""
        return self._width(name) / 2 + GEOMETRY.beside_line if name else 0

    @property
    def _names_edge(self) -> bool:
        return self.years.cells[0].unit.names_edge

    def draw(self, edge: Edge, tag: Tag) -> None:
        """Behind the edge; the names belong to the element."""
        edge, years, end = replace(edge, grow=1), self.years, 0.0
        for cell, name in zip(years.cells, self._names(), strict=True):
            start, end = end, years.along(cell.ends)
            self._draw_cell(edge, cell, start, end)
            if name:
                self._draw_name(edge, cell, name, start, end, tag)
            if start > 0 or years.opens or self.before:
                self._draw_line(edge, start, name if self._names_edge else "")
        if years.opens and self.before:
            self._draw_line(edge, -self.before)
        if years.closes:
            self._draw_line(edge, end)
        for out in (-self.depth, 0):
            edge.lengthwise(-self.before - GEOMETRY.outline / 2, end + GEOMETRY.outline / 2, out, GEOMETRY.outline, INK)

    def _names(self) -> list[str]:
        """The fullest name of each cell for which all have room; empty where even the shortest has none."""
        cells = self.years.cells
        for number in range(max(len(cell.names) for cell in cells), 0, -1):
            names = self._with_room([cell.names[-min(number, len(cell.names))] for cell in cells])
            if all(name for cell, name in zip(cells, names, strict=True) if len(cell.names) >= number):
                break
        return names

    def _with_room(self, names: Sequence[str]) -> list[str]:
        """The names, empty where there is no room for one: in its cell, or on its line between those on others."""
        cells = self.years.cells
        if not self._names_edge:
            return [name if self._has_room(cell, name) else "" for cell, name in zip(cells, names, strict=True)]
        kept, free, end = [], -inf, self.years.along(self.years.ends)
        for cell, name in zip(cells, names, strict=True):
            at, half = self.years.along(cell.begins), self._width(name) / 2
            kept.append(name if at - half >= free and at + half + GEOMETRY.beside_line <= end else "")
            free = at + half + 2 * GEOMETRY.beside_line if kept[-1] else free
        return kept

    def _width(self, name: str) -> float:
        return self.style.face.width(name, self.style.size)

    def _has_room(self, cell: BandCell, name: str) -> bool:
        return self._width(name) <= (cell.ends - cell.begins) * self.years.scale - GEOMETRY.around_name

    def _draw_cell(self, edge: Edge, cell: BandCell, start: float, end: float) -> None:
        x, y = edge.at(start, -self.depth)
        if cell.tinted and self.tint:
            edge.page.add(Rectangle(x, y, end - start, self.depth, fill=self.tint))
        self._draw_ticks(edge, cell, start, end, (GEOMETRY.tick - self.depth, 0))

    def _draw_name(self, edge: Edge, cell: BandCell, name: str, start: float, end: float, tag: Tag) -> None:
        x, y = edge.at(start, -self.depth)
        left = x + (0 if cell.unit.names_edge else (end - start) / 2) - self._width(name) / 2
        self._place_name(edge.page, name, left, y + self.depth / 2 - 0.33 * self.style.size, tag)

    def _place_name(self, page: Page, name: str, x: float, y: float, tag: Tag) -> None:
        place_line(page, name, self.style, x, y, tag)

    def _draw_line(self, edge: Edge, along: float, name: str = "") -> None:
        """The line between two cells, which leaves room for a name that stands on it."""
        far, near = self._taken(name) if name else (0.0, 0.0)
        for start, end in ((-self.depth, far), (near, 0))[: 2 if name else 1]:
            edge.across(along, start, end, GEOMETRY.outline, INK)

    @property
    def _letters(self) -> float:
        """How high the letters of a name are, with a little air."""
        return CAPITALS * self.style.size + GEOMETRY.beside_cut_name

    def _taken(self, name: str) -> tuple[float, float]:
        """From where to where on a line its name stands."""
        return (-self.depth - self._letters) / 2, (self._letters - self.depth) / 2

    def _draw_ticks(self, edge: Edge, cell: BandCell, start: float, end: float, outs: Sequence[float]) -> None:
        for number in range(1, cell.unit.ticks):
            along = start + (end - start) * number / cell.unit.ticks
            for out in outs:
                edge.across(along, out - GEOMETRY.tick, out, 0.5, INK)


@record
class UprightBand(Band):
    """The same down the page, the name of a whole cell at its head; ticks are on the side of the labels alone."""

    signs: float = 0
    """The room for signs before the edge, which names leave."""

    @property
    @override
    def overhang(self) -> float:
        return min(self._letters / 2 + GEOMETRY.beside_cut_name, self.signs) if self._names_edge else 0

    @override
    def _with_room(self, names: Sequence[str]) -> list[str]:
        room = self.depth - self.signs - 2 * GEOMETRY.beside_cut_name
        return [name if self._width(name) <= room else "" for name in names]

    @override
    def _draw_cell(self, edge: Edge, cell: BandCell, start: float, end: float) -> None:
        self._draw_ticks(edge, cell, start, end, (0,))

    @override
    def _taken(self, name: str) -> tuple[float, float]:
        middle, half = -(self.depth + self.signs) / 2, self._width(name) / 2 + GEOMETRY.beside_cut_name
        return middle - half, middle + half

    @override
    def _draw_name(self, edge: Edge, cell: BandCell, name: str, start: float, end: float, tag: Tag) -> None:
        x, y = edge.at(start, -self.depth)
        capitals = CAPITALS * self.style.size
        y -= capitals / 2 if cell.unit.names_edge else GEOMETRY.under_edge + capitals
        self._place_name(edge.page, name, x + (self.depth - self.signs) / 2 - self._width(name) / 2, y, tag)
