"""What a date says in ISO 8601-2 (EDTF), level 1."""

from math import ceil, floor

from studypack.model.dates.calendar import HistoricalDate, Reckoning
from studypack.model.dates.forms import (
    About,
    Century,
    Decade,
    Form,
    Open,
    Part,
    PartialDate,
    Range,
    SchoolYear,
    Season,
    is_decade,
)
from studypack.model.dates.parser import parse
from studypack.model.dates.printers import typed

_SEASONS = ("spring", "summer", "autumn", "winter")
_LAST = ("by", "until")
"""Words before the one date that a text names, which is its date: since when is not said."""
_PARTS = {"early": (0, 4), "mid": (3, 6), "late": (5, 9)}
"""The years of a decade's parts."""


def edtf_of(date: HistoricalDate) -> str:
    """Return a date as EDTF, in years where level 1 has no other way to say it; empty for one of no calendar."""
    if date.reckoning is not Reckoning.CALENDAR:
        return ""
    form = date.form
    match form:
        case Open():
            said = _said(form.of)
            if form.word in _LAST and isinstance(form.of, PartialDate):
                return said
            first, _, last = (said if said and "X" not in said else _years(parse(typed(form.of)))).partition("/")
            return (
                f"{(last or first) if form.word == 'after' else first}/.."
                if date.ends is None
                else f"../{last or first}"
            )
        case About():
            return f"{said}~" if (said := _said(form.of)) and "/" not in said else said or _years(date)
    return _said(form) or _years(date)


def _said(form: Form) -> str:
    """What a form says in EDTF; empty if that takes its first and last year."""
    said = ""
    match form:
        case PartialDate():
            said = "-".join((_year(form.year), *(f"{each:02}" for each in (form.month, form.day) if each)))
        case Range():
            said = f"{_said(form.first)}/{_said(form.last)}"
        case Decade(before_christ=False):
            said = f"{_year(form.year)[:-1]}X"
        case Century(before_christ=False):
            said = f"{form.number - 1:02}XX"
        case SchoolYear():
            said = f"{_year(form.year)}/{_year(form.year + 1)}"
        case Season() if not form.second:
            name = "autumn" if form.name == "fall" else form.name
            said = f"{_year(form.year)}-{_SEASONS.index(name) + 21}" if name in _SEASONS else ""
        case Part() if isinstance(form.whole, PartialDate):
            said = _said(form.whole)
        case Part() if is_decade(form) and isinstance(form.whole, Decade):
            first, last = _PARTS[form.part]
            said = f"{_year(form.whole.year + first)}/{_year(form.whole.year + last)}"
    return said


def _years(date: HistoricalDate) -> str:
    """The first and the last year of a date; empty without both."""
    if date.begins is None or date.ends is None:
        return ""
    first, last = floor(date.begins), ceil(date.ends) - 1
    return _year(first) if first == last else f"{_year(first)}/{_year(last)}"


def _year(year: int) -> str:
    return f"-{-year:04}" if year < 0 else f"{year:04}"
