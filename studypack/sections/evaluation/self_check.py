"""The self-check: the moves of the answer, each with a box to tick."""

from collections.abc import Sequence
from functools import partial
from math import ceil, inf

from studypack.layout.boxes import Box, Drawn
from studypack.layout.field import tick_box
from studypack.layout.page import Page, Rectangle
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.row import Cell, Row, WritingRule
from studypack.layout.stack import Stack
from studypack.layout.style import INK, Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.layout.wrapper import KeepTogether
from studypack.model.words import Words
from studypack.sections.evaluation.moves import evaluation_of, kinds_of, move_name
from studypack.sections.kit.builder import GUTTER, Builder, beside
from studypack.sections.kit.section import Context

_ROW = mm(8)
"""Room to write a line's number, as all these lengths for a hand of the standard size."""
_TICK_BOX = mm(2.7)
_NUMBER_RULE = mm(8.5)
_AFTER_BOX = 5
_BETWEEN = 3
"""Before the word "line" and after it; and between the title and the rows."""
_FEWEST_KINDS, _MOST_KINDS = 3, 12
"""Of moves; fewer are not worth a check, and a longer one is not used."""


def checked_kinds(context: Context) -> list[str]:
    """The kinds that a check has rows for; none where it is not wanted or would not be used."""
    kinds = kinds_of(context)
    return kinds if context.options.evaluation.check and _FEWEST_KINDS <= len(kinds) <= _MOST_KINDS else []


def asked_kinds(context: Context) -> list[str]:
    """The kinds that the check of the task has rows for: those that the task names, else those of the answer."""
    task = evaluation_of(context).task
    if task is None or not task.moves:
        return checked_kinds(context)
    return (
        list(dict.fromkeys(move_name(name, context.pack) for name in task.moves))
        if context.options.evaluation.check
        else []
    )


def self_check(
    build: Builder,
    say: Words,
    title: str,
    names: Sequence[str],
    width: float,
    *,
    level: int,
    numbered: bool,
    most: int,
) -> Box:
    """A heading of this level over a row for each name, in as many columns, up to `most`, as leave each on one line.

    Where lines are `numbered`, a row has room for the number of one.
    """
    theme = build.theme
    style = theme.note if numbered else theme.note.colored(INK)
    head = build.text(title, theme.label_bold, f"H{level}")
    moves = say("tick_moves", "Tick each move that you made, and say in which of your sentences.")
    sentences = say("tick_sentences", "Tick each sentence that is true of your answer.")
    build.tag.announce(moves if numbered else sentences)
    listing = build.within("L")
    bodies = [listing.within("LI").within("LBody").tag for _ in names]
    rows = [_row(theme, say, name, style, body, numbered=numbered) for name, body in zip(names, bodies, strict=True)]

    def tallest(columns: int) -> float:
        own = (width - GUTTER * (columns - 1)) / columns
        return max(row.height(own) for row in rows)

    columns = next((count for count in range(most, 1, -1) if tallest(count) <= style.leading), 1)
    # All are of one height.
    free = _ROW * theme.hand.scale - style.leading
    cells = [Drawn(tallest(columns) + free, partial(_place_lower, row, free / 2)) for row in rows]
    each = ceil(len(cells) / columns)
    listed = beside([Stack(cells[at : at + each]) for at in range(0, len(cells), each)], columns)
    listed.above = _BETWEEN
    return KeepTogether(Stack([head, listed]), inf)


def _place_lower(row: Row, by: float, page: Page, x: float, top: float, width: float) -> None:
    row.place(page, x, top - by, width)


def _row(theme: Theme, say: Words, name: str, style: Style, tag: Tag, *, numbered: bool) -> Row:
    hand, side = theme.hand, _TICK_BOX * theme.hand.scale
    # In a file to fill in, the name of the box to tick says it.
    own, ticked = tag.child("Span", said=name), name
    if numbered:
        # Words: name of a box to tick, if the answer makes this move.
        ticked = say("move_made", "{move}, made", move=name)
    words = Paragraph([Run(name, style, own)], style.leading)
    cells = [
        Cell(Drawn(0, partial(_tick_box, name=ticked, tag=own, style=style)), width=side),
        Cell(words, share=1, before=_AFTER_BOX),
    ]
    if numbered:
        # Words: after the name of a move, before a rule for the number of the line that it stands in.
        line = text([Run(say("line_number", "line"), style, Furniture.MARKING)], style)
        # Words: name of the field for the number of the line that this move stands in.
        number = say("move_line", "{move}, its sentence or line", move=name)
        rule = WritingRule(style, number, tag, style.size, thickness=hand.thickness, color=hand.color)
        cells += [
            Cell(line, before=_BETWEEN),
            Cell(rule, width=_NUMBER_RULE * hand.scale, before=_BETWEEN),
        ]
    return Row(cells)


def _tick_box(page: Page, x: float, top: float, side: float, *, name: str, tag: Tag, style: Style) -> None:
    """A little under the baseline of the words beside it."""
    low = top - style.baseline - 0.08 * side
    page.add(Rectangle(x, low, side, side, stroke=INK, thickness=0.6))
    page.add(tick_box(x, low, side, name, tag))
