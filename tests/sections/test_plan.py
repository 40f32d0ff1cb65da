"""The plan of an essay: its paragraphs are those of the model answer, of which it says nothing, with help in three steps."""

from itertools import pairwise

import pytest
from laws import keeps_the_laws, spoken, texts_apart_are_two_words
from packs import LONG_WORD, SENTENCE, all_pairs, pack, point
from pdf.verdict import verdict_on

from studypack.base.resources import shipped_content_folder
from studypack.layout.field import Field
from studypack.layout.page import Circle, Rule
from studypack.layout.style import mm
from studypack.model.choices import Paper, Profile, ThemeName
from studypack.model.modes import PlanHelp
from studypack.model.options import Flags, Options
from studypack.model.section_modes import PlanModes
from studypack.output.build import render
from studypack.output.compose import compose
from studypack.pdf.tagged import pdf_bytes
from studypack.reading.load import load
from studypack.sections.plan import SECTION
from tests.pdf.files import every_key
from tests.transcript import heard

SHIPPED = {path.stem: load(path).pack for path in sorted(shipped_content_folder().glob("*.yaml"))}
MOVES = [{"move": "Link", "text": "Hidden."}, {"move": "evidence", "text": "Hidden."}]
PEEL = pack(evaluation={"paragraphs": [MOVES, MOVES[::-1]]})
ASKED = pack(
    question="Was it wise?", points=[point("They met at {{Genoa}}.")], glossary=[{"term": "Pact", "meaning": "A deal."}]
)
LONG = pack(
    question=SENTENCE * 3,
    glossary=[{"term": f"{LONG_WORD}{each}", "meaning": SENTENCE} for each in "ABC"],
    evaluation={"paragraphs": [[{"move": f"{SENTENCE} {n}", "text": "A."} for n in range(30)], *[MOVES] * 20]},
)  # fmt: skip
HOSTILE = {"every key": every_key(), "own moves": PEEL, "no answer": ASKED, "long": LONG}


def made(content, help_given=PlanHelp.FULL, **options):
    return compose(content, Options(plan=PlanModes(help=help_given), **options), [SECTION], [SECTION])


def name_of(content, number):
    return content.say("paragraph", "Paragraph {number}", number=number)


def fields(document, name):
    items = [item for page in document.pages for item in page.items]
    return [item for item in items if isinstance(item, Field) and item.name == name]


@pytest.mark.parametrize(("name", "paper", "profile", "theme"), all_pairs(HOSTILE, Paper, Profile, ThemeName))
@pytest.mark.parametrize("help_given", PlanHelp)
def test_it_keeps_every_law_on_every_paper_and_in_every_profile(name, paper, profile, theme, help_given):
    document = made(HOSTILE[name], help_given, paper=paper, profile=profile, theme=theme, fillable=True)
    keeps_the_laws(document)
    texts_apart_are_two_words(document)


@pytest.mark.parametrize(
    ("help_given", "dots", "prompts", "starters", "bank"),
    [(PlanHelp.FULL, 3, True, True, True), (PlanHelp.SOME, 2, True, False, True), (PlanHelp.NONE, 1, False, False, False)],
)  # fmt: skip
def test_each_step_of_help_takes_something_away_and_says_so(help_given, dots, prompts, starters, bank):
    document = made(SHIPPED["anglo-soviet-relations"], help_given)
    said = spoken(document)
    circles = [item for page in document.pages for item in page.items if isinstance(item, Circle)]
    assert (len([each for each in circles if each.fill]), len([each for each in circles if each.stroke])) == (dots, 1)
    assert said.count(f"Help: {dots} of 3") == 1
    assert ("Which fact proves it best?" in said) == prompts
    starts = ("On the whole …", "It could be said, however, that …", "This is shown by …", "In the end …")
    assert [each in said for each in starts] == [starters] * len(starts)
    assert ("Comintern" in said, "dockers" in said) == (bank, bank)


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("profile", Profile)
def test_every_paragraph_of_the_model_has_lines_wide_enough_to_write_on_and_none_of_its_words(name, profile):
    content = SHIPPED[name]
    document, said = made(content, profile=profile, fillable=True), spoken(made(content))
    assert (content.evaluation.question or content.question) in said
    for number, moves in enumerate(content.evaluation.paragraphs, start=1):
        assert fields(document, name_of(content, number))
        for move in moves:
            assert not any(span.text.strip() in said for span in (*move.text, *move.note) if len(span.text) > 20)
        for page in document.pages:
            (field,) = [
                each for each in page.items if isinstance(each, Field) and each.name == name_of(content, number)
            ] or [None]
            if field is None:
                continue
            rules = {item.y0 for item in page.items if isinstance(item, Rule) and item.x0 == field.x}
            levels = [y for y in sorted(rules) if field.y <= y <= field.y + field.height]
            assert len(levels) > 1
            assert min(above - below for below, above in pairwise(levels)) >= mm(8)


@pytest.mark.parametrize(
    ("content", "paragraphs"),
    [
        (PEEL, ["Paragraph 1", "Paragraph 2"]),
        (ASKED, ["Advantages", "Disadvantages", "Judgement"]),
        (pack(question="Was it wise?"), ["For", "Against", "Judgement"]),
        (pack(question="Why?", sides=[{"name": "Rome"}, {"name": "Sparta"}, {"name": "Athens"}]), ["Rome", "Sparta", "Athens", "Judgement"]),
    ],
)  # fmt: skip
def test_the_paragraphs_are_those_of_the_answer_or_the_sides_and_a_judgement(content, paragraphs):
    document = made(content, fillable=True)
    names = [item.name for page in document.pages for item in page.items if isinstance(item, Field)]
    assert [name for name in dict.fromkeys(names) if name in paragraphs] == paragraphs
    data = render(content, Flags(sections=("plan",)), "pack")[0].data
    assert [line for line in heard(data) if line.startswith("heading 2") and "Word bank" not in line] == [
        f"heading 2: {name}" for name in paragraphs
    ]


def test_moves_of_the_authors_own_are_prompts_and_stand_once_in_a_paragraph(shipped):
    said = spoken(made(PEEL))
    assert said.count("Link: Write this part of the answer") == 2
    twice = spoken(made(pack(evaluation={"paragraphs": [MOVES * 3]})))
    assert (twice.count("Link:"), twice.count("Evidence:")) == (1, 1)


@pytest.mark.parametrize(("profile", "help_given"), all_pairs(Profile, PlanHelp))
def test_its_file_is_valid_and_read_in_order(profile, help_given):
    document = made(every_key(), help_given, profile=profile, fillable=True)
    assert verdict_on(document, pdf_bytes(document)) == []


def test_it_is_printed_where_it_is_asked_for_and_tells_what_it_lacks(typed, desk, shipped):
    assert "plan" not in {page.section for each in render(shipped, Flags(), "topic") for page in each.document.pages}
    assert SECTION.answers(shipped, Options()) == ()
    (desk / "content" / "few.yaml").write_text("title: T\nsummary: Nothing.\n", encoding="utf-8")
    status, _, wrong = typed("build", "content/few.yaml", "--sections", "plan")
    assert status != 0
    assert "the content has no evaluation or question to plan an answer to" in wrong
    assert "write a question" in wrong
