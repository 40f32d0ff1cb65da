"""Text as people see it: letters whole, nothing invisible, one space between words."""

import re
import unicodedata

_UNSEEN = dict.fromkeys(map(ord, "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\ufeff"))


def as_seen(text: str) -> str:
    """Letters as one character each, and none that nobody sees.

    Soft hyphens and the like come along with text copied from the web, and accents typed on a Mac may stand apart
    from their letters.
    """
    return text if text.isascii() else unicodedata.normalize("NFC", text).translate(_UNSEEN)


def as_line(text: str) -> str:
    """The text as seen, on one line: runs of space and line breaks are one space; no-break spaces stay."""
    return re.sub("[ \t\r\n]+", " ", as_seen(text)).strip()
