"""The annotated answer: numbered lines of text, and beside them the notes on its moves.

A page takes as many lines as leave room for the notes of every move that begins in them. Only where that
would leave the page half empty, because of a note of a page's length, does a note go on at the head of
the next.
"""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import accumulate
from math import inf

from typing_extensions import override

from studypack.layout.boxes import ROUNDING, Box
from studypack.layout.page import Page, Rule
from studypack.layout.stack import Stack
from studypack.layout.style import HAIRLINE, RULE, Style, mm
from studypack.layout.theme import Theme
from studypack.sections.evaluation.model_lines import Grid, ModelLine, is_numbered, place_line_number

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
        # What a page leaves over shares lines, notes and their measures with the whole, and only begins later in
        # them: an answer of many pages is measured once.
        self._lines = lines
        self._notes = notes
        self._start = self._next = 0
        """The first line and the first note that are still to be placed."""
        self._carried: MarginNote | None = None
        """A note, or the rest of one, that goes before these."""
        self._tops = _tops(lines, style.leading)
        self._sums = list(accumulate((note.height + _BETWEEN for note in notes), initial=0.0))
        """How much the notes before each take."""
        self._style = style
        self._grid = grid
        self._theme = theme
        self.above = above

    @property
    def _first(self) -> float:
        """The number of the first line; without lines, all notes are carried over."""
        return self._lines[self._start].number if self._start < len(self._lines) else inf

    def _top(self, line: int) -> float:
        """How far below the box's own top a line stands, by its place in the whole; after the last, the foot."""
        return self._tops[line] - self._tops[self._start]

    def _waiting(self) -> Iterator[MarginNote]:
        """The notes that are still to be placed."""
        if self._carried is not None:
            yield self._carried
        for number in range(self._next, len(self._notes)):
            yield self._notes[number]

    @override
    def height(self, width: float) -> float:
        stacked = self._sums[-1] - self._sums[self._next]
        if self._carried is not None:
            stacked += self._carried.height + _BETWEEN
        return max(self._top(len(self._lines)), stacked - _BETWEEN)

    @override
    def least(self, width: float) -> float:
        after = range(self._start + 2, len(self._lines) + 1)
        return self._top(next((end for end in after if self._lines[end - 1].parts_well()), len(self._lines)))

    @override
    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        count = self._staying(room)
        if count is None:
            return None
        rest = copy(self)
        rest.above = 0
        placed = rest._take(count, room)
        if not count and not placed:
            return None  # not even the start of a note fits
        staying = self._lines[self._start : rest._start]
        return Annotated(staying, placed, self._style, self._grid, self._theme, above=self.above), rest

    def _staying(self, room: float) -> int | None:
        """How many lines stay in `room`; None where not even the fewest do."""
        if self._start == len(self._lines):
            return 0
        most = suited = 0
        depth = fullest = filled = beside = 0.0
        waiting = self._waiting()
        note = next(waiting, None)
        for number in range(1, len(self._lines) - self._start + 1):
            line = self._lines[self._start + number - 1]
            depth += self._style.leading * (1.5 if number > 1 and line.opens else 1)
            if depth > room + ROUNDING:
                break
            while note is not None and note.line <= line.number:
                beside += note.height + (_BETWEEN if beside else 0)
                note = next(waiting, None)
            if not line.parts_well() or (number == 1 and not line.closes):
                continue
            most, fullest = number, depth
            if beside <= room + ROUNDING:
                suited, filled = number, max(depth, beside)
        if not most:
            return None
        return suited if filled >= _FULL_ENOUGH * fullest else most

    def _take(self, count: int, room: float) -> list[MarginNote]:
        """Begin `count` lines later, and after the notes that stay beside these, which are returned."""
        last, used = self._first + count, 0.0
        self._start += count
        staying: list[MarginNote] = []
        while (note := next(self._waiting(), None)) is not None and note.line < last:
            fits = used + note.height <= room + ROUNDING
            parts = None if fits else note.box.split(self._grid.notes, room - used)
            if not fits and parts is None:
                break
            if self._carried is None:
                self._next += 1
            self._carried = None
            if parts is not None:
                head, self._carried = (margin_note(self._grid, note.line, part) for part in parts)
                return [*staying, head]
            staying.append(note)
            used += note.height + _BETWEEN
        return staying

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        grid, depth, notes = self._grid, self.height(width), list(self._waiting())
        for number in range(self._start, len(self._lines)):
            self._place_line(page, self._lines[number], x, top - self._top(number))
        if not grid.notes:
            return
        middle = x + grid.gutter + grid.text + grid.gap / 2
        page.add(Rule(middle, top, middle, top - depth, 0.5, HAIRLINE))
        left = x + grid.gutter + grid.text + grid.gap
        level = self._style.baseline - self._theme.note.baseline
        wanted = [self._beside(note) + level if note.line >= self._first else 0.0 for note in notes]
        for note, offset in zip(notes, settled(wanted, [note.height for note in notes], depth), strict=True):
            note.box.place(page, left, top - offset, grid.notes)

    def _beside(self, note: MarginNote) -> float:
        """The top of the line that a note belongs beside."""
        return self._top(note.line - self._lines[0].number)

    def _place_line(self, page: Page, line: ModelLine, x: float, top: float) -> None:
        grid, baseline = self._grid, top - self._style.baseline
        if is_numbered(line.number):
            place_line_number(page, self._theme, line.number, x, baseline)
        line.words.place(page, line.line, x + grid.gutter, baseline)


def _tops(lines: Sequence[ModelLine], leading: float) -> list[float]:
    """The distance of each line's top edge below the first one's, and last the foot of the text."""
    tops = []
    depth = 0.0
    for number, line in enumerate(lines):
        depth += leading / 2 if number and line.opens else 0
        tops.append(depth)
        depth += leading
    return [*tops, depth]


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


class Glossed(Box):
    """Numbered lines, then notes beside an upright rule; the start of the notes stays with the end of the lines."""

    def __init__(self, lines: Annotated, notes: Sequence[Box], grid: Grid, theme: Theme, *, above: float) -> None:
        self._lines: Box | None = lines
        """None where they stand on an earlier page."""
        self._notes = Stack(notes)
        self._indent = grid.gutter + (_RULE_FROM_TEXT if theme.notes_rule else 0)
        self._rule = theme.notes_rule
        self._between = 1.5 * theme.between_notes * theme.note.leading
        self.above = above

    def _over(self, width: float) -> float:
        """What stands over the notes."""
        return 0 if self._lines is None else self._lines.height(width) + self._between

    @override
    def height(self, width: float) -> float:
        return self._over(width) + self._notes.height(width - self._indent)

    @override
    def least(self, width: float) -> float:
        if self._lines is not None and self._lines.split(width, self._parted(width)) is not None:
            return self._lines.least(width)
        return self._over(width) + self._notes.least(width - self._indent)

    def _parted(self, width: float) -> float:
        """The room for lines that are parted: less than all of them."""
        assert self._lines is not None
        return self._lines.height(width) - 2 * ROUNDING

    @override
    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
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

    def _with(self, lines: Box | None, notes: Stack) -> "Glossed":
        part = copy(self)
        part._lines, part._notes = lines, notes
        return part

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        if self._lines is not None:
            self._lines.place(page, x, top, width)
        start = top - self._over(width)
        if self._rule:
            across = x + self._indent - _RULE_FROM_TEXT + self._rule / 2
            low = start - self._notes.height(width - self._indent)
            page.add(Rule(across, start, across, low, self._rule, RULE))
        self._notes.place(page, x + self._indent, start, width - self._indent)
