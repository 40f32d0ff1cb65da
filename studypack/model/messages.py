"""The list of the program's own words: each key with its English and where it stands; what may not be said instead."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from studypack.base.errors import ContentPath
from studypack.base.record import record
from studypack.base.resources import catalogue_template
from studypack.base.wording import join_words, quantity, quoted, suggest_closest
from studypack.model.letters import primary_language

VALUE = re.compile(r"\{(\w+)\}")
"""The place of a value in words: its name between braces."""
_ALL = "studypack words lists them all"
_ROOM, _MORE_ROOM = 2, 16
"""Times as long as the English, and so many characters more: words of an author's own have no more room."""


@record
class Message:
    """Words of the program."""

    key: str
    english: tuple[str, ...]
    """Of words that follow a number, for one and for several; else one text."""
    files: tuple[str, ...]
    """The files of the source that print or say them: studypack/sections/table/weigh.py."""
    note: str = ""
    """What they mean, or where they stand, where the English does not tell."""

    @property
    def values(self) -> list[str]:
        """Return the names of the values that they can have."""
        return list(dict.fromkeys(name for form in self.english for name in VALUE.findall(form)))

    @property
    def room(self) -> int:
        """Return how many characters there is room for, in each form."""
        return _ROOM * max(map(len, self.english)) + _MORE_ROOM

    @property
    def section(self) -> str:
        """Return the one section that has them, as it is named by users; empty for what several have."""
        parts = [file.removesuffix(".py").split("/") for file in self.files]
        names = {part[2] if part[1] == "sections" and part[2] != "kit" else "" for part in parts}
        return names.pop() if len(names) == 1 else ""


class WordsFault(NamedTuple):
    """A mistake in an author's own words, with its path."""

    path: ContentPath
    message: str
    hint: str
    place: Mapping[str, int | bool]
    """Which part of the source is meant: `at_key`, or `offset` and `length`."""


@cache
def messages() -> Mapping[str, Message]:
    """Return all words of the program by their keys, in the order of the source."""
    # It takes 60 ms to import, which a pack without `words:` need not wait for.
    from babel.messages.pofile import read_po  # noqa: PLC0415

    found = {}
    for each in read_po(catalogue_template()):
        if each.id:
            english = (each.id,) if isinstance(each.id, str) else tuple(each.id)
            key = str(each.context)
            found[key] = Message(key, english, tuple(file for file, _ in each.locations), " ".join(each.auto_comments))
    return found


def plural_forms(language: str) -> tuple[int, str]:
    """Return how many plural forms a language has, and gettext's expression for the one that a number takes."""
    from babel.messages.plurals import PLURALS  # noqa: PLC0415

    return PLURALS.get(primary_language(language), (2, "n != 1"))


def find_wrong_words(own: object, language: str) -> Iterator[WordsFault]:
    """Yield what is wrong with the words that an author gives, raw as they stand in the content."""
    if not isinstance(own, Mapping):
        return
    for key, said in own.items():
        path: ContentPath = ("words", str(key))
        message = messages().get(str(key))
        if message is None:
            hint = suggest_closest(str(key), messages(), _ALL, cutoff=0.65)
            hint = hint if hint == _ALL else f"{hint} {_ALL}"
            yield WordsFault(path, f"the program has no words {quoted(str(key))}", hint, {"at_key": True})
        elif isinstance(said, str):
            yield from _faults_in(said, message, path, language)


def _faults_in(said: str, message: Message, path: ContentPath, language: str) -> Iterator[WordsFault]:
    for found in VALUE.finditer(said):
        if found[1] not in message.values:
            known = join_words([f"{{{name}}}" for name in message.values])
            hint = f"there {'are' if message.values[1:] else 'is'} {known}" if known else "these words have no values"
            place = {"offset": found.start(), "length": len(found.group())}
            yield WordsFault(path, f"{message.key} has no value {found.group()}", hint, place)
    forms = said.split("|") if message.english[1:] else [said]
    for number, form in enumerate(forms):
        if len(form.strip()) > message.room:
            hint = f"there is room for {message.room} characters: in English it is {quoted(message.english[0])}"
            place = {"offset": len("|".join(["", *forms[:number]])) + message.room}
            yield WordsFault(path, f"{message.key} is too long", hint, place)
    if len(forms) > 1:
        most = plural_forms(language)[0]
        if len(forms) > most:
            hint = f"write {' | '.join(['…'] * most)}, and no | in the words themselves"
            at = len("|".join(forms[:most]))
            text = f"{message.key} has {quantity(len(forms), 'form')}, and {most} is the most"
            yield WordsFault(path, text, hint, {"offset": at})
