"""The easiest way to set a section on as few pages as it can take."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeVar

from studypack.layout.boxes import Box
from studypack.layout.copyfit import largest_fitting
from studypack.layout.flow import count_pages
from studypack.sections.kit.section import Context

_Thing = TypeVar("_Thing")


def mixed(things: Iterable[_Thing], salt: str, name: Callable[[_Thing], object]) -> list[_Thing]:
    """The things in an order that tells nothing; another salt, another order. `name` tells one thing from another."""
    return sorted(things, key=lambda thing: hashlib.sha256(f"{salt} {name(thing)}".encode()).hexdigest())


_Way = TypeVar("_Way")


def easiest(context: Context, ways: Sequence[_Way], boxes_at: Callable[[Context, _Way], list[Box]]) -> list[Box]:
    """The boxes of the last of `ways`, the closest first, that takes no more pages than the first."""
    theme = context.theme
    pages_of = partial(count_pages, width=theme.measure, depth=theme.depth)
    return largest_fitting(ways, partial(boxes_at, context), pages_of)
