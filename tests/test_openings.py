"""Where sections start: where the last one ended, on a page, or on a recto."""

from itertools import pairwise

import pytest
from laws import keeps_the_laws, spoken, text_runs

from studypack.layout.page import TextRun
from studypack.layout.tag import Tag
from studypack.model.choices import Openings, Paper, Profile
from studypack.model.options import Flags, Options
from studypack.output.build import render
from studypack.output.compose import compose
from studypack.sections import SECTIONS
from tests.packs import pack, point
from tests.pdf.files import every_key, with_pictures

READ = ("overview", "table", "timeline", "evaluation", "glossary")
SHEETS = ("worksheets", "notes", "flashcards", "answers")


def few(count=4, skip=(), **more):
    """A pack of so many short points on each side, with terms."""
    sides = ("advantage", "disadvantage")
    points = [
        point(f"It came with {{{{word{n}}}}} and went.", f"Point {n}", side) for side in sides for n in range(count)
    ]
    return pack(
        points=points,
        glossary=[{"term": "Ash", "meaning": "What is left."}],
        summary="In short.",
        pack={"skip": skip},
        **more,
    )


def built(content, **flags):
    return render(content, Flags(**flags), "x")[0].document


def starts(document):
    """The page on which each section starts, by its name."""
    return {
        name.removeprefix("section:"): page.number
        for page in document.pages
        for name in page.anchors
        if name.startswith("section:")
    }


def test_sections_of_a_small_pack_run_on_and_what_is_handed_out_follows():
    document = built(few(skip=["overview"]))
    at = starts(document)
    assert at["title"] == at["table"] == at["glossary"] == 1
    assert at["worksheets"] == 2
    assert document.pages[0].sections == ("title", "table", "glossary")
    assert all(len(page.sections) == 1 for page in document.pages if page.section in SHEETS)


@pytest.mark.parametrize("openings", ["page", "recto"])
def test_each_section_starts_a_page_where_that_is_asked_for(openings):
    document = built(few(), preset="full", openings=openings, duplex=True)
    assert all(len(page.sections) == 1 for page in document.pages)
    assert list(starts(document)) == [each.name for each in SECTIONS if each.name in starts(document)], "their order"
    if openings == "recto":
        assert all(number % 2 for number in starts(document).values())


def test_a_pack_of_more_than_twelve_pages_starts_sections_on_pages_unless_told(shipped):
    usual, paged, run_on = (built(shipped, **flags) for flags in ({}, {"openings": "page"}, {"openings": "run-on"}))
    assert starts(usual) == starts(paged)
    assert len(run_on.pages) <= len(usual.pages)
    assert any(page.others for page in built(few(60), openings="run-on").pages)


def test_a_small_pack_made_larger_is_counted_without_cover_contents_and_key():
    assert any(page.others for page in built(few(9), key="appendix").pages)
    assert not any(page.others for page in built(few(60), key="appendix").pages)


def test_contents_bookmarks_and_heads_lead_where_sections_start():
    document = built(every_key(), sections=("cover", "contents", *READ), openings="run-on")
    where, titles = starts(document), {each.name: each.title(every_key(), Options()) for each in SECTIONS}
    contents = next(page for page in document.pages if page.section == "contents")
    for slot in [slot for slot in contents.slots if slot.target.startswith("section:")]:
        printed = [item.text for item in contents.items if isinstance(item, TextRun) and item.tag is slot.tag]
        assert printed == [str(where[slot.target.removeprefix("section:")])]
    for page in document.pages:
        heights = [page.anchors[f"section:{name}"] for name in page.sections if f"section:{name}" in page.anchors]
        assert all(upper > lower for upper, lower in pairwise(heights)), "one under the other"
        marks = [mark.y for mark in page.bookmarks if mark.level == 0]
        assert set(marks) <= set(heights)
        if page.head:
            assert page.head == titles[page.section], "of the section that stands first"


def test_nothing_is_lost_where_sections_run_on():
    sections = [each for each in SECTIONS if each.name in ("overview", "timeline", "evaluation", "glossary")]
    made = [compose(every_key(), Options(openings=each, duplex=False), sections, SECTIONS) for each in Openings]
    assert len({spoken(document) for document in made}) == 1
    assert len(made[0].pages) < len(made[1].pages)


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("content", [every_key, with_pictures, few], ids=lambda made: made.__name__)
def test_sections_that_run_on_keep_the_laws(content, paper, profile):
    options = Options(paper=paper, profile=profile, openings=Openings.RUN_ON, fillable=True)
    document = compose(content(), options, [each for each in SECTIONS if each.applies(content())], SECTIONS)
    keeps_the_laws(document)
    tops = [page.number for page, run in text_runs(document) if isinstance(run.tag, Tag) and run.tag.kind == "H1"]
    assert tops == sorted(tops)


@pytest.mark.parametrize("duplex", [None, True, False])
def test_a_sheet_shares_no_page_with_what_runs_on(duplex):
    options = Options(openings=Openings.RUN_ON, duplex=duplex)
    document = compose(every_key(), options, [each for each in SECTIONS if each.name != "cover"], SECTIONS)
    for page in document.pages:
        assert len(page.sections) == 1 or not set(page.sections) - set(READ)
    if duplex is False:
        assert all(page.items for page in document.pages), "no page is left blank"


def test_a_field_is_named_after_the_section_that_it_stands_in():
    from studypack.pdf.form_fields import named_fields

    options = Options(openings=Openings.RUN_ON, fillable=True)
    document = compose(every_key(), options, [each for each in SECTIONS if each.name in READ], SECTIONS)
    order = {tag: number for number, tag in enumerate(document.root.walk())}
    own = [each.name for each in named_fields(document, order) if each.name.startswith("evaluation")]
    assert own
    assert any("evaluation" in page.others for page in document.pages)
