"""Imposed sheets, read back: folded and cut they are the pages in order, at their size, as text, each once."""

import io
import re
import subprocess
import sys
from collections import Counter

import pdfplumber
import pypdfium2
import pytest
from laws import keeps_the_laws, no_page_is_empty, spoken, text_runs
from packs import ON_EVERY_PAPER
from streams import objects, operators

from studypack.base.errors import ChoiceError
from studypack.layout.boxes import NewPage
from studypack.layout.document import Turn
from studypack.layout.page import TextRun
from studypack.layout.paragraph import text
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.model.choices import MILLIMETRE, Imposition, Paper
from studypack.model.content import Pack
from studypack.model.options import Flags, Options
from studypack.output.build import choice_warnings, read, render
from studypack.output.compose import compose
from studypack.output.resolve import options_for
from studypack.pdf.impose import booklet, imposed_bytes, plan_sheets, two_up
from studypack.pdf.tagged import pdf_bytes
from studypack.sections import SECTIONS
from studypack.sections.kit.section import Section

DOUBLE = {Paper.A4: (420, 297), Paper.LETTER: (431.8, 279.4), Paper.A5: (297, 210), Paper.HALF_LETTER: (279.4, 215.9)}


def folded(sides):
    """The pages of a stapled booklet as they are turned, from its sheets' sides: front, back, front, back, …

    Each sheet is turned on its short edge, so that behind the right half of the front is the left half of the back;
    the sheets lie in each other, the first outermost, and are folded to the left.
    """
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    first_half = [page for front, back in sheets for page in (front[1], back[0])]
    second_half = [page for front, back in reversed(sheets) for page in (back[1], front[0])]
    return first_half + second_half


@pytest.mark.parametrize("count", range(4, 65, 4))
def test_folding_the_sheets_gives_the_pages_in_order(count):
    sides = booklet(count)
    assert sides[:2] == [(count, 1), (2, count - 1)]
    assert len(sides) == count / 2
    assert folded(sides) == list(range(1, count + 1))


@pytest.mark.parametrize("count", [1, 2, 3, 5, 63])
def test_no_sheet_of_a_booklet_is_half_there(count):
    with pytest.raises(ValueError, match=f"{count} pages"):
        booklet(count)


def test_side_by_side_shows_every_page_once_and_in_order():
    for count in range(1, 65):
        pages = [page for spread in two_up(count) for page in spread]
        assert pages == [*range(1, count + 1), *([None] if count % 2 else [])]


def counted(pages, recto=False, name="counted"):
    """A section of so many pages, each of which says which it is."""

    def boxes(setting):
        made = []
        for number in range(1, pages + 1):
            run = Run(f"{name} {number}.", setting.theme.body, setting.tag.child("P"))
            made += [NewPage(recto=recto), text([run], setting.theme.body)]
        return made

    return Section(
        name=name,
        title=lambda pack, options: "",
        describe=lambda context: "",
        needs="nothing",
        applies=lambda pack: True,
        compose=boxes,
    )


def printed(sections, options):
    """The sides of an imposed file, each as the words on its left and right halves."""
    document = compose(Pack.model_validate({"title": "T"}), options, sections, sections)
    made = plan_sheets(len(document.pages), document.turn, options.imposition)
    with pdfplumber.open(io.BytesIO(imposed_bytes(document, made, options.paper.double))) as pdf:
        return [
            tuple(
                " ".join(re.findall(r"\w+ \d+\.", half.extract_text() or ""))
                for half in (
                    page.crop((0, 0, page.width / 2, page.height)),
                    page.crop((page.width / 2, 0, page.width, page.height)),
                )
            )
            for page in pdf.pages
        ]


@pytest.mark.parametrize("count", [*range(1, 14), 31, 64])
def test_a_booklet_of_any_number_of_pages_is_read_in_order(count):
    sides = printed([counted(count)], Options(paper=Paper.A5, booklet=True))
    pages = folded(sides)
    assert len(pages) == -(-count // 4) * 4, "no sheet too many"
    assert pages == [*(f"counted {n}." for n in range(1, count + 1)), *[""] * (-count % 4)]


@pytest.mark.parametrize("count", range(1, 9))
def test_a_last_section_of_one_page_is_the_back_cover(count):
    pages = folded(printed([counted(count), counted(1, name="last")], Options(booklet=True)))
    first = [f"counted {n}." for n in range(1, count + 1)]
    assert pages == [*first, *[""] * (-(count + 1) % 4), "last 1."]


@pytest.mark.parametrize("name", [section.name for section in SECTIONS if section.name not in ("cover", "flashcards")])
def test_every_section_may_end_a_booklet_and_loses_nothing(shipped, name):
    sections = [section for section in SECTIONS if section.name in ("cover", name)]
    whole, plain = (compose(shipped, Options(booklet=booklet), sections, SECTIONS) for booklet in (True, False))
    assert len(whole.pages) % 4 == 0
    keeps_the_laws(whole, but=(no_page_is_empty,))
    assert spoken(whole) == spoken(plain)


@pytest.mark.parametrize("duplex", [None, True])
def test_what_starts_on_a_recto_is_not_moved_to_the_back(duplex):
    options = Options(booklet=True, duplex=duplex)
    pages = folded(printed([counted(2), counted(1, recto=True, name="last")], options))
    assert pages == ["counted 1.", "counted 2.", "last 1.", ""]


def test_the_back_cover_has_its_own_number_and_margin(shipped):
    sections = [section for section in SECTIONS if section.name in ("cover", "contents")]
    document = compose(shipped, Options(paper=Paper.A5, booklet=True), sections, sections)
    assert [bool(page.items) for page in document.pages] == [True, False, False, True]
    last = document.pages[-1]
    assert last.number == 4
    assert not last.recto
    assert "4" in [run.text for page, run in text_runs(document) if page is last and not isinstance(run.tag, Tag)]
    assert Counter(run.text for _, run in text_runs(document))["In this pack"] == 1


@pytest.mark.parametrize(
    ("count", "turn", "spreads", "turned", "cut"),
    [
        (1, None, [(1, 1)], Turn.NONE, True),
        (1, Turn.NONE, [(1, 1)], Turn.NONE, True),
        (2, None, [(1, 2)], Turn.NONE, True),
        (3, None, [(1, 2), (3, None)], Turn.NONE, True),
        (2, Turn.LONG, [(1, 1), (2, 2)], Turn.SHORT, True),
        (4, Turn.LONG, [(1, 2), (3, 4)], Turn.SHORT, False),
    ],
)
def test_two_up_a_single_leaf_is_there_twice(count, turn, spreads, turned, cut):
    made = plan_sheets(count, turn, Imposition.TWO_UP)
    assert (list(made.sides), made.turn, made.is_cut) == (spreads, turned, cut)


@pytest.fixture(scope="module", params=list(Imposition))
def imposition(request):
    return request.param


@pytest.fixture(scope="module")
def made(shipped, imposition):
    return render(shipped, Flags(**{imposition.name.lower(): True}), "pack")[0]


def letters(words):
    # PDFium writes U+FFFE or U+0002 for a hyphen at a line's end.
    return Counter(re.sub(r"\s", "", words.replace("\ufffe", "-").replace("\x02", "-")))


def test_every_page_is_on_the_sheets_once_as_text(made, imposition):
    pages = {page.number: page for page in made.document.pages}
    spreads = plan_sheets(len(pages), made.document.turn, imposition).sides
    assert sorted(number for spread in spreads for number in spread if number) == list(pages)
    with pypdfium2.PdfDocument(made.data) as pdf:
        assert len(pdf) == len(spreads) == made.print_spec.sides
        for found, spread in zip(pdf, spreads, strict=True):
            runs = [item.text for number in spread if number for item in pages[number].items if type(item) is TextRun]
            assert letters(found.get_textpage().get_text_range()) == letters("".join(runs))


@ON_EVERY_PAPER
def test_pages_stand_at_their_own_size_about_the_middle(shipped, paper, imposition):
    section = [section for section in SECTIONS if section.name == "overview"]
    document = compose(shipped, Options(paper=paper, **{imposition.name.lower(): True}), section, section)
    made = plan_sheets(len(document.pages), document.turn, imposition)
    seen = 0
    with pdfplumber.open(io.BytesIO(imposed_bytes(document, made, paper.double))) as pdf:
        for sheet, spread in zip(pdf.pages, made.sides, strict=True):
            size = (sheet.width / MILLIMETRE, sheet.height / MILLIMETRE)
            assert size == pytest.approx(DOUBLE[paper], abs=0.01)
            starts = {(round(char["matrix"][4], 1), round(char["matrix"][5], 1), char["size"]) for char in sheet.chars}
            for number, origin in zip(
                spread, (sheet.width / 2 - document.pages[0].width, sheet.width / 2), strict=True
            ):
                for run in document.pages[number - 1].items if number else ():
                    if isinstance(run, TextRun):
                        x, y = run.x + origin, run.y + (sheet.height - document.pages[0].height) / 2
                        near = [s for s in starts if abs(s[0] - x) < 0.15 and abs(s[1] - y) < 0.15]
                        assert any(size == pytest.approx(run.size, abs=0.01) for *_, size in near), run
                        seen += 1
    assert seen > 100


def faces(data):
    return sum("FontFile2" in thing for thing in objects(data) if isinstance(thing, dict))


def test_each_face_is_embedded_once_and_nothing_is_a_picture(made):
    read_on_screen = pdf_bytes(made.document)
    assert faces(made.data) == faces(read_on_screen) >= 5
    assert len(made.data) < 1.05 * len(read_on_screen)
    assert not operators(made.data)["Do"]


def test_the_file_asks_the_printer_for_what_it_needs(made, imposition):
    turn = {"booklet": Turn.SHORT, "two-up": Turn.NONE}[imposition]
    assert made.print_spec.turn is turn
    assert made.print_spec.landscape
    assert made.print_spec.sheet.label == "A4"
    with pypdfium2.PdfDocument(made.data) as pdf:
        assert not pypdfium2.raw.FPDF_VIEWERREF_GetPrintScaling(pdf), "100 %"
        asked = pypdfium2.raw.FPDF_VIEWERREF_GetDuplex(pdf)
        expected = {Turn.SHORT: "DuplexFlipShortEdge", Turn.NONE: "Simplex"}[turn]
        assert asked == getattr(pypdfium2.raw, expected)
        assert pdf.get_metadata_dict()["Title"] == f"Anglo-Soviet relations: {imposition}"
        assert not list(pdf.get_toc())


def test_in_grey_the_sheets_too_have_black_ink_only(shipped, imposition):
    (made, _) = render(shipped, Flags(**{imposition.name.lower(): True}, grey=True), "pack")
    found = operators(made.data)
    assert found["g"] > 100
    assert not {"rg", "RG", "k", "K", "cs", "CS"} & set(found)


def test_margins_are_mirrored_about_the_fold_and_worksheets_keep_their_rectos(shipped):
    document = render(shipped, Flags(booklet=True), "pack")[0].document
    left = {page.recto: page.frame.left for page in document.pages if page.head}
    assert left[True] > left[False]
    starts = [page.number for page in document.pages for name in page.anchors if name.startswith("worksheets:")]
    assert len(starts) == 3
    assert all(number % 2 for number in starts)


def test_the_paper_is_the_packs_own_sheet_or_the_page_that_was_asked_for():
    for own, asked, expected in (
        ({}, {}, Paper.A5),
        ({"paper": "letter"}, {}, Paper.HALF_LETTER),
        ({"paper": "a5"}, {}, Paper.A5),
        ({"paper": "half-letter"}, {}, Paper.HALF_LETTER),
        ({"paper": "letter"}, {"paper": Paper.A4}, Paper.A4),
    ):
        pack = Pack.model_validate({"title": "T", "pack": own})
        for imposition in Imposition:
            assert options_for(pack, Flags(**{imposition.name.lower(): True}, **asked)).paper is expected


def test_a_booklet_has_both_sides_whatever_the_habit():
    pack = Pack.model_validate({"title": "T", "pack": {"duplex": "no"}})
    assert options_for(pack, Flags(booklet=True)).duplex is None
    assert options_for(pack, Flags(two_up=True)).duplex is False
    with pytest.raises(ChoiceError, match="both sides"):
        options_for(pack, Flags(booklet=True, duplex=False))


def test_sheets_to_cut_are_left_out_and_it_is_told(shipped_path, imposition):
    loaded = read(shipped_path)
    pack, key = render(loaded.pack, Flags(**{imposition.name.lower(): True}), "pack")
    assert "flashcards" not in {page.section for page in pack.document.pages}
    assert key.name == "pack-answers.pdf"
    (caution,) = choice_warnings(loaded, Flags(**{imposition.name.lower(): True}))
    assert "'flashcards' is left out" in caution.message
    assert not choice_warnings(loaded, Flags(**{imposition.name.lower(): True}, skip=("flashcards",)))
    assert not choice_warnings(loaded, Flags())
    with pytest.raises(ChoiceError, match="sheets to cut"):
        render(loaded.pack, Flags(**{imposition.name.lower(): True}, sections=("flashcards",)), "pack")


def test_the_key_is_the_same_file_imposed_or_not(shipped, imposition):
    _, key = render(shipped, Flags(**{imposition.name.lower(): True}), "pack")
    _, plain = render(shipped, Flags(skip=("flashcards",)), "pack")
    assert key.data == plain.data
    assert not key.imposed


SCRIPT = """
import hashlib, sys
from pathlib import Path
from studypack.output.build import read, render
from studypack.model.options import Flags, Imposition
pack = read(Path(sys.argv[1])).pack
for imposition in Imposition:
    choice = {imposition.name.lower(): True, "sections": ("cover", "timeline", "glossary"), "punch": True}
    print(hashlib.sha256(render(pack, Flags(**choice), "pack")[0].data).hexdigest())
"""


def test_the_same_bytes_in_any_process(shipped_path):
    found = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(shipped_path)],
            env={"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed, zone in (("0", "UTC"), ("7", "Asia/Tokyo"))
    }  # fmt: skip
    assert len(found) == 1
    assert len(set(found.pop().split())) == len(Imposition)
