"""Where the lines of a paragraph end: by bisection over the places where its words start and end."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from studypack.base.limits import check_time

SLACK = 0.01
"""Points that a line may exceed its measure by: rounding, not overflow."""
_SHORT_LAST_LINE = 0.15
"""A one-word last line narrower than this part of the measure looks like a slip."""
_FULL_ENOUGH = 0.62
"""How full the line before must stay when it gives a word to the last line."""
_HOLE = 0.14
"""A line shorter by this part of the measure is worth parting a word for, or choosing the lines before it anew."""
_MOST_HYPHENS = 2
"""Lines in succession that end within a word."""
_PARTED = 0.02
"""What a parted word costs, as if a line were shorter by a seventh."""

_LONELY = (1 - _FULL_ENOUGH) ** 2
"""What such a last line costs."""


_Way = tuple[float, int, tuple[int, ...]]
"""Lines so far: what they cost, how many in succession end in a hyphen, and where they end."""


@dataclass(slots=True)
class Line:
    """Words from `first` up to `last`, set `width` points wide after an indent."""

    first: int
    last: int
    width: float
    indent: float = 0


@dataclass(slots=True)
class Endless:
    """A paragraph's words, and parts of words, on one endless line. Distances in points."""

    starts: Sequence[float]
    ends: Sequence[float]
    """With the hyphen that is printed if a line ends there."""
    bonded: Collection[int]
    """Those that begin a line only where the line before would otherwise be too wide."""
    joined: Collection[int]
    """Those that continue a word."""

    def line(self, first: int, last: int, indent: float = 0) -> Line:
        """The words from one up to another as a line."""
        return Line(first, last, self.ends[last - 1] - self.starts[first], indent)


def broken(words: Endless, measure: float, first_indent: float = 0, start: int = 0) -> list[Line]:
    """Lines at most `measure` points wide from the word `start` on, the first narrower by `first_indent`.

    Each takes what it holds, but parts a word only where it would else be much too short; then a last line of one
    short word is given company. Raises TimeLimitError where the document has had its time.
    """
    starts, ends, bonded, joined = words.starts, words.ends, words.bonded, words.joined
    count = len(starts)
    made: list[Line] = []
    first, indent, hyphens = start, first_indent, 0
    while first < count:
        check_time()
        last = bisect_right(ends, starts[first] + measure - indent + SLACK, first)
        if last <= first:
            last = first + 1
        elif last in bonded or last in joined:
            last = _end(words, first, last, measure - indent, may_part=hyphens < _MOST_HYPHENS)
        made.append(Line(first, last, ends[last - 1] - starts[first], indent))
        hyphens = hyphens + 1 if last in joined else 0
        first, indent = last, 0
    if len(made) > 1:
        made[-2:] = _with_company(words, made[-2], made[-1], measure)
    return made


def _end(words: Endless, first: int, last: int, measure: float, *, may_part: bool) -> int:
    """The best end, at most `last`, of a line from `first`; `last` where there is none."""
    parting = 0
    for end in range(last, first, -1):
        if end in words.bonded:
            continue
        if end not in words.joined:
            full = words.ends[end - 1] - words.starts[first] >= (1 - _HOLE) * measure
            return end if full or not parting else parting
        if may_part:
            parting = parting or end
    return parting or last


def _with_company(words: Endless, before: Line, last: Line, measure: float) -> tuple[Line, Line]:
    """The last two lines, the last no longer one short word where the other has words to give."""
    lonely = last.last - last.first == 1 and last.width < measure * _SHORT_LAST_LINE
    if not lonely or before.last - before.first < 3:
        return before, last
    split = _end(words, before.first, before.last - 1, measure, may_part=False)
    shorter, wider = words.line(before.first, split, before.indent), words.line(split, last.last)
    if shorter.width + before.indent < measure * _FULL_ENOUGH or wider.width > measure:
        return before, last
    return shorter, wider


def unparted(words: Endless, lines: list[Line], number: int, measure: float) -> list[Line]:
    """The lines, broken anew from the one before `number` (from 0) if that ends within a word and need not."""
    before = lines[number - 1]
    if before.last not in words.joined:
        return lines
    end = _end(words, before.first, before.last, measure, may_part=False)
    if end in words.joined:  # no word ends in the line: all of the one in it may have room
        whole = next(each for each in range(end, len(words.ends) + 1) if each not in words.joined)
        fits = words.line(before.first, whole).width + before.indent <= measure + SLACK
        end = whole if fits else end
    return [
        *lines[: number - 1],
        words.line(before.first, end, before.indent),
        *broken(words, measure, start=end),
    ]


def evened(words: Endless, lines: list[Line], measure: float) -> list[Line]:
    """As many lines, their ends chosen over the whole paragraph: the squares of what they are short of are least.

    The last line is free. Lines without a hole are as good as they get, and come back as they are.
    """
    if len(lines) < 3 or not _has_hole(lines, measure):
        return lines
    windows = list(_windows(words, lines, measure))
    reached: dict[int, _Way] = {lines[0].first: (0.0, 0, ())}
    indent = lines[0].indent
    for window in windows:
        check_time()
        further = {}
        for end in window:
            if end in words.bonded:
                continue
            best = _cheapest(words, reached, end, measure - indent, is_last=window is windows[-1])
            if best:
                further[end] = best
        reached, indent = further, 0
    if not reached:
        return lines
    ((_, _, chosen),) = reached.values()
    firsts = (lines[0].first, *chosen)
    made = [words.line(first, last) for first, last in zip(firsts, chosen, strict=False)]
    made[0].indent = lines[0].indent
    return made


def _has_hole(lines: list[Line], measure: float) -> bool:
    full = (1 - _HOLE) * measure
    return any(line.width + line.indent < full for line in lines[:-1])


def _windows(words: Endless, lines: list[Line], measure: float) -> Iterator[range]:
    """Where each line may end, if the lines are to be no more than they are."""
    starts, ends = words.starts, words.ends
    earliest = [lines[-1].last]
    for _ in lines[1:]:
        earliest.append(min(bisect_left(starts, ends[earliest[-1] - 1] - measure - SLACK), earliest[-1] - 1))
    latest, count = lines[0].first, lines[-1].last
    for line, least in zip(lines[:-1], earliest[:0:-1], strict=True):
        latest = max(bisect_right(ends, starts[latest] + measure - line.indent + SLACK), latest + 1)
        latest = min(latest, count - 1)
        yield range(least, latest + 1)
    yield range(count, count + 1)


def _cheapest(
    words: Endless,
    reached: dict[int, _Way],
    end: int,
    measure: float,
    *,
    is_last: bool,
) -> _Way | None:
    """The best way to a line that ends before the word `end`."""
    parts = end in words.joined
    edge = words.ends[end - 1]
    found: _Way | None = None
    for begin, (before, hyphens, ways) in reached.items():
        width = edge - words.starts[begin]
        if begin >= end or width > measure + SLACK or (parts and hyphens == _MOST_HYPHENS):
            continue
        if is_last:
            cost = before + (_LONELY if end - begin == 1 and width < _SHORT_LAST_LINE * measure else 0)
        else:
            short = 1 - width / measure
            cost = before + short * short + (_PARTED if parts else 0)
        if found is None or cost < found[0]:
            found = (cost, hyphens + 1 if parts else 0, (*ways, end))
    return found
