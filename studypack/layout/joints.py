"""Joints: where a word may be parted over two lines, after its author's own hyphen or by its language's rules."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pyphen import HyphDict

_LEAST_BEFORE, _LEAST_AFTER = 3, 3
"""Letters before and after a division; New Hart's Rules (2.4) has two before it, which a reader guesses wrong."""
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
    places = (place for place in rules.positions(word) if not getattr(place, "data", None))
    return [int(place) for place in places if _LEAST_BEFORE <= place <= len(word) - _LEAST_AFTER]


@cache
def _rules(language: str) -> "HyphDict | None":
    # Who divides no words need not wait for the library.
    from studypack.layout.hyphen_patterns import rules_of  # noqa: PLC0415

    return rules_of(_OTHER_NAMES.get(language.lower(), language))


SOFT_HYPHEN = "\N{SOFT HYPHEN}"
"""The hyphen that a line prints where it parts a word; ISO 32000-1, 14.8.2.2.3, tells it from the author's own."""


class Joint(NamedTuple):
    """A place in a word where a line may end."""

    at: int
    """The first character of the next line."""
    soft: bool
    """The line is to print a hyphen that the word itself has not."""


_HYPHENATED = re.compile(r"(?<=[^\W\d_]{3}[-‐–])(?=[^\W\d_]{4})|(?<=[^\W\d_]—)(?=\w)")
"""After a hyphen or a dash between words. Not in A-level, co-op or 1919–39: figures and short parts stay together."""
_ADDRESS = re.compile(r"[/@]")
_DIVIDED = re.compile(r"[^\W\d_]{6,}")
_WRAPPED = "“”‘’„‚«»‹›()[],.;:!?…\u202f"
"""What may stand round a word."""


def may_join(text: str) -> bool:
    """Whether a text has a hyphen or a dash that could be a joint: a quick look."""
    return "-" in text or "–" in text or "—" in text or "‐" in text


@lru_cache(maxsize=50_000)
def joints(word: str, language: str = "") -> tuple[Joint, ...]:
    """The joints of a word, its punctuation with it; `language` (BCP 47) gives the rules that divide it, if any."""
    if _ADDRESS.search(word):
        return ()
    own = tuple(Joint(match.start(), soft=False) for match in _HYPHENATED.finditer(word))
    if own or not language:
        return own
    bare = word.strip(_WRAPPED)
    if not _DIVIDED.fullmatch(bare):
        return ()
    begin = word.index(bare)
    return tuple(Joint(begin + index, soft=True) for index in divisions(bare, language))
