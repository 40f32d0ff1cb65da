"""A text as it is printed and heard: with the quotation marks and dashes of its language, and formulas in words."""

import re
from collections.abc import Iterable
from dataclasses import replace

from studypack.base.formula.words import in_words
from studypack.base.styled_text import Formula, MarkedLine, Text, spans_of
from studypack.model.letters import primary_language
from studypack.model.spans import Gap, Span, Spans
from studypack.model.typography import smarten, smarten_parts

_ENDS_WITH_NUMBER = re.compile(r"\d\s*\Z")


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
    before = ""
    for span, own in zip(spans, pieces, strict=True):
        printed = [_printed(piece, next(parts), language, before) for piece in own]
        before = before[-1:] + own[-1].text if own and own[-1].text.isspace() else own[-1].text if own else before
        if span.code:
            made.append(span)
        elif isinstance(span, Gap):
            answers = (MarkedLine.of(printed), *(_smart_line(each, language) for each in span.answers[1:]))
            made.append(replace(span, answers=_once(answers), hint=_smart_line(span.hint, language)))
        else:
            made += printed
    return tuple(made)


def _printed(piece: Text, smart: str, language: str, before: str = "") -> Text:
    if piece.formula:
        return replace(piece, formula=_said(piece, language, before))
    return piece if smart == piece.text else replace(piece, text=smart)


def _said(piece: Text, language: str, before: str) -> Formula:
    assert piece.formula is not None
    is_english = primary_language(piece.language or language) == "en"
    if piece.formula.says or not is_english:
        return piece.formula
    return replace(piece.formula, says=in_words(piece.text, after_number=_ENDS_WITH_NUMBER.search(before) is not None))


def _smart_line(line: str, language: str) -> str:
    if type(line) is str:
        return smarten(line, language)
    spans = spans_of(line)
    before = ("", *(each.text for each in spans))
    parts = zip(spans, before, strict=False)
    return MarkedLine.of(_printed(each, smarten(each.text, language), language, words) for each, words in parts)


def _once(answers: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(answers))
