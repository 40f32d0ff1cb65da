"""The table as it is read: two sides, each in a column of its own, or one side after the other.

If one side is over at the top of a page, the other one takes the whole width in two balanced columns: uneven sides
(seven points against fifteen is normal) leave no half of a page empty.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from typing_extensions import override

from studypack.base.record import record
from studypack.layout.boxes import Box, Space, Stretch, WritingLines
from studypack.layout.columns import BalancedColumns
from studypack.layout.flow import joint_stretch
from studypack.layout.page import Page, Rule
from studypack.layout.paragraph import Paragraph
from studypack.layout.role import Fit
from studypack.layout.stack import Divide, Stack
from studypack.layout.style import HAIRLINE, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.layout.wrapper import RepeatHeader
from studypack.model.content import Pack
from studypack.model.sides import Side
from studypack.model.spans import plain
from studypack.model.words import Words
from studypack.sections.kit.builder import keep_in_company
from studypack.sections.kit.section import Context
from studypack.sections.table.point import SideHead, point_box

GUTTER = mm(6)


@record
class Facing:
    """How sides beside each other share the width."""

    theme: Theme
    say: Words
    share: float
    """The part of it that the left one of two sides has; more sides have equal parts."""
    widens: bool = True
    """If one side is over, the other takes the whole width; else its own column stays as it is."""
    to_write: bool = False
    """Pupils write in it: a hole under two columns of one side, too, gets lines for points of their own."""
    most_lines: int = 99
    """The most lines that a hole gets for the reader's own points."""
    enough: float = mm(45)
    """The least height of a hole that gets such lines, in points."""

    def widths(self, width: float, count: int) -> tuple[float, ...]:
        """Return the widths of so many sides, from the left."""
        if count > 2:
            return ((width - (count - 1) * GUTTER) / count,) * count
        left = (width - GUTTER) * self.share
        return left, width - GUTTER - left


@record
class SideColumn:
    """The column of one side, or the part of it that is not printed yet."""

    head: Box
    again: Box
    """The head on the pages that follow."""
    points: Stack
    own: Tag
    """The element of the fields for the reader's own points."""
    name: str
    """What the side is called: the fields say it."""

    def parted(self, width: float, room: float, *, alone: bool = False) -> "tuple[Stack, SideColumn]":
        """Return the points that fit, which may be none, and the column without them.

        If it goes on `alone`, it does so with two points.
        """
        if self.points.height(width) <= room:
            return self.points, replace(self, head=self.again, points=Stack([]))
        parts = self.points.split_in_company(width, room) if alone else self.points.split(width, room)
        if parts is None:
            return Stack([]), self
        head, rest = parts
        return head, replace(self, head=self.again, points=rest)


class _FacingSides(Box):
    """Sides beside each other; a page takes as much of each as it holds."""

    def __init__(self, facing: Facing, sides: Sequence[SideColumn], above: float = 0) -> None:
        self._facing = facing
        self._sides = sides
        self.above = above

    def _each(self, width: float) -> Iterable[tuple[SideColumn, float]]:
        return zip(self._sides, self._facing.widths(width, len(self._sides)), strict=True)

    def _head(self, width: float) -> float:
        return max(side.head.height(own) for side, own in self._each(width))

    @override
    def height(self, width: float) -> float:
        return self._head(width) + max(side.points.height(own) for side, own in self._each(width))

    @override
    def least(self, width: float) -> float:
        return self._head(width) + max(side.points.least(own) for side, own in self._each(width))

    @override
    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        # Each side goes on where it had to stop.
        below = room - self._head(width)
        parts = [side.parted(own, below) for side, own in self._each(width)]
        if sum(not rest.points.empty for _, rest in parts) == 1:
            parts = [side.parted(own, below, alone=True) for side, own in self._each(width)]
        if all(points.empty for points, _ in parts):
            return None
        placed = [replace(side, points=points) for side, (points, _) in zip(self._sides, parts, strict=True)]
        head = _FacingSides(self._facing, placed, self.above)
        return head, facing_columns(self._facing, [rest for _, rest in parts])

    @override
    def stretch(self, width: float) -> Stretch:
        return joint_stretch([side.points for side in self._sides], width)

    @override
    def stretched(self, width: float, room: float) -> Box:
        below = room - self._head(width)
        sides = [replace(side, points=side.points.stretched(own, below)) for side, own in self._each(width)]
        return _FacingSides(self._facing, sides, self.above)

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        # The hairlines run as far down as the longest side.
        body, bottom = top - self._head(width), top - self.height(width)
        rules, at = [], x - GUTTER / 2
        for own in self._facing.widths(width, len(self._sides))[:-1]:
            at += own + GUTTER
            rules.append(Rule(at, top, at, bottom, 0.5, HAIRLINE))
        for rule in () if self._facing.to_write else rules:
            page.add(rule)
        for number, (side, own) in enumerate(self._each(width)):
            # Where it is written in, a rule is painted between the sides, as between two columns of one side.
            if self._facing.to_write and number:
                page.add(rules[number - 1])
            side.head.place(page, x, top, own)
            side.points.place(page, x, body, own)
            _offer_lines(self._facing, side, page, x, body - side.points.height(own), own, bottom)
            x += own + GUTTER


def _offer_lines(
    facing: Facing, side: SideColumn, page: Page, x: float, top: float, width: float, bottom: float
) -> None:
    """Rule lines for points of the reader's own into a hole that is tall enough."""
    if top - bottom <= facing.enough:
        return
    # On the lines of the column beside, like a head.
    theme, leading = facing.theme, facing.theme.point_title.leading
    top -= leading
    # Words: over lines for points of the reader's own.
    offer = facing.say("add_your_own", "Add your own")
    label = Paragraph([Run(offer, theme.label_bold, Furniture.MARKING)], leading, center=theme.body.middle)
    label.place(page, x, top, width)
    count = min(int((top - leading - bottom) / theme.hand.pitch), facing.most_lines)
    # Words: name of the field for points of the reader's own on a side.
    name = facing.say("own_points_field", "{side}, add your own", side=side.name)
    ruled = WritingLines(count, theme.hand.pitch, name, side.own)
    ruled.place(page, x, top - leading, width)


def place_for_own(parent: Tag, side: Side, say: Words) -> Tag:
    """Return the element of the fields for the reader's own points on a side: it says what it is."""
    place = parent.child("Div")
    place.announce(say("own_points_by_ear", "{side}: add your own: lines to write on", side=side.name))
    return place


def facing_columns(facing: Facing, sides: Sequence[SideColumn]) -> Box:
    """Return the box of both sides, as far as they are not printed yet."""
    left = [side for side in sides if not side.points.empty]
    if not left:
        return Space(0)
    if facing.widens and len(left) == 1:
        under = partial(_offer_lines, facing, left[0]) if facing.to_write else None
        columns = BalancedColumns(left[0].points, 2, GUTTER, ruled=True, under=under)
        return RepeatHeader(columns, left[0].again, head=left[0].head)
    return _FacingSides(facing, sides)


_NARROWEST_SHARE = 0.47
"""The least part of the width, for the side with less to say."""


def both_sides(context: Context, fit: Fit) -> list[Box]:
    """Return two sides beside each other, more or fewer one after the other, each in two columns; in the accessible
    profiles all in one column. Points on no side come last.
    """
    pack = context.pack
    if context.theme.table_columns == 1 or len(pack.sides) != 2:
        return [side_alone(context, side, fit) for side in pack.groups]
    body = facing_columns(
        Facing(context.theme, pack.say, _share_of_width(pack)), [_column(context, each, fit) for each in pack.sides]
    )
    body.above = mm(6)
    return [body, *points_on_no_side(context, fit)]


def points_on_no_side(context: Context, fit: Fit) -> list[Box]:
    """Return the list of the points on no side, under a head of its own; nothing if there are none."""
    neutral = context.pack.neutral
    return [side_alone(context, neutral, fit)] if context.pack.on(neutral) else []


def side_alone(context: Context, side: Side, fit: Fit) -> Box:
    """Return a side over the whole width, in two columns if there is room for them."""
    column = _column(context, side, fit)
    if context.theme.table_columns == 1:
        parts = Stack([column.head, column.points])
        return RepeatHeader(parts, column.again, above=context.theme.grown(mm(6)))
    body = facing_columns(Facing(context.theme, context.pack.say, 0.5), [column])
    body.above = mm(6)
    return body


def _column(context: Context, side: Side, fit: Fit) -> SideColumn:
    def boxes_in(head: SideHead | None, listing: Tag) -> list[Box]:
        level = 3 if has_heads(context.pack) else 2
        made = [point_box(context, marked, fit, listing.child("LI"), level=level) for marked in context.pack.on(side)]
        if context.theme.table_columns == 1:
            keep_in_company(made, (-2,), context.theme.measure, context.theme)
        return made

    return side_column(context, side, boxes_in, divide=divider)


def has_heads(pack: Pack) -> bool:
    """Return whether sides have heads of their own: of a single one the table's title says it all."""
    return len(pack.sides) > 1 or len(pack.groups) > 1


def side_column(
    context: Context,
    side: Side,
    boxes_in: Callable[[SideHead | None, Tag], list[Box]],
    *,
    share: float = 1 / 3,
    divide: Divide | None = None,
) -> SideColumn:
    """Return the column of a side: its head, and the points that `boxes_in` makes under it, in the element of a list.

    The heading is set smaller if it takes too many lines of this `share` of the measure.
    """
    tag, count = context.tag.child("Sect"), len(context.pack.on(side))
    head = SideHead(context, side, count, tag.child("H2"), share=share) if has_heads(context.pack) else None
    points = Stack(boxes_in(head, tag.child("L")), divide=divide)
    own = place_for_own(tag, side, context.pack.say)
    return SideColumn(head or Space(0), head.again() if head else Space(0), points, own, side.name)


def divider(page: Page, x: float, y: float, width: float) -> None:
    """Draw a hairline between two points."""
    page.add(Rule(x, y, x + width, y, 0.35, HAIRLINE))


def _share_of_width(pack: Pack) -> float:
    """Return the first side's part of the width: the longer the texts of a side, the wider, within bounds."""
    lengths = [sum(len(plain(item.point.text)) for item in pack.on(side)) for side in pack.sides]
    total = sum(lengths)
    wanted = lengths[0] / total if total else 0.5
    return min(max(wanted, _NARROWEST_SHARE), 1 - _NARROWEST_SHARE)
