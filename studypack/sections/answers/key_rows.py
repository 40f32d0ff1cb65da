"""The rows of the key: number, answer, what else to accept, and the point's mark."""

from studypack.sections.section import Answer
from studypack.typeset.boxes import Box
from studypack.typeset.look import HAIRLINE, INK, Look, mm
from studypack.typeset.page import Page, Rule, Tag
from studypack.typeset.paragraph import Paragraph
from studypack.typeset.stack import Stack
from studypack.typeset.text import Run

ROW = mm(8.2)
"""From rule to rule: thirty sheets are marked from it, with a finger on the line."""
_FIGURES = mm(8.6)
"""For the number, up to three figures."""
_AFTER_FIGURES = mm(2.2)
_BEFORE_MARK = mm(1.5)
_LEADING = 14
_SMALL_LEADING = 11.5


class AnswerRow(Box):
    """One numbered answer; it grows where the answer or its alternatives take more lines."""

    def __init__(self, answer: Answer, look: Look, listing: Tag) -> None:
        item = listing.child("LI")
        figure = look.label_bold.sized(11, _LEADING).colored(INK)
        self._number = Paragraph([Run(str(answer.number), figure, item.child("Lbl"))], _LEADING, align="right")
        body = item.child("LBody")
        style = look.body.voiced(bold=True).sized(11 if look.compact else 12, _LEADING)
        lines = [Paragraph([Run(answer.accepted[0], style, body)], _LEADING)]
        small = look.body.sized(9.4, _SMALL_LEADING)
        others = ", ".join(answer.accepted[1:])
        either = small.voiced(italic=True)
        if others:
            lines.append(Paragraph([Run("or ", either, body), Run(others, small, body)], _SMALL_LEADING))
        self._words = Stack(lines)
        self._mark = Paragraph([Run(answer.mark, look.label, body)], _LEADING)
        self._mark_width = look.label.face.width(answer.mark, look.label.size)
        self._widest = max(style.face.width(word, style.size) for word in answer.accepted[0].split(" "))

    def _own(self, width: float) -> float:
        return width - _FIGURES - (self._mark_width + _BEFORE_MARK if self._mark_width else 0)

    def cuts(self, width: float) -> bool:
        """Whether a word of the answer is too long for a column of this width, and would be cut."""
        return self._widest > self._own(width)

    def height(self, width: float) -> float:
        """A row at least."""
        own = self._own(width)
        return max(ROW, self._words.height(own) + ROW - _LEADING)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Number, answer and mark on one baseline; a hairline below."""
        inner = top - (ROW - _LEADING) / 2
        own = self._own(width)
        self._number.place(page, x, inner, _FIGURES - _AFTER_FIGURES)
        self._words.place(page, x + _FIGURES, inner, own)
        self._mark.place(page, x + width - self._mark_width, inner, self._mark_width + 1)
        foot = top - self.height(width)
        page.add(Rule(x, foot, x + width, foot, 0.4, HAIRLINE))


def crown(page: Page, x: float, top: float, width: float) -> None:
    """The rule on the top of a column of answers."""
    page.add(Rule(x, top, x + width, top, 0.8, INK))
