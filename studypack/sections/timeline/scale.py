"""The scale of a timeline: from when to when it goes, in which units, and how these are shared out over strips."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from studypack.base.record import record
from studypack.model.dates.calendar import Reckoning
from studypack.model.dates.english import EnglishDates
from studypack.model.dates.parser import HistoricalDate
from studypack.model.dates.printers import dates_in
from studypack.model.dates.reckonings import NOUNS, counted_moment
from studypack.model.time_span import TimeSpan, TimeUnit
from studypack.sections.timeline.reckoned_units import BACK, Counted, YearsAgo, counted_units
from studypack.sections.timeline.unit import Unit
from studypack.sections.timeline.units import CALENDAR, CLOCK, DAY, HOUR, MONTH, UNITS, WEEK, YEAR, Years

_IN_HOURS = 3 * DAY.length
_IN_DAYS = 62 * DAY.length
_IN_MONTHS = 1.5
"""The longest times, in years, that begin and end with an hour, a day or a month; longer ones are of whole years."""
MOST_STRIPS = 200
"""Of one timeline."""
_MOST_COUNTED = 2_000
"""Days, or what else an order without dates counts in; with more, its scale is of the next longer unit."""
_PARTS = 10
"""A date as long as such a part of a timeline is drawn as a span, if the scale is finer than the date."""


class Extent(NamedTuple):
    """From when to when a timeline goes, and what its cells may stand for."""

    first: float
    """In years."""
    last: float
    units: Sequence[Unit]
    """From the finest, which is no finer than the dates are known."""
    grain: Unit
    """It begins and ends with a whole one."""

    @property
    def length(self) -> float:
        """In years."""
        return self.last - self.first

    @property
    def words(self) -> EnglishDates:
        """The language in which its times are named."""
        return self.grain.words

    @property
    def in_years(self) -> bool:
        """Whether its dates are told apart by their years."""
        return isinstance(self.grain, Years | YearsAgo)

    def begins(self, when: HistoricalDate) -> float:
        """When a date begins; if that is not known, the last time at which it may have been."""
        return when.begins if when.begins is not None else (when.ends or 0) - self.units[0].length / 2

    def is_dot(self, when: HistoricalDate) -> bool:
        """Whether a date is a moment on this scale: a month is none among some weeks, nor a day among hours."""
        if not when.is_moment or when.begins is None or when.ends is None:
            return False
        return when.ends - when.begins <= max(1.5 * self.units[0].length, self.length / _PARTS)


def extent(whens: Iterable[HistoricalDate], period: HistoricalDate | None) -> Extent:
    """What the dates and the period need, in whole hours, days, months or years: the scale follows the span.

    An open side asks for a part of a year, month, day or hour more, so that its bar can be seen.
    """
    every = [*whens, *([period] if period is not None else [])]
    spans = [_closed(when) for when in every]
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    units = _units(every, last - first)
    in_years = units == CALENDAR and first.is_integer() and last.is_integer()
    grain = YEAR if in_years else _grain(units, last - first)
    # A period to the day is the scale, also where months are counted.
    edges = DAY if period is not None and DAY in units and (first, last) == _closed(period) else grain
    begins = edges.number(first)
    ends = edges.edge(max(edges.last_number(last), begins) + 1)
    words = dates_in(every[0].language)
    return Extent(edges.edge(begins), ends, tuple(unit.named_in(words) for unit in units), grain.named_in(words))


def _closed(when: HistoricalDate) -> tuple[float, float]:
    begins, ends = when.begins, when.ends
    if begins is None:
        return (ends or 0) - _more(ends or 0), ends or 0
    return begins, begins + _more(begins) if ends is None else ends


def _more(moment: float) -> float:
    """Most of the longest unit of which a moment is an edge."""
    return 0.9 * next(unit.length for unit in (YEAR, MONTH, DAY, HOUR, CLOCK[0]) if _is_edge(unit, moment))


def _is_edge(unit: Unit, moment: float) -> bool:
    return unit is CLOCK[0] or unit.edge(unit.number(moment)) == moment


def _units(whens: Sequence[HistoricalDate], length: float) -> Sequence[Unit]:
    """What cells may stand for: nothing finer than what the dates are known to."""
    if counted := [when.noun for when in whens if when.reckoning is Reckoning.COUNTED]:
        least = min(NOUNS[noun] for noun in counted)
        fitting = (
            n for n, minutes in NOUNS.items() if minutes >= least and length <= _MOST_COUNTED * counted_moment(minutes)
        )
        return counted_units(next(fitting, "year"))
    if any(when.reckoning is Reckoning.AGO for when in whens):
        return BACK
    known = [
        moment for when in whens if not when.approximate for moment in (when.begins, when.ends) if moment is not None
    ]
    if length > _IN_MONTHS or all(_is_edge(MONTH, moment) for moment in known):
        return CALENDAR
    return (DAY, WEEK, *CALENDAR) if all(_is_edge(DAY, moment) for moment in known) else UNITS


def _grain(units: Sequence[Unit], length: float) -> Unit:
    if isinstance(units[0], Counted | YearsAgo):
        return units[0]
    if HOUR in units and length <= _IN_HOURS:
        return HOUR
    if DAY in units and 1.5 * DAY.length < length <= _IN_DAYS:
        return DAY
    return MONTH if MONTH in units and length <= _IN_MONTHS else YEAR


def wanted_span(over: Extent, span: TimeSpan | None) -> TimeSpan | None:
    """The length of a strip that the user set, unless it makes more strips than anybody can have meant."""
    return span if span and over.length <= MOST_STRIPS * span.years else None


def shortest_span(over: Extent) -> TimeSpan:
    """The shortest round length of a strip that makes no more strips than these."""
    spans = (TimeSpan(1, unit) for unit in TimeUnit)
    return next((span for span in spans if wanted_span(over, span)), TimeSpan(ceil(over.length)))


def unit_of(unit: TimeUnit, over: Extent) -> Unit:
    """What a length of time is counted in, on a timeline."""
    if isinstance(over.grain, Counted):
        return replace(over.grain, count=max(round(unit.years / over.grain.length), 1), ticks=1, narrowest=0)
    if unit.years >= 1:
        return (YearsAgo if over.units == BACK else Years)(round(unit.years), 1, 0, words=over.words)
    units = {TimeUnit.MONTH: MONTH, TimeUnit.WEEK: WEEK, TimeUnit.DAY: DAY, TimeUnit.HOUR: HOUR}
    return units.get(unit, CLOCK[0]).named_in(over.words)


@record
class BandCell:
    """One box of the band."""

    begins: float
    ends: float
    names: tuple[str, ...]
    tinted: bool
    unit: Unit


@record
class AxisStretch:
    """A part of the axis that is drawn in one picture."""

    cells: Sequence[BandCell]
    scale: float
    """Points a year."""
    opens: bool
    """No part comes before."""
    closes: bool
    """No part comes after."""

    @property
    def begins(self) -> float:
        """In years."""
        return self.cells[0].begins

    @property
    def ends(self) -> float:
        """In years."""
        return self.cells[-1].ends

    def along(self, moment: float) -> float:
        """Where a moment stands, in points from the start."""
        return (moment - self.begins) * self.scale


def in_strips(over: Extent, strips: int, width: float) -> list[AxisStretch]:
    """About `strips` strips, each at most `width` points wide, in the finest cells that fit.

    Never fewer cells than strips: where the years run out, there are fewer strips.
    """

    def size(unit: Unit) -> int:
        return max(1, ceil(unit.count_between(over.first, over.last) / strips))

    unit = next((each for each in over.units if size(each) <= width // each.narrowest), over.units[-1])
    return _of_size(unit, size(unit), over, width)


def round_first(units: Iterable[Unit], years: float) -> list[Unit]:
    """The units for a strip or page of so many years: of a round number, years, decades and centuries come first.

    A hundred years are ten decades, not twenty times five years.
    """

    def is_round(unit: Unit) -> bool:
        return isinstance(unit, Years | YearsAgo) and str(unit.count).strip("0") == "1"

    return sorted(units, key=lambda unit: years % 10 == 0 and not is_round(unit))


def in_strips_of(over: Extent, span: TimeSpan, width: float) -> list[AxisStretch]:
    """So much time a strip, to whole cells of the finest scale that fits; no more than there is.

    A century begins with a round year and a week with its Monday; some years begin with the first.
    """
    shown = min(span.years, max(over.length, over.grain.length))

    def fits(unit: Unit) -> bool:
        # Only from 100 on is a decade named in short: 1920s.
        is_short = unit == YEAR or over.first >= 100
        return shown / unit.length * (unit.closest if unit.closest and is_short else unit.narrowest) <= width

    nested = [unit for unit in over.units if unit != WEEK or span.unit is TimeUnit.WEEK]
    unit = next(filter(fits, round_first(nested, span.years)), nested[-1])
    if span.unit is TimeUnit.YEAR:
        return _of_size(unit, max(1, ceil(shown / unit.length - 1e-9)), over, width)
    strip = unit_of(span.unit, over)
    first, last = unit.number(over.first), unit.last_number(over.last) + 1
    numbers = [strip.number(unit.edge(number)) - strip.number(over.first) for number in range(first, last)]
    turns = [first + at for at in range(1, last - first) if numbers[at] // span.count > numbers[at - 1] // span.count]
    return _from(unit, [first, *turns], over, width)


def _of_size(unit: Unit, size: int, over: Extent, width: float) -> list[AxisStretch]:
    """Strips of `size` cells each; the last may have fewer."""
    first, last = unit.number(over.first), unit.last_number(over.last) + 1
    return _from(unit, [first, *range(first + size, last, size)], over, width)


def _from(unit: Unit, starts: Sequence[int], over: Extent, width: float) -> list[AxisStretch]:
    """Strips that begin with these cells."""
    first, last = unit.number(over.first), unit.last_number(over.last) + 1
    cells = cells_of(unit, over.first, over.last, frozenset(starts))
    rows = [cells[one - first : other - first] for one, other in pairwise([*starts, last])]
    scale = width / max(row[-1].ends - row[0].begins for row in rows)
    return [AxisStretch(row, scale, opens=row is rows[0], closes=row is rows[-1]) for row in rows]


def cells_of(unit: Unit, first: float, last: float, starts: Collection[int] | None = None) -> list[BandCell]:
    """The cells from one moment to another; those that open a strip say their year, all if it is not said which do."""
    low, high = unit.number(first), unit.last_number(last) + 1
    return [
        BandCell(
            unit.edge(n),
            unit.edge(n + 1),
            unit.names(n, opens=starts is None or n in starts),
            (n - low) % 2 == 0,
            unit,
        )
        for n in range(low, high)
    ]
