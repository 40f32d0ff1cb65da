"""Words for the bank that fit no gap: the author's own, then others of the pack that look like the answers.

A distractor misleads only if it is of the answers' kind: another year among years, another name among names
(Agarwal & Mannem 2011 take theirs from the same text). Whether a word would do in a sentence after all cannot be
known here; what shares a stem with an answer, is accepted beside one elsewhere, or stands on the sheet for all to
see is left out. The author's own list is the surest.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from functools import cached_property, lru_cache

from studypack.base.record import record
from studypack.model.content import Pack
from studypack.model.letters import fold_case
from studypack.model.sentences import WORD, Capitals
from studypack.model.spans import Gap, Spans, gaps, plain
from studypack.sections.kit.fitting import mixed

_STEM = 5
"""Letters that two words begin with where one may stand for the other: recognise, recognition. Words of one letter less
are looked at whole, shorter ones, like of, not at all."""
_MOST_CANDIDATES = 600
_MOST_NAMES = 12
"""Words at the end of a person's name that are looked for in the texts."""


class Kind(Enum):
    """What an answer looks like, whatever its meaning."""

    NUMBER = auto()
    DATE = auto()
    NAME = auto()
    WORD = auto()


def kind_of(answer: str) -> Kind:
    """Return its kind: 1921 is a number, March 1921 a date, what opens with a capital a name, all else a word."""
    letters = [character for character in answer if character.isalpha()]
    if any(character.isdigit() for character in answer):
        return Kind.DATE if letters else Kind.NUMBER
    return Kind.NAME if letters and letters[0].isupper() else Kind.WORD


@record
class _Candidate:
    """A word that may be taken, and what else is right where it is."""

    word: str
    accepted: frozenset[str]


class Pool:
    """The words of a pack that may stand in a bank where they fit no gap."""

    def __init__(self, pack: Pack, seed: int) -> None:
        self._pack = pack
        self.language = pack.language
        self._seed = seed

    @cached_property
    def _texts(self) -> list[Spans]:
        pack = self._pack
        moves = [move.text for moves in (pack.evaluation.paragraphs if pack.evaluation else ()) for move in moves]
        entries = [*(term.meaning for term in pack.glossary), *(person.role for person in pack.people)]
        asked = [*(point.text for point in pack.points), *(sheet.passage for sheet in pack.worksheets)]
        return [*asked, pack.summary, *moves, *entries]

    @cached_property
    def capitals(self) -> Capitals:
        """Which words of the pack have a capital of their own."""
        return Capitals((plain(spans) for spans in self._texts), self.language)

    @cached_property
    def _running(self) -> str:
        return spaced(" ".join(plain(spans) for spans in self._texts), self.language)

    @cached_property
    def _candidates(self) -> list[_Candidate]:
        """Each word once: answers, then terms, then people."""
        found: dict[str, _Candidate] = {}
        for gap in (gap for spans in self._texts for gap in gaps(spans)):
            self._add(found, self.capitals.within(gap.answer), gap.answers)
        for term in self._pack.glossary:
            self._add(found, self.capitals.within(term.term), (term.term,))
        for person in self._pack.people:
            self._add(found, self.called(person.name), (person.name,))
        # Every sheet looks at all of them: of thousands, so many from all over the pack will do.
        return list(found.values())[:: 1 + len(found) // _MOST_CANDIDATES]

    def _add(self, found: dict[str, _Candidate], word: str, accepted: Iterable[str]) -> None:
        if word:
            right = frozenset(fold_case(each, self.language) for each in accepted)
            key = fold_case(word, self.language)
            before = found.get(key)
            found[key] = _Candidate(
                before.word if before else word, right | (before.accepted if before else frozenset())
            )

    def called(self, name: str) -> str:
        """Return a person's name as the pack's sentences have it: as much of its end as they use, else the whole."""
        parts = name.split()
        ends = (" ".join(parts[start:]) for start in range(max(0, len(parts) - _MOST_NAMES), len(parts)))
        return next((end for end in ends if spaced(end, self.language) in self._running), name)

    def distractors(self, spans: Sequence[Spans], heads: Sequence[str], own: Sequence[str], most: int) -> list[str]:
        """Return up to `most` words for a sheet of these passages: its own, then the pack's, of the answers' kinds.

        `heads` are the titles on the sheet. The choice is the same for the same content and seed.
        """
        chosen = list(own[:most])
        here = [gap for each in spans for gap in gaps(each)]
        visible = [span.text for each in spans for span in each if not isinstance(span, Gap)]
        language = self.language
        printed = spaced(" . ".join([*heads, *visible]), language)
        right = {fold_case(answer, language) for gap in here for answer in gap.answers}
        waiting = [
            each.word
            for each in self._candidates
            if not each.accepted & right
            and spaced(each.word, language) not in printed
            and not near(each.word, right, language)
        ]
        # Every sheet and every seed has words of its own.
        waiting = mixed(waiting, str, self._seed, self._pack.digest, heads)
        wanted = Counter(kind_of(gap.answer) for gap in here)
        while len(chosen) < most and (word := _next(waiting, chosen, wanted, language)):
            chosen.append(word)
        return chosen


@lru_cache(8)
def pool_of(pack: Pack) -> Pool:
    """Return the words of a pack, for what asks them one by one."""
    return Pool(pack, 0)


def _next(waiting: Sequence[str], chosen: Sequence[str], wanted: Counter[Kind], language: str) -> str:
    """The next word of the kind that the bank has least of, for the answers of that kind; empty where none is left."""
    taken = Counter(map(kind_of, chosen))
    for kind in sorted(wanted, key=lambda kind: (-wanted[kind] / (taken[kind] + 1), kind.value)):
        for word in waiting:
            if kind_of(word) is kind and not near(word, {fold_case(each, language) for each in chosen}, language):
                return word
    return ""


def near(word: str, others: Iterable[str], language: str) -> bool:
    """Return whether a word might stand for one of the others, folded; of two dates, whether one is part of another."""
    if kind_of(word) in (Kind.NUMBER, Kind.DATE):
        own = words_in(word, language)
        return any(own <= words_in(other, language) or words_in(other, language) <= own for other in others)
    own_stems = stems(word, language)
    return any(not own_stems.isdisjoint(stems(other, language)) for other in others)


# Every sheet asks for the same few hundred words.
@lru_cache(20_000)
def words_in(text: str, language: str) -> frozenset[str]:
    """Return the words of a text, folded."""
    return frozenset(spaced(text, language).split())


@lru_cache(2_000)
def stems(text: str, language: str) -> frozenset[str]:
    """Return how its words begin that are long enough to tell by that."""
    return frozenset(word[:_STEM] for word in words_in(text, language) if len(word) >= _STEM - 1)


def spaced(words: str, language: str) -> str:
    """Return the words alone, folded, with one space before and after each: to find some within others."""
    return f" {' '.join(fold_case(match.group(), language) for match in WORD.finditer(words))} "
