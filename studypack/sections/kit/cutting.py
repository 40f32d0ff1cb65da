"""What is cut out: the lines to cut along, and what has no room on one slip or card, parted over several."""

from collections.abc import Iterator

from studypack.layout.boxes import Box, TooTallError
from studypack.layout.page import Page, Rule
from studypack.layout.style import RULE

_LINE, _DASH = 0.6, (3.0, 2.4)


def cut_line(page: Page, x0: float, y0: float, x1: float, y1: float) -> None:
    """Draw a dashed line to cut along, from one point to another."""
    page.add(Rule(x0, y0, x1, y1, _LINE, RULE, _DASH))


def parted(box: Box, width: float, room: float, name: str) -> Iterator[Box]:
    """Yield the box, or so many parts of it that none is taller than `room` points.

    Raises TooTallError with its `name` if it cannot be parted so.
    """
    while box.height(width) > room:
        parts = box.split(width, room) or box.loosened().split(width, room)
        if parts is None:
            raise TooTallError(name)
        head, box = parts
        yield head
    yield box
