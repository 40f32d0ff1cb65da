"""The font of what is typed into fields: all of WinAnsi, whatever the pack itself says (ISO 32000-1, annex D)."""

from functools import lru_cache
from typing import Any

import uharfbuzz

from studypack.base.engine import PdfDocument, pdfdoc
from studypack.layout.fonts import Face

_FIRST, _LAST = 32, 255
_NONSYMBOLIC = 32
"""Of a font's flags (9.8.2): its letters are those of the encoding, found by the Unicode table of the font."""
_UNNAMED = {
    **dict.fromkeys((0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D), 0x2022),
    0xA0: 0x20,
    0xAD: 0x2D,
}
"""What stands at the codes that Windows leaves out, and for the two that have no letter of their own (D.2, notes)."""


def _characters() -> tuple[int, ...]:
    """The character of each code from `_FIRST` on."""
    codes = range(_FIRST, _LAST + 1)
    return tuple(_UNNAMED[code] if code in _UNNAMED else ord(bytes([code]).decode("cp1252")) for code in codes)


@lru_cache(maxsize=4)
def _cut(face: Face) -> bytes:
    """The face with the letters of WinAnsi alone, under the characters that they stand for."""
    whole = uharfbuzz.Face(uharfbuzz.Blob(_metrics(face)._ttf_data))
    wanted = uharfbuzz.SubsetInput()
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
    wanted.sets(uharfbuzz.SubsetInputSets.UNICODE).set({*_characters()})
    wanted.sets(uharfbuzz.SubsetInputSets.DROP_TABLE_TAG).update(
        {int.from_bytes(tag, "big") for tag in (b"GSUB", b"GPOS", b"GDEF", b"STAT", b"DSIG", b"gasp")}
    )
    data: bytes = uharfbuzz.subset(whole, wanted).blob.data
    return data


def _metrics(face: Face) -> Any:  # noqa: ANN401  (ReportLab's reading of the file has no types)
    return face.font.face


def form_font(pdf: PdfDocument, face: Face) -> pdfdoc.PDFObjectReference:
    """The font as an object of the file: a simple one, for programs that fill in forms encode letter by letter."""
    metrics = _metrics(face)
    data = _cut(face)
    stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Length1": len(data)}), data, filters=[pdfdoc.PDFZCompress])
    name = pdfdoc.PDFName(f"WINANS+{metrics.name.decode('ascii')}")
    descriptor = {
        "Type": pdfdoc.PDFName("FontDescriptor"),
        "FontName": name,
        "Flags": _NONSYMBOLIC,
        "FontBBox": pdfdoc.PDFArray(metrics.bbox),
        "ItalicAngle": metrics.italicAngle,
        "Ascent": metrics.ascent,
        "Descent": metrics.descent,
        "CapHeight": metrics.capHeight,
        "StemV": metrics.stemV,
        "MissingWidth": metrics.defaultWidth,
        "FontFile2": pdf.Reference(stream, "formFontFile"),
    }
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


def _widths(metrics: Any) -> list[float]:  # noqa: ANN401
    """Of each code's letter; Atkinson Hyperlegible has no micro sign."""
    return [round(metrics.charWidths.get(character, metrics.defaultWidth), 3) for character in _characters()]
