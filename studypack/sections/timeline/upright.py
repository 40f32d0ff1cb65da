"""A timeline down the page: for large type, and where the dates are to stand at even distances."""

from collections.abc import Sequence

from studypack.layout.boxes import Box, NewPage, Space
from studypack.layout.page import Page, Rule, TextRun
from studypack.layout.stack import Stack
from studypack.layout.style import INK, Style, mm
from studypack.layout.tag import Tag
from studypack.model.modes import Scale
from studypack.sections.kit.section import Context
from studypack.sections.timeline.axis_page import Axis, Columns, Frame, Stretch, StretchBox, inset, lanes_for
from studypack.sections.timeline.dated import Dated, said
from studypack.sections.timeline.evenly import evenly
from studypack.sections.timeline.head import EVEN, TO_SCALE, foot, goes_on, head
from studypack.sections.timeline.label_words import beside
from studypack.sections.timeline.scale import PARTS, UNITS, Unit, extent
from studypack.sections.timeline.to_scale import Drawn, Ruler

_OUTLINE = 0.8
_LINE = 1.4
_TICK = mm(0.9)
_UNDER_EDGE = 3.0
"""From a cell's upper edge to the capitals of its name."""
_CAPITALS = 0.68
"""The height of capitals, in ems."""
_BESIDE_CUT_NAME = 2.0


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
            if width <= room - 2 * _BESIDE_CUT_NAME:
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


_ABOVE_NOTES = mm(6)
_WIDEST_DATES = 0.36
"""Of the measure; where the titles would have little room beside them, dates stand before them in the same lines."""
_FEWEST_EMS = 13
_MORE_PAGES = 1.4
"""A timeline may take so many times the pages of an even one to be true to scale; beyond that they are mostly empty."""
_SHORT_TIME = 2.0
"""Years that may be drawn by the month: each cell then has to say its year, for which a longer band has no room."""
_MANY_CELLS = 60
_BESIDE_NAME = 4.0
"""On both sides of a year; to its right there is room for half a sign, too."""


def upright_boxes(context: Context, items: Sequence[Dated]) -> list[Box]:
    """True to scale where that is wanted and can be; else at even distances, and said to be so."""
    return _true(context, items) or _even(context, items)


def _frame(context: Context, items: Sequence[Dated], columns: Columns, drawn: str) -> Frame:
    theme = context.theme
    below = Stack(_under(foot(context, items))).height(theme.measure)
    return Frame.of(theme, head(context, items, drawn), goes_on(context), below, theme.measure - columns.words)


def _true(context: Context, items: Sequence[Dated]) -> list[Box] | None:
    theme, modes = context.theme, context.options.timeline
    if modes.scale is not Scale.TRUE:
        return None
    style = theme.label_bold.colored(INK)
    span = extent([item.when for item in items], context.pack.period)
    units = UNITS if span[1] - span[0] <= _SHORT_TIME else UNITS[len(PARTS) :]
    widest = _widest_name(span, units, style) + inset(theme.sign_growth)
    columns = Columns.of(theme, widest, lanes_for(items, theme), slanting=True)
    frame = _frame(context, items, columns, TO_SCALE)
    labels = [beside(context.pack, item, theme, modes.mode, apart=False) for item in items]
    ruler = Ruler(labels, span, units, frame, columns)
    if modes.years is None:
        found = ruler.on_at_most(int(len(evenly(labels, frame, columns)[0]) * _MORE_PAGES))
    else:
        found = ruler.with_years(modes.years)
    if found is None:
        return None
    boxes = head(context, items, TO_SCALE)
    pages = []
    for number, each in enumerate(found):
        figure = _figure(context, each.stretch)
        ends = {"opens": not any(earlier.cells for earlier in found[:number]), "closes": each is found[-1]}
        pages.append((each.stretch, figure, band(each, columns, style, figure.child("Span"), **ends)))
    return [*boxes, *_pages(context, pages, columns), *_under(foot(context, items))]


def _widest_name(span: tuple[float, float], units: Sequence[Unit], style: Style) -> float:
    """The room for the names of the two finest units whose cells are not too many."""
    near = [unit for unit in units if unit.count(*span) <= _MANY_CELLS][:2] or units[-1:]
    cells = [(unit, unit.number(span[0]), unit.number(span[1] - 1e-6)) for unit in near]
    names = [
        unit.names(number, opens=True)[0]
        for unit, first, last in cells
        for number in (*range(first, min(first + _MANY_CELLS, last)), last)
    ]
    return max(style.face.width(name, style.size) for name in names) + 2 * _BESIDE_NAME


def _even(context: Context, items: Sequence[Dated]) -> list[Box]:
    theme, mode = context.theme, context.options.timeline.mode
    lanes = lanes_for(items, theme)
    labels = [beside(context.pack, item, theme, mode, apart=True) for item in items]
    most = theme.measure * _WIDEST_DATES
    dates = max(label.date.widest(most) for label in labels if label.date is not None)
    columns = Columns.of(theme, dates, lanes, dates=True)
    if theme.measure - columns.words < _FEWEST_EMS * theme.body.size:
        labels = [beside(context.pack, item, theme, mode, apart=False) for item in items]
        columns = Columns.of(theme, columns.signs, lanes)
    frame = _frame(context, items, columns, EVEN)
    stretches, tall = evenly(labels, frame, columns)
    boxes = head(context, items, EVEN)
    pages = [(each, _figure(context, each), line(each, columns)) for each in stretches]
    return [*boxes, *_pages(context, pages, columns), *_under(foot(context, items, [label.item for label in tall]))]


def _figure(context: Context, stretch: Stretch) -> Tag:
    mode = context.options.timeline.mode
    shown = "; ".join(said(context.pack, entry.label.item, mode) for entry in stretch.entries)
    return context.tag.child("Figure", f"Timeline: {shown or 'nothing dated'}.")


def _pages(context: Context, pages: Sequence[tuple[Stretch, Tag, Axis]], columns: Columns) -> list[Box]:
    boxes: list[Box] = []
    for number, (stretch, figure, axis) in enumerate(pages):
        if number:
            boxes += [NewPage(), goes_on(context, stretch.carried)]
        if stretch.height:
            boxes.append(StretchBox(stretch, columns, axis, figure))
    return boxes


def _under(below: Sequence[Box]) -> list[Box]:
    return [Space(_ABOVE_NOTES), *below] if below else []
