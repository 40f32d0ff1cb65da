"""Advice on a language in which the program has no words of its own."""

from collections.abc import Iterator

from studypack.advice.prose import advise
from studypack.base.errors import Problem
from studypack.model.messages import messages
from studypack.reading.load import LoadedPack


def untranslated(loaded: LoadedPack) -> Iterator[Problem]:
    """Advise once, unless the author has words for all that the program says."""
    pack = loaded.pack
    if pack.say.is_foreign and any(key not in pack.words for key in messages()):
        hint = "give your own under words: in the content, as studypack words lists them"
        message = f"the program has no {_named(pack.language)} words: headings and instructions are English"
        yield advise(loaded, ("language",), message, hint)


def _named(language: str) -> str:
    """The English name of a language; its tag, if it has no name."""
    from babel.core import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        name = Locale.parse(language, sep="-").get_language_name("en")
    except (UnknownLocaleError, ValueError):
        name = None
    return name or f"'{language}'"
