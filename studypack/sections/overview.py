"""The knowledge organiser: question, summary, dates, people and terms, on one page where they fit."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from studypack.layout.boxes import Box, Space
from studypack.layout.columns import BalancedColumns
from studypack.layout.indented import Narrowed
from studypack.layout.paragraph import text
from studypack.layout.role import Fit
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import INK, RULE, Style, mm
from studypack.layout.text import Content, Run
from studypack.layout.wrapper import RepeatHeader, keep_together
from studypack.model.content import MarkedPoint, Pack
from studypack.model.dates.parser import HistoricalDate
from studypack.model.options import Options
from studypack.model.spans import Spans
from studypack.sections.kit.builder import (
    GUTTER,
    LONGEST_KEPT,
    Builder,
    DividingRule,
    before_more,
    continued_heading,
)
from studypack.sections.kit.fitting import easiest
from studypack.sections.kit.marks import mark_run, side_color
from studypack.sections.kit.opening import opening
from studypack.sections.kit.prose import run_in
from studypack.sections.kit.section import Context, Section, dates_listed, people_listed, terms_listed

_WORTH_FITTING = 120
"""Entries; more make no single page of it at any size, and are set to be read."""
_NO_BREAK = "\N{NO-BREAK SPACE}"


def _part(context: Context, title: str, rows_in: Callable[[Builder], list[Box]]) -> Box:
    """A heading under a rule, and its rows; no row stands alone, first or last, on the other side of a break."""
    theme, build = context.theme, context.build.within("Sect")
    heading, air = theme.subheading, theme.grown(4)
    head = build.heading(title, heading, above=air)
    again = continued_heading(context.pack, title, heading, theme.organiser_continued, above=air)
    rule = DividingRule(0.8, RULE, keep_with_next=True)
    carried = Stack([rule, again, Space(theme.above_carried)])
    rows: list[Box] = [keep_together(row, theme.unparted) for row in rows_in(build.within("L"))]
    width = (theme.measure - (theme.text_columns - 1) * GUTTER) / theme.text_columns
    for row in (rows[0], rows[-2]) if len(rows) > 2 else ():
        # What is kept together must fit on a page; a long row is parted instead, and leaves nobody alone.
        row.keep_with_next = row.height(width) <= theme.depth / LONGEST_KEPT
    return RepeatHeader(Stack([rule, head, *rows]), carried, above=theme.grown(mm(4.5)))


class _Dated(NamedTuple):
    """A dated point, or an event."""

    when: HistoricalDate
    title: str
    marked: MarkedPoint | None = None
    """None: an event."""
    says: Spans = ()
    """What its author says of an event."""


def _dated(pack: Pack) -> list[_Dated]:
    """Points and events in order of time."""
    found = [_Dated(marked.point.date, marked.point.title, marked) for marked in pack.marked if marked.point.date]
    found.extend(_Dated(event.date, event.title, says=event.text) for event in pack.events)
    return sorted(found, key=lambda entry: entry.when.sort_key)


def _dates(context: Context, fit: Fit, listing: Builder) -> list[Box]:
    """Each date beside what happened, with the mark of the point that says so, or what no timeline says of an event."""
    on_timeline = any(section.name == "timeline" for section in context.printed)
    theme, dated, style = context.theme, _dated(context.pack), _style(context, fit)
    bold = style.voiced(bold=True)
    wanted = max(bold.face.width(each.when.short, style.size) for each in dated)
    gap = theme.grown(mm(3))
    indent = min(wanted, theme.widest_dates) + gap
    rows: list[Box] = []
    for when, words, marked, says in dated:
        ink = side_color(marked.side) if marked else INK
        date, body = listing.item(when.short, bold.colored(ink), f"{when.spoken}:")
        content: list[Content] = [Run(words, style, body.tag)]
        if marked:
            content += [
                Run(_NO_BREAK, bold, body.tag.child("Span", said=", ")),
                mark_run(context.pack, marked, style, body.tag),
            ]
        entry: Box = text(content, style)
        if says and not on_timeline:
            named = [Run(before_more(context.pack, words), bold, body.tag), Run("  ", style, body.tag)]
            entry = run_in(context.pack, named, says, style, body.tag, body.tag)
        rows.append(Hanging(Narrowed(date, gap), entry, indent, above=theme.grown(1.6) * fit.air))
    return rows


def _entries(context: Context, entries: Sequence[tuple[str, Spans]], fit: Fit, listing: Builder) -> list[Box]:
    """Numbered entries: the name in bold, then what there is to know."""
    theme, style = context.theme, _style(context, fit)
    bold = style.voiced(bold=True)
    figures = bold.face.width(str(len(entries)), bold.size) + 0.5 * bold.size
    indent = max(figures, theme.number_column)
    rows: list[Box] = []
    for number, (name, says) in enumerate(entries, start=1):
        label, body = listing.item(str(number), bold)
        named = [Run(before_more(context.pack, name), bold, body.tag), Run("  ", style, body.tag)]
        entry = run_in(context.pack, named, says, style, body.tag, body.tag)
        rows.append(Hanging(label, entry, indent, above=theme.grown(2.4) * fit.air))
    return rows


def _style(context: Context, fit: Fit) -> Style:
    return context.theme.fitted(fit, context.theme.organiser)


def _boxes(context: Context, fit: Fit) -> list[Box]:
    theme, pack = context.theme, context.pack
    # A title over the pack asks the question already.
    question = "" if any(section.leads for section in context.printed) else pack.question or ""
    boxes: list[Box] = [opening(context, "overview", _title(pack, context.options), standfirst=question)]
    if pack.summary:
        larger = Fit(fit.size and fit.size + 1, round((fit.size + 1) * 1.37, 2))
        boxes.append(
            context.build.prose(pack.summary, theme.fitted(larger), above=theme.grown(mm(4)), between=theme.grown(4))
        )
    people = [(person.name, person.role) for person in pack.people]
    terms = [(term.term, term.meaning) for term in pack.glossary]
    parts: list[Box] = []
    if _dated(pack):
        parts.append(_part(context, pack.say("key_dates", "Key dates"), partial(_dates, context, fit)))
    for title, entries in ((pack.say("people", "People"), people), (pack.say("terms", "Terms"), terms)):
        if entries:
            parts.append(_part(context, title, partial(_entries, context, entries, fit)))
    if theme.text_columns == 1:
        return boxes + parts
    return [*boxes, BalancedColumns(Stack(parts), theme.text_columns, GUTTER, above=mm(4.5))]


def _compose(context: Context) -> list[Box]:
    pack, fits = context.pack, context.theme.organiser_fits
    entries = len(pack.points) + len(pack.events) + len(pack.people) + len(pack.glossary)
    return easiest(context, fits if entries <= _WORTH_FITTING else (context.theme.organiser_read,), _boxes)


def _title(pack: Pack, options: Options) -> str:
    return pack.say("overview", "Overview")


def _describe(context: Context) -> str:
    pack, say = context.pack, context.pack.say
    parts = [
        (say("overview_question", "the question"), bool(pack.question)),
        (say("overview_summary", "a summary"), bool(pack.summary)),
        (say("overview_dates", "dates"), bool(_dated(pack))),
        (say("overview_people", "people"), bool(pack.people)),
        (say("overview_terms", "terms"), bool(pack.glossary)),
    ]
    there = say.listed(name for name, is_there in parts if is_there)
    # Words: what the overview has: the question, a summary, dates, people and terms.
    return say("overview_has", "A knowledge organiser: {parts}", parts=there)


SECTION = Section(
    name="overview",
    title=_title,
    describe=_describe,
    needs="summary, dates, people or terms",
    applies=lambda pack: bool(pack.summary or _dated(pack) or pack.people or pack.glossary),
    compose=_compose,
    other_names=("summary",),
    lists=lambda pack: [dates_listed(pack), terms_listed(pack), people_listed(pack)],
)
