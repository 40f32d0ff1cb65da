"""How the words of a timeline follow its scale: what it says it spans, and how closely its events are to be dated."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from studypack.model.calendar import SHORT_MONTHS, HistoricalDate, PartialDate, range_between
from studypack.model.day_count import calendar_day, day_at
from studypack.sections.timeline.reckoned_units import BACK, Counted
from studypack.sections.timeline.scale import Extent
from studypack.sections.timeline.units import DAY, HOUR, MONTH


@dataclass(frozen=True, slots=True)
class Closeness:
    """How closely a pupil is to give a date."""

    least: str
    """What will do: the year."""
    more: str
    """What is better, if that can be told from the scale; else empty."""
    unit: str
    """What the scale is read in: a year."""

    @property
    def wanted(self) -> str:
        """What is to be written: the year at least."""
        return f"{self.least} at least" if self in (_YEAR, _MONTH) else self.least

    @property
    def heard(self) -> str:
        """The same after "Write the date of each event"."""
        return f", at least {self.least}" if self in (_YEAR, _MONTH) else f": {self.least}"

    @property
    def enough(self) -> str:
        """What the key says of it."""
        return f"{self.least} {'are' if ' and ' in self.least else 'is'} enough"


_YEAR = Closeness("the year", ", and the month if you can tell", "a year")
_MONTH = Closeness("the month", ", and the day if you can tell", "a month")
_OTHERS = {
    MONTH: _MONTH,
    DAY: Closeness("the day and the month", "", "a day"),
    HOUR: Closeness("the day and the time", "", "an hour"),
    BACK[0]: Closeness("how many years ago", "", "a year"),
}


def closeness(over: Extent) -> Closeness:
    """How closely a pupil is to give the dates of a timeline."""
    if isinstance(over.grain, Counted):
        return Closeness(f"the {over.grain.noun}", "", f"a {over.grain.noun}")
    return _OTHERS.get(over.grain, _YEAR)


def in_this_time(over: Extent) -> str:
    """What a timeline calls all its time, or a part of it."""
    return "these years" if over.in_years else "this time"


def _ends(over: Extent) -> Sequence[tuple[int, int, int]]:
    """The first and the last day: year, month and day of the month."""
    return [calendar_day(floor(day_at(moment) + 0.01)) for moment in (over.first, over.last - DAY.length / 99)]


def without_shared(when: HistoricalDate, over: Extent) -> str:
    """A date for a label, without the year, or the day, that `spanned` says of all."""
    if over.in_years or isinstance(over.grain, Counted):
        return when.short
    first, last = _ends(over)
    if first[0] != last[0]:
        return when.short
    short = when.short
    if first == last:
        short = short.removeprefix(f"{PartialDate(*first).format(short=True)}, ")
    return re.sub(rf"\b({'|'.join(SHORT_MONTHS)}) {first[0]}\b", r"\1", short)


def spanned(over: Extent) -> str:
    """What a timeline spans, where its band has no years; else empty, or how its years are counted."""
    if over.units is BACK:
        return "Years are counted back from today."
    if over.in_years or isinstance(over.grain, Counted):
        return ""
    first, last = _ends(over)
    days = (PartialDate(*day) if over.grain is not MONTH else PartialDate(*day[:2]) for day in (first, last))
    return f"{range_between(*days).long}."
