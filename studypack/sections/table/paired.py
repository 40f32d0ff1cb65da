"""The paired table: each row has the points of a theme, or of some years, and the sides answer each other in it.

If a row has nothing on one side, it says so: what the notes leave out is worth a thought. In the accessible profiles,
and where columns would be too narrow, the cells of a row stand one under the other.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import floor

from studypack.base.record import record
from studypack.layout.boxes import Box, Space
from studypack.layout.columns import Columns
from studypack.layout.role import Fit
from studypack.layout.shorten import stepped
from studypack.layout.stack import Stack
from studypack.layout.style import RULE, mm
from studypack.layout.tag import Tag
from studypack.layout.wrapper import KeepTogether, RepeatHeader
from studypack.model.content import MarkedPoint, Pack
from studypack.model.dates.forms import PartialDate, Range
from studypack.model.dates.parser import HistoricalDate
from studypack.model.dates.printers import dates_in, printed
from studypack.model.letters import capitalise, fold_case
from studypack.model.modes import PairBy
from studypack.model.sides import Side
from studypack.sections.kit.builder import Builder, DividingRule
from studypack.sections.kit.marks import side_color
from studypack.sections.kit.point_head import LONG_TITLE
from studypack.sections.kit.section import Context
from studypack.sections.table.columns import (
    GUTTER,
    Facing,
    SideColumn,
    divider,
    facing_columns,
    place_for_own,
    points_on_no_side,
)
from studypack.sections.table.point import SideHead, heading_again, point_box
from studypack.sections.timeline.scale import Extent, extent
from studypack.sections.timeline.units import CALENDAR

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
"""The years that a row may have."""
_MOST_ROWS = 6
"""Rows of years: with more, too many cells stay empty to compare anything."""


@record
class PairedRow:
    """Points that are to be compared."""

    label: str
    """The theme or the years; empty if no point has any."""
    points: tuple[MarkedPoint, ...]

    def side(self, side: Side) -> tuple[MarkedPoint, ...]:
        """Return the points of one side, which may be none."""
        return tuple(marked for marked in self.points if marked.side == side)


def rows_of(pack: Pack, by: PairBy) -> list[PairedRow]:
    """Return the rows of the points that are on a side, in their order; those without a theme or a date come last."""
    points = [marked for marked in pack.marked if not marked.side.is_neutral] or pack.marked
    return _by_theme(pack, points) if by is PairBy.THEME else _by_date(pack, points)


def _by_theme(pack: Pack, points: Sequence[MarkedPoint]) -> list[PairedRow]:
    """Return a row for each theme, in the author's order; capitals make no other theme."""
    language = pack.language
    names: dict[str, str] = {}
    for marked in points:
        if marked.point.theme:
            names.setdefault(fold_case(marked.point.theme, language), marked.point.theme)
    rows = _grouped(points, lambda marked: fold_case(marked.point.theme or "", language), list(names))
    rest = pack.say("other_points", "Other points")
    return [PairedRow(capitalise(names[key], language) if key else _rest(rest, rows), own) for key, own in rows]


def _by_date(pack: Pack, points: Sequence[MarkedPoint]) -> list[PairedRow]:
    """Return rows of a round number of years, the least that brings few enough rows; points in the order of time."""
    # Words: heading over points that have no date.
    rest = pack.say("undated", "Undated")
    dated = sorted((each for each in points if each.point.date), key=lambda each: _date(each).sort_key)
    over = extent(map(_date, dated), None) if dated else None
    if over and not (over.in_years and over.units == CALENDAR):
        return _by_unit(over, dated, points, rest)
    years = [_year(_date(marked)) for marked in dated]
    step = next((step for step in _STEPS if len({year // step for year in years}) <= _MOST_ROWS), _STEPS[-1])
    undated = [marked for marked in points if not marked.point.date]

    def period(marked: MarkedPoint) -> str:
        return _years(_date(marked), step) if marked.point.date else ""

    rows = _grouped([*dated, *undated], period, list(dict.fromkeys(map(period, dated))))
    return [PairedRow(key or _rest(rest, rows), own) for key, own in rows]


def _by_unit(over: Extent, dated: Sequence[MarkedPoint], points: Sequence[MarkedPoint], rest: str) -> list[PairedRow]:
    """Return rows of an hour, a day, a month, or of what else the timeline of these dates is drawn in."""
    moments = {marked.key: over.begins(_date(marked)) for marked in dated}
    few = (unit for unit in over.units if len(set(map(unit.number, moments.values()))) <= _MOST_ROWS)
    unit = next(few, over.units[-1])

    def period(marked: MarkedPoint) -> str:
        if marked.key not in moments:
            return ""
        number = unit.number(moments[marked.key])
        return unit.said_span(unit.edge(number), unit.edge(number + 1))

    undated = [marked for marked in points if not marked.point.date]
    rows = _grouped([*dated, *undated], period, list(dict.fromkeys(map(period, dated))))
    return [PairedRow(key or _rest(rest, rows), own) for key, own in rows]


_Groups = list[tuple[str, tuple[MarkedPoint, ...]]]


def _grouped(points: Sequence[MarkedPoint], key: Callable[[MarkedPoint], str], keys: list[str]) -> _Groups:
    found: dict[str, list[MarkedPoint]] = {name: [] for name in (*keys, "")}
    for marked in points:
        found[key(marked)].append(marked)
    return [(name, tuple(own)) for name, own in found.items() if own]


def _rest(label: str, rows: _Groups) -> str:
    return label if len(rows) > 1 else ""


def _date(marked: MarkedPoint) -> HistoricalDate:
    assert marked.point.date is not None
    return marked.point.date


def _year(when: HistoricalDate) -> int:
    """Return the year in which it began; if that is not known, the last year in which it may have been."""
    if when.begins is not None:
        return floor(when.begins)
    return floor(when.ends) - 1 if when.ends is not None else 0


def _years(when: HistoricalDate, step: int) -> str:
    """Return the years of the row that a date falls into: 1921, 1920–24, 1920–29."""
    first = _year(when) // step * step
    years = PartialDate(first), PartialDate(first + step - 1)
    return printed(years[0] if step == 1 else Range(*years), when.language)


_MOST_LINES = 5
"""The most lines for the reader's own points in a cell that has room."""
_LABEL_WIDTH = 0.7
"""The part of the measure that each line of a row's label takes at most."""
_MOST_LABEL_LINES = 2
"""The most lines of a row's label at its full size, and of a repeated one."""


def paired_sides(context: Context, fit: Fit) -> list[Box]:
    """Return the points of all sides in rows, under heads that every page repeats; those on no side come last."""
    pack = context.pack
    rows = rows_of(pack, context.options.table.by)
    if not _stand_beside(context, fit):
        boxes = [box for row in rows for box in _in_one_column(context, row, fit)]
        return [*boxes, *(points_on_no_side(context, fit) if pack.sides else ())]
    table = context.tag.child("Table")
    header = table.child("TR")
    header.child("TD")
    cells = [header.child("TH", scope="Column") for _ in pack.sides]
    share = 0.9 / len(cells) if len(cells) > 2 else 1 / 3
    heads = [
        SideHead(context, side, len(pack.on(side)), cell.child("P"), share=share)
        for side, cell in zip(pack.sides, cells, strict=True)
    ]
    facing = Facing(context.theme, pack.say, 0.5, widens=False, most_lines=_MOST_LINES, enough=mm(24))
    boxes = [_row(replace(context, tag=table.child("TR")), row, fit, facing) for row in rows]
    again = _side_by_side([head.again() for head in heads])
    return [RepeatHeader(Stack([_side_by_side(heads), *boxes]), again, above=mm(6)), *points_on_no_side(context, fit)]


_NARROWEST = 30
"""Characters of a line: narrower columns stand one under the other."""


def _stand_beside(context: Context, fit: Fit) -> bool:
    """Whether the sides of a row have columns beside each other that are wide enough to read."""
    theme, count = context.theme, len(context.pack.sides)
    if theme.table_columns == 1 or count < 2:
        return False
    style, wide = theme.fitted(fit), (theme.measure - (count - 1) * GUTTER) / count
    return count == 2 or style.letter * _NARROWEST <= wide


def _side_by_side(heads: Sequence[Box]) -> Box:
    """Return the heads of the sides, which are kept with the first row."""
    return Columns(heads, (1,) * len(heads), GUTTER, keep_with_next=True)


def _row(context: Context, row: PairedRow, fit: Fit, facing: Facing) -> Box:
    """Return the row's label over its cells; a short row is not split."""
    theme = context.theme
    header = context.tag.child("TH", scope="Row")
    if not row.label:
        # Words: heading of all points together; it is heard, and not seen.
        header.announce(context.pack.say("all_points", "All points"), "H2")
    label = _label(context, row, header)
    cells = facing_columns(facing, [_cell(context, row, side, fit) for side in context.pack.sides])
    cells.above = 5
    return KeepTogether(
        RepeatHeader(Stack([*label, cells], above=mm(4)), _label_again(context, row), above=mm(4)), theme.depth / 3
    )


def _cell(context: Context, row: PairedRow, side: Side, fit: Fit) -> SideColumn:
    tag = context.tag.child("TD")
    points = Stack(_points(context, row, side, fit, tag), divide=divider)
    return SideColumn(Space(0), Space(0), points, place_for_own(tag, side, context.pack.say), side.name)


def _points(context: Context, row: PairedRow, side: Side, fit: Fit, tag: Tag, level: int = 3) -> list[Box]:
    """Return the points of one cell, their titles headings of this `level`, or the words that there are none."""
    theme, listing = context.theme, tag.child("L")
    by_theme = context.options.table.by is PairBy.THEME
    nothing = context.pack.say("no_point", "No point on this side.")

    def box(marked: MarkedPoint) -> Box:
        return point_box(context, marked, fit, listing.child("LI"), themed=not by_theme, level=level)

    return [box(marked) for marked in row.side(side)] or [
        Builder(theme, tag, context.pack).text(nothing, theme.label_italic)
    ]


def _in_one_column(context: Context, row: PairedRow, fit: Fit) -> list[Box]:
    """Return the row's label, then each side under its name; a single one needs none."""
    theme, build = context.theme, context.build.within("Sect")
    named = theme.body.voiced(bold=True)
    boxes = _label(context, row, build.tag)
    # Without a name of the row the sides' names are the next after the table's.
    level = 3 if row.label else 2
    sides = context.pack.sides or context.pack.groups
    for side in sides:
        part = build.within("Sect")
        if len(sides) > 1:
            style = stepped(side.name, named.colored(side_color(side)), theme.measure, _MOST_LABEL_LINES)
            boxes.append(part.heading(side.name, style, level=level, above=theme.grown(mm(3))))
        points = _points(context, row, side, fit, part.tag, level + (len(sides) > 1))
        points[0].above = theme.grown(4)
        boxes.append(Stack(points, divide=divider))
    return [RepeatHeader(Stack(boxes), _label_again(context, row), above=theme.grown(mm(7)))]


def _label(context: Context, row: PairedRow, parent: Tag) -> list[Box]:
    """Return a rule across both columns, and the row's label, a heading inside `parent`, if it has one."""
    theme, rule = context.theme, DividingRule(0.8, RULE, keep_with_next=True)
    if not row.label:
        return [rule]
    style = stepped(row.label, theme.row_heading, theme.measure * _LABEL_WIDTH, _MOST_LABEL_LINES)
    said = dates_in(context.pack.language).said(row.label) if context.options.table.by is PairBy.DATE else ""
    keep = len(row.label) < LONG_TITLE
    return [
        rule,
        Builder(theme, parent, context.pack).text(row.label, style, "H2", above=2, keep_with_next=keep, said=said),
    ]


def _label_again(context: Context, row: PairedRow) -> Box:
    theme = context.theme
    if not row.label:
        return Space(0)
    narrow = theme.measure * _LABEL_WIDTH
    again = heading_again(context.pack, theme, row.label, theme.row_heading, narrow, _MOST_LABEL_LINES)
    return Stack([again, Space(theme.grown(3))])
