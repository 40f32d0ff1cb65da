"""A timeline down the page that is not to scale: every date the same distance from the next."""

from collections.abc import Sequence
from dataclasses import replace

from studypack.base.record import record
from studypack.layout.copyfit import largest_passing
from studypack.sections.timeline.axis import PageRoom
from studypack.sections.timeline.beside import AxisPage, LabelBeside, UprightGrid
from studypack.sections.timeline.geometry import GEOMETRY
from studypack.sections.timeline.label import Label


@record
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
    return [_page(page, grid) for page in pages], tall


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


def _page(rows: Sequence[EvenRow], grid: UprightGrid) -> AxisPage:
    """One page: rows from the top down, each with a sign, and none with a bar, whose length would mean nothing."""
    made, top = AxisPage(), 0.0
    for row in rows:
        made.labels.append(LabelBeside(row.label, grid, top + row.label.leading / 2, top))
        made.axis = top + row.height
        top += row.pitch
    return made
