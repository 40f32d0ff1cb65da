"""A task under the table, if its last page has room: to weigh the two sides against each other."""

import math
from collections.abc import Callable

from studypack.base.styled_text import joined
from studypack.layout.boxes import Box, Drawn, WritingLines
from studypack.layout.field import in_box
from studypack.layout.page import Page
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import mm
from studypack.layout.tag import Tag
from studypack.layout.wrapper import KeepTogether
from studypack.model.content import Pack
from studypack.model.sides import Side
from studypack.sections.kit.builder import Builder
from studypack.sections.kit.icons import Icon
from studypack.sections.kit.marks import mark_shape, spoken
from studypack.sections.kit.section import Context
from studypack.sections.kit.task_box import Framed, task_heading

_BOX_WIDTH = mm(11)
_BOX_HEIGHT = mm(7.3)
_INDENT = mm(15)


def weighing_where_room(context: Context, room: float) -> list[Box]:
    """Return the task with as many lines as `room` points hold; nothing if these are too few."""
    theme, pack = context.theme, context.pack
    if len(pack.sides) < 2 or not all(map(pack.on, pack.sides)):
        return []
    for lines in ((3, 4), (2, 3), (2, 2), (1, 2), (1, 1)):
        task = _weighing(context, *lines)
        if task.above + task.height(theme.measure) <= room:
            return [task]
    return []


def _weighing(context: Context, lines: int, judged: int) -> Box:
    """Return the task: name each side's strongest point, with reasons on so many `lines`, and judge on `judged`."""
    theme, pack, build = context.theme, context.pack, context.build.within("Sect")
    question = context.pack.question or _which_side(context.pack)
    strongest = pack.say(
        "name_strongest", "Name the strongest point on each side; then decide, by weight, not by count."
    )
    asked = joined((question, strongest), " ")
    boxes: list[Box] = [
        task_heading(build, Icon.WEIGH, pack.say("weigh", "Weigh it up"), named=True),
        build.text(asked, theme.task, above=2, said=f"{asked} {_prompts(pack)}"),
    ]
    for side in pack.sides:
        name, first = side.name, pack.on(side)[0]
        # Words: what to write of the strongest point on a side: A3, and why.
        shown = pack.say("strongest", "{side}: letter and number (such as {mark}), and why", side=name, mark=first.mark)
        heard = pack.say(
            "strongest_by_ear", "{side}: side and number, such as {mark}, and why", side=name, mark=spoken(pack, first)
        )
        prompt = build.text(shown, theme.label, said=heard)
        box = Drawn(theme.hand.pitch, _box_for(context, side, build.tag.child("Div")))
        boxes.append(Hanging(box, _lines(build, prompt, _why(pack, name), lines), theme.grown(_INDENT), above=mm(3)))
    # Words: before lines on which a pupil says which side weighs more.
    judgement = pack.say("my_judgement", "My judgement")
    boxes.append(_lines(build, build.text(judgement, theme.label), _why(pack, judgement), judged))
    return KeepTogether(Framed(Stack(boxes), theme, above=mm(6)), math.inf)


def _which_side(pack: Pack) -> str:
    if len(pack.sides) > 2:
        return pack.say("weighs_most", "Which side weighs most?")
    return pack.say("weighs_more", "Which side weighs more?")


def _prompts(pack: Pack) -> str:
    match len(pack.sides):
        case 2:
            return pack.say("three_prompts", "Three prompts follow, each with lines to write on.")
        case 3:
            return pack.say("four_prompts", "Four prompts follow, each with lines to write on.")
    return pack.say("five_prompts", "Five prompts follow, each with lines to write on.")


def _why(pack: Pack, name: str) -> str:
    # Words: name of the field for the reasons: why this side, or this judgement.
    return pack.say("why_field", "{name}, why", name=name)


def _lines(build: Builder, prompt: Box, name: str, count: int) -> Box:
    ruled = WritingLines(count, build.theme.hand.pitch, name, build.tag.child("Div"), above=-mm(1))
    # The first line is ruled a line's pitch below the prompt's top, so that its own height is not added to it.
    return Stack([prompt, ruled], above=mm(3))


def _box_for(context: Context, side: Side, tag: Tag) -> Callable[[Page, float, float, float], None]:
    """Return what draws an empty mark of the side's shape, large enough to write in, level with the first line."""

    theme = context.theme
    # Words: name of the field for the mark of a point on this side: A3.
    name = context.pack.say("mark_field", "{side}, side and number", side=side.name)

    def draw(page: Page, x: float, top: float, width: float) -> None:
        height = theme.grown(_BOX_HEIGHT)
        own, y = theme.grown(_BOX_WIDTH), top - mm(3) - height
        page.add(mark_shape(side, x, y, own, height))
        page.add(in_box((x, y, own, height), name, tag, theme.label.size))

    return draw
