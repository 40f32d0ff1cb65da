"""The rows of the key: number, answer, what else to accept, and the point's mark."""

from studypack.sections.section import Answer
from studypack.typeset.boxes import Box, Paragraph, Stack
from studypack.typeset.look import HAIRLINE, INK, Look, mm
from studypack.typeset.page import Page, Rule, Tag
from studypack.typeset.text import Run

ROW = mm(8.2)
"""From rule to rule: thirty sheets are marked from it, with a finger on the line."""
_FIGURES = mm(8)
"""For the number, up to three figures."""
_MARK_ROOM = mm(9)
_LEADING = 14
_SMALL_LEADING = 11.5


class AnswerRow(Box):
    """One numbered answer; it grows where the answer or its alternatives take more lines."""

    def __init__(self, answer: Answer, look: Look, listing: Tag) -> None:
        item = listing.child("LI")
        figure = look.label_bold.sized(11, _LEADING).colored(INK)
        self._number = Paragraph(
            [Run(str(answer.number), figure, item.child("Lbl"))], _LEADING, align="right"
        )
        body = item.child("LBody")
        style = look.body.voiced(bold=True).sized(12 if not look.compact else 11, _LEADING)
        lines: list[Box] = [Paragraph([Run(answer.accepted[0], style, body)], _LEADING)]
        if len(answer.accepted) > 1:
            small = look.body.sized(9.4, _SMALL_LEADING)
            content = [
                Run("or ", small.voiced(italic=True), body),
                Run(", ".join(answer.accepted[1:]), small, body),
            ]
            lines.append(Paragraph(content, _SMALL_LEADING))
        self._words = Stack(lines)
        self._mark = (
            Paragraph([Run(answer.mark, look.label, body)], _LEADING, align="right") if answer.mark else None
        )

    def _own(self, width: float) -> float:
        return width - _FIGURES - (_MARK_ROOM if self._mark else 0)

    def height(self, width: float) -> float:
        """A row at least."""
        return max(ROW, self._words.height(self._own(width)) + ROW - _LEADING)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Number, answer and mark on one baseline; a hairline below."""
        inner = top - (ROW - _LEADING) / 2
        self._number.place(page, x, inner, _FIGURES - mm(2.6))
        self._words.place(page, x + _FIGURES, inner, self._own(width))
        if self._mark is not None:
            self._mark.place(page, x + width - _MARK_ROOM, inner, _MARK_ROOM)
        foot = top - self.height(width)
        page.add(Rule(x, foot, x + width, foot, 0.4, HAIRLINE))


def crown(page: Page, x: float, top: float, width: float) -> None:
    """The rule on the top of a column of answers."""
    page.add(Rule(x, top, x + width, top, 0.8, INK))
