"""Whether words tell an answer, or so much of it that it is no question any more."""

import re
from collections.abc import Sequence
from functools import lru_cache

from studypack.base.styled_text import has_code, has_formula, heard
from studypack.model.giveaway import given_away
from studypack.model.letters import fold_case
from studypack.model.sentences import WORD
from studypack.sections.kit.distractors import Kind, kind_of, words_in

_SHARED, _SHORT_SHARED = 5, 4
"""Letters that two words begin with where one tells the other: recognise, recognition. Of short words all but one."""
_INITIALS = 6
"""Letters of an abbreviation that has one of each word, short ones too."""
_LONGEST_SHORT = 12
"""Letters of an abbreviation."""
_FEW_WORDS = 6
"""Of a meaning that says no more than what an abbreviation stands for."""


def tells(answers: Sequence[str], words: str, language: str) -> bool:
    """Return whether words give one of some answers away, or a word of it that tells: ratify does, of ratification."""
    if names(answers, words, language):
        return True
    if any(has_formula(each) or has_code(each) for each in answers):
        return False
    said = words_in(words, language) | words_in(heard(words), language)
    return any(
        alike(one, other)
        for answer in answers
        if kind_of(answer) not in (Kind.DATE, Kind.NUMBER)
        for one in words_in(answer, language)
        for other in said
    )


def names(answers: Sequence[str], words: str, language: str) -> bool:
    """Return whether one of some answers stands in words, or is short for some of them: USSR, Comintern."""
    return bool(given_away(answers, words, language)) or any(
        _is_short_for(fold_case(each, language), words, language)
        for each in answers
        if not (has_formula(each) or has_code(each))
    )


def _is_short_for(answer: str, words: str, language: str) -> bool:
    """Whether words spell an abbreviation out: Comintern, the Communist International."""
    if not answer.isalpha() or len(answer) > _LONGEST_SHORT:
        return False
    said = _folded_words(words, language)
    if len(answer) <= _INITIALS and any(
        "".join(word[0] for word in said[at : at + len(answer)]) == answer for at in range(len(said))
    ):
        return True
    said = tuple(word for word in said if len(word) >= _SHORT_SHARED)
    shorter = [answer[:at] + answer[at + 1 :] for at in range(1, len(answer))] if len(answer) > _SHARED else []
    return any(
        _spells(answer, said[at : at + _LONGEST_SHORT], 2)
        or any(_spells(each, said[at : at + _LONGEST_SHORT], 4) for each in shorter)
        for at in range(len(said))
        if said[at][0] == answer[0]
    )


@lru_cache(2_000)
def _folded_words(words: str, language: str) -> tuple[str, ...]:
    return tuple(fold_case(match.group(), language) for match in WORD.finditer(words))


def abbreviates(answer: str, words: str) -> bool:
    """Return whether the capitals of an answer are letters of a few words, in their order: LSD, of longshore drift."""
    capitals = re.findall(r"[^\W\d_]{2,}", answer)
    return (
        bool(capitals)
        and answer.isupper()
        and len(words.split()) <= _FEW_WORDS
        and all(re.search(".*".join(part), words.upper(), re.DOTALL) for part in capitals)
    )


def _spells(answer: str, words: Sequence[str], least: int) -> bool:
    """Whether the beginnings of all of the first words, of so many at least, make the answer."""
    if not answer:
        return least <= 0
    if not words or words[0][0] != answer[0]:
        return False
    word = words[0]
    ends = (end for end in range(1, min(len(word), len(answer)) + 1) if word[:end] == answer[:end])
    return any(_spells(answer[end:], words[1:], least - 1) for end in ends)


@lru_cache(50_000)
def alike(one: str, other: str) -> bool:
    """Return whether two folded words begin alike, so that one tells the other."""
    if one == other:
        return len(one) >= _SHORT_SHARED
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= _SHARED or (shared >= _SHORT_SHARED and shared >= min(len(one), len(other)) - 1)
