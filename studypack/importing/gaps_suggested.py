"""Suggest which words of a text to make gaps of.

This is a first form, by the length of words alone; `suggest_gaps` is its door.
"""

import re

from studypack.model.sentences import WORD, sentence_ends

_SHORTEST = 6
"""The letters of a word that says something of its own; most of the commonest words are shorter."""
_COMMON = frozenset(
    [
        "because",
        "before",
        "between",
        "should",
        "through",
        "during",
        "against",
        "without",
        "another",
        "however",
        "therefore",
        "although",
        "people",
        "things",
        "really",
        "always",
        "become",
        "became",
        "almost",
        "around",
        "second",
        "number",
        "itself",
        "himself",
        "themselves",
        "everyone",
        "nobody",
        "someone",
    ]
)


def suggest_gaps(text: str, most: int = 3) -> list[tuple[int, int]]:
    """Return the places of up to `most` words for gaps, in order: the last telling one of a sentence."""
    found, start = [], 0
    for end in (*sentence_ends(text), len(text)):
        words = [word for word in WORD.finditer(text, start, end) if _tells(word.group())]
        if words and len(words[-1].string[start:end].split()) > 3:
            found.append(words[-1].span())
        start = end
    return found[:most]


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST and re.fullmatch(r"[^\W\d_]+", word) is not None and word.casefold() not in _COMMON
