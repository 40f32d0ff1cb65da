"""Cards made from the points: the title asks, the date and what happened answer."""

from dataclasses import replace

from studypack.model.content import MarkedPoint
from studypack.model.markup import PARAGRAPH_BREAK, Gap, Span, Spans, Text, paragraphs, plain
from studypack.model.sentences import ends_outside_gaps, sentences
from studypack.sections.flashcards.card import CardText

_LONGEST_DETAIL = 190
"""Characters; a card is not a page."""


def card_of(marked: MarkedPoint) -> CardText:
    """The card of a point. A dated one asks for its date; another for what it says, its first sentence large."""
    point = marked.point
    detail = opening_sentences(paragraphs(point.text)[0])
    if point.date is not None:
        answer: Spans = (Text(point.date.long),)
        prompt = "Give the date, then say why it counts."
    else:
        answer, *others = sentences(detail)
        detail = tuple(span for other in others for span in other)
        prompt = "Explain this point."
    return CardText((Text(point.title),), prompt, answer, detail, marked)


def opening_sentences(spans: Spans) -> Spans:
    """As many whole sentences from the start as a card has room for, and at least one."""
    if len(plain(spans)) <= _LONGEST_DETAIL:
        return spans
    kept = 0
    for end in ends_outside_gaps(spans):
        if kept and end > _LONGEST_DETAIL:
            break
        kept = end
    return _cut(spans, kept) if kept else spans


def _cut(spans: Spans, length: int) -> Spans:
    """The first `length` characters; a gap is not parted."""
    kept: list[Span] = []
    for span in spans:
        if length <= 0:
            break
        if isinstance(span, Gap):
            kept.append(span)
            length -= len(span.answer)
        else:
            kept.append(replace(span, text=span.text[:length]))
            length -= len(span.text)
    return tuple(kept)


def after_first(spans: Spans) -> tuple[Spans, Spans]:
    """The first paragraph, and the others as one text."""
    first, *others = paragraphs(spans) or ((),)
    rest: list[Span] = []
    for other in others:
        rest.extend((Text(PARAGRAPH_BREAK), *other) if rest else other)
    return first, tuple(rest)
