"""The model answer as rows of numbered lines, each knowing which moves begin in it; and the columns it stands in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from studypack.base.record import record
from studypack.layout.boxes import Box
from studypack.layout.breaking import Line
from studypack.layout.inline import place_line
from studypack.layout.page import Page
from studypack.layout.style import Style, mm
from studypack.layout.tag import Furniture
from studypack.layout.text import Words
from studypack.layout.theme import Theme
from studypack.sections.evaluation.letter import Letter
from studypack.sections.evaluation.model_text import LetteredMove, ModelBlocks, ModelParagraph, ModelWords
from studypack.sections.kit.block_setter import AROUND


@record(kw_only=True)
class ModelRow:
    """What stands under the row before it: one line of the model answer, or blocks."""

    place: int
    """Among all rows, from 0."""
    number: int
    """Of its first line, from 1, over all paragraphs and pages."""
    lines: int = 1
    """How many it has that are numbered."""
    closes: bool = True
    """The last row of its words."""
    parts_well: bool = True
    """A page may end below it: no widows, no orphans."""
    top: float
    """How far it stands below the first line of the answer, in points."""
    begun: tuple[LetteredMove, ...] = ()
    """The moves whose letters stand in it."""
    moves: tuple[LetteredMove, ...] = ()
    """The moves that something in it belongs to, in its order; none of an answer without letters."""
    completes: bool = True
    """The last of these moves ends with it."""
    ends: bool = False
    """The last row of its paragraph."""
    opens: bool = False
    """It begins with the letter of a move."""
    over: float = 0
    """Points above it that a tall formula takes,"""
    under: float = 0
    """and those by which it is taller than a line below that."""


@record(kw_only=True)
class ModelLine(ModelRow):
    """One line of words."""

    words: Words
    """Of the whole paragraph; `line` says which of them stand here."""
    line: Line


@record(kw_only=True)
class ModelBlock(ModelRow):
    """Blocks, which may be parted.

    The lines of lists, of quotations and of formulas that stand alone are lines of the answer, and counted. Tables and
    code are not counted: whoever speaks of a line there counts the rows of that table, or the lines of that code.
    """

    box: Box

    def parted(self, measure: float, leading: float, room: float) -> "tuple[ModelBlock, ModelBlock] | None":
        """Return what stays of it in `room` points, and the rest; None if it cannot be parted there."""
        parts = self.box.split(measure, room)
        if parts is None:
            return None
        head, tail = (replace(self, box=box, under=box.height(measure) - leading) for box in parts)
        here = len(list(head.box.baselines(measure)))
        top = self.top + self.under - tail.under
        head = replace(head, lines=here, completes=False, ends=False)
        return head, replace(tail, lines=self.lines - here, number=self.number + here, top=top, begun=())


_COUNTED = 5
"""Every fifth line is numbered, and the first."""
_NARROWEST_MARGIN, _WIDEST_MARGIN = mm(20), mm(47)
_BRACKETS = mm(2.2)
_SHORTEST_LINE = 19
"""In ems: what a margin to write in must leave of a line."""


@record
class Grid:
    """The columns of an answer, from left to right, in points."""

    gutter: float
    """For line numbers."""
    text: float
    gap: float
    """Between text and margin, with a hairline in its middle."""
    notes: float
    """The margin; 0 where there is none."""
    brackets: float = 0
    """What brackets take between numbers and lines, where there is none."""

    @property
    def bracket(self) -> float:
        """Where a bracket stands beside the lines of a move: before the notes, or else before the lines."""
        return self.gutter + self.text + self.gap / 2 if self.notes else self.gutter - 1.1 * self.brackets


def notes_grid(theme: Theme, digits: int) -> Grid:
    """For an answer with notes beside it, numbered in so many digits; where notes stand below there is no margin."""
    return _grid(theme, digits, theme.notes_margin, 0 if theme.notes_margin else _BRACKETS)


def open_grid(theme: Theme, style: Style, digits: int) -> Grid:
    """For an answer in a style, with an empty margin; without one where the lines would be too short."""
    free = theme.measure - _gutter(theme, digits) - theme.notes_gap - _SHORTEST_LINE * style.size
    return _grid(theme, digits, min(_WIDEST_MARGIN, free) if free >= _NARROWEST_MARGIN else 0)


def _gutter(theme: Theme, digits: int) -> float:
    numbers = theme.line_number
    return max(theme.line_gutter, numbers.face.width("0" * digits, numbers.size) + 5)


def _grid(theme: Theme, digits: int, margin: float, brackets: float = 0) -> Grid:
    gutter, gap = _gutter(theme, digits) + brackets, theme.notes_gap if margin else 0
    return Grid(gutter, theme.measure - gutter - gap - margin, gap, margin, brackets)


def number_line(page: Page, theme: Theme, number: int, x: float, baseline: float) -> None:
    """Place the number of a line, counted from 1, in the gutter that starts at `x`, if the line shows one."""
    if number != 1 and number % _COUNTED:
        return
    place_line(page, str(number), theme.line_number, x, baseline, Furniture.MARKING)


def model_rows(
    paragraph: ModelParagraph, style: Style, measure: float, place: int, first: int, top: float
) -> list[ModelRow]:
    """The rows of a paragraph, `measure` points wide: the first is the row `place` and the line `first`, at `top`."""
    named = {each.name: each for each in paragraph.moves}
    made: list[ModelRow] = []
    follows_block = False
    for piece, following in zip(paragraph.pieces, [*paragraph.pieces[1:], None], strict=True):
        if isinstance(piece, ModelBlocks):
            top += piece.above if made else 0
            begun = (named[piece.opens],) if piece.opens else ()
            lines, under = len(list(piece.box.baselines(measure))), piece.box.height(measure) - style.leading
            block = ModelBlock(
                place=place,
                number=first,
                lines=lines,
                top=top,
                under=under,
                begun=begun,
                opens=bool(begun),
                box=piece.box,
            )
            own: list[ModelRow] = [block]
        else:
            top += AROUND * style.leading if follows_block else 0
            leads_on = isinstance(following, ModelBlocks) and following.leads_on
            own = _lines(piece, style, measure, ModelRow(place=place, number=first, top=top), named, leads_on=leads_on)
        made += own
        last, follows_block = own[-1], isinstance(piece, ModelBlocks)
        place, first, top = last.place + 1, last.number + last.lines, last.top + style.leading + last.under
    return _with_moves(made)


def _with_moves(rows: Sequence[ModelRow]) -> list[ModelRow]:
    """The rows of a paragraph, each with the moves that stand in it."""
    moves: list[tuple[LetteredMove, ...]] = []
    current: tuple[LetteredMove, ...] = ()
    for row in rows:
        moves.append(row.begun if row.opens else (*current, *row.begun))
        current = moves[-1][-1:]
    following = [*(each[:1] for each in moves[1:]), ()]
    return [
        replace(row, moves=own, completes=own[-1:] != then, ends=row is rows[-1])
        for row, own, then in zip(rows, moves, following, strict=True)
    ]


def _lines(
    piece: ModelWords, style: Style, measure: float, at: ModelRow, named: Mapping[str, LetteredMove], *, leads_on: bool
) -> list[ModelRow]:
    """The lines of words from the row `at` on; where they lead on to what follows, the last stays with that."""
    words, _ = Words(piece.content).fitted(measure)
    lines = words.evened(words.lines(measure), measure)
    top, last = at.top, len(lines) - 1
    made: list[ModelRow] = []
    for place, line in enumerate(lines):
        begun = tuple(named[inline.name] for inline in words.inlines(line) if isinstance(inline, Letter))
        parts_well = 1 <= place < last - 1 or (place == last and not leads_on)
        over, under = words.reach(line).beyond(style.baseline, style.leading - style.baseline, style.size)
        top += over
        made.append(
            ModelLine(
                place=at.place + place,
                number=at.number + place,
                closes=place == last,
                parts_well=parts_well,
                top=top,
                begun=begun,
                opens=isinstance(words.opening_inline(line), Letter),
                over=over,
                under=under,
                words=words,
                line=line,
            )
        )
        top += style.leading + under
    return made


def numbered(
    paragraphs: Sequence[ModelParagraph], style: Style, grid_for: Callable[[int], Grid]
) -> tuple[Grid, list[list[ModelRow]]]:
    """The rows of every paragraph, and the grid whose gutter has room for the numbers of their lines.

    `grid_for` gives the grid whose gutter holds numbers of so many digits.
    """
    digits = 2
    while True:
        grid = grid_for(digits)
        broken: list[list[ModelRow]] = []
        place, first, top = 0, 1, 0.0
        for paragraph in paragraphs:
            broken.append(model_rows(paragraph, style, grid.text, place, first, top))
            last = broken[-1][-1]
            place, first = last.place + 1, last.number + last.lines
            top = last.top + last.under + 1.5 * style.leading
        digits = len(str(first - 1))
        if grid_for(digits).gutter <= grid.gutter:
            return grid, broken
