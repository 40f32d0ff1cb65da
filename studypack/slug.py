"""Slugs: a title as an id or as the name of a file, the same on every system."""

import re
import unicodedata
from collections.abc import Collection

LONGEST = 60
"""Characters; a folder, a version and .pdf still fit within the 255 bytes that file systems allow."""

_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]")
"""Names that Windows keeps for devices, whatever their ending (learn.microsoft.com, Naming Files)."""


def slug(text: str, taken: Collection[str] = (), fallback: str = "pack") -> str:
    """The text in small letters and digits of any script, joined by hyphens: never empty, never in `taken`.

    A slug that is taken gets -2, -3 and so on; a name that Windows reserves gets the fallback before it.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    kept = "".join(char if char.isalnum() or unicodedata.combining(char) else "-" for char in folded)
    name = _cut("-".join(part for part in kept.split("-") if part), LONGEST) or fallback
    if _RESERVED.fullmatch(name):
        name = f"{fallback}-{name}"
    unique, number = name, 1
    while unique in taken:
        number += 1
        unique = f"{_cut(name, LONGEST - len(str(number)) - 1)}-{number}"
    return unique


def _cut(name: str, longest: int) -> str:
    """The name within its bound in characters, and in bytes at four times a hyphen's width."""
    name = name[:longest]
    while len(name.encode("utf-8", "replace")) > 180:
        name = name[:-1]
    return name.rstrip("-")
