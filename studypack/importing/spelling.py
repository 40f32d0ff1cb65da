"""Words of English notes that are probably misspelt, each with the word that was probably meant.

The dictionary is that of American English which comes with spylls (Hunspell's in Python); British spellings are looked
up as their American ones. A word that nothing in it resembles is a name or a term, and left alone: a false alarm costs
more than a slip that is found later.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from studypack.model.letters import edit_distance

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NOT_PROSE = re.compile(r"\S*(?:://|www\.|@)\S*|\w*\d\w*|`[^`]*`|\$[^$]*\$")
"""Addresses, words with figures, code and formulas."""
_OPENS = re.compile(
    r"(?:^|(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bProf)(?<!\bSt)(?<!\bGen)\.|[!?:;–—•*>]|--?|\d[.)])[\s\"'“‘(*_]*$"
)
"""What stands before the first word of a sentence, an item or a title."""
_SHORTEST, _LONG, _LONG_NAME = 4, 8, 8
"""Letters: shorter words are not looked at; of longer ones two letters may differ; and names that are compared."""
_OFTEN = 3
"""A word that stands so many times is the writer's own."""
_MOST = 60
"""Words that are told; notes with more are of another language."""
_SHORTHAND = frozenset(
    """
    abt agst approx assoc asst ave bldg btwn capt cath cert chem cont corp cttee dept diff econ educ elec
    engl esp est etc exam exec func geog govt gov hist hosp hrs imp inc incl info intl intro lang lit maths
    max mech mgmt mins misc natl orig parl pers phil phys pics poss prev prob prof prot psych qual quant refs
    reln revn secs sept soc specs sthg subj temp thru tho univ usu vocab vols vs wld wrt yrs ppl cant dont
    doesnt didnt isnt wasnt werent wont couldnt shouldnt wouldnt hasnt havent hadnt arent thats theyre youre
    whats lets ebook ebooks blog email online website app apps wifi ouija
    """.split()  # noqa: SIM905
)
"""How notes are written, which is no mistake."""
_BRITISH = (
    (r"our", "or"),
    (r"is(e[drs]?|ing|ation\w*|able)$", r"iz\1"),
    (r"ys(e[drs]?|ing)$", r"yz\1"),
    (r"re(s|d)?$", r"er\1"),
    (r"ll(ed|ing|ers?|ous|or|ors)$", r"l\1"),
    (r"l(ment|ments|ful)$", r"ll\1"),
    (r"pp(ed|ing)$", r"p\1"),
    (r"ae", "e"),
    (r"oe", "e"),
    (r"ogue(s?)$", r"og\1"),
    (r"ence(s?)$", r"ense\1"),
    (r"amme(s?)$", r"am\1"),
    (r"ph", "f"),
    (r"ou", "o"),
    (r"gey?(ing|ment)", r"g\1"),
    (r"nx", "ct"),
    (r"sc", "sk"),
    (r"y(re|res)$", r"i\1"),
    (r"eque(s?)$", r"eck\1"),
    (r"ist$", ""),
    (r"(whil|among|amid)st$", r"\1"),
    (r"elt$", "elled"),
    (r"ctis(e[drs]?|ing)$", r"ctic\1"),
    (r"inium$", "inum"),
    (r"([nm])t$", r"\1ed"),
)
"""British endings and the American ones: colour, realise, centre, travelled, haemoglobin, defence, programme."""


class _Dictionary(Protocol):
    def lookup(self, word: str, /) -> bool: ...


@dataclass(frozen=True, slots=True)
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
    dictionary = _dictionary()
    if dictionary is None:
        return None
    found, seen = [], set[str]()
    counts = Counter(word.casefold() for text in texts for word, _ in _words(text))
    names = {word for text in texts for word, opens in _words(text) if word[:1].isupper() and not opens}
    for number, text in enumerate(texts):
        for word, opens in _words(text):
            if word.casefold() in seen:
                continue
            seen.add(word.casefold())
            if meant := _meant(word, dictionary, names, opens=opens, count=counts[word.casefold()]):
                found.append(Misspelt(number, word, meant))
            if len(found) == _MOST:
                return found
    return found


def _words(text: str) -> Iterator[tuple[str, bool]]:
    """The words of a text, and whether each begins a sentence."""
    prose = _NOT_PROSE.sub(lambda other: " " * len(other[0]), text)
    for found in _WORD.finditer(prose):
        word = re.sub(r"['’]s?$", "", found[0])
        if len(word) >= _SHORTEST:
            # What has an owner's s is a name, wherever it stands.
            yield word, word == found[0] and _OPENS.search(prose, 0, found.start()) is not None


def _meant(word: str, dictionary: _Dictionary, names: set[str], *, opens: bool, count: int) -> str:
    """The word that was probably meant; empty if there is no mistake, or nobody can tell."""
    is_word = word.isascii() and word[1:].islower() and word.casefold() not in _SHORTHAND
    if not is_word or count >= _OFTEN or _is_known(word, dictionary):
        return ""
    if word[0].isupper() and not opens:
        return _meant_name(word, dictionary, names)
    # At the start of a sentence, too, a short word with a capital may be a name.
    least = _LONG - 1 if word[0].isupper() else _SHORTEST + 1
    return _meant_word(word.lower(), dictionary, count) if len(word) >= least else ""


def _meant_word(word: str, dictionary: _Dictionary, count: int) -> str:
    if word.endswith("ys") and dictionary.lookup(f"{word[:-2]}ies"):
        return f"{word[:-2]}ies"
    if two := _run_together(word, dictionary):
        return two
    if _is_compound(word, dictionary):
        return ""
    off = _changed_places(word) if len(word) < _LONG - 2 else _one_letter_off(word)
    near = next((each for each in off if dictionary.lookup(each)), "")
    return near or (_far_off(word) if count == 1 and len(word) >= _LONG else "")


def _is_compound(word: str, dictionary: _Dictionary) -> bool:
    """Whether it is made of words or parts that are known: longship, unelected, scalable, chlorophylls."""
    parts = [(word[:at], word[at:]) for at in range(4, len(word) - 3)]
    if any(two not in _SMALL and dictionary.lookup(one) and dictionary.lookup(two) for one, two in parts):
        return True
    begun = any(word.startswith(each) and dictionary.lookup(word.removeprefix(each)) for each in _BEFORE)
    stems = [word.removesuffix(each) for each in _AFTER if word.endswith(each) and len(word) > len(each) + 3]
    return begun or any(dictionary.lookup(stem) or dictionary.lookup(f"{stem}e") for stem in stems)


def _run_together(word: str, dictionary: _Dictionary) -> str:
    """Two words that lack the blank between them: enterpriseand; empty if they are none."""
    ends = (each for each in _SMALL if word.endswith(each) and len(word) > len(each) + 2)
    return next((f"{word.removesuffix(e)} {e}" for e in ends if dictionary.lookup(word.removesuffix(e))), "")


_SMALL = frozenset(["and", "the", "was", "that", "with", "were", "for", "from", "this"])
_BEFORE = (
    "un",
    "re",
    "non",
    "anti",
    "pre",
    "sub",
    "over",
    "under",
    "inter",
    "post",
    "pro",
    "de",
    "co",
    "micro",
    "multi",
)
_AFTER = ("s", "able", "ness", "less", "like", "wise", "ship", "hood", "ism", "ist", "ists")


def _meant_name(word: str, dictionary: _Dictionary, names: set[str]) -> str:
    """A long name of the dictionary, or any other of the notes that it knows, from which one letter differs."""
    for candidate in _one_letter_off(word):
        is_meant = len(word) >= _LONG_NAME or candidate in names or candidate in _PLACES
        if is_meant and dictionary.lookup(candidate) and not dictionary.lookup(candidate.lower()):
            return candidate
    return ""


_PLACES = frozenset(
    """
    Africa America American Asia Asian Austria Belgium Britain British Canada China Christian Christianity
    England English Europe European France French Geneva German Germany Greece Greek Hungary India Indian
    Ireland Irish Islam Italian Italy Japan Japanese Jewish London Mexico Moscow Muslim Norway Paris Poland
    Polish Portugal Prussia Roman Rome Russia Russian Scotland Scottish Serbia Soviet Spain Spanish Sweden
    Turkey Ukraine Vienna Wales Warsaw January February March April June July August September October
    November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Shakespeare Macbeth Hitler
    Stalin Lenin Churchill
    """.split()  # noqa: SIM905
)
"""Names that are short, and that everybody means."""


def _is_known(word: str, dictionary: _Dictionary) -> bool:
    if any(dictionary.lookup(each) for each in {word, word.lower(), word.capitalize()}):
        return True
    small = word.lower()
    return any(
        dictionary.lookup(re.sub(pattern, ending, small)) for pattern, ending in _BRITISH if re.search(pattern, small)
    )


_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = frozenset("aeiouy")
_ALIKE = ("cks", "sz", "gj", "td", "mn", "bp", "vf")
"""Consonants that sound alike, or are taken for each other."""


def _one_letter_off(word: str) -> Iterator[str]:
    """Words that differ as slips do: two letters changed places, one is lacking, one is too many, or one sounds alike.

    The first letter is hardly ever wrong.
    """
    yield from _changed_places(word)
    parts = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    yield from (one + one[-1] + two for one, two in parts)
    yield from (one + two[1:] for one, two in parts if len(two) > 1)
    yield from (one + letter + two for one, two in parts for letter in _LETTERS)
    yield from (one + letter + two[1:] for one, two in parts if two for letter in _like(two[0]))


def _changed_places(word: str) -> Iterator[str]:
    parts = ((word[:at], word[at:]) for at in range(1, len(word) - 1))
    return (one + two[1] + two[0] + two[2:] for one, two in parts if two[0] != two[1])


def _like(letter: str) -> Iterator[str]:
    """The letters that are written for one by mistake."""
    groups = [_VOWELS] if letter in _VOWELS else [frozenset(group) for group in _ALIKE if letter in group]
    return (other for group in groups for other in sorted(group) if other != letter)


def _far_off(word: str) -> str:
    """The stem of the dictionary that sounds alike, and from which two letters differ; empty if none does."""
    sound = _sound(word)
    near = (stem for stem in _stems().get(word[0], ()) if abs(len(stem) - len(word)) <= 2 and _sound(stem) == sound)
    return next((stem for stem in near if edit_distance(stem, word) <= 2), "")


@cache
def _sound(word: str) -> str:
    """The consonants of a word, those that sound alike as one, and double ones as one."""
    first = word.replace("ph", "f").translate(str.maketrans("czqj", "kskg"))
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyhw]", "", first))


@cache
def _stems() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    dictionary = _dictionary()
    words: Iterable[str] = (each.stem for each in dictionary.dic.words) if dictionary else ()  # type: ignore[attr-defined]
    for word in words:
        if word.islower() and len(word) >= _LONG - 2:
            found.setdefault(word[0], []).append(word)
    return found


@cache
def _dictionary() -> _Dictionary | None:
    """The dictionary, which takes a second to load; None if there is none."""
    try:
        from spylls.hunspell import Dictionary  # noqa: PLC0415  (an extra)
    except ImportError:
        return None
    dictionary: _Dictionary = Dictionary.from_files("en_US")
    return dictionary
