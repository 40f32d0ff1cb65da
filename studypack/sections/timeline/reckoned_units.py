"""What one cell of a timeline stands for that no calendar has: years counted back from today, or Day 3 of an order."""

from collections.abc import Sequence
from dataclasses import replace
from math import floor

from typing_extensions import override

from studypack.base.record import record
from studypack.layout.style import mm
from studypack.model.dates.calendar import NOW
from studypack.model.dates.english import EN_DASH
from studypack.model.dates.reckonings import NOUNS, counted_moment
from studypack.sections.timeline.unit import Unit
from studypack.sections.timeline.units import UNITS


@record
class YearsAgo(Unit):
    """Years counted back from today, in round numbers."""

    @property
    @override
    def length(self) -> float:
        return float(self.count)

    @override
    def edge(self, number: int) -> float:
        return float(NOW + number * self.count)

    @override
    def _near(self, moment: float) -> int:
        return floor((moment - NOW) / self.count)

    @override
    def names(self, number: int, *, opens: bool) -> tuple[str, ...]:
        if number >= 0:
            return (self.words.today,)
        years = -number * self.count
        return self.words.ago(years), self.words.ago_number(years)

    @override
    def said(self, moment: float) -> str:
        ago = round((NOW - moment) / self.count) * self.count
        return self.words.said(self.words.ago(ago)) if ago > 0 else self.words.today

    @property
    @override
    def is_heard_by_edges(self) -> bool:
        return True


@record
class Counted(Unit):
    """Days, or what else an order without dates counts in, from the first."""

    noun: str = "day"

    @property
    @override
    def names_edge(self) -> bool:
        return False

    @property
    @override
    def length(self) -> float:
        return counted_moment(self.count * NOUNS[self.noun])

    @override
    def edge(self, number: int) -> float:
        return counted_moment(number * self.count * NOUNS[self.noun])

    @override
    def names(self, number: int, *, opens: bool) -> tuple[str, ...]:
        first = number * self.count + 1
        last = first + self.count - 1
        numbers = str(first) if first == last else f"{first}{EN_DASH}{last}"
        return self.words.counted(self.noun, first, last), numbers

    @override
    def edge_name(self, number: int, *, opens: bool = False) -> str:
        first = number * self.count + 1
        return self.words.counted(self.noun, first, first)

    @override
    def said(self, moment: float) -> str:
        return replace(self, count=1).edge_name(replace(self, count=1).number(moment))


_STEPS = tuple(digit * 10**zeros for zeros in range(11) for digit in (1, 5))
BACK: Sequence[Unit] = tuple(YearsAgo(step, 5 if str(step)[0] == "5" else 10, mm(20)) for step in _STEPS)


def counted_units(noun: str) -> Sequence[Unit]:
    """What the cells of an order without dates may stand for, from the finest."""
    return tuple(Counted(step, min(step, 5), mm(11.5), noun=noun) for step in _STEPS)


def part_of(unit: Unit, least: float = 0) -> Unit:
    """What a part of a cell stands for; or the finest unit above it that is as long as `least`, in years."""
    if isinstance(unit, Counted):
        return replace(unit, count=1)
    family = BACK if isinstance(unit, YearsAgo) else UNITS
    wanted = max(unit.length / unit.ticks, least) * 0.9
    return next((each for each in family if each.length >= wanted), family[-1]).named_in(unit.words)
