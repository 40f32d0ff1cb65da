"""How widely a sheet is set: room for handwriting, which grows with the type that its reader needs."""

from dataclasses import dataclass

from studypack.sections.handwriting import hand_for
from studypack.typeset.look import Look, mm


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


def fits_of(look: Look) -> tuple[Fit, ...]:
    """The ways of setting a sheet, the easiest first."""
    if look.accessible:
        scale = hand_for(look).scale
        return tuple(Fit(fit.pitch * scale, look.body.size, fit.between * scale) for fit in _FITS)
    smaller = _COMPACT_SMALLER if look.compact else 0
    return tuple(Fit(fit.pitch, fit.size - smaller, fit.between) for fit in _FITS)
