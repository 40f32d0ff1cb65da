"""The marks that bars bear, D14, by which two that begin at one time are told apart: in a bar, or at its end.

They are for the eye alone: who hears a timeline hears each date with its mark.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from studypack.layout.inline import place_line
from studypack.layout.page import Rectangle
from studypack.layout.style import WHITE
from studypack.layout.tag import Furniture
from studypack.sections.timeline.bars import Bar, Edge
from studypack.sections.timeline.geometry import GEOMETRY


def place_marks(bars: Sequence[Bar], poles: Sequence[float], dots: Sequence[float], width: float) -> None:
    """Find a place for the mark of each bar, if any has one; the bars of that side are then as thick as a mark needs.

    `width` is that of the strip. A mark stands where no pole and no dot is: in the bar, else behind its end, or before
    its start. Where a crowd takes all of these there is none.
    """
    if not any(bar.mark for bar in bars):
        return
    for bar in bars:
        bar.is_thick, wide = True, bar.mark_width
        beside = bar.right, bar.right + GEOMETRY.beside_mark, bar.left - GEOMETRY.beside_mark - wide
        places = chain(_inside(bar, wide), (at for at in beside if 0 <= at <= width - wide))
        free = (at for at in places if _is_free(at, at + wide, poles, dots))
        bar.mark_at = next(free, -1)
        if bar.mark_at < 0:
            bar.mark = None


def drop_crowded_marks(bars: Sequence[Bar]) -> None:
    """Take the mark from each bar, in order, that begins under another: there are more of them than rows."""
    ends = 0.0
    for bar in bars:
        if bar.row == GEOMETRY.rows - 1:
            begins, until = bar.reach
            if begins < ends:
                bar.mark = None
            ends = max(ends, until)


def _inside(bar: Bar, wide: float) -> Iterator[float]:
    """Where it may stand in the body of the bar, from the left."""
    begins, ends = bar.body()
    at = begins + GEOMETRY.beside_mark
    while at + wide <= ends - GEOMETRY.beside_mark:
        yield at
        at += GEOMETRY.beside_mark


def _is_free(left: float, right: float, poles: Sequence[float], dots: Sequence[float]) -> bool:
    return not any(
        left - around < at < right + around
        for places, around in ((poles, GEOMETRY.around_mark), (dots, GEOMETRY.outermost + GEOMETRY.around_mark))
        for at in places
    )


def draw_mark(edge: Edge, bar: Bar) -> None:
    """The mark on its bar, white on a filled one, and on a white ground over the lines of another; or beside it."""
    if bar.mark is None:
        return
    style, inside = bar.mark.style, bar.left <= bar.mark_at < bar.body()[1]
    if inside and not bar.is_filled:
        (x, near), (_, far) = (edge.at(bar.mark_at - GEOMETRY.around_mark, out) for out in (bar.near, bar.far))
        thin = GEOMETRY.pole / 2
        wide, high = bar.mark_width + 2 * GEOMETRY.around_mark, abs(far - near) - 2 * thin
        edge.page.add(Rectangle(x, min(near, far) + thin, wide, high, fill=WHITE))
    x, middle = edge.at(bar.mark_at, (bar.near + bar.far) / 2)
    ink = style.colored(WHITE) if inside and bar.is_filled else style
    place_line(edge.page, bar.mark.text, ink, x, middle - style.middle, Furniture.MARKING)
