"""The key to a timeline: what its dots, bars and dashes mean, as far as this timeline has them."""

from collections.abc import Callable, Sequence

from studypack.layout.boxes import Box
from studypack.layout.page import Page
from studypack.layout.paragraph import Paragraph
from studypack.layout.style import INK, Style, mm
from studypack.layout.text import Run
from studypack.model.content import Side
from studypack.model.dates import HistoricalDate
from studypack.sections.kit.marks import said_within
from studypack.sections.kit.section import Context
from studypack.sections.timeline.bars import BAR, DOT, OUTERMOST, Bar, Edge, draw_bar, draw_dot, growth
from studypack.sections.timeline.dated import Dated

_AFTER_SIGN = 5.0
_BETWEEN = 20.0
_SAMPLE = mm(9)

Sign = Callable[[Page, float, float], None]
"""Draws a sign: page, left edge, the height of its middle."""


class Legend(Box):
    """Signs and their meanings in a row, in as many rows as they need."""

    def __init__(self, context: Context, items: Sequence[Dated]) -> None:
        self._style = context.theme.caption.sized(8.5, 13).colored(INK)
        self.keep = True
        listing = context.tag.child("L")
        self._entries: list[tuple[Sign, float, Paragraph]] = []
        for sign, width, meaning in _entries(context, items, self._style):
            entry = listing.child("LI").child("LBody")
            self._entries.append((sign, width, Paragraph([Run(meaning, self._style, entry)], self._style.leading)))

    def _rows(self, width: float) -> list[list[tuple[Sign, float, Paragraph]]]:
        rows: list[list[tuple[Sign, float, Paragraph]]] = [[]]
        used = 0.0
        for entry in self._entries:
            wide = self._width(entry, width) + _BETWEEN
            if rows[-1] and used + wide - _BETWEEN > width:
                rows.append([])
                used = 0.0
            rows[-1].append(entry)
            used += wide
        return rows

    def _width(self, entry: tuple[Sign, float, Paragraph], width: float) -> float:
        return entry[1] + _AFTER_SIGN + entry[2].widest(width - entry[1] - _AFTER_SIGN)

    def height(self, width: float) -> float:
        """Row under row; a long heading takes more than one line."""
        return sum(self._tallest(row, width) for row in self._rows(width))

    def _tallest(self, row: list[tuple[Sign, float, Paragraph]], width: float) -> float:
        return max((entry[2].height(width - entry[1] - _AFTER_SIGN) for entry in row), default=0)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Each sign on the middle of its first line."""
        for row in self._rows(width):
            at = x
            for sign, wide, meaning in row:
                sign(page, at, top - self._style.leading / 2)
                meaning.place(page, at + wide + _AFTER_SIGN, top, width - wide - _AFTER_SIGN)
                at += self._width((sign, wide, meaning), width) + _BETWEEN
            top -= self._tallest(row, width)


def _entries(context: Context, items: Sequence[Dated], style: Style) -> list[tuple[Sign, float, str]]:
    made: list[tuple[Sign, float, str]] = []
    grow = growth(context.theme)
    radius = DOT * grow
    for side in Side:
        if any(item.side is side for item in items):
            made.append((_dot(side, radius), 2 * radius, said_within(context.pack, side)))
    if any(item.side is None for item in items):
        made.append((_dot(None, radius), 2 * OUTERMOST * grow, "other events"))
    bars = [item for item in items if not item.when.is_moment]
    firm = _one_a_side([item for item in bars if not item.when.approximate])
    if firm:
        made.append((_bars(firm, grow, approximate=False), _SAMPLE, "in or over these years"))
    rough = _one_a_side([item for item in bars if item.when.approximate])[:1]
    if rough:
        made.append((_bars(rough, grow, approximate=True), _SAMPLE, "approximate"))
    return made


def _one_a_side(items: Sequence[Dated]) -> list[Dated]:
    found = {item.side: item for item in reversed(items)}
    return [found[side] for side in (*Side, None) if side in found][:2]


def _dot(side: Side | None, radius: float) -> Sign:
    reach = radius if side is not None else radius * OUTERMOST / DOT
    return lambda page, x, middle: draw_dot(page, side, x + reach, middle, radius)


def _bars(items: Sequence[Dated], grow: float, *, approximate: bool) -> Sign:
    """A short bar for each side that has any, one under the other."""
    samples = [_sample(item, approximate) for item in items]

    def draw(page: Page, x: float, middle: float) -> None:
        top = middle + grow * (len(samples) * BAR / 2 + (len(samples) - 1) * 0.4)
        for number, item in enumerate(samples):
            bar = Bar(item, 0, _SAMPLE)
            draw_bar(Edge(page, x, top - grow * (number * (BAR + 0.8) - bar.near), -1, grow), bar)

    return draw


def _sample(item: Dated, approximate: bool) -> Dated:
    when = HistoricalDate("", 0, 1, item.when.precision, "", "", approximate)
    return Dated(when, "", item.marked)
