"""How the words of a timeline follow its scale: what it says it spans, and how closely its events are to be dated."""

import re
from collections.abc import Sequence
from math import floor
from typing import NamedTuple

from studypack.model.dates.calendar import HistoricalDate, range_between
from studypack.model.dates.day_count import calendar_day, day_at
from studypack.model.dates.forms import PartialDate
from studypack.model.words import Words
from studypack.sections.timeline.reckoned_units import BACK, Counted
from studypack.sections.timeline.scale import Extent
from studypack.sections.timeline.units import DAY, HOUR, MONTH


class Closeness(NamedTuple):
    """How closely a pupil is to give a date, in sentences."""

    task: str
    """What to write on a line."""
    heard: str
    """The same, as it is said to who does not see the lines."""
    reading: str
    """What to read off a scale."""
    heard_reading: str
    """The same, as it is said to who does not see the scale."""
    enough: str
    """What the key says, in its title."""
    unit: str
    """What the scale is read in: a year."""


def closeness(over: Extent, say: Words) -> Closeness:
    """How closely a pupil is to give the dates of a timeline."""
    grain = over.grain
    if isinstance(grain, Counted):
        return _exactly(_the(grain.noun, say), _one(grain.noun, say), say)
    if grain in (HOUR, DAY):
        # Words: what is to be written of each date; it stands after "write".
        what = (
            say("day_and_month", "the day and the month")
            if grain == DAY
            else say("day_and_time", "the day and the time")
        )
        # Words: title in the key; what is to be written: the day and the month.
        enough = say("dates_key_several", "Timeline: the dates ({what} are enough)", what=what)
        return _exactly(what, _one("day" if grain == DAY else "hour", say), say)._replace(enough=enough)
    if grain == BACK[0]:
        return _exactly(say("how_many_years_ago", "how many years ago"), _one("year", say), say)
    return _at_least("month" if grain == MONTH else "year", say)


def _exactly(what: str, unit: str, say: Words) -> Closeness:
    return Closeness(
        say("write_on_lines", "Write each date on its line: {what}.", what=what),
        say("write_by_ear", "Write the date of each event: {what}.", what=what),
        say("read_off", "Read each date off the scale: write {what}.", what=what),
        say("write_by_ear", "Write the date of each event: {what}.", what=what),
        # Words: title in the key; what is to be written: the year.
        say("dates_key", "Timeline: the dates ({what} is enough)", what=what),
        unit,
    )


def _at_least(noun: str, say: Words) -> Closeness:
    """Where the scale may tell more than the month or the year."""
    what = _the(noun, say)
    if noun == "month":
        reading = say(
            "read_off_months",
            "Read each date off the scale: write the month at least, and the day if you can tell.",
        )
        heard = say(
            "read_off_months_by_ear",
            "Write the date of each event, at least the month, and the day if you can tell.",
        )
    else:
        reading = say(
            "read_off_years",
            "Read each date off the scale: write the year at least, and the month if you can tell.",
        )
        heard = say(
            "read_off_years_by_ear",
            "Write the date of each event, at least the year, and the month if you can tell.",
        )
    return _exactly(what, _one(noun, say), say)._replace(
        task=say("write_at_least", "Write each date on its line: {what} at least.", what=what),
        heard=say("write_at_least_by_ear", "Write the date of each event, at least {what}.", what=what),
        reading=reading,
        heard_reading=heard,
    )


def _the(noun: str, say: Words) -> str:
    """What is to be written of each date."""
    match noun:
        case "minute":
            return say("the_minute", "the minute")
        case "hour":
            return say("the_hour", "the hour")
        case "day":
            return say("the_day", "the day")
        case "week":
            return say("the_week", "the week")
        case "month":
            return say("the_month", "the month")
    # Words: what is to be written of each date; it stands after "write".
    return say("the_year", "the year")


def _one(noun: str, say: Words) -> str:
    """What a scale is read in."""
    match noun:
        case "minute":
            return say("a_minute", "a minute")
        case "hour":
            return say("an_hour", "an hour")
        case "day":
            return say("a_day", "a day")
        case "week":
            return say("a_week", "a week")
        case "month":
            return say("a_month", "a month")
    # Words: unit of a scale: "where a year stands for its start".
    return say("a_year", "a year")


def _ends(over: Extent) -> Sequence[tuple[int, int, int]]:
    """The first and the last day: year, month and day of the month."""
    return [calendar_day(floor(day_at(moment) + 0.01)) for moment in (over.first, over.last - DAY.length / 99)]


def without_shared(when: HistoricalDate, over: Extent) -> str:
    """A date for a label, without the year, or the day, that `spanned` says of all."""
    if over.in_years or isinstance(over.grain, Counted):
        return when.short
    first, last = _ends(over)
    if first[0] != last[0]:
        return when.short
    short = when.short
    if first == last:
        short = short.removeprefix(f"{over.words.day(PartialDate(*first), short=True)}, ")
    return re.sub(rf"(?<!\w)({'|'.join(map(re.escape, over.words.short_months))}) {first[0]}\b", r"\1", short)


def spanned(over: Extent, say: Words) -> str:
    """What a timeline spans, where its band has no years; else empty, or how its years are counted."""
    if over.units == BACK:
        return say("counted_back", "Years are counted back from today.")
    if over.in_years or isinstance(over.grain, Counted):
        return ""
    first, last = _ends(over)
    days = (PartialDate(*day) if over.grain != MONTH else PartialDate(*day[:2]) for day in (first, last))
    span = over.words.long(range_between(*days).form)
    return f"{span[0].upper()}{span[1:]}."  # a sentence, while a month may have a small letter
