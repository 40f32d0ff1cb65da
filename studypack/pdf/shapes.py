"""Lines and shapes as PDF operators (ISO 32000-1, annex A)."""

import math
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from studypack.layout.page import Circle, Color, Hatch, Polygon, Rectangle, Rule

_Point = tuple[float, float]
_ARC = 0.5523
"""The distance of a control point from its end of a quarter circle as a Bézier curve, in radii."""


def plain_number(value: float) -> str:
    """Return a number with at most three decimals and no trailing zeros."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


_GRAY_OPERATORS = {"rg": "g", "RG": "G"}
"""DeviceGray prints in black ink alone and, unlike DeviceCMYK, is allowed in PDF/A with an sRGB output intent."""


def _color(color: Color, operator: str) -> str:
    if color.black is not None:
        return f"{plain_number(1 - color.black)} {_GRAY_OPERATORS[operator]}"
    return f"{plain_number(color.red)} {plain_number(color.green)} {plain_number(color.blue)} {operator}"


_FILL_CACHE: dict[Color, str] = {}


def fill_operator(color: Color) -> str:
    """Return what makes a colour that of areas and of text."""
    found = _FILL_CACHE.get(color)
    if found is None:
        found = _FILL_CACHE[color] = _color(color, "rg")
    return found


def _line_style(thickness: float, color: Color, dash: tuple[float, ...] = ()) -> str:
    pattern = f" [{' '.join(map(plain_number, dash))}] 0 d" if dash else ""
    return f"{plain_number(thickness)} w {_color(color, 'RG')}{pattern}"


def _painting_operator(fill: Color | None, stroke: Color | None) -> str:
    return {(True, True): "b", (True, False): "f", (False, True): "s", (False, False): "n"}[
        fill is not None, stroke is not None
    ]


def _painted_path(
    path: str, fill: Color | None, stroke: Color | None, thickness: float, dash: tuple[float, ...] = ()
) -> str:
    setup = []
    if fill is not None:
        setup.append(fill_operator(fill))
    if stroke is not None:
        setup.append(_line_style(thickness, stroke, dash))
    return f"q {' '.join(setup)} {path} {_painting_operator(fill, stroke)} Q"


def point(x: float, y: float) -> str:
    """Return a point, or a width and a height, in points with two decimals."""
    return f"{x:.2f} {y:.2f}"


def _rule(rule: Rule) -> str:
    style = _line_style(rule.thickness, rule.color, rule.dash)
    return f"q {style} {point(rule.x0, rule.y0)} m {point(rule.x1, rule.y1)} l S Q"


def _rectangle(box: Rectangle) -> str:
    if box.radius:
        path = _rounded_path(box.x, box.y, box.width, box.height, min(box.radius, box.width / 2, box.height / 2))
    else:
        path = f"{point(box.x, box.y)} {point(box.width, box.height)} re"
    return _painted_path(path, box.fill, box.stroke, box.thickness, box.dash)


def _rounded_path(x: float, y: float, width: float, height: float, radius: float) -> str:
    right, top = x + width, y + height
    bend = radius * (1 - _ARC)
    corners = (
        (right - radius, y, right - bend, y, right, y + bend, right, y + radius),
        (right, top - radius, right, top - bend, right - bend, top, right - radius, top),
        (x + radius, top, x + bend, top, x, top - bend, x, top - radius),
        (x, y + radius, x, y + bend, x + bend, y, x + radius, y),
    )
    path = [f"{point(x + radius, y)} m"]
    for x0, y0, x1, y1, x2, y2, x3, y3 in corners:
        path.append(f"{point(x0, y0)} l {point(x1, y1)} {point(x2, y2)} {point(x3, y3)} c")
    return " ".join(path)


def _circle(circle: Circle) -> str:
    x, y, radius = circle.x, circle.y, circle.radius
    path = _rounded_path(x - radius, y - radius, 2 * radius, 2 * radius, radius)
    return _painted_path(path, circle.fill, circle.stroke, circle.thickness)


def _polygon(shape: Polygon) -> str:
    first, *others = shape.points
    path = " ".join([f"{point(*first)} m", *(f"{point(*other)} l" for other in others)])
    return _painted_path(path, shape.fill, shape.stroke, shape.thickness)


def _hatch(hatch: Hatch) -> str:
    """Lines that end at the rectangle's edges: a clipping path is slower and thins the ends of rising ones."""
    lines = _hatch_lines(hatch.width, hatch.height, hatch.pitch, hatch.slope)
    if not lines:
        return ""
    return f"q {_line_style(hatch.thickness, hatch.color)} 1 0 0 1 {point(hatch.x, hatch.y)} cm {lines} S Q"


@lru_cache(1_000)
def _hatch_lines(width: float, height: float, pitch: float, slope: str) -> str:
    """Return the lines of a rectangle at the origin: a timeline has hundreds of one size."""
    ends = _rising(width, height, pitch) if slope == "rising" else _straight(width, height, pitch, slope)
    return " ".join(f"{point(*start)} m {point(*end)} l" for start, end in ends)


def _rising(width: float, height: float, pitch: float) -> Iterator[tuple[_Point, _Point]]:
    for number in range(1, math.ceil((width + height) / pitch)):
        across = number * pitch - height  # where the line crosses the base, which may be beyond either end
        start = (max(across, 0.0), max(-across, 0.0))
        yield start, (min(across + height, width), min(height, width - across))


def _straight(width: float, height: float, pitch: float, slope: str) -> Iterator[tuple[_Point, _Point]]:
    """Lines up the rectangle or along it, spread evenly between its edges."""
    upright = slope == "upright"
    length = width if upright else height
    count = math.ceil(length / pitch) if upright else max(1, math.floor(length / pitch))
    for number in range(1, count + 1):
        at = length * number / (count + 1)
        yield ((at, 0), (at, height)) if upright else ((0, at), (width, at))


SHAPES: Mapping[type, Callable[..., str]] = {
    Rule: _rule,
    Rectangle: _rectangle,
    Hatch: _hatch,
    Circle: _circle,
    Polygon: _polygon,
}
"""What writes each kind of shape."""
