"""Characters that no bundled face can print, found before anything is set, each at its place in the content."""

from collections.abc import Iterator
from enum import Enum

from pydantic import BaseModel

from studypack.content import Pack
from studypack.dates import When
from studypack.errors import Path
from studypack.markup import Gap, Text
from studypack.typeset.fonts import Family, face

_CAPITALIZED = ("advantage", "disadvantage", "move", "theme")
"""Keys whose texts may be printed with a capital."""


def unprintable(pack: Pack) -> Iterator[tuple[Path, str]]:
    """Each place in the content with a character that cannot be printed, and the character."""
    known: dict[str, bool] = {}
    for path, words in _texts(pack, ()):
        capital = words[:1].upper() if path[-1] in _CAPITALIZED else ""
        for character in dict.fromkeys(words + capital):
            if character not in known:
                known[character] = character == "\n" or printable(character)
            if not known[character]:
                yield path, character


def printable(character: str) -> bool:
    """Whether every family has it: any text may be set as text, as a label or in clear print."""
    return all(face(family).prints(character) for family in Family)


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text that may be printed, with its place."""
    if isinstance(value, When):
        yield path, value.long
    elif isinstance(value, Enum):
        return
    elif isinstance(value, str):
        yield path, value
    elif isinstance(value, Text):
        yield path, value.text
    elif isinstance(value, Gap):
        yield path, "".join((*value.answers, value.hint))
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from _texts(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            is_span = isinstance(part, Text | Gap)
            yield from _texts(part, path if is_span else (*path, number))
