"""What stands on a strip's flags: date, title and mark, or what a pupil is to write there."""

from collections.abc import Sequence
from dataclasses import dataclass

from studypack.content import Pack
from studypack.modes import TimelineMode
from studypack.sections.timeline.blank import DateLine, Lines, NumberedRule, Piled, event, numeral
from studypack.sections.timeline.dated import Dated, named, words
from studypack.sections.timeline.label import LEADING, SIZE, Label, Lettering
from studypack.typeset.look import Look, mm
from studypack.typeset.paragraph import Align, Paragraph
from studypack.typeset.tag import Furniture, Tag
from studypack.typeset.text import Content, Run

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


def label_of(pack: Pack, item: Dated, look: Look, mode: TimelineMode, writing: Writing) -> Label:
    """The label of a date where it is first drawn on a strip."""
    tag = Tag("LBody")
    style = look.label.sized(SIZE, LEADING)
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


def reminder_of(item: Dated, says: str, look: Look, mode: TimelineMode) -> Label:
    """A label for a span that is carried on from the strip before: D10 ends. It was read there."""
    tag = Furniture.AGAIN
    italic = look.label_italic.sized(SIZE, LEADING)
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
