"""The head of a timeline: what it shows and how, what a pupil is to do with it, and the key to its signs."""

from collections.abc import Callable, Sequence
from functools import partial

from studypack.layout.boxes import Box, HorizontalRule, Space
from studypack.layout.columns import BalancedColumns
from studypack.layout.page import Page
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.shorten import cut
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import INK, RULE, Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Content, Run
from studypack.layout.wrapper import KeepTogether
from studypack.model.content import MarkedPoint, Pack
from studypack.model.modes import TimelineMode
from studypack.sections.kit.marks import mark_run
from studypack.sections.kit.opening import opening
from studypack.sections.kit.section import Context
from studypack.sections.kit.sheet_head import ContinuedHead, ScoredNameLines, names_in, version_line
from studypack.sections.timeline.dated import LETTERS, Dated, mixed, undated, words
from studypack.sections.timeline.legend import Legend

_GUTTER = mm(7)
_LETTER, _TWO_LETTERS = 1.9, 2.6
"""The room for a letter, or two, in ems."""
_NARROWEST = 14
"""Of a column, in ems."""
_MOST_COLUMNS = 3
_WHOLE = 0.85
"""Of a page: a list that is no longer stays on one."""


def choice(context: Context, items: Sequence[Dated]) -> list[Box]:
    """A heading and the events in columns, read down each."""
    theme = context.theme
    style = theme.caption.sized(9.5, 12.6)
    rule = HorizontalRule(0.5, RULE, below=mm(3), keep=True)
    heading = text([Run("CHOOSE FROM", theme.overline.colored(INK), context.tag.child("P"))], theme.overline, keep=True)
    listing = context.tag.child("L")
    lettered = mixed(context.pack, context.options, items)
    indent = (_LETTER if len(items) <= LETTERS else _TWO_LETTERS) * style.size
    rows = [_row(name, item, style, indent, listing.child("LI")) for name, item in lettered]
    count = max(1, min(int(theme.measure / (_NARROWEST * style.size)), _MOST_COLUMNS))
    return [
        rule,
        heading,
        KeepTogether(BalancedColumns(Stack(rows), count, _GUTTER, above=mm(2)), theme.depth * _WHOLE),
    ]


def _row(name: str, item: Dated, style: Style, indent: float, tag: Tag) -> Box:
    bold = style.voiced(bold=True)
    label = text([Run(name, bold, tag.child("Lbl"))], style)
    title = text([Run(item.title, style, tag.child("LBody"))], style)
    return Hanging(label, title, indent, above=style.leading * 0.15)


def foot(context: Context, items: Sequence[Dated], left_over: Sequence[Dated] = ()) -> list[Box]:
    """All that stands under the last strip: the notes, and the list that a pupil chooses labels from."""
    wanted = context.options.timeline.mode is TimelineMode.LABELS_BLANK
    return [*(choice(context, items) if wanted else ()), *notes(context, left_over)]


def notes(context: Context, left_over: Sequence[Dated]) -> list[Box]:
    """The points whose labels found no room, and those that have no date."""
    style = context.theme.note.sized(8.8, 12.4)
    boxes: list[Box] = []
    if left_over:
        tag = context.tag.child("P")
        entries = [partial(words, context.pack, item, style) for item in left_over]
        boxes.append(text(_listed("Also in these years", entries, style, tag), style))
    if missing := undated(context.pack):
        tag = context.tag.child("P")
        names = [partial(_named, context.pack, item, style) for item in missing]
        boxes.append(text(_listed("Not dated", names, style, tag), style, above=4))
    return [HorizontalRule(0.5, RULE, below=5), *boxes] if boxes else []


def _named(pack: Pack, marked: MarkedPoint, style: Style, tag: Tag) -> list[Content]:
    return [mark_run(pack, marked, style, tag), Run(f" {marked.point.title}", style, tag.child("Span"))]


def _listed(heading: str, entries: Sequence[Callable[[Tag], list[Content]]], style: Style, tag: Tag) -> list[Content]:
    """The entries one after another, parted by semicolons and ended by a stop; tagged in that order."""
    made: list[Content] = [Run(f"{heading}: ", style.voiced(bold=True), tag.child("Span"))]
    for number, entry in enumerate(entries, start=1):
        made += entry(tag.child("Span"))
        made.append(Run("; " if number < len(entries) else ".", style, tag.child("Span")))
    return made


_UNDER = mm(2.5)
_BETWEEN = mm(5)


def goes_on(context: Context, carried: Sequence[Dated] = ()) -> Box:
    """The head of a later page: on a pupil's sheet, whose it is and which version; else which spans run on."""
    if context.options.timeline.mode is TimelineMode.FULL:
        return _RunsOn(context, carried)
    head = ContinuedHead(context.theme, "Timeline", names_in(context.tag), context.version)
    head.keep = True
    return head


class _RunsOn(Box):
    """Page furniture: it is read to nobody."""

    def __init__(self, context: Context, carried: Sequence[Dated]) -> None:
        self._look = context.theme
        marks = [item.marked.mark for item in carried if item.marked]
        titles = [item.title for item in carried if item.marked is None]
        # Titles are long: where all have no room, the marks stand alone.
        self._choices = [_sentence(names) for names in ([*marks, *titles], marks) if names]
        self.keep = True

    def height(self, width: float) -> float:
        """One line and the space under it."""
        return max(self._look.overline.leading, self._look.label.leading) + _UNDER

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """The line, and at its right end as many of the spans as it has room for."""
        over, style = self._look.overline, self._look.label
        leading = max(over.leading, style.leading)
        goes_on = Paragraph([Run("TIMELINE CONTINUED", over, Furniture.AGAIN)], leading)
        goes_on.place(page, x, top, width)
        room = width - goes_on.widest(width) - _BETWEEN
        for choice in self._choices:
            if style.face.width(choice, style.size) <= room or choice is self._choices[-1]:
                run = Run(cut(choice, style, room, 1), style, Furniture.AGAIN)
                spans = Paragraph([run], leading, align="right", center=0.335 * over.size)
                spans.place(page, x + width - room, top, room)
                return


def _sentence(names: Sequence[str]) -> str:
    return f"{', '.join(names)} {'runs' if len(names) == 1 else 'run'} on"


TO_SCALE = "Drawn to scale: equal times are equal lengths."
EVEN = "Not to scale: every date stands the same distance from the next."
_TASKS = {
    TimelineMode.DATES_BLANK: "Write each date on its line: the year at least.",
    TimelineMode.LABELS_BLANK: "Say what happened: write the words from the list, or their letter.",
    TimelineMode.CUT: (
        "Cut along the dashed lines, put the cards in order of time, by when each began, and date those that you can."
    ),
}
_READING = "Read each date off the scale: write the year at least, and the month if you can tell."
_UNDER_OPENING = mm(5)
_UNDER_LEGEND = mm(6)


def head(context: Context, items: Sequence[Dated], drawn: str) -> list[Box]:
    """The boxes over the first strip or stretch; they stay with it. `drawn` says how the timeline is drawn."""
    boxes = [*opened(context, items, drawn), Space(_UNDER_OPENING), Legend(context, items), Space(_UNDER_LEGEND)]
    for box in boxes:
        box.keep = True
    return boxes


def opened(context: Context, items: Sequence[Dated], drawn: str = "", more: str = "") -> list[Box]:
    """The title and what to do; on a pupil's sheet under lines for the name and the score.

    That a pupil's timeline is to scale goes without saying, that it is not does not. `more` is said last.
    """
    mode = context.options.timeline.mode
    if mode is TimelineMode.FULL:
        return [opening(context, "timeline", "Timeline", standfirst=drawn)]
    task = _READING if drawn != EVEN and mode is TimelineMode.DATES_BLANK else _TASKS[mode]
    drawn = drawn if drawn == EVEN else ""
    names = ScoredNameLines(context.theme, len(items), names_in(context.tag))
    title = opening(context, "timeline", "Timeline", standfirst=" ".join(filter(None, (drawn, task, more))))
    return [names, version_line(context), title]
