"""Everything that a user may choose about a build, as one frozen value."""

from dataclasses import dataclass
from enum import StrEnum

from studypack.modes import ClozeModes, EvaluationModes, FlashcardModes, NotesModes, TableModes, TimelineModes

MILLIMETRE = 72 / 25.4
"""In points."""


class Paper(StrEnum):
    """The sheet that the pack is laid out for."""

    A4 = "a4"
    LETTER = "letter"
    A5 = "a5"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points, upright (ISO 216; ANSI/ASME Y14.1)."""
        width, height = _MILLIMETRES[self]
        return width * MILLIMETRE, height * MILLIMETRE

    @property
    def label(self) -> str:
        """The name as it is printed."""
        return {"a4": "A4", "letter": "Letter", "a5": "A5"}[self.value]


_MILLIMETRES = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4), Paper.A5: (148.0, 210.0)}


class Key(StrEnum):
    """Where the answers go."""

    SEPARATE = "separate"
    """A file of its own beside the pack: what is not for pupils is not in the pupils' file."""
    APPENDIX = "appendix"
    NONE = "none"


class Profile(StrEnum):
    """Whom the type is set for. Each profile is laid out for itself; none is another one scaled."""

    STANDARD = "standard"
    CLEAR = "clear"
    """Atkinson Hyperlegible at 12.5 pt, airy, upright, on plain ground."""
    LARGE = "large"
    """The same at 18 pt: large print (RNIB, UKAAF: 16 to 18 pt)."""


class Sides(StrEnum):
    """How much of a leaf is printed on."""

    ONE = "one"
    """The front alone: the binding margin is on the left of every page, and no page is left blank."""
    TWO = "two"
    """Front and back: what is handed out has leaves of its own, and the last leaf is complete."""


@dataclass(frozen=True, slots=True)
class Options:
    """One user's choices; the content's own `pack:` fills in what the command line leaves open."""

    paper: Paper = Paper.A4
    key: Key = Key.SEPARATE
    sections: tuple[str, ...] = ()
    """Names in the order they are printed; empty means every section that applies."""
    skip: tuple[str, ...] = ()
    seed: int = 0
    """0 keeps the order of the content; any other number makes a version of its own."""
    profile: Profile = Profile.STANDARD
    grey: bool = False
    """Every colour as pure black ink."""
    eco: bool = False
    """No fills, and hairlines only."""
    sides: Sides | None = None
    """Unsaid, the pack suits both: margins are mirrored, but only what would come apart gets a leaf of its own."""
    table: TableModes = TableModes()
    timeline: TimelineModes = TimelineModes()
    cloze: ClozeModes = ClozeModes()
    evaluation: EvaluationModes = EvaluationModes()
    flashcards: FlashcardModes = FlashcardModes()
    notes: NotesModes = NotesModes()


@dataclass(frozen=True, slots=True)
class Flags:
    """What the command line says; None where it says nothing, and the content's `pack:` decides."""

    paper: Paper | None = None
    key: Key | None = None
    sections: tuple[str, ...] | None = None
    skip: tuple[str, ...] | None = None
    seed: int | None = None
    profile: Profile | None = None
    grey: bool | None = None
    eco: bool | None = None
    sides: Sides | None = None
    settings: tuple[str, ...] = ()
    """Modes of sections: table.mode=paired."""
