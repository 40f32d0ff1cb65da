"""What is written on in a gap: the rules for each word of its answer, and what is printed among them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from studypack.base.formula.outline import drawn
from studypack.base.record import record
from studypack.base.styled_text import has_formula, spans_of
from studypack.layout.inline import place_line
from studypack.layout.page import Page, Rule
from studypack.layout.style import INK, Hand, Style, mm
from studypack.layout.tag import Tag
from studypack.layout.theme import Theme
from studypack.model.content import Pack
from studypack.model.modes import GapWidth
from studypack.model.spans import Gap
from studypack.sections.worksheets.letter_cells import LetterCell, cells, counted, first_letter, words_of
from studypack.sections.worksheets.support import Level
from studypack.sections.worksheets.worksheet import ClozeSheet


@record
class GapMeasures:
    """How gaps are drawn, for a hand of the standard size. Lengths in points, unless told otherwise."""

    round: float = mm(4)
    """Beside the letters of an answer."""
    shortest: float = mm(12)
    """Of a rule; a shorter one looks like a dash."""
    longest: float = 0.75
    """Of the measure: what takes longer goes on in another rule, so that number and comma still find room."""
    below: float = mm(1.2)
    """The rule, below the baseline: handwriting needs room for its descenders."""
    thickness: float = 0.75
    cell: float = mm(3.8)
    """A rule for one letter."""
    cells_apart: float = mm(1.4)
    words_apart: float = mm(2.2)
    """From rule to rule between words, on top of a space."""
    raised: float = 0.3
    """The number, above the baseline, in ems of the text."""
    after_number: float = 1.4
    """To the rule; half as much again to a letter."""
    after: float = 0.5
    """From rule to a comma, whatever the hand; the next word's space comes on top. Three times as much from a dash, or
    a full stop is one."""


GAP = GapMeasures()
_HYPHENS = "-‐–—/"


def gap_width(sheet: ClozeSheet, theme: Theme) -> float:
    """One width for every gap of a sheet, in points, so that no length gives an answer away.

    From the longest answer, as large as the hand, within the limits of the theme.
    """
    longest = max(_letters(gap.answer) for gap in sheet.gaps)
    least, most = (theme.hand.scale * width for width in theme.gap_widths)
    return min(max(theme.hand.letter * longest + theme.hand.scale * GAP.round, least), most)


@record
class GapStyle:
    """How the gaps of a sheet are drawn, all in the same way. Lengths in points."""

    level: Level
    text: Style
    """Of the words round them, and of first letters."""
    number: Style
    hint: Style
    uniform: float
    """The one length, where all have one."""
    longest: float
    """Of a rule, or of a row of short ones."""
    hand: Hand
    pack: Pack

    def printed(self, letters: str) -> float:
        """The width of letters that are printed in a gap."""
        return self.text.face.width(letters, self.text.size)

    @classmethod
    def of(cls, pack: Pack, sheet: ClozeSheet, level: Level, theme: Theme, text: Style) -> "GapStyle":
        """For a sheet whose passages are set in the style `text`."""
        width = gap_width(sheet, theme)
        longest = GAP.longest * theme.measure
        return cls(level, text, theme.gap_number, theme.label, width, longest, theme.hand, pack)


class WritingRoom(NamedTuple):
    """Where something is to be written, in points from the start of a stretch."""

    start: float
    end: float
    cells: int = 0
    """For so many letters, each in the middle of its share."""


@record
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
                y = baseline - GAP.below * style.hand.scale
                page.add(Rule(x, y, x + width, y, GAP.thickness, INK, tag=tag))
            if cell.shown:
                place_line(page, cell.shown, style.text, x + (width - style.printed(cell.shown)) / 2, baseline, tag)
            x += width + self.apart


def _one_rule(letter: str, rule: float, style: GapStyle) -> GapStretch:
    """A stretch with one rule, after the letter that is printed, if there is one."""
    rest = GapStretch((LetterCell(),), (rule,))
    if not letter:
        return rest
    return GapStretch((LetterCell(letter, ruled=False), *rest.cells), (style.printed(letter), *rest.widths))


def _letter_row(cells: tuple[LetterCell, ...], style: GapStyle) -> GapStretch:
    """A stretch with a short rule for each letter."""
    rule = GAP.cell * style.hand.scale
    widths = tuple(max(rule * cell.ruled, style.printed(cell.shown)) for cell in cells)
    return GapStretch(cells, widths, GAP.cells_apart * style.hand.scale)


def _letters(answer: str) -> int:
    """How many letters of handwriting an answer takes; a formula is as wide as its drawing, two letters to an em."""
    return sum(round(2 * drawn(span.text).width) if span.formula else len(span.text) for span in spans_of(answer))


def stretches_of(gap: Gap, style: GapStyle) -> Iterator[Sequence[GapStretch]]:
    """The stretches of each word of the answer; the answer as one where its words are not to be told apart."""
    words = words_of(gap.answer)
    if has_formula(gap.answer) or (style.level.gap is not GapWidth.LETTERS and not style.level.lettered):
        yield _blanks("", _length(gap.answer, 1, style), style)
        return
    for word in words:
        if style.level.gap is GapWidth.LETTERS or counted(word):
            yield _rows(cells(word, lettered=style.level.lettered), style)
        else:
            yield _blanks(first_letter(word), _length(word, len(words), style), style)


def _length(words: str, share: int, style: GapStyle) -> float:
    """Of the rule for some words: as they need, or their share of the one length of the sheet."""
    if style.level.gap is GapWidth.STRETCH:
        wanted = style.hand.letter * _letters(words) + style.hand.scale * GAP.round / share
    else:
        wanted = style.uniform / share
    return max(wanted, GAP.shortest * style.hand.scale)


def _blanks(letter: str, length: float, style: GapStyle) -> list[GapStretch]:
    """One rule, or as many of one length as the lines of the paragraph ask."""
    length -= style.printed(letter)
    count = max(1, -int(-length // style.longest))
    return [_one_rule("" if number else letter, length / count, style) for number in range(count)]


def _rows(own: tuple[LetterCell, ...], style: GapStyle) -> list[GapStretch]:
    """The cells of a word in one row; of a word that is longer than a line, parted at its hyphens or where need be."""
    whole = _letter_row(own, style)
    if whole.width <= style.longest:
        return [whole]
    ends = [place + 1 for place, cell in enumerate(own) if not cell.ruled and cell.shown in _HYPHENS]
    rows: list[GapStretch] = []
    for start, end in pairwise([0, *(end for end in ends if end < len(own)), len(own)]):
        part = own[start:end]
        count = max(1, -int(-_letter_row(part, style).width // style.longest))
        long = -(-len(part) // count)
        rows.extend(_letter_row(part[at : at + long], style) for at in range(0, len(part), long))
    return rows
