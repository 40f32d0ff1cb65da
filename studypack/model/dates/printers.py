"""In which language dates are printed: the printer of each, and that of the examples in errors."""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache

from studypack.model.dates.english import EnglishDates
from studypack.model.dates.forms import Form
from studypack.model.letters import primary_language

READ_IN: ContextVar[str] = ContextVar("READ_IN", default="")
"""The language of the date that is being read, and so of the examples that are shown for it; empty for English."""
ENGLISH = EnglishDates()


@contextmanager
def dates_read_in(language: str) -> Iterator[None]:
    """Read and show dates in a language while the context lasts."""
    before = READ_IN.set(language)
    try:
        yield
    finally:
        READ_IN.reset(before)


@cache
def dates_in(language: str) -> EnglishDates:
    """Return the printer of dates of a language (BCP 47); that of English if nobody knows its months."""
    if not language or primary_language(language) == "en":
        return ENGLISH
    # It loads Babel, which an English pack need not wait for.
    from studypack.model.dates.languages import printer_of  # noqa: PLC0415

    return printer_of(language) or ENGLISH


@lru_cache(4096)
def printed(form: Form, language: str, *, short: bool = False) -> str:
    """Return a date as it is printed in a language; the short form is for labels."""
    return dates_in(language).short(form) if short else dates_in(language).long(form)


def typed(form: Form) -> str:
    """Return a date as it may be typed where one is being read: as it is printed, but of the signs on a keyboard."""
    return " ".join(unicodedata.normalize("NFKC", printed(form, READ_IN.get())).split())
