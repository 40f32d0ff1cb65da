"""`timeline.turn=landscape`: wide strips on pages that lie, and are bound, folded and furnished with the others."""

import io

import pdfplumber
import pytest
from laws import extent, keeps_the_laws, text_runs
from timelines import many

from studypack.layout.page import Rectangle, Rule
from studypack.layout.style import TINT
from studypack.layout.tag import Furniture
from studypack.model.choices import MILLIMETRE, Paper
from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.output.compose import compose
from studypack.pdf.impose import imposed_bytes, plan_sheets
from studypack.pdf.tagged import pdf_bytes
from studypack.sections import cover, overview, table, timeline

PACK = Pack.model_validate({"title": "A pack", "period": "1917/1939", "points": many(12, 1918, 1939)})
LANDSCAPE = {"turn": "landscape"}
HOLE_ENDS = 16.7 * MILLIMETRE


def made(sections=(timeline.SECTION,), pack=PACK, modes=LANDSCAPE, **chosen):
    return compose(pack, Options(timeline=modes, **chosen), sections, sections)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("modes", [{}, {"mode": "labels-blank"}, {"span": "8"}])
def test_its_pages_lie_and_its_years_are_wider(paper, modes):
    document = made(modes=LANDSCAPE | modes, paper=paper)
    keeps_the_laws(document)
    width, height = paper.size
    assert {(page.width, page.height) for page in document.pages} == {(height, width)}
    upright = made(modes=modes, paper=paper)

    def measure(page):
        return page.frame.right - page.frame.left

    assert measure(document.pages[0]) > 1.3 * measure(upright.pages[0])
    if "span" in modes:
        cells = [
            max(
                item.width
                for page in each.pages
                for item in page.items
                if isinstance(item, Rectangle) and item.fill == TINT
            )
            for each in (document, upright)
        ]
        assert cells[0] > 1.3 * cells[1]


@pytest.mark.parametrize("paper", list(Paper))
def test_a_sheet_to_write_on_lies_where_its_strips_have_room_there(paper):
    document = made(modes=LANDSCAPE | {"mode": "dates-blank"}, paper=paper)
    keeps_the_laws(document)
    assert {page.width > page.height for page in document.pages} == {paper in (Paper.A4, Paper.LETTER)}


@pytest.mark.parametrize("paper", list(Paper))
def test_the_shipped_dates_all_have_room_on_pages_that_lie(shipped, paper):
    document = made(pack=shipped, paper=paper)
    keeps_the_laws(document)
    assert not [run for _, run in text_runs(document) if "Also in these years" in run.text]
    assert len(document.pages) <= 3


@pytest.mark.parametrize(
    ("modes", "chosen", "says"),
    [
        ({"mode": "cut"}, {}, "cut from upright pages"),
        ({"scale": "even"}, {}, "not to scale"),
        ({}, {"profile": "clear"}, "in large type"),
        ({}, {"profile": "large", "paper": "a5"}, "in large type"),
        ({}, {"theme": "primary"}, "in large type"),
        ({}, {}, ""),
        ({"mode": "dates-blank"}, {}, ""),
    ],
)
def test_where_there_are_no_strips_nothing_turns_and_that_is_said(modes, chosen, says):
    options = Options(timeline=LANDSCAPE | modes, **chosen)
    told = [message for message, _ in timeline.SECTION.warnings(PACK, options)]
    assert [says in message for message in told] == [True] * bool(says)
    document = compose(PACK, options, [timeline.SECTION], [timeline.SECTION])
    assert {page.width > page.height for page in document.pages} == {not says}
    upright = Options(timeline=modes, **chosen)
    assert timeline.SECTION.warnings(PACK, upright) == []


@pytest.mark.parametrize("openings", ["run-on", "page"])
def test_no_section_runs_on_to_a_page_that_lies_or_after_one(openings):
    sections = [overview.SECTION, timeline.SECTION, table.SECTION]
    document = made(sections, openings=openings)
    keeps_the_laws(document)
    lying = [page.sections for page in document.pages if page.width > page.height]
    assert lying
    assert set(lying) == {("timeline",)}
    assert not any("timeline" in page.sections for page in document.pages if page.width < page.height)


def test_a_page_that_lies_has_its_head_its_folio_and_the_rights_where_it_is_read():
    pack = PACK.model_copy(update={"rights": "CC BY 4.0"})
    document = made([table.SECTION, timeline.SECTION], pack=pack)
    page = document.pages[-1]
    runs = [item for each, item in text_runs(document) if each is page]
    heads = [run for run in runs if run.tag is Furniture.HEAD]
    folios = [run for run in runs if run.tag is Furniture.FOLIO]
    (rights,) = [run for run in runs if run.text == "CC BY 4.0"]
    assert {run.text for run in heads} == {"A pack", "Timeline"}
    assert str(page.number) in {run.text for run in folios}
    assert all(run.y > page.frame.top for run in heads)
    assert all(run.y < page.frame.bottom for run in [*folios, rights])
    assert max(run.x + run.width for run in heads) == pytest.approx(page.frame.right, abs=1)


@pytest.mark.parametrize("paper", list(Paper))
def test_the_edge_that_is_bound_has_room_for_a_punch_and_its_mark(paper):
    """A right-hand page is bound at its upper edge, one on the left at its lower."""
    document = made([cover.SECTION, timeline.SECTION], modes=LANDSCAPE | {"span": "2"}, punch=True, paper=paper)
    seen = set()
    for page in document.pages[1:]:
        assert page.width > page.height
        marks = [item for item in page.items if isinstance(item, Rule) and item.x0 == item.x1 == page.width / 2]
        edges = [page.height - mark.y0 if page.recto else mark.y0 for mark in marks]
        (edge,) = [edge for edge in edges if edge < HOLE_ENDS]
        assert edge >= 3 * MILLIMETRE
        for item in page.items:
            _, low, _, high = extent(item)
            clear = page.height - high if page.recto else low
            assert item in marks or clear >= HOLE_ENDS, item
        seen.add(page.recto)
    assert seen == {True, False}


@pytest.mark.parametrize("imposition", ["booklet", "two_up"])
@pytest.mark.parametrize("sections", [[cover.SECTION, timeline.SECTION], [timeline.SECTION]])
def test_on_a_sheet_of_two_pages_it_is_turned_into_its_half(imposition, sections):
    options = Options(timeline=LANDSCAPE, paper=Paper.A5, **{imposition: True})
    document = compose(PACK, options, sections, sections)
    plan = plan_sheets(len(document.pages), document.turn, options.imposition)
    places = {
        number: (sheet, half) for sheet, side in enumerate(plan.sides) for half, number in enumerate(side) if number
    }
    with pdfplumber.open(io.BytesIO(imposed_bytes(document, plan, options.paper.double))) as pdf:
        assert {(round(page.width), round(page.height)) for page in pdf.pages} == {(842, 595)}
        for page in document.pages:
            if page.width < page.height or not page.items:
                continue
            sheet, half = places[page.number]
            chars = [char for char in pdf.pages[sheet].chars if not char["upright"]]
            own = [char for char in chars if char["x0"] // (pdf.pages[sheet].width / 2) == half]
            assert len(own) > 30
            assert all(char["top"] >= 0 and char["bottom"] <= 595 for char in own)
            assert {char["matrix"][1] > 0 for char in own} == {True}, "read from the right: words run up the sheet"


def test_the_file_has_pages_of_both_kinds_and_their_words():
    with pdfplumber.open(io.BytesIO(pdf_bytes(made([table.SECTION, timeline.SECTION])))) as pdf:
        sizes = [(round(page.width), round(page.height)) for page in pdf.pages]
        assert set(sizes) == {(595, 842), (842, 595)}
        assert "Timeline" in pdf.pages[sizes.index((842, 595))].extract_text()
