"""Letters know the language: capitals, equality and the alphabet, by themselves and on the pages."""

import pytest
from laws import text_runs

from studypack.advice.rules import advice
from studypack.model.content import Pack
from studypack.model.letters import capitalise, collation_key, fold_case, initial, lower, uncapitalise, upper
from studypack.model.options import Flags
from studypack.output.build import render
from studypack.reading.load import read


@pytest.mark.parametrize(
    ("language", "word", "capitals", "first"),
    [
        ("tr", "istanbul", "İSTANBUL", "İstanbul"),
        ("tr-TR", "ılık iğne", "ILIK İĞNE", "Ilık iğne"),
        ("az", "iqtisad", "İQTİSAD", "İqtisad"),
        ("AZ-Latn", "ışıq", "IŞIQ", "Işıq"),
        ("en", "istanbul", "ISTANBUL", "Istanbul"),
        ("el", "ειρήνη", "ΕΙΡΗΝΗ", "Ειρήνη"),
        ("el", "όχι", "ΟΧΙ", "Όχι"),
        ("el", "τέλος", "ΤΕΛΟΣ", "Τέλος"),
        ("el", "Μάιος", "ΜΑΪΟΣ", "Μάιος"),
        ("el", "ρολόι και άυλος", "ΡΟΛΟΪ ΚΑΙ ΑΫΛΟΣ", "Ρολόι και άυλος"),
        ("el", "θεϊκός", "ΘΕΪΚΟΣ", "Θεϊκός"),
        ("el", "Μαΐου", "ΜΑΪΟΥ", "Μαΐου"),
        ("el", "ναι ή όχι", "ΝΑΙ Ή ΟΧΙ", "Ναι ή όχι"),
        ("el", "εἰρήνη", "ΕΙΡΗΝΗ", "Εἰρήνη"),
        ("el", "café", "CAFÉ", "Café"),
        ("en", "ειρήνη", "ΕΙΡΉΝΗ", "Ειρήνη"),
        ("nl", "ijs", "IJS", "IJs"),
        ("nl-BE", "ijzertijd", "IJZERTIJD", "IJzertijd"),
        ("nl", "IJsland", "IJSLAND", "IJsland"),
        ("nl", "bijna", "BIJNA", "Bijna"),
        ("nl", "’s morgens", "’S MORGENS", "’s Morgens"),
        ("nl", "'t ijs", "'T IJS", "'t IJs"),
        ("af", "’n man", "’N MAN", "’n Man"),
        ("de", "ijob", "IJOB", "Ijob"),
        ("lt", "i\u0307\u0301švada", "ÍŠVADA", "Íšvada"),
        ("lt", "j\u0307\u0303", "J\u0303", "J\u0303"),
        ("lt", "ilgas", "ILGAS", "Ilgas"),
        ("de", "straße", "STRASSE", "Straße"),
        ("hr", "ǆep", "ǄEP", "ǅep"),
        ("fr", "école", "ÉCOLE", "École"),
        ("en", "1921 and on", "1921 AND ON", "1921 and on"),
        ("en", "", "", ""),
    ],
)
def test_capitals(language, word, capitals, first):
    assert upper(word, language) == capitals
    assert capitalise(word, language) == first


@pytest.mark.parametrize(
    ("language", "capitals", "small"),
    [
        ("tr", "IŞIK İĞNE", "ışık iğne"),
        ("az", "İQTİSAD", "iqtisad"),
        ("en", "ISTANBUL", "istanbul"),
        ("el", "ΤΕΛΟΣ", "τελος"),
    ],
)
def test_small_letters(language, capitals, small):
    assert lower(capitals, language) == small


@pytest.mark.parametrize(
    ("language", "word", "small", "letter"),
    [
        ("nl", "IJsland", "ijsland", "IJ"),
        ("tr", "Iğdır", "ığdır", "I"),
        ("tr", "izmir", "izmir", "İ"),
        ("el", "Ίσως", "ίσως", "Ι"),
        ("en", "Igloo", "igloo", "I"),
        ("de", "ßa", "ßa", "S"),
        ("en", "", "", ""),
    ],
)
def test_a_small_first_letter_and_the_letter_by_itself(language, word, small, letter):
    assert uncapitalise(word, language) == small
    assert initial(word, language) == letter


@pytest.mark.parametrize(
    ("language", "one", "other", "equal"),
    [
        ("tr", "İstanbul", "istanbul", True),
        ("tr", "IRAK", "ırak", True),
        ("tr", "Irak", "irak", False),
        ("az", "İqtisad", "iqtisad", True),
        ("az", "Iqtisad", "iqtisad", False),
        ("en", "Istanbul", "istanbul", True),
        ("en", "İstanbul", "istanbul", True),
        ("el", "Ειρήνη", "ειρήνη", True),
        ("el", "ΤΕΛΟΣ", "τελος", True),
        ("el", "πότε", "ποτέ", False),
        ("nl", "IJs", "ijs", True),
        ("nl", "ĳs", "IJs", True),
        ("lt", "Í", "i\u0307\u0301", True),
        ("de", "Masse", "Maße", False),
        ("de", "MASSE", "Masse", True),
        ("fr", "École", "école", True),
        ("fr", "ecole", "école", False),
    ],
)
def test_equal_but_for_capitals(language, one, other, equal):
    assert (fold_case(one, language) == fold_case(other, language)) is equal


@pytest.mark.parametrize(
    ("word", "under"),
    [
        ("Évian", "evian"),
        ("Łódź", "lodz"),
        ("straße", "strasse"),
        ("Ærø", "aero"),
        ("Ǿ", "o"),
        ("Þingvellir", "thingvellir"),
        ("Ħal Għaxaq", "hal ghaxaq"),
        ("İzmir", "izmir"),
        ("ﬁne", "fine"),
        ("Ленин", "ленин"),
    ],
)
def test_a_word_is_filed_by_its_letters(word, under):
    assert collation_key(word, "en") == under


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("tr", "cüce Çanakkale dağ gül ığdır Irak iki İzmir ordu örnek su şeker uzun ülke"),
        ("az", "can çay elm əlaqə gün ğ hava xalq ıldır iqtisad"),
        ("sv", "zebra ål Älg örn"),
        ("da", "zebra æble Ørn år"),
        ("de", "Affe Ähre Apfel Öl Ort über Zug"),
        ("es", "nube ñandú oso"),
        ("pl", "lato łąka łuk mama"),
        ("cs", "cena čas dům hora chata ikona"),
        ("lt", "cukrus čekis yla ilgas jis"),
        ("ru", "ива йод калина"),
        ("el", "άλφα βήτα έψιλον Ζήτα"),
        ("en", "Évian exile Łódź London"),
    ],
)
def test_the_alphabet_is_the_language_s(language, words):
    wanted = words.split()
    backwards = wanted[::-1]
    assert sorted(backwards, key=lambda word: collation_key(word, language)) == wanted


def runs_of(text):
    pack = read(text.encode(), "pack.yaml").pack
    document, *_ = (made.document for made in render(pack, Flags(), "pack"))
    return pack, [run.text.strip() for _, run in text_runs(document) if run.text.strip()]


TURKISH = """\
title: Sanayi
language: tr
subject: iktisat dili
sides: {advantage: ilerleme, disadvantage: Ilımlılık}
points:
  - {side: advantage, theme: iktisat, date: 1920, title: İlk, text: "Önce {{ışık}} vardı, sonra {{Işık}} ve {{iş}}."}
  - {side: disadvantage, theme: İktisat, date: 1921, title: Son, text: "Sonra {{şeker}} ve {{su}} geldi."}
glossary:
  - {term: iki, meaning: İki.}
  - {term: ışık, meaning: Işık.}
pack: {table: {mode: paired, by: theme}}
"""


def test_a_turkish_pack_keeps_the_dots():
    pack, printed = runs_of(TURKISH.replace("pack: {", "pack: {preset: full, "))
    words = " ".join(printed)
    assert "İKTİSAT DİLİ" in words
    assert [marked.mark for marked in pack.marked] == ["İ1", "I1"]
    assert "İktisat" in printed  # the two spellings of the theme are one row, with its capital
    terms = words.partition("Cover the right-hand column")[2]
    assert terms.index("ışık") < terms.index("iki")
    bank = printed[printed.index("WORD BANK") :]
    assert bank.index("iş") < bank.index("su") < bank.index("şeker")


def test_greek_capitals_have_no_accents_and_stay_the_packs_own_words():
    _, printed = runs_of(
        "title: Ιστορία\nlanguage: el\nsubject: ιστορία και πολιτική\npoints:\n"
        "  - {side: advantage, date: 1923, title: ειρήνη, text: 'Τέλος με {{ειρήνη}}.'}\n"
    )
    assert "ΙΣΤΟΡΙΑ ΚΑΙ ΠΟΛΙΤΙΚΗ" in " ".join(printed)


def test_dutch_themes_and_marks_have_a_whole_ij():
    pack, printed = runs_of(
        "title: De ijstijd\nlanguage: nl\nsides: {advantage: ijzer, disadvantage: nadeel}\npoints:\n"
        "  - {side: advantage, theme: ijs, date: 1923, title: ijs, text: 'Het {{ijs}}.'}\n"
        "pack: {table: {mode: paired, by: theme}}\n"
    )
    assert pack.marked[0].mark == "IJ1"
    assert "IJs" in printed


def test_advice_compares_as_the_language_does():
    text = (
        "title: T\nlanguage: tr\npoints:\n  - {side: advantage, id: a, title: A, text: 'Bu {{Işık}}. Ve {{ışık}}; {{iş}}.'}\n"
        "worksheets: [{title: W, points: [a], distractors: [IŞIK, İş, Iş]}]\n"
    )
    found = [problem.message for problem in advice(read(text.encode(), "pack.yaml"))]
    assert any("'ışık' fills two gaps" in message for message in found)
    assert [message.split("'")[1] for message in found if "is a right answer" in message] == ["IŞIK", "İş"]


def test_ids_keep_the_letters_of_their_titles():
    points = [{"side": "advantage", "title": title, "text": "A {{b}}."} for title in ("Το τέλος", "İzmir", "ΤΕΛΟΣ")]
    assert [marked.key for marked in Pack.model_validate({"title": "T", "points": points}).marked] == [
        "το-τέλος",
        "izmir",
        "τελος",
    ]
