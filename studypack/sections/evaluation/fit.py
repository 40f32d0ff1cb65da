"""The size of the answer: the largest that needs the fewest pages and, among those, ends its pages best."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from studypack.content import Evaluation
from studypack.sections.section import Setting
from studypack.typeset.boxes import Box
from studypack.typeset.flow import count_pages, extent
from studypack.typeset.look import Look, Style
from studypack.typeset.tag import Tag

_WORTH_FITTING = 60
"""Moves; a longer answer takes the smallest size at once, for that is what it would come to."""
_STRAY = 0.15
"""Of a page: less of the answer than this on its last page looks left behind."""


@dataclass(frozen=True, slots=True)
class Fit:
    """One way to set the answer. In points."""

    size: float
    leading: float
    air: float = 1.0
    """Between paragraphs, in lines."""

    def style(self, look: Look) -> Style:
        """Of the answer's text."""
        return look.body.sized(self.size, self.leading)


Made = tuple[list[Box], list[Box]]
"""The boxes of the answer under its head, and those of the task."""


def evaluation_of(setting: Setting) -> Evaluation:
    """The evaluation of a pack that has one."""
    evaluation = setting.pack.evaluation
    assert evaluation is not None
    return evaluation


def _as_made(boxes: list[Box]) -> list[Box]:
    return boxes


def fitted(
    setting: Setting,
    fits: Sequence[Fit],
    made_at: Callable[[Setting, Fit], Made],
    headed: Callable[[list[Box]], list[Box]] = _as_made,
) -> list[Box]:
    """The boxes in the best of these ways, the first of equals; tagged inside the section.

    `headed` puts a head over their later pages.
    """
    if sum(map(len, evaluation_of(setting).paragraphs)) > _WORTH_FITTING:
        fits = fits[-1:]
    tries = []
    for fit in fits:
        # Each try builds its boxes inside a tag of its own; only the best one's goes into the document.
        trial = Tag(setting.tag.kind)
        answer, task = made_at(replace(setting, tag=trial), fit)
        boxes = headed([*answer, *task])
        tries.append((_endings(setting.look, headed(answer), boxes), trial, boxes))
    _, tag, boxes = min(tries, key=lambda each: each[0])
    setting.tag.adopt(tag)
    return boxes


def _endings(look: Look, answer: list[Box], both: list[Box]) -> tuple[int, int]:
    """How many pages both take, and how ill the last is composed: 0 well, 1 the task alone, 2 a stray end."""
    alone, depth = extent(answer, look.measure, look.depth)
    pages = count_pages(both, look.measure, look.depth)
    if alone < pages:
        return pages, 1
    return pages, 2 if alone > 1 and depth < _STRAY * look.depth else 0
