"""Make the faces of fonts/StudypackSigns: the signs of STIX Two Math that no text face has, and small letters.

The regular face has all of them. The bold one has what STIX Two Math or Source Sans has in bold: letters for arrows
over them, and small letters; and the signs of formulas, drawn bolder.

    python -m venv signs && signs/bin/pip install fonttools==4.68.0 uharfbuzz==0.57.0
    signs/bin/python .ci/signs.py STIXTwoMath-Regular.ttf

STIX Two Math 2.11 is in the PyPI package ziamath 0.13. Both it and the Source faces, from which the small letters are
made, are under the SIL Open Font License, which allows changed versions under other names than theirs.
"""

import sys
from pathlib import Path
from typing import Any
from unicodedata import combining, normalize

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from uharfbuzz import Blob, Face, Font

FONTS = Path(__file__).parents[1] / "fonts"
FIRST_FALLBACK = "SourceSans3_400Regular"
NAME = "Studypack Signs"
Drawn = tuple[Any, tuple[int, int]]
"""A glyph, and its advance and bearing."""
BLOCKS = (
    *((0x180, 0x24F), (0x250, 0x36F), (0x370, 0x52F), (0x1E00, 0x1EFF)),
    *((0x2000, 0x200A), (0x2010, 0x2027), (0x2030, 0x205E), (0x2070, 0x218F)),
    *((0x2190, 0x23FF), (0x2400, 0x27BF), (0x27C0, 0x27FF), (0x2900, 0x2BFF), (0x3012, 0x3012)),
)
"""From Latin Extended-B to Miscellaneous Symbols and Arrows, without what does not print. Not the mathematical
alphabets (U+1D400…): 𝐇𝐞𝐥𝐥𝐨 is no word to a screen reader or a search."""
FORMULAS = ((0x2100, 0x214F), (0x2190, 0x22FF), (0x2308, 0x230B), (0x266D, 0x266F), (0x27C0, 0x27FF))
"""The blocks of the signs that are bold in bold text: Letterlike Symbols, Arrows, Mathematical Operators …"""
BOLDER = 30
"""How much thicker, in thousandths of an em: between the minus signs of Source Serif SemiBold and Source Sans Bold."""
BASES = (*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0x391, 0x3CA))
"""Letters that an arrow or two lines may stand over: a letter and its accent are printed in one face."""
BOLD = {
    **dict(zip(range(0x41, 0x5B), range(0x1D400, 0x1D41A), strict=True)),
    **dict(zip(range(0x61, 0x7B), range(0x1D41A, 0x1D434), strict=True)),
    **dict(zip(range(0x391, 0x3A2), range(0x1D6A8, 0x1D6B9), strict=True)),
    **dict(zip(range(0x3A3, 0x3AA), range(0x1D6BA, 0x1D6C1), strict=True)),
    **dict(zip(range(0x3B1, 0x3CA), range(0x1D6C2, 0x1D6DB), strict=True)),
}
"""Letters, and the bold ones of the mathematical alphabet."""
ALIASES = {0x3008: 0x27E8, 0x3009: 0x27E9, 0x2027: 0xB7, 0x2705: 0x2611, 0x271D: 0x2020}
"""Characters printed as others: Unicode normalises the angle brackets U+2329 and U+232A to Chinese ones; ✅ is ☑."""
LOWERED = dict(zip("ₐₑₒₓₔₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ", "ᵃᵉᵒˣᵊʰᵏˡᵐⁿᵖˢᵗⁱʲʳᵘᵛ", strict=True))
DOWN = -579
"""From a raised plus of Source Sans to its lowered one, in thousandths of an em."""
SMALL_GREEK = {**dict(zip("ᵅᵝᵞᵟᶿᵠᵡ", "αβγδθφχ", strict=True)), **dict(zip("ᵦᵧᵨᵩᵪ", "βγρφχ", strict=True))}
SMALL = 0.68
"""Of a letter: the raised a of Source Sans is so much smaller than its a."""
RAISED, SUNK = 395, 395 + DOWN
"""The baselines of small letters."""
HEAVY = dict(zip("➕➖➗❗❓➡⬅⬆⬇➔➜➞", "+−÷!?→←↑↓→→→", strict=True))
"""Signs that are bold in any text: screens show some of them in colour."""


def parts(code: int) -> set[int]:
    """Return the letter and the accents that a letter is made of; none for one that is not."""
    apart = normalize("NFD", chr(code))
    return set(map(ord, apart)) if len(apart) > 1 else set()


class Source:
    """A face that outlines are taken from."""

    def __init__(self, name: str) -> None:
        self.font = TTFont(FONTS / f"{name}.ttf")
        self.glyphs = self.font.getGlyphSet()
        self.names = self.font.getBestCmap()

    def drawn(self, *parts: tuple[str, float, float, float]) -> Drawn:
        """Return a glyph of letters side by side, each with its size and its move, and its advance and bearing."""
        pen = TTGlyphPen(None)
        at = 0.0
        for letter, size, right, up in parts:
            name = self.names[ord(letter)]
            outline = DecomposingRecordingPen(self.glyphs)
            self.glyphs[name].draw(outline)
            outline.replay(TransformPen(pen, (size, 0, 0, size, at + right, up)))
            at += right + size * self.font["hmtx"][name][0]
        glyph = pen.glyph()
        glyph.recalcBounds(None)
        return glyph, (round(at), glyph.xMin)


def small_letters(plain: Source, greek: Source) -> dict[str, Drawn]:
    """Return the small letters in one weight: lowered ones of raised ones, Greek ones of letters a little bolder."""
    made = {sign: plain.drawn((raised, 1, 0, DOWN)) for sign, raised in LOWERED.items()}
    return made | {
        sign: greek.drawn((letter, SMALL, 0, RAISED if sign not in "ᵦᵧᵨᵩᵪ" else SUNK))
        for sign, letter in SMALL_GREEK.items()
    }


def bolder(file: Path) -> dict[str, Drawn]:
    """Return the signs of formulas in a font, drawn bolder on both sides of their lines."""
    font = Font(Face(Blob.from_file_path(file)))
    font.synthetic_bold = (BOLDER / 1000, BOLDER / 1000, True)
    made: dict[str, Drawn] = {}
    for code in (code for first, last in FORMULAS for code in range(first, last + 1)):
        if number := font.get_nominal_glyph(code):
            pen = TTGlyphPen(None)
            # HarfBuzz thickens a line upwards.
            font.draw_glyph_with_pen(number, TransformPen(pen, (1, 0, 0, 1, 0, -BOLDER / 2)))
            glyph = pen.glyph()
            glyph.recalcBounds(None)
            made[chr(code)] = glyph, (font.get_glyph_h_advance(number), glyph.xMin)
    return made


def signs_of(font: TTFont) -> set[int]:
    """Return the code points of the signs that are kept."""
    covered = set(Source(FIRST_FALLBACK).names)
    signs = {code for first, last in BLOCKS for code in range(first, last + 1)} & set(font.getBestCmap()) - covered
    # The program takes an accented letter that a text face lacks apart where that has the letter and its accent.
    return {code for code in signs if not (chr(code).isalpha() and parts(code) and parts(code) <= covered)}


def cut(font: TTFont, codes: set[int]) -> None:
    """Drop all but some characters, and every table that only layout needs."""
    options = Options(hinting=False, layout_features=[], notdef_outline=True, name_IDs=[], glyph_names=False)
    options.drop_tables += ["MATH", "GSUB", "GPOS", "GDEF", "DSIG"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def add(font: TTFont, made: dict[str, Drawn], aliases: dict[int, int]) -> None:
    """Add glyphs, and characters that are printed as others."""
    tables = [table for table in font["cmap"].tables if table.isUnicode()]
    for sign, (glyph, metrics) in made.items():
        name = f"uni{ord(sign):04X}"
        font["glyf"][name] = glyph
        font["hmtx"][name] = metrics
        for table in tables:
            table.cmap[ord(sign)] = name
    for table in tables:
        table.cmap |= {code: table.cmap[like] for code, like in aliases.items()}


def save(font: TTFont, style: str, file: str) -> None:
    """Write the font under its own name, and say what is in it; its copyrights stay."""
    stix = "Copyright 2001-2021 The STIX Fonts Project Authors (https://github.com/stipub/stixfonts)"
    texts = {
        0: f"{stix}; small letters © 2014-2023 Adobe",
        1: NAME,
        2: style,
        3: f"StudypackSigns-{style}",
        4: f"{NAME} {style}",
        5: "Version 1.000; from STIX Two Math 2.11",
        6: f"StudypackSigns-{style}",
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        14: "https://openfontlicense.org",
    }
    names = font["name"]
    names.names = []
    for number, words in texts.items():
        names.setName(words, number, 3, 1, 0x409)
    font.save(FONTS / file)
    print(f"{file}: {len(font.getBestCmap())} characters, {len(font.getGlyphOrder())} glyphs")


def main(stix: str) -> None:
    """Write both files."""
    plain, semibold, bold = map(Source, (FIRST_FALLBACK, "SourceSans3_600SemiBold", "SourceSans3_700Bold"))
    serif = Source("SourceSerif4_400Regular")

    font = TTFont(stix, recalcTimestamp=False)
    cut(font, signs_of(font) | {0x20, 0x2D, *BASES} | set(ALIASES.values()))
    made = small_letters(plain, semibold)
    made |= {"⅟": plain.drawn(("¹", 1, 0, 0), ("⁄", 1, -90, 0)), "✕": plain.drawn(("×", 1.3, 0, -90))}
    made |= {sign: semibold.drawn(("×", 1.3, 0, -90)) for sign in "✖❌"}
    made |= {sign: semibold.drawn((like, 1, 0, 0)) for sign, like in HEAVY.items()}
    made |= {"₿": serif.drawn(("₿", 1, 0, 0))}
    add(font, made, ALIASES)
    save(font, "Regular", "StudypackSigns_400Regular.ttf")

    font = TTFont(stix, recalcTimestamp=False)
    marks = {code for code in font.getBestCmap() if combining(chr(code))} - set(plain.names)
    cut(font, {0x20, 0x2D, *marks, *BOLD.values()})
    for table in font["cmap"].tables:
        table.cmap |= {code: table.cmap.pop(like) for code, like in BOLD.items() if like in table.cmap}
    add(font, small_letters(bold, bold) | bolder(FONTS / "StudypackSigns_400Regular.ttf"), {})
    font["OS/2"].usWeightClass, font["OS/2"].fsSelection, font["head"].macStyle = 700, 1 << 5, 1
    save(font, "Bold", "StudypackSigns_700Bold.ttf")


if __name__ == "__main__":
    main(sys.argv[1])
