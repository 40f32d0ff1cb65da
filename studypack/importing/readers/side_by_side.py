"""Find what was typed beside each other in a text: two lists with bullets, or two columns parted by blanks or tabs."""

import re
from collections.abc import Iterator, Sequence
from statistics import median

from studypack.base.record import record
from studypack.importing.readers.labels import without_bullet
from studypack.importing.readers.wrapped_cells import rows_of_lines

_ROOM = re.compile(r"(?<=\S)(?:\t\s*|\s{2,})(?=\S)")
"""What parts two texts on one line, where bullets say that there are two."""
_GAP = re.compile(r"(?<=\S)(?:\t\s*|\s{3,})(?=\S)")
"""What parts two columns."""
_FEWEST_DOUBLE = 2
_FEWEST_ROWS = 3
"""The rows with two texts of columns that blanks part."""
_MOST_LINES = 2_000
_SAMPLE = 50
"""The rows that tell where the right column stands."""
_TOLD = 8
"""The rows after which it is told whether there are columns."""
_NEAR = 2
"""The columns that texts below each other may be apart."""
_STRAIGHT = 0.6
"""The share of rows whose right texts stand below each other."""
_RIGHT = 0.6
"""Where a text of the right column alone begins at least, as a share of the place of the others."""
_TABS = 8
"""The indent, in columns, of a text that stands on the right behind tabs alone."""
_LONGEST_NAME = 8
"""The words of the name over a list."""
_WIDEST = 200
"""Lines that are longer are paragraphs."""


@record
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


def find_lists(lines: Sequence[str], indents: Sequence[int]) -> Iterator[Grid]:
    """Yield two lists with bullets that stand beside each other, with their names over them or none."""
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


def find_columns(lines: Sequence[str], indents: Sequence[int]) -> Iterator[Grid]:
    """Yield two columns that blanks or tabs part; a blank line may stand between rows, and a cell may be empty."""
    at = 0
    while at < len(lines):
        grid = _columns_from(lines, indents, at) if len(_texts(lines[at])) == 2 else None
        if grid:
            yield grid
        at = grid.end if grid else at + 1


def _texts(line: str) -> list[str]:
    return _GAP.split(line) if line and len(line) < _WIDEST and "|" not in line else []


def _columns_from(lines: Sequence[str], indents: Sequence[int], start: int) -> Grid | None:
    """The columns that begin on a line; None if there are none."""
    rows: list[tuple[int, tuple[str, str]]] = []
    places: list[int] = []
    tabs = 0
    for at in range(start, min(len(lines), start + _MOST_LINES)):
        if not lines[at]:
            if not lines[at - 1]:
                break
            continue
        gap = _GAP.search(lines[at])
        cells = _cells(lines[at], indents[at], places, tabs > 0, follows=bool(lines[at - 1]) if at else False)
        if not cells:
            break
        if gap:
            places.append(indents[at] + gap.end())
            tabs += "\t" in gap.group()
            if len(places) == _TOLD and not tabs and not _are_straight(places):
                return None
        rows.append((at, cells))
    is_apart = len(rows) > 1 and rows[1][0] - start > 1
    if is_apart and any(map(str.isdigit, lines[start])):  # Year 10     12/03/24, over the columns
        return None
    if are_tabbed := tabs * 2 > len(places):
        is_straight = len(places) >= _FEWEST_DOUBLE
    else:
        is_straight = len(places) >= _FEWEST_ROWS and _are_straight(places)
    return (
        Grid(start, rows[-1][0] + 1, tuple(rows_of_lines(rows, have_widths=not are_tabbed)), 0) if is_straight else None
    )


def _are_straight(places: Sequence[int]) -> bool:
    middle = _middle(places)
    return sum(abs(place - middle) <= _NEAR for place in places) >= _STRAIGHT * len(places)


def _middle(places: Sequence[int]) -> float:
    return median(places[:_SAMPLE])


def _cells(line: str, indent: int, places: Sequence[int], has_tabs: bool, *, follows: bool) -> tuple[str, str] | None:
    """The texts of a row; `places` are those of the right ones before, `follows` says that no blank line stands above.

    None if a line is none of such a row.
    """
    texts = _texts(line)
    if len(texts) == 2:
        return texts[0], texts[1]
    if len(texts) != 1 or not places:
        return None
    if indent >= (_TABS if has_tabs else _RIGHT * _middle(places)):
        return "", line
    return (line, "") if follows and len(line) + indent < _middle(places) else None
