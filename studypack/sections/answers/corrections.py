"""The corrections to the notes: what they say, what is printed here, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from studypack.layout.boxes import Box, HorizontalRule, Space
from studypack.layout.columns import Columns
from studypack.layout.page import Page
from studypack.layout.paragraph import text
from studypack.layout.role import Fit
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import HAIRLINE, INK, Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Run
from studypack.layout.wrapper import KeepTogether, RepeatHeader
from studypack.model.content import Correction, MarkedPoint, Pack
from studypack.sections.answers.grid import heading
from studypack.sections.kit.builder import LONGEST_KEPT, Builder
from studypack.sections.kit.marks import Mark, MarkLabel, mark_tag
from studypack.sections.kit.prose import run_in
from studypack.sections.kit.section import Context

_SHARES = (0.28, 0.28, 0.44)
"""Of the width: the notes, the pack, the reason, which is as long as both."""
_GUTTER = mm(5)
_HEADS = ("The notes say", "Printed here", "Why")
_STACKED_HEADS = ("The notes say, in quotes; ", "printed here, in bold; ", "why")
"""They are heard as the others, in cells of their own."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A place in the pack and what was corrected there."""

    place: MarkedPoint | str
    """A point, or the name of another part."""
    corrections: tuple[Correction, ...]


def corrected(pack: Pack) -> tuple[Corrected, ...]:
    """Everything in the pack that departs from the notes, in the order in which it is printed."""
    evaluation = pack.evaluation.corrections if pack.evaluation else ()
    found = (
        Corrected("The notes as a whole", pack.corrections),
        *(Corrected(marked, marked.point.corrections) for marked in pack.marked),
        Corrected("The model evaluation", evaluation),
    )
    return tuple(group for group in found if group.corrections)


def correction_boxes(context: Context, fit: Fit) -> list[Box]:
    """Their heading, and all of them as one box that flows over pages; nothing where there are none."""
    groups = corrected(context.pack)
    if not groups:
        return []
    title = heading(context, "Corrections to the notes", anchor="key:corrections")
    tag = context.tag.child("Table")
    head = _head(context, tag.child("TR"))
    again = _head(context, Furniture.AGAIN) if context.theme.text_columns > 1 else Stack([])
    rows = Stack([_group(context, group, tag, fit) for group in groups], divide=_divider)
    return [title, RepeatHeader(rows, again, head=head)]


def _head(context: Context, row: Tag | Furniture) -> Box:
    """The heads of the three columns; on a narrow sheet these stand under one another, and one line says so."""
    style, wide = context.theme.label_bold.colored(INK), context.theme.text_columns > 1
    tags: Sequence[Tag | Furniture] = _column_heads(row) if isinstance(row, Tag) else [row] * len(_HEADS)
    heads = [Run(head, style, tag) for head, tag in zip(_HEADS if wide else _STACKED_HEADS, tags, strict=True)]
    columns = Columns([text([head], style) for head in heads], _SHARES, _GUTTER)
    line = Hanging(Space(0), columns, context.theme.wide_mark_indent) if wide else text(heads, style)
    return Stack([line, HorizontalRule(0.8, INK, above=mm(1.2), below=mm(1.8))])


def _column_heads(row: Tag) -> list[Tag]:
    """The cells that head the columns, after one over the places, which is only heard."""
    row.announce("Place", "TH").scope = "Column"
    return [row.child("TH", said=head, scope="Column") for head in _HEADS]


def _divider(page: Page, x: float, y: float, width: float) -> None:
    HorizontalRule(0.4, HAIRLINE).place(page, x, y, width)


def _group(context: Context, group: Corrected, table: Tag, fit: Fit) -> Box:
    """The rows of one place; a point's mark hangs beside the first, and again on the next page."""
    theme, place = context.theme, group.place
    style = theme.fitted(fit, theme.correction)
    between = style.leading * fit.air
    tags = [table.child("TR") for _ in group.corrections]
    first = tags[0].child("TH", scope="Row")
    first.rows = len(tags)
    rows: list[Box] = [
        _row(Builder(theme, tag), correction, style, above=0 if tag is tags[0] else 0.7 * between)
        for correction, tag in zip(group.corrections, tags, strict=True)
    ]
    if isinstance(place, str):
        named = theme.label_bold.colored(INK)
        name = text([Run(place, named, first)], named, keep_with_next=True)
        body = Hanging(Space(0), Stack(rows), theme.wide_mark_indent if theme.text_columns > 1 else 0, above=2)
        return Stack([name, body], above=between)
    # A mark is as tall as an easy line; beside a closer one it must not rise above the page.
    leading = max(style.leading, theme.mark_height)
    mark = Mark(place, theme, mark_tag(context.pack, first, place, ""))
    label, indent = MarkLabel(mark, leading), max(theme.wide_mark_indent, mark.width + 4)
    return Hanging(label, Stack(rows), indent, again=label.again(), above=between)


def _row(build: Builder, correction: Correction, style: Style, *, above: float) -> Box:
    """What the notes say, what is printed here, and why: side by side, or under one another on a narrow sheet."""
    theme = build.theme
    cells: list[Box] = [
        build.text("“" + correction.notes + "”", style, "TD"),
        build.text(correction.here, style.voiced(bold=True), "TD"),
    ]
    why = build.tag.child("TD")
    cells.append(run_in((), correction.why, style, why, why))
    if theme.text_columns == 1:
        for cell in cells[:2]:
            # What is kept together must fit on a page.
            cell.keep_with_next = cell.height(theme.measure) <= theme.depth / LONGEST_KEPT
        return Stack(cells, above=above)
    # The rest of a row of a few lines would read as a row of its own.
    return KeepTogether(Columns(cells, _SHARES, _GUTTER, above=above, together=True), theme.depth / LONGEST_KEPT)
