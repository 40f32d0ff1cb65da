"""Headings and titles without end: set smaller, or, as a last resort, cut to fit their place with an ellipsis."""

from studypack.base.styled_text import has_formula, opening
from studypack.layout.copyfit import most_that_fit
from studypack.layout.paragraph import Paragraph
from studypack.layout.style import Style
from studypack.layout.text import Run
from studypack.layout.theme import SCALE

_STEPS = (1.0, 0.84, 0.7, 0.6)
"""Of a heading's size: a heading of fifty words is to be read, not admired."""
_LEAST = 0.55
"""Of its size, where it is stepped down the scale."""
_HEADING_LINES = 3
"""Of a heading at its full size."""
_LONGEST = 2000
"""Characters that are looked at: no place on a page holds more."""
_LONGEST_WORD = 30
"""Characters; a cut falls between words unless the last word is longer than this."""


def cut(words: str, style: Style, width: float, lines: int) -> str:
    """The words, or as many as `lines` lines hold, and an ellipsis."""

    def fits(shown: str) -> bool:
        return Paragraph([Run(shown, style)], style.leading).lines(width) <= lines

    if len(words) < _LONGEST and fits(words):
        return words
    most = min(len(words), _LONGEST)
    held = opening(words, most_that_fit(most, lambda count: fits(_ended(opening(words, count)))))
    whole = held.rfind(" ")
    return _ended(opening(held, whole) if whole > 0 and len(held) - whole <= _LONGEST_WORD else held)


def stepped(words: str, style: Style, width: float, lines: int = _HEADING_LINES) -> Style:
    """The style, or the first smaller one in which the words take no more than so many lines; at least the last."""
    found, shown = style, opening(words, _LONGEST)
    sizes = [round(step * style.size, 2) for step in _STEPS]
    if not style.smallest:
        sizes = [style.size, *(size for size in reversed(SCALE) if _LEAST * style.size <= size < style.size)]
    for size in sizes:
        found = style.sized(size, round(style.leading * size / style.size, 2))
        if Paragraph([Run(shown, found)], found.leading).lines(width) <= lines:
            break
    return found


def _ended(words: str) -> str:
    return opening(words, len(words.rstrip(" ,;:.–-"))) + " …"


def has_cut_word(words: str, style: Style, width: float) -> bool:
    """Whether a word is too wide for a line."""
    if has_formula(words):
        return Paragraph([Run(words, style)], style.leading).widest_word > width
    return any(style.face.width(word, style.size) > width for word in words.split(" "))
