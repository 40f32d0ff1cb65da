"""A pack and its parts, as an author writes them; the JSON Schema comes from these models."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from studypack import dates, markup


class Side(StrEnum):
    """Which of the two columns a point stands in."""

    ADVANTAGE = "advantage"
    DISADVANTAGE = "disadvantage"


Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Plain text on one line: titles, names, terms."""


def _prose(value: object) -> object:
    return markup.parse(value) if isinstance(value, str) else value


Prose = Annotated[
    markup.Spans,
    BeforeValidator(_prose),
    WithJsonSchema({"type": "string", "minLength": 1}),
]
"""Text with inline markup, parsed."""


def _date(value: object) -> object:
    return dates.parse(value) if isinstance(value, str) else value


Date = Annotated[
    dates.When,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "minLength": 1, "examples": ["March 1921", "1919/1921", "c. 1930"]}),
]
"""A historical date, parsed."""


class Part(BaseModel):
    """Any part of a pack: closed (unknown keys are errors) and never changed once validated."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, populate_by_name=True)


class Correction(Part):
    """Where the notes were wrong, and what is printed instead."""

    notes: Line
    """What the notes say."""
    here: Line
    """What the pack says."""
    why: Prose


class Point(Part):
    """One argument for one side: the heart of the pack."""

    side: Side
    title: Line
    text: Prose
    date: Date | None = None
    theme: Line | None = None
    """Pairs rows in the paired table."""
    corrections: tuple[Correction, ...] = ()
    id: Line | None = None
    """Names the point in worksheets; without one it is made from the title."""


class Event(Part):
    """A date on the timeline that belongs to neither side."""

    date: Date
    title: Line


class Worksheet(Part):
    """A cloze worksheet: the gaps of some points, or of a passage of its own."""

    title: Line
    points: tuple[Line, ...] = ()
    """Ids of points, in the order they are printed."""
    passage: Prose = ()
    distractors: tuple[Line, ...] = ()
    """Words in the bank that fit no gap."""


class Move(Part):
    """One sentence or two of the evaluation, and what they do for the argument."""

    move: Line
    """judgement, criterion, evidence, explanation, consequence, counter-argument, weighing, conclusion, or
    any word of the author's."""
    text: Prose
    note: Prose = ()
    """Printed in the margin: why the move earns its marks."""


class Evaluation(Part):
    """A model answer, taken apart move by move."""

    question: Line | None = None
    """Without one, the pack's question is printed."""
    paragraphs: Annotated[tuple[Annotated[tuple[Move, ...], Field(min_length=1)], ...], Field(min_length=1)]
    task: Annotated[Prose, Field(alias="try")] = ()
    """The "your turn" task."""
    corrections: tuple[Correction, ...] = ()


class Term(Part):
    """A word of the topic and what it means."""

    term: Line
    meaning: Prose


class Person(Part):
    """Somebody in the story and what they did in it."""

    name: Line
    role: Prose


class Card(Part):
    """A flashcard."""

    front: Prose
    back: Prose
    point: Line | None = None
    """The id of the point whose mark the card carries."""


class Headings(Part):
    """Other headings for the two columns."""

    advantage: Line = "Advantages"
    disadvantage: Line = "Disadvantages"


class Defaults(Part):
    """What to print unless the command line says otherwise."""

    sections: tuple[Line, ...] = ()
    skip: tuple[Line, ...] = ()
    paper: Line | None = None
    key: Line | None = None
    seed: Annotated[int, Field(ge=0, le=999_999)] | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A point with the mark that follows it through every section."""

    mark: str
    """A3, D14: the side's letter and the place among the points of that side."""
    key: str
    """The point's id, given or made from its title; unique in the pack."""
    point: Point


class Pack(Part):
    """One topic."""

    title: Line
    subtitle: Line | None = None
    period: Date | None = None
    """What the timeline spans; without it, the years of the dated points and events."""
    subject: Line | None = None
    level: Line | None = None
    language: Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = "en-GB"
    """BCP 47; drives the PDF's language, quotes and number forms."""
    author: Line | None = None
    source: Line | None = None
    """Where the notes come from, printed at the foot of the cover."""
    question: Line | None = None
    """The question that the pack serves."""
    summary: Prose = ()
    sides: Headings = Headings()
    points: tuple[Point, ...] = ()
    events: tuple[Event, ...] = ()
    worksheets: tuple[Worksheet, ...] = ()
    evaluation: Evaluation | None = None
    glossary: tuple[Term, ...] = ()
    people: tuple[Person, ...] = ()
    flashcards: tuple[Card, ...] = ()
    corrections: tuple[Correction, ...] = ()
    """Where the notes as a whole were wrong: title, period."""
    pack: Defaults = Defaults()

    @cached_property
    def marked(self) -> tuple[Marked, ...]:
        """Every point under its mark, in the order of the file."""
        raise NotImplementedError

    def side(self, side: Side) -> tuple[Marked, ...]:
        """The points of one side, in the order of the file."""
        return tuple(item for item in self.marked if item.point.side is side)
