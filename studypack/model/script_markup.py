"""The parser of small letters below and above the line: H~2~O and 10^23^, Pandoc's syntax."""

import re

from studypack.base.styled_text import Script, Text
from studypack.model.blanks import SPACE

_ISOTOPE = r"(?=\^\d{1,3}\^(?:~\d{1,3}~)?[A-Z])"
"""The figures before the sign of an element: ^14^C."""
SCRIPT = re.compile(
    # Right after a letter, a figure or a bracket, and without a blank inside: ~100 to ~200, 3~4 and x^2 stay.
    rf"(?:(?<=[\w)\]}}\^~*`])|{_ISOTOPE})"
    rf"(?P<mark>[\^~])(?P<small>[^\^~\\*{{}}\[\]{SPACE}]+)(?P=mark)(?!(?P=mark))"
)
_TWO_TERMS = re.compile(r"\w[-+−*/=<>·×]\w")


def script_at(source: str, at: int) -> str:
    """Return the small letters that the ^ or ~ at an index opens; empty if it opens none.

    x^2+y^2 is two powers that are not closed.
    """
    found = SCRIPT.match(source, at)
    if not found:
        return ""
    small: str = found["small"]
    is_two = _TWO_TERMS.search(small) and source[found.end() : found.end() + 1].isalnum()
    return "" if is_two else small


def script_text(small: str, mark: str) -> Text:
    """Return small letters as a piece of text; `mark` is the ^ or ~ around them."""
    return Text(small.replace("-", "\N{MINUS SIGN}"), script=Script(mark))
