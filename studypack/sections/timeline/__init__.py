"""The timeline: every dated point, drawn to scale; advantages above the line, disadvantages below."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from studypack.content import Headings, Marked, Pack, Side
from studypack.sections.naming import said_within
from studypack.sections.opening import opening
from studypack.sections.section import Section, Setting, heading_of
from studypack.sections.timeline.arrange import LEAST_GAP, MOST_GAP, Arrangement, Room, arrange
from studypack.sections.timeline.dated import Dated, Label, dated, label_of, mark_run, undated, words
from studypack.sections.timeline.legend import Legend
from studypack.sections.timeline.scale import extent
from studypack.sections.timeline.strip import Strip, StripBox
from studypack.typeset.boxes import Box, HorizontalRule, NewPage, Space
from studypack.typeset.look import RULE, Look, Style, mm
from studypack.typeset.page import Tag
from studypack.typeset.paragraph import text
from studypack.typeset.stack import Stack
from studypack.typeset.text import Content, Run

_UNDER_OPENING = mm(5)
_UNDER_LEGEND = mm(6)
_LONGEST_STANDFIRST = 160
"""Characters; longer headings are told in the key alone."""
_ABOVE_NOTES = mm(7)
_LONGEST_FOOT = 0.3
"""Of a page's depth: longer notes may go on to pages of their own."""
_LARGEST_HOLE = 0.3
"""Of a page's depth: with more left, the notes stand under the last strip and not at the foot."""


def _compose(setting: Setting) -> list[Box]:
    pack, look = setting.pack, setting.look
    items = dated(pack)
    head = _head(setting, items)
    used = sum(box.height(look.measure) for box in head)
    labels = [label_of(item, look) for item in items]
    found, room = _arranged(setting, labels, extent([item.when for item in items], pack.period), used)
    strips = {id(strip): _strip_box(setting, strip) for strip in found.strips}
    notes = _notes(setting, found.left_over)
    boxes = list(head)
    for number, strips_here in enumerate(found.pages):
        if number:
            boxes.append(NewPage())
        final = number == len(found.pages) - 1
        page = [strips[id(strip)] for strip in strips_here]
        boxes.extend(_spread(page, room.depth if number else room.first, notes if final else [], setting))
    return boxes


def _arranged(
    setting: Setting, labels: Sequence[Label], span: tuple[float, float], used: float
) -> tuple[Arrangement, Room]:
    """The strips with room left for the notes at the foot, as long as these are short.

    Which labels are left over is known only afterwards; lest their list stand alone on a second page, the
    strips of a single one are arranged once more with room for it.
    """
    look = setting.look
    unsaid = replace(setting, tag=Tag("Sect"))
    foot = _foot(_notes(unsaid, []), look)
    foot = foot if foot < look.depth * _LONGEST_FOOT else 0
    room = Room(look.measure, look.depth - used, look.depth, foot, whole=setting.pack.period is not None)
    found = arrange(labels, span, look, room)
    if found.left_over and len(found.pages) == 1:
        foot = _foot(_notes(unsaid, found.left_over), look) * 1.25
        if foot < look.depth * _LONGEST_FOOT:
            room = replace(room, foot=foot)
            found = arrange(labels, span, look, room)
    return found, room


def _foot(notes: Sequence[Box], look: Look) -> float:
    return Stack(notes).height(look.measure) + _ABOVE_NOTES if notes else 0


def _head(setting: Setting, items: Sequence[Dated]) -> list[Box]:
    pack = setting.pack
    if pack.sides == Headings():
        standfirst = "Drawn to scale. Advantages stand above the line, disadvantages below."
    else:
        above, below = (said_within(heading_of(pack, side)) for side in Side)
        standfirst = f"Drawn to scale: {above} above the line, {below} below."
        if len(standfirst) > _LONGEST_STANDFIRST:
            standfirst = "Drawn to scale."
    return [
        opening(setting, "timeline", "Timeline", standfirst=standfirst),
        Space(_UNDER_OPENING),
        Legend(setting, items),
        Space(_UNDER_LEGEND),
    ]


def _strip_box(setting: Setting, strip: Strip) -> StripBox:
    said = "; ".join(_said(setting.pack, label.item) for label in strip.labels() if not label.reminder)
    years = f"Timeline, {strip.cells[0].names[0]} to {strip.cells[-1].names[0]}"
    return StripBox(strip, setting.look, setting.tag.child("Figure", f"{years}: {said or 'nothing dated'}."))


def _said(pack: Pack, item: Dated) -> str:
    who = "" if item.side is None or item.marked is None else f" ({item.marked.mark}, {heading_of(pack, item.side)})"
    return f"{item.when.long}, {item.title}{who}".replace("\u00a0", " ")


def _spread(strips: Sequence[Box], room: float, notes: Sequence[Box], setting: Setting) -> list[Box]:
    """Strips evenly down a page, the notes at its foot."""
    measure, depth = setting.look.measure, setting.look.depth
    under = Stack(notes)
    noted = under.height(measure) + _ABOVE_NOTES if notes else 0
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
    elif notes:
        boxes.append(Space(min(MOST_GAP, hole)))
    return [*boxes, *notes]


def _notes(setting: Setting, left_over: Sequence[Label]) -> list[Box]:
    """The points whose labels found no room, and those that have no date."""
    style = setting.look.note.sized(8.8, 12.4)
    boxes: list[Box] = []
    if left_over:
        tag = setting.tag.child("P")
        entries = [partial(words, label.item, style) for label in left_over]
        boxes.append(text(_listed("Also in these years", entries, style, tag), style))
    if missing := undated(setting.pack):
        tag = setting.tag.child("P")
        names = [partial(_named, item, style) for item in missing]
        boxes.append(text(_listed("Not dated", names, style, tag), style, above=4))
    return [HorizontalRule(0.5, RULE, below=5), *boxes] if boxes else []


def _named(marked: Marked, style: Style, tag: Tag) -> list[Content]:
    return [mark_run(marked, style, tag), Run(f" {marked.point.title}", style, tag.child("Span"))]


def _listed(heading: str, entries: Sequence[Callable[[Tag], list[Content]]], style: Style, tag: Tag) -> list[Content]:
    """The entries one after another, parted by semicolons and ended by a stop; tagged in that order."""
    made: list[Content] = [Run(f"{heading}: ", style.voiced(bold=True), tag.child("Span"))]
    for number, entry in enumerate(entries, start=1):
        made += entry(tag.child("Span"))
        made.append(Run("; " if number < len(entries) else ".", style, tag.child("Span")))
    return made


def _title(pack: Pack) -> str:
    return "Timeline"


def _describe(setting: Setting) -> str:
    return "Every dated point, drawn to scale"


SECTION = Section(
    name="timeline",
    title=_title,
    describe=_describe,
    needs="points or events with dates",
    applies=lambda pack: bool(pack.events) or any(point.date is not None for point in pack.points),
    compose=_compose,
)
