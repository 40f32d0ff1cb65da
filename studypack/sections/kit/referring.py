"""A reference to another section: its words, and the number of its page at the other end of the line."""

from dataclasses import dataclass

from typing_extensions import override

from studypack.layout.boxes import Box
from studypack.layout.page import Link, Page, Slot
from studypack.layout.paragraph import text
from studypack.layout.style import Style
from studypack.layout.tag import Tag
from studypack.layout.text import Run

_NUMBER = "0000"
"""The widest number of a page."""


@dataclass
class Referring(Box):
    """Words that lead to an anchor, and the number of the page where that stands."""

    words: str
    style: Style
    target: str
    """The anchor."""
    link: Tag
    """The element of the link."""
    above: float = 0
    keep_with_next: bool = False

    def __post_init__(self) -> None:
        self._words = text([Run(self.words, self.style, self.link)], self.style)
        self._folio = self.style.voiced(bold=True)

    def _room(self, width: float) -> float:
        """The width of the words."""
        return width - self._folio.face.width(_NUMBER, self._folio.size)

    @override
    def height(self, width: float) -> float:
        return self._words.height(self._room(width))

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        height, folio = self.height(width), self._folio
        self._words.place(page, x, top, self._room(width))
        baseline = top - height + folio.leading - folio.baseline
        number = self.link.child("Span")
        page.slots.append(Slot(self.target, x + width, baseline, folio.face, folio.size, folio.color, number))
        page.add(Link(x, top - height, width, height, self.target, self.words, self.link))
