"""The texts of a pack that advice is given on, and how it is said."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studypack.content import Pack
from studypack.errors import Path, Problem, Severity
from studypack.letters import upper
from studypack.load import Loaded
from studypack.markup import Gap, Spans, Text, gaps, plain
from studypack.part import Part

_NOT_LETTERS = re.compile(r"[\W\d_]+")
_LONG_LINE = 60
"""Letters of a line or an answer that may be too long for a page."""


def values(part: Part, path: Path = ()) -> Iterator[tuple[Path, str | Spans]]:
    """All that is printed of a part and of the parts within it, each with its place: plain lines, and spans."""
    for name, field in type(part).model_fields.items():
        if name not in ("id", "language", "pack"):
            yield from _values_in(getattr(part, name), (*path, field.alias or name))


def _values_in(value: object, path: Path) -> Iterator[tuple[Path, str | Spans]]:
    if isinstance(value, Part):
        yield from values(value, path)
    elif isinstance(value, tuple) and value and isinstance(value[0], Text | Gap):
        yield path, value
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _values_in(each, (*path, number))
    elif type(value) is str:  # not a Side
        yield path, value


def longest_of(pack: Pack, words: str) -> tuple[Path, str] | None:
    """The longest of a pack's lines and answers among words that were printed, else its longest text: where, and which.

    Lines and answers come first, for they go on to another page less easily than texts. None where there is neither.
    """
    printed = bare(words, pack.language)
    found: list[tuple[bool, int, Path, str]] = []
    for path, value in values(pack):
        lines = [value] if isinstance(value, str) else [answer for gap in gaps(value) for answer in gap.answers]
        whole = [] if isinstance(value, str) else [plain(value)]
        for part in (*lines, *whole):
            own = bare(part, pack.language)
            if own and own in printed:
                found.append((part in lines and len(own) >= _LONG_LINE, len(own), path, part))
    return max(found, key=lambda each: each[:2])[2:] if found else None


def answers_at(pack: Pack, path: Path) -> list[str]:
    """The answers of the gaps in the text at a path; none where there is a line, or nothing."""
    value = dict(values(pack)).get(path, ())
    return [] if isinstance(value, str) else [answer for gap in gaps(value) for answer in gap.answers]


def bare(words: str, language: str) -> str:
    """The letters alone, however the words were broken, quoted or cased; Greek capitals have no accents."""
    return _NOT_LETTERS.sub("", upper(words, language))


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
    marks = ", ".join(pack.marked[number].mark for number in numbers[:_MOST_LISTED])
    more = f" and {len(numbers) - _MOST_LISTED} more" if len(numbers) > _MOST_LISTED else ""
    return f"{len(numbers)} points {many}: {marks}{more}"


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
