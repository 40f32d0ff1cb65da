"""Advice: each fixture is a pack, and beside it what its author is advised."""

from pathlib import Path

import pytest

from studypack.advice.rules import RULES, advice
from studypack.advice.spelling import find_misspelt, names_in
from studypack.base.errors import Severity, render_all
from studypack.model.letters import edit_distance
from studypack.reading.load import load, read
from tests.pictures import pictures

FIXTURES = sorted((Path(__file__).parent / "fixtures" / "check").glob("*.yaml"))
CONTENT = Path(__file__).parents[1] / "content" / "anglo-soviet-relations.yaml"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_there_is_a_fixture_for_every_kind_of_advice(rule):
    assert any(list(rule(read(path.read_bytes(), path.name, pictures()))) for path in FIXTURES)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_fixture(path, update_goldens):
    found = advice(read(path.read_bytes(), path.name, pictures()))
    expected = path.with_suffix(".txt")
    if update_goldens:
        expected.write_text(render_all(found) + "\n", encoding="utf-8")
    assert render_all(found) + "\n" == expected.read_text(encoding="utf-8")
    assert all(problem.severity is Severity.ADVICE and problem.hint and problem.line for problem in found)


def test_the_cover_has_room_for_as_much_as_is_advised():
    pack = next(path for path in FIXTURES if path.stem == "as-long-as-the-cover")
    assert advice(read(pack.read_bytes(), pack.name)) == ()


def test_the_shipped_content_has_no_misspelt_names():
    assert [problem.message for problem in advice(load(CONTENT)) if "elsewhere" in problem.message] == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("Zinovyev", "Zinoviev"), ("Chamberlin", "Chamberlain"), ("Locrano", "Locarno"), ("Molotow", "Molotov")],
)
def test_slips_are_found(wrong, right):
    assert find_misspelt([wrong], {right}) == {wrong: right}
    assert find_misspelt([wrong, right, right, right], ()) == {wrong: right}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Germans", "Germany"),
        ("Bolsheviks", "Bolshevism"),
        ("Menshevik", "Menshevism"),
        ("German", "Germany"),
        ("British", "Britain"),
        ("Communist", "Communism"),
        ("Russian", "Russia"),
        ("Soviets", "Soviet"),
        ("Allies", "Allied"),
        ("Italian", "Italians"),
        ("Prussia", "Russia"),
        ("Slovenia", "Slovakia"),
    ],
)
def test_forms_of_a_name_are_no_slips(one, two):
    assert find_misspelt([one], {two}) == {}
    assert find_misspelt([two], {one}) == {}


def test_a_spelling_must_be_rare_to_be_a_slip():
    assert find_misspelt(["Maisky", "Maisky", "Maysky"], ()) == {}
    assert find_misspelt(["Maisky"] * 3 + ["Maysky"], ()) == {"Maysky": "Maisky"}


def test_names_are_capitalised_within_a_sentence():
    text = "Through Locarno’s spirit came Briand. “Though late,” said Stresemann, NATO."
    assert names_in(text) == ["Locarno", "Briand", "Stresemann"]


def test_a_name_after_a_title_opens_no_sentence():
    assert names_in("They met Mr. Chamberlain and Prof. Trevelyan. Then “Gen. Petrov” left: Stalin.") == [
        "Chamberlain",
        "Trevelyan",
        "Petrov",
    ]


def test_distance_counts_slips():
    assert [edit_distance("locarno", word) for word in ("locarno", "locrano", "locano", "lucarna")] == [0, 1, 1, 2]
