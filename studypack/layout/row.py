"""Cells side by side in one row: as wide as given, as wide as their words, or sharing out what is left."""

from collections.abc import Sequence
from dataclasses import dataclass

from typing_extensions import override

from studypack.base.record import record
from studypack.layout.boxes import Box
from studypack.layout.field import on_rule, type_beside
from studypack.layout.page import Color, Page, Rule
from studypack.layout.paragraph import Paragraph
from studypack.layout.style import INK, Style
from studypack.layout.tag import Tag


@record
class Cell:
    """A box of a row. Lengths in points."""

    box: Box
    width: float = 0
    """0 for a cell with a share, and for a paragraph as wide as its words."""
    share: float = 0
    """Of what the other cells leave of the row (`fr` in CSS grids)."""
    least: float = 0
    """A row that leaves a cell with a share less than this is too narrow."""
    before: float = 0
    """The space to the cell before it."""


class Row(Box):
    """Cells from left to right, their tops level: words of one leading stand on one baseline."""

    def __init__(self, cells: Sequence[Cell], *, above: float = 0, keep_with_next: bool = False) -> None:
        self._cells = cells
        self._set: dict[float, list[tuple[float, float]]] = {}
        """For a width of the row, the width of each cell, and the width that its box is set in."""
        self.above = above
        self.keep_with_next = keep_with_next

    def _natural(self, cell: Cell, width: float) -> float:
        """The width of a cell without a share."""
        if isinstance(cell.box, Paragraph) and not cell.width:
            return cell.box.widest(width)
        return cell.width

    def _taken(self, width: float) -> float:
        """What cells without a share and the spaces between cells take."""
        natural = sum(self._natural(cell, width) for cell in self._cells if not cell.share)
        return natural + sum(cell.before for cell in self._cells[1:])

    def is_too_narrow(self, width: float) -> bool:
        """Whether a cell with a share has less than the least that it asks for."""
        return any(own < cell.least for cell, (own, _) in zip(self._cells, self._widths(width), strict=True))

    def _widths(self, width: float) -> list[tuple[float, float]]:
        """Of each cell and its box; words as wide as they are get the whole row, or they would break anew."""
        if width not in self._set:
            free, shares = width - self._taken(width), sum(cell.share for cell in self._cells)
            owns = [free * cell.share / shares if cell.share else self._natural(cell, width) for cell in self._cells]
            rooms = [own if cell.share or cell.width else width for cell, own in zip(self._cells, owns, strict=True)]
            self._set[width] = list(zip(owns, rooms, strict=True))
        return self._set[width]

    @override
    def height(self, width: float) -> float:
        return max(lowered + cell.box.height(room) for cell, (_, room), lowered in self._level(width))

    def _level(self, width: float) -> list[tuple[Cell, tuple[float, float], float]]:
        """Each cell with its widths, and how much lower it stands than the top, so that first lines are level."""
        widths = self._widths(width)
        drops = [cell.box.drop(room) for cell, (_, room) in zip(self._cells, widths, strict=True)]
        lowered = [max(drops) - drop for drop in drops]
        return list(zip(self._cells, widths, lowered, strict=True))

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        x -= self._cells[0].before
        for cell, (own, room), lowered in self._level(width):
            cell.box.place(page, x + cell.before, top - lowered, room)
            x += cell.before + own


_UNDER_BASELINE = 1.5


@dataclass
class WritingRule(Box):
    """A rule to write on beside a label, a little under its baseline."""

    label: Style
    """Its leading is the height of the row."""
    name: str
    """What is written there, for who fills it in on a screen."""
    tag: Tag
    """Holds the field."""
    size: float = 0
    """Of what is typed; 0 for what suits a name beside a label of this style."""
    shared: bool = False
    """It is filled in together with every other of its name in the file."""
    thickness: float = 0.6
    color: Color = INK

    @override
    def height(self, width: float) -> float:
        return self.label.leading

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        y = top - self.label.baseline - _UNDER_BASELINE
        page.add(Rule(x, y, x + width, y, self.thickness, self.color))
        size = self.size or type_beside(self.label.size)
        page.add(on_rule((x, x + width, y), size, self.name, self.tag, shared=self.shared))
