"""What stands on a card: the boxes of its front and of its back at each size, and the cards that they take."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, zip_longest

from studypack.base.styled_text import Text
from studypack.layout.boxes import Box
from studypack.layout.fonts import Family
from studypack.layout.marked import marked_run
from studypack.layout.paragraph import Align, text
from studypack.layout.picture_box import PictureBox
from studypack.layout.stack import Stack
from studypack.layout.style import INK_SOFT, Style
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Content
from studypack.layout.theme import Theme
from studypack.model.blocks import Block, Figure, Listing, Quotation, Start, blocks
from studypack.model.content import MarkedPoint, Pack
from studypack.model.spans import Gap, Spans, plain, stands_alone
from studypack.sections.flashcards.card_fit import CentredBlock, EvenLines, Room, fitted
from studypack.sections.flashcards.card_texts import CardText
from studypack.sections.kit.block_setter import Words
from studypack.sections.kit.builder import Builder
from studypack.sections.kit.marks import mark_tag
from studypack.sections.kit.pictures import Setting, figure_of, picture_box
from studypack.sections.kit.prose import block_boxes
from studypack.sections.kit.runs import with_addresses

_OF_CARD = 0.55
"""Of the height for text: a picture on a card is no taller."""
_OVER_PICTURE = 6
_HEADS = 100
"""Characters of an answer that stands on one card with the start of its detail."""
_MOST_SIZES = 4
"""Of the type: for a picture that only reminds, it becomes no smaller."""


@dataclass(frozen=True, slots=True)
class Card:
    """One card of the sheet. Text that is too long for its card goes on over cards of the same number."""

    front: Stack | None
    """None where the card only carries on the back of the one before."""
    back: Stack | None
    marked: MarkedPoint | None
    tag: Tag | Furniture
    """Of the mark on the front; that on the back is not read again."""
    number: int
    """From 1."""
    continued: bool


def cards_of(pack: Pack, content: CardText, theme: Theme, card: Tag, number: int, room: Room) -> list[Card]:
    """The cards that the content takes, each with so much `room` for text, tagged in `card`.

    What is asked is a heading: who jumps from one to the next hears no answer.
    """
    # A list, a table or the like is no heading.
    is_named = content.marked is not None or not isinstance(content.front[0], Start)
    heading = card.child("H2") if is_named else card.announce(f"Card {number}", "H2")
    tag = Furniture.AGAIN if content.marked is None else mark_tag(pack, heading, content.marked, "", after=": ")
    fronts = fitted(_fronts(content, theme, card, heading, room), room)
    back = card.child("Div")
    back.announce("Answer:")
    backs = fitted(_backs(content, theme, back, room), room)
    return [
        Card(front, back, content.marked, Furniture.AGAIN if place else tag, number, continued=place > 0)
        for place, (front, back) in enumerate(zip_longest(fronts, backs))
    ]


def _fronts(content: CardText, theme: Theme, body: Tag, heading: Tag, room: Room) -> Iterator[list[Box]]:
    """The boxes of the front at each size, the largest first."""
    soft = theme.body.voiced(italic=True).colored(INK_SOFT)
    shown = Setting(room.height * _OF_CARD, content.gives_away, _OVER_PICTURE)
    for large, small in theme.card_fronts:
        boxes = _even_lines(content.front, theme.fitted(large), body, "left", shown, first=heading)
        if content.prompt:
            boxes.append(Builder(theme, body).text(content.prompt, theme.fitted(small, soft), above=4))
        if content.picture is not None:
            boxes.append(picture_box(theme, body, content.picture, shown))
        yield boxes


def _backs(content: CardText, theme: Theme, body: Tag, room: Room) -> Iterator[list[Box]]:
    """The same for the back: the answer over its detail, and under both a picture if a size leaves room for it."""
    if content.reminder is not None:
        for boxes in islice(_answers(content, theme, body, room), _MOST_SIZES):
            figure = figure_of(body, content.reminder.alt or "")
            most, raster = room.height * _OF_CARD, content.reminder.raster
            picture = PictureBox(raster, most, figure, centred=theme.card_centred, above=_OVER_PICTURE)
            if Stack([*boxes, picture]).height(room.width) <= room.height:
                yield [*boxes, picture]
    yield from _answers(content, theme, body, room)


def _answers(content: CardText, theme: Theme, body: Tag, room: Room) -> Iterator[list[Box]]:
    """The answer over its detail at each size, the largest first."""
    align: Align = "center" if theme.card_centred else "left"
    soft = theme.body.colored(INK_SOFT)
    shown = Setting(room.height * _OF_CARD, above=_OVER_PICTURE, centred=theme.card_centred)
    for large, small in theme.card_backs:
        # What is short is set in bold: no list, nor any other block.
        first, bold = body.child("P", said=content.spoken), not isinstance(content.answer[0], Start)
        answer = _even_lines(content.answer, theme.fitted(large), body, align, shown, first=first, bold=bold)
        answer[-1].keep_with_next = len(plain(content.answer)) <= _HEADS
        detail = _even_lines(content.detail, theme.fitted(small, soft), body, align, shown, above=7, italic=True)
        yield [*answer, *detail]


def _even_lines(
    spans: Spans,
    style: Style,
    body: Tag,
    align: Align,
    shown: Setting,
    *,
    first: Tag | None = None,
    above: float = 0,
    bold: bool = False,
    italic: bool = False,
) -> list[Box]:
    """The blocks of a text, a third of a line apart; `first` is the element of the first paragraph, if it has one."""

    def leaf(words: Words) -> list[Content]:
        return [*_voiced(words.spans, words.style, words.tag, bold=bold, italic=italic)]

    boxes: list[Box] = []
    leads = False
    for block in blocks(spans):
        space = style.leading / 3 if boxes else above
        if isinstance(block, tuple):
            tag = body.child("P") if boxes or first is None else first
            own: list[Box] = [EvenLines(text(leaf(Words(block, style, tag, 0)), style, align=align), align)]
        else:
            # A picture that asks alone is the heading.
            parent = first if isinstance(block, Figure) and first is not None and not boxes else body
            own = block_boxes(leaf, (block,), style, parent, style.leading / 3, shown)
            if align == "center" and _is_set_left(block):
                own = [CentredBlock(Stack(own))]
            if leads:
                boxes[-1].keep_with_next = True
        own[0].above = space
        boxes += own
        leads = isinstance(block, tuple) and plain(block).endswith(":")
    return boxes


def _is_set_left(block: Block) -> bool:
    """Whether all lines of a block begin at the left: no formula stands alone in it, nor a picture."""
    if isinstance(block, Listing):
        return all(_is_set_left(each) for item in block.items for each in item)
    if isinstance(block, Quotation):
        return all(map(_is_set_left, block.says))
    return not isinstance(block, Figure) and not (isinstance(block, tuple) and stands_alone(block))


def _voiced(spans: Spans, style: Style, tag: Tag, *, bold: bool, italic: bool) -> list[Content]:
    """Runs in a voice of their own: emphasis within italics is upright, and bold stays bold."""
    made = []
    upright = style.family is Family.CLEAR
    for span in with_addresses(spans):
        if upright:
            voice = style.emphasized(bold=bold or span.bold, italic=span.italic)
        else:
            voice = style.voiced(bold=bold or span.bold, italic=italic != span.italic)
        made.append(marked_run(Text(span.answer, code=span.code) if isinstance(span, Gap) else span, voice, tag))
    return made
