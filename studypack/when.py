"""A historical date as it is known: its precision, its span in years, its order and its printed forms."""

from dataclasses import dataclass, replace
from enum import StrEnum

from studypack.almanac import NBSP, Day


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
    if found.approximate:
        return found
    return replace(found, long=f"c.{NBSP}{found.long}", short=f"c.{NBSP}{found.short}", approximate=True)
