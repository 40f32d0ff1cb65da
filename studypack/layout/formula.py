"""A formula in a line of text: drawn on its baseline, and copied and searched as the LaTeX that its author typed."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from studypack.base.formula.outline import SMALLEST, Drawing, drawn
from studypack.base.styled_text import Text
from studypack.layout.page import Outline, Page, TextRun
from studypack.layout.style import Style
from studypack.layout.tag import Furniture, Tag

_X_HEIGHT = 473
"""Of the typeface of formulas, in thousandths of an em: STIX Two Math, which ziamath has."""
_AFTER = 0.4
"""In ems: the room beside a formula as wide as its column, for a comma or a stop."""
_FREE = 0.13
"""In ems: what the letters of the lines above and below leave free, so that a fraction opens no line."""


class Lack(NamedTuple):
    """The room that a line lacks for its formulas, in points."""

    over: float = 0
    under: float = 0
    over_within: float = 0
    """Where another line stands above it, whose letters leave some free."""
    under_within: float = 0
    """Where another stands below it."""


@dataclass(frozen=True, slots=True)
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
        # Who needs large print needs large powers.
        least = round(min(max(style.smallest / size, SMALLEST), 1), 2)
        return cls(drawn(span.text, display=span.formula.display, least=least), span.text, style, size, tag)

    @property
    def width(self) -> float:
        """With its side bearings."""
        return self.drawing.width * self.size

    def lacks(self, above: float, below: float) -> "Lack":
        """Return how much room a line lacks for it that has so much above its baseline and below."""
        over, under = self.drawing.height * self.size - above, self.drawing.depth * self.size - below
        free = _FREE * self.size
        return Lack(max(over, 0), max(under, 0), over if over > free else 0, under if under > free else 0)

    def narrowed(self, width: float) -> "FormulaBox":
        """Return the formula as small as a column asks that it is wider than."""
        room = max(width - _AFTER * self.style.size, width / 2)
        return replace(self, size=self.size * room / self.width) if self.width > room else self

    def place(self, page: Page, x: float, baseline: float) -> None:
        """The drawing, and over it the text that is copied."""
        page.add(Outline(x, baseline, self.drawing, self.size, self.style.color, self.tag))
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
