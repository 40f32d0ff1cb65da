"""The annotated answer: numbered lines of text, and beside them the notes on its moves.

A page takes as many lines as leave room for the notes of every move that begins in them, and ends with a paragraph
if that leaves little of it empty. Only where it would leave the page half empty, because of a note of a page's length,
does a note go on at the head of the next. A bracket beside the lines says how far each move goes.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import inf
from typing import NamedTuple

from typing_extensions import override

from studypack.base.record import record
from studypack.layout.boxes import ROUNDING, Box
from studypack.layout.page import Page, Rule
from studypack.layout.style import INK_SOFT, Style, mm
from studypack.layout.theme import Theme
from studypack.sections.evaluation.model_lines import Grid, ModelBlock, ModelLine, ModelRow, number_line

_BETWEEN = 5.0
"""Points from note to note, at least."""
_FULL_ENOUGH = 0.6
"""A page is broken early for the sake of its notes only if lines or notes fill this part of it."""
_WHOLE = 0.5
"""The same for a page that is broken early to keep a paragraph whole."""
_BRACKET, _ARM, _APART = 0.75, mm(1.3), 2.0
"""Of a bracket: its thickness, the length of its arms, and how far it stands from the next one, in points."""


@record
class MarginNote:
    """A note and the row that it belongs beside."""

    row: int
    """Its place; a note whose row stands on an earlier page is carried over."""
    box: Box
    height: float
    """Of the box, in the column of notes."""


def margin_note(grid: Grid, row: int, box: Box) -> MarginNote:
    """A note beside a row, measured once: an answer of many pages asks for it on every page."""
    return MarginNote(row, box, box.height(grid.notes))


_Rows = Sequence[ModelRow]


class _End(NamedTuple):
    """Where a page ends."""

    rows: int
    """How many are on it."""
    parts: tuple[ModelRow, ModelRow] | None = None
    """Of the last of them, where it is parted."""


class Annotated(Box):
    """Rows of the model answer with the numbers of their lines, and notes."""

    def __init__(
        self,
        rows: _Rows,
        notes: Sequence[MarginNote],
        style: Style,
        grid: Grid,
        theme: Theme,
        *,
        above: float = 0,
    ) -> None:
        self._rows = rows
        self._notes = notes
        self._stacked = sum([note.height for note in notes]) + _BETWEEN * (len(notes) - 1)
        """The height of the notes, one under the other."""
        self._style = style
        self._grid = grid
        self._theme = theme
        self.above = above

    def _part(self, rows: _Rows, notes: Sequence[MarginNote], above: float) -> "Annotated":
        return Annotated(rows, notes, self._style, self._grid, self._theme, above=above)

    @property
    def _first(self) -> float:
        """The place of the first row; without rows, all notes are carried over."""
        return self._rows[0].place if self._rows else inf

    def _top(self, row: ModelRow) -> float:
        """How far below the box's own top a row stands."""
        return row.top - self._rows[0].top + self._rows[0].over

    def _foot(self, row: ModelRow) -> float:
        """How far down it reaches."""
        return self._top(row) + self._style.leading + row.under

    @override
    def height(self, width: float) -> float:
        return max(self._foot(self._rows[-1]) if self._rows else 0.0, self._stacked)

    @override
    def least(self, width: float) -> float:
        for count, row in enumerate(self._rows, start=1):
            if isinstance(row, ModelBlock):
                return self._top(row) + row.box.least(self._grid.text)
            if row.parts_well and count > 1:
                return self._foot(row)
        return self._foot(self._rows[-1]) if self._rows else 0.0

    @override
    def loosened(self) -> Box:
        # A page ends after the first blocks at the latest, if they fit.
        rows = [*self._rows]
        for count, row in enumerate(rows):
            if isinstance(row, ModelBlock):
                rows[count] = replace(row, box=row.box.loosened())
                break
        return self._part(rows, self._notes, self.above)

    @override
    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        rows = self._parted(room)
        if rows is None:
            return None
        notes = self._parted_notes(rows[0][-1].place + 1 if rows[0] else self._first, room)
        if not rows[0] and not notes[0]:
            return None  # not even the start of a note fits
        return self._part(rows[0], notes[0], self.above), self._part(rows[1], notes[1], 0)

    def _parted(self, room: float) -> tuple[_Rows, _Rows] | None:
        """The rows that stay in `room`, and the rest; None where not even the fewest stay."""
        end = self._end(room)
        if end is None:
            return None
        count, parts = end
        if parts is None:
            return self._rows[:count], self._rows[count:]
        return [*self._rows[: count - 1], parts[0]], [parts[1], *self._rows[count:]]

    def _end(self, room: float) -> _End | None:
        """Where a page ends that has `room`; None where not even the fewest rows stay."""
        if not self._rows:
            return _End(0)
        most, suited, whole, alone = _End(0), _End(0), _End(0), _End(0)
        fullest = filled = beside = 0.0
        waiting = iter(self._notes)
        note = next(waiting, None)
        for count, row in enumerate(self._rows, start=1):
            end = _End(count)
            if self._foot(row) > room + ROUNDING:
                end = _End(count, self._parts_of(row, room))
                if end.parts is None:
                    break
                row = end.parts[0]  # noqa: PLW2901
            while note is not None and note.row <= row.place:
                beside += note.height + (_BETWEEN if beside else 0)
                note = next(waiting, None)
            if not row.parts_well or (count == 1 and not row.closes):
                alone = end if count == 1 and beside <= room + ROUNDING else alone
                continue
            most, fullest = end, self._foot(row)
            if beside <= room + ROUNDING:
                suited, filled = end, max(fullest, beside)
                whole = end if row.ends and filled >= _WHOLE * room else whole
            if end.parts:
                break
        if not most.rows:
            return None
        if whole.rows or (not suited.rows and alone.rows and beside > room):
            # Rather a line alone than its notes on another page.
            return whole if whole.rows else alone
        return suited if filled >= _FULL_ENOUGH * fullest else most

    def _parts_of(self, row: ModelRow, room: float) -> tuple[ModelRow, ModelRow] | None:
        """What stays of a row in `room`, and the rest; None where it is not parted."""
        if not isinstance(row, ModelBlock):
            return None
        return row.parted(self._grid.text, self._style.leading, room - self._top(row))

    def _parted_notes(self, after: float, room: float) -> tuple[Sequence[MarginNote], Sequence[MarginNote]]:
        """The notes beside the rows before the row `after`, and those that are left; one may be parted."""
        used = 0.0
        for place, note in enumerate(self._notes):
            if note.row >= after:
                return self._notes[:place], self._notes[place:]
            if used + note.height > room + ROUNDING:
                parts = note.box.split(self._grid.notes, room - used)
                if parts is None:
                    return self._notes[:place], self._notes[place:]
                head, tail = (margin_note(self._grid, note.row, part) for part in parts)
                return [*self._notes[:place], head], [tail, *self._notes[place + 1 :]]
            used += note.height + _BETWEEN
        return self._notes, ()

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        grid, depth = self._grid, self.height(width)
        for row in self._rows:
            self._place_row(page, row, x, top - self._top(row))
        self._place_brackets(page, x + grid.bracket, top)
        left = x + grid.gutter + grid.text + grid.gap
        offsets = settled([*map(self._wanted, self._notes)], [note.height for note in self._notes], depth)
        for note, offset in zip(self._notes, offsets, strict=True):
            note.box.place(page, left, top - offset, grid.notes)

    def _place_row(self, page: Page, row: ModelRow, x: float, top: float) -> None:
        left = x + self._grid.gutter
        if isinstance(row, ModelLine):
            baseline = top - self._style.baseline
            number_line(page, self._theme, row.number, x, baseline)
            row.words.place(page, row.line, left, baseline)
        elif isinstance(row, ModelBlock):
            for number, down in enumerate(row.box.baselines(self._grid.text), start=row.number):
                number_line(page, self._theme, number, x, top - down)
            row.box.place(page, left, top, self._grid.text)

    def _place_brackets(self, page: Page, x: float, top: float) -> None:
        """Beside the lines of each move; moves that share a line share its height. It opens towards the lines."""
        thickness, arm = self._theme.grown(_BRACKET), -_ARM if self._grid.notes else self._grid.brackets / 2
        for first, last in self._reaches().values():
            (begins, high), (ends, low) = first, last
            high, low = top - high - _APART / 2, top - low + _APART / 2
            page.add(Rule(x, high, x, low, thickness, INK_SOFT))
            for is_end, y in ((begins, high), (ends, low)):
                if is_end:
                    page.add(Rule(x, y, x + arm, y, thickness, INK_SOFT))

    def _reaches(self) -> dict[str, tuple[tuple[bool, float], tuple[bool, float]]]:
        """How far down each move begins and ends, by its letter, and whether it does so here or on another page."""
        found: dict[str, tuple[tuple[bool, float], tuple[bool, float]]] = {}
        for row in self._rows:
            begun, high = {move.name for move in row.begun}, self._foot(row) - self._top(row)
            for number, move in enumerate(row.moves):
                over, under = (self._top(row) + high * place / len(row.moves) for place in (number, number + 1))
                ends = row.completes or move is not row.moves[-1]
                first, _ = found.get(move.name, ((move.name in begun, over), None))
                found[move.name] = first, (ends, under)
        return found

    def _wanted(self, note: MarginNote) -> float:
        """Where a note is to stand, down from the box's top: beside its row, or at the top if it is carried over."""
        if note.row < self._first:
            return 0.0
        row = self._rows[note.row - self._rows[0].place]
        drop = row.box.drop(self._grid.text) if isinstance(row, ModelBlock) else 0
        return self._top(row) + drop + self._style.baseline - self._theme.note.baseline


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
