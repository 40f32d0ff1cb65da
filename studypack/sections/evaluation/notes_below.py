"""The notes on the moves of a paragraph below its lines, where there is no margin for them."""

from math import inf

from typing_extensions import override

from studypack.layout.boxes import ROUNDING, Box
from studypack.layout.indented import Indented
from studypack.layout.page import Page
from studypack.layout.style import mm
from studypack.layout.theme import Theme
from studypack.sections.evaluation.model_lines import Grid

_RULE_FROM_TEXT = mm(2.6)


def beside_rule(notes: Box, grid: Grid, theme: Theme) -> Indented:
    """Return notes as far in as the lines of the answer, beside an upright rule where the theme has one."""
    above = 1.5 * theme.between_notes * theme.note.leading
    if not theme.notes_rule:
        return Indented(notes, grid.gutter, above=above)
    rule_at = grid.gutter + theme.notes_rule / 2
    return Indented(notes, grid.gutter + _RULE_FROM_TEXT, rule=theme.notes_rule, rule_at=rule_at, above=above)


class Glossed(Box):
    """Numbered lines, then their notes; the start of the notes stays with the end of the lines."""

    def __init__(self, lines: Box, notes: Box) -> None:
        self._lines = lines
        self._notes = notes
        self.above = lines.above

    def _over(self, width: float) -> float:
        """What stands over the notes."""
        return self._lines.height(width) + self._notes.above

    def _parted(self, width: float, room: float) -> tuple[Box, Box] | None:
        """The lines in two, the second of which stays with the notes."""
        return self._lines.split(width, min(room, self._lines.height(width) - 2 * ROUNDING))

    @override
    def height(self, width: float) -> float:
        return self._over(width) + self._notes.height(width)

    @override
    def least(self, width: float) -> float:
        if self._parted(width, inf) is not None:
            return self._lines.least(width)
        return self._over(width) + self._notes.least(width)

    @override
    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        over = self._over(width)
        if over + self._notes.least(width) <= room + ROUNDING:
            notes = self._notes.split(width, room - over)
            return None if notes is None else (Glossed(self._lines, notes[0]), notes[1])
        lines = self._parted(width, room)
        return None if lines is None else (lines[0], Glossed(lines[1], self._notes))

    @override
    def loosened(self) -> Box:
        return Glossed(self._lines.loosened(), self._notes.loosened())

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        self._lines.place(page, x, top, width)
        self._notes.place(page, x, top - self._over(width), width)
