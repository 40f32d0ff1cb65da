"""Terms whose meaning is to be chosen from four meanings.

Not the other way round: of four terms one alone may be of the kind that a meaning asks for, a treaty or a man. So the
term that is given is one word, which says no kind itself, as "trial" and "pact" do.
"""

from collections.abc import Iterator
from functools import lru_cache

from studypack.base.styled_text import Text, spans_of
from studypack.model.content import Pack
from studypack.model.letters import fold_case
from studypack.model.spans import plain
from studypack.model.term import Term
from studypack.sections.kit.candidate import Candidate, shared_words
from studypack.sections.kit.distractors import words_in
from studypack.sections.kit.give_aways import (
    is_plural,
    means_somebody,
    means_verb,
    opens_with_article,
    tells_gender,
    without_article,
)
from studypack.sections.kit.recall import Recall, RecallKind, flat
from studypack.sections.kit.telling import names, tells
from studypack.sections.kit.years import years_in

_LONGEST = 95
"""Characters of a meaning that stands beside three others."""
_AS_LONG = 2
"""How many times longer one of two meanings may be."""
_LETTERS = 0.7
"""Of the characters of a meaning: one with fewer is a formula, or figures."""
_PLURAL_ARTICLES = ("les ", "des ", "los ", "las ", "unos ", "unas ", "gli ")
_WITHIN = 5
"""Letters of a word that tells a longer one which has it: Abkommen, of a Handelsabkommen."""


@lru_cache(8)
def meanings(pack: Pack) -> tuple[Recall, ...]:
    """Return a question for the meaning of each term that tells nothing of it."""
    return tuple(
        Recall(RecallKind.MEANING, f"meaning {number} {term.term}", spans_of(term.term), (meaning,))
        for number, term in enumerate(pack.glossary)
        if _says_no_kind(term.term)
        and (meaning := _meaning(term, pack.language))
        and not _tells(term.term, meaning, pack.language)
    )


def other_meanings(pack: Pack, recall: Recall) -> Iterator[Candidate]:
    """Yield the meanings of other terms of its form: a plural beside plurals, a verb beside verbs."""
    own, language = recall.asked, pack.language
    form = _form(own, recall.answer, language)
    right = words_in(recall.answer, language)
    for term in pack.glossary:
        meaning = _meaning(term, language)
        # A meaning that names its own term is ruled out by that.
        is_told = _tells(own, meaning, language) or names((term.term,), meaning, language)
        if meaning and not is_told and _form(term.term, meaning, language) == form:
            words = words_in(meaning, language)
            is_as_long = max(len(meaning), len(recall.answer)) <= _AS_LONG * min(len(meaning), len(recall.answer))
            if is_as_long and not (words <= right or right <= words):
                far = (years_in(meaning) is None) is not (years_in(recall.answer) is None)
                yield Candidate(meaning, far - shared_words(recall.answer, meaning, language))


def other_terms(pack: Pack, recall: Recall) -> Iterator[Candidate]:
    """Yield other terms of the form of the right one: with an article as it has, and a verb if that is one."""
    is_verb, has_article = means_verb(recall.asked), opens_with_article(recall.answer)
    for term in () if tells_gender(recall.asked, pack.language) else pack.glossary:
        meaning = plain(term.meaning)
        if means_verb(meaning) is is_verb and opens_with_article(term.term) is has_article:
            yield Candidate(term.term, -shared_words(recall.asked, meaning, pack.language))


def _says_no_kind(term: str) -> bool:
    word = without_article(term)
    return type(term) is str and word.replace("-", "").isalpha() and not word.isupper()


def _meaning(term: Term, language: str) -> str:
    """What a term means, in one style; empty where that is long, has a formula, or says its gender."""
    spans = flat(term.meaning)
    words = plain(spans)
    is_plain = all(isinstance(span, Text) and not (span.formula or span.code or span.script) for span in spans)
    is_plain &= sum(map(str.isalpha, words)) >= _LETTERS * len(words)
    return words if is_plain and len(words) <= _LONGEST and not tells_gender(words, language) else ""


def _form(term: str, meaning: str, language: str) -> tuple[bool, ...]:
    """What a right meaning might be told by."""
    return (
        _is_plural(term, language),
        means_verb(meaning),
        means_somebody(meaning, language),
        opens_with_article(term),
        meaning[:1].isupper(),
        meaning.endswith("."),
    )


def _is_plural(term: str, language: str) -> bool:
    """Whether a term is one of several things: its article says so, if there is one."""
    if opens_with_article(term):
        return term.casefold().startswith(_PLURAL_ARTICLES)
    return is_plural(term, language)


def _tells(term: str, meaning: str, language: str) -> bool:
    word = fold_case(without_article(term), language)
    return tells((term,), meaning, language) or any(
        len(each) >= _WITHIN and each in word for each in words_in(meaning, language)
    )
