"""The name of a move over a rule that tells what it does: it answers, it proves, or it weighs the other side."""

from collections.abc import Mapping

from studypack.base.record import record
from studypack.layout.inline import place_line
from studypack.layout.page import Page, Rule
from studypack.layout.style import INK, Style
from studypack.layout.tag import Tag
from studypack.sections.evaluation.moves import Family

_RULES: Mapping[Family, tuple[float, tuple[float, ...]]] = {
    Family.ANSWER: (2.2, ()),
    Family.PROOF: (0.75, ()),
    Family.OTHER_SIDE: (0.75, (2.4, 1.6)),
}
"""How thick the rule under a name is, in points, and how it is dashed."""
_UNDER = 0.3
"""In ems, from the letters to the rule: letters that go down end there."""


@record
class UnderlinedMove:
    """A name in a line: over a thick rule if the move answers, a thin one if it proves, a dashed one if it weighs.

    Under a move of the author's own is none. Shapes round letters are the marks of points, and no moves.
    """

    name: str
    family: Family
    style: Style
    tag: Tag

    @property
    def width(self) -> float:
        """The width of the name, in points."""
        return self.style.face.width(self.name, self.style.size)

    def place(self, page: Page, x: float, baseline: float) -> None:
        """Draw it with its left edge at `x`."""
        if self.family in _RULES:
            thickness, dash = _RULES[self.family]
            under = baseline - _UNDER * self.style.size - thickness / 2
            page.add(Rule(x, under, x + self.width, under, thickness, INK, dash))
        place_line(page, self.name, self.style, x, baseline, self.tag)
