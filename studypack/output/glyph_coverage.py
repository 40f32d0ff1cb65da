"""Glyph coverage: find words that no bundled typeface can print, before the layout, with their places."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from pydantic import BaseModel

from studypack.base.errors import ContentPath
from studypack.base.styled_text import LINE_BREAK, Text, spans_of
from studypack.base.wording import join_some, pluralise, quoted
from studypack.layout.fonts import Family, face
from studypack.model.content import Pack
from studypack.model.dates.parser import HistoricalDate
from studypack.model.letters import capitalise
from studypack.model.spans import Gap

_CAPITALIZED = ("sides", "move", "theme", "kind")
"""Keys of texts, or of their parents, that may be printed with a capital first letter."""
_SCRIPTS = {"cjk": "Chinese", "kangxi": "Chinese", "hiragana": "Japanese", "katakana": "Japanese", "hangul": "Korean"}
"""Names of scripts that differ from the first word of their letters' Unicode names."""
_PRINTABLE_SCRIPTS = (
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
"""First words of the Unicode names in scripts that can be printed, though single letters may be missing."""
_MAX_CODES = 5
"""Code points in a message."""
_MAX_SHOWN = 40
"""Characters of a word in a message. Chinese has no spaces, so that a word may be a whole text."""


class UnprintableWord(NamedTuple):
    """A word with a character that a bundled typeface lacks."""

    path: ContentPath
    """The path of its text in the content."""
    word: str
    message: str
    hint: str


def unprintable_words(pack: Pack) -> Iterator[UnprintableWord]:
    """Yield each word, sign or run of signs that cannot be printed, once for each text."""
    known: dict[str, bool] = {}

    def missing(character: str) -> bool:
        if character not in known:
            known[character] = character != "\n" and not is_printable(character)
        return known[character]

    told: set[tuple[ContentPath, str]] = set()
    for path, text in _texts(pack, ()):
        capital = capitalise(text, pack.language)[:1] if path[0] in _CAPITALIZED or path[-1] in _CAPITALIZED else ""
        if any(map(missing, {*text, *capital})):
            words = [_unprintable_part(match.group(), missing) for match in re.finditer(r"\S+", text)]
            words += [capital] if any(map(missing, capital)) else []
            for word in filter(None, words):
                lacking = [character for character in dict.fromkeys(word) if missing(character)]
                # A word is reported once for each text, and so is each sign, such as an emoji.
                once = {(path, each) for each in ([word] if any(map(_is_letter, lacking)) else lacking)}
                if not once <= told:
                    told |= once
                    yield UnprintableWord(path, word, *_message_and_hint(word, lacking))


def _unprintable_part(token: str, missing: Callable[[str], bool]) -> str:
    """Return the unprintable part of a text without spaces, with the letters around it; empty if there is none."""
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


def _message_and_hint(word: str, missing: list[str]) -> tuple[str, str]:
    """Return the message about a word, and a hint; `missing` are its characters that cannot be printed."""
    letter = next(filter(_is_letter, missing), "")
    name = unicodedata.name(letter or missing[0], "without a name").casefold()
    code = f"(U+{ord(letter or missing[0]):04X}, {name})"
    first = name.split()[0]
    shown = quoted(word if len(word) <= _MAX_SHOWN else f"{word[:_MAX_SHOWN]}…")
    hint = "write it in Latin, Greek or Cyrillic letters, or leave it out"
    if unicodedata.category(missing[0]) == "Co":
        # A private use of Unicode: word processors write the signs of their fonts Symbol and Wingdings so.
        codes = [f"U+{ord(each):04X}" for each in missing]
        what = f"{pluralise(len(codes), 'the sign')} of a symbol font: {join_some(codes, _MAX_CODES)}"
        hint = "type the sign itself, such as • or →"
    elif not letter:
        what = f"the sign {shown} {code}" if len(missing) == 1 else f"the signs {shown}"
        hint = "leave it out, or say it in words"
    elif first not in _PRINTABLE_SCRIPTS:
        what = f"the {_SCRIPTS.get(first, first.title())} word {shown}"
    else:
        what = f"the letter {quoted(letter)} {code}" + (f" in {shown}" if word != letter else "")
        hint = "write it with other letters, or leave it out"
    plain = unicodedata.normalize("NFKC", word)
    if plain != word and all(map(is_printable, plain)):
        hint = f"write {quoted(plain)}"
    return f"no bundled typeface can print {what}", hint


def is_printable(character: str) -> bool:
    """Whether a character can be printed in every family: what a family lacks, Source Sans or its fallback prints."""
    return face(Family.SANS).prints(character)


def _texts(value: object, path: ContentPath) -> Iterator[tuple[ContentPath, str]]:
    """Yield every text that may be printed, with its path."""
    if isinstance(value, HistoricalDate):
        yield path, value.long
    elif isinstance(value, Enum):
        return
    elif isinstance(value, str | Text | Gap):
        # A formula is drawn: what that lacks is told where it is read.
        yield path, "".join(span.text.replace(LINE_BREAK, " ") for span in _pieces(value) if not span.formula)
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            if name in ("alt", "where"):  # only heard
                continue
            yield from _texts(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            is_span = isinstance(part, Text | Gap)
            yield from _texts(part, path if is_span else (*path, number))
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _texts(part, (*path, key))


def _pieces(value: str | Text | Gap) -> Iterator[Text]:
    """Yield the pieces of a line, a span or the answers of a gap."""
    for line in (*value.answers, value.hint) if isinstance(value, Gap) else (value,):
        yield from spans_of(line) if isinstance(line, str) else (line,)
