"""The first lines of notes: which of them is their title."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from studypack.importing.notes import Kind, NoteLine
from studypack.importing.side_words import Part, part_named

_MOST_TITLE = 16
"""The words of a title that has no style."""
_LESSON = re.compile(
    r"\b(?:(?i:lesson \d+|period \d|week \d+|year \d{1,2}|yr ?\d{1,2}|y\d{1,2}|homework|hw"
    r"|(?:mon|tues?|wed(?:nes)?|thurs?|fri)(?:day)?)|\d{1,2}[ABCHX-Z]\d?)\b"
    r"|^(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z]\w+$"
)
_FOR_CLASS = re.compile(
    r"(?=.*\b(?:Mr|Mrs|Ms|Miss|Dr|Mme|Frau|Herr)\.? [A-Z])"
    r"(?=.*\b(?i:revision|mock|exam|class|lesson|homework|test|notes)\b).*"
    r"|(?:GCSE|IGCSE|A[- ][Ll]evel|AS|IB|AP|KS\d|AQA|OCR|Edexcel|WJEC|Eduqas|CIE)\b.*"
    r"(?:\b(?i:topic|paper|unit|module|component|marks?|mins?|revision|notes)\b|\d).*"
)
"""What a line under the title says of a lesson or an exam, and not of the topic."""
_OWNER = re.compile(r"(?:name|student|pupil|class)\s?:\s.*", re.IGNORECASE)
_NAMED = re.compile(r"(?:(?:essay|lesson)\s)?(?:topic|title|subject)\s?:\s+(?P<title>\S.*)", re.IGNORECASE)
_NO_TITLE = (".", ":", ";", ",")


def first_line(lines: Sequence[NoteLine], chrome: Collection[int]) -> int:
    """Return the index of the first line that is not a website's own; of the last one if all are."""
    return next((at for at in range(len(lines)) if at not in chrome), len(lines) - 1)


def speaks_of_lesson(lines: Sequence[NoteLine], at: int, headings: Collection[int]) -> bool:
    """Return whether the first line says whose notes these are, and for which lesson, and the next may be the title."""
    line, after = lines[at], lines[at + 1 : at + 3]
    is_about = _LESSON.search(line.words) is not None and line.kind is not Kind.ITEM and " - " not in line.words
    if _OWNER.fullmatch(line.words) and line.kind is Kind.PARAGRAPH and after:
        return is_title(lines, at + 1)
    if line.kind is Kind.HEADING and lines[at + 1 : at + 2] and lines[at + 1].kind is not Kind.HEADING:
        return False
    if not is_about or ":" in line.words or len(after) < 2 or not is_title(lines, at + 1):
        return False
    is_only = set(headings) <= {at, at + 1}
    return is_only or at + 1 not in headings or at + 2 in headings or after[1].kind is Kind.ROW


def tells_lesson(line: NoteLine) -> bool:
    """Return whether a line under the title says whose notes these are, or for which lesson or exam."""
    about = _FOR_CLASS.fullmatch(line.words) or _LESSON.search(line.words) or _OWNER.fullmatch(line.words)
    is_short = len(line.words.split()) <= _MOST_TITLE and not line.words.endswith(":")
    return line.kind in (Kind.PARAGRAPH, Kind.HEADING) and is_short and about is not None


def is_title(lines: Sequence[NoteLine], at: int) -> bool:
    """Return whether the first line is the title: a heading, or short, and not the first of several sections."""
    line = lines[at]
    is_short = len(line.words.split()) <= _MOST_TITLE and not line.words.endswith(_NO_TITLE)
    may_be = line.kind is Kind.HEADING or (line.kind is Kind.PARAGRAPH and is_short)
    return may_be and part_named(line.text) is Part.OTHER and len(lines) > at + 1 and not _is_section(lines, at)


def named_title(line: NoteLine) -> NoteLine:
    """Return a title without the word that says that it is one: Topic: Coasts."""
    found = _NAMED.fullmatch(line.words)
    return replace(line, text=found["title"]) if found else line


def _is_section(lines: Sequence[NoteLine], at: int) -> bool:
    """Whether the first heading is one of several alike: numbered, with a list under it, of a lower level, or of a name
    like theirs.
    """
    first, rest = lines[at], lines[at + 1 :]
    alike = [
        line
        for line in rest
        if line.kind is Kind.HEADING and line.depth == first.depth and part_named(line.text) is Part.OTHER
    ]
    if first.kind is not Kind.HEADING:
        return False
    if any(map(str.isalnum, first.label)):
        return any(line.label and line.label != first.label for line in alike)
    if not alike or rest[0].kind is Kind.HEADING:
        return False
    has_list = rest[0].kind in (Kind.ITEM, Kind.ROW)
    return has_list or first.depth > 1 or any(_are_like(first, line) for line in alike)


def _are_like(first: NoteLine, line: NoteLine) -> bool:
    """Whether two headings share a long word, and both are questions or neither is."""
    return first.words.endswith("?") == line.words.endswith("?") and bool(_long_words(first) & _long_words(line))


def _long_words(line: NoteLine) -> set[str]:
    return set(re.findall(r"[^\W\d_]{5,}", line.words.casefold()))
