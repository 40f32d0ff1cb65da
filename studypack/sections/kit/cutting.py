"""What is cut out: lines to cut along, the same slip once more, and what one has no room for, parted over several."""

from collections.abc import Iterator

from typing_extensions import override

from studypack.layout.boxes import Box, TooTallError
from studypack.layout.field import Field
from studypack.layout.page import Link, Outline, Page, Rule, TextRun
from studypack.layout.style import RULE
from studypack.layout.tag import Furniture
from studypack.layout.wrapper import Wrapper

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


class Again(Wrapper):
    """The same slip or card once more: it is not read again, and on a screen the first one alone is filled in."""

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        since = len(page.items)
        super().place(page, x, top, width)
        drawn = [item for item in page.items[since:] if not isinstance(item, Field | Link)]
        for item in drawn:
            if isinstance(item, TextRun | Outline):
                item.tag = Furniture.AGAIN
            else:
                item.tag = None
        page.items[since:] = drawn
