"""The texts of a pack that are sentences, and how advice on them is said."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studypack.base.errors import Path, Problem, Severity
from studypack.base.wording import join_some
from studypack.model.content import Pack
from studypack.model.markup import Spans
from studypack.reading.load import Loaded


class Prose(NamedTuple):
    """A text of the pack and where it stands."""

    path: Path
    spans: Spans
    what: str
    """What a reader calls it."""


def say(loaded: Loaded, path: Path, message: str, hint: str, needle: str = "") -> Problem:
    """Advice at a place; with `needle`, at the first place of that text in the value."""
    return loaded.problem(path, message, hint, severity=Severity.ADVICE, needle=needle)


_MOST_LISTED = 8
"""Points that are named; of more, the rest is counted."""


def listed(pack: Pack, numbers: Sequence[int], one: str, many: str) -> str:
    """What is said at the first of some points, given by their numbers from 0, about all of them; each is named."""
    if len(numbers) == 1:
        return f"this point {one}"
    marks = [pack.marked[number].mark for number in numbers]
    return f"{len(numbers)} points {many}: {join_some(marks, _MOST_LISTED)}"


def texts(loaded: Loaded) -> Iterator[Prose]:
    """The texts that are sentences: summary, points, passages, moves."""
    pack = loaded.pack
    if pack.summary:
        yield Prose(("summary",), pack.summary, "the summary")
    for number, point in enumerate(pack.points):
        yield Prose(("points", number, "text"), point.text, "this point")
    for number, sheet in enumerate(pack.worksheets):
        if sheet.passage:
            yield Prose(("worksheets", number, "passage"), sheet.passage, "this passage")
    for row, moves in enumerate(pack.evaluation.paragraphs if pack.evaluation else ()):
        for number, move in enumerate(moves):
            yield Prose(("evaluation", "paragraphs", row, number, "text"), move.text, "this move")
