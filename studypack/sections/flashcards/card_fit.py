"""How text stands on a card: at the largest size at which it fits, or evenly over as few cards as it takes."""

from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

from typing_extensions import override

from studypack.layout.boxes import ROUNDING, Box
from studypack.layout.page import Page
from studypack.layout.paragraph import Paragraph
from studypack.layout.stack import Stack
from studypack.layout.wrapper import Wrapper

_MOST_LINES = 6
"""Longer text is prose, and reads well in full lines."""
_TRIES = 7
"""Halvings of the measure, or of the height: to within a hundredth of it."""
_MOST_EVENED = 6
"""Cards that are filled as evenly as it goes; a text that takes more fills all but the last."""


class Room(NamedTuple):
    """What a side of a card has for its text, in points."""

    width: float
    height: float


class EvenLines(Wrapper):
    """A paragraph whose lines are as even as their number allows: it is set in the narrowest measure that keeps it."""

    def __init__(self, paragraph: Paragraph) -> None:
        super().__init__(paragraph)
        self._paragraph = paragraph

    @property
    def widest_word(self) -> float:
        """Of the paragraph, in points."""
        return self._paragraph.widest_word

    @override
    def around(self, box: Box, *, carried: bool) -> Box:
        # What goes over to another card is long, and stands in full lines.
        return box

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        self._paragraph.place(page, x, top, self._narrowest(width))

    def _narrowest(self, width: float) -> float:
        lines = self._paragraph.lines(width)
        if not 1 < lines <= _MOST_LINES:
            return width
        # No narrower than the widest word, which is never cut for the sake of evenness.
        low, high = min(max(width / lines, self.widest_word), width), width
        for _ in range(_TRIES):
            middle = (low + high) / 2
            low, high = (low, middle) if self._paragraph.lines(middle) == lines else (middle, high)
        return high


def fitted(settings: Iterable[list[Box]], room: Room) -> list[Stack]:
    """Return the text at the first size at which it fits on a card and no word is cut; else its parts, a card each.

    Then it takes as few cards as it may at any size, and the first size at which it takes no more.
    """
    tried: list[Stack] = []
    stack = Stack([])
    for boxes in settings:
        stack = Stack(boxes)
        widest = max((box.widest_word for box in boxes if isinstance(box, EvenLines)), default=0)
        if widest <= room.width:
            if stack.height(room.width) <= room.height:
                return [stack]
            tried.append(stack)
    parts = min(_parts(stack, room), _parts(_loosened(stack), room), key=len)
    if 1 < len(parts) <= _MOST_EVENED:
        ways = [*product((False,), tried), *product((True,), map(_loosened, tried))]
        return next((even for loose, each in ways if (even := _even_parts(each, room, len(parts), loose=loose))), parts)
    return parts


def _loosened(stack: Stack) -> Stack:
    """A text whose blocks may be parted anywhere."""
    return Stack([box.loosened() for box in stack.boxes])


def _parts(stack: Stack, room: Room) -> list[Stack]:
    """As much as fits on each card; what cannot be parted stands on the last, too tall or not."""
    parts: list[Stack] = []
    while stack.height(room.width) > room.height:
        split = stack.split(*room) or stack.loosened().split(*room)
        if split is None:
            break
        head, stack = split
        parts.append(head)
    return [*parts, stack]


def _even_parts(stack: Stack, room: Room, count: int, *, loose: bool) -> list[Stack]:
    """The parts of a text over so many cards, as even as can be; none if it takes more.

    Where it is `loose`, no head waits for company that a card has no room for.
    """
    parts: list[Stack] = []
    for left in range(count, 1, -1):
        low, high = stack.height(room.width) / left, room.height
        if not _takes(stack, room, left, loose=loose):
            return []
        for _ in range(_TRIES):
            middle = (low + high) / 2
            is_enough = _takes(stack, Room(room.width, middle), left, loose=loose)
            low, high = (low, middle) if is_enough else (middle, high)
        if (split := _split(stack, Room(room.width, high), loose=loose)) is None:
            break
        head, stack = split
        parts.append(head)
    return [*parts, stack]


def _takes(stack: Stack, room: Room, count: int, *, loose: bool) -> bool:
    """Whether a text takes no more than so many cards."""
    for _ in range(count):
        if stack.height(room.width) <= room.height + ROUNDING:
            return True
        if (split := _split(stack, room, loose=loose)) is None:
            return False
        _, stack = split
    return False


def _split(stack: Stack, room: Room, *, loose: bool) -> tuple[Stack, Stack] | None:
    """What fits on a card, and the rest; None if all of it fits, or nothing."""
    split = (stack.loosened() if loose else stack).split(*room)
    return None if split is None or split[1].empty else split
