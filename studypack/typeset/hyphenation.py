"""Hyphenation: where a language divides its words, by the patterns of LibreOffice, which come with Pyphen."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

_LEAST_BEFORE, _LEAST_AFTER = 2, 3
"""Letters before and after a division (New Hart's Rules, 2.4)."""
_CAPITAL_NOUNS = ("de", "lb")
"""Elsewhere a capital begins a name, which is not divided, or a sentence, which is not worth the doubt."""
_OTHER_NAMES = {"no": "nb"}


def has_rules(language: str) -> bool:
    """Whether there are patterns for a language (BCP 47)."""
    return _rules(language) is not None


def divisions(word: str, language: str) -> list[int]:
    """The indexes before which a word may be divided; none in names or capitals, or where the spelling would change."""
    rules = _rules(language)
    if rules is None or not (word.islower() or (word.istitle() and language.lower().startswith(_CAPITAL_NOUNS))):
        return []
    return [int(place) for place in rules.positions(word) if not place.data]


@cache
def _rules(language: str) -> "Pyphen | None":
    # The patterns of a language take a twentieth of a second to read: only those who ask for them wait.
    import pyphen  # noqa: PLC0415

    name = pyphen.language_fallback(_OTHER_NAMES.get(language.lower(), language).replace("-", "_"))
    return pyphen.Pyphen(lang=name, left=_LEAST_BEFORE, right=_LEAST_AFTER) if name else None
