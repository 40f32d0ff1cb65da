"""What a date says, as far as it is known, in no language: a day, a century, the early 1930s, from March 1921 on."""

from studypack.base.record import record
from studypack.model.dates.day_count import MINUTES, days_before, days_in, days_of


@record
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
    """That time as it is printed in English: 11.10, 11 am."""

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


@record
class Range:
    """From one calendar date to a later one: 29–30 September 1938."""

    first: PartialDate
    last: PartialDate


@record
class DualYear:
    """A day of the old style, whose year began in March: 30 January 1648/9."""

    day: PartialDate
    """By our count: of 1649."""
    end: str
    """What was typed after the stroke."""


@record
class SchoolYear:
    """A year that begins in the middle of one of the calendar: 2024/25."""

    year: int
    end: str
    """What was typed after the stroke."""
    kind: str = ""
    """school or academic, where that was typed."""


@record
class Decade:
    """Ten years by their first: 1930s; those before Christ by the number that they share: 430s BC."""

    year: int
    before_christ: bool = False


@record
class Century:
    """A century by its number."""

    number: int
    before_christ: bool = False


@record
class Season:
    """A season of the northern hemisphere."""

    name: str
    """In English; fall is autumn's other name."""
    year: int
    second: int | None = None
    """The year in which a winter ends, where that was typed."""


@record
class Ago:
    """Years counted back from today."""

    years: float


@record
class BeforePresent:
    """Years counted back from 1950, as radiocarbon dating does: 4500 BP."""

    years: float


@record
class Counted:
    """The days, or what else an order without dates counts in: Day 3, Weeks 2–4."""

    noun: str
    """minute, hour, day, week, month or year."""
    first: int
    last: int


@record
class Part:
    """A part of a month, a year, a decade or a century."""

    part: str
    """early, mid or late."""
    whole: "Form"


@record
class About:
    """A date that is known roughly: c. 1930."""

    of: "Form"


@record
class Open:
    """A range with one open end."""

    word: str
    """after, from, before, until or by."""
    of: "Form"
    to_now: bool = False
    """It goes on today: 1991–present."""


@record
class Between:
    """A range whose ends are no two calendar dates: 17th–18th century, c. 1919 – 1921."""

    first: "Form"
    last: "Form"


Form = (
    PartialDate | Range | DualYear | SchoolYear | Decade | Century | Season | Ago | BeforePresent | Counted | Part
    | About | Open | Between
)  # fmt: skip


def begins_roughly(form: Form) -> bool:
    """Return whether a date says first that it is known roughly: c. 1919, c. 1919 – 1921."""
    return isinstance(form, About) or (isinstance(form, Between) and begins_roughly(form.first))


def is_decade(form: Form) -> bool:
    """Return whether a date is a decade of our era, a part of one, or one that is known roughly."""
    if isinstance(form, About | Part):
        return is_decade(form.of if isinstance(form, About) else form.whole)
    return isinstance(form, Decade) and not form.before_christ


def is_one_of_order(form: Form) -> bool:
    """Return whether a date is one day, or what else an order without dates counts in, not several."""
    if isinstance(form, Open):
        return not form.to_now and is_one_of_order(form.of)
    return isinstance(form, Counted) and form.first == form.last
