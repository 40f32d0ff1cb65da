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

    def printed(self, letters: str) -> float:
        """The width of letters that are printed in a gap."""
        return self.text.face.width(letters, self.text.size)

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
class GapStretch:
    """A part of a gap that stays on one line: what is printed of a word, and rules for the rest. Lengths in points."""

    cells: tuple[LetterCell, ...]
    widths: tuple[float, ...]
    """Of the cells."""
    apart: float = 0
    """From one to the next; 0 where one rule is for all that is to be written."""

    @property
    def begun(self) -> bool:
        """Something of the word is printed at its start."""
        return bool(self.cells[0].shown)

    @property
    def width(self) -> float:
        """The cells and what is between them."""
        return sum(self.widths) + (len(self.cells) - 1) * self.apart

    @property
    def rooms(self) -> list[WritingRoom]:
        """One for letters in a row; what is printed among them parts them."""
        rooms: list[WritingRoom] = []
        x, goes_on = 0.0, False
        for cell, width in zip(self.cells, self.widths, strict=True):
            blank = cell.ruled and not cell.shown
            if blank:
                start, _, count = rooms.pop() if goes_on else (x, 0, 0)
                rooms.append(WritingRoom(start, x + width, count + 1 if self.apart else 0))
            goes_on = blank
            x += width + self.apart
        return rooms

    def place(self, page: Page, x: float, baseline: float, style: GapStyle, tag: Tag) -> None:
        """Each letter in the middle of its cell."""
        for cell, width in zip(self.cells, self.widths, strict=True):
            if cell.ruled:
                y = baseline - BELOW * style.hand
                page.add(Rule(x, y, x + width, y, _THICKNESS, INK, tag=tag))
            if cell.shown:
                _letter(page, cell.shown, x + (width - style.printed(cell.shown)) / 2, baseline, style, tag)
            x += width + self.apart


def one_rule(letter: str, rule: float, style: GapStyle) -> GapStretch:
    """A stretch with one rule, after the letter that is printed, if there is one."""
    rest = GapStretch((LetterCell(),), (rule,))
    if not letter:
        return rest
    return GapStretch((LetterCell(letter, ruled=False), *rest.cells), (style.printed(letter), *rest.widths))


def letter_row(cells: tuple[LetterCell, ...], style: GapStyle) -> GapStretch:
    """A stretch with a short rule for each letter."""
    rule = _CELL * style.hand
    widths = tuple(max(rule * cell.ruled, style.printed(cell.shown)) for cell in cells)
    return GapStretch(cells, widths, _CELLS_APART * style.hand)


def _letter(page: Page, letter: str, x: float, baseline: float, style: GapStyle, tag: Tag) -> None:
    text = style.text
    for piece in text.face.measured(letter)[1]:
        width = piece.width * text.size / 1000
        page.add(TextRun(x, baseline, piece.text, piece.face, text.size, text.color, width, tag))
        x += width
