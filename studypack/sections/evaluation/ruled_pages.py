"""Prompts with lines to write on, set page by page: each page ruled to its foot, and no page left to a few lines."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from studypack.sections.handwriting import hand_for
from studypack.typeset.boxes import Box, WritingLines
from studypack.typeset.flow import count_pages, room_left
from studypack.typeset.look import Look, mm
from studypack.typeset.stack import Hanging, Stack, Whole

_MOST_LONGER = 3
"""Lines that every prompt is given on top of its own, where that needs no more pages."""
_WORTH_PARTING = 0.8
"""Prompts are parted from some of their lines only where that needs no more of the pages than this."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt, and the room that it is given."""

    over: tuple[Box, ...]
    """A heading, where it opens a paragraph."""
    label: Box
    says: Box
    lines: int
    indent: float

    def box(self, look: Look, *, whole: bool = True) -> Box:
        """The prompt over its lines: on one page, if that is wished and a page can hold them."""
        hand = hand_for(look)
        ruled = WritingLines(self.lines, hand.pitch, hand.color, thickness=hand.thickness)
        body = Hanging(self.label, Stack([self.says, ruled]), self.indent)
        return Whole(Stack([*self.over, body], above=mm(7) if self.over else mm(5)), look.depth if whole else 0)


@dataclass(slots=True)
class _Page:
    """What stands on one page: the section's opening on the first, the check on the last."""

    opened: list[Box]
    asked: list[Asked]
    closing: list[Box]

    def boxes(self, look: Look) -> list[Box]:
        asked = [each.box(look) for each in self.asked]
        for box in asked[-1:]:
            box.keep = bool(self.closing)
        return [*self.opened, *asked, *self.closing]


def ruled_pages(look: Look, opened: list[Box], asked: Sequence[Asked], check: Box | None) -> list[Box]:
    """The prompts under `opened`, and `check` after the last of them."""
    closing = [check] if check is not None else []
    flowing = [*opened, *(each.box(look, whole=False) for each in asked), *closing]
    pages = _paged(look, opened, asked, closing)
    if _count(look, flowing) <= _WORTH_PARTING * len(pages):
        return flowing
    longer = [replace(each, lines=each.lines + 1) for each in asked]
    for _ in range(_MOST_LONGER):
        more = _paged(look, opened, longer, closing)
        if len(more) > len(pages):
            break
        pages, longer = more, [replace(each, lines=each.lines + 1) for each in longer]
    for page in pages:
        _fill(look, page)
    # No page needs to be broken off: what begins the next did not fit on it.
    return [box for page in pages for box in page.boxes(look)]


def _count(look: Look, boxes: Sequence[Box]) -> int:
    return count_pages(boxes, look.measure, look.depth)


def _paged(look: Look, opened: list[Box], asked: Sequence[Asked], closing: list[Box]) -> list[_Page]:
    """As many prompts to a page as it holds whole; the check has the last of them for company."""
    pages = [_Page(opened, [], [])]
    for each in asked:
        own = pages[-1].boxes(look)
        if own and _count(look, [*own, each.box(look)]) > _count(look, own):
            pages.append(_Page([], [], []))
        pages[-1].asked.append(each)
    last = pages[-1]
    if closing and _count(look, [*last.boxes(look), *closing]) > _count(look, last.boxes(look)):
        pages.append(_Page([], [last.asked.pop()] if len(last.asked) > 1 else [], []))
    pages[-1].closing = closing
    return pages


def _fill(look: Look, page: _Page) -> None:
    """Share out what the page has left as lines, up to twice as many, first to the prompts that have most."""
    if not page.asked:
        return
    spare = int(room_left(page.boxes(look), look.measure, look.depth) / hand_for(look).pitch)
    each, more = divmod(min(spare, sum(each.lines for each in page.asked)), len(page.asked))
    longest = sorted(range(len(page.asked)), key=lambda place: -page.asked[place].lines)[:more]
    page.asked = [replace(one, lines=one.lines + each + (place in longest)) for place, one in enumerate(page.asked)]
