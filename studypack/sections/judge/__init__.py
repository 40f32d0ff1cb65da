"""Judging points against each other: a diamond nine, over and under a line, or from most to least, with reasons."""

from collections.abc import Callable, Sequence
from functools import partial

from studypack.base.styled_text import joined
from studypack.layout.boxes import Box, NewPage, Space
from studypack.layout.columns import Columns
from studypack.layout.paragraph import Align
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import mm
from studypack.layout.wrapper import KeepTogether, RepeatHeader
from studypack.model.content import MarkedPoint, Pack
from studypack.model.modes import JudgeMode
from studypack.model.options import Options
from studypack.sections.judge.places import (
    ACROSS,
    DIAMOND,
    GAP,
    CardRow,
    box_size,
    card_rows,
    diamond,
    diamond_width,
    lay_row,
    parting_line,
    reason_row,
)
from studypack.sections.judge.points import FEWEST, NINE, card, judged, named
from studypack.sections.kit.builder import GUTTER, Builder, beside, kept
from studypack.sections.kit.cutting import Again
from studypack.sections.kit.opening import opening
from studypack.sections.kit.section import Context, Section, Warned
from studypack.sections.kit.sheet_head import ContinuedHead, NameLines

_BESIDE = mm(8)
"""Between a diamond and the points."""
_AROUND_MAT = mm(14)
"""What parts the places for cards from their names and from each other."""
_BY_ENDS = mm(1.5)
"""Between places in order and the words at their ends."""
_LINES, _MORE = 3, 12
"""To write on at the end, and how many more where the page has room."""
_BETWEEN_SETS = mm(8)
_LAID = 2
"""Rows of cards for which there is room over a line, and under it."""


def _title(pack: Pack, options: Options) -> str:
    match options.judge.mode:
        case JudgeMode.DIAMOND:
            # Words: nine points, ranked in the form of a diamond.
            return pack.say("diamond_nine", "Diamond nine")
        case JudgeMode.ABOVE_BELOW:
            return pack.say("over_or_under", "Over or under the line")
        case JudgeMode.LINE:
            return pack.say("most_to_least", "From most to least")


def _task(pack: Pack, options: Options) -> str:
    """The question of the pack, and what to do with the points."""
    say, cards = pack.say, options.judge.cards
    match options.judge.mode:
        case JudgeMode.DIAMOND if cards:
            task = say(
                "lay_diamond", "Cut out the cards. Lay the weightiest at the top, the next two under it, and so on."
            )
        case JudgeMode.DIAMOND:
            task = say(
                "rank_nine",
                "Rank the points by their weight. Write the mark of the weightiest in the box at the top, the next two "
                "under it, and so on.",
            )
        case JudgeMode.ABOVE_BELOW if cards:
            task = say("lay_at_line", "Cut out the cards. Lay over the line what is decisive, under it what is not.")
        case JudgeMode.ABOVE_BELOW:
            task = say(
                "place_at_line",
                "Write the mark of each point over the line if it is decisive, under it if it is not, and say why.",
            )
        case JudgeMode.LINE if cards:
            task = say("lay_in_order", "Cut out the cards. Lay them in order, the weightiest first, and say why.")
        case JudgeMode.LINE:
            task = say("rank_in_order", "Write the marks in order, that of the weightiest point first, and say why.")
    return joined((pack.question, task), " ") if pack.question else task


def _compose(context: Context) -> list[Box]:
    theme, pack, options = context.theme, context.pack, context.options
    points, title = judged(pack, options), _title(pack, options)
    if not points:
        return []
    names = context.tag.child("P")
    again = ContinuedHead(pack, theme, title, names)
    head = [NameLines(pack, theme, names), opening(context, "judge", title, standfirst=_task(pack, options))]
    head.append(kept(Space(mm(4))))
    if not options.judge.cards:
        return [NewPage(handout=True), RepeatHeader(Stack([*head, *_written(context, head, points)]), again)]
    # The back of what is cut up stays blank.
    laid = _laid(context, head, points, again)
    return [NewPage(handout=True), *laid, NewPage(recto=True, handout=True), *_sets(context.build, points)]


def _written(context: Context, head: Sequence[Box], points: Sequence[MarkedPoint]) -> list[Box]:
    """The points, and places to write their marks in; with lines, where there are none, or room for some."""
    build = context.build
    if context.options.judge.mode is JudgeMode.DIAMOND:
        return [*_beside_list(build, points), *_starters(build), *_lines(build)]
    rows: list[Box] = [*_listed(build, points), *_starters(build)]
    if context.options.judge.mode is JudgeMode.LINE:
        own = partial(_reasons, build, range(1, len(points) + 1), shown=True)
        rows += _in_order(build, own, above=mm(4))
    else:
        half = len(points) // 2 + 1
        over, under = range(1, half + 1), range(half + 1, 2 * half + 1)
        rows += _at_line(build, *(partial(_reasons, build, each, shown=False) for each in (over, under)))
    return _with_lines(context, head, rows)


def _reasons(build: Builder, numbers: range, *, shown: bool) -> list[Box]:
    """Places with these numbers, each with a line for the reason."""
    heard = build.pack.say.count(
        "boxes_with_reasons",
        "{n} box for a mark, with a line for the reason",
        "{n} boxes for marks, each with a line for the reason",
        len(numbers),
    )
    build.tag.announce(heard)
    return [reason_row(build, number, shown=shown) for number in numbers]


def _with_lines(context: Context, head: Sequence[Box], rows: list[Box]) -> list[Box]:
    """Rows that have their reasons, and more lines where these need no other page."""
    more = [*rows, *_lines(context.build)]
    return more if context.pages([*head, *more]) == context.pages([*head, *rows]) else rows


def _laid(context: Context, head: Sequence[Box], points: Sequence[MarkedPoint], again: Box) -> list[Box]:
    """Places to lay cards on, and lines; on a page of their own where both have no room on one."""
    build = context.build
    # What is only measured leaves no element.
    high = _cards(build.within("Div"), points)[0].high
    if context.options.judge.mode is JudgeMode.LINE:
        rows = _starters(build)
        numbers = range(1, len(points) + 1)
        rows += _in_order(build, lambda: [lay_row(build, number, high) for number in numbers], above=mm(4))
        return [RepeatHeader(Stack([*head, *_with_lines(context, head, rows)]), again)]
    own = build.within("Div")
    whole = [*head, *_mat(own, context.options, high, 0), *_starters(own), *_lines(own)]
    if context.pages(whole) == 1:
        return [Stack(whole)]
    own = build.within("Div")
    first = Stack([*head, *_starters(own), *_lines(own)])
    taken = again.height(build.theme.measure)
    return [RepeatHeader(first, again), NewPage(), again, *_mat(own, context.options, high, taken)]


def _mat(build: Builder, options: Options, high: float, taken: float) -> list[Box]:
    """Room for cards on a page of which so much is taken: a diamond of boxes, or two rows over a line and under it."""
    theme = build.theme
    room = theme.depth - taken - 2 * theme.label_bold.leading - _AROUND_MAT
    # Where a page has no room for all of them, cards lie over each other a little.
    if options.judge.mode is JudgeMode.DIAMOND:
        size = theme.measure / ACROSS - mm(3), min(high, room / len(DIAMOND) - GAP)
        return _in_order(build, lambda: [diamond(build, size, written=False)], align="center")
    rows = Space(min(_LAID * high + mm(4), room / 2))
    return _at_line(build, lambda: [rows], lambda: [rows])


def _cards(build: Builder, points: Sequence[MarkedPoint]) -> list[CardRow]:
    """The points on cards to cut out."""
    listing = build.within("L")
    return card_rows(build.theme, [(card(listing, each), each.point.title) for each in points])


def _sets(build: Builder, points: Sequence[MarkedPoint]) -> list[Box]:
    """Whole sets of the cards, as many as a page has room for: one for each pupil or group."""
    rows = _cards(build, points)
    deep = sum(row.high for row in rows) + _BETWEEN_SETS
    again = [Again(row) for row in rows]
    boxes: list[Box] = [*rows]
    for _ in range(1, int((build.theme.depth + _BETWEEN_SETS) / deep)):
        boxes += [Space(_BETWEEN_SETS), *again]
    return boxes


def _listed(build: Builder, points: Sequence[MarkedPoint]) -> list[Box]:
    """The points that are to be placed, in two columns where that parts no title."""
    listing, measure = build.within("L"), build.theme.measure
    items = [named(listing, each) for each in points]
    columns = 2 if max(each.widest(measure) for each in items) <= (measure - GUTTER) / 2 else 1
    half = -(-len(items) // columns)
    return _apart(build, [beside(items[at::half], columns) for at in range(half)])


def _apart(build: Builder, rows: list[Box]) -> list[Box]:
    for row in rows[1:]:
        row.above = build.theme.grown(mm(1.5))
    return rows


def _beside_list(build: Builder, points: Sequence[MarkedPoint]) -> list[Box]:
    """A diamond of boxes beside the list of the points, or under it."""
    measure, size, listing = build.theme.measure, box_size(build.theme), build.within("L")
    items = _apart(build, [named(listing, each) for each in points])
    ranked = _in_order(build, lambda: [diamond(build, size, written=True)], align="center")
    own = diamond_width(size[0])
    room = measure - own - _BESIDE
    if max(each.widest(measure) for each in items) <= room:
        return [Columns([Stack(items), Stack(ranked)], (room, own), _BESIDE)]
    return [*items, Space(mm(3)), *ranked]


_Made = Callable[[], list[Box]]
"""Boxes that are made when their elements are to be read."""


def _at_line(build: Builder, over: _Made, under: _Made) -> list[Box]:
    """What stands over a line, and under it."""
    style, say = build.theme.label_bold, build.pack.say
    boxes: list[Box] = [build.text(say("over_the_line", "Over the line: decisive"), style, above=mm(4))]
    boxes += [*over(), parting_line()]
    below = build.text(say("under_the_line", "Under the line: not decisive"), style, keep_with_next=True)
    boxes[0].keep_with_next = True
    return [*boxes, KeepTogether(Stack([below, *under()]), build.theme.depth / 2)]


def _in_order(build: Builder, places: _Made, *, above: float = 0, align: Align = "left") -> list[Box]:
    """Places from the one of the weightiest point to that of the least."""
    style, say = build.theme.label_bold, build.pack.say
    # Words: at the ends of a row of points: the one before the first, the other after the last.
    most = build.text(say("weighs_most_here", "Weighs most"), style, align=align, above=above, keep_with_next=True)
    boxes = places()
    boxes[0].above = _BY_ENDS
    boxes[-1].keep_with_next = True
    least = build.text(say("weighs_least_here", "Weighs least"), style, align=align, above=_BY_ENDS)
    return [most, *boxes, least]


def _starters(build: Builder) -> list[Box]:
    """Sentences to begin with."""
    theme, say, style = build.theme, build.pack.say, build.theme.note
    # Words: over the beginnings of sentences, for pupils to go on from.
    boxes: list[Box] = [build.text(say("begin_with", "You could begin:"), theme.label_bold, above=mm(4))]
    listing = build.within("L")
    starters = (
        # Words: the beginnings of sentences, in which dots stand for points. So the next two.
        say("begin_most", "… weighs most, because …"),
        say("begin_less", "… weighs less than …, because …"),
        say("begin_others", "Some would put … higher. But …"),
    )
    for starter in starters:
        boxes[-1].keep_with_next = True
        label, body = listing.item("•", style)
        boxes.append(Hanging(label, body.text(starter, style), style.size))
    return boxes


def _lines(build: Builder) -> list[Box]:
    """Lines for the judgement, as many as the page has room for."""
    # Words: before lines on which a pupil says which side weighs more.
    name = build.pack.say("my_judgement", "My judgement")
    label = build.text(name, build.theme.label_bold, above=mm(4), keep_with_next=True)
    return [label, build.writing_lines(_LINES, name, more=_MORE)]


def _lacks(pack: Pack, options: Options) -> Warned | None:
    count = len(pack.marked)
    if options.judge.mode is not JudgeMode.DIAMOND or count >= NINE:
        return None
    return f"nine points for a diamond, but {count}", "add points, or ask for --set judge.mode=line"


SECTION = Section(
    name="judge",
    good_for="to weigh what is known, and to say why",
    title=_title,
    describe=lambda context: context.pack.say.count(
        "points_to_weigh", "{n} point to weigh", "{n} points to weigh", len(judged(context.pack, context.options))
    ),
    needs="four points to weigh against each other",
    applies=lambda pack: len(pack.points) >= FEWEST,
    mode_lacks=_lacks,
    wanted=lambda pack, options: False,
    compose=_compose,
    handed_out=lambda pack, options: True,
    to_cut=lambda options: options.judge.cards,
    other_names=("diamond nine", "diamond", "ranking"),
)
