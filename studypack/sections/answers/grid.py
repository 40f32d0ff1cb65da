"""The answers of one sheet: a heading that says what they add up to, and rows in columns to mark from."""

from collections.abc import Sequence

from studypack.sections.answers.key_rows import AnswerRow, RowLook, crown
from studypack.sections.marks import spoken
from studypack.sections.opening import Landmark
from studypack.sections.section import Owed, Setting
from studypack.typeset.boxes import Box
from studypack.typeset.columns import BalancedColumns
from studypack.typeset.look import Look, mm
from studypack.typeset.page import Page
from studypack.typeset.paragraph import Paragraph, text
from studypack.typeset.stack import Stack, Whole
from studypack.typeset.text import Run

GUTTER = mm(7)
_ABOVE = mm(8)
"""Over a heading."""
_BELOW = mm(2)
_BESIDE = mm(6)
"""Between a heading and the note at its right."""
_HEADROOM = mm(40)
"""Kept free over a grid that is to stay on one page: more than its heading may take."""
_TALLEST = 1 / 3
"""Of a page: a row taller than this has too narrow a column."""
_MOST_ROWS = 1.7
"""An answer's height on average, in rows: with more, the eye no longer runs down the numbers."""


def grid(setting: Setting, owed: Owed, number: int) -> list[Box]:
    """The answers of one sheet in columns, on one page wherever they fit on one."""
    look = setting.look
    count = len(owed.answers)
    note = f"{count} mark{'' if count == 1 else 's'} · Version {setting.version}"
    head = heading(setting, owed.title, anchor=f"key:{number}", note=note)
    listing = setting.tag.child("L")
    row_look = RowLook.of(look, owed.answers)
    names = {marked.mark: spoken(setting.pack, marked) for marked in setting.pack.marked}
    rows = [AnswerRow(answer, row_look, listing, names.get(answer.mark, "")) for answer in owed.answers]
    columns = BalancedColumns(Stack(rows), _columns_for(rows, row_look.row, look), GUTTER, crown=crown)
    return [head, Whole(columns, look.depth - _HEADROOM)]


def _columns_for(rows: Sequence[AnswerRow], row: float, look: Look) -> int:
    """Three columns, two on a narrow sheet; fewer where words would be cut or lines pile up."""
    most = 2 if look.compact else 3
    widest = look.measure if look.compact else (look.measure - GUTTER) / 2
    # What even this width cuts is cut anyway: the other answers need not suffer for it.
    able = [each for each in rows if not each.cuts(widest)]
    for count in range(most, 1, -1):
        width = (look.measure - (count - 1) * GUTTER) / count
        heights = [each.height(width) for each in rows]
        easy = max(heights) < look.depth * _TALLEST and sum(heights) <= _MOST_ROWS * row * len(rows)
        if easy and not any(each.cuts(width) for each in able):
            return count
    return 1


def heading(setting: Setting, words: str, *, anchor: str, note: str = "") -> Box:
    """A heading, with a note at its right or under it; it stays with what follows."""
    landmark = Landmark(_HeadingLine(setting, words, note), anchor, words, level=1)
    landmark.above, landmark.keep = _ABOVE, True
    return landmark


class _HeadingLine(Box):
    """A heading, and what a teacher counts to and checks first: on its first line, or under it where that is short."""

    def __init__(self, setting: Setting, words: str, note: str) -> None:
        style = setting.look.heading
        self._words = text([Run(words, style, setting.tag.child("H2"))], style)
        label = setting.look.label_bold.sized(9, 11)
        run = Run(note, label, setting.tag.child("P") if note else None)
        self._beside = Paragraph([run], style.leading, align="right", center=0.335 * style.size)
        self._under = text([run], label)

    def _own(self, width: float) -> float:
        """The width of the words, all of it where the note beside them would cost a line."""
        taken = self._beside.widest(width)
        own = width - taken - _BESIDE
        return own if taken and self._words.lines(own) == self._words.lines(width) else width

    def height(self, width: float) -> float:
        """The heading, the note if it stands under it, and the space to what it heads."""
        own = self._own(width)
        return self._words.height(own) + (self._under.height(width) if own == width else 0) + _BELOW

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """The words first."""
        own = self._own(width)
        self._words.place(page, x, top, own)
        if own == width:
            self._under.place(page, x, top - self._words.height(own), width)
        else:
            self._beside.place(page, x, top, width)
