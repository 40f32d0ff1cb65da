"""The easiest way to set a section on as few pages as it can take."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from studypack.sections.section import Setting
from studypack.typeset.boxes import Box
from studypack.typeset.copyfit import largest_fitting
from studypack.typeset.flow import count_pages
from studypack.typeset.tag import Tag

_Way = TypeVar("_Way")


def easiest(setting: Setting, ways: Sequence[_Way], boxes_at: Callable[[Setting, _Way], list[Box]]) -> list[Box]:
    """The boxes of the last of `ways`, the closest first, that takes no more pages than the first.

    Their tags, and no other try's, become the section's.
    """
    look = setting.look

    def tried(way: _Way) -> tuple[Tag, list[Box]]:
        # Each try builds its boxes inside a tag of its own; only the chosen one's goes into the document.
        trial = Tag(setting.tag.kind)
        return trial, boxes_at(replace(setting, tag=trial), way)

    tag, boxes = largest_fitting(ways, tried, lambda made: count_pages(made[1], look.measure, look.depth))
    setting.tag.adopt(tag)
    return boxes
