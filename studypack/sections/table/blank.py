"""The blank table, for pupils to fill in: headings, marks and titles, and lines to write on.

No point is parted from its lines, and what room a page has left goes to more lines, so that every page is ruled down
to its foot.
"""

from collections.abc import Sequence
from math import inf

from studypack.layout.boxes import ROUNDING, Box, NewPage, Space, TooTallError, WritingLines
from studypack.layout.stack import Stack
from studypack.layout.style import mm
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.layout.wrapper import KeepTogether, RepeatHeader
from studypack.model.content import MarkedPoint
from studypack.model.sides import Side
from studypack.model.spans import plain
from studypack.sections.kit.marks import Mark, anchor_of, mark_tag, side_color, spoken
from studypack.sections.kit.opening import Landmark
from studypack.sections.kit.point_head import point_head
from studypack.sections.kit.section import Context
from studypack.sections.table.columns import GUTTER, Facing, SideColumn, facing_columns, has_heads, side_column
from studypack.sections.table.point import SideHead

LINES = (3, 4, 5)
"""The least lines of a point, the closest setting first; beyond them it gets what its page has left."""
_MOST_MORE = 4
"""Lines beyond the least: a point with too many looks as if it wanted an essay."""


def _point(context: Context, marked: MarkedPoint, lines: int, item: Tag, width: float, room: float) -> Box:
    """Return a point's mark and title over lines to write on, fewer of them if it would be taller than `room`.

    A point with a longer text in the notes is given what its page has left before others.
    """
    theme = context.theme
    style, body = theme.point_title.colored(side_color(marked.side)), item.child("LBody")
    heading = body.child("H3" if has_heads(context.pack) else "H2")
    label = mark_tag(context.pack, heading, marked, linked=False, after=": ")
    mark, title = Mark(marked, theme, label, size=style.size), Run(marked.point.title, style, heading)
    words = Stack(point_head(theme, [mark], title, over=style))
    most = int((room - words.height(width)) / theme.hand.pitch)
    said = len(plain(marked.point.text))
    count, name = max(1, min(lines, most)), spoken(context.pack, marked)
    ruled = WritingLines(count, theme.hand.pitch, name, body, more=_MOST_MORE, priority=said)
    box = Stack([words, ruled], above=theme.hand.pitch * 0.75)
    return KeepTogether(Landmark(box, anchor_of(marked)), inf)


def _side(context: Context, side: Side, lines: int, width: float, depth: float) -> SideColumn:
    """Return the column of a side. Raises TooTallError if a page of this `depth` cannot hold its head and one point."""

    def boxes_in(head: SideHead | None, listing: Tag) -> list[Box]:
        over = max(head.height(width), head.again().height(width)) if head else 0
        boxes = []
        for marked in context.pack.on(side):
            box = _point(context, marked, lines, listing.child("LI"), width, depth - over)
            if (tall := box.height(width)) > depth - over + ROUNDING:
                raise TooTallError(marked.point.title if tall > over else f"{side.name} {side.says}")
            boxes.append(box)
        return boxes

    share = 0.7 if context.theme.blank_columns == 1 else 1 / 3
    return side_column(context, side, boxes_in, share=share)


def _bodies(context: Context, lines: int, depth: float) -> Sequence[Box]:
    """Return two sides beside each other, or a box for each; `depth` is that of a page under its head."""
    width = (context.theme.measure - (context.theme.blank_columns - 1) * GUTTER) / context.theme.blank_columns
    pack, facing = context.pack, Facing(context.theme, context.pack.say, 0.5, to_write=True)
    sides = [_side(context, side, lines, width, depth) for side in pack.groups]
    if context.theme.blank_columns == 1:
        return [RepeatHeader(side.points, side.again, head=side.head) for side in sides]
    beside = sum(side in pack.sides for side in pack.groups) if len(pack.sides) == 2 else 1
    parts = [sides[:beside], *([side] for side in sides[beside:])]
    return [facing_columns(facing, part) for part in parts]


def blank_sides(context: Context, lines: int, head: Box, again: Box) -> list[Box]:
    """Return the table with at least so many lines a point: its first page under `head`, later ones under `again`."""
    try:
        return _pages(context, lines, head, again)
    except TooTallError:
        # A point as tall as a page is sooner printed without a name over it than not at all.
        return _pages(context, lines, head, Space(0))


def _pages(context: Context, lines: int, head: Box, again: Box) -> list[Box]:
    first, *rest = _bodies(context, lines, context.theme.depth - again.height(context.theme.measure))
    first.above = context.theme.grown(mm(6))
    boxes: list[Box] = [RepeatHeader(Stack([head, first]), again)]
    for body in rest:
        boxes += [NewPage(), RepeatHeader(body, again, head=again)]
    return boxes
