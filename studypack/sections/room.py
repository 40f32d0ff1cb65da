"""How much room boxes leave on their last page: what a task, or the next part, may count on."""

from collections.abc import Sequence

from studypack.typeset.boxes import Box, NewPage, TooTallError, fill


def room_left(boxes: Sequence[Box], width: float, depth: float) -> float:
    """What of the last page the boxes leave free, in points, with frames of this size.

    Raises TooTallError where a box neither fits on an empty page nor splits.
    """
    index, used = 0, depth
    carried: Box | None = None
    while carried is not None or index < len(boxes):
        if carried is None and isinstance(boxes[index], NewPage):
            index, used = index + 1, 0.0
            continue
        filling = fill(boxes, index, width, depth, carried)
        if not filling.placed:
            raise TooTallError
        index, carried, used = filling.following, filling.carried, filling.used
    return depth - used
