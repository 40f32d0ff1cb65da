"""What stands on a card: text that steps down in size until it fits, and goes on over cards if it must."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from studypack.layout.boxes import Box
from studypack.layout.fonts import Family
from studypack.layout.page import Page
from studypack.layout.paragraph import Align, Paragraph, text
from studypack.layout.stack import Stack
from studypack.layout.style import INK_SOFT, Style
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.model.content import MarkedPoint, Pack
from studypack.model.markup import Gap, Spans, paragraphs
from studypack.sections.kit.builder import spoken_in
from studypack.sections.kit.marks import mark_tag

_MOST_LINES = 6
"""Longer text is prose, and reads well in full lines."""
_TRIES = 7
"""Halvings of the measure: to within a hundredth of it."""


class EvenLines(Box):
    """A paragraph set as narrow as its number of lines allows."""

    def __init__(self, paragraph: Paragraph, align: Align) -> None:
        self._paragraph = paragraph
        self._align = align
        self.above = paragraph.above

    @property
    def widest_word(self) -> float:
        """Of the paragraph, in points."""
        return self._paragraph.widest_word

    def height(self, width: float) -> float:
        """As in full lines: there are as many."""
        return self._paragraph.height(width)

    def least(self, width: float) -> float:
        """Of the paragraph."""
        return self._paragraph.least(width)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """What goes over to another card is long, and in full lines."""
        return self._paragraph.split(width, room)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """In the middle of the measure, or at its left."""
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


_FRONT_LEADING = 1.3
_PROMPT_SIZE = 11.5
_ANSWER_LEADING, _DETAIL_LEADING = 1.24, 1.35


@dataclass(frozen=True, slots=True)
class CardText:
    """What one card asks and answers, before it is set."""

    front: Spans
    prompt: str
    """What to do with the front, where that is a title; may be empty."""
    answer: Spans
    """Set large; may be empty."""
    detail: Spans
    """Set small, under the answer."""
    marked: MarkedPoint | None


@dataclass(frozen=True, slots=True)
class Card:
    """One card of the sheet. Text that is too long for its card goes on over cards of the same number."""

    front: Stack | None
    """None where the card only carries on the back of the one before."""
    back: Stack | None
    marked: MarkedPoint | None
    mark_tag: Tag | Furniture
    """Of the mark on the front; that on the back is not read again."""
    number: int
    """From 1."""
    continued: bool


def voiced_runs(spans: Spans, style: Style, tag: Tag, *, bold: bool = False, italic: bool = False) -> list[Run]:
    """Runs in a voice of their own: emphasis within italics is upright, and bold stays bold."""
    made = []
    upright = style.family is Family.CLEAR
    for span in spans:
        words = span.answer if isinstance(span, Gap) else span.text
        if upright:
            voice = style.emphasized(bold=bold or span.bold, italic=span.italic)
        else:
            voice = style.voiced(bold=bold or span.bold, italic=italic != span.italic)
        made.append(spoken_in(span, Run(words, voice, tag)))
    return made


def cards_of(
    pack: Pack, content: CardText, theme: Theme, item: Tag, *, number: int, width: float, room: float
) -> list[Card]:
    """The cards that the content takes, each with `width` × `room` points for text, tagged inside `item`."""
    tag = Furniture.AGAIN if content.marked is None else mark_tag(pack, item, content.marked)
    body = item.child("LBody")
    fronts = _fitted(_Front(content, theme, body).settings(), width, room)
    backs = _fitted(_Back(content, theme, body).settings(), width, room)
    return [
        Card(
            front=fronts[place] if place < len(fronts) else None,
            back=backs[place] if place < len(backs) else None,
            marked=content.marked,
            mark_tag=Furniture.AGAIN if place else tag,
            number=number,
            continued=place > 0,
        )
        for place in range(max(len(fronts), len(backs)))
    ]


_Setting = tuple[list[Box], float]
"""Boxes, and the width of their widest word."""


class _Front:
    """The front at every size; its places in the structure are made once."""

    def __init__(self, content: CardText, theme: Theme, item: Tag) -> None:
        self._style = theme.body
        self._sizes = theme.card_fronts
        self._paragraphs = [(each, item.child("P")) for each in paragraphs(content.front)]
        self._prompt = content.prompt
        self._prompt_tag = item.child("P") if content.prompt else None

    def settings(self) -> Iterator[_Setting]:
        for size in self._sizes:
            style = self._style.sized(size, size * _FRONT_LEADING)
            context = [voiced_runs(each, style, tag) for each, tag in self._paragraphs]
            lines = _stacked(context, style, "left")
            boxes: list[Box] = [*lines]
            if self._prompt:
                small = min(size, _PROMPT_SIZE)
                soft = self._style.voiced(italic=True).colored(INK_SOFT).sized(small, small * _DETAIL_LEADING)
                boxes.append(text([Run(self._prompt, soft, self._prompt_tag)], soft, above=4))
            yield boxes, _widest(lines)


class _Back:
    """The back at every size."""

    def __init__(self, content: CardText, theme: Theme, item: Tag) -> None:
        self._style = theme.body
        self._sizes = theme.card_backs
        self._align: Align = "center" if theme.card_centred else "left"
        self._answer = [(each, item.child("P")) for each in paragraphs(content.answer)]
        self._detail = [(each, item.child("P")) for each in paragraphs(content.detail)]

    def settings(self) -> Iterator[_Setting]:
        for large, small in self._sizes:
            answer = self._style.sized(large, large * _ANSWER_LEADING)
            detail = self._style.colored(INK_SOFT).sized(small, small * _DETAIL_LEADING)
            first = [voiced_runs(each, answer, tag, bold=True) for each, tag in self._answer]
            second = [voiced_runs(each, detail, tag, italic=True) for each, tag in self._detail]
            lines = [*_stacked(first, answer, self._align), *_stacked(second, detail, self._align, above=7)]
            yield [*lines], _widest(lines)


def _stacked(context: Sequence[Sequence[Run]], style: Style, align: Align, above: float = 0) -> list[EvenLines]:
    boxes = []
    for place, content in enumerate(context):
        paragraph = text(content, style, align=align, above=style.leading / 3 if place else above)
        boxes.append(EvenLines(paragraph, align))
    return boxes


def _widest(lines: Sequence[EvenLines]) -> float:
    return max((box.widest_word for box in lines), default=0)


def _fitted(settings: Iterable[_Setting], width: float, room: float) -> list[Stack]:
    """The text at the first size at which it fits whole and no word is cut; else at the last, in parts."""
    stack = Stack([])
    for boxes, widest in settings:
        stack = Stack(boxes)
        if widest <= width and stack.height(width) <= room:
            break
    parts = []
    while stack.height(width) > room:
        split = stack.split(width, room)
        if split is None:
            break
        head, rest = split
        assert isinstance(head, Stack)
        assert isinstance(rest, Stack)
        parts.append(head)
        stack = rest
    return [*parts, stack]
