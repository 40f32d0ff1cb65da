"""Cards to cut out and put in order: equal, in a grid, mixed, without their dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from typing_extensions import override

from studypack.base.record import record
from studypack.layout.boxes import ROUNDING, Box, NewPage, Space, TooTallError
from studypack.layout.field import in_box, on_rule
from studypack.layout.page import Page, Rectangle, Rule
from studypack.layout.paragraph import text
from studypack.layout.stack import Stack
from studypack.layout.style import INK, RULE, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.model.words import Words
from studypack.sections.kit.builder import Builder, kept
from studypack.sections.kit.section import Context
from studypack.sections.timeline.dated import Dated, lettered, spelt
from studypack.sections.timeline.geometry import GEOMETRY
from studypack.sections.timeline.head import opened


@record
class CardGeometry:
    """The measures of cards, and of the boxes to write their order in, in points."""

    narrowest: float = 12.5
    """The least width of a card, in ems of the text."""
    tallest: float = 1.7
    """Times as high as a card need be: larger cards are easier to cut and to handle."""
    widest_box: float = 1.6
    """Times as wide as a box need be."""
    most_boxes: float = 0.3
    """A part of a page: cards of which more boxes would be needed have none."""
    padding: float = mm(3.2)
    lowest: float = mm(27)
    """The least height of a card."""
    date_line: float = mm(9.5)
    """The height of the line for a date at the foot of a card."""
    under_letter: float = 2.0
    """From the letter of a card to what happened."""
    cut: tuple[float, float] = (3.0, 2.4)
    """The dashes and gaps of a line to cut along."""
    outline: float = 0.6
    """The thickness of the boxes for the order, and of the lines of a card."""
    between_boxes: float = mm(1)
    to_number: float = 1.5
    """From the edge of a box to its number."""
    above_boxes: float = mm(3)


CARDS = CardGeometry()


class _OrderBoxes(Box):
    """Rows of equal boxes; each holds its number and leaves room for a letter or two.

    The numbers are for the eye: fields have names of their own.
    """

    def __init__(self, theme: Theme, say: Words, count: int, tag: Tag) -> None:
        style = theme.corner
        self._size, self.say = style.size, say
        self._tag = tag
        self._numbers = [text([Run(str(n), style, Furniture.MARKING)], style) for n in range(1, count + 1)]
        widest = max(number.widest(theme.measure) for number in self._numbers)
        self._least = widest + 2 * CARDS.to_number + theme.letter_room
        self._row = max(mm(8), 1.8 * style.size) + CARDS.between_boxes
        self.keep_with_next = True

    def _across(self, width: float) -> int:
        """As many boxes as fit, shared out evenly over the rows."""
        most = max(int(width / self._least), 1)
        return ceil(len(self._numbers) / ceil(len(self._numbers) / most))

    @override
    def height(self, width: float) -> float:
        return ceil(len(self._numbers) / self._across(width)) * self._row - CARDS.between_boxes

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        across, between, line = self._across(width), CARDS.between_boxes, CARDS.outline
        pitch = min((width + between) / across, CARDS.widest_box * self._least)
        wide, tall = pitch - between - line, self._row - between - line
        for at, number in enumerate(self._numbers):
            row, column = divmod(at, across)
            left, high = x + column * pitch, top - row * self._row
            low = high - line / 2 - tall
            page.add(Rectangle(left + line / 2, low, wide, tall, stroke=INK, thickness=line))
            number.place(page, left + CARDS.to_number, high - 0.5, wide)
            taken = number.widest(wide) + 2 * CARDS.to_number
            # Words: name of the field for the letter of the card that comes first, second …
            name = self.say("place_in_order", "place {number}", number=at + 1)
            page.add(in_box((left + taken, low, wide - taken, tall), name, self._tag, self._size))


def card_boxes(context: Context, items: Sequence[Dated]) -> list[Box]:
    """A head with boxes for the order, then sheets of cards; each sheet is cut up, so that its back stays blank."""
    theme = context.theme
    head, listing = _head(context, items), context.build.within("L")
    order = lettered(context.pack, context.options, items)
    cards = [_Card(name, item, listing.within("LI"), context.pack.say) for name, item in order]
    columns = max(1, int(theme.measure / (CARDS.narrowest * theme.body.size)))
    lowest = max(CARDS.lowest, *(card.height(theme.measure / columns) for card in cards))
    if lowest > theme.depth:
        raise TooTallError(max((item.title for item in items), key=len))
    first = theme.depth - Stack(head).height(theme.measure)
    tall = _tallest(ceil(len(cards) / columns), lowest, first, theme.depth)
    boxes: list[Box] = [NewPage(recto=True, handout=True), *head]
    on_first = max(int(first / tall), 0) * columns
    if on_first:
        boxes.append(_CardSheet(cards[:on_first], columns, tall))
    on_others = int((theme.depth + ROUNDING) / tall) * columns
    for start in range(on_first, len(cards), on_others):
        boxes += [NewPage(recto=True, handout=True), _CardSheet(cards[start : start + on_others], columns, tall)]
    return boxes


def _head(context: Context, items: Sequence[Dated]) -> list[Box]:
    """What to do, and boxes to do it in, unless the cards are so many that these would fill the page."""
    theme, say = context.theme, context.pack.say
    order = _OrderBoxes(theme, say, len(items), Tag("P"))
    if order.height(theme.measure) > theme.depth * CARDS.most_boxes:
        return [*opened(context, items), kept(Space(GEOMETRY.around))]
    head = opened(context, items, more=say("letters_in_boxes", "Write their letters, in order, in the boxes."))
    numbered = say.count(
        "boxes_by_ear", "{n} box for the letters, numbered", "{n} boxes for the letters, numbered", len(items)
    )
    context.tag.announce(numbered)
    order = _OrderBoxes(theme, say, len(items), context.tag.child("P"))
    return [*head, kept(Space(CARDS.above_boxes)), order, kept(Space(GEOMETRY.around))]


def _tallest(rows: int, lowest: float, first: float, depth: float) -> float:
    """The height of a card that fills the pages which the lowest cards would take."""

    def pages(tall: float) -> int:
        rest = max(rows - max(int(first / tall), 0), 0)
        return 1 + ceil(rest / int((depth + ROUNDING) / tall))

    heights = [room / count for room in (first, depth) for count in range(1, rows + 1) if room > 0]
    highest = lowest * CARDS.tallest
    able = [tall for tall in heights if lowest <= tall <= highest and pages(tall) == pages(lowest)]
    return max(able, default=lowest)


class _Card:
    """A letter, what happened, and a line for its date at the foot."""

    def __init__(self, name: str, item: Dated, build: Builder, say: Words) -> None:
        theme = build.theme
        heard = say("card_letter", "Card {letter}:", letter=spelt(name)) + " "
        letter, body = build.text(name, theme.card_letter, "Lbl", said=heard), build.within("LBody")
        title = body.text(item.title, theme.body.voiced(bold=True), above=CARDS.under_letter)
        self._words = Stack([letter, title])
        # Words: name of the field for the date on a card.
        field = say("card_date", "card {letter}, date", letter=spelt(name))
        # Words: on a card, before the line to write its date on.
        date = say("date_of_card", "Date")
        # A colon parts a field's name from what is said of it.
        self._field, self._label = f"{field}: {item.title}", theme.label
        self._tag = body.tag.child("P", said=f"{date}: ")
        self._date = text([Run(date, theme.label, self._tag)], theme.label)

    def height(self, width: float) -> float:
        return self._words.height(width - 2 * CARDS.padding) + CARDS.date_line + 2 * CARDS.padding

    def place(self, page: Page, x: float, top: float, width: float, tall: float) -> None:
        own, left, foot = (
            width - 2 * CARDS.padding,
            x + CARDS.padding,
            top - tall + CARDS.padding,
        )
        self._words.place(page, left, top - CARDS.padding, own)
        self._date.place(page, left, foot + self._label.leading - 1, own)
        rule = (left + self._date.widest(own) + 4, left + own, foot + 1)
        page.add(Rule(rule[0], rule[2], rule[1], rule[2], CARDS.outline, INK))
        page.add(on_rule(rule, self._label.size, self._field, self._tag))


@dataclass
class _CardSheet(Box):
    """A sheet of cards with dashed lines between and around them; none around places that stay empty."""

    cards: Sequence[_Card]
    columns: int
    tall: float

    @override
    def height(self, width: float) -> float:
        return ceil(len(self.cards) / self.columns) * self.tall

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        wide, rows = width / self.columns, ceil(len(self.cards) / self.columns)
        for row in range(rows + 1):
            across = min(self.columns, len(self.cards) - max(row - 1, 0) * self.columns)
            y = top - row * self.tall
            page.add(Rule(x, y, x + across * wide, y, CARDS.outline, RULE, CARDS.cut))
        for column in range(self.columns + 1):
            down = ceil((len(self.cards) - max(column - 1, 0)) / self.columns)
            at = x + column * wide
            page.add(Rule(at, top, at, top - down * self.tall, CARDS.outline, RULE, CARDS.cut))
        for number, card in enumerate(self.cards):
            row, column = divmod(number, self.columns)
            card.place(page, x + column * wide, top - row * self.tall, wide, self.tall)
