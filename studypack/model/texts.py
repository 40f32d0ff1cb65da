"""All that is printed of a pack, each text with its place, and the letters of it that are compared."""

import re
from collections.abc import Iterator

from studypack.base.errors import ContentPath
from studypack.model.content import Pack
from studypack.model.fields import ContentModel
from studypack.model.letters import upper
from studypack.model.markup import Gap, Spans, Text, gaps, plain

_NOT_LETTERS = re.compile(r"[\W\d_]+")
_LONG_LINE = 60
"""Letters of a line or an answer that may be too long for a page."""


def printed_values(part: ContentModel, path: ContentPath = ()) -> Iterator[tuple[ContentPath, str | Spans]]:
    """All that is printed of a part and of the parts within it, each with its place: plain lines, and spans."""
    for name, field in type(part).model_fields.items():
        if name not in ("id", "language", "pack"):
            yield from _values_in(getattr(part, name), (*path, field.alias or name))


def _values_in(value: object, path: ContentPath) -> Iterator[tuple[ContentPath, str | Spans]]:
    if isinstance(value, ContentModel):
        yield from printed_values(value, path)
    elif isinstance(value, tuple) and value and isinstance(value[0], Text | Gap):
        yield path, value
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _values_in(each, (*path, number))
    elif type(value) is str:  # not a Side
        yield path, value


def longest_value(pack: Pack, words: str) -> tuple[ContentPath, str] | None:
    """The longest of a pack's lines and answers among words that were printed, else its longest text: where, and which.

    Lines and answers come first, for they go on to another page less easily than texts. None where there is neither.
    """
    printed = letters_only(words, pack.language)
    found: list[tuple[bool, int, ContentPath, str]] = []
    for path, value in printed_values(pack):
        lines = [value] if isinstance(value, str) else [answer for gap in gaps(value) for answer in gap.answers]
        whole = [] if isinstance(value, str) else [plain(value)]
        for part in (*lines, *whole):
            own = letters_only(part, pack.language)
            if own and own in printed:
                found.append((part in lines and len(own) >= _LONG_LINE, len(own), path, part))
    return max(found, key=lambda each: each[:2])[2:] if found else None


def answers_at(pack: Pack, path: ContentPath) -> list[str]:
    """The answers of the gaps in the text at a path; none where there is a line, or nothing."""
    value = dict(printed_values(pack)).get(path, ())
    return [] if isinstance(value, str) else [answer for gap in gaps(value) for answer in gap.answers]


def letters_only(words: str, language: str) -> str:
    """The letters alone, however the words were broken, quoted or cased; Greek capitals have no accents."""
    return _NOT_LETTERS.sub("", upper(words, language))
