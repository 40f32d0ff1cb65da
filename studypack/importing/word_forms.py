"""Whether two words are one: plurals, possessives, British and American spellings, and the people of a country."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from studypack.base.wording import closest
from studypack.model.letters import edit_distance

_FAMILIES = (
    "britain british briton britons", "england english englishman englishmen", "scotland scottish scot scots",
    "wales welsh", "ireland irish", "france french frenchman frenchmen", "spain spanish spaniard spaniards",
    "poland polish pole poles", "greece greek greeks", "netherlands dutch holland", "denmark danish dane danes",
    "sweden swedish swede swedes", "finland finnish finn finns", "norway norwegian norwegians",
    "turkey turkish turk turks", "switzerland swiss", "portugal portuguese", "iceland icelandic",
    "czechoslovakia czechoslovak czechoslovaks", "europe european europeans", "west western", "east eastern",
    "north northern", "south southern", "peru peruvian", "burma burmese", "thailand thai", "rome roman romans",
    "athens athenian athenians", "naples neapolitan", "venice venetian", "cyprus cypriot", "wales welshman",
)  # fmt: skip
_BEFORE_HYPHENS = {
    "anglo": "britain", "franco": "france", "russo": "russia", "sino": "china", "italo": "italy", "austro": "austria",
    "indo": "india", "greco": "greece", "graeco": "greece", "hispano": "spain", "luso": "portugal", "afro": "africa",
}  # fmt: skip
_FAMILY = {word: family.split()[0] for family in _FAMILIES for word in family.split()}
_ENDINGS = (
    "", "a", "al", "an", "ans", "ary", "ation", "e", "ean", "ed", "er", "ers", "es", "ese", "i", "ia", "ian", "ians",
    "ic", "ik", "in", "ing", "ish", "ism", "ist", "k", "m", "n", "s", "sm", "st", "t", "y",
)  # fmt: skip
"""Of a country, its people, a belief and who holds it: Russia, Russian; Bolshevik, Bolshevism; Communist, communism."""
_FEWEST_SHARED = 4
"""The letters that two such words begin with alike."""
_SPELLINGS = (
    (re.compile(r"is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"), "iz"),
    (re.compile(r"ys(?=(?:e|ed|es|ing)$)"), "yz"),
    (re.compile(r"our"), "or"),
    (re.compile(r"[ao]e"), "e"),
    (re.compile(r"tre(?=s?$)"), "ter"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"nce(?=s?$)"), "nse"),
    (re.compile(r"mme(?=s?$)"), "m"),
    (re.compile(r"ll"), "l"),
)
"""What is spelt otherwise in America: recognise, analyse, labour, anaemia, centre, catalogue, defence, programme …"""
_PLURALS = ((re.compile(r"ies$"), "y"), (re.compile(r"(?<=[^sui])s$"), ""), (re.compile(r"e$"), ""))
_NEAR = 0.7
"""The least similarity of two names that may be one, as `closest` measures it."""
_MOST_EDITS = 1
_LONG, _MOST_EDITS_OF_LONG = 8, 2


@lru_cache(4_096)
def base_form(word: str) -> str:
    """Return what all spellings of a word share: small letters without accents, hyphens and endings of the plural."""
    decomposed = unicodedata.normalize("NFKD", word)
    letters = "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()
    letters = re.sub(r"['’]s?$", "", letters).replace("-", "").replace("’", "'")
    for pattern, one in (*_SPELLINGS, *_PLURALS):
        if len(letters) > _FEWEST_SHARED:
            letters = pattern.sub(one, letters)
    return letters


def stems(word: str) -> frozenset[str]:
    """Return what a name shares with those of the same people or belief: Bolshevik and Bolshevism, Poland and Poles."""
    form = base_form(word)
    cut = (at for at in range(_FEWEST_SHARED, len(form) + 1) if form[at:] in _ENDINGS)
    return frozenset((*(form[:at] for at in cut), f"={_family(word)}"))


def _family(word: str) -> str:
    small = re.sub(r"['’]s?$", "", word).casefold()
    return _FAMILY.get(small, small)


def is_slip(word: str, right: str) -> bool:
    """Return whether a word is probably another with a slip of the pen: Britian, Czechoslovkia."""
    one, two = base_form(word), base_form(right)
    most = _MOST_EDITS_OF_LONG if min(len(one), len(two)) >= _LONG else _MOST_EDITS
    return len(one) > _FEWEST_SHARED and abs(len(one) - len(two)) <= most and edit_distance(one, two) <= most


def before_hyphen(part: str) -> str:
    """Return the country that the first part of a word with a hyphen stands for: France for Franco-; else the part."""
    return _BEFORE_HYPHENS.get(part.casefold(), part)


class WordList:
    """Words that a text says, and whether it says another in some form."""

    def __init__(self, words: Iterable[str]) -> None:
        known = set(words)
        self._forms = {base_form(word) for word in known}
        self._stems = {stem for word in known for stem in stems(word)}

    def __contains__(self, word: str) -> bool:
        return base_form(word) in self._forms or not self._stems.isdisjoint(stems(word))


class NearWords:
    """Names by their first letter, and which of them is nearest to another."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words: dict[str, list[str]] = {}
        for word in dict.fromkeys(words):
            self._words.setdefault(base_form(word)[:1], []).append(word)

    def nearest(self, word: str) -> str:
        """Return the name that is most similar, and begins alike; empty if none is similar enough."""
        return closest(word, self._words.get(base_form(word)[:1], ()), _NEAR)

    def has_slip_of(self, word: str) -> bool:
        """Return whether a word is one of the names with a slip of the pen."""
        return any(is_slip(word, each) for each in self._words.get(base_form(word)[:1], ()) if each != word)
