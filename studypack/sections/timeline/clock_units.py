"""Minutes, hours, days and weeks as the cells of a timeline."""

from math import floor

from typing_extensions import override

from studypack.base.record import record
from studypack.model.dates.day_count import MINUTES, calendar_day, day_at, moment_of, monday, weekday
from studypack.model.dates.english import NBSP, EnglishDates
from studypack.model.dates.forms import PartialDate
from studypack.sections.timeline.unit import Unit

_YEAR = 365.2425
"""Days of a year, on average."""
_HAIR = 1e-9
"""Of a unit: so near an edge a moment is on it."""


@record
class Minutes(Unit):
    """Minutes and hours; a number of them makes a day."""

    @property
    @override
    def length(self) -> float:
        return self.count / MINUTES / _YEAR

    def _taken_apart(self, number: int) -> tuple[int, int]:
        """The day, and the minute of it."""
        day, part = divmod(number, MINUTES // self.count)
        return day, part * self.count

    @override
    def edge(self, number: int) -> float:
        return moment_of(*self._taken_apart(number))

    @override
    def _near(self, moment: float) -> int:
        return floor(day_at(moment) * MINUTES / self.count + _HAIR)

    @override
    def names(self, number: int, *, opens: bool) -> tuple[str, ...]:
        day, minute = self._taken_apart(number)
        time = self.words.time(minute)
        return (time,) if minute else (_short_day(self.words, day), time)

    @override
    def said(self, moment: float) -> str:
        day, minute = self._taken_apart(self.number(moment))
        return f"{_said_day(self.words, day)}, {self.words.said_time(minute)}"

    @override
    def said_after(self, before: float, moment: float) -> str:
        day = self.said(before).rpartition(", ")[0]
        return self.said(moment).removeprefix(f"{day}, ")

    @property
    @override
    def is_heard_by_edges(self) -> bool:
        return True


@record
class Days(Unit):
    """One day."""

    @property
    @override
    def names_edge(self) -> bool:
        return False

    @property
    @override
    def length(self) -> float:
        return 1 / _YEAR

    @override
    def edge(self, number: int) -> float:
        return moment_of(number)

    @override
    def _near(self, moment: float) -> int:
        return floor(day_at(moment) + _HAIR)

    @override
    def names(self, number: int, *, opens: bool) -> tuple[str, ...]:
        date, of_month = _short_day(self.words, number), calendar_day(number)[2]
        week_day = weekday(number)
        if week_day is None:
            return (date, date, str(of_month))
        name = self.words.short_weekdays[week_day]
        # Where the month has no room on every day, it stands on the first.
        return f"{name} {date}", date if opens or of_month == 1 else f"{name} {of_month}", str(of_month)

    @override
    def edge_name(self, number: int, *, opens: bool = False) -> str:
        date = _short_day(self.words, number)
        return f"{date} {self.words.year(calendar_day(number)[0])}" if opens else date

    @override
    def said(self, moment: float) -> str:
        return _said_day(self.words, self.number(moment))


@record
class Weeks(Unit):
    """From Monday to Sunday; named by its Monday."""

    @property
    @override
    def length(self) -> float:
        return 7 / _YEAR

    @override
    def edge(self, number: int) -> float:
        return moment_of(monday(number))

    @override
    def _near(self, moment: float) -> int:
        return floor(day_at(moment) / 7)

    @override
    def names(self, number: int, *, opens: bool) -> tuple[str, ...]:
        day = monday(number)
        name = _short_day(self.words, day)
        return (f"{name} {self.words.year(calendar_day(day)[0])}", name) if opens else (name,)

    @override
    def said(self, moment: float) -> str:
        return _said_day(self.words, monday(self.number(moment)))

    @override
    def said_span(self, begins: float, ends: float) -> str:
        return Days(1, 1, 0, words=self.words).said_span(begins, ends)


def _short_day(words: EnglishDates, day: int) -> str:
    _, month, of_month = calendar_day(day)
    return words.day(PartialDate(1, month, of_month), short=True, year=False).replace(NBSP, " ")


def _said_day(words: EnglishDates, day: int) -> str:
    return words.spoken(PartialDate(*calendar_day(day))).replace(NBSP, " ")
