"""A paragraph of the answer over its notes, where no margin has room for them."""

from collections.abc import Sequence
from copy import copy

from studypack.sections.evaluation.grid import Grid
from studypack.sections.evaluation.margin_notes import Annotated
from studypack.typeset.boxes import ROUNDING, Box
from studypack.typeset.look import RULE, Look, mm
from studypack.typeset.page import Page, Rule
from studypack.typeset.stack import Stack

_RULE_FROM_TEXT = mm(2.6)
_RULE_THICKNESS = 1.2


class Glossed(Box):
    """Numbered lines, then notes beside an upright rule; the start of the notes stays with the end of the lines."""

    def __init__(self, lines: Annotated, notes: Sequence[Box], grid: Grid, look: Look, *, above: float) -> None:
        self._lines: Box | None = lines
        """None where they stand on an earlier page."""
        self._notes = Stack(notes)
        self._indent = grid.gutter + (_RULE_FROM_TEXT if look.accessible else 0)
        self._ruled = look.accessible
        self._between = look.note.leading / 2 if look.accessible else 3.0
        self.above = above

    def _over(self, width: float) -> float:
        """What stands over the notes."""
        return 0 if self._lines is None else self._lines.height(width) + self._between

    def height(self, width: float) -> float:
        """Lines and notes."""
        return self._over(width) + self._notes.height(width - self._indent)

    def least(self, width: float) -> float:
        """The first lines that may stand alone, or the lines and the start of their notes."""
        if self._lines is not None and self._lines.split(width, self._parted(width)) is not None:
            return self._lines.least(width)
        return self._over(width) + self._notes.least(width - self._indent)

    def _parted(self, width: float) -> float:
        """The room for lines that are parted: less than all of them."""
        assert self._lines is not None
        return self._lines.height(width) - 2 * ROUNDING

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Among the notes; or among the lines, so that some go on with the notes."""
        over, own = self._over(width), width - self._indent
        if over + self._notes.least(own) <= room + ROUNDING:
            notes = self._notes.split(own, room - over)
            return None if notes is None else (self._with(self._lines, notes[0]), self._with(None, notes[1]))
        if self._lines is None:
            return None
        lines = self._lines.split(width, min(room, self._parted(width)))
        if lines is None:
            return None
        lines[0].above = self.above
        return lines[0], self._with(lines[1], self._notes)

    def _with(self, lines: Box | None, notes: Box) -> "Glossed":
        assert isinstance(notes, Stack)
        part = copy(self)
        part._lines, part._notes = lines, notes
        return part

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Lines, then the rule with the notes beside it."""
        if self._lines is not None:
            self._lines.place(page, x, top, width)
        start = top - self._over(width)
        if self._ruled:
            across = x + self._indent - _RULE_FROM_TEXT + _RULE_THICKNESS / 2
            low = start - self._notes.height(width - self._indent)
            page.add(Rule(across, start, across, low, _RULE_THICKNESS, RULE))
        self._notes.place(page, x + self._indent, start, width - self._indent)
