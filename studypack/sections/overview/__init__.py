"""The knowledge organiser: question, summary, and the dates, people and terms that weigh most, to be learnt by heart.

It has so few of them that it is read; the others are where it says. All are in it where no other section has them.
"""

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import NamedTuple

from studypack.layout.boxes import Box, Space
from studypack.layout.columns import BalancedColumns, Columns
from studypack.layout.copyfit import largest_fitting, most_that_fit
from studypack.layout.flow import extent
from studypack.layout.indented import Narrowed
from studypack.layout.paragraph import text
from studypack.layout.role import Fit
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import INK, RULE, Style, mm
from studypack.layout.text import Content, Run
from studypack.layout.wrapper import KeepTogether, RepeatHeader, keep_together
from studypack.model.choices import Openings
from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.sections.kit.builder import (
    GUTTER,
    LONGEST_KEPT,
    Builder,
    DividingRule,
    before_more,
    continued_heading,
    keep_in_company,
)
from studypack.sections.kit.marks import mark_run, side_color
from studypack.sections.kit.opening import opening
from studypack.sections.kit.prose import run_in
from studypack.sections.kit.referring import Referring
from studypack.sections.kit.section import Context, Section, dates_listed, people_listed, terms_listed
from studypack.sections.overview.chosen import FEWER, MOST, Chosen, Entries, Left, weightiest_entries
from studypack.sections.timeline.dated import Dated, dated

_WORTH_FITTING = 120
"""Entries; more make no single page of it at any size, and are set to be read."""
_WHOLE = 0.8
"""Of a page: a list that is no taller is not parted."""
_NO_BREAK = "\N{NO-BREAK SPACE}"
_Rows = Callable[[Builder], list[Box]]


def _part(context: Context, title: str, rows_in: _Rows, setting: "_Setting", left: Left | None) -> Box:
    """A heading under a rule, and its rows, in one column if it has room for them; then where the ones `left` out are.

    If they are parted, no row stands alone, first or last, on the other side of the break.
    """
    theme, build = context.theme, context.build.within("Sect")
    heading, air = theme.subheading, theme.grown(4)
    head = build.heading(title, heading, above=air)
    again = continued_heading(context.pack, title, heading, theme.organiser_continued, above=air)
    rule = DividingRule(0.8, RULE, keep_with_next=True)
    carried = Stack([rule, again, Space(theme.above_carried)])
    rows: list[Box] = [keep_together(row, theme.unparted) for row in rows_in(build.within("L"))]
    width = (theme.measure - (theme.text_columns - 1) * GUTTER) / theme.text_columns
    keep_in_company(rows, (0, -2), width, theme)
    if left:
        rows[-1].keep_with_next = rows[-1].height(width) <= theme.depth / LONGEST_KEPT
        rows.append(_where_others_are(context, build, setting.fit, *left))
    whole = RepeatHeader(Stack([rule, head, *rows]), carried)
    part: Box = KeepTogether(whole, _WHOLE * theme.depth) if theme.text_columns > 1 or setting.whole else whole
    part.above = theme.grown(mm(4.5))
    return part


def _where_others_are(context: Context, build: Builder, fit: Fit, count: int, section: Section) -> Box:
    """How many more there are, in which section, and the number of its page; all of it leads there."""
    theme, pack = context.theme, context.pack
    style = _style(context, fit)
    title = section.title(pack, context.options)
    # Words: under a list: there are 12 more in the section of this title, whose page follows.
    words = pack.say("more_in_section", "{n} more: {section}", n=count, section=title)
    link = build.within("P").within("Link")
    return Referring(words, style, f"section:{section.name}", link.tag, above=theme.grown(2.4) * fit.air)


_STRAY = 0.4
"""Of a page: less on the last one looks left behind."""


def _dates(context: Context, dates: Sequence[Dated], fit: Fit, listing: Builder) -> list[Box]:
    """Each date beside what happened, with the mark of the point that says so, or what no timeline says of an event."""
    on_timeline = any(section.name == "timeline" for section in context.printed)
    theme, style = context.theme, _style(context, fit)
    bold = style.voiced(bold=True)
    wanted = max(bold.face.width(each.when.short, style.size) for each in dates)
    gap = theme.grown(mm(3))
    indent = min(wanted, theme.widest_dates) + gap
    rows: list[Box] = []
    for each in dates:
        ink = side_color(each.side) if each.marked else INK
        date, body = listing.item(each.when.short, bold.colored(ink), f"{each.when.spoken}:")
        content: list[Content] = [Run(each.title, style, body.tag)]
        if each.marked:
            content += [
                Run(_NO_BREAK, bold, body.tag.child("Span", said=", ")),
                mark_run(context.pack, each.marked, style, body.tag),
            ]
        entry: Box = text(content, style)
        if each.text and not on_timeline:
            named = [Run(before_more(context.pack, each.title), bold, body.tag), Run("  ", style, body.tag)]
            entry = run_in(context.pack, named, each.text, style, body.tag, body.tag)
        rows.append(Hanging(Narrowed(date, gap), entry, indent, above=theme.grown(1.6) * fit.air))
    return rows


def _entries(context: Context, entries: Entries, fit: Fit, listing: Builder) -> list[Box]:
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


class _Setting(NamedTuple):
    """One way to set the organiser."""

    fit: Fit
    beside: bool = False
    """Dates beside people, and terms over the whole width under both; else the lists in columns of one width."""
    whole: bool = False
    """No list is parted in one column, either."""


_DATES_SHARE = 0.42
"""Of the width, where people stand beside dates: names need longer lines."""


def _boxes(context: Context, chosen: Chosen, setting: _Setting) -> list[Box]:
    theme, pack, fit = context.theme, context.pack, setting.fit
    question = _question(context)
    boxes: list[Box] = [opening(context, "overview", _title(pack, context.options), standfirst=question)]
    if pack.summary:
        larger = Fit(fit.size and fit.size + 1, round((fit.size + 1) * 1.37, 2))
        boxes.append(
            context.build.prose(pack.summary, theme.fitted(larger), above=theme.grown(mm(4)), between=theme.grown(4))
        )
    lists = (
        ("dates", pack.say("key_dates", "Key dates"), partial(_dates, context, chosen.dates, fit)),
        ("people", pack.say("people", "People"), partial(_entries, context, chosen.people, fit)),
        ("terms", pack.say("terms", "Terms"), partial(_entries, context, chosen.terms, fit)),
    )
    parts = [
        _part(context, title, rows_in, setting, chosen.left.get(name))
        for name, title, rows_in in lists
        if getattr(chosen, name)
    ]
    if theme.text_columns == 1:
        return boxes + parts
    if setting.beside:
        upper = Columns(parts[:2], (_DATES_SHARE, 1 - _DATES_SHARE), GUTTER)
        upper.above = mm(4.5)
        return [*boxes, upper, *parts[2:]]
    return [*boxes, BalancedColumns(Stack(parts), theme.text_columns, GUTTER, above=mm(4.5))]


def _question(context: Context) -> str:
    """The question of the pack; empty where a title over the pack asks it already."""
    return "" if any(section.leads for section in context.printed) else context.pack.question or ""


def _compose(context: Context) -> list[Box]:
    theme, (setting, usual) = context.theme, _composed(context, weightiest_entries(context, MOST))
    pages, depth = extent(usual, theme.measure, theme.depth, context.start)
    if pages == 1 or depth >= _STRAY * theme.depth:
        return _filled(context, setting, usual)
    _, even = _composed(context, weightiest_entries(context, MOST), whole=True)
    return min((even, usual, _composed(context, weightiest_entries(context, FEWER))[1]), key=context.pages)


def _filled(context: Context, setting: "_Setting", usual: list[Box]) -> list[Box]:
    """The boxes with up to twice as many entries, if their pages have room, unless another section goes on there."""
    left, most = weightiest_entries(context, MOST).left, dict(MOST)
    if not left or context.options.openings is Openings.RUN_ON:
        return usual
    pages, best = context.pages(usual), usual

    @cache
    def boxes_with(name: str, count: int) -> list[Box]:
        return _boxes(context, weightiest_entries(context, {**most, name: MOST[name] + count}), setting)

    def fits(name: str, count: int) -> bool:
        return context.pages(boxes_with(name, count)) <= pages

    for name in (each for each in ("terms", "people", "dates") if each in left):
        # Mostly all of them have room, or not even one.
        every = min(left[name][0], MOST[name])
        added = every if fits(name, every) else most_that_fit(every - 1, partial(fits, name)) if fits(name, 1) else 0
        if added:
            best, most[name] = boxes_with(name, added), most[name] + added
    return best


def _composed(context: Context, chosen: Chosen, *, whole: bool = False) -> tuple["_Setting", list[Box]]:
    """The boxes of what is chosen, set to be read on as few pages as can be, and how they are set."""
    pack, fits = context.pack, context.theme.organiser_fits
    if len(pack.points) + len(pack.events) + len(pack.people) + len(pack.glossary) > _WORTH_FITTING:
        fits = (context.theme.organiser_read,)
    settings = [_Setting(fit, whole=whole) for fit in fits]
    lists = (chosen.dates, chosen.people, chosen.terms)
    if context.theme.text_columns > 1 and all(0 < len(each) <= MOST["dates"] for each in lists):
        settings = [*(_Setting(fit, beside=True) for fit in fits), *settings]
    return largest_fitting(
        settings,
        lambda setting: (setting, _boxes(context, chosen, setting)),
        lambda made: context.pages(made[1]),
    )


def _title(pack: Pack, options: Options) -> str:
    return pack.say("overview", "Overview")


def _describe(context: Context) -> str:
    pack, say = context.pack, context.pack.say
    parts = [
        (say("overview_question", "the question"), bool(_question(context))),
        (say("overview_summary", "a summary"), bool(pack.summary)),
        (say("overview_dates", "dates"), bool(dated(pack))),
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
    applies=lambda pack: bool(pack.summary or dated(pack) or pack.people or pack.glossary),
    compose=_compose,
    words_of=frozenset({"points"}),
    other_names=("summary",),
    lists=lambda pack: [dates_listed(pack), terms_listed(pack), people_listed(pack)],
)
