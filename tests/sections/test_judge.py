"""Judging points: as many places as points, marks that are the pack's, cards that fit their places, and no answers."""

import re

import pytest
from laws import keeps_the_laws, spoken, text_runs, texts_apart_are_two_words
from packs import LONG_WORD, all_pairs, pack, point
from pdf.verdict import verdict_on

from studypack.base.resources import shipped_content_folder
from studypack.layout.field import Field
from studypack.layout.page import Rectangle, Rule
from studypack.model.choices import Paper, Profile, ThemeName
from studypack.model.modes import JudgeMode
from studypack.model.options import Flags, Options
from studypack.model.section_modes import JudgeModes
from studypack.output.build import render
from studypack.output.compose import compose
from studypack.pdf.tagged import pdf_bytes
from studypack.reading.load import load
from studypack.sections.judge import SECTION
from studypack.sections.judge.points import judged
from tests.transcript import heard

ROMAN = load(shipped_content_folder() / "roman-republic.yaml").pack
COMMUNE = load(shipped_content_folder() / "la-commune-de-paris.yaml").pack
MODES = list(JudgeMode)
HOSTILE = {
    "three sides": ROMAN,
    "long titles": pack(points=[point("Text.", f"{LONG_WORD} of so many words {n} " * 6) for n in range(9)]),
    "one side": pack(points=[point("Text.", f"Point $x_{n}$ & <b>", "disadvantage") for n in range(30)], question="How far? " * 30),
}  # fmt: skip


def options_for(mode=JudgeMode.DIAMOND, *, cards=False, **more):
    return Options(judge=JudgeModes(mode=mode, cards=cards), **more)


def made(content, mode=JudgeMode.DIAMOND, *, cards=False, **more):
    return compose(content, options_for(mode, cards=cards, **more), [SECTION], [SECTION])


def fields_of(document):
    return [item.name for page in document.pages for item in page.items if isinstance(item, Field)]


@pytest.mark.parametrize(
    ("name", "mode", "cards", "paper", "profile", "theme"),
    all_pairs(HOSTILE, MODES, (False, True), Paper, Profile, ThemeName),
)
def test_it_keeps_every_law_on_every_paper_and_in_every_profile(name, mode, cards, paper, profile, theme):
    document = made(HOSTILE[name], mode, cards=cards, paper=paper, profile=profile, theme=theme, fillable=True)
    keeps_the_laws(document)
    texts_apart_are_two_words(document)
    for marked in judged(HOSTILE[name], options_for(mode)):
        assert len(re.findall(rf"\b{marked.mark}\b", spoken(document))) == 1


@pytest.mark.parametrize(
    ("mode", "cards", "points", "places", "reasons"),
    [
        (JudgeMode.DIAMOND, False, 9, 9, 0),
        (JudgeMode.ABOVE_BELOW, False, 8, 10, 10),
        (JudgeMode.LINE, False, 8, 8, 8),
        (JudgeMode.DIAMOND, True, 9, 0, 0),
        (JudgeMode.ABOVE_BELOW, True, 8, 0, 0),
        (JudgeMode.LINE, True, 8, 0, 8),
    ],
)
@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_there_is_a_place_for_each_point_and_a_line_for_each_reason(mode, cards, points, places, reasons, paper):
    document = made(ROMAN, mode, cards=cards, paper=paper, fillable=True)
    names = fields_of(document)
    assert len(judged(ROMAN, options_for(mode))) == points
    assert len({each for each in names if re.fullmatch(r"place \d+", each)}) == places
    assert len({each for each in names if re.fullmatch(r"place \d+, why", each)}) == reasons
    if mode is JudgeMode.DIAMOND or (cards and mode is JudgeMode.ABOVE_BELOW):
        assert names.count("My judgement") == 1


@pytest.mark.parametrize("mode", MODES)
def test_its_points_are_of_every_side_in_the_order_of_the_pack(mode):
    chosen = [judged(ROMAN, options_for(mode, seed=seed)) for seed in range(6)]
    for points in chosen:
        assert list(points) == [each for each in ROMAN.marked if each in points]
        counts = [sum(each.side == side for each in points) for side in ROMAN.sides]
        assert max(counts) - min(counts) <= 1
    assert len(set(chosen)) > 1
    few = pack(points=[point("Text.", f"Point {n}") for n in range(4)])
    assert len(judged(few, options_for(JudgeMode.LINE))) == 4


def test_a_diamond_is_one_two_three_two_one():
    (page,) = made(ROMAN).pages
    rows = {}
    for box in (item for item in page.items if isinstance(item, Rectangle) and item.width > 50):
        rows.setdefault(round(box.y), []).append(box.x + box.width / 2)
    assert [len(rows[y]) for y in sorted(rows, reverse=True)] == [1, 2, 3, 2, 1]
    assert len({round(sum(row) / len(row)) for row in rows.values()}) == 1


@pytest.mark.parametrize("mode", [JudgeMode.DIAMOND, JudgeMode.LINE])
@pytest.mark.parametrize(
    ("paper", "profile"), [(Paper.A4, Profile.STANDARD), (Paper.A4, Profile.LARGE), (Paper.A5, Profile.STANDARD)]
)
def test_cards_are_as_large_as_their_places_and_stand_on_a_leaf_of_their_own(mode, paper, profile):
    document = made(ROMAN, mode, cards=True, paper=paper, profile=profile)
    *sheets, last = document.pages
    assert last.recto
    cuts = sorted(
        {round(item.y0, 1) for item in last.items if isinstance(item, Rule) and item.dash and item.y0 == item.y1}
    )
    high = cuts[1] - cuts[0]
    places = [item for page in sheets for item in page.items if isinstance(item, Rectangle) and item.width > 50]
    assert len(places) == (9 if mode is JudgeMode.DIAMOND else 8)
    assert all(each.height == pytest.approx(high, abs=0.2) for each in places)
    titles = " ".join(run.text for page, run in text_runs(document) if page is last)
    for marked in judged(ROMAN, options_for(mode)):
        assert marked.mark in titles
        assert marked.point.title.split()[0] in titles


@pytest.mark.parametrize("words", [8, 30, 120])
@pytest.mark.parametrize(("paper", "profile"), all_pairs((Paper.A4, Paper.A5), Profile))
def test_a_card_has_the_whole_of_its_title(words, paper, profile):
    titles = [" ".join(f"p{number}word{word}" for word in range(words)) for number in range(9)]
    content = pack(points=[point("Text.", title) for title in titles])
    document = made(content, cards=True, paper=paper, profile=profile)
    keeps_the_laws(document)
    printed = " ".join(run.text for _, run in text_runs(document)).split()
    for number, title in enumerate(titles):
        found = [word for word in printed if word.startswith(f"p{number}word")]
        assert found == title.split() * max(1, len(found) // words)


@pytest.mark.parametrize(("mode", "cards", "content"), all_pairs(MODES, (False, True), (ROMAN, COMMUNE)))
def test_a_sheet_is_one_page_of_a4_and_its_cards_another(mode, cards, content):
    document = made(content, mode, cards=cards, duplex=False)
    assert len(document.pages) == (2 if cards else 1)


def test_the_places_under_the_line_stand_on_one_page_under_their_name():
    document = made(ROMAN, JudgeMode.ABOVE_BELOW, profile=Profile.CLEAR, fillable=True)
    (page,) = (page for page, run in text_runs(document) if "Under the line" in run.text)
    names = [item.name for item in page.items if isinstance(item, Field)]
    assert [f"place {number}" for number in range(6, 11) if f"place {number}" not in names] == []


@pytest.mark.parametrize(("paper", "sets"), [(Paper.A4, 4), (Paper.A5, 2)])
def test_the_leaf_of_cards_has_whole_sets_of_them_of_which_one_is_heard(paper, sets):
    document = made(ROMAN, cards=True, paper=paper)
    points = judged(ROMAN, options_for())
    printed = [run.text for page, run in text_runs(document) if page is document.pages[-1]]
    assert {printed.count(each.mark) for each in points} == {sets}
    said = "\n".join(heard(pdf_bytes(document)))
    assert {said.count(each.point.title) for each in points} == {1}


@pytest.mark.parametrize("mode", MODES)
def test_it_is_heard(mode):
    lines = heard(pdf_bytes(made(ROMAN, mode, fillable=True)))
    said = "\n".join(lines)
    title = {"diamond": "Diamond nine", "above-below": "Over or under the line", "line": "From most to least"}[mode]
    wanted = [f"heading 1: Part 1: {title}", ROMAN.question, "(edit: place 8)", "… weighs most, because …"]
    wanted += [marked.point.title for marked in judged(ROMAN, options_for(mode))]
    wanted += {
        JudgeMode.DIAMOND: ["Nine boxes in the form of a diamond", "Weighs most", "Weighs least"],
        JudgeMode.ABOVE_BELOW: ["Over the line: decisive", "Under the line: not decisive", "(edit: place 10, why)"],
        JudgeMode.LINE: ["Weighs most", "Weighs least", "(edit: place 8, why)"],
    }[mode]
    assert [each for each in wanted if each.replace("\xa0", " ") not in said.replace("\xa0", " ")] == []
    if mode is JudgeMode.ABOVE_BELOW:
        order = [
            "Over the line: decisive",
            "5 boxes for marks",
            "(edit: place 5)",
            "Under the line: not",
            "(edit: place 6)",
        ]
    else:
        order = ["Weighs most", "(edit: place 1)", "(edit: place 8)", "Weighs least"]
    places = [said.index(each) for each in order]
    assert places == sorted(places)


@pytest.mark.parametrize(("mode", "cards", "profile"), all_pairs(MODES, (False, True), Profile))
def test_its_file_is_valid_and_read_in_order(mode, cards, profile):
    document = made(ROMAN, mode, cards=cards, profile=profile, fillable=True)
    assert verdict_on(document, pdf_bytes(document)) == []


@pytest.mark.parametrize(
    ("count", "words", "told"),
    [
        (3, (), "the content has no four points to weigh against each other"),
        (8, (), "the content has no nine points for a diamond, but 8"),
        (8, ("--set", "judge.mode=line"), ""),
        (4, ("--set", "judge.mode=above-below"), ""),
        (9, (), ""),
    ],
)
def test_what_the_content_lacks_is_told_where_it_is_asked_for(typed, desk, count, words, told):
    points = "".join(f"- {{side: advantage, title: Point {n}, text: Text.}}\n" for n in range(count))
    (desk / "content" / "few.yaml").write_text(f"title: T\npoints:\n{points}", encoding="utf-8")
    status, _, wrong = typed("build", "content/few.yaml", "--sections", "judge", *words)
    assert (status != 0) is bool(told)
    assert told in wrong
    if told and "diamond" in told:
        assert "--set judge.mode=line" in wrong


def test_it_is_a_judgement_and_has_no_answers_and_is_printed_where_it_is_asked_for():
    assert SECTION.answers(ROMAN, Options()) == ()

    def printed(**flags):
        return {page.section for each in render(ROMAN, Flags(**flags), "topic") for page in each.document.pages}

    assert "judge" not in printed()
    assert printed(sections=("judge",)) == {"judge"}
