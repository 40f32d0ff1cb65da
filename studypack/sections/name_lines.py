"""Lines for the name, the class and the date, on whatever is handed out and written on."""

from collections.abc import Mapping, Sequence

from studypack.sections.handwriting import hand_for
from studypack.typeset.boxes import Box
from studypack.typeset.field import on_rule, type_beside
from studypack.typeset.look import INK, Look, mm
from studypack.typeset.page import Page, Rule
from studypack.typeset.paragraph import Paragraph
from studypack.typeset.tag import Furniture, Tag
from studypack.typeset.text import Run

_LENGTHS: Mapping[str, float] = {"Name": mm(52), "Class": mm(18), "Date": mm(24), "Topic": mm(60)}
"""That a hand of the standard size likes to have; what a row has is shared out in these proportions."""
_LEAST = 0.72
"""Of these lengths: with less, the name has a row of its own."""
_RULE = 0.6
_AFTER_LABEL = 4.5
_BETWEEN = mm(5.5)
_FOOT = mm(4.5)
"""Between the lines and what stands under them."""


class NameLines(Box):
    """Labels, each with a line to write on: in one row, or the name in a row of its own where that is too narrow."""

    def __init__(
        self,
        look: Look,
        tag: Tag,
        names: Sequence[str] = ("Name", "Class", "Date"),
        *,
        foot: float = _FOOT,
        again: bool = False,
    ) -> None:
        """With `again` they are the page's own: `tag` is the paragraph of those that were read before."""
        hand = hand_for(look)
        self._pitch = max(mm(8), hand.pitch * 0.9)
        self._scale = hand.scale
        self._foot = foot
        style = look.label.sized(9, 11)
        self._again = again
        self._type = type_beside(style.size)
        self._tags = {name: tag if again else tag.child("Span") for name in names}
        self._labels = {
            name: Paragraph([Run(name, style, Furniture.AGAIN if again else own)], self._pitch)
            for name, own in self._tags.items()
        }
        self.keep = True

    def _rows(self, width: float) -> list[list[str]]:
        names = list(self._labels)
        wanted = sum(_LEAST * _LENGTHS[name] * self._scale for name in names) + self._taken(names, width)
        return [names] if wanted <= width or len(names) == 1 else [names[:1], names[1:]]

    def _taken(self, names: Sequence[str], width: float) -> float:
        """What labels and the spaces between them take of a row."""
        return sum(self._labels[name].widest(width) + _AFTER_LABEL for name in names) + (len(names) - 1) * _BETWEEN

    def height(self, width: float) -> float:
        """The rows and the space under them."""
        return len(self._rows(width)) * self._pitch + self._foot

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Each label on the baseline of its line."""
        for number, names in enumerate(self._rows(width)):
            self._place_row(page, names, x, top - number * self._pitch, width)

    def _place_row(self, page: Page, names: Sequence[str], x: float, top: float, width: float) -> None:
        free = width - self._taken(names, width)
        shares = sum(_LENGTHS[name] for name in names)
        for name in names:
            label = self._labels[name]
            label.place(page, x, top, width)
            start = x + label.widest(width) + _AFTER_LABEL
            end = start + free * _LENGTHS[name] / shares
            y = top - label.baseline() - 1.5
            page.add(Rule(start, y, end, y, _RULE, INK))
            page.add(on_rule((start, end, y), self._type, name, self._tags[name], again=self._again))
            x = end + _BETWEEN
