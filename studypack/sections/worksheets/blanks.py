"""The stretches of a gap: a rule to write on, or a row of short ones, with what is printed among them."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from studypack.layout.page import Page, Rule, TextRun
from studypack.layout.style import INK, Style, mm
from studypack.layout.tag import Tag
from studypack.layout.theme import Theme
from studypack.sections.worksheets.support import Level
from studypack.sections.worksheets.worksheet import ClozeSheet

A_LETTER = mm(2.4)
"""The width of a handwritten letter of the standard hand."""
ROUND = mm(4)
"""Beside the longest answer."""
_LONGEST = 0.75
"""Of the measure: what takes longer goes on in another rule, so that number and comma still find room."""
_NARROW = mm(150)
"""A measure; on one that is narrower gaps are shorter."""


def gap_width(sheet: ClozeSheet, theme: Theme) -> float:
    """One width for every gap of a sheet, in points, so that no length gives an answer away.

    From the longest answer, within 34 to 46 mm (28 to 40 mm on a narrow sheet), as large as the hand.
    """
    longest = max(len(gap.answer) for gap in sheet.gaps)
    narrowest, widest = (mm(28), mm(40)) if theme.measure < _NARROW else (mm(34), mm(46))
    return theme.hand.scale * min(max(A_LETTER * longest + ROUND, narrowest), widest)


@dataclass(frozen=True, slots=True)
class GapStyle:
    """How the gaps of a sheet are drawn, all in the same way. Lengths in points."""

    level: Level
    text: Style
    """Of the words round them, and of first letters."""
    number: Style
    uniform: float
    """The one length, where all have one."""
    longest: float
    """Of a rule, or of a row of short ones."""
    hand: float
    """How many times as large as usual pupils write."""

    @classmethod
    def of(cls, sheet: ClozeSheet, level: Level, theme: Theme, text: Style) -> "GapStyle":
        """For a sheet whose passages are set in the style `text`."""
        width = gap_width(sheet, theme)
        return cls(level, text, theme.gap_number, width, _LONGEST * theme.measure, theme.hand.scale)


@dataclass(frozen=True, slots=True)
class LetterCell:
    """One character of an answer as a sheet shows it."""

    shown: str = ""
    """What is printed: a first letter, or a hyphen; nothing where the pupil is to write."""
    ruled: bool = True
    """Has a rule to write on, or to stand on."""


def words_of(answer: str) -> list[str]:
    """The words of an answer; what no break may part is two words all the same."""
    return answer.split() or [answer]


def first_letter(word: str) -> str:
    """The letter that the word begins with, its accents too; nothing for a figure or a word of one letter alone.

    So a first letter never is the whole word. Quotation marks and brackets before it are left out.
    """
    letters = [character for character in _characters(word) if character[0].isalnum()]
    return letters[0] if len(letters) > 1 and not counted(word) else ""


def counted(word: str) -> bool:
    """A number, of which no figure is told but how many there are: the first figure of a year says nothing."""
    return any(character.isdigit() for character in word)


def only_signs(word: str) -> bool:
    """Has neither letter nor figure: +, &, %."""
    return not any(character.isalnum() for character in word)


def cells(word: str, *, lettered: bool) -> tuple[LetterCell, ...]:
    """A rule for each letter and figure; what is neither is printed: hyphens, apostrophes, £ and +.

    A word of signs alone has a rule for each: printed, they would be the answer.

    `lettered` prints the first letter, where `first_letter` gives one.
    """
    characters = list(_characters(word))
    if only_signs(word):
        return tuple(LetterCell() for _ in characters)
    begun = first_letter(word) if lettered else ""
    made = []
    for character in characters:
        if begun and character[0].isalnum():
            made.append(LetterCell(begun))
            begun = ""
        else:
            made.append(LetterCell() if character[0].isalnum() else LetterCell(character, ruled=False))
    return tuple(made)


def _characters(word: str) -> Iterator[str]:
    """Each with the accents that follow it."""
    held = ""
    for character in word:
        if held and not unicodedata.category(character).startswith("M"):
            yield held
            held = ""
        held += character
    if held:
        yield held


BELOW = mm(1.2)
"""The rule, below the baseline: handwriting needs room for its descenders."""
_THICKNESS = 0.75
_CELL, _CELLS_APART = mm(3.8), mm(1.4)
"""A rule for one letter, and from one to the next."""


class WritingRoom(NamedTuple):
    """Where something is to be written, in points from the start of a stretch."""

    start: float
    end: float
    cells: int = 0
    """For so many letters, each in the middle of its share."""


@dataclass(frozen=True, slots=True)
class RuledBlank:
    """A stretch of a gap: what is printed of a word, and a rule for the rest of it."""

    letter: str
    rule: float

    @property
    def begun(self) -> bool:
        """Something of the word is printed at its start."""
        return bool(self.letter)

    def width(self, style: GapStyle) -> float:
        """In points."""
        return style.text.face.width(self.letter, style.text.size) + self.rule

    def rooms(self, style: GapStyle) -> list[WritingRoom]:
        """The rule."""
        width = self.width(style)
        return [WritingRoom(width - self.rule, width)]

    def place(self, page: Page, x: float, baseline: float, style: GapStyle, tag: Tag) -> None:
        """The letter, then the rule."""
        if self.letter:
            x = _letter(page, self.letter, x, baseline, style, tag)
        _rule(page, x, self.rule, baseline, style, tag)


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A stretch of a gap: a short rule for each letter."""

    cells: tuple[LetterCell, ...]

    @property
    def begun(self) -> bool:
        """Something of the word is printed at its start."""
        return bool(self.cells[0].shown)

    def _widths(self, style: GapStyle) -> list[float]:
        rule, text = _CELL * style.hand, style.text
        return [max(rule * cell.ruled, text.face.width(cell.shown, text.size)) for cell in self.cells]

    def width(self, style: GapStyle) -> float:
        """In points."""
        return sum(self._widths(style)) + (len(self.cells) - 1) * _CELLS_APART * style.hand

    def rooms(self, style: GapStyle) -> list[WritingRoom]:
        """One for letters in a row; what is printed among them parts them."""
        rooms: list[WritingRoom] = []
        x, goes_on = 0.0, False
        for cell, width in zip(self.cells, self._widths(style), strict=True):
            blank = cell.ruled and not cell.shown
            if blank:
                start, _, count = rooms.pop() if goes_on else (x, 0, 0)
                rooms.append(WritingRoom(start, x + width, count + 1))
            goes_on = blank
            x += width + _CELLS_APART * style.hand
        return rooms

    def place(self, page: Page, x: float, baseline: float, style: GapStyle, tag: Tag) -> None:
        """Each letter in the middle of its rule."""
        for cell, width in zip(self.cells, self._widths(style), strict=True):
            if cell.ruled:
                _rule(page, x, width, baseline, style, tag)
            if cell.shown:
                shown = style.text.face.width(cell.shown, style.text.size)
                _letter(page, cell.shown, x + (width - shown) / 2, baseline, style, tag)
            x += width + _CELLS_APART * style.hand


def _rule(page: Page, x: float, length: float, baseline: float, style: GapStyle, tag: Tag) -> None:
    y = baseline - BELOW * style.hand
    page.add(Rule(x, y, x + length, y, _THICKNESS, INK, tag=tag))


def _letter(page: Page, letter: str, x: float, baseline: float, style: GapStyle, tag: Tag) -> float:
    """Where the letter ends."""
    text = style.text
    for piece in text.face.measured(letter)[1]:
        width = piece.width * text.size / 1000
        page.add(TextRun(x, baseline, piece.text, piece.face, text.size, text.color, width, tag))
        x += width
    return x
