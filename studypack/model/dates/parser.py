"""The parser of historical dates: the text of a teacher becomes a date with its precision, range and printed forms."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from studypack.base.wording import join_words
from studypack.model.dates.calendar import (
    MONTH_NUMBERS,
    DateError,
    HistoricalDate,
    Precision,
    Reckoning,
    check_order,
    date_range,
    make_approximate,
    range_between,
)
from studypack.model.dates.day_count import julian_lag
from studypack.model.dates.english import NBSP, expand_year
from studypack.model.dates.forms import Between, Form, Open, PartialDate, Range, is_decade
from studypack.model.dates.hints import explain_unreadable, explain_unsupported
from studypack.model.dates.numeric import in_numbers
from studypack.model.dates.printers import READ_IN, dates_in, typed
from studypack.model.dates.words import APPROXIMATE, TENTHS, parse_parts, parse_single

__all__ = ["DateError", "HistoricalDate", "Precision", "parse"]
_LONGEST = 100
"""The characters of the longest date. The limit also bounds the time of parsing."""
_DASHES = re.compile("[\u2010-\u2015\u2212\u2043]")
_PLAIN_HYPHENS = "\u2010\u2011"
_LONG_NUMBER = re.compile(r"\b([0-9]{1,3})[, ]([0-9]{3})(?![0-9])")
_CENTURY = re.compile(r"(?<=[0-9](?:st|nd|rd|th)) (?:centuries|cent|c)\b")
_ORDINAL = re.compile(r"(?<=[0-9])(?:st|nd|rd|th)\b")
_IN_WORDS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "twenty-first",
)  # fmt: skip
"""The numbers of centuries as historians write them."""
_WORD_CENTURY = re.compile(rf"\b({'|'.join(reversed(_IN_WORDS))})(?=\b.*\bcentur(?:y|ies)\b)")
_OPEN = re.compile(r"(?:(after|since|from|before|until|till|up to|by) |(post|pre)[ -])(.+)")
_TO_NOW = re.compile(r"(?:from )?(.+?)(?: ?- ?| to | until |/)(?:the )?(?:present(?: day)?|today|now)")
_ONWARDS = re.compile(r"(?:from )?(.+?)(?: (?:onwards?|on|and after)|\+| ?-)")
_AGO = re.compile(rf"(?:ca? )?[0-9.,]+((?:[ {NBSP}](?:thousand|million|billion))? (?:(?:years?|yrs?) ago|bp|BP))")
_SHORT_CENTURY = re.compile(r"\bc([0-9]{1,2})(?:th)?(?: ?- ?c?([0-9]{1,2})(?:th)?)?(?=$| to | and |/| ?- ?c[0-9])")
_ERA = re.compile(r"(?:ca? )?[0-9]{1,5}( (?:bce?|ad|ce))")


def parse(source: str) -> HistoricalDate:
    """Return the date of a text in a subset of EDTF or in plain English.

    Spaces, case and the kind of dash do not matter, and nothing is guessed: 5/10/1924 and 1921-3 are errors. A form
    with a second, less likely reading carries advice: 1910-11 is November 1910, as in EDTF, and 1910–11 with an en dash
    is two years.

    Raises DateError, with a hint that shows how to write the date.
    """
    text = _normalised(source)
    if not text:
        raise DateError("this date is empty", _like(*_EXAMPLES))
    if len(text) > _LONGEST:
        raise DateError("this is too long to be a date", _like(*_EXAMPLES))
    dashed = bool(_DASHES.search(re.sub(f"[{_PLAIN_HYPHENS}]", "-", source)))
    error = None
    for words in dict.fromkeys((text, _normalised(dates_in(READ_IN.get()).in_english(source)))):
        text = words
        try:
            if found := _read(text, dashed=dashed):
                return replace(found, source=source)
        except DateError as reason:  # what is no English date may be one in the pack's language: 44 a. C.
            error = reason
    if error is None:
        error = explain_unsupported(source, text, _read)
    raise error or explain_unreadable(source, text, _read, lambda words: _read(_normalised(words)))


def _like(*forms: Form) -> str:
    return f"write it like {join_words(map(typed, forms), 'or')}"


_EXAMPLES = PartialDate(1921, 3), PartialDate(1921, 3, 16), Range(PartialDate(1919), PartialDate(1921))


def _normalised(source: str) -> str:
    """The text in lower case, with one kind of space and dash, without the dots and endings that have no meaning."""
    text = _DASHES.sub("-", unicodedata.normalize("NFKC", source)).casefold()
    if re.search(r"b\.?c|b\.?p|ago", text):
        text = _LONG_NUMBER.sub(_without_comma, text)
    text = re.sub(r"(?<=[^\W\d_])\.|,|(?<=\b[0-9])\.(?= ?[^\W\d_])|(?<=\b[0-9]{2})\.(?= ?[^\W\d_])", " ", text)
    text = re.sub(r"\bb c( e)?\b", "bc", re.sub(r"\ba d\b", "ad", " ".join(text.split())))
    text = re.sub(r"(?<=[0-9])(?=(?:bce?|ad|ce)\b)|(?<=\bad)(?=[0-9])", " ", text)
    text = re.sub("(?<=0)['\u2019`](?=s\\b)", "", re.sub(r" of(?: the)? ", " ", text))
    text = _SHORT_CENTURY.sub(_in_full, text)
    text = _CENTURY.sub(" century", _WORD_CENTURY.sub(lambda word: f"{_IN_WORDS.index(word[1]) + 1}th", text))
    text = text if " century" in text else _ORDINAL.sub("", text)
    text = re.sub(r" ?/ ?", "/", text)
    return re.sub(r"^(?:in |on )?(?:the )?", "", text).removesuffix(".") if not text.endswith("..") else text


def _in_full(century: re.Match[str]) -> str:
    """C17 becomes 17th century, and C17–18 the 17th-18th century."""
    first, last = century[1], century[2]
    return f"{first}th-{last}th century" if last else f"{first}th century"


def _without_comma(number: re.Match[str]) -> str:
    """10,000 BC becomes 10000 BC, while March 8, 300 BC is a day."""
    month = number.string[: number.start()].rstrip(" .").rpartition(" ")[2]
    return number[0] if month in MONTH_NUMBERS else number[1] + number[2]


def _read(text: str, *, dashed: bool = False) -> HistoricalDate | None:
    """The date of a normalised text; None if no form matches. Raises DateError for a date that cannot exist."""
    if match := APPROXIMATE.match(text):
        if " - " in text and (found := _range(text)):  # c. 1919 – 1921: only its start is approximate
            return found
        rest = _read(text[match.end() :], dashed=dashed)
        return make_approximate(rest) if rest else None
    return in_numbers(text, dashed=dashed) or _open_range(text) or parse_single(text) or _range(text)


def _open_range(text: str) -> HistoricalDate | None:
    """A range with one open end: after, from, before, until, by, 1991–present, or EDTF's two dots."""
    if text.startswith("../"):
        word, rest = "until", text[3:]  # EDTF's ranges include their ends, so 1930 is in it
    elif text.endswith("/.."):
        word, rest = "from", text[:-3]
    elif (match := _TO_NOW.fullmatch(text)) or (match := _ONWARDS.fullmatch(text)):
        word, rest = "from", match[1]
    elif match := _OPEN.fullmatch(text):
        preposition = match[1] or match[2]
        word = {"since": "from", "till": "until", "up to": "until", "post": "after", "pre": "before"}.get(
            preposition, preposition
        )
        rest = match[3]
    else:
        return None
    found = parse_single(re.sub("^the (?!year)", "", rest))  # until the 1930s
    if found is None:
        return None
    begins = {"after": found.ends, "from": found.begins}.get(word)
    ends = {"before": found.begins, "until": found.ends, "by": found.ends}.get(word)
    form = Open(word, found.form, to_now=_TO_NOW.fullmatch(text) is not None)
    made = date_range(begins, ends, form, approximate=found.approximate)
    return replace(made, advice=found.advice, reckoning=found.reckoning, noun=found.noun)


def _splits(text: str) -> Iterator[tuple[str, str, str]]:
    """Every split of a text into a start, a separator and an end, the clearest first."""
    between = re.fullmatch("between (.+) and (.+)", text)
    if between:
        yield between[1], "and", between[2]
    text = re.sub("^from ", "", text)
    for mark in ("/", " to ", " until ", " - ", "-"):
        at = text.find(mark)
        while at >= 0:
            yield text[:at].strip(), mark, text[at + len(mark) :].strip()
            at = text.find(mark, at + 1)


def _range(text: str) -> HistoricalDate | None:
    """The range from one date to another."""
    for start, mark, end in _splits(text):
        whole = _completed_ends(start, end)
        if start and end and (found := _between(*whole)):
            return _in_two_calendars(found, _two_days(*whole)) if mark == "/" else found
    return None


def _in_two_calendars(found: HistoricalDate, days: tuple[PartialDate, PartialDate] | None) -> HistoricalDate:
    """The range, with advice if it may be one day in two calendars: 25 October/7 November 1917."""
    if found.begins is None or found.ends is None or not (days and days[0].day and days[1].day):
        return found
    lag = round((found.ends - found.begins) * 365.25) - 1
    if lag not in (julian_lag(days[1].year), julian_lag(days[1].year - 1)):
        return found
    hint = f"if it is one day in two calendars, write {typed(days[1])}, and the other into the text"
    return replace(found, advice=(f"this is read as {lag + 1} days, {typed(found.form)}", hint))


def _completed_ends(start: str, end: str) -> tuple[str, str]:
    """Both ends of a range, each with what only the other one says: 17th–18th century, 58–50 BC, 1920s–30s, AD 60-1."""
    if re.fullmatch("(?:ca? )?[0-9]{1,5}", start) and (era := _ERA.fullmatch(end)):
        start += era[1]
    if " century" in end and re.search(r"[0-9](?:st|nd|rd|th)$", start):
        start += end[end.index(" century") :]
    if start in TENTHS and (rest := re.fullmatch("(?:early|mid|late)[ -](.+)", end)):
        start += f" {rest[1]}"
    start += _shared_end(start, end)
    if re.fullmatch("[0-9]0s", end) and (decade := re.search("([0-9]{1,2})[0-9]0s$", start)):
        end = decade[1] + end
    if re.fullmatch("[0-9]{1,3}", end) and (year := re.fullmatch("(?:(ad) )?([0-9]{1,4})", start)):
        far = year[1] and len(end) >= len(year[2])
        end = (
            f"{year[1] or ''} {end if far else expand_year(int(year[2]), end)}".strip() if far or len(end) < 3 else end
        )
    return start, end


def _shared_end(start: str, end: str) -> str:
    """What a start leaves to the end of a range: 252–66 million years ago, 7–9 pm."""
    if (ago := _AGO.fullmatch(end)) and re.fullmatch(r"(?:ca? )?[0-9.]+", start):
        return ago[1]
    half = re.fullmatch(r"([0-9]{1,2})(?:[.:][0-9]{2})?( ?[ap] ?m)", end)
    bare = re.search(r"(?<= )([0-9]{1,2})(?:[.:][0-9]{2})?$", start)
    return half[2] if half and bare and int(bare[1]) < int(half[1]) else ""


def _between(start: str, end: str) -> HistoricalDate | None:
    days = _two_days(start, end)
    if days:
        return range_between(*days)
    first, last = parse_single(start), parse_single(end)
    if first is None or last is None:
        return None
    if first.begins is None or first.ends is None or last.begins is None or last.ends is None:
        return None
    check_order(first, last)
    form, roughly = Between(first.form, last.form), first.approximate or last.approximate
    found = date_range(first.begins, last.ends, form, approximate=roughly)
    decades = is_decade(first.form) and is_decade(last.form)  # in 1890s–1900s both are decades
    advice = (first.advice and last.advice) if decades else (first.advice or last.advice)
    if first.reckoning is not last.reckoning and Reckoning.COUNTED in (first.reckoning, last.reckoning):
        return None
    reckoned = first if last.reckoning is Reckoning.CALENDAR else last
    return replace(found, advice=advice, reckoning=reckoned.reckoning, noun=reckoned.noun)


def _two_days(start: str, end: str) -> tuple[PartialDate, PartialDate] | None:
    """Both ends as calendar dates; the start may leave its month and year to the end."""
    first, last = parse_parts(start), parse_parts(end)
    if first and last and first.day and last.time and last.day is None:  # 28 July 1914, 11.10–11.45
        last = first._replace(time=last.time, weekday=None)
    if first is None or last is None or last.year is None:
        return None
    year = last.year if first.year is None else first.year
    month = last.month if first.month is None and first.day is not None else first.month
    one, two = first._replace(year=year, month=month).checked(), last.checked()
    return (one, two) if one and two else None
