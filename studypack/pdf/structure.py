"""The structure tree: every element of the content, what of the pages belongs to it, and the way back (14.7)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studypack.layout.tag import CELLS, Tag
from studypack.pdf.marking import Marks, Piece
from studypack.pdf.objects import text_string


class StrayElementError(Exception):
    """Something is drawn for an element that hangs on no tree: a slip of ours, and nobody would hear it."""


@dataclass(slots=True)
class _Annotation:
    """An annotation by the index of its page, from 0, and the number of its object."""

    page: int
    number: int


class Structure:
    """The tree of one document, written once the numbers of its pages and annotations are known."""

    def __init__(self, root: Tag, marks: Marks) -> None:
        self._root = root
        self._marks = marks
        self._annotations: dict[Tag, list[_Annotation]] = {}
        self._annotated: list[Tag] = []
        self._starts: dict[Tag, Piece | None] = {}
        """For each element that holds anything, its first piece; None where that is a link."""
        self._numbers: dict[Tag, int] = {}
        self._pages: Sequence[int] = ()

    @property
    def annotations(self) -> int:
        """How many there are so far."""
        return len(self._annotated)

    def annotate(self, tag: Tag, page: int, number: int) -> None:
        """The annotation that is object `number`, on a page (from 0), belongs to an element."""
        self._annotated.append(tag)
        self._annotations.setdefault(tag, []).append(_Annotation(page, number))

    def objects(self, root: int, first: int, pages: Sequence[int]) -> Iterator[tuple[int, str]]:
        """The tree's indirect objects with their numbers: `root`, its own, then those from `first` on.

        `pages` are the numbers of the pages' objects. In the parent tree, keys are first the pages in their order,
        then the annotations. Raises StrayElementError.
        """
        self._pages = pages
        self._start(self._root)
        order = list(self._kept(self._root))
        self._numbers = {tag: first + index for index, tag in enumerate(order)}
        for tag in self._marks.pieces:
            if tag not in self._numbers:
                raise StrayElementError(f"a {tag.kind} on page {self._marks.pieces[tag][0][0] + 1}")
        parents = first + len(order)
        yield root, f"<</Type/StructTreeRoot/K {first} 0 R/ParentTree {parents} 0 R{self._ids(order)}>>"
        for tag in order:
            yield self._numbers[tag], self._element(tag, root)
        yield parents, self._parent_tree()

    def _start(self, tag: Tag) -> Piece | None:
        """The first piece in an element; notes every element that holds anything."""
        own = self._marks.pieces.get(tag)
        starts = [own[0]] if own else [self._marks.fields[tag]] if tag in self._marks.fields else []
        holds = bool(own) or tag in self._annotations
        for kid in tag.kids:
            start = self._start(kid)
            if start is not None:
                starts.append(start)
            holds = holds or kid in self._starts
        found = min(starts, default=None)
        if holds:
            self._starts[tag] = found
        return found

    def _kept(self, tag: Tag) -> Iterator[Tag]:
        """An element and those inside it, without what holds nothing."""
        yield tag
        for kid in self._kids(tag):
            yield from self._kept(kid)

    def _kids(self, tag: Tag) -> list[Tag]:
        return [kid for kid in tag.kids if kid in self._starts or kid.kind in CELLS]

    def _parts(self, tag: Tag) -> list[Piece | Tag]:
        """What an element holds, in reading order: as made, or, among words of its own, as drawn."""
        kids = self._kids(tag)
        own = self._marks.pieces.get(tag)
        if not own:
            return [*kids]
        if not kids:
            return [*own]
        placed: list[tuple[Piece, int, Piece | Tag]] = [(piece, 0, piece) for piece in own]
        placed += [(self._starts.get(kid) or own[-1], 1, kid) for kid in kids]
        return [part for _, _, part in sorted(placed, key=lambda each: each[:2])]

    def _element(self, tag: Tag, root: int) -> str:
        numbers, pages = self._numbers, self._pages
        own = self._marks.pieces.get(tag)
        at = own[0][0] if own else -1
        held: list[str] = []
        for part in self._parts(tag):
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
        return f"<</S/{self._kind(tag)}/P {parent} 0 R{page}{kids if held else ''}{self._more(tag)}>>"

    def _kind(self, tag: Tag) -> str:
        """A link whose target is not printed is but words."""
        return "Span" if tag.kind == "Link" and tag not in self._annotations else tag.kind

    def _more(self, tag: Tag) -> str:
        """What an element says beside its content."""
        made = "".join(
            f"/{key} {text_string(text)}"
            for key, text in (
                ("Alt", tag.alt),
                ("ActualText", self._said(tag)),
                ("Lang", tag.lang),
                ("ID", self._id(tag)),
            )
            if text
        )
        attributes = self._attributes(tag)
        return f"{made}/A<<{attributes}>>" if attributes else made

    def _said(self, tag: Tag) -> str:
        """A field says its name itself; what stood in place of all that is in an element would hide it."""
        return "" if any(kid in self._marks.fields for kid in tag.kids) else tag.said

    def _id(self, tag: Tag) -> str:
        """The name that a note must have (ISO 14289-1, 7.9)."""
        return f"note-{self._numbers[tag]:06}" if tag.kind == "Note" else ""

    def _ids(self, order: Sequence[Tag]) -> str:
        notes = [f"{text_string(self._id(tag))}{self._numbers[tag]} 0 R" for tag in order if tag.kind == "Note"]
        return f"/IDTree<</Names[{' '.join(notes)}]>>" if notes else ""

    def _attributes(self, tag: Tag) -> str:
        """Of the one owner that the kind of element has attributes of (14.8.5)."""
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
        rows += [f"{first + index} {numbers[tag]} 0 R" for index, tag in enumerate(self._annotated)]
        return f"<</Nums[{' '.join(rows)}]>>"
