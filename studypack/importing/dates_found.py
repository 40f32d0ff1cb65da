"""Find dates in a sentence of notes; `model/dates` reads what is found.

This is a first form, for English: years, months, days and spans of them; `find_dates` is its door.
"""

import re
from dataclasses import dataclass

from studypack.model.dates.parser import DateError, parse

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = "|".join(f"{month}|{month[:3]}" for month in _MONTHS) + "|sept"
_YEAR = r"1\d{3}|20\d\d"
_DATE = re.compile(
    rf"""(?ix)(?<![\d£$€,.])\b(?!1000s)
    (?:(?P<word>early|mid|late|after|since|before|c\.|ca\.|circa)[\s-]*(?:the\s)?)?
    (?:(?:(?:(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s?[-–—]\s?)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?)?(?P<month>{_MONTH})\b\.?\s(?:of\s)?)?
    (?P<year>{_YEAR})
    (?:(?P<tens>'?s)\b|\s?[-–—/]\s?(?P<end>{_YEAR}|\d\d)(?!\d))?
    (?!\d|[.,]\d|\s*(?:%|troops|men\b|people|million|pounds|kg|km|m\b))"""
)
_NUMERIC = re.compile(
    rf"(?<![\d/.])(?P<day>\d{{1,2}})(?P<mark>[/.])(?P<month>\d{{1,2}})(?P=mark)(?P<year>{_YEAR})(?!\d)"
)
_BARE_DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_MONTH})\b(?!\.?,?\s(?:of\s)?\d)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text."""

    start: int
    """The index of its first character."""
    end: int
    """The index after its last character."""
    typed: str
    """As it stands in the text."""
    date: str
    """As a draft writes it, which `model/dates` reads."""
    edtf: str
    """The same by ISO 8601-2, level 1."""
    doubt: str
    """Why it may be another date; empty if it cannot."""


def find_dates(text: str, year: int | None = None) -> list[FoundDate]:
    """Return the dates in a text, in order; `year` is that of the heading, for days without one.

    A number that counts something is none.
    """
    found: list[FoundDate] = []
    for match in (*_DATE.finditer(text), *_NUMERIC.finditer(text), *(_BARE_DAY.finditer(text) if year else ())):
        if match.re is _BARE_DAY and match["month"].islower():  # 5 may have come
            continue
        doubt = ""
        if match.re is _DATE:
            date, edtf = _written(match)
        else:
            month = _month(match["month"])
            day, of = int(match["day"]), match["year"] if match.re is _NUMERIC else str(year)
            date = f"{day} {_MONTHS[month - 1].capitalize()} {of}" if 1 <= month <= len(_MONTHS) else match.group()
            edtf = f"{int(of):04}-{month:02}-{day:02}"
            if match.re is _NUMERIC and day <= len(_MONTHS) and day != month:
                doubt = "read with the day first: is it?"
        try:
            parse(date)
        except DateError:
            continue
        found.append(FoundDate(match.start(), match.end(), match.group(), date, edtf, doubt))
    found.sort(key=lambda each: (each.start, -each.end))
    return [each for at, each in enumerate(found) if not any(one.end > each.start for one in found[:at])]


def _day(match: re.Match[str]) -> tuple[str, str]:
    """The days, the day, the month or the year alone."""
    year, month = match["year"], _month(match["month"] or "?")
    if not month:
        return year, year
    shown, edtf = f"{_MONTHS[month - 1].capitalize()} {year}", f"{year}-{month:02}"
    if not match["day"]:
        return shown, edtf
    shown, last = f"{int(match['day'])} {shown}", f"{edtf}-{int(match['day']):02}"
    if not match["first"]:
        return shown, last
    return f"{int(match['first'])}–{shown}", f"{edtf}-{int(match['first']):02}/{last}"


def _month(text: str) -> int:
    """The number of a month, from its name or its figures; 0 if it is none."""
    if text.isdecimal():
        return int(text)
    return next((n for n, name in enumerate(_MONTHS, 1) if name.startswith(text.lower()[:3])), 0)


def _written(match: re.Match[str]) -> tuple[str, str]:
    """The date as a draft writes it, and as EDTF does."""
    year, word, end = match["year"], (match["word"] or "").lower(), match["end"]
    if match["tens"] and not word:
        return f"{year}s", f"{year[:3]}X"
    if end:
        end = end if len(end) == 4 else year[:2] + end
        return f"{year}–{end}", f"{year}/{end}"
    shown, edtf = _day(match)
    if word in ("after", "since"):
        return f"{word} {shown}", f"{edtf}/.."
    if word == "before":
        return f"{word} {shown}", f"../{edtf}"
    if match["tens"]:
        decade = int(year)
        begins, ends = {"early": (0, 4), "mid": (3, 6), "late": (5, 9)}.get(word, (0, 9))
        return f"{word} {year}s", f"{decade + begins}/{decade + ends}"
    return (f"c. {shown}", f"{edtf}~") if word.startswith("c") else (f"{word} {shown}".strip(), edtf)
