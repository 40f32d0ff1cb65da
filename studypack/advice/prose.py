"""The prose of a pack, and the form of advice on it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studypack.base.errors import ContentPath, Problem, Severity
from studypack.base.wording import join_some
from studypack.model.content import Pack
from studypack.model.spans import Spans
from studypack.reading.load import LoadedPack


class ProseText(NamedTuple):
    """A text of the pack, its path and its name."""

    path: ContentPath
    spans: Spans
    what: str
    """The name for a reader."""


def advise(loaded: LoadedPack, path: ContentPath, message: str, hint: str, needle: str = "") -> Problem:
    """Return advice on the value at a path; with `needle`, at the first occurrence of that text in it."""
    return loaded.problem(path, message, hint, severity=Severity.ADVICE, needle=needle)


_MOST_LISTED = 8
"""The points that a message names; the rest is counted."""


def about_points(pack: Pack, numbers: Sequence[int], one: str, many: str) -> str:
    """Return a message about some points, given by their numbers from 0, that names each; it is shown at the first."""
    if len(numbers) == 1:
        return f"this point {one}"
    marks = [pack.marked[number].mark for number in numbers]
    return f"{len(numbers)} points {many}: {join_some(marks, _MOST_LISTED)}"


def prose_texts(loaded: LoadedPack) -> Iterator[ProseText]:
    """Yield the texts that are made of sentences: summary, points, events, passages and moves."""
    pack = loaded.pack
    if pack.summary:
        yield ProseText(("summary",), pack.summary, "the summary")
    for number, point in enumerate(pack.points):
        yield ProseText(("points", number, "text"), point.text, "this point")
    for number, event in enumerate(pack.events):
        if event.text:
            yield ProseText(("events", number, "text"), event.text, "this event")
    for number, sheet in enumerate(pack.worksheets):
        if sheet.passage:
            yield ProseText(("worksheets", number, "passage"), sheet.passage, "this passage")
    for row, moves in enumerate(pack.evaluation.paragraphs if pack.evaluation else ()):
        for number, move in enumerate(moves):
            yield ProseText(("evaluation", "paragraphs", row, number, "text"), move.text, "this move")
