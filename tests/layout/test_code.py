"""Code: its face and its size."""

from struct import unpack_from

import pytest

from studypack.layout.fonts import Family, face
from studypack.layout.style import Style

FACES = [(family, bold) for family in Family for bold in (False, True)]


def _outlines(face, letter):
    """How many closed lines a letter is drawn with: an O with two, a nought with a dot in it with three."""
    drawn = face.font.face
    return unpack_from(">h", drawn.get_table("glyf"), drawn.glyphPos[drawn.charToGlyph[ord(letter)]])[0]


@pytest.mark.parametrize(("family", "bold"), FACES)
def test_small_letters_of_code_are_as_tall_as_those_of_the_text(family, bold):
    style = Style(face(family, bold=bold), 10, 14, family=family)
    x, mono = ord("x"), style.code
    assert mono.face.monospaced
    assert mono.face.bold == bold
    tops = [
        each.face.font.face.shaper.get_glyph_extents(each.face.font.face.charToGlyph[x]).y_bearing * each.size / 1000
        for each in (style, mono)
    ]
    assert tops[0] == pytest.approx(tops[1], abs=0.001)
    assert mono.code == mono


def test_every_letter_of_code_is_as_wide_and_the_nought_is_no_o():
    for bold in (False, True):
        mono = face(Family.MONO, bold=bold)
        assert {mono.width(word, 10) for word in ("0Oil1 = ", "WAVE To.", 'f("fi") ')} == {48.0}
        assert mono.kerns("AVATo.") == ()
        assert [_outlines(mono, letter) for letter in "0O"] == [3, 2]
