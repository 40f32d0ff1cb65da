"""The kinds of value that an author writes: a line, prose with markup, a date."""

from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from studypack import dates, markup
from studypack.characters import as_line, as_seen


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("text_wanted", "should be text")
    value = as_seen(value)
    if not value or value.isspace():
        raise PydanticCustomError("text_empty", "should not be empty")
    return value


def _line(value: object) -> str:
    return as_line(_text(value))


def _prose(value: object) -> markup.Spans:
    return value if isinstance(value, tuple) else markup.parse(_text(value))


def _date(value: object) -> dates.When:
    return value if isinstance(value, dates.When) else dates.parse(_text(value))


def folded(value: object) -> object:
    """A choice as it may be typed: A4 is a4."""
    return value.strip().lower() if isinstance(value, str) else value


Line = Annotated[str, PlainValidator(_line), WithJsonSchema({"type": "string", "minLength": 1})]
"""Plain text on one line: titles, names, terms."""

Prose = Annotated[
    markup.Spans,
    PlainValidator(_prose),
    WithJsonSchema({"type": "string", "minLength": 1}),
]
"""Text with inline markup, parsed."""

Date = Annotated[
    dates.When,
    PlainValidator(_date),
    WithJsonSchema({"type": "string", "minLength": 1, "examples": ["March 1921", "1919/1921", "c. 1930"]}),
]
"""A historical date, parsed."""
