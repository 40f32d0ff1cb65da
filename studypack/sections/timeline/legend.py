"""The key to a timeline: what its dots, bars and dashes mean, as far as this timeline has them."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from typing_extensions import override

from studypack.layout.boxes import Box
from studypack.layout.page import Page
from studypack.layout.paragraph import Paragraph
from studypack.model.dates import HistoricalDate
from studypack.model.sides import Side
from studypack.sections.kit.marks import said_within
from studypack.sections.kit.section import Context
from studypack.sections.timeline.bars import Bar, Edge, draw_bar, draw_dot
from studypack.sections.timeline.dated import Dated
from studypack.sections.timeline.geometry import GEOMETRY

_Draw = Callable[[Page, float, float], None]
"""Draws a sign: page, left edge, the height of its middle."""


class _Explained(NamedTuple):
    """A sign and what it means."""

    draw: _Draw
    indent: float
    """Of the meaning: after the sign."""
    meaning: Paragraph

    def width(self, most: float) -> float:
        return self.indent + self.meaning.widest(most - self.indent)

    def height(self, width: float) -> float:
        return self.meaning.height(width - self.indent)


class Legend(Box):
    """Signs and their meanings in a row, in as many rows as they need."""

    def __init__(self, context: Context, items: Sequence[Dated]) -> None:
        style, listing = context.theme.legend, context.build.within("L")
        self._middle = style.leading / 2
        self._entries = [
            _Explained(draw, width + GEOMETRY.after_sign, listing.within("LI").text(meaning, style, "LBody"))
            for draw, width, meaning in _signs(context, items)
        ]
        self.keep_with_next = True

    def _rows(self, width: float) -> list[list[_Explained]]:
        rows: list[list[_Explained]] = [[]]
        used = 0.0
        for entry in self._entries:
            wide = entry.width(width) + GEOMETRY.between_meanings
            if rows[-1] and used + wide - GEOMETRY.between_meanings > width:
                rows.append([])
                used = 0.0
            rows[-1].append(entry)
            used += wide
        return rows

    @override
    def height(self, width: float) -> float:
        return sum(_tallest(row, width) for row in self._rows(width))

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        for row in self._rows(width):
            at = x
            for entry in row:
                entry.draw(page, at, top - self._middle)
                entry.meaning.place(page, at + entry.indent, top, width - entry.indent)
                at += entry.width(width) + GEOMETRY.between_meanings
            top -= _tallest(row, width)


def _tallest(row: Sequence[_Explained], width: float) -> float:
    return max((entry.height(width) for entry in row), default=0)


def _signs(context: Context, items: Sequence[Dated]) -> Iterator[tuple[_Draw, float, str]]:
    """Each sign that the timeline has: how it is drawn, its width, and what it means."""
    grow = context.theme.sign_growth
    radius = GEOMETRY.dot * grow
    for side in Side:
        if any(item.side is side for item in items):
            yield _dot(side, radius), 2 * radius, said_within(context.pack, side)
    if any(item.side is None for item in items):
        yield _dot(None, radius), 2 * GEOMETRY.outermost * grow, "other events"
    bars = [item for item in items if not item.when.is_moment]
    if firm := _one_a_side([item for item in bars if not item.when.approximate]):
        yield _bars(firm, grow), GEOMETRY.sample, "in or over these years"
    if rough := _one_a_side([item for item in bars if item.when.approximate]):
        yield _bars(rough[:1], grow), GEOMETRY.sample, "approximate"


def _one_a_side(items: Sequence[Dated]) -> list[Dated]:
    found = {item.side: item for item in reversed(items)}
    return [found[side] for side in (*Side, None) if side in found][:2]


def _dot(side: Side | None, radius: float) -> _Draw:
    reach = radius if side is not None else radius * GEOMETRY.diamond
    return lambda page, x, middle: draw_dot(page, side, x + reach, middle, radius)


def _bars(items: Sequence[Dated], grow: float) -> _Draw:
    """A short bar for each of the dates, one under the other."""
    samples = [_sample(item) for item in items]

    def draw(page: Page, x: float, middle: float) -> None:
        top = middle + grow * (len(samples) * GEOMETRY.bar / 2 + (len(samples) - 1) * 0.4)
        for number, item in enumerate(samples):
            bar = Bar(item, 0, GEOMETRY.sample)
            draw_bar(Edge(page, x, top - grow * (number * (GEOMETRY.bar + 0.8) - bar.near), -1, grow), bar)

    return draw


def _sample(item: Dated) -> Dated:
    """A date of the same kind that is closed on both sides."""
    return Dated(HistoricalDate("", 0, 1, item.when.precision, "", "", item.when.approximate), "", item.marked)
