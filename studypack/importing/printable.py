"""What can be printed of a text: the letters that a typeface has, and the words that fit on a line."""

import re
from collections.abc import Iterable
from functools import cache

from studypack.base.wording import join_some
from studypack.importing.notes import Doubt, DoubtKind
from studypack.layout.fonts import Family, face

_MOST_WORD = 40
"""The characters of a word in a title."""


@cache
def prints(character: str) -> bool:
    """Return whether a typeface of the program prints a character."""
    return face(Family.SANS).prints(character)


def printable(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without the words whose letters no typeface has, and those words and signs."""
    if text.isascii() or all(map(prints, text)):
        return text, ()
    kept, lost = [], []
    for word in text.split(" "):
        missing = [sign for sign in word if not prints(sign)]
        if not missing:
            kept.append(word)
        elif any(sign.isalnum() for sign in missing):
            lost.append(word.replace("**", ""))
            kept.append("**" * (word.count("**") % 2))
        else:
            lost += missing
            kept.append("".join(sign for sign in word if prints(sign)))
    return " ".join(word for word in kept if word), tuple(lost)


def unprintable(line: int, lost: Iterable[str]) -> Doubt:
    """Return the doubt about words and signs of a line that no typeface has."""
    words = list(dict.fromkeys(lost))
    shown = join_some([word if len(word) < 30 else word[:29] + "…" for word in words], 4)
    hint = "no typeface of the program prints this: it is left to the comment"
    return Doubt(line, DoubtKind.STRUCTURE, shown, hint)


def short(words: str, most: int) -> tuple[str, bool]:
    """Return words that fit on one line of a page, and whether some were cut off."""
    kept: list[str] = []
    for word in words.replace("**", "").split():
        if len(word) > _MOST_WORD or len(" ".join((*kept, word))) > most:
            return (" ".join(kept) or word[:_MOST_WORD]).rstrip(" ,;:–—-") + "…", True
        kept.append(word)
    return " ".join(kept), False


def has_words(text: str) -> bool:
    """Return whether a text has a letter or a figure, or at least a sign."""
    return re.search(r"[^\W_]", text) is not None or bool(text.strip(" *"))
