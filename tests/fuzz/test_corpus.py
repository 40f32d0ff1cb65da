"""Every input that was once a find, and the nastiest that were none: read or refused, each as it should be, and soon."""

from pathlib import Path

import pytest

from studypack.model.options import Flags
from tests.fuzz import building, loading

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.yaml"))


def test_there_is_a_corpus():
    assert len(CORPUS) >= 25


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_it_is_read_or_refused(path, tmp_path):
    said = loading.examine(path.read_bytes(), tmp_path / "content.yaml")
    assert said == ("refused" if path.stem.startswith("no-") else "read")


@pytest.mark.parametrize(
    "path", [path for path in CORPUS if not path.stem.startswith("no-")], ids=lambda path: path.stem
)
def test_what_is_read_is_built(path, tmp_path):
    assert building.examine(path.read_bytes(), Flags(), tmp_path / "content.yaml") == "built"
