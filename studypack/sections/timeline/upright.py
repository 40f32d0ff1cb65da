"""A timeline down the page: for large type, and where the dates are to stand at even distances."""

from collections.abc import Sequence
from dataclasses import replace

from studypack.layout.boxes import Box, NewPage, Space
from studypack.layout.stack import Stack
from studypack.layout.style import INK, Style
from studypack.layout.theme import Theme
from studypack.model.modes import Scale
from studypack.sections.kit.section import Context
from studypack.sections.timeline.axis import DrawAxis, PageRoom, UprightBand
from studypack.sections.timeline.beside import AxisPage, UprightGrid, lanes_for
from studypack.sections.timeline.dated import Dated, extent_of
from studypack.sections.timeline.evenly import evenly
from studypack.sections.timeline.geometry import GEOMETRY, SEARCH
from studypack.sections.timeline.head import foot, goes_on, head
from studypack.sections.timeline.heard import picture_in, say_places
from studypack.sections.timeline.label import Label, label_beside
from studypack.sections.timeline.scale import Extent, wanted_span
from studypack.sections.timeline.to_scale import Ruler
from studypack.sections.timeline.unit import Unit


def upright_boxes(context: Context, items: Sequence[Dated]) -> list[Box]:
    """True to scale where that is wanted and can be; else at even distances, and said to be so."""
    return _true(context, items) or _even(context, items)


def _true(context: Context, items: Sequence[Dated]) -> list[Box] | None:
    theme, modes = context.theme, context.options.timeline
    if modes.scale is not Scale.TRUE:
        return None
    style = theme.label_bold.colored(INK)
    over = extent_of(context.pack, items)
    units = [unit for unit in over.units if unit.length >= 1 or not over.in_years or over.length <= SEARCH.by_the_month]
    widest = _widest_name(over, units, style) + GEOMETRY.outermost * theme.sign_growth
    grid = UprightGrid.of(theme, widest, lanes_for(items, theme.lanes), slanting=True)
    room, labels = _room(context, items, grid, Scale.TRUE), _labels(context, items, apart=False)
    ruler = Ruler(labels, over, units, theme.label_bold.leading * GEOMETRY.cell, room, grid)
    wanted = wanted_span(over, modes.span)
    if wanted is None:
        pages = ruler.on_at_most(int(len(evenly(labels, room, grid)[0]) * SEARCH.more_pages))
    else:
        pages = ruler.with_span(wanted)
    if pages is None:
        return None

    return _boxes(context, items, pages, grid, Scale.TRUE)


def _widest_name(over: Extent, units: Sequence[Unit], style: Style) -> float:
    """The room for the names of the two finest units whose cells are not too many."""
    near = [unit for unit in units if unit.count_between(over.first, over.last) <= SEARCH.cells_named][:2] or units[-1:]
    cells = [(unit, unit.number(over.first), unit.last_number(over.last)) for unit in near]
    names = [
        unit.names(number, opens=True)[0]
        for unit, first, last in cells
        for number in (*range(first, min(first + SEARCH.cells_named, last)), last)
    ]
    return max(style.face.width(name, style.size) for name in names) + 2 * GEOMETRY.beside_name


def _even(context: Context, items: Sequence[Dated]) -> list[Box]:
    theme, labels = context.theme, _labels(context, items, apart=True)
    dates = max(label.date.widest(theme.measure * GEOMETRY.widest_dates) for label in labels if label.date is not None)
    grid = UprightGrid.of(theme, dates, dates=True)
    if grid.width < GEOMETRY.narrowest_titles * theme.body.size:
        labels = _labels(context, items, apart=False)
        grid = UprightGrid.of(theme, grid.signs)
    pages, tall = evenly(labels, _room(context, items, grid, Scale.EVEN), grid)

    return _boxes(context, items, pages, grid, Scale.EVEN, left_over=[label.item for label in tall])


def _axis(page: AxisPage, grid: UprightGrid, theme: Theme) -> DrawAxis:
    """A band of years, or a plain line as far as the labels reach."""
    if page.years is not None:
        band = UprightBand(page.years, grid.axis, theme.label_bold.colored(INK), signs=grid.signs)
        return replace(band, before=band.overhang).draw
    return lambda edge, tag: edge.lengthwise(0, page.axis, 0, GEOMETRY.axis, INK)


def _labels(context: Context, items: Sequence[Dated], *, apart: bool) -> list[Label]:
    mode = context.options.timeline.mode
    return [label_beside(context.pack, item, context.theme, mode, apart=apart) for item in items]


def _room(context: Context, items: Sequence[Dated], grid: UprightGrid, scale: Scale) -> PageRoom:
    below = Stack(_under(context, items)).height(context.theme.measure)
    return PageRoom.under(context, head(context, items, scale), [goes_on(context)], below, 2 * grid.signs)


def _boxes(
    context: Context,
    items: Sequence[Dated],
    pages: Sequence[AxisPage],
    grid: UprightGrid,
    scale: Scale,
    *,
    left_over: Sequence[Dated] = (),
) -> list[Box]:
    """The head, page after page on its axis, and the notes."""
    boxes = head(context, items, scale)
    for number, page in enumerate(pages):
        if number:
            boxes += [NewPage(), goes_on(context, page.carried)]
        if page.height:
            labels, years = [each.label for each in page.labels], page.years
            if years:
                say_places(labels, years, context.pack.say)
            grain = extent_of(context.pack, items).grain
            figure = picture_in(context.tag, context.pack.say, labels, years, grain)
            boxes.append(page.picture(grid, _axis(page, grid, context.theme), figure))
    return [*boxes, *_under(context, items, left_over)]


def _under(context: Context, items: Sequence[Dated], left_over: Sequence[Dated] = ()) -> list[Box]:
    """The notes, with the space over them."""
    below = foot(context, items, left_over)
    return [Space(GEOMETRY.around), *below] if below else []
