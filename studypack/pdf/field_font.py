"""The font of text that is typed into form fields: all of WinAnsiEncoding (ISO 32000-1, annex D)."""

from functools import lru_cache
from typing import Any

import uharfbuzz

from studypack.base.engine import PdfDocument, pdfdoc
from studypack.layout.face_metrics import Face
from studypack.layout.field import FIELD_HEIGHT

_FIRST, _LAST = 32, 255
_NONSYMBOLIC = 32
"""A font descriptor flag (9.8.2): the glyphs are those of the encoding, found by the font's Unicode table."""
_DESCENT = -290
"""In thousandths of an em: where programs set the baseline above the foot of a field."""
_UNDEFINED_CODES = {
    **dict.fromkeys((0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D), 0x2022),
    0xA0: 0x20,
    0xAD: 0x2D,
}
"""The characters of codes that Windows-1252 leaves undefined, and of two without a glyph of their own (D.2, notes)."""


def _characters() -> tuple[int, ...]:
    """Return the Unicode character of each code from `_FIRST` to `_LAST`."""
    codes = range(_FIRST, _LAST + 1)
    return tuple(
        _UNDEFINED_CODES[code] if code in _UNDEFINED_CODES else ord(bytes([code]).decode("cp1252")) for code in codes
    )


@lru_cache(maxsize=4)
def _subset(face: Face) -> bytes:
    """Return a font file of the face with the glyphs of WinAnsiEncoding only."""
    whole = uharfbuzz.Face(uharfbuzz.Blob(_metrics(face)._ttf_data))
    wanted = uharfbuzz.SubsetInput()
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
    wanted.sets(uharfbuzz.SubsetInputSets.UNICODE).set({*_characters()})
    wanted.sets(uharfbuzz.SubsetInputSets.DROP_TABLE_TAG).update(
        {int.from_bytes(tag, "big") for tag in (b"GSUB", b"GPOS", b"GDEF", b"STAT", b"DSIG", b"gasp")}
    )
    data: bytes = uharfbuzz.subset(whole, wanted).blob.data
    return data


def _metrics(face: Face) -> Any:  # noqa: ANN401  (ReportLab's TTFontFace has no types)
    return face.font.face


def field_font(pdf: PdfDocument, face: Face) -> pdfdoc.PDFObjectReference:
    """Add the font to the file and return a reference to it.

    It is a simple font, because programs that fill in forms write one byte for each letter.
    """
    metrics = _metrics(face)
    data = _subset(face)
    stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Length1": len(data)}), data, filters=[pdfdoc.PDFZCompress])
    name = pdfdoc.PDFName(f"WINANS+{metrics.name.decode('ascii')}")
    descriptor = _descriptor(name, metrics, pdf.Reference(stream, "formFontFile"))
    font = {
        "Type": pdfdoc.PDFName("Font"),
        "Subtype": pdfdoc.PDFName("TrueType"),
        "BaseFont": name,
        "Encoding": pdfdoc.PDFName("WinAnsiEncoding"),
        "FirstChar": _FIRST,
        "LastChar": _LAST,
        "Widths": pdfdoc.PDFArray(_widths(metrics)),
        "FontDescriptor": pdf.Reference(pdfdoc.PDFDictionary(descriptor), "formFontDescriptor"),
    }
    made: pdfdoc.PDFObjectReference = pdf.Reference(pdfdoc.PDFDictionary(font), "formFont")
    return made


def _descriptor(name: object, metrics: Any, file: pdfdoc.PDFObjectReference) -> dict[str, object]:  # noqa: ANN401
    """Return the entries of the font descriptor (9.8.1); `file` is the embedded font file."""
    return {
        "Type": pdfdoc.PDFName("FontDescriptor"),
        "FontName": name,
        "Flags": _NONSYMBOLIC,
        "FontBBox": pdfdoc.PDFArray(metrics.bbox),
        "ItalicAngle": metrics.italicAngle,
        # Programs take as large a size as lets these fit the height of a field, which is made for our size of type.
        "Ascent": int(990 * FIELD_HEIGHT) + _DESCENT,
        "Descent": _DESCENT,
        "CapHeight": metrics.capHeight,
        "StemV": metrics.stemV,
        "MissingWidth": metrics.defaultWidth,
        "FontFile2": file,
    }


def _widths(metrics: Any) -> list[float]:  # noqa: ANN401
    """Return the width of each code's glyph; the default width for one that is missing (Atkinson's micro sign)."""
    return [round(metrics.charWidths.get(character, metrics.defaultWidth), 3) for character in _characters()]
