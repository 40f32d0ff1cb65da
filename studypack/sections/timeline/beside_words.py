"""What stands beside an upright axis: date, title and mark, or what a pupil is to write there."""

from studypack.content import Pack
from studypack.modes import TimelineMode
from studypack.sections.marks import Mark, mark_tag
from studypack.sections.timeline.blank import Completed, DateLine, Hung, NumberedRule, event, numeral, writing_line
from studypack.sections.timeline.dated import Dated
from studypack.sections.timeline.label import Label, Lettering
from studypack.typeset.look import INK_SOFT, Look, mm
from studypack.typeset.paragraph import Paragraph
from studypack.typeset.tag import Tag
from studypack.typeset.text import Content, Run

_DATE = mm(34)
"""For a date in handwriting,"""
_LARGE_DATE = mm(42)
"""and in the larger handwriting of those who read large print."""
_LEAST_WORDS = 10
"""Beside such a line, in ems; with less room they stand under it."""


def beside(pack: Pack, item: Dated, look: Look, mode: TimelineMode, *, apart: bool) -> Label:
    """The label of a date; with `apart` the date, or the room for it, stands by itself left of the axis."""
    tag = Tag("LBody")
    date, words = _parts(pack, item, look, mode, tag, apart=apart)
    return Label(item, tag, lambda align: words, lead=_leading(look, mode), date=date)


def _leading(look: Look, mode: TimelineMode) -> float:
    return look.body.leading if mode is TimelineMode.FULL else writing_line(look)


def _parts(
    pack: Pack, item: Dated, look: Look, mode: TimelineMode, tag: Tag, *, apart: bool
) -> tuple[Lettering | None, Lettering]:
    """What stands left of the axis, if anything does, and what stands right of it."""
    style, leading = look.body, _leading(look, mode)
    # In reading order.
    first, own = tag.child("Span"), tag.child("Span")
    if mode is TimelineMode.DATES_BLANK:
        blank = NumberedRule.of(item.number, _LARGE_DATE if look.accessible else _DATE, style, first)
        line = DateLine(blank, leading, "left")
        words = Paragraph(_named(pack, item, look, own), leading)
        return (line, words) if apart else (None, Hung(line, words, _LEAST_WORDS * style.size))
    date = Run(item.when.short if apart else item.when.long, style.voiced(bold=True).colored(item.color), first)
    if mode is TimelineMode.LABELS_BLANK:
        number = numeral(item.number, style, own if apart else first)
        shown = [number] if apart else [number, date]
        named_on = Completed(Paragraph(shown, leading), leading, style.size, event(item.number), own)
        return Paragraph([date], leading, align="right") if apart else None, named_on
    named = _named(pack, item, look, own)
    if apart:
        return Paragraph([date], leading, align="right"), Paragraph(named, leading)
    return None, Paragraph([date, Run(" ", style, own), *named], leading)


def _named(pack: Pack, item: Dated, look: Look, tag: Tag) -> list[Content]:
    """The title, with its mark glued to the last word."""
    style = look.body
    if item.marked is None:
        return [Run(item.title, style.voiced(italic=True).colored(INK_SOFT), tag)]
    return [
        Run(f"{item.title}\u00a0", style, tag),
        Mark(item.marked, look, mark_tag(pack, tag, item.marked, ""), size=style.size),
    ]
