"""How dates are printed and read aloud in English; the printers of other languages are derived from it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

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

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
"""The abbreviations of British printers (New Oxford Style Manual, 10.2.6)."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

NBSP = "\u00a0"
"""A no-break space keeps a day with its month, and c. with its year."""
EN_DASH = "–"


class EnglishDates:
    """The words of dates."""

    to_word = "to"
    """What is heard for the dash of a range; empty where nobody knows."""
    name = "English"
    """Of the language, in English."""
    months: Sequence[str] = MONTHS
    short_months: Sequence[str] = SHORT_MONTHS
    weekdays: Sequence[str] = WEEKDAYS
    short_weekdays: Sequence[str] = tuple(name[:3] for name in WEEKDAYS)

    @property
    def today(self) -> str:
        """The last moment of years counted back from today."""
        return "today"

    def in_english(self, source: str) -> str:
        """Return a date as an author typed it, with its words in English as far as they are known."""
        return source

    @property
    def own_words(self) -> Iterable[str]:
        """The months and weekdays in the language; none for English."""
        return ()

    def month_numbers(self) -> Mapping[str, int]:
        """Return the number of each month, from 1, by its names in the language; empty for English."""
        return {}

    def long(self, form: Form) -> str:
        """Return a date for running text and lists: 16 March 1921 · 1919–21 · c. 1930 · early 1930s · after 1935."""
        return self._printed(form, False)

    def short(self, form: Form) -> str:
        """Return a date for labels: 16 Mar 1921 · Mar 1921 · 1919–21."""
        return self._printed(form, True)

    def spoken(self, form: Form) -> str:
        """Return the long form as it is read aloud: 1919 to 1921, circa 1930, May to November 1926."""
        return self.said(self.long(form))

    def said(self, printed: str) -> str:
        """Return a printed date without what a screen reader leaves out or spells: dashes and c.

        What the end of a range leaves to its start is said: 1919–21 is 1919 to 1921.
        """
        words = re.sub(rf"\bc\.{NBSP}", "circa ", printed)
        words = _CLOCK.sub(r"\1:\2", words)
        words = _YEARS.sub(_completed, words)
        words = re.sub(rf"\b(\d\d?)(\d0s){EN_DASH}(\d0s)", rf"\1\2{EN_DASH}\1\3", words)
        return re.sub(rf" ?{EN_DASH} ?", " to ", words)

    def to(self, first: str, last: str) -> str:
        """Return how a stretch from one moment to another is read aloud."""
        return f"{first} {self.to_word or 'to'} {last}"

    def day(self, day: PartialDate, *, short: bool = False, year: bool = True) -> str:
        """Return a calendar date: 16 March 1921, Mar 1921, 44 BC. The start of a range may omit its year."""
        words = []
        if day.month is not None:
            month = (self.short_months if short else self.months)[day.month - 1]
            words.append(month if day.day is None else f"{day.day}{NBSP}{month}")
        if day.weekday is not None:
            words.insert(0, (self.short_weekdays if short else self.weekdays)[day.weekday])
        if year:
            words.append(self.year(day.year))
        return " ".join(words) + (f", {day.clock}" if day.clock else "")

    def year(self, year: int) -> str:
        """Return a year: 1921, AD 43 (below 100, where the number alone would not look like a year), 44 BC."""
        if year < 1:
            return f"{self.number(1 - year)}{NBSP}BC"
        return f"AD{NBSP}{year}" if year < 100 else str(year)

    def year_names(self, year: int) -> tuple[str, ...]:
        """Return the names of a year on an axis, the fullest first."""
        return (self.year(year),)

    def number(self, number: int) -> str:
        """Return the number of a year before Christ, or of years before today: 44; 10,000."""
        return f"{number:,}" if number > 9999 else str(number)

    def years(self, first: int, last: int) -> str:
        """Return a range of years: 1920–24, 44–40 BC. Years count as in `HistoricalDate`."""
        if first < 1 and last < 1:
            joint = f"{NBSP}BC {EN_DASH} " if expand_bc_year(self.number(1 - first), str(1 - last)) else EN_DASH
            return f"{self.number(1 - first)}{joint}{self.year(last)}"
        if first >= 100 and first // 100 == last // 100:
            return f"{first}{EN_DASH}{last % 100:02}"
        joint, end = (EN_DASH, str(last)) if first >= 1 else (f" {EN_DASH} ", self.year(last))
        return f"{self.year(first)}{joint}{end}"

    def decade_names(self, first: int, last: int) -> tuple[str, ...]:
        """Return the names of ten years on an axis, the fullest first: 1920s, AD 10–19, 430–421 BC."""
        if last < 1:
            return (f"{self.number(1 - first)}{EN_DASH}{self.number(1 - last)}{NBSP}BC",)
        return (f"{first}s" if first >= 100 else f"AD{NBSP}{first}{EN_DASH}{last}",)

    def ago(self, years: float) -> str:
        """Return a number of years counted back from today: 10,000 years ago, 66 million years ago."""
        return f"{self.ago_number(years)} years ago"

    def ago_number(self, years: float) -> str:
        """Return the number of the same alone, for an axis."""
        for unit, name in ((1e9, "billion"), (1e6, "million")):
            if years >= unit:
                return f"{years / unit:.12g}{NBSP}{name}"
        return f"{years:,.0f}"

    def counted(self, noun: str, first: int, last: int) -> str:
        """Return what an order without dates counts in, from the first to the last: Day 3, Weeks 2–4."""
        name = noun.capitalize()
        return f"{name} {first}" if first == last else f"{name}s {first}{EN_DASH}{last}"

    def time(self, minute: int) -> str:
        """Return a time of day, in minutes from midnight: 09.05 (New Oxford Style Manual, 11.3)."""
        return f"{minute // 60:02}.{minute % 60:02}"

    def said_time(self, minute: int) -> str:
        """Return the same as it is read aloud: 09:05."""
        return self.time(minute).replace(".", ":")

    def _printed(self, form: Form, short: bool) -> str:
        match form:
            case PartialDate():
                shown = self.day(form, short=short)
            case Range(first, last):
                shown = self._range(first, last, short)
            case DualYear(day, end):
                shown = f"{self.day(day, short=short, year=False)} {day.year - 1}/{end}"
            case Part(part, whole):
                shown = f"{part}{'-' if part == 'mid' else ' '}{self._printed(whole, short)}"
            case About(of):
                shown = f"c.{NBSP}{self._printed(of, short)}"
            case Open(word, of, to_now):
                start = self._printed(of, short)
                shown = _joined(start, "present") if to_now else f"{word} {start}"
            case Between(first, last):
                shown = _joined(self._printed(first, short), self._printed(last, short))
            case _:
                shown = self._period(form)
        return shown

    def _period(self, form: Form) -> str:
        """A date whose short form is the long one."""
        match form:
            case SchoolYear(year, end, kind):
                shown = f"{kind} year {year}/{end}" if kind else f"{year}/{end}"
            case Decade(year, before_christ):
                shown = _decade(year, before_christ)
            case Century(number, before_christ):
                ending = "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
                shown = f"{number}{ending} century{f'{NBSP}BC' if before_christ else ''}"
            case Season(name, year, second):
                shown = f"{name} {self.year(year)}" + (f"{EN_DASH}{second % 100:02}" if second else "")
            case Ago(years):
                shown = self.ago(years)
            case BeforePresent(years):
                shown = f"{self.number(round(years))} BP"
            case Counted(noun, first, last):
                shown = self.counted(noun, first, last)
            case _:
                raise AssertionError(form)
        return shown

    def _range(self, first: PartialDate, last: PartialDate, short: bool) -> str:
        """A range without what its two ends share: 29–30 September 1938, March–May 1921, 1919–21."""
        end = self.day(last, short=short)
        if first.clock or last.clock:
            same = replace(first, minute=None, clock="") == replace(last, minute=None, clock="") and first.clock
            if same and first.clock[-2:] == last.clock[-2:] in ("am", "pm"):  # 28 July 1914, 7–9 pm
                first = replace(first, clock=first.clock[:-3])
            start = self.day(first, short=short)
            return f"{start}{EN_DASH}{last.clock}" if same else f"{start} {EN_DASH} {end}"
        if first.year == last.year and first.month and last.month:
            if first.month == last.month and first.day and last.day and first.weekday is last.weekday is None:
                return f"{first.day}{EN_DASH}{end}"
            start = self.day(first, short=short, year=False)
            space = " " if first.day or last.day else ""
            return f"{start}{space}{EN_DASH}{space}{end}"
        if first.month or last.month:
            return f"{self.day(first, short=short)} {EN_DASH} {end}"
        return self.years(first.year, last.year)


def _decade(year: int, before_christ: bool) -> str:
    if before_christ:
        return f"{year}s{NBSP}BC"
    if not year:  # there is no year 0: the first decade has nine years
        return f"AD{NBSP}1{EN_DASH}9"
    return f"AD{NBSP}{year}s" if year < 100 else f"{year}s"


_AGO = re.compile(rf"[0-9.,]+((?:{NBSP}(?:million|billion))? (?:years ago|BP))")


def _joined(start: str, end: str) -> str:
    """Two ends as a range is printed: 17th–18th century, 1920s–30s, 1991–present, 1921 – March 1922."""
    centuries = [re.fullmatch(r"([0-9]+[a-z]+)( century.*)", each) for each in (start, end)]
    if centuries[0] and centuries[1] and centuries[0][2] == centuries[1][2]:
        return f"{centuries[0][1]}{EN_DASH}{end}"
    if (ago := _AGO.fullmatch(end)) and start.endswith(ago[1]):
        return f"{start.removesuffix(ago[1])}{EN_DASH}{end}"
    nouns = [re.fullmatch("(Minute|Hour|Day|Week|Month|Year) ([0-9]+)", each) for each in (start, end)]
    if nouns[0] and nouns[1] and nouns[0][1] == nouns[1][1]:
        return f"{nouns[0][1]}s {nouns[0][2]}{EN_DASH}{nouns[1][2]}"
    decades = [re.fullmatch("([0-9]{1,2})([0-9]0s)", each) for each in (start, end)]
    if decades[0] and decades[1]:
        return f"{start}{EN_DASH}{decades[1][2] if decades[0][1] == decades[1][1] else end}"
    return f"{start}{EN_DASH}{end}" if start.isdigit() and end == "present" else f"{start} {EN_DASH} {end}"


def expand_year(year: int, end: str) -> int:
    """Return the year that a shortened second year means: 1921 after 1919 and "21"; 445 after 446 and "5"."""
    return int(str(year)[: -len(end)] + end)


def expand_bc_year(start: str, end: str) -> int | None:
    """Return the year BC that a shortened second year may mean: 445 where 5 follows 446; None where 50 follows 58."""
    if not start.isdigit() or len(end) >= len(start):
        return None
    last = expand_year(int(start), end)
    return last if last < int(start) else None


_PARTED = r"[.,\u00a0\u202f]"
"""What parts the thousands, or the decimals, of a number that is no year: £1,000–4,000."""
_NO_YEARS = rf" BC|[ {NBSP}](?:[mb]illion|years ago|BP)"
_YEARS = re.compile(
    rf"(?<!\d{_PARTED})\b(\d+)(\d\d|\d)[{EN_DASH}/](\d\d?)(?=\b(?!{_NO_YEARS})(?!{_PARTED}\d| \d{{3}}\b))"
)
_CLOCK = re.compile(rf"(?<=[ {EN_DASH}])(\d\d?)\.(\d\d)(?=$|[ {EN_DASH}{NBSP}])(?!{NBSP}[mb]illion)")
_RANGE = re.compile(rf"(?<=\d){EN_DASH}(?=\d)")


def spoken_ranges(text: str, to_word: str = EnglishDates.to_word) -> str:
    """Return a text with its ranges of figures in words: 1923–24 is 1923 to 1924, and 3–12 May is 3 to 12 May."""
    in_full = _YEARS.sub(lambda found: _completed(found) if EN_DASH in found[0] else found[0], text)
    return _RANGE.sub(f" {to_word} ", in_full)


def _completed(years: re.Match[str]) -> str:
    first, end = years[1] + years[2], years[3]
    # 3–12 May has both its days in full.
    return f"{first}{EN_DASH}{first[: -len(end)]}{end}" if len(first) > len(end) else years[0]
