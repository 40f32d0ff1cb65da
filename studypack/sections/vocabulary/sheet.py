"""The rows of a sheet of terms: to write beside what is given, in a table to complete, or to match by letters."""

from collections.abc import Sequence
from dataclasses import replace

from studypack.base.styled_text import spans_of
from studypack.base.wording import letters_for
from studypack.layout.boxes import Box, Space
from studypack.layout.columns import Columns
from studypack.layout.paragraph import text
from studypack.layout.row import Cell, Row, WritingRule
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Content, Run
from studypack.layout.wrapper import KeepTogether
from studypack.model.modes import Written
from studypack.model.spans import Spans, plain
from studypack.sections.kit.builder import Builder, RuledRow
from studypack.sections.kit.genders import gender_runs
from studypack.sections.kit.runs import runs, without_links
from studypack.sections.vocabulary.terms import BLANK, Asked

NUMBERS = mm(8)
"""The column of numbers."""
_BETWEEN = mm(5)
"""Between what is given and what is written."""
_GIVEN, _LONG_GIVEN = 0.45, 0.62
"""Of the width: a term or a translation, and a meaning."""
_TERMS = 0.4
"""The column of terms, of what numbers and genders leave."""
_WITHOUT_GENDER = 3
"""Columns of a table in which no term has a gender: numbers, terms, and what they mean."""
_GENDER = mm(18)
"""The column of genders, for a hand of the standard size."""
_LETTER = mm(12)
"""The rule for a letter."""
_UNDER = 1.5
"""Points between a baseline and the rule that continues it."""
_FOOT = mm(2.5)
"""Under the lines of a row of the table."""
_BLANK = "____"


def test_row(build: Builder, number: int, asked: Asked, above: float) -> Box:
    """Return what is given, and beside it lines to write on; under it where there is no room beside."""
    theme = build.theme
    label, body = build.item(f"{number}.", theme.task.voiced(bold=True))
    is_long = asked.writes is Written.TERM and not asked.translated
    share = _LONG_GIVEN if is_long else _GIVEN
    room = theme.measure - theme.grown(NUMBERS)
    given: Box = _given(body, asked, theme.task, gender=True)
    if asked.example and asked.writes is Written.TERM:
        sentence = _clue(body, asked.example, theme.label, body.tag.child("P"))
        given.keep_with_next = True
        given = Stack([given, text(sentence, theme.label, above=2)])
    beside = theme.text_columns > 1 or not theme.roomy
    lines = _lines(body, number, asked, room * (1 - share) - _BETWEEN if beside else room)
    if not beside:
        given.keep_with_next = True
        return KeepTogether(Hanging(label, Stack([given, lines]), theme.grown(NUMBERS), above=above), theme.depth / 2)
    lower = theme.hand.pitch - _UNDER - theme.task.baseline
    pairs = Columns([Stack([Space(lower), given]), lines], (share, 1 - share), _BETWEEN, together=True)
    return KeepTogether(
        Hanging(Stack([Space(lower), label]), pairs, theme.grown(NUMBERS), above=above), theme.depth / 2
    )


def table_head(build: Builder, titles: Sequence[str], *, again: bool = False) -> Box:
    """Return the heads of the columns; `again` as later pages repeat them, which is not read."""
    style = build.theme.label.voiced(bold=True)
    row = None if again else build.tag.child("TR")
    cells: list[Box] = []
    for title in titles:
        tag = Furniture.AGAIN if row is None else row.child("TH", scope="Column") if title else row.child("TD")
        cells.append(text([Run(title, style, tag)], style) if title else Space(0))
    made = _in_columns(build, cells)
    made.keep_with_next = True
    return Stack([made, Space(3)], keep_with_next=True)


def table_row(build: Builder, number: int, asked: Asked, names: Sequence[str], air: float) -> Box:
    """Return a row of the table to complete: its number, the term, its gender where some have one, what it means."""
    theme, row = build.theme, build.within("TR")
    style, pitch, writes = theme.task, theme.hand.pitch, asked.writes
    lower = max(pitch - _UNDER - style.baseline, 0)
    figure = text([Run(f"{number}.", style.voiced(bold=True), row.tag.child("TH", scope="Row"))], style)
    widths, with_gender = _widths(build, len(names)), len(names) > _WITHOUT_GENDER

    def cell(at: int, letters: int, *, given: bool = False) -> Box:
        body = row.within("TD")
        if given:
            return Stack([Space(lower), _given(body, asked, style)])
        return body.writing_lines(theme.hand.lines(letters, widths[at]), f"{number}, {names[at]}")

    term = cell(1, len(asked.term), given=writes is Written.MEANING)
    gender: list[Box] = [Space(0)] if with_gender else []
    if with_gender and asked.gender is not None:
        gender = [cell(2, 1)]
    elif with_gender:
        row.tag.child("TD")
    means = cell(len(names) - 1, len(plain(asked.clue)), given=writes is Written.TERM)
    cells = [Stack([Space(lower), figure]), term, *gender, means]
    whole = Stack([_in_columns(build, cells), Space(_FOOT + air / 2)])
    return RuledRow(KeepTogether(whole, theme.depth / 2), 0)


def _widths(build: Builder, columns: int) -> list[float]:
    """The columns of numbers, terms, genders where some have one, and what they mean."""
    theme = build.theme
    numbers, genders = theme.grown(NUMBERS), [_GENDER * theme.hand.scale] * (columns - _WITHOUT_GENDER)
    free = theme.measure - numbers - sum(genders) - (columns - 1) * _BETWEEN
    return [numbers, free * _TERMS, *genders, free * (1 - _TERMS)]


def _in_columns(build: Builder, cells: Sequence[Box]) -> Columns:
    return Columns(cells, _widths(build, len(cells)), _BETWEEN, together=True)


def matched(build: Builder, asked: Sequence[Asked], clues: Sequence[Asked], air: float) -> Box:
    """Return the terms, each after a rule for a letter, beside the lettered clues; over them where that is narrow."""
    theme, style = build.theme, build.theme.task
    beside = theme.text_columns > 1
    listing = build.within("L", numbering="Decimal")
    terms: list[Box] = [_to_letter(listing, number, each, air) for number, each in enumerate(asked, start=1)]
    lettered = build.within("L", numbering="UpperAlpha")
    meanings: list[Box] = []
    for at, each in enumerate(clues):
        letters = letters_for(at)
        letter, body = lettered.item(letters, style.voiced(bold=True), f"{' '.join(letters)}: ")
        words = text(_clue(body, each.shown, style, body.tag.child("P")), style)
        meanings.append(KeepTogether(Hanging(letter, words, theme.grown(NUMBERS), above=air), theme.third))
    if not beside:
        return Stack([*terms, Space(air + mm(4)), *meanings])
    return Columns([Stack(terms), Stack(meanings)], (_GIVEN, 1 - _GIVEN), mm(8))


def _to_letter(listing: Builder, number: int, each: Asked, air: float) -> Box:
    theme, style = listing.theme, listing.theme.task
    label, body = listing.item(f"{number}.", style.voiced(bold=True))
    term = text(_named(body, each, style, body.tag.child("P"), gender=True), style)
    # Words: by ear: the name of the place for the letter of what fits a term.
    name = body.pack.say("letter_of_term", "term {number}, letter", number=number)
    rule = WritingRule(style, name, body.tag, style.size)
    row = Row([Cell(rule, width=_LETTER * theme.hand.scale), Cell(term, share=1, before=mm(3))])
    return KeepTogether(Hanging(label, row, theme.grown(NUMBERS), above=air), theme.third)


def _given(body: Builder, asked: Asked, style: Style, *, gender: bool = False) -> Box:
    """The clue; or the term in bold, with its gender where that is not asked for."""
    tag = body.tag.child("P")
    if asked.writes is Written.TERM:
        return text(_clue(body, asked.shown, style, tag), style)
    return text(_named(body, asked, style, tag, gender=gender), style)


def _named(body: Builder, asked: Asked, style: Style, tag: Tag, *, gender: bool) -> list[Content]:
    words = runs(tuple(replace(span, bold=True) for span in spans_of(asked.term)), style, tag)
    return [*words, *gender_runs(asked.gender, style, tag, body.pack.say)] if gender else words


def _clue(body: Builder, shown: Spans, style: Style, tag: Tag) -> list[Content]:
    """The words of a clue, with a rule where a word would tell."""
    made: list[Content] = []
    blank = body.pack.say("blank_by_ear", "blank")
    spans = without_links(shown)
    for at, span in enumerate(spans):
        if span is BLANK:
            parted = " " if plain(spans[at + 1 : at + 2]).startswith(" ") else ""
            made.append(Run(_BLANK, style, tag.child("Span", said=f"({blank}){parted}")))
        else:
            made += runs((span,), style, tag)
    return made


def _lines(body: Builder, number: int, asked: Asked, width: float) -> Box:
    letters = len(asked.term) if asked.writes is Written.TERM else len(plain(asked.clue))
    # Words: by ear: the name of the place for the answer to a question.
    name = body.pack.say("question_by_ear", "question {number}", number=number)
    return body.writing_lines(body.theme.hand.lines(letters, width), name)
