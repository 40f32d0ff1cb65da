"""The annotated answer: numbered lines of text, and beside them the notes on its moves.

A page takes as many lines as leave room for the notes of every move that begins in them. Only where that
would leave the page half empty, because of a note of a page's length, does a note go on at the head of
the next.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from studypack.sections.evaluation.model_lines import ModelLine
from studypack.typeset.boxes import Box, Space
from studypack.typeset.look import HAIRLINE, Look, Style
from studypack.typeset.page import Page, Rule, TextRun
from studypack.typeset.stack import Hanging

_BETWEEN = 5.0
"""Points from note to note, at least."""
_FULL_ENOUGH = 0.6
"""A page is broken early for the sake of its notes only if lines or notes fill this part of it."""
_COUNTED = 5
"""Every fifth line is numbered, and the first."""
_ROUNDING = 0.01


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of the page, in points, from left to right."""

    gutter: float
    """For line numbers."""
    text: float
    gap: float
    """Between text and notes, with a hairline in its middle."""
    notes: float
    """0 where the notes stand elsewhere."""


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


def _stacked(notes: Sequence[MarginNote]) -> float:
    """The height of notes under one another, in points."""
    return sum([note.height for note in notes]) + _BETWEEN * max(len(notes) - 1, 0)


class Annotated(Box):
    """Lines of the model answer with their numbers and notes."""

    def __init__(
        self,
        lines: Sequence[ModelLine],
        notes: Sequence[MarginNote],
        style: Style,
        grid: Grid,
        look: Look,
        *,
        above: float = 0,
    ) -> None:
        self._lines = lines
        self._notes = notes
        self._style = style
        self._grid = grid
        self._look = look
        self._height: float | None = None
        self._first = lines[0].number if lines else inf
        """The number of the first line; without lines, all notes are carried over."""
        self.above = above

    def _tops(self) -> list[float]:
        """The distance of each line's top edge below the box's, and last the foot of the text."""
        leading = self._style.leading
        tops = []
        depth = 0.0
        for number, line in enumerate(self._lines):
            depth += leading / 2 if number and line.opens else 0
            tops.append(depth)
            depth += leading
        return [*tops, depth]

    def height(self, width: float) -> float:  # noqa: ARG002
        """The text, or the notes where they need more."""
        if self._height is None:
            self._height = max(self._tops()[-1], _stacked(self._notes))
        return self._height

    def least(self, width: float) -> float:  # noqa: ARG002
        """Up to the first line that a page may end with."""
        tops = self._tops()
        ends = (number for number, line in enumerate(self._lines, start=1) if number > 1 and line.parts_well())
        return tops[next(ends, len(self._lines))]

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:  # noqa: ARG002
        """Where lines and notes both fit; else where the lines do, and notes are carried over."""
        count = self._staying(room)
        if count is None:
            return None
        placed, rest = self._parted(count, room)
        if not count and not placed:
            return None  # not even the start of a note fits
        head = Annotated(self._lines[:count], placed, self._style, self._grid, self._look, above=self.above)
        return head, Annotated(self._lines[count:], rest, self._style, self._grid, self._look)

    def _staying(self, room: float) -> int | None:
        """How many lines stay in `room`; None where not even the fewest do."""
        if not self._lines:
            return 0
        most = suited = beside = 0
        depth = fullest = filled = notes = 0.0
        for number, line in enumerate(self._lines, start=1):
            depth += self._style.leading * (1.5 if number > 1 and line.opens else 1)
            if depth > room + _ROUNDING:
                break
            while beside < len(self._notes) and self._notes[beside].line <= line.number:
                notes += self._notes[beside].height + (_BETWEEN if beside else 0)
                beside += 1
            if not line.parts_well() or (number == 1 and not line.closes):
                continue
            most, fullest = number, depth
            if notes <= room + _ROUNDING:
                suited, filled = number, max(depth, notes)
        if not most:
            return None
        return suited if filled >= _FULL_ENOUGH * fullest else most

    def _parted(self, count: int, room: float) -> tuple[list[MarginNote], list[MarginNote]]:
        """The notes that stay beside the first `count` lines, and those that go on."""
        used = 0.0
        for number, note in enumerate(self._notes):
            if note.line >= self._first + count:
                return list(self._notes[:number]), list(self._notes[number:])
            if used + note.height > room + _ROUNDING:
                staying, rest = self._notes[:number], self._notes[number + 1 :]
                parts = note.box.split(self._grid.notes, room - used)
                if parts is None:
                    return list(staying), [note, *rest]
                head, tail = (margin_note(self._grid, note.line, part) for part in parts)
                return [*staying, head], [tail, *rest]
            used += note.height + _BETWEEN
        return list(self._notes), []

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Numbers, text, hairline, notes."""
        grid, tops, depth = self._grid, self._tops(), self.height(width)
        for line, offset in zip(self._lines, tops, strict=False):
            self._place_line(page, line, x, top - offset)
        if not self._notes:
            return
        middle = x + grid.gutter + grid.text + grid.gap / 2
        page.add(Rule(middle, top, middle, top - depth, 0.5, HAIRLINE))
        left = x + grid.gutter + grid.text + grid.gap
        level = self._baseline() - self._look.note.leading / 2 - 0.335 * self._look.note.size
        wanted = [
            0.0 if note.line < self._first else tops[note.line - self._lines[0].number] + level for note in self._notes
        ]
        heights = [note.height for note in self._notes]
        for note, offset in zip(self._notes, settled(wanted, heights, depth), strict=True):
            note.box.place(page, left, top - offset, grid.notes)

    def _baseline(self) -> float:
        return self._style.leading / 2 + 0.335 * self._style.size

    def _place_line(self, page: Page, line: ModelLine, x: float, top: float) -> None:
        grid, baseline = self._grid, top - self._baseline()
        if line.number == 1 or line.number % _COUNTED == 0:
            place_line_number(page, self._look, line.number, x, baseline)
        line.words.place(page, line.line, x + grid.gutter, baseline)


def place_line_number(page: Page, look: Look, number: int, x: float, baseline: float) -> None:
    """A line's number in the gutter that starts at `x`: page furniture, smaller than the text."""
    style, shown = look.label.sized(8, 10), str(number)
    width = style.face.width(shown, style.size)
    page.add(TextRun(x, baseline, shown, style.face, style.size, style.color, width, None))


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


def indented(box: Box, indent: float, *, above: float = 0) -> Box:
    """The box with nothing beside it on the left."""
    return Hanging(Space(0), box, indent, above=above)
