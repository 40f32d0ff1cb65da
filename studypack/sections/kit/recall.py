"""What can be asked of a pack in a line: a sentence with a gap, the term of a meaning, the person of a role, a date."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum, auto
from functools import lru_cache

from studypack.base.record import record
from studypack.base.styled_text import Text, spans_of
from studypack.model.blocks import Block, Table, blocks
from studypack.model.content import MarkedPoint, Pack
from studypack.model.dates.calendar import HistoricalDate
from studypack.model.giveaway import given_away
from studypack.model.sentences import is_finished, sentences
from studypack.model.spans import Gap, Span, Spans, gaps, heard_words, plain, stands_alone
from studypack.model.words import Words
from studypack.sections.kit.distractors import Kind, kind_of, pool_of, stems, words_in
from studypack.sections.kit.leaning import stands_by_itself
from studypack.sections.kit.telling import abbreviates, alike, tells
from studypack.sections.kit.titles import asks_for_date, names_event, telling_words

_MOST = 150
"""Of each kind: of thousands, so many from all over the pack will do."""
_LONGEST = 300
"""Characters of a question."""
_LONGEST_ANSWER = 250
"""Characters: a longer one is no answer that is written in a line."""
_ENDING = 2
"""Letters at the end of a word that make another form of it."""
_IN_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
"""Beside a term: harceler (harcelé)."""


class RecallKind(Enum):
    """What is asked for."""

    GAP = auto()
    TERM = auto()
    MEANING = auto()
    """Of a term, to be chosen; it is not among what `recalls` returns."""
    PERSON = auto()
    DATE = auto()


@record
class Recall:
    """A question that stands by itself, and its answers."""

    kind: RecallKind
    key: str
    """Names it in the pack, for orders that tell nothing."""
    ask: Spans
    """A sentence with one gap, a meaning, a term, a role, or the title of what is dated."""
    answers: tuple[str, ...]
    """What is accepted; the first is printed."""
    mark: str = ""
    """Of the point that it is from; empty for others."""
    topic: str = ""
    """The title of the point or the sheet that a gap's sentence is from, which says what it is about; empty where that
    would tell the answer."""
    date: HistoricalDate | None = None
    """What is asked for, if that is a date."""

    @property
    def answer(self) -> str:
        """The answer that is printed."""
        return self.answers[0]

    @property
    def spoken(self) -> str:
        """Its answer as it is read aloud, if that is not as it is printed."""
        return self.date.spoken if self.date and self.date.spoken != self.answer else ""

    @property
    def asked(self) -> str:
        """The words of the question, with its gap as three dots."""
        return "".join("…" if isinstance(span, Gap) else span.text for span in self.ask)

    @property
    def heard(self) -> str:
        """The words of the question as they are read aloud, with its gap as three dots."""
        return heard_words(tuple(Text("…") if isinstance(span, Gap) else span for span in self.ask))

    def told_by(self, words: str, language: str) -> bool:
        """Return whether some words would give the answer away."""
        if self.kind is RecallKind.DATE:
            # Its year or its month beside a word of what is dated: of four dates there may be one alone in March.
            own, within = words_in(self.answer, language), words_in(words, language)
            shared = own & within
            is_dated = len(shared) > 1 or any(len(word) > 2 for word in shared)
            title = telling_words(self.asked, language)
            return bool(given_away(self.answers, words, language)) or (
                is_dated and any(alike(one, other) for one in title for other in within)
            )
        if self.kind is RecallKind.MEANING:
            return self.answer in words
        return tells(self.answers, words, language)


@lru_cache(8)
def recalls(pack: Pack) -> tuple[Recall, ...]:
    """Return all that can be asked of a pack: gaps, terms, people, then dates, each in the order of the content.

    None gives its answer away, none has another's answer, and none needs a sentence that is not there.
    """
    # The head of every page has the title.
    found = (each for kind in (_gaps, _terms, _people, _dates) for each in _some(list(kind(pack))))
    short = (each for each in found if max(map(len, each.answers)) <= _LONGEST_ANSWER)
    return tuple(each for each in short if not each.told_by(pack.title, pack.language))


def _some(found: list[Recall]) -> list[Recall]:
    return found[:: 1 + len(found) // _MOST]


@record
class AskedSentence:
    """A sentence of a point or a passage that can be asked about: it can be understood without the one before it."""

    key: str
    """Names its text in the pack."""
    spans: Spans
    title: str
    """Of the point or the sheet."""
    marked: MarkedPoint | None
    first: int
    """The number of gaps before it in its text."""
    has_figures: bool
    """Its text has a table or a formula, from which numbers are found."""


def asked_sentences(pack: Pack) -> Iterator[AskedSentence]:
    """Yield the sentences of all points and passages that stand by themselves, in the order of the content."""
    is_name = pool_of(pack).capitals.is_name
    texts: list[tuple[str, Spans, str, MarkedPoint | None]] = [
        (f"point {marked.key}", marked.point.text, marked.point.title, marked) for marked in pack.marked
    ]
    texts += [(f"sheet {number}", sheet.passage, sheet.title, None) for number, sheet in enumerate(pack.worksheets)]
    for name, text, title, marked in texts:
        number, counts = 0, any(isinstance(block, Table) or _is_formula(block) for block in blocks(text))
        for sentence, opens in _plain_sentences(text):
            if _is_asked(sentence, pack.language, is_name, opens=opens):
                yield AskedSentence(name, sentence, title, marked, number, counts)
            number += len(gaps(sentence))


def _gaps(pack: Pack) -> Iterator[Recall]:
    """The sentences of points and passages, once for each of their gaps."""
    for each in asked_sentences(pack):
        for number, own in enumerate(gaps(each.spans), start=each.first + 1):
            if each.has_figures and kind_of(own.answer) is Kind.NUMBER:
                continue
            if recall := _of_gap(pack.language, each.spans, own):
                topic = "" if recall.told_by(each.title, pack.language) else each.title
                mark = each.marked.mark if each.marked else ""
                yield replace(recall, key=f"{each.key} {number}", topic=topic, mark=mark)


def begins_as_another(pack: Pack, recall: Recall) -> bool:
    """Return whether the first letters of an answer may be those of another gap's: interference, intervention."""
    alike = _answers_by_stem(pack) if recall.kind is RecallKind.GAP else {}
    others = {other for stem in stems(recall.answer, pack.language) for other in alike.get(stem, ())}
    return any(_begin_alike(other, recall.answer) for other in others.difference(recall.answers))


@lru_cache(8)
def _answers_by_stem(pack: Pack) -> Mapping[str, set[str]]:
    """The answers of all gaps, by how their words begin."""
    found = defaultdict[str, set[str]](set)
    for text in (*(point.text for point in pack.points), *(sheet.passage for sheet in pack.worksheets)):
        for gap in gaps(text):
            for stem in stems(gap.answer, pack.language):
                found[stem].add(gap.answer)
    return found


def _begin_alike(one: str, two: str) -> bool:
    """Whether two answers have the same first letters, and are no forms of one word: guarantee, guaranteed."""
    first, second = ([word[0] for word in each.split()] for each in (one, two))
    stem = min(len(one), len(two)) - _ENDING
    return first == second and one[:stem] != two[:stem]


def _is_formula(block: Block) -> bool:
    return isinstance(block, tuple) and stands_alone(block)


def _plain_sentences(text: Spans) -> Iterator[tuple[Spans, bool]]:
    """The sentences of plain paragraphs, but for those that go on after a formula; and whether it opens the text."""
    before: object = None
    for number, block in enumerate(blocks(text)):
        if isinstance(block, tuple) and not stands_alone(block):
            goes_on = number > 0 and not (isinstance(before, tuple) and is_finished(plain(before)))
            for place, sentence in enumerate(sentences(block)):
                if place or not goes_on:
                    yield _stripped(sentence), not number and not place
        before = block


def _stripped(sentence: Spans) -> Spans:
    first, *rest = sentence
    if isinstance(first, Gap):
        return sentence
    words = first.text.lstrip()
    return (replace(first, text=words), *rest) if words else tuple(rest)


def _is_asked(sentence: Spans, language: str, is_name: Callable[[str], bool], *, opens: bool) -> bool:
    """Whether a sentence is whole, states something, is not too long, and says what it is about."""
    words = plain(sentence)
    if len(words) > _LONGEST or not is_finished(words) or not _is_whole(words) or words.rstrip().endswith("?"):
        return False
    return stands_by_itself(words, language, is_name, opens=opens)


def _of_gap(language: str, sentence: Spans, own: Gap) -> Recall | None:
    """The question of a gap, its other gaps filled in; None where that gives its answer away."""
    others = [each for each in gaps(sentence) if each is not own]
    if sentence[0] is own or any(each.group is not None and each.group == own.group for each in others):
        return None
    ask = tuple(piece for span in sentence for piece in ((span,) if span is own else shown(span)))
    recall = Recall(RecallKind.GAP, "", ask, own.answers)
    return None if recall.told_by(recall.asked, language) or recall.told_by(recall.heard, language) else recall


def shown(span: Span) -> Spans:
    """Return a span with the answer of a gap filled in."""
    if isinstance(span, Text):
        return (span,)
    return tuple(replace(text, bold=span.bold, italic=span.italic) for text in spans_of(span.answer))


def _is_whole(sentence: str) -> bool:
    """Whether brackets and quotation marks are closed that are opened in it."""
    pairs = ("()", "[]", "“”", "«»")
    return all(sentence.count(pair[0]) == sentence.count(pair[1]) for pair in pairs)


def which_term(say: Words) -> str:
    """Return the question before the meaning of a term."""
    # Words: in a quiz, before the meaning of a term.
    return say("which_term", "Which term?")


def _terms(pack: Pack) -> Iterator[Recall]:
    label, meanings = which_term(pack.say), [each.meaning for each in pack.glossary]
    for number, term in enumerate(pack.glossary):
        short = _IN_BRACKETS.sub("", term.term) if type(term.term) is str else ""
        accepted = (term.term, short) if short and short != term.term else (term.term,)
        recall = Recall(RecallKind.TERM, f"term {number} {term.term}", flat(term.meaning), accepted)
        is_told = recall.told_by(label, pack.language) or abbreviates(term.term, recall.asked)
        if recall.ask and not is_told and not _is_part_of_another(recall, meanings, pack.language):
            yield from _unless_told(recall, pack.language)


def _people(pack: Pack) -> Iterator[Recall]:
    called, last = pool_of(pack).called, [person.name.rpartition(" ")[2] for person in pack.people]
    for number, person in enumerate(pack.people):
        own = called(person.name)
        short = [last[number]] if own == person.name and last.count(last[number]) == 1 else []
        names = tuple(dict.fromkeys((person.name, own, *short)))
        recall = Recall(RecallKind.PERSON, f"person {number} {person.name}", flat(person.role), names)
        if recall.ask and not _is_part_of_another(recall, [each.role for each in pack.people], pack.language):
            yield from _unless_told(recall, pack.language)


def _unless_told(recall: Recall, language: str) -> Iterator[Recall]:
    if not (recall.told_by(recall.asked, language) or recall.told_by(recall.heard, language)):
        yield recall


def flat(text: Spans) -> Spans:
    """Its first paragraph, with the answers of its gaps; nothing where it is no plain paragraph, or too long."""
    first = next(iter(blocks(text)), ())
    if not isinstance(first, tuple) or stands_alone(first) or len(plain(first)) > _LONGEST:
        return ()
    return tuple(piece for span in first for piece in shown(span))


def _is_part_of_another(recall: Recall, texts: Sequence[Spans], language: str) -> bool:
    """Whether another entry says as much and more, or the same: its name would do as well."""
    own = words_in(recall.asked, language)
    return sum(own <= words_in(plain(text), language) for text in texts) > 1


def _dates(pack: Pack) -> Iterator[Recall]:
    """The dates of events, and of points whose titles name something."""
    dated = [
        (f"point {each.key}", each.point.title, each.point.date, each.mark)
        for each in pack.marked
        if each.point.date and names_event(each.point.title, pack.language)
    ]
    dated += [(f"event {number}", each.title, each.date, "") for number, each in enumerate(pack.events)]
    titles = [telling_words(title, pack.language) for _, title, _, _ in dated]
    for (name, title, date, mark), own in zip(dated, titles, strict=True):
        if sum(own <= other for other in titles) == 1 and asks_for_date(pack, title, date):
            yield Recall(RecallKind.DATE, f"date {name}", spans_of(title), (date.long,), mark, date=date)
