"""What stands on a card: the boxes of its front and of its back at each size, and the cards that they take."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest

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
from studypack.model.figures import figures_in
from studypack.model.pictures import Picture
from studypack.model.spans import Gap, Spans, plain, stands_alone
from studypack.sections.flashcards.card_fit import CentredBlock, EvenLines, Room, fitted
from studypack.sections.flashcards.card_pictures import Shown, Sizes, picture_at_end, with_pictures
from studypack.sections.flashcards.card_texts import CardText
from studypack.sections.kit.block_setter import Words
from studypack.sections.kit.builder import Builder
from studypack.sections.kit.marks import mark_tag
from studypack.sections.kit.pictures import Setting, figure_of, on_sheet, picture_box
from studypack.sections.kit.prose import block_boxes
from studypack.sections.kit.runs import with_addresses

_OVER_PICTURE = 6
_HEADS = 100
"""Characters of an answer that stands on one card with the start of its detail."""
_MOST_SIZES = 2
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
    heading = (
        card.child("H2") if is_named else card.announce(pack.say("card_by_ear", "Card {number}", number=number), "H2")
    )
    tag = Furniture.AGAIN if content.marked is None else mark_tag(pack, heading, content.marked, "", after=": ")
    fronts = fitted(_fronts(pack, content, theme, card, heading, room), room)
    back = card.child("Div")
    # Words: by ear, before the answer of a flashcard.
    back.announce(pack.say("answer_by_ear", "Answer:"))
    backs = fitted(_backs(pack, content, theme, back, room), room)
    return [
        Card(front, back, content.marked, Furniture.AGAIN if place else tag, number, continued=place > 0)
        for place, (front, back) in enumerate(zip_longest(fronts, backs))
    ]


def _fronts(pack: Pack, content: CardText, theme: Theme, body: Tag, heading: Tag, room: Room) -> Iterator[list[Box]]:
    """The boxes of the front at each size, the largest first."""
    asked, soft = content.picture, theme.body.voiced(italic=True).colored(INK_SOFT)
    text, picture = (content.front, ()) if asked else picture_at_end(content.front)

    def set_in(most: float) -> Setting:
        return on_sheet(pack, most, content.gives_away, _OVER_PICTURE)

    def words(sizes: Sizes, most: float) -> list[Box]:
        large, small = sizes
        boxes = _even_lines(pack, text, theme.fitted(large), body, "left", set_in(most), first=heading)
        if content.prompt:
            boxes.append(Builder(theme, body, pack).text(content.prompt, theme.fitted(small, soft), above=4))
        return boxes

    def ask(picture: Picture, sizes: Sizes, most: float) -> Box:
        return picture_box(theme, body, picture, set_in(most))

    shown = _last_picture(pack, picture, body, "left", lambda sizes: theme.fitted(sizes[1], soft), set_in)
    if asked is not None:
        shown = Shown(asked.raster, partial(ask, asked), may_stand_beside=asked.width is None)
    return with_pictures(theme.card_fronts, (text,), words, shown, room)


def _backs(pack: Pack, content: CardText, theme: Theme, body: Tag, room: Room) -> Iterator[list[Box]]:
    """The same for the back: the answer over its detail, and with both a picture if a size leaves room for it."""
    reminder = content.reminder
    if reminder is not None:

        def remind(sizes: Sizes, most: float) -> Box:
            figure = figure_of(body, reminder.alt or "")
            return PictureBox(reminder.raster, most, figure, centred=theme.card_centred, above=_OVER_PICTURE)

        shown = Shown(reminder.raster, remind)
        for boxes in _answers(pack, content, theme, body, room, theme.card_backs[:_MOST_SIZES], shown):
            if Stack(boxes).height(room.width) <= room.height:
                yield boxes
    yield from _answers(pack, content, theme, body, room, theme.card_backs)


def _answers(
    pack: Pack,
    content: CardText,
    theme: Theme,
    body: Tag,
    room: Room,
    ladder: Sequence[Sizes],
    shown: Shown | None = None,
) -> Iterator[list[Box]]:
    """The answer over its detail at each size, the largest first."""
    align: Align = "center" if theme.card_centred else "left"
    soft = theme.body.colored(INK_SOFT)
    answer, detail = content.answer, content.detail
    picture: Spans = ()
    if shown is None and detail:
        detail, picture = picture_at_end(detail, least=0)
    elif shown is None:
        answer, picture = picture_at_end(answer)

    def set_in(most: float) -> Setting:
        return Setting(most, above=_OVER_PICTURE, centred=theme.card_centred)

    def words(sizes: Sizes, most: float) -> list[Box]:
        large, small = (theme.fitted(size, style) for size, style in zip(sizes, (theme.body, soft), strict=True))
        # What is short is set in bold: no list, nor any other block.
        first, bold = body.child("P", said=content.spoken), not isinstance(answer[0], Start)
        boxes = _even_lines(pack, answer, large, body, align, set_in(most), first=first, bold=bold)
        boxes[-1].keep_with_next = len(plain(answer)) <= _HEADS
        return [*boxes, *_even_lines(pack, detail, small, body, align, set_in(most), above=7, italic=True)]

    shown = shown or _last_picture(pack, picture, body, align, lambda sizes: theme.fitted(sizes[1], soft), set_in)
    return with_pictures(ladder, (answer, detail), words, shown, room)


def _last_picture(
    pack: Pack,
    picture: Spans,
    body: Tag,
    align: Align,
    style: Callable[[Sizes], Style],
    set_in: Callable[[float], Setting],
) -> Shown | None:
    """The picture that a text ends with; None if it is empty."""
    figure = next(figures_in(picture), None)
    if figure is None or figure.place.raster is None:
        return None

    def make(sizes: Sizes, most: float) -> Box:
        return Stack(_even_lines(pack, picture, style(sizes), body, align, set_in(most)), above=_OVER_PICTURE)

    return Shown(figure.place.raster, make)


def _even_lines(
    pack: Pack,
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
            own = block_boxes(pack, leaf, (block,), style, parent, style.leading / 3, shown)
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
