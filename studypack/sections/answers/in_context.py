"""Every passage whole, its answers in place: for a reading aloud, or a doubt about a sentence."""

from collections.abc import Sequence

from studypack.layout.boxes import Box
from studypack.layout.columns import BalancedColumns
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import mm
from studypack.layout.tag import Tag
from studypack.layout.text import Content, Run
from studypack.layout.wrapper import KeepTogether
from studypack.model.figures import without_figures
from studypack.model.spans import Gap
from studypack.sections.answers.grid import GUTTER, heading
from studypack.sections.kit.block_setter import Words
from studypack.sections.kit.marks import Mark, MarkLabel, mark_tag, way_to
from studypack.sections.kit.prose import addresses, prose_with
from studypack.sections.kit.runs import before_number, runs
from studypack.sections.kit.section import Context, Owed, Passage

_MOST_WHOLE = mm(70)
"""A passage taller than this may go on in the next column."""
_RAISED = 0.6
"""The small numbers before answers in a passage, in brackets and apart: "[7] 11%" is not to be read as 711%."""


def in_context(context: Context, sheets: Sequence[Owed], *, whole: bool) -> list[Box]:
    """The passages under their sheets' titles, short ones whole if so asked; nothing where no sheet has any."""
    if not any(owed.passages for owed in sheets):
        return []
    theme, title = context.theme, context.theme.whole_passage_title
    boxes = [heading(context, context.pack.say("in_context", "In context"), anchor="key:context")]
    for owed in sheets:
        if owed.passages:
            above = mm(5) if len(boxes) > 1 else 0
            boxes.append(context.build.text(owed.title, title, "H3", above=above, keep_with_next=True))
            limit = _MOST_WHOLE if whole and len(owed.passages) > 1 else 0
            passages = Stack([_passage(context, passage, limit) for passage in owed.passages])
            columns = BalancedColumns(passages, theme.text_columns, GUTTER, above=mm(1.6))
            boxes.append(KeepTogether(columns, theme.depth / 2) if whole else columns)
    return boxes


def _passage(context: Context, passage: Passage, limit: float) -> Box:
    """A passage beside its point's mark, which heads it; beside one it is not parted up to a height of `limit`."""
    style, tag = context.theme.whole_passage, context.tag.child("Sect")
    pack, marked = context.pack, passage.marked
    label = mark_tag(pack, tag, marked, "H4") if marked else tag.announce(pack.say("passage", "Passage"), "H4")
    body = Stack(_paragraphs(context, passage, tag), above=mm(3))
    if passage.marked is None:
        return body
    mark = Mark(passage.marked, context.theme, label, way_to(pack, passage.marked))
    beside = MarkLabel(mark, style.leading)
    hanging = Hanging(beside, body, max(context.theme.mark_indent, mark.width + 4), again=beside.again(), above=mm(3))
    return KeepTogether(hanging, limit)


def _paragraphs(context: Context, passage: Passage, tag: Tag) -> list[Box]:
    """The paragraphs and other blocks of a passage, each answer in bold after its number."""
    small = context.theme.whole_passage_number

    def leaf(words: Words) -> list[Content]:
        content: list[Content] = []
        style, tag, number = words.style, words.tag, passage.first + words.first
        for span in words.spans:
            if isinstance(span, Gap):
                content.extend(before_number(content, style, tag))
                named = context.pack.say("gap_by_ear", "gap {number}", number=number)
                own = tag.child("Span", said=f"({named})")
                content.append(Run(f"[{number}]", small, own, rise=_RAISED))
                content.append(Run("\u00a0", style, tag))
                number += 1
            content.extend(runs((span,), style, tag, gaps="bold", noted=True))
        return content

    spans, style = without_figures(passage.spans), context.theme.whole_passage
    return [*prose_with(context.pack, leaf, spans, style, tag, between=4), *addresses(context.pack, spans, style, tag)]
