"""A historical date as it is known: its precision, its span in years, its order and its printed forms."""

from dataclasses import dataclass, replace
from enum import StrEnum

from studypack.almanac import EN_DASH, NBSP, DateError, Day, before_christ, printed_year, short_for


class Precision(StrEnum):
    """How closely a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    SPAN = "span"
    """From one date to another, open on one side, a season, a decade or a century, or a part of one."""


@dataclass(frozen=True, slots=True)
class When:
    """A date as far as it is known: never more precise than what was typed."""

    source: str
    """As typed."""
    begins: float | None
    """First moment, in years (1921.0 is the start of 1921; 44 BC is -43); None where open."""
    ends: float | None
    """The moment after the last, in years; None where open. For 1921 it is 1922.0."""
    precision: Precision
    long: str
    """For running text and lists: 16 March 1921 · 1919–21 · c. 1930 · early 1930s · after 1935."""
    short: str
    """For labels: 16 Mar 1921 · Mar 1921 · 1919–21."""
    approximate: bool = False
    advice: tuple[str, str] | None = None
    """Where the text could be read otherwise: how it is read, and what to write instead."""

    @property
    def is_moment(self) -> bool:
        """Known to the month or better: a dot on the timeline, not a bar."""
        return self.precision in (Precision.DAY, Precision.MONTH) and not self.approximate

    @property
    def sort_key(self) -> tuple[float, float]:
        """Orders dates by their start, then by their end; an open start comes first."""
        infinity = float("inf")
        begins = -infinity if self.begins is None else self.begins
        return begins, infinity if self.ends is None else self.ends


def span(begins: float | None, ends: float | None, long: str, short: str = "", *, approximate: bool = False) -> When:
    """A date that is more than one day, month or year; a side that is None is open."""
    return When("", begins, ends, Precision.SPAN, long, short or long, approximate)


def of_day(day: Day) -> When:
    """The date that a day, a month or a year of the calendar is."""
    precision = Precision.YEAR if day.month is None else Precision.MONTH if day.day is None else Precision.DAY
    return When("", day.begins, day.ends, precision, day.printed(), day.printed(short=True))


def about(found: When) -> When:
    """The same date, known only roughly: c. 1930."""
    if found.long.startswith("c."):
        return found
    return replace(found, long=f"c.{NBSP}{found.long}", short=f"c.{NBSP}{found.short}", approximate=True)


def plain(found: Day | When) -> str:
    """A date as it is printed, with spaces that can be typed."""
    return (found.long if isinstance(found, When) else found.printed()).replace(NBSP, " ")


def span_of(first: Day, last: Day) -> When:
    """The time from one day, month or year to another. Raises DateError if it ends before it begins."""
    refuse_backwards(of_day(first), of_day(last))
    if first == last:
        return of_day(first)
    return span(first.begins, last.ends, _joined(first, last, short=False), _joined(first, last, short=True))


def refuse_backwards(first: When, last: When) -> None:
    """Raises DateError if the second date begins or ends before the first; both have their ends."""
    if (last.begins or 0) < (first.begins or 0) or (last.ends or 0) < (first.ends or 0):
        message = f"this span ends ({plain(last)}) before it begins ({plain(first)})"
        raise DateError(message, f"write the earlier date first: {plain(last)} to {plain(first)}")


def printed_years(first: int, last: int) -> str:
    """A stretch of years as a date of the content would say it: 1920–24, 44–40 BC. Years count as in `When`."""
    return _years_joined(first, last)


def _joined(first: Day, last: Day, short: bool) -> str:
    """A span without what its ends share: 29–30 September 1938, March–May 1921, 1919–21."""
    end = last.printed(short)
    if first.year == last.year and first.month and last.month:
        if first.month == last.month and first.day and last.day and first.weekday is last.weekday is None:
            return f"{first.day}{EN_DASH}{end}"
        start = first.printed(short, year=False)
        space = " " if first.day or last.day else ""
        return f"{start}{space}{EN_DASH}{space}{end}"
    if first.month or last.month:
        return f"{first.printed(short)} {EN_DASH} {end}"
    return _years_joined(first.year, last.year)


def _years_joined(first: int, last: int) -> str:
    if first < 1 and last < 1:
        joint = f"{NBSP}BC {EN_DASH} " if short_for(before_christ(first), str(1 - last)) else EN_DASH
        return f"{before_christ(first)}{joint}{printed_year(last)}"
    if first >= 100 and first // 100 == last // 100:
        return f"{first}{EN_DASH}{last % 100:02}"
    joint, end = (EN_DASH, str(last)) if first >= 1 else (f" {EN_DASH} ", printed_year(last))
    return f"{printed_year(first)}{joint}{end}"
