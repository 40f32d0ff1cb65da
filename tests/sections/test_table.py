"""The table: uneven sides, points that go over a page, and the task where room is left."""

import re
from itertools import pairwise

import pytest
from laws import keeps_the_laws, spoken, text_runs

from studypack.layout.page import Hatch, Rectangle, Rule, TextRun
from studypack.layout.style import SIDE_COLORS
from studypack.layout.tag import Tag
from studypack.layout.theme import theme_for
from studypack.model.choices import Paper, Profile
from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.output.compose import compose
from studypack.sections import table

WORDS = "Some words that say what happened, who did it and why it mattered in the end to those who saw it."


def pack_of(advantages, disadvantages, **more):
    def points(side, count):
        return [{"side": side, "title": f"{side} {n}", "date": str(1900 + n), "text": WORDS} for n in range(count)]

    return Pack.model_validate(
        {"title": "T", "points": points("advantage", advantages) + points("disadvantage", disadvantages), **more}
    )


def document_of(pack, paper=Paper.A4, profile=Profile.STANDARD):
    return compose(pack, Options(paper=paper, profile=profile), [table.SECTION], [table.SECTION])


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize(("one", "other"), [(1, 0), (0, 1), (1, 30), (30, 1), (12, 12), (3, 90)])
def test_any_sides_keep_the_laws_and_show_every_point_once(one, other, paper):
    document = document_of(pack_of(one, other), paper)
    keeps_the_laws(document)
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
        assert "cont." in [run.text.strip() for _, run in text_runs(document) if run in page.items]


@pytest.mark.parametrize("profile", [Profile.STANDARD, Profile.CLEAR])
@pytest.mark.parametrize("other", [0, 4])
def test_no_point_stands_alone_on_a_page_or_is_parted(profile, other):
    several = 0
    for count in range(max(other, 5), 24):
        document = document_of(pack_of(count, other), Paper.A5, profile)
        titles = [[run.text for run in page.items if is_title(run)] for page in document.pages]
        assert all(len(own) > 1 for own in titles), titles
        assert "cont." not in [run.text.strip() for _, run in text_runs(document)]
        several += len(titles) > 1
    assert several > 5


def is_title(item):
    return isinstance(item, TextRun) and re.fullmatch(r"(dis)?advantage \d+", item.text) is not None


def test_headings_of_the_author_s_own_and_their_initials():
    pack = pack_of(1, 1, sides={"advantage": "Helped", "disadvantage": "Cost"})
    words = spoken(document_of(pack))
    assert "Helped and Cost" in words
    assert "H1" in words
    assert "C1" in words


def test_room_under_the_table_is_for_weighing_it():
    words = spoken(document_of(pack_of(2, 2)))
    assert "Weigh it up" in words
    assert "Weigh it up" not in spoken(document_of(pack_of(2, 0))), "one side cannot be weighed"


@pytest.mark.parametrize(
    ("more", "asked", "wanted"),
    [
        ({}, "Which side weighs more? Name the strongest point on each side", ["A1", "D1"]),
        ({"question": "Was it so?"}, "Was it so? Name the strongest point on each side", ["A1", "D1"]),
        ({"sides": {"advantage": "Helped", "disadvantage": "Cost"}}, "Which side weighs more?", ["H1", "C1"]),
    ],
)
def test_weighing_asks_for_a_letter_and_number_of_the_pack_s_own(more, asked, wanted):
    words = spoken(document_of(pack_of(2, 2, **more)))
    assert asked in words
    assert re.findall(r"letter and number \(such as (\w+)\), and why", words) == wanted


def test_a_hole_beside_the_longer_side_is_ruled_for_the_reader():
    document = document_of(pack_of(1, 6))
    page = document.pages[0]
    (label,) = [run for _, run in text_runs(document) if run.text == "Add your own"]
    lines = [item for item in page.items if isinstance(item, Rule) and item.y0 == item.y1 and item.y0 < label.y]
    beside = [line for line in lines if abs(line.x0 - label.x) < 1]
    assert len(beside) >= 3
    beside = [line for line in beside if line.x1 - line.x0 < page.frame.width / 2]  # not those to weigh it up on
    assert all(round(one.y0 - two.y0, 1) == 25.5 for one, two in pairwise(beside))


ACCESSIBLE = pytest.mark.parametrize("profile", [Profile.CLEAR, Profile.LARGE])


@ACCESSIBLE
@pytest.mark.parametrize("paper", list(Paper))
def test_the_accessible_profiles_set_one_side_after_the_other_in_one_column(shipped, profile, paper):
    document = compose(shipped, Options(paper=paper, profile=profile), [table.SECTION], [table.SECTION])
    theme = theme_for(paper, profile)
    titles = {marked.point.title: marked.point.side for marked in shipped.marked}
    first = {}
    for page, run in text_runs(document):
        if isinstance(run.tag, Tag) and run.tag.kind == "H3" and run.text.strip():
            first.setdefault(id(run.tag), (page, run))
    body = list(first.values())
    assert len(body) == len(shipped.points)
    assert len({round(run.x - page.frame.left, 1) for page, run in body}) <= 2, "one column; D10 is wider than D9"
    assert {run.size for _, run in body} == {theme.body.size}, "at the profile's own size"
    sides = [next(side for title, side in titles.items() if title.startswith(run.text.strip())) for _, run in body]
    assert sides == sorted(sides), "the advantages first"


@ACCESSIBLE
def test_a_side_that_goes_over_a_page_is_named_again(shipped, profile):
    document = compose(shipped, Options(profile=profile), [table.SECTION], [table.SECTION])
    hatched = [any(isinstance(item, Hatch) for item in page.items) for page in document.pages]
    for number, page in enumerate(document.pages[1:], start=1):
        heads = [run.text.strip() for run in page.items if isinstance(run, TextRun) and not isinstance(run.tag, Tag)]
        bar = next(item for item in page.items if isinstance(item, Rectangle | Hatch))
        filled = isinstance(bar, Rectangle)
        assert ("Advantages" in heads) == filled, "the solid bar is the advantages'"
        assert ("continued" in heads) == (filled or any(hatched[:number])), "unless the side begins with the page"


def test_lines_are_open_upright_and_on_plain_ground(shipped):
    document = compose(shipped, Options(profile=Profile.CLEAR), [table.SECTION], [table.SECTION])
    runs = [run for _, run in text_runs(document)]
    assert not any("Italic" in run.face.name for run in runs)
    body = sorted({(page.number, round(run.y, 2)) for page, run in text_runs(document) if run.size == 12.5})
    steps = [two[1] - one[1] for one, two in pairwise(body) if one[0] == two[0] and two[1] - one[1] < 25]
    assert len(steps) > 20
    assert min(steps) >= 12.5 * 1.5 - 0.01
    grounds = [item for page in document.pages for item in page.items if isinstance(item, Rectangle) and item.fill]
    assert {item.fill for item in grounds} == {SIDE_COLORS[0]}, "the marks and the bar, and no tint"
