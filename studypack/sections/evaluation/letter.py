"""The letter of a move: in a circle, in its line or in the margin of what it names."""

from collections.abc import Sequence

from studypack.base.record import record
from studypack.layout.boxes import Box, Drawn
from studypack.layout.inline import place_line
from studypack.layout.page import Circle, Page, Rectangle
from studypack.layout.style import INK, Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.theme import Theme
from studypack.model.words import Words

_OUTLINE = 0.7
_PADDING = 2.4
"""Beside two letters, where a circle would be too narrow for them."""
_CAPITALS = 0.25
"""Of the letter's size: small letters sit this far below the middle of their circle."""


@record
class Letter:
    """A circle with a move's letter, standing in a line before the move's first word."""

    name: str
    theme: Theme
    tag: Tag | Furniture | None
    """None where it is only measured."""
    beside: Style
    """Of the words beside it."""
    gap: float = 2.6
    """To the word that it is glued to."""

    @property
    def outline(self) -> float:
        """The width of the shape itself: a circle, or a capsule round two letters."""
        style = self.theme.mark
        return max(self.theme.letter_diameter, style.face.width(self.name, style.size) + 2 * _PADDING)

    @property
    def width(self) -> float:
        """The shape and the gap after it."""
        return self.outline + self.gap

    def place(self, page: Page, x: float, baseline: float) -> None:
        """Centred on the small letters of the line that starts at (x, baseline)."""
        self.draw(page, x, baseline + self.beside.middle)

    def draw(self, page: Page, x: float, middle: float) -> None:
        """Centred on the height `middle`, its left edge at `x`."""
        style, width, diameter = self.theme.mark, self.outline, self.theme.letter_diameter
        radius, inset = diameter / 2, _OUTLINE / 2
        if width > diameter:
            left, low = x + inset, middle - radius + inset
            high = diameter - _OUTLINE
            page.add(Rectangle(left, low, width - _OUTLINE, high, stroke=INK, thickness=_OUTLINE, radius=radius))
        else:
            page.add(Circle(x + radius, middle, radius - inset, stroke=INK, thickness=_OUTLINE))
        drawn = style.face.width(self.name, style.size)
        start, base = x + (width - drawn) / 2, middle - _CAPITALS * style.size
        place_line(page, self.name, style.colored(INK), start, base, self.tag)


def move_letter(name: str, say: Words) -> str:
    """Return what is heard for the letter of a move."""
    return say("move_letter", "Move {letter}:", letter=name) + " "


def letter_label(letter: Letter) -> Box:
    """The letter in the margin of what it names, level with the first line of that."""
    leading = letter.beside.leading
    return Drawn(leading, lambda page, x, top, width: letter.draw(page, x, top - leading / 2))


def letters_indent(names: Sequence[str], theme: Theme, style: Style) -> float:
    """The indent of words in a style beside their letters, in points: as wide as the widest letter asks."""
    return max(mm(6.2), *(Letter(name, theme, None, style).width + 2 for name in names))
