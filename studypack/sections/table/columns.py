"""The table as it is read: each side flowing in a column of its own, or one side after the other.

Where one of two sides has run out at the top of a page, the other takes the whole width in two balanced columns,
so that uneven sides (seven points against fifteen is normal) leave no empty half.
"""

from studypack.content import Pack, Side
from studypack.markup import plain
from studypack.sections.section import Setting
from studypack.sections.table.fit import Fit
from studypack.sections.table.head import Head
from studypack.sections.table.point import point_box
from studypack.sections.table.spread import Facing, SideLeft, columns_of
from studypack.typeset.boxes import Box
from studypack.typeset.look import HAIRLINE, mm
from studypack.typeset.page import Page, Rule
from studypack.typeset.stack import Resumed, Stack

_NARROWEST_SHARE = 0.44
"""Of the width, for the side with less to say."""


def both_sides(setting: Setting, fit: Fit) -> list[Box]:
    """The points of both sides, the sides beside each other or, in the accessible profiles, in one column."""
    if setting.look.accessible:
        return [_whole_width(setting, side, fit) for side in Side if setting.pack.side(side)]
    left, right = (_column(setting, side, fit) for side in Side)
    body = columns_of(Facing(setting.look, share_of_width(setting.pack)), left, right)
    body.above = mm(6)
    return [body]


def _column(setting: Setting, side: Side, fit: Fit) -> SideLeft:
    points = setting.pack.side(side)
    tag = setting.tag.child("Sect")
    head = Head(setting, side, len(points), tag.child("H2"))
    listing = tag.child("L", numbering="None")
    boxes = [point_box(setting, marked, fit, listing.child("LI")) for marked in points]
    return SideLeft(head, Stack(boxes, divide=divider), tag.child("Div"), head.again())


def _whole_width(setting: Setting, side: Side, fit: Fit) -> Box:
    column = _column(setting, side, fit)
    return Resumed(Stack([column.head, column.points]), column.again, above=setting.look.grown(mm(6)))


def divider(page: Page, x: float, y: float, width: float) -> None:
    """A hairline between two points."""
    page.add(Rule(x, y, x + width, y, 0.35, HAIRLINE))


def share_of_width(pack: Pack) -> float:
    """The advantages' part of the width: by how much each side has to say, within bounds."""
    lengths = {side: sum(len(plain(item.point.text)) for item in pack.side(side)) for side in Side}
    total = sum(lengths.values())
    wanted = lengths[Side.ADVANTAGE] / total if total else 0.5
    return min(max(wanted, _NARROWEST_SHARE), 1 - _NARROWEST_SHARE)
