"""MathML is drawn as outlines: filled shapes on a baseline, measured in ems."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from threading import Lock
from typing import Any
from xml.etree.ElementTree import Element

from studypack.base.formula.error import FormulaError
from studypack.base.formula.mathml import mathml
from studypack.base.limits import FORMULA_EFFORT, check_time

Segment = tuple[float, ...]
"""Of an outline: two numbers are a line's end, six are two control points and the end of a curve; in ems."""
Contour = tuple[Segment, ...]
"""A closed line; its first segment, of two numbers, is where it begins."""
_SIZE = 24
"""Pixels at which formulas are drawn: the size for which ziamath knows the smallest that letters may become."""
_DRAWING = Lock()
"""ziamath turns the features of its one typeface on and off while it draws."""
_BEFORE_FRACTION = 0.12
"""In ems: as much room as ziamath leaves after one."""
SMALLEST = 0.45
"""The size of powers of powers, as a part of that of the formula; TeX has as much."""


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A formula, drawn from the start of its baseline. Lengths in ems."""

    contours: tuple[Contour, ...]
    width: float
    height: float
    """Above the baseline."""
    depth: float
    """Below it."""


def drawn(latex: str, *, display: bool = False, least: float = SMALLEST) -> Drawing:
    """Return a formula as outlines, the same for every size; it is drawn once in a process.

    Its powers and indices are no smaller than `least`, a part of its own size.

    Raises FormulaError if it cannot be drawn, and TimeLimitError where the document has had its time.
    """
    check_time()
    return _drawn(latex, display, least)


@lru_cache(maxsize=4096)
def _drawn(latex: str, display: bool, least: float) -> Drawing:
    root = mathml(latex, display=display)
    if not any(node.text or node.tag == "mfrac" for node in root.iter()):
        raise FormulaError(
            "this formula shows nothing", 0, r"write it between the dollars, or \$ for a dollar", len(latex)
        )
    if _effort(root) > FORMULA_EFFORT:
        hint = "write it in several formulas"
        raise FormulaError("the parts of this formula are too many, and too deep in each other", 0, hint, len(latex))
    _refuse_unknown_signs(latex, root)
    with _DRAWING:
        try:
            return _drawing(root, least)
        except (AssertionError, ValueError, LookupError, TypeError, AttributeError, NotImplementedError) as error:
            raise FormulaError("this formula cannot be drawn", 0, "write it in simpler parts", len(latex)) from error


def _drawing(root: Element, least: float) -> Drawing:
    from ziamath.config import config  # noqa: PLC0415 (heavy)
    from ziamath.zmath import Math  # noqa: PLC0415

    config.minsizefraction = least
    node = Math(root, size=_SIZE).node
    contours = tuple(_contours(node, 0.0, 0.0))
    across = [each[at] for contour in contours for each in contour for at in range(0, len(each), 2)]
    up = [each[at] for contour in contours for each in contour for at in range(1, len(each), 2)]
    left = min([0.0, *across]) - (_BEFORE_FRACTION if _begins_with_fraction(root) else 0)
    moved = tuple(tuple(_moved(each, -left) for each in contour) for contour in contours)
    right = max([node.xadvance() / _SIZE, *across])
    return Drawing(moved, right - left, max([0.0, *up]), -min([0.0, *up]))


def _begins_with_fraction(node: Element) -> bool:
    return node.tag == "mfrac" or (
        len(node) > 0 and node.tag in ("math", "mrow", "mstyle") and _begins_with_fraction(node[0])
    )


def _effort(node: Element) -> int:
    """How many signs are measured: ziamath measures what is in a row twice."""
    inside = sum(map(_effort, node))
    return (
        max(len(node.text or ""), 1) + (2 if node.tag in ("mrow", "math", "mtd", "mpadded", "mphantom") else 1) * inside
    )


@cache
def _typeface() -> Any:  # noqa: ANN401 (ziamath's)
    from ziamath.zmath import loadedfonts  # noqa: PLC0415 (heavy)

    return loadedfonts["default"]


def _refuse_unknown_signs(latex: str, root: Element) -> None:
    for sign in dict.fromkeys("".join(root.itertext())):
        if not sign.isspace() and not _typeface().glyphindex(sign):
            place = max(latex.find(sign), 0)
            hint = "write it in the text beside the formula, or leave it out"
            raise FormulaError(f"formulas have no sign {sign} (U+{ord(sign):04X})", place, hint)


def _contours(node: Any, x: float, y: float) -> Iterator[Contour]:  # noqa: ANN401 (ziamath's)
    """Yield the outlines of a node of ziamath's, which stands at a place in pixels; there y goes downwards."""
    kind = type(node).__name__
    if hasattr(node, "nodexy"):
        for (across, down), each in zip(node.nodexy, node.nodes, strict=True):
            yield from _contours(each, x + across, y + down)
    elif node.phantom:
        return
    elif kind == "Glyph":
        scale = node.size / node.glyph.font.info.layout.unitsperem
        for glyph, right, up in _pieces(node.glyph):
            for _, own in groupby(glyph.operators, key=_Numbered()):
                yield _contour([*own], x + right * scale, y - up * scale, scale)
    elif kind == "HLine" and node.lw:
        yield _box(x, y, node.length, node.lw)
    elif kind == "VLine":
        yield _box(x - node.lw / 2, y, node.lw, node.height)
    elif kind == "Box":
        top = y - node.height
        for down in (top, y - node.lw):
            yield _box(x, down, node.width, node.lw)
        for across in (x, x + node.width - node.lw):
            yield _box(across, top, node.lw, node.height)
    elif kind == "Diagonal":
        half = node.lw / 2
        ends = ((x, y - node.height), (x + node.width, y))
        corners = [(a, b + side) for (a, b), side in zip((*ends, *ends[::-1]), (-half, -half, half, half), strict=True)]
        yield tuple(_point(*corner) for corner in corners)


def _pieces(glyph: Any) -> Iterator[tuple[Any, float, float]]:  # noqa: ANN401 (ziamath's)
    """Yield what a sign is made of, each with how far it is moved; long braces and arrows are made of several parts."""
    if not hasattr(glyph, "offsets"):
        yield glyph, 0, 0
        return
    for piece, offset in zip(glyph.glyphs, glyph.offsets, strict=True):
        yield piece, *((0, offset) if glyph.vert else (offset, 0))


class _Numbered:
    """Counts the contours of a glyph, whose parts follow each other."""

    def __init__(self) -> None:
        self._count = 0

    def __call__(self, operator: Any) -> int:  # noqa: ANN401 (ziamath's)
        self._count += type(operator).__name__ == "Moveto"
        return self._count


def _contour(operators: list[Any], x: float, y: float, scale: float) -> Contour:
    """A contour of a glyph; what TrueType bends with one control point is bent with two, as PDF does."""
    made: list[Segment] = []
    last = operators[0].p
    for each in operators:
        points, _ = each.points()
        if len(points) == 2:
            control, end = points
            points = [last + (control - last) / 1.5, end + (control - end) / 1.5, end]
        made.append(tuple(number for p in points for number in _point(x + p.x * scale, y - p.y * scale)))
        last = points[-1]
    return tuple(made)


def _box(x: float, y: float, width: float, height: float) -> Contour:
    """A rectangle with its upper left corner at a place."""
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    return tuple(_point(*corner) for corner in corners)


def _point(x: float, y: float) -> Segment:
    """A place in ems, upwards from the baseline; rounded, so that it is the same on every machine."""
    return round(x / _SIZE, 4), round(-y / _SIZE, 4)


def _moved(segment: Segment, by: float) -> Segment:
    return (
        tuple(round(number + by, 4) if not at % 2 else number for at, number in enumerate(segment)) if by else segment
    )
