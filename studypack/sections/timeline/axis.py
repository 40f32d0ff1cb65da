"""What an upright timeline hangs on: a band of years, or a plain line that measures nothing."""

from studypack.sections.timeline.stretch import Axis, Columns, Stretch
from studypack.sections.timeline.to_scale import Drawn
from studypack.typeset.look import INK, Style, mm
from studypack.typeset.page import Page, Rule, TextRun
from studypack.typeset.tag import Tag

_OUTLINE = 0.8
_LINE = 1.4
_TICK = mm(0.9)
_UNDER_EDGE = 3.0
"""From a cell's upper edge to the capitals of its name."""
_CAPITALS = 0.68
"""The height of capitals, in ems."""
_BESIDE_NAME = 2.0


def band(drawn: Drawn, columns: Columns, style: Style, tag: Tag, *, opens: bool, closes: bool) -> Axis:
    """Years in a band down the page, as on a strip; open where the timeline goes on."""

    def draw(page: Page, x: float, top: float) -> None:
        right, low = x + columns.axis, top
        for number, cell in enumerate(drawn.cells):
            high, low = low, top - (cell.ends - drawn.cells[0].begins) * drawn.scale
            if number or opens:
                page.add(Rule(x, high, right, high, _OUTLINE, INK))
            for part in range(1, cell.ticks):
                y = high + (low - high) * part / cell.ticks
                page.add(Rule(right - _TICK, y, right, y, 0.5, INK))
            _draw_name(page, cell.names, x, high, columns.axis - columns.signs)
        if closes:
            page.add(Rule(x, low, right, low, _OUTLINE, INK))
        for at in (x, right):
            page.add(Rule(at, top + _OUTLINE / 2, at, low - _OUTLINE / 2, _OUTLINE, INK))

    def _draw_name(page: Page, names: tuple[str, ...], x: float, high: float, room: float) -> None:
        for name in names:
            width = style.face.width(name, style.size)
            if width <= room - 2 * _BESIDE_NAME:
                y = high - _UNDER_EDGE - _CAPITALS * style.size
                page.add(TextRun(x + (room - width) / 2, y, name, style.face, style.size, style.color, width, tag))
                return

    return draw


def line(stretch: Stretch, columns: Columns) -> Axis:
    """A plain line as far as the labels reach."""

    def draw(page: Page, x: float, top: float) -> None:
        at = x + columns.axis
        page.add(Rule(at, top, at, top - stretch.axis, _LINE, INK))

    return draw
