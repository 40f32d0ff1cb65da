"""The structure tree: structure elements, their content, and the parent tree that leads back (ISO 32000-1, 14.7)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studypack.layout.tag import CELLS, Tag
from studypack.pdf.marked_content import ContentRef, MarkedContent
from studypack.pdf.objects import text_string


class StrayElementError(Exception):
    """Content belongs to an element outside the structure tree, so that no one would hear it: a bug in a section."""


@dataclass(slots=True)
class _Annotation:
    """An annotation: the index of its page, from 0, and its object number."""

    page: int
    number: int


class StructureTree:
    """The structure tree of one document. It is written after its pages and annotations have their object numbers."""

    def __init__(self, root: Tag, marks: MarkedContent) -> None:
        self._root = root
        self._marks = marks
        self._annotations: dict[Tag, list[_Annotation]] = {}
        self._annotation_owners: list[Tag] = []
        self._first_content: dict[Tag, ContentRef | None] = {}
        """For each element with content, its first marked-content sequence; None if it holds annotations only."""
        self._numbers: dict[Tag, int] = {}
        self._pages: Sequence[int] = ()

    @property
    def annotation_count(self) -> int:
        """The number of annotations so far."""
        return len(self._annotation_owners)

    def add_annotation(self, tag: Tag, page: int, number: int) -> None:
        """Add an annotation to an element: the index of its page, from 0, and its object number."""
        self._annotation_owners.append(tag)
        self._annotations.setdefault(tag, []).append(_Annotation(page, number))

    def objects(self, root: int, first: int, pages: Sequence[int]) -> Iterator[tuple[int, str]]:
        """Yield the tree's indirect objects as (object number, source).

        The structure tree root gets the number `root`, the others get numbers from `first` on. `pages` are the object
        numbers of the pages. The keys of the parent tree are those of the pages in order, then of the annotations.
        Raises StrayElementError.
        """
        self._pages = pages
        self._find_first_content(self._root)
        order = list(self._elements(self._root))
        self._numbers = {tag: first + index for index, tag in enumerate(order)}
        for tag in self._marks.sequences:
            if tag not in self._numbers:
                raise StrayElementError(f"a {tag.kind} on page {self._marks.sequences[tag][0][0] + 1}")
        parents = first + len(order)
        yield root, f"<</Type/StructTreeRoot/K {first} 0 R/ParentTree {parents} 0 R{self._id_tree(order)}>>"
        for tag in order:
            yield self._numbers[tag], self._element(tag, root)
        yield parents, self._parent_tree()

    def _find_first_content(self, tag: Tag) -> ContentRef | None:
        """Return the first sequence in an element and all inside it, and record each element that has content."""
        own = self._marks.sequences.get(tag)
        starts = [own[0]] if own else [self._marks.fields[tag]] if tag in self._marks.fields else []
        holds = bool(own) or tag in self._annotations
        for kid in tag.kids:
            start = self._find_first_content(kid)
            if start is not None:
                starts.append(start)
            holds = holds or kid in self._first_content
        found = min(starts, default=None)
        if holds:
            self._first_content[tag] = found
        return found

    def _elements(self, tag: Tag) -> Iterator[Tag]:
        """Yield an element and those inside it, without the empty ones."""
        yield tag
        for kid in self._kids(tag):
            yield from self._elements(kid)

    def _kids(self, tag: Tag) -> list[Tag]:
        return [kid for kid in tag.kids if kid in self._first_content or kid.kind in CELLS]

    def _ordered_content(self, tag: Tag) -> list[ContentRef | Tag]:
        """Return an element's content in reading order: as its children were made or, beside own text, as drawn."""
        kids = self._kids(tag)
        own = self._marks.sequences.get(tag)
        if not own:
            return [*kids]
        if not kids:
            return [*own]
        placed: list[tuple[ContentRef, int, ContentRef | Tag]] = [(piece, 0, piece) for piece in own]
        placed += [(self._first_content.get(kid) or own[-1], 1, kid) for kid in kids]
        return [part for _, _, part in sorted(placed, key=lambda each: each[:2])]

    def _element(self, tag: Tag, root: int) -> str:
        numbers, pages = self._numbers, self._pages
        own = self._marks.sequences.get(tag)
        at = own[0][0] if own else -1
        held: list[str] = []
        for part in self._ordered_content(tag):
            if isinstance(part, Tag):
                held.append(f"{numbers[part]} 0 R")
            elif part[0] == at:
                held.append(str(part[1]))
            else:
                held.append(f"<</Type/MCR/Pg {pages[part[0]]} 0 R/MCID {part[1]}>>")
        for each in self._annotations.get(tag, ()):
            held.append(f"<</Type/OBJR/Pg {pages[each.page]} 0 R/Obj {each.number} 0 R>>")
        parent = numbers[tag.parent] if tag is not self._root and tag.parent else root
        page = f"/Pg {pages[at]} 0 R" if own else ""
        kids = f"/K[{' '.join(held)}]" if len(held) != 1 else f"/K {held[0]}"
        return f"<</S/{self._kind(tag)}/P {parent} 0 R{page}{kids if held else ''}{self._optional_entries(tag)}>>"

    def _kind(self, tag: Tag) -> str:
        """Return the structure type. A link without an annotation, since its target is not printed, is a Span."""
        return "Span" if tag.kind == "Link" and tag not in self._annotations else tag.kind

    def _optional_entries(self, tag: Tag) -> str:
        """Return an element's entries beside its type, parent and content."""
        made = "".join(
            f"/{key} {text_string(text)}"
            for key, text in (
                ("Alt", tag.alt),
                ("ActualText", self._actual_text(tag)),
                ("Lang", tag.lang),
                ("ID", self._note_id(tag)),
            )
            if text
        )
        attributes = self._attributes(tag)
        return f"{made}/A<<{attributes}>>" if attributes else made

    def _actual_text(self, tag: Tag) -> str:
        """Return the ActualText. An element with a field has none: it would hide the field's name from readers."""
        return "" if tag.said and any(kid in self._marks.fields for kid in tag.walk()) else tag.said

    def _note_id(self, tag: Tag) -> str:
        """Return the unique ID that a Note must have (ISO 14289-1, 7.9); empty for other elements."""
        return f"note-{self._numbers[tag]:06}" if tag.kind == "Note" else ""

    def _id_tree(self, order: Sequence[Tag]) -> str:
        notes = [f"{text_string(self._note_id(tag))}{self._numbers[tag]} 0 R" for tag in order if tag.kind == "Note"]
        return f"/IDTree<</Names[{' '.join(notes)}]>>" if notes else ""

    def _attributes(self, tag: Tag) -> str:
        """Return the attribute object (14.8.5). Each structure type has attributes of one owner at most."""
        if tag.numbering:
            return f"/O/List/ListNumbering/{tag.numbering}"
        if tag.kind == "Figure" and tag in self._marks.extents:
            left, bottom, right, top = self._marks.extents[tag]
            return f"/O/Layout/Placement/Block/BBox[{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}]"
        made = f"/Scope/{tag.scope}" if tag.scope else ""
        made += f"/RowSpan {tag.rows}" if tag.rows > 1 else ""
        return f"/O/Table{made}" if made else ""

    def _parent_tree(self) -> str:
        numbers = self._numbers
        rows = [
            f"{page}[{' '.join([f'{numbers[tag]} 0 R' for tag in owners])}]"
            for page, owners in enumerate(self._marks.owners)
        ]
        first = len(rows)
        rows += [f"{first + index} {numbers[tag]} 0 R" for index, tag in enumerate(self._annotation_owners)]
        return f"<</Nums[{' '.join(rows)}]>>"
