"""The outline of notes: a title, points on sides or under themes, an evaluation, cards, and what is left out."""

from dataclasses import dataclass, field

from studypack.base.record import record
from studypack.importing.notes import Doubt, LeftOut, NoteLine
from studypack.importing.side_words import Part


@record
class Heading:
    """A heading over lines of notes."""

    text: str
    part: Part
    rank: int
    """The lower, the further out."""
    line: int


@record
class Entry:
    """A point of the notes."""

    line: int
    text: str
    """Its words, with bold ones between **."""
    original: tuple[str, ...]
    """The lines that it was made of, as they stand in the notes."""
    details: tuple[tuple[int, str], ...] = ()
    """The items within it, each with its depth from 0; -1 for a paragraph."""
    title: str = ""
    """As a column of a table says it."""
    date: str = ""
    """As a column of a table says it."""
    side: str = ""
    """The name of its side; empty for none."""
    theme: str = ""
    headings: tuple[Heading, ...] = ()
    """Those that it stands under, from the outermost."""
    is_prose: bool = False
    """Whether it is a paragraph, neither an item nor a row."""
    is_labelled: bool = False
    """Whether its first words are a label of PEEL."""
    tagged: str = ""
    """The side that its own first word, or its column, names."""


@record
class Card:
    """Two texts that belong together: a question and its answer, a term and its meaning, a name and a role."""

    line: int
    front: str
    back: str
    original: tuple[str, ...]
    part: Part
    """CARDS, TERMS or PEOPLE."""
    headings: tuple[Heading, ...] = ()
    """Those that it stands under, from the outermost."""

    def as_point(self) -> Entry:
        """Return the same as a point, which the first text is the title of."""
        return Entry(self.line, self.back, self.original, title=self.front, headings=self.headings)


@dataclass(slots=True)
class Outline:
    """What the lines of some notes are."""

    source: str
    title: NoteLine | None = None
    question: NoteLine | None = None
    summary: list[NoteLine] = field(default_factory=list)
    remarks: list[NoteLine] = field(default_factory=list)
    """Lines at the head that are kept as comments."""
    sides: list[str] = field(default_factory=list)
    """The names of the sides, at most four, in order."""
    entries: list[Entry] = field(default_factory=list)
    evaluation: list[NoteLine] = field(default_factory=list)
    evaluation_heads: list[Heading] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
