"""The passages of a worksheet: a point's text under its title, beside its mark, its gaps numbered on."""

from dataclasses import dataclass, replace

from studypack.layout.boxes import Box, Space
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import INK, Style, mm
from studypack.layout.tag import Furniture
from studypack.layout.text import Content, Run
from studypack.layout.theme import Theme
from studypack.model.markup import Gap, Span, gaps, paragraphs
from studypack.sections.kit.builder import before_number, runs
from studypack.sections.kit.marks import ContinuedLabel, Mark, MarkLabel, mark_tag
from studypack.sections.kit.section import Context, Passage
from studypack.sections.kit.sheet_head import hand_for
from studypack.sections.worksheets.blanks import GapLook
from studypack.sections.worksheets.gap import gap_pieces
from studypack.sections.worksheets.support import Level
from studypack.sections.worksheets.worksheet import Sheet


@dataclass(frozen=True, slots=True)
class Fit:
    """How closely a sheet's passages are set. In points."""

    pitch: float
    """Between lines: room for handwriting."""
    size: float
    between: float
    """Between passages, on top of the pitch."""


_FITS = (
    Fit(mm(9.2), 11.5, mm(2.8)),
    Fit(mm(8.6), 11.5, mm(2.4)),
    Fit(mm(8), 11, mm(2)),
    Fit(mm(8), 11, mm(0.7)),
)
"""A closer one is taken only where it saves a page; 8 mm is the feint of a British exercise book."""
_COMPACT_SMALLER = 1.0
"""Points, on a narrow sheet."""


def fits_of(theme: Theme) -> tuple[Fit, ...]:
    """The ways of setting a sheet, the easiest first."""
    if theme.accessible:
        scale = hand_for(theme).scale
        return tuple(Fit(fit.pitch * scale, theme.body.size, fit.between * scale) for fit in _FITS)
    smaller = _COMPACT_SMALLER if theme.compact else 0
    return tuple(Fit(fit.pitch, fit.size - smaller, fit.between) for fit in _FITS)


_INDENT = mm(10.5)
"""For the mark."""


@dataclass(frozen=True, slots=True)
class _Hand:
    """How the passages of a sheet are set."""

    sheet: Sheet
    fit: Fit
    style: Style
    gap: GapLook


def passage_boxes(context: Context, sheet: Sheet, level: Level, fit: Fit) -> list[Box]:
    """One box a passage."""
    style = context.theme.body.sized(fit.size, fit.pitch)
    how = _Hand(sheet, fit, style, GapLook.of(sheet, level, context.theme, style))
    return [_passage(context, passage, how) for passage in sheet.passages]


def _passage(context: Context, passage: Passage, how: _Hand) -> Box:
    """A passage beside its point's mark, under the point's title where that gives no answer away."""
    theme, fit = context.theme, how.fit
    if passage.marked is None:
        body = Stack(_paragraphs(context, passage, how), above=fit.between)
        among_points = any(other.marked for other in how.sheet.passages) and not theme.compact
        return Hanging(Space(0), body, _INDENT, above=fit.between) if among_points else body
    own = replace(context, tag=context.tag.child("Sect"))
    label = theme.label_bold.sized(9, max(13, theme.mark_height + 1) if theme.compact else 11).colored(INK)
    mark = Mark(passage.marked, theme, mark_tag(context.pack, own.tag, passage.marked, "P"), size=label.size)
    title = passage.marked.point.title
    named = [] if how.sheet.gives_away(title) else [Run(title, label, own.tag.child("P"))]
    if theme.compact:
        head: list[Content] = [mark, *([Run("\u00a0\u00a0", label, named[0].tag)] if named else []), *named]
        return Stack([text(head, label, keep=True), *_paragraphs(own, passage, how)], above=fit.between + 3)
    heading: list[Box] = [text(named, label, keep=True)] if named else []
    return Hanging(
        MarkLabel(mark, label.leading if named else fit.pitch),
        Stack([*heading, *_paragraphs(own, passage, how)]),
        max(_INDENT, mark.width + 6),
        again=ContinuedLabel(Mark(passage.marked, theme, Furniture.AGAIN, linked=False), fit.pitch),
        above=fit.between + (2 if named else 0),
    )


def _paragraphs(context: Context, passage: Passage, how: _Hand) -> list[Box]:
    boxes: list[Box] = []
    first = passage.first
    for spans in paragraphs(passage.spans):
        content = _line_content(context, spans, first, how)
        above = how.fit.between if boxes else 0
        boxes.append(Paragraph(content, how.fit.pitch, above=above, center=0.335 * how.style.size))
        first += len(gaps(spans))
    return boxes


def _line_content(context: Context, spans: tuple[Span, ...], first: int, how: _Hand) -> list[Content]:
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
