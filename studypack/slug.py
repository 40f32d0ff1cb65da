"""Slugs: a title as an id or as the name of a file, the same on every system."""

import re
import unicodedata
from collections.abc import Collection, Iterable

LONGEST = 60
"""Characters; a folder, a version and .pdf still fit within the 255 bytes that file systems allow."""

_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]")
"""Names that Windows keeps for devices, whatever their ending (learn.microsoft.com, Naming Files)."""


def slug(text: str, taken: Collection[str] = (), fallback: str = "pack") -> str:
    """The text in small letters and digits of any script, joined by hyphens: never empty, never in `taken`.

    A slug that is taken gets -2, -3 and so on; a name that Windows reserves gets the fallback before it.
    """
    return slugs([text], taken, fallback)[0]


def slugs(texts: Iterable[str], taken: Collection[str] = (), fallback: str = "pack") -> tuple[str, ...]:
    """A slug for each text, all of them different and none in `taken`, in time linear in the texts."""
    used = set(taken)
    tried: dict[str, int] = {}
    """How often a name has been asked for: where to go on counting."""
    done = []
    for text in texts:
        name = unique = _name(text, fallback)
        number = tried.get(name, 1)
        while unique in used:
            number += 1
            unique = f"{_cut(name, LONGEST - len(str(number)) - 1)}-{number}"
        tried[name] = number
        used.add(unique)
        done.append(unique)
    return tuple(done)


def _name(text: str, fallback: str) -> str:
    small = unicodedata.normalize("NFKC", text).lower().replace("i\u0307", "i")  # İ has a dot too many
    # A sigma at the end of its word stays as Greeks write it.
    folded = unicodedata.normalize("NFKC", "ς".join(part.casefold() for part in small.split("ς")))
    kept = "".join(char if char.isalnum() or unicodedata.combining(char) else "-" for char in folded)
    name = _cut("-".join(part for part in kept.split("-") if part), LONGEST) or fallback
    return f"{fallback}-{name}" if _RESERVED.fullmatch(name) else name


def _cut(name: str, longest: int) -> str:
    """The name within its bound in characters, and within 180 bytes for scripts of four a character."""
    name = name[:longest]
    while len(name.encode("utf-8", "replace")) > 180:
        name = name[:-1]
    return name.rstrip("-")
