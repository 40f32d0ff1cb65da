"""The calendar behind dates: the names of months and weekdays, what a date is, and ranges from one to another."""

from dataclasses import field, replace
from enum import StrEnum

from studypack.base.record import record
from studypack.model.dates.english import MONTHS, WEEKDAYS
from studypack.model.dates.forms import About, Between, Form, PartialDate, Range, begins_roughly, is_one_of_order
from studypack.model.dates.printers import READ_IN, dates_in, printed, typed

MONTH_NUMBERS = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
MONTH_NUMBERS |= {name.casefold()[:3]: number for number, name in enumerate(MONTHS, 1)} | {"sept": 9}
"""The number of each month, from 1, by every accepted name and abbreviation in lower case."""

WEEKDAY_NUMBERS = {name.casefold(): number for number, name in enumerate(WEEKDAYS)}
WEEKDAY_NUMBERS |= {name[:3]: number for name, number in WEEKDAY_NUMBERS.items()} | {"tues": 1, "thur": 3, "thurs": 3}
"""The number of each weekday, from 0 for Monday, by every accepted name and abbreviation in lower case."""

NOW = 2000
"""The year from which "years ago" is counted. It is round, because nobody means such a number to the year."""


class DateError(ValueError):
    """The text is not a date that can be read; `hint` shows a similar one that can."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


class Precision(StrEnum):
    """How precisely a date is known."""

    TIME = "time"
    """To the minute, or to the hour."""
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    SPAN = "span"
    """A range of dates, open or closed, or a season, a decade, a century, or a part of one."""


class Reckoning(StrEnum):
    """From what a date is counted."""

    CALENDAR = "calendar"
    AGO = "ago"
    """Back from today: 66 million years ago."""
    COUNTED = "counted"
    """From the start of an order without dates: Day 3, Week 2."""


@record
class HistoricalDate:
    """A date as far as it is known, never more precise than its author typed it."""

    source: str
    """The text that the author typed."""
    begins: float | None
    """The first moment, in years (1921.0 is the start of 1921; 44 BC is -43); None if it is open."""
    ends: float | None
    """The moment after the last, in years; None if it is open. For 1921 it is 1922.0."""
    precision: Precision
    form: Form
    """What it says, in no language."""
    approximate: bool = False
    reckoning: Reckoning = Reckoning.CALENDAR
    noun: str = ""
    """What an order without dates counts in: day, week."""
    advice: tuple[str, str] | None = None
    """For a text that can be read in two ways: how it was read, and what to write for the other reading."""
    language: str = field(default_factory=lambda: READ_IN.get(), compare=False)  # noqa: PLW0108  (pydantic parses it)
    """The language that it is printed in; empty for English."""

    @property
    def long(self) -> str:
        """The form for running text and lists: 16 March 1921 · 1919–21 · c. 1930 · early 1930s · after 1935."""
        return printed(self.form, self.language)

    @property
    def short(self) -> str:
        """The form for labels: 16 Mar 1921 · Mar 1921 · 1919–21."""
        return printed(self.form, self.language, short=True)

    @property
    def spoken(self) -> str:
        """The long form as it is read aloud: 1919 to 1921, circa 1930, May to November 1926."""
        return dates_in(self.language).said(self.long)

    @property
    def is_moment(self) -> bool:
        """Whether the date is known to the month or better. The timeline draws it as a dot, not as a bar."""
        if self.reckoning is Reckoning.COUNTED:
            return is_one_of_order(self.form) and not self.approximate
        return self.precision in (Precision.TIME, Precision.DAY, Precision.MONTH) and not self.approximate

    @property
    def sort_key(self) -> tuple[float, float]:
        """The key that sorts dates by start, then by end; an open start comes first."""
        infinity = float("inf")
        begins = -infinity if self.begins is None else self.begins
        return begins, infinity if self.ends is None else self.ends


def date_range(begins: float | None, ends: float | None, form: Form, *, approximate: bool = False) -> HistoricalDate:
    """Return a range of dates from its first moment and the moment after its last, in years; None is an open end."""
    return HistoricalDate("", begins, ends, Precision.SPAN, form, approximate)


def date_of(day: PartialDate) -> HistoricalDate:
    """Return the date that a day, a month or a year of the calendar is."""
    precision = Precision.YEAR if day.month is None else Precision.MONTH if day.day is None else Precision.DAY
    if day.minute is not None:
        precision = Precision.TIME
    return HistoricalDate("", day.begins, day.ends, precision, day)


def make_approximate(found: HistoricalDate) -> HistoricalDate:
    """Return the same date as an approximate one: c. 1930."""
    form = found.form
    if begins_roughly(form):
        return found
    if isinstance(form, Between) and begins_roughly(form.last):
        return replace(found, form=Between(About(form.first), form.last))
    return replace(found, form=About(form), approximate=True)


def range_between(first: PartialDate, last: PartialDate) -> HistoricalDate:
    """Return the range from one calendar date to another. Raises DateError if it ends before it begins."""
    check_order(date_of(first), date_of(last))
    if first == last:
        return date_of(first)
    # From 11.10 to 11.45 ends at 11.45, while 3–12 May ends with that day.
    ends = max(last.begins, first.ends) if last.clock else last.ends
    return date_range(first.begins, ends, Range(first, last))


def check_order(first: HistoricalDate, last: HistoricalDate) -> None:
    """Raise DateError if the second date begins or ends before the first. Both must have a start and an end."""
    if (last.begins or 0) < (first.begins or 0) or (last.ends or 0) < (first.ends or 0):
        begins, ends = typed(first.form), typed(last.form)
        hint = f"write the earlier date first: {dates_in(READ_IN.get()).to(ends, begins)}"
        raise DateError(f"this span ends ({ends}) before it begins ({begins})", hint)
