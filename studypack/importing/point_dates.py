"""Which of the dates in a point is its own, and what a text is without it."""

import re
from collections.abc import Sequence

from studypack.importing.dates_found import FoundDate, find_dates
from studypack.importing.notes import Doubt, DoubtKind
from studypack.importing.outline import Entry
from studypack.model.dates.calendar import DateError, Reckoning
from studypack.model.dates.parser import parse

_ALSO = 3
"""The dates of a point among which the most precise is its own."""
_AFTER_DATE = re.compile(r"(?:\*\*)?\s*(?:[:=]|[-–—]+(?=\s)|->)\s*(?=\S)")
_YEAR = re.compile(r"\b(1\d{3}|20\d\d)\b")


def date_of_point(entry: Entry, doubts: list[Doubt]) -> FoundDate | None:
    """Return the date of a point, and add what is in doubt about it; None if it has none.

    That of its own column goes before; else it is the most precise of its first ones.
    """
    year = _year_of(entry)
    found = find_dates(entry.date, year) if entry.date else []
    if entry.date and not found:
        hint = "the notes' date could not be read: write it as March 1921, or c. 1930"
        doubts.append(Doubt(entry.line, DoubtKind.DATE, entry.date, hint))
    for words in (entry.title, entry.text.replace("**", ""), *(detail for _, detail in entry.details)):
        found = found or find_dates(words, year)
    readable = [each for each in found if _is_readable(each.date)]
    if not readable:
        return None
    best = _most_precise(readable[:_ALSO])
    if best.doubt:
        doubts.append(Doubt(entry.line, DoubtKind.DATE, best.typed, best.doubt))
    return best


def without_leading(date: FoundDate | None, text: str) -> str:
    """Return a text without its date, where that stands before a colon or a dash at its start: it is a label there."""
    start = 2 if text.startswith("**") else 0
    if not date or not text.startswith(date.typed, start):
        return text
    after = _AFTER_DATE.match(text, start + len(date.typed))
    if not after or text[: after.end()].count("**") % 2:
        return text
    return text[after.end() :]


def counts_from_start(date: str) -> bool:
    """Return whether a date counts from a start, as Day 3 does."""
    return parse(date).reckoning is Reckoning.COUNTED


def _year_of(entry: Entry) -> int | None:
    """The one year that a point names, or else the headings over it: days without a year are of that."""
    for text in (entry.text, *(heading.text for heading in reversed(entry.headings))):
        years = set(_YEAR.findall(text))
        if years:
            return int(years.pop()) if len(years) == 1 else None
    return None


def _most_precise(found: Sequence[FoundDate]) -> FoundDate:
    """The first date, or one of the same year that says more."""
    first = found[0]
    same = [each for each in found if each.edtf[:4] == first.edtf[:4] and "/" not in each.edtf]
    if "/" in first.edtf or not same:
        return first
    return max(same, key=lambda each: (len(each.edtf), -each.start))


def _is_readable(date: str) -> bool:
    try:
        parse(date)
    except DateError:
        return False
    return True
