"""Your turn: the task, ruled and numbered lines to write on, and a check of the moves that were made."""

from dataclasses import dataclass, replace
from math import ceil

from typing_extensions import override

from studypack.layout.boxes import ROUNDING, Box, Stretch, WritingLines
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
from studypack.sections.kit.section import Context
from studypack.sections.kit.sheet_head import NameLines

_TITLE = "Your turn"
_FEWEST, _MOST = 4, 10
"""Lines below the model answer; a page of its own is ruled to its foot."""
_OVER_LINES = 1 / 3
"""Of a page, for heading and task: with less over its lines, the task has a page of its own."""
_LINES_A_MOVE = 3
"""For a sentence or two, where the task says which moves it asks for."""
_DEEPEST_CHECK = 0.55
"""Of a page."""
_DEEPEST_TASK = 0.4
"""Of a page; a longer task may be parted from its lines."""
_BELOW_RULE = mm(3)
_OVER_CHECK = mm(6)
_RISE = 0.2
"""In ems: a line's number stands on the line, clear of it."""
_BEFORE_NAME = mm(10)
_NAME_LINE = mm(75)
"""The longest, with its label."""


class _NamedHeading(Box):
    """The task's heading, with a rule for the name at the other end of it; above it a rule, but not on a new page."""

    keep_with_next = True
    above = mm(7) + _BELOW_RULE

    def __init__(self, theme: Theme, tag: Tag, *, named: bool, head: float) -> None:
        self._head = head
        """What stands over later pages, in points."""
        self._heading = text([Run(_TITLE, theme.heading, tag.child("H2"))], theme.heading)
        self._name = NameLines(theme, tag.child("P"), ("Name",), foot=0) if named else None

    @override
    def height(self, width: float) -> float:
        name = 0 if self._name is None else self._name.height(width)
        return max(self._heading.height(width), name)

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        if top < page.frame.top - self._head - 1:
            page.add(Rule(x, top + _BELOW_RULE, x + width, top + _BELOW_RULE, 0.5, RULE))
        own = self.height(width)
        # Their middles are level, and so their baselines, near enough.
        self._heading.place(page, x, top - (own - self._heading.height(width)) / 2, width)
        if self._name is not None:
            taken = min(_NAME_LINE, width - self._heading.widest(width) - _BEFORE_NAME)
            self._name.place(page, x + width - taken, top - (own - self._name.height(taken)) / 2, taken)


@dataclass
class _WritingPlace(Box):
    """Numbered lines, at least four and as many as the page has room for; the check beside or below."""

    theme: Theme
    grid: Grid
    tag: Tag
    """Holds the fields on the lines."""
    check: SelfCheck | None
    moves: int
    """That the task asks for; 0 if it does not say."""
    parts: bool = False
    """The check may go over to a page of its own, under more lines."""
    first: int = 1
    """The number of the first line."""
    more: int = 0
    """The lines that there is room for beyond the fewest."""
    above: float = mm(1)

    @property
    def _beside(self) -> bool:
        """The check stands in the margin for notes, where there is one."""
        return self.check is not None and self.theme.notes_margin > 0

    def _under(self, width: float) -> float:
        """The height of a check under the lines, with the space above it."""
        return 0 if self.check is None or self._beside else self.check.height(width) + _OVER_CHECK

    @property
    def _room(self) -> int:
        """The lines that there is room for: as many as are wanted, or as a check beside them is high."""
        fewest = _FEWEST
        if self.check is not None and self._beside:
            fewest = max(fewest, ceil(self.check.height(self.grid.notes) / self.theme.hand.pitch))
        return fewest + self.more

    def _lines(self, page: Page, top: float) -> int:
        """How many lines are ruled."""
        own_page = top > page.frame.top - _OVER_LINES * page.frame.height
        most = self.moves * _LINES_A_MOVE or (self._room if own_page else _MOST)
        return max(_FEWEST, min(self._room, most))

    @override
    def height(self, width: float) -> float:
        return self._room * self.theme.hand.pitch + self._under(width)

    @override
    def least(self, width: float) -> float:
        return _FEWEST * self.theme.hand.pitch if self.parts else self.height(width)

    @override
    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Lines to the foot of this page; more of them, and the check, on the next."""
        if not self.parts or room < self.least(width):
            return None
        count = int((room + ROUNDING) / self.theme.hand.pitch)
        here = replace(self, check=None, parts=False, moves=0)
        return here, replace(self, parts=False, moves=0, first=self.first + count, above=0)

    @override
    def stretch(self, width: float) -> Stretch:
        return Stretch(self.theme.hand.pitch, int(self.theme.depth / self.theme.hand.pitch))

    @override
    def stretched(self, width: float, room: float) -> Box:
        return replace(self, more=self.more + int((room - self.height(width) + ROUNDING) / self.theme.hand.pitch))

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        count, hand, left = self._lines(page, top), self.theme.hand, x + self.grid.gutter
        own = self.grid.text if self._beside else width - self.grid.gutter
        line = WritingLines(1, hand.pitch, _TITLE, self.tag, hand.color, thickness=hand.thickness)
        for number in range(self.first, self.first + count):
            y = top - (number - self.first) * hand.pitch
            line.place(page, left, y, own)
            if is_numbered(number):
                place_line_number(page, self.theme, number, x, y - hand.pitch + _RISE * self.theme.label.size)
        if self.check is not None and self._beside:
            self.check.place(page, left + own + self.grid.gap, top, self.grid.notes)
        elif self.check is not None:
            self.check.place(page, x, top - count * hand.pitch - _OVER_CHECK, width)


def your_turn(context: Context, grid: Grid, *, named: bool = True, head: float = 0) -> list[Box]:
    """The boxes of the task; none where the content sets no task. `named` puts a rule for the name on its heading.

    `head` is the height of what stands over every later page, in points.
    """
    asked, theme = evaluation_of(context).task, context.theme
    if asked is None:
        return []
    build = context.build.within("Sect")
    heading = _NamedHeading(theme, build.tag, named=named, head=head)
    task: list[Box] = [build.prose(asked.text, theme.writing_task, above=3)]
    said = build.text(
        f"Moves to make: {', '.join(asked.moves)}.", theme.writing_task, above=theme.writing_task.leading / 3
    )
    lines, check = build.tag.child("Div"), _check(context, grid, build.tag)
    if asked.moves and check is None:
        task.append(said)
    task[-1].keep_with_next = Stack(task).height(theme.measure) < _DEEPEST_TASK * theme.depth
    place = _WritingPlace(theme, grid, lines, check, len(asked.moves))
    whole = [heading, *task, place]
    place.parts = check is not None and heading.above + Stack(whole).height(theme.measure) > theme.depth - head
    return whole


def _check(context: Context, grid: Grid, tag: Tag) -> SelfCheck | None:
    """Only where it is asked for, and short enough to be used: a row for each kind of move."""
    theme, rows = context.theme, [capitalise(kind, context.pack.language) for kind in asked_kinds(context)]
    if not rows:
        return None
    beside = theme.notes_margin > 0
    width, most = (grid.notes, 1) if beside else (theme.measure, 2)
    made = self_check(theme, "Which moves did you make?", rows, tag, width, numbered=True, most=most)
    deepest = (_MOST * theme.hand.pitch) if beside else _DEEPEST_CHECK * theme.depth
    return made if made.height(width) <= deepest else None
