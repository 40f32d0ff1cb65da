"""The table of advantages and disadvantages, the heart of a pack; its modes have a file each."""

from collections.abc import Callable

from studypack.layout.boxes import Box, NewPage
from studypack.layout.flow import count_pages
from studypack.layout.stack import Stack
from studypack.model.content import Pack, Point, Side
from studypack.model.markup import gaps
from studypack.model.modes import TableMode
from studypack.model.options import Options
from studypack.sections.kit.fitting import easiest
from studypack.sections.kit.marks import said_within, sides_say
from studypack.sections.kit.opening import opening
from studypack.sections.kit.section import Owed, Section, Setting
from studypack.sections.kit.sheet_head import ContinuedHead, NameLines
from studypack.sections.table.blank import LINES, blank_sides
from studypack.sections.table.columns import both_sides
from studypack.sections.table.paired import paired_sides
from studypack.sections.table.point import WORTH_FITTING, Fit, fits
from studypack.sections.table.sort import sides_owed, sorting_sheet
from studypack.sections.table.weigh import weighing_where_room

_Body = Callable[[Setting, Fit], list[Box]]


def _to_read(setting: Setting, body: _Body) -> list[Box]:
    """The table as notes to read, and a task where the last page has room for one."""

    def boxes_at(trial: Setting, fit: Fit) -> list[Box]:
        head = opening(trial, "table", _title(trial.pack, trial.options), standfirst=_standfirst(trial))
        return [head, *body(trial, fit)]

    boxes = easiest(setting, fits(setting.look, setting.pack), boxes_at)
    return [*boxes, *weighing_where_room(setting, boxes)]


def _to_fill_in(setting: Setting) -> list[Box]:
    """The table as a task, on leaves of its own: what each point says is the pupils' to write."""
    look, title = setting.look, _title(setting.pack, setting.options)
    paragraph = setting.tag.child("P")
    again = ContinuedHead(look, "Table", paragraph)

    def boxes_at(trial: Setting, lines: int) -> list[Box]:
        names = NameLines(look, paragraph)
        opened = opening(trial, "table", title, standfirst="Say what happened, when, and why it counts.")
        return blank_sides(trial, lines, Stack([names, opened], keep=True), again)

    boxes = easiest(setting, LINES if len(setting.pack.points) <= WORTH_FITTING else LINES[:1], boxes_at)
    several = count_pages(boxes, look.measure, look.depth) > 1
    return [NewPage(recto=several, handout=True), *boxes]


def _standfirst(setting: Setting) -> str:
    says = "Each mark follows its point through the pack."
    if any(map(_has_gaps, setting.pack.points)):
        says += " The words in bold are worth remembering."
    headless = setting.options.table.mode is TableMode.PAIRED and setting.look.accessible
    return f"{says} {sides_say(setting.pack)}".rstrip() if headless else says


def _has_gaps(point: Point) -> bool:
    return bool(gaps(point.text))


def _compose(setting: Setting) -> list[Box]:
    match setting.options.table.mode:
        case TableMode.PAIRED:
            return _to_read(setting, paired_sides)
        case TableMode.BLANK:
            return _to_fill_in(setting)
        case TableMode.SORT:
            return sorting_sheet(setting, _title(setting.pack, setting.options))
        case _:
            return _to_read(setting, both_sides)


def _answers(pack: Pack, options: Options) -> tuple[Owed, ...]:
    return sides_owed(pack, options) if options.table.mode is TableMode.SORT else ()


def _title(pack: Pack, options: Options) -> str:
    return f"{pack.sides.advantage.name} and {said_within(pack, Side.DISADVANTAGE)}"


_DESCRIBED = {
    TableMode.COLUMNS: "The argument at a glance",
    TableMode.PAIRED: "The argument side by side",
    TableMode.BLANK: "A table to fill in",
}


def _describe(setting: Setting) -> str:
    pack, mode = setting.pack, setting.options.table.mode
    counts = {side: len(pack.side(side)) for side in Side}
    total = sum(counts.values())
    if mode is TableMode.SORT:
        return f"{total} statement{'' if total == 1 else 's'} to sort"
    said = f"{_points(counts[Side.ADVANTAGE])} against {counts[Side.DISADVANTAGE]}" if all(counts.values()) else ""
    return f"{_DESCRIBED[mode]}: {said or _points(total)}"


def _points(count: int) -> str:
    return f"{count} point{'' if count == 1 else 's'}"


SECTION = Section(
    name="table",
    title=_title,
    describe=_describe,
    needs="points",
    applies=lambda pack: bool(pack.points),
    compose=_compose,
    answers=_answers,
)
