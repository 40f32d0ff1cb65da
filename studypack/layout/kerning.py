"""Kerning: how much nearer to its neighbour, or further from it, a letter stands than the widths say; accents too."""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import uharfbuzz

Kerns = tuple[tuple[int, float, float], ...]
"""For each letter that is moved: its index in the word, how much further to the right it stands than the letter before
it and the widths say, and how far above the line, both in thousandths of an em. After an accent that stands apart from
its letter, the next one is moved back; at a word's end its index is the word's length."""

_ONE_BY_ONE = dict.fromkeys(("liga", "clig", "calt", "dlig", "rlig", "rclt", "ccmp", "locl"), False)
"""Every letter keeps the glyph that it has by itself: the PDF embeds that one, and copies as that letter."""


_ABOVE, _BELOW = 230, 220
"""Unicode's combining classes."""
_MODEL = "x"


class _Ink(NamedTuple):
    """What a letter covers, in thousandths of an em."""

    middle: float
    """From its end, so negative."""
    top: float
    bottom: float


def clusters(text: str) -> Iterator[str]:
    """The letters of a text, each with the accents that stand apart from it."""
    begin = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not unicodedata.combining(text[end]):
            yield text[begin:end]
            begin = end


class Kerning:
    """The kerning of one typeface file, asked of HarfBuzz."""

    def __init__(self, shaper: uharfbuzz.Font, glyphs: Mapping[int, int], widths: Mapping[int, float]) -> None:
        """`glyphs` and `widths` by code point, the widths in thousandths of an em, which is the shaper's scale."""
        self._shaper, self._glyphs, self._widths = shaper, glyphs, widths
        self._buffer = uharfbuzz.Buffer()

    def of(self, word: str) -> Kerns:
        """The letters of a word that are moved; accents alone where HarfBuzz would print other glyphs than ours.

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
        advances = [widths[letter] for letter in letters]
        offsets = [(0.0, 0.0)] * len(word)
        # Of ASCII, nothing is composed, reordered or left out.
        if word.isascii() or [info.codepoint for info in buffer.glyph_infos] == [glyphs[each] for each in letters]:
            advances = [position.x_advance for position in buffer.glyph_positions]
            offsets = [(position.x_offset, position.y_offset) for position in buffer.glyph_positions]
        if not word.isascii():
            # In a monospaced face an accent is as wide as a letter, and yet takes no room over one.
            advances = [0 if at and unicodedata.combining(word[at]) else wide for at, wide in enumerate(advances)]
            self._place_accents(word, offsets)
        moved, before = [], (0.0, 0.0)
        for index, offset in enumerate([*offsets, (0.0, 0.0)]):
            kern = advances[index - 1] - widths[letters[index - 1]] if index else 0
            right = kern + offset[0] - before[0]
            if right or offset[1] or before[1]:
                moved.append((index, right, offset[1]))
            before = offset
        return tuple(moved)

    def _place_accents(self, word: str, offsets: list[tuple[float, float]]) -> None:
        """Where the face says nothing of an accent and its letter, the accent stands as over an x."""
        for index, mark in enumerate(word):
            if index and unicodedata.combining(mark) and offsets[index] == (0, 0):
                base = next(at for at in range(index - 1, -1, -1) if not at or not unicodedata.combining(word[at]))
                offsets[index] = self._as_over_x(word[base], mark)

    def _as_over_x(self, letter: str, mark: str) -> tuple[float, float]:
        right, up = self._over_x(mark)
        at, like = self._ink(letter), self._ink(_MODEL)
        above, below = unicodedata.combining(mark) == _ABOVE, unicodedata.combining(mark) == _BELOW
        lift = max(at.top - like.top, 0) if above else min(at.bottom - like.bottom, 0) if below else 0
        return right + at.middle - like.middle, up + lift

    def _over_x(self, mark: str) -> tuple[float, float]:
        """Where the face has an accent over or under an x; in its middle, if it does not say."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(_MODEL + mark)
        buffer.direction, buffer.language = "ltr", "en"
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._shaper, buffer, _ONE_BY_ONE)
        position = buffer.glyph_positions[-1]
        if position.x_offset or position.y_offset:
            return position.x_offset, position.y_offset
        own = self._shaper.get_glyph_extents(self._glyphs[ord(mark)])
        return self._ink(_MODEL).middle - (own.x_bearing + own.width / 2), 0

    def _ink(self, letter: str) -> _Ink:
        extents = self._shaper.get_glyph_extents(self._glyphs[ord(letter)])
        middle = extents.x_bearing + extents.width / 2 - self._widths[ord(letter)]
        return _Ink(middle, extents.y_bearing, extents.y_bearing + extents.height)
