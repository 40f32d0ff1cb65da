"""Times of day behind a date: 11.10, 11:10, 11 am, 1914-07-28T11:10."""

import re
from typing import NamedTuple

from studypack.model.dates.calendar import DateError
from studypack.model.dates.english import NBSP
from studypack.model.dates.printers import ENGLISH

_TIME = r"(?:[0-9]{1,2}[.:][0-9]{2}(?: ?[ap] ?m)?|[0-9]{1,2} ?[ap] ?m|noon|midday)"
_AFTER_DATE = re.compile(rf"(.+?)(?: at | |(?<=[0-9])t)({_TIME})")
_BEFORE_DATE = re.compile(rf"(?:at )?({_TIME})(?: on)? (.+)")
_PARTS = re.compile(r"([0-9]{1,2})(?:[.:]([0-9]{2}))?(?: ?([ap]) ?m)?")
_NOON = 12 * 60


class Time(NamedTuple):
    """A time of day as its author typed it."""

    minute: int
    """From midnight."""
    printed: str
    """In English: 11.10; 11 am."""
    may_be_later: bool
    """It was typed with one figure, 7.10, and may be of the evening."""


def split_time(text: str) -> tuple[str, str] | None:
    """Return the date and the time of a normalised text; None if it has no time, or no date."""
    if match := _AFTER_DATE.fullmatch(text):
        return match[1], match[2]
    match = _BEFORE_DATE.fullmatch(text)
    return (match[2], match[1]) if match else None


def is_time(text: str) -> bool:
    """Return whether a normalised text is a time alone."""
    return re.fullmatch(_TIME, text) is not None


def read_time(text: str, day: str) -> Time:
    """Return the time that a normalised text means, on a day that is printed so.

    Raises DateError for a time that no day has, and for 12 am, which may be noon or midnight.
    """
    match = _PARTS.fullmatch(text)
    if match is None:  # noon
        return Time(_NOON, ENGLISH.time(_NOON), False)
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    if hour > (12 if half else 23) or minute > 59 or (half and not hour):
        raise DateError(f"no day has the time {text}", f"times go from 00.00 to 23.59, as in {day}, 11.10")
    if half and hour == 12 and not match[2]:
        raise DateError(f"{text} may be noon or midnight", f"write {day}, 12.00 or {day}, 00.00")
    if half:
        shown = f"{hour}.{match[2]}" if match[2] else str(hour)
        return Time(hour % 12 * 60 + minute + (_NOON if half == "p" else 0), f"{shown}{NBSP}{half}m", False)
    return Time(hour * 60 + minute, ENGLISH.time(hour * 60 + minute), 0 < hour < 10 and len(match[1]) == 1)
