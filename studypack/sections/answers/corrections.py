"""The corrections to the notes: what they say, what is printed here, and why."""

from collections.abc import Iterable, Sequence

from studypack.base.record import record
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
from studypack.model.content import MarkedPoint, Pack
from studypack.model.correction import Correction
from studypack.model.typography import quotation_marks
from studypack.sections.answers.grid import heading
from studypack.sections.kit.builder import LONGEST_KEPT, Builder
from studypack.sections.kit.marks import Mark, MarkLabel, mark_tag, way_to
from studypack.sections.kit.prose import run_in
from studypack.sections.kit.section import Context, PartOfPack, Section

_SHARES = (0.28, 0.28, 0.44)
"""Of the width: the notes, the pack, the reason, which is as long as both."""
_GUTTER = mm(5)


@record
class Corrected:
    """A place in the pack and what was corrected there."""

    place: MarkedPoint | str
    """A point, or the name of another part."""
    corrections: tuple[Correction, ...]
    parts: frozenset[PartOfPack]
    """What stands there; of the notes as a whole, any part."""


def corrected(pack: Pack) -> tuple[Corrected, ...]:
    """Everything in the pack that departs from the notes, in the order in which it is printed."""
    points, answer = frozenset[PartOfPack]({"points"}), frozenset[PartOfPack]({"evaluation"})
    evaluation = pack.evaluation.corrections if pack.evaluation else ()
    found = (
        Corrected(pack.say("notes_as_a_whole", "The notes as a whole"), pack.corrections, points | answer),
        *(Corrected(marked, marked.point.corrections, points) for marked in pack.marked),
        Corrected(pack.say("the_model_evaluation", "The model evaluation"), evaluation, answer),
    )
    return tuple(group for group in found if group.corrections)


def corrected_in(pack: Pack, sections: Iterable[Section]) -> tuple[Corrected, ...]:
    """What of that is in the words that some sections print."""
    printed = frozenset(part for section in sections for part in section.words_of)
    return tuple(group for group in corrected(pack) if group.parts & printed)


def correction_boxes(context: Context, fit: Fit) -> list[Box]:
    """Their heading, and all of them as one box that flows over pages; nothing where there are none."""
    groups = corrected_in(context.pack, context.subject)
    if not groups:
        return []
    title = heading(context, context.pack.say("corrections", "Corrections to the notes"), anchor="key:corrections")
    tag = context.tag.child("Table")
    head = _head(context, tag.child("TR"))
    again = _head(context, Furniture.AGAIN) if context.theme.text_columns > 1 else Stack([])
    rows = Stack([_group(context, group, tag, fit) for group in groups], divide=_divider)
    return [title, RepeatHeader(rows, again, head=head)]


def _head(context: Context, row: Tag | Furniture) -> Box:
    """The heads of the three columns; on a narrow sheet these stand under one another, and one line says so."""
    style, wide = context.theme.label_bold.colored(INK), context.theme.text_columns > 1
    heard = _heads(context.pack)
    tags: Sequence[Tag | Furniture] = _column_heads(context.pack, row) if isinstance(row, Tag) else [row] * len(heard)
    shown = heard if wide else _stacked_heads(context.pack)
    heads = [Run(head, style, tag) for head, tag in zip(shown, tags, strict=True)]
    columns = Columns([text([head], style) for head in heads], _SHARES, _GUTTER)
    line = Hanging(Space(0), columns, context.theme.wide_mark_indent) if wide else text(heads, style)
    return Stack([line, HorizontalRule(0.8, INK, above=mm(1.2), below=mm(1.8))])


def _heads(pack: Pack) -> tuple[str, str, str]:
    """What heads the columns."""
    # Words: heads of three columns: what the author's notes say, what is printed in this pack, and why it differs.
    return pack.say("notes_say", "The notes say"), pack.say("printed_here", "Printed here"), pack.say("why", "Why")


def _stacked_heads(pack: Pack) -> tuple[str, str, str]:
    """The same on a narrow sheet, in one line; they are heard as the others, in cells of their own."""
    # Words: one line of three parts: The notes say, in quotes; printed here, in bold; why.
    quoted, bold = (
        pack.say("notes_say_quoted", "The notes say, in quotes;"),
        pack.say("printed_here_bold", "printed here, in bold;"),
    )
    return quoted + " ", bold + " ", pack.say("why_in_line", "why")


def _column_heads(pack: Pack, row: Tag) -> list[Tag]:
    """The cells that head the columns, after one over the places, which is only heard."""
    # Words: by ear, heads the column of the points that are corrected.
    row.announce(pack.say("place_of_correction", "Place"), "TH").scope = "Column"
    return [row.child("TH", said=head, scope="Column") for head in _heads(pack)]


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
        _row(Builder(theme, tag, context.pack), correction, style, above=0 if tag is tags[0] else 0.7 * between)
        for correction, tag in zip(group.corrections, tags, strict=True)
    ]
    if isinstance(place, str):
        named = theme.label_bold.colored(INK)
        name = text([Run(place, named, first)], named, keep_with_next=True)
        body = Hanging(Space(0), Stack(rows), theme.wide_mark_indent if theme.text_columns > 1 else 0, above=2)
        return Stack([name, body], above=between)
    # A mark is as tall as an easy line; beside a closer one it must not rise above the page.
    leading = max(style.leading, theme.mark_height)
    mark = Mark(place, theme, mark_tag(context.pack, first, place, ""), way_to(context.pack, place))
    label, indent = MarkLabel(mark, leading), max(theme.wide_mark_indent, mark.width + 4)
    return Hanging(label, Stack(rows), indent, again=label.again(), above=between)


def _row(build: Builder, correction: Correction, style: Style, *, above: float) -> Box:
    """What the notes say, what is printed here, and why: side by side, or on a narrow sheet in one paragraph."""
    theme, (opens, closes, *_) = build.theme, quotation_marks(build.pack.language)
    bold, notes = style.voiced(bold=True), opens + correction.notes + closes
    if theme.text_columns == 1:
        said, here, why = (build.tag.child("TD") for _ in range(3))
        told = [Run(f"{notes} ", style, said), Run(f"{correction.here}{build.pack.say.colon} ", bold, here)]
        return Stack([run_in(build.pack, told, correction.why, style, why.child("P"), why)], above=above)
    cells: list[Box] = [build.text(notes, style, "TD"), build.text(correction.here, bold, "TD")]
    why = build.tag.child("TD")
    cells.append(run_in(build.pack, (), correction.why, style, why, why))
    # The rest of a row of a few lines would read as a row of its own.
    return KeepTogether(Columns(cells, _SHARES, _GUTTER, above=above, together=True), theme.depth / LONGEST_KEPT)
