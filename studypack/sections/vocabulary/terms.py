"""The terms that are asked for, and what stands for each: nothing on the sheet tells a term that is to be written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from studypack.base.record import record
from studypack.base.styled_text import Text, spans_of
from studypack.model.content import Pack
from studypack.model.giveaway import given_away
from studypack.model.letters import fold_case
from studypack.model.modes import AskedBy, VocabularyMode, Written
from studypack.model.options import Options
from studypack.model.section_modes import VocabularyModes
from studypack.model.sentences import WORD
from studypack.model.spans import Gap, Span, Spans, heard_words, plain
from studypack.model.term import Gender, Term
from studypack.sections.kit.distractors import words_in
from studypack.sections.kit.fitting import mixed, short_code
from studypack.sections.kit.recall import flat
from studypack.sections.kit.telling import alike, tells

_MOST, _MOST_MATCHED = 20, 10
"""Terms of a sheet, unless told."""
SPARES = 2
"""Meanings that fit no term, where they are matched."""
_TRANSLATED = 4
"""Terms with a translation that are enough for a sheet of them."""
_MOST_BLANKS = 2
"""In a meaning: with more there is too little left of it."""
BLANK = Gap(("…",))
"""What stands for a word that would tell a term."""


@record
class Asked:
    """A term, and what stands for it on the sheet."""

    term: str
    clue: Spans
    """Its meaning, its translation, or what somebody was and did, whole."""
    gender: Gender | None = None
    accepted: tuple[str, ...] = ()
    """Other names of somebody."""
    translated: bool = False
    """The clue is a translation."""
    writes: Written = Written.TERM
    """What is to be written; the other of both is given."""
    shown: Spans = ()
    """The clue as the sheet has it, with a `BLANK` for each word that would tell a term."""
    example: Spans = ()
    """A sentence that has the term; on the sheet with a `BLANK` in its place, or nothing."""

    @property
    def given(self) -> str:
        """The words that the sheet gives."""
        return plain(self.shown) if self.writes is Written.TERM else self.term


@record
class Sheet:
    """What a sheet asks for, in its order, and what it had to leave out."""

    mode: VocabularyMode
    asked: tuple[Asked, ...]
    spares: tuple[Asked, ...]
    """What fits no term, where they are matched."""
    left_out: tuple[str, ...]
    """The terms whose meaning gives them away, even with blanks, or says no more than that of another."""

    @property
    def code(self) -> str:
        """Four hexadecimal digits that the sheet and its answers share, from all that is asked."""
        said = [(each.term, plain(each.clue), each.writes, each.gender) for each in (*self.asked, *self.spares)]
        return short_code((self.mode.value, said))


def sheet_of(pack: Pack, options: Options) -> Sheet:
    """Return what the sheet of these options asks for; another seed has another order, and others of many terms."""
    return _sheet(pack, options.seed, options.vocabulary)


@lru_cache(32)
def _sheet(pack: Pack, seed: int, modes: VocabularyModes) -> Sheet:
    mode = modes.mode
    found = mixed(_distinct(list(_asked(pack, modes)), pack.language), lambda each: each.term, seed, pack.digest)
    most = modes.of or (_MOST_MATCHED if mode is VocabularyMode.MATCH else _MOST)
    if mode is VocabularyMode.MATCH:
        own = [blanked for each in found if (blanked := _blanked(each, [each], pack.language))]
        count = max(min(most, len(own) - SPARES), 0)
        made = Sheet(mode, tuple(own[:count]), tuple(own[count : count + SPARES]), ())
    else:
        made = Sheet(mode, tuple(_chosen(found, most, mode, modes, pack.language)), (), ())
    asked = {each.term for each in found if _blanked(each, [each], pack.language)}
    names = [each.term for each in _entries(pack, modes)]
    return replace(made, left_out=tuple(dict.fromkeys(name for name in names if name not in asked)))


def translations_asked(pack: Pack, modes: VocabularyModes) -> bool:
    """Return whether translations stand for the terms, not meanings."""
    if modes.by is not None:
        return modes.by is AskedBy.TRANSLATION
    return sum(term.translation is not None for term in pack.glossary) >= _TRANSLATED


def is_in_examples(pack: Pack) -> bool:
    """Return whether there are examples, and each has its term: a test then gives it with a blank."""
    told = [(term.term, term.example) for term in pack.glossary if term.example]
    return bool(told) and all(given_away((term,), example, pack.language) for term, example in told)


def _example(term: Term) -> Spans:
    return spans_of(term.example) if term.example else ()


def _entries(pack: Pack, modes: VocabularyModes) -> Iterator[Asked]:
    """All terms, and people where they are asked for, each with what stands for it."""
    translated = translations_asked(pack, modes)
    for term in pack.glossary:
        if not translated:
            yield Asked(term.term, flat(term.meaning), term.gender, example=_example(term))
        elif term.translation is not None:
            yield Asked(
                term.term,
                spans_of(term.translation),
                term.gender,
                translated=True,
                example=_example(term),
            )
    if modes.people if modes.people is not None else not pack.glossary:
        for person in pack.people:
            last = person.name.rpartition(" ")[2]
            yield Asked(person.name, flat(person.role), accepted=(last,) if last != person.name else ())


def _asked(pack: Pack, modes: VocabularyModes) -> Iterator[Asked]:
    """Those that have something to be asked by, and do not stand in the title, which is on every page."""
    for each in _entries(pack, modes):
        if each.clue and not given_away((each.term,), pack.title, pack.language):
            yield each


def _distinct(found: Sequence[Asked], language: str) -> list[Asked]:
    """Those whose clue fits them alone: of two that say the same neither is asked, nor what another says and more."""
    said = [words_in(plain(each.clue), language) for each in found]
    names = [fold_case(each.term, language) for each in found]
    return [
        each
        for each, own, name in zip(found, said, names, strict=True)
        if names.count(name) == 1
        and sum(own == other if each.translated else own <= other for other in said) == 1
        and own != words_in(each.term, language)
    ]


def _chosen(
    found: Sequence[Asked], most: int, mode: VocabularyMode, modes: VocabularyModes, language: str
) -> list[Asked]:
    """The first ones that can stand on one sheet: what each gives tells no term that is to be written."""
    kept: list[Asked] = []
    made: list[Asked] = []
    for each in found:
        turn = (Written.TERM, Written.MEANING)[len(kept) % 2] if mode is VocabularyMode.GRID else modes.write
        trial = [*kept, replace(each, writes=turn)]
        hidden = [other for other in trial if other.writes is Written.TERM]
        rows = [row for other in trial if (row := _blanked(other, hidden, language))]
        if len(rows) == len(trial):
            kept, made = trial, rows
        if len(kept) == most:
            break
    return made


@lru_cache(5_000)
def _blanked_words(clue: Spans, own: str, others: tuple[str, ...], language: str) -> Spans | None:
    """The clue with a blank for each word that tells; None where too little would be left, or it tells all the same."""
    telling = words_in(own, language)
    made: list[Span] = []
    for span in clue:
        places = (
            []
            if not isinstance(span, Text) or span.formula or span.code
            else _places(span.text, telling, (own, *others), language)
        )
        made += _with_blanks(span, places)
    made = [span for at, span in enumerate(made) if span is not BLANK or not at or made[at - 1] is not BLANK]
    shown, blanks = tuple(made), sum(span is BLANK for span in made)
    words = [plain(shown), heard_words(shown)]
    told = blanks > _MOST_BLANKS or any(
        tells((own,), each, language) or given_away(others, each, language) for each in words
    )
    return None if told or not words_in(words[0], language) else shown


def _places(words: str, telling: frozenset[str], others: Sequence[str], language: str) -> list[tuple[int, int]]:
    """Where words stand that tell a term, those that follow each other as one."""
    found = [
        match.span()
        for match in WORD.finditer(words)
        if any(alike(fold_case(match.group(), language), other) for other in telling)
    ]
    for other in others:
        ending = r"\w*" if len(other) > _TRANSLATED else "s?"
        flags = 0 if other.isupper() else re.IGNORECASE  # IT is not it
        found += [match.span() for match in re.finditer(rf"(?<!\w){re.escape(other)}{ending}(?!\w)", words, flags)]
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and (start < joined[-1][1] or not words[joined[-1][1] : start].strip(" -‑")):
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _with_blanks(span: Span, places: Sequence[tuple[int, int]]) -> Iterator[Span]:
    if not places or not isinstance(span, Text):
        yield span
        return
    at = 0
    for start, end in places:
        if start > at:
            yield span.with_text(span.text[at:start])
        yield BLANK
        at = end
    if at < len(span.text):
        yield span.with_text(span.text[at:])


def _blanked(each: Asked, hidden: Sequence[Asked], language: str) -> Asked | None:
    """The same with blanks where a term is to be written; None where what it gives tells a term all the same."""
    others = tuple(other.term for other in hidden if other.term != each.term)
    if each.writes is Written.MEANING:
        return None if given_away(others, each.term, language) else replace(each, shown=each.clue)
    example = _blanked_words(each.example, each.term, others, language) if each.example else None
    each = replace(each, example=example if example and BLANK in example else ())
    if each.translated:
        return None if given_away((*others, each.term), plain(each.clue), language) else replace(each, shown=each.clue)
    shown = _blanked_words(each.clue, each.term, others, language)
    return None if shown is None else replace(each, shown=shown)
