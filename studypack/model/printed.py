"""A text as it is printed and heard: with the quotation marks and dashes of its language, and formulas in words."""

from collections.abc import Iterable
from dataclasses import replace

from studypack.base.formula.words import in_words
from studypack.base.styled_text import Formula, MarkedLine, Text, spans_of
from studypack.model.letters import primary_language
from studypack.model.spans import Gap, Span, Spans
from studypack.model.typography import smarten, smarten_parts


def printed_spans(spans: Spans, language: str) -> Spans:
    """Return the spans with smart punctuation, as one text: a quotation may begin before a gap and end after it.

    Code and formulas stay; of a formula without its author's words, English ones are said in English.
    """
    pieces = [spans_of(span.answer) if isinstance(span, Gap) else (span,) for span in spans]
    # A quotation mark in code, or in a formula, opens and closes nothing around it, and a figure in it is a word.
    seen = [
        "x" * len(piece.text) if span.code or piece.formula else piece.text
        for span, own in zip(spans, pieces, strict=True)
        for piece in own
    ]
    parts = iter(smarten_parts(seen, language))
    made: list[Span] = []
    for span, own in zip(spans, pieces, strict=True):
        printed = [_printed(piece, next(parts), language) for piece in own]
        if span.code:
            made.append(span)
        elif isinstance(span, Gap):
            answers = (MarkedLine.of(printed), *(_smart_line(each, language) for each in span.answers[1:]))
            made.append(replace(span, answers=_once(answers), hint=_smart_line(span.hint, language)))
        else:
            made += printed
    return tuple(made)


def _printed(piece: Text, smart: str, language: str) -> Text:
    return replace(piece, formula=_said(piece, language)) if piece.formula else replace(piece, text=smart)


def _said(piece: Text, language: str) -> Formula:
    assert piece.formula is not None
    is_english = primary_language(piece.language or language) == "en"
    if piece.formula.says or not is_english:
        return piece.formula
    return replace(piece.formula, says=in_words(piece.text))


def _smart_line(line: str, language: str) -> str:
    return MarkedLine.of(_printed(each, smarten(each.text, language), language) for each in spans_of(line))


def _once(answers: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(answers))
