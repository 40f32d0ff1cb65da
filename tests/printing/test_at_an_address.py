"""Printing to an address, on real IPP Everywhere printers."""

import pypdfium2
import pytest

from studypack.model.choices import Paper
from studypack.model.options import Flags
from studypack.output.build import render
from tests.command import SMALL, studypack, text_of
from tests.printing.printers import JAM


def press(desk, printer, *words):
    return studypack("print", *words, "--printer", getattr(printer, "uri", printer), cwd=desk)


def asked(job, *names):
    return tuple(job[0].get(f"IPP_{name}") for name in names)


def test_a_pdf_arrives_byte_for_byte_with_all_that_was_asked(duplex_printer, pdf, pdf_path):
    before = len(duplex_printer.received())
    done = press(pdf_path.parent, duplex_printer, pdf_path, "--copies", 30, "--grey")
    assert len(duplex_printer.received()) == before + 1
    job = duplex_printer.received()[-1]
    assert job[1] == pdf
    wanted = ("30", "two-sided-long-edge", "iso_a4_210x297mm", "monochrome", "sheets")
    assert asked(job, "COPIES", "SIDES", "MEDIA", "PRINT_COLOR_MODE", "JOB_NAME") == wanted
    assert asked(job, "MULTIPLE_DOCUMENT_HANDLING") == ("separate-documents-collated-copies",)
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "sheets: 30 copies of 3 pages, A4, both sides, in grey: 60 sheets",
        f"  to {duplex_printer.uri}",
        f"  sent as job {job[0]['IPP_JOB_ID']}",
        "  printed",
    ]
    assert [path.name for path in pdf_path.parent.iterdir()] == ["sheets.pdf"]


def test_content_is_laid_out_and_printed_without_its_answers(duplex_printer, shipped, shipped_path, tmp_path):
    before = len(duplex_printer.received())
    done = press(
        tmp_path, duplex_printer, shipped_path, "--sections", "table,worksheets", "--copies", 2, "--paper", "letter"
    )
    pack, key = render(shipped, Flags(sections=("table", "worksheets"), paper=Paper.LETTER), "pack")
    jobs = duplex_printer.received()[before:]
    assert [job[1] for job in jobs] == [pack.data]
    assert asked(jobs[0], "COPIES", "MEDIA", "JOB_NAME") == ("2", "na_letter_8.5x11in", "Anglo-Soviet relations")
    assert asked(jobs[0], "PRINT_COLOR_MODE") == (None,)
    assert key
    assert done.stdout.splitlines()[-1] == "The answers were not printed: --with-key prints one copy of them."
    assert list(tmp_path.iterdir()) == []


def test_the_key_comes_once_after_the_class_set_where_it_is_wanted(duplex_printer, desk):
    before = len(duplex_printer.received())
    done = press(desk, duplex_printer, "--sections", "worksheets", "--copies", 30, "--with-key")
    jobs = duplex_printer.received()[before:]
    assert [asked(job, "COPIES", "JOB_NAME") for job in jobs] == [
        ("30", "The Weimar Republic"),
        ("1", "The Weimar Republic: answers"),
    ]
    (desk / "key.pdf").write_bytes(jobs[1][1])
    assert "blame" in text_of(desk / "key.pdf")
    assert "not printed" not in done.stdout


def test_a_key_at_the_end_of_the_pack_is_kept_apart_from_pupils(duplex_printer, desk):
    (desk / "content" / "weimar.yaml").write_text(SMALL + "pack:\n  key: appendix\n", encoding="utf-8")
    press(desk, duplex_printer, "--copies", 2)
    (desk / "pack.pdf").write_bytes(duplex_printer.received()[-1][1])
    assert "Answer key" not in text_of(desk / "pack.pdf")


def test_answers_that_are_asked_for_in_the_pack_are_pointed_out(duplex_printer, desk):
    done = press(desk, duplex_printer, "--sections", "worksheets,answers")
    assert "warning: the answers are in the pack" in done.stderr
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("words", "sides", "sheets"),
    [
        (["--sections", "worksheets"], "one-sided", "1 sheet"),  # one page
        (["--sections", "worksheets", "--one-sided"], "one-sided", "1 sheet"),
        (["--sections", "flashcards"], "two-sided-long-edge", "1 sheet"),
        (["--sections", "cover,table", "--one-sided"], "one-sided", "2 sheets"),
        (["--sections", "flashcards", "--set", "flashcards.flip=short"], "two-sided-short-edge", "1 sheet"),
    ],
)
def test_sides_follow_the_pages(duplex_printer, desk, words, sides, sheets):
    done = press(desk, duplex_printer, *words)
    assert asked(duplex_printer.received()[-1], "SIDES") == (sides,)
    assert done.stdout.splitlines()[0].endswith(f": {sheets}")


def test_a_booklet_is_turned_on_the_short_edge_of_the_larger_sheet(duplex_printer, shipped_path, tmp_path):
    done = press(tmp_path, duplex_printer, shipped_path, "--booklet", "--grey", "--copies", 5)
    job = duplex_printer.received()[-1]
    assert asked(job, "SIDES", "MEDIA") == ("two-sided-short-edge", "iso_a4_210x297mm")
    pages = page_count(job[1])
    assert pages % 2 == 0
    assert pages > 4
    told = f"5 copies of {pages} pages, A4, both sides, short edge, in grey: {5 * pages // 2} sheets"
    assert told in done.stdout


def test_a_page_that_is_twice_on_its_sheet_is_printed_half_as_often(duplex_printer, desk):
    done = press(desk, duplex_printer, "--sections", "worksheets", "--two-up", "--copies", 29)
    assert asked(duplex_printer.received()[-1], "COPIES", "SIDES", "MEDIA") == ("15", "one-sided", "iso_a4_210x297mm")
    assert "15 copies of 1 page" in done.stdout
    assert "Cut each sheet in the middle: it holds two copies." in done.stdout


def test_a_pdf_remembers_the_sides_it_was_made_for(duplex_printer, desk, shipped_path):
    for flag, sides in [("--one-sided", "one-sided"), ("--duplex", "two-sided-long-edge")]:
        assert studypack("build", shipped_path, "--sections", "table", flag, cwd=desk).returncode == 0
        press(desk, duplex_printer, "build/anglo-soviet-relations.pdf")
        assert asked(duplex_printer.received()[-1], "SIDES") == (sides,)


def page_count(data):
    with pypdfium2.PdfDocument(data) as pdf:
        return len(pdf)


def test_letters_beyond_ascii_in_a_title(duplex_printer, desk):
    (desk / "content" / "weimar.yaml").write_text(SMALL.replace("The Weimar Republic", "“Łódź” – Ж"), encoding="utf-8")
    press(desk, duplex_printer, "--sections", "table")
    assert asked(duplex_printer.received()[-1], "JOB_NAME") == ("“Łódź” – Ж",)


def refused(done, *words):
    """Whether a run ended as a mistake of the user's does, and said these words."""
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr
    assert done.returncode == 1
    assert "sent as" not in done.stdout
    return True


def test_a_printer_that_cannot_turn_sheets_says_so_before(shop, pdf_path):
    simplex = shop.printer("Simplex")
    done = press(pdf_path.parent, simplex, pdf_path)
    assert refused(done, "does not print on both sides", "--one-sided")
    assert simplex.received() == []
    assert press(pdf_path.parent, simplex, pdf_path, "--one-sided").returncode == 0
    assert asked(simplex.received()[0], "SIDES") == ("one-sided",)


def test_a_printer_that_cannot_print_pdfs_says_so_before(shop, pdf_path):
    done = press(pdf_path.parent, shop.printer("Raster", "-2", formats="image/pwg-raster"), pdf_path)
    assert refused(done, "cannot print a PDF", "this computer's printers")


def test_a_printer_without_the_sheet_says_so_before(duplex_printer, sheet_of, tmp_path):
    before = len(duplex_printer.received())
    done = press(tmp_path, duplex_printer, sheet_of((297, 420)))
    assert refused(done, "does not print on A3", "A4, Letter, Legal")
    assert len(duplex_printer.received()) == before


def test_what_is_in_the_trays_is_told(duplex_printer, pdf_path):
    done = press(pdf_path.parent, duplex_printer, pdf_path)
    assert "has no A4 in its trays, but Letter" in done.stderr


def test_a_job_that_fails_is_told_in_the_printers_words(shop, pdf_path):
    done = press(pdf_path.parent, shop.printer("Jammed", "-2", command=JAM), pdf_path)
    assert done.returncode == 1
    assert "error: job 1 was given up: Paper jam in tray 2" in done.stderr


def test_a_printer_that_wants_a_password(shop, pdf_path):
    done = press(pdf_path.parent, shop.printer("Locked", "-2", "-A"), pdf_path)
    assert refused(done, "401 Unauthorized", "a name and a password", "studypack printers")


def test_a_certificate_that_nobody_vouches_for(duplex_printer, pdf, pdf_path):
    encrypted = duplex_printer.uri.replace("ipp:", "ipps:")
    before = len(duplex_printer.received())
    done = press(pdf_path.parent, encrypted, pdf_path)
    assert refused(done, "localhost cannot prove that it is localhost: self-signed certificate", "--insecure")
    assert len(duplex_printer.received()) == before
    assert press(pdf_path.parent, encrypted, pdf_path, "--insecure").returncode == 0
    assert duplex_printer.received()[-1][1] == pdf


def test_a_path_without_a_printer(duplex_printer, pdf_path):
    done = press(pdf_path.parent, duplex_printer.uri + "er", pdf_path)
    assert refused(done, "not found. (not-found)", "most printers are at /ipp/print")


def test_a_printer_that_is_off(shop, pdf_path):
    printer = shop.printer("Off", "-2")
    shop.end(printer.program)
    assert refused(press(pdf_path.parent, printer, pdf_path), "connection refused")


def test_more_copies_than_anyone_means(duplex_printer, pdf_path):
    for copies in (0, 1000):
        done = press(pdf_path.parent, duplex_printer, pdf_path, "--copies", copies)
        assert done.returncode == 2
        assert "--copies" in done.stderr
