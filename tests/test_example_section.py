"""The section that CONTRIBUTING shows: it is printed, answered, heard and filled in like those that come with the program."""

from pathlib import Path

import pytest
from laws import keeps_the_laws, spoken, texts_apart_are_two_words
from packs import all_pairs, pack, point
from pdf.verdict import verdict_on

from studypack.layout.field import Field
from studypack.model.choices import Paper, Profile
from studypack.model.options import Options
from studypack.output.compose import compose
from studypack.pdf.tagged import pdf_bytes
from studypack.sections import SECTIONS, answers
from tests.example.true_or_false import SECTION
from tests.transcript import heard

EXAMPLE = Path(__file__).parent / "example" / "true_or_false.py"
GUIDE = Path(__file__).parents[1] / "CONTRIBUTING.md"
PACKS = {
    "one date": pack(points=[point("Text.", "A point", date="1921")]),
    "forty dates": pack(points=[point("Text.", f"Point {n} " + "of many words " * (n % 7), date=f"{1900 + n}") for n in range(40)]),
    "a long title": pack(points=[point("Text.", "word " * 400, date="1921"), point("Text.", "B", date="1922-05-03")]),
}  # fmt: skip


def test_the_guide_shows_it_whole():
    shown = "".join(line.removeprefix("    ") for line in GUIDE.read_text(encoding="utf-8").splitlines(keepends=True))
    assert EXAMPLE.read_text(encoding="utf-8") in shown


@pytest.mark.parametrize(("name", "profile", "paper"), all_pairs(PACKS, Profile, Paper))
def test_it_keeps_every_law_on_every_paper_and_in_every_profile(name, profile, paper):
    options = Options(paper=paper, profile=profile, fillable=True)
    document = compose(PACKS[name], options, [SECTION], [SECTION])
    keeps_the_laws(document)
    texts_apart_are_two_words(document)
    fields = [item.name for page in document.pages for item in page.items if isinstance(item, Field)]
    assert [name.partition(":")[0] for name in fields if name.startswith("statement")] == [
        f"statement {number}" for number in range(1, len(PACKS[name].points) + 1)
    ]


def test_the_key_answers_it(shipped):
    options = Options()
    sheet = spoken(compose(shipped, options, [SECTION], [SECTION]))
    key = spoken(compose(shipped, options, [answers.SECTION], [*SECTIONS, SECTION]))
    (owed,) = SECTION.answers(shipped, options)
    assert {answer.accepted[0][0] for answer in owed.answers} == {"T", "F"}
    for answer in owed.answers:
        marked = next(each for each in shipped.marked if each.mark == answer.mark)
        said = " ".join(f"{marked.point.title}: {marked.point.date.long}".split())
        assert (said in sheet) == (answer.accepted == ("T",))
        assert " ".join(answer.accepted[0].split()) in key


def test_a_statement_and_its_answer_are_heard_in_words(shipped):
    sections = (SECTION, answers.SECTION)
    lines = heard(pdf_bytes(compose(shipped, Options(fillable=True), sections, [SECTION])))
    assert "• 1. | (edit: statement 1: The Bolshevik Revolution: 1918 to 1919)" in lines
    assert "• 3: | F: 1919 to 1920 or F (Advantage 1)" in lines


@pytest.mark.parametrize("profile", list(Profile))
def test_its_file_is_valid_and_read_in_order(profile):
    document = compose(PACKS["forty dates"], Options(profile=profile, fillable=True), [SECTION], [SECTION])
    assert verdict_on(document, pdf_bytes(document)) == []
