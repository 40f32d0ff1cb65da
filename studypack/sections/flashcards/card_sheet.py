"""Sheets of cards to print on both sides: fronts, cut lines, backs mirrored for a flip on the long edge."""

from collections.abc import Sequence
from dataclasses import dataclass

from studypack.sections.flashcards.card import Card
from studypack.sections.marks import Mark
from studypack.typeset.boxes import Box
from studypack.typeset.look import INK, RULE, Look, Style, mm
from studypack.typeset.page import Bookmark, Page, Rule
from studypack.typeset.paragraph import text
from studypack.typeset.shorten import cut
from studypack.typeset.stack import Stack
from studypack.typeset.text import Run

_TICK, _TICK_FROM_EDGE = mm(4), mm(5)
_DASH = (2.0, 2.5)
_ENDLESS = 1e6
"""A width that everything fits on one line of."""
_AFTER_MARK, _BEFORE_COUNT = 8, 10
"""Left free, at least: between a mark and a heading, and between the foot and the card's number."""
_HEAD = mm(3)
"""Between the text and the marks above and below it."""


@dataclass(frozen=True, slots=True)
class CardGrid:
    """How a sheet is cut. Lengths in points."""

    look: Look
    columns: int
    rows: int
    padding: float

    @property
    def per_sheet(self) -> int:
        """Cards on a sheet."""
        return self.columns * self.rows

    @property
    def card_width(self) -> float:
        """Of one card."""
        return self.look.width / self.columns

    @property
    def card_height(self) -> float:
        """Of one card."""
        return self.look.height / self.rows

    @property
    def text_width(self) -> float:
        """For the text of a card."""
        return self.card_width - 2 * self.padding

    @property
    def text_height(self) -> float:
        """For the text of a card, between its head and its foot."""
        return self.card_height - 2 * (self.padding + self.look.mark_height + _HEAD)

    def corner(self, place: int, *, back: bool) -> tuple[float, float]:
        """The upper left corner of a card; a back's column is mirrored, so that it falls on its front."""
        row, column = divmod(place, self.columns)
        if back:
            column = self.columns - 1 - column
        return column * self.card_width, self.look.height - row * self.card_height


def grid_for(look: Look) -> CardGrid:
    """2 × 4 cards (A7 on A4); on A5 2 × 3, for a card of A8 would not hold a question in a readable size."""
    return CardGrid(look, 2, 3, mm(8)) if look.compact else CardGrid(look, 2, 4, mm(10))


class _Side(Box):
    """One side of a sheet: as tall as the paper, so that each side has a page."""

    def __init__(self, grid: CardGrid, cards: Sequence[Card]) -> None:
        self._grid = grid
        self._cards = cards

    def height(self, width: float) -> float:
        """The sheet's."""
        return self._grid.look.height

    def _ticks(self, page: Page) -> None:
        """At the edges of the sheet, where the cuts begin; only where there are cards to cut."""
        grid = self._grid
        near, far = _TICK_FROM_EDGE, _TICK_FROM_EDGE + _TICK
        for column in range(1, grid.columns):
            x = column * grid.card_width
            page.add(Rule(x, near, x, far, 0.5, INK))
            page.add(Rule(x, page.height - near, x, page.height - far, 0.5, INK))
        for y in self._cuts():
            page.add(Rule(near, y, far, y, 0.5, INK))
            page.add(Rule(page.width - near, y, page.width - far, y, 0.5, INK))

    def _cuts(self) -> list[float]:
        """The heights of the cuts across the sheet: below each row that has cards, but not along the edge."""
        grid = self._grid
        used = -(-len(self._cards) // grid.columns)
        return [grid.look.height - row * grid.card_height for row in range(1, min(used, grid.rows - 1) + 1)]


class FrontSide(_Side):
    """The fronts of a sheet, with cut lines; the first of a pack is where the section begins."""

    def __init__(
        self, grid: CardGrid, cards: Sequence[Card], *, total: int, foot: str, headings: Sequence[str]
    ) -> None:
        super().__init__(grid, cards)
        self._total = total
        self._foot = foot
        self._headings = headings
        """The heading of each card's side; empty where a card has no mark."""
        self.bookmark = ""

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Cut lines first: the cards lie on them."""
        if self.bookmark:
            page.anchors.setdefault("section:flashcards", page.height)
            page.bookmarks.append(Bookmark(self.bookmark, 0, page.height))
        self._cut_lines(page)
        self._ticks(page)
        label, width = self._grid.look.label, self._grid.text_width
        marks = [_mark(card, 0, self._grid.look) for card in self._cards]
        beside = max((mark.width + _AFTER_MARK for mark in marks if mark is not None), default=0)
        headings = {words: cut(words, label, width - beside, 1) for words in set(self._headings)}
        counts = [label.face.width(self._count(card), label.size) for card in self._cards]
        foot = cut(self._foot, label, width - max(counts) - _BEFORE_COUNT, 1)
        for place, card in enumerate(self._cards):
            left, upper = self._grid.corner(place, back=False)
            self._place_card(page, card, (headings[self._headings[place]], foot), left, upper)

    def _count(self, card: Card) -> str:
        return f"{card.number} of {self._total}{', continued' if card.continued else ''}"

    def _cut_lines(self, page: Page) -> None:
        """Through the rows that have cards; the rest of a part-filled sheet stays whole."""
        grid, cuts = self._grid, self._cuts()
        for y in cuts:
            page.add(Rule(0, y, page.width, y, 0.5, RULE, _DASH))
        rows = -(-len(self._cards) // grid.columns)
        for column in range(1, grid.columns):
            x = column * grid.card_width
            page.add(Rule(x, page.height, x, page.height - rows * grid.card_height, 0.5, RULE, _DASH))

    def _place_card(self, page: Page, card: Card, furniture: tuple[str, str], left: float, upper: float) -> None:
        """The card between its heading and its foot, which fit on one line each."""
        grid, look = self._grid, self._grid.look
        heading, foot = furniture
        start, right = left + grid.padding, left + grid.card_width - grid.padding
        middle = upper - grid.padding - grid.look.mark_height / 2
        mark = _mark(card, 0, look)
        if mark is not None:
            mark.draw(page, start, middle)
        _furniture(page, look.label, heading, right, middle)
        _place_text(page, grid, card.front, left, upper)
        if card.front is None:
            center = upper - grid.card_height / 2
            _furniture(page, look.standfirst, "(continued)", start, center, from_left=True)
        low = upper - grid.card_height + grid.padding + 3
        _furniture(page, look.label, self._count(card), right, low)
        _furniture(page, look.label, foot, start, low, from_left=True)


class BackSide(_Side):
    """The backs of a sheet, each behind its front."""

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """No cut lines: the sheet is cut from its front."""
        grid, look = self._grid, self._grid.look
        self._ticks(page)
        for place, card in enumerate(self._cards):
            left, upper = grid.corner(place, back=True)
            _place_text(page, grid, card.back, left, upper)
            mark = _mark(card, 1, look)
            if mark is not None:
                low = upper - grid.card_height + grid.padding + grid.look.mark_height / 2
                mark.draw(page, left + (grid.card_width - mark.width) / 2, low)


def _mark(card: Card, side: int, look: Look) -> Mark | None:
    """Of the card's point, for its front (0) or its back (1)."""
    if card.marked is None:
        return None
    return Mark(card.marked, look, card.mark_tags[side], linked=not card.continued)


def _place_text(page: Page, grid: CardGrid, stack: Stack | None, left: float, upper: float) -> None:
    """In the middle of the card."""
    if stack is not None:
        free = grid.card_height - stack.height(grid.text_width)
        stack.place(page, left + grid.padding, upper - free / 2, grid.text_width)


def _furniture(page: Page, style: Style, words: str, x: float, middle: float, *, from_left: bool = False) -> None:
    """One line that is repeated from card to card; it starts or ends at `x`."""
    line = text([Run(words, style, None)], style)
    width = line.widest(_ENDLESS)
    line.place(page, x if from_left else x - width, middle + style.leading / 2, _ENDLESS)
