"""The scale of a timeline: what a cell of the band stands for, and how wide a year is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor

from studypack.layout.style import mm
from studypack.model.calendar import EN_DASH, NBSP, SHORT_MONTHS, PartialDate, bc_number, format_year
from studypack.model.dates import HistoricalDate

_MANY_IN_A_SHORT_TIME = 12
"""More dates than these within some months are drawn by the month, not over a whole year."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What one cell stands for."""

    years: int
    """1 and more; 0 where a year has several cells."""
    per_year: int
    ticks: int
    """Into how many parts a cell is marked off."""
    narrowest: float
    """Points; a cell is no narrower, so that its label fits and its parts can be told apart."""
    closest: float = 0
    """The same where the user wants so many years on a strip: the name alone still fits. 0 for `narrowest`."""

    @property
    def length(self) -> float:
        """Of a cell, in years."""
        return self.years or 1 / self.per_year

    @property
    def part(self) -> "Unit":
        """What a part of a cell stands for."""
        return next(unit for unit in UNITS if round(unit.length * self.ticks / self.length, 6) == 1)

    def count(self, first: float, last: float) -> int:
        """How many cells there are from one moment to another."""
        return self.number(last - 1e-6) + 1 - self.number(first)

    def number(self, moment: float) -> int:
        """The number of the cell that a moment falls in."""
        at = floor(moment / self.years) if self.years else floor(moment * self.per_year)
        while self.edge(at) > moment:
            at -= 1
        while self.edge(at + 1) <= moment:
            at += 1
        return at

    def edge(self, number: int) -> float:
        """Where a cell begins, in years. Long cells turn at 100 BC, AD 1 and AD 100: there is no year 0."""
        if not self.years:
            year, part = divmod(number, self.per_year)
            return PartialDate(year, 1 + part * 12 // self.per_year).begins
        if self.years == 1:
            return float(number)
        return float(number * self.years if number > 0 else number * self.years + 1)

    def names(self, number: int, *, opens: bool) -> tuple[str, ...]:
        """What may stand in a cell, the fullest first; one that opens a strip or a year says its year."""
        if self.years:
            return (_span_name(int(self.edge(number)), int(self.edge(number + 1)) - 1),)
        year, part = divmod(number, self.per_year)
        months = 12 // self.per_year
        first = SHORT_MONTHS[part * months]
        name = first if months == 1 else f"{first}{EN_DASH}{SHORT_MONTHS[part * months + months - 1]}"
        return (f"{name} {format_year(year)}", name) if opens or not part else (name,)


def _span_name(first: int, last: int) -> str:
    """1921, 1920–24, 1920s, AD 1–99, 500–401 BC."""
    if first == last:
        return format_year(first)
    if last < 1:
        return f"{bc_number(first)}{EN_DASH}{bc_number(last)}{NBSP}BC"
    if last - first == 9 and first >= 100:
        return f"{first}s"
    if first < 100:
        return f"AD{NBSP}{first}{EN_DASH}{last}"
    same = first // 100 == last // 100
    return f"{first}{EN_DASH}{last % 100:02}" if same else f"{first}{EN_DASH}{last}"


UNITS = (
    Unit(0, 12, 1, mm(13.5)),
    Unit(0, 4, 3, mm(20)),
    Unit(1, 1, 4, mm(20), closest=mm(9.5)),
    Unit(5, 1, 5, mm(18)),
    Unit(10, 1, 10, mm(18), closest=mm(10.5)),
    Unit(50, 1, 5, mm(18)),
    Unit(100, 1, 10, mm(18)),
    Unit(500, 1, 5, mm(20)),
    Unit(1000, 1, 10, mm(20)),
    Unit(5000, 1, 5, mm(20)),
)
"""From the finest to the coarsest; on A4 a strip holds eight years, on A5 six."""
MONTH, QUARTER = UNITS[:2]
YEARS = next(unit for unit in UNITS if unit.years)


def extent(whens: Iterable[HistoricalDate], period: HistoricalDate | None) -> tuple[float, float]:
    """The first and the last moment that the dates and the period need, in whole years.

    An open side asks for one year more, so that its bar can be seen. Many dates within some months get those
    months only.
    """
    spans = [_closed(when) for when in whens]
    count = len(spans)
    if period is not None:
        spans.append(_closed(period))
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    if count > _MANY_IN_A_SHORT_TIME and last - first < 0.5:
        return MONTH.edge(MONTH.number(first)), MONTH.edge(MONTH.number(last - 1e-6) + 1)
    return float(floor(first)), float(max(ceil(last - 1e-9), floor(first) + 1))


def _closed(when: HistoricalDate) -> tuple[float, float]:
    begins = when.begins if when.begins is not None else (when.ends or 0) - 1
    return begins, when.ends if when.ends is not None else begins + 1


@dataclass(frozen=True, slots=True)
class BandCell:
    """One box of the band."""

    begins: float
    ends: float
    names: tuple[str, ...]
    tinted: bool
    unit: Unit


@dataclass(frozen=True, slots=True)
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


def in_strips(first: float, last: float, strips: int, width: float) -> list[AxisStretch]:
    """About `strips` strips, each at most `width` points wide, in the finest cells that fit.

    Never fewer cells than strips: where the years run out, there are fewer strips.
    """

    def size(unit: Unit) -> int:
        return max(1, ceil(unit.count(first, last) / strips))

    unit = next((each for each in UNITS if size(each) <= width // each.narrowest), UNITS[-1])
    return _of_size(unit, size(unit), first, last, width)


def round_first(units: Iterable[Unit], years: int) -> list[Unit]:
    """The units for a strip or page of so many years: of a round number, years, decades and centuries come first.

    A hundred years are ten decades, not twenty times five years.
    """
    return sorted(units, key=lambda unit: years % 10 == 0 and unit.years not in (1, 10, 100, 1000))


def in_strips_of_years(first: float, last: float, years: int, width: float) -> list[AxisStretch]:
    """So many years a strip, to whole cells of the finest scale that fits; no more years than there are."""
    shown = min(years, max(ceil(last - first), 1))

    def fits(unit: Unit) -> bool:
        # Only from 100 on is a decade named in short: 1920s.
        is_short = unit.years == 1 or first >= 100
        return shown / unit.length * (unit.closest if unit.closest and is_short else unit.narrowest) <= width

    unit = next(filter(fits, round_first(UNITS, years)), UNITS[-1])
    return _of_size(unit, max(1, ceil(shown / unit.length - 1e-9)), first, last, width)


def _of_size(unit: Unit, size: int, first: float, last: float, width: float) -> list[AxisStretch]:
    """Strips of `size` cells each; the last may have fewer."""
    cells = cells_of(unit, first, last, strip=size)
    rows = [cells[start : start + size] for start in range(0, len(cells), size)]
    scale = width / max(row[-1].ends - row[0].begins for row in rows)
    return [AxisStretch(row, scale, opens=row is rows[0], closes=row is rows[-1]) for row in rows]


def cells_of(unit: Unit, first: float, last: float, strip: int = 1) -> list[BandCell]:
    """The cells from one moment to another; of every `strip` cells the first says its year."""
    low, high = unit.number(first), unit.number(last - 1e-6) + 1
    return [
        BandCell(unit.edge(n), unit.edge(n + 1), unit.names(n, opens=(n - low) % strip == 0), (n - low) % 2 == 0, unit)
        for n in range(low, high)
    ]
