"""What stands on a strip's flags: date, title and mark, or what a pupil is to write there."""

from collections.abc import Sequence
from dataclasses import dataclass

from studypack.layout.paragraph import Align, Paragraph
from studypack.layout.style import INK_SOFT, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Content, Run
from studypack.layout.theme import Theme
from studypack.model.content import Pack
from studypack.model.modes import TimelineMode
from studypack.sections.kit.marks import Mark, mark_tag
from studypack.sections.timeline.dated import Dated, named, words
from studypack.sections.timeline.label import (
    LEADING,
    SIZE,
    Completed,
    DateLine,
    Hung,
    Label,
    Lettering,
    Lines,
    NumberedRule,
    Piled,
    event,
    numeral,
    writing_line,
)

_LEAST_WORDS = 10
"""Beside such a line, in ems; with less room they stand under it."""


def beside(pack: Pack, item: Dated, theme: Theme, mode: TimelineMode, *, apart: bool) -> Label:
    """The label of a date; with `apart` the date, or the room for it, stands by itself left of the axis."""
    tag = Tag("LBody")
    date, words = _parts(pack, item, theme, mode, tag, apart=apart)
    return Label(item, tag, lambda align: words, lead=_leading(theme, mode), date=date)


def _leading(theme: Theme, mode: TimelineMode) -> float:
    return theme.body.leading if mode is TimelineMode.FULL else writing_line(theme)


def _parts(
    pack: Pack, item: Dated, theme: Theme, mode: TimelineMode, tag: Tag, *, apart: bool
) -> tuple[Lettering | None, Lettering]:
    """What stands left of the axis, if anything does, and what stands right of it."""
    style, leading = theme.body, _leading(theme, mode)
    # In reading order.
    first, own = tag.child("Span"), tag.child("Span")
    if mode is TimelineMode.DATES_BLANK:
        blank = NumberedRule.of(item.number, theme.date_rule, style, first)
        line = DateLine(blank, leading, "left")
        words = Paragraph(_named(pack, item, theme, own), leading)
        return (line, words) if apart else (None, Hung(line, words, _LEAST_WORDS * style.size))
    date = Run(item.when.short if apart else item.when.long, style.voiced(bold=True).colored(item.color), first)
    if mode is TimelineMode.LABELS_BLANK:
        number = numeral(item.number, style, own if apart else first)
        shown = [number] if apart else [number, date]
        named_on = Completed(Paragraph(shown, leading), leading, style.size, event(item.number), own)
        return Paragraph([date], leading, align="right") if apart else None, named_on
    named = _named(pack, item, theme, own)
    if apart:
        return Paragraph([date], leading, align="right"), Paragraph(named, leading)
    return None, Paragraph([date, Run(" ", style, own), *named], leading)


def _named(pack: Pack, item: Dated, theme: Theme, tag: Tag) -> list[Content]:
    """The title, with its mark glued to the last word."""
    style = theme.body
    if item.marked is None:
        return [Run(item.title, style.voiced(italic=True).colored(INK_SOFT), tag)]
    return [
        Run(f"{item.title}\u00a0", style, tag),
        Mark(item.marked, theme, mark_tag(pack, tag, item.marked, ""), size=style.size),
    ]


_DATE = mm(27)
"""For a date in handwriting; less where a flag is narrow."""


@dataclass(frozen=True, slots=True)
class Writing:
    """How much room a pupil gets on a flag."""

    pitch: float
    """From line to line, in points."""
    lines: int
    """For what happened; a date has one."""


WRITINGS = (Writing(mm(8), 2), Writing(mm(7), 2), Writing(mm(6.2), 2), Writing(mm(7), 1))
"""The first that takes the fewest pages is taken; 6.2 mm is the narrow feint of a notebook."""


def label_of(pack: Pack, item: Dated, theme: Theme, mode: TimelineMode, writing: Writing) -> Label:
    """The label of a date where it is first drawn on a strip."""
    tag = Tag("LBody")
    style = theme.flag
    if mode is TimelineMode.DATES_BLANK:
        blank = NumberedRule.of(item.number, _DATE, style, tag)
        name = named(pack, item, style, tag.child("Span"))
        return Label(item, tag, lambda align: Piled([DateLine(blank, writing.pitch, align), _set(name, align)]))
    if mode is TimelineMode.LABELS_BLANK:
        date = Run(item.when.short, style.voiced(bold=True).colored(item.color), tag)
        shown = [numeral(item.number, style, tag), date]
        lines = Lines(writing.lines, writing.pitch, event(item.number), tag)
        return Label(item, tag, lambda align: Piled([_set(shown, align), lines]))
    content = words(pack, item, style, tag)
    return Label(item, tag, lambda align: _set(content, align))


def reminder_of(item: Dated, says: str, theme: Theme, mode: TimelineMode) -> Label:
    """A label for a span that is carried on from the strip before: D10 ends. It was read there."""
    tag = Furniture.AGAIN
    italic = theme.flag.voiced(italic=True)
    bold = italic.voiced(bold=True).colored(item.color)
    if mode is TimelineMode.LABELS_BLANK:
        content: list[Content] = [Run(f"{item.number}\u00a0", bold, tag), Run(says, italic, tag)]
    elif item.marked is None:
        content = [Run(f"{item.title} {says}", italic, tag)]
    else:
        content = [Run(f"{item.marked.mark}\u00a0", bold, tag), Run(says, italic, tag)]
    return Label(item, None, lambda align: _set(content, align), reminder=True)


def _set(content: Sequence[Content], align: Align) -> Lettering:
    return Paragraph(content, LEADING, align=align, center=0.335 * SIZE)
