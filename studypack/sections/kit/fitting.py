"""What sheets do alike: take as few pages as can be, on leaves of their own; mix the parts of a task; have a code."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeVar

from studypack.layout.boxes import Box, NewPage
from studypack.layout.copyfit import largest_fitting
from studypack.layout.flow import count_pages
from studypack.sections.kit.section import Context

_Thing = TypeVar("_Thing")


def mixed(things: Iterable[_Thing], name: Callable[[_Thing], object], *salt: object) -> list[_Thing]:
    """Return the things in an order that tells nothing, the same on every machine.

    `name` tells one thing from another. The order is that of a hash of name and `salt`: with the seed and `pack.digest`
    in the salt it is another for each of them.
    """

    def hashed(thing: _Thing) -> str:
        return hashlib.sha256(" ".join(map(str, (*salt, name(thing)))).encode()).hexdigest()

    return sorted(things, key=hashed)


def short_code(*told: object) -> str:
    """Return four hexadecimal digits, from all that is told, that a sheet shares with its answers."""
    return hashlib.sha256(" ".join(map(str, told)).encode()).hexdigest()[:4].upper()


WORTH_FITTING = 60
"""Entries or moves; more take many pages at any size, so that one is as good as another."""
_Way = TypeVar("_Way")


def easiest(context: Context, ways: Sequence[_Way], boxes_at: Callable[[Context, _Way], list[Box]]) -> list[Box]:
    """Return the boxes of the last of `ways`, the closest first, that takes no more pages than the first."""
    return largest_fitting(ways, partial(boxes_at, context), context.pages)


def on_leaves(context: Context, boxes: Sequence[Box], *, recto: bool = False) -> list[Box]:
    """Return the boxes on leaves of their own, as what is handed out, from a right-hand page on if they take several.

    With `recto` they start on one even if they take one page.
    """
    several = count_pages(boxes, context.theme.measure, context.theme.depth) > 1
    return [NewPage(recto=recto or several, handout=True), *boxes]
