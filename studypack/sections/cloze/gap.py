"""The gap in a line: a number, and a rule to write on."""

from dataclasses import dataclass

from studypack.sections.cloze.worksheet import Sheet
from studypack.typeset.look import INK, Look, Style, mm
from studypack.typeset.page import Page, Rule, Tag, TextRun

_THICKNESS = 0.75
_BELOW = mm(1.2)
"""The rule, below the baseline: handwriting needs room for its descenders."""
_RAISED = 3.4
"""The number, above the baseline."""
_NUMBER_SIZE = 8
_BETWEEN = 1.4
"""From number to rule."""
_AFTER = 0.5
"""From rule to a comma; the next word's space comes on top."""
_A_LETTER = mm(2.4)
"""The width of a handwritten letter."""


def gap_width(sheet: Sheet, look: Look) -> float:
    """One width for every gap of a sheet, in points, so that no length gives an answer away.

    From the longest answer, within 34 to 46 mm (28 to 40 mm on a narrow sheet).
    """
    longest = max(len(gap.answer) for gap in sheet.gaps)
    narrowest, widest = (mm(28), mm(40)) if look.compact else (mm(34), mm(46))
    return min(max(_A_LETTER * longest + mm(4), narrowest), widest)


@dataclass(frozen=True, slots=True)
class NumberedGap:
    """What the student fills in: a small number, raised, and a rule of the sheet's one length."""

    number: int
    rule: float
    """The length of the rule."""
    style: Style
    """Of the number."""
    tag: Tag
    """A Span whose Alt holds the number and never the answer."""

    @classmethod
    def of(cls, number: int, rule: float, look: Look, parent: Tag) -> "NumberedGap":
        """A gap in the paragraph that `parent` tags."""
        style = look.label_bold.sized(_NUMBER_SIZE, _NUMBER_SIZE).colored(INK)
        return cls(number, rule, style, parent.child("Span", alt=f"gap {number}"))

    @property
    def _figure(self) -> float:
        return self.style.face.width(str(self.number), self.style.size)

    @property
    def width(self) -> float:
        """Number, rule and the space round them."""
        return self._figure + _BETWEEN + self.rule + _AFTER

    def place(self, page: Page, x: float, baseline: float) -> None:
        """The number first, raised; then the rule."""
        figure, style = self._figure, self.style
        y = baseline + _RAISED
        page.add(TextRun(x, y, str(self.number), style.face, style.size, style.color, figure, self.tag))
        start, y = x + figure + _BETWEEN, baseline - _BELOW
        page.add(Rule(start, y, start + self.rule, y, _THICKNESS, INK, tag=self.tag))
