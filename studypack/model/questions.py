"""Questions as an author writes them: what is asked, the room for the answer, and the scheme that it is marked by."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator

from studypack.base.errors import ContentPath
from studypack.base.raster import PictureError
from studypack.base.wording import quantity
from studypack.model.fields import ContentModel, Line, Prose, Sentences, fold_choice
from studypack.model.modes import Drawing
from studypack.model.number_range import Marks
from studypack.model.pictures import Picture
from studypack.model.references import ReferenceFault
from studypack.model.sides import FORMS

_LEAST_OF_ESSAY = 20
"""Lines: most of a page."""
_USUAL_SPACE = 60
"""Millimetres of room to draw in."""
_MOST_MARKS = 100


class QuestionKind(StrEnum):
    """What kind of answer is asked for."""

    SHORT = "short"
    EXPLAIN = "explain"
    COMPARE = "compare"
    SOURCE = "source"
    ESSAY = "essay"


class Quoted(ContentModel):
    """What a question is about: a text, a picture, or both."""

    text: Prose = ()
    """The words of the source."""
    credit: Line | None = None
    """Whose they are, and from where; printed under them."""
    picture: Picture | None = None
    """Printed under the words, or in their place."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.text and self.picture is None:
            raise PictureError("a source without words or a picture", "write its words after text:, or add a picture:")
        return self


class Level(ContentModel):
    """One level of a scheme: so many marks for an answer of this quality."""

    marks: Marks
    """The marks that it is worth: 4-6."""
    says: Sentences
    """What an answer at this level does, in your own words."""
    name: Line | None = None
    """What the level is called; without one, Level 2."""


class Scheme(ContentModel):
    """How a question is marked: by points worth a mark each, or by levels."""

    points: tuple[Sentences, ...] = ()
    """What is worth a mark, one item a mark."""
    any: Annotated[int, Field(ge=1, le=_MOST_MARKS)] | None = None
    """How many of the points earn all the marks, where there are more of them than marks: any two of four."""
    levels: tuple[Level, ...] = ()
    """The levels, each with its marks; together they have every number of marks once."""
    content: Prose = ()
    """What answers may include."""


def _source(value: object) -> object:
    """Accept a source that is its words alone."""
    return {"text": value} if isinstance(value, str) else value


def _form(value: object) -> str:
    return FORMS[0] if isinstance(value, Mapping | Scheme) else FORMS[1]


_Schemes = Annotated[
    Annotated[Scheme, Tag(FORMS[0])] | Annotated[tuple[Sentences, ...], Tag(FORMS[1]), Field(min_length=1)],
    Discriminator(_form),
]


class Question(ContentModel):
    """A question to answer in writing, with its marks."""

    ask: Prose
    """The question, or the task."""
    marks: Annotated[int, Field(ge=1, le=_MOST_MARKS)]
    """What it is worth."""
    kind: Annotated[QuestionKind | None, BeforeValidator(fold_choice)] = None
    """short, explain, compare, source or essay: how many lines it has where nothing else is said."""
    lines: Annotated[int, Field(ge=0, le=200)] | None = None
    """Lines to write on; without it two a mark, one a mark and one more if it is short, 20 or more for an essay."""
    space: Annotated[int, Field(ge=10, le=200)] | None = None
    """Room to draw or calculate in, in place of lines: its height in millimetres."""
    draw: Annotated[Drawing | None, BeforeValidator(fold_choice)] = None
    """What that room is: box, axes or grid (squared paper); 60 mm of it where there is no `space`."""
    starters: tuple[Line, ...] = ()
    """Sentences to begin with."""
    source: Annotated[Quoted | None, BeforeValidator(_source, json_schema_input_type=Line | Quoted | None)] = None
    """A text or a picture that it asks about, in a frame over it: its words, or text, credit and picture."""
    scheme: _Schemes | None = None
    """How it is marked, in the key: a list of points worth a mark each, or points, levels and content."""
    model: Prose = ()
    """A model answer, in the key."""

    @property
    def marking(self) -> Scheme:
        """The scheme, as keys, however it is written."""
        if isinstance(self.scheme, Scheme):
            return self.scheme
        return Scheme.model_construct(points=self.scheme or ())

    @property
    def room(self) -> int:
        """The height of the room to draw or calculate in, in millimetres; 0 where it has lines."""
        return self.space or (_USUAL_SPACE if self.draw else 0)

    @property
    def ruled(self) -> int:
        """The number of its lines."""
        if self.lines is not None or self.room:
            return self.lines or 0
        match self.kind:
            case QuestionKind.SHORT:
                return self.marks + 1
            case QuestionKind.ESSAY:
                return max(_LEAST_OF_ESSAY, 2 * self.marks)
        return 2 * self.marks


def find_wrong_schemes(questions: Sequence[Question]) -> Iterator[ReferenceFault]:
    """Yield the mistakes between the keys of each question, each at its own path."""
    for number, question in enumerate(questions):
        path: ContentPath = ("questions", number)
        if question.lines is not None and question.room:
            key = "space" if question.space else "draw"
            hint = "take one of the two out: lines to write on, room to draw or calculate in"
            yield ReferenceFault((*path, key), "a question has lines or room to draw in, not both", hint)
        if question.scheme is not None:
            yield from _faults_of(question.marking, question, path)


def _faults_of(scheme: Scheme, question: Question, path: ContentPath) -> Iterator[ReferenceFault]:
    at = (*path, "scheme") if isinstance(question.scheme, Scheme) else path
    if scheme.points and scheme.levels:
        hint = "take one of the two out; what good answers say stands beside levels under content:"
        yield ReferenceFault((*at, "levels"), "a scheme has points or levels, not both", hint)
    elif scheme.levels:
        if scheme.any:
            yield ReferenceFault((*at, "any"), "any goes with points, and this scheme has levels", "take it out")
        yield from _faults_of_levels(scheme.levels, question.marks, (*at, "levels"))
    elif scheme.points or scheme.any:
        own = (*at, "points") if isinstance(question.scheme, Scheme) else (*at, "scheme")
        yield from _faults_of_points(scheme, question.marks, own)


def _faults_of_points(scheme: Scheme, marks: int, at: ContentPath) -> Iterator[ReferenceFault]:
    points, worth = len(scheme.points), quantity(marks, "mark")
    if scheme.any and scheme.any > points:
        message = f"any {scheme.any} cannot be chosen from {quantity(points, 'point')}"
        yield ReferenceFault((*at[:-1], "any"), message, "write more points, or a smaller number after any:")
    elif scheme.any and scheme.any != marks:
        message = f"any {scheme.any} of them, a mark each, and the question has {worth}"
        yield ReferenceFault((*at[:-1], "any"), message, f"write any: {marks}, or marks: {scheme.any} for the question")
    elif not scheme.any and points != marks:
        message = f"the scheme has {quantity(points, 'point')}, a mark each, and the question {worth}"
        hint = f"write marks: {points} for the question, or as many points as it has marks"
        if points > marks:
            hint = (
                f"write marks: {points} for the question, or scheme: {{any: {marks}, points: [...]}} if {marks} will do"
            )
        yield ReferenceFault(at, message, hint)


def _faults_of_levels(levels: Sequence[Level], marks: int, at: ContentPath) -> Iterator[ReferenceFault]:
    """Yield the first mark that two levels have, or none has; a scheme may begin at 0 or at 1 mark, at either end."""
    order = sorted(range(len(levels)), key=lambda number: levels[number].marks.first)
    due = 1
    for number in order:
        own = levels[number].marks
        place = (*at, number, "marks")
        if own.first < due and not (own.first == 0 and number == order[0]):
            message = f"two levels have {quantity(own.first, 'mark')}"
            yield ReferenceFault(place, message, _from(due, max(own.last, due)))
            return
        if own.first > due:
            yield ReferenceFault(place, f"no level has {quantity(due, 'mark')}", _from(due, own.last))
            return
        due = own.last + 1
    if due - 1 != marks:
        message = f"the levels end at {quantity(due - 1, 'mark')}, and the question has {quantity(marks, 'mark')}"
        hint = f"write marks: {due - 1} for the question, or let the highest level end at {marks}"
        yield ReferenceFault((*at, order[-1], "marks"), message, hint)


def _from(first: int, last: int) -> str:
    return f"begin where the level below ends: marks: {first}-{last}, for example"
