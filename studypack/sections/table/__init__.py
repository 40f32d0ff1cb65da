"""The table of advantages and disadvantages, the heart of a pack; its modes have a file each."""

from studypack.content import Pack, Point, Side
from studypack.markup import gaps
from studypack.sections.fitting import easiest
from studypack.sections.naming import said_within
from studypack.sections.opening import opening
from studypack.sections.section import Section, Setting
from studypack.sections.table.columns import both_sides
from studypack.sections.table.fit import Fit, fits
from studypack.sections.table.weigh import weighing_where_room
from studypack.typeset.boxes import Box


def _boxes(setting: Setting, fit: Fit) -> list[Box]:
    name = _title(setting.pack)
    head = opening(setting, "table", name, standfirst=_standfirst(setting))
    return [head, *both_sides(setting, fit)]


def _standfirst(setting: Setting) -> str:
    says = "Each mark follows its point through the pack."
    return says + " The words in bold are worth remembering." if any(map(_has_gaps, setting.pack.points)) else says


def _has_gaps(point: Point) -> bool:
    return bool(gaps(point.text))


def _compose(setting: Setting) -> list[Box]:
    boxes = easiest(setting, fits(setting.look, setting.pack), _boxes)
    return [*boxes, *weighing_where_room(setting, boxes)]


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
