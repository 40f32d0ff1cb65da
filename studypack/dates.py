"""Historical dates: what a teacher types, with its precision, span, order and printed form."""

from dataclasses import dataclass
from enum import StrEnum


class Precision(StrEnum):
    """How closely a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    SPAN = "span"
    """Several years, or a part of a decade."""


class DateError(ValueError):
    """The text is no date that we read; `hint` shows one that is near."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


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


def parse(source: str) -> When:
    """The date that a text names: the EDTF subset or a plain English form. Raises DateError."""
    raise NotImplementedError
