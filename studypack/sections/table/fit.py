"""How large and how airy the points are set, so that a table takes the fewest pages it can."""

from collections.abc import Sequence
from dataclasses import dataclass

from studypack.content import Pack
from studypack.typeset.look import Look, mm

_SIZES = (9.2, 9.4, 9.6, 9.8, 10.0, 10.2)
_BETWEEN = mm(3.4)
_AIRS = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2)
"""Between points in the accessible profiles, in lines: there the type is never smaller, the space may be."""
WORTH_FITTING = 80
"""Points; a longer table takes the smallest size at once, for that is what it would come to."""
_LEADING = 1.37
"""Times the size."""


@dataclass(frozen=True, slots=True)
class Fit:
    """One way to set the points. In points."""

    size: float
    leading: float
    between: float
    """From a point to the next."""


def fits(look: Look, pack: Pack) -> Sequence[Fit]:
    """The ways to set a pack's points, the closest first."""
    if look.accessible:
        made = [Fit(look.body.size, look.body.leading, air * look.body.leading) for air in _AIRS]
    else:
        made = [Fit(size, round(size * _LEADING, 2), _BETWEEN) for size in _SIZES]
    return made[:1] if len(pack.points) > WORTH_FITTING else made
