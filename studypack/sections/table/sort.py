"""The sorting sheet: every statement of the table, mixed and unmarked; pupils tick the side that it belongs to."""

from collections.abc import Sequence

from typing_extensions import override

from studypack.base.styled_text import joined
from studypack.layout.boxes import Box, Space
from studypack.layout.page import Page
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.role import Fit
from studypack.layout.row import Cell, Row
from studypack.layout.stack import Stack
from studypack.layout.style import INK, INK_SOFT, Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Content, Run
from studypack.layout.theme import Theme
from studypack.layout.wrapper import KeepTogether, RepeatHeader, Wrapper
from studypack.model.content import MarkedPoint, Pack
from studypack.model.options import Options
from studypack.model.sides import Side
from studypack.sections.kit.builder import kept
from studypack.sections.kit.fitting import easiest, mixed, on_leaves
from studypack.sections.kit.marks import sides_say
from studypack.sections.kit.opening import opening
from studypack.sections.kit.point_head import Dated, point_head
from studypack.sections.kit.prose import prose
from studypack.sections.kit.section import Answer, Context, Owed
from studypack.sections.kit.sheet_head import ContinuedHead, ScoredNameLines, version_line
from studypack.sections.kit.ticking import TICK, TickBox
from studypack.sections.table.columns import divider
from studypack.sections.table.point import worth_trying

_WIDEST_NAME = mm(26)
"""The widest name of a side over its column of boxes; with a wider one the boxes stand under the statements."""
_MOST_OF_WIDTH = 0.5
"""What the columns of boxes take of the measure at most."""
_BESIDE = mm(5)
"""Points between a statement and the boxes, and between two names."""


def _name_style(theme: Theme) -> Style:
    """Return the style of the sides' names, the same for both: only the pupil's tick is to tell a side."""
    return theme.label_bold.colored(INK)


def _columns_of_boxes(theme: Theme, pack: Pack) -> tuple[float, ...]:
    """Return the widths of the columns of boxes, those of the names over them; empty if there is no room."""
    style = _name_style(theme)
    names = [style.face.width(side.name, style.size) for side in pack.sides]
    widths = tuple(max(name, theme.grown(TICK)) for name in names)
    too_wide = max(widths) > _WIDEST_NAME or sum(widths) + len(widths) * _BESIDE > _MOST_OF_WIDTH * theme.measure
    return () if theme.text_columns == 1 or too_wide else widths


def _in_columns(widths: tuple[float, ...], boxes: Sequence[Box]) -> Row:
    """Return boxes in the columns at the right: the names over the tick boxes, or the tick boxes themselves."""
    cells = [Cell(box, width=width, before=_BESIDE) for box, width in zip(boxes, widths, strict=True)]
    return Row([Cell(Space(0), share=1), *cells], keep_with_next=True)


def _names_over_boxes(context: Context) -> list[Box]:
    """Return the sides' names over their columns of boxes; nothing if the names stand with each statement.

    They are for the eye: each statement says them.
    """
    widths = _columns_of_boxes(context.theme, context.pack)
    if not widths:
        return []
    style = _name_style(context.theme)
    names = [text([Run(side.name, style, Furniture.AGAIN)], style) for side in context.pack.sides]
    return [_in_columns(widths, names), kept(Space(5))]


class _BoxesBeside(Wrapper):
    """A statement with its boxes at the right, level with its first line; a part that is carried over has none."""

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
    """The last paragraph of a statement over its boxes, which are never on a page without a line of it."""

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


def _statement(context: Context, number: int, marked: MarkedPoint, fit: Fit, listing: Tag) -> Box:
    """Return a point's title, date and text, its gaps as plain words; up to a third of a page it is not split."""
    theme = context.theme
    style, titled = theme.fitted(fit), theme.point_title
    body = listing.child("LI").child("LBody")
    heading = body.child("H3")
    heard = context.pack.say("statement_by_ear", "Statement {number}:", number=number)
    figure = Run(str(number), titled.colored(INK_SOFT), heading.child("Span", said=f"{heard} "))
    date = marked.point.date
    dated = Dated(Run(date.long, theme.dateline, body.child("P", said=date.spoken)) if date else None)
    # In ink: only the pupil's tick is to tell a side.
    head = point_head(theme, [figure], Run(marked.point.title, titled, heading), dated, over=style)
    boxes = [*head, *prose(context.pack, marked.point.text, style, body, between=theme.grown(2))]
    boxes[len(head)].above = 0
    beside = _columns_of_boxes(theme, context.pack)
    if not beside:
        boxes[-1] = _BoxesUnder(boxes[-1], _names_to_tick(context, style, body, number))
    elif not context.options.fillable:
        body.announce(_either(context.pack))
    told = Stack(boxes, above=style.leading * fit.air)
    ticks = [TickBox(theme, style.size, _ticking(context.pack, number, side), body) for side in context.pack.sides]
    box = _BoxesBeside(told, beside, ticks, titled.leading) if beside else told
    return KeepTogether(box, theme.depth / 3)


def _either(pack: Pack) -> str:
    """Return the names of the boxes as they are heard: Advantages or Disadvantages."""
    *first, last = (side.name for side in pack.sides)
    return pack.say("either_side", "{first} or {last}", first=joined(first, ", "), last=last)


def _ticking(pack: Pack, number: int, side: Side) -> str:
    # Words: name of a box to tick if the statement belongs to this side.
    return pack.say("statement_field", "statement {number}, {side}", number=number, side=side.name)


def _names_to_tick(context: Context, style: Style, parent: Tag, number: int) -> Box:
    """Return a box and the name of each side, in lines under the statement."""
    content: list[Content] = []
    tall, tag = style.leading, parent.child("P", said=_either(context.pack))
    for side in context.pack.sides:
        # The spaces part the two names, and are where the line may be broken.
        between = [Run(" " * 6, style, tag)] if content else []
        name = Run(side.name, style, tag)
        tick = TickBox(context.theme, style.size, _ticking(context.pack, number, side), parent)
        tall = max(tall, tick.width + 3)
        content += [*between, tick, Run("\N{NO-BREAK SPACE}" * 2, style, tag), name]
    return Paragraph(content, tall, above=3)


def _task(pack: Pack) -> str:
    return pack.say("sort_statements", "Sort the statements")


def statements(pack: Pack, seed: int) -> list[MarkedPoint]:
    """Return the points that are on a side, in the order in which the sheet of this seed has them."""
    return mixed(
        (each for each in pack.marked if not each.side.is_neutral), lambda marked: marked.key, seed, pack.digest
    )


def sorting_sheet(context: Context, title: str) -> list[Box]:
    """Return the sheet, on leaves of its own, on as few pages as it can take."""
    theme, say, task = context.theme, context.pack.say, _task(context.pack)
    paragraph, order = context.tag.child("P"), statements(context.pack, context.options.seed)
    ticking = say("tick_sides", "Tick the side that each statement belongs to.")
    by_ear = say(
        "tick_sides_by_ear", "Tick the side that each statement belongs to, {sides}.", sides=_either(context.pack)
    )
    seen, heard = (joined(filter(None, (words, sides_say(context.pack))), " ") for words in (ticking, by_ear))

    def boxes_at(trial: Context, fit: Fit) -> list[Box]:
        names = ScoredNameLines(trial.pack, theme, len(order), paragraph)
        head = opening(trial, "table", title, overline=task, standfirst=seen, heard=heard)
        opens = Stack([names, version_line(trial, task), head], keep_with_next=True)
        return [opens, _statements(trial, order, fit, paragraph)]

    fits = worth_trying(theme.statement_fits, context.pack)
    return on_leaves(context, easiest(context, fits, boxes_at))


def _statements(context: Context, order: Sequence[MarkedPoint], fit: Fit, paragraph: Tag) -> Box:
    theme = context.theme
    names = _names_over_boxes(context)
    counted = context.pack.say.count("statements", "{n} statement", "{n} statements", len(order))
    context.tag.announce(counted, "H2")
    listing = context.tag.child("L")
    numbered = enumerate(order, start=1)
    boxes = [_statement(context, number, marked, fit, listing) for number, marked in numbered]
    again = ContinuedHead(context.pack, theme, _task(context.pack), paragraph, context.version)
    heads = Stack([again, *_names_over_boxes(context)])
    return RepeatHeader(Stack([*names, Stack(boxes, divide=divider)]), heads, above=theme.grown(mm(4)))


def sides_owed(pack: Pack, options: Options) -> tuple[Owed, ...]:
    """Return the side of each statement, and its mark in the table."""
    answers = (
        Answer(number, (marked.side.name,), marked.mark)
        for number, marked in enumerate(statements(pack, options.seed), start=1)
    )
    return (Owed(_task(pack), tuple(answers)),)
