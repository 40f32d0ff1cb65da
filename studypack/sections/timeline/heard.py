"""What a timeline says to those who hear it: what the drawing is, and where on it a date stands that is asked for."""

from collections.abc import Iterable
from math import inf, isfinite

from studypack.layout.tag import Tag
from studypack.model.words import Words
from studypack.sections.timeline.bars import is_dot
from studypack.sections.timeline.dated import Dated
from studypack.sections.timeline.label import Label
from studypack.sections.timeline.reckoned_units import YearsAgo, part_of
from studypack.sections.timeline.scale import AxisStretch
from studypack.sections.timeline.unit import Unit
from studypack.sections.timeline.units import DAY, QUARTER, YEAR

_QUARTERS = 4
"""In a year."""


def picture_in(parent: Tag, say: Words, labels: Iterable[Label], years: AxisStretch | None, grain: Unit = YEAR) -> Tag:
    """The element of a picture: it says its years, and how many dates the list after it has.

    Without a scale the years, or what else they go by, are those of the dates, unless they are asked for.
    """
    own = [label for label in labels if not label.reminder]
    span, count = "", len(own)
    if years:
        unit = years.cells[0].unit
        span = part_of(unit, DAY.length if unit == DAY else 0).said_span(years.begins, years.ends)
    elif own and not any(label.asked for label in own):
        moments = [moment for label in own for moment in (label.item.moment, *label.item.span) if isfinite(moment)]
        span = grain.said_span(min(moments), max(moments))
    return parent.child("Figure", _picture(say, span, count))


def _picture(say: Words, span: str, count: int) -> str:
    """What is heard of the picture of a timeline: what it spans, and how many dates are in the list after it."""
    if span and count:
        return say.count(
            "timeline_of_span",
            "Timeline, {span}. {n} date follows.",
            "Timeline, {span}. {n} dates follow.",
            count,
            span=span,
        )
    if count:
        return say.count("timeline_of_dates", "Timeline. {n} date follows.", "Timeline. {n} dates follow.", count)
    if span:
        return say("empty_span", "Timeline, {span}: nothing dated.", span=span)
    return say("empty_timeline", "Timeline: nothing dated.")


def say_places(labels: Iterable[Label], years: AxisStretch, say: Words) -> None:
    """Let the number of each date that is asked for say where on the scale the date stands."""
    for label in labels:
        if label.asked is not None:
            label.asked.stands(on_scale(label.item, years, say))


def on_scale(item: Dated, years: AxisStretch, say: Words) -> str:
    """Between which lines of the scale a date stands: no closer than the eye tells it."""
    dot = is_dot(item, years.scale)
    part = part_of(years.cells[0].unit, item.span[1] - item.span[0] if dot else 0)
    begins, ends = (item.moment, item.moment) if dot else item.span
    first = part.number(begins) if begins > -inf else None
    last = part.last_number(ends) if ends < inf else None
    if first is not None and last is not None:
        last = max(first, last)
    where = _bounds(part, first, last, say)
    # Words: where on the scale of a timeline a date stands: between 1920 and 1921.
    return say("roughly_there", "roughly {where}", where=where) if item.when.approximate else where


def _bounds(part: Unit, first: int | None, last: int | None, say: Words) -> str:
    """The lines from before the first to after the last part of a scale; None is an open side."""
    if first is not None and first == last:
        return _between(part, first, say)
    if part.is_heard_by_edges:
        begins = part.edge(first) if first is not None else None
        ends = part.edge(last + 1) if last is not None else None
        if begins is None or ends is None:
            return _from_on(part.said(begins), say) if begins is not None else _until(part.said(ends or 0), say)
        # Words: how much of a scale a date takes: from 9:00 to 11:00.
        return say("from_span", "from {span}", span=part.said_span(begins, ends))
    if first is None or last is None:
        return (
            _from_on(_start_of(part, first, say), say)
            if first is not None
            else _until(_end_of(part, last or 0, say), say)
        )
    same = _year(part, first) == _year(part, last)
    start = _start(part, first, say) if same else _start_of(part, first, say)
    return say("from_to", "from {start} to {end}", start=start, end=_end_of(part, last, say))


def _from_on(start: str, say: Words) -> str:
    return say("from_on", "from {start} on", start=start)


def _until(end: str, say: Words) -> str:
    return say("until", "until {end}", end=end)


def _between(part: Unit, number: int, say: Words) -> str:
    """The lines round a part; those of quarters have no names, and the year's are said."""
    if part == QUARTER:
        return _in_quarter(_between(YEAR.named_in(part.words), number // _QUARTERS, say), number % _QUARTERS, say)
    low, high = part.edge(number), part.edge(number + 1)
    edges = {"low": part.said(low), "high": part.said_after(low, high)}
    if part == DAY:
        # Words: where on a scale a date stands: between 28 July 1914 and 29 July 1914.
        return say("between_days", "between {low} and {high}", **edges)
    if isinstance(part, YearsAgo):
        # Words: where on a scale a date stands: between 66 million years ago and 65 million years ago.
        return say("between_ago", "between {low} and {high}", **edges)
    # Words: where on a scale a date stands: between 1920 and 1921.
    return say("between", "between {low} and {high}", **edges)


def _in_quarter(between: str, quarter: int, say: Words) -> str:
    """A quarter, from 0, between the lines of its year."""
    match quarter:
        case 0:
            return say("in_first_quarter", "{between}, in the first quarter", between=between)
        case 1:
            return say("in_second_quarter", "{between}, in the second quarter", between=between)
        case 2:
            return say("in_third_quarter", "{between}, in the third quarter", between=between)
    # Words: where on a scale a date stands: between 1920 and 1921, in the last quarter.
    return say("in_last_quarter", "{between}, in the last quarter", between=between)


def _year(part: Unit, number: int) -> str:
    return part.said_span(part.edge(number), part.edge(number + 1))


def _start(part: Unit, number: int, say: Words) -> str:
    """The line before a part, in a year that is said with the end. Quarters within a year are told by number."""
    match number % _QUARTERS if part == QUARTER else 0:
        case 1:
            return say("second_quarter", "the second quarter")
        case 2:
            return say("third_quarter", "the third quarter")
        case 3:
            return say("last_quarter", "the last quarter")
    # Words: where a date begins on a scale; it stands after "from": from the start to the end of 1921.
    return say("start", "the start")


def _start_of(part: Unit, number: int, say: Words) -> str:
    """The line before a part, with its year."""
    quarter, year = number % _QUARTERS if part == QUARTER else 0, _year(part, number)
    if quarter:
        return _quarter_of(quarter, year, say)
    # Words: it stands after "from": from the start of 1921.
    return say("start_of", "the start of {year}", year=year)


def _end_of(part: Unit, number: int, say: Words) -> str:
    """The line after a part, with its year."""
    quarter, year = number % _QUARTERS if part == QUARTER else _QUARTERS - 1, _year(part, number)
    if quarter < _QUARTERS - 1:
        return _quarter_of(quarter, year, say)
    # Words: it stands after "until" or "to": until the end of 1921.
    return say("end_of", "the end of {year}", year=year)


def _quarter_of(quarter: int, year: str, say: Words) -> str:
    # Words: these quarters stand after "from", "until" or "to": from the second quarter of 1921.
    match quarter:
        case 0:
            return say("first_quarter_of", "the first quarter of {year}", year=year)
        case 1:
            return say("second_quarter_of", "the second quarter of {year}", year=year)
        case 2:
            return say("third_quarter_of", "the third quarter of {year}", year=year)
    return say("last_quarter_of", "the last quarter of {year}", year=year)
