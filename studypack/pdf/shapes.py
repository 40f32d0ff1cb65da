"""Lines and shapes as PDF operators (ISO 32000-1, annex A)."""

import math
from collections.abc import Callable, Mapping

from studypack.layout.page import Circle, Color, Hatch, Polygon, Rectangle, Rule

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
    x, y, width, height = hatch.x, hatch.y, hatch.width, hatch.height
    if hatch.slope != "rising":
        return _straight_hatch(hatch)
    lines = []
    for number in range(1, math.ceil((width + height) / hatch.pitch)):
        across = number * hatch.pitch - height  # where the line crosses the base, which may be beyond either end
        start = (x + max(across, 0.0), y + max(-across, 0.0))
        end = (x + min(across + height, width), y + min(height, width - across))
        lines.append(f"{point(*start)} m {point(*end)} l")
    return _hatching(hatch, lines)


def _straight_hatch(hatch: Hatch) -> str:
    """Lines up the rectangle or along it, spread evenly between its edges."""
    x, y, width, height = hatch.x, hatch.y, hatch.width, hatch.height
    upright = hatch.slope == "upright"
    length = width if upright else height
    count = math.ceil(length / hatch.pitch) if upright else max(1, math.floor(length / hatch.pitch))
    places = [length * number / (count + 1) for number in range(1, count + 1)]
    ends = [((at, 0), (at, height)) if upright else ((0, at), (width, at)) for at in places]
    return _hatching(hatch, [f"{point(x + a, y + b)} m {point(x + c, y + d)} l" for (a, b), (c, d) in ends])


def _hatching(hatch: Hatch, lines: list[str]) -> str:
    if not lines:
        return ""
    return f"q {_line_style(hatch.thickness, hatch.color)} {' '.join(lines)} S Q"


SHAPES: Mapping[type, Callable[..., str]] = {
    Rule: _rule,
    Rectangle: _rectangle,
    Hatch: _hatch,
    Circle: _circle,
    Polygon: _polygon,
}
"""What writes each kind of shape."""
