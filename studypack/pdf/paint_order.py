"""The order in which a page is painted: that of reading, for programs that read a page's content as it comes.

Chrome's reader and most programs that copy text ignore the structure tree (ISO 32000-1, 14.8.2.3.1, recommends that the
two orders agree).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from studypack.layout.document import Document
from studypack.layout.page import Item, Link, TextRun
from studypack.layout.tag import Furniture, Tag

_GRAPHICS, _HEADS = -2, -1
_BEFORE = {Furniture.HEAD: _HEADS, Furniture.AGAIN: _HEADS}
"""Heads are painted before what they head, even those that no screen reader hears; other furniture after everything."""


@dataclass(frozen=True, slots=True, eq=False)
class Unseen:
    """Where an element that is only heard stands in a page's content: nothing is painted."""

    tag: Tag


class PaintOrder:
    """Sorts the items of a document's pages.

    First what is drawn and belongs to no element, so that text stands on top; then heads, the content in the order of
    the structure tree, and last folios and marks for the eye. What stands inside an element that has words of its own
    keeps the order in which it was placed, as it does in the tree.
    """

    def __init__(self, document: Document) -> None:
        self._pages: defaultdict[Tag, list[int]] = defaultdict(list)
        """For each element with content, the indices of its pages."""
        for index, page in enumerate(document.pages):
            for tag in {item.tag for item in page.items if isinstance(item.tag, Tag) and type(item) is not Link}:
                self._pages[tag].append(index)
        self._places: dict[Tag | Furniture | None, int] = {}
        self._unseen: defaultdict[int, list[Unseen]] = defaultdict(list)
        self._number(document.root)
        last = len(self._places)
        self._places |= {each: _BEFORE.get(each, last) for each in Furniture}

    def _number(self, root: Tag) -> None:
        """Give every element its place; those inside an element with content have the place of that."""
        places, left, page = self._places, [(root, False)], 0
        waiting: list[Unseen] = []
        """What is heard first in its element: it stands on the page of what follows."""
        while left:
            tag, inside = left.pop()
            places[tag] = places[tag.parent] if inside else len(places)
            if tag.unseen:
                is_first = bool(waiting) or (tag.parent is not None and tag.parent.kids[0] is tag)
                (waiting if is_first else self._unseen[page]).append(Unseen(tag))
            elif tag in self._pages:
                inside, page = True, self._pages[tag][-1]
                self._unseen[self._pages[tag][0]] += waiting
                waiting.clear()
            left += [(kid, inside) for kid in reversed(tag.kids)]

    def sorted(self, index: int, items: Iterable[Item]) -> list[Item | Unseen]:
        """Return the items of a page in the order of painting; `index` is the page's, from 0."""
        return sorted(chain(items, self._unseen.get(index, ())), key=self._place)

    def _place(self, item: Item | Unseen) -> int:
        if item.tag is None and type(item) is not TextRun:
            return _GRAPHICS
        return self._places.get(item.tag, 0)
