"""Find the tables of a text: cells parted by | or by tabs, and columns that were typed beside each other."""

import re
from collections.abc import Iterator, Sequence

from studypack.importing.readers.aligned import find_aligned
from studypack.importing.readers.side_by_side import Grid, find_columns, find_lists
from studypack.importing.readers.wrapped_cells import rows_of_lines

_CELLS = re.compile(r"(?<!\\)\|")
_BORDER = frozenset("|+:=-–—─━│┌┬┐├┼┤└┴┘ \t")
_RULE = re.compile("[-=–—─━]{2}")
_CORNERS = frozenset("|+│┼┬┴├")
_MOST_COLUMNS = 12
_TAB = 4
"""The indent, in columns, that a tab makes."""


def find_grids(lines: Sequence[str], indents: Sequence[int]) -> list[Grid]:
    """Return the tables among the lines of a text, which are without their indents."""
    found: list[Grid] = []
    for grid in [
        *_piped(lines, indents),
        *find_lists(lines, indents),
        *_tabbed(lines, indents),
        *find_aligned(lines, indents),
        *find_columns(lines, indents),
    ]:
        if all(grid.end <= other.start or other.end <= grid.start for other in found):
            found.append(grid)
    return sorted(found, key=lambda grid: grid.start)


def _piped(lines: Sequence[str], indents: Sequence[int]) -> Iterator[Grid]:
    at = 0
    while at < len(lines):
        start = at
        while at < len(lines) and _may_be_piped(lines[at], follows=at > start):
            at += 1
        run = lines[start:at]
        rows = [number for number, line in enumerate(run, start) if not _is_border(line)]
        if len(rows) > 1 or (rows and len(rows) < len(run)) or (rows and lines[rows[0]].startswith("|")):
            yield _grid_of(lines, indents, start, at, rows)
        at = max(at, start + 1)


def _may_be_piped(line: str, *, follows: bool) -> bool:
    if _is_border(line):
        return follows or line.startswith(("+", "|"))
    inner = line.strip("|│ ")
    return (
        line.startswith(("|", "│")) or " | " in inner or ("|" in inner and follows and not line.startswith(("-", "*")))
    )


def _is_border(line: str) -> bool:
    """Whether a line parts rows: |---|---| or +===+===+."""
    return bool(_RULE.search(line)) and _BORDER.issuperset(line) and not _CORNERS.isdisjoint(line)


def _grid_of(lines: Sequence[str], indents: Sequence[int], start: int, end: int, rows: Sequence[int]) -> Grid:
    """A table; where borders stand between all rows of more than one line, those lines are one row."""
    borders = [at for at in range(start, end) if at not in set(rows)]
    inner = [at for at in borders if rows[0] < at < rows[-1]]
    boxed = len(borders) > 2 and len(inner) > 1 and lines[borders[0]].startswith(("+", "┌"))
    are_open = not all(lines[at].startswith(("|", "│")) for at in rows)
    made: list[tuple[int, tuple[str, ...]]] = []
    for at in rows:
        cells = _split(lines[at])
        if are_open and indents[at] >= _TAB and lines[at].startswith(("|", "│")):
            cells = ("", *cells)
        if boxed and made and at - 1 in rows:
            before = made[-1]
            width = max(len(cells), len(before[1]))
            both = zip(_padded(before[1], width), _padded(cells, width), strict=True)
            made[-1] = (before[0], tuple(f"{one} {other}".strip() for one, other in both))
        else:
            made.append((at, cells))
    heads = 1 if inner and sum(at < inner[0] for at, _ in made) == 1 else 0
    return Grid(start, end, tuple(made), heads)


def _split(line: str) -> tuple[str, ...]:
    line = line.strip().replace("│", "|")
    line = line.removeprefix("|")
    if line.endswith("|") and not line.endswith("\\|"):
        line = line[:-1]
    return tuple(cell.strip().replace("\\|", "|") for cell in _CELLS.split(line))


def _padded(cells: Sequence[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]


def _tabbed(lines: Sequence[str], indents: Sequence[int]) -> Iterator[Grid]:
    """Two or more lines with tabs between words; one empty line may stand between two of them."""
    at = 0
    while at < len(lines):
        start = at
        rows = _tabbed_rows(lines, indents, start)
        at = rows[-1][0] + 1 if rows else at + 1
        whole = [cells for row, cells in rows if _has_tabs(lines[row])]
        if len(whole) < 2:
            continue
        if len({len(cells) for cells in whole}) > 1:  # as many tabs as it took to get there
            rows = _with_single_tabs([(row, cells) for row, cells in rows if _has_tabs(lines[row])])
            if len(rows[0][1]) == 2:
                continue  # find_columns takes what stands on the right alone, too
        width = max(len(cells) for _, cells in rows)
        if width > 1:
            padded = [(row, tuple(_padded(cells, width))) for row, cells in rows]
            yield Grid(start, at, tuple(rows_of_lines(padded, have_widths=False)), 0)


def _tabbed_rows(lines: Sequence[str], indents: Sequence[int], start: int) -> list[tuple[int, tuple[str, ...]]]:
    """The lines of a table with tabs, and those that its cells go on over, which may lack the tabs at their ends."""
    rows: list[tuple[int, tuple[str, ...]]] = []
    at = start
    while at < len(lines) and (
        _has_tabs(lines[at]) or (rows and _goes_on_in_cell(lines, indents[at] - indents[start], at))
    ):
        before = max(0, indents[at] - indents[start]) // _TAB
        rows.append((at, (*[""] * before, *(cell.strip() for cell in lines[at].split("\t")))))
        at += 1
        if at + 1 < len(lines) and not lines[at] and _has_tabs(lines[at + 1]):
            at += 1
    return rows


def _goes_on_in_cell(lines: Sequence[str], indent: int, at: int) -> bool:
    """Whether a line without tabs between words goes on with a cell: behind a tab, or between two rows."""
    if not lines[at][:1].islower() or "|" in lines[at]:
        return False
    return indent >= _TAB or (at + 1 < len(lines) and _has_tabs(lines[at + 1]))


def _with_single_tabs(cells: list[tuple[int, tuple[str, ...]]]) -> list[tuple[int, tuple[str, ...]]]:
    """The rows without empty cells, if they then have the same number of them, and no row needs one."""
    full = [(row, tuple(filter(None, each))) for row, each in cells]
    return full if len({len(each) for _, each in full}) == 1 else cells


def _has_tabs(line: str) -> bool:
    return "\t" in line and line.count("\t") < _MOST_COLUMNS and "|" not in line
