"""Content streams: write placed items as PDF operators (ISO 32000-1, annex A)."""

import math
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from unicodedata import combining

from studypack.base.engine import pdfdoc
from studypack.base.formula.outline import Contour, Drawing
from studypack.layout.face_metrics import Face
from studypack.layout.field import Field
from studypack.layout.page import Circle, Color, Hatch, Item, Outline, Picture, Polygon, Rectangle, Rule, TextRun
from studypack.pdf.image_objects import ImageObjects
from studypack.pdf.objects import unicode_string
from studypack.pdf.paint_order import Unseen

_ARC = 0.5523
"""The distance of a control point from its end of a quarter circle as a Bézier curve, in radii."""
_ESCAPES = {ord("\\"): "\\\\", ord("("): "\\(", ord(")"): "\\)"}
"""Characters that a literal string must escape (7.3.4.2)."""


class _NotInFirstSubsetError(Exception):
    """A character is not in a face's first subset, which is full after 256 codes."""


class _EncodedCharacters(dict[int, str]):
    """Maps characters to their codes in the first subset of a face in one document, escaped for a literal string.

    Filled as characters occur, so that one `str.translate` encodes a text.
    """

    def __init__(self, face: Face, document: pdfdoc.PDFDocument) -> None:
        super().__init__()
        self._face, self._document = face, document

    def __missing__(self, character: int) -> str:
        ((subset, codes),) = self._face.font.splitString(chr(character), self._document)
        if subset:
            raise _NotInFirstSubsetError
        self[character] = shown = _literal(codes)
        return shown


class _EncodedWords(dict[str, str]):
    """Maps words to what stands for them inside a literal string of a TJ array, in one face and document.

    A kern ends the string and begins another: "To" becomes T)55(o.
    """

    def __init__(self, face: Face, document: pdfdoc.PDFDocument) -> None:
        super().__init__()
        self._face, self._codes = face, _EncodedCharacters(face, document)

    def __missing__(self, word: str) -> str:
        begin, parts, before = 0, [], 0.0
        for index, right, up in self._face.kerns(word):
            parts += [word[begin:index].translate(self._codes), _positioned(right, up, before)]
            begin, before = index, up
        self[word] = shown = "".join([*parts, word[begin:].translate(self._codes)])
        return shown

    def line(self, text: str) -> str:
        """Return the inside of the TJ array that shows a text.

        Raises _NotInFirstSubsetError for a character outside the first subset.
        """
        if text.isascii() or not any(map(combining, text)):
            return self[" "].join([self[word] for word in text.split(" ")])
        return self[" "].join(
            self._with_accents(words, accented) for accented, words in groupby(text.split(" "), _is_accented)
        )

    def _with_accents(self, words: Iterable[str], accented: bool) -> str:
        """Encode words; with an ActualText of the same words if they hold combining accents.

        Readers that go by positions find a space after such an accent, or the accent before its letter.
        """
        said = " ".join(words)
        shown = self[" "].join([self[word] for word in said.split(" ")])
        return f")] TJ {_begin_actual_text(said)} [({shown})] TJ EMC [(" if accented else shown


def _is_accented(word: str) -> bool:
    return any(map(combining, word))


_BOLD = "1 0 0 1 -.016 -.006 cm {0} f 1 0 0 1 .032 .012 cm {0} f"
"""Of a bold formula: twice beside itself, by so many ems. A line round it would be too thick on screens."""


class Painter:
    """Writes the items of one document as operators, and keeps track of its font subsets."""

    def __init__(self, document: pdfdoc.PDFDocument) -> None:
        self._document = document
        self._words: dict[Face, _EncodedWords] = {}
        self._names: dict[tuple[Face, int], str] = {}
        self._paths: dict[Drawing, str] = {}
        self.images = ImageObjects(document)
        self._writers: dict[type, Callable[..., str]] = {
            TextRun: self._text,
            Rule: _rule,
            Rectangle: _rectangle,
            Hatch: _hatch,
            Circle: _circle,
            Polygon: _polygon,
            Outline: self._outline,
            Picture: self._picture,
            Field: _nothing,
            Unseen: _nothing,
        }

    def drawn(self, items: Iterable[Item | Unseen]) -> Iterator[tuple[Item | Unseen, str]]:
        """Yield the items in order, each with its operators. Links are left out."""
        kinds = self._writers
        return ((item, kinds[type(item)](item)) for item in items if type(item) in kinds)

    def operators(self, items: Iterable[Item]) -> list[str]:
        """Return the operators that draw the items, untagged but with the ActualText of the text runs."""
        return [_with_actual_text(item, drawn) for item, drawn in self.drawn(items) if type(item) is not Field]

    def _text(self, run: TextRun) -> str:
        shown = " ".join(
            f"{self._font_name(run.face, subset)} {run.size:g} Tf [({text})] TJ"
            for subset, text in self._encoded(run.face, run.text)
        )
        if _RISE in shown:
            shown = _RISE_PATTERN.sub(lambda rise: _number(float(rise[1]) * run.size / 1000), shown)
        if run.tracking:
            shown = f"{run.tracking:g} Tc {shown} 0 Tc"
        if run.hidden:
            shown = f"3 Tr {_wide(run)} Tz {shown} 100 Tz 0 Tr"
        return f"BT {_fill(run.color)} {run.x:.2f} {run.y:.2f} Td {shown} ET"

    def _outline(self, outline: Outline) -> str:
        path = self._paths.get(outline.drawing)
        if path is None:
            path = self._paths[outline.drawing] = " ".join(map(_contour, outline.drawing.contours))
        size = _number(outline.size)
        placed = f"q {_fill(outline.color)} {size} 0 0 {size} {_point(outline.x, outline.y)} cm"
        return f"{placed} {_BOLD.format(path)} Q" if outline.bold else f"{placed} {path} f Q"

    def _picture(self, picture: Picture) -> str:
        name = self.images.resource_name(picture.raster)
        return (
            f"q {_point(picture.width, 0)} {_point(0, picture.height)} {_point(picture.x, picture.y)} cm /{name} Do Q"
        )

    def _encoded(self, face: Face, text: str) -> list[tuple[int, str]]:
        """Return the text as pairs (subset, inside of a TJ array): one pair, unless it needs several subsets."""
        words = self._words.get(face)
        if words is None:
            words = self._words[face] = _EncodedWords(face, self._document)
        try:
            return [(0, words.line(text))]
        except _NotInFirstSubsetError:
            return self._by_subset(face, text)

    def _by_subset(self, face: Face, text: str) -> list[tuple[int, str]]:
        """Encode a text character by character, with a new pair wherever the subset changes."""
        moves, before = {index: (right, up) for index, right, up in face.kerns(text)}, 0.0
        done: list[tuple[int, str]] = []
        for index, character in enumerate(text):
            ((subset, codes),) = face.font.splitString(character, self._document)
            if index in moves and done:
                right, up = moves[index]
                last, shown = done.pop()
                done.append((last, shown + _positioned(right, up, before)))
                before = up
            if done and done[-1][0] == subset:
                done[-1] = (subset, done[-1][1] + _literal(codes))
            else:
                done.append((subset, _literal(codes)))
        return done

    def _font_name(self, face: Face, subset: int) -> str:
        key = (face, subset)
        name = self._names.get(key)
        if name is None:
            name = self._names[key] = face.font.getSubsetInternalName(subset, self._document)
        return name


_RISE = "\0"
_RISE_PATTERN = re.compile(f"{_RISE}(.*?){_RISE}")
"""Encloses a text rise in thousandths of an em, until the font size is known."""


def _positioned(right: float, up: float, before: float) -> str:
    """Return what moves the next letter inside a TJ array, in thousandths of an em; `before` is the rise up to here."""
    if up == before:
        return f"){-right:g}("
    return f")] TJ {_RISE}{up:g}{_RISE} Ts [{-right:g}("


def _nothing(item: Field | Unseen) -> str:
    return ""


def _literal(codes: bytes) -> str:
    """Return codes as the inside of a literal string; in octal outside ASCII, so that the stream stays plain text."""
    return "".join(_ESCAPES.get(code) or (chr(code) if 32 <= code < 127 else f"\\{code:03o}") for code in codes)


def _wide(run: TextRun) -> str:
    """Return the horizontal scaling at which a text is as wide as its run, in percent (9.3.4)."""
    own = run.face.width(run.text, run.size, run.tracking)
    return _number(100 * run.width / own) if own else "100"


def _contour(contour: Contour) -> str:
    first, *others = (" ".join(f"{number:.4f}".rstrip("0").rstrip(".") for number in segment) for segment in contour)
    drawn = (f"{each} {'l' if each.count(' ') == 1 else 'c'}" for each in others)
    return " ".join((f"{first} m", *drawn, "h"))


def _with_actual_text(item: Item | Unseen, drawn: str) -> str:
    if type(item) is not TextRun or item.said is None:
        return drawn
    return f"{_begin_actual_text(item.said)} {drawn} EMC"


def _begin_actual_text(words: str) -> str:
    """Return the operator that begins a span with an ActualText (14.9.4); EMC ends the span."""
    return f"/Span <</ActualText {unicode_string(words)}>> BDC"


def _number(value: float) -> str:
    """Return a number with at most three decimals and no trailing zeros."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


_GRAY_OPERATORS = {"rg": "g", "RG": "G"}
"""DeviceGray prints in black ink alone and, unlike DeviceCMYK, is allowed in PDF/A with an sRGB output intent."""


def _color(color: Color, operator: str) -> str:
    if color.black is not None:
        return f"{_number(1 - color.black)} {_GRAY_OPERATORS[operator]}"
    return f"{_number(color.red)} {_number(color.green)} {_number(color.blue)} {operator}"


_FILL_CACHE: dict[Color, str] = {}


def _fill(color: Color) -> str:
    found = _FILL_CACHE.get(color)
    if found is None:
        found = _FILL_CACHE[color] = _color(color, "rg")
    return found


def _line_style(thickness: float, color: Color, dash: tuple[float, ...] = ()) -> str:
    pattern = f" [{' '.join(map(_number, dash))}] 0 d" if dash else ""
    return f"{_number(thickness)} w {_color(color, 'RG')}{pattern}"


def _painting_operator(fill: Color | None, stroke: Color | None) -> str:
    return {(True, True): "b", (True, False): "f", (False, True): "s", (False, False): "n"}[
        fill is not None, stroke is not None
    ]


def _painted_path(
    path: str, fill: Color | None, stroke: Color | None, thickness: float, dash: tuple[float, ...] = ()
) -> str:
    setup = []
    if fill is not None:
        setup.append(_fill(fill))
    if stroke is not None:
        setup.append(_line_style(thickness, stroke, dash))
    return f"q {' '.join(setup)} {path} {_painting_operator(fill, stroke)} Q"


def _point(x: float, y: float) -> str:
    return f"{x:.2f} {y:.2f}"


def _rule(rule: Rule) -> str:
    style = _line_style(rule.thickness, rule.color, rule.dash)
    return f"q {style} {_point(rule.x0, rule.y0)} m {_point(rule.x1, rule.y1)} l S Q"


def _rectangle(box: Rectangle) -> str:
    if box.radius:
        path = _rounded_path(box.x, box.y, box.width, box.height, min(box.radius, box.width / 2, box.height / 2))
    else:
        path = f"{_point(box.x, box.y)} {_point(box.width, box.height)} re"
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
    path = [f"{_point(x + radius, y)} m"]
    for x0, y0, x1, y1, x2, y2, x3, y3 in corners:
        path.append(f"{_point(x0, y0)} l {_point(x1, y1)} {_point(x2, y2)} {_point(x3, y3)} c")
    return " ".join(path)


def _circle(circle: Circle) -> str:
    x, y, radius = circle.x, circle.y, circle.radius
    path = _rounded_path(x - radius, y - radius, 2 * radius, 2 * radius, radius)
    return _painted_path(path, circle.fill, circle.stroke, circle.thickness)


def _polygon(shape: Polygon) -> str:
    first, *others = shape.points
    path = " ".join([f"{_point(*first)} m", *(f"{_point(*other)} l" for other in others)])
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
        lines.append(f"{_point(*start)} m {_point(*end)} l")
    return _hatching(hatch, lines)


def _straight_hatch(hatch: Hatch) -> str:
    """Lines up the rectangle or along it, spread evenly between its edges."""
    x, y, width, height = hatch.x, hatch.y, hatch.width, hatch.height
    upright = hatch.slope == "upright"
    length = width if upright else height
    count = math.ceil(length / hatch.pitch) if upright else max(1, math.floor(length / hatch.pitch))
    places = [length * number / (count + 1) for number in range(1, count + 1)]
    ends = [((at, 0), (at, height)) if upright else ((0, at), (width, at)) for at in places]
    return _hatching(hatch, [f"{_point(x + a, y + b)} m {_point(x + c, y + d)} l" for (a, b), (c, d) in ends])


def _hatching(hatch: Hatch, lines: list[str]) -> str:
    if not lines:
        return ""
    return f"q {_line_style(hatch.thickness, hatch.color)} {' '.join(lines)} S Q"
