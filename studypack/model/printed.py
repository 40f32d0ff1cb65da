"""A text as it is printed and heard: with the quotation marks and dashes of its language, and formulas in words."""

import re
from collections.abc import Iterable
from dataclasses import replace

from studypack.base.formula.signs import SPOKEN_IN
from studypack.base.styled_text import Formula, MarkedLine, Script, Text, spans_of
from studypack.model.letters import primary_language
from studypack.model.spans import Gap, Span, Spans
from studypack.model.typography import smarten, smarten_parts
from studypack.model.words import Words

_POWER, _CHARGE = re.compile(r"(−?)(\d+)"), re.compile(r"(\d*)([+−])")
_ENDING = re.compile(r"st|nd|rd|th|e|er|re|ème|o|a|os|as")
"""Of an ordinal number, which is read as if it stood on the line: 19th, 1er, 1º."""
_ENDS_WITH_NUMBER = re.compile(r"\d\s*\Z")


def printed_spans(spans: Spans, say: Words) -> Spans:
    """Return the spans with smart punctuation, as one text: a quotation may begin before a gap and end after it.

    Code and formulas stay; a formula without its author's words is said in those of its language, if there are any.
    `say` has the words of the pack.
    """
    language = say.texts_language
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
        printed = [_printed(piece, next(parts), say, before) for piece in own]
        before = before[-1:] + own[-1].text if own and own[-1].text.isspace() else own[-1].text if own else before
        if span.code:
            made.append(span)
        elif isinstance(span, Gap):
            answers = (MarkedLine.of(printed), *(_smart_line(each, say) for each in span.answers[1:]))
            made.append(replace(span, answers=_once(answers), hint=_smart_line(span.hint, say)))
        else:
            made += printed
    return tuple(made)


def _printed(piece: Text, smart: str, say: Words, before: str = "") -> Text:
    if piece.formula:
        return replace(piece, formula=_said(piece, say.texts_language, before))
    if piece.script is Script.SUPER:
        return replace(piece, text=smart, says=_raised(piece.text, say))
    return piece if smart == piece.text else replace(piece, text=smart)


def _said(piece: Text, language: str, before: str) -> Formula:
    assert piece.formula is not None
    primary, after_number = primary_language(piece.language or language), _ENDS_WITH_NUMBER.search(before) is not None
    if piece.formula.says or primary not in SPOKEN_IN:
        return piece.formula
    # Most packs have no formulas, and need not wait for their words.
    from studypack.base.formula.words import in_words  # noqa: PLC0415

    return replace(piece.formula, says=in_words(piece.text, primary, after_number=after_number))


def _raised(letters: str, say: Words) -> str:
    """What is heard of letters above the line: to the power 23, squared, 2 plus; empty if it is they themselves."""
    if letters in ("2", "3"):
        # Words: heard of the small figures in m² and m³.
        return say("squared", "squared") if letters == "2" else say("cubed", "cubed")
    if power := _POWER.fullmatch(letters):
        number = power[2]
        if power[1]:
            return say("to_minus_power", "to the power minus {number}", number=number)
        return say("to_power", "to the power {number}", number=number)
    if charge := _CHARGE.fullmatch(letters):
        # Words: heard of the small signs of ions, and of the small figures before them: Na⁺, SO₄²⁻.
        sign = say("plus", "plus") if charge[2] == "+" else say("minus", "minus")
        return f"{charge[1]} {sign}".strip()
    if _ENDING.fullmatch(letters):
        return ""
    # Words: heard before small letters above the line.
    return say("superscript", "superscript {letters}", letters=letters)


def _smart_line(line: str, say: Words) -> str:
    if type(line) is str:
        return smarten(line, say.texts_language)
    spans = spans_of(line)
    before = ("", *(each.text for each in spans))
    parts = zip(spans, before, strict=False)
    return MarkedLine.of(_printed(each, smarten(each.text, say.texts_language), say, words) for each, words in parts)


def _once(answers: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(answers))
