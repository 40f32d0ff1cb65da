"""Wrong answers to choose from beside the right one: of its kind, none that would do as well, none that gives it away.

What would do in a sentence cannot be known here. So there are none for a word that is no name and no date, and for the
others only what the pack itself tells apart: meanings by their terms, people by their roles, dates by their titles.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, islice

from studypack.base.styled_text import has_code, has_formula
from studypack.model.content import Pack
from studypack.model.letters import fold_case
from studypack.sections.kit.candidate import Candidate
from studypack.sections.kit.distractors import Kind, kind_of, near, words_in
from studypack.sections.kit.fitting import mixed
from studypack.sections.kit.give_aways import is_plural
from studypack.sections.kit.meanings import other_meanings, other_terms
from studypack.sections.kit.other_dates import other_dates, other_dates_in, overlap
from studypack.sections.kit.other_people import other_people, other_people_named
from studypack.sections.kit.recall import Recall, RecallKind
from studypack.sections.kit.telling import tells

COUNT = 3
"""Wrong answers beside a right one."""
_TRIED = 5
"""Candidates of which those are taken that are the most alike."""
_UNLIKE = 1.4
"""How much longer or shorter than all the others an answer may be; of a few letters it does not count."""
_FEW = 3
_GLOSS = 5
"""Words of a meaning, such as a translation, that need not speak of what others speak of."""


def alternatives(
    pack: Pack, recall: Recall, seed: int, others: Sequence[Recall] = (), without: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return three wrong answers to a question, another three for another seed; nothing where the pack has not as many.

    None of them answers one of the `others`, or tells its answer, and none is among the words to do `without`. A term
    has none: see `meanings`.
    """
    language = pack.language
    if recall.kind is RecallKind.TERM:
        return ()
    fitting = (each for each in _fitting(pack, recall, others) if each.is_believed and each.words not in without)
    closest = list(islice(fitting, _TRIED))
    is_described = recall.kind is RecallKind.MEANING and len(recall.answer.split()) > _GLOSS
    alike = 2 if is_described else int(recall.kind is RecallKind.PERSON)
    if any(each.distance >= 0 for each in closest[:alike]):
        return ()  # Of people or meanings with nothing in common, most are ruled out by names, or by what they are.
    # What is the most like it is always there, if there is room for it: the others alone would be easy to rule out.
    first = max(alike, 1)
    tried = closest[:first] + mixed(closest[first:], lambda each: each.words, seed, pack.digest, recall.key)
    for chosen in combinations(tried, COUNT):
        words = [each.words for each in chosen]
        if _is_even(recall.answer, words) and not any(
            _too_near(recall, one.words, two.words, language) or overlap(one.date, two.date)
            for one, two in combinations(chosen, 2)
        ):
            return tuple(mixed(words, str, seed, recall.key))
    return ()


def like_it(pack: Pack, recall: Recall) -> Iterator[str]:
    """Yield the wrong answers that may stand by themselves in place of the right one, the most alike first."""
    for each in _fitting(pack, recall):
        if recall.kind is not RecallKind.PERSON or each.distance < 0:
            yield each.words


def _fitting(pack: Pack, recall: Recall, others: Sequence[Recall] = ()) -> Iterator[Candidate]:
    """Yield all that is of the right answer's kind and would not do as well, the most alike first."""
    language = pack.language
    for each in _of_its_kind(pack, recall):
        if not any(other.told_by(each.words, language) or _shows(each.words, other, language) for other in others):
            yield each


def _shows(words: str, other: Recall, language: str) -> bool:
    """Whether a wrong answer is what another question asks of, or names the term whose meaning that asks for."""
    return words == other.asked or (other.kind is RecallKind.MEANING and tells((other.asked,), words, language))


@lru_cache(1_000)
def _of_its_kind(pack: Pack, recall: Recall) -> tuple[Candidate, ...]:
    """The same, whatever else is on the sheet: each trial of a sheet asks for it."""
    if has_formula(recall.answer) or has_code(recall.answer):
        return ()
    language, asked = pack.language, f"{recall.topic} . {recall.asked}"
    left_out = {_folded(each, language) for each in recall.answers}
    found = {_folded(each.words, language): each for each in _finder(recall)(pack, recall)}
    fitting = (
        each
        for key, each in found.items()
        if key not in left_out
        and _is_of_its_form(recall, each.words, language)
        and not tells((each.words,), asked, language)
        and not _too_near(recall, recall.answer, each.words, language)
    )
    return tuple(sorted(fitting, key=lambda each: each.distance))


def _finder(recall: Recall) -> Callable[[Pack, Recall], Iterator[Candidate]]:
    finders: Mapping[RecallKind, Callable[[Pack, Recall], Iterator[Candidate]]] = {
        RecallKind.TERM: other_terms,
        RecallKind.MEANING: other_meanings,
        RecallKind.PERSON: other_people,
        RecallKind.DATE: other_dates,
    }
    is_date = kind_of(recall.answer) in (Kind.DATE, Kind.NUMBER)
    return finders.get(recall.kind, other_dates_in if is_date else other_people_named)


def _folded(words: str, language: str) -> str:
    """What two answers have in common that differ in capitals and no-break spaces alone."""
    return fold_case(" ".join(words.split()), language)


def _is_of_its_form(recall: Recall, other: str, language: str) -> bool:
    """Whether a wrong answer looks like the right one: number, capitals, figures."""
    answer = recall.answer
    if recall.kind is RecallKind.MEANING:
        return True
    if kind_of(answer) in (Kind.DATE, Kind.NUMBER):
        return _shape(answer) == _shape(other)
    return (
        kind_of(answer) is kind_of(other)
        and answer.isupper() == other.isupper()
        and (recall.kind is not RecallKind.GAP or _opens_with_vowel(answer) == _opens_with_vowel(other))
        and (recall.kind is not RecallKind.TERM or is_plural(answer, language) == is_plural(other, language))
    )


def _opens_with_vowel(words: str) -> bool:
    """Whether "an" and "l’" would stand before some words."""
    return unicodedata.normalize("NFD", words)[:1].casefold() in "aeiou"


def _shape(text: str) -> str:
    """Its form, whatever its letters and figures: 00 a 0000."""
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d", "0", re.sub(r"\b\d\b", "00", " ".join(text.split()))))


def _is_even(answer: str, others: Sequence[str]) -> bool:
    """Whether the right answer is not by far the longest, nor by far the shortest."""
    lengths, own = [len(each) for each in others], len(answer)
    too_long = own > _UNLIKE * max(lengths) and own - max(lengths) > _FEW
    return not too_long and not (min(lengths) > _UNLIKE * own and min(lengths) - own > _FEW)


def _too_near(recall: Recall, one: str, two: str, language: str) -> bool:
    if recall.kind is RecallKind.PERSON:  # Two may share a first name.
        one, two = one.rpartition(" ")[2], two.rpartition(" ")[2]
    if recall.kind in (RecallKind.DATE, RecallKind.MEANING):
        return one == two
    if recall.kind is RecallKind.TERM and " " in one and " " in two:
        # Of two that share a word each has a meaning of its own, unless one is a kind of the other.
        own, other = words_in(one, language), words_in(two, language)
        return own <= other or other <= own
    return near(one, [fold_case(two, language)], language)
