"""Words that no bundled face can print, found before anything is set, each at its place in the content."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from enum import Enum
from typing import NamedTuple

from pydantic import BaseModel

from studypack.base.errors import ContentPath
from studypack.base.wording import quoted
from studypack.layout.fonts import Family, face
from studypack.model.content import Pack
from studypack.model.dates import HistoricalDate
from studypack.model.letters import capitalise
from studypack.model.markup import Gap, Text

_CAPITALIZED = ("sides", "move", "theme")
"""Keys of, or above, the texts that may be printed with a capital."""
_SCRIPTS = {"cjk": "Chinese", "kangxi": "Chinese", "hiragana": "Japanese", "katakana": "Japanese", "hangul": "Korean"}
"""What a script is called, where that is not how the Unicode names of its letters begin."""
_PRINTED = (
    "latin",
    "greek",
    "cyrillic",
    "combining",
    "modifier",
    "superscript",
    "subscript",
    "mathematical",
    "fullwidth",
)
"""How the Unicode names of single letters begin that are missing from a script that can be printed."""
_SHOWN = 40
"""Characters of a word that a message has room for; Chinese has no spaces."""


class Unprintable(NamedTuple):
    """A word that holds what no bundled face can print."""

    path: ContentPath
    """Where its text stands in the content."""
    word: str
    message: str
    hint: str


def unprintable(pack: Pack) -> Iterator[Unprintable]:
    """Each word, sign or run of signs that cannot be printed, once for each text that holds it."""
    known: dict[str, bool] = {}

    def missing(character: str) -> bool:
        if character not in known:
            known[character] = character != "\n" and not printable(character)
        return known[character]

    told: set[tuple[ContentPath, str]] = set()
    for path, text in _texts(pack, ()):
        capital = capitalise(text, pack.language)[:1] if path[0] in _CAPITALIZED or path[-1] in _CAPITALIZED else ""
        if any(map(missing, {*text, *capital})):
            words = [_word(match.group(), missing) for match in re.finditer(r"\S+", text)]
            words += [capital] if any(map(missing, capital)) else []
            for word in filter(None, words):
                lacking = [character for character in dict.fromkeys(word) if missing(character)]
                # A word is told once for each text; signs, such as emoji, each once.
                once = {(path, each) for each in ([word] if any(map(_is_letter, lacking)) else lacking)}
                if not once <= told:
                    told |= once
                    yield Unprintable(path, word, *_said_of(word, lacking))


def _word(token: str, missing: Callable[[str], bool]) -> str:
    """What cannot be printed of a stretch between two spaces, with the letters around it; empty where all can."""
    places = [at for at, character in enumerate(token) if missing(character)]
    if not places:
        return ""
    first, last = places[0], places[-1] + 1
    while first and _is_letter(token[first - 1]):
        first -= 1
    while last < len(token) and _is_letter(token[last]):
        last += 1
    return token[first:last]


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"


def _said_of(word: str, missing: list[str]) -> tuple[str, str]:
    """What is said of a word, and a way out."""
    letter = next(filter(_is_letter, missing), "")
    name = unicodedata.name(letter or missing[0], "without a name").casefold()
    code = f"(U+{ord(letter or missing[0]):04X}, {name})"
    first = name.split()[0]
    shown = quoted(word if len(word) <= _SHOWN else f"{word[:_SHOWN]}…")
    hint = "write it in Latin, Greek or Cyrillic letters, or leave it out"
    if not letter:
        what = f"the sign {shown} {code}" if len(missing) == 1 else f"the signs {shown}"
        hint = "leave it out, or say it in words"
    elif first not in _PRINTED:
        what = f"the {_SCRIPTS.get(first, first.title())} word {shown}"
    else:
        what = f"the letter {quoted(letter)} {code}" + (f" in {shown}" if word != letter else "")
        hint = "write it with other letters, or leave it out"
    plain = unicodedata.normalize("NFKC", word)
    if plain != word and all(map(printable, plain)):
        hint = f"write {quoted(plain)}"
    return f"no bundled typeface can print {what}", hint


def printable(character: str) -> bool:
    """Whether every family has it: any text may be set as text, as a label or in clear print."""
    return all(face(family).prints(character) for family in Family)


def _texts(value: object, path: ContentPath) -> Iterator[tuple[ContentPath, str]]:
    """Every text that may be printed, with its place."""
    if isinstance(value, HistoricalDate):
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
