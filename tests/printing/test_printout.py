"""A PDF is measured before it is printed."""

import pytest

from studypack.base.errors import PrintingError
from studypack.layout.document import Turn
from studypack.model.choices import Paper
from studypack.model.options import Flags
from studypack.printing.media import MEDIA, media_for_size
from studypack.printing.printout import is_pdf, print_request, printout_from_pdf
from studypack.printing.ticket import JobTicket, ipp_name

A4 = (210, 297)
A4_TURNED = (297, 210)


def measured(path):
    return printout_from_pdf(path.read_bytes(), "A title")


@pytest.mark.parametrize(
    ("size", "label", "keyword"),
    [
        (A4, "A4", "iso_a4_210x297mm"),
        (A4_TURNED, "A4", "iso_a4_210x297mm"),
        ((215.9, 279.4), "Letter", "na_letter_8.5x11in"),
        ((148, 210), "A5", "iso_a5_148x210mm"),
        ((297, 420), "A3", "iso_a3_297x420mm"),
        ((209.5, 297.4), "A4", "iso_a4_210x297mm"),
    ],
)
def test_the_sheet_is_found_from_the_page(sheet_of, size, label, keyword):
    media = measured(sheet_of(size)).media
    assert (media.label, media.keyword) == (label, keyword)


def test_every_paper_of_ours_is_a_sheet_of_a_printer():
    found = [media_for_size(*paper.size) for paper in Paper]
    assert [media.label for media in found] == [paper.label for paper in Paper]


def test_no_sheet_is_taken_for_another():
    points = [tuple(side * 72 / 25.4 for side in media.millimetres) for media in MEDIA]
    assert [media_for_size(*size) for size in points] == list(MEDIA)
    assert len(MEDIA) > 8


@pytest.mark.parametrize(
    ("sizes", "duplex", "sides"),
    [
        ([A4, A4], None, Turn.LONG),
        ([A4_TURNED, A4_TURNED], None, Turn.SHORT),
        ([A4, A4], "Simplex", Turn.NONE),
        ([A4, A4], "DuplexFlipShortEdge", Turn.SHORT),
        ([A4_TURNED, A4_TURNED], "DuplexFlipLongEdge", Turn.LONG),
    ],
)
def test_sides_are_those_the_pdf_asks_for_or_that_turn_like_a_book(sheet_of, sizes, duplex, sides):
    assert measured(sheet_of(*sizes, duplex=duplex)).turn is sides


def test_pages_are_counted(sheet_of):
    assert measured(sheet_of(*[A4] * 7)).pages == 7


def problem_of(path):
    with pytest.raises(PrintingError) as caught:
        print_request(path, Flags())
    [problem] = caught.value.problems
    assert problem.source == str(path)
    return problem.message


def test_what_cannot_be_printed_is_told(sheet_of, tmp_path, pdf):
    assert problem_of(sheet_of((100, 200))) == "page 1 measures 100 × 200 mm, which is no sheet of paper"
    assert problem_of(sheet_of(A4, A4, (297, 420))) == "page 1 is A4, and page 3 is A3"
    assert problem_of(sheet_of(A4, password="secret")) == "the PDF is locked, and printers cannot open it"
    assert problem_of(sheet_of(A4, password="")) == "the PDF is locked, and printers cannot open it"
    broken = tmp_path / "broken.pdf"
    for data, said in [
        (b"", "the file is no PDF"),
        (b"hello", "the file is no PDF"),
        (b"%PDF-1.7\nnothing more", "the PDF is broken"),
        (pdf[:2000], "the PDF is broken"),
    ]:
        broken.write_bytes(data)
        assert problem_of(broken) == said
    assert problem_of(tmp_path / "none.pdf") == "cannot read the PDF: no such file or directory"
    (tmp_path / "folder.pdf").mkdir()
    assert problem_of(tmp_path / "folder.pdf") == "this is no file"


def test_a_pdf_is_known_by_its_first_bytes_or_its_name(tmp_path, pdf):
    nameless = tmp_path / "pack"
    nameless.write_bytes(pdf)
    content = tmp_path / "pack.yaml"
    content.write_text("title: PDF")
    assert is_pdf(nameless)
    assert is_pdf(tmp_path / "missing.PDF")
    assert not is_pdf(content)
    assert not is_pdf(tmp_path)
    assert not is_pdf(tmp_path / "missing")


@pytest.mark.parametrize(
    ("pages", "copies", "sides", "sheets"),
    [(1, 30, Turn.NONE, 30), (3, 30, Turn.LONG, 60), (4, 30, Turn.SHORT, 60), (3, 2, Turn.NONE, 6)],
)
def test_sheets_are_counted(pages, copies, sides, sheets):
    assert JobTicket("A title", pages, copies, sides, MEDIA[0]).sheets == sheets


def test_a_name_is_one_line_of_what_is_seen_and_no_longer_than_printers_take():
    assert ipp_name("Two\nlines,\x1b[31m and a\u202eturn") == "Two lines, [31m and a turn"
    assert ipp_name("ж" * 200) == "ж" * 127
    assert ipp_name("\udcff") == ipp_name("") == "untitled"
