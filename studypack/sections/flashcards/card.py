"""What stands on a card: text that steps down in size until it fits, and goes on over cards if it must."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, zip_longest
from typing import NamedTuple

from typing_extensions import override

from studypack.base.styled_text import Text
from studypack.layout.boxes import Box
from studypack.layout.fonts import Family
from studypack.layout.marked import marked_run
from studypack.layout.page import Page
from studypack.layout.paragraph import Align, Paragraph, text
from studypack.layout.picture_box import PictureBox
from studypack.layout.stack import Stack
from studypack.layout.style import INK_SOFT, Style
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Content
from studypack.layout.theme import Theme
from studypack.layout.wrapper import Wrapper
from studypack.model.blocks import Figure, Start, blocks
from studypack.model.content import MarkedPoint, Pack
from studypack.model.spans import Gap, Spans
from studypack.sections.flashcards.card_texts import CardText
from studypack.sections.kit.builder import Builder
from studypack.sections.kit.marks import mark_tag
from studypack.sections.kit.pictures import Setting, figure_of, picture_box
from studypack.sections.kit.prose import Words, block_boxes
from studypack.sections.kit.runs import with_addresses

_OF_CARD = 0.55
"""Of the height for text: a picture on a card is no taller."""
_OVER_PICTURE = 6
_MOST_SIZES = 4
"""Of the type: for a picture that only reminds, it becomes no smaller."""
_MOST_LINES = 6
"""Longer text is prose, and reads well in full lines."""
_TRIES = 7
"""Halvings of the measure: to within a hundredth of it."""


class Room(NamedTuple):
    """What a side of a card has for its text, in points."""

    width: float
    height: float


class EvenLines(Wrapper):
    """A paragraph whose lines are as even as their number allows: it is set in the narrowest measure that keeps it."""

    def __init__(self, paragraph: Paragraph, align: Align) -> None:
        super().__init__(paragraph)
        self._paragraph = paragraph
        self._align = align

    @property
    def widest_word(self) -> float:
        """Of the paragraph, in points."""
        return self._paragraph.widest_word

    @override
    def around(self, box: Box, *, carried: bool) -> Box:
        # What goes over to another card is long, and stands in full lines.
        return box

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        own = self._narrowest(width)
        self._paragraph.place(page, x + ((width - own) / 2 if self._align == "center" else 0), top, own)

    def _narrowest(self, width: float) -> float:
        lines = self._paragraph.lines(width)
        if not 1 < lines <= _MOST_LINES:
            return width
        # No narrower than the widest word, which is never cut for the sake of evenness.
        low, high = min(max(width / lines, self.widest_word), width), width
        for _ in range(_TRIES):
            middle = (low + high) / 2
            low, high = (low, middle) if self._paragraph.lines(middle) == lines else (middle, high)
        return high


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
    fronts = _fitted(_fronts(content, theme, card, heading, room), *room)
    back = card.child("Div")
    back.announce("Answer:")
    backs = _fitted(_backs(content, theme, back, room), *room)
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
        yield [
            *_even_lines(content.answer, theme.fitted(large), body, align, shown, first=first, bold=bold),
            *_even_lines(content.detail, theme.fitted(small, soft), body, align, shown, above=7, italic=True),
        ]


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
    for block in blocks(spans):
        space = style.leading / 3 if boxes else above
        if isinstance(block, tuple):
            tag = body.child("P") if boxes or first is None else first
            own: list[Box] = [EvenLines(text(leaf(Words(block, style, tag, 0)), style, align=align), align)]
        else:
            # A picture that asks alone is the heading.
            parent = first if isinstance(block, Figure) and first is not None and not boxes else body
            own = block_boxes(leaf, (block,), style, parent, style.leading / 3, shown)
        own[0].above = space
        boxes += own
    return boxes


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


def _fitted(settings: Iterable[list[Box]], width: float, room: float) -> list[Stack]:
    """The text at the first size at which it fits whole and no word is cut; else at the last, in parts."""
    stack = Stack([])
    for boxes in settings:
        stack = Stack(boxes)
        widest = max((box.widest_word for box in boxes if isinstance(box, EvenLines)), default=0)
        if widest <= width and stack.height(width) <= room:
            break
    parts = []
    while stack.height(width) > room:
        split = stack.split(width, room) or stack.loosened().split(width, room)
        if split is None:
            break
        head, stack = split
        parts.append(head)
    return [*parts, stack]
