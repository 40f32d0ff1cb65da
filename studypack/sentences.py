"""Where sentences end: after a full stop, but not after c. or Mr.; the one place that knows."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from studypack.markup import Gap, Spans, paragraphs, plain

_CLOSERS, _OPENERS = "[\u202f'\"’”“‘»›)\\]]*+", "['\"‘“‚„‹«\u202f(\\[]*+"
"""Quotation marks and brackets, after a stop and before a first word."""
_FINISHED = re.compile(rf"[.!?…。！？؟।]{_CLOSERS}$")
_END = re.compile(rf"(?:[.!?…؟।]{_CLOSERS}(?=\s)|[。！？]{_CLOSERS})")
_FIRST_LETTER = re.compile(rf"\s*+{_OPENERS}([^\W\d_])")
_AFTER_COLON = re.compile(rf":{_CLOSERS}\s++{_OPENERS}(?=[^\W\d_])")
_ABBREVIATED = re.compile(r"\b(?:c|ca|Mr|Mrs|Ms|Dr|St|No|vs|Sir|Gen|Col|Prof|Rev|cf|e\.g|i\.e|[^\W\d_a-z])\.$")
_LONGEST_ABBREVIATION = 5
"""Characters, with the stop: no more of a text is looked at, however long it is."""


def is_finished(text: str) -> bool:
    """Whether a text ends as a sentence does, quotation marks and brackets after its stop included."""
    return bool(_FINISHED.search(text))


def ends(text: str) -> Iterator[int]:
    """Where each sentence but the last ends: behind its stop and the quotation marks and brackets after it.

    A sentence opens with a letter that is no small one, so 16. 3. 1921 has no end; nor has c. Easter or J. Smith,
    which are abbreviated.
    """
    for end, _ in _ends(text):
        yield end


def _ends(text: str) -> Iterator[tuple[int, int]]:
    """Each end, and the first letter of the sentence after it."""
    for stop in _END.finditer(text):
        following = _FIRST_LETTER.match(text, stop.end())
        if following is None or following[1].islower():
            continue
        if not _ABBREVIATED.search(text, max(0, stop.end() - _LONGEST_ABBREVIATION), stop.end()):
            yield stop.end(), following.start(1)


def openings(text: str) -> Iterator[int]:
    """Where a capital letter makes no name: the first letter of the text, of each sentence, and after a colon."""
    first = re.search(r"[^\W\d_]", text)
    found = {first.start()} if first else set()
    found.update(opens for _, opens in _ends(text))
    found.update(match.end() for match in _AFTER_COLON.finditer(text))
    yield from sorted(found)


def ends_outside_gaps(spans: Spans) -> Iterator[int]:
    """Where each sentence but the last ends in the plain text of the spans; a stop within a gap ends none."""
    limits = list(accumulate((len(plain((span,))) for span in spans), initial=0))
    for end in ends(plain(spans)):
        at = bisect_left(limits, end)
        if limits[at] == end or not isinstance(spans[at - 1], Gap):
            yield end


def gaps_by_sentence(spans: Spans) -> Iterator[int]:
    """How many gaps each sentence has, in order."""
    for paragraph in paragraphs(spans):
        starts = list(accumulate((len(plain((span,))) for span in paragraph), initial=0))
        places = [start for start, span in zip(starts, paragraph, strict=False) if isinstance(span, Gap)]
        done = 0
        for end in (*ends_outside_gaps(paragraph), starts[-1]):
            upto = bisect_left(places, end)
            yield upto - done
            done = upto
