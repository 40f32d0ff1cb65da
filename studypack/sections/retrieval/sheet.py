"""The squares of a retrieval grid: a question and lines to write on in each, in columns under their headings.

Where a page is too narrow for the columns, and in the accessible profiles, each time has rows of its own.
"""

from collections.abc import Sequence
from itertools import zip_longest

from typing_extensions import override

from studypack.layout.boxes import Box, Space
from studypack.layout.columns import Columns
from studypack.layout.page import Page, Rectangle
from studypack.layout.paragraph import text
from studypack.layout.shorten import cut
from studypack.layout.stack import Stack
from studypack.layout.style import RULE, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.layout.wrapper import KeepTogether, Padded
from studypack.sections.kit.builder import Builder
from studypack.sections.quiz.questions import Question
from studypack.sections.quiz.sheet import question_named, question_words
from studypack.sections.retrieval.columns import Column

_PAD = mm(2)
"""Between the edge of a square and what stands in it."""
_SHORTEST_LINE = 22
"""Characters of a question."""
_MOST_LINES = 3
"""Of a long answer, and of a heading, which may be the title of a pack."""

_Square = tuple[Box, Box]
"""What stands at the top of a square, and what at its foot."""


def grid_boxes(build: Builder, columns: Sequence[Column], room: float) -> list[Box]:
    """Return the rows of squares, each with `room` for so many lines, or for more where an answer needs them."""
    theme, beside = build.theme, _are_beside(build.theme, columns)
    count = len(columns) if beside else _even(theme, max(len(each.questions) for each in columns))
    width = _width(theme, count)
    longest = max(len(each.recall.answer) for column in columns for each in column.questions)
    room = max(room, min(theme.hand.lines(longest, width), _MOST_LINES))
    heads, squares = list[Box](), list[list[_Square]]()
    # Elements are made in the order in which they are to be read: one column after the other.
    for column in columns:
        tag = build.tag.child("H2", said=column.headed) if column.heading else Furniture.AGAIN
        heads.append(_head(theme, column, tag, width if beside else theme.measure))
        listing = build.within("L", numbering="Decimal")
        squares.append([_square(listing, each, room) for each in column.questions])
    made: list[Box] = [Space(theme.grown(mm(3)))]
    if beside:
        return [*made, _in_row(theme, heads, count), *(_row(theme, each, count) for each in zip_longest(*squares))]
    for column, head, own in zip(columns, heads, squares, strict=True):
        rows = [_row(theme, own[at : at + count], count) for at in range(0, len(own), count)]
        made += [head, *rows] if column.heading else rows
    return made


def heads_again(theme: Theme, columns: Sequence[Column]) -> list[Box]:
    """Return what stands over the squares of later pages: the headings of columns, which are not read again."""
    if not _are_beside(theme, columns):
        return [Space(mm(2))]
    count, width = len(columns), _width(theme, len(columns))
    return [_in_row(theme, [_head(theme, each, Furniture.AGAIN, width) for each in columns], count)]


def _are_beside(theme: Theme, columns: Sequence[Column]) -> bool:
    """Whether each time has a column: there are several, and they have room."""
    return 1 < len(columns) <= _most(theme)


def _most(theme: Theme) -> int:
    """How many squares have room beside each other."""
    return 1 if theme.roomy else int(theme.measure / (_SHORTEST_LINE * theme.task.letter + 2 * _PAD))


def _even(theme: Theme, questions: int) -> int:
    """How many squares stand beside each other where these are no columns: the last row is as full as can be."""
    counts = range(min(2, _most(theme)), min(3, _most(theme)) + 1)
    return min(counts, key=lambda count: (-questions % count, -count))


def _width(theme: Theme, count: int) -> float:
    """Of what stands in one of so many squares."""
    return theme.measure / count - 2 * _PAD


def _head(theme: Theme, column: Column, tag: Tag | Furniture, width: float) -> Box:
    """When it was, and what an answer is worth."""
    style = theme.subheading
    runs = [Run(cut(column.heading, style, width, _MOST_LINES), style, tag)]
    if column.worth_said:
        unparted = column.worth_said.replace(" ", "\N{NO-BREAK SPACE}")
        runs.append(Run(" " + unparted, theme.label, tag))
    return text(runs, style, above=theme.grown(mm(4)), keep_with_next=True)


def _square(listing: Builder, question: Question, room: float) -> _Square:
    """A question after its number, and lines to write on."""
    theme, item = listing.theme, listing.within("LI")
    number = Run(f"{question.number}. ", theme.task.voiced(bold=True), item.tag.child("Lbl"))
    body = item.within("LBody")
    words = text([number, *question_words(body, question, within=False)], theme.task)
    lines = body.writing_lines(int(room), question_named(question, body.pack.say))
    return words, Stack([Space((room - int(room)) * theme.hand.pitch), lines])


def _row(theme: Theme, squares: Sequence[_Square | None], count: int) -> Box:
    """A row of squares, their lines level; one may be missing, and the last ones be."""
    width = _width(theme, count)
    tallest = max(each[0].height(width) for each in squares if each)
    boxes = [each and Stack([each[0], Space(tallest - each[0].height(width)), each[1]]) for each in squares]
    return _in_row(theme, boxes, count)


def _in_row(theme: Theme, boxes: Sequence[Box | None], count: int) -> Box:
    columns = Columns([each or Space(0) for each in (*boxes, *[None] * (count - len(boxes)))], [1] * count, 2 * _PAD)
    return KeepTogether(_Framed(columns, [each is not None for each in boxes], count), 0.8 * theme.depth)


class _Framed(Padded):
    """So many columns of one width, with a frame round each that is not empty."""

    def __init__(self, columns: Columns, framed: Sequence[bool], count: int) -> None:
        super().__init__(columns, _PAD)
        self._framed, self._count = framed, count

    @override
    def inner(self, width: float) -> float:
        return width - 2 * _PAD

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        own, tall = width / self._count, self.height(width)
        for number, framed in enumerate(self._framed):
            if framed:
                page.add(Rectangle(x + number * own, top - tall, own, tall, stroke=RULE, thickness=0.5))
        super().place(page, x + _PAD, top, width)
