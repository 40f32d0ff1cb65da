"""The author's notes as hints: only those that do not give away the sentences that they are about."""

import re

from studypack.content import Move
from studypack.letters import folded
from studypack.markup import plain

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 300
"""Characters; a longer note tells more than a hint should."""
_TELLING = 5
"""Letters; shorter words tell nothing, unless they are names or numbers."""
_STEM = 6
"""Letters by which words are compared: negotiate, negotiators."""
_COMMON = re.compile(
    "about|after|again|against|although|among|another|because|been|before|being|between|both|but|could|does|every|"
    "first|from|have|however|more|most|much|nor|not|only|other|rather|should|since|some|still|such|than|that|the|"
    "their|them|then|there|these|they|this|those|though|through|under|until|what|when|where|whether|which|while|"
    "whose|with|within|without|would|yet"
)


def may_hint(move: Move, language: str = "en") -> bool:
    """Whether the move's note may stand on a pupil's sheet: it shares no telling word with the move's text."""
    note = plain(move.note)
    return 0 < len(note) <= _LONGEST and not _telling(note, language) & _telling(plain(move.text), language)


def _telling(text: str, language: str) -> set[str]:
    """The words that name what a sentence is about: longer words, names and numbers, by their stems."""
    words = (word for word in _WORD.findall(text) if not _COMMON.fullmatch(word.lower()))
    return {
        folded(word, language)[:_STEM]
        for word in words
        if len(word) >= _TELLING or word[0].isupper() or any(character.isdigit() for character in word)
    }
