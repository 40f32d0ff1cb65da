"""Text strings outside the pages: titles, descriptions, alternatives (ISO 32000-1, 7.9.2.2)."""

import re

_PLAIN = re.compile(r"[ -~]*")
"""What PDFDocEncoding, ASCII and an eye that looks into the file agree on."""
_SPECIAL = re.compile(r"[\\()]")


def text_string(text: str) -> str:
    """A string as it stands in an object: in parentheses where it is plain ASCII, else in UTF-16."""
    if _PLAIN.fullmatch(text):
        return f"({_SPECIAL.sub(_escaped, text)})"
    return unicode_string(text)


def unicode_string(text: str) -> str:
    """A string in UTF-16, as hexadecimal digits."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def _escaped(match: re.Match[str]) -> str:
    return "\\" + match[0]
