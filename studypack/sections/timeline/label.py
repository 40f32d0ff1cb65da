"""The label of a date: date, title and mark, or room for a pupil to write them."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from math import inf

from typing_extensions import override

from studypack.base.record import record
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
from studypack.model.words import Words
from studypack.sections.timeline.dated import Dated, date_tag, named, words
from studypack.sections.timeline.geometry import GEOMETRY


class Asked:
    """The number of a date that is asked for, which says where on the timeline the date stands."""

    def __init__(self, item: Dated, parent: Tag, say: Words) -> None:
        """Its element stands in `parent`, before the room to write on: it is read as a number, not as the answer."""
        self._item, self.say, self._where = item, say, ""
        heard = say("date_number", "Date {number}:", number=item.number)
        self.tag = parent.child("Span", said=f"{heard} ")

    def stands(self, where: str) -> None:
        """Say, after the number, where the date stands."""
        self._where = where
        # Words: number of a date, and where it stands: Date 3, between 1920 and 1921.
        heard = self.say("date_there", "Date {number}, {where}:", number=self._item.number, where=where)
        self.tag.said = f"{heard} "

    @property
    def field_name(self) -> str:
        """All that is said of the date, for who goes from field to field; a colon parts it from the field's name."""
        heard = self.tag.parent.kids if self.tag.parent else ()
        # Words: name of the field for a date.
        name = self.say("date_field", "date {number}", number=self._item.number)
        where = f"{self._where}: " if self._where else ""
        return "".join((f"{name}: {where}", self._item.title, *(each.said for each in heard if each.unseen)))


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
    asked: Asked | None = None
    """Its number, where the date is asked for."""
    mark: Run | None = None
    """What the bar of the date bears."""
    reminder: bool = False
    """Only says that a span is carried on from the strip before."""
    _extents: dict[float, tuple[float, float]] = field(default_factory=dict)
    _measured: Box | None = None
    """Its words, as they are measured at several widths."""

    def extent(self, width: float) -> tuple[float, float]:
        """The widest line and the height of the words, set to a width."""
        if width not in self._extents:
            lettering = self._measured = self._measured or self.lettering("left")
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
        asked = Asked(item, tag, pack.say)
        before = _DateRule(item, theme.date_rule, style, leading, asked, tag.child("Span"))
        title = Paragraph(named(pack, item, style, tag.child("Span"), theme), leading)
        lettering = title if apart else _BesideOrUnder(before, title, GEOMETRY.least_words * style.size)
    elif mode is TimelineMode.LABELS_BLANK:
        number, date = _number(pack, item, style, tag), _date_to_name(pack, item, style, tag, short=apart)
        before = Paragraph([date], leading, align="right")
        shown = Paragraph([number] if apart else [number, date], leading)
        rule = _rule(_field_name(pack, item), style, leading, tag.child("Span"))
        lettering = _BesideOrUnder(shown, rule, GEOMETRY.event_name)
    else:
        date = Run(item.short if apart else item.when.long, _bold(item, style), date_tag(item, tag))
        before, own = Paragraph([date], leading, align="right"), tag.child("Span")
        title_runs = named(pack, item, style, own, theme)
        lettering = Paragraph(title_runs if apart else [date, Run(" ", style, own), *title_runs], leading)
    return Label(item, tag, lambda align: lettering, leading, before if apart else None, asked)


@record
class Writing:
    """How much room a pupil gets on a flag."""

    pitch: float
    """From line to line, in points."""
    lines: int
    """For what happened; a date has one."""


WRITINGS = (Writing(mm(8), 2), Writing(mm(8), 1))
"""The first that takes the fewest pages is taken; 8 mm is the feint of a British exercise book."""


def flag_label(pack: Pack, item: Dated, style: Style, mode: TimelineMode, writing: Writing) -> Label:
    """The label of a date where it is first drawn on a strip."""
    label = _lettered(pack, item, style, mode, writing)
    label.mark = _bar_mark(item, style, mode)
    return label


def _lettered(pack: Pack, item: Dated, style: Style, mode: TimelineMode, writing: Writing) -> Label:
    tag = Tag("LBody")
    if mode is TimelineMode.DATES_BLANK:
        asked = Asked(item, tag, pack.say)
        rule = _DateRule(item, GEOMETRY.flag_date, style, writing.pitch, asked, tag.child("Span"))
        title = partial(text, named(pack, item, style, tag.child("Span")), style)
        return _flag_label(item, tag, style, lambda align: [replace(rule, align=align), title(align=align)], asked)
    if mode is TimelineMode.LABELS_BLANK:
        shown = [_number(pack, item, style, tag), _date_to_name(pack, item, style, tag)]
        lines = WritingLines(writing.lines, writing.pitch, _field_name(pack, item), tag.child("Span"))
        return _flag_label(item, tag, style, lambda align: [text(shown, style, align=align), lines])
    content = words(pack, item, style, tag)
    return _flag_label(item, tag, style, lambda align: [text(content, style, align=align)])


def reminder_label(item: Dated, *, ends: bool, style: Style, mode: TimelineMode, say: Words) -> Label:
    """A label for a span that is carried on from the strip before: D10 ends. It was read there."""
    tag, style = Furniture.AGAIN, style.voiced(italic=True)
    # Words: after the mark or the title of a span of time that began before this part of a timeline.
    says = say("ends", "ends") if ends else say("continued", "continued")
    content: list[Content]
    if mode is not TimelineMode.LABELS_BLANK and item.marked is None:
        content = [Run(item.title + f" {says}", style, tag)]
    else:
        name = str(item.number) if mode is TimelineMode.LABELS_BLANK or item.marked is None else item.marked.mark
        content = [Run(f"{name}\u00a0", _bold(item, style), tag), Run(says, style, tag)]
    return _flag_label(item, None, style, lambda align: [text(content, style, align=align)])


def _flag_label(
    item: Dated, tag: Tag | None, style: Style, parts: Callable[[Align], list[Box]], asked: Asked | None = None
) -> Label:
    return Label(item, tag, lambda align: Stack(parts(align)), style.leading, asked=asked, reminder=tag is None)


def _bar_mark(item: Dated, style: Style, mode: TimelineMode) -> Run | None:
    """What tells the bar of a date from others: its mark; its number, where the mark would tell what is asked for."""
    mark = str(item.number) if mode is TimelineMode.LABELS_BLANK else item.marked.mark if item.marked else ""
    return Run(mark, _bold(item, style).sized(GEOMETRY.bar_mark, GEOMETRY.bar_mark)) if mark else None


def _bold(item: Dated, style: Style) -> Style:
    """Of a date: in the colour of its side."""
    return style.voiced(bold=True).colored(item.color)


def _number(pack: Pack, item: Dated, style: Style, parent: Tag) -> Run:
    """The number that a pupil's sheet and its key share."""
    heard = pack.say("event_number", "Event {number},", number=item.number)
    own = parent.child("Span", said=f"{heard} ")
    return Run(f"{item.number}\u00a0\u00a0", style.voiced(bold=True).colored(INK), own)


def _date_to_name(pack: Pack, item: Dated, style: Style, parent: Tag, *, short: bool = True) -> Run:
    """The date of an event that a pupil is to name; its side, which colour says, is said, too."""
    side = "" if item.side.is_neutral else f", {item.side.name}"
    own = parent.child("Span", said=f"{item.when.spoken}{side}: ")
    return Run(item.short if short else item.when.long, _bold(item, style), own)


def _field_name(pack: Pack, item: Dated) -> str:
    """What the room to write the name of an event is called; a colon parts a field's name from what is said of it."""
    # Words: name of the field for what happened on a date.
    name = pack.say("event_field", "event {number}", number=item.number)
    return f"{name}: {item.when.spoken}"


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
    asked: Asked
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
        return Paragraph([Run(str(self.item.number), style, self.asked.tag)], self.leading)

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
        _rule(self.asked.field_name, self.style, self.leading, self.field).place(page, x + indent, top, wide - indent)
        page.claim(before, self.asked.tag)


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
