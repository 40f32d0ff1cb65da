"""The parts of a pack as an author writes them: points, events, worksheets, a model answer, people, cards and boxes."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from studypack.model.correction import Correction
from studypack.model.fields import ContentModel, Date, Line, Prose, Sentences, Word, fold_choice
from studypack.model.modes import Drawing
from studypack.model.pictures import Diagram, Picture
from studypack.model.sides import SideWord


class Point(ContentModel):
    """One argument, for one side or for none: the heart of the pack."""

    side: SideWord | None = None
    """The side that the point is on: advantage or disadvantage, or the id, printed name or letter of one of `sides`.
    Without one it stands in a list of its own."""
    title: Line
    """A few words that name the point."""
    text: Prose
    """The point itself: paragraphs, lists, tables …, with key terms as gaps, {{March 1921}}, and formulas,
    $E = mc^2$."""
    date: Date | None = None
    """When it happened: March 1921, 1919–21, c. 1930, early 1930s, 1921-03-16."""
    theme: Line | None = None
    """What the point is about: trade, security; printed beside its date."""
    picture: Picture | None = None
    """Printed with the point in the table, and on its flashcard."""
    corrections: tuple[Correction, ...] = ()
    """Where the notes were wrong about this point."""
    id: Word | None = None
    """Names the point in worksheets; without one it is made from the title."""


class Event(ContentModel):
    """A date on the timeline that belongs to neither side."""

    date: Date
    """When it happened."""
    title: Line
    """What happened, in a few words."""
    text: Sentences = ()
    """More about it, printed under the timeline and on a flashcard of its own."""


class Worksheet(ContentModel):
    """A cloze worksheet: the gaps of some points, or of a passage of its own."""

    title: Line
    """Stands at the head of the sheet."""
    points: tuple[Word, ...] = ()
    """Points by their ids, titles or printed marks (A1), in the order they are printed."""
    passage: Prose = ()
    """A text of the sheet's own, with gaps."""
    distractors: tuple[Line, ...] = ()
    """Words in the bank that fit no gap."""
    picture: Diagram | None = None
    """Printed over the text; its labels are to be written."""


class Move(ContentModel):
    """One sentence or two of the evaluation, and what they do for the argument."""

    move: Line
    """judgement, criterion, evidence, explanation, consequence, counter-argument, weighing or conclusion, in English or
    in the pack's language; or any word of the author's."""
    text: Sentences
    """The sentences."""
    note: Sentences = ()
    """Printed in the margin: why the move earns its marks."""


Paragraph = Annotated[tuple[Move, ...], Field(min_length=1)]


class Task(ContentModel):
    """What the reader is to write after the model."""

    text: Prose
    """The task itself."""
    moves: tuple[Line, ...] = ()
    """The moves that it asks for: the check names these alone, and there are three lines for each."""
    draw: Annotated[Drawing | None, BeforeValidator(fold_choice)] = None
    """Room to draw in, over the lines: box, axes or grid."""


def _task(value: object) -> object:
    """Accept a task that is its text alone."""
    return {"text": value} if isinstance(value, str) else value


class Evaluation(ContentModel):
    """A model answer, taken apart move by move."""

    question: Line | None = None
    """Without one, the pack's question is printed."""
    paragraphs: Annotated[tuple[Paragraph, ...], Field(min_length=1)]
    """Each paragraph is a list of moves."""
    task: Annotated[
        Task | None, BeforeValidator(_task, json_schema_input_type=Line | Task | None), Field(alias="try")
    ] = None
    """The "your turn" task: its text, or the text and the moves that it asks for."""
    corrections: tuple[Correction, ...] = ()
    """Where the notes were wrong in their argument."""


class Person(ContentModel):
    """Somebody in the story and what they did in it."""

    name: Line
    """As students should write it."""
    role: Prose
    """What they were and did, in a sentence."""


class Flashcard(ContentModel):
    """A flashcard."""

    front: Prose
    """The question."""
    back: Prose
    """The answer."""
    point: Word | None = None
    """The point whose mark the card carries, by its id, its title or that mark (A1)."""
    picture: Picture | None = None
    """Printed on the front, under the question."""


class BoxPlace(StrEnum):
    """The section, by its name, at whose end a box of the author's own stands."""

    OVERVIEW = "overview"
    TABLE = "table"
    TIMELINE = "timeline"
    WORKSHEETS = "worksheets"
    EVALUATION = "evaluation"
    GLOSSARY = "glossary"


class AsideBox(ContentModel):
    """A box of the author's own: an exam tip, a question, what is to be remembered."""

    kind: Line
    """question, tip, remember or task, each with its icon and its heading; or any word, which is its heading."""
    title: Line | None = None
    """Printed after the heading, on its line."""
    text: Prose
    """What stands in the box."""
    where: Annotated[BoxPlace | None, BeforeValidator(fold_choice)] = None
    """The section at whose end it stands: overview, table, timeline, worksheets, evaluation or glossary. Without one,
    and where that section is not in the pack, it stands at the end of the last of these."""
