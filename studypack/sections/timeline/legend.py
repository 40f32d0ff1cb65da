"""The key to a timeline: what its dots, bars and dashes mean, as far as this timeline has them.

It is for the eye alone: who hears the timeline is told in words what its signs say.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from typing_extensions import override

from studypack.layout.boxes import Box
from studypack.layout.page import Page
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.tag import Furniture
from studypack.layout.text import Run
from studypack.model.content import Pack
from studypack.model.modes import Scale
from studypack.model.sides import MOST_SIDES, Side
from studypack.sections.kit.builder import kept
from studypack.sections.kit.marks import said_within
from studypack.sections.kit.section import Context
from studypack.sections.timeline.bars import Bar, Edge, draw_bar, draw_dot, reach_of
from studypack.sections.timeline.dated import Dated, extent_of
from studypack.sections.timeline.geometry import GEOMETRY, Geometry

Draw = Callable[[Page, float, float], None]
"""Draws a sign: page, left edge, the height of its middle."""


_STEPS = 20
"""Of the width, in which even rows are looked for."""


class Sign(NamedTuple):
    """A sign and what it means."""

    draw: Draw
    width: float
    meaning: Paragraph


class Legend(Box):
    """Signs and their meanings in a row, in as many rows as they need."""

    def __init__(self, signs: Sequence[Sign], leading: float, geometry: Geometry = GEOMETRY) -> None:
        """A sign stands on the middle of the first line of its meaning, which is of this leading."""
        self._signs, self._middle = signs, leading / 2
        self._after, self._between = geometry.after_sign, geometry.between_meanings

    def _indent(self, sign: Sign) -> float:
        return sign.width + self._after

    def _width(self, sign: Sign, most: float) -> float:
        """Of a sign with its meaning."""
        return self._indent(sign) + sign.meaning.widest(most - self._indent(sign))

    def _tallest(self, row: Sequence[Sign], width: float) -> float:
        return max((sign.meaning.height(width - self._indent(sign)) for sign in row), default=0)

    def _rows(self, width: float) -> list[list[Sign]]:
        """As few rows as the width allows, as even as their number allows: no sign stands alone under many."""
        widths = [self._width(sign, width) for sign in self._signs]
        count = len(self._broken(widths, width))
        low = max(widths, default=0)
        tried = (self._broken(widths, low + (width - low) * step / _STEPS) for step in range(_STEPS + 1))
        return next(rows for rows in tried if len(rows) <= count)

    def _broken(self, widths: Sequence[float], room: float) -> list[list[Sign]]:
        rows: list[list[Sign]] = [[]]
        used = 0.0
        for sign, own in zip(self._signs, widths, strict=True):
            if rows[-1] and used + own > room:
                rows.append([])
                used = 0.0
            rows[-1].append(sign)
            used += own + self._between
        return rows

    @override
    def height(self, width: float) -> float:
        return sum(self._tallest(row, width) for row in self._rows(width))

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        for row in self._rows(width):
            at = x
            for sign in row:
                sign.draw(page, at, top - self._middle)
                sign.meaning.place(page, at + self._indent(sign), top, width - self._indent(sign))
                at += self._width(sign, width) + self._between
            top -= self._tallest(row, width)


def legend(context: Context, items: Sequence[Dated], scale: Scale) -> Box:
    """The key to the signs that a timeline has; it stays with the first picture."""
    style = context.theme.legend
    signs = [
        Sign(draw, width, text([Run(meaning, style, Furniture.MARKING)], style))
        for draw, width, meaning in _signs(context, items, scale)
    ]
    return kept(Legend(signs, style.leading))


def _signs(context: Context, items: Sequence[Dated], scale: Scale) -> Iterator[tuple[Draw, float, str]]:
    """Each sign that the timeline has: how it is drawn, its width, and what it means."""
    grow, say = context.theme.sign_growth, context.pack.say
    radius = GEOMETRY.dot * grow
    pack = context.pack
    for side in pack.sides:
        if any(item.side == side for item in items):
            yield sign_of(side, radius), 2 * reach_of(side, radius), said_within(pack, side)
    bars = [item for item in items if not item.is_moment and scale is Scale.TRUE]
    if others := _others(pack, items):
        spans = sorted((item for item in bars if item.side.is_neutral), key=lambda item: item.when.approximate)
        yield *_dot_and_bar(pack.neutral, radius, spans[:1], grow), others
    if firm := _one_a_side([item for item in bars if not item.when.approximate]):
        # Words: what a bar of a timeline means.
        meaning = say("over_years", "in or over these years")
        if not extent_of(pack, items).in_years:
            meaning = say("over_time", "in or over this time")
        yield _bars(firm, grow), GEOMETRY.sample, meaning
    if rough := _one_a_side([item for item in bars if item.when.approximate]):
        # Words: what a dashed bar of a timeline means: its date is known roughly.
        yield _bars(rough[:1], grow), GEOMETRY.sample, say("approximate", "approximate")


def _others(pack: Pack, items: Sequence[Dated]) -> str:
    """What is on no side, where others are on one."""
    events, points = (any(item.side.is_neutral and bool(item.marked) is own for item in items) for own in (False, True))
    if points and not pack.sides:
        return ""
    if points:
        return (
            pack.say("legend_neutral", "points and events on no side")
            if events
            else pack.say("legend_points", "points on no side")
        )
    return pack.say("other_events", "other events") if events else ""


def _one_a_side(items: Sequence[Dated]) -> list[Dated]:
    """The first date of each side, of two sides at most: they show what a bar is."""
    found = {item.side: item for item in reversed(items)}
    return [found[side] for side in sorted(found, key=lambda side: side.number % (MOST_SIDES + 1))][:2]


def sign_of(side: Side, radius: float) -> Draw:
    """How the dots of a side, or of events, are drawn in the key."""
    reach = reach_of(side, radius)
    return lambda page, x, middle: draw_dot(page, side, x + reach, middle, radius)


def _dot_and_bar(side: Side, radius: float, span: Sequence[Dated], grow: float) -> tuple[Draw, float]:
    """The dot of a side, with its bar after it where there is one, and their width."""
    dot, bar, width = sign_of(side, radius), _bars(span, grow), 2 * GEOMETRY.outermost * grow
    if not span:
        return dot, width

    def draw(page: Page, x: float, middle: float) -> None:
        dot(page, x, middle)
        bar(page, x + width + GEOMETRY.after_sign, middle)

    return draw, width + GEOMETRY.after_sign + GEOMETRY.sample


def _bars(items: Sequence[Dated], grow: float) -> Draw:
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
    return Dated(replace(item.when, begins=0, ends=1), "", item.side)
