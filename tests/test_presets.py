"""What a pack is made of where nobody names its sections: what a small one leaves out, and the presets."""

import pytest
import yaml
from laws import keeps_the_laws, spoken

from studypack.model.options import Flags, Paper, Preset, Profile
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


@pytest.mark.parametrize(
    ("own", "wanted"),
    [
        ({}, False),
        ({"flashcards": [{"front": "Ash?", "back": "What is left."}]}, True),
        ({"flashcards_mode": {"cards": 10}}, True),
    ],
    ids=["made from points", "the author's", "said how"],
)
def test_few_cards_of_the_program_are_not_worth_a_sheet(own, wanted):
    content = pack(
        points=[point("It {{came}}.", f"Point {n}") for n in range(2)],
        flashcards=own.get("flashcards", []),
        pack={"flashcards": own.get("flashcards_mode", {})},
    )
    assert ("flashcards" in sections_of(made(content).document)) is wanted


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
    for content in (shipped, few(3)):
        keeps_the_laws(made(content, preset=preset, paper=paper, profile=profile).document)


@pytest.mark.parametrize(
    ("preset", "sections"),
    [("worksheets", ("worksheets",)), ("revision", ("title", "overview", "flashcards"))],
)
def test_a_preset_prints_its_sections(preset, sections):
    assert sections_of(made(few(), preset=preset).document) == sections
    in_content = few().model_copy(update={"pack": few().pack.model_copy(update={"preset": Preset(preset)})})
    assert sections_of(made(in_content).document) == sections
    assert sections_of(made(in_content, preset="full").document)[0] == "cover"
    assert sections_of(made(in_content, sections=("table",)).document) == ("table",)


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
