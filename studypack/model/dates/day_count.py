"""The days of the calendar: of months and years, their weekdays, and by number, one after another through the years.

Years until 1582 are Julian and later ones Gregorian; no day is left out between them.
"""

import calendar
from bisect import bisect_right
from math import floor

MINUTES = 24 * 60
"""In a day."""
_SHIFT = 12
"""By so many days the Gregorian count of 1 January 1583 is behind the Julian one."""


def is_leap(year: int) -> bool:
    """Return whether a year has 366 days: from 1583 by the Gregorian calendar, before by the Julian one."""
    return calendar.isleap(year) if year > JULIAN_UNTIL else year % 4 == 0


JULIAN_UNTIL = 1582
"""The year of the Gregorian reform."""
OLD_STYLE_UNTIL = 1752
"""The year in which Britain adopted the Gregorian calendar. Until then a date in English may follow either."""


def julian_lag(year: int) -> int:
    """Return by how many days the Julian calendar is behind the Gregorian one in most of a year: 13 in 1917."""
    return year // 100 - year // 400 - 2


def possible_weekdays(year: int, month: int, day: int) -> frozenset[int]:
    """Return the weekdays that a day may be, from 0 for Monday. From 1582 to 1752 both calendars count, so there may be
    two.
    """
    whole, passed = year - 1, days_before(year, month) + day - 1
    leap_day = year % 4 == 0 and month > 2 and not is_leap(year)  # a day of the Julian calendar only
    julian = (365 * whole + whole // 4 + passed + leap_day + 5) % 7  # 1 January AD 1 was a Saturday
    gregorian = (365 * whole + whole // 4 - whole // 100 + whole // 400 + passed) % 7  # there a Monday
    if year < JULIAN_UNTIL:
        return frozenset({julian})
    return frozenset({gregorian, julian} if year <= OLD_STYLE_UNTIL else {gregorian})


def days_in(year: int, month: int) -> int:
    """Return the number of days in a month."""
    return 29 if month == 2 and is_leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def days_before(year: int, month: int) -> int:
    """Return the number of days of a year before a month."""
    return sum(days_in(year, each) for each in range(1, month))


def first_day(year: int) -> int:
    """Return the number of 1 January of a year; that of AD 1 is 0."""
    before = year - 1
    days = 365 * before + before // 4
    return days if before <= JULIAN_UNTIL else days - before // 100 + before // 400 + _SHIFT


_FIRST_GREGORIAN = first_day(JULIAN_UNTIL + 1)


def days_of(year: int) -> int:
    """Return how many days a year has."""
    return 366 if is_leap(year) else 365


def moment_of(day: int, minute: int = 0) -> float:
    """Return a minute of a day, by its number, in years."""
    year, passed = _taken_apart(day)
    return year + (passed + minute / MINUTES) / days_of(year)


def day_at(moment: float) -> float:
    """Return the number of the day that a moment, in years, is in, with the part of the day that has passed."""
    year = floor(moment)
    return first_day(year) + (moment - year) * days_of(year)


def calendar_day(day: int) -> tuple[int, int, int]:
    """Return the year, the month and the day of the month of a day."""
    year, passed = _taken_apart(day)
    starts = [days_before(year, month) for month in range(1, 13)]
    month = bisect_right(starts, passed)
    assert passed - starts[month - 1] < days_in(year, month)
    return year, month, passed - starts[month - 1] + 1


def weekday(day: int) -> int | None:
    """Return the weekday of a day, from 0 for Monday; None in the years when dates may follow either calendar."""
    if day < _FIRST_GREGORIAN:
        return (day + 5) % 7  # 1 January AD 1 was a Saturday
    return (day - _SHIFT) % 7 if calendar_day(day)[0] > OLD_STYLE_UNTIL else None


def monday(week: int) -> int:
    """Return the day on which a week begins; weeks are counted from that of the first days."""
    gregorian = 7 * week + _SHIFT
    return gregorian if gregorian >= _FIRST_GREGORIAN else 7 * week + 9


def _taken_apart(day: int) -> tuple[int, int]:
    """The year of a day, and how many days of it have passed."""
    year = floor(day / 365.25) + 1
    while first_day(year) > day:
        year -= 1
    while first_day(year + 1) <= day:
        year += 1
    return year, day - first_day(year)
