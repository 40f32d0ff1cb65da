"""The facts of a pack that may be changed for others of their kind: each is then plainly false by the pack.

A date of a month or a day becomes another of the pack's, a name that of somebody whose years, as the pack says, are
not those of the sentence, and an entry gets another term, name or date. What may be true all the same is left alone:
"after 1933" is true of 1936, too, and what one Prime Minister thought his successor may have thought as well.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from studypack.base.record import record
from studypack.base.styled_text import Text
from studypack.model.content import Pack
from studypack.model.dates.calendar import Precision
from studypack.model.spans import Gap, Spans, plain
from studypack.sections.kit.alternatives import like_it
from studypack.sections.kit.distractors import pool_of, words_in
from studypack.sections.kit.give_aways import peoples_in
from studypack.sections.kit.other_dates import date_in
from studypack.sections.kit.recall import AskedSentence, Recall, RecallKind, asked_sentences, recalls, shown
from studypack.sections.kit.years import years_between, years_in

_DATE = re.compile(r"(?<![\w–—-])(?:\d{1,2}(?:er|º|\.)?\s(?:de\s)?)?[^\W\d_]{3,}\s(?:de\s)?\d{4}(?![\w–—/-])")
"""What may be a month of a year, or a day of it."""
_VAGUE = (
    r"(?:after|before|since|from|until|till|by|to|between|and|or|early|late|mid|about|around|following"
    r"|après|avant|depuis|dès|jusqu.en|vers|entre|et|ou|fin|début"
    r"|nach|vor|seit|ab|bis|um|gegen|zwischen|und|oder|anfang|ende|mitte"
    r"|después|antes|desde|hasta|hacia|entre|y|o|finales|principios)(?: de)?"
    r"|\b(?:by|until|before|after|since|from) (?:the )?\w+ of"
)
"""Before a date: another one may be true, too."""
_MOST = 150
"""Sentences: of thousands, so many from all over the pack will do."""
_NEAREST = 3
"""Of what may be put in place of a fact: so many that are the most like it."""
_WORDS, _LETTERS = r"\w+", 5
"""Letters of a word that says what happened, or what somebody was."""
_ALIKE = 2
"""Such words that two texts share if they speak of the same."""


@record
class Fact:
    """Something that is said in a sentence or an entry, and what may be put in its place."""

    recall: Recall
    """Asks for it."""
    others: tuple[str, ...]
    """What would make it false, the most alike first."""
    source: str
    """Names the sentence or the entry: of each one fact alone is changed."""

    @property
    def in_sentence(self) -> bool:
        """Whether it stands in a sentence, and is no term, name or date beside what it stands for."""
        return self.recall.kind is RecallKind.GAP

    def saying(self, words: str) -> Spans:
        """Return its sentence with these words where the fact stands; or what stands beside them in an entry."""
        return tuple(Text(words, span.bold, span.italic) if isinstance(span, Gap) else span for span in self.recall.ask)


@lru_cache(8)
def facts_of(pack: Pack) -> tuple[Fact, ...]:
    """Return the facts of the sentences of a pack, then those of its entries."""
    return tuple(_found(pack))


def has_facts(pack: Pack) -> bool:
    """Return whether there is a fact in a pack that may be changed."""
    return next(_found(pack), None) is not None


def _found(pack: Pack) -> Iterator[Fact]:
    yield from _of_sentences(pack)
    yield from _of_entries(pack)


def _of_sentences(pack: Pack) -> Iterator[Fact]:
    asked = list(asked_sentences(pack))
    for sentence in asked[:: 1 + len(asked) // _MOST]:
        flat = tuple(_merged(piece for span in sentence.spans for piece in shown(span) if isinstance(piece, Text)))
        source = f"{sentence.key} {sentence.first} {plain(flat)}"
        for recall, others in (*_dates_in(pack, sentence, flat), *_names_in(pack, sentence, flat)):
            if others:
                yield Fact(replace(recall, key=f"{source} {recall.answer}"), others, source)


def _of_entries(pack: Pack) -> Iterator[Fact]:
    for recall in recalls(pack):
        if recall.kind is not RecallKind.GAP and (others := _others_of_entry(pack, recall)):
            yield Fact(recall, others, recall.key)


def _others_of_entry(pack: Pack, recall: Recall) -> tuple[str, ...]:
    """What may stand beside a meaning, a role or a title in place of the right words."""
    others, date = like_it(pack, recall), recall.date
    if date is None:
        return _nearest(others)
    if recall.mark and date.precision is Precision.YEAR:
        return ()  # what a point says of 1936 may be true of 1938, too
    return _nearest(others)


def _nearest(others: Iterable[str]) -> tuple[str, ...]:
    return tuple(islice(others, _NEAREST))


def _merged(pieces: Iterator[Text]) -> Iterator[Text]:
    """Pieces of one style as one: a date may begin in a gap and end after it."""
    last: Text | None = None
    for piece in pieces:
        if last is not None and last.with_text("") == piece.with_text("") and not piece.formula:
            last = last.with_text(last.text + piece.text)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _asking(sentence: AskedSentence, flat: Spans, at: int, begins: int, words: str) -> Recall:
    """The question for some words of one of the pieces."""
    piece = flat[at]
    assert isinstance(piece, Text)
    before, after = piece.with_text(piece.text[:begins]), piece.with_text(piece.text[begins + len(words) :])
    gap = Gap((words,), bold=piece.bold, italic=piece.italic)
    around = tuple(each for each in (before, gap, after) if isinstance(each, Gap) or each.text)
    mark = sentence.marked.mark if sentence.marked else ""
    return Recall(RecallKind.GAP, "", (*flat[:at], *around, *flat[at + 1 :]), (words,), mark)


def _dates_in(pack: Pack, sentence: AskedSentence, flat: Spans) -> Iterator[tuple[Recall, tuple[str, ...]]]:
    """The dates of a sentence that are known to the month, and that nothing makes vague."""
    for at, piece in enumerate(flat):
        if not isinstance(piece, Text) or not _is_plain(piece):
            continue
        for found in _DATE.finditer(piece.text):
            before = " ".join(piece.text[: found.start()].split()[-4:])
            date = date_in(found[0], pack.language)
            if date is not None and date.is_moment and not re.search(rf"\b(?:{_VAGUE})$", before, re.I):
                recall = _asking(sentence, flat, at, found.start(), found[0])
                yield recall, _nearest(each for each in like_it(pack, recall) if not _is_told_of(pack, sentence, each))


def _is_told_of(pack: Pack, sentence: AskedSentence, date: str) -> bool:
    """Whether a date is that of what the sentence is about, or of something so like it that it may be true, too."""
    own = _telling(plain(sentence.spans), pack.language)
    for marked in pack.marked:
        told = f"{marked.point.date.long if marked.point.date else ''} {plain(marked.point.text)}"
        if _spaced(date) in _spaced(told):
            shared = own & _telling(f"{marked.point.title} {told}", pack.language)
            theme = sentence.marked.point.theme if sentence.marked else None
            if marked == sentence.marked or len(shared) >= _ALIKE or (theme and theme == marked.point.theme):
                return True
    return False


def _spaced(words: str) -> str:
    return f" {' '.join(re.findall(_WORDS, words))} "


def _telling(words: str, language: str) -> set[str]:
    return {word for word in words_in(words, language) if len(word) >= _LETTERS}


def _is_plain(piece: Text) -> bool:
    return not (piece.formula or piece.code or piece.script or piece.link or piece.language)


def _names_in(pack: Pack, sentence: AskedSentence, flat: Spans) -> Iterator[tuple[Recall, tuple[str, ...]]]:
    """The people of a sentence, by the names that it calls them, with those like them whose years are others."""
    words, years = plain(flat), _years_of(sentence)
    roles = {name: plain(person.role) for person in pack.people for name in _names(pack, person.name)}
    named = [
        name
        for person in pack.people
        if (name := next((each for each in _names(pack, person.name) if each in words), ""))
    ]
    # Of two in one sentence, what one was to the other may be true of a third.
    for name in named if years and len(named) == 1 else ():
        found = list(re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", words))
        if len(found) != 1 or _has_more_of_name(words[: found[0].start()]):
            continue
        own = _telling(roles[name], pack.language)
        for at, piece in enumerate(flat):
            if isinstance(piece, Text) and name in piece.text and _is_plain(piece):
                recall = _asking(sentence, flat, at, piece.text.index(name), name)
                shared = {each: len(own & _telling(roles[each], pack.language)) for each in like_it(pack, recall)}
                fit = [
                    each
                    for each in shared
                    if shared[each] >= _ALIKE
                    and years_between(_years_of_role(roles[each]), years)
                    and peoples_in(roles[each], pack.language) == peoples_in(roles[name], pack.language)
                ]
                yield recall, _nearest(sorted(fit, key=lambda each: -shared[each]))


def _names(pack: Pack, name: str) -> tuple[str, ...]:
    """The whole name, then what the texts call somebody."""
    called = pool_of(pack).called(name)
    return tuple(dict.fromkeys((name, called if called != name else name.rpartition(" ")[2])))


def _has_more_of_name(before: str) -> bool:
    """Whether a word with a capital stands before a name: Austen Chamberlain is another one. Not so after a stop."""
    words = before.split()
    return bool(words) and words[-1][:1].isupper() and len(words) > 1


def _years_of(sentence: AskedSentence) -> tuple[int, int] | None:
    """The years that a sentence names, or those of its point."""
    date = sentence.marked.point.date if sentence.marked else None
    if own := years_in(plain(sentence.spans)):
        return own
    if date is None or date.begins is None or date.ends is None:
        return None
    return int(date.begins), int(date.ends)


def _years_of_role(role: str) -> tuple[int, int] | None:
    """The years of a role, if its first words have some: those of its second half alone may be but a part of them."""
    first, whole = years_in(re.split(r"[;.]", role)[0]), years_in(role)
    return whole if first and whole and whole[0] > 0 else None
