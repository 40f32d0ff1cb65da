"""A short run of the builds' fuzzer."""

import pytest

from studypack.model.options import Flags
from tests.fuzz import building
from tests.fuzz.building import examine, run
from tests.fuzz.packing import Packer


def test_packs_by_chance_are_built_or_refused(tmp_path):
    became, finds = run("short", 0, 25, tmp_path / "content.yaml")
    assert finds == []
    assert became["built"] > 12


def test_a_pack_follows_from_its_seed_and_number():
    def made(number):
        packer = Packer(1, number)
        return packer.content(), packer.flags()

    assert made(3) == made(3) != made(4)


def test_a_planted_breach_is_found(tmp_path, monkeypatch):
    def never(document):
        raise AssertionError("planted")

    monkeypatch.setattr(building, "LAWS", (never,))
    with pytest.raises(AssertionError, match="planted"):
        examine(b"title: T\nsummary: Words.\n", Flags(), tmp_path / "content.yaml")
