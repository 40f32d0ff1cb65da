"""A short run of the fuzzer of notes."""

import pytest

from studypack.importing.notes import Notes
from tests.fuzz import notes as fuzzed
from tests.fuzz.notes import examine, run, spoilt


def test_spoilt_files_of_notes_are_read_or_refused(tmp_path):
    became, finds = run("short", 0, 400, tmp_path / "notes")
    assert finds == []
    for ending in ("txt", "docx", "odt", "html", "csv"):
        assert became[f"{ending} read"] > 5, "what is always refused at once tests little"
    assert became["docx refused"] + became["odt refused"] > 5, "and so does what is always read"


def test_an_input_follows_from_its_seed_and_number():
    assert spoilt(1, 7) == spoilt(1, 7) != spoilt(1, 8)


def test_a_lost_word_and_a_mistake_of_ours_are_found(monkeypatch):
    kept = fuzzed.read_notes(b"one two\n\nthree", "n.txt")
    monkeypatch.setattr(fuzzed, "read_notes", lambda data, name: Notes(name, kept.lines[:1]))
    with pytest.raises(AssertionError, match="three"):
        examine(b"one two\n\nthree", "n.txt")
    monkeypatch.setattr(fuzzed, "read_notes", lambda data, name: {}[name])
    with pytest.raises(KeyError):
        examine(b"one", "n.txt")
