"""Copy-fitting: the largest type that needs the fewest pages."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TypeVar

LONG = 40
"""Pages: of more than these, larger type takes more in any case, and to try would take longest."""

_FEW = 64

_Choice = TypeVar("_Choice")
_Boxes = TypeVar("_Boxes")


def largest_fitting(
    choices: Sequence[_Choice], boxes_at: Callable[[_Choice], _Boxes], pages_of: Callable[[_Boxes], int]
) -> _Boxes:
    """The boxes at the largest of `choices`, the smallest type first, that take no more pages than at the smallest.

    Tried from both ends, then by halves: larger type must not take fewer pages.
    """
    best = boxes_at(choices[0])
    if len(choices) == 1:
        return best
    fewest = pages_of(best)
    if fewest > LONG:
        return best
    largest = boxes_at(choices[-1])
    if pages_of(largest) <= fewest:
        return largest
    low, high = 0, len(choices) - 1
    while high - low > 1:
        middle = (low + high) // 2
        boxes = boxes_at(choices[middle])
        if pages_of(boxes) <= fewest:
            low, best = middle, boxes
        else:
            high = middle
    return best


def most_that_fit(most: int, fits: Callable[[int], bool]) -> int:
    """The largest count up to `most` that fits, by bisection; 0 if none does. With fewer it must fit, too.

    Of thousands a few are tried first, for they cost least.
    """
    high = min(most, _FEW)
    while high < most and fits(high):
        high = min(4 * high, most)
    return bisect_left(range(1, high + 1), True, key=lambda count: not fits(count))


def largest_passing(low: float, high: float, passes: Callable[[float], bool], steps: int) -> float:
    """The largest number from `low` to `high` that passes, as near as `steps` halvings come to it; else `low`.

    What passes must do so at every smaller number, too.
    """
    for _ in range(steps):
        middle = (low + high) / 2
        low, high = (middle, high) if passes(middle) else (low, middle)
    return low
