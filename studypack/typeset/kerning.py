"""Kerning: how much nearer to its neighbour, or further from it, a letter stands than the widths say."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import uharfbuzz

Kerns = tuple[tuple[int, float], ...]
"""For each letter that is moved: its index in the word, and how far to the right, in thousandths of an em."""

_ONE_BY_ONE = dict.fromkeys(("liga", "clig", "calt", "dlig", "rlig", "rclt", "ccmp", "locl"), False)
"""Every letter keeps the glyph that it has by itself: the PDF embeds that one, and copies as that letter."""


class Kerning:
    """The kerning of one typeface file, asked of HarfBuzz. Opened when the first word is asked for."""

    def __init__(self, path: Path, glyphs: Mapping[int, int], widths: Mapping[int, float]) -> None:
        """`glyphs` and `widths` by code point, the widths in thousandths of an em."""
        self._path, self._glyphs, self._widths = path, glyphs, widths

    @cached_property
    def _font(self) -> uharfbuzz.Font:
        font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(self._path))))
        font.scale = (1000, 1000)
        return font

    def of(self, word: str) -> Kerns:
        """The letters of a word that are moved; none where HarfBuzz would print other glyphs than ours.

        The word is to have no spaces and no character that the face lacks.
        """
        if len(word) < 2:
            return ()
        buffer = uharfbuzz.Buffer()
        # HarfBuzz prints nothing for a soft hyphen, which we place only where it shows.
        buffer.add_str(word.replace("\u00ad", "-"))
        # Left to itself, HarfBuzz takes the language of the process's locale.
        buffer.direction, buffer.language = "ltr", "en"
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._font, buffer, _ONE_BY_ONE)
        letters = [ord(letter) for letter in word]
        if [info.codepoint for info in buffer.glyph_infos] != [self._glyphs[letter] for letter in letters]:
            return ()
        widths = self._widths
        advances = [position.x_advance for position in buffer.glyph_positions]
        return tuple(
            [
                (index, advance - widths[letter])
                for index, (advance, letter) in enumerate(zip(advances, letters, strict=True), 1)
                if advance != widths[letter] and index < len(letters)
            ]
        )
