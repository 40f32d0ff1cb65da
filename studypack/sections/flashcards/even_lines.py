"""Short text in even lines: a card's question does not end in a line of one word."""

from studypack.typeset.boxes import Box
from studypack.typeset.page import Page
from studypack.typeset.paragraph import Align, Paragraph

_MOST_LINES = 6
"""Longer text is prose, and reads well in full lines."""
_TRIES = 7
"""Halvings of the measure: to within a hundredth of it."""


class EvenLines(Box):
    """A paragraph set as narrow as its number of lines allows."""

    def __init__(self, paragraph: Paragraph, align: Align) -> None:
        self._paragraph = paragraph
        self._align = align
        self.above = paragraph.above

    @property
    def widest_word(self) -> float:
        """Of the paragraph, in points."""
        return self._paragraph.widest_word

    def height(self, width: float) -> float:
        """As in full lines: there are as many."""
        return self._paragraph.height(width)

    def least(self, width: float) -> float:
        """Of the paragraph."""
        return self._paragraph.least(width)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """What goes over to another card is long, and in full lines."""
        return self._paragraph.split(width, room)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """In the middle of the measure, or at its left."""
        own = self._narrowest(width)
        self._paragraph.place(page, x + ((width - own) / 2 if self._align == "center" else 0), top, own)

    def _narrowest(self, width: float) -> float:
        lines = self._paragraph.lines(width)
        if not 1 < lines <= _MOST_LINES:
            return width
        # No narrower than the widest word, which is never cut for the sake of evenness.
        low, high = min(max(width / lines, self.widest_word), width), width
        for _ in range(_TRIES):
            middle = (low + high) / 2
            low, high = (low, middle) if self._paragraph.lines(middle) == lines else (middle, high)
        return high
