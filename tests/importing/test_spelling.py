"""Misspelt words of notes: what is found, what was meant, and what is left alone."""

import json

import pytest

from studypack.importing.spelling import misspelt
from tests.command import studypack
from tests.effort import ends

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
    # short words, by the commonest
    "hte": "the",
    "adn": "and",
    "wich": "which",
    "thay": "they",
    "ment": "meant",
    "befor": "before",
    "peple": "people",
    # words that look as if they were made of two, or of a word and an ending
    "untill": "until",
    "controll": "control",
    "threshhold": "threshold",
    "publically": "publicly",
    "possable": "possible",
    # British endings that are none
    "humourous": "humorous",
    "fourty": "forty",
    "enourmous": "enormous",
    # two letters
    "critised": "criticised",
    "reccomend": "recommend",
    "dissapear": "disappear",
    "resivoir": "reservoir",
    "vaccum": "vacuum",
    # written as one
    "alot": "a lot",
    "infact": "in fact",
    "inthe": "in the",
    "did'nt": "didn't",
    # what was probably meant is a common word
    "parishs": "parishes",
    "potatos": "potatoes",
    "grammer": "grammar",
    "realy": "really",
    "importent": "important",
    "collegue": "colleague",
}
RIGHT = """
The colour of the centre was grey; he organised and analysed the programme, travelled, and practised his defence.
Haemoglobin, oesophagus, mitochondria and chlorophylls; whilst among them an encyclopaedia and an archaeologist learnt.
Prof. Ponting and Stresemann met Bushell's Freikorps at Rapallo, Locarno and Brest-Litovsk; Lady Bracknell did not.
The govt spent approx 5 hrs on it, ppl cant say why, and it didnt matter. ATP, NADPH and DNA are made at 4x cost.
See https://exampel.org/seperate and anna@exampel.org; `seperate = 1` and $\\seperate$ are no words.
He ploughed in the draught, mouldy and centred; skilfully fulfilled, fuelled, dialled, and wore woollen pyjamas.
Maltase, catalase and the alleles; groynes and tombolos; metics, equites and a princeps; de facto and obiter dicta.
Scalable models. Recurved walls. Hofling (1966): 21 of 22 nurses. Hodgkin saw it, Bullard did not.
Germain of Austro-Hungarian birth, Luxemburg of Philippi, Priestley, Regan and the Wellcome Trust; the Complexo; Mensheviks.
An econ temp of poss govt imp and a struct of the envt; the vires of the wrld.
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


@pytest.mark.parametrize(
    ("line", "word", "meant"),
    [
        ("He broke the seventh Comandment there.", "Comandment", "commandment"),
        ("There was a Seperation of powers.", "Seperation", "separation"),
        ("They wanted a new Goverment soon.", "Goverment", "government"),
        ("THE SEPERATION OF POWERS", "SEPERATION", "separation"),
        ("Econemy was weak.", "Econemy", "economy"),
        ("Segragated schools were shut.", "Segragated", "segregated"),
        ("Orchastra pits are deep.", "Orchastra", "orchestra"),
        ("Acquital rates are high.", "Acquital", "acquittal"),
        ("He feared the Catholisism of the queen.", "Catholisism", "Catholicism"),
        ("It rose in the Carribean and the Phillipines.", "Carribean", "Caribbean"),
        ("They signed at Nurenberg.", "Nurenberg", "Nuremberg"),
        ("On Wensday it fell.", "Wensday", "Wednesday"),
        ("Then Isreal and Amercia met.", "Isreal", "Israel"),
        ("He was Ghandi.", "Ghandi", "Gandhi"),
    ],
)
def test_a_word_with_a_capital_is_held_against_names_and_words(line, word, meant):
    assert (word, meant) in [(each.word, each.suggestion) for each in misspelt([line])]


def test_a_slip_that_stands_often_is_told_if_a_common_word_is_near():
    found = misspelt(["the parliment met"] * 4 + ["the gizmoid turned"] * 4)
    assert [(each.word, each.suggestion) for each in found] == [("parliment", "parliament")]


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


def test_endless_words_and_foreign_notes_are_soon_looked_at():
    syllables = [one + two for one in "bdfgklmnprst" for two in "aeiou"]
    foreign = ["".join(syllables[(at * each) % 59] for each in (3, 7, 11)) for at in range(20_000)]
    with ends():
        misspelt(["he saw " + "undercounteract" * 40 + " there", " ".join(foreign)])
