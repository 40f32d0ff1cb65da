"""Dates that no calendar has: years counted back from today, and the days of an order that has none (Day 3, Week 2)."""

import re
from dataclasses import replace

from studypack.model.dates.calendar import NOW, DateError, HistoricalDate, Reckoning, date_range
from studypack.model.dates.day_count import MINUTES
from studypack.model.dates.forms import About, Ago, BeforePresent, Counted, Decade, PartialDate
from studypack.model.dates.printers import typed

_AGO = re.compile(
    r"([0-9]+(?:\.[0-9]+)?) ?(thousand|million|billion|k|m|b|bn|g)?"
    r" ?(?:((?:years?|yrs?) (?:ago|before (?:the )?present)|y ?a|a)|((?:(?:years?|yrs?) )?bp))"
)
_TIMES = {"thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "b": 1e9, "bn": 1e9, "g": 1e9}
_PRESENT = 1950
"""From which years BP are counted, by a convention of radiocarbon dating."""
_LEAST = 1_000
"""Fewer years ago move with the year in which they are read."""
_MOST = 14e9
"""More than the age of the universe."""

_COUNTED = re.compile(r"(minute|hour|day|week|month|year)s? ([1-9][0-9]{0,3})(?: ?- ?([1-9][0-9]{0,3}))?")
NOUNS = {"minute": 1, "hour": 60, "day": MINUTES, "week": 7 * MINUTES, "month": 43_829, "year": 525_949}
"""The minutes of what an order without dates is counted in; a month and a year as they are on average."""
_MINUTES_A_YEAR = 365.2425 * MINUTES


def counted_moment(minutes: int) -> float:
    """Return the moment, in years, so many minutes after the start of an order without dates."""
    return minutes / _MINUTES_A_YEAR


def parse_reckoning(text: str) -> HistoricalDate | None:
    """Return the date of a normalised text such as 66 million years ago, 4500 bp, day 3 or weeks 2-4; else None.

    Raises DateError for years ago that are too few or too many.
    """
    if match := _AGO.fullmatch(text):
        years = float(round(float(match[1]) * _TIMES.get(match[2] or "", 1)))  # 1.001 billion is 1001 million
        return _ago(years, before_present=bool(match[4]))
    match = _COUNTED.fullmatch(text)
    return _counted(match[1], int(match[2]), int(match[3] or match[2])) if match else None


def _ago(years: float, *, before_present: bool) -> HistoricalDate:
    if years > _MOST:
        raise DateError("this is before the beginning of time", f"write it like {typed(Ago(66e6))}")
    if years < _LEAST:
        hint = f"write the year itself, like 1914, {typed(Decade(1990))} or {typed(About(PartialDate(1500)))}"
        raise DateError("so few years ago move with the year in which they are read", hint)
    begins = float((_PRESENT if before_present else NOW) - years)
    form = BeforePresent(years) if before_present else Ago(years)
    return replace(date_range(begins, begins + 1, form), reckoning=Reckoning.AGO)


def _counted(noun: str, first: int, last: int) -> HistoricalDate:
    if last < first:
        late, early = (typed(Counted(noun, each, each)) for each in (last, first))
        message = f"this span ends ({late}) before it begins ({early})"
        raise DateError(message, f"write the earlier first: {typed(Counted(noun, last, first))}")
    begins, ends = counted_moment((first - 1) * NOUNS[noun]), counted_moment(last * NOUNS[noun])
    return replace(date_range(begins, ends, Counted(noun, first, last)), reckoning=Reckoning.COUNTED, noun=noun)
