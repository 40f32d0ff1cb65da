"""The model answer as numbered lines, each knowing which moves begin in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from studypack.content import Move
from studypack.sections.evaluation.grid import Grid
from studypack.sections.evaluation.lettered import Letter, letters
from studypack.sections.prose import runs
from studypack.typeset.breaking import Line
from studypack.typeset.look import Look, Style
from studypack.typeset.tag import Tag
from studypack.typeset.text import Content, Run, Words


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
        names = [letters(count + place) for place in range(len(moves))]
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
    paragraph: Sequence[LetteredMove], style: Style, look: Look, measure: float, first: int
) -> list[ModelLine]:
    """The lines of a paragraph, `measure` points wide, numbered from `first`."""
    content: list[Content] = []
    for place, each in enumerate(paragraph):
        if place:
            content.append(Run(" ", style, paragraph[place - 1].sentence))
        if each.name:
            content.append(Letter(each.name, look, each.letter, style.size))
        content.extend(runs(each.move.text, style, each.sentence))
    words, _ = Words(content).fitted(measure)
    lines = words.evened(words.lines(measure), measure)
    named = {each.name: each for each in paragraph}
    return [
        ModelLine(first + place, words, line, place, len(lines), _begun(words, line, named))
        for place, line in enumerate(lines)
    ]


def numbered(
    paragraphs: Sequence[Sequence[LetteredMove]], style: Style, look: Look, grid_for: Callable[[int], Grid]
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
            broken.append(model_lines(paragraph, style, look, grid.text, first))
            first += len(broken[-1])
        digits = len(str(first - 1))
        if grid_for(digits).gutter <= grid.gutter:
            return grid, broken


def _begun(words: Words, line: Line, named: dict[str, LetteredMove]) -> tuple[LetteredMove, ...]:
    return tuple(named[inline.name] for inline in words.inlines(line) if isinstance(inline, Letter))
