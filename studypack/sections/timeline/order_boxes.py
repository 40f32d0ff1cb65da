"""Numbered boxes to write the letters of the cards in, in their order."""

from studypack.typeset.boxes import Box
from studypack.typeset.field import in_box
from studypack.typeset.look import INK, INK_SOFT, Look, mm
from studypack.typeset.page import Page, Rectangle
from studypack.typeset.paragraph import Paragraph
from studypack.typeset.tag import Tag
from studypack.typeset.text import Run

_OUTLINE = 0.6
_BETWEEN = mm(1)
_WIDEST = 1.6
"""Times as wide as a box need be."""
_BESIDE = 1.5
"""From a box's edge to its number."""


class OrderBoxes(Box):
    """Rows of equal boxes; each holds its number and leaves room for a letter or two."""

    def __init__(self, look: Look, count: int, tag: Tag) -> None:
        self._style = look.label.sized(7, 8).colored(INK_SOFT)
        self._tags = [tag.child("Span") for _ in range(count)]
        self._numbers = [
            Paragraph([Run(str(n), self._style, own)], self._style.leading) for n, own in enumerate(self._tags, start=1)
        ]
        widest = max(number.widest(look.measure) for number in self._numbers)
        self._least = widest + 2 * _BESIDE + (mm(9) if look.accessible else mm(5))
        self._tall = max(mm(8), 1.8 * self._style.size)

    def _across(self, width: float) -> int:
        """As many boxes as fit, shared out evenly over the rows."""
        most = max(int(width / self._least), 1)
        rows = -(-len(self._numbers) // most)
        return -(-len(self._numbers) // rows)

    def height(self, width: float) -> float:
        """Row under row, with a little space between."""
        rows = -(-len(self._numbers) // self._across(width))
        return rows * (self._tall + _BETWEEN) - _BETWEEN

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Each number in the upper left corner of its box."""
        across = self._across(width)
        pitch = min((width + _BETWEEN) / across, _WIDEST * self._least)
        inner = _OUTLINE / 2
        wide, tall = pitch - _BETWEEN - _OUTLINE, self._tall - _OUTLINE
        for at, number in enumerate(self._numbers):
            row, column = divmod(at, across)
            left, high = x + column * pitch, top - row * (self._tall + _BETWEEN)
            page.add(Rectangle(left + inner, high - inner - tall, wide, tall, stroke=INK, thickness=_OUTLINE))
            number.place(page, left + _BESIDE, high - 0.5, wide)
            taken = number.widest(wide) + 2 * _BESIDE
            box = (left + taken, high - inner - tall, wide - taken, tall)
            page.add(in_box(box, f"place {at + 1}", self._tags[at], self._style.size))
