"""Tables as text: CSV and TSV of any dialect, and what Quizlet and Anki export."""

import csv
import html
import re
from collections import Counter

from studypack.base import limits
from studypack.importing.readers.encodings import decode_notes
from studypack.importing.readers.gathering import Gathering
from studypack.importing.readers.plain import lines_of
from studypack.importing.readers.typed_lines import read_lines

_SEPARATORS = "\t;,|"
_NAMED = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " "}
"""How Anki names them."""
_ANKI = re.compile(r"#(separator|html|columns|tags|(?:tags|notetype|deck|guid) column|notetype|deck|if matches):(.*)")
_EXCEL = re.compile(r"sep=(.)", re.IGNORECASE)
_TAG = re.compile(r"<(/?)(\w+)[^<>]{0,2000}>")
_SOUND = re.compile(r"\[sound:([^\]]{0,300})\]")
_CLOZE = re.compile(r"\{\{c\d+::(.{0,2000}?)(?:::(.{0,500}?))?\}\}")
_BLOCKS = frozenset(("br", "div", "p", "li", "ul", "ol", "tr", "td", "hr", "h1", "h2", "h3"))
_SAMPLE = 200
_LONGEST_ROW = 30
"""The lines of a row with a text in quotation marks; in more, one was most likely never closed."""

Row = tuple[int, list[str]]
"""The line that a row begins on, and its cells."""


def read_columns(data: bytes, gathering: Gathering) -> None:
    """Read a table of text into the gathering. Raises ContentError if the bytes are no text."""
    text = decode_notes(data, gathering.source)
    lines = text.split("\n")
    said, start = _head_lines(lines, gathering)
    named = said.get("separator", "").strip()
    separator = _NAMED.get(named.casefold(), named if len(named) == 1 else "") or _separator_of(lines[start:])
    if not separator:
        gathering.leave_out(1, said.get("columns", ""), "what Anki says of the file")
        read_lines([line for line in lines_of(text) if line.number > start], gathering)
        return
    rows = _rows_of(lines, start, separator, gathering)
    if separator == "\t":
        rows = _with_broken_rows(rows)
    heads = 0
    if columns := said.get("columns"):
        rows, heads = [(1, columns.split(separator)), *rows], 1
    if "html" in said:
        rows = _of_anki(rows, said, gathering)
    gathering.add_table(rows, heads)


def is_exported_by_anki(data: bytes) -> bool:
    """Return whether a text begins with the head lines of Anki's export."""
    return bool(_ANKI.match(data[:200].decode("utf-8", "replace").lstrip("\ufeff")))


def _head_lines(lines: list[str], gathering: Gathering) -> tuple[dict[str, str], int]:
    """What the first lines say of the file, and the line on which the table begins, from 0."""
    said: dict[str, str] = {}
    for at, line in enumerate(lines):
        if found := _ANKI.fullmatch(line):
            is_first = found[1] == "columns" and found[1] not in said
            said.setdefault(found[1], found[2])
            gathering.leave_out(at + 1, "columns" if is_first else line, "what Anki says of the file")
        elif found := _EXCEL.fullmatch(line):
            said["separator"] = found[1]
            gathering.leave_out(at + 1, line, "what Excel says of the file")
        else:
            return said, at
    return said, len(lines)


def _separator_of(lines: list[str]) -> str:
    """The separator that most lines have, and as many times each; empty if there is none."""
    sample = [line for line in lines[:_SAMPLE] if line.strip()]
    best, most = "", 0.5
    for separator in _SEPARATORS:
        counts = Counter(len(_parsed_line(line, separator)) for line in sample)
        if separator == "\t":
            share = sum(many for cells, many in counts.items() if cells > 1) / max(1, len(sample))
        else:
            del counts[1]
            share = max(counts.values(), default=0) / max(1, len(sample))
        if share > most:
            best, most = separator, share
    return best


def _parsed_line(line: str, separator: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=separator, skipinitialspace=True), [])
    except csv.Error:
        return line.split(separator)


def _rows_of(lines: list[str], start: int, separator: str, gathering: Gathering) -> list[Row]:
    """The rows of the table; where a quotation mark is never closed, the line is a row."""
    counts = Counter(len(_parsed_line(line, separator)) for line in lines[start : start + _SAMPLE])
    width = max(counts, key=lambda width: counts[width], default=0)
    rows: list[Row] = []
    at = start
    while at < len(lines):
        limits.check_time()
        cells, taken = _row_at(lines, at, separator)
        by_hand = lines[at].split(separator)
        if not cells or (taken > 1 and len(cells) != width == len(by_hand)):
            if cells or lines[at].count('"') % 2:
                gathering.doubt(at + 1, lines[at], "a quotation mark is not closed here: the line was taken as a row")
            cells, taken = by_hand, 1
        if any(cell.strip() for cell in cells):
            rows.append((at + 1, cells))
        at += taken
    return rows


def _row_at(lines: list[str], at: int, separator: str) -> tuple[list[str], int]:
    """The cells of the row that begins on a line, and how many lines it takes; no cells if its quotation marks are no
    pairs.
    """
    few = (line + "\n" for line in lines[at : at + _LONGEST_ROW])
    reader = csv.reader(few, delimiter=separator, skipinitialspace=True, strict=True)
    try:
        return next(reader, []), reader.line_num
    except csv.Error:
        return [], 1


def _with_broken_rows(rows: list[Row]) -> list[Row]:
    """The rows, with those of one cell as the end of the last cell before them: Quizlet breaks long meanings so."""
    if not rows or max(Counter(len(cells) for _, cells in rows).items(), key=lambda item: item[1])[0] < 2:
        return rows
    made: list[Row] = []
    for number, cells in rows:
        if len(cells) == 1 and made:
            made[-1][1][-1] += "\n" + cells[0]
        else:
            made.append((number, cells))
    return made


def _of_anki(rows: list[Row], said: dict[str, str], gathering: Gathering) -> list[Row]:
    """The rows without Anki's own columns, tags and marks."""
    own = {int(value) - 1 for name, value in said.items() if name.endswith("column") and value.strip().isdecimal()}
    made: list[Row] = []
    for number, cells in rows:
        for at in own & set(range(len(cells))):
            gathering.leave_out(number, cells[at], "Anki's own column")
        kept = [cell for at, cell in enumerate(cells) if at not in own]
        if said["html"].strip() == "true":
            kept = [_without_marks(number, cell, gathering) for cell in kept]
        made.append((number, kept))
    return made


def _without_marks(number: int, cell: str, gathering: Gathering) -> str:
    for sound in _SOUND.findall(cell):
        gathering.leave_out(number, sound, "a sound")
    for _, hint in _CLOZE.findall(cell):
        gathering.leave_out(number, hint, "the hint of a gap")
    cell = _CLOZE.sub(r"\1", _SOUND.sub("", cell))
    cell = _TAG.sub(lambda tag: "\n" if tag[2].casefold() in _BLOCKS else "", cell)
    return html.unescape(cell)
