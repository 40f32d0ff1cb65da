"""Wrong answers to choose from beside the right one: of its kind, none that would do as well, none that gives it away.

What would do in a sentence cannot be known here. So there are none for a word that is no name and no date, and for the
others only what the pack itself tells apart: terms by their meanings, people by their roles, dates by their titles.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from studypack.base.styled_text import has_code, has_formula
from studypack.model.content import Pack
from studypack.model.dates.calendar import HistoricalDate, Reckoning
from studypack.model.dates.forms import PartialDate
from studypack.model.letters import fold_case, primary_language
from studypack.model.spans import gaps, plain
from studypack.sections.kit.distractors import Kind, kind_of, near, pool_of, words_in
from studypack.sections.kit.fitting import mixed
from studypack.sections.kit.give_aways import (
    means_verb,
    of_a_woman,
    opens_with_article,
    peoples_in,
    tells_gender,
    tells_time,
)
from studypack.sections.kit.recall import Recall, RecallKind
from studypack.sections.kit.telling import tells

COUNT = 3
"""Wrong answers beside a right one."""
_TRIED = 7
"""Candidates of which those are taken that are the most alike."""
_UNLIKE = 1.4
"""How much longer or shorter than all the others an answer may be; of a few letters it does not count."""
_FEW = 3
_TELLING = 5
"""Letters of a word that says what somebody did."""


@dataclass(frozen=True, slots=True)
class _Other:
    """What may stand beside the right answer."""

    words: str
    says: str = ""
    """Its own meaning, role or title."""
    date: HistoricalDate | None = None


def alternatives(pack: Pack, recall: Recall, seed: int, without: Sequence[str] = ()) -> tuple[str, ...]:
    """Return three wrong answers to a question, another three for another seed; nothing where the pack has not as many.

    `without` are words that are not to be among them: answers to other questions of the sheet.
    """
    language = pack.language
    closest = list(islice(_fitting(pack, recall, without), _TRIED))
    if recall.kind is RecallKind.PERSON and closest and not _distance(recall, closest[0], language):
        return ()  # Of people who have nothing in common, most are ruled out by their names.
    # What is the most like it is always there, if there is room for it: the others alone would be easy to rule out.
    tried = closest[:1] + mixed(closest[1:], lambda each: each.words, seed, pack.digest, recall.key)
    for chosen in combinations(tried, COUNT):
        words = [each.words for each in chosen]
        if (
            _is_even(recall.answer, words)
            and _is_believed(recall, chosen, language)
            and not any(
                _too_near(recall, one.words, two.words, language) or _overlap(one.date, two.date)
                for one, two in combinations(chosen, 2)
            )
        ):
            return tuple(mixed(words, str, seed, recall.key))
    return ()


def like_it(pack: Pack, recall: Recall) -> Iterator[str]:
    """Yield the wrong answers that may stand by themselves in place of the right one, the most alike first."""
    for each in _fitting(pack, recall):
        in_common = recall.kind is not RecallKind.PERSON or _distance(recall, each, pack.language)
        if in_common and _is_believed(recall, [each], pack.language):
            yield each.words


def _fitting(pack: Pack, recall: Recall, without: Sequence[str] = ()) -> Iterator[_Other]:
    """Yield all that is of the right answer's kind and would not do as well, the most alike first."""
    finders: Mapping[RecallKind, Callable[[Pack, Recall], Iterator[_Other]]] = {
        RecallKind.TERM: _terms,
        RecallKind.PERSON: _people,
        RecallKind.DATE: _dates,
        RecallKind.GAP: _of_gap,
    }
    if has_formula(recall.answer) or has_code(recall.answer):
        return
    language, asked = pack.language, f"{recall.topic} . {recall.asked}"
    left_out = {_folded(each, language) for each in recall.answers}
    found = {_folded(each.words, language): each for each in finders[recall.kind](pack, recall)}
    closest = sorted(
        (each for key, each in found.items() if key not in left_out and _is_of_its_form(recall, each.words, language)),
        key=lambda each: _distance(recall, each, language),
    )
    for each in closest:
        if (
            not tells((each.words,), asked, language)
            and not any(tells((other,), each.words, language) for other in without)
            and not _too_near(recall, recall.answer, each.words, language)
        ):
            yield each


def _folded(words: str, language: str) -> str:
    """What two answers have in common that differ in capitals and no-break spaces alone."""
    return fold_case(" ".join(words.split()), language)


def _distance(recall: Recall, other: _Other, language: str) -> float:
    """How far a wrong answer is from the right one: years between dates, else the words that what they are shares."""
    if recall.date and other.date:
        return abs(recall.date.sort_key[0] - other.date.sort_key[0])
    years = [int(number) for each in (recall.answer, other.words) for number in re.findall(r"\d{3,4}", each)[-1:]]
    if kind_of(recall.answer) is Kind.DATE and len(years) == 2:
        return abs(years[0] - years[1])
    own, others = (words_in(text, language) for text in (recall.asked, other.says))
    return -sum(len(word) >= _TELLING for word in own & others)


def _is_of_its_form(recall: Recall, other: str, language: str) -> bool:
    """Whether a wrong answer looks like the right one: number, capitals, figures."""
    answer = recall.answer
    if kind_of(answer) in (Kind.DATE, Kind.NUMBER):
        return _shape(answer) == _shape(other)
    return (
        kind_of(answer) is kind_of(other)
        and answer.isupper() == other.isupper()
        and (recall.kind is not RecallKind.GAP or _opens_with_vowel(answer) == _opens_with_vowel(other))
        and (recall.kind is not RecallKind.TERM or _is_plural(answer, language) == _is_plural(other, language))
    )


def _opens_with_vowel(words: str) -> bool:
    """Whether "an" and "l’" would stand before some words."""
    return unicodedata.normalize("NFD", words)[:1].casefold() in "aeiou"


def _shape(text: str) -> str:
    """Its form, whatever its letters and figures: 00 a 0000."""
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d", "0", re.sub(r"\b\d\b", "00", " ".join(text.split()))))


def _is_plural(words: str, language: str) -> bool:
    """Whether the noun of some words has an s at its end: it is the last word in English, the first in French."""
    nouns = words.split() or [words]
    match primary_language(language):
        case "en":
            return nouns[-1].endswith("s") and not nouns[-1].endswith(("ss", "us", "is"))
        case "fr":
            return nouns[0].endswith(("s", "x"))
        case "es":
            return nouns[0].endswith("s")
    return False


def _is_even(answer: str, others: Sequence[str]) -> bool:
    """Whether the right answer is not by far the longest, nor by far the shortest."""
    lengths, own = [len(each) for each in others], len(answer)
    too_long = own > _UNLIKE * max(lengths) and own - max(lengths) > _FEW
    return not too_long and not (min(lengths) > _UNLIKE * own and min(lengths) - own > _FEW)


def _is_believed(recall: Recall, chosen: Sequence[_Other], language: str) -> bool:
    """Whether the right answer is not told by its people: among Frenchmen, the one with a German name."""
    own = peoples_in(recall.asked, language) if recall.kind is RecallKind.PERSON else frozenset()
    return not own or any(not own.isdisjoint(peoples_in(each.says, language)) for each in chosen)


def _too_near(recall: Recall, one: str, two: str, language: str) -> bool:
    if recall.kind is RecallKind.PERSON:  # Two may share a first name.
        one, two = one.rpartition(" ")[2], two.rpartition(" ")[2]
    if recall.kind is RecallKind.DATE:
        return one == two
    if recall.kind is RecallKind.TERM and " " in one and " " in two:
        # Of two that share a word each has a meaning of its own, unless one is a kind of the other.
        own, other = words_in(one, language), words_in(two, language)
        return own <= other or other <= own
    return near(one, [fold_case(two, language)], language)


def _terms(pack: Pack, recall: Recall) -> Iterator[_Other]:
    is_verb, has_article = means_verb(recall.asked), opens_with_article(recall.answer)
    for term in () if tells_gender(recall.asked, pack.language) else pack.glossary:
        meaning = plain(term.meaning)
        if means_verb(meaning) is is_verb and opens_with_article(term.term) is has_article:
            yield _Other(term.term, meaning)


def _people(pack: Pack, recall: Recall) -> Iterator[_Other]:
    """Those of the same sex, as far as the roles tell: "she" leaves only women."""
    own = of_a_woman(recall.asked, pack.language)
    for person in pack.people:
        role = plain(person.role)
        if of_a_woman(role, pack.language) is own:
            yield _Other(person.name, role)


def _dates(pack: Pack, recall: Recall) -> Iterator[_Other]:
    """Other dates of the same precision, of what is not named alike."""
    own = recall.date
    assert own is not None
    new_year = isinstance(own.form, PartialDate) and (own.form.month, own.form.day) == (1, 1)
    if new_year or tells_time(recall.asked, pack.language):
        return  # New Year's Day tells by itself what begins then.
    titles = [(each.point.title, each.point.date) for each in pack.marked]
    titles += [(each.title, each.date) for each in pack.events]
    for title, date in titles:
        if date is None or date.approximate:
            continue
        telling = [word for word in title.split() if len(word) >= _TELLING]
        apart = date.reckoning is Reckoning.CALENDAR and not _overlap(own, date)
        if apart and not tells(telling, recall.asked, pack.language):
            yield _Other(date.long, title, date)


def _overlap(one: HistoricalDate | None, two: HistoricalDate | None) -> bool:
    """Whether two dates have a moment in common."""
    if one is None or two is None:
        return False
    if None in (one.begins, one.ends, two.begins, two.ends):
        return True
    return one.sort_key[0] < two.sort_key[1] and two.sort_key[0] < one.sort_key[1]


def _of_gap(pack: Pack, recall: Recall) -> Iterator[_Other]:
    """Other dates for a date, and other people for a person."""
    if kind_of(recall.answer) in (Kind.DATE, Kind.NUMBER):
        yield from _dated_answers(pack, recall)
    else:
        yield from _named_people(pack, recall)


def _dated_answers(pack: Pack, recall: Recall) -> Iterator[_Other]:
    """The answers of other gaps, and the dates of what the sentence does not speak of."""
    for text in (*(point.text for point in pack.points), *(sheet.passage for sheet in pack.worksheets)):
        yield from (_Other(gap.answer) for gap in gaps(text) if kind_of(gap.answer) is kind_of(recall.answer))
    titles = [(each.point.title, each.point.date) for each in pack.marked]
    for title, date in [*titles, *((each.title, each.date) for each in pack.events)]:
        telling = [word for word in title.split() if len(word) >= _TELLING]
        if date and not date.approximate and not tells(telling, recall.asked, pack.language):
            yield _Other(date.long, title)


def _named_people(pack: Pack, recall: Recall) -> Iterator[_Other]:
    """Other people by the names that the texts call them, if the answer is one; none who did what the sentence says."""
    called = pool_of(pack).called
    whole = {person.name: plain(person.role) for person in pack.people}
    short = {_short(name, called(name)): role for name, role in whole.items()}
    people = next((names for names in (whole, short) if recall.answer in names), None)
    if people is None:
        return
    own = people[recall.answer]
    said = {word for word in words_in(recall.asked, pack.language) if len(word) >= _TELLING}
    for name, role in people.items():
        shared = said & words_in(role, pack.language)
        if len(shared) < 2 and of_a_woman(role, pack.language) is of_a_woman(own, pack.language):
            yield _Other(name, role)


def _short(name: str, called: str) -> str:
    """A name without what goes before it, as texts have it after the first time."""
    return called if called != name else name.rpartition(" ")[2]
