"""Days by number, one after another through the years: weeks, days and hours are counted by them.

As everywhere in `calendar`, years until 1582 are Julian and later ones Gregorian; no day is left out between them.
"""

from bisect import bisect_right
from math import floor

from studypack.model.calendar import JULIAN_UNTIL, MINUTES, OLD_STYLE_UNTIL, days_before, days_in, is_leap

_SHIFT = 12
"""By so many days the Gregorian count of 1 January 1583 is behind the Julian one."""


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
