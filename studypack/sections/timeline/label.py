"""The label of a date: date, title and mark, or room for a pupil to write them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from math import inf

from typing_extensions import override

from studypack.layout.boxes import Box, WritingLines
from studypack.layout.page import Page
from studypack.layout.paragraph import Align, Paragraph, text
from studypack.layout.row import WritingRule
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import INK, Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Content, Run
from studypack.layout.theme import Theme
from studypack.model.content import Pack
from studypack.model.modes import TimelineMode
from studypack.sections.kit.section import heading_of
from studypack.sections.timeline.dated import Dated, date_tag, named, words
from studypack.sections.timeline.geometry import GEOMETRY


@dataclass(slots=True)
class Label:
    """What names a date on the timeline."""

    item: Dated
    tag: Tag | None
    """It has no parent yet: the list beside the picture that the label stands in takes it up. None for a reminder."""
    lettering: Callable[[Align], Box]
    """Its words, or room for them, set flush to one side."""
    leading: float
    """Of its first line."""
    date: Box | None = None
    """The date, where it stands apart from the rest."""
    asked: Tag | None = None
    """The element of its number, where the date is asked for: it says where on the timeline the date stands."""
    reminder: bool = False
    """Only says that a span is carried on from the strip before."""
    _extents: dict[float, tuple[float, float]] = field(default_factory=dict)

    def extent(self, width: float) -> tuple[float, float]:
        """The widest line and the height of the words, set to a width."""
        if width not in self._extents:
            lettering = self.lettering("left")
            self._extents[width] = (lettering.widest(width), lettering.height(width))
        return self._extents[width]


def label_beside(pack: Pack, item: Dated, theme: Theme, mode: TimelineMode, *, apart: bool) -> Label:
    """The label right of an axis; with `apart` the date, or the room for it, stands by itself left of the axis."""
    style, tag = theme.body, Tag("LBody")
    leading = style.leading if mode is TimelineMode.FULL else max(mm(8), style.leading)
    before: Box
    lettering: Box
    asked = None
    # Elements are made in reading order.
    if mode is TimelineMode.DATES_BLANK:
        asked = _asked(item, tag)
        before = _DateRule(item, theme.date_rule, style, leading, asked, tag.child("Span"))
        title = Paragraph(named(pack, item, style, tag.child("Span"), theme), leading)
        lettering = title if apart else _BesideOrUnder(before, title, GEOMETRY.least_words * style.size)
    elif mode is TimelineMode.LABELS_BLANK:
        number, date = _number(item, style, tag), _date_to_name(pack, item, style, tag, short=apart)
        before = Paragraph([date], leading, align="right")
        shown = Paragraph([number] if apart else [number, date], leading)
        rule = _rule(_field_name(item), style, leading, tag.child("Span"))
        lettering = _BesideOrUnder(shown, rule, GEOMETRY.event_name)
    else:
        date = Run(item.short if apart else item.when.long, _bold(item, style), date_tag(item, tag))
        before, own = Paragraph([date], leading, align="right"), tag.child("Span")
        title_runs = named(pack, item, style, own, theme)
        lettering = Paragraph(title_runs if apart else [date, Run(" ", style, own), *title_runs], leading)
    return Label(item, tag, lambda align: lettering, leading, before if apart else None, asked)


@dataclass(frozen=True, slots=True)
class Writing:
    """How much room a pupil gets on a flag."""

    pitch: float
    """From line to line, in points."""
    lines: int
    """For what happened; a date has one."""


WRITINGS = (Writing(mm(8), 2), Writing(mm(7), 2), Writing(mm(6.2), 2), Writing(mm(7), 1))
"""The first that takes the fewest pages is taken; 6.2 mm is the narrow feint of a notebook."""


def flag_label(pack: Pack, item: Dated, theme: Theme, mode: TimelineMode, writing: Writing) -> Label:
    """The label of a date where it is first drawn on a strip."""
    style, tag = theme.flag, Tag("LBody")
    if mode is TimelineMode.DATES_BLANK:
        asked = _asked(item, tag)
        rule = _DateRule(item, GEOMETRY.flag_date, style, writing.pitch, asked, tag.child("Span"))
        title = partial(text, named(pack, item, style, tag.child("Span")), style)
        return _flag_label(item, tag, style, lambda align: [replace(rule, align=align), title(align=align)], asked)
    if mode is TimelineMode.LABELS_BLANK:
        shown = [_number(item, style, tag), _date_to_name(pack, item, style, tag)]
        lines = WritingLines(writing.lines, writing.pitch, _field_name(item), tag.child("Span"))
        return _flag_label(item, tag, style, lambda align: [text(shown, style, align=align), lines])
    content = words(pack, item, style, tag)
    return _flag_label(item, tag, style, lambda align: [text(content, style, align=align)])


def reminder_label(item: Dated, says: str, theme: Theme, mode: TimelineMode) -> Label:
    """A label for a span that is carried on from the strip before: D10 ends. It was read there."""
    tag, style = Furniture.AGAIN, theme.flag.voiced(italic=True)
    content: list[Content]
    if mode is not TimelineMode.LABELS_BLANK and item.marked is None:
        content = [Run(item.title + f" {says}", style, tag)]
    else:
        name = str(item.number) if mode is TimelineMode.LABELS_BLANK or item.marked is None else item.marked.mark
        content = [Run(f"{name}\u00a0", _bold(item, style), tag), Run(says, style, tag)]
    return _flag_label(item, None, style, lambda align: [text(content, style, align=align)])


def _flag_label(
    item: Dated, tag: Tag | None, style: Style, parts: Callable[[Align], list[Box]], asked: Tag | None = None
) -> Label:
    return Label(item, tag, lambda align: Stack(parts(align)), style.leading, asked=asked, reminder=tag is None)


def _bold(item: Dated, style: Style) -> Style:
    """Of a date: in the colour of its side."""
    return style.voiced(bold=True).colored(item.color)


def _number(item: Dated, style: Style, parent: Tag) -> Run:
    """The number that a pupil's sheet and its key share."""
    own = parent.child("Span", said=f"Event {item.number}, ")
    return Run(f"{item.number}\u00a0\u00a0", style.voiced(bold=True).colored(INK), own)


def _date_to_name(pack: Pack, item: Dated, style: Style, parent: Tag, *, short: bool = True) -> Run:
    """The date of an event that a pupil is to name; its side, which colour says, is said, too."""
    side = f", {heading_of(pack, item.side)}" if item.side else ""
    own = parent.child("Span", said=f"{item.when.spoken}{side}: ")
    return Run(item.short if short else item.when.long, _bold(item, style), own)


def _asked(item: Dated, parent: Tag) -> Tag:
    """The element of a number with a rule to write the date on: it is read as a number, and never as the answer."""
    return parent.child("Span", said=f"Date {item.number}: ")


def _field_name(item: Dated) -> str:
    """What the room to write the name of an event is called; a colon parts a field's name from what is said of it."""
    return f"event {item.number}: {item.when.spoken}"


def _rule(name: str, style: Style, pitch: float, tag: Tag) -> WritingRule:
    """A rule on a line of so many points, for type of the size of a style."""
    return WritingRule(style.sized(style.size, pitch), name, tag, style.size)


@dataclass(frozen=True)
class _DateRule(Box):
    """A number, and a rule to write a date on, as long as the width allows."""

    item: Dated
    rule: float
    """Its length, at most."""
    style: Style
    leading: float
    tag: Tag
    field: Tag
    """The element of the field on the rule: one that holds a field says nothing else."""
    align: Align = "left"

    @property
    def _indent(self) -> float:
        """Of the rule."""
        return self._figures.widest(inf) + GEOMETRY.to_rule

    @property
    def _figures(self) -> Paragraph:
        style = self.style.voiced(bold=True).colored(INK)
        return Paragraph([Run(str(self.item.number), style, self.tag)], self.leading)

    @property
    def _name(self) -> str:
        """Of the field: all that is said of the date, for who goes from field to field."""
        heard = self.tag.parent.kids if self.tag.parent else ()
        said = "".join((self.tag.said, self.item.title, *(each.said for each in heard if each.unseen)))
        # What follows a colon is heard, and not a part of the field's name in the file.
        return re.sub(r"^Date (\d+)(?:, |: )", r"date \1: ", said)

    @override
    def widest(self, width: float) -> float:
        return min(self._indent + self.rule, width)

    @override
    def height(self, width: float) -> float:
        return self.leading

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        before, indent, wide = len(page.items), self._indent, self.widest(width)
        if self.align == "right":
            x += width - wide
        self._figures.place(page, x, top, wide)
        _rule(self._name, self.style, self.leading, self.field).place(page, x + indent, top, wide - indent)
        page.claim(before, self.tag)


class _BesideOrUnder(Box):
    """Two boxes side by side; under one another where the second would have less room than `least` points."""

    def __init__(self, first: Box, second: Box, least: float) -> None:
        self._first, self._second, self._least = first, second, least

    def _set(self, width: float) -> Box:
        indent = self._first.widest(width) + GEOMETRY.after_words
        if width - indent >= self._least:
            return Hanging(self._first, self._second, indent)
        return Stack([self._first, self._second])

    @override
    def height(self, width: float) -> float:
        return self._set(width).height(width)

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        self._set(width).place(page, x, top, width)
