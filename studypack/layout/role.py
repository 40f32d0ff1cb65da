"""The roles that a theme gives values to: how their styles, lengths and ladders of sizes are written down."""

from collections.abc import Mapping
from dataclasses import field
from typing import Any, NamedTuple

from studypack.base.record import record
from studypack.layout.fonts import Family, face, semibold_sans
from studypack.layout.page import Color
from studypack.layout.style import INK, INK_SOFT, Style
from studypack.model.choices import Profile


class Serif(NamedTuple):
    """A style of the standard profile. Sizes in points."""

    size: float
    leading: float
    color: Color = INK
    bold: bool = False
    italic: bool = False

    def style(self) -> Style:
        """The style that is written down."""
        return Style(face(Family.SERIF, bold=self.bold, italic=self.italic), self.size, self.leading, self.color)


class Sans(NamedTuple):
    """The same, without serifs."""

    size: float
    leading: float
    color: Color = INK_SOFT
    bold: bool = False
    italic: bool = False

    def style(self) -> Style:
        """The style that is written down."""
        chosen = face(Family.SANS, bold=self.bold, italic=self.italic)
        return Style(chosen, self.size, self.leading, self.color, family=Family.SANS)


class SemiBold(NamedTuple):
    """The same, without serifs and half-way to bold."""

    size: float
    leading: float
    color: Color = INK_SOFT
    tracking: float = 0

    def style(self) -> Style:
        """The style that is written down."""
        return Style(semibold_sans(), self.size, self.leading, self.color, self.tracking, family=Family.SANS)


STANDARD_TEXT = 10.2
"""The text that lengths are made for, in points: in an accessible profile they grow with its own."""
LEAST = 0.0
"""For a size: the profile's smallest."""


class Roomy(NamedTuple):
    """A style of the roomy profiles: upright, in one family, and never smaller than the profile allows."""

    size: float = 1
    """Times the size of the text; or LEAST."""
    open: float = 1.5
    """The leading, in ems."""
    bold: bool = False
    color: Color = INK
    at_least: float = 0
    """Points: a title may be larger than the text asks."""

    def style(self, least: float, text: float) -> Style:
        """The style where that is the smallest type and the text, in points."""
        size = max(text * self.size, self.at_least) if self.size else least
        made = face(Family.CLEAR, bold=self.bold)
        leading = size * self.open
        return Style(made, size, leading, self.color, family=Family.CLEAR, smallest=least, open=self.open, upright=True)


ACCESSIBLE: Mapping[Profile, tuple[float, float]] = {Profile.CLEAR: (12.0, 12.5), Profile.LARGE: (16.0, 18.0)}
"""The smallest type and the text, in points: clear print is 12 pt and up, large print 16 pt and up (UKAAF, RNIB)."""


class Fit(NamedTuple):
    """One way to set text so that it takes fewer pages or more."""

    size: float = 0
    """In points; 0 for the text of the theme as it is: in an accessible profile type is never smaller."""
    leading: float = 0
    """From baseline to baseline, in points; for the text as it is, in ems of it, and 0 for its own."""
    air: float = 1
    """How much space stands between rows; of what, says the role."""


class Grown(NamedTuple):
    """A length made for text of 10 pt, as it is in a roomy profile. In points."""

    length: float


def fits(*sizes: tuple[float, float], air: float = 1) -> tuple[Fit, ...]:
    """A ladder of sizes, each with its leading, in points."""
    return tuple(Fit(size, leading, air) for size, leading in sizes)


def airs(*airs: float) -> tuple[Fit, ...]:
    """A ladder for type that is never smaller: only the space grows."""
    return tuple(Fit(air=air) for air in airs)


@record
class Role:
    """The values of a role: on A4 and Letter, on their halves, and in the roomy profiles, there on halves too.

    Where the roomy profiles differ, theirs is a mapping; one that it lacks is as the clear one.
    """

    standard: Any
    small: Any
    roomy: Any
    roomy_small: Any

    def value(self, profile: Profile, roomy: tuple[float, float] | None, *, small: bool) -> Any:
        """What it is in a profile, whose smallest type and text are given if it is roomy.

        With `small`, it is that on a half of A4 or Letter.
        """
        value = (self.roomy_small if small else self.roomy) if roomy else self.small if small else self.standard
        if isinstance(value, Mapping):
            value = value.get(profile, value[Profile.CLEAR])
        if roomy and isinstance(value, Roomy):
            return value.style(*roomy)
        if roomy and isinstance(value, Grown):
            return value.length * roomy[1] / STANDARD_TEXT
        return value.style() if isinstance(value, Serif | Sans | SemiBold) else value


def role(standard: Any, small: Any = ..., roomy: Any = ..., roomy_small: Any = ...) -> Role:
    """A role's values; one not given (`...`) is as the one before it, a roomy style as the text."""
    is_style = isinstance(standard, Serif | Sans | SemiBold)
    small = standard if small is ... else small
    roomy = (Roomy() if is_style else small) if roomy is ... else roomy
    return Role(standard, small, roomy, roomy if roomy_small is ... else roomy_small)


@record
class ThemeData:
    """A theme, as its file has it."""

    values: dict[str, Role]
    """Of every role in `Roles`."""
    roomy: Mapping[Profile, tuple[float, float]] = field(default_factory=lambda: ACCESSIBLE)
    """The profiles set in one column, upright and on plain ground, with their smallest type and text, in points."""
    families: Mapping[Family, Family] = field(default_factory=dict)
    """What is set in another family than its style says."""
