"""The sorting sheet: every statement of the table, mixed and unmarked; pupils tick the side that it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass

from typing_extensions import override

from studypack.layout.boxes import Box, Drawn, NewPage, Space
from studypack.layout.field import tick_box
from studypack.layout.flow import count_pages
from studypack.layout.page import Page, Rectangle
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.role import Fit
from studypack.layout.row import Cell, Row
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import CAPITAL_MIDDLE, INK, INK_SOFT, Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Content, Run
from studypack.layout.theme import Theme
from studypack.layout.wrapper import KeepTogether, RepeatHeader, Wrapper
from studypack.model.content import MarkedPoint, Pack
from studypack.model.options import Options
from studypack.model.sides import Side
from studypack.sections.kit.builder import Builder, kept, prose
from studypack.sections.kit.fitting import easiest, mixed
from studypack.sections.kit.marks import sides_say
from studypack.sections.kit.opening import opening
from studypack.sections.kit.section import Answer, Context, Owed, heading_of
from studypack.sections.kit.sheet_head import ContinuedHead, ScoredNameLines, version_line
from studypack.sections.table.columns import divider
from studypack.sections.table.point import LONG_TITLE, fits

_TICK = mm(4.2)
_TICK_LINE = 0.7
_WIDEST_NAME = mm(26)
"""Of a side's name over its column of boxes; with wider ones the boxes stand under the statements."""
_BESIDE = mm(5)
"""Between a statement and the boxes, and between two names."""


@dataclass(frozen=True, slots=True)
class TickBox:
    """An empty box in a line of text."""

    theme: Theme
    size: float
    """Of the type beside it."""
    name: str
    """What ticking it says: statement 3, Helped."""
    tag: Tag
    """Holds its field."""

    @property
    def width(self) -> float:
        """In points."""
        return self.theme.grown(_TICK)

    def place(self, page: Page, x: float, baseline: float) -> None:
        """Centred on the capitals of the line."""
        self.draw(page, x, baseline + CAPITAL_MIDDLE * self.size)

    def draw(self, page: Page, x: float, middle: float) -> None:
        """Centred on the height `middle`, its left edge at `x`."""
        side = self.width
        page.add(Rectangle(x, middle - side / 2, side, side, stroke=INK, thickness=_TICK_LINE))
        page.add(tick_box(x, middle - side / 2, side, self.name, self.tag))

    def centered(self, leading: float) -> Box:
        """The box in the middle of a column, and of a line with this leading."""
        return Drawn(
            leading, lambda page, x, top, width: self.draw(page, x + (width - self.width) / 2, top - leading / 2)
        )


def name_style(theme: Theme) -> Style:
    """Of the sides' names, alike for both: nothing on the sheet is to tell a side but the pupil's tick."""
    return theme.label_bold.colored(INK)


def columns_of_boxes(theme: Theme, pack: Pack) -> tuple[float, ...]:
    """The widths of the two columns of boxes, as wide as the names over them; empty where they would crowd."""
    style = name_style(theme)
    names = [style.face.width(heading_of(pack, side), style.size) for side in Side]
    widths = tuple(max(name, theme.grown(_TICK)) for name in names)
    return () if theme.text_columns == 1 or max(widths) > _WIDEST_NAME else widths


def _in_columns(widths: tuple[float, ...], boxes: Sequence[Box]) -> Row:
    """Boxes in the columns at the right: the names over the tick boxes, or the tick boxes themselves."""
    cells = [Cell(box, width=width, before=_BESIDE) for box, width in zip(boxes, widths, strict=True)]
    return Row([Cell(Space(0), share=1), *cells], keep_with_next=True)


def names_over_boxes(context: Context, *, again: bool = False) -> list[Box]:
    """The sides' names, each over its column of boxes; nothing where the names stand with each statement."""
    widths = columns_of_boxes(context.theme, context.pack)
    if not widths:
        return []
    style = name_style(context.theme)
    names = []
    for side in Side:
        tag = Furniture.AGAIN if again else context.tag.child("P")
        names.append(text([Run(heading_of(context.pack, side), style, tag)], style))
    return [_in_columns(widths, names), kept(Space(5))]


class _BoxesBeside(Wrapper):
    """A statement with its boxes at the right, on the level of its first line; a part carried over has none."""

    def __init__(self, body: Box, widths: tuple[float, ...], ticks: Sequence[TickBox], leading: float) -> None:
        super().__init__(body)
        self._taken = sum(widths) + len(widths) * _BESIDE
        self._boxes = _in_columns(widths, [tick.centered(leading) for tick in ticks])

    @override
    def inner(self, width: float) -> float:
        return width - self._taken

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        # The statement first: it is read first.
        super().place(page, x, top, width)
        if not self._carried:
            self._boxes.place(page, x, top, width)


class _BoxesUnder(Wrapper):
    """The last lines of a statement over its boxes, which never stand on a page without any of them."""

    def __init__(self, lines: Box, ticks: Box) -> None:
        super().__init__(lines)
        self._ticks = ticks

    @override
    def tail(self, width: float) -> float:
        return self._ticks.above + self._ticks.height(width)

    @override
    def least(self, width: float) -> float:
        return min(self._box.least(width), self.height(width))

    @override
    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        # Room for all the lines but not for the boxes is room for all but the last two.
        parts = self._box.split(width, min(room, self._box.height(width) - 1))
        return None if parts is None else (parts[0], self.around(parts[1], carried=True))

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        Stack([self._box, self._ticks]).place(page, x, top, width)


def statement_box(context: Context, number: int, marked: MarkedPoint, fit: Fit, listing: Tag) -> Box:
    """The point's title, date and text, its gaps as plain words; kept whole up to a third of a page."""
    theme = context.theme
    style = theme.fitted(fit)
    item = Builder(theme, listing).within("LI")
    figure, body = item.text(str(number), style.voiced(bold=True), "Lbl"), item.tag.child("LBody")
    title = [Run(marked.point.title, style.voiced(bold=True), body.child("P"))]
    if marked.point.date:
        dated = theme.label.leaded(style.leading).colored(INK_SOFT)
        title.append(Run(f" · {marked.point.date.long}", dated, title[0].tag))
    boxes: list[Box] = [
        text(title, style, keep_with_next=len(marked.point.title) < LONG_TITLE),
        *prose(marked.point.text, style, body, between=theme.grown(2)),
    ]
    beside, indent = columns_of_boxes(theme, context.pack), _indent(context, style)
    if not beside:
        boxes[-1] = _BoxesUnder(boxes[-1], _names_to_tick(context, style, body, number))
    hanging = Hanging(figure, Stack(boxes), indent, above=style.leading * fit.air)
    ticks = [TickBox(theme, style.size, _ticking(context, number, side), body) for side in Side]
    box = _BoxesBeside(hanging, beside, ticks, style.leading) if beside else hanging
    return KeepTogether(box, theme.depth / 3)


def _ticking(context: Context, number: int, side: Side) -> str:
    return f"statement {number}, {heading_of(context.pack, side)}"


def _indent(context: Context, style: Style) -> float:
    """As wide as the largest number asks."""
    bold = style.voiced(bold=True)
    return bold.face.width(str(len(context.pack.points)), bold.size) + 0.8 * bold.size


def _names_to_tick(context: Context, style: Style, parent: Tag, number: int) -> Box:
    """Under the statement: a box and the name of one side, a box and the name of the other."""
    content: list[Content] = []
    tall = style.leading
    for side in Side:
        # The spaces part the two names, and are where the line may be broken.
        tag = parent.child("P")
        between = [Run(" " * 6, style, tag)] if content else []
        name = Run(heading_of(context.pack, side), style, tag)
        tick = TickBox(context.theme, style.size, _ticking(context, number, side), tag)
        tall = max(tall, tick.width + 3)
        content += [*between, tick, Run("\N{NO-BREAK SPACE}" * 2, style, tag), name]
    return Paragraph(content, tall, above=3)


TASK = "Sort the statements"


def statements(pack: Pack, seed: int) -> list[MarkedPoint]:
    """The points in the order in which the sheet of this seed has them."""
    return mixed(pack.marked, lambda marked: marked.key, seed, pack.digest)


def sorting_sheet(context: Context, title: str) -> list[Box]:
    """The sheet, on leaves of its own, on as few pages as it can take."""
    theme = context.theme

    paragraph = context.tag.child("P")
    task = f"Tick the side that each statement belongs to. {sides_say(context.pack)}".rstrip()

    def boxes_at(trial: Context, fit: Fit) -> list[Box]:
        names = ScoredNameLines(theme, len(trial.pack.points), paragraph)
        head = opening(trial, "table", title, overline=TASK, standfirst=task)
        return [Stack([names, version_line(trial), head], keep_with_next=True), _statements(trial, fit, paragraph)]

    boxes = easiest(context, fits(theme, context.pack), boxes_at)
    several = count_pages(boxes, theme.measure, theme.depth) > 1
    return [NewPage(recto=several, handout=True), *boxes]


def _statements(context: Context, fit: Fit, paragraph: Tag) -> Box:
    theme = context.theme
    names = names_over_boxes(context)
    listing = context.tag.child("L")
    order = enumerate(statements(context.pack, context.options.seed), start=1)
    boxes = [statement_box(context, number, marked, fit, listing) for number, marked in order]
    again = [ContinuedHead(theme, TASK, paragraph, context.version), *names_over_boxes(context, again=True)]
    return RepeatHeader(Stack([*names, Stack(boxes, divide=divider)]), Stack(again), above=theme.grown(mm(4)))


def sides_owed(pack: Pack, options: Options) -> tuple[Owed, ...]:
    """The side of each statement, and the mark under which the table has it."""
    answers = (
        Answer(number, (heading_of(pack, marked.point.side),), marked.mark)
        for number, marked in enumerate(statements(pack, options.seed), start=1)
    )
    return (Owed(TASK, tuple(answers)),)
