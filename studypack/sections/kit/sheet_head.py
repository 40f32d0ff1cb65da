"""The head of a sheet that has a key: lines for name and score, and the version's code; and of its later pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from studypack.layout.boxes import Box, Drawn
from studypack.layout.field import on_rule, type_beside
from studypack.layout.page import Color, Page, Rule
from studypack.layout.paragraph import Paragraph
from studypack.layout.style import INK, INK_SOFT, RULE, Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.model.options import Profile
from studypack.sections.kit.section import Context


@dataclass(frozen=True, slots=True)
class Hand:
    """The hand that a profile leaves room for. Lengths in points."""

    scale: float
    """How many times as much room it takes as in the standard profile."""
    pitch: float
    """From line to line: 9 mm suits most."""
    letter: float
    """The width of a letter, on average, with its share of the spaces."""
    thickness: float
    """Of a line."""
    color: Color

    def lines(self, letters: int, width: float) -> int:
        """How many lines a text of so many letters takes, written `width` points wide."""
        return max(1, ceil(letters * self.letter / width))


_SCALES: Mapping[Profile, float] = {Profile.STANDARD: 1.0, Profile.CLEAR: 1.1, Profile.LARGE: 1.4}
"""How much larger a pupil writes who reads this profile. Who needs 18 pt to read writes large too, but not by as much
as the type has grown: 2.4 mm a letter becomes 3.4 mm."""


def hand_for(theme: Theme) -> Hand:
    """The hand of a theme's profile; who reads large print sees a grey hairline badly, too."""
    scale = _SCALES[theme.profile]
    thickness = {Profile.STANDARD: 0.5, Profile.CLEAR: 0.8, Profile.LARGE: 1.1}[theme.profile]
    return Hand(scale, mm(9) * scale, mm(2.4) * scale, thickness, INK_SOFT if theme.accessible else RULE)


_LENGTHS: Mapping[str, float] = {"Name": mm(52), "Class": mm(18), "Date": mm(24), "Topic": mm(60)}
"""That a hand of the standard size likes to have; what a row has is shared out in these proportions."""
_LEAST = 0.72
"""Of these lengths: with less, the name has a row of its own."""
_RULE = 0.6
_AFTER_LABEL = 4.5
_BETWEEN = mm(5.5)
_FOOT = mm(4.5)
"""Between the lines and what stands under them."""


class NameLines(Box):
    """Labels, each with a line to write on: in one row, or the name in a row of its own where that is too narrow."""

    def __init__(
        self,
        theme: Theme,
        tag: Tag,
        names: Sequence[str] = ("Name", "Class", "Date"),
        *,
        foot: float = _FOOT,
        again: bool = False,
    ) -> None:
        """With `again` they are the page's own: `tag` is the paragraph of those that were read before."""
        hand = hand_for(theme)
        self._pitch = max(mm(8), hand.pitch * 0.9)
        self._scale = hand.scale
        self._foot = foot
        style = theme.label.sized(9, 11)
        self._again = again
        self._type = type_beside(style.size)
        self._tags = {name: tag if again else tag.child("Span") for name in names}
        self._labels = {
            name: Paragraph([Run(name, style, Furniture.AGAIN if again else own)], self._pitch)
            for name, own in self._tags.items()
        }
        self.keep = True

    def _rows(self, width: float) -> list[list[str]]:
        names = list(self._labels)
        wanted = sum(_LEAST * _LENGTHS[name] * self._scale for name in names) + self._taken(names, width)
        return [names] if wanted <= width or len(names) == 1 else [names[:1], names[1:]]

    def _taken(self, names: Sequence[str], width: float) -> float:
        """What labels and the spaces between them take of a row."""
        return sum(self._labels[name].widest(width) + _AFTER_LABEL for name in names) + (len(names) - 1) * _BETWEEN

    def height(self, width: float) -> float:
        """The rows and the space under them."""
        return len(self._rows(width)) * self._pitch + self._foot

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Each label on the baseline of its line."""
        for number, names in enumerate(self._rows(width)):
            self._place_row(page, names, x, top - number * self._pitch, width)

    def _place_row(self, page: Page, names: Sequence[str], x: float, top: float, width: float) -> None:
        free = width - self._taken(names, width)
        shares = sum(_LENGTHS[name] for name in names)
        for name in names:
            label = self._labels[name]
            label.place(page, x, top, width)
            start = x + label.widest(width) + _AFTER_LABEL
            end = start + free * _LENGTHS[name] / shares
            y = top - label.baseline() - 1.5
            page.add(Rule(start, y, end, y, _RULE, INK))
            page.add(on_rule((start, end, y), self._type, name, self._tags[name], again=self._again))
            x = end + _BETWEEN


_ROW = mm(8)
"""As high as the hand of those who write on it."""
_SHORTEST = mm(30)
"""A line for a name."""


class ScoredNameLines(Box):
    """Name, Class, Date and Score, each with a line to write on; two rows on a narrow sheet."""

    def __init__(self, theme: Theme, marks: int, tag: Tag) -> None:
        self._look = theme
        self._line = _ROW * hand_for(theme).scale
        # A field's length is its share of what the labels leave free.
        first = [("Name", 3.4 if theme.compact else 5.2, tag.child("Span")), ("Class", 1.4, tag.child("Span"))]
        second = [("Date", 1.7, tag.child("Span")), ("Score", 0.9, tag.child("Span"))]
        self._rows = [first, second] if theme.compact else [first + second]
        self._total = Run(f"/ {marks}", theme.label_bold.sized(10, 12).colored(INK), tag.child("Span"))

    def height(self, width: float) -> float:
        """The rows and the space under them."""
        return len(self._rows) * self._line + _FOOT

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """The label on the line's own baseline."""
        for number, row in enumerate(self._rows):
            self._row(page, x, top - number * self._line, width, row)

    def _row(self, page: Page, x: float, top: float, width: float, row: list[tuple[str, float, Tag]]) -> None:
        style = self._look.label.sized(9, self._line)
        labels = [Paragraph([Run(name, style, tag)], self._line) for name, _, tag in row]
        scored = row[-1][0] == "Score"
        total = Paragraph([self._total], self._line, center=0.335 * style.size)
        last = total.widest(width) + _AFTER_LABEL if scored else 0
        taken = sum(label.widest(width) + _AFTER_LABEL for label in labels) + (len(row) - 1) * _BETWEEN + last
        free, shares = width - taken, sum(share for _, share, _ in row)
        baseline = top - labels[0].baseline()
        for label, (name, share, tag) in zip(labels, row, strict=True):
            label.place(page, x, top, width)
            x += label.widest(width) + _AFTER_LABEL
            end = x + free * share / shares
            page.add(Rule(x, baseline - 1.5, end, baseline - 1.5, _RULE, INK))
            page.add(on_rule((x, end, baseline - 1.5), type_beside(style.size), name, tag))
            x = end + _BETWEEN
        if scored:
            total.place(page, x - _BETWEEN + _AFTER_LABEL, top, last)


def names_in(sheet: Tag) -> Tag:
    """The paragraph of the lines for the name: the first of its sheet, whoever asks for it first."""
    return sheet.kids[0] if sheet.kids else sheet.child("P")


class ContinuedHead(Box):
    """What a loose second page needs: which sheet it belongs to, whose it is, and the version. Page furniture.

    In one row where that leaves a name room, else the name and the version stand below.
    """

    def __init__(self, theme: Theme, sheet: str, names: Tag, version: str = "") -> None:
        """`names` is the paragraph of the sheet's first lines for the name: who types there fills in this one, too."""
        self._names = names
        self._line, self._shortest = _ROW * hand_for(theme).scale, _SHORTEST * hand_for(theme).scale
        label = theme.label.sized(9, self._line)
        self._type = label.size
        self._sheet = self._part(theme.overline.face.capitals(f"{sheet} continued"), theme.overline, label)
        self._name = self._part("Name", label, label)
        # A sheet without a key has none.
        self._version = self._part(f"Version {version}", label, label) if version else None

    def _part(self, words: str, style: Style, label: Style) -> Paragraph:
        return Paragraph([Run(words, style, Furniture.AGAIN)], self._line, center=0.335 * label.size)

    def _rows(self, width: float) -> int:
        taken = sum(part.widest(width) for part in (self._sheet, self._name, self._version) if part is not None)
        beside = taken + _AFTER_LABEL + 2 * _BETWEEN + self._shortest <= width
        return 1 if beside else self._sheet.lines(width) + 1

    def height(self, width: float) -> float:
        """The rows and the space under them."""
        return self._rows(width) * self._line + mm(2)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """The sheet at the left, the name's line, the version at the right."""
        self._sheet.place(page, x, top, width)
        start, end = x + self._sheet.widest(width) + _BETWEEN, x + width
        if self._rows(width) > 1:
            start, top = x, top - (self._rows(width) - 1) * self._line
        if self._version is not None:
            version = end - self._version.widest(width)
            self._version.place(page, version, top, width)
            end = version - _BETWEEN
        self._name.place(page, start, top, width)
        y = top - self._name.baseline() - 1.5
        start += self._name.widest(width) + _AFTER_LABEL
        page.add(Rule(start, y, end, y, _RULE, INK))
        page.add(on_rule((start, end, y), type_beside(self._type), "Name", self._names, again=True))


def version_line(context: Context, overline: str = "") -> Box:
    """The code that the sheet shares with its key, right of the title's overline; above it where that is long.

    Without an overline of the sheet's own, the section's is meant: Part 3.
    """
    overline = overline or f"Part {context.part}"
    style, beside = context.theme.label, context.theme.overline
    run = Run(f"Version {context.version}", style, context.tag.child("P"))
    words = Paragraph([run], beside.leading, align="right", center=0.335 * beside.size)
    taken = beside.face.width(beside.face.capitals(overline), beside.size, beside.tracking) + words.widest(
        context.theme.measure
    )
    own = 0 if taken + _BETWEEN <= context.theme.measure else beside.leading
    return Drawn(own, words.place, keep=True)
