"""Boxes under one another, and boxes with something in their margin."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from studypack.typeset.boxes import ROUNDING, Box, NewPage, Space
from studypack.typeset.page import Page

Divide = Callable[[Page, float, float, float], None]
"""Draws what stands between two boxes of a stack: page, left edge, height, width."""


@dataclass(slots=True)
class Filling:
    """What of a row of boxes fits in a frame."""

    placed: list[tuple[Box, float]]
    """Boxes, each with the distance of its top edge below the frame's."""
    used: float
    """How much of the height they take."""
    following: int
    """The index of the first box that is not wholly placed."""
    carried: Box | None
    """The rest of the box before that, if it was split."""


def fill(
    boxes: Sequence[Box],
    start: int,
    width: float,
    room: float,
    carried: Box | None = None,
    *,
    fresh: bool = True,
) -> Filling:
    """Put boxes under one another until the next does not fit; heads stay with what they head.

    On a `fresh` page even a head without its company is placed: the next page has no more room than this one.
    """
    placed: list[tuple[Box, float]] = []
    used = 0.0
    index = start
    while carried is not None or index < len(boxes):
        box = carried if carried is not None else boxes[index]
        following = index if carried is not None else index + 1
        if isinstance(box, NewPage):
            break
        above = box.above if placed else 0.0
        height = box.height(width)
        company = _company(boxes, following, width) if box.keep else 0.0
        if used + above + height + company <= room + ROUNDING or (
            fresh and company and not placed and used + above + height <= room + ROUNDING
        ):
            placed.append((box, used + above))
            used += above + height
            index, carried = following, None
            continue
        parts = box.split(width, room - used - above) if not company or height > room else None
        if parts is not None:
            placed.append((parts[0], used + above))
            used += above + parts[0].height(width)
            return Filling(placed, used, following, parts[1])
        break
    return Filling(placed, used, index, carried)


def _company(boxes: Sequence[Box], index: int, width: float) -> float:
    """The room that a kept box wants below it: its followers up to the first that need not keep on."""
    wanted = 0.0
    for box in boxes[index:]:
        wanted += box.above
        if isinstance(box, NewPage):
            break
        if not box.keep:
            return wanted + box.least(width)
        wanted += box.height(width)
    return wanted


class Stack(Box):
    """Boxes under one another."""

    def __init__(
        self,
        boxes: Sequence[Box],
        *,
        above: float = 0,
        keep: bool = False,
        start: int = 0,
        carried: Box | None = None,
        divide: Divide | None = None,
    ) -> None:
        self._divide = divide
        self._boxes = boxes
        self._start = start
        self._carried = carried
        self._measured: tuple[float, float] = (-1, 0)
        self.above = above
        self.keep = keep

    @property
    def empty(self) -> bool:
        """Nothing is left to place."""
        return self._carried is None and self._start >= len(self._boxes)

    def _own(self) -> list[Box]:
        rest = list(self._boxes[self._start :])
        return rest if self._carried is None else [self._carried, *rest]

    def height(self, width: float) -> float:
        """The sum of the boxes and the spaces between them."""
        if self._measured[0] != width:
            boxes = self._own()
            total = sum(box.height(width) for box in boxes) + sum(box.above for _, box in pairwise(boxes))
            self._measured = (width, total)
        return self._measured[1]

    def least(self, width: float) -> float:
        """What the first box wants, with those it keeps."""
        boxes = self._own()
        if not boxes:
            return 0
        first = boxes[0]
        return first.height(width) + _company(boxes, 1, width) if first.keep else first.least(width)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Between boxes, or inside one."""
        filling = fill(self._boxes, self._start, width, room, self._carried, fresh=False)
        if not filling.placed:
            return None
        head = Stack([box for box, _ in filling.placed], above=self.above, divide=self._divide)
        rest = Stack(self._boxes, start=filling.following, carried=filling.carried, keep=self.keep, divide=self._divide)
        return head, rest

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """From the top down."""
        for number, box in enumerate(self._own()):
            if number:
                if self._divide is not None:
                    self._divide(page, x, top - box.above / 2, width)
                top -= box.above
            box.place(page, x, top, width)
            top -= box.height(width)


class Hanging(Box):
    """A label in the margin of a body: a point's mark beside its text."""

    def __init__(
        self,
        label: Box,
        body: Box,
        indent: float,
        *,
        again: Box | None = None,
        above: float = 0,
        keep: bool = False,
    ) -> None:
        self._label = label
        self._body = body
        self._indent = indent
        self._again = again if again is not None else Space(0)
        """The label of a part that is carried over to another page."""
        self.above = above
        self.keep = keep

    def height(self, width: float) -> float:
        """The taller of the two."""
        return max(self._label.height(self._indent), self._body.height(width - self._indent))

    def least(self, width: float) -> float:
        """The label beside the smallest start of the body."""
        return max(self._label.height(self._indent), self._body.least(width - self._indent))

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Where the body splits."""
        parts = self._body.split(width - self._indent, room)
        if parts is None or self._label.height(self._indent) > room:
            return None
        head = Hanging(self._label, parts[0], self._indent, above=self.above)
        return head, Hanging(self._again, parts[1], self._indent, again=self._again, keep=self.keep)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """The label first: it is read first."""
        self._label.place(page, x, top, self._indent)
        self._body.place(page, x + self._indent, top, width - self._indent)


class Resumed(Box):
    """A body under which nothing stands in the margin: what is carried over opens with a line of its own."""

    def __init__(self, body: Box, again: Box, *, above: float = 0) -> None:
        self._body = body
        self._again = again
        self.above = above

    def height(self, width: float) -> float:
        """Of the body."""
        return self._body.height(width)

    def least(self, width: float) -> float:
        """Of the body."""
        return self._body.least(width)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Where the body splits."""
        parts = self._body.split(width, room)
        if parts is None:
            return None
        rest = Resumed(Stack([self._again, parts[1]]), self._again)
        self._again.keep = True
        return Resumed(parts[0], self._again, above=self.above), rest

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """The body alone."""
        self._body.place(page, x, top, width)


class Whole(Box):
    """A box that sooner goes to the next page or column than it is split, up to a height of `limit`."""

    def __init__(self, box: Box, limit: float) -> None:
        self._box = box
        self._limit = limit
        self.above = box.above
        self.keep = box.keep

    def height(self, width: float) -> float:
        """Of the box itself."""
        return self._box.height(width)

    def least(self, width: float) -> float:
        """All of it, up to the limit."""
        height = self._box.height(width)
        return height if height <= self._limit else self._box.least(width)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Only beyond the limit."""
        return None if self._box.height(width) <= self._limit else self._box.split(width, room)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """As the box places itself."""
        self._box.place(page, x, top, width)
