"""What stands over and under a timeline: the task, the key to its signs, the list to choose labels from, and notes."""

from collections.abc import Callable, Sequence
from functools import partial

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
from studypack.model.content import MarkedPoint
from studypack.model.modes import TimelineMode
from studypack.sections.kit.builder import capitals_run, kept
from studypack.sections.kit.marks import mark_run
from studypack.sections.kit.opening import opening
from studypack.sections.kit.section import Context
from studypack.sections.kit.sheet_head import ContinuedHead, ScoredNameLines, names_in, version_line
from studypack.sections.timeline.asked import closeness, in_this_time, spanned
from studypack.sections.timeline.dated import Dated, extent_of, lettered, spelt, undated, words
from studypack.sections.timeline.geometry import GEOMETRY
from studypack.sections.timeline.legend import legend
from studypack.sections.timeline.told import told

TO_SCALE = "Drawn to scale: equal times are equal lengths."
EVEN = "Not to scale: every date stands the same distance from the next."
_TASKS = {
    TimelineMode.DATES_BLANK: (
        "Write each date on its line: {close.wanted}.",
        "Write the date of each event{close.heard}. The events are in order of time. Each has a number and "
        "a line to write its date on.",
    ),
    TimelineMode.LABELS_BLANK: (
        "Say what happened: write the words from the list, or their letter.",
        "The dates in order of time. Each has a number and lines to write on. Say what happened then: write the words "
        "from the list that follows, or their letter.",
    ),
    TimelineMode.CUT: (
        "Cut along the dashed lines, put the cards in order of time, by when each began, and date those that you can.",
        "Put the cards in order of time, by when each began, and date those that you can: cut them out, or list their "
        "letters.",
    ),
}
"""What to do, as it is printed, and as it is said to who sees neither lines nor scale."""
_READING = (
    "Read each date off the scale: write {close.wanted}{close.more}.",
    "Write the date of each event{close.heard}{close.more}. The events are in order of time. Each has a "
    "number, its place on the scale, where {close.unit} stands for its start, and a line to write its date on.",
)


def head(context: Context, items: Sequence[Dated], drawn: str) -> list[Box]:
    """The boxes over the first picture, which stay with it. `drawn` says how the timeline is drawn."""
    return [*opened(context, items, drawn), kept(Space(mm(5))), legend(context, items), kept(Space(GEOMETRY.around))]


def opened(context: Context, items: Sequence[Dated], drawn: str = "", more: str = "") -> list[Box]:
    """The title and what to do; on a pupil's sheet under lines for the name and the score.

    That a pupil's timeline is to scale goes without saying, that it is not does not. `more` is said last.
    """
    mode, over = context.options.timeline.mode, extent_of(context.pack, items)
    span = spanned(over) if drawn else ""
    if mode is TimelineMode.FULL:
        both = len({item.marked is None for item in items}) > 1
        kinds = ": points with their side and number, and other events" if both else ""
        standfirst = " ".join(filter(None, (drawn, span)))
        heard = f"The dates in order of time{kinds}."
        return [opening(context, "timeline", "Timeline", standfirst=standfirst, heard=heard)]
    task, heard = _READING if drawn != EVEN and mode is TimelineMode.DATES_BLANK else _TASKS[mode]
    task, heard = (words.format(close=closeness(over)) for words in (task, heard))
    drawn = drawn if drawn == EVEN else ""
    names = ScoredNameLines(context.theme, len(items), names_in(context.tag))
    standfirst, heard = (" ".join(filter(None, words)) for words in ((drawn, task, span, more), (heard, more)))
    title = opening(context, "timeline", "Timeline", standfirst=standfirst, heard=heard)
    return [kept(names), version_line(context), title]


def goes_on(context: Context, carried: Sequence[Dated] = ()) -> Box:
    """The head of a later page: on a pupil's sheet, whose it is and which version; else which spans run on."""
    if context.options.timeline.mode is not TimelineMode.FULL:
        return kept(ContinuedHead(context.theme, "Timeline", names_in(context.tag), context.version))
    over, style = context.theme.overline, context.theme.label
    leading = max(over.leading, style.leading)
    title = Paragraph([Run("TIMELINE CONTINUED", over, Furniture.AGAIN)], leading)
    cells, under = [Cell(title)], kept(Space(mm(2.5)))
    marks = [item.marked.mark for item in carried if item.marked]
    titles = [item.title for item in carried if item.marked is None]
    if carried:
        between, measure = mm(5), context.theme.measure
        room = measure - title.widest(measure) - between
        # Titles are long: where all have no room, the marks stand alone.
        choices = [_run_on(names) for names in ([*marks, *titles], marks) if names]
        fitting = (choice for choice in choices if style.face.width(choice, style.size) <= room)
        run = Run(cut(next(fitting, choices[-1]), style, room, 1), style, Furniture.AGAIN)
        spans = Paragraph([run], leading, align="right", center=over.middle)
        cells.append(Cell(spans, share=1, before=between))
    return kept(Stack([Row(cells, keep_with_next=True), under]))


def _run_on(names: Sequence[str]) -> str:
    return f"{', '.join(names)} {'runs' if len(names) == 1 else 'run'} on"


def foot(context: Context, items: Sequence[Dated], left_over: Sequence[Dated] = ()) -> list[Box]:
    """All that stands under the last picture: the list that a pupil chooses labels from, or what is told, and notes."""
    wanted = context.options.timeline.mode is TimelineMode.LABELS_BLANK
    return [*(_choice(context, items) if wanted else told(context, items)), *_notes(context, items, left_over)]


def _choice(context: Context, items: Sequence[Dated]) -> list[Box]:
    """A heading and the events in columns, read down each."""
    theme, build = context.theme, context.build
    style, bold = theme.choice, theme.choice.voiced(bold=True)
    rule = HorizontalRule(0.5, RULE, below=mm(3), keep_with_next=True)
    over = theme.overline.colored(INK)
    heading = text([capitals_run("Choose from", over, build.tag.child("H2"), "Span")], over, keep_with_next=True)
    listing, rows, order = build.within("L"), [], lettered(context.pack, context.options, items)
    indent = (1.2 + GEOMETRY.list_letter * max(len(name) for name, _ in order)) * style.size
    for name, item in order:
        entry = listing.within("LI")
        label, title = entry.text(name, bold, "Lbl", said=spelt(name)), entry.text(item.title, style, "LBody")
        rows.append(Hanging(label, title, indent, above=style.leading * 0.15))
    count = max(1, min(int(theme.measure / (GEOMETRY.list_column * style.size)), GEOMETRY.list_columns))
    columns = BalancedColumns(Stack(rows), count, GEOMETRY.list_gutter, above=mm(2))
    return [rule, heading, KeepTogether(columns, theme.depth * GEOMETRY.whole_list)]


_Entry = Callable[[Tag], list[Content]]
"""Makes the words of an entry inside an element."""


def _notes(context: Context, items: Sequence[Dated], left_over: Sequence[Dated]) -> list[Box]:
    """The points whose labels found no room, and those that have no date."""
    style = context.theme.footnote
    boxes: list[Box] = []
    if left_over:
        heading = f"Also in {in_this_time(extent_of(context.pack, items))}"
        boxes.append(_listed(context, heading, [partial(words, context.pack, i, style) for i in left_over]))
    if missing := undated(context.pack):
        boxes.append(_listed(context, "Not dated", [partial(_named, context, marked) for marked in missing], above=4))
    return [HorizontalRule(0.5, RULE, below=5), *boxes] if boxes else []


def _named(context: Context, marked: MarkedPoint, tag: Tag) -> list[Content]:
    style = context.theme.footnote
    mark, title = mark_run(context.pack, marked, style, tag), marked.point.title
    return [mark, Run(" " + title, style, tag.child("Span", said=f", {title}"))]


def _listed(context: Context, heading: str, entries: Sequence[_Entry], above: float = 0) -> Paragraph:
    """The entries one after another, parted by semicolons and ended by a stop; tagged in that order."""
    style, tag = context.theme.footnote, context.tag.child("P")
    made: list[Content] = [Run(f"{heading}: ", style.voiced(bold=True), tag.child("Span"))]
    for number, entry in enumerate(entries, start=1):
        made += entry(tag.child("Span"))
        made.append(Run("; " if number < len(entries) else ".", style, tag.child("Span")))
    return text(made, style, above=above)
