"""Advice on formulas: those that may not have been meant, that have no words for the ear, or are too wide."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from studypack.base.errors import ContentPath, Problem, Severity
from studypack.base.formula.outline import drawn
from studypack.base.formula.signs import SPOKEN_IN
from studypack.base.styled_text import Text, spans_of
from studypack.model.choices import MILLIMETRE
from studypack.model.formula_markup import is_doubtful
from studypack.model.letters import primary_language
from studypack.model.spans import Gap, Spans
from studypack.model.texts import printed_values
from studypack.reading.load import LoadedPack

if TYPE_CHECKING:
    from studypack.layout.theme import Theme

_GUTTER = 6 * MILLIMETRE
_NARROWEST = 0.47
"""Of the room for two columns: what the narrower one may have."""
_READABLE = 0.8
"""Of its size: a formula that has to be smaller to fit its column is hard to read."""


def formula_advice(loaded: LoadedPack) -> Iterator[Problem]:
    """Advise on the formulas of each text."""
    unsaid: list[tuple[ContentPath, str]] = []
    for path, value in printed_values(loaded.pack):
        for span in formulas_of(value):
            if is_doubtful(span.text):
                message, hint = "this is read as a formula", "if it is none, write \\$ for each dollar"
                yield _at(loaded, path, span.text, message, hint)
            if span.formula and not span.formula.says:
                unsaid.append((path, span.text))
            yield from _width(loaded, path, span, _theme_of(loaded))
    yield from _unsaid(loaded, unsaid)


def _theme_of(loaded: LoadedPack) -> "Theme":
    from studypack.layout.theme import theme_for  # noqa: PLC0415  (whoever only reads content loads no type)

    options = loaded.pack.pack
    return theme_for(options.paper, options.profile, options.theme, style=loaded.pack.style)


def _unsaid(loaded: LoadedPack, formulas: Sequence[tuple[ContentPath, str]]) -> Iterator[Problem]:
    """Advise on formulas that have no words: on each in a language with words for most; else once."""
    hint = "write them right after it: {alt=one half}"
    if primary_language(loaded.pack.language) in SPOKEN_IN:
        message = "there are no words for this formula: a screen reader says its LaTeX"
        yield from (_at(loaded, path, latex, message, hint) for path, latex in formulas)
    elif formulas:
        more = f" and {len(formulas) - 1} more" if len(formulas) > 1 else ""
        message = f"there are no words for formulas in this language: of this one{more} a screen reader says the LaTeX"
        yield _at(loaded, *formulas[0], message, hint)


def formulas_of(value: str | Spans) -> Iterator[Text]:
    """Yield the formulas of a text, and of the answers of its gaps, in order."""
    for span in spans_of(value) if isinstance(value, str) else value:
        if isinstance(span, Gap):
            for answer in span.answers:
                yield from formulas_of(answer)
        elif span.formula:
            yield span


def place_of(loaded: LoadedPack, path: ContentPath, latex: str, start: int = 0) -> tuple[int, int]:
    """Return the index and the length of a formula in a text as it was typed, from an index on."""
    pattern = r"\$\s*" + r"\s".join(map(re.escape, latex.split(" "))) + r"\s*\$"
    found = re.compile(pattern).search(loaded.source_text(path), start)
    return (found.start(), found.end() - found.start()) if found else (0, 1)


def _at(loaded: LoadedPack, path: ContentPath, latex: str, message: str, hint: str) -> Problem:
    """Return advice on a formula at its place."""
    offset, length = place_of(loaded, path, latex)
    return loaded.problem(path, message, hint, severity=Severity.ADVICE, offset=offset, length=length)


def _width(loaded: LoadedPack, path: ContentPath, span: Text, theme: "Theme") -> Iterator[Problem]:
    """Advise on a formula that is wider than where it stands: it is printed smaller, so that all of it is there."""
    assert span.formula is not None
    in_column = path[:1] == ("points",) and theme.table_columns > 1
    room = (theme.measure - _GUTTER) * _NARROWEST if in_column else theme.measure
    wide = drawn(span.text, display=span.formula.display).width * theme.body.size
    if room < _READABLE * wide:
        where = "a column of the table" if in_column else "the page"
        message = f"this formula is wider than {where}: there it is printed at {room / wide:.0%} of its size"
        hint = r"part it: \begin{aligned} a &= b \\ &= c \end{aligned}"
        yield _at(loaded, path, span.text, message, hint)
