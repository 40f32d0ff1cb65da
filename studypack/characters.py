"""Text as people see it: letters whole, nothing invisible, one space between words."""

import re
import unicodedata

MOST_MARKS = 30
"""Accents on one letter; no language has as many (UAX #15, stream-safe text), and to sort them takes time by their
square."""
_MARKS = re.compile(rf"[^\x00-\u02ff]{{{MOST_MARKS + 1},}}")
_UNSEEN = dict.fromkeys(map(ord, "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\ufeff"))


def as_seen(text: str) -> str:
    """Letters as one character each, and none that nobody sees.

    Soft hyphens and the like come along with text copied from the web, and accents typed on a Mac may stand apart
    from their letters.
    """
    return text if text.isascii() else unicodedata.normalize("NFC", text).translate(_UNSEEN)


def heaped_marks(text: str) -> int | None:
    """Where a letter begins that has more accents than can be meant; None where there is no such letter."""
    for match in () if text.isascii() else _MARKS.finditer(text):
        marks = 0
        for at, char in enumerate(match.group(), match.start()):
            marks = marks + 1 if unicodedata.combining(char) else 0
            if marks > MOST_MARKS:
                return max(0, at - marks)
    return None


def as_line(text: str) -> str:
    """The text as seen, on one line: runs of space and line breaks are one space; no-break spaces stay."""
    return re.sub("[ \t\r\n]+", " ", as_seen(text)).strip()
