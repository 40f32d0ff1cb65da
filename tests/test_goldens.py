"""Each section of a small pack as text, one line a text run: a change of the layout is read in the diff."""

from pathlib import Path

import pytest
from laws import text_runs

from studypack.model.options import Options
from studypack.output.compose import compose
from studypack.sections import SECTIONS
from tests.pdf.files import every_key

GOLDENS = Path(__file__).parent / "goldens"


def as_text(document):
    lines = []
    for page, run in text_runs(document):
        size = f"{run.size:.4g}"
        lines.append(f"p{page.number} x{run.x:.0f} y{run.y:.0f} w{run.width:.0f} {size} {run.face.name} {run.text!r}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.name)
def test_section_reads_as_its_golden(section, update_goldens):
    found = as_text(compose(every_key(), Options(), [section], SECTIONS))
    golden = GOLDENS / f"{section.name}.txt"
    if update_goldens:
        golden.write_text(found, encoding="utf-8")
    assert found.splitlines() == golden.read_text(encoding="utf-8").splitlines()


def test_there_is_a_golden_for_every_section_and_no_other():
    assert {path.stem for path in GOLDENS.glob("*.txt")} == {"heard", *(section.name for section in SECTIONS)}
