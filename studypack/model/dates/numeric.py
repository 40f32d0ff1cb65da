"""Dates in numbers alone: 30/06/1934, 1921-03, 446/5 BC; told where they can be read in two ways."""

import re
from dataclasses import replace

from studypack.base.wording import join_words
from studypack.model.dates.calendar import (
    DateError,
    HistoricalDate,
    date_of,
    range_between,
)
from studypack.model.dates.day_count import days_in
from studypack.model.dates.english import expand_bc_year, expand_year
from studypack.model.dates.forms import Decade, Form, Open, PartialDate, Range, Season
from studypack.model.dates.printers import typed
from studypack.model.dates.words import DateParts, school_year


def in_numbers(text: str, *, dashed: bool) -> HistoricalDate | None:
    """Return a date in numbers only, with advice if it has one reading; None if it is none.

    Raises DateError if it has two readings, or stands for no day.
    """
    if match := re.fullmatch(r"([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4}|[0-9]{2})", text):
        return _numeric_day(text, int(match[1]), int(match[2]), match[3])
    if match := re.fullmatch(r"([0-9]{1,2})[/.]([0-9]{4})", text):
        return _with_advice(text, PartialDate(int(match[2]), int(match[1]))) if 1 <= int(match[1]) <= 12 else None
    if match := re.fullmatch(r"([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})", text):
        year, month, of_month = map(int, match.groups())
        day = DateParts(year, month, of_month).checked()
        return _with_advice(text, day) if day and text != f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}" else None
    if match := re.fullmatch(r"([0-9]{4})([/.-])([0-9]{1,2})", text):
        return _with_short_end(match[1], match[2], match[3], dashed=dashed)
    if match := re.fullmatch(r"([0-9]{1,4})([/-])([0-9]{1,3}) bce?", text):
        return _before_christ(match[1], match[2], match[3])
    if dashed and (match := re.fullmatch("-([1-9][0-9]{0,3})", text)):
        until, before = Open("until", PartialDate(int(match[1]))), PartialDate(-int(match[1]))
        raise DateError("this may be an open date or a year BC", f"write {typed(until)}, or {typed(before)}")
    if re.fullmatch("'?[0-9]{1,2}s?", text):
        ways: tuple[Form, ...] = (PartialDate(1921), Decade(1930), PartialDate(43), PartialDate(-43))
        raise DateError("this year has no century", f"write the year in full: {join_words(map(typed, ways), 'or')}")
    return None


def _with_advice(text: str, day: PartialDate) -> HistoricalDate:
    shown = typed(day)
    return replace(date_of(day), advice=(f"{text} is read as {shown}", f"write the month as a word: {shown}"))


def _numeric_day(text: str, first: int, second: int, year: str) -> HistoricalDate | None:
    """30/06/1934 and 10/25/1924 have one reading, 05/06/1934 has two; a year of two digits has no century."""
    full = int(year if len(year) == 4 else f"19{year}")
    ways = [PartialDate(full, month, day) for day, month in ((first, second), (second, first)) if 1 <= month <= 12]
    days = dict.fromkeys(way for way in ways if 1 <= (way.day or 0) <= days_in(full, way.month or 1))
    shown = join_words(map(typed, days), "or")
    if len(days) > 1:
        raise DateError("a date in numbers alone can be read in two ways", f"write the month as a word: {shown}")
    if not days:
        raise DateError(
            f"{text} is no day of any month", f"write the month as a word: {typed(PartialDate(full, 10, 25))}"
        )
    if len(year) == 2:
        raise DateError("this year has no century", f"write the year in full, and the month as a word: {shown}")
    return _with_advice(text, next(iter(days)))


def _with_short_end(year: str, mark: str, end: str, *, dashed: bool) -> HistoricalDate | None:
    """1919-21 is a range of years, 1921-03 a month, 1911-12 a month with advice, 2024/25 a year that starts in 2024."""
    last = expand_year(int(year), end)
    month = PartialDate(int(year), int(end)) if 1 <= int(end) <= 12 else None
    years = typed(Range(PartialDate(int(year)), PartialDate(last))) if last > int(year) else ""
    if years and dashed and mark == "-":
        return range_between(PartialDate(int(year)), PartialDate(last))
    if mark == "-" and len(end) == 2 and (month or years):
        if not month:
            return range_between(PartialDate(int(year)), PartialDate(last))
        both = f"write {year}/{last} if two years are meant, else {typed(month)}"
        return replace(date_of(month), advice=(f"{year}-{end} is read as {typed(month)}", both) if years else None)
    if mark == "/" and last == int(year) + 1 and len(end) == 2 and not month:
        return school_year(int(year), end)
    if month and years:
        raise DateError("this may be a month or a span of years", f"write {typed(month)} for the month, or {years}")
    if month:
        return _with_advice(f"{year}{mark}{end}", month)
    way = years or year
    hint = f"write {way}"
    if 21 <= int(end) <= 24 and not years:
        season = ("spring", "summer", "autumn", "winter")[int(end) - 21]
        hint = f"write {way}, or {typed(Season(season, int(year)))}"
    raise DateError(f"{year}{mark}{end} is neither a month nor a span of years", hint)


def _before_christ(start: str, mark: str, end: str) -> HistoricalDate | None:
    """446/5 BC is the year from 446 to 445; 58–50 BC has both numbers in full. Raises DateError for 146-44 BC."""
    last = expand_bc_year(start, end)
    if last is None:
        return None
    if (mark == "/" and last == int(start) - 1) or end.startswith("0"):
        return range_between(PartialDate(1 - int(start)), PartialDate(1 - last))
    message = f"the second year may be {last} or {end} BC"
    ways = [typed(Range(PartialDate(1 - int(start)), PartialDate(1 - each))) for each in (last, int(end))]
    raise DateError(message, f"write {ways[0]}, or {ways[1]}")
