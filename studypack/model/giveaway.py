"""Whether words give an answer away: whether it stands in them as whole words, which may have an ending."""

import re
from collections.abc import Iterable
from functools import lru_cache

from studypack.base.styled_text import has_code, has_formula, heard
from studypack.model.letters import upper

_CASED = 3
"""An answer in capitals of so many letters at most is told by them from other words: AND, IT."""
_TELLING = 4
"""Characters: a word that begins with an answer of so many gives it away: circuit, circuits; resist, resistance."""
_CHARACTER, _LETTER = r"[^\W_]", r"[^\W\d_]"
"""A letter or a figure, and a letter."""


def given_away(answers: Iterable[str], words: str, language: str) -> str:
    """Return the first of some answers that the words give away, printed or read aloud; empty if they do so with none.

    A longer answer may have any ending there, and a shorter one that of a plural.
    """
    said = {str(words), heard(words)}
    return next((each for each in answers if any(_gives_away(each, own, language) for own in said)), "")


def stands_in(answer: str, words: str, language: str, *, with_ending: bool = False) -> bool:
    """Return whether an answer stands in some words as whole words.

    Capitals make no difference, unless it is a formula, code, or in capitals and short.
    """
    cased = _is_cased(answer)
    sought, within = (_spaced(str(text), "" if cased else language) for text in (answer, words))
    return _pattern(sought, cased, with_ending).search(within) is not None


def _gives_away(answer: str, words: str, language: str) -> bool:
    if type(answer) is str:  # what has marks is not told by its letters alone
        return _plain_gives_away(answer, words, language)
    spoken = heard(answer)
    return stands_in(answer, words, language, with_ending=True) or (
        spoken != answer and stands_in(spoken, words, language, with_ending=True)
    )


@lru_cache(20_000)
def _plain_gives_away(answer: str, words: str, language: str) -> bool:
    """The same of an answer without marks; it is asked at each trial of a sheet."""
    return stands_in(answer, words, language, with_ending=True)


@lru_cache(200)
def _spaced(words: str, language: str) -> str:
    """The words, one plain space apart, in the capitals of a language if there is one."""
    spaced = " ".join(words.split())
    return upper(spaced, language) if language else spaced


def _is_cased(answer: str) -> bool:
    is_short = sum(map(str.isalpha, answer)) <= _CASED
    return has_formula(answer) or has_code(answer) or (is_short and answer.isupper())


@lru_cache(2_000)
def _pattern(sought: str, cased: bool, with_ending: bool) -> re.Pattern[str]:
    """Finds it as whole words; a part of a number is none. What is not `cased` is in capitals."""
    if not sought:
        return re.compile("(?!)")
    first, last = sought[0], sought[-1]
    before = f"(?<!{_CHARACTER})" if first.isalnum() else ""
    before += r"(?<!\d[.,])" if first.isdigit() else ""
    after = f"(?!{_CHARACTER})" if last.isalnum() else ""
    after += r"(?![.,]\d)" if last.isdigit() else ""
    ending = ""
    if with_ending and last.isalnum() and len(sought) > 1:
        plural = "s?" if cased else "(?:E?S)?"
        ending = f"{_LETTER}*+" if len(sought) >= _TELLING else plural
    return re.compile(before + re.escape(sought) + ending + after)
