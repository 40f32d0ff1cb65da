"""A timeline down the page that is not to scale: every date the same distance from the next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from studypack.layout.copyfit import largest_passing
from studypack.sections.timeline.axis import PageRoom
from studypack.sections.timeline.bars import Bar
from studypack.sections.timeline.beside import AxisPage, LabelBeside, UprightGrid
from studypack.sections.timeline.geometry import GEOMETRY
from studypack.sections.timeline.label import Label


@dataclass(frozen=True, slots=True)
class EvenRow:
    """A label and the room that it takes."""

    label: Label
    height: float
    """Of its words, or of its date if that is taller."""
    pitch: float = 0
    """To the next row."""


def evenly(labels: Sequence[Label], room: PageRoom, grid: UprightGrid) -> tuple[list[AxisPage], list[Label]]:
    """The pages, and the labels that are too tall to stand on any."""
    every = [EvenRow(label, _height(label, grid)) for label in labels]
    most = room.depth * GEOMETRY.tallest
    rows, tall = [row for row in every if row.height <= most], [row.label for row in every if row.height > most]
    usual = max((row.height for row in rows if row.height <= GEOMETRY.usual_lines * row.label.leading + 1), default=0)
    close = grid.between * GEOMETRY.closer
    fewest = len(_paged(rows, usual, close, room))
    low = grid.between if len(_paged(rows, usual, grid.between, room)) == fewest else close
    high = low + GEOMETRY.airiest * (usual + low)
    between = largest_passing(low, high, lambda tried: len(_paged(rows, usual, tried, room)) <= fewest, steps=12)
    pages = _filled_up(_paged(rows, usual, between, room))
    return [_page(pages, number, grid) for number in range(len(pages))], tall


def _height(label: Label, grid: UprightGrid) -> float:
    words = label.extent(grid.width)[1]
    return words if label.date is None else max(words, label.date.height(grid.dates))


def _paged(rows: Sequence[EvenRow], usual: float, between: float, room: PageRoom) -> list[list[EvenRow]]:
    """The rows of each page, with their distances; the notes stand under the last.

    Labels of the usual height or less are all as far from the next; a taller one takes what it needs more.
    """
    pages: list[list[EvenRow]] = [[]]
    free = room.first
    for number, row in enumerate(rows):
        asked = row.height + (room.foot if number == len(rows) - 1 else 0)
        if asked > free and (pages[-1] or len(pages) == 1):
            pages.append([])
            free = room.depth
        pitch = max(usual, row.height) + between
        pages[-1].append(replace(row, pitch=pitch))
        free -= pitch
    return pages


def _filled_up(pages: list[list[EvenRow]]) -> list[list[EvenRow]]:
    """The pages with no row or two alone on the last."""
    if len(pages) < 2 or len(pages[-1]) >= GEOMETRY.fewest_rows:
        return pages
    *before, last_but_one, last = pages
    kept = max(len(last_but_one) - (GEOMETRY.fewest_rows - len(last)), min(len(last_but_one), GEOMETRY.fewest_rows))
    return [*before, last_but_one[:kept], last_but_one[kept:] + last]


def _page(pages: Sequence[Sequence[EvenRow]], number: int, grid: UprightGrid) -> AxisPage:
    """One page: rows from the top down, and the bars of all that goes on meanwhile."""
    made, top = AxisPage(), 0.0
    for row in pages[number]:
        made.labels.append(LabelBeside(row.label, grid, top + row.label.leading / 2, top))
        made.axis = top + row.height
        top += row.pitch
    made.add_bars(_bars(made, pages, number), grid.lanes)
    return made


def _bars(made: AxisPage, pages: Sequence[Sequence[EvenRow]], number: int) -> list[Bar]:
    """A span runs from its own row to the last that begins before it is over."""
    before, own = [row for page in pages[:number] for row in page], pages[number]
    following = next((row for page in pages[number + 1 :] for row in page), None)
    bars = []
    for place, row in enumerate([*before, *own], start=-len(before)):
        item = row.label.item
        over = [at for at, other in enumerate(own) if at >= place and (at == place or _during(other, row))]
        if item.is_moment or not over:
            continue
        goes_on = following is not None and _during(following, row)
        ends = made.labels[over[-1]].at + own[over[-1]].pitch * (1 - GEOMETRY.bar_ends)
        low = made.axis if goes_on else min(ends, made.axis)
        high = max(made.labels[place].at - GEOMETRY.bar_begins, 0) if place >= 0 else 0
        bars.append(Bar(item, high, low, carried_in=place < 0, carried_on=goes_on))
    return bars


def _during(other: EvenRow, row: EvenRow) -> bool:
    """Whether the other begins before this is over."""
    return other.label.item.span[0] < row.label.item.span[1]
