"""What the printers of dates in French, German and Spanish share: where the words of a date stand."""

import re
from abc import abstractmethod
from dataclasses import replace
from typing import ClassVar

from typing_extensions import override

from studypack.model.dates.cldr import CldrDates
from studypack.model.dates.english import EN_DASH, NBSP, expand_bc_year
from studypack.model.dates.forms import (
    About,
    Ago,
    BeforePresent,
    Between,
    Century,
    Counted,
    Decade,
    DualYear,
    Form,
    Open,
    Part,
    PartialDate,
    Range,
    SchoolYear,
    Season,
)
from studypack.model.dates.vocabulary import DateVocabulary, Noun


class GrammarDates(CldrDates):
    """All words of dates in a language."""

    words: ClassVar[DateVocabulary]

    @abstractmethod
    def about(self, noun: Noun) -> str:
        """Return about a date."""

    @abstractmethod
    def open(self, word: str, noun: Noun) -> str:
        """Return a date after a word of `Open`, or after `now`: from the date until today."""

    @abstractmethod
    def part(self, part: str, noun: Noun) -> Noun:
        """Return the early, mid or late part of a date."""

    @abstractmethod
    def decade(self, year: int, last: int) -> Noun:
        """Return the decade of a year, or those from one to another."""

    @abstractmethod
    def century(self, number: int, last: int) -> Noun:
        """Return a century, or those from one to another."""

    @abstractmethod
    def years_counted(self, years: float) -> tuple[str, str]:
        """Return a number of years and its unit: 66, millions d'années."""

    @property
    @override
    def today(self) -> str:
        return self.words.today

    @property
    @override
    def to_word(self) -> str:  # type: ignore[override]
        return self.words.to_word

    @override
    def to(self, first: str, last: str) -> str:
        return self.said(f"{first} {EN_DASH} {last}")

    @override
    def said(self, printed: str) -> str:
        for pattern, heard in self.words.heard:
            printed = re.sub(pattern, heard, printed)
        return re.sub(rf" ?{EN_DASH} ?", f" {self.words.to_word} ", printed)

    @override
    def year(self, year: int) -> str:
        if year < 1:
            return f"{self.number(1 - year)}{NBSP}{self.words.eras[0]}"
        return f"{year}{NBSP}{self.words.eras[1]}" if year < 100 else str(year)

    @override
    def number(self, number: int) -> str:
        group = str(self.locale.number_symbols["latn"]["group"])
        return f"{number:,}".replace(",", group) if number > 9999 else str(number)

    def decimal(self, number: float) -> str:
        """Return a number that may have decimals."""
        if number == int(number):
            return self.number(int(number))
        return f"{number:.12g}".replace(".", str(self.locale.number_symbols["latn"]["decimal"]))

    @override
    def years(self, first: int, last: int) -> str:
        if first >= 1:
            return f"{first}{EN_DASH}{last}" + (f"{NBSP}{self.words.eras[1]}" if first < 100 else "")
        if last >= 1 or expand_bc_year(str(1 - first), str(1 - last)):
            return f"{self.year(first)} {EN_DASH} {self.year(last)}"
        return f"{self.number(1 - first)}{EN_DASH}{self.year(last)}"

    @override
    def decade_names(self, first: int, last: int) -> tuple[str, ...]:
        if first < 100:
            return (self.years(first, last),)
        return self.decade(first, first).text, f"{first}{EN_DASH}{last % 100:02}"

    @override
    def ago(self, years: float) -> str:
        return self._ago("", self._counted_years(years))

    @override
    def ago_number(self, years: float) -> str:
        number, unit = self.years_counted(years)
        return number if years < 1e6 else f"{number}{NBSP}{unit.split()[0]}"

    def _counted_years(self, years: float) -> str:
        return NBSP.join(self.years_counted(years))

    def _ago(self, word: str, years: str) -> str:
        return self.words.ago_words[word].format(years)

    @override
    def counted(self, noun: str, first: int, last: int) -> str:
        one, several, _ = self.words.counted_nouns[noun]
        return f"{one} {first}" if first == last else f"{several} {first}{EN_DASH}{last}"

    @override
    def clock(self, day: PartialDate) -> str:
        return "" if day.minute is None else f", {self.time(day.minute)}"

    @override
    def _range(self, first: PartialDate, last: PartialDate, short: bool) -> str:
        end = self.day(last, short=short)
        if first.minute is not None or last.minute is not None:
            same = replace(first, minute=last.minute, clock=last.clock) == last
            return self._times(first, last, short) if same else f"{self.day(first, short=short)} {EN_DASH} {end}"
        if first.year == last.year and first.month and last.month:
            if first.month == last.month and first.day and last.day and first.weekday is last.weekday is None:
                return f"{self.day_number(first.day)}{self.words.after_day}{EN_DASH}{end}"
            start = self.day(first, short=short, year=False)
            space = " " if first.day or last.day else ""
            return f"{start}{space}{EN_DASH}{space}{end}"
        if first.month or last.month:
            return f"{self.day(first, short=short)} {EN_DASH} {end}"
        return self.years(first.year, last.year)

    def _times(self, first: PartialDate, last: PartialDate, short: bool) -> str:
        """From one time of a day to another."""
        return f"{self.day(first, short=short)} {EN_DASH} {self.time(last.minute or 0)}"

    @override
    def _printed(self, form: Form, short: bool) -> str:
        return self._noun(form, short).text

    def _noun(self, form: Form, short: bool) -> Noun:
        match form:
            case PartialDate():
                noun = self._day_noun(form, self.day(form, short=short))
            case DualYear(day, end):
                both = f"{day.year - 1}/{end}"
                noun = self._day_noun(day, self.day(day, short=short).replace(str(day.year), both))
            case Range(first, last):
                noun = Noun(self._range(first, last, short))
            case Part(part, whole):
                noun = self.part(part, self._noun(whole, short))
            case About(Ago(years)):
                noun = Noun(self._ago("", f"{self.words.roughly} {self._counted_years(years)}"))
            case About(Open(word, of, to_now)):
                noun = self._noun(Open(word, About(of), to_now), short)
            case About(of):
                noun = Noun(self.about(self._noun(of, short)))
            case Open(word, of, to_now):
                noun = Noun(self._open("now" if to_now else word, of, short))
            case Between(first, last):
                noun = self._joint(first, last) or Noun(
                    f"{self._printed(first, short)} {EN_DASH} {self._printed(last, short)}"
                )
            case _:
                noun = self._period_noun(form)
        return noun

    def _day_noun(self, day: PartialDate, text: str) -> Noun:
        return Noun(text, self.words.day_article if day.day else "", of_day=day.day is not None)

    def _period_noun(self, form: Form) -> Noun:
        """A date whose short form is the long one."""
        match form:
            case SchoolYear(year, end, kind):
                years = f"{year}/{end}"
                noun = self.words.schools[kind].followed_by(f" {years}") if kind else Noun(years)
            case Decade(0, False):  # there is no year 0: the first decade has nine years
                noun = Noun(self.years(1, 9))
            case Decade(year, before_christ):
                noun = self._of_era(self.decade(year, year), before_christ, year < 100)
            case Century(number, before_christ):
                noun = self._of_era(self.century(number, number), before_christ)
            case Season(name, year, second):
                noun = self.words.seasons["autumn" if name == "fall" else name]
                noun = noun.followed_by(self.words.before_year + self.season_years(year, second))
            case Ago(years):
                noun = Noun(self.ago(years))
            case BeforePresent(years):
                noun = Noun(f"{self.number(round(years))} BP")
            case Counted(noun, first, last):
                noun = Noun(self.counted(noun, first, last), self.words.counted_nouns[noun][2])
            case _:
                raise AssertionError(form)
        return noun

    def season_years(self, year: int, second: int | None) -> str:
        """Return the years of a season; a winter may have two."""
        return self.years(year, second) if second else self.year(year)

    def _of_era(self, noun: Noun, before_christ: bool, after_christ: bool = False) -> Noun:
        if not (before_christ or after_christ):
            return noun
        return noun.followed_by(f"{NBSP}{self.words.eras[0 if before_christ else 1]}")

    def _open(self, word: str, of: Form, short: bool) -> str:
        match of:
            case Ago(years):
                return self._ago(word, self._counted_years(years))
            case About(Ago(years)):
                return self._ago(word, f"{self.words.roughly} {self._counted_years(years)}")
            case About(date):
                return self.open(word, Noun(f"{self.words.roughly} {self._printed(date, short)}"))
        return self.open(word, self._noun(of, short))

    def _joint(self, first: Form, last: Form) -> Noun | None:
        """What two ends share, said once: XVIIe–XVIIIe siècle, il y a 252–66 millions d'années."""
        match first, last:
            case Century(one, era), Century(two, other) if era == other:
                return self._of_era(self.century(one, two), era)
            case Decade(one, False), Decade(two, False) if one >= 100:
                return self.decade(one, two)
            case Ago(one), Ago(two):
                (number, unit), (end, same) = self.years_counted(one), self.years_counted(two)
                return Noun(self._ago("", f"{number}{EN_DASH}{end}{NBSP}{unit}")) if unit == same else None
            case BeforePresent(one), BeforePresent(two):
                return Noun(f"{self.number(round(one))}{EN_DASH}{self.number(round(two))} BP")
            case Counted(noun, one, _), Counted(other, _, two) if noun == other:
                return Noun(self.counted(noun, one, two))
        return None
