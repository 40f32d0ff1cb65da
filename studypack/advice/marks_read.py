"""What of a pack is read as more than words: lists, tables, pictures, code, links and formulas, each with its line.

Whoever did not mean one, or wrote before there were any, sees it there.
"""

from collections.abc import Iterator

from studypack.advice.formula_rules import formulas_of, place_of
from studypack.base.errors import ContentPath
from studypack.base.styled_text import Text
from studypack.base.wording import join_some, pluralise, quantity
from studypack.model.blocks import InCode, InList, InPicture, InQuotation, InTable, Start
from studypack.model.spans import Spans
from studypack.model.texts import printed_values
from studypack.reading.load import LoadedPack

_NAMES = {InList: "list", InQuotation: "quotation", InTable: "table", InCode: "piece of code", InPicture: "picture"}
_PLURALS = {"piece of code": "pieces of code"}
_MOST_LISTED = 8
"""The lines that are named; others are counted."""


def marks_read(loaded: LoadedPack) -> str:
    """Return how many of each there are in the texts, and where: "2 lists (lines 7, 19), 1 link (line 5)"."""
    found: dict[str, dict[tuple[ContentPath, int], int]] = {}
    for path, value in printed_values(loaded.pack):
        at = 0
        for number, formula in enumerate(formulas_of(value)):
            place, length = place_of(loaded, path, formula.text, at)
            at = max(at, place + length)
            found.setdefault("formula", {})[path, number] = loaded.problem(path, "", offset=place).line
        if not isinstance(value, str):
            for name, number, offset in _marks(value, loaded.source_text(path)):
                found.setdefault(name, {})[path, number] = loaded.problem(path, "", offset=offset).line
    told = []
    for name, marks in found.items():
        lines = [str(line) for line in sorted(set(marks.values()))]
        counted = quantity(len(marks), name, _PLURALS.get(name, ""))
        told.append(f"{counted} ({pluralise(len(lines), 'line')} {join_some(lines, _MOST_LISTED)})")
    return ", ".join(told)


def _marks(spans: Spans, source: str) -> Iterator[tuple[str, int, int]]:
    """Yield the marks of a text: the kind of each, a number that is its own, and where it begins in the source."""
    before, in_code, at = Text(""), False, 0
    for number, span in enumerate(spans):
        if isinstance(span, Start):
            yield from ((_NAMES[type(frame)], frame.block, frame.block) for frame in span.place)
            in_code = any(isinstance(frame, InCode) for frame in span.place)
            at = max(at, *(frame.block for frame in span.place), 0)
        if isinstance(span, Text):
            if span.code and not in_code and not before.code:
                at = max(source.find("`", at), at)
                yield "piece of code", -number, at
                at = max(source.find(span.text, at), at)
            if span.link and span.link != before.link:
                at = max(source.find(span.link, at), at)
                yield "link", number, at
            before = span
