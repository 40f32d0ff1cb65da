"""Your turn: the task, ruled and numbered lines to write on, and a check of the moves that were made."""

from dataclasses import dataclass, replace
from math import ceil

from typing_extensions import override

from studypack.base.styled_text import joined
from studypack.layout.boxes import ROUNDING, Box, Space, Stretch, WritingLines
from studypack.layout.page import Page
from studypack.layout.stack import Stack
from studypack.layout.style import mm
from studypack.layout.tag import Tag
from studypack.layout.theme import Theme
from studypack.model.content import Pack
from studypack.model.letters import capitalise
from studypack.sections.evaluation.model_lines import Grid, number_line
from studypack.sections.evaluation.moves import evaluation_of, move_name
from studypack.sections.evaluation.self_check import asked_kinds, self_check
from studypack.sections.kit.builder import Builder
from studypack.sections.kit.icons import Icon
from studypack.sections.kit.section import Context
from studypack.sections.kit.task_box import Framed, framed_measure, task_heading

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
_RISE = 0.2
"""In ems: a line's number stands on the line, clear of it."""


def _title(pack: Pack) -> str:
    # Words: heading over the task that follows a model answer.
    return pack.say("your_turn", "Your turn")


@dataclass
class _WritingPlace(Box):
    """Numbered lines, at least four and as many as the page has room for; the check beside or below."""

    theme: Theme
    grid: Grid
    name: str
    """Of the fields on the lines."""
    tag: Tag
    """Holds them."""
    wanted: int
    """Lines; 0 for as many as fill a page of its own, and no more than some below the model answer."""
    beside: Box
    """In the margin for notes."""
    below: Box
    length: float
    """Of a line, in points."""
    lines: int = _FEWEST
    """The lines that there is room for."""
    parts: bool = False
    """The check may go over to a page of its own, under more lines."""
    first: int = 1
    """The number of the first line."""
    above: float = mm(3)

    @override
    def height(self, width: float) -> float:
        return self.lines * self.theme.hand.pitch + self.below.height(width)

    @override
    def least(self, width: float) -> float:
        return _FEWEST * self.theme.hand.pitch if self.parts else self.height(width)

    @override
    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Lines to the foot of this page; more of them, and the check, on the next."""
        if not self.parts or room < self.least(width):
            return None
        count = int((room + ROUNDING) / self.theme.hand.pitch)
        part = replace(self, parts=False, wanted=0)
        here = replace(part, beside=Space(0), below=Space(0), lines=_FEWEST)
        return here, replace(part, first=self.first + count, above=0)

    @override
    def stretch(self, width: float) -> Stretch:
        return Stretch(self.theme.hand.pitch, int(self.theme.depth / self.theme.hand.pitch))

    @override
    def stretched(self, width: float, room: float) -> Box:
        more = int((room - self.height(width) + ROUNDING) / self.theme.hand.pitch)
        return replace(self, lines=self.lines + more)

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        hand, left = self.theme.hand, x + self.grid.gutter
        own_page = top > page.frame.top - _OVER_LINES * page.frame.height
        count = max(_FEWEST, min(self.lines, self.wanted or (self.lines if own_page else _MOST)))
        lines = WritingLines(count, hand.pitch, self.name, self.tag, hand.color, thickness=hand.thickness)
        lines.place(page, left, top, self.length)
        for place in range(count):
            y = top - (place + 1) * hand.pitch
            number_line(page, self.theme, self.first + place, x, y + _RISE * self.theme.label.size)
        self.beside.place(page, left + self.length + self.grid.gap, top, self.grid.notes)
        self.below.place(page, x, top - count * hand.pitch, width)


def your_turn(context: Context, grid: Grid, *, named: bool = True, head: float = 0) -> list[Box]:
    """The boxes of the task; none where the content sets no task. `named` puts a rule for the name on its heading.

    `head` is the height of what stands over every later page, in points.
    """
    asked, theme, pack = evaluation_of(context).task, context.theme, context.pack
    if asked is None:
        return []
    build = context.build.within("Sect")
    heading = task_heading(build, Icon.WRITE, _title(pack), named=named)
    task: list[Box] = [heading, build.prose(asked.text, theme.writing_task, above=3)]
    if asked.draw is not None:
        task[-1].keep_with_next = task[-1].height(framed_measure(theme)) < theme.third
        task.append(build.drawing_place(asked.draw, theme.third, above=mm(3)))
    moves = joined((move_name(name, pack) for name in asked.moves), ", ")
    says = pack.say("moves_asked", "Moves to make: {moves}.", moves=moves)
    said = build.text(says, theme.writing_task, above=theme.writing_task.leading / 3)
    lines, check = build.writing_place(), _check(context, grid, build)
    if asked.moves and check is None:
        task.append(said)
    framed = Framed(Stack(task), theme, above=mm(7))
    framed.keep_with_next = framed.height(theme.measure) < _DEEPEST_TASK * theme.depth
    place = _writing_place(theme, grid, _title(pack), lines, check, len(asked.moves) * _LINES_A_MOVE)
    whole = [framed, place]
    place.parts = check is not None and framed.above + Stack(whole).height(theme.measure) > theme.depth - head
    return whole


def _writing_place(theme: Theme, grid: Grid, name: str, tag: Tag, check: Box | None, wanted: int) -> _WritingPlace:
    """The lines, and the check in the margin for notes, where there is one, or below."""
    if check is not None and theme.notes_margin:
        lines = max(_FEWEST, ceil(check.height(grid.notes) / theme.hand.pitch))
        return _WritingPlace(theme, grid, name, tag, wanted, check, Space(0), grid.text, lines)
    below = Space(0) if check is None else Stack([Space(mm(6)), check])
    return _WritingPlace(theme, grid, name, tag, wanted, Space(0), below, theme.measure - grid.gutter)


def _check(context: Context, grid: Grid, build: Builder) -> Box | None:
    """Only where it is asked for, and short enough to be used: a row for each kind of move."""
    theme, pack = context.theme, context.pack
    rows = [capitalise(kind, pack.language) for kind in asked_kinds(context)]
    if not rows:
        return None
    beside = theme.notes_margin > 0
    width, most = (grid.notes, 1) if beside else (theme.measure, 2)
    title = pack.say("which_moves", "Which moves did you make?")
    made = self_check(build, pack.say, title, rows, width, level=3, numbered=True, most=most)
    deepest = (_MOST * theme.hand.pitch) if beside else _DEEPEST_CHECK * theme.depth
    return made if made.height(width) <= deepest else None
