"""The spans of a text: pieces in one style, and gaps; its plain words, its gaps and its paragraphs."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import TypeGuard

from studypack.base.record import record
from studypack.base.styled_text import LINE_BREAK, Text, heard_of, spans_of

PARAGRAPH_BREAK = "\n"
"""The one control character in a span's text; it stands for a blank line in the source."""


@record
class Gap:
    """A gap. A student fills it in on a worksheet; elsewhere its answer is printed."""

    answers: tuple[str, ...]
    """The accepted answers; the first is printed."""
    hint: str = ""
    group: int | None = None
    """The gaps of one group are hidden together."""
    bold: bool = False
    italic: bool = False
    code: bool = False

    @property
    def answer(self) -> str:
        """The answer that is printed."""
        return self.answers[0]


Span = Text | Gap
Spans = tuple[Span, ...]


def is_spans(value: object) -> TypeGuard[Spans]:
    """Return whether a value is a text that is not empty."""
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Text | Gap)


def plain(spans: Spans) -> str:
    """Return the text that a reader sees: gaps as their answers, and one newline between paragraphs."""
    words = "".join(span.answer if isinstance(span, Gap) else span.text for span in spans)
    return words.replace(LINE_BREAK, " ")


def heard_words(spans: Spans) -> str:
    """Return the text that a reader hears: gaps as their answers, and one newline between paragraphs."""
    pieces = (spans_of(span.answer) if isinstance(span, Gap) else (span,) for span in spans)
    return heard_of(piece for own in pieces for piece in own).replace(LINE_BREAK, " ")


def gaps(spans: Spans) -> tuple[Gap, ...]:
    """Return the gaps, in reading order."""
    return tuple(span for span in spans if isinstance(span, Gap))


def paragraphs(spans: Spans) -> tuple[Spans, ...]:
    """Return the spans of each paragraph; no paragraph is empty or contains a break."""
    done: list[Spans] = []
    current: list[Span] = []
    for span in spans:
        if isinstance(span, Gap) or (span.text and PARAGRAPH_BREAK not in span.text):
            current.append(span)
            continue
        for number, piece in enumerate(span.text.split(PARAGRAPH_BREAK)):
            if number and current:
                done.append(tuple(current))
                current = []
            if piece:
                current.append(replace(span, text=piece))
    return (*done, tuple(current)) if current else tuple(done)


def portions(spans: Spans, places: Sequence[int]) -> Iterator[Spans]:
    """Yield the spans from each of some places in the plain text of a paragraph to the next; no gap is parted.

    The time grows linearly with both.
    """
    limits = list(accumulate((len(plain((span,))) for span in spans), initial=0))
    for begin, end in pairwise(places):
        first, last = bisect_right(limits, begin) - 1, bisect_left(limits, end)
        yield tuple(
            span if isinstance(span, Gap) else replace(span, text=span.text[max(begin - at, 0) : end - at])
            for span, at in zip(spans[first:last], limits[first:last], strict=True)
        )


def trimmed(spans: Spans) -> Spans:
    """Return a paragraph without the blanks and line breaks at its start and end."""
    words = plain(spans)
    return next(portions(spans, (len(words) - len(words.lstrip()), len(words.rstrip()))))


def stands_alone(spans: Spans) -> bool:
    """Return whether a paragraph is a formula on a line of its own."""
    return len(spans) == 1 and isinstance(spans[0], Text) and spans[0].formula is not None and spans[0].formula.display
