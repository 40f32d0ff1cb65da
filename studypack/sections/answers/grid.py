"""The answers of one sheet: a heading that says what they add up to, and rows in columns to mark from."""

from collections.abc import Sequence
from statistics import median

from typing_extensions import override

from studypack.base.record import record
from studypack.base.styled_text import joined
from studypack.layout.boxes import Box, HorizontalRule, Space
from studypack.layout.columns import BalancedColumns
from studypack.layout.page import Page, Rule
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.row import Cell, Row
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import HAIRLINE, INK, Style, mm
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.layout.wrapper import KeepTogether, Padded
from studypack.model.content import Pack
from studypack.sections.kit.marks import spoken
from studypack.sections.kit.opening import Landmark
from studypack.sections.kit.prose import prose
from studypack.sections.kit.section import Answer, Context, Owed
from studypack.sections.kit.sheet_head import versioned


@record
class _Measures:
    """How the answers of a sheet are laid out. Lengths in points."""

    row: float = mm(8.2)
    """From rule to rule at least: thirty sheets are marked from it, with a finger on the line."""
    round: float = 5.0
    """Above and below the words at least, together."""
    figures: float = mm(8.6)
    """For the number and the space after it, at least."""
    before_mark: float = mm(1.5)
    sentence: int = 40
    """Characters; where half the answers are longer they are sentences."""
    most_rows: float = 1.7
    """An answer's height on average, in rows: with more, the eye no longer runs down the numbers."""
    above_heading: float = mm(8)
    below_heading: float = mm(2)
    before_note: float = mm(6)
    """Between a heading and the note at its right."""
    headroom: float = mm(40)
    """Kept free over a grid that is to stay on one page: more than its heading may take."""


GUTTER = mm(7)
"""Between columns of the key."""
_GRID = _Measures()


@record
class AnswerStyles:
    """How the answers of one sheet are set, all in the same way. Lengths in points."""

    theme: Theme
    answer: Style
    numbers: float
    """The width of the column of numbers."""
    after: float
    """Between a number and its answer."""

    @classmethod
    def of(cls, theme: Theme, answers: Sequence[Answer]) -> "AnswerStyles":
        """What suits the answers of a sheet: where they are sentences, a page of bold type would shout."""
        sentences = median(len(answer.accepted[0]) for answer in answers) > _GRID.sentence
        figures_too = any(answer.accepted[0][0].isdecimal() for answer in answers)
        figure, style = theme.answer_number, theme.answer_sentence if sentences else theme.answer
        # "1 1 March 1919": two figures side by side are told apart by the space between them.
        after = (0 if figures_too else theme.after_number) or style.size
        widest = max(figure.face.width(str(answer.number), figure.size) for answer in answers)
        return cls(theme, style, max(_GRID.figures - after, widest), after)

    @property
    def row(self) -> float:
        """The height of an answer of one line."""
        return max(_GRID.row, self.answer.leading + _GRID.round)


class AnswerRow(Padded):
    """An answer between its number and its point's mark, over a hairline; it grows where its words take more lines."""

    def __init__(self, pack: Pack, answer: Answer, styles: AnswerStyles, item: Tag, spoken: str) -> None:
        """`item` is its element in the list, `spoken` the point's mark as it is read aloud."""
        theme, leading, middle = styles.theme, styles.answer.leading, styles.answer.middle
        number = Run(str(answer.number), theme.answer_number, item.child("Lbl", said=f"{answer.number}:"))
        self.item_body = item.child("LBody")
        body = self.item_body.child("P") if answer.why else self.item_body
        # Each ends in a space, which parts it from what is read next: "debts or seized", not "debtsor seized".
        first, others = answer.accepted[0] + " ", joined(answer.accepted[1:], ", ")
        answered = body.child("Span", said=f"{answer.spoken} ") if answer.spoken else body
        lines = [text([Run(first, styles.answer, answered)], styles.answer)]
        if others:
            # Words: in the key, before answers that are right, too.
            either = Run(pack.say("or_answers", "or") + " ", theme.answer_else.voiced(italic=True), body)
            lines.append(text([either, Run(others + " ", theme.answer_else, body)], theme.answer_else))
        cells = [
            Cell(Paragraph([number], leading, align="right", center=middle), width=styles.numbers),
            Cell(Stack(lines), share=1, least=lines[0].widest_word, before=styles.after),
        ]
        if answer.mark:
            mark = Run(answer.mark, theme.label, body.child("Span", said=f"({spoken})"))
            cells.append(Cell(Paragraph([mark], leading, center=middle), before=_GRID.before_mark))
        self._cells = Row(cells)
        self._ruled = not answer.why
        self._heights: dict[float, float] = {}
        """For a width: a long key asks often, for columns of even height."""
        super().__init__(self._cells, (styles.row - leading) / 2)
        self.keep_with_next = bool(answer.why)

    def cuts(self, width: float) -> bool:
        """Whether a word of the answer is too long for a column of this width, and would be cut."""
        return self._cells.is_too_narrow(width)

    @override
    def height(self, width: float) -> float:
        if width not in self._heights:
            self._heights[width] = super().height(width)
        return self._heights[width]

    @override
    def least(self, width: float) -> float:
        return self.height(width)

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        super().place(page, x, top, width)
        if self._ruled:
            foot = top - self.height(width)
            page.add(Rule(x, foot, x + width, foot, 0.4, HAIRLINE))


def crown(page: Page, x: float, top: float, width: float) -> None:
    """The rule on the top of a column of answers."""
    page.add(Rule(x, top, x + width, top, 0.8, INK))


def grid(context: Context, owed: Owed, number: int) -> list[Box]:
    """The answers of one sheet in columns, on one page wherever they fit on one."""
    theme = context.theme
    marks = len(owed.answers) * owed.worth
    head = heading_with_marks(context, owed.title, number, marks, owed.version or context.version)
    listing = context.tag.child("L")
    styles = AnswerStyles.of(theme, owed.answers)
    names = {marked.mark: spoken(context.pack, marked) for marked in context.pack.marked}
    rows = [
        AnswerRow(context.pack, answer, styles, listing.child("LI"), names.get(answer.mark, ""))
        for answer in owed.answers
    ]
    count = 1 if any(answer.why for answer in owed.answers) else _columns_for(rows, styles.row, theme)
    told = [
        part
        for row, answer in zip(rows, owed.answers, strict=True)
        for part in ((row, _reason(context, answer, styles, row)) if answer.why else (row,))
    ]
    columns = BalancedColumns(Stack(told), count, GUTTER, crown=crown)
    return [head, KeepTogether(columns, theme.depth - _GRID.headroom)]


def _reason(context: Context, answer: Answer, styles: AnswerStyles, row: AnswerRow) -> Box:
    """How we know, under the answer, and the hairline under both."""
    words = prose(context.pack, answer.why, styles.theme.answer_else, row.item_body)
    told = Hanging(Space(0), Stack(words), styles.numbers + styles.after)
    return Stack([told, HorizontalRule(0.4, HAIRLINE, above=_GRID.round)])


def _columns_for(rows: Sequence[AnswerRow], row: float, theme: Theme) -> int:
    """Three columns, two on a narrow sheet; fewer where words would be cut or lines pile up."""
    most = theme.answer_columns
    widest = (theme.measure - (most - 2) * GUTTER) / (most - 1)
    # What even this width cuts is cut anyway: the other answers need not suffer for it.
    able = [each for each in rows if not each.cuts(widest)]
    for count in range(most, 1, -1):
        width = (theme.measure - (count - 1) * GUTTER) / count
        heights = [each.height(width) for each in rows]
        easy = max(heights) < theme.third and sum(heights) <= _GRID.most_rows * row * len(rows)
        if easy and not any(each.cuts(width) for each in able):
            return count
    return 1


def heading_with_marks(context: Context, title: str, number: int, marks: int, version: str) -> Box:
    """The heading of the sheet of this number in the key: what the sheet is worth, and the code that it shares."""
    say = context.pack.say
    # Words: in the key, beside the title of a sheet: how many marks it is worth.
    counted = say.count("marks", "{n} mark", "{n} marks", marks)
    return heading(context, title, anchor=f"key:{number}", note=f"{counted} · {versioned(say, version)}")


def heading(context: Context, words: str, *, anchor: str, note: str = "") -> Box:
    """A heading, with a note at its right, or under it where that is short; it stays with what follows."""
    theme, style = context.theme, context.theme.heading
    line: Box = context.build.text(words, style, "H2")
    if note:
        # A dot is heard as a comma.
        said = [Run(note, theme.marks_note, context.tag.child("P", said=note.replace(" · ", ", ")))]
        # What a teacher counts to and checks first stands on the first line, unless it would cost the heading another.
        beside = Cell(Paragraph(said, style.leading, center=style.middle), before=_GRID.before_note)
        row = Row([Cell(line, share=1), beside])
        short = row.height(theme.measure) > line.height(theme.measure)
        line = Stack([line, text(said, theme.marks_note)]) if short else row
    stack = Stack([line, Space(_GRID.below_heading)], above=_GRID.above_heading, keep_with_next=True)
    return Landmark(stack, anchor, words, level=1)
