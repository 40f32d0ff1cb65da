"""A timeline across the page: strips of years under one another, the notes at the foot."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from studypack.layout.boxes import Box, NewPage, Space
from studypack.layout.stack import Stack
from studypack.layout.style import Style
from studypack.layout.theme import Theme
from studypack.model.content import Pack
from studypack.model.modes import Scale, TimelineMode
from studypack.sections.kit.marks import said_within
from studypack.sections.kit.section import Context
from studypack.sections.timeline.arrange import Arrangement, Arranger
from studypack.sections.timeline.axis import PageRoom
from studypack.sections.timeline.dated import Dated, extent_of, half_of
from studypack.sections.timeline.geometry import GEOMETRY, SEARCH
from studypack.sections.timeline.head import foot, goes_on, head
from studypack.sections.timeline.heard import picture_in, say_places
from studypack.sections.timeline.label import WRITINGS, Label, Writing, flag_label, reminder_label
from studypack.sections.timeline.scale import wanted_span
from studypack.sections.timeline.strip import Strip

_LONGEST_STANDFIRST = 160
"""Characters; longer headings are told in the key alone."""


def strip_boxes(context: Context, items: Sequence[Dated]) -> list[Box] | None:
    """The strips under the head of the section, spread over as few pages as they take.

    None where a pupil's sheet would lack a label: what finds no room is told at the foot, which gives it away.
    """
    pack, theme, mode = context.pack, context.theme, context.options.timeline.mode
    again = [] if mode is TimelineMode.FULL else [goes_on(context)]
    opens = head(context, items, Scale.TRUE, _drawn(pack))
    planned = PageRoom.under(context, opens, again, _asked(foot(context, items), theme))
    tries = []
    for style, writing in _settings(theme, mode, len(items)):
        labels = [flag_label(pack, item, style, mode, writing) for item in items]
        tries.append(_arranged(context, labels, planned, style))
        if tries[-1][0].rank[:2] == (0, 1):
            break
    found, room = min(tries, key=lambda attempt: attempt[0].rank[:2])
    if found.left_over and mode is not TimelineMode.FULL:
        return None
    boxes = list(opens)
    for number, page in enumerate(found.pages):
        if number:
            boxes += [NewPage(), *again]
        pictures = [_picture(context, strip) for strip in page]
        left_over = [label.item for label in found.left_over]
        below = foot(context, items, left_over) if page is found.pages[-1] else []
        between = _between(page)
        boxes += _spread(pictures, room.depth if number else room.first, below, theme, between)
    return boxes


def _settings(theme: Theme, mode: TimelineMode, dates: int) -> Sequence[tuple[Style, Writing]]:
    """The type of the labels and the room to write, the easiest first; the first that takes the fewest pages is taken.

    Of very many dates only the closest: each try takes its time.
    """
    if mode is TimelineMode.FULL:
        found = [(theme.flag, WRITINGS[-1]), (theme.flag_small, WRITINGS[-1])]
    else:
        found = [(theme.flag_small, writing) for writing in WRITINGS]
    return found if dates <= SEARCH.settings_worth_comparing else found[-1:]


def _drawn(pack: Pack) -> str:
    short = pack.say("drawn_to_scale", "Drawn to scale.")
    if len(pack.sides) < 2:
        return short
    above, below = (
        pack.say.listed(said_within(pack, side) for side in pack.sides if half_of(pack, side) == half)
        for half in (0, 1)
    )
    # Words: which sides stand above a timeline and below it.
    said = pack.say(
        "drawn_above_below", "Drawn to scale: {above} above the line, {below} below.", above=above, below=below
    )
    return said if len(said) <= _LONGEST_STANDFIRST else short


def _arranged(context: Context, labels: Sequence[Label], room: PageRoom, style: Style) -> tuple[Arrangement, PageRoom]:
    """The strips with room left for the notes at the foot, as long as these are short.

    Which labels are left over is known only afterwards; lest their list stand alone on a second page, the
    strips of a single one are arranged once more with room for it.
    """
    pack, theme, modes = context.pack, context.theme, context.options.timeline
    items = [label.item for label in labels]
    over = extent_of(pack, items)
    span = wanted_span(over, modes.span)
    reminders: dict[tuple[int, bool], Label] = {}

    def remind(item: Dated, *, ends: bool) -> Label:
        """The one that it has been given before: many arrangements are tried."""
        if (item.number, ends) not in reminders:
            made = reminder_label(item, ends=ends, style=style, mode=modes.mode, say=pack.say)
            reminders[item.number, ends] = made
        return reminders[item.number, ends]

    arranger = Arranger(labels, over, remind, theme.measure, room, pack.period is not None, span, theme.band_name)
    found = arranger.best()
    if found.left_over and len(found.pages) == 1:
        below = foot(context, items, [label.item for label in found.left_over])
        larger = room.with_foot(_asked(below, theme) * 1.25, theme)
        if larger.foot:
            return replace(arranger, room=larger).best(), larger
    return found, room


def _asked(below: Sequence[Box], theme: Theme) -> float:
    return Stack(below).height(theme.measure) + GEOMETRY.above_notes if below else 0


def _picture(context: Context, strip: Strip) -> Box:
    say = context.pack.say
    say_places(strip.labels, strip.years, say)
    return strip.picture(context.theme, picture_in(context.tag, say, strip.labels, strip.years))


def _between(page: Sequence[Strip]) -> list[float]:
    """What each strip of a page needs above it in addition, for all bands to be on one pitch."""
    needs = [one.sides[1].out + other.sides[0].out for one, other in pairwise(page)]
    return [max(needs) - need for need in needs]


def _spread(
    strips: Sequence[Box], room: float, below: Sequence[Box], theme: Theme, between: Sequence[float]
) -> list[Box]:
    """Strips down a page, the notes at its foot: their bands on one pitch where there is room, else with even gaps."""
    gaps = len(strips) - 1
    noted = _asked(below, theme)
    spare = room - sum(strip.height(theme.measure) for strip in strips)
    if noted > spare - GEOMETRY.least_gap * gaps:
        noted = 0
    spare -= noted
    if sum(between) + GEOMETRY.least_gap * len(strips) > spare:
        between = [0.0] * gaps
    spare -= sum(between)
    gap = min(max(spare / len(strips), GEOMETRY.least_gap), GEOMETRY.most_gap, spare / gaps) if gaps else 0
    boxes: list[Box] = [strips[0]]
    for strip, more in zip(strips[1:], between, strict=True):
        boxes += [Space(gap + more), strip]
    hole = spare - gap * gaps
    if noted:
        at_foot = hole < theme.depth * GEOMETRY.foot
        boxes.append(Space(GEOMETRY.above_notes + (hole if at_foot else GEOMETRY.above_notes) - 0.1))
    elif below:
        boxes.append(Space(min(GEOMETRY.most_gap, hole)))
    return [*boxes, *below]
