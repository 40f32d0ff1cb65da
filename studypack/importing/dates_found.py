"""Find dates in a sentence of notes: `date_signs` says where one may stand, and `model/dates` reads it.

What that cannot read is no date. `find_dates` is the door.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

from studypack.base.record import record
from studypack.importing.date_signs import is_counted, proposals
from studypack.importing.edtf import edtf_of
from studypack.model.dates.calendar import HistoricalDate
from studypack.model.dates.english import MONTHS
from studypack.model.dates.forms import Form, Open, PartialDate, Range
from studypack.model.dates.parser import DateError, parse
from studypack.model.dates.printers import READ_IN, typed

_MONTH = "|".join((*MONTHS, *(month[:3] for month in MONTHS), "sept"))
_BARE_DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_MONTH})\b(?!\.?,?\s(?:of\s)?['’]?\d)", re.IGNORECASE
)
_SHORT_YEAR = re.compile(
    rf"""(?x)(?<![\w£$€.,:/'’])(?:
    (?P<words>(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?(?i:{_MONTH})\.?\s)(?P<of>['’]\d\d|[3-9]\d)
    |(?P<slashed>\d{{1,2}}/\d{{1,2}}/)(?P<in>\d\d)
    |['’](?P<alone>\d\d)
    |(?:in\s|(?:early|mid|late)[\s-])?the\s(?P<part>(?:early|mid|late)[\s-])?['’]?(?P<tens>[1-9]0)['’]?s
    )(?![\d\w%]|[.,/:]\d|\s(?i:b\.?c\b|a\.?d\b|b?\.?c\.?e\b)|\s(?:metres|men|people|per\b))"""
)
"""A date whose year has two figures."""
_USUAL: ContextVar[int] = ContextVar("usual", default=19)
"""The century, as the first figures of its years, of years of two figures of which nothing else tells."""
_HAS_RECENT: ContextVar[bool] = ContextVar("has_recent", default=False)
"""Whether many years of the notes are of this century."""
_MONTH_FIRST: ContextVar[bool] = ContextVar("month_first", default=False)
"""Whether days in figures have their month first, as a day after the twelfth in second place tells: 6/19/1961."""
_LATEST = 29
"""A year of two figures after this is of no date in this century."""
_FIRST_TWO = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d\d){1,2}(?![\d/])")
_DAY_IN_FIGURES = re.compile(r"\d{1,2}([/.-])\d{1,2}\1(?:\d\d){1,2}")
_BETWEEN = re.compile(r"\s?[-–—]\s?|\s(?:to|until|till)\s")
_CENTURY_UNTOLD = "the notes do not say the century: is it this one?"
_REWORDED = (
    (re.compile(r"\b(?:the )?end of (?:the )?", re.IGNORECASE), "late "),
    (re.compile(r"\b(?:the )?(?:start|beginning) of (?:the )?", re.IGNORECASE), "early "),
    (re.compile(r"^(?:approx\.?|roughly|about) ", re.IGNORECASE), "c. "),
    (re.compile(r"^\(|(?<=\d)['’](?=s\b)"), ""),
    (re.compile(r"(?<=\d{4}) (?:right )?(?:up )?(?:until|till|to) (?:[^\W\d]+(?:['’]s)? )+in (?=\d{4}$)"), " to "),
    (re.compile(r"(?<=\ds) (?:and|to) (?:the )?(?=\d)"), "–"),
    (re.compile(r"\bcenturies$"), "century"),
    (re.compile(r"(?<=th)(?: century)? (?:and|to) (?:the )?(?=.*\bcentury$)"), "–"),
    (re.compile(r"^(\d{3})(\d)[-–](?=\d$)"), r"\1\2–\1"),
    (re.compile(r"(?<=\d{4}) ?[-—/] ?(?=\d\d(?:\d\d)?$)"), "–"),
)
"""What notes say in words that dates of a pack do not have."""


@record
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
    for match in proposals(READ_IN.get()).finditer(text):
        if not is_counted(match) and (each := _read(match)):
            found.append(each)
    if year:
        # 5 may have come
        days = (match for match in _BARE_DAY.finditer(text) if not match["month"].islower())
        found += [each for match in days if (each := _made(match, f"{match.group()} {year}"))]
    found += [each for match in _SHORT_YEAR.finditer(text) if (each := _with_century(match, year))]
    found.sort(key=lambda each: (each.start, -each.end))
    apart = [each for at, each in enumerate(found) if not any(one.end > each.start for one in found[:at])]
    return [_questioned(text, each) for each in _joined(text, apart)]


def _questioned(text: str, found: FoundDate) -> FoundDate:
    """The date as an uncertain one, if a question mark is all that stands with it, or in its brackets: (1998?)."""
    around = text[max(0, found.start - 1) : found.end + 2]
    is_questioned = text.strip() == f"{found.typed}?" or around == f"({found.typed}?)"
    if not is_questioned or len(found.edtf) != len("1998"):
        return found
    return replace(found, end=found.end + 1, typed=f"{found.typed}?", date=f"{found.date}?", edtf=f"{found.edtf}?")


def _joined(text: str, found: list[FoundDate]) -> list[FoundDate]:
    """The dates, two days in figures with a dash between them as one: 22/12/18 - 25/1/19."""
    made: list[FoundDate] = []
    for each in found:
        before = made[-1] if made else None
        if before and _DAY_IN_FIGURES.fullmatch(before.typed) and _DAY_IN_FIGURES.fullmatch(each.typed):
            span = re.compile(".*").match(text, before.start, each.end)
            is_span = span and _BETWEEN.fullmatch(text, before.end, each.start) and before.edtf < each.edtf
            whole = _made(span, f"{before.date}–{each.date}", before.doubt or each.doubt) if span and is_span else None
            if whole:
                made[-1] = whole
                continue
        made.append(each)
    return made


def _read(match: re.Match[str]) -> FoundDate | None:
    """The date of a match; a day in figures has its day first."""
    words = " ".join(match.group().split())
    if figures := re.fullmatch(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", words):
        day, month = _day_and_month(int(figures[1]), int(figures[3]))
        year = int(figures[4])
        if month > len(MONTHS):
            return _made(match, words)
        first = "month" if _MONTH_FIRST.get() else "day"
        doubt = f"read with the {first} first: is it?" if day <= len(MONTHS) and day != month else ""
        return _made(match, f"{year:04}-{month:02}-{day:02}", doubt)
    for pattern, instead in _REWORDED:
        words = pattern.sub(instead, words)
    doubt = "is it the century, or its first ten years?" if re.fullmatch(r"(?:the )?\d\d00s", words) else ""
    return _made(match, words, doubt)


def _with_century(match: re.Match[str], year: int | None) -> FoundDate | None:
    """The date of a year of two figures, in the century of the heading or of the text's other years; with a doubt."""
    years = [year, *_years_in(match.string)]
    century = next((each // 100 for each in years if each), _USUAL.get())
    if match["tens"]:
        return _made(match, f"{match['part'] or ''}{century}{match['tens']}s", _CENTURY_UNTOLD)
    if match["alone"]:
        return _made(match, f"{century}{match['alone']}", _CENTURY_UNTOLD)
    if match["of"]:
        return _made(match, f"{match['words']}{century}{match['of'][-2:]}", _CENTURY_UNTOLD)
    day, month = _day_and_month(*map(int, match["slashed"].split("/")[:2]))
    if not any(years):
        century = _century_of_day(int(match["in"]))
    return _made(match, f"{century}{match['in']}-{month:02}-{day:02}", _CENTURY_UNTOLD)


def _century_of_day(year: int) -> int:
    """The century of a year of two figures behind a day and a month in figures: of these years, if the notes are."""
    if year > _LATEST:
        return min(_USUAL.get(), 19)
    return 20 if _HAS_RECENT.get() else _USUAL.get()


def _day_and_month(first: int, second: int) -> tuple[int, int]:
    """The day and the month of two numbers: the day first, if it can be, and the notes tell nothing else."""
    is_month_first = first <= len(MONTHS) and (second > len(MONTHS) or _MONTH_FIRST.get())
    return (second, first) if is_month_first else (first, second)


def _years_in(text: str) -> list[int]:
    return [int(each) for each in re.findall(r"\b(1[0-9]\d\d|20\d\d)\b", text)]


@contextmanager
def in_century_of(texts: Iterable[str]) -> Iterator[None]:
    """Let dates in figures be read as some texts write them: in the century of most years, the day or month first."""
    texts = list(texts)
    centuries = Counter(year // 100 for text in texts for year in _years_in(text))
    days = [int(day) for text in texts for pair in _FIRST_TWO.findall(text) for day in pair]
    first, second = max(days[::2], default=0), max(days[1::2], default=0)
    usual = centuries.most_common(1)[0][0] if centuries else 19
    tokens = _USUAL.set(usual), _HAS_RECENT.set(centuries[20] * 4 >= centuries.total() > 0)
    month_first = _MONTH_FIRST.set(first <= len(MONTHS) < second)
    try:
        yield
    finally:
        _USUAL.reset(tokens[0])
        _HAS_RECENT.reset(tokens[1])
        _MONTH_FIRST.reset(month_first)


def _made(match: re.Match[str], words: str, doubt: str = "") -> FoundDate | None:
    """The date that some words of the text mean; None if they mean none."""
    try:
        date = parse(words)
    except DateError:
        return None
    edtf = edtf_of(date)
    if not edtf:
        return None
    return FoundDate(match.start(), match.end(), match.group(), _written(date, words), edtf, doubt)


def _written(date: HistoricalDate, words: str) -> str:
    """The date as a draft writes it."""
    shown = _shown(date.form, words)
    try:
        return shown if parse(shown).form == date.form else words
    except DateError:
        return words


def _shown(form: Form, words: str) -> str:
    """A form as it is typed, with both years of a span in full and the word that was typed."""
    if isinstance(form, Range) and form.first.month is None and form.first.year > 0:
        return f"{form.first.year}–{form.last.year}" if form.first.year > 99 else typed(form)
    if isinstance(form, Open) and isinstance(form.of, PartialDate) and words.casefold().startswith("since "):
        return f"since {typed(form.of)}"
    return typed(form)
