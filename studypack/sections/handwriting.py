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

    scale: float
    """How many times as much room it takes as in the standard profile."""
    pitch: float
    """From line to line: 9 mm suits most."""
    letter: float
    """The width of a letter, on average, with its share of the spaces."""
    thickness: float
    """Of a line."""
    color: Color

    def lines(self, letters: int, width: float) -> int:
        """How many lines a text of so many letters takes, written `width` points wide."""
        return max(1, ceil(letters * self.letter / width))


_SCALES: Mapping[Profile, float] = {Profile.STANDARD: 1.0, Profile.CLEAR: 1.1, Profile.LARGE: 1.4}
"""How much larger a pupil writes who reads this profile. Who needs 18 pt to read writes large too, but not by as much
as the type has grown: 2.4 mm a letter becomes 3.4 mm."""


def hand_for(look: Look) -> Hand:
    """The hand of a look's profile; who reads large print sees a grey hairline badly, too."""
    scale = _SCALES[look.profile]
    thickness = {Profile.STANDARD: 0.5, Profile.CLEAR: 0.8, Profile.LARGE: 1.1}[look.profile]
    return Hand(scale, mm(9) * scale, mm(2.4) * scale, thickness, INK_SOFT if look.accessible else RULE)
