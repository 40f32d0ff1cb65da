"""What stands on a card: the boxes of its front and of its back at each size, and the cards that they take."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import zip_longest

from studypack.base.record import record
from studypack.layout.boxes import Box
from studypack.layout.paragraph import text
from studypack.layout.picture_box import PictureBox
from studypack.layout.role import Fit
from studypack.layout.stack import Stack
from studypack.layout.style import Style
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Content
from studypack.layout.theme import Theme
from studypack.model.blocks import Figure, Start, blocks
from studypack.model.content import MarkedPoint, Pack
from studypack.model.figures import figures_in
from studypack.model.labelled_parts import with_labelled_parts
from studypack.model.pictures import Picture
from studypack.model.sides import Side
from studypack.model.spans import Spans, plain
from studypack.sections.flashcards.card_fit import EvenLines, Room, fitted
from studypack.sections.flashcards.card_pictures import Shown, Sizes, picture_at_end, with_pictures
from studypack.sections.flashcards.card_texts import CardText
from studypack.sections.kit.block_setter import Words
from studypack.sections.kit.builder import Builder
from studypack.sections.kit.marks import mark_tag
from studypack.sections.kit.pictures import Setting, figure_of, on_sheet, picture_box
from studypack.sections.kit.prose import block_boxes
from studypack.sections.kit.runs import runs

_OVER_PICTURE = 6
_OVER_DETAIL = 7
_HEADS = 100
"""Characters of an answer that stands on one card with the start of its detail."""
_MOST_SIZES = 2
"""Of the type: for a picture that only reminds, it becomes no smaller."""


@record
class Card:
    """One card of the sheet. Text that is too long for its card goes on over cards of the same number."""

    front: Stack | None
    """None where the card only carries on the back of the one before."""
    back: Stack | None
    marked: MarkedPoint | None
    tag: Tag | Furniture
    """Of the mark on the front; that on the back is not read again."""
    side: Side
    """Of its point; of no point, that of the points on none."""
    label: str
    """What stands beside the mark: the name of the side, or what kind of thing is asked for."""
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
    side = content.marked.side if content.marked else pack.neutral
    label = content.label or ("" if side.is_neutral else side.name)
    return [
        Card(
            front,
            back,
            content.marked,
            Furniture.AGAIN if place else tag,
            side,
            label,
            number,
            continued=place > 0,
        )
        for place, (front, back) in enumerate(zip_longest(fronts, backs))
    ]


def _fronts(pack: Pack, content: CardText, theme: Theme, body: Tag, heading: Tag, room: Room) -> Iterator[list[Box]]:
    """The boxes of the front at each size, the largest first."""
    asked = content.picture
    text, picture = (content.front, ()) if asked else picture_at_end(content.front)

    def set_in(most: float) -> Setting:
        return on_sheet(pack, most, content.gives_away, _OVER_PICTURE)

    def words(sizes: Sizes, most: float) -> list[Box]:
        large, small = sizes
        boxes = _even_lines(pack, text, _styled(theme, large), body, set_in(most), first=heading)
        if content.prompt:
            boxes.append(Builder(theme, body, pack).text(content.prompt, _styled(theme, small), above=_OVER_DETAIL))
        return boxes

    def ask(picture: Picture, sizes: Sizes, most: float) -> Box:
        return picture_box(theme, body, picture, set_in(most))

    shown = _last_picture(pack, picture, body, theme, set_in)
    if asked is not None:
        shown = Shown(asked.raster, partial(ask, asked), may_stand_beside=asked.width is None)
    return with_pictures(theme.card_faces, (text,), words, shown, room)


def _backs(pack: Pack, content: CardText, theme: Theme, body: Tag, room: Room) -> Iterator[list[Box]]:
    """The same for the back: the answer over its detail, and with both a picture if a size leaves room for it."""
    reminder = content.reminder
    if reminder is not None:

        def remind(sizes: Sizes, most: float) -> Box:
            figure = figure_of(body, reminder.alt or "")
            return PictureBox(reminder.raster, most, figure, above=_OVER_PICTURE)

        shown = Shown(reminder.raster, remind)
        for boxes in _answers(pack, content, theme, body, room, theme.card_faces[:_MOST_SIZES], shown):
            if Stack(boxes).height(room.width) <= room.height:
                yield boxes
    yield from _answers(pack, content, theme, body, room, theme.card_faces)


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
    answer, detail = content.answer, content.detail
    picture: Spans = ()
    if shown is None and detail:
        detail, picture = picture_at_end(detail, least=0)
    elif shown is None:
        answer, picture = picture_at_end(answer)

    def set_in(most: float) -> Setting:
        return Setting(most, above=_OVER_PICTURE)

    def words(sizes: Sizes, most: float) -> list[Box]:
        large, small = (_styled(theme, size) for size in sizes)
        # What is short is set in bold: no list, nor any other block.
        first, bold = body.child("P", said=content.spoken), not isinstance(answer[0], Start)
        boxes = _even_lines(pack, answer, large, body, set_in(most), first=first, bold=bold)
        boxes[-1].keep_with_next = len(plain(answer)) <= _HEADS
        return [*boxes, *_even_lines(pack, detail, small, body, set_in(most), above=_OVER_DETAIL)]

    shown = shown or _last_picture(pack, picture, body, theme, set_in)
    return with_pictures(ladder, (answer, detail), words, shown, room)


def _last_picture(
    pack: Pack, picture: Spans, body: Tag, theme: Theme, set_in: Callable[[float], Setting]
) -> Shown | None:
    """The picture that a text ends with; None if it is empty."""
    figure = next(figures_in(picture), None)
    if figure is None or figure.place.raster is None:
        return None

    def make(sizes: Sizes, most: float) -> Box:
        return Stack(_even_lines(pack, picture, _styled(theme, sizes[1]), body, set_in(most)), above=_OVER_PICTURE)

    return Shown(figure.place.raster, make)


def _styled(theme: Theme, fit: Fit) -> Style:
    """The text of a face: its few large words stay whole."""
    return theme.fitted(fit).undivided()


def _even_lines(
    pack: Pack,
    spans: Spans,
    style: Style,
    body: Tag,
    shown: Setting,
    *,
    first: Tag | None = None,
    above: float = 0,
    bold: bool = False,
) -> list[Box]:
    """The blocks of a text, a third of a line apart; `first` is the element of the first paragraph, if it has one."""

    def leaf(words: Words) -> list[Content]:
        spans = tuple(replace(span, bold=True) for span in words.spans) if bold else words.spans
        return runs(spans, words.style, words.tag)

    boxes: list[Box] = []
    leads = False
    for block in blocks(spans) if bold else with_labelled_parts(blocks(spans)):
        space = style.leading / 3 if boxes else above
        if isinstance(block, tuple):
            tag = body.child("P") if boxes or first is None else first
            own: list[Box] = [EvenLines(text(leaf(Words(block, style, tag, 0)), style))]
        else:
            # A picture that asks alone is the heading.
            parent = first if isinstance(block, Figure) and first is not None and not boxes else body
            own = block_boxes(pack, leaf, (block,), style, parent, style.leading / 3, shown)
            if leads:
                boxes[-1].keep_with_next = True
        own[0].above = space
        boxes += own
        leads = isinstance(block, tuple) and plain(block).endswith(":")
    return boxes
