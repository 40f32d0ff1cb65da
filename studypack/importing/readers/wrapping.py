"""Whether the lines of a text were broken by an editor, or each is a note of its own: their lengths tell."""

from collections.abc import Sequence
from dataclasses import dataclass

_NARROWEST, _WIDEST = 35, 130
"""The columns that an editor or a mail program may break lines at, with some to spare."""
_SHORT = 0.6
"""The share of the width up to which a line is short."""
_MOST = 0.6
"""The share of the lines that are full in a text that was broken."""
_TIGHT = 0.85
"""The share of the width that full lines have at least: words are short."""
_USUAL = 60
"""The width that editors break lines at, or more: two or three lines do not tell of a narrower one."""
_STOPS = (".", "!", "?", ":", ";")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """The width at which a text was broken; 0 if it was not."""

    width: int

    def joins(self, before: str, after: str) -> bool:
        """Return whether `after` goes on with the line `before`: its first word did not fit there any more."""
        if not self.width or not before or not after:
            return False
        if is_full(before, after, self.width):
            return True
        return after[0].islower() and len(before) > self.width * _SHORT and not before.endswith(_STOPS)


def is_full(before: str, after: str, width: int) -> bool:
    """Return whether the first word of `after` would have gone over the width behind `before`."""
    return len(before) + 1 + len(after.split(None, 1)[0]) > width


def find_wrapping(pairs: Sequence[tuple[str, str]], lengths: Sequence[int]) -> Wrapping:
    """Return how a text was broken, from each pair of a line and the line below that might go on with it.

    `lengths` are those of all its lines, with their indents. In a text that was broken, most lines that are not short
    are full: the first word of the next line would have gone over the longest line. Notes of a line each are so by
    chance alone. A short line ends a paragraph, and says nothing.
    """
    width = _longest(lengths)
    told = [(before, after) for before, after in pairs if len(before) > width * _SHORT]
    if not _NARROWEST <= width <= _WIDEST or not told:
        return Wrapping(0)
    full = sum(is_full(before, after, width) and len(before) >= _TIGHT * width for before, after in told)
    goes_on = sum(after[:1].islower() or not before.endswith(_STOPS) for before, after in told)
    is_broken = full >= _MOST * len(told) and goes_on * 2 >= len(told)
    if full < 3:
        is_broken = is_broken and width >= _USUAL and all(after[:1].islower() for _, after in told)
    return Wrapping(width if is_broken else 0)


def _longest(lengths: Sequence[int]) -> int:
    """The longest line but for the few that cannot be broken, such as addresses of websites."""
    found = sorted(lengths)
    return found[len(found) - 1 - len(found) // 50] if found else 0
