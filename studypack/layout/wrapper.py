"""Boxes around one other box: they add something to it, and split where it splits."""

from collections.abc import Iterator
from math import ceil
from typing import Self

from typing_extensions import override

from studypack.layout.boxes import ROUNDING, Box, Stretch
from studypack.layout.page import Page


class Wrapper(Box):
    """A box that measures, splits and places itself as the box inside it; a subclass changes what differs."""

    def __init__(self, box: Box, *, above: float | None = None) -> None:
        self._box = box
        self._carried = False
        """Whether this part was carried over to another page."""
        self.above = box.above if above is None else above
        self.keep_with_next = box.keep_with_next

    def lead(self, width: float) -> float:
        """Return the height that is added over the box inside, in points."""
        return 0

    def tail(self, width: float) -> float:
        """Return the height that is added under it, in points."""
        return 0

    def inner(self, width: float) -> float:
        """Return the width of the box inside, in points."""
        return width

    def around(self, box: Box, *, carried: bool) -> Box:
        """Return the same box around a part of the box inside; `carried` says that the part goes to another page."""
        return self._like(box, carried=carried)

    def _like(self, box: Box, *, carried: bool) -> Self:
        made = object.__new__(type(self))  # many are made: copy() takes three times as long
        made.__dict__.update(self.__dict__)
        made._box, made._carried = box, carried
        if carried and not self._carried:
            made.above = 0
        return made

    @override
    def height(self, width: float) -> float:
        return self.lead(width) + self._box.height(self.inner(width)) + self.tail(width)

    @override
    def widest(self, width: float) -> float:
        inner = self.inner(width)
        return width - inner + self._box.widest(inner)

    @override
    def drop(self, width: float) -> float:
        return self._box.drop(self.inner(width))

    @override
    def baselines(self, width: float) -> Iterator[float]:
        lead = self.lead(width)
        yield from (lead + baseline for baseline in self._box.baselines(self.inner(width)))

    @override
    def least(self, width: float) -> float:
        return self.lead(width) + self._box.least(self.inner(width)) + self.tail(width)

    @override
    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        parts = self._box.split(self.inner(width), room - self.lead(width) - self.tail(width))
        if parts is None:
            return None
        return self.around(parts[0], carried=self._carried), self.around(parts[1], carried=True)

    @override
    def loosened(self) -> Box:
        return self._like(self._box.loosened(), carried=self._carried)

    @override
    def stretch(self, width: float) -> Stretch:
        return self._box.stretch(self.inner(width))

    @override
    def stretched(self, width: float, room: float) -> Box:
        own = room - self.lead(width) - self.tail(width)
        return self._like(self._box.stretched(self.inner(width), own), carried=self._carried)

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        self._box.place(page, x, top - self.lead(width), self.inner(width))


class Padded(Wrapper):
    """A box with equal space above and below, which is part of it."""

    def __init__(self, box: Box, padding: float, *, above: float | None = None) -> None:
        super().__init__(box, above=above)
        self._padding = padding

    @override
    def lead(self, width: float) -> float:
        return self._padding

    tail = lead


class OnGrid(Wrapper):
    """A box as tall as whole lines of `pitch` points: what follows it stands on the lines of the column beside.

    What it has to spare is under it; with `air`, the least room above and below, as much of it is above.
    """

    def __init__(self, box: Box, pitch: float, air: float = 0) -> None:
        super().__init__(box)
        self._pitch, self._air = pitch, air
        self._goes_on = False
        """This part ends its column: no line follows it there."""

    def _spare(self, width: float) -> float:
        height = self._box.height(width)
        return ceil((height + 2 * self._air) / self._pitch - ROUNDING) * self._pitch - height

    @override
    def lead(self, width: float) -> float:
        return self._spare(width) / 2 if self._air and not self._carried else 0

    @override
    def tail(self, width: float) -> float:
        return 0 if self._goes_on else max(self._spare(width) - self.lead(width), 0)

    @override
    def least(self, width: float) -> float:
        return self.lead(width) + self._box.least(width)

    @override
    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        parts = self._box.split(width, room - self.lead(width))
        if parts is None:
            return None
        head, rest = self._like(parts[0], carried=self._carried), self._like(parts[1], carried=True)
        head._goes_on = True
        return head, rest


class RepeatHeader(Wrapper):
    """A box whose later parts, on other pages, open with `again`; its first part opens with `head`, if there is one."""

    def __init__(self, box: Box, again: Box, *, head: Box | None = None, above: float = 0) -> None:
        super().__init__(box, above=above)
        self._heads = head, again
        self.keep_with_next = False

    def _header(self) -> Box | None:
        return self._heads[self._carried]

    @override
    def drop(self, width: float) -> float:
        head = self._header()
        return head.drop(width) if head is not None else super().drop(width)

    @override
    def lead(self, width: float) -> float:
        head = self._header()
        return head.height(width) if head is not None else 0

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        if (head := self._header()) is not None:
            head.place(page, x, top, width)
        super().place(page, x, top, width)


class KeepTogether(Wrapper):
    """A box that is moved to the next page or column rather than split, if it is no taller than `limit` points."""

    def __init__(self, box: Box, limit: float) -> None:
        super().__init__(box)
        self._limit = limit

    @override
    def least(self, width: float) -> float:
        height = self._box.height(width)
        return height if height <= self._limit else self._box.least(width)

    @override
    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        # The parts are kept together no more.
        parts = None if self._box.height(width) <= self._limit else self._box.split(width, room)
        if parts is not None:
            parts[0].above = self.above
        return parts

    @override
    def loosened(self) -> Box:
        # A page may have less room than `limit`, under a head that is repeated: then the parts must do.
        loose = self._box.loosened()
        loose.above = self.above
        return loose


def keep_together(box: Box, limit: float) -> Box:
    """The box, kept together if it is no taller than `limit` points; the box itself where the limit is 0."""
    return KeepTogether(box, limit) if limit else box
