"""The boundaries of sentences, and which words have a capital only because they start one."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate

from studypack.base.styled_text import Text
from studypack.model.dates.english import MONTHS
from studypack.model.letters import uncapitalise
from studypack.model.spans import Gap, Spans, paragraphs, plain, portions

WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
"""A word or a number, with its hyphens and apostrophes."""
_CLOSERS, _OPENERS = "[\u202f'\"’”“‘»›)\\]]*+", "['\"‘“‚„‹«\u202f(\\[]*+"
"""Quotation marks and brackets after a full stop and before the first word of a sentence."""
_FINISHED = re.compile(rf"[.!?…。！？؟।]{_CLOSERS}$")
_END = re.compile(rf"(?:[.!?…؟।]{_CLOSERS}(?=\s)|[。！？]{_CLOSERS})")
_FIRST_LETTER = re.compile(rf"\s*+{_OPENERS}([^\W\d_])")
_AFTER_COLON = re.compile(rf":{_CLOSERS}\s++{_OPENERS}(?=[^\W\d_])")
_ABBREVIATED = re.compile(r"\b(?:c|ca|Mr|Mrs|Ms|Dr|St|No|vs|Sir|Gen|Col|Prof|Rev|cf|e\.g|i\.e|[^\W\d_a-z])\.$")
_LONGEST_ABBREVIATION = 5
"""The characters before a stop that are searched for an abbreviation, the stop included."""


def is_finished(text: str) -> bool:
    """Return whether a text ends as a sentence does: with a stop, which quotation marks and brackets may follow."""
    return bool(_FINISHED.search(text))


def sentence_ends(text: str) -> Iterator[int]:
    """Yield the index after each sentence but the last, behind its stop and closing quotation marks and brackets.

    A sentence starts with a letter that is not lower case, so 16. 3. 1921 has no end; nor have the abbreviations in c.
    Easter and J. Smith.
    """
    for end, _ in _boundaries(text):
        yield end


def _boundaries(text: str) -> Iterator[tuple[int, int]]:
    """Each end, and the index of the first letter of the next sentence."""
    for stop in _END.finditer(text):
        following = _FIRST_LETTER.match(text, stop.end())
        if following is None or following[1].islower():
            continue
        if not _ABBREVIATED.search(text, max(0, stop.end() - _LONGEST_ABBREVIATION), stop.end()):
            yield stop.end(), following.start(1)


def sentence_starts(text: str) -> Iterator[int]:
    """Yield the indexes at which a capital does not mark a name: the first letter of the text, of each sentence, and
    after a colon.
    """
    first = re.search(r"[^\W\d_]", text)
    found = {first.start()} if first else set()
    found.update(opens for _, opens in _boundaries(text))
    found.update(match.end() for match in _AFTER_COLON.finditer(text))
    yield from sorted(found)


def ends_outside_gaps(spans: Spans) -> Iterator[int]:
    """Yield the index after each sentence but the last in the plain text of the spans; a stop in a gap, or in a
    formula, ends no sentence.
    """
    limits = list(accumulate((len(plain((span,))) for span in spans), initial=0))
    for end in sentence_ends(plain(spans)):
        at = bisect_left(limits, end)
        within = spans[at - 1]
        if limits[at] == end or not (isinstance(within, Gap) or within.formula):
            yield end


def opening_answers(spans: Spans) -> Iterator[str]:
    """Yield the answers of the gaps with which a sentence of a text begins; none of gaps without a text around them."""
    if any(isinstance(span, Text) for span in spans):
        starts = set(sentence_starts(plain(spans)))
        limits = accumulate((len(plain((span,))) for span in spans), initial=0)
        yield from (
            span.answer for at, span in zip(limits, spans, strict=False) if isinstance(span, Gap) and at in starts
        )


def sentences(spans: Spans) -> Iterator[Spans]:
    """Yield the spans of each sentence, in order; the space after a stop belongs to the next sentence."""
    for paragraph in paragraphs(spans):
        yield from portions(paragraph, (0, *ends_outside_gaps(paragraph), len(plain(paragraph))))


class Capitals:
    """Tells from some texts whether a word always has a capital, or only at the start of a sentence."""

    def __init__(self, texts: Iterable[str], language: str) -> None:
        self._language = language
        self._texts = tuple(texts)
        self._small: set[str] = set()
        """The words that running text has with a small letter."""
        self._names: set[str] = set()
        """The words that have a capital although they start no sentence."""
        for text in self._texts:
            opening = set(sentence_starts(text))
            for match in WORD.finditer(text):
                if match.group()[0].islower():
                    self._small.add(match.group())
                elif match.group()[0].isupper() and match.start() not in opening:
                    self._names.add(match.group())

    def is_name(self, word: str) -> bool:
        """Return whether a text has a word with a capital where it starts no sentence."""
        return word in self._names

    def within(self, words: str) -> str:
        """Return some words as they stand in the middle of a sentence; empty if no text tells whether they are a
        name.
        """
        first, *others = WORD.findall(words) or [""]
        if not first[:1].isupper() or first.isupper():
            return words
        if any(other[0].isupper() for other in others):  # the League, but Red Army
            inside = words.replace(first, uncapitalise(first, self._language), 1)
            return inside if any(inside in text for text in self._texts) else words
        if first in self._names or first in MONTHS:  # May is not may
            return words
        small = uncapitalise(first, self._language)
        return words.replace(first, small, 1) if small in self._small else ""
