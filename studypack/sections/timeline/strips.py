"""A timeline across the page: strips of years under one another, the notes at the foot."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from studypack.layout.boxes import Box, NewPage, Space
from studypack.layout.stack import Stack
from studypack.layout.style import mm
from studypack.layout.theme import Theme
from studypack.model.content import Pack
from studypack.model.modes import TimelineMode
from studypack.model.sides import Side, SideHeadings
from studypack.sections.kit.marks import said_within
from studypack.sections.kit.section import Context
from studypack.sections.timeline.arrange import LEAST_GAP, MOST_GAP, Arrangement, Room, arrange
from studypack.sections.timeline.dated import Dated, said
from studypack.sections.timeline.head import foot, goes_on, head
from studypack.sections.timeline.label import Label
from studypack.sections.timeline.label_words import WRITINGS, label_of, reminder_of
from studypack.sections.timeline.scale import extent
from studypack.sections.timeline.strip import Strip, StripBox

_LONGEST_STANDFIRST = 160
"""Characters; longer headings are told in the key alone."""
_WORTH_COMPARING = 60
"""Dates on a pupil's sheet; of more each try takes its time, and pages fill anyway."""
_ABOVE_NOTES = mm(7)
_LONGEST_FOOT = 0.3
"""Of a page's depth: longer notes may go on to pages of their own."""
_LARGEST_HOLE = 0.3
"""Of a page's depth: with more left, the notes stand under the last strip and not at the foot."""


def strip_boxes(context: Context, items: Sequence[Dated]) -> list[Box] | None:
    """The strips under the head of the section, spread over as few pages as they take.

    None where a pupil's sheet would lack a label: what finds no room is told at the foot, which gives it away.
    """
    pack, theme, mode = context.pack, context.theme, context.options.timeline.mode
    again = [] if mode is TimelineMode.FULL else [goes_on(context)]
    used = Stack(head(context, items, _drawn(pack))).height(theme.measure)
    span = extent([item.when for item in items], pack.period)
    worth_it = mode is not TimelineMode.FULL and len(items) <= _WORTH_COMPARING
    writings = WRITINGS if worth_it else WRITINGS[-1:]
    tries = []
    for writing in writings:
        labels = [label_of(pack, item, theme, mode, writing) for item in items]
        tries.append(_arranged(context, labels, span, used, Stack(again)))
    found, room = min(tries, key=lambda attempt: attempt[0].rank[:2])
    if found.left_over and mode is not TimelineMode.FULL:
        return None
    boxes = head(context, items, _drawn(pack))
    strips = {id(strip): _strip_box(context, strip) for strip in found.strips}
    below = foot(context, items, [label.item for label in found.left_over])
    for number, strips_here in enumerate(found.pages):
        if number:
            boxes += [NewPage(), *again]
        final = number == len(found.pages) - 1
        page = [strips[id(strip)] for strip in strips_here]
        boxes.extend(_spread(page, room.depth if number else room.first, below if final else [], context))
    return boxes


def _drawn(pack: Pack) -> str:
    if pack.sides == SideHeadings():
        return "Drawn to scale. Advantages stand above the line, disadvantages below."
    above, below = (said_within(pack, side) for side in Side)
    said = f"Drawn to scale: {above} above the line, {below} below."
    return said if len(said) <= _LONGEST_STANDFIRST else "Drawn to scale."


def _arranged(
    context: Context, labels: Sequence[Label], span: tuple[float, float], used: float, again: Box
) -> tuple[Arrangement, Room]:
    """The strips with room left for the notes at the foot, as long as these are short.

    Which labels are left over is known only afterwards; lest their list stand alone on a second page, the
    strips of a single one are arranged once more with room for it.
    """
    theme = context.theme
    remind = partial(reminder_of, theme=theme, mode=context.options.timeline.mode)
    items = [label.item for label in labels]
    asked = _asked(foot(context, items), theme)
    room = Room(
        theme.measure,
        theme.depth - used,
        theme.depth - again.height(theme.measure),
        asked if asked < theme.depth * _LONGEST_FOOT else 0,
        whole=context.pack.period is not None,
        years=context.options.timeline.years,
    )
    found = arrange(labels, span, remind, room)
    if found.left_over and len(found.pages) == 1:
        asked = _asked(foot(context, items, [label.item for label in found.left_over]), theme) * 1.25
        if asked < theme.depth * _LONGEST_FOOT:
            room = replace(room, foot=asked)
            found = arrange(labels, span, remind, room)
    return found, room


def _asked(below: Sequence[Box], theme: Theme) -> float:
    return Stack(below).height(theme.measure) + _ABOVE_NOTES if below else 0


def _strip_box(context: Context, strip: Strip) -> StripBox:
    mode = context.options.timeline.mode
    shown = "; ".join(said(context.pack, label.item, mode) for label in strip.labels() if not label.reminder)
    years = f"Timeline, {strip.cells[0].names[0]} to {strip.cells[-1].names[0]}"
    return StripBox(strip, context.theme, context.tag.child("Figure", f"{years}: {shown or 'nothing dated'}."))


def _spread(strips: Sequence[Box], room: float, below: Sequence[Box], context: Context) -> list[Box]:
    """Strips evenly down a page, the notes at its foot."""
    measure, depth = context.theme.measure, context.theme.depth
    under = Stack(below)
    noted = under.height(measure) + _ABOVE_NOTES if below else 0
    spare = room - sum(strip.height(measure) for strip in strips)
    if noted > spare - LEAST_GAP * (len(strips) - 1):
        noted = 0
    spare -= noted
    gap = min(max(spare / max(len(strips), 1), LEAST_GAP), MOST_GAP) if len(strips) > 1 else 0
    if len(strips) > 1 and gap * (len(strips) - 1) > spare:
        gap = spare / (len(strips) - 1)
    boxes: list[Box] = [strips[0]]
    for _, strip in pairwise(strips):
        boxes += [Space(gap), strip]
    hole = spare - gap * (len(strips) - 1)
    if noted:
        boxes.append(Space(_ABOVE_NOTES + (hole if hole < depth * _LARGEST_HOLE else _ABOVE_NOTES) - 0.1))
    elif below:
        boxes.append(Space(min(MOST_GAP, hole)))
    return [*boxes, *below]
