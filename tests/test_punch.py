"""Room for a hole punch on every page, and the mark to set it by."""

import pytest
from laws import extent, is_furniture, is_punch_mark, keeps_the_laws, nothing_leaves_the_frame
from packs import ON_EVERY_PAPER

from studypack.layout.page import Rule
from studypack.model.choices import MILLIMETRE, Paper
from studypack.model.content import Pack
from studypack.model.options import Flags, Options
from studypack.output.compose import compose
from studypack.output.resolve import options_for
from studypack.sections import SECTIONS

HOLE_ENDS = 16.7 * MILLIMETRE
"""A hole of 5/16 in., 1/2 in. from the edge to its middle; ISO 838 keeps nearer to the edge."""
BARE = {section.name for section in SECTIONS if section.bare}
"""Sheets that are cut up, and not bound: flashcards, exit tickets."""


@ON_EVERY_PAPER
@pytest.mark.parametrize("duplex", [None, False])
def test_nothing_is_where_the_holes_will_be(shipped, paper, duplex):
    document = compose(shipped, Options(paper=paper, duplex=duplex, punch=True), SECTIONS, SECTIONS)
    keeps_the_laws(document)
    seen = 0
    for page in document.pages:
        if page.section in BARE:
            continue
        for item in page.items:
            if not is_punch_mark(page, item):
                left, _, right, _ = extent(item)
                clear = left if page.recto else page.width - right
                assert clear >= HOLE_ENDS + 3 * MILLIMETRE, f"page {page.number}: {item}"
                seen += 1
    assert seen > 2000


@ON_EVERY_PAPER
def test_every_bound_page_has_one_mark_half_way_up_its_binding_edge(shipped, paper):
    sections = [section for section in SECTIONS if not section.bare]
    document = compose(shipped, Options(paper=paper, punch=True), sections, sections)
    for page in document.pages:
        ticks = [item for item in page.items if isinstance(item, Rule) and item.y0 == item.y1 == page.height / 2]
        ticks = [
            tick
            for tick in ticks
            if max(tick.x0, tick.x1) < HOLE_ENDS or min(tick.x0, tick.x1) > page.width - HOLE_ENDS
        ]
        assert len(ticks) == bool(page.items), f"page {page.number}"
        assert all((tick.x1 < page.width / 2) == page.recto for tick in ticks)


def test_unasked_there_is_no_mark(shipped):
    document = compose(shipped, Options(paper=Paper.A5), SECTIONS, SECTIONS)
    assert not any(is_punch_mark(page, item) for page in document.pages for item in page.items)


def test_only_the_mark_may_stand_in_the_margin(shipped):
    overview = [section for section in SECTIONS if section.name == "overview"]
    document = compose(shipped, Options(punch=True), overview, overview)
    page = document.pages[0]
    (mark,) = [item for item in page.items if is_punch_mark(page, item)]
    assert not is_furniture(page, mark)
    mark.y0 = mark.y1 = page.height / 3
    with pytest.raises(AssertionError, match="left of the frame"):
        nothing_leaves_the_frame(document)


def test_it_is_a_habit_that_the_content_may_have():
    pack = Pack.model_validate({"title": "T", "pack": {"punch": "yes"}})
    assert options_for(pack, Flags()).punch
    assert not options_for(pack, Flags(punch=False)).punch
    assert not options_for(Pack.model_validate({"title": "T"}), Flags()).punch
