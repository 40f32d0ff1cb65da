"""Sheets of cards: their fronts with the lines to cut along, and their backs behind or beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from typing_extensions import override

from studypack.layout.boxes import Box
from studypack.layout.page import CAPITALS, Page, Rule
from studypack.layout.paragraph import Align, Paragraph
from studypack.layout.shorten import cut
from studypack.layout.style import INK, INK_SOFT, RULE, Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Content, Run
from studypack.layout.theme import Theme
from studypack.model.content import Pack
from studypack.model.modes import FlashcardModes, Flip
from studypack.model.sides import Side
from studypack.model.words import Words
from studypack.sections.flashcards.card import Card
from studypack.sections.kit.marks import Mark, draw_bar, side_color, way_to


@dataclass(frozen=True, slots=True)
class _Measures:
    """How a sheet is drawn. Lengths in points."""

    line: float = 0.5
    """The thickness of a cut line and of a tick."""
    dash: tuple[float, float] = (2.0, 2.5)
    """Of a cut line."""
    from_edge: float = mm(5)
    """To a tick at the edge of the sheet, where a cut begins, and to the name of the fold."""
    foot: float = mm(4.3)
    """From the edge to the words under the cards: most printers print nothing nearer to it."""
    over_task: float = 0.4
    """Over these words, in ems of the line at the foot of a card."""
    tick: float = mm(4)
    """The length of a tick."""
    fold: float = 0.8
    """The thickness of the line to fold along: heavier than a cut, and in long dashes."""
    fold_dash: tuple[float, float] = (7.0, 5.0)
    small: tuple[float, float] = (8, 9)
    """The size and leading of the name of the fold, and of what to do with the sheet."""
    under_band: float = mm(2)
    """From the band of a card to the line under it."""
    least_label: float = 3
    """Ems of what kind of card it is; where there is less room, it is not said."""
    over_foot: float = 2
    """From the text of a card to the line at its foot, at least."""
    before_count: float = 10
    """From what stands at the head of a card to its number, at least."""


_SHEET = _Measures()


@dataclass(frozen=True, slots=True)
class CardGrid:
    """The cells of a sheet. Lengths in points, heights from the foot of the sheet."""

    theme: Theme
    columns: int
    rows: int
    padding: float
    flip: Flip
    fold: str
    """What the line to fold along is called."""

    @property
    def per_sheet(self) -> int:
        """Cards on a sheet; folded, each takes two cells."""
        cells = self.columns * self.rows
        return cells // 2 if self.folds else cells

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
        return self.card_height - 2 * self.padding - self.above_text - self.theme.label.leading - _SHEET.over_foot

    @property
    def above_text(self) -> float:
        """From the top of the line at the head of a card to its text, which begins as far down on every card."""
        return self.theme.mark_height + self.theme.card_head

    @property
    def folds(self) -> bool:
        """Whether the sheet is folded, its fronts and backs on one side."""
        return self.flip is Flip.FOLD

    @property
    def folds_across(self) -> bool:
        """Whether the fold runs across the sheet, as it does where a card is as wide as the paper."""
        return self.folds and self.columns == 1

    @property
    def _cards_a_row(self) -> int:
        return self.columns // 2 if self.folds and not self.folds_across else self.columns

    def corner(self, place: int, *, back: bool) -> tuple[float, float]:
        """The upper left corner of a card, by its place on the sheet, from 0; a back is the mirror of its front."""
        row, column = divmod(place, self._cards_a_row)
        if back and (self.flip is Flip.SHORT or self.folds_across):
            row = self.rows - 1 - row
        elif back:
            column = self.columns - 1 - column
        return column * self.card_width, self.theme.height - row * self.card_height

    def _rows_of(self, cards: int) -> int:
        return -(-cards // self._cards_a_row)

    def foot(self, cards: int) -> float:
        """The height of the lower edge of the last of so many fronts."""
        return self.theme.height - self._rows_of(cards) * self.card_height

    def cuts(self, cards: int, *, back: bool) -> list[float]:
        """The heights of the cuts across the sheet: beyond each row that has cards, but not along the edge."""
        if self.folds_across:
            return []
        rows = min(self._rows_of(cards), self.rows - 1)
        heights = [self.theme.height - row * self.card_height for row in range(1, rows + 1)]
        return [self.theme.height - height for height in heights] if back and self.flip is Flip.SHORT else heights

    def cut_columns(self) -> list[float]:
        """Where the sheet is cut from top to bottom, from its left edge; along its middle a folded sheet is not."""
        middle = self.columns / 2 if self.folds else None
        return [column * self.card_width for column in range(1, self.columns) if column != middle]


def grid_for(pack: Pack, theme: Theme, modes: FlashcardModes) -> CardGrid:
    """The grid of a theme, with ten cards where they are asked for and would be readable."""
    columns, rows, padding = (modes.cards == 10 and theme.ten_cards) or theme.card_grid
    # Words: beside the line to fold a sheet of flashcards along.
    return CardGrid(theme, columns, rows, padding, modes.flip, pack.say("fold", "fold"))


@dataclass
class CardFace(Box):
    """One side of a card: a band in the colour of its side, a line under that, its text, and a line at its foot."""

    grid: CardGrid
    side: Side
    head: Sequence[Paragraph]
    """In one line, each at its own end; like the foot."""
    text: Box | None
    foot: Sequence[Paragraph] = ()

    @override
    def height(self, width: float) -> float:
        return self.grid.card_height

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        height, padding, theme = self.height(width), self.grid.padding, self.grid.theme
        own, x = width - 2 * padding, x + padding
        if theme.card_band:
            draw_bar(self.side, theme.card_band, page, x, top - padding + _SHEET.under_band + theme.card_band, own)
        for line in self.head:
            line.place(page, x, top - padding, own)
        if self.text is not None:
            self.text.place(page, x, top - padding - self.grid.above_text, own)
        for line in self.foot:
            line.place(page, x, top - height + padding + line.height(own), own)


def fronts(cards: Sequence[Card], grid: CardGrid, pack: Pack, total: int) -> list[CardFace]:
    """The fronts of a sheet of a pack with `total` cards: each names its side, its number and the pack."""
    label, say = grid.theme.label, pack.say
    title = _line(cut(pack.title, label, grid.text_width, 1), label, 0.7 * label.size)
    faces = []
    for card in cards:
        # Words: on a flashcard that only carries on the answer of the one before.
        text = card.front or _line(say("card_continued", "(continued)"), label, label.leading)
        faces.append(CardFace(grid, card.side, _head(pack, card, grid, total, card.tag), text, [title]))
    return faces


def backs(cards: Sequence[Card], grid: CardGrid, pack: Pack, total: int) -> list[CardFace]:
    """The backs of a sheet, each under the head of its front."""
    return [CardFace(grid, card.side, _head(pack, card, grid, total, Furniture.AGAIN), card.back) for card in cards]


def _head(pack: Pack, card: Card, grid: CardGrid, total: int, tag: Tag | Furniture) -> list[Paragraph]:
    """The mark of a card's point, if it has one, with what kind of card it is, and the number of the card.

    The mark is read, and leads to the point, once: on the front.
    """
    theme, style = grid.theme, grid.theme.label
    begins: list[Content] = []
    room = grid.text_width - _SHEET.before_count
    if card.marked is not None:
        leads = way_to(pack, card.marked) if isinstance(tag, Tag) else ""
        mark, gap = Mark(card.marked, theme, tag, leads, style.size), Run("  ", style, Furniture.MARKING)
        begins, room = [mark, gap], room - mark.width - style.face.width(gap.text, style.size)
    count = cut(_count(pack.say, card, total), style, room, 1)
    room -= style.face.width(count, style.size)
    if card.label and room >= _SHEET.least_label * style.size:
        label = cut(card.label, style, room, 1)
        begins.append(Run(label, style.colored(side_color(card.side)), Furniture.MARKING))
    ends = _line(count, style, theme.mark_height, "right")
    return [Paragraph(begins, theme.mark_height, center=style.middle), ends] if begins else [ends]


def _count(say: Words, card: Card, total: int) -> str:
    if not card.continued:
        # Words: at the head of a flashcard: 3 of 12.
        return say("card_of", "{number} of {total}", number=card.number, total=total)
    return say("card_of_continued", "{number} of {total}, continued", number=card.number, total=total)


def _line(words: str, style: Style, height: float, align: Align = "left") -> Paragraph:
    """One line that is repeated from card to card, its capitals in the middle of its height."""
    return Paragraph([Run(words, style, Furniture.MARKING)], height, align=align, center=style.middle)


@dataclass
class CardSheet(Box):
    """One side of a sheet of cards: as tall as the paper, so that each side has a page.

    It has fronts or backs; both, if it is to fold.
    """

    grid: CardGrid
    fronts: Sequence[Box] = ()
    backs: Sequence[Box] = ()
    tasks: Sequence[str] = ()
    """What to do with it, in small letters under the cards: the first that has room. Who hears the pack was told."""

    @override
    def height(self, width: float) -> float:
        return self.grid.theme.height

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        # Lines first: the cards lie on them. Both sides have them: a sheet is cut from whichever lies on top.
        if self.grid.folds:
            self._fold(page)
        self._cut_lines(page)
        self._ticks(page)
        for faces, back in ((self.fronts, False), (self.backs, True)):
            for place, face in enumerate(faces):
                face.place(page, *self.grid.corner(place, back=back), self.grid.card_width)
        self._say_tasks(page)

    def _say_tasks(self, page: Page) -> None:
        """In one line under the last column, between its text and where printers end; not where that is too narrow."""
        style, width = self.grid.theme.label.sized(*_SHEET.small), self.grid.card_width - self.grid.padding
        high = CAPITALS * style.size
        if _SHEET.foot + high + _SHEET.over_task * self.grid.theme.label.size > self.grid.padding:
            return
        lines = (_line(task, style, high, "right") for task in self.tasks)
        for line in lines:
            if line.widest(page.width) <= width - _SHEET.from_edge - _SHEET.over_foot:
                line.place(page, page.width - self.grid.card_width, _SHEET.foot + high, width)
                return

    def _fold(self, page: Page) -> None:
        """A line as long as the cards, with its name where it begins."""
        style = self.grid.theme.label.sized(*_SHEET.small)
        name = _line(self.grid.fold, style, style.leading)
        own = name.widest(page.width)
        if self.grid.folds_across:
            y, start = page.height / 2, _SHEET.from_edge + own + 3
            page.add(Rule(start, y, page.width, y, _SHEET.fold, INK_SOFT, _SHEET.fold_dash))
            name.place(page, _SHEET.from_edge, y + style.leading / 2, page.width)
            return
        x, start = page.width / 2, page.height - _SHEET.from_edge - style.size
        page.add(Rule(x, start - 1, x, self.grid.foot(len(self.fronts)), _SHEET.fold, INK_SOFT, _SHEET.fold_dash))
        name.place(page, x - own / 2, start + style.size / 2 + style.leading / 2, page.width)

    def _cut_lines(self, page: Page) -> None:
        """Through the rows that have cards; the rest of a part-filled sheet stays whole.

        Dashed, but for a sheet to fold: there the fold is dashed, and the cuts are not.
        """
        dash = () if self.grid.folds else _SHEET.dash
        cards, back = len(self.fronts or self.backs), not self.fronts
        for y in self.grid.cuts(cards, back=back):
            page.add(Rule(0, y, page.width, y, _SHEET.line, RULE, dash))
        foot, top = self.grid.foot(cards), page.height
        if back and self.grid.flip is Flip.SHORT:
            foot, top = 0, page.height - foot
        for x in self.grid.cut_columns():
            page.add(Rule(x, top, x, foot, _SHEET.line, RULE, dash))

    def _ticks(self, page: Page) -> None:
        """At the edges of the sheet, where the cuts begin; only where there are cards to cut."""
        near, far = _SHEET.from_edge, _SHEET.from_edge + _SHEET.tick
        for x in self.grid.cut_columns():
            page.add(Rule(x, near, x, far, _SHEET.line, INK))
            page.add(Rule(x, page.height - near, x, page.height - far, _SHEET.line, INK))
        for y in self.grid.cuts(len(self.fronts or self.backs), back=not self.fronts):
            page.add(Rule(near, y, far, y, _SHEET.line, INK))
            page.add(Rule(page.width - near, y, page.width - far, y, _SHEET.line, INK))
