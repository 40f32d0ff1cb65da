"""PDFs, as best they can be read, always with a doubt: they have letters at places, no paragraphs and no lists."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain

import pypdfium2

from studypack.base import limits
from studypack.base.errors import ContentError, Problem
from studypack.importing.notes import Kind
from studypack.importing.readers.gathering import Gathering
from studypack.importing.readers.labels import split_label
from studypack.importing.readers.pdf_lines import BROKEN, PrintedLine, lines_of_page
from studypack.importing.readers.typed_lines import Line, read_lines

_LARGER = 1.12
"""A heading's letters, as a multiple of the others."""
_APART = 1.7
"""The leading from which on a line begins a paragraph, as a multiple of its letters' size."""
_INDENTED = 3
"""The columns from which on a line is an item: the bullets of some programs are drawings."""
_LONG = 0.6
"""The share of its column that a line has at least which goes on in small letters."""
_LONGEST_HEADING = 15
_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:page|p\.|seite)?\s*\d{1,4}\s*(?:(?:/|of|von)\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_FEWEST_REPEATS = 3
_HINT = "a PDF has no paragraphs and lists: compare the draft with it"


def read_pdf(data: bytes, gathering: Gathering) -> None:
    """Read the text of a PDF into the gathering. PDFium is not thread-safe: no other thread may call it meanwhile.

    Raises ContentError if it is damaged or protected, or has pictures of pages and no text.
    """
    pages = _pages_of(data, gathering)
    if not any(pages):
        hint = "have a program read its text (OCR), or type it, and save it as a .txt file"
        raise ContentError([Problem("this PDF has no text, only pictures of pages", hint, source=gathering.source)])
    for number, lines in enumerate(pages, start=1):
        if not lines:
            gathering.doubt(0, "", f"page {number} of the PDF has no text: is it a picture?")
    sizes = Counter[float]()
    for line in chain.from_iterable(pages):
        sizes[round(line.size, 1)] += len(line.text)
    joined = _joined(list(chain.from_iterable(_without_edges(pages, gathering))), sizes.most_common(1)[0][0])
    gathering.doubt(1, joined[0].body if joined else "", _HINT)
    read_lines(joined, gathering)


def _pages_of(data: bytes, gathering: Gathering) -> list[list[PrintedLine]]:
    pages = []
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            for page in pdf:
                limits.check_time()
                pages.append(lines_of_page(page.get_textpage(), page.get_width()))
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).casefold():
            message, hint = "this PDF is protected by a password", "open it, and print it into another PDF"
        else:
            message, hint = "this PDF is damaged: it cannot be read", "copy its text, and save that as a .txt file"
        raise ContentError([Problem(message, hint, source=gathering.source)]) from None
    return pages


def _without_edges(pages: Sequence[Sequence[PrintedLine]], gathering: Gathering) -> list[list[PrintedLine]]:
    """The pages without the numbers at their edges, and without heads and feet that most of them have."""
    edges = [(page[0], page[-1]) if len(page) > 1 else () for page in pages]
    often = Counter(key for ends in edges for key in {_DIGITS.sub("0", line.text) for line in ends})
    least = max(_FEWEST_REPEATS, len(pages) // 2)
    kept, told = [], set()
    for page, ends in zip(pages, edges, strict=True):
        out = []
        for line in ends:
            is_repeated = often[_DIGITS.sub("0", line.text)] >= least
            if is_repeated or _PAGE_NUMBER.fullmatch(" ".join(line.text.split())):
                out.append(line)
                if line.text not in told:
                    told.add(line.text)
                    why = "the head or foot of the pages" if is_repeated else "the number of a page"
                    gathering.leave_out(0, line.text, why)
        kept.append([line for line in page if line not in out])
    return kept


def _joined(lines: Sequence[PrintedLine], size: float) -> list[Line]:
    """The lines as paragraphs: one that was full goes on in the next."""
    made: list[Line] = []
    for at, line in enumerate(lines):
        before = lines[at - 1] if at else None
        is_large = line.size > size * _LARGER and len(line.text.split()) <= _LONGEST_HEADING
        if before and not is_large and _goes_on(before, line, made[-1]):
            made[-1] = made[-1]._replace(body=_glued(made[-1].body, line.text))
            continue
        number = made[-1].number + 1 if made else 1
        if before and _has_room(before, line):
            made.append(Line(number, 0, ""))
        is_item = line.indent >= _INDENTED and not split_label(line.text) and "\t" not in line.text
        kind = Kind.HEADING if is_large else Kind.ITEM if is_item else None
        made.append(Line(number, line.indent, line.text, kind))
    return made


def _has_room(before: PrintedLine, line: PrintedLine) -> bool:
    return before.column != line.column or before.bottom - line.top > (_APART - 1) * line.size


def _goes_on(before: PrintedLine, line: PrintedLine, paragraph: Line) -> bool:
    """Whether a line goes on with the one before, which is in a paragraph."""
    bold = before.text.startswith("**") and before.text.endswith("**")
    if bold or paragraph.kind is Kind.HEADING or split_label(line.text) or "\t" in before.text + line.text:
        return False
    if abs(before.size - line.size) > 1 or (line.indent > before.indent + 1 and not split_label(before.text)):
        return False
    letter = (before.right - before.left) / max(1, len(before.text))
    word = line.text.split(None, 1)[0]
    is_full = before.right + (len(word) + 1) * letter > before.margin
    reach = (before.right - before.left) / max(1, before.margin - before.left)
    is_full |= word[0].islower() and reach > _LONG and not before.text.endswith((".", "!", "?", ":", ";"))
    return is_full and (not _has_room(before, line) or (before.column != line.column and line.text[0].islower()))


def _glued(before: str, after: str) -> str:
    if before.endswith(BROKEN):
        return before[:-1] + after  # a word that was broken at the end of the line
    return before + ("" if before.endswith("-") and after[:1].islower() else " ") + after
