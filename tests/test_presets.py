"""What a pack is made of where nobody names its sections: what a small one leaves out, and the presets."""

import re

import pytest
import yaml
from laws import keeps_the_laws, spoken

from studypack.base.errors import ChoiceError, ContentError
from studypack.layout.page import TextRun
from studypack.model.choices import Paper, Preset, Profile
from studypack.model.options import Flags
from studypack.output.build import render
from studypack.preview.controls import form_of
from studypack.preview.query import printed, shortest
from studypack.reading.load import read
from tests.packs import pack, point
from tests.test_openings import few

SMALL_ONE = ("title", "overview", "table", "worksheets")


def sections_of(document):
    return tuple(dict.fromkeys(name for page in document.pages for name in page.sections))


def made(content, **flags):
    return render(content, Flags(**flags), "x")[0]


def told(file):
    return [each.words for each in file.left_out]


def test_a_small_pack_says_what_it_leaves_out_and_why():
    file = made(few(1))
    assert sections_of(file.document) == SMALL_ONE
    assert told(file) == [
        "cover (a title stands over the first page)",
        "contents",
        "glossary (it stands in the overview)",
        "flashcards (cards for less than half a sheet)",
    ]


def test_the_option_that_is_named_prints_all_that_was_left_out():
    small, full = made(few(1)), made(few(1), preset="full")
    names = {each.name for each in small.left_out}
    assert names
    assert names <= set(sections_of(full.document))
    assert not full.left_out


@pytest.mark.parametrize("name", ["cover", "contents", "glossary", "flashcards", "title"])
def test_what_is_asked_for_by_name_is_printed(name):
    assert sections_of(made(few(1), sections=("overview", name, "table")).document).count(name) == 1


HALF, MORE = "flashcards (cards for less than half a sheet)", "flashcards (cards for more than a sheet)"


@pytest.mark.parametrize(
    ("points", "terms", "own", "modes", "cards", "left"),
    [
        (2, 0, 0, {}, 0, [HALF]),
        (4, 0, 0, {}, 4, []),
        (8, 0, 0, {}, 8, []),
        (9, 0, 0, {}, 0, [MORE]),
        (16, 0, 0, {}, 16, []),
        (6, 2, 0, {}, 8, []),
        (6, 3, 0, {}, 6, ["flashcards of terms and people (3 cards)"]),
        (0, 12, 0, {}, 12, []),
        (2, 0, 1, {}, 3, []),
        (9, 0, 1, {}, 8, ["flashcards of points (2 cards)"]),
        (9, 1, 1, {}, 8, ["flashcards of points (2 cards)", "flashcards of terms and people (1 card)"]),
        (9, 4, 4, {}, 8, ["flashcards of points (9 cards)"]),
        (20, 5, 4, {}, 24, ["flashcards of terms and people (5 cards)"]),
        (2, 1, 0, {"cards": 10}, 3, []),
        (9, 3, 1, {"from_points": True}, 13, []),
        (9, 3, 1, {"from_terms": True}, 11, ["flashcards of points (2 cards)"]),
        (9, 3, 1, {"from_points": False}, 1, []),
    ],
)
def test_cards_that_nobody_asked_for_are_worth_their_paper(points, terms, own, modes, cards, left):
    content = pack(
        points=[point("It {{came}}.", f"Point {n}") for n in range(points)],
        glossary=[{"term": f"Term {n}", "meaning": "What it is."} for n in range(terms)],
        flashcards=[{"front": f"Own {n}?", "back": "Yes."} for n in range(own)],
        pack={"flashcards": modes},
    )
    file = made(content)
    assert cards_of(file.document) == cards
    assert [each for each in told(file) if "card" in each] == left
    if not modes:
        assert cards_of(made(content, preset="full").document) == points + terms + own
        asked = made(content, sections=("flashcards",)).document
        assert cards_of(asked) == (cards or points + terms), "by name, if they were left out altogether"


def cards_of(document):
    """How many cards there are, as each says at its head."""
    counts = {
        int(found.group(1))
        for page in document.pages
        if page.section == "flashcards"
        for item in page.items
        if isinstance(item, TextRun) and (found := re.fullmatch(r"\d+ of (\d+)", item.text))
    }
    return max(counts, default=0)


@pytest.mark.parametrize(
    ("sheets", "front"), [(1, ("title",)), (5, ("cover",)), (8, ("cover", "contents"))], ids=["few", "six", "eight"]
)
def test_a_cover_from_six_pages_and_a_contents_page_from_eight(sheets, front):
    passages = [{"title": f"Sheet {n}", "passage": f"It was the {{{{word{n}}}}}."} for n in range(sheets)]
    content = pack(points=[point("It came.")], worksheets=passages)
    assert sections_of(made(content, skip=("flashcards",)).document)[: len(front) + 1] == (*front, "table")


def test_a_pack_of_sheets_alone_keeps_its_cover():
    content = pack(worksheets=[{"title": "A sheet", "passage": "It was {{ash}}."}])
    assert sections_of(made(content).document) == ("cover", "worksheets")


def test_a_title_says_all_that_a_cover_does():
    words = {
        "subject": "History",
        "level": "GCSE",
        "period": "1900-1910",
        "subtitle": "A quiet decade",
        "question": "Did it matter?",
        "source": "After the notes of many",
    }
    content = pack(**{"points": [point("It came {{once}}.", date="1905")], **words})
    said = spoken(made(content).document)
    for each in ("HISTORY", "GCSE", "1900–1910", "A quiet decade", "Did it matter?", "After the notes of many", "Name"):
        assert said.count(each) >= 1, each
    overview = said[said.index("Overview") :]
    assert "Did it matter?" not in overview[: overview.index("Key dates")], "it is asked in the title already"


@pytest.mark.parametrize("preset", Preset)
@pytest.mark.parametrize(("paper", "profile"), [(Paper.A4, Profile.STANDARD), (Paper.A5, Profile.LARGE)])
def test_presets_keep_the_laws(shipped, preset, paper, profile):
    for content in (few(3), *([shipped] if profile is Profile.STANDARD else [])):
        keeps_the_laws(made(content, preset=preset, paper=paper, profile=profile).document)


@pytest.mark.parametrize(
    ("preset", "sections"),
    [("worksheets", ("worksheets",)), ("revision", ("title", "overview", "quiz", "flashcards")), ("lesson", ("quiz",))],
)
def test_a_preset_prints_its_sections(preset, sections):
    assert sections_of(made(few(), preset=preset).document) == sections
    in_content = few().model_copy(update={"pack": few().pack.model_copy(update={"preset": Preset(preset)})})
    assert sections_of(made(in_content).document) == sections
    assert sections_of(made(in_content, preset="full").document)[0] == "cover"
    assert sections_of(made(in_content, sections=("table",)).document) == ("table",)


def many(count, **more):
    """A pack of so many points of some lines on each side."""
    long = "It came with {{word}} and went, and so it was told for many years in every town of the land. " * 3
    sides = ("advantage", "disadvantage")
    points = [point(long, f"Point {n}", side, date=str(1900 + n)) for side in sides for n in range(count)]
    sheets = [{"title": f"Sheet {n}", "passage": f"It was the {{{{word{n}}}}}."} for n in range(3)]
    return pack(points=points, worksheets=sheets, question="Did it matter?", **more)


@pytest.mark.parametrize(
    ("count", "sections", "left"),
    [
        (2, ("title", "table", "timeline", "worksheets"), []),
        (4, ("title", "table", "worksheets"), ["timeline"]),
        (9, ("title", "table"), ["worksheets", "timeline"]),
        (30, ("title", "timeline", "worksheets"), ["table"]),
    ],
    ids=["all", "no timeline", "the table alone", "no table"],
)
def test_a_sheet_is_one_leaf_and_whole_parts_are_left_out_and_named(count, sections, left):
    for duplex in (None, True):
        file, *key = render(many(count), Flags(preset="sheet", duplex=duplex), "x")
        assert len(file.document.pages) <= 2
        assert sections_of(file.document) == sections
        assert [each.name for each in file.left_out] == left
        assert bool(key) is ("worksheets" in sections), "the key answers what is printed"
        assert spoken(file.document).count("Worksheet") <= 1


def test_a_part_that_is_on_a_sheet_has_all_its_words():
    on_sheet = spoken(made(many(4), preset="sheet").document)
    for number in range(4):
        assert on_sheet.count(f"Point {number}") >= 2
    assert on_sheet.count("in every town of the land") == 4 * 2 * 3
    assert "Did it matter?" in on_sheet


def test_a_sheet_that_nothing_has_room_on_is_refused():
    content = pack(points=[point("It came and went. " * 40, f"Point {n}") for n in range(40)])
    with pytest.raises(ChoiceError) as refused:
        made(content, preset="sheet")
    assert refused.value.problems[0].hint == "print it on more: --preset full"
    assert len(made(content, preset="full").document.pages) > 2


def test_the_order_in_which_parts_are_dropped_is_told(typed):
    status, said, _ = typed("sections")
    assert status == 0
    (line,) = (line for line in said.splitlines() if "--preset sheet" in line)
    assert "table, worksheets, title, timeline: one leaf" in line


def test_the_first_worksheets_are_printed_with_their_answers():
    content = many(2)
    file, key = render(content, Flags(sections=("worksheets",), settings=("worksheets.sheets=2",)), "x")
    assert [name in spoken(file.document) for name in ("Sheet 0", "Sheet 1", "Sheet 2")] == [True, True, False]
    assert [name in spoken(key.document) for name in ("Sheet 0", "Sheet 1", "Sheet 2")] == [True, True, False]


def test_a_preset_of_the_command_line_goes_before_the_sections_of_the_content():
    topic = yaml.safe_dump({"title": "T", "pack": {"sections": ["table"]}, "points": [point("It {{came}}.")]})
    content = read(topic.encode(), "t.yaml").pack
    assert sections_of(made(content).document) == ("table",)
    assert sections_of(made(content, preset="worksheets").document) == ("worksheets",)


def test_the_preview_lists_what_is_left_out_with_the_reason():
    file = made(few(1))
    rows = {row.name: row for row in form_of(few(1), Flags(), file).sections}
    assert [name for name, row in rows.items() if row.chosen] == list(SMALL_ONE)
    assert rows["glossary"].left_out == "Left out: it stands in the overview."
    assert rows["contents"].left_out == "Left out: the pack is small."
    assert not rows["table"].left_out


def test_the_preview_s_shortest_words_for_a_small_pack_print_the_same():
    asked = Flags(sections=SMALL_ONE)
    assert shortest(few(1), asked) == Flags()
    more = Flags(sections=("cover", *SMALL_ONE[1:]))
    assert printed(few(1), shortest(few(1), more)) == more.sections


def test_parts_are_numbered_where_a_contents_page_counts_them():
    wholes = ({}, {"preset": "full"}, {"sections": ("cover", "table")}, {"sections": ("table",)})
    said = [spoken(made(few(1), **flags).document).upper() for flags in wholes]
    assert ["PART 1" in each for each in said] == [False, True, False, True]


def test_sections_asked_for_by_name_are_printed_as_without_a_preset():
    content = many(2, pack={"preset": "sheet"})
    assert spoken(made(content).document).count("Sheet ") == 1
    assert spoken(made(content, sections=("worksheets",)).document).count("Sheet ") == 3


def test_a_title_too_long_for_a_page_is_told_at_its_place():
    topic = yaml.safe_dump({"title": "very " * 1400 + "long", "points": [point("It {{came}}.")]})
    with pytest.raises(ContentError) as refused:
        made(read(topic.encode(), "t.yaml").pack)
    assert [problem.path for problem in refused.value.problems] == [("title",)]
