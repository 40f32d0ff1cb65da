"""How deep an item stands in others: by its indent, and where indents are the same by its bullet or number."""

from collections.abc import Sequence
from itertools import pairwise

from studypack.importing.readers.labels import Label

_ORDER = ("I", "A", "1", "11", "111", "1111", "a", "i")
"""Numbers from the outermost to the innermost, as outlines are numbered; 11 are those of two levels, such as 1.2."""
_BULLETS = ("•", "●", "·", "■", "▪", "*", "-", "–", "—", "o", "○", "◦", "§", "Ø", "--", "->", "=>")
"""Bullets from the outermost to the innermost, where items of the same indent have different ones."""

_MIXED = ("-", "*", "+", "–", "•")


class Nesting:
    """The items that are open at a place, the innermost last."""

    def __init__(self, *, mixed: bool = False) -> None:
        """With `mixed`, bullets of several kinds stand in one list, and say nothing of what stands in what."""
        self._open: list[tuple[int, str]] = []
        self._mixed = mixed

    def end(self) -> None:
        """End all items: what comes next stands in none."""
        self._open.clear()

    def holds(self, indent: int) -> bool:
        """Return whether a line of that indent stands in an item."""
        return bool(self._open) and indent > self._open[0][0] + 1

    def depth_of(self, indent: int, style: str) -> int:
        """Return how many items an item stands in, and take it as the innermost."""
        if self._mixed and style in _MIXED:
            style = _MIXED[0]
        while self._open and self._open[-1][0] > indent + 1:
            self._open.pop()
        same = [at for at, (column, _) in enumerate(self._open) if column >= indent - 1]
        if same:
            known = [at for at in same if self._open[at][1] == style]
            if known:
                del self._open[known[0] :]
            else:
                while self._open and self._open[-1][0] >= indent - 1 and not _stands_in(style, self._open[-1][1]):
                    self._open.pop()
        self._open.append((indent, style))
        return len(self._open) - 1


def mixes_bullets(indents: Sequence[int], labels: Sequence[Label | None]) -> bool:
    """Return whether lists begin with different bullets though indents say what stands in what: they mean nothing then.

    Both have one for each line of a text.
    """
    items = [at for at, label in enumerate(labels) if label and not label.label[:1].isalnum()]
    if _nests_by_indent(indents, labels, items):
        return True
    first = {label.style for at in items if (label := labels[at]) and not (at and labels[at - 1])}
    outermost = min((indents[at] for at in items), default=0)
    return len(first) > 1 and any(indents[at] > outermost + 1 for at in items)


def _nests_by_indent(indents: Sequence[int], labels: Sequence[Label | None], items: Sequence[int]) -> bool:
    """Whether an item stands further in than the one right above it, with the same bullet."""
    return any(
        above == at - 1 and indents[at] > indents[above] + 1 and one.style == other.style
        for above, at in pairwise(items)
        if (one := labels[above]) and (other := labels[at])
    )


def _stands_in(inner: str, outer: str) -> bool:
    """Whether items with the one label stand in items with the other, at the same indent."""
    numbers = [style.rstrip(".():-–") for style in (inner, outer)]
    places = [_ORDER.index(style) if style in _ORDER else -1 for style in numbers]
    if places[0] >= 0 and places[1] >= 0:
        return places[0] > places[1]
    if places[0] >= 0 or places[1] >= 0:
        return True
    ranks = [_BULLETS.index(style) if style in _BULLETS else -1 for style in (inner, outer)]
    return -1 not in ranks and ranks[0] > ranks[1]
