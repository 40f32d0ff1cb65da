"""Which dates, people and terms of a pack weigh most: those that its texts speak of, ask for and mark."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

from studypack.model.content import MarkedPoint, Pack
from studypack.model.letters import fold_case
from studypack.model.spans import Gap, Spans, gaps, plain
from studypack.model.texts import printed_values

_WORD = re.compile(r"[^\W_]+")
_TELLING = 4
"""Letters; shorter words are in every text."""
_MOST_NAMED = 3
"""How often a title counts as spoken of, at most: the gaps of a point and its cards say more of it."""
_GAP = 2
"""What a word counts as the answer of a gap, beside once as a word."""
_ELSEWHERE = frozenset(("glossary", "people", "sources", "rights", "title", "subtitle"))
"""Texts that say nothing of what weighs: an entry is not spoken of in its own list."""

Entry = TypeVar("Entry")


class Weights:
    """How much the dates, people and terms of a pack weigh, from all its texts, which are read once."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._counts: Counter[str] = Counter()
        for path, value in printed_values(pack):
            if path[0] not in _ELSEWHERE:
                self._counts.update(self._words(value if isinstance(value, str) else plain(value)))
                for gap in (span for span in value if isinstance(span, Gap)):
                    self._counts.update(dict.fromkeys(self._words(gap.answer), _GAP))
        self._cards = Counter(card.point for card in pack.flashcards if card.point)
        self._themes = Counter(point.theme for point in pack.points if point.theme)

    def _words(self, text: str) -> list[str]:
        return _WORD.findall(fold_case(text, self._pack.language))

    def of_person(self, name: str) -> float:
        """Return how often the texts name a person, mostly by the last part of the name."""
        words = self._words(name)
        return self._counts[words[-1]] if words else 0

    def of_term(self, term: str) -> float:
        """Return how often the texts use a term: as often as its rarest word."""
        return min((self._counts[word] for word in self._words(term)), default=0)

    def of_point(self, marked: MarkedPoint) -> float:
        """Return the gaps of a point, with its cards, its mark, and a theme that other points share."""
        point = marked.point
        is_shared = point.theme is not None and self._themes[point.theme] > 1
        return len(gaps(point.text)) + self._cards[marked.key] + 1 + is_shared + self._named(point.title)

    def of_event(self, title: str, text: Spans) -> float:
        """Return how much its author says of an event, and how often it is spoken of elsewhere."""
        return 2 * bool(text) + self._named(title)

    def _named(self, title: str) -> float:
        # Once in its own title.
        telling = [self._counts[word] - 1 for word in self._words(title) if len(word) >= _TELLING]
        return min((*telling, _MOST_NAMED)) if telling else 0


@lru_cache(maxsize=8)
def weights_of(pack: Pack) -> Weights:
    """Return how much the entries of a pack weigh; several of its sections ask."""
    return Weights(pack)


def weightiest(
    entries: Sequence[Entry], weights: Sequence[float], most: int, groups: Sequence[str] = ()
) -> Sequence[Entry]:
    """Return so many of the entries at `most`, in their order: the first of those that `ranked` has."""
    return [entries[number] for number in sorted(ranked(weights, groups)[:most])]


def ranked(weights: Sequence[float], groups: Sequence[str] = ()) -> Sequence[int]:
    """Return the numbers of some entries, from 0, by their weights, the heaviest first, of equals the first.

    With `groups`, one for each entry, the weightiest of every group come before the second ones.
    """
    places: Counter[str] = Counter()
    found: list[tuple[int, float, int]] = []
    for number in sorted(range(len(weights)), key=lambda number: -weights[number]):
        group = groups[number] if groups else ""
        found.append((places[group], -weights[number], number))
        places[group] += 1
    return [number for _, _, number in sorted(found)]
