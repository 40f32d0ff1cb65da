"""The calendar behind dates: months, weekdays, partial dates as intervals of years, and how they are printed."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from studypack.model.day_count import MINUTES, days_before, days_in, days_of

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
"""The abbreviations of British printers (New Oxford Style Manual, 10.2.6)."""

MONTH_NUMBERS = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
MONTH_NUMBERS |= {name.casefold()[:3]: number for number, name in enumerate(MONTHS, 1)} | {"sept": 9}
"""The number of each month, from 1, by every accepted name and abbreviation in lower case."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAY_NUMBERS = {name.casefold(): number for number, name in enumerate(WEEKDAYS)}
WEEKDAY_NUMBERS |= {name[:3]: number for name, number in WEEKDAY_NUMBERS.items()} | {"tues": 1, "thur": 3, "thurs": 3}
"""The number of each weekday, from 0 for Monday, by every accepted name and abbreviation in lower case."""

NBSP = "\u00a0"
"""A no-break space keeps a day with its month, and c. with its year."""
EN_DASH = "–"


NOW = 2000
"""The year from which "years ago" is counted. It is round, because nobody means such a number to the year."""


class DateError(ValueError):
    """The text is not a date that can be read; `hint` shows a similar one that can."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date as far as it is known: a year, a month of a year, or a day."""

    year: int
    """Astronomical: 44 BC is -43."""
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """From 0 for Monday; printed only if the author typed it."""
    minute: int | None = None
    """Of the day, from midnight."""
    clock: str = ""
    """That time as it is printed: 11.10, 11 am."""

    @property
    def begins(self) -> float:
        """The first moment, in years."""
        if self.month is None:
            return float(self.year)
        return self._share(days_before(self.year, self.month) + (self.day or 1) - 1 + (self.minute or 0) / MINUTES)

    @property
    def ends(self) -> float:
        """The moment after the last, in years."""
        if self.month is None:
            return float(self.year + 1)
        before = days_before(self.year, self.month)
        if self.minute is not None:
            return self._share(before + (self.day or 1) - 1 + (self.minute + 1) / MINUTES)
        return self._share(before + (self.day or days_in(self.year, self.month)))

    def _share(self, days: float) -> float:
        return self.year + days / days_of(self.year)

    def format(self, short: bool = False, year: bool = True) -> str:
        """Return the date as it is printed: 16 March 1921, Mar 1921, 44 BC. The start of a range may omit its year."""
        words = []
        if self.month is not None:
            month = (SHORT_MONTHS if short else MONTHS)[self.month - 1]
            words.append(month if self.day is None else f"{self.day}{NBSP}{month}")
        if self.weekday is not None:
            words.insert(0, WEEKDAYS[self.weekday][: 3 if short else None])
        if year:
            words.append(format_year(self.year))
        return " ".join(words) + (f", {self.clock}" if self.clock else "")


def format_year(year: int) -> str:
    """Return a year as it is printed: 1921, AD 43 (below 100, where the number alone would not look like a year), 44
    BC.
    """
    if year < 1:
        return f"{bc_number(year)}{NBSP}BC"
    return f"AD{NBSP}{year}" if year < 100 else str(year)


def bc_number(year: int) -> str:
    """Return the number of a year before Christ, without the letters: 44; 10,000."""
    number = 1 - year
    return f"{number:,}" if number > 9999 else str(number)


def format_ago(years: float) -> str:
    """Return a number of years counted back from today: 10,000 years ago, 66 million years ago."""
    for unit, name in ((1e9, "billion"), (1e6, "million")):
        if years >= unit:
            return f"{years / unit:.12g}{NBSP}{name} years ago"
    return f"{years:,.0f} years ago"


def format_time(minute: int) -> str:
    """Return a time of day, in minutes from midnight, as it is printed: 09.05 (New Oxford Style Manual, 11.3)."""
    return f"{minute // 60:02}.{minute % 60:02}"


def say_time(minute: int) -> str:
    """Return the same as it is read aloud: 09:05."""
    return format_time(minute).replace(".", ":")


def expand_year(year: int, end: str) -> int:
    """Return the year that a shortened second year means: 1921 after 1919 and "21"; 445 after 446 and "5"."""
    return int(str(year)[: -len(end)] + end)


def expand_bc_year(start: str, end: str) -> int | None:
    """Return the year BC that a shortened second year may mean: 445 where 5 follows 446; None where 50 follows 58."""
    if not start.isdigit() or len(end) >= len(start):
        return None
    last = expand_year(int(start), end)
    return last if last < int(start) else None


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


@dataclass(frozen=True, slots=True)
class HistoricalDate:
    """A date as far as it is known, never more precise than its author typed it."""

    source: str
    """The text that the author typed."""
    begins: float | None
    """The first moment, in years (1921.0 is the start of 1921; 44 BC is -43); None if it is open."""
    ends: float | None
    """The moment after the last, in years; None if it is open. For 1921 it is 1922.0."""
    precision: Precision
    long: str
    """The form for running text and lists: 16 March 1921 · 1919–21 · c. 1930 · early 1930s · after 1935."""
    short: str
    """The form for labels: 16 Mar 1921 · Mar 1921 · 1919–21."""
    approximate: bool = False
    reckoning: Reckoning = Reckoning.CALENDAR
    noun: str = ""
    """What an order without dates counts in: day, week."""
    advice: tuple[str, str] | None = None
    """For a text that can be read in two ways: how it was read, and what to write for the other reading."""

    @property
    def is_moment(self) -> bool:
        """Whether the date is known to the month or better. The timeline draws it as a dot, not as a bar."""
        if self.reckoning is Reckoning.COUNTED:
            return EN_DASH not in self.long and not self.approximate
        return self.precision in (Precision.TIME, Precision.DAY, Precision.MONTH) and not self.approximate

    @property
    def spoken(self) -> str:
        """The long form as it is read aloud: 1919 to 1921, circa 1930, May to November 1926."""
        return spoken_date(self.long)

    @property
    def sort_key(self) -> tuple[float, float]:
        """The key that sorts dates by start, then by end; an open start comes first."""
        infinity = float("inf")
        begins = -infinity if self.begins is None else self.begins
        return begins, infinity if self.ends is None else self.ends


def spoken_date(printed: str) -> str:
    """Return a printed date without what a screen reader leaves out or spells: dashes and c.

    What the end of a range leaves to its start is said: 1919–21 is 1919 to 1921.
    """
    words = re.sub(rf"\bc\.{NBSP}", "circa ", printed)
    words = _CLOCK.sub(r"\1:\2", words)
    words = _YEARS.sub(_completed, words)
    words = re.sub(rf"\b(\d\d?)(\d0s){EN_DASH}(\d0s)", rf"\1\2{EN_DASH}\1\3", words)
    return re.sub(rf" ?{EN_DASH} ?", " to ", words)


_PARTED = r"[.,\u00a0\u202f]"
"""What parts the thousands, or the decimals, of a number that is no year: £1,000–4,000."""
_NO_YEARS = rf" BC|[ {NBSP}](?:[mb]illion|years ago|BP)"
_YEARS = re.compile(
    rf"(?<!\d{_PARTED})\b(\d+)(\d\d|\d)[{EN_DASH}/](\d\d?)(?=\b(?!{_NO_YEARS})(?!{_PARTED}\d| \d{{3}}\b))"
)
_CLOCK = re.compile(rf"(?<=[ {EN_DASH}])(\d\d?)\.(\d\d)(?=$|[ {EN_DASH}{NBSP}])(?!{NBSP}[mb]illion)")
_RANGE = re.compile(rf"(?<=\d){EN_DASH}(?=\d)")


def spoken_ranges(text: str) -> str:
    """Return a text with its ranges of figures in words: 1923–24 is 1923 to 1924, and 3–12 May is 3 to 12 May."""
    return _RANGE.sub(" to ", _YEARS.sub(lambda found: _completed(found) if EN_DASH in found[0] else found[0], text))


def _completed(years: re.Match[str]) -> str:
    first, end = years[1] + years[2], years[3]
    # 3–12 May has both its days in full.
    return f"{first}{EN_DASH}{first[: -len(end)]}{end}" if len(first) > len(end) else years[0]


def date_range(
    begins: float | None, ends: float | None, long: str, short: str = "", *, approximate: bool = False
) -> HistoricalDate:
    """Return a range of dates from its first moment and the moment after its last, in years; None is an open end."""
    return HistoricalDate("", begins, ends, Precision.SPAN, long, short or long, approximate)


def date_of(day: PartialDate) -> HistoricalDate:
    """Return the date that a day, a month or a year of the calendar is."""
    precision = Precision.YEAR if day.month is None else Precision.MONTH if day.day is None else Precision.DAY
    if day.minute is not None:
        precision = Precision.TIME
    return HistoricalDate("", day.begins, day.ends, precision, day.format(), day.format(short=True))


def make_approximate(found: HistoricalDate) -> HistoricalDate:
    """Return the same date as an approximate one: c. 1930."""
    if found.long.startswith("c."):
        return found
    return replace(found, long=f"c.{NBSP}{found.long}", short=f"c.{NBSP}{found.short}", approximate=True)


def format_plain(found: PartialDate | HistoricalDate) -> str:
    """Return a date as it is printed, but with ordinary spaces, so that it can be typed."""
    return (found.long if isinstance(found, HistoricalDate) else found.format()).replace(NBSP, " ")


def range_between(first: PartialDate, last: PartialDate) -> HistoricalDate:
    """Return the range from one calendar date to another. Raises DateError if it ends before it begins."""
    check_order(date_of(first), date_of(last))
    if first == last:
        return date_of(first)
    # From 11.10 to 11.45 ends at 11.45, while 3–12 May ends with that day.
    ends = max(last.begins, first.ends) if last.clock else last.ends
    forms = (_format_range(first, last, short=short) for short in (False, True))
    return date_range(first.begins, ends, *forms)


def check_order(first: HistoricalDate, last: HistoricalDate) -> None:
    """Raise DateError if the second date begins or ends before the first. Both must have a start and an end."""
    if (last.begins or 0) < (first.begins or 0) or (last.ends or 0) < (first.ends or 0):
        message = f"this span ends ({format_plain(last)}) before it begins ({format_plain(first)})"
        raise DateError(message, f"write the earlier date first: {format_plain(last)} to {format_plain(first)}")


def format_year_range(first: int, last: int) -> str:
    """Return a range of years as it is printed: 1920–24, 44–40 BC. Years count as in `HistoricalDate`."""
    return _format_years(first, last)


def _format_range(first: PartialDate, last: PartialDate, short: bool) -> str:
    """A range without what its two ends share: 29–30 September 1938, March–May 1921, 1919–21."""
    end = last.format(short)
    if first.clock or last.clock:
        same = replace(first, minute=None, clock="") == replace(last, minute=None, clock="") and first.clock
        if same and first.clock[-2:] == last.clock[-2:] in ("am", "pm"):  # 28 July 1914, 7–9 pm
            first = replace(first, clock=first.clock[:-3])
        return f"{first.format(short)}{EN_DASH}{last.clock}" if same else f"{first.format(short)} {EN_DASH} {end}"
    if first.year == last.year and first.month and last.month:
        if first.month == last.month and first.day and last.day and first.weekday is last.weekday is None:
            return f"{first.day}{EN_DASH}{end}"
        start = first.format(short, year=False)
        space = " " if first.day or last.day else ""
        return f"{start}{space}{EN_DASH}{space}{end}"
    if first.month or last.month:
        return f"{first.format(short)} {EN_DASH} {end}"
    return _format_years(first.year, last.year)


def _format_years(first: int, last: int) -> str:
    if first < 1 and last < 1:
        joint = f"{NBSP}BC {EN_DASH} " if expand_bc_year(bc_number(first), str(1 - last)) else EN_DASH
        return f"{bc_number(first)}{joint}{format_year(last)}"
    if first >= 100 and first // 100 == last // 100:
        return f"{first}{EN_DASH}{last % 100:02}"
    joint, end = (EN_DASH, str(last)) if first >= 1 else (f" {EN_DASH} ", format_year(last))
    return f"{format_year(first)}{joint}{end}"
