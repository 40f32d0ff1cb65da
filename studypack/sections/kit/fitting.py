"""The easiest way to set a section on as few pages as it can take."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from studypack.layout.boxes import Box
from studypack.layout.copyfit import largest_fitting
from studypack.layout.flow import count_pages
from studypack.layout.tag import Tag
from studypack.sections.kit.section import Context

_Thing = TypeVar("_Thing")


def mixed(things: Iterable[_Thing], salt: str, name: Callable[[_Thing], object]) -> list[_Thing]:
    """The things in an order that tells nothing; another salt, another order. `name` tells one thing from another."""
    return sorted(things, key=lambda thing: hashlib.sha256(f"{salt} {name(thing)}".encode()).hexdigest())


_Way = TypeVar("_Way")


def easiest(context: Context, ways: Sequence[_Way], boxes_at: Callable[[Context, _Way], list[Box]]) -> list[Box]:
    """The boxes of the last of `ways`, the closest first, that takes no more pages than the first.

    Their tags, and no other try's, become the section's.
    """
    theme = context.theme

    def tried(way: _Way) -> tuple[Tag, list[Box]]:
        # Each try builds its boxes inside a tag of its own; only the chosen one's goes into the document.
        trial = Tag(context.tag.kind)
        return trial, boxes_at(replace(context, tag=trial), way)

    tag, boxes = largest_fitting(ways, tried, lambda made: count_pages(made[1], theme.measure, theme.depth))
    context.tag.adopt(tag)
    return boxes
