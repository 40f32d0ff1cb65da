"""The knowledge organiser: question, summary, dates, people and terms, on one page where they fit."""

from collections.abc import Sequence
from dataclasses import dataclass

from studypack.base.wording import join_words
from studypack.layout.boxes import Box, Space
from studypack.layout.columns import BalancedColumns
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import INK, RULE, Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Content, Run
from studypack.layout.theme import Theme
from studypack.layout.wrapper import KeepTogether, RepeatHeader
from studypack.model.content import MarkedPoint, Pack
from studypack.model.dates import HistoricalDate
from studypack.model.markup import Spans
from studypack.sections.kit.builder import DividingRule, prose, runs
from studypack.sections.kit.fitting import easiest
from studypack.sections.kit.marks import mark_run, side_color
from studypack.sections.kit.opening import opening
from studypack.sections.kit.section import Context, Section


@dataclass(frozen=True, slots=True)
class _Fit:
    """One way to set the rows."""

    size: float
    """Of the type, in points; an accessible profile has its own."""
    air: float = 1
    """What the space between rows is multiplied by."""


_FITS = tuple(_Fit(size) for size in (8.0, 8.2, 8.4, 8.6, 8.8, 9.0, 9.2, 9.4))
_AIRY = tuple(_Fit(0, air) for air in (0.8, 1.2, 1.6, 2.0, 2.4, 2.8))
"""For the accessible profiles: their type is never smaller, the space between rows may be."""
_READABLE = _Fit(9.0)
_WORTH_FITTING = 120
"""Entries; more make no single page of it at any size, and are set to be read."""
_LEADING = 1.28
_GUTTER = mm(8)
_WIDEST_DATES = 0.42
"""Of the line, in large type, for the dates beside what happened."""
_LONGEST_KEPT = 4
"""Of a page: the part that a row may fill and still be kept with the next."""
_NO_BREAK = "\N{NO-BREAK SPACE}"


def _style(context: Context, fit: _Fit) -> Style:
    theme = context.theme
    return theme.body if theme.accessible else theme.note.colored(INK).sized(fit.size, round(fit.size * _LEADING, 2))


def _width(theme: Theme) -> float:
    """Of a row: the line, or one of two columns."""
    return theme.measure if theme.compact else (theme.measure - _GUTTER) / 2


def _tags(context: Context) -> tuple[Tag, Tag]:
    """The tags of a part: its heading, and then the list under it."""
    tag = context.tag.child("Sect")
    return tag.child("H2"), tag.child("L")


def _part(context: Context, tag: Tag, title: str, rows: Sequence[Box]) -> Box:
    """A heading under a rule, and its rows; no row stands alone, first or last, on the other side of a break."""
    theme = context.theme
    heading = theme.heading if theme.accessible else theme.heading.sized(12, 15)
    air = theme.grown(4)
    head = text([Run(title, heading, tag)], heading, above=air, keep=True)
    continued = theme.label_italic.sized(9, heading.leading)
    again = [Run(title, heading, Furniture.AGAIN), Run("  continued", continued, Furniture.AGAIN)]
    rule = DividingRule(0.8, RULE, keep=True)
    carried = Stack([rule, text(again, heading, above=air), Space(air if theme.accessible else 0)])
    # Readers of large print should not have to carry half an entry over in mind.
    rows = [KeepTogether(row, theme.depth / 3) for row in rows] if theme.accessible else rows
    for row in (rows[0], rows[-2]) if len(rows) > 2 else ():
        # What is kept together must fit on a page; a long row is parted instead, and leaves nobody alone.
        row.keep = row.height(_width(theme)) <= theme.depth / _LONGEST_KEPT
    return RepeatHeader(Stack([rule, head, *rows]), carried, above=theme.grown(mm(4.5)))


def _dated(pack: Pack) -> list[tuple[HistoricalDate, str, MarkedPoint | None]]:
    """Points and events in order of time."""
    found: list[tuple[HistoricalDate, str, MarkedPoint | None]] = [
        (marked.point.date, marked.point.title, marked) for marked in pack.marked if marked.point.date
    ]
    found.extend((event.date, event.title, None) for event in pack.events)
    return sorted(found, key=lambda entry: entry[0].sort_key)


def _dates(context: Context, fit: _Fit) -> list[Box]:
    dated = _dated(context.pack)
    if not dated:
        return []
    heading, listing = _tags(context)
    style = _style(context, fit)
    bold = style.voiced(bold=True)
    theme = context.theme
    wanted = max(bold.face.width(when.short, style.size) for when, _, _ in dated)
    indent = min(wanted, _WIDEST_DATES * theme.measure if theme.accessible else mm(30)) + theme.grown(mm(3))
    rows: list[Box] = []
    for when, words, marked in dated:
        item = listing.child("LI")
        color = side_color(marked.point.side) if marked else INK
        date = Paragraph([Run(when.short, bold.colored(color), item.child("Lbl"))], style.leading)
        body_tag = item.child("LBody")
        content: list[Content] = [Run(words, style, body_tag)]
        if marked:
            content += [Run(_NO_BREAK, bold, body_tag), mark_run(context.pack, marked, style, body_tag)]
        rows.append(Hanging(date, Paragraph(content, style.leading), indent, above=theme.grown(1.6) * fit.air))
    return [_part(context, heading, "Key dates", rows)]


def _entries(context: Context, title: str, entries: Sequence[tuple[str, Spans]], fit: _Fit) -> list[Box]:
    """Numbered entries: the name in bold, then what there is to know."""
    if not entries:
        return []
    heading, listing = _tags(context)
    style, theme = _style(context, fit), context.theme
    bold = style.voiced(bold=True)
    figures = bold.face.width(str(len(entries)), bold.size) + 0.5 * bold.size
    indent = figures if theme.accessible else mm(6)
    rows: list[Box] = []
    for number, (name, says) in enumerate(entries, start=1):
        item = listing.child("LI")
        label = Paragraph([Run(str(number), bold, item.child("Lbl"))], style.leading)
        body = item.child("LBody")
        # A mark between the two, or "Stanley Baldwin Conservative Prime Minister" is copied and heard as one.
        mark = "" if name.endswith((".", "?", "!", ":", "…")) else ":"
        content = [Run(f"{name}{mark}", bold, body), Run("  ", style, body), *runs(says, style, body)]
        rows.append(Hanging(label, Paragraph(content, style.leading), indent, above=theme.grown(2.4) * fit.air))
    return [_part(context, heading, title, rows)]


def _boxes(context: Context, fit: _Fit) -> list[Box]:
    theme, pack = context.theme, context.pack
    boxes: list[Box] = [opening(context, "overview", "Overview", standfirst=pack.question or "")]
    if pack.summary:
        size = fit.size + 1
        summary = theme.body if theme.accessible else theme.body.sized(size, round(size * 1.36, 2))
        boxes.append(Stack(prose(pack.summary, summary, context.tag, between=theme.grown(4)), above=theme.grown(mm(4))))
    parts = [
        *_dates(context, fit),
        *_entries(context, "People", [(person.name, person.role) for person in pack.people], fit),
        *_entries(context, "Terms", [(term.term, term.meaning) for term in pack.glossary], fit),
    ]
    if theme.compact:
        return boxes + parts
    return [*boxes, BalancedColumns(Stack(parts), 2, _GUTTER, above=mm(4.5))]


def _compose(context: Context) -> list[Box]:
    pack = context.pack
    entries = len(pack.points) + len(pack.events) + len(pack.people) + len(pack.glossary)
    fits = (_AIRY if context.theme.accessible else _FITS) if entries <= _WORTH_FITTING else (_READABLE,)
    return easiest(context, fits, _boxes)


def _describe(context: Context) -> str:
    pack = context.pack
    parts = [
        ("the question", bool(pack.question)),
        ("a summary", bool(pack.summary)),
        ("dates", bool(_dated(pack))),
        ("people", bool(pack.people)),
        ("terms", bool(pack.glossary)),
    ]
    return f"A knowledge organiser: {join_words(name for name, there in parts if there)}"


SECTION = Section(
    name="overview",
    title=lambda pack, options: "Overview",
    describe=_describe,
    needs="summary, dates, people or terms",
    applies=lambda pack: bool(pack.summary or _dated(pack) or pack.people or pack.glossary),
    compose=_compose,
)
