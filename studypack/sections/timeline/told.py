"""What the author says of events: a list under the timeline, each text beside its date and under its title."""

from collections.abc import Sequence

from studypack.layout.boxes import Box, HorizontalRule
from studypack.layout.columns import BalancedColumns
from studypack.layout.indented import Narrowed
from studypack.layout.paragraph import text
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import INK, RULE, mm
from studypack.layout.wrapper import keep_together
from studypack.model.modes import TimelineMode
from studypack.sections.kit.builder import GUTTER, capitals_run, keep_in_company
from studypack.sections.kit.section import Context
from studypack.sections.timeline.dated import Dated


def told(context: Context, items: Sequence[Dated]) -> list[Box]:
    """The texts of events in order of time; none on a pupil's sheet, which they would give away."""
    events = [item for item in items if item.text]
    if not events or context.options.timeline.mode is not TimelineMode.FULL:
        return []
    theme, pack, build = context.theme, context.pack, context.build
    style, over = theme.choice, theme.overline.colored(INK)
    bold = style.voiced(bold=True)
    # Words: heading over what is told of events.
    title = pack.say("what_happened", "What happened")
    run = capitals_run(title, over, build.tag.child("H2"), "Span", language=pack.language)
    heading = text([run], over, keep_with_next=True)
    widest = max(bold.face.width(item.short, style.size) for item in events)
    gap = theme.grown(mm(3))
    indent = min(widest, theme.widest_dates) + gap
    listing, rows = build.within("L"), list[Box]()
    for item in events:
        date, body = listing.item(item.short, bold.colored(item.color), f"{item.when.spoken}:")
        event = body.text(item.title, bold, keep_with_next=True)
        words = body.prose(item.text, style, above=style.leading * 0.1, between=style.leading / 3)
        row = Hanging(Narrowed(date, gap), Stack([event, words]), indent, above=style.leading * 0.4)
        rows.append(keep_together(row, theme.unparted))
    if theme.text_columns == 1:
        keep_in_company(rows, (-2,), theme.measure, theme)
    columns = BalancedColumns(Stack(rows), theme.text_columns, GUTTER, above=mm(2))
    return [HorizontalRule(0.5, RULE, below=mm(3), keep_with_next=True), heading, columns]
