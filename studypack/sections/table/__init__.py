"""The table of advantages and disadvantages, the heart of a pack. Each of its modes has a file of its own."""

from collections.abc import Callable

from studypack.base.styled_text import joined
from studypack.layout.boxes import Box
from studypack.layout.role import Fit
from studypack.layout.stack import Stack
from studypack.model.content import Pack
from studypack.model.modes import TableMode
from studypack.model.options import Options
from studypack.model.parts import Point
from studypack.model.spans import gaps
from studypack.model.words import Words
from studypack.sections.kit.fitting import easiest, on_leaves
from studypack.sections.kit.marks import said_within, sides_say
from studypack.sections.kit.opening import opening
from studypack.sections.kit.section import Context, Owed, Section, Warned
from studypack.sections.kit.sheet_head import ContinuedHead, NameLines
from studypack.sections.table.blank import LINES, blank_sides
from studypack.sections.table.columns import both_sides, has_heads
from studypack.sections.table.paired import paired_sides
from studypack.sections.table.point import worth_trying
from studypack.sections.table.sort import sides_owed, sorting_sheet, statements
from studypack.sections.table.weigh import weighing_where_room

_Body = Callable[[Context, Fit], list[Box]]


def _to_read(context: Context, body: _Body) -> list[Box]:
    """Return the table as notes to read."""

    def boxes_at(trial: Context, fit: Fit) -> list[Box]:
        seen, heard = _standfirst(trial), _standfirst(trial, by_ear=True)
        head = opening(trial, "table", _title(trial.pack, trial.options), standfirst=seen, heard=heard)
        return [head, *body(trial, fit)]

    return easiest(context, worth_trying(context.theme.point_fits, context.pack), boxes_at)


def _to_fill_in(context: Context) -> list[Box]:
    """Return the table as a task, on leaves of its own: pupils write what each point says."""
    theme, say, title = context.theme, context.pack.say, _title(context.pack, context.options)
    paragraph = context.tag.child("P")
    again = ContinuedHead(context.pack, theme, say("table", "Table"), paragraph)
    task = say("say_what_it_is", "Say what it is, and why it counts.")
    if any(point.date for point in context.pack.points):
        task = say("say_what_happened", "Say what happened, when, and why it counts.")
    heard = say("points_have_lines", "Each point has lines to write on.")

    def boxes_at(trial: Context, lines: int) -> list[Box]:
        names = NameLines(context.pack, theme, paragraph)
        opened = opening(trial, "table", title, standfirst=task, heard=f"{task} {heard}")
        return blank_sides(trial, lines, Stack([names, opened], keep_with_next=True), again)

    return on_leaves(context, easiest(context, worth_trying(LINES, context.pack), boxes_at))


def _standfirst(context: Context, *, by_ear: bool = False) -> str:
    """How a point is known again, and what is to be remembered of it: for who sees the table, or who hears it."""
    pack, say = context.pack, context.pack.say
    says = [say("marks_follow", "Each mark follows its point through the pack.")] if context.theme.explains else []
    key_words = say("bold_words", "The words in bold are worth remembering.")
    if by_ear:
        says = [say("points_keep_number", "Each point keeps its side and number through the pack.")] if says else []
        key_words = say("last_words", "The key words at the end of a point are worth remembering.")
    if any(map(_has_gaps, pack.points)):
        says.append(key_words)
    headless = context.options.table.mode is TableMode.PAIRED and context.theme.table_columns == 1
    if headless or not has_heads(pack):
        says.append(sides_say(pack))
    return joined(filter(None, says), " ")


def _has_gaps(point: Point) -> bool:
    return bool(gaps(point.text))


def _compose(context: Context) -> list[Box]:
    match _mode(context.pack, context.options):
        case TableMode.PAIRED:
            return _to_read(context, paired_sides)
        case TableMode.BLANK:
            return _to_fill_in(context)
        case TableMode.SORT:
            return sorting_sheet(context, _title(context.pack, context.options))
        case _:
            return _to_read(context, both_sides)


def _fills(context: Context, room: float) -> list[Box]:
    """Return the task under a table that is read."""
    return [] if _is_handed_out(context.pack, context.options) else weighing_where_room(context, room)


def _is_handed_out(pack: Pack, options: Options) -> bool:
    return _mode(pack, options) in (TableMode.BLANK, TableMode.SORT)


def _mode(pack: Pack, options: Options) -> TableMode:
    """Return the mode that is printed: where there is one side, or none, there is nothing to sort."""
    mode, sortable = options.table.mode, len(pack.sides) > 1 and statements(pack, 0)
    return TableMode.COLUMNS if mode is TableMode.SORT and not sortable else mode


def _warnings(pack: Pack, options: Options) -> list[Warned]:
    if _mode(pack, options) is options.table.mode:
        return []
    message = "there are no points on two sides to sort, so the table is printed to be read"
    return [(message, "name the sides under sides:, or print it so: --set table.mode=columns")]


def _answers(pack: Pack, options: Options) -> tuple[Owed, ...]:
    return sides_owed(pack, options) if _mode(pack, options) is TableMode.SORT else ()


def _title(pack: Pack, options: Options) -> str:
    """The names of the sides; of none, or of names too long for a heading, what they are."""
    if not pack.sides:
        return pack.neutral.name
    first, *others = pack.sides
    within = [said_within(pack, side) for side in others]
    if len(within) > 1 and any(words == side.name for words, side in zip(within, others, strict=True)):
        within = [side.name for side in others]  # capitals in all of them, or in none
    names = [first.name, *within]
    if len(names) > 2 and sum(map(len, names)) > _LONGEST_TITLE:
        return pack.say("table_points", "The points")
    match names:
        case [one]:
            return one
        case [one, two]:
            return pack.say("two_sides", "{one} and {two}", one=one, two=two)
        case [one, two, three]:
            return pack.say("three_sides", "{one}, {two} and {three}", one=one, two=two, three=three)
        case _:
            one, two, three, four = names
            return pack.say("four_sides", "{one}, {two}, {three} and {four}", one=one, two=two, three=three, four=four)


_LONGEST_TITLE = 60
"""Characters of the names of more than two sides."""


def _describe(context: Context) -> str:
    pack, mode = context.pack, _mode(context.pack, context.options)
    if mode is TableMode.SORT:
        number = len(statements(pack, 0))
        return pack.say.count("to_sort", "{n} statement to sort", "{n} statements to sort", number)
    counts = [len(pack.on(side)) for side in pack.groups]
    if len(counts) == 2 and all(pack.on(side) for side in pack.sides) and len(pack.sides) == 2:
        return _described_against(pack.say, mode, *counts)
    return _described(pack.say, mode, len(pack.points))


def _described(say: Words, mode: TableMode, points: int) -> str:
    match mode:
        case TableMode.PAIRED:
            return say.count(
                "side_by_side",
                "The argument side by side: {n} point",
                "The argument side by side: {n} points",
                points,
            )
        case TableMode.BLANK:
            return say.count(
                "table_to_fill_in", "A table to fill in: {n} point", "A table to fill in: {n} points", points
            )
    return say.count(
        "at_a_glance", "The argument at a glance: {n} point", "The argument at a glance: {n} points", points
    )


def _described_against(say: Words, mode: TableMode, points: int, others: int) -> str:
    # Words: how many points each of two sides has.
    match mode:
        case TableMode.PAIRED:
            return say.count(
                "side_by_side_against",
                "The argument side by side: {n} point against {others}",
                "The argument side by side: {n} points against {others}",
                points,
                others=others,
            )
        case TableMode.BLANK:
            return say.count(
                "table_to_fill_in_against",
                "A table to fill in: {n} point against {others}",
                "A table to fill in: {n} points against {others}",
                points,
                others=others,
            )
    return say.count(
        "at_a_glance_against",
        "The argument at a glance: {n} point against {others}",
        "The argument at a glance: {n} points against {others}",
        points,
        others=others,
    )


SECTION = Section(
    name="table",
    title=_title,
    describe=_describe,
    needs="points",
    applies=lambda pack: bool(pack.points),
    compose=_compose,
    words_of=frozenset({"points"}),
    fills=_fills,
    handed_out=_is_handed_out,
    answers=_answers,
    warnings=_warnings,
    other_names=("points", "advantages and disadvantages"),
)
