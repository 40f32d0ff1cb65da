"""Pipe tables, as GitHub and Pandoc write them."""

import re
from collections.abc import Iterator, Sequence

from studypack.model.blocks import Alignment, InTable, Place
from studypack.model.source_lines import Chunk, Line, MarkupError, chunk_of

_DASHES = re.compile(r"[ \t]*:?-+:?[ \t]*")
_CELL_END = re.compile(
    r"\\.|\{\{[^{}]{1,1000}\}\}|(?P<ticks>`{1,9})(?!`).{1,1000}?(?<!`)(?P=ticks)(?!`)|\$(?=[^\s\d])[^$]{1,1000}(?<=\S)\$(?!\d)"
    r"|(?P<bar>\|)"
)


def table_at(lines: Sequence[Line], at: int, place: Place) -> tuple[int, Iterator[Chunk]] | None:
    """Return the line after the table that begins at a line, and its cells; None if none does.

    It has a head, a line of dashes with as many cells, and rows up to a line without a bar.
    Raises MarkupError for a row with more cells than the head.
    """
    if at + 1 == len(lines) or "|" not in lines[at].text or "-" not in lines[at + 1].text:
        return None
    head, dashes = _cells(lines[at]), _cells(lines[at + 1])
    if len(head) != len(dashes) or not all(_DASHES.fullmatch(cell.text) for cell in dashes):
        return None
    end = next((n for n in range(at + 2, len(lines)) if "|" not in lines[n].text), len(lines))
    aligned = tuple(_alignment(cell.text.strip()) for cell in dashes)
    rows = [head]
    for line in lines[at + 2 : end]:
        rows.append(_cells(line))
        if len(rows[-1]) > len(head):
            extra = rows[-1][len(head)].stripped()
            message = f"this row has {len(rows[-1])} cells, and the head of its table {len(head)}"
            hint = r"take a cell out, give the head another one, or write \| for a bar that is to be printed"
            raise MarkupError(message, extra.start, hint, len(extra.text) or 1)
    start = lines[at].start
    return end, (
        chunk_of([cell.stripped()], (*place, InTable(start, row, column, aligned)))
        for row, cells in enumerate(rows)
        for column, cell in enumerate((*cells, *[Line("", start)] * (len(head) - len(cells))))
    )


def _cells(line: Line) -> list[Line]:
    """Return the cells of a row: a bar within a gap, code or a formula parts none, nor does one after a backslash."""
    text = line.text.rstrip()
    begin = len(text) - len(text.lstrip())
    begin += text[begin : begin + 1] == "|"
    cells = []
    for found in _CELL_END.finditer(text, begin):
        if found["bar"]:
            cells.append(Line(text[begin : found.start()], line.start + begin))
            begin = found.end()
    if text[begin:].strip():
        cells.append(Line(text[begin:], line.start + begin))
    return cells


def _alignment(dashes: str) -> Alignment:
    if not dashes.endswith(":"):
        return "left"
    return "center" if dashes.startswith(":") else "right"
