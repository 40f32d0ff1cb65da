"""The parser of a single date, in words or in EDTF: a day, month, year, season, decade or century, or a part of one."""

import re
from dataclasses import replace
from typing import NamedTuple

from studypack.base.wording import quoted
from studypack.model.dates.calendar import (
    MONTH_NUMBERS,
    WEEKDAY_NUMBERS,
    DateError,
    HistoricalDate,
    Precision,
    date_of,
    date_range,
    make_approximate,
)
from studypack.model.dates.day_count import days_in, julian_lag, possible_weekdays
from studypack.model.dates.english import expand_year
from studypack.model.dates.forms import Century, Decade, DualYear, Part, PartialDate, Range, SchoolYear, Season
from studypack.model.dates.printers import READ_IN, dates_in, typed
from studypack.model.dates.reckonings import parse_reckoning
from studypack.model.dates.times import Time, is_time, read_time, split_time

APPROXIMATE = re.compile(r"(?:c|ca|circa|about|around|approx|approximately|~) |(?:ca?|~)(?=[0-9])")
"""The words before an approximate date."""
_PART = re.compile(r"(early|mid|late)(?:-| | in )(?:the )?(.+)")
_DECADE = re.compile(r"(?:(ad) )?([0-9]{1,3})(x|0s)(?: (ad|ce|bce?))?")
_HUNDRED = re.compile(r"([0-9]{2})xx")
_CENTURY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th) century(?: (ad|ce|bce?))?")
_YEAR = r"(?P<year>[0-9]{3,4}|ad [0-9]{1,4}|[0-9]{5} bce?|[0-9]{1,4} (?:bce?|ad|ce))"
_SEASON = re.compile(rf"(spring|summer|autumn|fall|winter) {_YEAR}(?:[-/](?P<next>[0-9]{{2}}|[0-9]{{4}}))?")
_TWO_YEARS = re.compile(r"(?P<day>.+) (?P<year>[0-9]{3,4})/(?P<next>[0-9]{1,2}|[0-9]{4})")
_SCHOOL_YEAR = re.compile("(school|academic) year ([0-9]{4})[/-]([0-9]{2}|[0-9]{4})")
_LAST_OLD_STYLE = 1752
"""Until this year the English year began on 25 March."""

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The first month of each season, in the northern hemisphere."""
TENTHS = {"early": (0, 4), "mid": (3, 7), "late": (6, 10)}
"""The tenths of a period that early, mid and late mean; they overlap, as in speech."""


class DateParts(NamedTuple):
    """The parts of a calendar date in a text. The start of a range may leave its year to the end."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """From 0 for Monday."""
    time: Time | None = None

    def checked(self) -> PartialDate | None:
        """Return the date, or None if its year or month is missing. Raises DateError for a day that does not exist."""
        if self.year is None or (self.month is None and self.day is not None) or (self.time and self.day is None):
            return None
        if self.month is not None and not 1 <= self.month <= 12:
            raise DateError(
                f"{self.month:02} is no month",
                f"months go from 01 to 12, as in 1921-03 for {typed(PartialDate(1921, 3))}",
            )
        day = PartialDate(self.year, self.month, self.day)
        if self.month is not None and self.day is not None:
            if not 1 <= self.day <= days_in(self.year, self.month):
                raise _no_day(self.year, self.month, self.day)
            fits = possible_weekdays(self.year, self.month, self.day)
            if self.weekday is not None and self.weekday not in fits:
                raise _wrong_weekday(day, self.weekday, fits)
        if self.time:
            day = replace(day, minute=self.time.minute, clock=self.time.printed)
        return replace(day, weekday=self.weekday)


def some_day() -> str:
    """Return a day as it may be typed, for examples of times."""
    return typed(PartialDate(1914, 8, 4))


def _no_day(year: int, month: int, day: int) -> DateError:
    most, whole = days_in(year, month), typed(PartialDate(year, month))
    hint = f"if only the month is sure, write {whole}"
    if (month, day) == (2, 29) and year % 4 == 0:
        today = typed(PartialDate(year, 3, julian_lag(year - 1) + 1))
        hint = (
            f"by the old-style (Julian) calendar it had 29: today's calendar calls that day {today}; or write {whole}"
        )
    return DateError(f"{whole} has {most} days, so there is no day {day}", hint)


def _wrong_weekday(day: PartialDate, weekday: int, fits: frozenset[int]) -> DateError:
    date, names = typed(day), dates_in(READ_IN.get()).weekdays
    message = f"{date} is a {' or a '.join(names[each] for each in sorted(fits))}, not a {names[weekday]}"
    right = typed(replace(day, weekday=min(fits)))
    return DateError(message, f"if the day is right, write {right}, or {date} without the weekday")


_ISO = re.compile(r"(?P<year>-?[0-9]{4}|y-[0-9]{5})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_UNSPECIFIED = re.compile(r"(?<=[0-9]{4})-xx(?:-xx)?$|(?<=[0-9]{4}-[0-9]{2})-xx$")
"""EDTF's notation for an unknown month or day: 1921-XX, 1921-03-XX."""
_WORDS = (
    re.compile(rf"(?:(?:(?P<day>[0-9]{{1,2}}) )?(?P<name>(?!ad )[a-z]+) )?{_YEAR}"),
    re.compile(rf"(?P<name>[a-z]+) (?P<day>[0-9]{{1,2}}) {_YEAR}"),
    re.compile(rf"{_YEAR} (?P<name>[a-z]+)(?: (?P<day>[0-9]{{1,2}}))?"),
    re.compile(r"(?:(?P<day>[0-9]{1,2}) )?(?P<name>[a-z]+)"),
    re.compile(r"(?P<name>[a-z]+) (?P<day>[0-9]{1,2})"),
    re.compile(r"(?P<day>[0-9]{1,2})"),
)


def parse_parts(text: str) -> DateParts | None:
    """Return the parts of a normalised text: 1921-03-16, 16 march 1921, march 16 1921, 29 september, 29; else None."""
    if is_time(text):  # the end of a range: 28 July 1914, 11.10–11.45
        return DateParts(time=read_time(text, some_day()))
    if apart := split_time(text):
        return _with_time(*apart)
    name, _, rest = text.partition(" ")
    if name in WEEKDAY_NUMBERS:
        parts = parse_parts(rest)
        return parts._replace(weekday=WEEKDAY_NUMBERS[name]) if parts and parts.day else None
    if match := _ISO.fullmatch(_UNSPECIFIED.sub("", text)):
        year, month, day = (None if part is None else int(part.removeprefix("y")) for part in match.groups())
        looks_like_years = month is not None and month > 12 and day is None  # 1919-21
        return None if looks_like_years else DateParts(year, month, day)
    for pattern in _WORDS:
        if (match := pattern.fullmatch(text)) and (found := _from_words(match.groupdict())):
            return found
    return None


def _with_time(date: str, time: str) -> DateParts | None:
    parts = parse_parts(date)
    day = parts.checked() if parts and parts.day and not parts.time else None
    if parts is None or not parts.day or parts.time:
        return None
    return parts._replace(time=read_time(time, typed(day) if day else some_day()))


def _from_words(parts: dict[str, str | None]) -> DateParts | None:
    name, day, year = parts.get("name"), parts.get("day"), parts.get("year")
    month = MONTH_NUMBERS.get(name) if name else None
    if name and month is None:
        return None
    return DateParts(_year(year) if year else None, month, int(day) if day else None)


def _year(text: str) -> int:
    number = int(re.sub("[^0-9]", "", text))
    before_christ = text.endswith(("bc", "bce"))
    if number == 0 and not text.isdigit():
        raise DateError(
            "there is no year 0 before or after Christ",
            f"the year before {typed(PartialDate(1))} is {typed(PartialDate(0))}",
        )
    return 1 - number if before_christ else number


def parse_single(text: str) -> HistoricalDate | None:
    """Return the date of a text that is no range: a day, month, year, season, decade, century, or a part of one; else
    None.

    Raises DateError for a date that cannot exist.
    """
    if match := APPROXIMATE.match(text):
        rest = parse_single(text[match.end() :])
        return make_approximate(rest) if rest else None
    if text[-1:] in ("~", "?", "%"):
        rest = parse_single(text[:-1].rstrip())
        return make_approximate(rest) if rest else None
    if (parts := parse_parts(text)) and (day := parts.checked()):
        return replace(date_of(day), advice=_morning_or_evening(day, parts.time))
    ways = (parse_reckoning, _school_year, _part, _century_or_decade, _season, _dual_year)
    return next((found for way in ways if (found := way(text))), None)


def _morning_or_evening(day: PartialDate, time: Time | None) -> tuple[str, str] | None:
    """7.10 without am or pm may be of the evening."""
    if time is None or not time.may_be_later:
        return None
    date = typed(replace(day, minute=None, clock=""))
    pm = replace(day, minute=time.minute + 12 * 60, clock=f"{time.printed.lstrip('0')} pm")
    message = f"this is read as {dates_in(READ_IN.get()).time(time.minute)}, in the morning"
    return message, f"write {date}, {time.printed} if that is meant, else {typed(pm)}"


def _school_year(text: str) -> HistoricalDate | None:
    """School year 2024/25: from September to August."""
    match = _SCHOOL_YEAR.fullmatch(text)
    if match is None or expand_year(int(match[2]), match[3]) != int(match[2]) + 1:
        return None
    return school_year(int(match[2]), match[3], match[1])


def school_year(year: int, end: str, kind: str = "") -> HistoricalDate:
    """Return a year that begins in the middle of one of the calendar; a school or academic one begins in September."""
    first, last = (9, 8) if kind else (None, None)
    begins, ends = PartialDate(year, first).begins, PartialDate(year + 1, last).ends
    return date_range(begins, ends, SchoolYear(year, end, kind))


def _century_or_decade(text: str) -> HistoricalDate | None:
    if match := _HUNDRED.fullmatch(text):
        return _century(int(match[1]) + 1, before_christ=False)
    if match := _CENTURY.fullmatch(text):
        return _century(int(match[1]), before_christ=(match[2] or "").startswith("bc")) if int(match[1]) else None
    match = _DECADE.fullmatch(text)
    if match is None:
        return None
    era = match[1] or match[4] or ""
    few = len(match[2]) < (3 if match[3] == "x" else 1 if era else 2)  # 30s has no century
    return None if few else _decade(int(match[2]) * 10, era, in_words=match[3] != "x")


def _decade(year: int, era: str, *, in_words: bool) -> HistoricalDate | None:
    if era.startswith("bc"):
        return date_range(-year - 8.0, -year + 2.0, Decade(year, True)) if year else None
    if year == 0:  # there is no year 0: the first decade has nine years
        return date_range(1.0, 10.0, Decade(0))
    found = date_range(float(year), year + 10.0, Decade(year))
    if year % 100 or not in_words:
        return found
    ten = typed(Range(PartialDate(year), PartialDate(year + 9)))
    wanted = f"write {typed(Century(year // 100 + 1))} if the hundred years are meant, else {ten}"
    return replace(found, advice=(f"{typed(found.form)} is read as ten years, {ten}", wanted))


def _century(number: int, *, before_christ: bool) -> HistoricalDate:
    begins = 1.0 - 100 * number if before_christ else 100.0 * (number - 1)
    first = begins if before_christ else max(begins, 1.0)  # there is no year 0
    return date_range(first, begins + 100, Century(number, before_christ))


def _part(text: str) -> HistoricalDate | None:
    """Early, mid or late in a month, year, decade or century."""
    match = _PART.fullmatch(text)
    whole = parse_single(match[2]) if match else None
    if match is None or whole is None or whole.precision is Precision.DAY or whole.approximate:
        return None
    if whole.begins is None or whole.ends is None:
        return None
    first, last = TENTHS[match[1]]
    length = whole.ends - whole.begins
    begins, ends = whole.begins + length * first / 10, whole.begins + length * last / 10
    return date_range(begins, ends, Part(match[1], whole.form), approximate=True)


def _season(text: str) -> HistoricalDate | None:
    match = _SEASON.fullmatch(text)
    if match is None:
        return None
    name, year, second = match[1], _year(match["year"]), match["next"]
    month = SEASONS[name]
    if second and (name != "winter" or int(second) % 100 != (year + 1) % 100):
        ways = typed(Season("autumn", 1938)), typed(Season("winter", 1938, 1939))
        raise DateError(f"{quoted(text)} is no one season", f"write {ways[0]}, or {ways[1]}")
    last = PartialDate(year + 1, 2) if month == 12 else PartialDate(year, month + 2)
    form = Season(name, year, year + 1 if second else None)
    return date_range(PartialDate(year, month).begins, last.ends, form, approximate=True)


def _dual_year(text: str) -> HistoricalDate | None:
    """30 January 1648/9: 1649 by our count, while the old-style year 1648 ran to 24 March."""
    match = _TWO_YEARS.fullmatch(text)
    if match is None or expand_year(int(match["year"]), match["next"]) != int(match["year"]) + 1:
        return None
    year, parts = int(match["year"]), parse_parts(f"{match['day']} {int(match['year']) + 1}")
    day = parts.checked() if parts else None
    if day is None or day.month is None or year >= _LAST_OLD_STYLE:
        return None
    if (day.month, day.day or 0) > (3, 24):
        this = typed(replace(day, year=year))
        raise DateError("only days from 1 January to 24 March have two years", f"write {this}, or {typed(day)}")
    return replace(date_of(day), form=DualYear(day, match["next"]))
