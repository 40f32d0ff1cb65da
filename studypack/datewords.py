"""One date in words or in EDTF: a day, month, year, season, decade or century, or a part of one."""

import re
from typing import NamedTuple

from studypack.almanac import EN_DASH, MONTHS, NAMES, NBSP, DateError, Day, days_in, printed_year
from studypack.when import Precision, When, about, of_day, span

ABOUT = re.compile(r"(?:c|ca|circa|about|around|approx|approximately|~) |(?:ca?|~)(?=[0-9])")
"""What goes before a date that is known only roughly."""
_PART = re.compile(r"(early|mid|late)(?:-| | in )(?:the )?(.+)")
_DECADE = re.compile(r"([0-9]{3})(?:x|0s)")
_HUNDRED = re.compile(r"([0-9]{2})xx")
_CENTURY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th) century( bce?)?")
_SEASON = re.compile(r"(spring|summer|autumn|fall|winter) (?:of )?([0-9]{3,4})(?:[-/]([0-9]{2}|[0-9]{4}))?")

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The first month of each season, on the northern half of the Earth."""
TENTHS = {"early": (0, 4), "mid": (3, 7), "late": (6, 10)}
"""What early, mid and late mean, in tenths of the whole: they overlap, as in speech."""


class Fields(NamedTuple):
    """What a text says of a calendar date; the start of a span may leave its year to the end."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def checked(self) -> Day | None:
        """The day, or None where its year or month is not said. Raises DateError for 30 February."""
        if self.year is None or (self.month is None and self.day is not None):
            return None
        if self.month is not None and not 1 <= self.month <= 12:
            raise DateError(f"{self.month:02} is no month", "months go from 01 to 12")
        if self.month is not None and self.day is not None:
            most = days_in(self.year, self.month)
            if not 1 <= self.day <= most:
                month = f"{MONTHS[self.month - 1]} {printed_year(self.year)}"
                message = f"{month} has {most} days, so there is no day {self.day}"
                raise DateError(message, f"if only the month is sure, write {month}")
        return Day(self.year, self.month, self.day)


_YEAR = r"(?P<year>[0-9]{3,4}|ad [0-9]{1,4}|[0-9]{1,4} (?:bce?|ad|ce))"
_ISO = re.compile(r"(?P<year>-?[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_WORDS = (
    re.compile(rf"(?:(?:(?P<day>[0-9]{{1,2}}) )?(?P<name>(?!ad )[a-z]+) )?{_YEAR}"),
    re.compile(rf"(?P<name>[a-z]+) (?P<day>[0-9]{{1,2}}) {_YEAR}"),
    re.compile(r"(?:(?P<day>[0-9]{1,2}) )?(?P<name>[a-z]+)"),
    re.compile(r"(?P<day>[0-9]{1,2})"),
)


def fields(text: str) -> Fields | None:
    """What a folded text says: 1921-03-16, 16 march 1921, march 16 1921, 29 september, 29; else None."""
    if match := _ISO.fullmatch(text):
        year, month, day = (None if part is None else int(part) for part in match.groups())
        looks_like_years = month is not None and month > 12 and day is None  # 1919-21
        return None if looks_like_years else Fields(year, month, day)
    for pattern in _WORDS:
        if (match := pattern.fullmatch(text)) and (found := _from_words(match.groupdict())):
            return found
    return None


def _from_words(said: dict[str, str | None]) -> Fields | None:
    name, day, year = said.get("name"), said.get("day"), said.get("year")
    month = NAMES.get(name) if name else None
    if name and month is None:
        return None
    return Fields(_year(year) if year else None, month, int(day) if day else None)


def _year(text: str) -> int:
    number = int(re.sub("[^0-9]", "", text))
    before_christ = text.endswith(("bc", "bce"))
    if number == 0 and not text.isdigit():
        raise DateError("there is no year 0 before or after Christ", "the year before AD 1 is 1 BC")
    return 1 - number if before_christ else number


def single(text: str) -> When | None:
    """One date, not a span of two: a day, month, year, season, decade, century, a part of one, about one."""
    if match := ABOUT.match(text):
        rest = single(text[match.end() :])
        return about(rest) if rest else None
    if text[-1:] in ("~", "?", "%"):
        rest = single(text[:-1].rstrip())
        return about(rest) if rest else None
    if (said := fields(text)) and (day := said.checked()):
        return of_day(day)
    return _part(text) or _decade(text) or _season(text)


def _decade(text: str) -> When | None:
    if match := _DECADE.fullmatch(text):
        year = int(match[1]) * 10
        return span(float(year), year + 10.0, f"{year}s")
    if match := _HUNDRED.fullmatch(text):
        return _century(int(match[1]) + 1, before_christ=False)
    if match := _CENTURY.fullmatch(text):
        return _century(int(match[1]), before_christ=bool(match[2])) if int(match[1]) else None
    return None


def _century(number: int, *, before_christ: bool) -> When:
    ending = "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    begins = (-100 * number if before_christ else 100 * (number - 1)) + (1.0 if before_christ else 0.0)
    return span(begins, begins + 100, f"{number}{ending} century{f'{NBSP}BC' if before_christ else ''}")


def _part(text: str) -> When | None:
    """Early, mid or late in a month, year, decade or century."""
    match = _PART.fullmatch(text)
    whole = single(match[2]) if match else None
    if match is None or whole is None or whole.precision is Precision.DAY or whole.approximate:
        return None
    if whole.begins is None or whole.ends is None:
        return None
    first, last = TENTHS[match[1]]
    length = whole.ends - whole.begins
    joint = "-" if match[1] == "mid" else " "
    return span(
        whole.begins + length * first / 10,
        whole.begins + length * last / 10,
        f"{match[1]}{joint}{whole.long}",
        f"{match[1]}{joint}{whole.short}",
        approximate=True,
    )


def _season(text: str) -> When | None:
    match = _SEASON.fullmatch(text)
    if match is None:
        return None
    name, year, second = match[1], int(match[2]), match[3]
    month = SEASONS[name]
    if second and (name != "winter" or int(second) % 100 != (year + 1) % 100):
        raise DateError(f"{text!r} is no one season", "write autumn 1938, or winter 1938–39 for a winter of two years")
    last = Day(year + 1, 2) if month == 12 else Day(year, month + 2)
    printed = f"{name} {year}" + (f"{EN_DASH}{int(second) % 100:02}" if second else "")
    return span(Day(year, month).begins, last.ends, printed, approximate=True)
