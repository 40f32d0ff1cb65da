"""The model answer as numbered lines, each knowing which moves begin in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from studypack.base.wording import letters_for
from studypack.layout.boxes import Box
from studypack.layout.breaking import Line
from studypack.layout.page import Circle, Page, Rectangle, TextRun
from studypack.layout.style import INK, Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Content, Run, Words
from studypack.layout.theme import Theme
from studypack.model.content import Move
from studypack.sections.evaluation.measures import Grid
from studypack.sections.kit.builder import runs

_DIAMETER = mm(3.7)
_ROOMY_DIAMETER = 1.32
"""In ems of the letter, in the profiles whose letters are large."""
_OUTLINE = 0.7
_PADDING = 2.4
"""Beside two letters, where a circle would be too narrow for them."""
_MIDDLE = 0.335
"""Of the type size: the height above the baseline that things in a line are centred on."""
_CAPITALS = 0.25
"""Of the letter's size: small letters sit this far below the middle of their circle."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A circle with a move's letter, standing in a line before the move's first word."""

    name: str
    theme: Theme
    tag: Tag | Furniture | None
    """None where it is only measured."""
    size: float
    """Of the type beside it."""
    gap: float = 2.6
    """To the word that it is glued to."""

    @property
    def diameter(self) -> float:
        """Of the circle, and the height of a capsule."""
        return _ROOMY_DIAMETER * self.theme.mark.size if self.theme.accessible else _DIAMETER

    @property
    def outline(self) -> float:
        """The width of the shape itself: a circle, or a capsule round two letters."""
        style = self.theme.mark
        return max(self.diameter, style.face.width(self.name, style.size) + 2 * _PADDING)

    @property
    def width(self) -> float:
        """The shape and the gap after it."""
        return self.outline + self.gap

    def place(self, page: Page, x: float, baseline: float) -> None:
        """Centred on the small letters of the line that starts at (x, baseline)."""
        self.draw(page, x, baseline + _MIDDLE * self.size)

    def draw(self, page: Page, x: float, middle: float) -> None:
        """Centred on the height `middle`, its left edge at `x`."""
        style, width, radius = self.theme.mark, self.outline, self.diameter / 2
        if width > self.diameter:
            inset = _OUTLINE / 2
            page.add(
                Rectangle(
                    x + inset,
                    middle - radius + inset,
                    width - _OUTLINE,
                    self.diameter - _OUTLINE,
                    stroke=INK,
                    thickness=_OUTLINE,
                    radius=radius,
                )
            )
        else:
            page.add(Circle(x + radius, middle, radius - _OUTLINE / 2, stroke=INK, thickness=_OUTLINE))
        drawn = style.face.width(self.name, style.size)
        start, base = x + (width - drawn) / 2, middle - _CAPITALS * style.size
        page.add(TextRun(start, base, self.name, style.face, style.size, INK, drawn, self.tag))


@dataclass
class LetterLabel(Box):
    """A lettered circle in the margin of its note, level with the note's first line."""

    letter: Letter
    leading: float
    """Of that first line."""

    def height(self, width: float) -> float:
        """One line."""
        return self.leading

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """At the left edge, on the middle of the line."""
        self.letter.draw(page, x, top - self.leading / 2)


@dataclass(frozen=True, slots=True)
class LetteredMove:
    """A move of the answer under its letter, with the places of its text and its note in the structure."""

    move: Move
    name: str
    """a, b, c …; empty in a copy to mark up."""
    sentence: Tag
    letter: Tag | None
    """Of the letter, within the sentence; None in a copy to mark up."""
    note: Tag | None
    """None where no note is printed."""


@dataclass(frozen=True, slots=True)
class ModelLine:
    """One line of the model answer."""

    number: int
    """From 1, over all paragraphs and pages."""
    words: Words
    """Of the whole paragraph; `line` says which of them stand here."""
    line: Line
    place: int
    """Among the lines of its paragraph, from 0."""
    count: int
    """How many lines the paragraph has."""
    begun: tuple[LetteredMove, ...]
    """The moves whose letters stand in the line."""

    @property
    def opens(self) -> bool:
        """The first line of its paragraph."""
        return self.place == 0

    @property
    def closes(self) -> bool:
        """The last line of its paragraph."""
        return self.place == self.count - 1

    def parts_well(self) -> bool:
        """Whether a page may end below the line: no widows, no orphans."""
        return self.closes or (self.place >= 1 and self.count - self.place > 2)


def lettered(paragraphs: Sequence[Sequence[Move]], parent: Tag, *, notes_inside: bool) -> list[list[LetteredMove]]:
    """The moves under their letters, with tags in reading order.

    With `notes_inside`, each sentence is followed by its note; else a paragraph is followed by its notes.
    """
    made: list[list[LetteredMove]] = []
    count = 0
    for moves in paragraphs:
        whole = parent.child("P")
        names = [letters_for(count + place).lower() for place in range(len(moves))]
        count += len(moves)
        if notes_inside:
            tags = [(whole.child("Span"), whole.child("Note")) for _ in moves]
        else:
            sentences = [whole.child("Span") for _ in moves]
            tags = [(sentence, parent.child("Note")) for sentence in sentences]
        made.append(
            [
                LetteredMove(move, name, sentence, sentence.child("Span", said=f"({name}) "), note)
                for move, name, (sentence, note) in zip(moves, names, tags, strict=True)
            ]
        )
    return made


def unlettered(paragraphs: Sequence[Sequence[Move]], parent: Tag) -> list[list[LetteredMove]]:
    """The moves without letters and notes: a plain text."""
    return [
        [
            LetteredMove(move, "", sentence, None, None)
            for move, sentence in zip(moves, _spans(parent, moves), strict=True)
        ]
        for moves in paragraphs
    ]


def _spans(parent: Tag, moves: Sequence[Move]) -> list[Tag]:
    whole = parent.child("P")
    return [whole.child("Span") for _ in moves]


def model_lines(
    paragraph: Sequence[LetteredMove], style: Style, theme: Theme, measure: float, first: int
) -> list[ModelLine]:
    """The lines of a paragraph, `measure` points wide, numbered from `first`."""
    content: list[Content] = []
    for place, each in enumerate(paragraph):
        if place:
            content.append(Run(" ", style, paragraph[place - 1].sentence))
        if each.name:
            content.append(Letter(each.name, theme, each.letter, style.size))
        content.extend(runs(each.move.text, style, each.sentence))
    words, _ = Words(content).fitted(measure)
    lines = words.evened(words.lines(measure), measure)
    named = {each.name: each for each in paragraph}
    return [
        ModelLine(first + place, words, line, place, len(lines), _begun(words, line, named))
        for place, line in enumerate(lines)
    ]


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
        first = 1
        for paragraph in paragraphs:
            broken.append(model_lines(paragraph, style, theme, grid.text, first))
            first += len(broken[-1])
        digits = len(str(first - 1))
        if grid_for(digits).gutter <= grid.gutter:
            return grid, broken


def _begun(words: Words, line: Line, named: dict[str, LetteredMove]) -> tuple[LetteredMove, ...]:
    return tuple(named[inline.name] for inline in words.inlines(line) if isinstance(inline, Letter))
