"""Sheets of cards: fronts with the lines to cut along, and their backs behind or beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from typing_extensions import override

from studypack.layout.boxes import Box
from studypack.layout.page import Bookmark, Page, Rule
from studypack.layout.paragraph import text
from studypack.layout.shorten import cut
from studypack.layout.style import INK, INK_SOFT, RULE, Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.model.content import Pack
from studypack.model.modes import FlashcardModes, Flip
from studypack.sections.flashcards.card import Card
from studypack.sections.kit.marks import Mark
from studypack.sections.kit.section import heading_of


@dataclass(frozen=True, slots=True)
class CardGrid:
    """The cells of a sheet. Lengths in points, heights from the foot of the sheet."""

    theme: Theme
    columns: int
    rows: int
    padding: float
    flip: Flip = Flip.LONG

    @property
    def per_sheet(self) -> int:
        """Cards on a sheet; folded, each takes two cells."""
        cells = self.columns * self.rows
        return cells // 2 if self.flip is Flip.FOLD else cells

    @property
    def card_width(self) -> float:
        """Of one card."""
        return self.theme.width / self.columns

    @property
    def card_height(self) -> float:
        """Of one card."""
        return self.theme.height / self.rows

    @property
    def text_width(self) -> float:
        """For the text of a card."""
        return self.card_width - 2 * self.padding

    @property
    def text_height(self) -> float:
        """For the text of a card, between its head and its foot."""
        return self.card_height - 2 * (self.padding + self.theme.mark_height + self.theme.card_head)

    @property
    def folds_across(self) -> bool:
        """Whether the fold runs across the sheet, as it does where a card is as wide as the paper."""
        return self.columns == 1

    @property
    def _cards_a_row(self) -> int:
        return self.columns // 2 if self.flip is Flip.FOLD and not self.folds_across else self.columns

    def corner(self, place: int, *, back: bool) -> tuple[float, float]:
        """The upper left corner of a card, by its place on the sheet, from 0; a back is the mirror of its front."""
        row, column = divmod(place, self._cards_a_row)
        if back and (self.flip is Flip.SHORT or (self.flip is Flip.FOLD and self.folds_across)):
            row = self.rows - 1 - row
        elif back:
            column = self.columns - 1 - column
        return column * self.card_width, self.theme.height - row * self.card_height

    def used_rows(self, cards: int) -> int:
        """How many rows so many cards take, from the top of the fronts."""
        return -(-cards // self._cards_a_row)

    def cuts(self, cards: int, *, back: bool) -> list[float]:
        """The heights of the cuts across the sheet: beyond each row that has cards, but not along the edge."""
        if self.flip is Flip.FOLD and self.folds_across:
            return []
        heights = [
            self.theme.height - row * self.card_height
            for row in range(1, min(self.used_rows(cards), self.rows - 1) + 1)
        ]
        turned = back and self.flip is Flip.SHORT
        return [self.theme.height - height for height in heights] if turned else heights

    def cut_columns(self) -> list[float]:
        """Where the sheet is cut from top to bottom, from its left edge; along its middle a folded sheet is not."""
        middle = self.columns / 2 if self.flip is Flip.FOLD else None
        return [column * self.card_width for column in range(1, self.columns) if column != middle]


def grid_for(theme: Theme, modes: FlashcardModes | None = None) -> CardGrid:
    """The grid of a theme, with ten cards where they are asked for and would be readable."""
    modes = modes or FlashcardModes()
    columns, rows, padding = (modes.cards == 10 and theme.ten_cards) or theme.card_grid
    return CardGrid(theme, columns, rows, padding, modes.flip)


_TICK, _TICK_FROM_EDGE = mm(4), mm(5)
_DASH = (2.0, 2.5)
_FOLD_DASH, _FOLD = (7.0, 5.0), 0.8
"""Long dashes, and heavier than a cut."""
_ENDLESS = 1e6
"""A width that everything fits on one line of."""
_AFTER_MARK, _BEFORE_COUNT = 8, 10
"""Left free, at least: between a mark and a heading, and between the foot and the card's number."""


class _CardSheet(Box):
    """One side of a sheet of cards: as tall as the paper, so that each side has a page."""

    def __init__(self, grid: CardGrid, cards: Sequence[Card]) -> None:
        self._grid = grid
        self._cards = cards

    @override
    def height(self, width: float) -> float:
        return self._grid.theme.height

    def _ticks(self, page: Page, *, back: bool) -> None:
        """At the edges of the sheet, where the cuts begin; only where there are cards to cut."""
        near, far = _TICK_FROM_EDGE, _TICK_FROM_EDGE + _TICK
        for x in self._grid.cut_columns():
            page.add(Rule(x, near, x, far, 0.5, INK))
            page.add(Rule(x, page.height - near, x, page.height - far, 0.5, INK))
        for y in self._grid.cuts(len(self._cards), back=back):
            page.add(Rule(near, y, far, y, 0.5, INK))
            page.add(Rule(page.width - near, y, page.width - far, y, 0.5, INK))

    def _text(self, page: Page, says: Box | None, left: float, upper: float) -> None:
        """In the middle of the card whose corner is given."""
        if says is not None:
            free = self._grid.card_height - says.height(self._grid.text_width)
            says.place(page, left + self._grid.padding, upper - free / 2, self._grid.text_width)

    def _backs(self, page: Page) -> None:
        """The back of every card, each with the mark of its front at its foot."""
        grid, theme = self._grid, self._grid.theme
        for place, card in enumerate(self._cards):
            left, upper = grid.corner(place, back=True)
            self._text(page, card.back, left, upper)
            if card.marked is not None:
                mark = Mark(card.marked, theme, Furniture.AGAIN, linked=False)
                low = upper - grid.card_height + grid.padding + theme.mark_height / 2
                mark.draw(
                    page, left + ((grid.card_width - mark.width) / 2 if theme.card_centred else grid.padding), low
                )


class CardFronts(_CardSheet):
    """The fronts of a sheet, with cut lines."""

    def __init__(self, grid: CardGrid, cards: Sequence[Card], *, total: int, pack: Pack, bookmark: str) -> None:
        """`total` is of the pack's cards; the sheet with a `bookmark` is where the section begins."""
        super().__init__(grid, cards)
        self._total = total
        self._pack = pack
        self._bookmark = bookmark

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        # Cut lines first: the cards lie on them.
        if self._bookmark:
            page.anchors.setdefault("section:flashcards", page.height)
            page.bookmarks.append(Bookmark(self._bookmark, 0, page.height))
        self._cut_lines(page)
        self._ticks(page, back=False)
        label, width = self._grid.theme.label, self._grid.text_width
        marks = [_front_mark(card, self._grid.theme) for card in self._cards]
        beside = max((mark.width + _AFTER_MARK for mark in marks if mark is not None), default=0)
        # As much of the foot on every sheet: room for the highest number, whichever cards stand on this one.
        counts = [f"{self._total} of {self._total}", *map(self._count, self._cards)]
        widest = max(label.face.width(count, label.size) for count in counts)
        foot = cut(self._pack.title, label, width - widest - _BEFORE_COUNT, 1)
        for place, (card, mark) in enumerate(zip(self._cards, marks, strict=True)):
            side = heading_of(self._pack, card.marked.point.side) if card.marked else ""
            self._card(
                page, card, mark, (cut(side, label, width - beside, 1), foot), self._grid.corner(place, back=False)
            )

    def _count(self, card: Card) -> str:
        return f"{card.number} of {self._total}{', continued' if card.continued else ''}"

    def _cut_lines(self, page: Page) -> None:
        """Through the rows that have cards; the rest of a part-filled sheet stays whole.

        Dashed, but for a sheet to fold: there the fold is dashed, and the cuts are not.
        """
        grid = self._grid
        dash = () if grid.flip is Flip.FOLD else _DASH
        for y in grid.cuts(len(self._cards), back=False):
            page.add(Rule(0, y, page.width, y, 0.5, RULE, dash))
        low = page.height - grid.used_rows(len(self._cards)) * grid.card_height
        for x in grid.cut_columns():
            page.add(Rule(x, page.height, x, low, 0.5, RULE, dash))

    def _card(
        self, page: Page, card: Card, mark: Mark | None, furniture: tuple[str, str], corner: tuple[float, float]
    ) -> None:
        """The card between its heading and its foot, which fit on one line each."""
        grid, label, (heading, foot), (left, upper) = self._grid, self._grid.theme.label, furniture, corner
        start, right = left + grid.padding, left + grid.card_width - grid.padding
        middle = upper - grid.padding - grid.theme.mark_height / 2
        if mark is not None:
            mark.draw(page, start, middle)
        _line_to(page, label, heading, right, middle)
        self._text(page, card.front, left, upper)
        if card.front is None:
            _line_from(page, grid.theme.standfirst, "(continued)", start, upper - grid.card_height / 2)
        low = upper - grid.card_height + grid.padding + 0.35 * label.size
        _line_to(page, label, self._count(card), right, low)
        _line_from(page, label, foot, start, low)


class CardBacks(_CardSheet):
    """The backs of a sheet, each behind its front."""

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        # No cut lines: the sheet is cut from its front.
        self._ticks(page, back=True)
        self._backs(page)


class CardsToFold(CardFronts):
    """Fronts and backs on one side of the paper, as far from the fold as each other."""

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        self._fold(page)
        super().place(page, x, top, width)
        self._backs(page)

    def _fold(self, page: Page) -> None:
        """A line as long as the cards, with its name where it begins."""
        grid, style = self._grid, self._grid.theme.label.sized(7, 8)
        own = style.face.width("fold", style.size)
        if grid.folds_across:
            y, start = page.height / 2, _TICK_FROM_EDGE + own + 3
            page.add(Rule(start, y, page.width, y, _FOLD, INK_SOFT, _FOLD_DASH))
            _line_from(page, style, "fold", _TICK_FROM_EDGE, y)
            return
        x, start = page.width / 2, page.height - _TICK_FROM_EDGE - style.size
        low = page.height - grid.used_rows(len(self._cards)) * grid.card_height
        page.add(Rule(x, start - 1, x, low, _FOLD, INK_SOFT, _FOLD_DASH))
        _line_from(page, style, "fold", x - own / 2, start + style.size / 2)


def _front_mark(card: Card, theme: Theme) -> Mark | None:
    """Of the card's point; it is read, and leads there, once."""
    if card.marked is None:
        return None
    return Mark(card.marked, theme, card.mark_tag, linked=isinstance(card.mark_tag, Tag))


def _line_from(page: Page, style: Style, words: str, x: float, middle: float) -> None:
    """One line that is repeated from card to card; it starts at `x`."""
    line = text([Run(words, style, Furniture.MARKING)], style)
    line.place(page, x, middle + style.leading / 2, _ENDLESS)


def _line_to(page: Page, style: Style, words: str, x: float, middle: float) -> None:
    """The same, but it ends at `x`."""
    _line_from(page, style, words, x - text([Run(words, style)], style).widest(_ENDLESS), middle)
