"""How widely a sheet is set: room for handwriting, which grows with the type that its reader needs."""

from collections.abc import Mapping
from dataclasses import dataclass

from studypack.options import Profile
from studypack.typeset.look import Look, mm

_HAND: Mapping[Profile, float] = {Profile.STANDARD: 1.0, Profile.CLEAR: 1.1, Profile.LARGE: 1.4}
"""How much larger a pupil writes who reads this profile. Who needs 18 pt to read writes large too, but not by as much
as the type has grown: 2.4 mm a letter becomes 3.4 mm."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How closely a sheet's passages are set. In points."""

    pitch: float
    """Between lines: room for handwriting."""
    size: float
    between: float
    """Between passages, on top of the pitch."""


_FITS = (
    Fit(mm(9.2), 11.5, mm(2.8)),
    Fit(mm(8.6), 11.5, mm(2.4)),
    Fit(mm(8), 11, mm(2)),
    Fit(mm(8), 11, mm(0.7)),
)
"""A closer one is taken only where it saves a page; 8 mm is the feint of a British exercise book."""
_COMPACT_SMALLER = 1.0
"""Points, on a narrow sheet."""


def hand(look: Look) -> float:
    """How many times as much room handwriting takes as in the standard profile."""
    return _HAND[look.profile]


def fits_of(look: Look) -> tuple[Fit, ...]:
    """The ways of setting a sheet, the easiest first."""
    if look.accessible:
        return tuple(Fit(fit.pitch * hand(look), look.body.size, fit.between * hand(look)) for fit in _FITS)
    smaller = _COMPACT_SMALLER if look.compact else 0
    return tuple(Fit(fit.pitch, fit.size - smaller, fit.between) for fit in _FITS)
