"""What stands over and under a timeline: the task, the key to its signs, the list to choose labels from, and notes."""

from collections.abc import Callable, Sequence
from functools import partial

from studypack.base.styled_text import joined
from studypack.layout.boxes import Box, HorizontalRule, Space
from studypack.layout.columns import BalancedColumns
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.row import Cell, Row
from studypack.layout.shorten import cut
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import INK, RULE, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Content, Run
from studypack.layout.wrapper import KeepTogether
from studypack.model.content import MarkedPoint, Pack
from studypack.model.modes import Scale, TimelineMode
from studypack.model.words import Words
from studypack.sections.kit.builder import GUTTER, capitals_run, kept
from studypack.sections.kit.marks import mark_run
from studypack.sections.kit.opening import opening
from studypack.sections.kit.section import Context
from studypack.sections.kit.sheet_head import ContinuedHead, ScoredNameLines, names_in, version_line
from studypack.sections.timeline.asked import closeness, spanned
from studypack.sections.timeline.dated import Dated, extent_of, lettered, spelt, undated, words
from studypack.sections.timeline.geometry import GEOMETRY
from studypack.sections.timeline.legend import legend
from studypack.sections.timeline.scale import Extent
from studypack.sections.timeline.told import told


def head(context: Context, items: Sequence[Dated], scale: Scale, drawn: str = "") -> list[Box]:
    """The boxes over the first picture, which stay with it. `drawn` says more of how the timeline is drawn to scale."""
    *before, title = opened(context, items, scale, drawn)
    key, theme = legend(context, items, scale), context.theme
    if theme.width < theme.height:
        return [*before, title, kept(Space(mm(5))), key, kept(Space(GEOMETRY.around))]
    # On a page that lies there is more room beside the title than under it; the last lines of both are level.
    beside = theme.measure * GEOMETRY.beside_title
    left = theme.measure - beside - GUTTER
    lower = Space(max(title.height(left) - key.height(beside), 0))
    both = Row([Cell(title, width=left), Cell(Stack([lower, key]), width=beside, before=GUTTER)], keep_with_next=True)
    return [*before, both, kept(Space(GEOMETRY.around))]


def timeline_title(pack: Pack) -> str:
    """Return the title of the section."""
    return pack.say("timeline", "Timeline")


def opened(
    context: Context, items: Sequence[Dated], scale: Scale | None = None, drawn: str = "", more: str = ""
) -> list[Box]:
    """The title and what to do; on a pupil's sheet under lines for the name and the score.

    Cards have no scale. That a pupil's timeline is to scale goes without saying, that it is not does not. `more` is
    said last.
    """
    mode, pack, over = context.options.timeline.mode, context.pack, extent_of(context.pack, items)
    span = spanned(over, pack.say) if scale else ""
    if mode is TimelineMode.FULL:
        both = len({item.marked is None for item in items}) > 1
        is_told = context.theme.explains or scale is Scale.EVEN
        drawn = (drawn or _drawn(pack.say, scale)) if is_told else ""
        standfirst = " ".join(filter(None, (drawn, span)))
        return [
            opening(context, "timeline", timeline_title(pack), standfirst=standfirst, heard=_heard(pack.say, both=both))
        ]
    task, heard = _task(pack.say, mode, scale, over)
    drawn = _drawn(pack.say, scale) if scale is Scale.EVEN else ""
    names = ScoredNameLines(context.pack, context.theme, len(items), names_in(context.tag))
    standfirst, heard = (" ".join(filter(None, words)) for words in ((drawn, task, span, more), (heard, more)))
    title = opening(context, "timeline", timeline_title(pack), standfirst=standfirst, heard=heard)
    return [kept(names), version_line(context), title]


def _drawn(say: Words, scale: Scale | None) -> str:
    if scale is Scale.EVEN:
        return say("not_to_scale", "Not to scale: every date stands the same distance from the next.")
    return say("equal_lengths", "Drawn to scale: equal times are equal lengths.")


def _heard(say: Words, *, both: bool) -> str:
    """What is heard of a timeline in full; `both` points and events may stand on it."""
    if both:
        return say(
            "dates_in_order_both",
            "The dates in order of time: points with their side and number, and other events.",
        )
    return say("dates_in_order", "The dates in order of time.")


def _task(say: Words, mode: TimelineMode, scale: Scale | None, over: Extent) -> tuple[str, str]:
    """What to do, as it is printed, and as it is said to who sees neither lines nor scale."""
    close = closeness(over, say)
    match mode:
        case TimelineMode.CUT:
            return say(
                "cut_and_order",
                "Cut along the dashed lines, put the cards in order of time, by when each began, and date those that "
                "you can.",
            ), say(
                "cut_and_order_by_ear",
                "Put the cards in order of time, by when each began, and date those that you can: cut them out, or "
                "list their letters.",
            )
        case TimelineMode.LABELS_BLANK:
            return say("name_events", "Say what happened: write the words from the list, or their letter."), say(
                "name_events_by_ear",
                "The dates in order of time. Each has a number and lines to write on. Say what happened then: write "
                "the words from the list that follows, or their letter.",
            )
    if scale is Scale.EVEN:
        numbered = say(
            "events_numbered",
            "The events are in order of time. Each has a number and a line to write its date on.",
        )
        return close.task, f"{close.heard} {numbered}"
    placed = say(
        "events_placed",
        "The events are in order of time. Each has a number, its place on the scale, where {unit} stands for its "
        "start, and a line to write its date on.",
        unit=close.unit,
    )
    return close.reading, f"{close.heard_reading} {placed}"


def goes_on(context: Context, carried: Sequence[Dated] = ()) -> Box:
    """The head of a later page: on a pupil's sheet, whose it is and which version; else which spans run on."""
    if context.options.timeline.mode is not TimelineMode.FULL:
        title = timeline_title(context.pack)
        return kept(ContinuedHead(context.pack, context.theme, title, names_in(context.tag), context.version))
    over, style, pack = context.theme.overline, context.theme.label, context.pack
    leading = max(over.leading, style.leading)
    words = over.face.capitals(pack.say("timeline_continued", "Timeline continued"), pack.language)
    continued = Paragraph([Run(words, over, Furniture.AGAIN)], leading)
    cells, under = [Cell(continued)], kept(Space(mm(2.5)))
    marks = [item.marked.mark for item in carried if item.marked]
    titles = [item.title for item in carried if item.marked is None]
    if carried:
        between, measure = mm(5), context.theme.measure
        room = measure - continued.widest(measure) - between
        # Titles are long: where all have no room, the marks stand alone.
        choices = [_run_on(names, pack.say) for names in ([*marks, *titles], marks) if names]
        fitting = (choice for choice in choices if style.face.width(choice, style.size) <= room)
        run = Run(cut(next(fitting, choices[-1]), style, room, 1), style, Furniture.AGAIN)
        spans = Paragraph([run], leading, align="right", center=over.middle)
        cells.append(Cell(spans, share=1, before=between))
    return kept(Stack([Row(cells, keep_with_next=True), under]))


def _run_on(names: Sequence[str], say: Words) -> str:
    # Words: of a span of time, or of several, that go on from the page before: D10, A2 run on.
    return say.count("runs_on", "{names} runs on", "{names} run on", len(names), names=joined(names, ", "))


def foot(context: Context, items: Sequence[Dated], left_over: Sequence[Dated] = ()) -> list[Box]:
    """All that stands under the last picture: the list that a pupil chooses labels from, or what is told, and notes."""
    wanted = context.options.timeline.mode is TimelineMode.LABELS_BLANK
    return [*(_choice(context, items) if wanted else told(context, items)), *_notes(context, items, left_over)]


def _choice(context: Context, items: Sequence[Dated]) -> list[Box]:
    """A heading and the events in columns, read down each."""
    theme, pack, build = context.theme, context.pack, context.build
    style, bold = theme.choice, theme.choice.voiced(bold=True)
    rule = HorizontalRule(0.5, RULE, below=mm(3), keep_with_next=True)
    over = theme.overline.colored(INK)
    # Words: heading over a list of events to choose from.
    title = pack.say("choose_from", "Choose from")
    run = capitals_run(title, over, build.tag.child("H2"), "Span", language=pack.language)
    heading = text([run], over, keep_with_next=True)
    listing, rows, order = build.within("L"), [], lettered(pack, context.options, items)
    indent = (1.2 + GEOMETRY.list_letter * max(len(name) for name, _ in order)) * style.size
    for name, item in order:
        entry = listing.within("LI")
        label, event = entry.text(name, bold, "Lbl", said=spelt(name)), entry.text(item.title, style, "LBody")
        rows.append(Hanging(label, event, indent, above=style.leading * 0.15))
    count = max(1, min(int(theme.measure / (GEOMETRY.list_column * style.size)), GEOMETRY.list_columns))
    columns = BalancedColumns(Stack(rows), count, GEOMETRY.list_gutter, above=mm(2))
    return [rule, heading, KeepTogether(columns, theme.depth * GEOMETRY.whole_list)]


_Entry = Callable[[Tag], list[Content]]
"""Makes the words of an entry inside an element."""


def _notes(context: Context, items: Sequence[Dated], left_over: Sequence[Dated]) -> list[Box]:
    """The points whose labels found no room, and those that have no date."""
    style, say = context.theme.footnote, context.pack.say
    boxes: list[Box] = []
    if left_over:
        over = extent_of(context.pack, items)
        # Words: before a list of dates that have no room on the timeline.
        heading = say("also_in_years", "Also in these years:")
        if not over.in_years:
            heading = say("also_in_time", "Also in this time:")
        boxes.append(_listed(context, heading, [partial(words, context.pack, i, style) for i in left_over]))
    if missing := undated(context.pack):
        # Words: before a list of points that have no date.
        heading = say("not_dated", "Not dated:")
        boxes.append(_listed(context, heading, [partial(_named, context, marked) for marked in missing], above=4))
    return [HorizontalRule(0.5, RULE, below=5), *boxes] if boxes else []


def _named(context: Context, marked: MarkedPoint, tag: Tag) -> list[Content]:
    style = context.theme.footnote
    mark, title = mark_run(context.pack, marked, style, tag), marked.point.title
    return [mark, Run(" " + title, style, tag.child("Span", said=f", {title}"))]


def _listed(context: Context, heading: str, entries: Sequence[_Entry], above: float = 0) -> Paragraph:
    """The entries one after another, parted by semicolons and ended by a stop; tagged in that order."""
    style, tag = context.theme.footnote, context.tag.child("P")
    made: list[Content] = [Run(f"{heading} ", style.voiced(bold=True), tag.child("Span"))]
    for number, entry in enumerate(entries, start=1):
        made += entry(tag.child("Span"))
        made.append(Run(f"{context.pack.say.semicolon} " if number < len(entries) else ".", style, tag.child("Span")))
    return text(made, style, above=above)
