"""The language of notes, told by the small words that no sentence of it does without."""

import re
from collections.abc import Iterable

from studypack.importing.notes import NoteLine

USUAL = "en-GB"
_SMALL_WORDS = {
    USUAL: "the of and to in is was were it that for on with as by from not he they but had be which this",
    "fr": "le la les des et est une dans pour que qui du au aux par sur pas ne ce son il elle avec plus sont été l d",
    "de": "der die das und ist nicht den von dem ein eine mit sich auf für im des wird sind er es auch zu wurde als",
    "es": "el la los las del y que una por con para se es su al no lo como más fue son está pero en de un",
}
"""The commonest words of each language in which a pack has the program's words."""
_FEWEST, _MOST_READ = 6, 2000
"""Small words that tell a language, and words that are looked at."""
_PLAINLY = 2
"""How many times as many of its small words as of English ones there are."""


def language_of(lines: Iterable[NoteLine]) -> str:
    """Return the language of notes as BCP 47 names it: English unless another is plain."""
    words = re.findall(r"[^\W\d_]+", " ".join(line.words.casefold() for line in lines))[:_MOST_READ]
    counts = {name: sum(word in small for word in words) for name, small in _SETS.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] >= max(_FEWEST, _PLAINLY * counts[USUAL]) else USUAL


_SETS = {name: frozenset(words.split()) for name, words in _SMALL_WORDS.items()}
