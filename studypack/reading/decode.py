"""Decode a file: from bytes to text without control characters and without a code fence around it."""

import codecs
import re
import unicodedata
from itertools import islice
from typing import NamedTuple

from studypack.base import limits
from studypack.base.characters import MAX_MARKS, find_excess_marks
from studypack.base.errors import ContentError, Problem, Severity
from studypack.base.wording import pluralise, quoted
from studypack.reading.filetype import PLAIN_NOTES, document_type, hint_for
from studypack.reading.hints import indent_of

EXCESS_MARKS = (f"more than {MAX_MARKS} accents on one letter", "delete them, or type the letter again")
"""The message and hint for too many accents on one letter: normalising a file full of them would take hours."""
_SAVE_AS = "save the file as UTF-8: most editors ask for the encoding under Save As"
_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters other than tab and line ends
    "\u2028\u2029"  # YAML would end the line there, and the author would not see it
    "\u202d\u202e"  # direction overrides: the text on the screen differs from the text in the file
    "\ud800-\udfff\ufffe\uffff]"
)
_FENCE = re.compile(r" *(?:`{3,}|~{3,})[\w ]*")
_KEY = re.compile(r" *(?:- +)*[\"']?[a-z]+[\"']?:(?:\s|$)")
_COUNTS = re.compile(r"\s*[^\s#]")
"""A line that is neither empty nor a comment."""
_ROUND = ("a fence stands round the pack: it is passed over", "delete its two lines, with the ``` or ~~~")
_STRAY = (
    "this line stands outside the fence round the pack",
    "delete what stands before ```yaml or after the last ```",
)
_MOST_HIDDEN = 99
"""The invisible characters that are reported one by one; one more problem counts the rest."""
_NAMES = {"\u2028": "line separator", "\u2029": "paragraph separator"}


def decode(data: bytes, source: str, *, may_be_prose: bool = False) -> str:
    """Return the text of a file, with newlines as line ends and without a byte order mark.

    What reads like plain notes is no pack; with `may_be_prose` it is taken. Raises ContentError, with places, if the
    bytes are another kind of file, are not UTF-8 or UTF-16, or contain invisible control characters.
    """
    what = document_type(data)
    if what and not (may_be_prose and what == PLAIN_NOTES):
        raise ContentError([Problem(f"this is {what}, not a pack", hint_for(what, source), source=source)])
    if len(data) > limits.BYTES:
        raise too_large(len(data), source)
    text = _decoded(data, source).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    _refuse_hidden(text, source)
    if (at := find_excess_marks(text)) is not None:
        raise ContentError([_problem_at(text, at, *EXCESS_MARKS, source)])
    return text


def _refuse_hidden(text: str, source: str) -> None:
    hidden, more = hidden_characters(text)
    hint = "delete it, or type the text around it again"
    problems = [_problem_at(text, at, f"a character that cannot be seen: {name}", hint, source) for at, name in hidden]
    if more:
        message = f"and {more:,} more {pluralise(more, 'character')} that cannot be seen"
        problems.append(Problem(message, "save the file as plain text in UTF-8", source=source))
    if problems:
        raise ContentError(problems)


def _problem_at(text: str, at: int, message: str, hint: str, source: str) -> Problem:
    """A problem with the character at an index."""
    line, start = text.count("\n", 0, at), text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    excerpt = text[start : end if end >= 0 else None]
    return Problem(message, hint, source=source, line=line + 1, column=at - start + 1, excerpt=excerpt)


class OutsideLine(NamedTuple):
    """A line that is no part of the pack: its number, from 0, and the problem to report."""

    line: int
    message: str
    hint: str
    severity: Severity


def strip_fence(text: str) -> tuple[str, list[OutsideLine]]:
    """Return the text without the code fence that a chat or a web page puts around it, and the problems to report.

    Every line keeps its number: the lines of the fence, and all lines outside it, become empty. A line outside is an
    error, unless it is a comment. One of the two fence lines is enough.
    """
    if "```" not in text and "~~~" not in text:
        return text, []
    lines = text.split("\n")
    begins = next((number for number, line in enumerate(lines) if _KEY.match(line)), len(lines))
    fences = [number for number, line in enumerate(lines) if _FENCE.fullmatch(line)]
    first = next((number for number in fences if number < begins), -1)
    indent = indent_of(lines[first]) if first >= 0 else 0
    last = next(
        (number for number in fences[::-1] if number > begins and indent_of(lines[number]) == indent), len(lines)
    )
    if first < 0 and "".join(lines[last + 1 :]).strip():
        return text, []
    edges = [number for number in (first, last) if 0 <= number < len(lines)]
    outside = [number for number in (*range(first), *range(last + 1, len(lines))) if _COUNTS.match(lines[number])]
    problems = [OutsideLine(edge, *_ROUND, Severity.WARNING) for edge in edges[:1]]
    problems += [OutsideLine(line, *_STRAY, Severity.ERROR) for line in outside[:1]]
    for number in (*edges, *outside):
        lines[number] = ""
    return "\n".join(lines), problems


def hidden_characters(text: str) -> tuple[list[tuple[int, str]], int]:
    """Return the offset and the name of each refused character, such as U+202E (right-to-left override).

    At most 99 are returned, with the number of the rest.
    """
    matches = _REFUSED.finditer(text)
    found = [(match.start(), _named(match.group())) for match in islice(matches, _MOST_HIDDEN)]
    return found, sum(1 for _ in matches)


def _named(char: str) -> str:
    kind = "surrogate" if "\ud800" <= char <= "\udfff" else "control character"
    name = _NAMES.get(char, "") or unicodedata.name(char, kind)
    return f"U+{ord(char):04X} ({name.casefold()})"


def too_large(size: int, source: str) -> ContentError:
    """Return the error for a file of too many bytes."""
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
            letter = excerpt[len(start)]
            name = quoted(letter) if letter.isprintable() else unicodedata.name(letter).casefold()
            message += f", perhaps a {name} of Windows"
    return ContentError([Problem(message, _SAVE_AS, source=source, line=line, column=len(start) + 1, excerpt=excerpt)])
