"""The calendar that dates are counted in: months and their lengths, days as moments in years."""

import calendar
from dataclasses import dataclass

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
"""As British printers shorten them (New Oxford Style Manual, 10.2.6)."""

NAMES = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
NAMES |= {name.casefold()[:3]: number for number, name in enumerate(MONTHS, 1)} | {"sept": 9}
"""Every name and abbreviation of a month that is read, folded, to its number."""

NBSP = "\u00a0"
"""Keeps a day with its month and c. with its year."""
EN_DASH = "–"


class DateError(ValueError):
    """The text is no date that we read; `hint` shows one that is near."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar date as far as it is known: a year, a month of it, or a day of that."""

    year: int
    """Astronomical: 44 BC is -43."""
    month: int | None = None
    day: int | None = None

    @property
    def begins(self) -> float:
        """The first moment, in years."""
        if self.month is None:
            return float(self.year)
        return self._share(days_before(self.year, self.month) + (self.day or 1) - 1)

    @property
    def ends(self) -> float:
        """The moment after the last, in years."""
        if self.month is None:
            return float(self.year + 1)
        last = self.day or days_in(self.year, self.month)
        return self._share(days_before(self.year, self.month) + last)

    def _share(self, days: int) -> float:
        return self.year + days / (366 if is_leap(self.year) else 365)

    def printed(self, short: bool = False, year: bool = True) -> str:
        """As a reader reads it: 16 March 1921, Mar 1921, 44 BC; without its year for the start of a span."""
        words = []
        if self.month is not None:
            month = (SHORT_MONTHS if short else MONTHS)[self.month - 1]
            words.append(month if self.day is None else f"{self.day}{NBSP}{month}")
        if year:
            words.append(printed_year(self.year))
        return " ".join(words)


def is_leap(year: int) -> bool:
    """Whether a year of the Gregorian calendar, carried backwards before 1582, has 366 days."""
    return calendar.isleap(year)


def days_in(year: int, month: int) -> int:
    """The days of a month."""
    return 29 if month == 2 and is_leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def days_before(year: int, month: int) -> int:
    """The days of a year before a month of it."""
    return sum(days_in(year, each) for each in range(1, month))


def printed_year(year: int) -> str:
    """1921, AD 43 where a bare number would not look like a year, 44 BC."""
    if year < 1:
        return f"{1 - year}{NBSP}BC"
    return f"AD{NBSP}{year}" if year < 100 else str(year)
