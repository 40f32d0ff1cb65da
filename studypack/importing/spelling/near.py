"""Words that a misspelt one was probably meant to be: those of pupils' notes first, then those of the dictionary."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from studypack.importing.common_words import COMMON_WORDS
from studypack.importing.spelling.dictionary import dictionary, is_british_or_term, is_word
from studypack.importing.spelling.pupils_words import NAMES, OTHER_NAMES, WORDS
from studypack.model.letters import edit_distance

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = frozenset("aeiouy")
_ALIKE = ("cks", "sz", "gj", "td", "mn", "bp", "vf")
"""Consonants that sound alike, or are taken for each other."""
_SHORT, _LONG = 4, 8
"""Letters: words up to the first are met among the commonest alone; of the longer ones two letters may differ."""
_ENDS_AS_WORDS = re.compile(
    r"(?:[ts]ions?|ments?|isms?|ists?|it(?:y|ies)|[ae]nce|ness|less|ful|ous|able|ible|ingly|ical|ically|aly|ally)$"
)
"""Endings of words that hardly any name has."""


def near_slip(word: str) -> str:
    """Return the word of the dictionary from which another in small letters differs as slips do; empty if none does."""
    slips = _changed_places(word) if len(word) < _LONG - 2 else one_slip_off(word)
    return _best(slips)


def near_slip_of_name(word: str) -> str:
    """Return the word of the dictionary from which one that may be a name differs in vowels or double letters alone."""
    bare = [each for each in one_slip_off(word) if _consonants(each) == _consonants(word)]
    return _best(bare) if len(word) >= _LONG - 1 else ""


def _consonants(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiou]", "", word))


def near_common(word: str) -> str:
    """Return the common word from which a word in small letters differs by one letter; empty if none does."""
    if len(word) <= _SHORT:
        return _near_short(word)
    if not _VOWELS & set(word):
        return ""  # shorthand: wrld, chldrn
    return next((each for each in _one_letter_off(word) if each in _forms() and _is_right(each)), "")


def _near_common_slip(word: str) -> str:
    """The common word from which a word in small letters differs as slips do; empty if none does."""
    off = (each for each in one_slip_off(word) if each[-1] == word[-1])  # a name may be a word with an ending: Complexo
    return next((each for each in off if each in _forms() and _is_right(each)), "")


def near_name(word: str, names: Iterable[str]) -> str:
    """Return the name that a name was probably meant to be: one that everybody knows, or another of the same notes."""
    known = {*NAMES, *(each for each in names if is_word(each))}
    if len(word) <= _SHORT or not word.isalpha() or word.removesuffix("s") in NAMES | OTHER_NAMES:
        return ""
    slips = list(one_slip_off(word))
    off = (each for each in sorted(NAMES) if each[0] == word[0] and -1 <= len(each) - len(word) <= 2)
    near = [*(each for each in slips if each in known), *(each for each in off if _is_near_name(word, each))]
    far = (each for each in slips if len(word) >= _LONG and is_word(each) and not is_word(each.lower()))
    return near[0] if near else next(far, "")


def _is_near_name(word: str, name: str) -> bool:
    """Whether one letter of a name differs, or two that are not heard, or two of a long one."""
    distance = edit_distance(word, name)
    is_heard_alike = distance == 2 and len(name) >= _LONG - 1 and _sound(word.lower()) == _sound(name.lower())
    return (distance == 1 and len(name) > _SHORT + 1) or is_heard_alike or (distance == 2 and len(name) > _LONG)


def near_word_with_capital(word: str) -> str:
    """Return the word that one with a capital within a sentence was meant to be: a common one, or if it is no name."""
    if word.capitalize() in OTHER_NAMES:
        return ""
    if len(word) >= _LONG - 1 and _ENDS_AS_WORDS.search(word):
        return _best(one_slip_off(word))
    return _near_common_slip(word) if len(word) >= _LONG else ""


def far_off(word: str) -> str:
    """Return the stem of the dictionary that sounds alike, and from which two letters differ; empty if none does."""
    sound = _sound(word)
    near = (stem for stem in _stems().get(word[0], ()) if -1 <= len(stem) - len(word) <= 2 and _sound(stem) == sound)
    return next((stem for stem in near if edit_distance(stem, word) <= 2), "")


def one_slip_off(word: str) -> Iterator[str]:
    """Words that differ as slips do: two letters changed places, one is lacking, one is too many, or one sounds alike.

    The first letter is hardly ever wrong, and an s at the end never: it makes a plural.
    """
    yield from _changed_places(word)
    parts = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    yield from (one + two[1:] for one, two in parts if two and two[0] == one[-1])
    yield from (one + one[-1] + two for one, two in parts)
    yield from (one + letter + two[1:] for one, two in parts if two for letter in _like(two[0]))
    yield from (one + letter + two for one, two in parts for letter in _LETTERS if two or letter != "s")
    yield from (one + two[1:] for one, two in parts if two and two != "s")


def _one_letter_off(word: str) -> Iterator[str]:
    yield from one_slip_off(word)
    yield from (word[:at] + letter + word[at + 1 :] for at in range(1, len(word)) for letter in _LETTERS)


def _near_short(word: str) -> str:
    """The commonest word that a short one was meant to be. What lacks its end, or its vowels, is shorthand."""
    swapped = (word[1] + word[0] + word[2:], *_changed_places(word))
    if near := next((each for each in swapped if each in COMMON_WORDS and len(word) > 2), ""):
        return near
    if len(word) < _SHORT or not _VOWELS & set(word):
        return ""
    off = (each for each in one_slip_off(word) if len(each) >= len(word) and each in COMMON_WORDS)
    return next((each for each in off if not each.startswith(word)), "")


def near_common_by_two(word: str) -> str:
    """Return the common word that sounds alike, or that is long and ends alike, and from which two letters differ."""
    begun = _by_beginning().get(word[:2], ()) if len(word) > _SHORT + 1 else ()
    for each in begun:
        is_like = -1 <= len(each) - len(word) <= 2 and len(set(each) ^ set(word)) <= 3
        is_slip = _sound(each) == _sound(word) or (len(word) >= _LONG and each[-1] == word[-1])
        if is_like and is_slip and edit_distance(each, word) <= 2 and _is_right(each):
            return each
    return ""


def _best(words: Iterable[str]) -> str:
    """The first word that pupils' notes have, or else the first of the dictionary."""
    near = list(words)
    common = next((each for each in near if each in _forms() and _is_right(each)), "")
    return common or next(filter(is_word, near), "")


def _is_right(word: str) -> bool:
    return word in WORDS or is_word(word) or is_british_or_term(word)


def _changed_places(word: str) -> Iterator[str]:
    parts = ((word[:at], word[at:]) for at in range(1, len(word) - 1))
    return (one + two[1] + two[0] + two[2:] for one, two in parts if two[0] != two[1])


def _like(letter: str) -> Iterator[str]:
    """The letters that are written for one by mistake."""
    groups = [_VOWELS] if letter in _VOWELS else [frozenset(group) for group in _ALIKE if letter in group]
    return (other for group in groups for other in sorted(group) if other != letter)


@cache
def _sound(word: str) -> str:
    """The consonants of a word, those that sound alike as one, and double ones as one."""
    first = word.replace("ph", "f").translate(str.maketrans("czqj", "kskg"))
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyhw]", "", first))


@cache
def _forms() -> frozenset[str]:
    """The common words with their usual endings; some are no words, which the dictionary tells."""
    return WORDS | {form for word in WORDS if len(word) > _SHORT - 1 for form in _endings(word)}


def _endings(word: str) -> Iterator[str]:
    stem = re.sub(r"e$", "", word)
    is_y = re.search(r"[^aeiou]y$", word)
    yield from (f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word[:-1]}ily") if is_y else (f"{word}s", f"{stem}ed")
    yield from (f"{word}es", f"{stem}ing", f"{word}ly", f"{word}ally", f"{stem}er", f"{stem}ers")


@cache
def _by_beginning() -> dict[str, list[str]]:
    """The common words and their forms by their first two letters."""
    found: dict[str, list[str]] = {}
    for form in sorted(_forms()):
        found.setdefault(form[:2], []).append(form)
    return found


@cache
def _stems() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    known = dictionary()
    words: Iterable[str] = (each.stem for each in known.dic.words) if known else ()
    for word in words:
        if word.islower() and len(word) >= _LONG - 2:
            found.setdefault(word[0], []).append(word)
    return found
