"""Fonts of a house: the bytes of a TrueType file, held against what can be embedded and written anew; or why not.

Fonts come from anywhere, as pictures do. Their tables are written anew by HarfBuzz, which trusts none of them: without
hints, in the default instance where they are variable, and the same bytes for the same input. It is imported only where
there is a font.
"""

import hashlib
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from string import ascii_letters, digits
from typing import Any

from typing_extensions import override

from studypack.base import limits
from studypack.base.file_folder import FileError, FileFolder, FileKind
from studypack.base.wording import join_some, quoted

_TRUETYPE = (b"\0\1\0\0", b"true")
_OTHERS = (
    (
        (b"wOFF", b"wOF2"),
        "a font for web pages (WOFF)",
        "take the TrueType file of the same font, whose name ends in .ttf",
    ),
    ((b"ttcf",), "a collection of several fonts (TTC)", "take the font that you want as a file of its own, .ttf"),
    ((b"OTTO",), "a font with PostScript outlines (OTF)", "take its TrueType version, whose name ends in .ttf"),
    ((b"%!PS", b"\x80\1"), "a PostScript font (Type 1)", "take its TrueType version, whose name ends in .ttf"),
    ((b"PK\3\4",), "a ZIP archive", "take the .ttf file out of it"),
)
"""How files of other formats begin, what they are, and the way out."""
_TAKE_ANOTHER = "download or copy it again, or take another font"
_NEEDED = ("cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post")
"""The tables of a TrueType font that can be printed (OpenType 1.9, "Font tables")."""
_COLORS = ("CBDT", "COLR", "SVG ", "sbix")
"""The tables of fonts whose letters are coloured pictures."""
_RIGHTS, _RESTRICTED, _NO_SUBSET, _BITMAPS = 0x000F, 0x0002, 0x0100, 0x0200
"""Of fsType in OS/2: where several of the first four are set, the least restrictive counts."""
_LETTERS = f" {ascii_letters}{digits}-.,:;!?()'"
"""What a text face has at least: all else may come from another."""
_UNUSED = (
    *(b"GSUB", b"DSIG", b"gasp", b"BASE", b"JSTF", b"MATH", b"VORG", b"vhea", b"vmtx"),
    *(b"fvar", b"gvar", b"avar", b"cvar", b"HVAR", b"VVAR", b"MVAR", b"STAT"),
)
"""Tables that no page needs: of ligatures, signatures, screens and columns of Chinese; and those that make a font
variable, without which it is its default instance.
"""
_NARROWEST, _WIDEST, _LOWEST, _HIGHEST = 0.15, 2.0, 0.3, 1.2
"""In ems: how wide basic letters are on average and at most, and how high a capital is; DejaVu has 0.58, 1 and 0.73."""
_SHOWN = 5
"""Letters in a message."""


class FontError(FileError):
    """A font that cannot be used."""


@dataclass(frozen=True)
class FontFile:
    """A font that can be embedded. Two of the same bytes are equal."""

    source: str
    """The SHA-256 hash of the bytes that it was made from, in hexadecimal digits."""
    data: bytes = field(repr=False, compare=False)
    """A TrueType file."""


class FontFolder(FileFolder[FontFile]):
    """Reads fonts by the names that a house style gives; each file once, until it changes."""

    kind = FileKind("font", "Lato-Regular.ttf, fonts/Lato-Regular.ttf", (".ttf", ".otf"), "TrueType", limits.FONT_BYTES)

    @override
    def decoded(self, data: bytes) -> FontFile:
        return decode_font(data)


def decode_font(data: bytes) -> FontFile:
    """Return the font in the bytes of a TrueType file.

    Raises FontError for every other format, for damaged files, and for what may not be embedded or lacks letters.
    """
    _check_format(data)
    tables = dict(_tables(data))
    _check_tables(tables)
    _check_rights(tables)
    return FontFile(hashlib.sha256(data).hexdigest(), _written_anew(data))


def _check_format(data: bytes) -> None:
    if len(data) > limits.FONT_BYTES:
        message = f"the font has more than {limits.FONT_BYTES:,} bytes, which are the most"
        raise FontError(message, "take one with the letters of fewer scripts")
    if not data:
        raise FontError("the font is an empty file", _TAKE_ANOTHER)
    for starts, what, way_out in _OTHERS:
        if data.startswith(starts):
            raise FontError(f"it is {what}, and fonts are TrueType", way_out)
    if not data.startswith(_TRUETYPE):
        raise FontError(
            "it is no font in TrueType, whatever its name says", "give a font file, whose name ends in .ttf"
        )


def _tables(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the tables of a font with their tags. Raises FontError where one is not wholly there."""
    try:
        (count,) = struct.unpack_from(">H", data, 4)
        records = [struct.unpack_from(">4s4xLL", data, 12 + 16 * number) for number in range(count)]
    except struct.error:
        raise _damaged() from None
    for tag, at, length in records:
        if at + length > len(data):
            raise _damaged()
        yield tag.decode("latin-1"), data[at : at + length]


def _damaged() -> FontError:
    return FontError("the font is damaged or cut off", _TAKE_ANOTHER)


def _check_tables(tables: Mapping[str, bytes]) -> None:
    if any(tag in tables for tag in _COLORS):
        raise FontError("it is a colour font, whose letters are pictures", "take a font of plain letters")
    if not all(tables.get(tag) for tag in _NEEDED) or len(tables["maxp"]) < 6:
        raise _damaged()
    (glyphs,) = struct.unpack_from(">H", tables["maxp"], 4)
    if glyphs < 2:
        raise FontError("the font has no letters", _TAKE_ANOTHER)


def _check_rights(tables: Mapping[str, bytes]) -> None:
    """Hold the font against what its maker allows (OpenType 1.9, OS/2, fsType)."""
    rights = int.from_bytes(tables.get("OS/2", b"")[8:10], "big")
    way_out = (
        "ask its maker for a licence and a file to embed, or take another font: those under the OFL may be embedded"
    )
    if rights & _RIGHTS & ~1 == _RESTRICTED:
        raise FontError("its maker does not allow this font to be embedded in documents", way_out)
    if rights & _NO_SUBSET:
        raise FontError("its maker does not allow some letters of this font to be embedded without the others", way_out)
    if rights & _BITMAPS:
        raise FontError("its maker allows only bitmaps of this font to be embedded", way_out)


def _written_anew(data: bytes) -> bytes:
    """The same font with the glyphs of its characters alone. Raises FontError where basic letters are not in it."""
    import uharfbuzz  # noqa: PLC0415

    whole = uharfbuzz.Face(uharfbuzz.Blob(data))
    _check_letters(uharfbuzz.Font(whole), whole.upem)
    wanted, flags = uharfbuzz.SubsetInput(), uharfbuzz.SubsetFlags
    wanted.flags = flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE | flags.NAME_LEGACY
    wanted.sets(uharfbuzz.SubsetInputSets.UNICODE).set(set(whole.unicodes))
    wanted.sets(uharfbuzz.SubsetInputSets.DROP_TABLE_TAG).update(int.from_bytes(tag, "big") for tag in _UNUSED)
    try:
        made: bytes = uharfbuzz.subset(whole, wanted).blob.data
    except RuntimeError:
        raise _damaged() from None
    return made


def _check_letters(font: Any, em: int) -> None:  # noqa: ANN401  (HarfBuzz has no types)
    """Hold the basic letters against what can be read and fits a line; `em` is in units of the font."""
    lacking = [letter for letter in _LETTERS if not _is_drawn(font, letter)]
    if lacking:
        message = f"the font lacks {join_some([quoted(letter) for letter in lacking], _SHOWN)}"
        raise FontError(message, "take a font that has the letters from A to Z, figures and full stops")
    widths = [font.get_glyph_h_advance(font.get_nominal_glyph(ord(letter))) / em for letter in _LETTERS]
    height = abs(font.get_glyph_extents(font.get_nominal_glyph(ord("H"))).height) / em
    if not (sum(widths) / len(widths) >= _NARROWEST and max(widths) <= _WIDEST and _LOWEST <= height <= _HIGHEST):
        raise FontError("the letters of this font have no size that can be read", _TAKE_ANOTHER)


def _is_drawn(font: Any, letter: str) -> bool:  # noqa: ANN401  (HarfBuzz has no types)
    """Whether a font has a glyph for a letter, and this has an outline."""
    glyph = font.get_nominal_glyph(ord(letter))
    if not glyph:
        return False
    extents = font.get_glyph_extents(glyph)
    return letter == " " or bool(extents and extents.width and extents.height)
