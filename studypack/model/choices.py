"""What is chosen about a whole pack with one word of a few: its paper, its profile and theme, its preset, its key."""

from enum import StrEnum

from studypack.base.record import record

MILLIMETRE = 72 / 25.4
"""In points."""


@record
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


class Preset(StrEnum):
    """What a pack is made of, chosen with one word."""

    FULL = "full"
    """All that the content has something for, with a cover and a contents page, however small the pack."""
    WORKSHEETS = "worksheets"
    """The sheets to fill in."""
    REVISION = "revision"
    """What there is to know on a page, a quiz, and cards."""
    LESSON = "lesson"
    """What is handed out in a lesson beside what is taught: questions, a quiz and exit tickets."""
    SHEET = "sheet"
    """One leaf to hand out."""


class Openings(StrEnum):
    """Where sections start. What is handed out by itself always starts on a page of its own."""

    RUN_ON = "run-on"
    """Where the last one ended, if there is room enough."""
    PAGE = "page"
    RECTO = "recto"
    """On a right-hand page."""


class Profile(StrEnum):
    """Whom the type is set for. Each profile is laid out for itself; none is another one scaled."""

    STANDARD = "standard"
    CLEAR = "clear"
    """Atkinson Hyperlegible at 12.5 pt, airy, upright, on plain ground."""
    LARGE = "large"
    """The same at 18 pt: large print (RNIB, UKAAF: 16 to 18 pt)."""


class ThemeName(StrEnum):
    """How the pages look. Every theme is laid out on every paper and in every profile."""

    GUIDE = "guide"
    """A revision guide: fields, boxes and icons."""
    PLAIN = "plain"
    """A handout: hairlines, and no ground but paper."""
    PRIMARY = "primary"
    """For children from 5 to 11: 14 pt and larger in letters as they are written, airy, with fewer words of ours."""


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
