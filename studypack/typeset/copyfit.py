"""Copy-fitting: the largest type that needs the fewest pages."""

from collections.abc import Callable, Sequence
from typing import TypeVar

_Boxes = TypeVar("_Boxes")


def largest_fitting(
    sizes: Sequence[float], boxes_at: Callable[[float], _Boxes], pages_of: Callable[[_Boxes], int]
) -> _Boxes:
    """The boxes at the largest of `sizes` (ascending) that take no more pages than at the smallest.

    Tried from both ends, then by halves: larger type never takes fewer pages.
    """
    best = boxes_at(sizes[0])
    if len(sizes) == 1:
        return best
    fewest = pages_of(best)
    largest = boxes_at(sizes[-1])
    if pages_of(largest) == fewest:
        return largest
    low, high = 0, len(sizes) - 1
    while high - low > 1:
        middle = (low + high) // 2
        boxes = boxes_at(sizes[middle])
        if pages_of(boxes) == fewest:
            low, best = middle, boxes
        else:
            high = middle
    return best
