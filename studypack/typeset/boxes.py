"""Boxes: what stands on a page. Each can measure, split and place itself.

A box is given a width and a top edge; it hangs below that edge. Lengths are in points, `x` and `top` from the
page's bottom-left corner.
"""

from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from studypack.errors import StudypackError
from studypack.typeset.look import HAIRLINE, Style
from studypack.typeset.page import Color, Page, Rule
from studypack.typeset.text import Content, Line, Words

_FEWEST_LINES = 2
"""On either side of a break: no widows, no orphans."""
_ROUNDING = 0.01
_MIDDLE = 0.335
"""Half the height of the capitals, in ems: from a line's baseline to its middle."""

Divide = Callable[[Page, float, float, float], None]
"""Draws what stands between two boxes of a stack: page, left edge, height, width."""
Align = Literal["left", "center", "right"]


class TooTallError(StudypackError):
    """A box that cannot be split is taller than an empty page."""

    def __init__(self) -> None:
        super().__init__(
            "a part of the pack is taller than a page and cannot be split",
            "shorten the longest title, label or card, or choose a larger paper",
        )


class Box:
    """Anything that takes up a rectangle of a column."""

    above: float = 0
    """Space above, dropped at the top of a page."""
    keep: bool = False
    """Stays on one page with the start of the next box."""

    def height(self, width: float) -> float:
        """How tall the box is at this width."""
        raise NotImplementedError

    def least(self, width: float) -> float:
        """How tall the smallest part is that may stand alone at the foot of a page."""
        return self.height(width)

    def split(self, width: float, room: float) -> "tuple[Box, Box] | None":  # noqa: ARG002
        """The part that fits in `room`, and the rest; None if the box cannot be split there."""
        return None

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Put the box's items on the page."""
        raise NotImplementedError


@dataclass
class Space(Box):
    """Nothing, of a height."""

    points: float

    def height(self, width: float) -> float:  # noqa: ARG002
        """As given."""
        return self.points

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Nothing to place."""


@dataclass
class NewPage(Box):
    """What follows starts on a new page."""

    recto: bool = False
    """On the next right-hand page, after a blank one if need be."""

    def height(self, width: float) -> float:  # noqa: ARG002
        """None."""
        return 0

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Nothing to place."""


class Paragraph(Box):
    """Lines of text."""

    def __init__(
        self,
        content: Iterable[Content],
        leading: float,
        *,
        align: Align = "left",
        first_indent: float = 0,
        above: float = 0,
        keep: bool = False,
        center: float | None = None,
    ) -> None:
        runs = list(content)
        self._whole = self._words = Words(runs)
        self._from = self._start = 0
        self._leading = leading
        self._align: Align = align
        self._first_indent = first_indent
        self.above = above
        self.keep = keep
        # Capitals stand in the middle of the line; marks and other inline boxes are centred there too.
        self._rise = center if center is not None else _MIDDLE * _largest(runs)
        self._measure = -1.0
        self._lines: list[Line] = []

    @property
    def widest_word(self) -> float:
        """In points: in a narrower column that word would be cut."""
        return self._whole.widest

    def lines(self, width: float) -> int:
        """How many lines the text takes."""
        return len(self._broken(width))

    def widest(self, width: float) -> float:
        """The width of the longest line."""
        return max((line.width + line.indent for line in self._broken(width)), default=0)

    def baseline(self, number: int = 0) -> float:
        """The baseline of a line (from 0), measured down from the box's top."""
        return number * self._leading + self._leading / 2 + self._rise

    def _broken(self, width: float) -> list[Line]:
        if width != self._measure:
            # From the whole words each time: what a narrow column cut is whole again in a wider one.
            self._words, self._start = self._whole.fitted(width, self._from)
            self._lines = self._words.lines(width, self._first_indent, self._start)
            self._measure = width
        return self._lines

    def height(self, width: float) -> float:
        """Lines times leading."""
        return len(self._broken(width)) * self._leading

    def least(self, width: float) -> float:
        """Two lines, or all of three."""
        count = len(self._broken(width))
        return (count if count < 2 * _FEWEST_LINES else _FEWEST_LINES) * self._leading

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """At least two lines stay, at least two go on."""
        lines = self._broken(width)
        stay = min(int((room + _ROUNDING) / self._leading), len(lines) - _FEWEST_LINES)
        if stay < _FEWEST_LINES:
            return None
        head, tail = copy(self), copy(self)
        head._lines = lines[:stay]
        head.keep = False
        tail._whole, tail._from = self._words, lines[stay].first
        tail._start, tail._lines = tail._from, lines[stay:]
        tail._first_indent = tail.above = 0
        return head, tail

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Line under line."""
        slack = {"left": 0.0, "center": 0.5, "right": 1.0}[self._align]
        for number, line in enumerate(self._broken(width)):
            start = x + line.indent + slack * (width - line.indent - line.width)
            self._words.place(page, line, start, top - self.baseline(number))


def _largest(content: Sequence[Content]) -> float:
    sizes = [part.style.size for part in content if hasattr(part, "style") and not part.rise]
    return max(sizes, default=10)


def text(
    content: Iterable[Content], style: Style, *, align: Align = "left", above: float = 0, keep: bool = False
) -> Paragraph:
    """A paragraph on the leading of a style."""
    return Paragraph(content, style.leading, align=align, above=above, keep=keep)


@dataclass
class HorizontalRule(Box):
    """A line across the column."""

    thickness: float
    color: Color
    above: float = 0
    below: float = 0
    keep: bool = False
    indent: float = 0

    def height(self, width: float) -> float:  # noqa: ARG002
        """The space below; the line itself takes none."""
        return self.below

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Along the top edge."""
        page.add(Rule(x + self.indent, top, x + width, top, self.thickness, self.color))


@dataclass
class WritingLines(Box):
    """Ruled lines to write on."""

    count: int
    pitch: float
    """From line to line: 9 mm suits handwriting."""
    color: Color = HAIRLINE
    above: float = 0
    keep: bool = False

    def height(self, width: float) -> float:  # noqa: ARG002
        """Lines times pitch."""
        return self.count * self.pitch

    def least(self, width: float) -> float:  # noqa: ARG002
        """Two lines."""
        return min(self.count, _FEWEST_LINES) * self.pitch

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:  # noqa: ARG002
        """Between lines."""
        stay = min(int((room + _ROUNDING) / self.pitch), self.count - 1)
        if stay < 1:
            return None
        rest = WritingLines(self.count - stay, self.pitch, self.color)
        return WritingLines(stay, self.pitch, self.color, self.above), rest

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Each line at the foot of its row."""
        for number in range(1, self.count + 1):
            y = top - number * self.pitch
            page.add(Rule(x, y, x + width, y, 0.5, self.color))


@dataclass
class Drawn(Box):
    """A picture of a known height that draws itself."""

    points: float
    draw: Callable[[Page, float, float, float], None]
    """Called with the page, the left edge, the top edge and the width."""
    above: float = 0
    keep: bool = False

    def height(self, width: float) -> float:  # noqa: ARG002
        """As given."""
        return self.points

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """As drawn."""
        self.draw(page, x, top, width)


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
    boxes: Sequence[Box], start: int, width: float, room: float, carried: Box | None = None, *, fresh: bool = True
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
        if used + above + height + company <= room + _ROUNDING or (
            fresh and company and not placed and used + above + height <= room + _ROUNDING
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
        rest = Stack(
            self._boxes, start=filling.following, carried=filling.carried, keep=self.keep, divide=self._divide
        )
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


class Columns(Box):
    """Boxes side by side, each split on its own."""

    def __init__(
        self,
        cells: Sequence[Box],
        shares: Sequence[float],
        gutter: float,
        *,
        above: float = 0,
        keep: bool = False,
        together: bool = False,
    ) -> None:
        self._cells = cells
        self._shares = shares
        self._gutter = gutter
        self._together = together
        """A row: no cell goes over whole while another stays."""
        self.above = above
        self.keep = keep

    def widths(self, width: float) -> list[float]:
        """The width of each cell."""
        free = width - self._gutter * (len(self._cells) - 1)
        total = sum(self._shares)
        return [free * share / total for share in self._shares]

    def height(self, width: float) -> float:
        """The tallest cell."""
        return max(cell.height(own) for cell, own in zip(self._cells, self.widths(width), strict=True))

    def least(self, width: float) -> float:
        """The least of each cell, side by side."""
        return max(cell.least(own) for cell, own in zip(self._cells, self.widths(width), strict=True))

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Each cell where it can be."""
        heads: list[Box] = []
        tails: list[Box] = []
        for cell, own in zip(self._cells, self.widths(width), strict=True):
            if cell.height(own) <= room + _ROUNDING:
                parts: tuple[Box, Box] | None = (cell, Space(0))
            else:
                parts = cell.split(own, room)
            if parts is None and self._together:
                return None
            head, tail = parts or (Space(0), cell)
            heads.append(head)
            tails.append(tail)
        if all(isinstance(head, Space) for head in heads):
            return None
        first = Columns(heads, self._shares, self._gutter, above=self.above, together=self._together)
        return first, Columns(tails, self._shares, self._gutter, keep=self.keep, together=self._together)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """From left to right."""
        for cell, own in zip(self._cells, self.widths(width), strict=True):
            cell.place(page, x, top, own)
            x += own + self._gutter
