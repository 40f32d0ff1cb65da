"""The base model of all content, and the types of its fields."""

from collections.abc import Mapping, Sequence
from datetime import date as CalendarDay
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ValidationInfo, WithJsonSchema
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from studypack.base.characters import normalise, normalise_line, normalise_word
from studypack.base.file_folder import FileError
from studypack.base.picture_folder import PictureFolder
from studypack.base.raster import Raster
from studypack.base.record import record
from studypack.base.styled_text import MarkedLine, Text
from studypack.model import markup
from studypack.model.blocks import InPicture
from studypack.model.dates import parser as dates
from studypack.model.dates.forms import PartialDate
from studypack.model.dates.printers import typed
from studypack.model.figures import figures_in, with_rasters
from studypack.model.gap_markup import gap_at
from studypack.model.printed import printed_spans
from studypack.model.reader import Reader
from studypack.model.source_lines import MarkupError
from studypack.model.spans import Gap, Spans
from studypack.model.typography import smarten
from studypack.model.words import Words


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("text_wanted", "should be text")
    value = normalise(value)
    if not value or value.isspace():
        raise PydanticCustomError("text_empty", "should not be empty")
    return value


def _say(info: ValidationInfo) -> Words | None:
    """The words of the pack, in whose language texts are printed; None where nothing is known of it."""
    say = info.context["say"] if info.context else None
    assert say is None or isinstance(say, Words)
    return say


def _line(value: object, info: ValidationInfo) -> str:
    if isinstance(value, MarkedLine):
        return value
    line, say = markup.parse_line(normalise_line(_text(value))), _say(info)
    if isinstance(line, MarkedLine):
        spans = printed_spans(line.spans, say) if say else line.spans
        return MarkedLine.of(span for span in spans if isinstance(span, Text))
    return smarten(line, say.texts_language) if say else line


def read_word(value: object) -> str:
    """Return a word of the format, or the name of a file, without what pasting brings. Raises PydanticCustomError."""
    return normalise_word(_text(value))


def folder_beside(info: ValidationInfo, kind: str) -> PictureFolder:
    """Return the folder of the file that is read, which is `pictures` in the context, for a file of some kind.

    Raises FileError where no file is read.
    """
    folder = info.context.get("pictures") if info.context else None
    if folder is None:
        message = f"a {kind} is read from the folder of the file that names it, and this content is no file"
        raise FileError(message, "save it as a file first")
    assert isinstance(folder, PictureFolder)
    return folder


def _prose(value: object, info: ValidationInfo) -> Spans:
    if isinstance(value, tuple):
        return value

    def read(place: InPicture) -> Raster:
        try:
            return folder_beside(info, "picture").file(normalise_word(place.file))
        except FileError as error:
            raise MarkupError(error.message, place.at, error.hint, len(place.file) or 1) from None

    spans, say = with_rasters(markup.parse(_text(value)), read), _say(info)
    return printed_spans(spans, say) if say else spans


def gap_alone(value: object, info: ValidationInfo) -> tuple[Gap]:
    """Return the gap whose braces would hold a text, or hold it already. Raises MarkupError."""
    source = _text(value).strip()
    if source.startswith("{{") and source.endswith("}}"):
        source = source[2:-2]
    try:
        gap, end = gap_at(f"{{{{{source}}}}}", 0, in_code=False)
    except MarkupError as error:
        raise MarkupError(error.message, max(error.offset - 2, 0), error.hint, error.length) from None
    if end < len(source) + 4:
        raise MarkupError("}} stands in no answer", source.index("}}"), "write the answer without braces", 2)
    say = _say(info)
    (printed,) = printed_spans((gap,), say) if say else (gap,)
    assert isinstance(printed, Gap)
    return (printed,)


def _sentences(value: object, info: ValidationInfo) -> Spans:
    if isinstance(value, str) and "![" in value:
        for figure in figures_in(markup.parse(_text(value))):
            hint = "put it into the text of a point, a passage, the summary or a card"
            raise MarkupError("no picture stands here", figure.place.block, hint)
    return _prose(value, info)


def _date(value: object) -> dates.HistoricalDate:
    return value if isinstance(value, dates.HistoricalDate) else dates.parse(_text(value))


def _day(value: object) -> CalendarDay:
    """A day of the calendar. Raises DateError for any other date."""
    says = "this is no day on which a lesson can be"
    try:
        form = _date(value).form
        if isinstance(form, PartialDate) and form.month and form.day and form.year in _TAUGHT:
            return CalendarDay(form.year, form.month, form.day)
    except dates.DateError as error:
        says = error.message
    raise dates.DateError(says, f"write the day, and its month as a word: {typed(PartialDate(2026, 9, 14))}")


_TAUGHT = range(1900, 2200)
"""The years that a lesson can be in: who writes another one means the date of what is taught."""


def fold_choice(value: object) -> object:
    """Return a choice in the form of the format: A4 becomes a4."""
    return normalise_word(value).lower() if isinstance(value, str) else value


def clean_word(value: object) -> object:
    """Return a word of the format without what pasting brings: de-AT for one with a no-break hyphen."""
    return normalise_word(value) if isinstance(value, str) else value


DEFAULT_LANGUAGE = "en-GB"
"""The language of a pack that names none (BCP 47)."""

Line = Annotated[str, Reader(_line), WithJsonSchema({"type": "string", "minLength": 1})]
"""Plain text on one line: a title, a name, a term."""

Word = Annotated[str, Reader(read_word), WithJsonSchema({"type": "string", "minLength": 1})]
"""A word that is compared and never printed: an id, the name of a section."""

Prose = Annotated[
    Spans,
    Reader(_prose),
    WithJsonSchema({"type": "string", "minLength": 1}),
]
"""Text with markup, parsed."""

Sentences = Annotated[
    Spans,
    Reader(_sentences),
    WithJsonSchema({"type": "string", "minLength": 1}),
]
"""The same without pictures, for what is printed in lines of its own."""

Date = Annotated[
    dates.HistoricalDate,
    Reader(_date),
    WithJsonSchema({"type": "string", "minLength": 1, "examples": ["March 1921", "1919/1921", "c. 1930"]}),
]
"""A historical date, parsed."""

Day = Annotated[
    CalendarDay,
    Reader(_day),
    WithJsonSchema({"type": "string", "minLength": 1, "examples": ["14 September 2026", "2026-09-14"]}),
]
"""A day of our own time, parsed as dates are."""


class ContentModel(BaseModel):
    """The base of all models of content: unknown keys are errors, and a validated model never changes."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        populate_by_name=True,
    )


@record
class Option:
    """How users see a choice about the whole pack: stands in the annotation of a field of `Options`."""

    help: str
    """One sentence, for --help, editors and the preview."""
    panel: str
    """The heading under which --help lists it."""
    flags: tuple[str, ...] = ()
    """How the command line spells it, yes before no: --eco/--full-ink. Empty for --NAME, and --NAME/--no-NAME."""
    metavar: str = ""
    """What stands for its value in --help."""


@record
class Written:
    """How a value is written that is no word of a list and no number: stands in the annotation of its type."""

    says: str
    """Completes "it is …"."""
    example: str


OwnPart = TypeVar("OwnPart", bound=ContentModel)
YES_NO = ("yes", "no")


@cache
def keys_of(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """Return the fields of a model by their keys in the content: `try` for the field `task`."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def value_type(part: type[BaseModel], key: str) -> Any:  # noqa: ANN401  (a type of any kind)
    """Return the type of a field's values: Paper for `Annotated[Paper, …] | None`."""
    return _bare(part.model_fields[key])[0]


def choices(part: type[BaseModel], key: str) -> tuple[str, ...]:
    """Return the words that a field may have, as they are written; empty if it has no fixed choice of words."""
    kind = value_type(part, key)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(str(choice.value) for choice in kind)
    return YES_NO if kind is bool else ()


def numbers(part: type[BaseModel], key: str) -> range:
    """Return the whole numbers that a field may have; empty if it takes something else."""
    _, limits = _bare(part.model_fields[key])
    least, most, step = (
        next((getattr(each, name) for each in limits if hasattr(each, name)), otherwise)
        for name, otherwise in (("ge", 0), ("le", -1), ("multiple_of", 1))
    )
    return range(least, most + 1, step)


def written_form(part: type[BaseModel], key: str) -> Written | None:
    """Return how a field is written that takes neither words of a list nor numbers; None for others."""
    return next((each for each in _bare(part.model_fields[key])[1] if isinstance(each, Written)), None)


def range_said(part: type[BaseModel], key: str) -> str:
    """Return in words which numbers or other forms a field may have: "a whole number from 1 to 100", "8 or 10".

    Empty if it has a fixed choice of words.
    """
    if form := written_form(part, key):
        return form.says
    allowed = numbers(part, key)
    if allowed.step > 1:
        return " or ".join(map(str, allowed))
    return f"a whole number from {allowed[0]} to {allowed[-1]}" if allowed else ""


def written(value: object) -> str:
    """Return a value as an author writes it: yes, a4, table,notes; empty for None."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ",".join(value)
    if isinstance(value, bool):
        return YES_NO[not value]
    return str(value.value if isinstance(value, Enum) else value)


def overlaid(own: OwnPart, said: ContentModel) -> OwnPart:
    """Return a copy of `own` with every field that is set in `said`, also within the models that they hold."""
    update = {
        name: overlaid(getattr(own, name), value) if isinstance(value, ContentModel) else value
        for name, value in said
        if name in said.model_fields_set
    }
    return own.model_copy(update=update)


def _bare(field: FieldInfo) -> tuple[object, Sequence[object]]:
    """Return the type inside Annotated[…] and … | None, and the constraints on it."""
    kind: object = field.annotation
    if get_origin(kind) in (Union, UnionType):
        kind = next(each for each in get_args(kind) if each is not NoneType)
    if get_origin(kind) is Annotated:
        kind, *more = get_args(kind)
        return kind, [limit for each in more for limit in (each, *getattr(each, "metadata", ()))]
    return kind, field.metadata
