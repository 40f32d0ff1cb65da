"""The statements of a sheet of mistakes: the author's wrong sentences, then true ones with one fact changed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain, zip_longest
from itertools import count as count_from

from studypack.base.record import record
from studypack.base.styled_text import Text, joined
from studypack.model.content import MarkedPoint, Pack
from studypack.model.giveaway import given_away
from studypack.model.modes import MistakesMode
from studypack.model.options import Options
from studypack.model.spans import Spans, gaps, plain
from studypack.model.typography import quotation_marks
from studypack.sections.answers.corrections import corrected
from studypack.sections.kit.distractors import stems
from studypack.sections.kit.facts import Fact, facts_of
from studypack.sections.kit.fitting import mixed, short_code
from studypack.sections.kit.recall import RecallKind, shown

_FEW = 4
"""Of so many statements one is right, where some are to be."""
_ALIKE = 3
"""Words that a statement shares with one of the author's if both speak of the same."""
_SAME_EVENT = 2 / 3
"""Of the words of a dated title: those that another statement has if it speaks of that, too."""


@record
class Statement:
    """A statement, and what is wrong with it."""

    words: Spans
    name: str = ""
    """Stands before the words of an entry: a term, somebody's name, what is dated."""
    wrong: str = ""
    """The words that are wrong, as far as they are known."""
    right: tuple[str, ...] = ()
    """What is right in their place; nothing where the statement is right."""
    mark: str = ""
    """Of the point that it is from."""
    why: Spans = ()
    is_dated: bool = False
    """It is the date of a point or an event."""
    source: str = ""
    """Names the sentence or entry that was changed; empty for a wrong sentence of the author's."""

    @property
    def shown(self) -> str:
        """All that the sheet says of it."""
        return f"{self.name} . {plain(self.words)}"


def statements_of(pack: Pack, options: Options) -> tuple[Statement, ...]:
    """Return as many statements as are asked for, or all that the pack has; another seed has others.

    The author's own come first, then all are mixed. None tells what is right in another.
    """
    return _statements(pack, options.seed, options.mistakes.of, options.mistakes.mode)


@lru_cache(32)
def _statements(pack: Pack, seed: int, count: int, mode: MistakesMode) -> tuple[Statement, ...]:
    right = _right_among(count, mode)
    own = mixed(_own(pack), lambda each: each.shown, seed, pack.digest)[: count - right]
    facts = list(_by_turns(facts_of(pack), seed, pack.digest))
    chosen = _taken(own, (_true(each) for each in facts), len(own) + right, pack.language)
    changed = (
        _changed(each, word) for each in facts for word in mixed(each.others, str, seed, pack.digest, each.source)
    )
    chosen = _taken(chosen, changed, count, pack.language)
    return tuple(mixed(chosen, lambda each: each.shown, seed, pack.digest, "statements"))


def _right_among(count: int, mode: MistakesMode) -> int:
    """How many of so many statements are to be right."""
    return min(max(count // _FEW, 1), count - 1) if mode is MistakesMode.SOME else 0


def room_for(wrong: int, mode: MistakesMode) -> int:
    """Return the number of statements of a sheet that has room for so many wrong sentences of the author's."""
    return next(count for count in count_from(wrong) if count - _right_among(count, mode) >= wrong)


def code_of(pack: Pack, options: Options) -> str:
    """Return the code that the sheet and its answers share: four hexadecimal digits, from all that it says.

    The wrong sentences are no part of the digest, so that other sheets keep their codes when some are written.
    """
    shown = "\n".join(each.shown for each in statements_of(pack, options))
    return short_code(options.seed, pack.digest, shown)


def wrong_sentences(pack: Pack) -> int:
    """Return how many wrong sentences the author has written."""
    return len(list(_own(pack)))


def _own(pack: Pack) -> Iterator[Statement]:
    for group in corrected(pack):
        mark = group.place.mark if isinstance(group.place, MarkedPoint) else ""
        for each in group.corrections:
            if each.wrong:
                words = tuple(piece for span in each.wrong for piece in shown(span))
                opens, closes, *_ = quotation_marks(pack.language)
                wrong = joined((opens, joined((gap.answer for gap in gaps(each.wrong)), " … "), closes), "")
                yield Statement(words, "", wrong if gaps(each.wrong) else "", (each.here,), mark, each.why)


def _by_turns(facts: Iterable[Fact], seed: int, digest: str) -> Iterator[Fact]:
    """A fact of a sentence, then one of an entry, and so on: each in an order of the seed."""
    order = mixed(facts, lambda each: each.recall.key, seed, digest)
    sentences, entries = ([each for each in order if each.in_sentence is there] for there in (True, False))
    return (each for each in chain(*zip_longest(sentences, entries)) if each is not None)


def _true(fact: Fact) -> Statement:
    return _saying(fact, fact.recall.answer)


def _changed(fact: Fact, word: str) -> Statement:
    made, right = _saying(fact, word), fact.recall.answers
    return replace(made, wrong=word, right=right)


def _saying(fact: Fact, word: str) -> Statement:
    recall = fact.recall
    match recall.kind:
        case RecallKind.GAP:
            return Statement(fact.saying(word), mark=recall.mark, source=fact.source)
        case RecallKind.DATE:
            return Statement((Text(word),), recall.asked, mark=recall.mark, is_dated=True, source=fact.source)
        case _:
            return Statement(recall.ask, word, mark=recall.mark, source=fact.source)


def _taken(chosen: Iterable[Statement], more: Iterable[Statement], count: int, language: str) -> list[Statement]:
    """The chosen ones with so many more that there are `count`; none that tells something of another."""
    kept = list(chosen)
    for each in more if len(kept) < count else ():
        if not any(_tell(each, other, language) for other in kept):
            kept.append(each)
        if len(kept) == count:
            break
    return kept


def _tell(one: Statement, other: Statement, language: str) -> bool:
    """Whether two are of the same, or one says what is right in the other."""
    shared = _about(one, language) & _about(other, language)
    if not (one.source and other.source):  # What else is said of what the author corrects may say it right.
        return (one.mark == other.mark != "") or len(shared) >= _ALIKE
    if one.source == other.source or (one.name and one.name == other.name):
        return True
    titles = [stems(each.name, language) for each in (one, other) if each.is_dated]
    if any(len(title & shared) >= len(title) * _SAME_EVENT for title in titles):
        return True
    return any(given_away(each.right, plain(more.words), language) for each, more in ((one, other), (other, one)))


def _about(statement: Statement, language: str) -> frozenset[str]:
    """How the words begin that say what it is about, those that are right among them."""
    return stems(f"{statement.shown} . {' . '.join(statement.right)}", language)
