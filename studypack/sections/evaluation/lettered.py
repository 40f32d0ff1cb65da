"""Lettered circles: they tie a move of the model answer to its note."""

from dataclasses import dataclass

from studypack.typeset.boxes import Box
from studypack.typeset.look import INK, Look, mm
from studypack.typeset.page import Circle, Page, Rectangle, TextRun
from studypack.typeset.tag import Furniture, Tag

_DIAMETER = mm(3.7)
_ROOMY_DIAMETER = 1.32
"""In ems of the letter, in the profiles whose letters are large."""
_OUTLINE = 0.7
_PADDING = 2.4
"""Beside two letters, where a circle would be too narrow for them."""
_MIDDLE = 0.335
"""Of the type size: the height above the baseline that things in a line are centred on."""
_CAPITALS = 0.25
"""Of the letter's size: small letters sit this far below the middle of their circle."""


def letters(number: int) -> str:
    """a, b … z, then aa, ab …; `number` counts from 0."""
    name = ""
    number += 1
    while number:
        number, place = divmod(number - 1, 26)
        name = chr(ord("a") + place) + name
    return name


@dataclass(frozen=True, slots=True)
class Letter:
    """A circle with a move's letter, standing in a line before the move's first word."""

    name: str
    look: Look
    tag: Tag | Furniture | None
    """None where it is only measured."""
    size: float
    """Of the type beside it."""
    gap: float = 2.6
    """To the word that it is glued to."""

    @property
    def diameter(self) -> float:
        """Of the circle, and the height of a capsule."""
        return _ROOMY_DIAMETER * self.look.mark.size if self.look.accessible else _DIAMETER

    @property
    def outline(self) -> float:
        """The width of the shape itself: a circle, or a capsule round two letters."""
        style = self.look.mark
        return max(self.diameter, style.face.width(self.name, style.size) + 2 * _PADDING)

    @property
    def width(self) -> float:
        """The shape and the gap after it."""
        return self.outline + self.gap

    def place(self, page: Page, x: float, baseline: float) -> None:
        """Centred on the small letters of the line that starts at (x, baseline)."""
        self.draw(page, x, baseline + _MIDDLE * self.size)

    def draw(self, page: Page, x: float, middle: float) -> None:
        """Centred on the height `middle`, its left edge at `x`."""
        style, width, radius = self.look.mark, self.outline, self.diameter / 2
        if width > self.diameter:
            inset = _OUTLINE / 2
            page.add(
                Rectangle(
                    x + inset,
                    middle - radius + inset,
                    width - _OUTLINE,
                    self.diameter - _OUTLINE,
                    stroke=INK,
                    thickness=_OUTLINE,
                    radius=radius,
                )
            )
        else:
            page.add(Circle(x + radius, middle, radius - _OUTLINE / 2, stroke=INK, thickness=_OUTLINE))
        drawn = style.face.width(self.name, style.size)
        start, base = x + (width - drawn) / 2, middle - _CAPITALS * style.size
        page.add(TextRun(start, base, self.name, style.face, style.size, INK, drawn, self.tag))


@dataclass
class LetterLabel(Box):
    """A lettered circle in the margin of its note, level with the note's first line."""

    letter: Letter
    leading: float
    """Of that first line."""

    def height(self, width: float) -> float:
        """One line."""
        return self.leading

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """At the left edge, on the middle of the line."""
        self.letter.draw(page, x, top - self.leading / 2)
