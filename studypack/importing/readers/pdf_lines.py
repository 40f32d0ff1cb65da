"""From the letters on a page of a PDF to its lines, in the order of reading: across columns, if it has any."""

import ctypes
import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pypdfium2 import PdfTextPage, raw

from studypack.base.record import record
from studypack.importing.readers.document import mark_bold
from studypack.importing.readers.labels import split_label

BROKEN = "\x02"
"""PDFium's sign for the hyphen of a word that goes on in the next line."""
_BOLD = (b"bold", b"black", b"heavy", b"semib", b"demi")
_JUMP = 0.85
"""The blank between two letters that parts columns or cells, as a multiple of the letters' height."""
_FEWEST_LINES = 5
"""The lines that a column has at least."""
_FEW = 0.15
"""The share of lines that may go across the gutter between two columns: titles over both."""
_SHORT_NAMES = 22
"""The mean number of characters of a left column that has names for what stands beside them."""
_FEWEST_FULL = 4
_RAGGED = 0.08
"""So many lines end within this share of a column's width from its right edge, if it is one."""
_STEP = 3
"""In points: how exactly a gutter is looked for."""


class Letter(NamedTuple):
    """A letter with its place, in points from the bottom left of the page."""

    char: str
    left: float
    right: float
    bottom: float
    top: float
    is_bold: bool


class Fragment(NamedTuple):
    """Letters beside each other, on one line."""

    runs: tuple[tuple[str, bool], ...]
    left: float
    right: float
    bottom: float
    top: float

    @property
    def size(self) -> float:
        """Return the height of its letters, in points."""
        return self.top - self.bottom


@record
class PrintedLine:
    """A line of a column; places are in points from the bottom left of the page."""

    text: str
    """Its words, bold ones between **; a tab between two that stand far apart."""
    indent: int
    """In columns of about half of a letter's height."""
    left: float
    right: float
    bottom: float
    top: float
    margin: float
    """The right edge of its column, up to which its lines may go."""
    column: int
    """Columns of one page have different numbers."""

    @property
    def size(self) -> float:
        """Return the height of its letters, in points."""
        return self.top - self.bottom


def lines_of_page(page: PdfTextPage, width: float) -> list[PrintedLine]:
    """Return the lines of a page of a width in points, in the order of reading: two columns one after the other."""
    fragments = list(_fragments(page))
    margin = width - min((each.left for each in fragments), default=0.0)
    gutter = _gutter_of(fragments)
    if not gutter:
        return _lines(fragments, 0, margin)
    found: list[PrintedLine] = []
    across = sorted((each for each in fragments if each.left < gutter < each.right), key=lambda each: -each.top)
    bottoms = [*(each.bottom for each in across), -math.inf]
    for title, above, below in zip([None, *across], [math.inf, *bottoms], bottoms, strict=False):
        band = [each for each in fragments if each not in across and below <= each.bottom < above]
        found += _lines([title] if title else [], 0, margin)
        found += _lines([each for each in band if each.right <= gutter], 1, gutter)
        found += _lines([each for each in band if each.left >= gutter], 2, margin)
    return found


def _letters(page: PdfTextPage) -> Iterator[Letter | None]:
    """Yield the letters as they are drawn; None where PDFium sees the end of a line."""
    box, flags = raw.FS_RECTF(), ctypes.c_int()
    name = ctypes.create_string_buffer(128)
    is_bold, before = False, " "
    for at in range(page.count_chars()):
        code = raw.FPDFText_GetUnicode(page.raw, at)
        char = chr(code) if code < 0x110000 else "\ufffd"
        if char in "\r\n":
            yield None
        elif char != "\0" and raw.FPDFText_GetLooseCharBox(page.raw, at, box):
            if before.isspace():  # bold begins and ends with words
                raw.FPDFText_GetFontInfo(page.raw, at, name, len(name), flags)
                is_bold = any(each in name.value.lower() for each in _BOLD)
            yield Letter(char, box.left, box.right, box.bottom, box.top, is_bold)
        before = char


def _fragments(page: PdfTextPage) -> Iterator[Fragment]:
    letters: list[Letter] = []
    for letter in _letters(page):
        if letter is None or (letters and _is_apart(letters[-1], letter)):
            yield from _fragment(letters)
            letters = []
        if letter is not None:
            letters.append(letter)
    yield from _fragment(letters)


def _is_apart(before: Letter, letter: Letter) -> bool:
    if BROKEN in (before.char, letter.char):
        return False
    size = max(before.top - before.bottom, 1.0)
    on_line = before.bottom < (letter.top + letter.bottom) / 2 < before.top
    on_line |= letter.bottom < (before.top + before.bottom) / 2 < letter.top
    return not on_line or letter.left - before.right > _JUMP * size or letter.right < before.left - size


def _fragment(letters: Sequence[Letter]) -> Iterator[Fragment]:
    seen = [letter for letter in letters if not letter.char.isspace() and letter.char != BROKEN]
    if seen:
        middle = sorted(seen, key=lambda letter: letter.top - letter.bottom)[len(seen) // 2]
        runs = tuple((letter.char, letter.is_bold) for letter in letters)
        left, right = min(each.left for each in seen), max(each.right for each in seen)
        yield Fragment(runs, left, right, middle.bottom, middle.top)


def _gutter_of(fragments: Sequence[Fragment]) -> float:
    """The middle of the room between two columns, from the left of the page; 0 if there are none."""
    if len(fragments) < 2 * _FEWEST_LINES:
        return 0
    left, right = min(each.left for each in fragments), max(each.right for each in fragments)
    found: dict[int, list[float]] = {}
    for step in range(int((right - left) * 0.25), int((right - left) * 0.75), _STEP):
        place = left + step
        before = [each for each in fragments if each.right <= place]
        behind = [each for each in fragments if each.left >= place]
        if min(len(before), len(behind)) >= _FEWEST_LINES and not _has_names(before, behind):
            found.setdefault(len(fragments) - len(before) - len(behind), []).append(place)
    least = min(found, default=len(fragments))
    return found[least][len(found[least]) // 2] if least < _FEW * len(fragments) else 0


def _has_names(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Whether the left column has a name for each line of the right one: then they are rows."""
    beside = sum(any(abs(each.bottom - other.bottom) < 2 for other in right) for each in left)
    mean = sum(len(each.runs) for each in left) / len(left)
    return mean < _SHORT_NAMES and beside > 0.8 * len(left)


def _lines(fragments: Sequence[Fragment], column: int, margin: float) -> list[PrintedLine]:
    """The lines of one column, from the top. It ends where several lines end, or else at the margin of the page."""
    rows: list[list[Fragment]] = []
    for each in sorted(fragments, key=lambda each: -each.top):
        middle = (each.top + each.bottom) / 2
        row = next((row for row in rows[-3:] if row[0].bottom < middle < row[0].top), None)
        if row is None:
            rows.append([each])
        else:
            row.append(each)
    left = min((each.left for each in fragments), default=0.0)
    right = max((each.right for each in fragments), default=0.0)
    full = sum(each.right > right - _RAGGED * (right - left) for each in fragments)
    margin = right if full >= _FEWEST_FULL else max(margin, right)
    return [_line(sorted(row, key=lambda each: each.left), left, margin, column) for row in rows]


def _line(row: Sequence[Fragment], left: float, margin: float, column: int) -> PrintedLine:
    runs = list(row[0].runs)
    for before, each in pairwise(row):
        runs.append(("\t" if each.left - before.right > _JUMP * before.size else " ", False))
        runs += each.runs
    largest = max(row, key=lambda each: len(each.runs))
    indent = round((row[0].left - left) / (largest.size * 0.5)) if largest.size > 1 else 0
    right = max(each.right for each in row)
    text = mark_bold(runs).strip()
    if label := split_label(text):
        text = f"{label.label} {label.rest}"  # no tab between them
    return PrintedLine(text, indent, row[0].left, right, largest.bottom, largest.top, margin, column)
