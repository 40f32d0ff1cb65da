"""The patterns by which a language divides words, each read when a word first asks for it.

Pyphen reads all the patterns of a file at once: half a second for German, of which a pack needs a hundredth.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

from pyphen import LANGUAGES, HyphDict, language_fallback
from typing_extensions import override

_FIGURE = re.compile(r"(\d?)\D?")
"""Of each letter of a pattern, the one before it."""


class _Patterns(dict[str, Any]):
    """For its letters, a pattern as it is written, `.ab3a`; once asked for, the place of its figures, and these."""

    @override
    def get(self, letters: str, default: Any = None) -> Any:
        found = super().get(letters, default)
        if isinstance(found, str):
            found = self[letters] = (0, tuple(int(figure or 0) for figure in _FIGURE.findall(found)))
        return found


class _Rules(HyphDict):
    """What Pyphen looks words up in; `lines` is a file without its first line."""

    def __init__(self, lines: bytes, encoding: str) -> None:
        written = lines.decode(encoding).split("\n")
        letters = lines.translate(None, b"0123456789").decode(encoding).split("\n")
        # Comments have spaces; what has no figure divides nothing.
        patterns = {own.strip(): line.strip() for own, line in zip(letters, written, strict=True) if own != line}
        self.patterns = _Patterns(patterns)
        self.cache = {}
        self.maxlen = max(len(each) for each in patterns if " " not in each)


@cache
def rules_of(language: str) -> HyphDict | None:
    """Return the rules of a language (BCP 47), or of the nearest that has some; None where there is none."""
    name = language_fallback(language)
    return _read(LANGUAGES[name]) if name else None


def _read(path: Path) -> HyphDict:
    first, _, lines = path.read_bytes().partition(b"\n")
    encoding = first.decode().strip()
    if b"^^" in lines or b"=" in lines:  # letters by their number, and divisions that change the spelling
        return HyphDict(path)
    return _Rules(lines, "cp1251" if encoding.lower() == "microsoft-cp1251" else encoding)
