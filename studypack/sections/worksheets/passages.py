"""The passages of a worksheet: a point's text under its title, beside its mark, its gaps numbered on."""

from dataclasses import dataclass, replace

from studypack.layout.boxes import Box, Space
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.role import Fit
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import Style, mm
from studypack.layout.tag import Furniture
from studypack.layout.text import Content, Run
from studypack.model.markup import Gap, Span, gaps, paragraphs
from studypack.sections.kit.builder import before_number, runs
from studypack.sections.kit.marks import ContinuedLabel, Mark, MarkLabel, mark_tag
from studypack.sections.kit.section import Context, Passage
from studypack.sections.worksheets.blanks import GapStyle
from studypack.sections.worksheets.gap import gap_pieces
from studypack.sections.worksheets.support import Level
from studypack.sections.worksheets.worksheet import ClozeSheet

_INDENT = mm(10.5)
"""For the mark."""


@dataclass(frozen=True, slots=True)
class _PassageStyle:
    """How the passages of a sheet are set."""

    sheet: ClozeSheet
    style: Style
    between: float
    """Between passages, in points."""
    gap: GapStyle


def passage_boxes(context: Context, sheet: ClozeSheet, level: Level, fit: Fit) -> list[Box]:
    """One box a passage."""
    style = context.theme.fitted(fit)
    how = _PassageStyle(sheet, style, style.leading * fit.air, GapStyle.of(sheet, level, context.theme, style))
    return [_passage(context, passage, how) for passage in sheet.passages]


def _passage(context: Context, passage: Passage, how: _PassageStyle) -> Box:
    """A passage beside its point's mark, under the point's title where that gives no answer away."""
    theme, wide = context.theme, context.theme.text_columns > 1
    if passage.marked is None:
        body = Stack(_paragraphs(context, passage, how), above=how.between)
        among_points = any(other.marked for other in how.sheet.passages) and wide
        return Hanging(Space(0), body, _INDENT, above=how.between) if among_points else body
    own = replace(context, tag=context.tag.child("Sect"))
    label = theme.passage_title
    mark = Mark(passage.marked, theme, mark_tag(context.pack, own.tag, passage.marked, "P"), size=label.size)
    title = passage.marked.point.title
    named = [] if how.sheet.gives_away(title) else [Run(title, label, own.tag.child("P"))]
    if not wide:
        head: list[Content] = [mark, *([Run("\u00a0\u00a0", label, named[0].tag)] if named else []), *named]
        return Stack([text(head, label, keep_with_next=True), *_paragraphs(own, passage, how)], above=how.between + 3)
    heading: list[Box] = [text(named, label, keep_with_next=True)] if named else []
    return Hanging(
        MarkLabel(mark, label.leading if named else how.style.leading),
        Stack([*heading, *_paragraphs(own, passage, how)]),
        max(_INDENT, mark.width + 6),
        again=ContinuedLabel(Mark(passage.marked, theme, Furniture.AGAIN, linked=False), how.style.leading),
        above=how.between + (2 if named else 0),
    )


def _paragraphs(context: Context, passage: Passage, how: _PassageStyle) -> list[Box]:
    boxes: list[Box] = []
    first = passage.first
    for spans in paragraphs(passage.spans):
        content = _line_content(context, spans, first, how)
        above = how.between if boxes else 0
        boxes.append(Paragraph(content, how.style.leading, above=above, center=how.style.middle))
        first += len(gaps(spans))
    return boxes


def _line_content(context: Context, spans: tuple[Span, ...], first: int, how: _PassageStyle) -> list[Content]:
    """A paragraph with its gaps; what stands right before or after a gap stays on its line."""
    tag = context.tag.child("P")
    content: list[Content] = []
    for span in spans:
        if isinstance(span, Gap):
            content.extend(before_number(content, how.style, tag))
            content.extend(gap_pieces(span, first, how.gap, tag))
            if span.hint and how.gap.level.hinted:
                content.append(Run(f"\u00a0({span.hint})", context.theme.label, tag))
            first += 1
        else:
            content.extend(runs((span,), how.style, tag))
    return content
