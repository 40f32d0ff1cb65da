"""The stretches of a gap: a rule to write on, or a row of short ones, with what is printed among them."""

from dataclasses import dataclass
from typing import NamedTuple

from studypack.sections.cloze.cells import Cell
from studypack.sections.cloze.gap_look import GapLook
from studypack.typeset.look import INK, mm
from studypack.typeset.page import Page, Rule, TextRun
from studypack.typeset.tag import Tag

BELOW = mm(1.2)
"""The rule, below the baseline: handwriting needs room for its descenders."""
_THICKNESS = 0.75
_CELL, _CELLS_APART = mm(3.8), mm(1.4)
"""A rule for one letter, and from one to the next."""


class Room(NamedTuple):
    """Where something is to be written, in points from the start of a stretch."""

    start: float
    end: float
    cells: int = 0
    """For so many letters, each in the middle of its share."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A stretch of a gap: what is printed of a word, and a rule for the rest of it."""

    letter: str
    rule: float

    @property
    def begun(self) -> bool:
        """Something of the word is printed at its start."""
        return bool(self.letter)

    def width(self, look: GapLook) -> float:
        """In points."""
        return look.style.face.width(self.letter, look.style.size) + self.rule

    def rooms(self, look: GapLook) -> list[Room]:
        """The rule."""
        start = look.style.face.width(self.letter, look.style.size)
        return [Room(start, start + self.rule)]

    def place(self, page: Page, x: float, baseline: float, look: GapLook, tag: Tag) -> None:
        """The letter, then the rule."""
        if self.letter:
            x = _letter(page, self.letter, x, baseline, look, tag)
        _rule(page, x, self.rule, baseline, look, tag)


@dataclass(frozen=True, slots=True)
class Cells:
    """A stretch of a gap: a short rule for each letter."""

    cells: tuple[Cell, ...]

    @property
    def begun(self) -> bool:
        """Something of the word is printed at its start."""
        return bool(self.cells[0].shown)

    def _widths(self, look: GapLook) -> list[float]:
        style = look.style
        least = [_CELL * look.hand * cell.ruled for cell in self.cells]
        return [max(a, style.face.width(cell.shown, style.size)) for a, cell in zip(least, self.cells, strict=True)]

    def width(self, look: GapLook) -> float:
        """In points."""
        return sum(self._widths(look)) + (len(self.cells) - 1) * _CELLS_APART * look.hand

    def rooms(self, look: GapLook) -> list[Room]:
        """One for letters in a row; what is printed among them parts them."""
        rooms: list[Room] = []
        x, goes_on = 0.0, False
        for cell, width in zip(self.cells, self._widths(look), strict=True):
            blank = cell.ruled and not cell.shown
            if blank:
                start, _, count = rooms.pop() if goes_on else (x, 0, 0)
                rooms.append(Room(start, x + width, count + 1))
            goes_on = blank
            x += width + _CELLS_APART * look.hand
        return rooms

    def place(self, page: Page, x: float, baseline: float, look: GapLook, tag: Tag) -> None:
        """Each letter in the middle of its rule."""
        for cell, width in zip(self.cells, self._widths(look), strict=True):
            if cell.ruled:
                _rule(page, x, width, baseline, look, tag)
            if cell.shown:
                shown = look.style.face.width(cell.shown, look.style.size)
                _letter(page, cell.shown, x + (width - shown) / 2, baseline, look, tag)
            x += width + _CELLS_APART * look.hand


def _rule(page: Page, x: float, length: float, baseline: float, look: GapLook, tag: Tag) -> None:
    y = baseline - BELOW * look.hand
    page.add(Rule(x, y, x + length, y, _THICKNESS, INK, tag=tag))


def _letter(page: Page, letter: str, x: float, baseline: float, look: GapLook, tag: Tag) -> float:
    """Where the letter ends."""
    style = look.style
    for piece in style.face.measured(letter)[1]:
        width = piece.width * style.size / 1000
        page.add(TextRun(x, baseline, piece.text, piece.face, style.size, style.color, width, tag))
        x += width
    return x
