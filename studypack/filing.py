"""The alphabet that terms and word banks are filed in, the same on every computer."""

import unicodedata

_UNPARTED = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
"""Letters that Unicode does not take apart into a base and an accent."""


def filed_under(word: str) -> str:
    """What a word is sorted by, whatever the locale: its letters without case and accents."""
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    bare = (letter for letter in letters if not unicodedata.combining(letter))
    return "".join(_UNPARTED.get(letter, letter) for letter in bare)
