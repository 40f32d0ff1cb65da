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
    rf"""(?ix)(?<![\d£$€,.])\b
    (?:(?P<word>early|mid|late|after|since|before|c\.|ca\.|circa)[\s-]*(?:the\s)?)?
    (?:(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?)?(?P<month>{_MONTH})\b\.?\s(?:of\s)?)?
    (?P<year>{_YEAR})
    (?:(?P<tens>'?s)\b|\s?[-–—/]\s?(?P<end>{_YEAR}|\d\d)(?!\d))?
    (?!\d|[.,]\d|\s*(?:%|troops|men\b|people|million|pounds|kg|km|m\b))"""
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
    found = []
    for match in _DATE.finditer(text):
        date, edtf = _written(match)
        try:
            parse(date)
        except DateError:
            continue
        found.append(FoundDate(match.start(), match.end(), match.group(), date, edtf, ""))
    return found


def _written(match: re.Match[str]) -> tuple[str, str]:
    """The date as a draft writes it, and as EDTF does."""
    year, word, end = match["year"], (match["word"] or "").lower(), match["end"]
    if match["tens"] and not word:
        return f"{year}s", f"{year[:3]}X"
    if end:
        end = end if len(end) == 4 else year[:2] + end
        return f"{year}–{end}", f"{year}/{end}"
    month = next((n for n, m in enumerate(_MONTHS, 1) if m.startswith((match["month"] or "?").lower()[:3])), 0)
    edtf, shown = year, year
    if month:
        edtf, shown = f"{year}-{month:02}", f"{_MONTHS[month - 1].capitalize()} {year}"
        if match["day"]:
            edtf, shown = f"{edtf}-{int(match['day']):02}", f"{int(match['day'])} {shown}"
    if word in ("after", "since"):
        return f"{word} {shown}", f"{edtf}/.."
    if word == "before":
        return f"{word} {shown}", f"../{edtf}"
    if match["tens"]:
        decade = int(year)
        begins, ends = {"early": (0, 4), "mid": (3, 6), "late": (5, 9)}.get(word, (0, 9))
        return f"{word} {year}s", f"{decade + begins}/{decade + ends}"
    return (f"c. {shown}", f"{edtf}~") if word.startswith("c") else (f"{word} {shown}".strip(), edtf)
