"""Whether the title of something dated asks for its date: it names one thing that happened, and not when that was."""

import re
from functools import lru_cache

from studypack.model.content import Pack
from studypack.model.dates.calendar import HistoricalDate, Precision
from studypack.model.letters import primary_language
from studypack.model.sentences import WORD
from studypack.model.spans import plain
from studypack.sections.kit.distractors import words_in

_RANKS = "king queen emperor empress pope lord lady saint roi reine empereur könig königin kaiser papst rey reina"
"""Words that stand before a name, and tell of no event."""
_TITLED = 4
"""Letters of a word of a title that another title may share with it."""
_AND = "and et und y"
_TWO_THINGS = rf"[;,/+&]|\b(?:{_AND.replace(' ', '|')})\b"
"""What parts two things in a title: a trial; an embargo."""
_TWO_WHO = rf"\w+ (?:{_AND.replace(' ', '|')}) [A-Z]\w+ (?:[^\W\d_]+ )*[a-z]{{4}}"
"""A title of what two did: Britain and France declare war."""
_SEVERAL = r"(?:The )?[^\W\d_]{3,}(?<![sui])s of\b"
"""Opens a title of several things: battles of a war."""
_YEAR = re.compile(r"\d{3,4}|\d+(?= (?:BC|AD)\b)")


def telling_words(title: str, language: str) -> set[str]:
    """Return the words of a title that tell it from others, folded."""
    return {word for word in words_in(title, language) if len(word) >= _TITLED and not word.isdigit()}


def asks_for_date(pack: Pack, title: str, date: HistoricalDate) -> bool:
    """Return whether the title of an event has one date for an answer.

    A range has none: who knows one of its days is right, too. Neither has what happened more than once.
    """
    own, language = telling_words(title, pack.language), pack.language
    people = {word for each in pack.people for word in words_in(each.name, language)} | set(_RANKS.split())
    return not (
        date.approximate
        or date.precision is Precision.SPAN
        or not own
        or own <= people  # of a person there are many dates
        or (re.search(_TWO_THINGS, title) and not re.match(_TWO_WHO, title))
        or re.match(_SEVERAL, title)
        or _holds_date(title, date, language)
        or _has_other_dates(pack, own, date)
    )


def names_event(title: str, language: str) -> bool:
    """Return whether a point's title is that of something that happened, as far as its letters tell: the Arcos raid."""
    first, *others = WORD.findall(title) or [""]
    if first.casefold() in _RANKS.split() and all(word[0].isupper() for word in others):
        return False
    return (
        (len(first) > 1 and first.isupper())
        or primary_language(language) == "de"
        or any(word[0].isupper() for word in others)
    )


def _holds_date(title: str, date: HistoricalDate, language: str) -> bool:
    """Whether a title has a number or a word of its date: the Ides of March."""
    told = words_in(f"{date.long} {date.spoken}", language)
    return any(len(word) > 2 or word.isdigit() for word in told & words_in(title, language))


def _has_other_dates(pack: Pack, own: set[str], date: HistoricalDate) -> bool:
    """Whether the glossary tells another year of what a title names: the ultimate decree, first used in 121 BC."""
    told = set(_YEAR.findall(date.long))
    return any(name <= own and 2 * len(name) >= len(own) and not years <= told for name, years in _dated_terms(pack))


@lru_cache(8)
def _dated_terms(pack: Pack) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The words of each term, and the years that its meaning tells."""
    terms = (
        (frozenset(telling_words(each.term, pack.language)), frozenset(_YEAR.findall(plain(each.meaning))))
        for each in pack.glossary
    )
    return tuple((name, years) for name, years in terms if name and years)
