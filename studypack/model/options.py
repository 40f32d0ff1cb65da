"""Everything that a user may choose about a build, as one frozen value."""

from dataclasses import dataclass
from enum import StrEnum

from studypack.model.modes import ClozeModes, EvaluationModes, FlashcardModes, NotesModes, TableModes, TimelineModes

MILLIMETRE = 72 / 25.4
"""In points."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper, upright."""

    label: str
    """Its name among people: A4."""
    width: float
    """In points."""
    height: float
    """In points."""


class Paper(StrEnum):
    """The sheet that the pack is laid out for."""

    A4 = "a4"
    LETTER = "letter"
    A5 = "a5"
    HALF_LETTER = "half-letter"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points, upright (ISO 216; ANSI/ASME Y14.1)."""
        sheet = _SHEETS[self]
        return sheet.width, sheet.height

    @property
    def label(self) -> str:
        """The name as it is printed."""
        return _SHEETS[self].label

    @property
    def small(self) -> bool:
        """Half of a usual sheet: narrower margins, smaller headings, fewer cards."""
        return self in (Paper.A5, Paper.HALF_LETTER)

    @property
    def sheet(self) -> Sheet:
        """Itself."""
        return _SHEETS[self]

    @property
    def half(self) -> "Paper":
        """The page of which two go side by side on this sheet; a small one is such a page already."""
        return {Paper.A4: Paper.A5, Paper.LETTER: Paper.HALF_LETTER}.get(self, self)

    @property
    def double(self) -> Sheet:
        """The next larger sheet, which takes two of these side by side at their full size."""
        return _DOUBLE[self]


def _sheet(label: str, width: float, height: float) -> Sheet:
    """From millimetres."""
    return Sheet(label, width * MILLIMETRE, height * MILLIMETRE)


_SHEETS = {
    Paper.A4: _sheet("A4", 210, 297),
    Paper.LETTER: _sheet("Letter", 215.9, 279.4),
    Paper.A5: _sheet("A5", 148, 210),
    Paper.HALF_LETTER: _sheet("Half Letter", 139.7, 215.9),
}
_DOUBLE = {
    Paper.A4: _sheet("A3", 297, 420),
    Paper.LETTER: _sheet("Tabloid", 279.4, 431.8),
    Paper.A5: _SHEETS[Paper.A4],
    Paper.HALF_LETTER: _SHEETS[Paper.LETTER],
}


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


class Imposition(StrEnum):
    """How finished pages, at their own size, are put two to a sheet of twice that size."""

    BOOKLET = "booklet"
    """Saddle stitch: the sheets are laid in each other, folded once and stapled in the fold."""
    TWO_UP = "two-up"
    """Side by side in the order of the pages."""

    @property
    def label(self) -> str:
        """As people say it: printed as …"""
        return {"booklet": "a booklet", "two-up": "two pages to a sheet"}[self.value]


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
    hyphenate: bool = False
    """Words are divided at line ends, by the rules of the pack's language."""
    sides: Sides | None = None
    """Unsaid, the pack suits both: margins are mirrored, but only what would come apart gets a leaf of its own."""
    punch: bool = False
    """Room for a hole punch in every binding margin, and a mark to set the punch by."""
    fillable: bool = False
    """Every place to write on is a field that can be filled in on a screen."""
    imposition: Imposition | None = None
    """Of the pack; a key in a file of its own is not imposed."""
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
    hyphenate: bool | None = None
    sides: Sides | None = None
    punch: bool | None = None
    fillable: bool | None = None
    imposition: Imposition | None = None
    """A matter of the day: the content has no say in it."""
    settings: tuple[str, ...] = ()
    """Modes of sections: table.mode=paired."""
