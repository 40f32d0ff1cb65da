"""The document's logical structure: what is read, in which order, and what of a page is not read at all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, auto


class Furniture(Enum):
    """Text that belongs to the page and not to the content: no reader hears it (ISO 32000-1, 14.8.2.2)."""

    HEAD = auto()
    """A running head."""
    FOLIO = auto()
    AGAIN = auto()
    """Says again what was read before: the heading of a table that goes on, the mark of a point carried over."""
    MARKING = auto()
    """For the eye and the pen alone: the number of a line, a letter that ties a note to its sentence."""


CELLS = frozenset({"TR", "TH", "TD"})
"""Elements that stand in a table without content, too."""


@dataclass(slots=True, eq=False)
class Tag:
    """An element of the document's logical structure (ISO 32000-1, 14.8.4).

    Tags are made with the boxes, in reading order, and keep that order wherever their items stand; those of boxes that
    are never placed are pruned. Inside an element that has words of its own, those and the elements among them are read
    in the order in which they are placed.
    """

    kind: str
    """H1, P, L, LI, Table, TH, TD, Figure, Note, Link …"""
    parent: "Tag | None" = None
    alt: str = ""
    """What a reader hears instead of a figure."""
    said: str = ""
    """What is read in place of the printed letters: `Advantage 3` for A3 (ActualText, 14.9.4)."""
    lang: str = ""
    """The language (BCP 47), where it is not that of what is around."""
    scope: str = ""
    """What the cell heads, if it is a TH: Row or Column."""
    rows: int = 1
    """The rows that a cell spans."""
    numbering: str = ""
    """How the items of a list are labelled: Decimal, UpperAlpha … (14.8.5.5); empty where they have no labels."""
    unseen: bool = False
    """Stands nowhere on a page: only `said` is heard. It is read after the element before it."""
    sheet: str = ""
    """Which of a section's sheets it is, where that has several: 2. Fields to fill in are named after it."""
    section: str = ""
    """The name of the pack's section that it holds."""
    kids: "list[Tag]" = field(default_factory=list, repr=False)

    def child(self, kind: str, alt: str = "", **more: str) -> "Tag":
        """A new element inside this one, after those already there; `more` are fields of it by name."""
        kid = Tag(kind, self, alt, **more)  # type: ignore[arg-type]
        self.kids.append(kid)
        return kid

    def beside(self) -> "Tag":
        """A new element like this one, without what is in it, right after it."""
        assert self.parent is not None
        made, kids = replace(self, kids=[]), self.parent.kids
        kids.insert(kids.index(self) + 1, made)
        return made

    def opens(self, kind: str) -> "Tag":
        """A new element inside this one that is read first in it, before those already there."""
        kid = self.child(kind)
        self.kids.insert(0, self.kids.pop())
        return kid

    def announce(self, words: str, kind: str = "P") -> "Tag":
        """A new element inside this one that is heard and not seen."""
        kid = self.child(kind, said=words)
        kid.unseen = True
        return kid

    def walk(self) -> "Iterator[Tag]":
        """The element and all inside it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def prune(self, used: "Iterable[Tag]") -> None:
        """Drop the elements inside this one that hold none of `used`.

        Boxes that are only tried, and never placed, leave elements behind. The cells of a table
        stay, empty or not: each of its rows has as many. What is only heard stays with the element before it.
        """
        holding: set[Tag] = set()
        for tag in used:
            above: Tag | None = tag
            while above is not None and above not in holding:
                holding.add(above)
                above = above.parent
        left = [self]
        while left:
            tag = left.pop()
            kept: list[Tag] = []
            follows = True
            for kid in tag.kids:
                follows = follows if kid.unseen else kid in holding or kid.kind in CELLS
                if follows:
                    kept.append(kid)
            tag.kids = kept
            left += kept
