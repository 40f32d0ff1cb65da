"""Labels in a row moved apart, each as near as can be to where it wants to stand."""

from collections.abc import Sequence
from itertools import accumulate


def moved_apart(wanted: Sequence[float], lengths: Sequence[float], room: float) -> list[float]:
    """Where each label starts, in their order, none over another and all within `room`.

    The sum of the squares of what they are moved is the least there is: labels that push one another form a
    block, and a block stands where its members want to be on average (pool adjacent violators; Barlow et al.,
    "Statistical Inference under Order Restrictions", 1972). The lengths must not add up to more than the room.
    """
    before = list(accumulate(lengths, initial=0.0))
    blocks: list[tuple[float, int]] = []
    for start, ahead in zip(wanted, before, strict=False):
        mean, count = start - ahead, 1
        while blocks and blocks[-1][0] >= mean:
            other, many = blocks.pop()
            mean, count = (mean * count + other * many) / (count + many), count + many
        blocks.append((mean, count))
    most = max(room - before[-1], 0)
    places = [min(max(mean, 0), most) for mean, count in blocks for _ in range(count)]
    return [place + ahead for place, ahead in zip(places, before, strict=False)]
