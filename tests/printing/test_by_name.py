"""Printing by a printer's name: `lp` on a real CUPS, with a real IPP Everywhere printer behind it."""

import io
import os
import shutil
import subprocess

import pdfplumber
import pypdfium2
import pytest

from studypack.base.errors import PrintingError
from studypack.model.options import Flags
from studypack.printing.destination import find_destination
from studypack.printing.printout import print_request
from studypack.printing.transport import Timeouts
from tests.command import studypack
from tests.printing.printers import PATH


@pytest.fixture(scope="session")
def behind_cups(shop):
    return shop.printer("Behind", "-2")


@pytest.fixture(scope="session")
def cups(shop, behind_cups):
    """A CUPS with one printer, staff-room, and no default."""
    server = shop.cups()
    admin(server, "lpadmin", "-p", "staff-room", "-E", "-v", behind_cups.uri, "-m", "everywhere")
    return server


@pytest.fixture
def queue(cups, monkeypatch):
    """The CUPS for a test of its own: the printer on, nothing in its queue."""
    monkeypatch.setenv("CUPS_SERVER", cups)
    yield cups
    admin(cups, "cancel", "-a", "-x")
    admin(cups, "cupsaccept", "staff-room")
    admin(cups, "cupsenable", "staff-room")


def admin(server, *words):
    program = shutil.which(words[0], path=PATH)
    environment = {**os.environ, "CUPS_SERVER": server, "LC_ALL": "C"}
    subprocess.run([program, *words[1:]], check=True, capture_output=True, env=environment, timeout=60)


def press(pdf_path, *words, **environment):
    return studypack("print", pdf_path, *words, cwd=pdf_path.parent, **environment)


def pages(pdf):
    """What every page shows, whoever wrote the file: its size and its words with their places."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return [
            (
                round(page.width),
                round(page.height),
                [(w["text"], round(w["x0"]), round(w["top"])) for w in page.extract_words()],
            )
            for page in opened.pages
        ]


def test_the_pages_and_all_that_was_asked_come_through_cups(queue, behind_cups, pdf, pdf_path):
    done = press(pdf_path, "--printer", "staff-room", "--copies", 30, "--grey")
    assert (done.returncode, done.stderr) == (0, "")
    asked, received = behind_cups.received()[-1]
    assert asked["IPP_COPIES"] == "30"
    assert asked["IPP_SIDES"] == "two-sided-long-edge"
    assert asked["IPP_PRINT_COLOR_MODE"] == "monochrome"
    assert asked["IPP_MULTIPLE_DOCUMENT_HANDLING"] == "separate-documents-collated-copies"
    assert "x-dimension=21000 y-dimension=29700" in asked["IPP_MEDIA_COL"]
    assert asked["IPP_JOB_NAME"] == "sheets"
    assert len(pages(pdf)) == 3
    assert pages(received) == pages(pdf)
    lines = done.stdout.splitlines()
    assert lines[:2] == ["sheets: 30 copies of 3 pages, A4, both sides, in grey: 60 sheets", "  to staff-room"]
    assert lines[2].startswith("  sent as staff-room-")
    assert lines[3:] == ["  printed"]


def test_a_title_is_a_title_whatever_it_looks_like(queue, behind_cups, pdf_path):
    strange = pdf_path.rename(pdf_path.with_name("-o $(touch x) “Ж”; touch y.pdf"))
    assert studypack("print", "--printer", "staff-room", "--", strange.name, cwd=strange.parent).returncode == 0
    assert behind_cups.received()[-1][0]["IPP_JOB_NAME"] == "-o $(touch x) “Ж”; touch y"
    assert list(strange.parent.iterdir()) == [strange]


def test_the_default_printer_is_used(queue, behind_cups, pdf_path):
    before = len(behind_cups.received())
    done = press(pdf_path)
    assert done.returncode == 1
    assert done.stderr == "error: no printer is set as the default\n  = help: name one with --printer: staff-room\n"
    done = press(pdf_path, LPDEST="staff-room")
    assert done.returncode == 0
    assert "  to staff-room\n  sent as staff-room-" in done.stdout
    assert len(behind_cups.received()) == before + 1


def test_an_unknown_printer(queue, pdf_path):
    done = press(pdf_path, "--printer", "staff-rom")
    assert done.returncode == 1
    assert "error: there is no printer called staff-rom" in done.stderr
    assert "did you mean 'staff-room'?" in done.stderr
    assert done.stdout == ""


def test_a_stopped_printer_says_why(queue, behind_cups, pdf_path):
    before = len(behind_cups.received())
    admin(queue, "cupsdisable", "-r", "no toner, said Bob", "staff-room")
    done = press(pdf_path, "--printer", "staff-room")
    assert done.returncode == 1
    assert "error: staff-room has stopped: no toner, said Bob" in done.stderr
    assert len(behind_cups.received()) == before


def test_a_printer_that_takes_no_jobs_says_why(queue, pdf_path):
    admin(queue, "cupsreject", "-r", "moved to room 4", "staff-room")
    done = press(pdf_path, "--printer", "staff-room")
    assert done.returncode == 1
    assert "error: staff-room takes no jobs: moved to room 4" in done.stderr


def test_another_printer_prints_what_one_does_not_take(shop, queue, pdf_path):
    """The advice of a printer that is stopped, or takes no jobs."""
    other = shop.printer("Other", "-2")
    admin(queue, "cupsdisable", "staff-room")
    assert "choose another: --printer" in press(pdf_path, "--printer", "staff-room").stderr
    admin(queue, "cupsreject", "staff-room")
    assert "choose another printer: --printer" in press(pdf_path, "--printer", "staff-room").stderr
    assert press(pdf_path, "--printer", other.uri).returncode == 0


def test_a_sheet_that_the_printer_does_not_have(queue, sheet_of):
    done = press(sheet_of((257, 364)), "--printer", "staff-room")
    assert done.returncode == 1
    assert "error: staff-room does not print on JIS B4" in done.stderr


def test_a_printer_that_is_off_is_told_in_cups_words(shop, queue, pdf_path):
    off = shop.printer("Behind-off", "-2")
    admin(queue, "lpadmin", "-p", "attic", "-E", "-v", off.uri, "-m", "everywhere")
    shop.end(off.program)
    try:
        destination = find_destination("attic", Timeouts(job_seconds=3), insecure=False)
        [(ticket, data)] = print_request(pdf_path, Flags()).jobs(1, with_key=False)
        job = destination.submit(ticket, data)
        with pytest.raises(
            PrintingError, match=f"{job.label} is not printed yet: The printer may not exist or is unav"
        ):
            destination.wait(job)
    finally:
        admin(queue, "cancel", "-a", "-x")
        admin(queue, "lpadmin", "-x", "attic")


def test_the_printers_are_listed_with_their_state(queue, tmp_path):
    done = studypack("printers", cwd=tmp_path, LPDEST="staff-room")
    assert (done.stdout, done.stderr, done.returncode) == ("  staff-room  default  ready\n", "", 0)
    admin(queue, "cupsdisable", "-r", "jammed", "staff-room")
    done = studypack("printers", cwd=tmp_path)
    assert done.stdout == "  staff-room           stopped: jammed; paused\n"


def test_no_printers_at_all(shop, tmp_path, pdf_path):
    for words in (["printers"], ["print", pdf_path]):
        done = studypack(*words, cwd=tmp_path, CUPS_SERVER="127.0.0.1:9")
        assert done.returncode == 1
        assert "error: this computer has no printers, or its print service (CUPS) is not running" in done.stderr
        assert "--printer ipp://" in done.stderr


def test_a_computer_without_lp(tmp_path, pdf_path):
    for words in (["printers"], ["print", pdf_path], ["print", pdf_path, "--printer", "office"]):
        done = studypack(*words, cwd=tmp_path, PATH=str(tmp_path))
        assert done.returncode == 1
        assert "error: this computer has no 'lp'" in done.stderr
        assert "open the PDF and print it from there (studypack build --open)" in done.stderr
        assert "--printer ipp://" in done.stderr
        assert "--printer ipp://" in done.stderr


def test_a_locked_pdf_never_gets_to_the_printer(queue, behind_cups, sheet_of):
    before = len(behind_cups.received())
    locked = sheet_of((210, 297), password="secret")
    assert press(locked, "--printer", "staff-room").returncode == 1
    assert len(behind_cups.received()) == before
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(locked)
