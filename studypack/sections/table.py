"""The two-column table: advantages beside disadvantages, each side flowing on its own.

Where one side has run out at the top of a page, the other takes the whole width in two balanced columns, so
that uneven sides (seven points against fifteen is normal) leave no empty half.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from studypack.content import Marked, Pack, Side
from studypack.markup import plain
from studypack.sections.marks import ContinuedLabel, Mark, MarkLabel, anchor_of, side_color
from studypack.sections.opening import Landmark, opening
from studypack.sections.prose import prose
from studypack.sections.section import Section, Setting, heading_of
from studypack.typeset.boxes import Box, Space, WritingLines
from studypack.typeset.columns import BalancedColumns
from studypack.typeset.copyfit import largest_fitting
from studypack.typeset.flow import count_pages
from studypack.typeset.look import HAIRLINE, Look, mm
from studypack.typeset.page import Hatch, Page, Rectangle, Rule, Tag
from studypack.typeset.paragraph import Paragraph, text
from studypack.typeset.stack import Hanging, Resumed, Stack
from studypack.typeset.text import Content, Run

_GUTTER = mm(8)
_BAR = mm(2)
_BETWEEN = mm(3.4)
_SIZES = (9.2, 9.4, 9.6, 9.8, 10.0, 10.2)
_LEADING = 1.37
"""Times the size."""
_WORTH_FITTING = 80
"""Points; a longer table takes the smallest size at once, for that is what it would come to."""
_NARROWEST_SHARE = 0.44
"""Of the width, for the side with less to say."""
_ROOM_TO_ADD = mm(45)
"""A hole from this height on is offered to the reader's own points."""
_WRITING_PITCH = mm(9)


class _Head(Box):
    """A side's bar and heading; repeated on every page, where it is furniture: it is read once."""

    def __init__(self, setting: Setting, side: Side, count: int, tag: Tag | None) -> None:
        self._setting = setting
        self._side = side
        self._count = count
        self._tag = tag

    def again(self) -> "_Head":
        """The head of the pages after the first."""
        return self if self._tag is None else _Head(self._setting, self._side, self._count, None)

    def height(self, width: float) -> float:
        """Bar, heading and the space below."""
        return _BAR + 4 + self._heading.height(self._room(width)) + 5

    @cached_property
    def _counted(self) -> Paragraph | None:
        if self._tag is None:
            return None
        words = f"{self._count} point{'' if self._count == 1 else 's'}"
        return Paragraph([Run(words, self._setting.look.label, self._tag)], 16, align="right", center=0.335 * 12.5)

    @cached_property
    def _heading(self) -> Paragraph:
        look = self._setting.look
        style = look.label_bold.voiced(bold=True).colored(side_color(self._side)).sized(12.5, 16)
        content = [Run(heading_of(self._setting.pack, self._side), style, self._tag)]
        if self._tag is None:
            content.append(Run("  continued", look.label_italic.sized(9.5, 16)))
        return text(content, style)

    def _room(self, width: float) -> float:
        return width - self._counted.widest(width) - 8 if self._counted else width

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Shape tells the sides apart before colour does: solid or hatched."""
        color = side_color(self._side)
        if self._side is Side.ADVANTAGE:
            page.add(Rectangle(x, top - _BAR, width, _BAR, fill=color))
        else:
            page.add(Hatch(x, top - _BAR, width, _BAR, color))
            page.add(Rectangle(x + 0.3, top - _BAR + 0.3, width - 0.6, _BAR - 0.6, stroke=color, thickness=0.6))
        self._heading.place(page, x, top - _BAR - 4, self._room(width))
        if self._counted:
            self._counted.place(page, x, top - _BAR - 4, width)


class _Side(Box):
    """What is left to print of one side."""

    def __init__(self, head: _Head, points: Stack) -> None:
        self.head = head
        self.points = points

    @property
    def empty(self) -> bool:
        """Everything is printed."""
        return self.points.empty

    def fitting(self, width: float, room: float) -> "tuple[Stack | None, _Side]":
        """The points that fit, and the side without them."""
        if self.points.height(width) <= room:
            return self.points, _Side(self.head.again(), Stack([]))
        parts = self.points.split(width, room)
        if parts is None:
            return None, self
        head, rest = parts
        assert isinstance(head, Stack)
        assert isinstance(rest, Stack)
        return head, _Side(self.head.again(), rest)


class _Spread(Box):
    """Both sides beside each other: as much of each as a page holds."""

    def __init__(self, look: Look, left: _Side, right: _Side, share: float) -> None:
        self._look = look
        self._left = left
        self._right = right
        self._share = share

    def _widths(self, width: float) -> tuple[float, float]:
        left = (width - _GUTTER) * self._share
        return left, width - _GUTTER - left

    def _head(self, width: float) -> float:
        left, right = self._widths(width)
        return max(self._left.head.height(left), self._right.head.height(right))

    def height(self, width: float) -> float:
        """Heads and the longer side."""
        left, right = self._widths(width)
        return self._head(width) + max(self._left.points.height(left), self._right.points.height(right))

    def least(self, width: float) -> float:
        """Heads and the start of each side."""
        left, right = self._widths(width)
        return self._head(width) + max(self._left.points.least(left), self._right.points.least(right))

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Each side goes on where it had to stop."""
        left_width, right_width = self._widths(width)
        below = room - self._head(width)
        left, left_rest = self._left.fitting(left_width, below)
        right, right_rest = self._right.fitting(right_width, below)
        if left is None and right is None:
            return None
        nothing = Stack([])
        head = _Spread(
            self._look,
            _Side(self._left.head, left or nothing),
            _Side(self._right.head, right or nothing),
            self._share,
        )
        return head, _rest(self._look, left_rest, right_rest, self._share)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """The hairline runs as far down as the longer side; a hole is offered for the reader's own points."""
        left_width, right_width = self._widths(width)
        bottom = top - self.height(width)
        middle = x + left_width + _GUTTER / 2
        page.add(Rule(middle, top, middle, bottom, 0.5, HAIRLINE))
        body = top - self._head(width)
        for side, start, own in (
            (self._left, x, left_width),
            (self._right, x + left_width + _GUTTER, right_width),
        ):
            side.head.place(page, start, top, own)
            side.points.place(page, start, body, own)
            ends = body - side.points.height(own)
            if ends - bottom > _ROOM_TO_ADD:
                _offer_lines(self._look, page, start, ends - mm(6), own, bottom)


def _offer_lines(look: Look, page: Page, x: float, top: float, width: float, bottom: float) -> None:
    label = text([Run("Add your own", look.label_bold, None)], look.label_bold)
    label.place(page, x, top, width)
    count = int((top - look.label_bold.leading - bottom) / _WRITING_PITCH)
    WritingLines(count, _WRITING_PITCH).place(page, x, top - look.label_bold.leading, width)


class _Wide(Box):
    """The rest of one side, over the whole width in two balanced columns under its head."""

    def __init__(self, head: _Head, columns: Box) -> None:
        self._head = head
        self._columns = columns

    def height(self, width: float) -> float:
        """The head and the columns."""
        return self._head.height(width) + self._columns.height(width)

    def least(self, width: float) -> float:
        """The head and the start of the first column."""
        return self._head.height(width) + self._columns.least(width)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Two full columns stay; the head is repeated."""
        parts = self._columns.split(width, room - self._head.height(width))
        if parts is None:
            return None
        return _Wide(self._head, parts[0]), _Wide(self._head.again(), parts[1])

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """The head over both columns."""
        self._head.place(page, x, top, width)
        self._columns.place(page, x, top - self._head.height(width), width)


def _rest(look: Look, left: _Side, right: _Side, share: float) -> Box:
    if left.empty and right.empty:
        return Space(0)
    if left.empty or right.empty:
        side = right if left.empty else left
        return _Wide(side.head, BalancedColumns(side.points, 2, _GUTTER, ruled=True))
    return _Spread(look, left, right, share)


def _point(setting: Setting, marked: Marked, size: float, tag: Tag) -> Box:
    look, point = setting.look, marked.point
    style = look.body.sized(size, round(size * _LEADING, 2))
    dated = look.label_bold.sized(8.2, 11).colored(side_color(point.side))
    # The point's own mark leads nowhere: this is where the others lead to.
    mark = Mark(marked, look, tag.child("Lbl"), linked=False, size=8.2)
    dateline: list[Run] = []
    if point.date is not None:
        dateline.append(Run(point.date.long, dated, tag.child("P")))
    if point.theme:
        joiner = " · " if dateline else ""
        dateline.append(Run(joiner + point.theme, look.label.sized(8.2, 11), tag.child("P")))
    title = text([Run(point.title, style.voiced(bold=True), tag.child("P"))], style, keep=True)
    body = prose(point.text, style, tag, gaps="bold", between=2)
    if look.compact:
        first = text([mark, Run("  ", dated), *dateline], dated, keep=True)
        again: list[Content] = [
            Mark(marked, look, None, linked=False, size=8.2),
            Run(" cont.", look.label_italic.sized(7, 11)),
        ]
        return Resumed(Stack([first, title, *body]), text(again, dated), above=_BETWEEN)
    lines: list[Box] = [text(dateline, dated, keep=True)] if dateline else []
    indent = mm(9.6) if len(marked.mark) <= 3 else max(mm(9.6), mark.width + 6)
    return Hanging(
        MarkLabel(mark, 11 if dateline else style.leading),
        Stack([*lines, title, *body]),
        indent,
        again=ContinuedLabel(Mark(marked, look, None, linked=False), style.leading),
        above=_BETWEEN,
    )


def _divider(page: Page, x: float, y: float, width: float) -> None:
    page.add(Rule(x, y, x + width, y, 0.35, HAIRLINE))


def _side(setting: Setting, side: Side, size: float) -> _Side:
    points = setting.pack.side(side)
    tag = setting.tag.child("Sect")
    head = _Head(setting, side, len(points), tag.child("H2"))
    boxes: Sequence[Box] = [
        Landmark(_point(setting, marked, size, tag.child("Sect")), anchor_of(marked)) for marked in points
    ]
    return _Side(head, Stack(boxes, divide=_divider))


def _share(pack: Pack) -> float:
    """The advantages' part of the width: by how much each side has to say, within bounds."""
    lengths = {side: sum(len(plain(item.point.text)) for item in pack.side(side)) for side in Side}
    total = sum(lengths.values())
    wanted = lengths[Side.ADVANTAGE] / total if total else 0.5
    return min(max(wanted, _NARROWEST_SHARE), 1 - _NARROWEST_SHARE)


def _boxes(setting: Setting, size: float) -> list[Box]:
    name = _title(setting.pack)
    head = opening(
        setting,
        "table",
        name,
        standfirst="The mark beside each point follows it through the whole pack.",
    )
    left = _side(setting, Side.ADVANTAGE, size)
    right = _side(setting, Side.DISADVANTAGE, size)
    body = _rest(setting.look, left, right, _share(setting.pack))
    body.above = mm(6)
    return [head, body]


def _compose(setting: Setting) -> list[Box]:
    look = setting.look
    sizes = _SIZES[:1] if len(setting.pack.points) > _WORTH_FITTING else _SIZES

    def boxes_at(size: float) -> tuple[Tag, list[Box]]:
        # Each try builds its boxes inside a tag of its own; only the chosen one's goes into the document.
        trial = Tag(setting.tag.kind)
        return trial, _boxes(replace(setting, tag=trial), size)

    tag, boxes = largest_fitting(sizes, boxes_at, lambda made: count_pages(made[1], look.measure, look.depth))
    setting.tag.adopt(tag)
    return boxes


def _title(pack: Pack) -> str:
    return f"{pack.sides.advantage} and {pack.sides.disadvantage[:1].lower()}{pack.sides.disadvantage[1:]}"


def _describe(pack: Pack) -> str:
    counts = {side: len(pack.side(side)) for side in Side}
    if not all(counts.values()):
        return f"{sum(counts.values())} points"
    return f"The argument at a glance: {counts[Side.ADVANTAGE]} points against {counts[Side.DISADVANTAGE]}"


SECTION = Section(
    name="table",
    title=_title,
    describe=_describe,
    needs="points",
    applies=lambda pack: bool(pack.points),
    compose=_compose,
)
