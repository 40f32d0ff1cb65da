"""Content streams: write placed items as PDF operators (ISO 32000-1, annex A)."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from unicodedata import combining

from studypack.base.engine import pdfdoc
from studypack.base.formula.outline import Contour, Drawing
from studypack.layout.face_metrics import Face
from studypack.layout.field import Field
from studypack.layout.page import Item, Outline, Picture, TextRun
from studypack.pdf.image_objects import ImageObjects
from studypack.pdf.objects import unicode_string
from studypack.pdf.paint_order import Unseen
from studypack.pdf.shapes import SHAPES, fill_operator, plain_number, point

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
            **SHAPES,
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
            shown = _RISE_PATTERN.sub(lambda rise: plain_number(float(rise[1]) * run.size / 1000), shown)
        if run.tracking:
            shown = f"{run.tracking:g} Tc {shown} 0 Tc"
        if run.hidden:
            shown = f"3 Tr {_wide(run)} Tz {shown} 100 Tz 0 Tr"
        return f"BT {fill_operator(run.color)} {run.x:.2f} {run.y:.2f} Td {shown} ET"

    def _outline(self, outline: Outline) -> str:
        path = self._paths.get(outline.drawing)
        if path is None:
            path = self._paths[outline.drawing] = " ".join(map(_contour, outline.drawing.contours))
        size = plain_number(outline.size)
        placed = f"q {fill_operator(outline.color)} {size} 0 0 {size} {point(outline.x, outline.y)} cm"
        return f"{placed} {_BOLD.format(path)} Q" if outline.bold else f"{placed} {path} f Q"

    def _picture(self, picture: Picture) -> str:
        name = self.images.resource_name(picture.raster)
        return f"q {point(picture.width, 0)} {point(0, picture.height)} {point(picture.x, picture.y)} cm /{name} Do Q"

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
    return plain_number(100 * run.width / own) if own else "100"


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
