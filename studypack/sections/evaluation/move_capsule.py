"""The name of a move, in a shape that tells what it does in the argument: answers, proves, or weighs the other side."""

from dataclasses import dataclass

from studypack.layout.inline import place_line
from studypack.layout.page import Page, Rectangle, Rule
from studypack.layout.style import CAPITAL_MIDDLE, INK, WHITE, Style
from studypack.layout.tag import Tag
from studypack.layout.theme import Theme
from studypack.sections.evaluation.moves import Family

_PADDING, _OUTLINE = 5.0, 0.75


@dataclass(frozen=True, slots=True)
class MoveCapsule:
    """A name in a line. What answers the question stands in a filled capsule, what proves it in an open one.

    What speaks for the other side stands in an open box, and a move of the author's own over a line.
    """

    name: str
    family: Family
    theme: Theme
    tag: Tag
    beside: Style
    """Of the words beside it."""

    @property
    def _padding(self) -> float:
        return 0.0 if self.family is Family.OWN else _PADDING * self.theme.mark.size / 8

    @property
    def width(self) -> float:
        """The width of the shape, in points."""
        style = self.theme.mark
        return style.face.width(self.name, style.size) + 2 * self._padding

    def place(self, page: Page, x: float, baseline: float) -> None:
        """Draw it centred on the capitals of the line, its left edge at `x`."""
        style, width, height = self.theme.mark, self.width, self.theme.mark_height
        middle = baseline + CAPITAL_MIDDLE * self.beside.size
        low, inset = middle - height / 2, _OUTLINE / 2
        is_filled = self.family is Family.ANSWER
        if is_filled:
            page.add(Rectangle(x, low, width, height, fill=INK, radius=height / 2))
        elif self.family is Family.OWN:
            page.add(Rule(x, low, x + width, low, _OUTLINE, INK))
        else:
            radius = height / 2 - inset if self.family is Family.PROOF else 0
            inner = (x + inset, low + inset, width - _OUTLINE, height - _OUTLINE)
            page.add(Rectangle(*inner, stroke=INK, thickness=_OUTLINE, radius=radius))
        ink = style.colored(WHITE if is_filled else INK)
        place_line(page, self.name, ink, x + self._padding, middle - CAPITAL_MIDDLE * style.size, self.tag)
