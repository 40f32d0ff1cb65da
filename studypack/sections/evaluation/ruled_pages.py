"""Prompts with lines to write on, set page by page: each page ruled to its foot, and no page left to a few lines."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from studypack.sections.handwriting import hand_for
from studypack.typeset.boxes import Box, NewPage, WritingLines
from studypack.typeset.flow import count_pages, room_left
from studypack.typeset.look import Look, mm
from studypack.typeset.stack import Hanging, Resumed, Stack, Whole
from studypack.typeset.tag import Tag

_MOST_LONGER = 3
"""Lines that every prompt is given on top of its own, where that needs no more pages."""
_WORTH_PARTING = 0.8
"""Prompts are parted from some of their lines only where that needs no more of the pages than this."""

_FEWEST_HERE = 4
"""Lines under a prompt, for others of it to be left out."""
_WORTH_A_PAGE = 0.5
"""Of one that holds nothing but lines."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt, and the room that it is given."""

    over: tuple[Box, ...]
    """A heading, where it opens a paragraph."""
    label: Box
    says: Box
    lines: int
    indent: float
    name: str
    """Of the lines, for who fills them in on a screen."""
    tag: Tag
    """Holds the fields on the lines."""

    def box(self, look: Look, deepest: float) -> Box:
        """The prompt over its lines: on one page, unless they are higher than `deepest`, in points."""
        hand = hand_for(look)
        ruled = WritingLines(self.lines, hand.pitch, self.name, self.tag, hand.color, thickness=hand.thickness)
        body = Hanging(self.label, Stack([self.says, ruled]), self.indent)
        return Whole(Stack([*self.over, body], above=mm(7) if self.over else mm(5)), deepest)


@dataclass(slots=True)
class _Page:
    """What stands on one page: the section's opening on the first, its name on the others, the check on the last."""

    opened: list[Box]
    asked: list[Asked]
    closing: list[Box]
    deepest: float
    """A prompt that may stay on one page, in points."""

    def boxes(self, look: Look) -> list[Box]:
        asked = [each.box(look, self.deepest) for each in self.asked]
        for box in asked[-1:]:
            box.keep = bool(self.closing)
        return [*self.opened, *asked, *self.closing]


def ruled_pages(look: Look, opened: list[Box], again: Box, asked: Sequence[Asked], check: Box | None) -> list[Box]:
    """The prompts under `opened`, and `check` after the last of them; every later page under `again`."""
    closing = [check] if check is not None else []
    flowing: list[Box] = [Resumed(Stack([*opened, *(each.box(look, 0) for each in asked), *closing]), again)]
    deepest = look.depth - again.height(look.measure)
    asked = [_ending_well(look, each, deepest) for each in asked]
    pages = _paged(look, opened, again, asked, closing)
    if _count(look, flowing) <= _WORTH_PARTING * len(pages):
        return flowing
    longer = [replace(each, lines=each.lines + 1) for each in asked]
    for _ in range(_MOST_LONGER):
        longer = [_ending_well(look, each, deepest) for each in longer]
        more = _paged(look, opened, again, longer, closing)
        if len(more) > len(pages):
            break
        pages, longer = more, [replace(each, lines=each.lines + 1) for each in longer]
    for page in pages:
        _fill(look, page, again)
    # A prompt with more lines than a page goes over by itself: under the same head.
    return [box for page in pages for box in (NewPage(), Resumed(Stack(page.boxes(look)), again))]


def _ending_well(look: Look, asked: Asked, deepest: float) -> Asked:
    """Without the lines that would be alone at the head of a page, where they fill less than half of it."""
    pitch, box = hand_for(look).pitch, asked.box(look, 0)
    says = box.above + box.height(look.measure) - asked.lines * pitch
    here, each = int((deepest - says) / pitch), int(deepest / pitch)
    over = (asked.lines - here) % each if asked.lines > here >= _FEWEST_HERE else 0
    return replace(asked, lines=asked.lines - over) if over < each * _WORTH_A_PAGE else asked


def _count(look: Look, boxes: Sequence[Box]) -> int:
    return count_pages(boxes, look.measure, look.depth)


def _paged(look: Look, opened: list[Box], again: Box, asked: Sequence[Asked], closing: list[Box]) -> list[_Page]:
    """As many prompts to a page as it holds whole; the check has the last of them for company."""
    deepest = look.depth - again.height(look.measure)
    pages = [_Page(opened, [], [], deepest)]
    for each in asked:
        own = pages[-1].boxes(look)
        if own and _count(look, [*own, each.box(look, deepest)]) > _count(look, own):
            pages.append(_Page([again], [], [], deepest))
        pages[-1].asked.append(each)
    last = pages[-1]
    if closing and _count(look, [*last.boxes(look), *closing]) > _count(look, last.boxes(look)):
        pages.append(_Page([again], [last.asked.pop()] if len(last.asked) > 1 else [], [], deepest))
    pages[-1].closing = closing
    return pages


def _fill(look: Look, page: _Page, again: Box) -> None:
    """Share out what the page has left as lines, up to twice as many, first to the prompts that have most."""
    if not page.asked:
        return
    flowing = [Resumed(Stack(page.boxes(look)), again)]
    spare = int(room_left(flowing, look.measure, look.depth) / hand_for(look).pitch)
    each, more = divmod(min(spare, sum(each.lines for each in page.asked)), len(page.asked))
    longest = sorted(range(len(page.asked)), key=lambda place: -page.asked[place].lines)[:more]
    page.asked = [replace(one, lines=one.lines + each + (place in longest)) for place, one in enumerate(page.asked)]
