"""What a timeline says to those who hear it: what the drawing is, and where on it a date stands that is asked for."""

from collections.abc import Iterable, Sequence
from math import inf, isfinite

from studypack.base.wording import pluralise, quantity
from studypack.layout.tag import Tag
from studypack.sections.timeline.bars import is_dot
from studypack.sections.timeline.dated import Dated
from studypack.sections.timeline.label import Label
from studypack.sections.timeline.reckoned_units import part_of
from studypack.sections.timeline.scale import AxisStretch
from studypack.sections.timeline.unit import Unit
from studypack.sections.timeline.units import DAY, QUARTER, YEAR

_QUARTERS = ("first", "second", "third", "last")
_STOPS = (".", "?", "!", "…")


def picture_in(parent: Tag, labels: Iterable[Label], years: AxisStretch | None, grain: Unit = YEAR) -> Tag:
    """The element of a picture: it says its years, and how many dates the list after it has.

    Without a scale the years, or what else they go by, are those of the dates, unless they are asked for.
    """
    own = [label for label in labels if not label.reminder]
    span, count = "", len(own)
    if years:
        unit = years.cells[0].unit
        span = f", {part_of(unit, DAY.length if unit is DAY else 0).said_span(years.begins, years.ends)}"
    elif own and not any(label.asked for label in own):
        moments = [moment for label in own for moment in (label.item.moment, *label.item.span) if isfinite(moment)]
        span = f", {grain.said_span(min(moments), max(moments))}"
    follow = f". {quantity(count, 'date')} {pluralise(count, 'follows', 'follow')}." if count else ": nothing dated."
    return parent.child("Figure", f"Timeline{span}{follow}")


def say_places(labels: Iterable[Label], years: AxisStretch) -> None:
    """Let the number of each date that is asked for say where on the scale the date stands."""
    for label in labels:
        if label.asked is not None:
            label.asked.said = f"Date {label.item.number}, {on_scale(label.item, years)}: "


def say_bars(labels: Iterable[Label], items: Sequence[Dated]) -> None:
    """Let each date that is asked for say what the bars of an even timeline show: the last date that it goes on past.

    That is said after its title; before it, that the date is known roughly.
    """
    for label in labels:
        if label.asked is None:
            continue
        item, body = label.item, label.asked.parent
        if item.when.approximate:
            label.asked.said = f"Date {item.number}, roughly dated: "
        during = [other.number for other in items if other.number > item.number and other.span[0] < item.span[1]]
        if during and not item.is_moment and body is not None:
            stop = "" if item.marked is None and item.title.endswith(_STOPS) else "."
            body.announce(f"{stop} It lasts until after date {during[-1]} begins.", "Span")


def on_scale(item: Dated, years: AxisStretch) -> str:
    """Between which lines of the scale a date stands: no closer than the eye tells it."""
    dot = is_dot(item, years.scale)
    part = part_of(years.cells[0].unit, item.span[1] - item.span[0] if dot else 0)
    begins, ends = (item.moment, item.moment) if dot else item.span
    first = part.number(begins) if begins > -inf else None
    last = part.last_number(ends) if ends < inf else None
    if first is not None and last is not None:
        last = max(first, last)
    return ("roughly " if item.when.approximate else "") + _bounds(part, first, last)


def _bounds(part: Unit, first: int | None, last: int | None) -> str:
    """The lines from before the first to after the last part of a scale; None is an open side."""
    if first is not None and first == last:
        return _between(part, first)
    if part.is_heard_by_edges:
        begins = part.edge(first) if first is not None else None
        ends = part.edge(last + 1) if last is not None else None
        if begins is None or ends is None:
            return f"from {part.said(begins)} on" if begins is not None else f"until {part.said(ends or 0)}"
        return f"from {part.said_span(begins, ends)}"
    start, year = _line(part, first, last=False) if first is not None else ("", "")
    end, other = _line(part, last, last=True) if last is not None else ("", "")
    if not start:
        return f"until {end} of {other}"
    if not end:
        return f"from {start} of {year} on"
    return f"from {start}{'' if year == other else f' of {year}'} to {end} of {other}"


def _between(part: Unit, number: int) -> str:
    """The lines round a part; those of quarters have no names, and the year's are said."""
    if part is QUARTER:
        year, quarter = divmod(number, len(_QUARTERS))
        return f"{_between(YEAR, year)}, in the {_QUARTERS[quarter]} quarter"
    low, high = part.edge(number), part.edge(number + 1)
    return f"between {part.said(low)} and {part.said_after(low, high)}"


def _line(part: Unit, number: int, *, last: bool) -> tuple[str, str]:
    """The line before a part, or after the last one: the start, 1921. Quarters within a year are told by number."""
    quarter = number % len(_QUARTERS)
    inside = part is QUARTER and quarter != (len(_QUARTERS) - 1 if last else 0)
    edge = f"the {_QUARTERS[quarter]} quarter" if inside else "the end" if last else "the start"
    return edge, part.said_span(*(part.edge(each) for each in (number, number + 1)))
