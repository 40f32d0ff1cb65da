"""Dates with the months, the weekdays and the order of a language: from Unicode's CLDR, by Babel."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from babel import Locale, UnknownLocaleError
from typing_extensions import override

from studypack.model.dates.english import EN_DASH, EnglishDates
from studypack.model.dates.forms import PartialDate
from studypack.model.dates.translation import DatePattern, LocalNames, folded_months, in_english

_UNPRINTED = re.compile("[^\u0000-\u0482\u048a-\u04ff\u1e00-\u1eff\u2000-\u206f]|[ǩҕҥҩҭҵҸҹҽ]")
"""Of the letters of months, those that no bundled typeface has."""


def locale_of(language: str) -> Locale | None:
    """Return what Babel knows of a language (BCP 47), or else of it without its region; None if nothing."""
    for tag in (language, language.partition("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    return None


class CldrDates(EnglishDates):
    """The months and weekdays of a language, in its order; all other words are English."""

    to_word = ""

    def __init__(self, locale: Locale) -> None:
        """Raise ValueError if the dates of the language have other figures, eras or scripts, or names nobody knows."""
        if locale.default_numbering_system != "latn" or locale.months["format"]["wide"][1] == "M01":
            raise ValueError(locale)
        self.locale = locale
        self.name = Locale(locale.language).english_name or locale.language
        self.months, self.short_months = (self._months("format", width) for width in ("wide", "abbreviated"))
        self.weekdays, self.short_weekdays = (
            tuple(locale.days["format"][width][day] for day in range(7)) for width in ("wide", "abbreviated")
        )
        self.patterns = {skeleton: self._pattern(skeleton) for skeleton in ("yMMMMd", "yMMMM", "MMMMd")}
        """The order of days, of months, and of days without their year."""
        self._short_patterns = {skeleton: self._pattern(skeleton.replace("MMMM", "MMM")) for skeleton in self.patterns}
        joint = re.match(r"(?:E+|c+)([^\w']*)", str(locale.date_formats["full"].pattern))
        self._after_weekday = joint[1] if joint else ""
        words = "".join(
            (*self.own_words, *(piece for pattern in self.patterns.values() for _, piece in pattern.pieces))
        )
        if _UNPRINTED.search(words) or not all(pattern.says_month for pattern in self.patterns.values()):
            raise ValueError(locale)

    def _months(self, use: str, width: str) -> tuple[str, ...]:
        return tuple(self.locale.months[use][width][month] for month in range(1, 13))

    def _pattern(self, skeleton: str) -> DatePattern:
        found = self.locale.datetime_skeletons.get(skeleton)
        if found is None and skeleton == "yMMMMd":  # until CLDR 47 some languages had it in this place alone
            found = self.locale.date_formats["long"].pattern
        return DatePattern.of(str(found or ""))

    @cached_property
    def names(self) -> LocalNames:
        """What the language calls months and weekdays, for reading."""
        kinds = [self._months(use, width) for use in ("format", "stand-alone") for width in ("wide", "abbreviated")]
        months = dict.fromkeys((name, number) for names in kinds for number, name in enumerate(names, 1))
        weekdays = dict.fromkeys(
            (n, day) for names in (self.weekdays, self.short_weekdays) for day, n in enumerate(names)
        )
        patterns = self.patterns["yMMMMd"], self.patterns["yMMMM"]
        decimal = str(self.locale.number_symbols["latn"]["decimal"])
        return LocalNames(self.locale.language, tuple(months), tuple(weekdays), patterns, decimal)

    @property
    @override
    def own_words(self) -> Iterable[str]:
        return [name for name, _ in (*self.names.months, *self.names.weekdays)]

    @override
    def in_english(self, source: str) -> str:
        return in_english(source, self.names)

    @override
    def month_numbers(self) -> Mapping[str, int]:
        return folded_months(self.names)

    @override
    def day(self, day: PartialDate, *, short: bool = False, year: bool = True) -> str:
        if day.month is None:
            return super().day(day, short=short, year=year)
        if day.day or year:
            shown = self._filled("yMMMM" if not day.day else "yMMMMd" if year else "MMMMd", day, short)
        else:
            shown = self._month_alone(day.month, short)
        if day.weekday is not None:
            name = (self.short_weekdays if short else self.weekdays)[day.weekday]
            shown = name + self._after_weekday + shown if self._after_weekday else f"{shown}, {name}"
        return shown + self.clock(day)

    def clock(self, day: PartialDate) -> str:
        """Return the time of a day as it follows the date."""
        return f", {day.clock}" if day.clock else ""

    def day_number(self, day: int) -> str:
        """Return the number of a day within its month."""
        return str(day)

    def _month_alone(self, month: int, short: bool) -> str:
        declines = any(letters[0] == "L" for field, letters in self.patterns["yMMMM"].pieces if field)
        return self._months("stand-alone" if declines else "format", "abbreviated" if short else "wide")[month - 1]

    def _filled(self, skeleton: str, day: PartialDate, short: bool) -> str:
        month = day.month or 1
        short = short and self._short_patterns[skeleton].says_month
        values = {
            "year": self.year(day.year),
            "month": (self.short_months if short else self.months)[month - 1],
            "day": self.day_number(day.day or 1),
            **dict.fromkeys(("LLLL", "LLL"), self._month_alone(month, short)),
        }
        return (self._short_patterns if short else self.patterns)[skeleton].filled(values)

    @override
    def _range(self, first: PartialDate, last: PartialDate, short: bool) -> str:
        if first.clock or last.clock or not (first.month or last.month):
            return super()._range(first, last, short)
        return f"{self.day(first, short=short)} {EN_DASH} {self.day(last, short=short)}"
