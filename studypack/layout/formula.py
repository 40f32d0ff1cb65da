"""A formula in a line of text: drawn on its baseline, and copied and searched as the LaTeX that its author typed."""

from dataclasses import replace
from typing import NamedTuple

from studypack.base.formula.outline import SMALLEST, Drawing, drawn
from studypack.base.record import record
from studypack.base.styled_text import Text
from studypack.layout.page import Outline, Page, TextRun
from studypack.layout.style import Style
from studypack.layout.tag import Furniture, Tag

_X_HEIGHT = 473
"""Of the typeface of formulas, in thousandths of an em: STIX Two Math, which ziamath has."""
_AFTER = 0.4
"""In ems: the room beside a formula as wide as its column, for a comma or a stop."""
_SCRIPT, _SMALL = 0.7, 7.0
"""In ems: powers, and what stands in fractions. In points: its least size, where the words are small."""
_ASCENT, _DESCENT = 0.73, 0.24
"""In ems: how far letters reach above their baseline and below it."""
_CLEAR = 1.0
"""In points: what is left free between a formula and the line above or below it."""
_AIR = 0.2
"""In ems: what is at most left free above and below a formula that is taller than the leading."""


class Reach(NamedTuple):
    """How far the formulas of a line reach from its baseline, in points; 0 where there are none."""

    height: float = 0
    depth: float = 0

    def beyond(self, above: float, below: float, em: float) -> tuple[float, float]:
        """Return the room to add over and under a line that has so much above its baseline and below.

        `em` is the size of its letters. What is much taller than the line gets some air.
        """
        over = max(self.height + _CLEAR / 2 - above, 0) if self.height else 0
        under = max(self.depth + _CLEAR / 2 - below, 0) if self.depth else 0
        return over + min(over, _AIR * em), under + min(under, _AIR * em)

    def clears(self, lower: "Reach", em: float) -> float:
        """Return how far its baseline must be from the next, so that formulas of neither touch what is in the other."""
        over_next = self.depth + max(_ASCENT * em, lower.height) if self.depth else 0
        under_last = _DESCENT * em + lower.height if lower.height else 0
        return max(over_next, under_last) + _CLEAR


@record
class FormulaBox:
    """A formula among words. Lengths in points."""

    drawing: Drawing
    latex: str
    style: Style
    """Of the words around it."""
    size: float
    """Of an em of the formula."""
    tag: Tag | Furniture | None

    @classmethod
    def of(cls, span: Text, style: Style, tag: Tag | Furniture | None) -> "FormulaBox":
        """Return the formula of a span in an element of its own, as large as the words around it."""
        assert span.formula is not None
        if isinstance(tag, Tag):
            tag = tag.child("Formula", span.formula.says or span.text)
        size = style.size * style.face.x_height / _X_HEIGHT
        # Who needs large print needs large powers; and so do notes and lists in small type.
        smallest = style.smallest or (_SMALL if _SCRIPT * size < _SMALL - 0.5 else 0)
        least = round(min(max(smallest / size, SMALLEST), 1), 2)
        return cls(drawn(span.text, display=span.formula.display, least=least), span.text, style, size, tag)

    @property
    def width(self) -> float:
        """With its side bearings."""
        return self.drawing.width * self.size

    @property
    def reach(self) -> Reach:
        """How far it reaches from its baseline, in points."""
        return Reach(self.drawing.height * self.size, self.drawing.depth * self.size)

    def narrowed(self, width: float) -> "FormulaBox":
        """Return the formula as small as a column asks that it is wider than."""
        room = max(width - _AFTER * self.style.size, width / 2)
        return replace(self, size=self.size * room / self.width) if self.width > room else self

    def place(self, page: Page, x: float, baseline: float) -> None:
        """The drawing, and over it the text that is copied."""
        bold = self.style.face.bold
        page.add(Outline(x, baseline, self.drawing, self.size, self.style.color, self.tag, bold))
        shown = "".join(each if self.style.face.prints(each) else "?" for each in self.latex)
        said = self.latex if shown != self.latex else None
        _, pieces = self.style.face.measured(shown)
        whole = sum(piece.width for piece in pieces) or 1
        for piece in pieces:
            own = self.width * piece.width / whole
            hidden = TextRun(
                x, baseline, piece.text, piece.face, self.style.size, self.style.color, own, self.tag, said=said
            )
            page.add(replace(hidden, hidden=True))
            x += own
