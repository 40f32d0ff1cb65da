"""A timeline down the page that is not to scale: every date the same distance from the next."""

from collections.abc import Sequence
from dataclasses import dataclass

from studypack.sections.timeline.axis_page import Columns, Entry, Frame, Stretch
from studypack.sections.timeline.bars import Bar, into_rows
from studypack.sections.timeline.label import Label

_MOST_LINES = 3
"""A label of more lines takes the room that it needs; the others keep their distance."""
_TALLEST = 0.4
"""Of a page: a taller label is told at the foot, with its date."""
_CLOSER = 0.65
"""Of the usual space between labels, where that saves a page."""
_AIRIEST = 0.35
"""Of the least distance: rows are spread by so much to fill their pages."""
_FEWEST = 3
"""On the last page: fewer look forgotten."""
_STEPS = 12
_BEFORE = 5.0
"""A bar begins a little before the middle of its first line,"""
_SHORT = 0.35
"""and ends so much of the distance before the next row."""


@dataclass(frozen=True, slots=True)
class Row:
    """A label and the room that it takes."""

    label: Label
    height: float
    """Of its words, or of its date if that is taller."""
    pitch: float = 0
    """To the next row."""


def evenly(labels: Sequence[Label], frame: Frame, columns: Columns) -> tuple[list[Stretch], list[Label]]:
    """The stretches, a page each, and the labels that are too tall to stand on any."""
    every = [Row(label, _height(label, frame, columns)) for label in labels]
    rows = [row for row in every if row.height <= frame.depth * _TALLEST]
    tall = [row.label for row in every if row.height > frame.depth * _TALLEST]
    usual = max((row.height for row in rows if row.height <= _MOST_LINES * row.label.lead + 1), default=0)
    wide, close = frame.between, frame.between * _CLOSER
    fewest = len(_paged(rows, usual, close, frame))
    low = wide if len(_paged(rows, usual, wide, frame)) == fewest else close
    high = low + _AIRIEST * (usual + low)
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if len(_paged(rows, usual, middle, frame)) <= fewest else (low, middle)
    pages = _filled_up(_paged(rows, usual, low, frame))
    return [_stretch(pages, number, columns) for number in range(len(pages))], tall


def _height(label: Label, frame: Frame, columns: Columns) -> float:
    words = label.extent(frame.width)[1]
    return words if label.date is None else max(words, label.date.height(columns.dates))


def _paged(rows: Sequence[Row], usual: float, between: float, frame: Frame) -> list[list[Row]]:
    """The rows of each page, with their distances; the notes stand under the last.

    Labels of the usual height or less are all as far from the next; a taller one takes what it needs more.
    """
    pages: list[list[Row]] = [[]]
    free = frame.first
    for number, row in enumerate(rows):
        asked = row.height + (frame.foot if number == len(rows) - 1 else 0)
        if asked > free and (pages[-1] or len(pages) == 1):
            pages.append([])
            free = frame.depth
        pitch = max(usual, row.height) + between
        pages[-1].append(Row(row.label, row.height, pitch))
        free -= pitch
    return pages


def _filled_up(pages: list[list[Row]]) -> list[list[Row]]:
    """The pages with no row or two alone on the last."""
    if len(pages) < 2 or len(pages[-1]) >= _FEWEST:
        return pages
    *before, last_but_one, last = pages
    kept = max(len(last_but_one) - (_FEWEST - len(last)), min(len(last_but_one), _FEWEST))
    return [*before, last_but_one[:kept], last_but_one[kept:] + last]


def _stretch(pages: Sequence[Sequence[Row]], number: int, columns: Columns) -> Stretch:
    """One page: rows from the top down, and the bars of all that goes on meanwhile."""
    made, own = Stretch(), pages[number]
    top = 0.0
    for row in own:
        made.entries.append(Entry(row.label, top + row.label.lead / 2, top))
        made.axis = made.height = top + row.height
        top += row.pitch
    before = [row for page in pages[:number] for row in page]
    following = next((row for page in pages[number + 1 :] for row in page), None)
    _add_bars(made, before, own, following, columns)
    return made


def _add_bars(
    made: Stretch, before: Sequence[Row], own: Sequence[Row], following: Row | None, columns: Columns
) -> None:
    """A span runs from its own row to the last that begins before it is over."""
    bars: dict[int, Bar] = {}
    for place, row in enumerate([*before, *own], start=-len(before)):
        item = row.label.item
        over = [at for at, other in enumerate(own) if at >= place and (at == place or _during(other, row))]
        if item.when.is_moment or not over:
            continue
        goes_on = following is not None and _during(following, row)
        entry, pitch = made.entries[over[-1]], own[over[-1]].pitch
        low = made.axis if goes_on else min(entry.at + pitch * (1 - _SHORT), made.axis)
        high = max(made.entries[place].at - _BEFORE, 0) if place >= 0 else 0
        bars[id(item)] = Bar(item, high, low, carried_in=place < 0, carried_on=goes_on)
        made.carried += [item] if place < 0 else []
    made.bars.extend(into_rows(bars.values(), columns.lanes))
    for entry in made.entries:
        bar = bars.get(id(entry.label.item))
        entry.out = 0 if bar is None else (bar.near + bar.far) / 2


def _during(other: Row, row: Row) -> bool:
    """Whether the other begins before this is over."""
    begins, ends = other.label.item.when.begins, row.label.item.when.ends
    return ends is None or begins is None or begins < ends
