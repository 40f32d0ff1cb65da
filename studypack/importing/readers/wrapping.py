"""Whether the lines of a text were broken by an editor, or each is a note of its own: their lengths tell."""

import re
from collections.abc import Sequence

from studypack.base.record import record

NARROWEST, _WIDEST = 35, 130
"""The columns that an editor or a mail program may break lines at, with some to spare."""
_SHORT = 0.6
"""The share of the width up to which a line is short."""
_MOST = 0.6
"""The share of the lines that are full in a text that was broken."""
_TIGHT = 0.85
"""The share of the width that full lines have at least: words are short."""
_USUAL = 60
"""The width that editors break lines at, or more: two or three lines do not tell of a narrower one."""
_FEWEST = 3
_FEWEST_BLOCKS = 6
_FEW = 2
"""The lines that may be longer than all others, in a short text."""
_RUN_IN = re.compile(r"[^\W\d_]\w{0,15}:\s")
"""A word with a colon that a note of its own begins with."""
_STOPS = (".", "!", "?", ":", ";")


@record
class Wrapping:
    """The width at which a text was broken; 0 if it was not."""

    width: int

    def joins(self, before: str, after: str) -> bool:
        """Return whether `after` goes on with the line `before`: its first word did not fit there any more."""
        if not self.width or not before or not after or _RUN_IN.match(after):
            return False
        if is_full(before, after, self.width):
            return True
        return after[0].islower() and len(before) > self.width * _SHORT and not before.endswith(_STOPS)


def is_full(before: str, after: str, width: int) -> bool:
    """Return whether the first word of `after` would have gone over the width behind `before`."""
    return len(before) + 1 + len(after.split(None, 1)[0]) > width


def find_wrapping(pairs: Sequence[tuple[str, str]], lengths: Sequence[int], blocks: int) -> Wrapping:
    """Return how a text was broken, from each pair of a line and the line below that might go on with it.

    `lengths` are those of all its lines, with their indents; `blocks` counts what stands between blank lines. A few
    lines may be longer than the others: those that cannot be broken, such as addresses, or that were laid out by hand.
    """
    found = sorted(lengths, reverse=True)
    outliers = max(_FEW, len(found) // 50)
    for width in dict.fromkeys(found[: outliers + 1]):
        if NARROWEST <= width <= _WIDEST and _is_broken(pairs, width):
            return Wrapping(width)
    return Wrapping(_width_between_blanks(pairs, blocks))


def _width_between_blanks(pairs: Sequence[tuple[str, str]], blocks: int) -> int:
    """The width of a text whose paragraphs stand between blank lines: the few lines under a long one go on with it.

    0 if a long one need not go on, for it ends as a sentence does.
    """
    long = [(before, after) for before, after in pairs if len(before) >= _USUAL]
    go_on = not any(before.endswith(_STOPS) or _RUN_IN.match(after) for before, after in long)
    if not long or not go_on or blocks < max(_FEWEST_BLOCKS, 2 * len(pairs)):
        return 0
    return min(len(before) + len(after.split(None, 1)[0]) for before, after in long)


def _is_broken(pairs: Sequence[tuple[str, str]], width: int) -> bool:
    """Whether a text was broken at a width: most lines that are not short are full, as notes of a line each are by
    chance alone, and the next ones begin with small letters. A short line ends a paragraph, and says nothing.
    """
    told = [(before, after) for before, after in pairs if width * _SHORT < len(before) <= width]
    full = [after for before, after in told if is_full(before, after, width) and len(before) >= _TIGHT * width]
    small = sum(after[:1].islower() for after in full)
    if len(full) < _FEWEST:
        return bool(full) and width >= _USUAL and small == len(full) == len(told)
    return len(full) >= _MOST * len(told) and small * 2 >= len(full)
