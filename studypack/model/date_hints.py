"""Explanations of texts that are no readable date: the reason, and the nearest form that can be read."""

import re
import unicodedata
from collections.abc import Callable

from studypack.base.wording import quoted
from studypack.model.calendar import (
    MONTH_NUMBERS,
    MONTHS,
    DateError,
    HistoricalDate,
    Precision,
    format_plain,
    make_approximate,
)
from studypack.model.date_words import SEASONS, TENTHS
from studypack.model.letters import edit_distance

ReadDate = Callable[[str], HistoricalDate | None]
"""A function that reads a normalised text; None if it is no date."""

_KNOWN = {name: str(number) for name, number in MONTH_NUMBERS.items()}
_KNOWN |= {word: word for word in (*SEASONS, *TENTHS, "century", "circa", "after", "before", "from", "until", "since")}
"""The words that a misspelt word may stand for, each with its meaning."""
_SHORTEST_GUESS = 4
"""The least letters of a word that is taken for a misspelling; a shorter word is similar to too many others."""
_MOST_WORDS = 6
"""The most words of a date with a misspelling; a longer text is prose."""
_TIME = re.compile(
    r"(?:at |(?<=[0-9])t|\b)(?:[0-9]{1,2}(?:[.: ][0-9]{2})? ?(?:a ?m|p ?m|o'clock|h|hours|hrs)\b"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?z?|[0-9]{4} (?:hours|hrs)\b"
    r"|(?:noon|midday|midnight|dawn|dusk|morning|afternoon|evening|night)\b)"
)
_APART = re.compile(r"(?<![0-9])([0-9]{1,2}) ([0-9]{2,3})(?![0-9])")
"""A space among the digits of a year: 1 939, 19 39."""
_ROUGHLY = re.compile(r"\b(?:ca?|circa|about|around|approx|approximately|roughly|probably|possibly|or so|the year)\b")
"""Words that make a date approximate."""
_ENDS = {"start": "early", "beginning": "early", "middle": "mid", "end": "late"}


def explain_unsupported(source: str, text: str, read: ReadDate) -> DateError | None:
    """Return the error for a time that cannot be read, or a year beyond those of a timeline.

    None if the text is something else.
    """
    if time := _TIME.search(text):
        rest = _read_or_none(f"{text[: time.start()]} {text[time.end() :]}".strip().removeprefix("on ").strip(), read)
        day = format_plain(rest) if rest and rest.precision is Precision.DAY else ""
        shown = day or "4 August 1914"
        if "midnight" in time[0]:
            return DateError("midnight may begin a day or end it", f"write {shown}, 00.00, or 00.00 of the next day")
        if not day:
            return DateError("this is a time without its day", f"write it like {shown}, 23.00 or {shown}, 11 pm")
        message = f"{quoted(time[0].strip())} is no time that can be read"
        return DateError(message, f"write it like {day}, 11.10 or {day}, 11 am, without seconds, zones and words")
    if re.search("[0-9]{5}", text):
        way = (
            "write it like 150,000 years ago"
            if "bc" in text
            else "years have four figures: 1921, 871 or 44 BC; longer ones are like 45,000 BC or 66 million years ago"
        )
        return DateError(f"{quoted(source)} is beyond the years of the calendar, 99,999 BC to 9999", way)
    return None


def explain_unreadable(source: str, text: str, read: ReadDate) -> DateError:
    """Return the error for a text that is no date, with the nearest date that can be read, if there is one."""
    message = f"{quoted(source)} is no date that can be read"
    if meant := _corrected(text, read):
        return DateError(message, f"did you mean {format_plain(meant)}?")
    if month := re.fullmatch(r"([1-9]|[12][0-9]|3[01]) (?:de )?([^\W\d_]+) (?:de(?:l)? )?([0-9]{3,4})", text):
        number = _month_like(month[2])
        ways = f"{int(month[1])} {MONTHS[number - 1]} {month[3]} or {month[3]:0>4}-{number:02}-{month[1]:0>2}"
        message = f"{quoted(month[2])} is no English month: dates are not yet read in other languages"
        return DateError(message, f"write the month in English or as a number, like {ways}")
    if re.fullmatch(r"[^\W\d_]+ (?:de )?[0-9]{3,4}", text) and not text.startswith(
        tuple(_ENDS)
    ):  # Easter 1916, février 2004
        message = f"{quoted(source)} names no month or season in English"
    if nearest := _nearest(text, read):
        return DateError(message, f"write {nearest}")
    return DateError(
        message, "write it like 1921, March 1921, 16 March 1921, 1919–21, c. 1930, early 1930s or after 1935"
    )


def _month_like(name: str) -> int:
    """The number of the English month that begins like a name in another language (März); 8 for August if none does."""
    start = "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))[:3]
    return next((number for number, month in enumerate(MONTHS, 1) if month.casefold()[:3] == start), 8)


def _nearest(text: str, read: ReadDate) -> str:
    """The nearest date: late 1921 for the end of 1921, 1921–22 for 1921 or 1922, else the year in the text; else
    empty.
    """
    whole = _APART.sub(r"\1\2", text)
    if whole != text and (found := _read_or_none(whole, read)):
        return format_plain(found)
    rough = _ROUGHLY.sub(" ", text)
    if rough != text and (found := _read_or_none(" ".join(rough.split()).strip("()[]. "), read)):
        return format_plain(found if found.approximate else make_approximate(found))
    part = re.fullmatch("(?:towards )?(?:the )?(start|beginning|middle|end) (.+)", text)
    either = re.fullmatch("(?:either )?(.+) (?:or|and) (.+)", text)
    tried = f"{_ENDS[part[1]]} {part[2]}" if part else f"{either[1]} - {either[2]}" if either else ""
    if found := _read_or_none(tried, read):
        return format_plain(found)
    day = re.search(r"\b[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{4}\b", text)
    if day and (found := _read_or_none(day[0], read)):
        return f"the month as a word, like {format_plain(found)}"
    year = re.search(r"(?<![0-9] )\b(?:ad )?[0-9]{3,4}\b(?: bce?\b)?|\b[0-9]{1,2} bce?\b|\bad [0-9]{1,2}\b", text)
    if year and (found := _read_or_none(year[0], read)):
        bare = format_plain(found)
        return f"{bare}, or with a month or a season, like March {bare} or spring {bare}; the text can say more"
    return ""


def _read_or_none(text: str, read: ReadDate) -> HistoricalDate | None:
    try:
        return read(text)
    except DateError:
        return None


def _corrected(text: str, read: ReadDate) -> HistoricalDate | None:
    """The date with its one misspelt word corrected; None if no word, or more than one, may be misspelt."""
    words = re.findall(r"[^\W\d_]+", text)
    for word in words if len(words) <= _MOST_WORDS else ():
        near = {meaning: name for name, meaning in _KNOWN.items() if edit_distance(word, name) == 1}
        if word in _KNOWN or len(word) < _SHORTEST_GUESS or len(near) != 1:
            continue
        if found := _read_or_none(text.replace(word, next(iter(near.values())), 1), read):
            return found
    return None
