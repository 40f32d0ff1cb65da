"""Signs that say what a whole line is: a rule, a heading with # or between signs, a fence of code, a line in bold."""

import re

RULE = re.compile(r"([=*_~#–—-])(?:\s?\1){2,}|[-=]{2}")
UNDERLINE = re.compile(r"([=_~–—-])\1+")
HASHES = re.compile(r"(#{1,6})(?=\s|[^\W\d_])")
FENCE = re.compile(r"(?:`{3,}|~{3,})\s*[\w-]*")
BOLD = re.compile(r"\*\*([^*]+)\*\*[:.]?")
LONGEST_HEADING = 15
"""The words of a heading; more in bold are an emphasised paragraph."""
_FRAMED = re.compile(
    r"(?:[=~+<>|:•—–-]{2,}|[*#]{2,}\s)\s*(?P<text>[^\W_].*?)\s*(?:[=~+<>|:•—–-]{2,}|\s[*#]{2,})"
    r"|\[(?P<boxed>[^\[\]]{2,60})\]:?|(?P<ruled>[^\W\d_].*?)(?:\s*[-=~—–]{3,}|\s\*{3,})"
)
_LONGEST_FRAMED = 8
"""The words of a heading between signs, with the signs."""
_FEWEST = 3
"""The words of what is a remark in brackets, and no heading."""


def framed_heading(body: str) -> str:
    """Return the heading that stands between signs, in brackets or before a rule: == Pros ==, [PROS], PROS ----.

    Empty if there is none.
    """
    found = _FRAMED.fullmatch(body)
    if not found or len(body.split()) > _LONGEST_FRAMED:
        return ""
    boxed = found["boxed"] or ""
    is_name = boxed.isupper() or (len(boxed.split()) < _FEWEST and boxed[:1].isupper())
    text = found["text"] or found["ruled"] or (boxed if is_name else "")
    return text if text.strip("* ") else ""


def is_mark(body: str) -> bool:
    """Return whether a line is a rule, a heading with # or the fence of a block of code."""
    return bool(RULE.fullmatch(body) or HASHES.match(body) or FENCE.fullmatch(body))


def is_bold(body: str) -> bool:
    """Return whether a line is all bold, and no longer than a heading."""
    return bool(BOLD.fullmatch(body)) and len(body.split()) <= LONGEST_HEADING
