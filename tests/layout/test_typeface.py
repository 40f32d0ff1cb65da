"""Typeface files: read at a stroke, they say what ReportLab's own reading says."""

import subprocess
import sys
from pathlib import Path

import pytest

from studypack.layout.typeface import Typeface, opened

FILES = sorted((Path(__file__).parents[2] / "fonts").glob("*.ttf"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_read_as_reportlab_reads_it(path):
    _, swift = opened(path.stem, path.read_bytes())
    own = Typeface.__base__(str(path))
    assert len(own.charToGlyph) > 170
    # The glyph 0 stands for what a face lacks. The soft hyphen is ours: the hyphen itself.
    theirs = {code: glyph for code, glyph in own.charToGlyph.items() if glyph and code != 0xAD}
    assert {code: glyph for code, glyph in swift.charToGlyph.items() if code in theirs} == theirs
    assert set(swift.charToGlyph) - set(theirs) <= {0xAD}
    assert {code: swift.charWidths[code] for code in theirs} == {code: own.charWidths[code] for code in theirs}
    for name in ("hmetrics", "glyphPos", "defaultWidth", "ascent", "descent", "capHeight", "bbox", "stemV", "flags"):
        assert getattr(swift, name) == getattr(own, name), name
    letters = [ord(letter) for letter in "Łódź fi 1917–21 “Yes”"]
    assert swift.makeSubset(letters) == own.makeSubset(letters)


def test_a_soft_hyphen_is_printed_as_a_hyphen_in_every_face():
    assert len(FILES) > 8
    for path in FILES:
        _, face = opened(path.stem, path.read_bytes())
        assert face.charWidths[0xAD] == face.charWidths[ord("-")]


def test_pillow_is_not_waited_for():
    script = (
        "import sys, studypack.output.build; print('PIL' in sys.modules, 'pyphen' in sys.modules); import PIL.Image"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
