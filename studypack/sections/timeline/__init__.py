"""The timeline: every dated point and event along an axis, which runs across the page or down it.

`scale` says from when to when it goes and in which cells; what these stand for is in `units` (the calendar),
`clock_units` and `reckoned_units` (years ago, Day 3). `axis`, `bars` and `label` serve both directions. Across,
`strips` sets the boxes: `arrange` chooses how many strips there are, `strip` lays one out, `bar_marks` gives its bars
their marks, and `flags` places its labels. Down, `upright` sets them: `to_scale` and `evenly` say where the dates stand
on a page, which is in `beside`. `cards` are cut out and put in order. `head`, `legend` and `told` stand around all of
them, `asked` has the words that follow the scale, and `heard` says in words what a drawing says. The numbers that all
of it is drawn by are in `geometry`.
"""

from dataclasses import replace
from math import ceil

from studypack.layout.boxes import Box, NewPage
from studypack.layout.tag import Tag
from studypack.layout.theme import theme_for
from studypack.model.content import Pack
from studypack.model.modes import Orientation, Scale, TimelineMode
from studypack.model.options import Options
from studypack.model.section_modes import TimelineModes
from studypack.sections.kit.section import Context, Section, Warned, dates_listed
from studypack.sections.timeline.cards import card_boxes
from studypack.sections.timeline.dated import dated, extent_of, owed
from studypack.sections.timeline.head import timeline_title
from studypack.sections.timeline.scale import shortest_span, wanted_span
from studypack.sections.timeline.strips import strip_boxes
from studypack.sections.timeline.upright import upright_boxes


def _compose(context: Context) -> list[Box]:
    """Across the page in small type; down the page in large type, where no flag has room beside its pole."""
    items, modes = dated(context.pack), context.options.timeline
    if modes.mode is TimelineMode.CUT:
        return card_boxes(context, items)
    boxes = (strip_boxes(context, items) if _runs_across(context) else None) or upright_boxes(context, items)
    return boxes if modes.mode is TimelineMode.FULL else [NewPage(handout=True), *boxes]


def _runs_across(context: Context) -> bool:
    """Whether it is drawn in strips across the page, where these have room."""
    return context.options.timeline.scale is Scale.TRUE and context.theme.runs_across


def _is_turned(context: Context) -> bool:
    """Whether its pages are turned: strips gain by it, and nothing else; where a pupil's sheet has room for them."""
    modes = context.options.timeline
    if modes.turn is Orientation.PORTRAIT or modes.mode is TimelineMode.CUT or not _runs_across(context):
        return False
    tried = replace(context, theme=context.theme.turned, tag=Tag("Sect"))
    return modes.mode is TimelineMode.FULL or strip_boxes(tried, dated(context.pack)) is not None


def halves(context: Context) -> bool:
    """Whether some sides stand above a line and the others below it."""
    in_full = context.options.timeline.mode is TimelineMode.FULL
    return in_full and _runs_across(context) and len(context.pack.sides) > 1


def _title(pack: Pack, options: Options) -> str:
    return timeline_title(pack)


def _describe(context: Context) -> str:
    say, count = context.pack.say, context.pack.say.count
    match context.options.timeline.mode:
        case TimelineMode.DATES_BLANK:
            return say("timeline_for_dates", "A timeline to write the dates on")
        case TimelineMode.LABELS_BLANK:
            return say("timeline_for_events", "A timeline to write the events on")
        case TimelineMode.CUT:
            number = len(dated(context.pack))
            return count(
                "timeline_cards",
                "{n} cards to cut out and put in order",
                "{n} cards to cut out and put in order",
                number,
            )
    if context.options.timeline.scale is Scale.EVEN:
        return say("every_date_evenly", "Every dated point in order of time, not to scale")
    if _runs_across(context):
        return say("every_date_to_scale", "Every dated point, drawn to scale")
    # In large type that is seen only when its pages are made.
    return say("every_date", "Every dated point in order of time")


def _is_wanted(pack: Pack, options: Options) -> bool:
    """A few dates stand in the overview, unless it was said how their timeline is to be printed."""
    return pack.fills_timeline or options.timeline != TimelineModes()


def has_timeline(context: Context) -> bool:
    """Return whether the pack's dates make a timeline, or one is printed because it was asked for by name."""
    return _is_wanted(context.pack, context.options) or SECTION in context.printed


def _warnings(pack: Pack, options: Options) -> list[Warned]:
    return [*_span_warnings(pack, options), *_turn_warnings(options)]


def _turn_warnings(options: Options) -> list[Warned]:
    """Say that pages are not turned whose timeline has no strips."""
    modes = options.timeline
    if modes.turn is Orientation.PORTRAIT:
        return []
    way = "leave timeline.turn out"
    if modes.mode is TimelineMode.CUT:
        return [("the cards of a timeline are cut from upright pages: landscape turns its strips alone", way)]
    if modes.scale is Scale.EVEN:
        return [("a timeline that is not to scale runs down the page, so its pages are not turned", way)]
    if not theme_for(options.paper, options.profile, options.theme).runs_across:
        return [("in large type the timeline runs down the page, so its pages are not turned", way)]
    return []


def _span_warnings(pack: Pack, options: Options) -> list[Warned]:
    items, span = dated(pack), options.timeline.span
    over = extent_of(pack, items) if items else None
    if span is None or over is None or options.timeline.scale is Scale.EVEN or wanted_span(over, span):
        return []
    message = f"strips of {span} would be {ceil(over.length / span.years):,}, so the timeline is parted as fits best"
    return [(message, f"write a longer time, like --set timeline.span={str(shortest_span(over)).replace(' ', '-')}")]


SECTION = Section(
    name="timeline",
    title=_title,
    describe=_describe,
    needs="points or events with dates",
    applies=lambda pack: bool(pack.events) or any(point.date is not None for point in pack.points),
    wanted=_is_wanted,
    unasked="its few dates stand in the overview",
    compose=_compose,
    words_of=frozenset({"points"}),
    turned=_is_turned,
    answers=owed,
    handed_out=lambda pack, options: options.timeline.mode is not TimelineMode.FULL,
    other_names=("events",),
    lists=lambda pack: [dates_listed(pack)],
    warnings=_warnings,
    least_room=0.5,
    least_filled=0.3,  # a drawing needs more space than its words
)
