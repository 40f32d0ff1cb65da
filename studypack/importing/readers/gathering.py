"""Gather the lines of a file of notes: their words made clean, each in one place."""

import re
from collections.abc import Iterable, Sequence

from studypack.base import limits
from studypack.base.characters import SPACES, find_excess_marks, normalise
from studypack.base.errors import ContentError, Problem
from studypack.base.wording import pluralise
from studypack.importing.notes import Doubt, DoubtKind, Kind, LeftOut, NoteLine, Notes
from studypack.reading.decode import EXCESS_MARKS

_BLANKS = re.compile(rf"[\s\x00-\x1f\x7f-\x9f{SPACES}]+")
"""Blanks of every kind, with control characters, which no page shows."""
_LOST = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""Halves of characters and code points that are none; no YAML file may have them."""
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|(?<=[.!?]['\"”’)])\s+")
_DIGIT = re.compile(r"\d")
_NAME_WORDS = 4
"""The words of the name of a column."""
_LONGER = 1.5
"""How much longer than its name all cells of a column are, if only their lengths tell that it is one."""
_FEW_ROWS = 2
_SHOWN = 80
"""The characters that a doubt shows of a long text."""
_LONG_TEXT = limits.CHARACTERS // 2
"""The characters of a line from which on it is read as several: a text of the draft is no longer than twice as much."""


def clean(text: str) -> str:
    """Return the text in Unicode's composed form, on one line, with single blanks and no character that is not seen."""
    return _LOST.sub("\ufffd", _BLANKS.sub(" ", normalise(text))).strip()


class Gathering:
    """The lines of one file as they are read, with what is left out and what its reader could not be sure of."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.lines: list[NoteLine] = []
        self.left_out: list[LeftOut] = []
        self.doubts: list[Doubt] = []
        self._tables = 0

    def add(self, number: int, kind: Kind, text: str, *, depth: int = 0, label: str = "") -> None:
        """Add a line, if it has words; one that is too long for a text of a pack is added as several."""
        words, label = self._without_endless(number, clean(text)), clean(label)
        if not words.strip("* "):
            self.leave_out(number, label if any(map(str.isalnum, label)) else "", "a number without words")
            return
        if len(words) > _LONG_TEXT:
            self.doubt(number, words, "the line is too long for one text, and was cut where sentences end")
        for part in _pieces(words):
            self.lines.append(NoteLine(number, kind, part, depth, label))
            self._check_count()
            label = ""

    def add_table(self, rows: Iterable[tuple[int, Sequence[str]]], heads: int = 0) -> None:
        """Add the rows of one table, each with its number; the first `heads` of them name the columns."""
        self._tables += 1
        cleaned = [(number, [self._without_endless(number, clean(cell)) for cell in cells]) for number, cells in rows]
        cleaned = _without_empty(cleaned)
        heads = heads or _names_columns([cells for _, cells in cleaned])
        for at, (number, cells) in enumerate(cleaned):
            if at < heads:
                cells[:] = [cell.replace("**", "") for cell in cells]
            text = " ".join(cell for cell in cells if cell)
            if len(text) > _LONG_TEXT:
                for cell in cells:
                    self.add(number, Kind.PARAGRAPH, cell)
            elif text:
                row = NoteLine(number, Kind.ROW, text, 0, "", tuple(cells), self._tables, at < heads)
                self.lines.append(row)
                self._check_count()

    def leave_out(self, number: int, text: str, why: str) -> None:
        """List a text as left out, if it has any; `why` is a few words."""
        if words := clean(text.replace("**", "")):
            self.left_out.append(LeftOut(number, words, why))

    def doubt(self, number: int, text: str, hint: str) -> None:
        """Note what the reader could not be sure of; `text` is cut to its first words."""
        words = clean(text.replace("**", ""))
        self.doubts.append(
            Doubt(max(1, number), DoubtKind.STRUCTURE, words if len(words) < 80 else words[:79] + "…", hint)
        )

    def notes(self) -> Notes:
        """Return what was gathered. Raises ContentError if there is no line, or a letter with too many accents."""
        if not self.lines:
            raise ContentError([Problem("there are no words in this file", _WAY_OUT, source=self.source)])
        for line in self.lines:
            if find_excess_marks(line.text) is not None:
                raise ContentError([Problem(*EXCESS_MARKS, source=self.source, line=line.number)])
        return Notes(self.source, tuple(self.lines), tuple(self.left_out), tuple(self.doubts))

    def _check_count(self) -> None:
        limits.check_time()
        if len(self.lines) > limits.NOTE_LINES:
            message = f"these notes have more than {limits.NOTE_LINES:,} {pluralise(limits.NOTE_LINES, 'line')}"
            raise ContentError(
                [Problem(message, "one file holds one topic: split it into several", source=self.source)]
            )

    def _without_endless(self, number: int, text: str) -> str:
        """The text without words that are too long for any page, which are left out."""
        if len(text) <= limits.WORD:
            return text
        words = text.split(" ")
        for word in words:
            if len(word) > limits.WORD:
                self.leave_out(number, word, "no word is as long")
        return " ".join(word for word in words if len(word) <= limits.WORD)


def _without_empty(rows: Sequence[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """The rows that have words, without columns that are empty from top to bottom between others."""
    width = max((len(cells) for _, cells in rows), default=0)
    full = [at for at in range(width) if any(at < len(cells) and cells[at] for _, cells in rows)]
    return [(number, [cells[at] for at in full if at < len(cells)]) for number, cells in rows if any(cells)]


def _names_columns(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names the columns, as far as forms tell: it has short cells, no numbers, and below one of
    them there are numbers alone, or below each of them only longer texts.
    """
    first, body = (rows[0], rows[1:]) if len(rows) > 1 else ([], [])
    if (
        len(first) < 2
        or not all(0 < len(cell.split()) <= _NAME_WORDS for cell in first)
        or _DIGIT.search(" ".join(first))
    ):
        return False
    below = [[row[at] for row in body if at < len(row) and row[at]] for at in range(len(first))]
    dated = (len(cells) > 1 and all(map(_has_number, cells)) for cells in below)
    if any(dated):
        return True
    longer = (cells and min(map(len, cells)) > len(name) * _LONGER for name, cells in zip(first, below, strict=True))
    return len(body) > _FEW_ROWS and all(longer)


def _has_number(cell: str) -> bool:
    return bool(_DIGIT.search(cell)) and len(cell.split()) <= _NAME_WORDS


_WAY_OUT = "open it in the program that made it, copy its text, and save that as a .txt file"


def _pieces(text: str) -> list[str]:
    """A text in parts that a pack may hold, cut between sentences, or else between words."""
    if len(text) <= _LONG_TEXT:
        return [text]
    found, size = [[""]], 0
    for part in _SENTENCE.split(text.replace("**", "")):
        for words in [part] if len(part) <= _LONG_TEXT else _runs(part):
            if size + len(words) > _LONG_TEXT:
                found.append([])
                size = 0
            found[-1].append(words)
            size += len(words) + 1
    return [" ".join(parts).strip() for parts in found]


def _runs(text: str) -> list[str]:
    """A text without sentences, in runs of a thousand words."""
    words = text.split(" ")
    return [" ".join(words[at : at + 1000]) for at in range(0, len(words), 1000)]
