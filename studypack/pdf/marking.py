"""Marked content: which operators of a page belong to which element of the structure (ISO 32000-1, 14.6)."""

from studypack.layout.extent import Extent, joint_extent
from studypack.layout.field import Field
from studypack.layout.page import Item, Page, TextRun
from studypack.layout.tag import Furniture, Tag
from studypack.pdf.objects import unicode_string
from studypack.pdf.paint import Painter

Piece = tuple[int, int]
"""The index of a page, from 0, and the number of a marked-content sequence on it: pieces sort as they are drawn."""

_ARTIFACTS: dict[Furniture | None, str] = {
    None: "/Artifact BMC",
    Furniture.HEAD: "/Artifact <</Type/Pagination/Subtype/Header>> BDC",
    Furniture.FOLIO: "/Artifact <</Type/Pagination/Subtype/Footer>> BDC",
    Furniture.AGAIN: "/Artifact <</Type/Pagination>> BDC",
    Furniture.MARKING: "/Artifact <</Type/Layout>> BDC",
}
_END = "EMC"


class UntaggedTextError(Exception):
    """Text that neither an element nor the page's furniture claims: a slip of ours, which no reader would hear."""


class Marks:
    """What each page's marked-content sequences belong to, page after page."""

    def __init__(self, painter: Painter, *, fillable: bool) -> None:
        """Where the file is not `fillable`, fields are passed over as if they were not there."""
        self._painter = painter
        self._fillable = fillable
        self.owners: list[list[Tag]] = []
        """For each page, the element of each sequence, by its number."""
        self.pieces: dict[Tag, list[Piece]] = {}
        """For each element with content of its own, its sequences in the order in which they are drawn."""
        self.fields: dict[Tag, Piece] = {}
        """For each field's element, the sequence after which it stands on its page; −1 for none."""
        self.extents: dict[Tag, Extent] = {}
        """For each figure, how far it reaches on its page."""

    def operators(self, page: Page) -> list[str]:
        """What draws the page, every operator inside a sequence of an element or of an artifact.

        Consecutive items of one element make one sequence; sequences are never nested, since Poppler loses what
        follows an inner one. Raises UntaggedTextError.
        """
        owners: list[Tag] = []
        self.owners.append(owners)
        made: list[str] = []
        current: Tag | Furniture | None = None
        is_open = False
        for item, drawn in self._painter.each(page.items):
            if type(item) is Field:
                if self._fillable:
                    # What follows in the same element is read after the field.
                    made += [_END] if is_open else []
                    is_open = False
                    self.fields[item.tag] = (len(self.owners) - 1, len(owners) - 1)
                continue
            tag, said = item.tag, item.said if type(item) is TextRun else None
            if not is_open or tag is not current or said is not None:
                if is_open:
                    made.append(_END)
                made.append(self._begun(item, said, len(self.owners) - 1, owners))
                # What is said in the letters' place is said of them alone.
                current, is_open = tag, said is None
            made.append(drawn)
            if said is not None:
                made.append(_END)
        if is_open:
            made.append(_END)
        for figure in dict.fromkeys(tag for tag in owners if tag.kind == "Figure"):
            self.extents[figure] = joint_extent(item for item in page.items if item.tag is figure)
        return made

    def _begun(self, item: Item, said: str | None, page: int, owners: list[Tag]) -> str:
        """The operator that begins a sequence for an item, which is noted as its element's."""
        tag = item.tag
        if not isinstance(tag, Tag):
            if tag is None and type(item) is TextRun:
                raise UntaggedTextError(f"page {page + 1}: {item.text!r}")
            return _ARTIFACTS[tag]
        number = len(owners)
        owners.append(tag)
        self.pieces.setdefault(tag, []).append((page, number))
        if said is None:
            return f"/{tag.kind} <</MCID {number}>> BDC"
        # Poppler heeds ActualText in a Span alone; the element is found by the number, whatever the name.
        return f"/Span <</MCID {number}/ActualText {unicode_string(said)}>> BDC"
