"""What one cell of a timeline stands for.

The cells of a unit are numbered; each has its edges, in years, and its names, which turn at round units.
"""

from abc import ABC, abstractmethod
from dataclasses import field, replace
from math import floor
from typing import Self

from studypack.base.record import record
from studypack.model.dates.english import EnglishDates
from studypack.model.dates.printers import ENGLISH


@record
class Unit(ABC):
    """What one cell stands for."""

    count: int
    """How many minutes, days, years …: a cell of several is counted from a round one."""
    ticks: int
    """Into how many parts a cell is marked off."""
    narrowest: float
    """Points; a cell is no narrower, so that its label fits and its parts can be told apart."""
    closest: float = 0
    """The same where the user wants so much on a strip: the name alone still fits. 0 for `narrowest`."""
    words: EnglishDates = field(default=ENGLISH, compare=False, kw_only=True)
    """The language in which cells are named."""

    def named_in(self, words: EnglishDates) -> Self:
        """The same in a language."""
        return self if words is self.words else replace(self, words=words)

    @property
    def names_edge(self) -> bool:
        """Whether a name is that of the moment at which its cell begins, and stands there; else it is the cell's."""
        return True

    @property
    def is_heard_by_edges(self) -> bool:
        """Whether a stretch of it is heard from edge to edge, 11:00 to 12:00, and not by its first and last cell."""
        return False

    @property
    @abstractmethod
    def length(self) -> float:
        """Of a cell, in years; on average where cells differ."""

    @abstractmethod
    def edge(self, number: int) -> float:
        """Where a cell begins, in years."""

    @abstractmethod
    def names(self, number: int, *, opens: bool) -> tuple[str, ...]:
        """What may stand in a cell, the fullest first; one that opens a strip, a month or a year says more."""

    def edge_name(self, number: int, *, opens: bool = False) -> str:
        """The name of the moment at which a cell begins."""
        return self.names(number, opens=opens)[0]

    @abstractmethod
    def said(self, moment: float) -> str:
        """How a moment is heard that is known no closer than this unit."""

    def said_span(self, begins: float, ends: float) -> str:
        """How a stretch from one edge to another is heard; both its ends are in it: 1917 to 1939."""
        if self.is_heard_by_edges:
            return self.words.to(self.said(begins), self.said_after(begins, ends))
        first, last = self.said(begins), self.said(max(begins, ends - self._hair))
        return first if first == last else self.words.to(first, last)

    def said_after(self, before: float, moment: float) -> str:
        """How a moment is heard after an earlier one, whose day it need not say again."""
        return self.said(moment)

    @property
    def _hair(self) -> float:
        """Years: a moment so little after an edge is on it."""
        return min(self.length * 1e-4, 1e-6)

    def count_between(self, first: float, last: float) -> int:
        """How many cells there are from one moment to another."""
        return self.last_number(last) + 1 - self.number(first)

    def last_number(self, end: float) -> int:
        """The number of the last cell before a moment: one that begins there does not count."""
        number = self.number(end)
        return number - 1 if end - self.edge(number) <= self._hair else number

    def number(self, moment: float) -> int:
        """The number of the cell that a moment falls in."""
        at = self._near(moment)
        while self.edge(at) > moment:
            at -= 1
        while self.edge(at + 1) <= moment:
            at += 1
        return at

    def _near(self, moment: float) -> int:
        """The number, or one near it."""
        return floor(moment / self.length)
