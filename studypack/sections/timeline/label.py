"""The label of a date: its words, or room for a pupil to write them, set to a width when that width is tried."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from studypack.layout.boxes import WritingLines
from studypack.layout.field import on_rule
from studypack.layout.page import Page, Rule, TextRun
from studypack.layout.paragraph import Align, Paragraph
from studypack.layout.style import INK, Style, mm
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.sections.timeline.dated import Dated

SIZE, LEADING = 8.0, 9.7
"""Of a flag's words; they are never set smaller."""


class Lettering(Protocol):
    """Words, or room to write them, that can be set to a width."""

    def widest(self, width: float) -> float:
        """The width of the longest line, in points."""
        ...

    def height(self, width: float) -> float:
        """In points."""
        ...

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Put the items on the page."""
        ...


@dataclass(slots=True)
class Label:
    """What names a date on the timeline."""

    item: Dated
    tag: Tag | None
    """It has no parent yet: the list beside the picture that the label stands in takes it up. None for a reminder."""
    lettering: Callable[[Align], Lettering]
    lead: float = LEADING
    """The leading of its first line."""
    date: Lettering | None = None
    """The date, where it stands apart from the rest."""
    reminder: bool = False
    """Only says that a span is carried on from the strip before."""
    _extents: dict[float, tuple[float, float]] = field(default_factory=dict)

    def extent(self, width: float) -> tuple[float, float]:
        """The widest line and the height of the words, set to a width."""
        if width not in self._extents:
            lettering = self.lettering("left")
            self._extents[width] = (lettering.widest(width), lettering.height(width))
        return self._extents[width]


def listed_after(figure: Tag, labels: Iterable[Label]) -> None:
    """The labels of a picture, whose words its alternative keeps from being read, as a list after it, in their order.

    Whoever hears the page may take the picture at one go, or the dates one by one.
    """
    assert figure.parent is not None
    listing = Tag("L", figure.parent, numbering="None")
    for label in labels:
        if label.tag is not None:
            item = listing.child("LI")
            label.tag.parent = item
            item.kids.append(label.tag)
    siblings = figure.parent.kids
    siblings.insert(siblings.index(figure) + 1, listing)


_ENOUGH = mm(58)
"""What is left of a line must be so long for the name of an event in handwriting; else it goes on the next."""
_THICKNESS = 0.6
_AFTER = 5.0
_TO_RULE = 3.0
"""From a number to its rule."""
_BELOW = 1.5
"""The rule, under the baseline."""


def writing_line(theme: Theme) -> float:
    """From line to line of handwriting: 8 mm is the feint of an exercise book; large type keeps its own leading."""
    return max(mm(8), theme.body.leading)


def event(number: int) -> str:
    """What the room to write the name of an event is called."""
    return f"event {number}"


def numeral(number: int, style: Style, tag: Tag) -> Run:
    """The number that a pupil's sheet and its key share."""
    return Run(f"{number}\u00a0\u00a0", style.voiced(bold=True).colored(INK), tag)


@dataclass(frozen=True, slots=True)
class NumberedRule:
    """In a line: a number, and a rule to write a date on."""

    number: int
    rule: float
    """Its length."""
    style: Style
    tag: Tag

    @classmethod
    def of(cls, number: int, rule: float, style: Style, parent: Tag) -> "NumberedRule":
        """Read as its number, and never as the answer."""
        return cls(number, rule, style.voiced(bold=True).colored(INK), parent.child("Span", said=f"date {number}"))

    @property
    def _figure(self) -> float:
        return self.style.face.width(str(self.number), self.style.size)

    @property
    def width(self) -> float:
        """Number, rule and the space between them."""
        return self._figure + _TO_RULE + self.rule

    def place(self, page: Page, x: float, baseline: float) -> None:
        """The rule a little below the baseline."""
        style, figure = self.style, self._figure
        page.add(TextRun(x, baseline, str(self.number), style.face, style.size, style.color, figure, self.tag))
        start, y = x + figure + _TO_RULE, baseline - _BELOW
        page.add(Rule(start, y, start + self.rule, y, _THICKNESS, INK, tag=self.tag))
        page.add(on_rule((start, start + self.rule, y), style.size, f"date {self.number}", self.tag))


class DateLine:
    """A numbered rule by itself, as long as the width allows."""

    def __init__(self, blank: NumberedRule, leading: float, align: Align) -> None:
        self._blank = blank
        self._leading = leading
        self._align: Align = align

    def _set(self, width: float) -> Paragraph:
        most = self._blank.rule - max(self._blank.width - width, 0)
        center = 0.335 * self._blank.style.size
        return Paragraph([replace(self._blank, rule=most)], self._leading, align=self._align, center=center)

    def widest(self, width: float) -> float:
        """Number and rule."""
        return self._set(width).widest(width)

    def height(self, width: float) -> float:
        """One line."""
        return self._leading

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """On the baseline of its line."""
        self._set(width).place(page, x, top, width)


class Hung:
    """A date line with words beside it, or under it where they would have little room."""

    def __init__(self, date: DateLine, words: Paragraph, least: float) -> None:
        self._date = date
        self._words = words
        self._least = least
        self._under = Piled([date, words])

    def _indent(self, width: float) -> float:
        """Of the words; 0 where they stand under the line."""
        taken = self._date.widest(width) + _AFTER
        return taken if width - taken >= self._least else 0

    def widest(self, width: float) -> float:
        """All of it."""
        return width

    def height(self, width: float) -> float:
        """Of the words, and of the line above them where that stands there."""
        indent = self._indent(width)
        return self._words.height(width - indent) if indent else self._under.height(width)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """The date first."""
        indent = self._indent(width)
        if not indent:
            self._under.place(page, x, top, width)
            return
        self._date.place(page, x, top, width)
        self._words.place(page, x + indent, top, width - indent)


class Piled:
    """One lettering under another."""

    def __init__(self, parts: Sequence[Lettering]) -> None:
        self._parts = parts

    def widest(self, width: float) -> float:
        """Of the widest part."""
        return max(part.widest(width) for part in self._parts)

    def height(self, width: float) -> float:
        """Of all parts."""
        return sum(part.height(width) for part in self._parts)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """From the top down."""
        for part in self._parts:
            part.place(page, x, top, width)
            top -= part.height(width)


class Lines(WritingLines):
    """Ruled lines, as wide as they may be."""

    def widest(self, width: float) -> float:
        """All of it."""
        return width


class Completed:
    """Words with a rule after them, to the end of the line, or under them where that is too short to write on."""

    def __init__(self, words: Paragraph, pitch: float, size: float, name: str, tag: Tag) -> None:
        """What is typed on the rule, in type of `size` points, is a field of this name in `tag`."""
        self._words = words
        self._pitch = pitch
        self._size, self._name, self._tag = size, name, tag

    def _beside(self, width: float) -> bool:
        return self._words.lines(width) == 1 and width - self._words.widest(width) - _AFTER >= _ENOUGH

    def widest(self, width: float) -> float:
        """All of it."""
        return width

    def height(self, width: float) -> float:
        """One line, or one more than the words take."""
        return self._words.height(width) + (0 if self._beside(width) else self._pitch)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """The rule a little below the baseline."""
        self._words.place(page, x, top, width)
        start, y = x + self._words.widest(width) + _AFTER, top - self._words.baseline() - _BELOW
        if not self._beside(width):
            start, y = x, top - self._words.height(width) - self._words.baseline() - _BELOW
        page.add(Rule(start, y, x + width, y, _THICKNESS, INK))
        page.add(on_rule((start, x + width, y), self._size, self._name, self._tag))
