"""Room for handwriting: how far apart the lines stand that a reader writes on, and how plainly they are drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from studypack.options import Profile
from studypack.typeset.look import INK_SOFT, RULE, Look, mm
from studypack.typeset.page import Color


@dataclass(frozen=True, slots=True)
class Hand:
    """The hand that a profile leaves room for. Lengths in points."""

    pitch: float
    """From line to line."""
    letter: float
    """The width of a letter, on average, with its share of the spaces."""
    thickness: float
    """Of a line."""
    color: Color

    def lines(self, letters: int, width: float) -> int:
        """How many lines a text of so many letters takes, written `width` points wide."""
        return max(1, ceil(letters * self.letter / width))


_HANDS: Mapping[Profile, Hand] = {
    Profile.STANDARD: Hand(mm(9), mm(2.4), 0.5, RULE),
    Profile.CLEAR: Hand(mm(10), mm(2.7), 0.8, INK_SOFT),
    Profile.LARGE: Hand(mm(13), mm(3.6), 1.1, INK_SOFT),
}
"""Who reads large print writes large, and sees a grey hairline badly."""


def hand_for(look: Look) -> Hand:
    """The hand of a look's profile."""
    return _HANDS[look.profile]
