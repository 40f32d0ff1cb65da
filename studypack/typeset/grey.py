"""Grey: every colour of the placed items becomes black ink alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from studypack.typeset.page import Color, Item, Page

_MORE = 1.15
"""Of the ink that luma asks for: it makes running text solid black, which no copier breaks up into dots."""


@cache
def blackened(color: Color) -> Color:
    """The black ink that stands for a colour: a little more than 1 − luma."""
    return Color.of_black(min(1.0, _MORE * (1 - color.luma)))


def greyed(pages: Sequence[Page]) -> list[Page]:
    """The same pages in black ink; nothing moves, and the pages given stay as they were."""
    return [replace(page, items=[_greyed(item) for item in page.items]) for page in pages]


def _greyed(item: Item) -> Item:
    inks: dict[str, Any] = {name: blackened(color) for name, color in _colored(item)}
    return replace(item, **inks) if inks else item


def _colored(item: Item) -> Iterator[tuple[str, Color]]:
    """The fields of an item that hold its colours, with the colours."""
    for name in ("color", "fill", "stroke"):
        color = getattr(item, name, None)
        if color is not None:
            yield name, color
