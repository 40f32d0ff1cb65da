"""Bytes become text: UTF-8 as a rule, UTF-16 with its mark, and nothing that a reader could not see."""

import bisect
import codecs
import re
import unicodedata
from itertools import islice

from studypack import limits
from studypack.characters import MOST_MARKS, heaped_marks
from studypack.errors import ContentError, Problem
from studypack.filetype import document, way_out

HEAPED = (f"more than {MOST_MARKS} accents on one letter", "delete them, or type the letter again")
"""Message and hint; what would sort them takes hours for a file full of them."""
_SAVE_AS = "save the file as UTF-8: most editors ask for the encoding under Save As"
_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters but tab and the ends of lines
    "\u2028\u2029"  # YAML would end the line there, and the author would not see why
    "\u202a-\u202e\u2066-\u2069"  # bidi overrides, embeddings and isolates
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)
_MOST_HIDDEN = 99
"""Unseen characters that are placed and named; the rest is counted, in the hundredth problem."""
_NAMES = {"\u2028": "line separator", "\u2029": "paragraph separator", "\ufeff": "byte order mark"}


def text_of(data: bytes, source: str) -> str:
    """The text of a file, its line ends as newlines, without a byte order mark.

    Raises ContentError, with places, where the bytes are no pack's text or hold characters that nobody can see.
    """
    if what := document(data):
        raise ContentError([Problem(f"this is {what}, not a pack", way_out(what), source=source)])
    if len(data) > limits.BYTES:
        raise too_large(len(data), source)
    text = _decoded(data, source).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    hidden, more = hidden_characters(text)
    if hidden:
        lines = text.split("\n")
        starts = _line_starts(text)
        found = []
        for offset, name in hidden:
            line = _line_of(starts, offset)
            place = offset - starts[line]
            found.append(_hidden(name, source, line + 1, place + 1, lines[line]))
        if more:
            hint = "save the file as plain text in UTF-8"
            found.append(Problem(f"and {more:,} more characters that cannot be seen", hint, source=source))
        raise ContentError(found)
    if (at := heaped_marks(text)) is not None:
        before = text[:at]
        line, column = before.count("\n"), at - before.rfind("\n") - 1
        excerpt = text[at - column :].partition("\n")[0]
        raise ContentError([Problem(*HEAPED, source=source, line=line + 1, column=column + 1, excerpt=excerpt)])
    return text


def hidden_characters(text: str) -> tuple[list[tuple[int, str]], int]:
    """The offset and the name of each refused character, such as U+202E (right-to-left override).

    No more than 99 of them, and how many there are besides.
    """
    matches = _REFUSED.finditer(text)
    found = [(match.start(), _named(match.group())) for match in islice(matches, _MOST_HIDDEN)]
    return found, sum(1 for _ in matches)


def _named(char: str) -> str:
    kind = "surrogate" if "\ud800" <= char <= "\udfff" else "control character"
    name = _NAMES.get(char, "") or unicodedata.name(char, kind)
    return f"U+{ord(char):04X} ({name.casefold()})"


def _hidden(name: str, source: str, line: int, column: int, excerpt: str) -> Problem:
    return Problem(
        f"a character that cannot be seen: {name}",
        "delete it, or type the text around it again",
        source=source,
        line=line,
        column=column,
        excerpt=excerpt,
    )


def _line_starts(text: str) -> list[int]:
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def _line_of(starts: list[int], offset: int) -> int:
    return bisect.bisect_right(starts, offset) - 1


def too_large(size: int, source: str) -> ContentError:
    """The error for a file of so many bytes."""
    message = f"the file is too large: {size / 1e6:.1f} MB, where {limits.BYTES // 1_000_000} MB is the most"
    hint = "one file holds one topic: split it into several"
    return ContentError([Problem(message, hint, source=source)])


def _decoded(data: bytes, source: str) -> str:
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)) or data[:4].count(0) == 3:
        raise ContentError([Problem("the file is UTF-32, not UTF-8", _SAVE_AS, source=source)])
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif b"\0" in data[:4]:
        message = "the file seems to be UTF-16 without its byte order mark"
        raise ContentError([Problem(message, _SAVE_AS, source=source)])
    else:
        encoding = "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        raise _not_text(error, before, data, source) from None


def _not_text(error: UnicodeDecodeError, before: str, data: bytes, source: str) -> ContentError:
    before = before.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    start = before.rpartition("\n")[2]
    encoding = error.encoding.upper()
    if encoding.startswith("UTF-16"):
        message, excerpt = "the file is not whole: its UTF-16 text breaks off", start
    else:
        rest = re.split(rb"[\r\n]", data[error.start :], maxsplit=1)[0]
        excerpt = start + rest.decode("cp1252", "replace")
        message = f"this byte is not UTF-8: 0x{data[error.start]:02X}"
        if data[error.start] >= 0xA0 or data[error.start] in (0x91, 0x92, 0x93, 0x94, 0x96, 0x97):
            message += f", perhaps a {excerpt[len(start)]!r} of Windows"
    return ContentError([Problem(message, _SAVE_AS, source=source, line=line, column=len(start) + 1, excerpt=excerpt)])
