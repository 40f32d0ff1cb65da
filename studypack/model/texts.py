"""The printed texts of a pack, each with its path, and how their letters are compared."""

import re
from collections.abc import Iterator, Mapping
from enum import Enum

from studypack.base.errors import ContentPath
from studypack.model.content import Pack
from studypack.model.fields import ContentModel, keys_of
from studypack.model.letters import upper
from studypack.model.spans import Gap, Spans, gaps, is_spans, plain

_NOT_LETTERS = re.compile(r"[\W\d_]+")
_LONG_LINE = 60
"""The letters of a line or an answer that may be too long for a page."""


def printed_values(part: ContentModel, path: ContentPath = ()) -> Iterator[tuple[ContentPath, str | Spans]]:
    """Yield every printed text of a model and of the models in it, each with its path: a plain line, or spans."""
    for key, name in zip(keys_of(type(part)), type(part).model_fields, strict=True):
        if name not in ("id", "side", "language", "style", "pack"):
            yield from _values_in(getattr(part, name), (*path, key))


def _values_in(value: object, path: ContentPath) -> Iterator[tuple[ContentPath, str | Spans]]:
    if isinstance(value, ContentModel):
        yield from printed_values(value, path)
    elif isinstance(value, Gap):
        yield path, (value,)
    elif is_spans(value):
        yield path, value
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _values_in(each, (*path, number))
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _values_in(each, (*path, key))
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield path, value


def longest_value(pack: Pack, words: str) -> tuple[ContentPath, str] | None:
    """Return the path and the text of the longest line or answer of a pack that occurs in some printed words.

    Lines and answers come first, because they break over pages less easily than prose; if none is long, it is the
    longest text. None if no text of the pack occurs in the words.
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
    """Return the answers of the gaps in the text at a path; an empty list if it has none."""
    value = dict(printed_values(pack)).get(path, ())
    return [] if isinstance(value, str) else [answer for gap in gaps(value) for answer in gap.answers]


def letters_only(words: str, language: str) -> str:
    """Return the letters of some words in capitals, without spaces, hyphens and punctuation; used to compare texts."""
    return _NOT_LETTERS.sub("", upper(words, language))
