"""How far out the headings of some notes stand: by their levels, or by what they name and how they look."""

from collections.abc import Sequence
from itertools import pairwise

from studypack.importing.notes import Kind, NoteLine
from studypack.importing.outline import Heading
from studypack.importing.side_words import SIDES, Part, part_named

_LOUD, _OUTER, _SIDE, _INNER, _PART = 5, 10, 20, 30, 40
"""The ranks of headings without a level; the lower, the further out. Levels are from 1."""
_CLOSE = 2
"""The lines between a heading and one that stands right under it."""
COLUMN = 40
"""The rank of a column's name."""
ITEM = 50
"""That of an item that is a heading; one within it is one more."""


class HeadingRanks:
    """The headings of some notes, without their title."""

    def __init__(self, headings: Sequence[NoteLine]) -> None:
        self._one_sided = _one_sided_levels([line for line in headings if line.kind is not Kind.ITEM])
        self._has_quiet = any(not line.words.isupper() for line in headings)
        """Whether some are not in capitals: those in capitals stand further out."""
        self._themes_within = self._have_themes_within(headings)
        """Whether those that name no side stand within those that do."""

    def heading(self, line: NoteLine) -> Heading:
        """Return a line as a heading, with what it names and its rank."""
        part = self._part(line)
        return Heading(line.text, part, self._rank(line, part), line.number)

    def _have_themes_within(self, headings: Sequence[NoteLine]) -> bool:
        """Whether a side comes first, and others follow it: before the next side, unless there is none."""
        sided = [at for at, line in enumerate(headings) if self._part(line) in SIDES]
        between = headings[: sided[-1]] if len(sided) > 1 else headings
        return sided[:1] == [0] and any(self._part(line) is Part.OTHER for line in between)

    def _part(self, line: NoteLine) -> Part:
        part = part_named(line.text)
        return Part.OTHER if part in SIDES and line.depth in self._one_sided else part

    def _rank(self, line: NoteLine, part: Part) -> int:
        if line.kind is Kind.ITEM:
            return ITEM + line.depth
        if line.depth:
            return line.depth
        if line.words.isupper() and self._has_quiet:
            return _LOUD
        if part is Part.OTHER:
            return _INNER if self._themes_within else _OUTER
        return _SIDE if part in SIDES else _OUTER if part is Part.EVALUATION else _PART


def _one_sided_levels(headings: Sequence[NoteLine]) -> set[int]:
    """The levels on which headings name one side and no other, and some name none.

    There they are headings like the others: Economic problems, Propaganda, Weak opponents. Not so where the others
    begin right under the side: Advantages of tourism, Economic, Social.
    """
    found = set()
    for depth in {line.depth for line in headings}:
        level = [(part_named(line.text), line) for line in headings if line.depth == depth]
        parts = [part for part, _ in level]
        is_outer = any(
            part in SIDES and below is Part.OTHER and after.number - line.number <= _CLOSE
            for (part, line), (below, after) in pairwise(level)
        )
        if len(set(parts) & set(SIDES)) == 1 and Part.OTHER in parts and not is_outer:
            found.add(depth)
    return found
