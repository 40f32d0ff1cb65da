"""Kerning: how much nearer to its neighbour, or further from it, a letter stands than the widths say."""

from collections.abc import Mapping

import uharfbuzz

Kerns = tuple[tuple[int, float], ...]
"""For each letter that is moved: its index in the word, and how far to the right, in thousandths of an em."""

_ONE_BY_ONE = dict.fromkeys(("liga", "clig", "calt", "dlig", "rlig", "rclt", "ccmp", "locl"), False)
"""Every letter keeps the glyph that it has by itself: the PDF embeds that one, and copies as that letter."""


class Kerning:
    """The kerning of one typeface file, asked of HarfBuzz."""

    def __init__(self, shaper: uharfbuzz.Font, glyphs: Mapping[int, int], widths: Mapping[int, float]) -> None:
        """`glyphs` and `widths` by code point, the widths in thousandths of an em, which is the shaper's scale."""
        self._shaper, self._glyphs, self._widths = shaper, glyphs, widths
        self._buffer = uharfbuzz.Buffer()

    def of(self, word: str) -> Kerns:
        """The letters of a word that are moved; none where HarfBuzz would print other glyphs than ours.

        The word is to have no spaces and no character that the face lacks.
        """
        if len(word) < 2:
            return ()
        buffer, glyphs, widths = self._buffer, self._glyphs, self._widths
        buffer.clear_contents()
        # HarfBuzz prints nothing for a soft hyphen, which we place only where it shows.
        buffer.add_str(word.replace("\u00ad", "-"))
        # Left to itself, HarfBuzz takes the language of the process's locale.
        buffer.direction, buffer.language = "ltr", "en"
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._shaper, buffer, _ONE_BY_ONE)
        letters = [ord(letter) for letter in word]
        # Of ASCII, nothing is composed, reordered or left out.
        if not word.isascii() and [info.codepoint for info in buffer.glyph_infos] != [glyphs[each] for each in letters]:
            return ()
        advances = [position.x_advance for position in buffer.glyph_positions]
        return tuple(
            [
                (index, advance - widths[letter])
                for index, (advance, letter) in enumerate(zip(advances, letters, strict=True), 1)
                if advance != widths[letter] and index < len(letters)
            ]
        )
