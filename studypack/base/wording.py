"""Wording that all messages share: quoted names, counts with their nouns, lists, letters, and "did you mean"."""

import os
import re
import shlex
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from studypack.base.characters import normalise_word

_COMPARED = 80
"""The characters of a word that are compared: the time for it grows with their square."""


def quoted(text: str) -> str:
    """Return a user's text in quotation marks, on one line, without escapes such as repr's \\xa0."""
    line = normalise_word(text)
    return f'"{line}"' if "'" in line and '"' not in line else f"'{line}'"


def shell_quoted(name: str) -> str:
    """Return a file's name as it is typed on a command line: in quotation marks if the shell needs them."""
    name = f"./{name}" if name.startswith("-") else name
    if re.fullmatch(r"[\w./:+-]+", name):
        return name
    return shlex.quote(name) if os.name != "nt" and re.search(r"[\"$`\\!]", name) else f'"{name}"'


def pluralise(number: int, noun: str, plural: str = "") -> str:
    """Return the noun for a number: page for 1, pages for 2; `plural` if the noun takes more than an s."""
    return noun if number == 1 else plural or f"{noun}s"


def quantity(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun: 1 page, 2 pages, 3 copies."""
    return f"{number} {pluralise(number, noun, plural)}"


def join_words(words: Iterable[str], conjunction: str = "and") -> str:
    """Return a list as a sentence has it: a, b and c. Empty if there are no words."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} {conjunction} {last}" if first else last


def join_some(words: Sequence[str], most: int) -> str:
    """Return the first `most` words of a list with commas, and how many more there are: a, b, c and 4 more."""
    more = len(words) - most
    return ", ".join(words[:most]) + (f" and {more} more" if more > 0 else "")


def letters_for(number: int) -> str:
    """Return the letters that number the items of a list, like a spreadsheet's columns: A to Z, AA, AB …; from 0."""
    before, place = divmod(number, 26)
    return (letters_for(before - 1) if before else "") + chr(ord("A") + place)


def closest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """Return the known name that is most similar to a word, ignoring case; empty if none is similar enough.

    `cutoff` is the least similarity, from 0 to 1, as difflib measures it.
    """
    names = {name.casefold(): name for name in known}
    found = get_close_matches(word[:_COMPARED].casefold(), names, 1, cutoff)
    return names[found[0]] if found else ""


def suggest_closest(word: str, known: Iterable[str], otherwise: str = "", *, cutoff: float = 0.6) -> str:
    """Return the hint "did you mean 'title'?" with the known name that is most similar to a word, else `otherwise`."""
    name = closest(word, known, cutoff)
    return f"did you mean {name if name.startswith('-') else quoted(name)}?" if name else otherwise
