"""Dates in other languages, read: their words become those of English dates, by the tables of `rules`.

Of languages without rules the months and weekdays are read, in the order that CLDR has them in.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from studypack.base.record import record
from studypack.model.dates.english import MONTHS, NBSP, WEEKDAYS
from studypack.model.dates.rules import ERAS_AND_AGES, FORMS, Rule

_PIECE = re.compile(r"'(?P<quoted>[^']*)'|(?P<field>(?P<letter>[A-Za-z])(?P=letter)*)|(?P<text>[^A-Za-z']+)")
_FIELDS = {"y": "year", "M": "month", "L": "month", "d": "day", "E": "weekday", "c": "weekday"}


@record
class DatePattern:
    """A pattern of CLDR's, such as d 'de' MMMM 'de' y, taken apart."""

    pieces: tuple[tuple[str, str], ...]
    """Each is a field (year, month, day, weekday) with its letters, or empty with the text between two fields."""

    @classmethod
    def of(cls, pattern: str) -> "DatePattern":
        """Return a pattern. Raises ValueError if it has more than years, months and days: an era, say."""
        pieces = []
        for match in _PIECE.finditer(pattern):
            if match["field"] and match["letter"] not in _FIELDS:
                raise ValueError(pattern)
            field = _FIELDS[match["letter"]] if match["field"] else ""
            pieces.append((field, match["field"] or match["quoted"] or match["text"]))
        return cls(tuple(pieces))

    @property
    def says_month(self) -> bool:
        """Whether it has the month as a word: 16 March, not 16.3."""
        return any(field == "month" and len(letters) >= 3 for field, letters in self.pieces)

    def filled(self, values: Mapping[str, str]) -> str:
        """Return the date that has these values by field, or by its letters; a day is kept with what follows."""
        done, before = "", ""
        for field, letters in self.pieces:
            text = (values.get(letters) or values[field]) if field else letters
            done += text.replace(" ", NBSP, 1) if before == "day" else text
            before = field
        return done


class LocalNames(NamedTuple):
    """What a language calls months and weekdays, and in which order it has dates."""

    language: str
    months: tuple[tuple[str, int], ...]
    """Every name and abbreviation with its number, from 1."""
    weekdays: tuple[tuple[str, int], ...]
    """The same, from 0 for Monday."""
    patterns: tuple[DatePattern, ...]
    """Of whole dates and of months of a year."""
    decimal: str
    """The decimal point or comma."""


_OTHER_MONTHS: Mapping[str, Mapping[str, int]] = {
    "fr": {"fev": 2, "juill": 7, "sep": 9},
    "de": {"janner": 1, "feber": 2, "maerz": 3, "sep": 9},
    "es": {"set": 9, "sep": 9, "sept": 9, "setiembre": 9},
}
"""Names that CLDR lacks in some region, or altogether."""


def in_english(source: str, names: LocalNames) -> str:
    """Return a date with its words in English, as far as they are known; what is not is left as it is, folded."""
    text = re.sub(r"\b1\.?o\b", "1", fold(source))  # 1º
    for rule in _rules(ERAS_AND_AGES, names.language):
        text = _said(rule, text)
    if re.search(r"BC|AD|years|\bbp\b", text):
        text = _numbers_in_english(text, names.decimal)
    for rule in _rules(FORMS, names.language):
        text = _said(rule, text)
    return " ".join(_in_order(text, names).split())


def _numbers_in_english(text: str, decimal: str) -> str:
    """The text with 10 000 as 10000 and 4,6 as 4.6: only millions and billions have decimals."""
    parting = " .,'".replace(decimal, "") if re.search("[mb]illion", text) else " .,'"
    text = re.sub(
        rf"(?<![\d.,])\d{{1,3}}(?:[{parting}]\d{{3}})+(?!\d)", lambda found: re.sub(r"\D", "", found[0]), text
    )
    return re.sub(rf"(?<=\d){re.escape(decimal)}(?=\d)", ".", text)


Compiled = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]


@cache
def _rules(rules: Sequence[Rule], language: str) -> Sequence[Compiled]:
    patterns = ((getattr(rule, language, ""), rule.english) for rule in rules)
    return tuple((re.compile(pattern), english) for pattern, english in patterns if pattern)


def _said(rule: Compiled, text: str) -> str:
    pattern, english = rule
    if callable(english) or "\\" not in english:
        return pattern.sub(english, text)
    # Of a rule with alternatives, the groups that are there.
    return pattern.sub(lambda found: _filled(english, [each for each in found.groups() if each is not None]), text)


def _filled(english: str, groups: Sequence[str]) -> str:
    return re.sub(r"\\(\d)", lambda number: groups[int(number[1]) - 1], english)


def fold(text: str) -> str:
    """Return a text in small letters, without accents, with one kind of dash, apostrophe and blank."""
    return " ".join(_plain(text).split())


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return re.sub("[\u2019`\u02bc]", "'", re.sub("[\u2010-\u2015\u2212\u2043]", "-", bare))


@cache
def folded_months(names: LocalNames) -> Mapping[str, int]:
    """Return the number of each month by its names and abbreviations, folded and without stops."""
    folded = {fold(name).rstrip("."): number for name, number in names.months}
    return {**folded, **_OTHER_MONTHS.get(names.language, {})}


@cache
def _folded_weekdays(names: LocalNames) -> Mapping[str, int]:
    return {fold(name).rstrip("."): day for name, day in names.weekdays}


def _any(names: Mapping[str, int]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))


@cache
def _order(names: LocalNames) -> Sequence[re.Pattern[str]]:
    """Patterns of weekdays, whole dates, months of a year, and months alone."""
    months, weekdays = _any(folded_months(names)), _any(_folded_weekdays(names))
    before = rf"(?<!\w)(?<!\d )(?P<weekday>{weekdays})(?!\w)[^\w\s]*(?= *\d\d?(?!\d| [AB]))"
    first = rf"^(?P<weekday>{weekdays})\W+(?=\d)"
    after = rf"^(?P<date>.*\d)\W*(?<!\w)(?P<weekday>{weekdays})$"
    named = rf"(?<![^\W\d_])(?P<month>{months})(?![^\W\d_])\.?"
    whole = [_expression(pattern, months) for pattern in names.patterns]
    return [re.compile(each) for each in (before, *whole, named, first, after)]


def _expression(pattern: DatePattern, months: str) -> str:
    """A regular expression for a pattern, with other signs and blanks between its fields."""
    fields = {"month": f"(?P<month>{months})", "day": r"(?P<day>\d\d?)", "year": r"(?P<year>\d{3,4})"}
    done = r"(?<!\w)"
    for field, letters in pattern.pieces:
        done += fields[field] if field else re.sub(r"\W+", r"[\\s.,،()]+", _plain(letters))
    return re.sub(r"\+$", "*", done) + r"(?!\d)"


def _in_order(text: str, names: LocalNames) -> str:
    """The text with its dates in the order of English ones, and with English months and weekdays."""
    months, weekdays = folded_months(names), _folded_weekdays(names)

    def english(found: re.Match[str]) -> str:
        parts = found.groupdict("")
        if "weekday" in parts:
            return f"{WEEKDAYS[weekdays[parts['weekday']]]} {parts.get('date', '')}"
        return f" {parts.get('day', '')} {MONTHS[months[parts['month']] - 1]} {parts.get('year', '')} "

    for pattern in _order(names):
        text = pattern.sub(english, text)
    return text
