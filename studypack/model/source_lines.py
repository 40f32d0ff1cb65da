"""A text's source as lines, and the pieces that they are parted into; each knows where it stands in the source."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import field
from sys import maxsize
from typing import NamedTuple

from studypack.base.record import record
from studypack.model.blanks import BREAK
from studypack.model.blocks import InCode, Place

TAB = 4
BULLETS = "-*+–•‣◦▪▫●○■□⁃·➢"
_STANDS_CLOSE = "•●▪■"
"""A bullet that may stand right before its word: it is nothing else."""
MARKER = re.compile(
    rf"[ \t]*(?:(?:(?P<bullet>[{re.escape(BULLETS)}]|o(?=\t))"
    r"|(?P<label>\(?(?P<count>\d{1,3}|[ivx]{1,5}|[a-zA-Z])[.)]))[ \t\u00a0]+(?=\S)"
    rf"|(?P<close>[{_STANDS_CLOSE}])(?=\w))"
)
"""The start of an item of a list."""
FENCE = re.compile(r"[ \t]*(?P<fence>`{3,}|~{3,})[ \t]*(?P<language>[\w#+.-]*)[^`]*$")
QUOTED = re.compile(r"[ \t]*>(?:$|[ \t]++|(?=[^\W\d]))")
_LIKE_A_SIGN = re.compile(r"[ \t]*>[ \t]*(?:[\d£$€=<>]|[-−][\d.])")


class MarkupError(ValueError):
    """The markup is broken. `offset` and `length` count characters of the source, from its start."""

    def __init__(self, message: str, offset: int, hint: str = "", length: int = 1) -> None:
        super().__init__(message)
        self.message, self.offset, self.hint, self.length = message, offset, hint, length


@record
class Chunk:
    """Words that stand in one place: some paragraphs, a cell, or the lines of a fence."""

    place: Place
    text: str
    starts: Sequence[tuple[int, int]] = field(repr=False)
    """For each line, its index in `text`, and in the source."""

    @property
    def is_code(self) -> bool:
        """Whether the words are printed as they were typed."""
        return bool(self.place) and isinstance(self.place[-1], InCode)

    def offset(self, at: int) -> int:
        """Return the place in the source of a character of the text."""
        start, source = self.starts[bisect_right(self.starts, at, key=lambda each: each[0]) - 1]
        return source + at - start


class Line(NamedTuple):
    """A line, or what is left of it within a block, and where that starts in the source."""

    text: str
    start: int

    @property
    def is_blank(self) -> bool:
        """Whether it has nothing but spaces."""
        return not self.text or self.text.isspace()

    def after(self, count: int) -> "Line":
        """The line without so many characters at its start."""
        return Line(self.text[count:], self.start + count)

    @property
    def indent(self) -> int:
        """The columns before its first character; a tab is as wide as four."""
        return len(self.text[: len(self.text) - len(self.text.lstrip())].expandtabs(TAB))

    def stripped(self, columns: int = maxsize) -> "Line":
        """The line without its indent, or without so many columns of it."""
        count = 0
        while count < len(self.text) and self.text[count].isspace() and columns > 0:
            columns -= TAB if self.text[count] == "\t" else 1
            count += 1
        return self.after(count)


def lines_of(source: str) -> list[Line]:
    """Return the lines of a source text."""
    ends = [0, *(end for found in BREAK.finditer(source) for end in found.span()), len(source)]
    return [Line(source[begin:end], begin) for begin, end in zip(ends[::2], ends[1::2], strict=True)]


def chunk_of(lines: Sequence[Line], place: Place, ending: str = "\n") -> Chunk:
    """Return some lines as the words of one place."""
    starts, at = [], 0
    for line in lines:
        starts.append((at, line.start))
        at += len(line.text) + len(ending)
    return Chunk(place, ending.join(line.text for line in lines), tuple(starts))


def begins_quotation(lines: Sequence[Line], at: int) -> bool:
    """Return whether a line begins with > and has words; one line that looks like a sum, > 5, is none."""
    line = lines[at]
    if not QUOTED.match(line.text) or not line.text.strip(" \t>"):
        return False
    is_more = at + 1 < len(lines) and lines[at + 1].text.lstrip().startswith(">")
    return is_more or not _LIKE_A_SIGN.match(line.text)
