"""Where points are placed: a diamond of boxes, rows of a box and a line for the reason, cards and room to lay them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from typing_extensions import override

from studypack.layout.boxes import Box, Drawn, HorizontalRule
from studypack.layout.columns import Columns
from studypack.layout.field import in_box, on_rule
from studypack.layout.page import Page, Rectangle, Rule
from studypack.layout.paragraph import text
from studypack.layout.stack import Stack
from studypack.layout.style import INK, mm
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.layout.wrapper import KeepTogether
from studypack.sections.kit.builder import Builder
from studypack.sections.kit.cutting import cut_line, parted

DIAMOND = (1, 2, 3, 2, 1)
"""Boxes of its rows, from the top."""
_WIDE = 2.2
"""Of the distance between lines for a hand: the width of a box for a mark."""
_PITCH = 1.35
"""The same, from row to row."""
_OUTLINE = 0.8
_HEAVY = 2.0
"""The thickness of the line that points are placed over or under."""
GAP = mm(3)
_PADDING = mm(2.4)
_LOWEST = mm(18)
"""The least height of a card."""
ACROSS = 3
"""Cards side by side."""


def place_name(build: Builder, number: int) -> str:
    """Return what a place is called by ear."""
    # Words: name of the field for the letter of the card that comes first, second …
    return build.pack.say("place_in_order", "place {number}", number=number)


def box_size(theme: Theme) -> tuple[float, float]:
    """Return width and height of a box to write a mark in."""
    return _WIDE * theme.hand.pitch, theme.hand.pitch


def diamond(build: Builder, size: tuple[float, float], *, written: bool) -> Box:
    """Return nine boxes of a size in the form of a diamond; in each a mark is written, or a card is laid on it.

    They are parted only if no page has room for all of them.
    """
    heard = build.pack.say(
        "diamond_by_ear",
        "Nine boxes in the form of a diamond: one at the top, then two, three, two, and one at the bottom",
    )
    build.tag.announce(heard)
    tag, rows, first = build.tag.child("P"), list[Box](), 1
    for count in DIAMOND:
        rows.append(_boxes(build, tag, size, range(first, first + count), written=written))
        first += count
    rows[0].above = 0
    return KeepTogether(Stack(rows), build.theme.depth)


def _boxes(build: Builder, tag: Tag, size: tuple[float, float], numbers: range, *, written: bool) -> Box:
    """A row of a diamond: boxes in the middle of the measure."""
    wide, high = size

    def draw(page: Page, x: float, top: float, width: float) -> None:
        left = x + (width - diamond_width(wide, len(numbers))) / 2
        for place, number in enumerate(numbers):
            box = left + place * (wide + GAP), top - high, wide, high
            page.add(Rectangle(*box, stroke=INK, thickness=_OUTLINE))
            if written:
                page.add(in_box(box, place_name(build, number), tag, build.theme.task.size))

    return Drawn(high, draw, above=GAP)


def diamond_width(wide: float, count: int = max(DIAMOND)) -> float:
    """Return how wide so many boxes side by side are; the widest row of a diamond unless told."""
    return count * (wide + GAP) - GAP


def reason_row(build: Builder, number: int, *, shown: bool) -> Box:
    """Return a box for a mark, with its number before it if that is `shown`, and a line for the reason beside it."""
    theme, hand, (wide, high) = build.theme, build.theme.hand, box_size(build.theme)
    tag, name, style = build.tag.child("P"), place_name(build, number), theme.task.voiced(bold=True)
    why = build.pack.say("why_field", "{name}, why", name=name)
    label = text([Run(f"{number}.", style, tag)], style) if shown else None
    indent = theme.grown(mm(8)) if label else 0

    def draw(page: Page, x: float, top: float, width: float) -> None:
        y = top - _PITCH * hand.pitch
        if label:
            label.place(page, x, y + high / 2 + style.leading / 2, indent)
        page.add(Rectangle(x + indent, y, wide, high, stroke=INK, thickness=_OUTLINE))
        page.add(in_box((x + indent, y, wide, high), name, tag, theme.task.size))
        left = x + indent + wide + GAP
        page.add(Rule(left, y, x + width, y, hand.thickness, hand.color))
        page.add(on_rule((left, x + width, y), theme.task.size, why, tag))

    return Drawn(_PITCH * hand.pitch, draw)


def parting_line() -> Box:
    """Return the line that points are placed over or under."""
    return HorizontalRule(_HEAVY, INK, above=mm(5), below=mm(3))


def card_rows(theme: Theme, cards: Iterable[tuple[Box, str]]) -> "list[CardRow]":
    """Return rows of cards, all as high as the highest; what is higher than a third of a page goes on over cards.

    Each comes with its title, which TooTallError is raised with if that cannot be parted.
    """
    width = theme.measure / ACROSS - 2 * _PADDING
    made = [part for card, title in cards for part in parted(card, width, theme.third - 2 * _PADDING, title)]
    high = max(_LOWEST, *(card.height(width) + 2 * _PADDING for card in made))
    return [CardRow(made[at : at + ACROSS], high) for at in range(0, len(made), ACROSS)]


def lay_row(build: Builder, number: int, high: float) -> Box:
    """Return room for a card, and lines for the reason beside it."""
    theme, wide = build.theme, build.theme.measure / ACROSS

    def draw(page: Page, x: float, top: float, width: float) -> None:
        page.add(Rectangle(x, top - high, width, high, stroke=INK, thickness=_OUTLINE))

    name = build.pack.say("why_field", "{name}, why", name=place_name(build, number))
    lines = build.writing_lines(max(int(high / theme.hand.pitch), 1), name, name)
    row = Columns([Drawn(high, draw), lines], (wide, theme.measure - wide - mm(5)), mm(5), above=mm(2))
    return KeepTogether(row, theme.third)


@dataclass
class CardRow(Box):
    """Cards side by side, with lines around each to cut along."""

    cards: Sequence[Box]
    high: float

    @override
    def height(self, width: float) -> float:
        return self.high

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        wide, own, low = width / ACROSS, width / ACROSS * len(self.cards), top - self.high
        for y in (top, low):
            cut_line(page, x, y, x + own, y)
        for place in range(len(self.cards) + 1):
            cut_line(page, x + place * wide, top, x + place * wide, low)
        for place, card in enumerate(self.cards):
            card.place(page, x + place * wide + _PADDING, top - _PADDING, wide - 2 * _PADDING)
