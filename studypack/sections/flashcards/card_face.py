"""One side of a card: its band, what stands at its head and its foot, and its text."""

from collections.abc import Sequence
from dataclasses import dataclass

from typing_extensions import override

from studypack.layout.boxes import Box
from studypack.layout.page import Page
from studypack.layout.paragraph import Align, Paragraph
from studypack.layout.shorten import cut
from studypack.layout.style import Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Content, Run
from studypack.model.content import Pack
from studypack.model.sides import Side
from studypack.model.words import Words
from studypack.sections.flashcards.card import Card
from studypack.sections.flashcards.card_grid import CardGrid
from studypack.sections.kit.marks import Mark, draw_bar, side_color, way_to

_UNDER_BAND = mm(2)
"""From the band of a card to the line under it, in points."""
_LEAST_LABEL = 3
"""Ems of what kind of card it is; where there is less room, it is not said."""
_BEFORE_COUNT = 10
"""Points from what stands at the head of a card to its number, at least."""


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
            draw_bar(self.side, theme.card_band, page, x, top - padding + _UNDER_BAND + theme.card_band, own)
        for line in self.head:
            line.place(page, x, top - padding, own)
        if self.text is not None:
            self.text.place(page, x, top - padding - self.grid.above_text, own)
        for line in self.foot:
            line.place(page, x, top - height + padding + line.height(own), own)


def fronts(cards: Sequence[Card], grid: CardGrid, pack: Pack, total: int) -> list[CardFace]:
    """The fronts of a sheet of a pack with `total` cards: each names its side, its number and the pack."""
    label, say = grid.theme.label, pack.say
    title = line_on_card(cut(pack.title, label, grid.text_width, 1), label, 0.7 * label.size)
    faces = []
    for card in cards:
        # Words: on a flashcard that only carries on the answer of the one before.
        text = card.front or line_on_card(say("card_continued", "(continued)"), label, label.leading)
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
    room = grid.text_width - _BEFORE_COUNT
    if card.marked is not None:
        leads = way_to(pack, card.marked) if isinstance(tag, Tag) else ""
        mark, gap = Mark(card.marked, theme, tag, leads, style.size), Run("  ", style, Furniture.MARKING)
        begins, room = [mark, gap], room - mark.width - style.face.width(gap.text, style.size)
    count = cut(_count(pack.say, card, total), style, room, 1)
    room -= style.face.width(count, style.size)
    if card.label and room >= _LEAST_LABEL * style.size:
        label = cut(card.label, style, room, 1)
        begins.append(Run(label, style.colored(side_color(card.side)), Furniture.MARKING))
    ends = line_on_card(count, style, theme.mark_height, "right")
    return [Paragraph(begins, theme.mark_height, center=style.middle), ends] if begins else [ends]


def _count(say: Words, card: Card, total: int) -> str:
    if not card.continued:
        # Words: at the head of a flashcard: 3 of 12.
        return say("card_of", "{number} of {total}", number=card.number, total=total)
    return say("card_of_continued", "{number} of {total}, continued", number=card.number, total=total)


def line_on_card(words: str, style: Style, height: float, align: Align = "left") -> Paragraph:
    """One line that is repeated from card to card, its capitals in the middle of its height."""
    return Paragraph([Run(words, style, Furniture.MARKING)], height, align=align, center=style.middle)
