"""Where the lines of a paragraph end: by bisection over the places where its words start and end."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

SLACK = 0.01
"""Points that a line may exceed its measure by: rounding, not overflow."""
_SHORT_LAST_LINE = 0.15
"""A one-word last line narrower than this part of the measure looks like a slip."""
_FULL_ENOUGH = 0.62
"""How full the line before must stay when it gives a word to the last line."""


@dataclass(slots=True)
class Line:
    """Words from `first` up to `last`, set `width` points wide after an indent."""

    first: int
    last: int
    width: float
    indent: float = 0


def broken(
    starts: Sequence[float],
    ends: Sequence[float],
    bonded: Collection[int],
    measure: float,
    first_indent: float = 0,
    start: int = 0,
) -> list[Line]:
    """Lines at most `measure` points wide from the word `start` on, the first narrower by `first_indent`.

    `starts` and `ends` are the words' places on one endless line, in points; `bonded` are the words that begin a line
    only where the line before would otherwise be too wide. Greedy; then a last line of one short word is given company.
    """
    count = len(starts)
    made: list[Line] = []
    first, indent = start, first_indent
    while first < count:
        limit = starts[first] + measure - indent + SLACK
        last = bisect_right(ends, limit, first)
        if last <= first:
            last = first + 1
        elif last in bonded:
            last = _end(bonded, first, last)
        made.append(Line(first, last, ends[last - 1] - starts[first], indent))
        first, indent = last, 0
    if len(made) > 1:
        made[-2:] = _with_company(made[-2], made[-1], starts, ends, bonded, measure)
    return made


def _end(bonded: Collection[int], first: int, last: int) -> int:
    """The end nearest to `last` of a line from `first` that keeps bonded words together; `last` where there is none."""
    end = last
    while end in bonded and end > first:
        end -= 1
    return end if end > first else last


def _with_company(
    before: Line,
    last: Line,
    starts: Sequence[float],
    ends: Sequence[float],
    bonded: Collection[int],
    measure: float,
) -> tuple[Line, Line]:
    """The last two lines, the last no longer one short word where the other has words to give."""
    lonely = last.last - last.first == 1 and last.width < measure * _SHORT_LAST_LINE
    if not lonely or before.last - before.first < 3:
        return before, last
    split = _end(bonded, before.first, before.last - 1)
    shorter = ends[split - 1] - starts[before.first]
    wider = ends[last.last - 1] - starts[split]
    if shorter + before.indent < measure * _FULL_ENOUGH or wider > measure:
        return before, last
    return Line(before.first, split, shorter, before.indent), Line(split, last.last, wider)
