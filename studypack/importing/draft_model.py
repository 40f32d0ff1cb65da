"""A draft: what a content file will say, what it was made from, and what is in doubt."""

from dataclasses import dataclass, field

from studypack.base.record import record
from studypack.importing.notes import Doubt, LeftOut
from studypack.importing.safe_markup import Block
from studypack.importing.side_words import Part


@record
class DraftSide:
    """A side of the draft."""

    id: str
    name: str


@record
class DraftPoint:
    """A point of the draft."""

    line: int
    title: str
    is_title_guessed: bool
    text: tuple[Block, ...]
    original: tuple[str, ...]
    """The lines of the notes that it was made from."""
    side: str = ""
    """The id of its side; empty for none."""
    theme: str = ""
    date: str = ""
    edtf: str = ""
    doubts: tuple[Doubt, ...] = ()


@record
class DraftMove:
    """A sentence of the evaluation."""

    move: str
    text: tuple[Block, ...]


@record
class DraftCard:
    """A flashcard, a term or a person."""

    front: str
    back: tuple[Block, ...]
    original: tuple[str, ...]
    part: Part


@dataclass(slots=True)
class Draft:
    """A content file in the making, all guesses marked."""

    source: str
    language: str
    title: str
    slug: str
    """Names its file."""
    heads: list[str] = field(default_factory=list)
    """Lines at the head of the notes, for comments."""
    head_doubts: list[Doubt] = field(default_factory=list)
    """What is in doubt about the notes as a whole, or the title."""
    period: str = ""
    question: str = ""
    summary: list[Block] = field(default_factory=list)
    sides: list[DraftSide] = field(default_factory=list)
    points: list[DraftPoint] = field(default_factory=list)
    evaluation: list[list[DraftMove]] = field(default_factory=list)
    evaluation_lines: list[str] = field(default_factory=list)
    """The notes of the evaluation, as they stand."""
    evaluation_doubts: list[Doubt] = field(default_factory=list)
    cards: list[DraftCard] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    is_spelling_read: bool = True
    """False where the extra that reads it is not installed."""

    @property
    def doubts(self) -> list[Doubt]:
        """Return every doubt, in the order of the notes."""
        own = (doubt for point in self.points for doubt in point.doubts)
        return sorted((*self.head_doubts, *own, *self.evaluation_doubts), key=lambda doubt: doubt.line)
