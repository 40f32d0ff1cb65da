"""The program's own words on the pages: in the pack's language, or as its author says them.

A word stands in the code where it is printed, with a key: `pack.say("weigh", "Weigh it up")`. Its translations are
gettext catalogues, `catalogues/fr.po`, in which the key is the message's context.
"""

import gettext
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

from studypack.base.resources import catalogue
from studypack.base.styled_text import MarkedLine, Text, joined, spans_of
from studypack.model.letters import primary_language
from studypack.model.messages import VALUE, Message, plural_forms

if TYPE_CHECKING:
    from collections.abc import Callable

    from babel.messages.catalog import Catalog

_ENGLISH = "en"


class OwnWords(dict[str, str]):
    """Words of an author's own by their keys; never changed, so that a pack can be a key, too."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))


class Words:
    """What the program says in one pack."""

    def __init__(self, language: str, own: Mapping[str, str]) -> None:
        """`own` has the author's words by their keys; of one with a number, the plural forms are parted by a bar."""
        self._own = own
        self.texts_language = language
        """Of what the author writes (BCP 47)."""
        self._language = primary_language(language)
        self._catalogue = None if self._language == _ENGLISH else _catalogue(self._language)

    def __call__(self, key: str, english: str, /, **values: object) -> str:
        """Return words of the program, with each `{name}` replaced by its value, which keeps its marks."""
        said = self._own.get(key) or (english if self._language == _ENGLISH else self._elsewhere(key, english))
        return self._filled(said, values)

    def count(self, key: str, one: str, several: str, number: int, /, **values: object) -> str:
        """Return words that follow a number, which is their `{n}`: {n} point, {n} points."""
        own = _form_of(self._own[key], self._form(number)) if key in self._own else ""
        translated = own or (self._translated(key, one, self._form(number)) if self._catalogue else "")
        words = translated or self._marked(one if number == 1 else several)
        return self._filled(words, {"n": number, **values})

    def listed(self, words: Iterable[str]) -> str:
        """Return a list as a sentence has it: a, b and c. Empty if there are no words."""
        say, (*first, last) = self, list(words) or [""]
        # Words: the end of a list: a, b and c.
        return say("list_end", "{first} and {last}", first=joined(first, ", "), last=last) if first else last

    @property
    def colon(self) -> str:
        """Return the mark between a name and what is said of it, with the space that the language has before it."""
        say = self
        # Words: between a name and what is said of it, with the space before it, if the language has one.
        return say("colon", ":")

    @property
    def semicolon(self) -> str:
        """Return the mark that parts what is listed in a line, with the space that the language has before it."""
        say = self
        # Words: between the entries of a list in one line, with the space before it, if the language has one.
        return say("semicolon", ";")

    @property
    def is_foreign(self) -> bool:
        """Return whether the program has no words in the language of the pack: they are English, and marked so."""
        return self._catalogue is None and self._language != _ENGLISH

    @property
    def language(self) -> str:
        """Return the language of the program's words: the pack's, or English."""
        return _ENGLISH if self.is_foreign else self._language

    def _filled(self, words: str, values: Mapping[str, object]) -> str:
        return _filled(_as_it_sounds(words, values) if self._language == "es" else words, values)

    def _elsewhere(self, key: str, english: str) -> str:
        return self._translated(key, english, 0) or self._marked(english)

    def _marked(self, english: str) -> str:
        if not self.is_foreign or not any(map(str.isalpha, VALUE.sub("", english))):
            return english  # signs between values have no language
        return MarkedLine.of([Text(english, language=_ENGLISH)])

    @cached_property
    def _form(self) -> "Callable[[int], int]":
        """Which of the plural forms of the language a number takes, from 0."""
        if self._language == _ENGLISH:
            return lambda number: int(number != 1)
        return gettext.c2py(self._catalogue.plural_expr if self._catalogue else plural_forms(self._language)[1])

    def _translated(self, key: str, english: str, form: int) -> str:
        message = self._catalogue.get(english, context=key) if self._catalogue else None
        forms = message.string if message else None
        return (forms if isinstance(forms, str) else forms[form]) if forms else ""


def forms_in(language: str, message: Message) -> tuple[str, ...]:
    """Return words of the program in a language, each of their plural forms; English ones where there are no others."""
    catalogue = _catalogue(primary_language(language))
    found = catalogue.get(message.english[0], context=message.key) if catalogue else None
    if found is None or not found.string:
        return message.english
    return (found.string,) if isinstance(found.string, str) else tuple(found.string)


def _form_of(words: str, form: int) -> str:
    """Return one of some plural forms parted by bars, with its marks; the last one if there are fewer."""
    forms: list[list[Text]] = [[]]
    for span in spans_of(words):
        first, *others = span.text.split("|")
        forms[-1].append(span.with_text(first))
        forms += [[span.with_text(each)] for each in others]
    spans = [span for span in forms[min(form, len(forms) - 1)] if span.text]
    if spans:
        spans[0] = spans[0].with_text(spans[0].text.lstrip())
        spans[-1] = spans[-1].with_text(spans[-1].text.rstrip())
    return MarkedLine.of(spans)


_AND_OR = re.compile(r"\b([yo]) \{(\w+)\}")
_SAME_SOUND = {"y": ("e", re.compile("h?[ií](?![aeouáéóú])", re.I)), "o": ("u", re.compile(r"h?[oó]|8|11(?!\d)", re.I))}
"""What stands for "and" and "or" in Spanish before words that begin with their own sound."""


def _as_it_sounds(words: str, values: Mapping[str, object]) -> str:
    """Return Spanish words with e for y, and u for o, before such a value: causas e impactos, 7 u 8.

    Source: Real Academia Española, Diccionario panhispánico de dudas, under y and o.
    """

    def chosen(match: re.Match[str]) -> str:
        other, same = _SAME_SOUND[match[1]]
        return f"{other} {{{match[2]}}}" if same.match(str(values.get(match[2], ""))) else match[0]

    return words if isinstance(words, MarkedLine) else _AND_OR.sub(chosen, words)


def _filled(words: str, values: Mapping[str, object]) -> str:
    if not values:
        return words
    if MarkedLine not in map(type, (words, *values.values())):
        return VALUE.sub(lambda found: str(values.get(found[1], found[0])), words)
    spans: list[Text] = []
    for span in spans_of(words):
        for place, piece in enumerate(VALUE.split(span.text)):
            is_name = place % 2
            value = values.get(piece, f"{{{piece}}}") if is_name else piece
            if isinstance(value, MarkedLine):
                spans += spans_of(value)
            elif is_name and isinstance(value, str):
                spans.append(replace(span, text=value, language=""))
            else:
                spans.append(span.with_text(str(value)))
    return MarkedLine.of(spans)


@cache
def _catalogue(language: str) -> "Catalog | None":
    """The messages of a language; None if the program does not speak it."""
    data = catalogue(language)
    if data is None:
        return None
    # It takes 60 ms to import, which an English pack need not wait for.
    from babel.messages.pofile import read_po  # noqa: PLC0415

    return read_po(data, locale=language)
