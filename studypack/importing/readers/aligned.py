"""Find tables whose columns were typed below each other with blanks: two columns or more, with rules or without."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from studypack.importing.readers.side_by_side import Grid
from studypack.importing.readers.wrapped_cells import Row, rows_of_lines

_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
"""What parts columns, where nothing else has told yet where they stand."""
_NARROW_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
"""What parts them where texts stand below each other in most lines."""
_RULE = re.compile(r"(?=.*[-=–—_]{3})[-=–—_+ ]+")
_NEAR = 1
"""The columns that texts below each other may be apart."""
_FEWEST_ROWS, _FEWEST_RULED = 3, 2
"""The lines with two cells or more; a rule tells, too, that there is a table."""
_MOST_COLUMNS = 6
_MOST_LINES = 2_000
_SAMPLE = 60
_NEXT = 6
"""The lines among which the table goes on below a row of one cell."""
_SHARE, _MOST = 0.25, 0.6
"""The share of the lines with gaps in which a text begins, where a column begins: behind a wide gap, and behind any."""
_WIDEST = 200
"""Lines that are longer are paragraphs."""


def find_aligned(lines: Sequence[str], indents: Sequence[int]) -> Iterator[Grid]:
    """Yield the tables with columns that blanks part, each cell with all its lines."""
    at = 0
    while at < len(lines):
        grid = _Table(lines, indents, at).grid() if _may_begin(lines, at) else None
        if grid:
            yield grid
        at = grid.end if grid else at + 1


def _may_begin(lines: Sequence[str], at: int) -> bool:
    """Whether a table may begin on a line: with a wide gap, or over a rule."""
    is_over_rule = at + 1 < len(lines) and _is_rule(lines[at + 1]) and _NARROW_GAP.search(lines[at])
    return _may_be_row(lines[at]) and bool(is_over_rule or _GAP.search(lines[at]))


def _may_be_row(line: str) -> bool:
    return "\t" not in line and "|" not in line and len(line) < _WIDEST


def _is_rule(line: str) -> bool:
    return _RULE.fullmatch(line) is not None


class _Table:
    """A table that may begin on a line."""

    def __init__(self, lines: Sequence[str], indents: Sequence[int], start: int) -> None:
        self._lines, self._indents, self._start = lines, indents, start
        self._columns = self._find_columns()

    def _find_columns(self) -> list[int]:
        """Where columns begin: the left one, and those where texts begin in many lines."""
        wide, narrow, lefts = Counter[int](), Counter[int](), list[int]()
        for at in range(self._start, min(len(self._lines), self._start + _SAMPLE)):
            line, indent = self._lines[at], self._indents[at]
            if (not line and not self._lines[at - 1]) or not _may_be_row(line):
                break
            if gaps := [] if _is_rule(line) else list(_NARROW_GAP.finditer(line)):
                lefts.append(indent)
                narrow.update(indent + gap.end() for gap in gaps)
                wide.update(indent + gap.end() for gap in gaps if _GAP.match(line, gap.start()))
        found: list[int] = []
        for counts, least in ((wide, max(2, _SHARE * len(lefts))), (narrow, max(3, _MOST * len(lefts)))):
            for place, _ in counts.most_common():
                near = sum(counts[place + by] for by in range(-_NEAR, _NEAR + 1))
                if near >= least and all(abs(place - each) > _NEAR * 2 for each in found):
                    found.append(place)
        left = min(lefts, default=0)
        return sorted({left, *(each for each in found if each > left + 2)})

    def grid(self) -> Grid | None:
        """The table; None if there is none."""
        if not 2 <= len(self._columns) <= _MOST_COLUMNS:
            return None
        rows, ruled, end = self._rows()
        whole = sum(sum(map(bool, cells)) > 1 for _, cells in rows)
        if whole < (_FEWEST_RULED if ruled else _FEWEST_ROWS):
            return None
        is_apart = rows[1][0] - self._start > 1 and not ruled
        if is_apart and any(map(str.isdigit, self._lines[self._start])):  # Year 10     12/03/24, over the columns
            return None
        made = rows_of_lines(rows, ruled)
        return Grid(self._start, end, tuple(made), 1 if ruled and len(made) > 1 else 0)

    def _rows(self) -> tuple[list[Row], int, int]:
        """The lines of the table with their cells, how many of them stand over the only rule, and where it ends."""
        rows: list[Row] = []
        rules: list[int] = []
        end = self._start
        for at in range(self._start, min(len(self._lines), self._start + _MOST_LINES)):
            line = self._lines[at]
            if not line:
                if not self._lines[at - 1]:
                    break
                continue
            if _is_rule(line) and rows:
                rules.append(len(rows))
            elif cells := self._cells(at):
                rows.append((at, cells))
            else:
                break
            end = at + 1
        return rows, rules[0] if rules and rules[0] < len(rows) else 0, end

    def _cells(self, at: int) -> tuple[str, ...] | None:
        """The cells of a line; None if its words stand otherwise."""
        if not _may_be_row(self._lines[at]):
            return None
        text = " " * self._indents[at] + self._lines[at]
        begins = [self._begin(text, place) for place in self._columns]
        if begins[0] is None and text[: self._columns[1] - _NEAR].strip():
            begins[0] = 0
        known = [*((at, begin) for at, begin in enumerate(begins) if begin is not None)]
        if not known or text[: known[0][1]].strip():
            return None
        cells = [""] * len(self._columns)
        for (column, begin), (_, end) in pairwise([*known, (0, len(text))]):
            cells[column] = text[begin:end].strip()
            is_over = column + 1 < len(self._columns) and begin + len(cells[column]) > self._columns[column + 1] - 1
            if is_over or _GAP.search(cells[column]):
                return None
        is_alone = not any(cells[1:]) and at and not self._lines[at - 1]
        return None if is_alone and not self._goes_on_below(at) else tuple(cells)

    def _goes_on_below(self, at: int) -> bool:
        """Whether other columns have words in the next lines, behind one blank line at most."""
        for below in range(at + 1, min(len(self._lines), at + _NEXT)):
            if not self._lines[below] and not self._lines[below - 1]:
                return False
            text = " " * self._indents[below] + self._lines[below]
            if any(self._begin(text, place) is not None for place in self._columns[1:]):
                return True
        return False

    def _begin(self, text: str, place: int) -> int | None:
        """Where a text begins at a column, behind two blanks or at the start of the line; None if none does."""
        for begin in sorted(range(max(place - _NEAR, 0), place + _NEAR + 1), key=lambda each: abs(each - place)):
            if text[begin : begin + 1].strip() and not text[max(begin - 2, 0) : begin].strip():
                return begin
        return None
