"""Rows of a typed table whose cells go on over several lines: which lines make one row."""

from collections.abc import Sequence
from itertools import pairwise

from studypack.importing.readers.labels import without_bullet

Row = tuple[int, tuple[str, ...]]
"""The line that a row begins on, from 0, and its cells."""

_NARROW = 12
"""A cell that is shorter says nothing by being full."""
_FEWEST_APART = 3
"""The rows between which blank lines or rules have to stand, if they are to part all rows."""
_TOLD = 3
"""The lines that tell whether cells begin with capitals."""
_OPEN = frozenset(
    "a about an and as at but by for from in into is of on or over than that the to under was were with".split()  # noqa: SIM905
)
"""Words that end no text."""
_STOPS = (".", "!", "?")


def rows_of_lines(lines: Sequence[Row], ruled: int = 0, *, have_widths: bool = True) -> list[Row]:
    """Return the rows of a table, from its lines that have words; other lines stand between them.

    `ruled` is how many of the first ones stand above a rule: they are one row, the names of the columns. Columns that
    tabs part have no widths.
    """
    habits = _Habits(lines, have_widths)
    made: list[Row] = []
    for at, (number, cells) in enumerate(lines):
        is_apart = at and number - lines[at - 1][0] > 1
        if at and not is_apart and (at < ruled or habits.goes_on(lines[at - 1][1], cells)):
            start, before = made[-1]
            both = zip(before, cells, strict=True)
            made[-1] = start, tuple(f"{one} {other}".strip() for one, other in both)
        else:
            made.append((number, cells))
    return made


class _Habits:
    """How the cells of a table are written: how wide, with what letters they begin, and what parts its rows."""

    def __init__(self, lines: Sequence[Row], have_widths: bool) -> None:
        columns = zip(*(cells for _, cells in lines), strict=True)
        self._widths = [max(map(len, column)) if have_widths else len(" ".join(column)) for column in columns]
        begun = [without_bullet(cell) for _, cells in lines[:_TOLD] for cell in cells if cell]
        self._are_capital = have_widths and sum(each[:1].islower() for each in begun) * 2 < len(begun)
        """Whether a small letter tells that a cell goes on: not in notes that have no capitals."""
        apart = [below[0] - above[0] > 1 for above, below in pairwise(lines)]
        self._are_apart = sum(apart) >= _FEWEST_APART - 1 and not all(apart)
        """Whether blank lines or rules part the rows, and there is a row of several lines, or they part groups."""

    def goes_on(self, above: Sequence[str], cells: Sequence[str]) -> bool:
        """Whether a line goes on with the one above it."""
        written = [at for at, cell in enumerate(cells) if cell]
        if any(without_bullet(cells[at]) != cells[at] for at in written):
            return False
        if self._are_apart and len(written) < len(cells) and all(cells[at][0].isdigit() for at in written):
            return True
        on = [at for at in written if above[at] and self._leads_on(above[at], cells[at])]
        full = [at for at in written if at not in on and self._is_full(at, above[at], cells[at])]
        if self._are_apart:
            return bool(on or full)
        if not cells[0] and len(cells) > 2:
            return True
        return len(on) + len(full) == len(written) and bool(on or (full and len(written) < len(cells)))

    def _leads_on(self, above: str, cell: str) -> bool:
        """Whether a cell goes on with the one above, by how that ends or this begins."""
        last = above.rsplit(None, 1)[-1]
        is_small = self._are_capital and cell[:1].islower() and not above.endswith(_STOPS)
        return is_small or last in _OPEN or last.endswith((",", "&", "(", "/", "–"))

    def _is_full(self, at: int, above: str, cell: str) -> bool:
        """Whether the first word of a cell would have gone over the width of its column in the line above."""
        return len(above) >= _NARROW and len(above) + 1 + len(cell.split(None, 1)[0]) > self._widths[at]
