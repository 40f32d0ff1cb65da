"""Exit tickets: alike on a page or of three kinds, cut into equal slips, answered in the key, and silent about answers."""

import re

import pytest
from laws import keeps_the_laws, spoken, text_runs, texts_apart_are_two_words
from packs import LONG_WORD, SENTENCE, all_pairs, pack, point
from pdf.verdict import verdict_on

from studypack.base.resources import shipped_content_folder
from studypack.layout.field import Field
from studypack.layout.page import Rule
from studypack.model.choices import Paper, Profile, ThemeName
from studypack.model.options import Flags, Options
from studypack.model.section_modes import ExitModes
from studypack.output.build import render
from studypack.output.compose import compose
from studypack.pdf.tagged import pdf_bytes
from studypack.reading.load import load
from studypack.sections import answers
from studypack.sections.exit import SECTION
from tests.pdf.files import every_key
from tests.pdf.leaks import places_of
from tests.transcript import heard

SHIPPED = {path.stem: load(path).pack for path in sorted(shipped_content_folder().glob("*.yaml"))}
FEW = pack(
    title="Rome", glossary=[{"term": "Consul", "meaning": "A leader."}, {"term": "Senate", "meaning": "Old men."}]
)
LONG = pack(
    title="A title that is long " * 9,
    glossary=[{"term": f"{LONG_WORD}{n}", "meaning": f"{SENTENCE} {SENTENCE} {word}"} for n, word in enumerate("ABCDEF")],
)  # fmt: skip
FORMULAS = pack(
    points=[point("The force on the body is the product that {{$F = ma$}} says of $m$ in the field **B**.")],
    glossary=[
        {"term": "Q~10~", "meaning": "How much *faster* it is: $Q$ of $\\frac{1}{2}$."},
        {"term": "Consul", "meaning": "A leader."},
    ],
)
HOSTILE = {"every key": every_key(), "two terms": FEW, "long": LONG, "formulas": FORMULAS}


def made(content, *, alike=True, **options):
    return compose(content, Options(exit=ExitModes(alike=alike), **options), [SECTION], [SECTION])


def owed(content, *, alike=True, seed=0):
    (sheet,) = SECTION.answers(content, Options(seed=seed, exit=ExitModes(alike=alike)))
    return sheet.answers


@pytest.mark.parametrize(("name", "paper", "profile", "theme"), all_pairs(HOSTILE, Paper, Profile, ThemeName))
@pytest.mark.parametrize("alike", [True, False])
def test_it_keeps_every_law_on_every_paper_and_in_every_profile(name, paper, profile, theme, alike):
    document = made(HOSTILE[name], alike=alike, paper=paper, profile=profile, theme=theme, fillable=True)
    keeps_the_laws(document)
    texts_apart_are_two_words(document)
    names = [item.name for page in document.pages for item in page.items if isinstance(item, Field)]
    for answer in owed(HOSTILE[name], alike=alike):
        assert [each for each in names if each.startswith(f"question {answer.number}")]
    tickets = len(owed(HOSTILE[name], alike=alike)) // 2
    assert names.count("Still unsure about") == names.count("Name") == tickets


@pytest.mark.parametrize(
    ("paper", "profile", "tickets"),
    [
        (Paper.A4, Profile.STANDARD, 3),
        (Paper.LETTER, Profile.STANDARD, 3),
        (Paper.A4, Profile.LARGE, 2),
        (Paper.A5, Profile.STANDARD, 2),
        (Paper.A5, Profile.LARGE, 1),
    ],
)
def test_a_page_has_as_many_equal_tickets_as_have_room(paper, profile, tickets):
    (page,) = made(SHIPPED["roman-republic"], paper=paper, profile=profile).pages
    heads = [
        run
        for _, run in text_runs(made(SHIPPED["roman-republic"], paper=paper, profile=profile))
        if run.text == "Exit ticket"
    ]
    cuts = [item.y0 for item in page.items if isinstance(item, Rule) and item.dash and item.x1 - item.x0 == page.width]
    assert len(heads) == tickets
    assert cuts == pytest.approx([page.height * (tickets - number) / tickets for number in range(1, tickets)])


def test_a_class_reads_one_ticket_or_three(shipped):
    alike, others = made(shipped), made(shipped, alike=False)
    assert spoken(alike).count("Still unsure about") == 1
    assert spoken(others).count("Still unsure about") == 3
    for letter in "ABC":
        assert f"Exit ticket {letter}" in spoken(others)
    words = [sum(run.text == "Still unsure about" for _, run in text_runs(each)) for each in (alike, others)]
    assert words == [3, 3]


@pytest.mark.parametrize("alike", [True, False])
@pytest.mark.parametrize("name", SHIPPED)
def test_the_key_answers_what_the_tickets_ask_and_they_do_not(name, alike):
    content = SHIPPED[name]
    options = Options(fillable=True, exit=ExitModes(alike=alike))
    answered = owed(content, alike=alike)
    assert [each.number for each in answered] == list(range(1, 3 if alike else 7))
    assert len({each.accepted[0] for each in answered}) == len(answered)
    said = " ".join(spoken(compose(content, options, [answers.SECTION], [SECTION])).split())
    tickets = spoken(compose(content, options, [SECTION], [SECTION]))
    codes = set(re.findall(r"ersion ([0-9A-F]{4})", tickets))
    assert len(codes) == 1
    assert codes.pop() in said
    data = pdf_bytes(compose(content, options, [SECTION], [SECTION]))
    for each in answered:
        assert " ".join(each.accepted[0].split()) in said
        assert places_of(each.accepted[0].replace("\xa0", " "), data) == []


def test_another_seed_asks_others_and_the_first_ticket_is_that_of_those_that_are_alike(shipped):
    assert len({tuple(each.accepted for each in owed(shipped, seed=seed)) for seed in range(5)}) == 5
    assert owed(shipped, alike=False)[:2] == owed(shipped)


def test_it_is_heard():
    lines = heard(pdf_bytes(made(FEW, fillable=True)))
    said = "\n".join(lines)
    wanted = [
        "heading 1: Part 1: Exit ticket",
        "Version",
        "(edit: Name)",
        "(edit: Date)",
        "list of 2",
    ]
    wanted += ["(edit: question 1)", "Still unsure about", "Lines to write on", "(edit: Still unsure about)"]
    assert [each for each in wanted if each not in said] == []
    assert said.count("Exit ticket") == 1, "tickets that are all alike have the section's heading alone"


@pytest.mark.parametrize(("profile", "alike"), all_pairs(Profile, (True, False)))
def test_its_file_is_valid_and_read_in_order(profile, alike):
    document = made(every_key(), profile=profile, alike=alike, fillable=True)
    assert verdict_on(document, pdf_bytes(document)) == []


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("events: [{date: 1921, title: Arcos}]", (), "the content has no 2 questions that stand by themselves and tell no answer, but 1"),
        ("glossary: [{term: A, meaning: Bad.}, {term: Consul, meaning: One.}]", ("--set", "exit.alike=no"), "--set exit.alike=yes"),
        ("summary: Nothing.", (), "the content has no gaps, terms, people or dates to ask for"),
    ],
)  # fmt: skip
def test_what_the_content_lacks_is_told_where_it_is_asked_for(typed, desk, text, words, told):
    (desk / "content" / "few.yaml").write_text(f"title: T\n{text}\n", encoding="utf-8")
    status, _, wrong = typed("build", "content/few.yaml", "--sections", "exit", *words)
    assert status != 0
    assert told in wrong


def test_it_is_printed_where_it_is_asked_for_and_in_a_lesson(shipped):
    def printed(**flags):
        return {page.section for each in render(shipped, Flags(**flags), "topic") for page in each.document.pages}

    assert "exit" not in printed()
    assert {"quiz", "exit", "answers"} <= printed(preset="lesson")
