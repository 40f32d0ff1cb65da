"""Your turn: the task, ruled and numbered lines to write on, and a check of the moves that were made."""

from collections.abc import Sequence
from math import ceil

from studypack.markup import plain
from studypack.sections.evaluation.margin_notes import Grid, place_line_number
from studypack.sections.prose import prose
from studypack.sections.section import Setting
from studypack.typeset.boxes import Box, HorizontalRule
from studypack.typeset.look import INK, RULE, Look, mm
from studypack.typeset.page import Page, Rectangle, Rule, Tag
from studypack.typeset.paragraph import Paragraph, text
from studypack.typeset.text import Run

_PITCH = mm(9)
"""From line to line: room for handwriting."""
_FEWEST, _MOST = 4, 10
"""Lines below the model answer; a page of its own is ruled to its foot."""
_ROW = mm(6)
"""Of the check: room to write a line's number."""
_TICK_BOX = mm(2.7)
_LINE_PLACE = mm(15)
"""For the word "line" and the rule after it."""
_GUTTER = mm(8)
_FEWEST_KINDS = 3
"""Of moves; fewer are not worth a check."""
_LONGEST_TASK = 900
"""Characters; a longer task may be parted from its lines."""


class _PartingRule(HorizontalRule):
    """A rule between the answer and the task; the head of a page needs none."""

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Unless the page begins here."""
        if top < page.frame.top - 1:
            super().place(page, x, top, width)


class SelfCheck(Box):
    """The moves of the model answer, each with a box to tick and a place for the number of a line."""

    def __init__(self, look: Look, moves: Sequence[str], tag: Tag, *, columns: int) -> None:
        self._look = look
        style = look.label_bold
        self._title = text([Run("Which moves did you make?", style, tag.child("P"))], style)
        listing = tag.child("L")
        self._rows = [
            Paragraph([Run(move, look.note, listing.child("LI").child("LBody"))], look.note.leading) for move in moves
        ]
        self._columns = columns

    def _column(self, width: float) -> float:
        return (width - _GUTTER * (self._columns - 1)) / self._columns

    def _row(self, width: float) -> float:
        tallest = max(row.height(_name_width(self._column(width))) for row in self._rows)
        return max(_ROW, tallest + _ROW - self._look.note.leading)

    def height(self, width: float) -> float:
        """The heading and the rows."""
        return self._title.height(width) + 3 + ceil(len(self._rows) / self._columns) * self._row(width)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Down the first column, then the second."""
        self._title.place(page, x, top, width)
        pitch, per_column = self._row(width), ceil(len(self._rows) / self._columns)
        own = self._column(width)
        first = top - self._title.height(width) - 3
        for number, row in enumerate(self._rows):
            column, place = divmod(number, per_column)
            self._place_row(page, row, x + column * (own + _GUTTER), first - place * pitch, own)

    def _place_row(self, page: Page, row: Paragraph, x: float, top: float, own: float) -> None:
        style = self._look.note
        inner = top - (_ROW - style.leading) / 2
        baseline = inner - row.baseline()
        page.add(Rectangle(x, baseline - 0.6, _TICK_BOX, _TICK_BOX, stroke=INK, thickness=0.6))
        row.place(page, x + _TICK_BOX + 5, inner, _name_width(own))
        right = x + own
        word = text([Run("line", style, None)], style)
        word.place(page, right - _LINE_PLACE, inner, mm(7))
        page.add(Rule(right - mm(8.5), baseline - 1.5, right, baseline - 1.5, 0.5, RULE))


def _name_width(column: float) -> float:
    return column - _TICK_BOX - 5 - _LINE_PLACE


class WritingPlace(Box):
    """Numbered lines, at least four and as many as the page has room for; the check beside or below."""

    def __init__(self, look: Look, grid: Grid, check: SelfCheck | None, *, above: float) -> None:
        self._look = look
        self._grid = grid
        self._check = check
        self.above = above

    @property
    def _beside(self) -> bool:
        return self._grid.notes > 0

    def _lines_width(self, width: float) -> float:
        if self._check is not None and self._beside:
            return self._grid.text
        return width - self._grid.gutter

    def _check_height(self, width: float) -> float:
        if self._check is None:
            return 0
        return self._check.height(self._grid.notes) if self._beside else self._check.height(width) + mm(6)

    def height(self, width: float) -> float:
        """The fewest lines, and the check."""
        check, fewest = self._check_height(width), _FEWEST * _PITCH
        return max(fewest, check) if self._beside else fewest + check

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """It ends the section, so it may take what is left of the page: a task wants room."""
        below = 0 if self._beside else self._check_height(width)
        fits = int((top - page.frame.bottom - below + 0.01) / _PITCH)
        own_page = top > page.frame.top - page.frame.height / 3
        count = max(_FEWEST, fits if own_page else min(fits, _MOST))
        left, lines_width = x + self._grid.gutter, self._lines_width(width)
        for number in range(1, count + 1):
            y = top - number * _PITCH
            page.add(Rule(left, y, left + lines_width, y, 0.5, RULE))
            if number == 1 or number % 5 == 0:
                place_line_number(page, self._look, number, x, y + 1)
        if self._check is not None and self._beside:
            self._check.place(page, left + lines_width + self._grid.gap, top, self._grid.notes)
        elif self._check is not None:
            self._check.place(page, x, top - count * _PITCH - mm(6), width)


def your_turn(setting: Setting, grid: Grid) -> list[Box]:
    """The boxes of the task; none where the content sets no task."""
    evaluation, look = setting.pack.evaluation, setting.look
    if evaluation is None or not evaluation.task:
        return []
    tag = setting.tag.child("Sect")
    heading = text([Run("Your turn", look.heading, tag.child("H2"))], look.heading, keep=True)
    style = look.body.sized(look.body.size + 0.4, look.body.leading + 1)
    task = prose(evaluation.task, style, tag)
    for box in task:
        box.above = 3 if box is task[0] else box.above
        box.keep = box is task[-1] and len(plain(evaluation.task)) < _LONGEST_TASK
    rule = _PartingRule(0.5, RULE, above=mm(7), below=mm(3), keep=True)
    return [rule, heading, *task, WritingPlace(look, grid, _check(setting, grid, tag), above=mm(1))]


def _check(setting: Setting, grid: Grid, tag: Tag) -> SelfCheck | None:
    """Only where it is short enough to be used: a row for each kind of move, in the answer's order."""
    evaluation, look = setting.pack.evaluation, setting.look
    assert evaluation is not None
    kinds = list(dict.fromkeys(move.move for moves in evaluation.paragraphs for move in moves))
    if len(kinds) < _FEWEST_KINDS:
        return None
    names = [f"{kind[:1].upper()}{kind[1:]}" for kind in kinds]
    columns = 1 if grid.notes else 2
    trial = SelfCheck(look, names, Tag("Sect"), columns=columns)
    if trial.height(grid.notes or look.measure) > (10 if grid.notes else 5) * _PITCH:
        return None
    return SelfCheck(look, names, tag, columns=columns)
