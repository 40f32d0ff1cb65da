"""The label of a date: its words, or room for a pupil to write them, set to a width when that width is tried."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from studypack.sections.timeline.dated import Dated
from studypack.typeset.page import Page
from studypack.typeset.paragraph import Align
from studypack.typeset.tag import Tag

SIZE, LEADING = 8.0, 9.7
"""Of a flag's words; they are never set smaller."""


class Lettering(Protocol):
    """Words, or room to write them, that can be set to a width."""

    def widest(self, width: float) -> float:
        """The width of the longest line, in points."""
        ...

    def height(self, width: float) -> float:
        """In points."""
        ...

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Put the items on the page."""
        ...


@dataclass(slots=True)
class Label:
    """What names a date on the timeline."""

    item: Dated
    tag: Tag | None
    """It has no parent yet: the list beside the picture that the label stands in takes it up. None for a reminder."""
    lettering: Callable[[Align], Lettering]
    lead: float = LEADING
    """The leading of its first line."""
    date: Lettering | None = None
    """The date, where it stands apart from the rest."""
    reminder: bool = False
    """Only says that a span is carried on from the strip before."""
    _extents: dict[float, tuple[float, float]] = field(default_factory=dict)

    def extent(self, width: float) -> tuple[float, float]:
        """The widest line and the height of the words, set to a width."""
        if width not in self._extents:
            lettering = self.lettering("left")
            self._extents[width] = (lettering.widest(width), lettering.height(width))
        return self._extents[width]


def listed_after(figure: Tag, labels: Iterable[Label]) -> None:
    """The labels of a picture, whose words its alternative keeps from being read, as a list after it, in their order.

    Whoever hears the page may take the picture at one go, or the dates one by one.
    """
    assert figure.parent is not None
    listing = Tag("L", figure.parent, numbering="None")
    for label in labels:
        if label.tag is not None:
            item = listing.child("LI")
            label.tag.parent = item
            item.kids.append(label.tag)
    siblings = figure.parent.kids
    siblings.insert(siblings.index(figure) + 1, listing)
