"""A finished file: what it holds, and how it is printed at its actual size."""

from pathlib import Path

from studypack.base.record import record
from studypack.base.wording import quantity
from studypack.layout.document import Document, Turn
from studypack.model.choices import Sheet
from studypack.output.plan import LeftOut


@record
class PrintSpec:
    """How to print a file at actual size: sheets of paper, and sides. The PDF says so, too, if `turn` is set."""

    sheet: Sheet
    sides: int
    """The number of sides to print, which is that of the file's pages."""
    turn: Turn | None
    """How to turn the sheet for its second side. None if the file can be printed on one side or both (long edge)."""
    landscape: bool = False
    """Whether the pages of the file are the sheet in landscape."""

    @property
    def sheets(self) -> int:
        """Sheets of paper for one copy; on both sides, unless `turn` says one side."""
        return self.sides if self.turn is Turn.NONE else (self.sides + 1) // 2

    @property
    def words(self) -> str:
        """In words: 5 sheets of A4, print on both sides, flip on the short edge."""
        many = f"{quantity(self.sheets, 'sheet')} of {self.sheet.label}"
        if self.turn is None:
            return many
        if self.turn is Turn.NONE:
            return f"{many}, print on one side"
        return f"{many}, print on both sides, flip on the {'long' if self.turn is Turn.LONG else 'short'} edge"


@record
class WrittenFile:
    """A file that was written."""

    path: Path
    pages: int
    """The number of pages as they are read. If imposed, two of them share a side of a sheet."""
    size: int
    """In bytes."""
    print_spec: PrintSpec
    imposed: bool = False
    """Whether it holds sheets and not single pages."""
    left_out: tuple[LeftOut, ...] = ()
    """What the content has, and is not printed unless it is asked for."""


@record
class RenderedFile:
    """A finished PDF in memory."""

    name: str
    """The file's name without a folder: anglo-soviet-relations.pdf."""
    document: Document
    """The pages as they are read, imposed or not."""
    data: bytes
    print_spec: PrintSpec
    imposed: bool = False
    """Whether the file holds sheets and not single pages: for paper only, without bookmarks and links."""
    left_out: tuple[LeftOut, ...] = ()
    """What the content has, and is not printed unless it is asked for."""
