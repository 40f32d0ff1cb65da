"""A short run of the loader's fuzzer, and of its watchdog."""

import pytest

from studypack.base.errors import ContentError
from tests.fuzz import loading
from tests.fuzz.loading import examine, run
from tests.fuzz.mutating import seeds, spoilt
from tests.fuzz.watch import TooSlowError, watched


def test_spoilt_files_are_read_or_refused(tmp_path):
    became, finds = run("short", 0, 600, tmp_path / "content.yaml")
    assert finds == []
    assert became["read"] > 20, "what is always refused at once tests little"
    assert became["refused"] > 200


def test_an_input_follows_from_its_seed_and_number():
    originals = seeds()
    assert spoilt(1, 7, originals) == spoilt(1, 7, originals) != spoilt(1, 8, originals)


@pytest.mark.parametrize("planted", [ValueError("ours"), ContentError([])])
def test_a_planted_mistake_is_found(planted, tmp_path, monkeypatch):
    def broken(path):
        raise planted

    monkeypatch.setattr(loading, "read", broken)
    with pytest.raises((ValueError, AssertionError)):
        examine(b"title: T\n", tmp_path / "content.yaml")


def test_an_endless_loop_is_stopped():
    with pytest.raises(TooSlowError), watched(0.05):
        while True:
            pass
