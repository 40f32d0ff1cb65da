"""The texts of a pack that are sentences, and how advice on them is said."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studypack.base.errors import ContentPath, Problem, Severity
from studypack.base.wording import join_some
from studypack.model.content import Pack
from studypack.model.markup import Spans
from studypack.reading.load import LoadedPack


class ProseText(NamedTuple):
    """A text of the pack and where it stands."""

    path: ContentPath
    spans: Spans
    what: str
    """What a reader calls it."""


def advise(loaded: LoadedPack, path: ContentPath, message: str, hint: str, needle: str = "") -> Problem:
    """Advice at a place; with `needle`, at the first place of that text in the value."""
    return loaded.problem(path, message, hint, severity=Severity.ADVICE, needle=needle)


_MOST_LISTED = 8
"""Points that are named; of more, the rest is counted."""


def about_points(pack: Pack, numbers: Sequence[int], one: str, many: str) -> str:
    """What is said at the first of some points, given by their numbers from 0, about all of them; each is named."""
    if len(numbers) == 1:
        return f"this point {one}"
    marks = [pack.marked[number].mark for number in numbers]
    return f"{len(numbers)} points {many}: {join_some(marks, _MOST_LISTED)}"


def prose_texts(loaded: LoadedPack) -> Iterator[ProseText]:
    """The texts that are sentences: summary, points, passages, moves."""
    pack = loaded.pack
    if pack.summary:
        yield ProseText(("summary",), pack.summary, "the summary")
    for number, point in enumerate(pack.points):
        yield ProseText(("points", number, "text"), point.text, "this point")
    for number, sheet in enumerate(pack.worksheets):
        if sheet.passage:
            yield ProseText(("worksheets", number, "passage"), sheet.passage, "this passage")
    for row, moves in enumerate(pack.evaluation.paragraphs if pack.evaluation else ()):
        for number, move in enumerate(moves):
            yield ProseText(("evaluation", "paragraphs", row, number, "text"), move.text, "this move")
