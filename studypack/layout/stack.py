"""Boxes under one another, and a box with a label in its margin."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise

from typing_extensions import override

from studypack.layout.boxes import Box, Space, Stretch
from studypack.layout.flow import company_of, fill, joint_stretch, share_out
from studypack.layout.page import Page

Divide = Callable[[Page, float, float, float], None]
"""Draws what stands between two boxes of a stack: page, left edge, height, width."""


class Stack(Box):
    """Boxes under one another."""

    def __init__(
        self,
        boxes: Sequence[Box],
        *,
        above: float = 0,
        keep_with_next: bool = False,
        start: int = 0,
        carried: Box | None = None,
        divide: Divide | None = None,
        loose: bool = False,
    ) -> None:
        self._divide = divide
        self._loose = loose
        self._boxes = boxes
        self._start = start
        self._carried = carried
        self._depths: dict[float, list[float]] = {}
        """For a width, how deep the boxes from each on are; shared with the stacks split off this one."""
        self.above = above
        self.keep_with_next = keep_with_next

    @property
    def boxes(self) -> Sequence[Box]:
        """What is in it, from its start."""
        return self._own()

    @property
    def empty(self) -> bool:
        """Nothing is left to place."""
        return self._carried is None and self._start >= len(self._boxes)

    def _own(self) -> list[Box]:
        rest = list(self._boxes[self._start :])
        return rest if self._carried is None else [self._carried, *rest]

    def _depth(self, width: float) -> float:
        """Of the boxes from the first of its own on: summed once, however often the stack is split."""
        depths = self._depths.get(width)
        if depths is None:
            depths = [0.0]
            space = 0.0
            for box in reversed(self._boxes):
                depths.append(box.height(width) + space + depths[-1])
                space = box.above
            depths.reverse()
            self._depths[width] = depths
        return depths[self._start]

    @override
    def drop(self, width: float) -> float:
        own = self._own()[:1]
        return own[0].drop(width) if own else 0

    @override
    def height(self, width: float) -> float:
        depth = self._depth(width)
        if self._carried is None:
            return depth
        space = self._boxes[self._start].above if self._start < len(self._boxes) else 0.0
        return self._carried.height(width) + space + depth

    @override
    def widest(self, width: float) -> float:
        return max((box.widest(width) for box in self._own()), default=0)

    @override
    def baselines(self, width: float) -> Iterator[float]:
        top = 0.0
        for number, box in enumerate(self._own()):
            top += box.above if number else 0
            yield from (top + baseline for baseline in box.baselines(width))
            top += box.height(width)

    @override
    def least(self, width: float) -> float:
        if self.empty:
            return 0
        first = self._carried or self._boxes[self._start]
        following = self._start + (self._carried is None)
        return (
            first.height(width) + company_of(self._boxes, following, width)
            if first.keep_with_next
            else first.least(width)
        )

    @override
    def split(self, width: float, room: float) -> "tuple[Stack, Stack] | None":
        filling = fill(self._boxes, self._start, width, room, self._carried, fresh=self._loose, loose=self._loose)
        if not filling.placed:
            return None
        head = Stack([box for box, _ in filling.placed], above=self.above, divide=self._divide)
        head._depths[width] = [*(filling.used - offset for _, offset in filling.placed), 0.0]
        rest = Stack(
            self._boxes,
            start=filling.following,
            carried=filling.carried,
            keep_with_next=self.keep_with_next,
            divide=self._divide,
        )
        rest._depths = self._depths
        return head, rest

    def split_in_company(self, width: float, room: float) -> "tuple[Stack, Stack] | None":
        """Split it as `split` does, but so that no box goes on alone, if three or more stay without it."""
        parts = self.split(width, room)
        if parts is None or len(parts[1].boxes) != 1 or parts[1]._carried is not None or len(parts[0].boxes) < 3:
            return parts
        return self.split(width, parts[0].height(width) - 1)

    def dealt(self, count: int) -> "list[Stack]":
        """Return `count` stacks with as many boxes in each; if that cannot be, the first ones have one more."""
        boxes, deal = self._own(), partial(Stack, divide=self._divide)
        each, first = divmod(len(boxes), count)
        ends = [number * each + min(number, first) for number in range(count + 1)]
        return [deal(boxes[begin:end]) for begin, end in pairwise(ends)]

    @override
    def loosened(self) -> "Stack":
        loose = Stack(
            self._boxes,
            above=self.above,
            keep_with_next=self.keep_with_next,
            start=self._start,
            carried=self._carried,
            divide=self._divide,
            loose=True,
        )
        loose._depths = self._depths
        return loose

    @override
    def stretch(self, width: float) -> Stretch:
        return joint_stretch(self._own(), width)

    @override
    def stretched(self, width: float, room: float) -> "Stack":
        return Stack(
            share_out(self._own(), width, room - self.height(width)),
            above=self.above,
            keep_with_next=self.keep_with_next,
            divide=self._divide,
        )

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
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
        keep_with_next: bool = False,
    ) -> None:
        self._label = label
        self._body = body
        self._indent = indent
        self._again = again if again is not None else Space(0)
        """The label of a part that is carried over to another page."""
        self.above = above
        self.keep_with_next = keep_with_next

    @override
    def height(self, width: float) -> float:
        label = self._lowered(width) + self._label.height(self._indent)
        return max(label, self._body.height(width - self._indent))

    @override
    def widest(self, width: float) -> float:
        return self._indent + self._body.widest(width - self._indent)

    def _lowered(self, width: float) -> float:
        """By how much the label stands lower than the body's top, to be level with its first line."""
        drop = self._body.drop(width - self._indent)
        return max(drop - self._label.drop(self._indent), 0) if drop else 0

    @override
    def drop(self, width: float) -> float:
        return self._body.drop(width - self._indent)

    @override
    def baselines(self, width: float) -> Iterator[float]:
        yield from self._body.baselines(width - self._indent)

    @override
    def least(self, width: float) -> float:
        label = self._lowered(width) + self._label.height(self._indent)
        return max(label, self._body.least(width - self._indent))

    @override
    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        parts = self._body.split(width - self._indent, room)
        if parts is None or self._lowered(width) + self._label.height(self._indent) > room:
            return None
        head = Hanging(self._label, parts[0], self._indent, above=self.above)
        return head, Hanging(self._again, parts[1], self._indent, again=self._again, keep_with_next=self.keep_with_next)

    @override
    def loosened(self) -> Box:
        body = self._body.loosened()
        return Hanging(
            self._label, body, self._indent, again=self._again, above=self.above, keep_with_next=self.keep_with_next
        )

    @override
    def stretch(self, width: float) -> Stretch:
        return self._body.stretch(width - self._indent)

    @override
    def stretched(self, width: float, room: float) -> Box:
        body = self._body.stretched(width - self._indent, room)
        return Hanging(
            self._label, body, self._indent, again=self._again, above=self.above, keep_with_next=self.keep_with_next
        )

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        # The label first: it is read first.
        self._label.place(page, x, top - self._lowered(width), self._indent)
        self._body.place(page, x + self._indent, top, width - self._indent)
