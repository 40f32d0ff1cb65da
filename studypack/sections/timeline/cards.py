"""Cards to cut out and put in order: equal, in a grid, mixed, without their dates."""

from collections.abc import Sequence
from dataclasses import dataclass

from studypack.layout.boxes import ROUNDING, Box, NewPage, Space, TooTallError
from studypack.layout.field import in_box, on_rule
from studypack.layout.page import Page, Rectangle, Rule
from studypack.layout.paragraph import Paragraph
from studypack.layout.stack import Stack
from studypack.layout.style import INK, INK_SOFT, RULE, mm
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.sections.kit.section import Context
from studypack.sections.timeline.dated import Dated, mixed
from studypack.sections.timeline.head import opened

_OUTLINE = 0.6
_BETWEEN = mm(1)
_WIDEST = 1.6
"""Times as wide as a box need be."""
_BESIDE = 1.5
"""From a box's edge to its number."""


class OrderBoxes(Box):
    """Rows of equal boxes; each holds its number and leaves room for a letter or two."""

    def __init__(self, theme: Theme, count: int, tag: Tag) -> None:
        self._style = theme.label.sized(7, 8).colored(INK_SOFT)
        self._tags = [tag.child("Span") for _ in range(count)]
        self._numbers = [
            Paragraph([Run(str(n), self._style, own)], self._style.leading) for n, own in enumerate(self._tags, start=1)
        ]
        widest = max(number.widest(theme.measure) for number in self._numbers)
        self._least = widest + 2 * _BESIDE + (mm(9) if theme.accessible else mm(5))
        self._tall = max(mm(8), 1.8 * self._style.size)

    def _across(self, width: float) -> int:
        """As many boxes as fit, shared out evenly over the rows."""
        most = max(int(width / self._least), 1)
        rows = -(-len(self._numbers) // most)
        return -(-len(self._numbers) // rows)

    def height(self, width: float) -> float:
        """Row under row, with a little space between."""
        rows = -(-len(self._numbers) // self._across(width))
        return rows * (self._tall + _BETWEEN) - _BETWEEN

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Each number in the upper left corner of its box."""
        across = self._across(width)
        pitch = min((width + _BETWEEN) / across, _WIDEST * self._least)
        inner = _OUTLINE / 2
        wide, tall = pitch - _BETWEEN - _OUTLINE, self._tall - _OUTLINE
        for at, number in enumerate(self._numbers):
            row, column = divmod(at, across)
            left, high = x + column * pitch, top - row * (self._tall + _BETWEEN)
            page.add(Rectangle(left + inner, high - inner - tall, wide, tall, stroke=INK, thickness=_OUTLINE))
            number.place(page, left + _BESIDE, high - 0.5, wide)
            taken = number.widest(wide) + 2 * _BESIDE
            box = (left + taken, high - inner - tall, wide - taken, tall)
            page.add(in_box(box, f"place {at + 1}", self._tags[at], self._style.size))


_NARROWEST = 12.5
"""Of a card, in ems of the text."""
_PADDING = mm(3.2)
_LOWEST = mm(27)
_TALLEST = 1.7
"""Times as high as it need be: larger cards are easier to cut and to handle."""
_DATE_LINE = mm(9.5)
"""For a date in handwriting, at the foot of a card."""
_CUT = 0.6
_DASH = (3.0, 2.4)
_IN_BOXES = "Write their letters, in order, in the boxes."
_ABOVE_ORDER = mm(3)
_MOST_ORDER = 0.3
"""Of a page."""
_UNDER_HEAD = mm(6)
_UNDER_LETTER = 2.0


def card_boxes(context: Context, items: Sequence[Dated]) -> list[Box]:
    """A head with boxes for the order, then sheets of cards; each sheet is cut up, so that its back stays blank."""
    theme = context.theme
    head = _head(context, items)
    listing = context.tag.child("L")
    cards = [
        _Card(name, item, theme, listing.child("LI")) for name, item in mixed(context.pack, context.options, items)
    ]
    columns = max(1, int(theme.measure / (_NARROWEST * theme.body.size)))
    lowest = max(_LOWEST, *(card.height(theme.measure / columns) for card in cards))
    first = theme.depth - Stack(head).height(theme.measure)
    if lowest > theme.depth:
        raise TooTallError(max((item.title for item in items), key=len))
    tall = _tallest(-(-len(cards) // columns), lowest, first, theme.depth)
    boxes: list[Box] = [NewPage(recto=True, handout=True), *head]
    on_first = max(int(first / tall), 0) * columns
    if on_first:
        boxes.append(_Grid(cards[:on_first], columns, tall))
    on_others = int((theme.depth + ROUNDING) / tall) * columns
    for start in range(on_first, len(cards), on_others):
        boxes += [NewPage(recto=True, handout=True), _Grid(cards[start : start + on_others], columns, tall)]
    return boxes


def _head(context: Context, items: Sequence[Dated]) -> list[Box]:
    """What to do, and boxes to do it in, unless the cards are so many that these would fill the page."""
    theme = context.theme
    boxed = OrderBoxes(theme, len(items), Tag("P")).height(theme.measure) <= theme.depth * _MOST_ORDER
    head = opened(context, items, more=_IN_BOXES if boxed else "")
    if boxed:
        head += [Space(_ABOVE_ORDER), OrderBoxes(theme, len(items), context.tag.child("P"))]
    head.append(Space(_UNDER_HEAD))
    for box in head:
        box.keep = True
    return head


def _tallest(rows: int, lowest: float, first: float, depth: float) -> float:
    """The height of a card that fills the pages which the lowest cards would take."""

    def pages(tall: float) -> int:
        rest = max(rows - max(int(first / tall), 0), 0)
        return 1 + -(-rest // int((depth + ROUNDING) / tall))

    heights = [room / count for room in (first, depth) for count in range(1, rows + 1) if room > 0]
    able = [tall for tall in heights if lowest <= tall <= lowest * _TALLEST and pages(tall) == pages(lowest)]
    return max(able, default=lowest)


class _Card:
    """A letter, what happened, and a line for its date."""

    def __init__(self, name: str, item: Dated, theme: Theme, tag: Tag) -> None:
        self._look = theme
        letter = theme.label_bold.sized(theme.body.size * 1.1, theme.body.size * 1.4).colored(INK_SOFT)
        self._letter = Paragraph([Run(name, letter, tag.child("Lbl"))], letter.leading)
        self._style = theme.body.voiced(bold=True)
        body = tag.child("LBody")
        self._title, self._tag = item.title, body.child("P")
        self._name, self._date_tag = name, body.child("P")
        self._date = Paragraph([Run("Date", theme.label, self._date_tag)], theme.label.leading)

    def _words(self, width: float) -> Paragraph:
        return Paragraph([Run(self._title, self._style, self._tag)], self._style.leading)

    def height(self, width: float) -> float:
        """Letter, title, the line for the date, and the padding."""
        own = width - 2 * _PADDING
        return self._letter.height(own) + _UNDER_LETTER + self._words(own).height(own) + _DATE_LINE + 2 * _PADDING

    def place(self, page: Page, x: float, top: float, width: float, tall: float) -> None:
        """The date's line at the foot."""
        own, left, high = width - 2 * _PADDING, x + _PADDING, top - _PADDING
        self._letter.place(page, left, high, own)
        self._words(own).place(page, left, high - self._letter.height(own) - _UNDER_LETTER, own)
        foot = top - tall + _PADDING
        self._date.place(page, left, foot + self._look.label.leading - 1, own)
        start = left + self._date.widest(own) + 4
        page.add(Rule(start, foot + 1, left + own, foot + 1, _CUT, INK))
        rule = (start, left + own, foot + 1)
        page.add(on_rule(rule, self._look.label.size, f"card {self._name}, date", self._date_tag))


@dataclass
class _Grid(Box):
    """A sheet of cards with dashed lines between and around them."""

    cards: Sequence[_Card]
    columns: int
    tall: float

    @property
    def _rows(self) -> int:
        return -(-len(self.cards) // self.columns)

    def height(self, width: float) -> float:
        """Row under row."""
        return self._rows * self.tall

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """The lines first; none around the places of a last row that stay empty."""
        wide = width / self.columns
        for row in range(self._rows + 1):
            across = min(self.columns, len(self.cards) - max(row - 1, 0) * self.columns)
            y = top - row * self.tall
            page.add(Rule(x, y, x + across * wide, y, _CUT, RULE, _DASH))
        for column in range(self.columns + 1):
            down = -(-(len(self.cards) - max(column - 1, 0)) // self.columns)
            at = x + column * wide
            page.add(Rule(at, top, at, top - down * self.tall, _CUT, RULE, _DASH))
        for number, card in enumerate(self.cards):
            row, column = divmod(number, self.columns)
            card.place(page, x + column * wide, top - row * self.tall, wide, self.tall)
