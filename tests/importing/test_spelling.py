"""Misspelt words of notes: what is found, what was meant, and what is left alone."""

import json

import pytest

from studypack.importing.spelling import misspelt
from tests.command import studypack

SLIPS = {
    "recieved": "received",
    "seperate": "separate",
    "goverment": "government",
    "parliment": "parliament",
    "beleived": "believed",
    "occured": "occurred",
    "independance": "independence",
    "definately": "definitely",
    "commitees": "committees",
    "accomodation": "accommodation",
    "neccesary": "necessary",
    "enviroment": "environment",
    "agression": "aggression",
    "unemployement": "unemployment",
    "photosythesis": "photosynthesis",
    "resperation": "respiration",
    "temperture": "temperature",
    "concequence": "consequence",
    "arguement": "argument",
    "countrys": "countries",
    "politicans": "politicians",
    "warand": "war and",
}
RIGHT = """
The colour of the centre was grey; he organised and analysed the programme, travelled, and practised his defence.
Haemoglobin, oesophagus, mitochondria and chlorophylls; whilst among them an encyclopaedia and an archaeologist learnt.
Prof. Ponting and Stresemann met Bushell's Freikorps at Rapallo, Locarno and Brest-Litovsk; Lady Bracknell did not.
The govt spent approx 5 hrs on it, ppl cant say why, and it didnt matter. ATP, NADPH and DNA are made at 4x cost.
See https://exampel.org/seperate and anna@exampel.org; `seperate = 1` and $\\seperate$ are no words.
The ager publicus, the vires and the longships were unelected; judgement, ageing, sceptical, aluminium and tyre.
"""


@pytest.mark.parametrize(("typed", "meant"), SLIPS.items())
def test_a_slip_is_found_with_the_word_that_was_meant(typed, meant):
    found = misspelt([f"It was the {typed} that they feared most of all."])
    assert [(each.word, each.suggestion) for each in found] == [(typed, meant)]


@pytest.mark.parametrize("line", RIGHT.strip().splitlines())
def test_what_is_right_or_a_name_or_a_term_is_left_alone(line):
    assert misspelt([line]) == []


def test_a_name_is_held_against_those_that_everybody_knows():
    found = misspelt(["Then Britian and Czechoslovkia gave way to Hitlar, and Zorvath did not."])
    assert [(each.word, each.suggestion) for each in found] == [
        ("Britian", "Britain"),
        ("Czechoslovkia", "Czechoslovakia"),
        ("Hitlar", "Hitler"),
    ]


def test_each_is_told_once_and_what_stands_often_never():
    texts = ["the parliment met", "a parliment of owls", *["the gizmoid turned"] * 3]
    assert [(each.text, each.word) for each in misspelt(texts)] == [(0, "parliment")]


def test_the_import_doubts_each_at_its_line_and_changes_none(tmp_path):
    (tmp_path / "n.txt").write_text("The Tsar\n\nPros\n- The goverment was strong\n\nCons\n- It was hated\n", "utf-8")
    done = studypack("import", "n.txt", "--out", "d.yaml", "--json", cwd=tmp_path)
    [doubt] = [each for each in json.loads(done.stdout)["doubts"] if each["kind"] == "spelling"]
    assert (doubt["line"], doubt["text"], doubt["hint"]) == (4, "goverment", "is it 'government'?")
    draft = (tmp_path / "d.yaml").read_text("utf-8")
    assert "# ? spelling: goverment – is it 'government'?" in draft
    assert "government was" not in draft
