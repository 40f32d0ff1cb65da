"""The table: uneven sides, points that go over a page, and the task where room is left."""

from itertools import pairwise

import pytest
from laws import LAWS, spoken, text_runs

from studypack.compose import compose
from studypack.content import Pack
from studypack.options import Options, Paper
from studypack.sections import table
from studypack.typeset.page import Rule

WORDS = "Some words that say what happened, who did it and why it mattered in the end to those who saw it."


def pack_of(advantages, disadvantages, **more):
    def points(side, count):
        return [{"side": side, "title": f"{side} {n}", "date": str(1900 + n), "text": WORDS} for n in range(count)]

    return Pack.model_validate(
        {"title": "T", "points": points("advantage", advantages) + points("disadvantage", disadvantages), **more}
    )


def document_of(pack, paper=Paper.A4):
    return compose(pack, Options(paper=paper), [table.SECTION], [table.SECTION])


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize(("one", "other"), [(1, 0), (0, 1), (1, 30), (30, 1), (12, 12), (3, 90)])
def test_any_sides_keep_the_laws_and_show_every_point_once(one, other, paper):
    document = document_of(pack_of(one, other), paper)
    for law in LAWS:
        law(document)
    words = spoken(document)
    assert words.count("what happened, who did it") == one + other


def test_where_one_side_has_run_out_the_other_takes_both_columns():
    document = document_of(pack_of(2, 40))
    last = document.pages[-1]
    frame = last.frame
    starts = {round(run.x) for run in last.items if hasattr(run, "text") and run.text.startswith("disadvantage ")}
    assert min(starts) < frame.left + frame.width / 3
    assert max(starts) > frame.left + frame.width / 2


def test_a_point_that_goes_over_a_page_repeats_its_mark():
    long = {"side": "advantage", "title": "Long", "text": " ".join([WORDS] * 60)}
    document = document_of(Pack.model_validate({"title": "T", "points": [long]}))
    for page in document.pages[1:]:
        assert "cont." in [run.text for _, run in text_runs(document) if run in page.items]


def test_headings_of_the_author_s_own_and_their_initials():
    pack = pack_of(1, 1, sides={"advantage": "Helped", "disadvantage": "Cost"})
    words = spoken(document_of(pack))
    assert "Helped and cost" in words
    assert "H1" in words
    assert "C1" in words


def test_room_under_the_table_is_for_weighing_it():
    words = spoken(document_of(pack_of(2, 2)))
    assert "Weigh it up" in words
    assert "Weigh it up" not in spoken(document_of(pack_of(2, 0))), "one side cannot be weighed"


def test_a_hole_beside_the_longer_side_is_ruled_for_the_reader():
    document = document_of(pack_of(1, 6))
    page = document.pages[0]
    (label,) = [run for _, run in text_runs(document) if run.text == "Add your own"]
    lines = [item for item in page.items if isinstance(item, Rule) and item.y0 == item.y1 and item.y0 < label.y]
    beside = [line for line in lines if abs(line.x0 - label.x) < 1]
    assert len(beside) >= 3
    assert all(round(one.y0 - two.y0, 1) == 25.5 for one, two in pairwise(beside))
