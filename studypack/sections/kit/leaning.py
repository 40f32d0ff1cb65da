"""Whether a sentence can be understood without the one before it: "They refused" cannot."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from studypack.model.dates.english import MONTHS
from studypack.model.letters import fold_case, primary_language
from studypack.model.sentences import WORD

_FEWEST_WORDS, _MOST_WORDS = 6, 40
"""Of a sentence that is asked: a shorter one says too little, a longer one is no question."""
_BEFORE_POSSESSIVE, _BEFORE_PRONOUN = 4, 3
"""The words of the sentence that stand before "its", and before "that it", and may be what is meant."""
_FIRST_WORDS = 5
"""Of a sentence: those that say whom or what it is about."""
_NAMED = 4
"""Letters of a name that "he" may mean."""
_GROUP = re.compile(r"(?:ive|er|ist|an|at|al|ik|ite|or)s$")
"""The end of a name of many in English, who are not "he": Conservatives."""
_PLACED = tuple("the in at to from near into over after before with when while under during once since".split())  # noqa: SIM905
"""Before names of places and times."""


@dataclass(frozen=True)
class _Leaning:
    """The words of a language that mean something said before."""

    opening: str
    """Words that lean on the last sentence where they open one."""
    pronouns: str
    """Words that mean something named before, if no clause of the sentence itself stands before them."""
    possessives: str
    """The same, which may mean what the clause begins with."""
    joining: str
    """Words that begin another clause."""
    people: str = ""
    """Words that mean somebody, if nobody is named in the first words of the sentence."""
    several: str = ""
    """Words that mean several, if the first words name no several."""
    phrases: str = ""
    """Several words, as a pattern, that lean wherever they stand."""

    @cached_property
    def sets(self) -> tuple[frozenset[str], ...]:
        """Return the lists of words, in the order of the fields."""
        lists = (self.opening, self.pronouns, self.possessives, self.joining, self.people, self.several)
        return tuple(frozenset(words.split()) for words in lists)


_LANGUAGES: Mapping[str, _Leaning] = {
    "en": _Leaning(
        opening="it its it's they their them this these that those he his she her hers him such both each either "
        "neither none another other others one two some same there here then thus so therefore hence however but and "
        "or nor yet also moreover worse meanwhile instead later afterwards soon still even again indeed otherwise only "
        "too thereby accordingly consequently similarly likewise finally next first second third what why how if",
        pronouns="it these those this",
        possessives="its",
        people="he she him his her hers himself herself",
        several="they them their theirs themselves",
        joining="that which who whom whose because when while as although though if since so but and or until where "
        "before after than whether",
        phrases=r"(?:the|these|those) (?:last|first|other|next|latter|former|same|following|second|rest)\b|the two\b"
        r"|by then|that (?:day|year|month|summer|autumn|winter|spring|time)|in this|at that|both of|(?:of|for) this"
        r"|the (?:year|day|month|summer|week|night) (?:after|before)"
        r"|(?:days|weeks|months|years) (?:later|before|earlier)"
        r"|of (?:the )?(?:two|three|four|five)|(?:whether|if|because|when) that|as before|above|below|another way"
        r"|the ones|now\b",
    ),
    "fr": _Leaning(
        opening="il ils elle elles lui leur leurs son sa ses ce c'est cet cette ces cela ça ceci celui celle ceux "
        "celles aucun aucune autre autres mais et ou or donc car ni ainsi aussi alors puis ensuite enfin pourtant "
        "cependant toutefois néanmoins chacun chacune tous toutes certains certaines l'un l'une là ici "
        "y en faut-il si comment",
        pronouns="il elle celui-ci celle-ci ceux-ci cela celui celle ceux celles y",
        possessives="son sa ses lui",
        several="ils elles eux leur leurs",
        joining="que qu qui dont où quand lorsque parce comme puisque mais et ou car si tandis",
        phrases=r"ce jour-là|cette année-là|le même|la même|les mêmes|le lendemain|la veille|l['’]ennemi|les deux\b"
        r"|à son tour|dès lors|plus tard|le \d{1,2}(?:,| par\b)|ne (?:les?|la|lui|leur)\b"
        r"|(?:peu(?:t|vent)|pourr(?:a|ont)) (?:les?|la|lui|leur)\b"
        r"|^(?:deux|trois|plusieurs|quelques|des|les)\b(?:(?!\b(?:qu[ie]|où|dont)\b)[^.;:])*\b(?:son|sa|ses)\b"
        r"|(?-i:^L?[ae]?s? ?[A-ZÀ-Ý][\w-]+) les? \w+e,"
        r"|en (?:obtient|fait|use|vient|reste|sont|est|a|ont)\b",
    ),
    "de": _Leaning(
        opening="er sie es ihn ihm ihnen ihr ihre ihrer sein seine seiner dieser diese dieses diesem diesen dies jener "
        "jene jenes solche beide aber und oder doch denn so dann danach deshalb daher darum dadurch damit dabei dazu "
        "trotzdem dennoch auch hier dort dort nun keine keiner andere einer eine eines außerdem jedoch somit später "
        "was warum wie zuletzt schließlich endlich zuerst",
        several="ihnen",
        pronouns="er sie es ihn ihm dieser diese dieses diesem diesen",
        possessives="sein seine seiner seinem seinen ihr ihre ihrer ihrem ihren",
        joining="dass daß weil wenn als ob obwohl während der die das den dem deren dessen und oder aber sondern wo "
        "bis",
        phrases=r"(?:der|die|das) (?:letztere|erstere|andere|gleiche|selbe)\w*|im selben|am nächsten|die beiden"
        r"|dieselbe\w*",
    ),
    "es": _Leaning(
        opening="él ella ello ellos ellas lo su sus esto esta este estos estas eso esa ese esos esas aquello aquel "
        "aquella pero y e o u sino así entonces luego también tampoco además después ambos ambas ninguno ninguna otro "
        "otra otros otras aquí allí sin por aunque finalmente qué cómo",
        several="ellos ellas",
        pronouns="él ella ello esto eso aquello éste ésta éstos éstas",
        possessives="su sus suyo suya",
        joining="que quien quienes cuyo cuya porque cuando como aunque si y e o pero donde mientras",
        phrases=r"al año siguiente|el mismo|la misma|los mismos|las mismas|los dos\b|ese año|ese día|poco después",
    ),
}


def stands_by_itself(sentence: str, language: str, is_name: Callable[[str], bool], *, opens: bool) -> bool:
    """Return whether a sentence says what it is about.

    `is_name` tells whether a word has a capital of its own. `opens` is whether the sentence is the first of its text:
    of a language whose pronouns are not known here, no other counts.
    """
    words = [fold_case(match.group(), language).replace("’", "'") for match in WORD.finditer(sentence)]
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS:
        return False
    leaning = _LANGUAGES.get(primary_language(language))
    if leaning is None:
        return opens
    if words[0] in leaning.sets[0] or (leaning.phrases and re.search(rf"\b(?:{leaning.phrases})", sentence, re.I)):
        return False
    return not any(_leans(sentence, words, place, leaning, is_name) for place in range(len(words)))


def _leans(sentence: str, words: list[str], place: int, leaning: _Leaning, is_name: Callable[[str], bool]) -> bool:
    """Whether one of the words of a sentence means what was said before it."""
    _, pronouns, possessives, joining, people, several = leaning.sets
    word, start = words[place], min(place, _FIRST_WORDS)
    if word in possessives:
        return place < _BEFORE_POSSESSIVE
    if word in people:
        return not _names_somebody(sentence, start, is_name)
    if word in several:
        return not any(_is_several(each) for each in words[:start])
    if word in pronouns:
        matches = list(WORD.finditer(sentence))
        return not any(
            words[at] in joining or sentence[: matches[at].start()].rstrip()[-1:] in ",;:–—"
            for at in range(_BEFORE_PRONOUN, place + 1)
        )
    return False


def _is_several(word: str) -> bool:
    """Whether a word is a plural, as far as its letters tell, or joins two."""
    plural = len(word) >= _NAMED and word.endswith(("s", "x")) and not word.endswith(("us", "ss", "is"))
    return plural or word in ("and", "et", "und", "y")


def _names_somebody(sentence: str, first: int, is_name: Callable[[str], bool]) -> bool:
    """Whether the first words have a name that may be somebody's: not the East, at Genoa or in March."""
    before = ""
    for match in list(WORD.finditer(sentence))[:first]:
        word = match.group()
        is_somebody = len(word) >= _NAMED and is_name(word) and word not in MONTHS and not _GROUP.search(word)
        if is_somebody and before not in _PLACED:
            return True
        before = word.casefold()
    return False
