"""Find the tables of a text: cells parted by | or by tabs, or that stand below each other; and lists side by side."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studypack.importing.readers.labels import without_bullet

_CELLS = re.compile(r"(?<!\\)\|")
_BORDER = frozenset("|+:=-–—─━│┌┬┐├┼┤└┴┘ \t")
_RULE = re.compile("[-=–—─━]{2}")
_CORNERS = frozenset("|+│┼┬┴├")
_GAP = re.compile(r"(?<=\S)\s{3,}(?=\S)")
_ROOM = re.compile(r"(?<=\S)(?:\t\s*|\s{2,})(?=\S)")
"""What parts two texts on one line, where bullets say that there are two."""
_FEWEST_ALIGNED = 3
_FEWEST_DOUBLE = 2
_LONGEST_NAME = 8
"""The words of the name over a list."""
_WIDEST = 200
"""Lines that are longer are paragraphs."""
_MOST_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, and the lines that it stands on."""

    start: int
    end: int
    """The lines from `start` up to, not including, `end`; both from 0."""
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    """The line of each row, from 0, and its cells."""
    heads: int
    """How many of the first rows name the columns."""
    are_lists: bool = False
    """Whether each column is a list for itself: what stands on one line does not belong together."""


def find_grids(lines: Sequence[str], indents: Sequence[int]) -> list[Grid]:
    """Return the tables among the lines of a text, which are without their indents."""
    found: list[Grid] = []
    for grid in [*_piped(lines), *_side_by_side(lines, indents), *_tabbed(lines), *_aligned(lines, indents)]:
        if all(grid.end <= other.start or other.end <= grid.start for other in found):
            found.append(grid)
    return sorted(found, key=lambda grid: grid.start)


def _piped(lines: Sequence[str]) -> Iterator[Grid]:
    at = 0
    while at < len(lines):
        start = at
        while at < len(lines) and _may_be_piped(lines[at], follows=at > start):
            at += 1
        run = lines[start:at]
        rows = [number for number, line in enumerate(run, start) if not _is_border(line)]
        if len(rows) > 1 or (rows and len(rows) < len(run)) or (rows and lines[rows[0]].startswith("|")):
            yield _grid_of(lines, start, at, rows)
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


def _grid_of(lines: Sequence[str], start: int, end: int, rows: Sequence[int]) -> Grid:
    """A table; where borders stand between all rows of more than one line, those lines are one row."""
    borders = [at for at in range(start, end) if at not in set(rows)]
    inner = [at for at in borders if rows[0] < at < rows[-1]]
    boxed = len(borders) > 2 and len(inner) > 1 and lines[borders[0]].startswith(("+", "┌"))
    made: list[tuple[int, tuple[str, ...]]] = []
    for at in rows:
        cells = _split(lines[at])
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


def _side_by_side(lines: Sequence[str], indents: Sequence[int]) -> Iterator[Grid]:
    """Two lists with bullets typed beside each other, with their names over them or none."""
    at = 0
    while at < len(lines):
        start = at
        rows: list[tuple[int, tuple[str, ...]]] = []
        places: list[int] = []
        while at < len(lines) and (cells := _two_items(lines[at], indents[at], places)):
            rows.append((at, cells))
            at += 1
        if len(places) >= _FEWEST_DOUBLE:
            names = next((each for each in (start - 1, start - 2) if each >= 0 and lines[each]), None)
            heads = [] if names is None else [cell.strip() for cell in _ROOM.split(lines[names])]
            if names is not None and len(heads) == 2 and all(len(head.split()) <= _LONGEST_NAME for head in heads):
                yield Grid(names, at, ((names, (heads[0], heads[1])), *rows), 1, are_lists=True)
            else:
                yield Grid(start, at, tuple(rows), 0, are_lists=True)
        at = max(at, start + 1)


def _two_items(line: str, indent: int, places: list[int]) -> tuple[str, str] | None:
    """The items on a line of two lists, one of which may have ended; `places` are the columns of the right ones."""
    if not _is_item(line) or len(line) >= _WIDEST:
        return None
    room = next((each for each in _ROOM.finditer(line) if _is_item(line[each.end() :])), None)
    if room:
        places.append(indent + room.end())
        return line[: room.start()], line[room.end() :]
    if not places:
        return None
    return ("", line) if indent * 2 > places[-1] else (line, "")


def _is_item(text: str) -> bool:
    return without_bullet(text) != text


def _tabbed(lines: Sequence[str]) -> Iterator[Grid]:
    """Two or more lines with tabs between words; one empty line may stand between two of them."""
    at = 0
    while at < len(lines):
        start, rows = at, [at]
        if not _has_tabs(lines[at]):
            at += 1
            continue
        while True:
            following = next((each for each in (at + 1, at + 2) if each < len(lines) and lines[each]), None)
            if following is None or not _has_tabs(lines[following]):
                break
            at = following
            rows.append(at)
        at += 1
        if len(rows) > 1:
            cells = [(row, tuple(cell.strip() for cell in lines[row].split("\t"))) for row in rows]
            width = max(len(row) for _, row in cells)
            yield Grid(start, at, tuple((row, tuple(_padded(each, width))) for row, each in cells), 0)


def _has_tabs(line: str) -> bool:
    return "\t" in line and line.count("\t") < _MOST_COLUMNS and "|" not in line


def _aligned(lines: Sequence[str], indents: Sequence[int]) -> Iterator[Grid]:
    """Three or more lines with two columns parted by blanks, the right ones below each other."""
    at = 0
    while at < len(lines):
        start, place = at, _second_column(lines[at], indents[at])
        rows: list[tuple[int, tuple[str, ...]]] = []
        while place and at < len(lines) and lines[at]:
            cells = _cells_at(lines[at], indents[at], place)
            if not cells:
                break
            rows.append((at, cells))
            at += 1
        if len(rows) >= _FEWEST_ALIGNED and sum(bool(cells[1]) for _, cells in rows) > len(rows) // 2:
            yield Grid(start, at, tuple(rows), 0)
        else:
            at = start + 1


def _second_column(line: str, indent: int) -> int:
    """The column at which the second of two texts begins; 0 if a line has not two."""
    gaps = list(_GAP.finditer(line)) if len(line) < _WIDEST else []
    return gaps[0].end() + indent if len(gaps) == 1 else 0


def _cells_at(line: str, indent: int, place: int) -> tuple[str, str] | None:
    """The texts to the left and the right of a column; None if a text goes across it."""
    if len(line) >= _WIDEST:
        return None
    whole = " " * indent + line
    left, right = whole[:place], whole[place:]
    if left.strip() and right and not left.endswith("  "):
        return None
    return (left.strip(), right.strip()) if not right.startswith(" ") and (left.strip() or right) else None
