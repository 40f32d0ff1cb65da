"""Your turn: the task, ruled and numbered lines to write on, and a check of the moves that were made."""

from studypack.layout.boxes import ROUNDING, Box
from studypack.layout.field import on_rule, type_for
from studypack.layout.page import Page, Rule
from studypack.layout.paragraph import text
from studypack.layout.stack import Stack
from studypack.layout.style import RULE, mm
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.model.letters import capitalise
from studypack.sections.evaluation.model_lines import Grid, is_numbered, place_line_number
from studypack.sections.evaluation.moves import evaluation_of
from studypack.sections.evaluation.self_check import SelfCheck, asked_kinds, self_check
from studypack.sections.kit.builder import prose
from studypack.sections.kit.section import Context
from studypack.sections.kit.sheet_head import NameLines, hand_for

_TITLE = "Your turn"
_FEWEST, _MOST = 4, 10
"""Lines below the model answer; a page of its own is ruled to its foot."""
_LINES_A_MOVE = 3
"""For a sentence or two, where the task says which moves it asks for."""
_DEEPEST_CHECK = 0.55
"""Of a page."""
_DEEPEST_TASK = 0.4
"""Of a page; a longer task may be parted from its lines."""
_BELOW_RULE = mm(3)
_RISE = 0.2
"""In ems: a line's number stands on the line, clear of it."""
_BEFORE_NAME = mm(10)
_NAME_LINE = mm(75)
"""The longest, with its label."""


class _NamedHeading(Box):
    """The task's heading, with a line for the name at the other end of it; above it a rule, but not on a new page."""

    keep = True
    above = mm(7) + _BELOW_RULE

    def __init__(self, theme: Theme, tag: Tag, words: str, *, named: bool, head: float) -> None:
        self._head = head
        """What stands over later pages, in points."""
        self._heading = text([Run(words, theme.heading, tag.child("H2"))], theme.heading)
        self._name = NameLines(theme, tag.child("P"), ("Name",), foot=0) if named else None

    def height(self, width: float) -> float:
        """The taller of the two."""
        name = 0 if self._name is None else self._name.height(width)
        return max(self._heading.height(width), name)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Both on one baseline, near enough: their middles are level."""
        if top < page.frame.top - self._head - 1:
            page.add(Rule(x, top + _BELOW_RULE, x + width, top + _BELOW_RULE, 0.5, RULE))
        own = self.height(width)
        self._heading.place(page, x, top - (own - self._heading.height(width)) / 2, width)
        if self._name is not None:
            taken = min(_NAME_LINE, width - self._heading.widest(width) - _BEFORE_NAME)
            self._name.place(page, x + width - taken, top - (own - self._name.height(taken)) / 2, taken)


class WritingPlace(Box):
    """Numbered lines, at least four and as many as the page has room for; the check beside or below."""

    def __init__(
        self,
        theme: Theme,
        grid: Grid,
        tag: Tag,
        check: SelfCheck | None,
        *,
        parts: bool,
        first: int = 1,
        moves: int = 0,
    ) -> None:
        """`tag` holds the fields on the lines; `moves` are those that the task asks for, if it says so."""
        self._theme = theme
        self._tag = tag
        self._grid = grid
        self._check = check
        self._parts = parts
        """The check may go over to a page of its own, under more lines."""
        self._first = first
        """The number of the first line."""
        self._moves = moves
        self._hand = hand_for(theme)
        self.above = mm(1)

    @property
    def _beside(self) -> bool:
        return is_beside(self._grid, self._theme)

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
        check, fewest = self._check_height(width), _FEWEST * self._hand.pitch
        return max(fewest, check) if self._beside else fewest + check

    def least(self, width: float) -> float:
        """The fewest lines, where the check may go over."""
        return _FEWEST * self._hand.pitch if self._parts else self.height(width)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Lines to the foot of this page; more of them, and the check, on the next."""
        if not self._parts or room < self.least(width):
            return None
        count = int((room + ROUNDING) / self._hand.pitch)
        here = WritingPlace(self._theme, self._grid, self._tag, None, parts=False, first=self._first)
        first = self._first + count
        return here, WritingPlace(self._theme, self._grid, self._tag, self._check, parts=False, first=first)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """It ends the section, so it may take what is left of the page: a task wants room."""
        count, pitch = self._count(page, top, width), self._hand.pitch
        left, lines_width = x + self._grid.gutter, self._lines_width(width)
        rise = _RISE * self._theme.label.size
        for number in range(count):
            y = top - (number + 1) * pitch
            page.add(Rule(left, y, left + lines_width, y, self._hand.thickness, self._hand.color))
            page.add(on_rule((left, left + lines_width, y), type_for(pitch), _TITLE, self._tag, counted=True))
            if is_numbered(self._first + number):
                place_line_number(page, self._theme, self._first + number, x, y + rise)
        if self._check is not None and self._beside:
            self._check.place(page, left + lines_width + self._grid.gap, top, self._grid.notes)
        elif self._check is not None:
            self._check.place(page, x, top - count * pitch - mm(6), width)

    def _count(self, page: Page, top: float, width: float) -> int:
        """How many lines there are on this page."""
        below = 0 if self._beside else self._check_height(width)
        fits = int((top - page.frame.bottom - below + ROUNDING) / self._hand.pitch)
        if self._moves:
            return max(_FEWEST, min(fits, self._moves * _LINES_A_MOVE))
        own_page = top > page.frame.top - page.frame.height / 3
        return max(_FEWEST, fits if own_page else min(fits, _MOST))


def is_beside(grid: Grid, theme: Theme) -> bool:
    """Whether the check stands in the margin, beside the lines."""
    return grid.notes > 0 and theme.notes_margin > 0


def your_turn(context: Context, grid: Grid, *, named: bool = True, head: float = 0) -> list[Box]:
    """The boxes of the task; none where the content sets no task. `named` puts a line for the name on its heading.

    `head` is the height of what stands over every later page, in points.
    """
    asked, theme = evaluation_of(context).task, context.theme
    if asked is None:
        return []
    tag = context.tag.child("Sect")
    heading = _NamedHeading(theme, tag, _TITLE, named=named, head=head)
    task = prose(asked.text, theme.task, tag)
    if asked.moves and _check(context, grid, tag) is None:
        style = theme.task
        moves = f"Moves to make: {', '.join(asked.moves)}."
        task.append(text([Run(moves, style, tag.child("P"))], style, above=style.leading / 3))
    task[0].above = 3
    task[-1].keep = Stack(task).height(theme.measure) < _DEEPEST_TASK * theme.depth
    lines, check = tag.child("Div"), _check(context, grid, tag)
    whole = [heading, *task, WritingPlace(theme, grid, lines, check, parts=False, moves=len(asked.moves))]
    parts = check is not None and sum(box.above + box.height(theme.measure) for box in whole) > theme.depth - head
    return [*whole[:-1], WritingPlace(theme, grid, lines, check, parts=parts, moves=len(asked.moves))]


def _check(context: Context, grid: Grid, tag: Tag) -> SelfCheck | None:
    """Only where it is asked for, and short enough to be used: a row for each kind of move."""
    theme, rows = context.theme, [capitalise(kind, context.pack.language) for kind in asked_kinds(context)]
    if not rows:
        return None
    beside = is_beside(grid, theme)
    width, most = (grid.notes, 1) if beside else (theme.measure, 2)
    made = self_check(theme, "Which moves did you make?", rows, tag, width, numbered=True, most=most)
    deepest = (_MOST * hand_for(theme).pitch) if beside else _DEEPEST_CHECK * theme.depth
    return made if made.height(width) <= deepest else None
