"""Each of the checks sees what it is for: single defects planted in a sound file are found, and the file without is not."""

import io

import pikepdf
import pytest
from laws import spoken

from studypack.model.options import Options
from studypack.output.compose import compose
from studypack.pdf.tagged import pdf_bytes
from tests.pdf import defects_of_content, defects_of_structure  # noqa: F401 (they fill the list)
from tests.pdf.conformance import breaches
from tests.pdf.defect import CONSISTENCY, DEFECTS, HEARING, ORDER, VALIDATOR
from tests.pdf.files import named, with_pictures
from tests.pdf.hearing import HEARING as LAWS_BY_EAR
from tests.pdf.tagged import opened
from tests.pdf.verdict import findings, out_of_order

SHOWN = ("cover", "contents", "timeline", "evaluation")


@pytest.fixture(scope="module")
def sound():
    """A file with elements of every kind, and its text."""
    sections = tuple(named(name) for name in SHOWN)
    answered = named("answers")
    document = compose(with_pictures(), Options(), (*sections, answered), sections)
    return pdf_bytes(document), spoken(document)


def planted(data, change=None):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if change:
            change(pdf)
        made = io.BytesIO()
        pdf.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


def seen_by(data, wanted):
    """What each kind of check finds."""
    with opened(data) as tagged:
        return {
            # pikepdf ends streams in its own way; how ours end is looked at where they are fresh.
            VALIDATOR: [each for each in breaches(data) if "STREAM-LENGTH" not in each],
            CONSISTENCY: list(map(str, findings(tagged))),
            ORDER: list(map(str, out_of_order(tagged, wanted))),
            HEARING: list(map(str, findings(tagged, LAWS_BY_EAR))),
        }


def test_the_file_is_sound_before(sound):
    data, wanted = sound
    assert seen_by(planted(data), wanted) == {VALIDATOR: [], CONSISTENCY: [], ORDER: [], HEARING: []}


@pytest.mark.parametrize("change", DEFECTS, ids=lambda change: change.__name__)
def test_a_planted_defect_is_seen(sound, change):
    data, wanted = sound
    seen = seen_by(planted(data, change), wanted)
    assert {name for name, found in seen.items() if found} >= DEFECTS[change], seen


def test_no_kind_of_check_is_idle():
    """What the validator misses is what the others are for."""
    assert len(DEFECTS) > 50
    alone = [seen_by for seen_by in DEFECTS.values() if len(seen_by) == 1]
    assert all({name} in alone for name in (VALIDATOR, CONSISTENCY, ORDER, HEARING))
    assert sum(VALIDATOR not in seen_by for seen_by in DEFECTS.values()) > 20
