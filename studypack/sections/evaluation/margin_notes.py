"""The annotated answer: numbered lines of text, and beside them the notes on its moves.

A page takes as many lines as leave room for the notes of every move that begins in them. Only where that
would leave the page half empty, because of a note of a page's length, does a note go on at the head of
the next.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from typing_extensions import override

from studypack.layout.boxes import ROUNDING, Box
from studypack.layout.indented import Indented
from studypack.layout.page import Page, Rule
from studypack.layout.style import HAIRLINE, Style, mm
from studypack.layout.theme import Theme
from studypack.sections.evaluation.model_lines import Grid, ModelLine, number_line

_BETWEEN = 5.0
"""Points from note to note, at least."""
_FULL_ENOUGH = 0.6
"""A page is broken early for the sake of its notes only if lines or notes fill this part of it."""


@dataclass(frozen=True, slots=True)
class MarginNote:
    """A note and the line that it belongs beside."""

    line: int
    """Its number; a note whose line stands on an earlier page is carried over."""
    box: Box
    height: float
    """Of the box, in the column of notes."""


def margin_note(grid: Grid, line: int, box: Box) -> MarginNote:
    """A note beside a line, measured once: an answer of many pages asks for it on every page."""
    return MarginNote(line, box, box.height(grid.notes))


class Annotated(Box):
    """Lines of the model answer with their numbers and notes."""

    def __init__(
        self,
        lines: Sequence[ModelLine],
        notes: Sequence[MarginNote],
        style: Style,
        grid: Grid,
        theme: Theme,
        *,
        above: float = 0,
    ) -> None:
        self._lines = lines
        self._notes = notes
        self._stacked = sum([note.height for note in notes]) + _BETWEEN * (len(notes) - 1)
        """The height of the notes, one under the other."""
        self._style = style
        self._grid = grid
        self._theme = theme
        self.above = above

    def _part(self, lines: Sequence[ModelLine], notes: Sequence[MarginNote], above: float) -> "Annotated":
        return Annotated(lines, notes, self._style, self._grid, self._theme, above=above)

    @property
    def _first(self) -> float:
        """The number of the first line; without lines, all notes are carried over."""
        return self._lines[0].number if self._lines else inf

    def _top(self, line: ModelLine) -> float:
        """How far below the box's own top a line stands."""
        return line.top - self._lines[0].top + self._lines[0].over

    def _depth(self, count: int) -> float:
        """How far down so many lines reach."""
        if not count:
            return 0.0
        last = self._lines[count - 1]
        return self._top(last) + self._style.leading + last.under

    @override
    def height(self, width: float) -> float:
        return max(self._depth(len(self._lines)), self._stacked)

    @override
    def least(self, width: float) -> float:
        ends = range(2, len(self._lines) + 1)
        return self._depth(next((end for end in ends if self._lines[end - 1].parts_well), len(self._lines)))

    @override
    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        count = self._staying(room)
        if count is None:
            return None
        here, later = self._parted_notes(count, room)
        if not count and not here:
            return None  # not even the start of a note fits
        return self._part(self._lines[:count], here, self.above), self._part(self._lines[count:], later, 0)

    def _staying(self, room: float) -> int | None:
        """How many lines stay in `room`; None where not even the fewest do."""
        if not self._lines:
            return 0
        most = suited = 0
        fullest = filled = beside = 0.0
        waiting = iter(self._notes)
        note = next(waiting, None)
        for count, line in enumerate(self._lines, start=1):
            depth = self._depth(count)
            if depth > room + ROUNDING:
                break
            while note is not None and note.line <= line.number:
                beside += note.height + (_BETWEEN if beside else 0)
                note = next(waiting, None)
            if not line.parts_well or (count == 1 and not line.closes):
                continue
            most, fullest = count, depth
            if beside <= room + ROUNDING:
                suited, filled = count, max(depth, beside)
        if not most:
            return None
        return suited if filled >= _FULL_ENOUGH * fullest else most

    def _parted_notes(self, count: int, room: float) -> tuple[Sequence[MarginNote], Sequence[MarginNote]]:
        """The notes that stand beside the first lines, so many, and those that are left; one may be parted."""
        after, used = self._first + count, 0.0
        for place, note in enumerate(self._notes):
            if note.line >= after:
                return self._notes[:place], self._notes[place:]
            if used + note.height > room + ROUNDING:
                parts = note.box.split(self._grid.notes, room - used)
                if parts is None:
                    return self._notes[:place], self._notes[place:]
                head, tail = (margin_note(self._grid, note.line, part) for part in parts)
                return [*self._notes[:place], head], [tail, *self._notes[place + 1 :]]
            used += note.height + _BETWEEN
        return self._notes, ()

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        grid, depth = self._grid, self.height(width)
        for line in self._lines:
            baseline = top - self._top(line) - self._style.baseline
            number_line(page, self._theme, line.number, x, baseline)
            line.words.place(page, line.line, x + grid.gutter, baseline)
        if not grid.notes:
            return
        middle = x + grid.gutter + grid.text + grid.gap / 2
        page.add(Rule(middle, top, middle, top - depth, 0.5, HAIRLINE))
        left = x + grid.gutter + grid.text + grid.gap
        offsets = settled([*map(self._wanted, self._notes)], [note.height for note in self._notes], depth)
        for note, offset in zip(self._notes, offsets, strict=True):
            note.box.place(page, left, top - offset, grid.notes)

    def _wanted(self, note: MarginNote) -> float:
        """Where a note is to stand, down from the box's top: beside its line, or at the top if it is carried over."""
        if note.line < self._first:
            return 0.0
        line = self._lines[note.line - self._lines[0].number]
        return self._top(line) + self._style.baseline - self._theme.note.baseline


def settled(wanted: Sequence[float], heights: Sequence[float], depth: float) -> list[float]:
    """Where notes stand that must not overlap nor pass `depth`: tops, downwards from the box's own.

    Each stands where it is wanted, or is pushed down by the one before it; those that would pass the foot are
    pushed up again, and push their neighbours.
    """
    tops: list[float] = []
    free = 0.0
    for want, height in zip(wanted, heights, strict=True):
        tops.append(max(want, free))
        free = tops[-1] + height + _BETWEEN
    limit = depth
    for number in range(len(tops) - 1, -1, -1):
        tops[number] = min(tops[number], limit - heights[number])
        limit = tops[number] - _BETWEEN
    return tops


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
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        self._lines.place(page, x, top, width)
        self._notes.place(page, x, top - self._over(width), width)
