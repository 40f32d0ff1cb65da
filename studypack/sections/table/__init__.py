"""The two-column table: advantages beside disadvantages, each side flowing on its own.

Where one side has run out at the top of a page, the other takes the whole width in two balanced columns, so
that uneven sides (seven points against fifteen is normal) leave no empty half.
"""

from collections.abc import Sequence
from dataclasses import replace

from studypack.content import Pack, Point, Side
from studypack.markup import gaps, plain
from studypack.sections.marks import anchor_of
from studypack.sections.naming import said_within
from studypack.sections.opening import Landmark, opening
from studypack.sections.section import Section, Setting
from studypack.sections.table.head import Head
from studypack.sections.table.point import point_box
from studypack.sections.table.spread import SideLeft, columns_of
from studypack.sections.table.weigh import weighing
from studypack.typeset.boxes import Box
from studypack.typeset.copyfit import largest_fitting
from studypack.typeset.flow import count_pages, room_left
from studypack.typeset.look import HAIRLINE, mm
from studypack.typeset.page import Page, Rule, Tag
from studypack.typeset.stack import Stack

_SIZES = (9.2, 9.4, 9.6, 9.8, 10.0, 10.2)
_WORTH_FITTING = 80
"""Points; a longer table takes the smallest size at once, for that is what it would come to."""
_NARROWEST_SHARE = 0.44
"""Of the width, for the side with less to say."""


def _divider(page: Page, x: float, y: float, width: float) -> None:
    page.add(Rule(x, y, x + width, y, 0.35, HAIRLINE))


def _side(setting: Setting, side: Side, size: float) -> SideLeft:
    points = setting.pack.side(side)
    tag = setting.tag.child("Sect")
    head = Head(setting, side, len(points), tag.child("H2"))
    boxes: Sequence[Box] = [
        Landmark(point_box(setting, marked, size, tag.child("Sect")), anchor_of(marked)) for marked in points
    ]
    return SideLeft(head, Stack(boxes, divide=_divider))


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
        standfirst=_standfirst(setting),
    )
    left = _side(setting, Side.ADVANTAGE, size)
    right = _side(setting, Side.DISADVANTAGE, size)
    body = columns_of(setting.look, left, right, _share(setting.pack))
    body.above = mm(6)
    return [head, body]


def _standfirst(setting: Setting) -> str:
    says = "Each mark follows its point through the pack."
    return says + " The words in bold are worth remembering." if any(map(_has_gaps, setting.pack.points)) else says


def _has_gaps(point: Point) -> bool:
    return bool(gaps(point.text))


def _compose(setting: Setting) -> list[Box]:
    look = setting.look
    sizes = _SIZES[:1] if len(setting.pack.points) > _WORTH_FITTING else _SIZES

    def boxes_at(size: float) -> tuple[Tag, list[Box]]:
        # Each try builds its boxes inside a tag of its own; only the chosen one's goes into the document.
        trial = Tag(setting.tag.kind)
        return trial, _boxes(replace(setting, tag=trial), size)

    tag, boxes = largest_fitting(sizes, boxes_at, lambda made: count_pages(made[1], look.measure, look.depth))
    setting.tag.adopt(tag)
    return [*boxes, *_task(setting, boxes)]


def _task(setting: Setting, boxes: list[Box]) -> list[Box]:
    """What to do with the room that is left: a page ends where the work ends, or with work."""
    look, pack = setting.look, setting.pack
    if not all(pack.side(side) for side in Side):
        return []
    room = room_left(boxes, look.measure, look.depth)
    for lines in (3, 2, 1):
        trial = Tag(setting.tag.kind)
        task = weighing(replace(setting, tag=trial), lines)
        if task.above + task.height(look.measure) <= room:
            setting.tag.adopt(trial)
            return [task]
    return []


def _title(pack: Pack) -> str:
    return f"{pack.sides.advantage} and {said_within(pack.sides.disadvantage)}"


def _describe(setting: Setting) -> str:
    counts = {side: len(setting.pack.side(side)) for side in Side}
    if not all(counts.values()):
        return _points(sum(counts.values()))
    return f"The argument at a glance: {_points(counts[Side.ADVANTAGE])} against {counts[Side.DISADVANTAGE]}"


def _points(count: int) -> str:
    return f"{count} point{'' if count == 1 else 's'}"


SECTION = Section(
    name="table",
    title=_title,
    describe=_describe,
    needs="points",
    applies=lambda pack: bool(pack.points),
    compose=_compose,
)
