"""Historical dates: what a teacher types, with its precision, span, order and printed form."""

import difflib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from studypack.almanac import EN_DASH, NAMES, NBSP, DateError, Day, printed_year
from studypack.datewords import ABOUT, SEASONS, TENTHS, Fields, fields, single
from studypack.errors import quoted
from studypack.when import Precision, When, about, of_day, span

__all__ = ["DateError", "Precision", "When", "parse", "printed_years"]

_LONGEST = 80
"""Characters; no date is longer, so nothing that is read here can take long."""
_DASHES = re.compile("[\u2010-\u2015\u2212\u2043]")
_ORDINAL = re.compile(r"(?<=[0-9])(?:st|nd|rd|th)\b(?! century)")
_OPEN = re.compile(r"(after|since|from|before|until|till|up to|by) (.+)")


def parse(source: str) -> When:
    """The date that a text names: the EDTF subset or a plain English form.

    Spaces, case and the kind of dash are forgiven, and nothing is guessed: 5/10/1924 and 1921-3 are errors.
    One form has two readings: 1910-11 is November 1910, as EDTF says; 1910–11 with a dash is two years.

    Raises DateError, with a hint that shows how to write the date.
    """
    text = _folded(source)
    if not text:
        raise DateError("this date is empty", "write it like March 1921, 16 March 1921 or 1919–21")
    if len(text) > _LONGEST:
        raise DateError("this is too long to be a date", "write it like March 1921, 16 March 1921 or 1919–21")
    if re.search("[0-9]{5}", text):
        raise DateError(f"{quoted(source)} has a year beyond 9999", "years have four digits: 1921, -0043 or 44 BC")
    _refuse_numbers(text)
    years = _years_with_a_dash(source, text)
    found = years or _open(text) or single(text) or _about_span(text) or _two(text)
    if found is None:
        raise _unknown(source, text)
    return replace(found, source=source)


def _folded(source: str) -> str:
    """The text with one kind of space, dash and case, without the dots and endings that change nothing."""
    text = _DASHES.sub("-", unicodedata.normalize("NFKC", source)).casefold()
    text = re.sub(r"(?<=[a-z])\.|,", " ", text)
    text = _ORDINAL.sub("", re.sub(r"\bb c( e)?\b", "bc", re.sub(r"\ba d\b", "ad", " ".join(text.split()))))
    text = re.sub(r" ?/ ?", "/", text)
    return re.sub(r"^(?:in )?(?:the )?", "", text).removesuffix(".") if not text.endswith("..") else text


def _refuse_numbers(text: str) -> None:
    """Raises for dates in numbers alone whose order only the writer knows."""
    if match := re.fullmatch(r"([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{2}|[0-9]{4})", text):
        first, second, year = int(match[1]), int(match[2]), match[3]
        year = year if len(year) == 4 else f"19{year}"
        ways = [Fields(int(year), month, day) for day, month in ((first, second), (second, first)) if 1 <= month <= 12]
        days = [way.day and way.day <= 31 and Day(int(year), way.month, way.day) for way in ways]
        shown = " or ".join(dict.fromkeys(_plain(day) for day in days if day))
        misread = "can be read in two ways" if " or " in shown else "is easily misread"
        raise DateError(
            f"a date in numbers alone {misread}",
            f"write the month as a word: {shown or f'25 October {year}'}",
        )
    if match := re.fullmatch(r"([0-9]{1,2})[/.]([0-9]{4})", text):
        month = int(match[1])
        shown = _plain(Day(int(match[2]), month)) if 1 <= month <= 12 else f"October {match[2]}"
        raise DateError("a month in numbers alone is easily misread", f"write the month as a word: {shown}")
    if match := re.fullmatch(r"([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})", text):
        written = f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}"
        if text != written:
            raise DateError("this is nearly an ISO date", f"write {written}, with hyphens and zeros")
    if match := re.fullmatch(r"([0-9]{4})([/.-])([0-9]{1,2})", text):
        _refuse_short_end(match[1], match[2], match[3])
    if re.fullmatch("'?[0-9]{1,2}(s)?", text):
        raise DateError("this year has no century", "write the year in full: 1921, 1930s, AD 43 or 44 BC")


def _refuse_short_end(year: str, mark: str, end: str) -> None:
    """Raises for 1921-3, 1924/25 and 1921-13; 1921-03 and 1919-21 pass."""
    month = f"{year}-{end:0>2} for the month" if 1 <= int(end) <= 12 else ""
    years = f"{year}{EN_DASH}{end:0>2} for the years" if int(end) > int(year) % 100 else ""
    if mark == "-" and len(end) == 2 and (month or years):
        return
    if month and years:
        raise DateError("this may be a month or a span of years", f"write {month}, or {years}")
    what = f"{year}{mark}{end} is neither a month nor a span of years"
    raise DateError(what, f"write {month or years}" if month or years else "months go from 01 to 12")


def _plain(day: Day) -> str:
    return day.printed().replace(NBSP, " ")


def _unknown(source: str, text: str) -> DateError:
    known = [*NAMES, *SEASONS, *TENTHS, "century", "circa", "after", "before", "from", "until"]
    for word in re.findall("[a-z]{3,}", text):
        near = difflib.get_close_matches(word, known, 1, 0.7)
        if word not in known and near:
            shown = near[0].capitalize() if near[0] in NAMES else near[0]
            return DateError(f"{quoted(source)} is no date that can be read", f"did you mean {shown!r}?")
    return DateError(
        f"{quoted(source)} is no date that can be read",
        "write it like 1921, March 1921, 16 March 1921, 1919–21, c. 1930, early 1930s or after 1935",
    )


def _open(text: str) -> When | None:
    """A date with one open side: after, from, before, until, by, or EDTF's two dots."""
    if text.startswith("../"):
        word, rest = "until", text[3:]  # EDTF's ends belong to the span, so 1930 is in it
    elif text.endswith("/.."):
        word, rest = "from", text[:-3]
    elif match := _OPEN.fullmatch(text):
        word, rest = {"since": "from", "till": "until", "up to": "until"}.get(match[1], match[1]), match[2]
    else:
        return None
    found = single(rest)
    if found is None:
        return None
    begins = {"after": found.ends, "from": found.begins}.get(word)
    ends = {"before": found.begins, "until": found.ends, "by": found.ends}.get(word)
    return span(begins, ends, f"{word} {found.long}", f"{word} {found.short}", approximate=found.approximate)


def _years_with_a_dash(source: str, text: str) -> When | None:
    """1910–11 typed with a dash is two years, where EDTF's hyphen would make it November 1910."""
    match = re.fullmatch("([0-9]{4})-([0-9]{2})", text)
    if match and _DASHES.search(source) and int(match[2]) > int(match[1]) % 100:
        return _between(*match.groups())
    return None


def _about_span(text: str) -> When | None:
    match = ABOUT.match(text)
    found = _two(text[match.end() :]) if match else None
    return about(found) if found and not found.approximate else found


def _cuts(text: str) -> Iterator[tuple[str, str]]:
    """Every way to take a text as a start and an end, the clearest first."""
    between = re.fullmatch("between (.+) and (.+)", text)
    if between:
        yield between[1], between[2]
    text = re.sub("^from ", "", text)
    for mark in ("/", " to ", " until ", " - ", "-"):
        at = text.find(mark)
        while at >= 0:
            yield text[:at].strip(), text[at + len(mark) :].strip()
            at = text.find(mark, at + 1)


def _two(text: str) -> When | None:
    """From one date to another."""
    for start, end in _cuts(text):
        if start and end and (found := _between(start, end)):
            return found
    return None


def _between(start: str, end: str) -> When | None:
    days = _two_days(start, end)
    if days:
        first, last = of_day(days[0]), of_day(days[1])
    else:
        one, two = single(start), single(end)
        if one is None or two is None:
            return None
        first, last = one, two
    if first.begins is None or first.ends is None or last.begins is None or last.ends is None:
        return None
    if last.begins < first.begins or last.ends < first.ends:
        late, early = first.long.replace(NBSP, " "), last.long.replace(NBSP, " ")
        raise DateError(f"this span ends ({early}) before it begins ({late})", "write the earlier date first")
    if days and days[0] == days[1]:
        return first
    joined = [_joined(*days, short) if days else "" for short in (False, True)]
    long = joined[0] or f"{first.long} {EN_DASH} {last.long}"
    short = joined[1] or f"{first.short} {EN_DASH} {last.short}"
    return span(first.begins, last.ends, long, short, approximate=first.approximate or last.approximate)


def _two_days(start: str, end: str) -> tuple[Day, Day] | None:
    """Both ends as calendar dates; the start may leave its month and year to the end, the end its century."""
    if re.fullmatch("[0-9]{1,4}", start) and re.search(" bce?$", end):
        start += " bc"
    first, last = fields(start), fields(end)
    if first is None or last is None:
        return None
    if first.year is not None and first.month is None and re.fullmatch("[0-9]{2}", end):
        last = Fields(first.year // 100 * 100 + int(end))
    elif last.year is None:
        return None
    year = last.year if first.year is None else first.year
    month = last.month if first.month is None and first.day is not None else first.month
    one, two = first._replace(year=year, month=month).checked(), last.checked()
    return (one, two) if one and two else None


def printed_years(first: int, last: int) -> str:
    """A stretch of years as a date of the content would say it: 1920–24, 44–40 BC. Years count as in `When`."""
    return _joined(Day(first), Day(last), short=False)


def _joined(first: Day, last: Day, short: bool) -> str:
    """A span without what its ends share: 29–30 September 1938, March–May 1921, 1919–21."""
    end = last.printed(short)
    if first.year == last.year and first.month == last.month and first.day and last.day:
        return f"{first.day}{EN_DASH}{end}"
    if first.year == last.year and first.month and last.month:
        start = first.printed(short, year=False)
        space = " " if first.day or last.day else ""
        return f"{start}{space}{EN_DASH}{space}{end}"
    if first.month or last.month:
        return f"{first.printed(short)} {EN_DASH} {end}"
    if first.year < 1 and last.year < 1:
        return f"{1 - first.year}{EN_DASH}{end}"
    if first.year >= 100 and first.year // 100 == last.year // 100:
        return f"{first.year}{EN_DASH}{last.year % 100:02}"
    joint = EN_DASH if first.year >= 100 else f" {EN_DASH} "
    return f"{printed_year(first.year)}{joint}{printed_year(last.year)}"
