"""The units of the calendar that the cells of a timeline may stand for, from a minute to ten thousand years."""

from collections.abc import Sequence
from dataclasses import replace
from math import floor

from typing_extensions import override

from studypack.base.record import record
from studypack.layout.style import mm
from studypack.model.dates.english import EN_DASH
from studypack.model.dates.forms import PartialDate
from studypack.sections.timeline.clock_units import Days, Minutes, Weeks
from studypack.sections.timeline.unit import Unit


@record
class Months(Unit):
    """One month, or a quarter of a year."""

    @property
    @override
    def names_edge(self) -> bool:
        return False

    @property
    @override
    def length(self) -> float:
        return self.count / 12

    @override
    def edge(self, number: int) -> float:
        year, month = divmod(number * self.count, 12)
        return PartialDate(year, 1 + month).begins

    @override
    def names(self, number: int, *, opens: bool) -> tuple[str, ...]:
        year, month = divmod(number * self.count, 12)
        months = self.words.short_months
        name = months[month] if self.count == 1 else f"{months[month]}{EN_DASH}{months[month + self.count - 1]}"
        return (f"{name} {self.words.year(year)}", name) if opens or not month else (name,)

    @override
    def edge_name(self, number: int, *, opens: bool = False) -> str:
        return replace(self, count=1).names(number * self.count, opens=opens)[0]

    @override
    def said(self, moment: float) -> str:
        year, month = divmod(self.number(moment) * self.count, 12)
        return self.words.spoken(PartialDate(year, month + 1 if self.count == 1 else None))


@record
class Years(Unit):
    """Years, decades, centuries. Long cells turn at 100 BC, AD 1 and AD 100: there is no year 0."""

    @property
    @override
    def names_edge(self) -> bool:
        # Of the year 1921 and of the 1920s the whole cell is named; a century begins at its year: 800, 900, 1000.
        return self.count not in (1, 10)

    @property
    @override
    def length(self) -> float:
        return float(self.count)

    @override
    def edge(self, number: int) -> float:
        years = self.count
        return float(number) if years == 1 else float(number * years if number > 0 else number * years + 1)

    @override
    def names(self, number: int, *, opens: bool) -> tuple[str, ...]:
        first = int(self.edge(number))
        if self.count == 10:
            return self.words.decade_names(first, int(self.edge(number + 1)) - 1)
        return self.words.year_names(first)

    @override
    def edge_name(self, number: int, *, opens: bool = False) -> str:
        return self.words.year(int(self.edge(number)))

    @override
    def said(self, moment: float) -> str:
        return self.words.spoken(PartialDate(floor(moment)))


HOUR, DAY, WEEK, MONTH, QUARTER, YEAR = (
    Minutes(60, 4, mm(12.5)),
    Days(1, 4, mm(11.5)),
    Weeks(1, 7, mm(12.5)),
    Months(1, 1, mm(13.5)),
    Months(3, 3, mm(20)),
    Years(1, 4, mm(20), closest=mm(9.5)),
)
CLOCK: Sequence[Unit] = (
    Minutes(1, 1, mm(12.5)),
    Minutes(5, 5, mm(12.5)),
    Minutes(15, 3, mm(12.5)),
    HOUR,
    Minutes(180, 3, mm(12.5)),
    Minutes(360, 6, mm(12.5)),
)
CALENDAR: Sequence[Unit] = (
    MONTH,
    QUARTER,
    YEAR,
    Years(5, 5, mm(18)),
    Years(10, 10, mm(18), closest=mm(10.5)),
    Years(50, 5, mm(18)),
    Years(100, 10, mm(18)),
    Years(500, 5, mm(20)),
    Years(1000, 10, mm(20)),
    Years(5000, 5, mm(20)),
    Years(10_000, 10, mm(20)),
)
"""On A4 a strip holds eight years, on A5 six."""
UNITS: Sequence[Unit] = (*CLOCK, DAY, WEEK, *CALENDAR)
"""From the finest to the coarsest."""
