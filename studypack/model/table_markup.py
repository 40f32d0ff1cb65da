"""Pipe tables, as GitHub and Pandoc write them."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress

from studypack.model.blocks import Alignment, InTable, Place
from studypack.model.formula_markup import formula_at
from studypack.model.gap_markup import end_of_gap
from studypack.model.source_lines import Chunk, Line, MarkupError, chunk_of

_DASHES = re.compile(r"[ \t]*:?-+:?[ \t]*")
_SIGN = re.compile(r"\\.|\{\{|(?P<ticks>`+)|\$|(?P<bar>\|)")
"""What parts cells, and what may hide a bar."""


def table_at(lines: Sequence[Line], at: int, place: Place) -> tuple[int, Iterator[Chunk]] | None:
    """Return the line after the table that begins at a line, and its cells; None if none does.

    It has a head, a line of dashes with as many cells, and rows up to a line without a bar.
    Raises MarkupError for a row with more cells than the head.
    """
    if at + 1 == len(lines) or "|" not in lines[at].text or "-" not in lines[at + 1].text:
        return None
    head, dashes = _cells(lines[at]), _cells(lines[at + 1])
    is_parted = len(head) > 1 or lines[at].text.lstrip().startswith("|")
    if not is_parted or len(head) != len(dashes) or not all(_DASHES.fullmatch(cell.text) for cell in dashes):
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
    cells, at = [], begin
    while found := _SIGN.search(text, at):
        at = found.end()
        if found["bar"]:
            cells.append(Line(text[begin : found.start()], line.start + begin))
            begin = at
        else:
            at = _end_of_sign(text, found)
    if text[begin:].strip():
        cells.append(Line(text[begin:], line.start + begin))
    return cells


def _end_of_sign(text: str, found: re.Match[str]) -> int:
    """Return the index after a gap, code, or a formula that begins with a sign; after the sign if none does."""
    if found["ticks"]:
        closing = re.compile(rf"(?<!`){found['ticks']}(?!`)").search(text, found.end())
        return closing.end() if closing else found.end()
    if found.group() == "{{":
        return max(end_of_gap(text, found.end()), found.end())
    if found.group() == "$":
        with suppress(MarkupError):  # it is told where the cell is read
            formula = formula_at(text, found.start())
            return formula.end if formula else found.end()
    return found.end()


def _alignment(dashes: str) -> Alignment:
    if not dashes.endswith(":"):
        return "left"
    return "center" if dashes.startswith(":") else "right"
