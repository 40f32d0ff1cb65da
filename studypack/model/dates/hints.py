"""Explanations of texts that are no readable date: the reason, and the nearest form that can be read."""

import re
from collections.abc import Callable

from studypack.base.wording import join_words, quoted
from studypack.model.dates.calendar import MONTH_NUMBERS, DateError, HistoricalDate, Precision, make_approximate
from studypack.model.dates.english import MONTHS
from studypack.model.dates.forms import About, Ago, Decade, Form, Open, Part, PartialDate, Range, Season
from studypack.model.dates.printers import READ_IN, dates_in, typed
from studypack.model.dates.words import SEASONS, TENTHS, some_day
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
        day = typed(rest.form) if rest and rest.precision is Precision.DAY else ""
        shown = day or some_day()
        if "midnight" in time[0]:
            return DateError("midnight may begin a day or end it", f"write {shown}, 00.00, or 00.00 of the next day")
        if not day:
            return DateError("this is a time without its day", f"write it like {shown}, 23.00 or {shown}, 11 pm")
        message = f"{quoted(time[0].strip())} is no time that can be read"
        return DateError(message, f"write it like {day}, 11.10 or {day}, 11 am, without seconds, zones and words")
    if re.search("[0-9]{5}", text):
        long_ago = typed(PartialDate(-44_999)), typed(Ago(66e6))
        way = (
            f"write it like {typed(Ago(150_000))}"
            if "bc" in text
            else f"years have four figures: 1921, 871 or {typed(PartialDate(-43))}; longer ones are like"
            f" {join_words(long_ago, 'or')}"
        )
        first = typed(PartialDate(-99_998))
        return DateError(f"{quoted(source)} is beyond the years of the calendar, {first} to 9999", way)
    return None


def explain_unreadable(source: str, text: str, read: ReadDate, read_typed: ReadDate) -> DateError:
    """Return the error for a text that is no date, with the nearest date that can be read, if there is one."""
    message, spoken = f"{quoted(source)} is no date that can be read", dates_in(READ_IN.get()).name
    if meant := _corrected(text, read):
        return DateError(message, f"did you mean {typed(meant.form)}?")
    of_month = re.fullmatch(r"([1-9]|[12][0-9]|3[01])\.? (?:de )?([^\W\d_]+)\.? (?:del? )?([0-9]{3,4})", text)
    if of_month:
        message = f"{quoted(of_month[2])} is no {spoken} month"
    elif re.fullmatch(r"[^\W\d_]+ (?:de )?[0-9]{3,4}", text) and not text.startswith(tuple(_ENDS)):
        message = f"{quoted(source)} names no month or season in {spoken}"  # Easter 1916, février 2004
    if other := _in_other_language(source, read_typed):
        return DateError(message, other)
    if of_month:
        day = PartialDate(int(of_month[3]), 8, int(of_month[1]))
        return DateError(message, f"write the month in {spoken} or as a number, like {_ways(day)}")
    if nearest := _nearest(text, read):
        return DateError(message, f"write {nearest}")
    return DateError(message, f"write it like {join_words(map(typed, _EXAMPLES), 'or')}")


_EXAMPLES: tuple[Form, ...] = (
    PartialDate(1921), PartialDate(1921, 3), PartialDate(1921, 3, 16), Range(PartialDate(1919), PartialDate(1921)),
    About(PartialDate(1930)), Part("early", Decade(1930)), Open("after", PartialDate(1935)),
)  # fmt: skip
_ENGLISH_WORDS = {*TENTHS, "ago", "about", "around", "circa", "since", "from", "until", "after", "before", "the", "of"}
"""With one of these a date is in English, and only spelt wrong."""
_OTHER_LANGUAGES = ("fr", "de", "es", "it", "pt", "nl")
"""Those of which somebody may have forgotten to say that the pack is in them."""


def _in_other_language(source: str, read: ReadDate) -> str:
    """What to write for a date in another language than the pack's; empty if it is in none that is tried."""
    own = dates_in(READ_IN.get())
    if not _ENGLISH_WORDS.isdisjoint(source.casefold().split()):
        return ""
    for language in _OTHER_LANGUAGES:
        other = dates_in(language)
        translated = other.in_english(source)
        if other.name != own.name and translated != source and (found := _read_or_none(translated, read)):
            form = found.form
            ways = _ways(form) if isinstance(form, PartialDate) and form.day and not form.clock else typed(form)
            return f"write {ways}; or name the language that the pack is in, like language: {language}"
    return ""


def _ways(day: PartialDate) -> str:
    """A day with its month as a word, and as a number."""
    return f"{typed(day)} or {day.year:04}-{day.month:02}-{day.day:02}"


def _nearest(text: str, read: ReadDate) -> str:
    """The nearest date: late 1921 for the end of 1921, 1921–22 for 1921 or 1922, else the year in the text; else
    empty.
    """
    whole = _APART.sub(r"\1\2", text)
    if whole != text and (found := _read_or_none(whole, read)):
        return typed(found.form)
    rough = _ROUGHLY.sub(" ", text)
    if rough != text and (found := _read_or_none(" ".join(rough.split()).strip("()[]. "), read)):
        return typed((found if found.approximate else make_approximate(found)).form)
    part = re.fullmatch("(?:towards )?(?:the )?(start|beginning|middle|end) (.+)", text)
    either = re.fullmatch("(?:either )?(.+) (?:or|and) (.+)", text)
    tried = f"{_ENDS[part[1]]} {part[2]}" if part else f"{either[1]} - {either[2]}" if either else ""
    if found := _read_or_none(tried, read):
        return typed(found.form)
    day = re.search(r"\b[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{4}\b", text)
    if day and (found := _read_or_none(day[0], read)):
        return f"the month as a word, like {typed(found.form)}"
    year = re.search(r"(?<![0-9] )\b(?:ad )?[0-9]{3,4}\b(?: bce?\b)?|\b[0-9]{1,2} bce?\b|\bad [0-9]{1,2}\b", text)
    if year and (found := _read_or_none(year[0], read)):
        number = found.form.year if isinstance(found.form, PartialDate) else 1921
        month, season = typed(PartialDate(number, 3)), typed(Season("spring", number))
        return f"{typed(found.form)}, or with a month or a season, like {month} or {season}; the text can say more"
    return ""


def _read_or_none(text: str, read: ReadDate) -> HistoricalDate | None:
    try:
        return read(text)
    except DateError:
        return None


def _corrected(text: str, read: ReadDate) -> HistoricalDate | None:
    """The date with its one misspelt word corrected; None if no word, or more than one, may be misspelt."""
    words, known = re.findall(r"[^\W\d_]+", text), {**_own_months(), **_KNOWN}
    for word in words if len(words) <= _MOST_WORDS else ():
        near = {meaning: name for name, meaning in known.items() if edit_distance(word, name) == 1}
        if word in known or len(word) < _SHORTEST_GUESS or len(near) != 1:
            continue
        meaning, name = next(iter(near.items()))
        right = name if name in _KNOWN else MONTHS[int(meaning) - 1].casefold()
        if found := _read_or_none(text.replace(word, right, 1), read):
            return found
    return None


def _own_months() -> dict[str, str]:
    return {name: str(number) for name, number in dates_in(READ_IN.get()).month_numbers().items()}
