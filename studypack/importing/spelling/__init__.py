"""Words of English notes that are probably misspelt, each with the word that was probably meant.

A word that nothing in the dictionary resembles is a name or a term, and left alone: a false alarm costs more than a
slip that is found later.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from studypack.base.record import record
from studypack.importing.common_words import COMMON_WORDS
from studypack.importing.spelling.dictionary import dictionary, is_known, is_word
from studypack.importing.spelling.near import (
    far_off,
    near_common,
    near_common_by_two,
    near_name,
    near_slip,
    near_slip_of_name,
    near_word_with_capital,
)
from studypack.importing.spelling.pupils_words import RARE, RUN_TOGETHER, SHORTHAND

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NOT_PROSE = re.compile(r"\S*(?:://|www\.|@)\S*|\w*\d\w*|`[^`]*`|\$[^$]*\$")
"""Addresses, words with figures, code and formulas."""
_OPENS = re.compile(
    r"(?:^|(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bProf)(?<!\bSt)(?<!\bGen)\.|[!?:;–—•*>]|--?|\d[.)])[\s\"'“‘(*_]*$"
)
"""What stands before the first word of a sentence, an item or a title."""
_NOT = re.compile(r"(.*)(['’])nt")
_SHORTEST, _LONG, _LONGEST = 3, 8, 24
"""Letters: shorter and longer words are not looked at; of those that are `_LONG` two letters may differ."""
_OFTEN = 3
"""A word that stands so many times is the writer's own."""
_MOST = 60
"""Words that are told; notes with more are of another language."""
_BEFORE_WORD = 20
"""The characters before a word that tell whether it begins a sentence."""
_MOST_UNKNOWN = 600
"""Words that are looked at closely, of some thousandths of a second each; notes with more are long or foreign."""


@record
class Misspelt:
    """A word that is probably misspelt."""

    text: int
    """The text that it stands in first, by its place among those given, from 0."""
    word: str
    suggestion: str
    """What was probably meant."""


def misspelt(texts: Sequence[str]) -> list[Misspelt] | None:
    """Return the words of some English texts that are probably misspelt, each once, in their order.

    None if spylls is not installed, which comes with `studypack[spelling]`.
    """
    if dictionary() is None:
        return None
    found, seen = [], set[str]()
    counts = Counter(word.casefold() for text in texts for word, _ in _words(text))
    names = {word for text in texts for word, opens in _words(text) if word[:1].isupper() and not opens}
    unknown = 0
    for number, text in enumerate(texts):
        for word, opens in _words(text):
            if word.casefold() in seen:
                continue
            seen.add(word.casefold())
            unknown += not is_known(word)
            if meant := _meant(word, names, opens=opens, count=counts[word.casefold()]):
                found.append(Misspelt(number, word, meant))
            if len(found) == _MOST or unknown > _MOST_UNKNOWN:
                return found
    return found


def _words(text: str) -> Iterator[tuple[str, bool]]:
    """The words of a text, and whether each begins a sentence."""
    prose = _NOT_PROSE.sub(lambda other: " " * len(other[0]), text)
    for found in _WORD.finditer(prose):
        word = re.sub(r"['’]s?$", "", found[0])
        is_part = word[:1].isupper() and "-" in prose[max(found.start() - 1, 0) : found.end() + 1]
        if _SHORTEST <= len(word) <= _LONGEST and not is_part:  # of a name: Austro-Hungarian, Brest-Litovsk
            # What has an owner's s is a name, wherever it stands.
            yield (
                word,
                word == found[0]
                and _OPENS.search(prose, max(0, found.start() - _BEFORE_WORD), found.start()) is not None,
            )


def _meant(word: str, names: set[str], *, opens: bool, count: int) -> str:
    """The word that was probably meant; empty if there is no mistake, or nobody can tell."""
    small = word.lower()
    if rare := RARE.get(small) or RUN_TOGETHER.get(small):
        return rare
    if not_right := _NOT.fullmatch(word):  # did'nt
        return f"{not_right[1]}n{not_right[2]}t"
    is_shouted = word.isupper() and len(word) >= _LONG - 1
    is_prose = word.isascii() and (word[1:].islower() or is_shouted) and small not in SHORTHAND
    if not is_prose or is_known(word):
        return ""
    if word[0].isupper() and (is_shouted or not opens):
        return near_name(word.capitalize(), names) or near_word_with_capital(small)
    # At the start of a sentence, too, a word with a capital may be a name.
    if opens and word[0].isupper():
        return near_name(word, ()) or _meant_at_start(small)
    return _meant_word(small, count)


def _meant_at_start(word: str) -> str:
    """The word that the first of a sentence was meant to be: a common one, or one that ends as no name does."""
    if len(word) < _LONG - 1:
        return ""
    if word.endswith("ys") and is_word(f"{word[:-2]}ies"):
        return f"{word[:-2]}ies"
    if (near := near_common(word)) or _is_compound(word):
        return near
    return near_word_with_capital(word) or near_slip_of_name(word) or near_common_by_two(word)


def _meant_word(word: str, count: int) -> str:
    for wrong, right in (("ys", "ies"), ("ally", "ly"), ("s", "es")):  # countrys, publically, parishs
        if word.endswith(wrong) and is_word(meant := word.removesuffix(wrong) + right):
            return meant
    if near := near_common(word) or _run_together(word):
        return near
    if len(word) <= _SHORTEST + 1 or _is_compound(word):
        return ""
    if count < _OFTEN and (near := near_slip(word)):
        return near
    return near_common_by_two(word) or (far_off(word) if count == 1 and len(word) >= _LONG else "")


def _is_compound(word: str) -> bool:
    """Whether it is made of words or parts that are known: longship, unelected, scalable, chlorophylls."""
    parts = [(word[:at], word[at:]) for at in range(4, len(word) - 3)]
    if any(two not in _NO_PART and is_word(one) and is_word(two) for one, two in parts):
        return True
    begun = any(word.startswith(each) and is_word(word.removeprefix(each)) for each in _BEFORE)
    stems = [word.removesuffix(each) for each in _AFTER if word.endswith(each) and len(word) > len(each) + 3]
    return begun or any(is_word(stem) or is_word(f"{stem}e") for stem in stems)


def _run_together(word: str) -> str:
    """Two words that lack the blank between them: enterpriseand, ofthe; empty if they are none."""
    ends = [each for each in _SMALL if word.endswith(each) and len(word) > len(each) + 1]
    for end in ends:
        begins = word.removesuffix(end)
        if begins in COMMON_WORDS or (len(begins) > 2 and is_word(begins)):
            return f"{begins} {end}"
    return ""


_SMALL = ("and", "the", "was", "that", "with", "were", "for", "from", "this")
_NO_PART = frozenset([*_SMALL, "ally"])
_BEFORE = "un re non anti pre sub over under inter post pro de co micro multi".split()  # noqa: SIM905
_AFTER = ("s", "able", "ness", "less", "like", "wise", "ship", "hood", "ism", "ist", "ists")
