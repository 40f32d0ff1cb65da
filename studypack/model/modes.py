"""The words that the modes of a section take: paired for the table, cut for the timeline, and what each means."""

from enum import StrEnum


class TableMode(StrEnum):
    """How the table is laid out."""

    COLUMNS = "columns"
    """Each side flows in its own column."""
    PAIRED = "paired"
    """Rows of a theme or a year, the sides facing each other."""
    BLANK = "blank"
    """The headings and marks, with lines for pupils to fill in."""
    SORT = "sort"
    """All statements mixed and unmarked, each with two boxes to tick."""


class PairBy(StrEnum):
    """What makes a row of the paired table."""

    THEME = "theme"
    DATE = "date"


class TimelineMode(StrEnum):
    """What the timeline shows, and what it leaves to the pupils."""

    FULL = "full"
    DATES_BLANK = "dates-blank"
    LABELS_BLANK = "labels-blank"
    CUT = "cut"
    """Cards to cut out and put in order."""


class Scale(StrEnum):
    """How far apart the years stand."""

    TRUE = "true"
    EVEN = "even"
    """Every date the same distance from the next, and said to be so."""


class Orientation(StrEnum):
    """How a page stands."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class Support(StrEnum):
    """How much help a worksheet gives, from the most to none."""

    BANK_HINTS = "bank+hints"
    BANK = "bank"
    LETTERS = "letters"
    """The first letter of each answer."""
    NONE = "none"


class GapWidth(StrEnum):
    """How long a gap is."""

    UNIFORM = "uniform"
    """All alike, so that length gives nothing away."""
    STRETCH = "stretch"
    """As long as its answer needs."""
    LETTERS = "letters"
    """One short rule a letter."""


class EvaluationMode(StrEnum):
    """How the model evaluation is printed."""

    ANNOTATED = "annotated"
    PLAIN = "plain"
    """Without notes, to mark up."""
    SCAFFOLD = "scaffold"
    """Moves and prompts, with lines to write on."""


class QuizMode(StrEnum):
    """What is asked for in a quiz."""

    MIXED = "mixed"
    """Half of the questions have four answers to choose from."""
    CHOICE = "choice"
    SHORT = "short"


class QuizAnswers(StrEnum):
    """Where the answers to a quiz are."""

    KEY = "key"
    FOLDED = "folded"
    """At the foot of the sheet, under a line to fold it at."""
    BACK = "back"
    """On the back of the sheet."""


class VocabularyMode(StrEnum):
    """What is to be done with the terms."""

    TEST = "test"
    GRID = "grid"
    """A table to complete."""
    MATCH = "match"
    """Terms beside mixed meanings, two of which fit none."""


class Written(StrEnum):
    """What is written in a test of terms."""

    TERM = "term"
    MEANING = "meaning"


class AskedBy(StrEnum):
    """What stands for the meaning of a term."""

    MEANING = "meaning"
    TRANSLATION = "translation"


class Flip(StrEnum):
    """How the sheets of cards are turned over between front and back."""

    LONG = "long"
    SHORT = "short"
    FOLD = "fold"
    """Front and back side by side on one side of the sheet, to fold and glue."""


class MistakesMode(StrEnum):
    """How many of the statements hold a mistake."""

    EACH = "each"
    SOME = "some"
    """A few are right; the sheet says how many."""


class JudgeMode(StrEnum):
    """How points are weighed against each other."""

    DIAMOND = "diamond"
    """Nine points: one at the top, then two, three, two, and one at the bottom."""
    ABOVE_BELOW = "above-below"
    """Over a line what is decisive, under it what weighs less."""
    LINE = "line"
    """In a row, from most to least."""


class PlanHelp(StrEnum):
    """How much help the plan of an essay gives."""

    FULL = "full"
    """Prompts, sentences to begin with and a word bank."""
    SOME = "some"
    """Prompts and a word bank."""
    NONE = "none"


class Drawing(StrEnum):
    """What a task leaves room to draw in."""

    BOX = "box"
    AXES = "axes"
    GRID = "grid"


class Ruling(StrEnum):
    """What the notes pages are ruled with."""

    RULED = "ruled"
    DOTTED = "dotted"
    SQUARED = "squared"
    CORNELL = "cornell"
