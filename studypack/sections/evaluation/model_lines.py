"""The model answer as numbered lines, each knowing which moves begin in it; and the columns that it stands in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count

from studypack.base.wording import letters_for
from studypack.layout.breaking import Line
from studypack.layout.page import Page, TextRun
from studypack.layout.style import Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Content, Run, Words
from studypack.layout.theme import Theme
from studypack.model.content import Move
from studypack.sections.evaluation.letter import Letter
from studypack.sections.kit.runs import runs


@dataclass(frozen=True, slots=True)
class LetteredMove:
    """A move of the answer under its letter, with the places of its text and its note in the structure."""

    move: Move
    name: str
    """a, b, c …; empty in a copy to mark up."""
    sentence: Tag
    letter: Tag | None = None
    """Of the letter, within the sentence; None in a copy to mark up."""
    note: Tag | None = None
    """None where no note is printed."""


@dataclass(frozen=True, slots=True)
class ModelLine:
    """One line of the model answer."""

    number: int
    """From 1, over all paragraphs and pages."""
    words: Words
    """Of the whole paragraph; `line` says which of them stand here."""
    line: Line
    closes: bool
    """The last line of its paragraph."""
    parts_well: bool
    """A page may end below it: no widows, no orphans."""
    top: float
    """How far it stands below the first line of the answer, in points."""
    begun: tuple[LetteredMove, ...]
    """The moves whose letters stand in the line."""
    over: float = 0
    """Points above it that a tall formula takes,"""
    under: float = 0
    """and below it."""


def lettered(paragraphs: Sequence[Sequence[Move]], parent: Tag, *, notes_inside: bool) -> list[list[LetteredMove]]:
    """The moves under their letters, with tags in reading order.

    With `notes_inside`, each sentence is followed by its note; else a paragraph is followed by its notes.
    """
    made: list[list[LetteredMove]] = []
    names = (letters_for(number).lower() for number in count())
    for moves in paragraphs:
        whole = parent.child("P")
        if notes_inside:
            tags = [(whole.child("Span"), whole.child("Note")) for _ in moves]
        else:
            sentences = [whole.child("Span") for _ in moves]
            tags = [(sentence, parent.child("Note")) for sentence in sentences]
        made.append([])
        for move, (sentence, note) in zip(moves, tags, strict=True):
            name = next(names)
            letter = sentence.child("Span", said=f"Move {name}: ")
            made[-1].append(LetteredMove(move, name, sentence, letter, note))
    return made


def unlettered(paragraphs: Sequence[Sequence[Move]], parent: Tag) -> list[list[LetteredMove]]:
    """The moves without letters and notes: a plain text."""
    wholes = [parent.child("P") for _ in paragraphs]
    return [
        [LetteredMove(move, "", whole.child("Span")) for move in moves]
        for whole, moves in zip(wholes, paragraphs, strict=True)
    ]


_COUNTED = 5
"""Every fifth line is numbered, and the first."""
_NARROWEST_MARGIN, _WIDEST_MARGIN = mm(20), mm(47)
_SHORTEST_LINE = 19
"""In ems: what a margin to write in must leave of a line."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of an answer, from left to right, in points."""

    gutter: float
    """For line numbers."""
    text: float
    gap: float
    """Between text and margin, with a hairline in its middle."""
    notes: float
    """The margin; 0 where there is none."""


def notes_grid(theme: Theme, digits: int) -> Grid:
    """For an answer with notes beside it, numbered in so many digits; where notes stand below there is no margin."""
    return _grid(theme, digits, theme.notes_margin)


def open_grid(theme: Theme, style: Style, digits: int) -> Grid:
    """For an answer in a style, with an empty margin; without one where the lines would be too short."""
    free = theme.measure - _gutter(theme, digits) - theme.notes_gap - _SHORTEST_LINE * style.size
    return _grid(theme, digits, min(_WIDEST_MARGIN, free) if free >= _NARROWEST_MARGIN else 0)


def _gutter(theme: Theme, digits: int) -> float:
    numbers = theme.line_number
    return max(theme.line_gutter, numbers.face.width("0" * digits, numbers.size) + 5)


def _grid(theme: Theme, digits: int, margin: float) -> Grid:
    gutter, gap = _gutter(theme, digits), theme.notes_gap if margin else 0
    return Grid(gutter, theme.measure - gutter - gap - margin, gap, margin)


def number_line(page: Page, theme: Theme, number: int, x: float, baseline: float) -> None:
    """Place the number of a line, counted from 1, in the gutter that starts at `x`, if the line shows one."""
    if number != 1 and number % _COUNTED:
        return
    style, shown = theme.line_number, str(number)
    width = style.face.width(shown, style.size)
    page.add(TextRun(x, baseline, shown, style.face, style.size, style.color, width, Furniture.MARKING))


def model_lines(
    paragraph: Sequence[LetteredMove], style: Style, theme: Theme, measure: float, first: int, top: float
) -> list[ModelLine]:
    """The lines of a paragraph, `measure` points wide; the `first` is numbered so, and stands at `top`."""
    content: list[Content] = []
    for place, each in enumerate(paragraph):
        if place:
            content.append(Run(" ", style, paragraph[place - 1].sentence))
        if each.name:
            content.append(Letter(each.name, theme, each.letter, style))
        content.extend(runs(each.move.text, style, each.sentence))
    words, _ = Words(content).fitted(measure)
    lines = words.evened(words.lines(measure), measure)
    named, last = {each.name: each for each in paragraph}, len(lines) - 1
    made = []
    for place, line in enumerate(lines):
        begun = tuple(named[inline.name] for inline in words.inlines(line) if isinstance(inline, Letter))
        parts_well = place == last or 1 <= place < last - 1
        lack = words.lacks(line, style.baseline, style.leading - style.baseline)
        top += lack.over
        made.append(ModelLine(first + place, words, line, place == last, parts_well, top, begun, lack.over, lack.under))
        top += style.leading + lack.under
    return made


def numbered(
    paragraphs: Sequence[Sequence[LetteredMove]], style: Style, theme: Theme, grid_for: Callable[[int], Grid]
) -> tuple[Grid, list[list[ModelLine]]]:
    """The lines of every paragraph, and the grid whose gutter has room for their numbers.

    `grid_for` gives the grid whose gutter holds numbers of so many digits.
    """
    digits = 2
    while True:
        grid = grid_for(digits)
        broken: list[list[ModelLine]] = []
        first, top = 1, 0.0
        for paragraph in paragraphs:
            broken.append(model_lines(paragraph, style, theme, grid.text, first, top))
            first += len(broken[-1])
            last = broken[-1][-1]
            top = last.top + last.under + 1.5 * style.leading
        digits = len(str(first - 1))
        if grid_for(digits).gutter <= grid.gutter:
            return grid, broken
