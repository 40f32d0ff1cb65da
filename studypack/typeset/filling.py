"""How many of a row of boxes go under one another before a frame is full."""

from collections.abc import Sequence
from dataclasses import dataclass

from studypack.allowance import check_time
from studypack.typeset.boxes import ROUNDING, Box, NewPage


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
    boxes: Sequence[Box],
    start: int,
    width: float,
    room: float,
    carried: Box | None = None,
    *,
    fresh: bool = True,
    loose: bool = False,
) -> Filling:
    """Put boxes under one another until the next does not fit; heads stay with what they head.

    On a `fresh` page even a head without its company is placed: the next page has no more room than this one. Where
    it is `loose`, no head waits for company that an empty page would have no room for either.
    Raises OverdueError where the document has had its time.
    """
    check_time()
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
        company = company_of(boxes, following, width) if box.keep else 0.0
        alone = (fresh and not placed) or (loose and height + company > room)
        if used + above + height + (0.0 if alone else company) <= room + ROUNDING:
            placed.append((box, used + above))
            used += above + height
            index, carried = following, None
            continue
        parts = box.split(width, room - used - above) if not company or height > room else None
        if parts is None and fresh and not placed:
            parts = box.loosened().split(width, room)
        if parts is not None:
            placed.append((parts[0], used + above))
            used += above + parts[0].height(width)
            return Filling(placed, used, following, parts[1])
        break
    return Filling(placed, used, index, carried)


def company_of(boxes: Sequence[Box], index: int, width: float) -> float:
    """The room that a kept box wants below it: its followers up to the first that need not keep on."""
    wanted = 0.0
    for following in range(index, len(boxes)):
        box = boxes[following]
        wanted += box.above
        if isinstance(box, NewPage):
            break
        if not box.keep:
            return wanted + box.least(width)
        wanted += box.height(width)
    return wanted
