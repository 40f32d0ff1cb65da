"""Other people that may stand beside the right one: of the sex, the people and the time that a question tells."""

import re
from collections.abc import Iterator
from functools import lru_cache

from studypack.model.content import Pack
from studypack.model.spans import plain
from studypack.sections.kit.candidate import Candidate, shared_words
from studypack.sections.kit.distractors import pool_of, stems
from studypack.sections.kit.give_aways import of_a_woman, peoples_in
from studypack.sections.kit.recall import Recall
from studypack.sections.kit.years import years_between, years_in

_LIFE = 40
"""Years between two who cannot have done the same."""
_AS_FAR = 20
"""Years that put somebody as far away as a word of the role that is shared brings near."""
_ALIKE = 0.4
"""Of the words of two offices: those that both have, at least, if they are alike."""
_SAME = 2
"""Words that a role shares with a sentence that may tell of either."""


def other_people(pack: Pack, recall: Recall) -> Iterator[Candidate]:
    """Yield those who may be meant by a role as far as sex, people and time go."""
    for person in pack.people:
        yield from _as(pack, person.name, recall.asked, plain(person.role))


def other_people_named(pack: Pack, recall: Recall) -> Iterator[Candidate]:
    """Yield other people by the names that the texts call them, if the answer of a gap is one of them.

    None did what the sentence says.
    """
    called = pool_of(pack).called
    whole = {person.name: plain(person.role) for person in pack.people}
    short = {_short(name, called(name)): role for name, role in whole.items()}
    people = next((names for names in (whole, short) if recall.answer in names), None)
    if people is None:
        return
    for name, role in people.items():
        if shared_words(recall.asked, role, pack.language) < _SAME:
            yield from _as(pack, name, people[recall.answer], role)


def _as(pack: Pack, name: str, own: str, role: str) -> Iterator[Candidate]:
    """Somebody, if there is nothing in the role that rules them out where another one is right."""
    language = pack.language
    peoples, others = peoples_in(own, language), peoples_in(role, language)
    own_years, years = years_in(own), years_in(role)
    apart = _AS_FAR if own_years and not years else years_between(own_years, years)
    is_foreign = bool(peoples and others and peoples.isdisjoint(others))
    if of_a_woman(role, language) is of_a_woman(own, language) and not is_foreign and apart <= _LIFE:
        office, other = _office(own, language), _office(role, language)
        near = shared_words(own, role, language) + len(office & other)
        is_alike = len(office & other) >= _ALIKE * len(office | other) > 0
        yield Candidate(name, apart / _AS_FAR - near, is_believed=is_alike or not _are_of_many_peoples(pack))


@lru_cache(8)
def _are_of_many_peoples(pack: Pack) -> bool:
    """Whether a role names a people: then names tell who is of which, and only who has the same office is alike."""
    return any(peoples_in(plain(person.role), pack.language) for person in pack.people)


def _office(role: str, language: str) -> frozenset[str]:
    """How the first words of a role begin: Foreign Secretary."""
    return stems(re.split(r"[,;.]", role)[0], language)


def _short(name: str, called: str) -> str:
    """A name without what goes before it, as texts have it after the first time."""
    return called if called != name else name.rpartition(" ")[2]
