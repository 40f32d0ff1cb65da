"""Paper to write on: ruled, dotted or squared, from the foot of the page up to what stands at its head."""

from collections.abc import Mapping
from dataclasses import dataclass

from studypack.layout.boxes import ROUNDING, Box
from studypack.layout.field import on_rule
from studypack.layout.page import Color, Page, Rule
from studypack.layout.style import HAIRLINE, INK_SOFT, RULE, mm
from studypack.layout.tag import Tag
from studypack.layout.theme import Theme
from studypack.model.modes import Ruling
from studypack.model.options import Profile
from studypack.sections.kit.sheet_head import hand_for

TYPED = 0.45
"""Of the pitch: the size of what is typed; the lines are close, and the first has little room over it."""


@dataclass(frozen=True, slots=True)
class Feint:
    """How a paper is printed. Lengths in points."""

    pitch: float
    """From line to line, or from dot to dot."""
    thickness: float
    """Of a line; of a dot, its diameter."""
    color: Color


_RULED: Mapping[Profile, float] = {Profile.STANDARD: mm(8), Profile.CLEAR: mm(10), Profile.LARGE: mm(13)}
"""8 mm is the feint of a British exercise book."""
_GRID: Mapping[Profile, float] = {Profile.STANDARD: mm(5), Profile.CLEAR: mm(7), Profile.LARGE: mm(10)}
_DOTS: Mapping[Profile, float] = {Profile.STANDARD: 0.9, Profile.CLEAR: 1.3, Profile.LARGE: 1.8}
_SQUARES: Mapping[Profile, tuple[float, Color]] = {
    Profile.STANDARD: (0.4, HAIRLINE),
    Profile.CLEAR: (0.6, RULE),
    Profile.LARGE: (0.8, RULE),
}


def feint_for(theme: Theme, ruling: Ruling) -> Feint:
    """The feint of a profile: large print has it wider and plainer."""
    if ruling is Ruling.DOTTED:
        return Feint(_GRID[theme.profile], _DOTS[theme.profile], INK_SOFT)
    if ruling is Ruling.SQUARED:
        return Feint(_GRID[theme.profile], *_SQUARES[theme.profile])
    hand = hand_for(theme)
    return Feint(_RULED[theme.profile], hand.thickness, hand.color)


class Paper(Box):
    """So much paper; the last line stands on the foot of the box."""

    def __init__(self, feint: Feint, height: float, tag: Tag) -> None:
        """`tag` holds the fields on its lines; dots and squares are to draw on, and have none."""
        self._tag = tag
        self._feint = feint
        self._height = height

    def height(self, width: float) -> float:
        """As given: what the head of the page leaves."""
        return self._height

    def _steps(self, length: float) -> int:
        """How many times the pitch goes into a length."""
        return int((length + ROUNDING) / self._feint.pitch)


class RuledPaper(Paper):
    """Lines across, the first with a line's room above it."""

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """From the foot up."""
        foot, count = top - self._height, self._steps(self._height)
        ruled(page, self._feint, (x, x + width), foot, count)
        typed(page, self._feint, (x, x + width), foot, count, "Notes", self._tag)


class DottedPaper(Paper):
    """Dots on a square grid, in the middle of the measure."""

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Each row of dots is one dashed line, its dashes as long as it is thick: a page has some two thousand."""
        feint, foot = self._feint, top - self._height
        columns, half = self._steps(width - feint.thickness), feint.thickness / 2
        left = x + (width - columns * feint.pitch) / 2
        dash = (feint.thickness, feint.pitch - feint.thickness)
        for row in range(self._steps(self._height - feint.thickness) + 1):
            y = foot + half + row * feint.pitch
            page.add(Rule(left - half, y, left + columns * feint.pitch + half, y, feint.thickness, feint.color, dash))


class SquaredPaper(Paper):
    """Whole squares, in the middle of the measure."""

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Lines up, then lines across."""
        feint, foot = self._feint, top - self._height
        columns, rows = self._steps(width), self._steps(self._height)
        left = x + (width - columns * feint.pitch) / 2
        right, high = left + columns * feint.pitch, foot + rows * feint.pitch
        for column in range(columns + 1):
            across = left + column * feint.pitch
            page.add(Rule(across, foot, across, high, feint.thickness, feint.color))
        ruled(page, feint, (left, right), foot, rows + 1)


def ruled(page: Page, feint: Feint, across: tuple[float, float], foot: float, count: int) -> None:
    """So many lines, the lowest at the height `foot`; `across` is where they start and end."""
    for number in range(count):
        y = foot + number * feint.pitch
        page.add(Rule(across[0], y, across[1], y, feint.thickness, feint.color))


def typed(page: Page, feint: Feint, across: tuple[float, float], foot: float, count: int, name: str, tag: Tag) -> None:
    """Fields on so many lines, from the highest down, which `tag` holds under one name."""
    for number in reversed(range(count)):
        rule = (*across, foot + number * feint.pitch)
        page.add(on_rule(rule, TYPED * feint.pitch, name, tag, counted=True))
