"""A length of time as it is written in an option: 10 years, 2 weeks, 1 century; a bare number is years."""

import re
from enum import StrEnum
from typing import Annotated

from pydantic import WithJsonSchema
from pydantic_core import PydanticCustomError

from studypack.base.characters import normalise_word
from studypack.base.record import record
from studypack.model.dates.day_count import MINUTES
from studypack.model.fields import Written
from studypack.model.reader import Reader


class TimeUnit(StrEnum):
    """What a length of time is counted in; its value is the singular."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"

    @property
    def several(self) -> str:
        """The plural."""
        return _IRREGULAR.get(self, f"{self.value}s")

    @property
    def years(self) -> float:
        """How long it is, on average."""
        return _YEARS[self]


_IRREGULAR = {TimeUnit.CENTURY: "centuries", TimeUnit.MILLENNIUM: "millennia"}
_DAY = 1 / 365.2425
_YEARS = {
    TimeUnit.MINUTE: _DAY / MINUTES,
    TimeUnit.HOUR: _DAY / 24,
    TimeUnit.DAY: _DAY,
    TimeUnit.WEEK: 7 * _DAY,
    TimeUnit.MONTH: 1 / 12,
    TimeUnit.YEAR: 1.0,
    TimeUnit.DECADE: 10.0,
    TimeUnit.CENTURY: 100.0,
    TimeUnit.MILLENNIUM: 1000.0,
}
_UNITS = {word: unit for unit in TimeUnit for word in (unit.value, unit.several)}
_WRITTEN = re.compile(r"([0-9][0-9,]*)[ -]?(?:(thousand|million|billion)[ -])?([a-z]*)")
_TIMES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_MOST = 10_000_000_000
"""Years: twice the age of the Earth."""


@record
class TimeSpan:
    """A length of time."""

    count: int
    unit: TimeUnit = TimeUnit.YEAR

    @property
    def years(self) -> float:
        """How long it is, on average."""
        return self.count * self.unit.years

    def __str__(self) -> str:
        """Return it as it is written: 10 years."""
        return f"{self.count} {self.unit.value if self.count == 1 else self.unit.several}"


def parse_span(text: str) -> TimeSpan | None:
    """Return the length that a text means; None if it means none, or one of nothing or of over ten billion years."""
    match = _WRITTEN.fullmatch(" ".join(normalise_word(text).lower().split()))
    unit = _UNITS.get(match[3] or "years") if match else None
    if match is None or unit is None:
        return None
    span = TimeSpan(int(match[1].replace(",", "")) * _TIMES.get(match[2] or "", 1), unit)
    return span if 0 < span.years <= _MOST else None


def _read(value: object) -> TimeSpan:
    if isinstance(value, TimeSpan):
        return value
    found = parse_span(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else None
    if found is None:
        raise PydanticCustomError("time_span", "should be a length of time")
    return found


Span = Annotated[
    TimeSpan,
    Reader(_read),
    WithJsonSchema({"type": "string", "minLength": 1, "examples": ["10 years", "2 weeks", "1 century"]}),
    Written("a length of time like 2 weeks, 10 years or 1 century", "10 years"),
]
"""A length of time, parsed."""
