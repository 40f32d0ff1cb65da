"""The room that an upright timeline has on its pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from studypack.sections.timeline.bars import OUTERMOST, growth
from studypack.typeset.boxes import Box
from studypack.typeset.look import Look
from studypack.typeset.stack import Stack

_BETWEEN = 0.6
"""From label to label, in ems of the text."""
_CELL = 1.5
"""A year's name fits in its cell of the band, in lines."""
_LONGEST_FOOT = 0.3
"""Of a page's depth: longer notes may go on to pages of their own."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What an upright timeline may fill. In points."""

    first: float
    """The depth of the first page, under the head."""
    depth: float
    """Of every other page, under the line that says it goes on."""
    foot: float
    """What the notes under the last stretch ask for; 0 where they are too long to stand there."""
    width: float
    """Of a label."""
    between: float
    """Labels, at least."""
    cell: float
    """The height of a cell of the band, at least: its name must fit."""

    @classmethod
    def of(cls, look: Look, head: Sequence[Box], again: Box, foot: float, width: float) -> "Frame":
        """The room under a head, and under the line that stands over later pages."""
        signs = 2 * inset(growth(look))
        return cls(
            first=look.depth - Stack(head).height(look.measure) - signs,
            depth=look.depth - again.height(look.measure) - signs,
            foot=foot if foot < look.depth * _LONGEST_FOOT else 0,
            width=width,
            between=look.body.size * _BETWEEN,
            cell=look.label_bold.leading * _CELL,
        )

    def room(self, number: int, last: int) -> float:
        """Of a page, from 0; the notes stand on the last."""
        return (self.depth if number else self.first) - (self.foot if number >= last else 0)


def inset(grow: float) -> float:
    """Above and below an axis: room for a sign that stands on its very end."""
    return OUTERMOST * grow
