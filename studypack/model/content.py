"""The content model: a pack, and what follows from all of it together. The JSON Schema is made from it."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from studypack.base.characters import normalise_word
from studypack.base.errors import ContentPath
from studypack.base.record import record
from studypack.base.styled_text import MarkedLine
from studypack.model import references
from studypack.model.as_typed import OWN_SHEET, canonical, of_every_sheet
from studypack.model.correction import Correction
from studypack.model.dates.parser import HistoricalDate
from studypack.model.dates.printers import dates_read_in
from studypack.model.fields import DEFAULT_LANGUAGE, ContentModel, Date, Day, Line, Prose, clean_word
from studypack.model.house_style import HouseStyle
from studypack.model.messages import WordsFault, find_wrong_words
from studypack.model.options import Options
from studypack.model.parts import AsideBox, Evaluation, Event, Flashcard, Person, Point, Worksheet
from studypack.model.pictures import Picture, pictures_in
from studypack.model.questions import Question, find_wrong_schemes
from studypack.model.sides import FORMS, Side, SideHeadings, Sides, neutral_side, raw_sides, sides_of
from studypack.model.term import Term
from studypack.model.words import OwnWords, Words

_LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
"""A tag of a language by BCP 47, as far as its form goes."""


def _given(value: object) -> object:
    """Leave out the words of the author's own that have no text."""
    return {key: said for key, said in value.items() if said is not None} if isinstance(value, dict) else value


@record
class MarkedPoint:
    """A point with its mark, which is printed in every section."""

    mark: str
    """The side's letter and the number among the points of that side: A3, D14."""
    key: str
    """The point's id, or a slug of its title; unique in the pack."""
    point: Point
    side: Side
    """The pack's side; that of the points on none if it is on none."""


_LEAST_DATES = 4
"""Of a timeline: fewer stand in the overview."""


class Pack(ContentModel):
    """One topic."""

    title: Line
    """What the pack is about; printed on the cover and at the head of every page."""
    subtitle: Line | None = None
    """Printed under the title."""
    period: Date | None = None
    """What the timeline spans at least; without it, the years of the dated points and events."""
    subject: Line | None = None
    """The school subject: History, Biology …; printed on the cover."""
    level: Line | None = None
    """The course: A-level, GCSE …; printed after the subject."""
    language: Annotated[str, BeforeValidator(clean_word), Field(pattern=_LANGUAGE)] = DEFAULT_LANGUAGE
    """BCP 47: the language of the texts, of the dates and of the program's words, where it has them: fr, de-AT."""
    author: Line | None = None
    """Who made the pack; printed at the foot of its last page."""
    rights: Line | None = None
    """Under which licence or by whose permission the pack may be used; printed after the author: CC BY 4.0."""
    taught: Day | None = None
    """The day on which it is taught: a retrieval grid counts back from it to the days of earlier packs."""
    school: Line | None = None
    """Who teaches it; printed on the cover and at the foot of every page."""
    foot: Line | None = None
    """A line at the foot of every page, after the school: For use in class only."""
    source: Line | None = None
    """Where the notes come from, printed at the foot of the cover."""
    question: Line | None = None
    """The question that the pack serves."""
    summary: Prose = ()
    """The topic in a paragraph or two, at the head of the overview."""
    named_sides: Annotated[Sides, Field(alias="sides")] = SideHeadings()
    """The headings of the two columns, where they are not to be Advantages and Disadvantages; or one to four sides of
    other kinds, as a list or by their ids, each a name or keys of its own."""
    points: tuple[Point, ...] = ()
    """The heart of the pack: each argument once, on its side."""
    events: tuple[Event, ...] = ()
    """Dates on the timeline that belong to neither side."""
    worksheets: tuple[Worksheet, ...] = ()
    """Cloze worksheets; without any, they are made from the points' gaps."""
    questions: tuple[Question, ...] = ()
    """Questions to answer in writing, each with its marks and its scheme; printed where they are asked for."""
    evaluation: Evaluation | None = None
    """A model answer, taken apart move by move."""
    glossary: tuple[Term, ...] = ()
    """The words of the topic."""
    people: tuple[Person, ...] = ()
    """The people of the topic."""
    flashcards: tuple[Flashcard, ...] = ()
    """Cards of the author's own, printed after those that are made from the points."""
    boxes: tuple[AsideBox, ...] = ()
    """Exam tips, questions and the like, each in a frame at the end of a section."""
    corrections: tuple[Correction, ...] = ()
    """Where the notes as a whole were wrong: title, period."""
    cover: Picture | None = None
    """A picture for the cover."""
    words: Annotated[Mapping[str, Line], BeforeValidator(_given), AfterValidator(OwnWords)] = Field(
        default_factory=OwnWords
    )
    """Words of the program in the author's own: weigh: Over to you. `studypack words` lists them."""
    style: HouseStyle = HouseStyle()
    """The house style: logo, colours and faces. It is for studypack.toml, where it holds for all packs of a folder."""
    pack: Options = Options()
    """The sections, the paper, the key and all else that this pack is usually printed with."""

    def __hash__(self) -> int:
        """Return a hash of what the author wrote: its words are no tuple."""
        return hash(self._typed)

    _typed: str = PrivateAttr("")
    """What the author wrote, without what changes no sheet, as JSON with sorted keys and unchanged texts."""
    _asked: str = PrivateAttr("")
    """Its questions, in the same form: they change no other sheet."""
    _shared: str = PrivateAttr("")
    """What the author wrote, without wrong sentences and translations, which change no other sheet than their own."""
    _also: "tuple[Pack, ...]" = PrivateAttr(())

    @property
    def also(self) -> "tuple[Pack, ...]":
        """Return the earlier packs that are asked about beside this one; they change no other sheet and no digest."""
        return self._also

    def beside(self, earlier: "Iterable[Pack]") -> "Pack":
        """Return the same pack beside earlier ones."""
        made = self.model_copy()
        made._also = tuple(earlier)
        return made

    @cached_property
    def marked(self) -> tuple[MarkedPoint, ...]:
        """Return every point with its mark, in the order of the file."""
        sides = {each.id: each for each in (*self.sides, self.neutral)}
        counts = dict.fromkeys(sides, 0)
        keys = references.point_keys([(point.id, point.title) for point in self.points])
        done = []
        for key, point in zip(keys, self.points, strict=True):
            side = sides[point.side or ""]
            counts[side.id] += 1
            done.append(MarkedPoint(f"{side.letter}{counts[side.id]}", key, point, side))
        return tuple(done)

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """Return its sides, in order; none where nobody names one and no point is on one."""
        if "named_sides" not in self.model_fields_set and not any(point.side for point in self.points):
            return ()
        sides, colors = sides_of(self.named_sides, self.language, self.say), self.style.side_colors
        return tuple(replace(side, color=color) for side, color in zip(sides, colors, strict=False))

    @cached_property
    def neutral(self) -> Side:
        """Return the points on no side, as a side."""
        return neutral_side(self.sides, self.say)

    @cached_property
    def groups(self) -> tuple[Side, ...]:
        """Return the sides that have points, and after them the points on no side, if there are any."""
        return tuple(side for side in (*self.sides, self.neutral) if self.on(side))

    @cached_property
    def _by_side(self) -> dict[Side, tuple[MarkedPoint, ...]]:
        return {side: tuple(item for item in self.marked if item.side == side) for side in (*self.sides, self.neutral)}

    @cached_property
    def say(self) -> Words:
        """Return what the program says on the pages, in the pack's language."""
        return Words(self.language, self.words)

    @cached_property
    def pictures(self) -> tuple[tuple[ContentPath, Picture], ...]:
        """Return every picture with its path, in the order of the models."""
        return tuple(pictures_in(self))

    @property
    def dates(self) -> Iterator[tuple[ContentPath, HistoricalDate]]:
        """Yield the period and the dates of points and events, each with its path."""
        if self.period:
            yield ("period",), self.period
        for number, point in enumerate(self.points):
            if point.date:
                yield ("points", number, "date"), point.date
        for number, event in enumerate(self.events):
            yield ("events", number, "date"), event.date

    @property
    def fills_timeline(self) -> bool:
        """Return whether it has so many dates that a timeline is printed without being asked for."""
        return sum(path != ("period",) for path, _ in self.dates) >= _LEAST_DATES

    @cached_property
    def digest(self) -> str:
        """Return a hash of what the author wrote, but for what changes no question and no answer, and of the pictures.

        The version code on each sheet and all shuffled orders depend on it. It does not depend on the models: a new
        optional key, or another name for a class, changes no code on a sheet that was handed out before. Nor does it
        depend on wrong sentences and translations: the sheets that ask for them have codes of their own.
        """
        return self._hashed(self._shared, of_questions=False)

    @cached_property
    def questions_digest(self) -> str:
        """Return the same of the questions alone: a sheet handed out before they were written keeps its code."""
        return self._hashed(self._asked, of_questions=True)

    def _hashed(self, typed: str, *, of_questions: bool) -> str:
        own = (picture for path, picture in self.pictures if (path[0] == OWN_SHEET) == of_questions)
        return hashlib.sha256((typed + "".join(each.raster.source for each in own)).encode()).hexdigest()

    def has_typed(self, signs: str) -> bool:
        """Return whether one of some characters may stand anywhere in what the author wrote."""
        of_no_sheet = (self.rights, self.school, self.foot, *self.words.values())
        typed = self._typed + self._asked
        own = any(sign in typed for sign in signs) or any(isinstance(each, MarkedLine) for each in of_no_sheet)
        return own or any(each.has_typed(signs) for each in self.also)

    def on(self, side: Side) -> tuple[MarkedPoint, ...]:
        """Return the points of one side, or of none, in the order of the file."""
        return self._by_side.get(side, ())

    @model_validator(mode="wrap")
    @classmethod
    def _check_references(cls, data: object, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        """Report the mistakes between parts together with the mistakes in them, each at its own path."""
        found: list[InitErrorDetails] = []
        pack = None
        typed, sides = data, tuple[Side, ...]()
        if isinstance(data, dict):
            sides, language = raw_sides(data)
            data = references.resolve_names(data, sides, language)
        try:
            with dates_read_in(language_of(typed)):
                pack = handler(data)
        except ValidationError as error:
            found += [_reraised(details) for details in error.errors(include_url=False)]
        broken = [details["loc"] for details in found]
        faults: list[references.ReferenceFault | WordsFault] = []
        if isinstance(data, dict):
            faults += references.find_faults(data, sides, broken)
            faults += find_wrong_words(data.get("words"), str(data.get("language", DEFAULT_LANGUAGE)))
        faults += (*references.find_mixed_dates(pack.dates), *pack.style.faults(("style",))) if pack else ()
        faults += find_wrong_schemes(pack.questions) if pack else ()
        for fault in faults:
            kind = PydanticCustomError("reference", "{message}", fault._asdict())
            found.append(InitErrorDetails(type=kind, loc=fault.path, input=None))
        if pack is None or found:
            raise ValidationError.from_exception_data(cls.__name__, found)
        written = (info.context or {}).get("typed", typed)
        pack._typed, pack._shared = canonical(written), canonical(of_every_sheet(written))
        pack._asked = canonical(written.get(OWN_SHEET)) if isinstance(written, dict) else ""
        return pack


def is_language(text: str) -> bool:
    """Return whether a text is a tag of a language, as BCP 47 writes them."""
    return re.match(_LANGUAGE, normalise_word(text)) is not None


def language_of(data: object) -> str:
    """Return the language of a content that is not validated yet."""
    language = data.get("language") if isinstance(data, dict) else None
    return normalise_word(language) if isinstance(language, str) else DEFAULT_LANGUAGE


def _reraised(details: ErrorDetails) -> InitErrorDetails:
    """An error that pydantic reported, in the form that it accepts when it is raised again."""
    kind: Any = details["type"]
    if kind in ("text_wanted", "text_empty", "time_span"):
        kind = PydanticCustomError(kind, details["msg"])
    place = tuple(step for step in details["loc"] if step not in FORMS)
    return InitErrorDetails(type=kind, loc=place, input=details["input"], ctx=details.get("ctx", {}))
