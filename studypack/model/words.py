"""The program's own words on the pages: in the pack's language, or as its author says them.

A word stands in the code where it is printed, with a key: `pack.say("weigh", "Weigh it up")`. Its translations are
gettext catalogues, `catalogues/fr.po`, in which the key is the message's context.
"""

import gettext
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from studypack.base.resources import catalogue
from studypack.base.styled_text import MarkedLine, Text, joined, spans_of
from studypack.model.letters import primary_language

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

_VALUE = re.compile(r"\{(\w+)\}")


class Words:
    """What the program says in one pack."""

    def __init__(self, language: str, own: Mapping[str, str]) -> None:
        """`own` has the author's words by their keys; of one with a number, the plural forms are parted by a bar."""
        self._own = own
        self._catalogue = None if primary_language(language) == "en" else _catalogue(primary_language(language))

    def __call__(self, key: str, english: str, **values: object) -> str:
        """Return words of the program, with each `{name}` replaced by its value, which keeps its marks."""
        return _filled(self._own.get(key) or self._translated(key, english, 0) or english, values)

    def count(self, key: str, one: str, several: str, number: int, **values: object) -> str:
        """Return words that follow a number, which is their `{n}`: {n} point, {n} points."""
        forms = [form.strip() for form in self._own.get(key, "").split("|") if form.strip()]
        form = self._form(number)
        own = forms[min(form, len(forms) - 1)] if forms else ""
        words = own or self._translated(key, one, form) or (one if number == 1 else several)
        return _filled(words, {"n": number, **values})

    def listed(self, words: Iterable[str]) -> str:
        """Return a list as a sentence has it: a, b and c. Empty if there are no words."""
        say, (*first, last) = self, list(words) or [""]
        # Words: the end of a list: a, b and c.
        return say("list_end", "{first} and {last}", first=joined(first, ", "), last=last) if first else last

    def _form(self, number: int) -> int:
        """Which of the plural forms of the language a number takes, from 0."""
        if self._catalogue is None:
            return int(number != 1)
        return gettext.c2py(self._catalogue.plural_expr)(number)

    def _translated(self, key: str, english: str, form: int) -> str:
        message = self._catalogue.get(english, context=key) if self._catalogue else None
        forms = message.string if message else None
        return (forms if isinstance(forms, str) else forms[form]) if forms else ""


def _filled(words: str, values: Mapping[str, object]) -> str:
    if not values:
        return words
    spans: list[Text] = []
    for span in spans_of(words):
        for place, piece in enumerate(_VALUE.split(span.text)):
            is_name = place % 2
            value = values.get(piece, f"{{{piece}}}") if is_name else piece
            spans += spans_of(value) if isinstance(value, MarkedLine) else [span.with_text(str(value))]
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
