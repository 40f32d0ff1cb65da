"""Notes as they were read from a file of any kind: lines with their places, and what was left out."""

from dataclasses import field
from enum import Enum

from studypack.base.record import record


class Kind(Enum):
    """What a line is, as its writer set it."""

    HEADING = "heading"
    """By a style, by # or underlining, or in bold alone on its line."""
    ITEM = "item"
    """Of a list, with its bullet or number."""
    PARAGRAPH = "paragraph"
    ROW = "row"
    """Of a table, or of columns parted by tabs or commas."""


@record
class NoteLine:
    """A paragraph, an item, a heading or a row of the notes."""

    number: int
    """The line that it begins on in a text, from 1; the number of the paragraph in other files."""
    kind: Kind
    text: str
    """Its words, in Unicode's composed form, blanks made single, without bullet, number or marks of headings. Bold
    words stand between ** as they do in Markdown."""
    depth: int = 0
    """Of a heading its level, from 1 (0: unknown); of an item how many items it stands in."""
    label: str = ""
    """The bullet or number of an item, the number of a heading, as typed: •, 1., a)."""
    cells: tuple[str, ...] = ()
    """Of a row, its cells from the left, which may be empty; `text` has them joined by blanks."""
    table: int = 0
    """Rows of one table have its number, from 1."""
    is_head: bool = False
    """Whether it is the row that names the columns."""

    @property
    def words(self) -> str:
        """Return its words without the marks of bold."""
        return self.text.replace("**", "")

    @property
    def typed(self) -> str:
        """Return it as it stands in the notes, with its label."""
        return f"{self.label} {self.text}".strip()


@record
class LeftOut:
    """A line that is no content, or a part of a file that could not be read."""

    line: int
    text: str
    why: str = ""
    """A few words for its reader: "a website's own words", "deleted in Word, with tracked changes"."""


class DoubtKind(Enum):
    """What a doubt is about."""

    DATE = "date"
    TITLE = "title"
    SPELLING = "spelling"
    SIDE = "side"
    STRUCTURE = "structure"


@record
class Doubt:
    """A guess, or something that only the writer of the notes can know."""

    line: int
    kind: DoubtKind
    text: str
    """The words that it is about, as they stand in the notes; of a spelling doubt the word alone."""
    hint: str
    """What was guessed, or what to look at; a sentence without a full stop."""


@record
class Notes:
    """What a file of notes says."""

    source: str
    """The name of the file, without its folder; - for standard input."""
    lines: tuple[NoteLine, ...]
    left_out: tuple[LeftOut, ...] = ()
    doubts: tuple[Doubt, ...] = field(default=())
    """What the reader of the file could not be sure of: the columns of a PDF, text boxes of Word."""
