"""Marked content: which operators of a page belong to which structure element (ISO 32000-1, 14.6 and 14.7.4)."""

from studypack.layout.extent import Extent, joint_extent
from studypack.layout.field import Field
from studypack.layout.page import Item, Page, TextRun
from studypack.layout.tag import Furniture, Tag
from studypack.pdf.content_stream import Painter
from studypack.pdf.objects import unicode_string
from studypack.pdf.paint_order import PaintOrder, Unseen

ContentRef = tuple[int, int]
"""A marked-content sequence: the index of its page, from 0, and its MCID there. They sort in drawing order."""

_ARTIFACTS: dict[Furniture | None, str] = {
    None: "/Artifact BMC",
    Furniture.HEAD: "/Artifact <</Type/Pagination/Subtype/Header>> BDC",
    Furniture.FOLIO: "/Artifact <</Type/Pagination/Subtype/Footer>> BDC",
    Furniture.AGAIN: "/Artifact <</Type/Pagination>> BDC",
    Furniture.MARKING: "/Artifact <</Type/Layout>> BDC",
}
"""The operators that begin an artifact (14.8.2.2)."""
_END = "EMC"


class UntaggedTextError(Exception):
    """A text belongs to no structure element and is no artifact, so that no one would hear it: a bug in a section."""


class MarkedContent:
    """The marked-content sequences of a document, and the elements that they belong to."""

    def __init__(self, painter: Painter, order: PaintOrder, *, fillable: bool) -> None:
        """If the file is not `fillable`, fields are left out."""
        self._painter = painter
        self._order = order
        self._fillable = fillable
        self.owners: list[list[Tag]] = []
        """For each page, the elements of its sequences, by MCID."""
        self.sequences: dict[Tag, list[ContentRef]] = {}
        """For each element with content of its own, its sequences in drawing order."""
        self.fields: dict[Tag, ContentRef] = {}
        """For each field's element, the last sequence before it on its page; its MCID is −1 if there is none."""
        self.extents: dict[Tag, Extent] = {}
        """For each figure, the rectangle that it covers on its page."""

    def operators(self, page: Page) -> list[str]:
        """Return the operators of a page, each inside a sequence of an element or of an artifact.

        Consecutive items of one element share a sequence. Sequences are not nested, because Poppler loses what follows
        an inner one. Pages must be given in order. Raises UntaggedTextError.
        """
        owners: list[Tag] = []
        self.owners.append(owners)
        made: list[str] = []
        current: Tag | Furniture | None = None
        is_open = False
        for item, drawn in self._painter.drawn(self._order.sorted(len(self.owners) - 1, page.items)):
            if type(item) is Field:
                if self._fillable:
                    # A new sequence, so that what follows in the same element is read after the field.
                    made += [_END] if is_open else []
                    is_open = False
                    self.fields[item.tag] = (len(self.owners) - 1, len(owners) - 1)
                continue
            tag, said = item.tag, item.said if type(item) is TextRun else None
            if self._fillable and isinstance(tag, Tag) and _is_said_by_fields(tag):
                tag = Furniture.MARKING
            if not is_open or tag is not current or said is not None:
                if is_open:
                    made.append(_END)
                made.append(self._begin_sequence(item, tag, said, len(self.owners) - 1, owners))
                # An ActualText holds for its own text run only.
                current, is_open = tag, said is None
            made.append(drawn)
            if said is not None:
                made.append(_END)
        if is_open:
            made.append(_END)
        for figure in dict.fromkeys(tag for tag in owners if tag.kind == "Figure"):
            self.extents[figure] = joint_extent(item for item in page.items if item.tag is figure)
        return made

    def _begin_sequence(
        self, item: Item | Unseen, tag: Tag | Furniture | None, said: str | None, page: int, owners: list[Tag]
    ) -> str:
        """Record a new sequence of `tag` that an item begins, and return the operator for it."""
        if not isinstance(tag, Tag):
            if tag is None and type(item) is TextRun:
                raise UntaggedTextError(f"page {page + 1}: {item.text!r}")
            return _ARTIFACTS[tag]
        number = len(owners)
        owners.append(tag)
        self.sequences.setdefault(tag, []).append((page, number))
        if said is None:
            return f"/{tag.kind} <</MCID {number}>> BDC"
        # Poppler reads ActualText in a Span only. The element is found by the MCID, whatever the name.
        return f"/Span <</MCID {number}/ActualText {unicode_string(said)}>> BDC"


def _is_said_by_fields(tag: Tag) -> bool:
    """Whether the names of an element's fields say what it would: what is printed, heard as well, would be twice."""
    return bool(tag.said) and any(kid.kind == "Form" for kid in tag.kids)
