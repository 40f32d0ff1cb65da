"""What gives an answer away: words that are on the sheet or heard there, and advice on them; and what does not."""

import io

import pikepdf
import pytest

from studypack.model.choices import Key
from studypack.model.options import Flags
from studypack.output.build import render
from studypack.reading.load import load, read
from tests.pdf.leaks import places_of
from tests.pictures import picture_file

TABLE = [
    # answer, words, whether they give it away
    ("IR", "The circuit", False),
    ("IR", "The law of IR", True),
    ("$IR$", "The circuit", False),
    ("$IR$", "The law V = IR", True),
    ("$IR$", "As V equals I R", True),
    ("$\\frac{1}{2}$", "Less than one half", True),
    ("AND", "A flat back and two lines", False),
    ("AND", "An AND gate", True),
    ("IT", "See it", False),
    ("NGO", "Two NGOs", True),
    ("NATO", "The Nato", True),
    ("1", "All 1000 of them", False),
    ("1", "As 3.1 and 1.5", False),
    ("1", "Just 1.", True),
    ("50", "In 1950", False),
    ("1930", "In the 1930s", True),
    ("V", "By volume v", False),
    ("ice", "The price", False),
    ("ice", "Ice floats", True),
    ("law", "Two laws", True),
    ("law", "The lawn", False),
    ("rises", "It arises", False),
    ("circuit", "Two Circuits", True),
    ("resist", "Its resistance", True),
    ("lake", "Lakeside", True),
    ("lake", "A flake", False),
    ("trade agreement", "The trade\N{NO-BREAK SPACE}agreements", True),
    ("İzmir", "At izmir", True),
    ("ελληνική", "ΕΛΛΗΝΙΚΗ", True),
    ("12%", "At 12% a year", True),
    ("2%", "At 12% a year", False),
    ("C++", "In C++17", True),
]


def pack_of(folder, answer, words, language):
    (folder / "dam.png").write_bytes(picture_file(1200, 800))
    text = f"title: T\nlanguage: {language}\nworksheets:\n- title: W\n  passage: 'So then: {{{{{answer}}}}}.'\n"
    text += f"  picture: {{file: dam.png, alt: '{words}', caption: 'Quoth: {words}'}}\n"
    (folder / "p.yaml").write_text(text, encoding="utf-8")
    return load(folder / "p.yaml").pack


@pytest.mark.parametrize(("answer", "words", "gives_away"), TABLE)
def test_only_what_gives_an_answer_away_is_left_out(tmp_path, answer, words, gives_away):
    language = "tr" if "İ" in answer else "el" if "λ" in answer else "en"
    pack = pack_of(tmp_path, answer, words, language)
    flags = Flags(sections=("worksheets",), settings=("worksheets.support=none",), key=Key.SEPARATE)
    pupils = render(pack, flags, "topic")[0].data
    assert bool(places_of("Quoth", pupils)) is not gives_away
    assert bool(places_of("is not said here", pupils)) is gives_away


def card(answer, words):
    return f"flashcards:\n- front: What?\n  back: '{answer}.'\n  picture: {{file: dam.png, alt: A, caption: 'Quoth: {words}'}}\n"


@pytest.mark.parametrize(
    ("answer", "words", "gives_away"), [each for each in TABLE if "İ" not in each[0] and "λ" not in each[0]]
)
def test_a_card_leaves_out_the_same(tmp_path, answer, words, gives_away):
    (tmp_path / "dam.png").write_bytes(picture_file(1200, 800))
    (tmp_path / "p.yaml").write_text("title: T\n" + card(answer, words), encoding="utf-8")
    data = render(load(tmp_path / "p.yaml").pack, Flags(), "topic")[0].data
    assert bool(places_of("Quoth", data)) is not gives_away


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("All 1000 of them are {{1}} here.", "All 1000 of them are blank here."),
        ("In the circuit it is {{IR}}.", "In the circuit it is blank."),
        ("Back and front: it is {{AND}}.", "Back and front: it is blank."),
        ("It rises, and {{rises}}.", ""),
    ],
)
def test_the_name_of_a_field_has_the_words_around_it(text, name):
    pack = read(f"title: T\nworksheets:\n- title: W\n  passage: '{text}'\n".encode(), "p.yaml").pack
    flags = Flags(sections=("worksheets",), settings=("worksheets.support=none",), fillable=True)
    with pikepdf.open(io.BytesIO(render(pack, flags, "topic")[0].data)) as pdf:
        names = [str(field.get("/TU", "")) for field in pdf.Root.AcroForm.Fields]
    (own,) = [each for each in names if "gap 1" in each]
    assert own == "Worksheet 1, gap 1" + (name and f": {name}")


@pytest.mark.parametrize(
    ("answer", "theme", "kept"),
    [("IR", "circuits", True), ("circuit", "circuits", False), ("1", "1000 years", True), ("AND", "land", True)],
)
def test_themes_that_hold_no_answer_are_keywords(answer, theme, kept):
    text = f"title: T\npoints: [{{side: advantage, title: P, theme: {theme}, text: 'It is {{{{{answer}}}}}.'}}]\n"
    data = render(read(text.encode(), "p.yaml").pack, Flags(sections=("worksheets",)), "topic")[0].data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert (theme in str(pdf.docinfo.get("/Keywords", ""))) is kept
