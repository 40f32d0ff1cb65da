"""Every passage whole, its answers in place: for a reading aloud, or a doubt about a sentence."""

from collections.abc import Sequence
from dataclasses import replace

from studypack.layout.boxes import Box
from studypack.layout.columns import BalancedColumns
from studypack.layout.paragraph import text
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import mm
from studypack.layout.tag import Furniture
from studypack.layout.text import Content, Run
from studypack.layout.wrapper import KeepTogether
from studypack.model.markup import Gap, paragraphs
from studypack.sections.answers.grid import GUTTER, heading
from studypack.sections.kit.builder import before_number, runs
from studypack.sections.kit.marks import Mark, MarkLabel, mark_tag
from studypack.sections.kit.section import Context, Owed

_MOST_WHOLE = mm(70)
"""A passage taller than this may go on in the next column."""
_INDENT = mm(9.6)
_RAISED = 0.6
"""The small numbers before answers in a passage, in brackets and apart: "[7] 11%" is not to be read as 711%."""


def in_context(context: Context, sheets: Sequence[Owed], *, whole: bool) -> list[Box]:
    """The passages under their sheets' titles, short ones whole if so asked; nothing where no sheet has any."""
    if not any(owed.passages for owed in sheets):
        return []
    boxes = [heading(context, "In context", anchor="key:context")]
    style = context.theme.whole_passage_title
    for owed in sheets:
        if owed.passages:
            title = Run(owed.title, style, context.tag.child("H3"))
            boxes.append(text([title], style, above=mm(5) if len(boxes) > 1 else 0, keep=True))
            passages = Stack([_passage(context, owed, number, whole=whole) for number in range(len(owed.passages))])
            count = context.theme.text_columns
            columns = BalancedColumns(passages, count, GUTTER, above=mm(1.6))
            boxes.append(KeepTogether(columns, context.theme.depth / 2) if whole else columns)
    return boxes


def _passage(context: Context, owed: Owed, place: int, *, whole: bool) -> Box:
    theme, passage = context.theme, owed.passages[place]
    style = theme.whole_passage
    tag = context.tag.child("Sect")
    label = mark_tag(context.pack, tag, passage.marked, "P") if passage.marked else None
    boxes: list[Box] = []
    number = passage.first
    for spans in paragraphs(passage.spans):
        paragraph = tag.child("P")
        content: list[Content] = []
        for span in spans:
            if isinstance(span, Gap):
                content.extend(before_number(content, style, paragraph))
                figure = theme.whole_passage_number
                own = paragraph.child("Span", said=f"gap {number}")
                content += [Run(f"[{number}]", figure, own, rise=_RAISED), Run("\u00a0", style, paragraph)]
                number += 1
            content.extend(runs((span,), style, paragraph, gaps="bold"))
        boxes.append(text(content, style, above=4 if boxes else 0))
    body = Stack(boxes, above=mm(3))
    if passage.marked is None:
        return body
    mark = Mark(passage.marked, theme, label)
    again = MarkLabel(replace(mark, tag=Furniture.AGAIN, linked=False), style.leading)
    indent = max(_INDENT, mark.width + 4)
    hanging = Hanging(MarkLabel(mark, style.leading), body, indent, again=again, above=mm(3))
    return KeepTogether(hanging, _MOST_WHOLE) if whole and len(owed.passages) > 1 else hanging
