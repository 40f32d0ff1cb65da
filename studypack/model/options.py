"""Everything that a user may choose about a pack, each choice declared once.

Made from the fields of `Options`: the options of the commands, `pack:` in the content and its part of the JSON Schema,
what `studypack sections` lists, completion, the form of the preview, its address and the command line that it shows.
`model_fields_set` holds what was chosen; all other fields have their usual value.
"""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from studypack.model.choices import Imposition, Key, Openings, Paper, Preset, Profile, ThemeName
from studypack.model.fields import YES_NO, ContentModel, Option, Word, choices, fold_choice, written
from studypack.model.section_modes import (
    CrosswordModes,
    EvaluationModes,
    ExitModes,
    FlashcardModes,
    JudgeModes,
    MistakesModes,
    NotesModes,
    PlanModes,
    QuestionModes,
    QuizModes,
    RetrievalModes,
    TableModes,
    TimelineModes,
    VocabularyModes,
    WorksheetModes,
)
from studypack.model.settings import modes_of

PANELS = _CONTENT, _TYPE, _PAPER = "What to print", "The type", "The paper"
"""In the order of --help."""
_Folded = BeforeValidator(fold_choice)
_Names = tuple[Word, ...]


class Options(ContentModel):
    """How the pack is usually printed; the command line may say otherwise."""

    sections: Annotated[
        _Names, Option("Only these, in this order: table,worksheets.", _CONTENT, ("--sections", "-s"), "A,B,…")
    ] = ()
    preset: Annotated[
        Preset | None,
        _Folded,
        Option(
            "full (all there is), worksheets, revision (overview, quiz, cards), lesson (questions, quiz, exit "
            "tickets) or sheet (a leaf); else, what is worth it.",
            _CONTENT,
            metavar="NAME",
        ),
    ] = None
    skip: Annotated[_Names, Option("All but these: cover,flashcards.", _CONTENT, metavar="A,B,…")] = ()
    paper: Annotated[
        Paper,
        _Folded,
        Option(
            "What the pages are laid out for: a4 (unless told), letter, a5 or half-letter.", _PAPER, metavar="SHEET"
        ),
    ] = Paper.A4
    key: Annotated[
        Key,
        _Folded,
        Option(
            "The answers: separate (a file of their own, unless told), appendix (at the end) or none.",
            _CONTENT,
            metavar="WHERE",
        ),
    ] = Key.SEPARATE
    openings: Annotated[
        Openings | None,
        _Folded,
        Option(
            "Where sections start: run-on (where the last one ended; of up to 12 pages, unless told), page or recto.",
            _CONTENT,
            metavar="WHERE",
        ),
    ] = None
    seed: Annotated[
        int,
        Field(ge=0, le=999_999),
        Option("Another number, another order of the worksheets' passages; the key keeps step.", _CONTENT, metavar="N"),
    ] = 0
    profile: Annotated[
        Profile,
        _Folded,
        Option(
            "standard; clear (12.5 pt, airy, one column); large (18 pt). Each is laid out for itself.",
            _TYPE,
            metavar="NAME",
        ),
    ] = Profile.STANDARD
    theme: Annotated[
        ThemeName,
        _Folded,
        Option(
            "guide (boxes and icons, unless told), plain (a handout of hairlines) or primary (for ages 5 to 11).",
            _TYPE,
            metavar="NAME",
        ),
    ] = ThemeName.GUIDE
    grey: Annotated[
        bool, Option("Black ink only, for a grey copier.", _TYPE, ("--grey/--color", "--gray/--colour"))
    ] = False
    eco: Annotated[bool, Option("Save ink: no fills, and hairlines only.", _TYPE, ("--eco/--full-ink",))] = False
    hyphenate: Annotated[
        bool | None,
        Option("Divide words at line ends, by the rules of the pack's language (unless told, in short lines).", _TYPE),
    ] = None
    duplex: Annotated[
        bool | None,
        Option(
            "Both sides, each worksheet on a leaf of its own; or the front alone, and no page left blank.",
            _PAPER,
            ("--duplex/--one-sided",),
        ),
    ] = None
    booklet: Annotated[
        bool,
        Option("Sheets to fold and staple: pages of half the size (a5 on A4), none of them shrunk.", _PAPER),
    ] = False
    two_up: Annotated[
        bool,
        Option("Pages of half the size side by side, in their order; a single one twice, to cut.", _PAPER),
    ] = False
    punch: Annotated[bool, Option("Room for a hole punch on every page, and a mark to set it by.", _PAPER)] = False
    fillable: Annotated[
        bool,
        Option(
            "Every place to write on, a field to fill in on a screen; printed, it looks the same.",
            _CONTENT,
            ("--fillable/--not-fillable",),
        ),
    ] = False
    table: TableModes = TableModes()
    """How the table is printed."""
    timeline: TimelineModes = TimelineModes()
    """How the timeline is printed."""
    worksheets: WorksheetModes = WorksheetModes()
    """How the worksheets are printed."""
    questions: QuestionModes = QuestionModes()
    """How the questions are printed."""
    quiz: QuizModes = QuizModes()
    """How a quiz is printed."""
    vocabulary: VocabularyModes = VocabularyModes()
    """How terms and their meanings are asked for."""
    mistakes: MistakesModes = MistakesModes()
    """How the statements with mistakes are printed."""
    judge: JudgeModes = JudgeModes()
    """How points are judged."""
    crossword: CrosswordModes = CrosswordModes()
    """How a crossword is printed."""
    retrieval: RetrievalModes = RetrievalModes()
    """How a retrieval grid is printed."""
    exit: ExitModes = ExitModes()
    """How exit tickets are printed."""
    evaluation: EvaluationModes = EvaluationModes()
    """How the model evaluation is printed."""
    plan: PlanModes = PlanModes()
    """How the plan of an essay is printed."""
    flashcards: FlashcardModes = FlashcardModes()
    """How the flashcards are printed."""
    notes: NotesModes = NotesModes()
    """How the pages for notes are printed."""

    @property
    def said(self) -> tuple[tuple[str, object], ...]:
        """The fields that are set, in their order: ("paper", Paper.A5), ("table.mode", TableMode.PAIRED)."""
        made: list[tuple[str, object]] = []
        for name in Options.model_fields:
            value = getattr(self, name)
            if isinstance(value, ContentModel):
                made += [(f"{name}.{key}", each) for key, each in value if key in value.model_fields_set]
            elif name in self.model_fields_set:
                made.append((name, value))
        return tuple(made)

    @property
    def imposition(self) -> Imposition | None:
        """How the pages are put on sheets, if they are; never those of a key in a file of its own."""
        return Imposition.BOOKLET if self.booklet else Imposition.TWO_UP if self.two_up else None


AT_ODDS = (
    (("booklet", True), ("two_up", True), "one sheet cannot be folded and be cut"),
    (("booklet", True), ("fillable", True), "a booklet is for paper, and cannot be filled in on a screen"),
    (("two_up", True), ("fillable", True), "two-up sheets are for paper, and cannot be filled in on a screen"),
    (("booklet", True), ("duplex", False), "a booklet is printed on both sides"),
)
"""Pairs of choices that no file can have, and why."""
OPTIONS: Mapping[str, Option] = {
    name: each for name, field in Options.model_fields.items() for each in field.metadata if isinstance(each, Option)
}
"""The choices about the whole pack, by their names."""
MODES: Mapping[str, type[ContentModel]] = {
    name: field.annotation
    for name, field in Options.model_fields.items()
    if isinstance(field.annotation, type) and issubclass(field.annotation, ContentModel)
}
"""The choices about one section, by its name."""
LISTS = tuple(name for name in OPTIONS if Options.model_fields[name].default == ())
"""The choices that hold names of sections."""


def spellings(name: str) -> tuple[str, ...]:
    """Return the flags of an option, with a slash between yes and no: ("--punch/--no-punch",)."""
    dashed = name.replace("_", "-")
    return OPTIONS[name].flags or (f"--{dashed}/--no-{dashed}" if choices(Options, name) == YES_NO else f"--{dashed}",)


def typed(name: str, value: object) -> list[str]:
    """Return the words of the command line that set an option or a mode: ["--paper", "a5"]."""
    if name not in OPTIONS:
        return ["--set", f"{name}={written(value)}"]
    yes, _, no = spellings(name)[0].partition("/")
    return [yes if value else no] if isinstance(value, bool) else [yes, written(value)]


class Flags(Options):
    """What the command line says. For a field that is not set, the content decides."""

    @model_validator(mode="before")
    @classmethod
    def _with_settings(cls, data: dict[str, Any]) -> dict[str, Any]:
        """Modes may also be given as they are typed after --set: settings=("table.mode=paired",)."""
        own = {name: value for name, value in data.items() if name != "settings"}
        return own | modes_of(data.get("settings", ()), MODES)

    @classmethod
    def saying(cls, said: Iterable[tuple[str, object]]) -> "Flags":
        """Return the flags that have these values; the opposite of `said`."""
        whole: dict[str, Any] = {}
        for key, value in said:
            name, _, mode = key.partition(".")
            whole[name] = {**whole.get(name, {}), mode: value} if mode else value
        return cls(**whole)

    @property
    def words(self) -> list[str]:
        """The same as words of the command line."""
        return [word for name, value in self.said for word in typed(name, value)]

    def without(self, *names: str) -> "Flags":
        """Return the flags without the values of some fields, such as "paper" or "table.mode"."""
        return Flags.saying(each for each in self.said if each[0] not in names)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Flags) and self.said == other.said

    def __hash__(self) -> int:
        return hash(self.said)
