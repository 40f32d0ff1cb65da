"""The rows of the key: number, answer, what else to accept, and the point's mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from studypack.sections.section import Answer
from studypack.typeset.boxes import Box
from studypack.typeset.look import HAIRLINE, INK, Look, Style, mm
from studypack.typeset.page import Page, Rule
from studypack.typeset.paragraph import Paragraph
from studypack.typeset.stack import Stack
from studypack.typeset.tag import Tag
from studypack.typeset.text import Run

_ROW = mm(8.2)
"""From rule to rule at least: thirty sheets are marked from it, with a finger on the line."""
_ROUND = 5.0
"""Above and below the words at least, together."""
_FIGURES = mm(8.6)
"""For the number, at least."""
_AFTER_FIGURES = mm(2.2)
_BEFORE_MARK = mm(1.5)
_SENTENCE = 40
"""Characters; where half the answers are longer they are sentences."""


@dataclass(frozen=True, slots=True)
class RowLook:
    """How the rows of one sheet are set, all alike. Lengths in points."""

    figure: Style
    answer: Style
    other: Style
    """What else to accept."""
    mark: Style
    figures: float
    """For the number and the space after it."""
    after: float
    """That space."""

    @classmethod
    def of(cls, look: Look, answers: Sequence[Answer]) -> "RowLook":
        """What suits the answers of a sheet: where they are sentences, a page of bold type would shout."""
        sentences = median(len(answer.accepted[0]) for answer in answers) > _SENTENCE
        figures_too = any(answer.accepted[0][0].isdecimal() for answer in answers)
        figure = look.label_bold.sized(11, 14).colored(INK)
        size = look.body.size if look.accessible else 11 if look.compact else 12
        if sentences and not look.accessible:
            size -= 1.2
        # "1 1 March 1919": two figures side by side are told apart by the space between them.
        after = size if look.accessible or figures_too else _AFTER_FIGURES
        numbers = max(figure.face.width(str(answer.number), figure.size) for answer in answers)
        return cls(
            figure=figure,
            answer=look.body.undivided().voiced(bold=not sentences).sized(size, 14),
            other=(look.note.colored(INK) if look.accessible else look.body.sized(9.4, 11.5)).undivided(),
            mark=look.label,
            figures=max(_FIGURES, numbers + after),
            after=after,
        )

    @property
    def row(self) -> float:
        """The height of an answer of one line."""
        return max(_ROW, self.answer.leading + _ROUND)


class AnswerRow(Box):
    """One numbered answer; it grows where the answer or its alternatives take more lines."""

    def __init__(self, answer: Answer, look: RowLook, listing: Tag, spoken: str) -> None:
        """`spoken` is the point's mark as it is read aloud."""
        self._look = look
        item = listing.child("LI")
        number = Run(str(answer.number), look.figure, item.child("Lbl"))
        self._number = Paragraph([number], look.answer.leading, align="right", center=0.335 * look.answer.size)
        body = item.child("LBody")
        # Each ends in a space, which parts it from what is read next: "debts or seized", not "debtsor seized".
        first, others = f"{answer.accepted[0]} ", ", ".join(answer.accepted[1:])
        lines = [Paragraph([Run(first, look.answer, body)], look.answer.leading)]
        if others:
            either = Run("or ", look.other.voiced(italic=True), body)
            lines.append(Paragraph([either, Run(f"{others} ", look.other, body)], look.other.leading))
        self._words = Stack(lines)
        center = 0.335 * look.answer.size
        mark = Run(answer.mark, look.mark, body.child("Span", said=spoken))
        self._mark = Paragraph([mark], look.answer.leading, center=center)
        self._mark_width = look.mark.face.width(answer.mark, look.mark.size)
        self._widest = lines[0].widest_word

    def _own(self, width: float) -> float:
        return width - self._look.figures - (self._mark_width + _BEFORE_MARK if self._mark_width else 0)

    def cuts(self, width: float) -> bool:
        """Whether a word of the answer is too long for a column of this width, and would be cut."""
        return self._widest > self._own(width)

    def height(self, width: float) -> float:
        """A row at least."""
        row = self._look.row
        return max(row, self._words.height(self._own(width)) + row - self._look.answer.leading)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Number, answer and mark on one baseline; a hairline below."""
        look = self._look
        inner = top - (look.row - look.answer.leading) / 2
        own = self._own(width)
        self._number.place(page, x, inner, look.figures - look.after)
        self._words.place(page, x + look.figures, inner, own)
        self._mark.place(page, x + width - self._mark_width, inner, self._mark_width + 1)
        foot = top - self.height(width)
        page.add(Rule(x, foot, x + width, foot, 0.4, HAIRLINE))


def crown(page: Page, x: float, top: float, width: float) -> None:
    """The rule on the top of a column of answers."""
    page.add(Rule(x, top, x + width, top, 0.8, INK))
