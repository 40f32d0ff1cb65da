"""Eco: ink is saved by drawing with hairlines what was filled, and thinning every line to one.

The shapes stay as large as they were and where they were, so that they tell the same things apart: a capsule from
a box, a dot from a square, an empty bar from a hatched one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from studypack.base.color_space import black_ink
from studypack.layout.page import Circle, Color, Hatch, Item, Outline, Page, Picture, Polygon, Rectangle, Rule, TextRun
from studypack.layout.style import INK, WHITE


@cache
def blackened(color: Color) -> Color:
    """The black ink that stands for a colour."""
    return Color.of_black(black_ink(color.luma))


def greyed(pages: Sequence[Page]) -> list[Page]:
    """The same pages in black ink; nothing moves, and the pages given stay as they were."""
    return [replace(page, items=[_greyed(item) for item in page.items]) for page in pages]


def _greyed(item: Item) -> Item:
    if isinstance(item, Picture):
        return replace(item, raster=item.raster.grey)
    inks: dict[str, Any] = {name: blackened(color) for name, color in _colored(item)}
    return replace(item, **inks) if inks else item


def _colored(item: Item) -> Iterator[tuple[str, Color]]:
    """The fields of an item that hold its colours, with the colours."""
    for name in ("color", "fill", "stroke"):
        color = getattr(item, name, None)
        if color is not None:
            yield name, color


THICKEST = 0.35
"""Of any line, in points: it still survives a copier, where half as much does not."""
_HATCHING = 0.25
"""Of the lines of a hatched area, which stand close."""
_Ground = Rectangle | Circle | Polygon
_PALE = 0.9
"""The luma from which a fill is but a tint, or paper white that hides what lies under a shape."""


def saved(pages: Sequence[Page]) -> list[Page]:
    """The same pages with less ink: no fill but white, no line above `THICKEST`, all text.

    Nothing moves, and the pages given stay as they were.
    """
    return [replace(page, items=_saved(page.items)) for page in pages]


def _saved(items: Sequence[Item]) -> list[Item]:
    made: list[Item] = []
    grounds: list[_Ground] = []
    for item in items:
        if isinstance(item, TextRun | Outline):
            made.append(replace(item, color=_ink_on(grounds, item)) if item.color == WHITE else item)
            continue
        if isinstance(item, _Ground) and _is_dark(item.fill):
            grounds.append(item)
        kept = _KINDS[type(item)](item) if type(item) in _KINDS else item
        if kept is not None:
            made.append(kept)
    return made


def _is_dark(fill: Color | None) -> bool:
    return fill is not None and fill.luma < _PALE


def _ink_on(grounds: Sequence[_Ground], run: TextRun | Outline) -> Color:
    """White words take the colour of what they stood on, which is no longer filled."""
    for ground in reversed(grounds):
        if _covers(ground, run.x, run.y):
            return ground.fill or INK
    return INK


def _covers(ground: _Ground, x: float, y: float) -> bool:
    if isinstance(ground, Circle):
        return abs(x - ground.x) <= ground.radius and abs(y - ground.y) <= ground.radius
    if isinstance(ground, Polygon):
        across, up = zip(*ground.points, strict=True)
        return bool(min(across) <= x <= max(across) and min(up) <= y <= max(up))
    return ground.x <= x <= ground.x + ground.width and ground.y <= y <= ground.y + ground.height


def _drawn(shape: Rectangle | Circle | Polygon) -> tuple[dict[str, Any], float] | None:
    """How an outline takes the place of a shape, and by how much it is larger; None for a tint alone.

    A shape that covered what lies under it goes on doing so, in white. A white outline was no part of the shape.
    """
    lined = shape.stroke is not None and shape.stroke != WHITE
    line = shape.stroke if lined else shape.fill
    if line is None or (not lined and not _is_dark(line)):
        return None
    thickness = min(shape.thickness, THICKEST) if lined else THICKEST
    outwards = 0.0 if shape.stroke is None else shape.thickness / 2 if lined else -shape.thickness / 2
    fill = None if shape.fill is None else WHITE
    return {"fill": fill, "stroke": line, "thickness": thickness}, outwards - thickness / 2


def _rectangle(box: Rectangle) -> Item | None:
    drawn = _drawn(box)
    if drawn is None:
        return box if box.fill == WHITE else None
    paint, more = drawn
    return replace(
        box,
        x=box.x - more,
        y=box.y - more,
        width=max(box.width + 2 * more, 0),
        height=max(box.height + 2 * more, 0),
        radius=max(box.radius + more, 0) if box.radius else 0,
        **paint,
    )


def _circle(circle: Circle) -> Item | None:
    drawn = _drawn(circle)
    if drawn is None:
        return circle if circle.fill == WHITE else None
    paint, more = drawn
    return replace(circle, radius=max(circle.radius + more, 0), **paint)


def _polygon(shape: Polygon) -> Item | None:
    """On its own points: half a hairline is less than an eye sees."""
    drawn = _drawn(shape)
    if drawn is None:
        return shape if shape.fill == WHITE else None
    return replace(shape, **drawn[0])


_KINDS: Mapping[type, Callable[[Any], Item | None]] = {
    Rule: lambda rule: replace(rule, thickness=min(rule.thickness, THICKEST)),
    Hatch: lambda hatch: replace(hatch, thickness=min(hatch.thickness, _HATCHING)),
    Rectangle: _rectangle,
    Circle: _circle,
    Polygon: _polygon,
}
