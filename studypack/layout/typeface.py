"""A typeface file, opened once for ReportLab, which embeds it, and for HarfBuzz, which kerns it."""

from io import BytesIO
from struct import iter_unpack, unpack_from
from typing import Any

import uharfbuzz

from studypack.base.engine import TTFont, ttfonts
from studypack.layout.joints import SOFT_HYPHEN


class Typeface(ttfonts.TTFontFace):
    """A file whose tables are read at a stroke; ReportLab's own reading goes number by number."""

    shaper: uharfbuzz.Font
    """Measures in thousandths of an em."""

    def extractInfo(self, charInfo: int = 1) -> None:
        """The attributes that ReportLab sets, and U+00AD as a hyphen, of which Atkinson Hyperlegible has none."""
        tables: Any = self
        super().extractInfo(0)
        self.shaper = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(tables._ttf_data)))
        self.shaper.scale = (1000, 1000)
        self.glyphPos = _outlines(tables)
        self.hmetrics = _metrics(tables)
        widths = [tables._pdfScale(advance) for advance, _ in self.hmetrics]
        self.defaultWidth = widths[0]
        glyphs = _glyphs(self.shaper)
        self.charToGlyph = glyphs | {0xA0: glyphs[ord(" ")], ord(SOFT_HYPHEN): glyphs[ord("-")]}
        self.charWidths = {code: widths[glyph] for code, glyph in self.charToGlyph.items()}


ttfonts.TTFontFace = Typeface  # type: ignore[misc]  # where TTFont looks its face's class up


def _metrics(tables: Any) -> list[tuple[int, int]]:  # noqa: ANN401  (ReportLab's parser has no types)
    """Advance and bearing of each glyph; the last advance holds for all that have none (OpenType, hmtx)."""
    (full,) = unpack_from(">H", tables.get_table("hhea"), 34)
    table = tables.get_table("hmtx")
    pairs = list(iter_unpack(">HH", table[: 4 * full]))
    bearings = iter_unpack(">H", table[4 * full : 4 * full + 2 * (tables.numGlyphs - full)])
    return pairs + [(pairs[-1][0], bearing) for (bearing,) in bearings]


def _outlines(tables: Any) -> list[int]:  # noqa: ANN401
    """Where each glyph's outline begins, and the last one's end (OpenType, loca)."""
    (is_long,) = unpack_from(">H", tables.get_table("head"), 50)
    count = tables.numGlyphs + 1
    places = unpack_from(f">{count}{'L' if is_long else 'H'}", tables.get_table("loca"))
    return list(places) if is_long else [2 * place for place in places]


def _glyphs(shaper: uharfbuzz.Font) -> dict[int, int]:
    """The glyph of each character."""
    glyph_of = shaper.get_nominal_glyph
    return {code: glyph_of(code) for code in shaper.face.unicodes}


def opened(name: str, data: bytes) -> tuple[TTFont, Typeface]:
    """The font of a TrueType file under a name, for ReportLab, and its face."""
    file = BytesIO(data)
    file.name = f"{name}.ttf"  # ReportLab tells files apart by it
    font = TTFont(name, file)
    return font, font.face  # type: ignore[return-value]
