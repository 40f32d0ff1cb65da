"""What one cell of a timeline stands for by the calendar: minutes, hours, days, weeks, months or years.

The cells of a unit are numbered; each has its edges, in years, and its names, which turn at round units.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from typing_extensions import override

from studypack.layout.style import mm
from studypack.model.calendar import (
    EN_DASH,
    MINUTES,
    MONTHS,
    NBSP,
    SHORT_MONTHS,
    WEEKDAYS,
    PartialDate,
    bc_number,
    format_time,
    format_year,
    say_time,
)
from studypack.model.day_count import calendar_day, day_at, moment_of, monday, weekday

_YEAR = 365.2425
"""Days of a year, on average."""
_HAIR = 1e-9
"""Of a unit: so near an edge a moment is on it."""


@dataclass(frozen=True, slots=True)
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
            return f"{self.said(begins)} to {self.said_after(begins, ends)}"
        first, last = self.said(begins), self.said(max(begins, ends - self.length * 1e-4))
        return first if first == last else f"{first} to {last}"

    def said_after(self, before: float, moment: float) -> str:
        """How a moment is heard after an earlier one, whose day it need not say again."""
        return self.said(moment)

    def count_between(self, first: float, last: float) -> int:
        """How many cells there are from one moment to another."""
        return self.last_number(last) + 1 - self.number(first)

    def last_number(self, end: float) -> int:
        """The number of the last cell before a moment: one that begins there does not count."""
        number = self.number(end)
        return number - 1 if end - self.edge(number) <= self.length * 1e-4 else number

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


@dataclass(frozen=True, slots=True)
class Minutes(Unit):
    """Minutes and hours; a number of them makes a day."""

    @property
    @override
    def length(self) -> float:
        return self.count / MINUTES / _YEAR

    def _taken_apart(self, number: int) -> tuple[int, int]:
        """The day, and the minute of it."""
        day, part = divmod(number, MINUTES // self.count)
        return day, part * self.count

    @override
    def edge(self, number: int) -> float:
        return moment_of(*self._taken_apart(number))

    @override
    def _near(self, moment: float) -> int:
        return floor(day_at(moment) * MINUTES / self.count + _HAIR)

    @override
    def names(self, number: int, *, opens: bool) -> tuple[str, ...]:
        day, minute = self._taken_apart(number)
        time = format_time(minute)
        return (time,) if minute else (_short_day(day), time)

    @override
    def said(self, moment: float) -> str:
        day, minute = self._taken_apart(self.number(moment))
        return f"{_said_day(day)}, {say_time(minute)}"

    @override
    def said_after(self, before: float, moment: float) -> str:
        day = self.said(before).rpartition(", ")[0]
        return self.said(moment).removeprefix(f"{day}, ")

    @property
    @override
    def is_heard_by_edges(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Days(Unit):
    """One day."""

    @property
    @override
    def names_edge(self) -> bool:
        return False

    @property
    @override
    def length(self) -> float:
        return 1 / _YEAR

    @override
    def edge(self, number: int) -> float:
        return moment_of(number)

    @override
    def _near(self, moment: float) -> int:
        return floor(day_at(moment) + _HAIR)

    @override
    def names(self, number: int, *, opens: bool) -> tuple[str, ...]:
        date, of_month = _short_day(number), calendar_day(number)[2]
        week_day = weekday(number)
        if week_day is None:
            return (date, date, str(of_month))
        name = WEEKDAYS[week_day][:3]
        # Where the month has no room on every day, it stands on the first.
        return f"{name} {date}", date if opens or of_month == 1 else f"{name} {of_month}", str(of_month)

    @override
    def edge_name(self, number: int, *, opens: bool = False) -> str:
        date = _short_day(number)
        return f"{date} {format_year(calendar_day(number)[0])}" if opens else date

    @override
    def said(self, moment: float) -> str:
        return _said_day(self.number(moment))


@dataclass(frozen=True, slots=True)
class Weeks(Unit):
    """From Monday to Sunday; named by its Monday."""

    @property
    @override
    def length(self) -> float:
        return 7 / _YEAR

    @override
    def edge(self, number: int) -> float:
        return moment_of(monday(number))

    @override
    def _near(self, moment: float) -> int:
        return floor(day_at(moment) / 7)

    @override
    def names(self, number: int, *, opens: bool) -> tuple[str, ...]:
        day = monday(number)
        name = _short_day(day)
        return (f"{name} {format_year(calendar_day(day)[0])}", name) if opens else (name,)

    @override
    def said(self, moment: float) -> str:
        return _said_day(monday(self.number(moment)))

    @override
    def said_span(self, begins: float, ends: float) -> str:
        return DAY.said_span(begins, ends)


@dataclass(frozen=True, slots=True)
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
        first = SHORT_MONTHS[month]
        name = first if self.count == 1 else f"{first}{EN_DASH}{SHORT_MONTHS[month + self.count - 1]}"
        return (f"{name} {format_year(year)}", name) if opens or not month else (name,)

    @override
    def edge_name(self, number: int, *, opens: bool = False) -> str:
        return MONTH.names(number * self.count, opens=opens)[0]

    @override
    def said(self, moment: float) -> str:
        year, month = divmod(self.number(moment) * self.count, 12)
        return f"{MONTHS[month]} {format_year(year)}" if self.count == 1 else format_year(year)


@dataclass(frozen=True, slots=True)
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
        return (format_year(first) if self.count != 10 else _decade(first, int(self.edge(number + 1)) - 1),)

    @override
    def edge_name(self, number: int, *, opens: bool = False) -> str:
        return format_year(int(self.edge(number)))

    @override
    def said(self, moment: float) -> str:
        return format_year(floor(moment))


def _decade(first: int, last: int) -> str:
    """1920s, AD 10–19, 430–421 BC."""
    if last < 1:
        return f"{bc_number(first)}{EN_DASH}{bc_number(last)}{NBSP}BC"
    return f"{first}s" if first >= 100 else f"AD{NBSP}{first}{EN_DASH}{last}"


def _short_day(day: int) -> str:
    _, month, of_month = calendar_day(day)
    return PartialDate(1, month, of_month).format(short=True, year=False).replace(NBSP, " ")


def _said_day(day: int) -> str:
    year, month, of_month = calendar_day(day)
    return PartialDate(year, month, of_month).format().replace(NBSP, " ")


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
