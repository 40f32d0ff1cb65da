"""The knowledge organiser: question, summary, dates, people and terms, on one page where they fit."""

from collections.abc import Sequence
from dataclasses import replace

from studypack.content import Marked, Pack
from studypack.dates import When
from studypack.markup import Spans
from studypack.sections.marks import anchor_of, side_color
from studypack.sections.opening import opening
from studypack.sections.prose import prose, runs
from studypack.sections.section import Section, Setting
from studypack.typeset.boxes import Box, HorizontalRule
from studypack.typeset.columns import BalancedColumns
from studypack.typeset.copyfit import largest_fitting
from studypack.typeset.flow import count_pages
from studypack.typeset.look import INK, RULE, Style, mm
from studypack.typeset.page import Tag
from studypack.typeset.paragraph import Paragraph, text
from studypack.typeset.stack import Hanging, Resumed, Stack
from studypack.typeset.text import Content, Run

_SIZES = (8.0, 8.2, 8.4, 8.6, 8.8, 9.0, 9.2, 9.4)
_READABLE = 9.0
_WORTH_FITTING = 120
"""Entries; more make no single page of it at any size, and are set to be read."""
_LEADING = 1.28
_GUTTER = mm(8)
_NO_BREAK = "\N{NO-BREAK SPACE}"


def _style(setting: Setting, size: float) -> Style:
    return setting.look.note.colored(INK).sized(size, round(size * _LEADING, 2))


def _part(setting: Setting, tag: Tag, title: str, rows: Sequence[Box]) -> Box:
    """A heading under a rule, and its rows."""
    look = setting.look
    heading = look.heading.sized(12, 15)
    head = text([Run(title, heading, tag.child("H2"))], heading, above=4, keep=True)
    again = [Run(title, heading), Run("  continued", look.label_italic.sized(9, 15))]
    carried = Stack([HorizontalRule(0.8, RULE, keep=True), text(again, heading, above=4)])
    return Resumed(Stack([HorizontalRule(0.8, RULE, keep=True), head, *rows]), carried, above=mm(4.5))


def _dated(pack: Pack) -> list[tuple[When, str, Marked | None]]:
    """Points and events in order of time."""
    found: list[tuple[When, str, Marked | None]] = [
        (marked.point.date, marked.point.title, marked) for marked in pack.marked if marked.point.date
    ]
    found.extend((event.date, event.title, None) for event in pack.events)
    return sorted(found, key=lambda entry: entry[0].sort_key)


def _dates(setting: Setting, size: float) -> list[Box]:
    dated = _dated(setting.pack)
    if not dated:
        return []
    tag = setting.tag.child("Sect")
    style = _style(setting, size)
    bold = style.voiced(bold=True)
    wanted = max(bold.face.width(when.short, size) for when, _, _ in dated)
    indent = min(wanted, mm(30)) + mm(3)
    rows: list[Box] = []
    listing = tag.child("L")
    for when, words, marked in dated:
        item = listing.child("LI")
        color = side_color(marked.point.side) if marked else INK
        date = Paragraph([Run(when.short, bold.colored(color), item.child("Lbl"))], style.leading)
        body_tag = item.child("LBody")
        content: list[Content] = [Run(words, style, body_tag)]
        if marked:
            content.append(Run(_NO_BREAK + marked.mark, bold.colored(color), body_tag, target=anchor_of(marked)))
        rows.append(Hanging(date, Paragraph(content, style.leading), indent, above=1.6))
    return [_part(setting, tag, "Key dates", rows)]


def _entries(setting: Setting, title: str, entries: Sequence[tuple[str, Spans]], size: float) -> list[Box]:
    """Numbered entries: the name in bold, then what there is to know."""
    tag = setting.tag.child("Sect")
    style = _style(setting, size)
    bold = style.voiced(bold=True)
    listing = tag.child("L")
    rows: list[Box] = []
    for number, (name, says) in enumerate(entries, start=1):
        item = listing.child("LI")
        label = Paragraph([Run(str(number), bold, item.child("Lbl"))], style.leading)
        body = item.child("LBody")
        content = [Run(name, bold, body), Run("  ", style, body), *runs(says, style, body)]
        rows.append(Hanging(label, Paragraph(content, style.leading), mm(6), above=2.4))
    return [_part(setting, tag, title, rows)] if rows else []


def _boxes(setting: Setting, size: float) -> list[Box]:
    look, pack = setting.look, setting.pack
    boxes: list[Box] = [opening(setting, "overview", "Overview", standfirst=pack.question or "")]
    if pack.summary:
        summary = look.body.sized(size + 1, round((size + 1) * 1.36, 2))
        boxes.append(Stack(prose(pack.summary, summary, setting.tag, between=4), above=mm(4)))
    parts = [
        *_dates(setting, size),
        *_entries(setting, "People", [(person.name, person.role) for person in pack.people], size),
        *_entries(setting, "Terms", [(term.term, term.meaning) for term in pack.glossary], size),
    ]
    if look.compact:
        return boxes + parts
    return [*boxes, BalancedColumns(Stack(parts), 2, _GUTTER, above=mm(4.5))]


def _compose(setting: Setting) -> list[Box]:
    look = setting.look

    def boxes_at(size: float) -> tuple[Tag, list[Box]]:
        # Each try builds its boxes inside a tag of its own; only the chosen one's goes into the document.
        trial = Tag(setting.tag.kind)
        return trial, _boxes(replace(setting, tag=trial), size)

    pack = setting.pack
    entries = len(pack.points) + len(pack.events) + len(pack.people) + len(pack.glossary)
    sizes = _SIZES if entries <= _WORTH_FITTING else (_READABLE,)
    tag, boxes = largest_fitting(sizes, boxes_at, lambda made: count_pages(made[1], look.measure, look.depth))
    setting.tag.adopt(tag)
    return boxes


def _describe(setting: Setting) -> str:
    pack = setting.pack
    parts = [
        ("the question", bool(pack.question)),
        ("a summary", bool(pack.summary)),
        ("dates", bool(_dated(pack))),
        ("people", bool(pack.people)),
        ("terms", bool(pack.glossary)),
    ]
    named = [name for name, there in parts if there]
    words = ", ".join(named[:-1]) + (" and " if len(named) > 1 else "") + named[-1]
    return f"A knowledge organiser: {words}"


SECTION = Section(
    name="overview",
    title=lambda pack: "Overview",
    describe=_describe,
    needs="summary, dates, people or terms",
    applies=lambda pack: bool(pack.summary or _dated(pack) or pack.people or pack.glossary),
    compose=_compose,
)
