"""What a start of the program need not wait for is not loaded: each command, and what it has no use for."""

import subprocess
import sys

import pytest

from tests.command import SMALL

_CODE = """
import sys
from studypack.cli import run
try:
    run()
finally:
    print(*sys.modules)
"""
_SETTING = {"studypack.base.engine", "studypack.layout", "studypack.sections", "studypack.output", "uharfbuzz", "PIL"}
_OTHER_LANGUAGES, _FORMULAS = {"babel"}, {"ziamath", "latex2mathml"}


@pytest.mark.parametrize(
    ("words", "needs", "not_needed"),
    [
        (("--help",), "rich", _SETTING | _OTHER_LANGUAGES | _FORMULAS | {"pydantic", "yaml"}),
        (("build", "right.yaml"), "studypack.output.compose", _OTHER_LANGUAGES | _FORMULAS | {"PIL", "rich"}),
        (("check", "right.yaml"), "studypack.output.compose", _OTHER_LANGUAGES | _FORMULAS | {"studypack.importing"}),
        (("check", "wrong.yaml"), "studypack.reading.load", _SETTING | _OTHER_LANGUAGES | _FORMULAS),
    ],
    ids=lambda row: " ".join(row) if isinstance(row, tuple) else "",
)
def test_a_command_waits_for_nothing_that_it_has_no_use_for(words, needs, not_needed, tmp_path):
    (tmp_path / "right.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "wrong.yaml").write_text(f"{SMALL}summmary: Of the pack.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _CODE, *words], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert needs in loaded
    assert not_needed & loaded == set()
