"""The file itself, read back by other programs: fonts, outline, links, metadata, words, and the same bytes."""

import io
import re
import socket
from collections import Counter
from pathlib import Path

import pdfplumber
import pikepdf
import pypdfium2
import pytest
from laws import text_runs

from studypack.layout.page import TextRun
from studypack.model.options import Options
from studypack.output.compose import compose
from studypack.pdf.tagged import pdf_bytes
from studypack.sections import SECTIONS


@pytest.fixture(scope="module")
def document(shipped):
    return compose(shipped, Options(), SECTIONS, SECTIONS)


@pytest.fixture(scope="module")
def data(document):
    return pdf_bytes(document)


@pytest.fixture(scope="module")
def pdf(data):
    with pdfplumber.open(io.BytesIO(data)) as opened:
        yield opened


def objects(pdf):
    for xref in pdf.doc.xrefs:
        for number in xref.get_objids():
            yield pdf.doc.getobj(number)


def test_every_font_is_an_embedded_subset(pdf):
    fonts = [each for each in objects(pdf) if isinstance(each, dict) and str(each.get("Type")) == "/'Font'"]
    names = sorted(str(font["BaseFont"]) for font in fonts)
    assert len(names) >= 6
    for font in fonts:
        assert re.match(r"/'[A-Z]{6}\+(Source|Atkinson)", str(font["BaseFont"])), names
        descriptor = font["FontDescriptor"].resolve()
        assert "FontFile2" in descriptor
    assert not any("Helvetica" in name for name in names)


def first_pages(document):
    """The page that each section starts on; a blank page before its first sheet is not its start."""
    firsts = {}
    for page in document.pages:
        if page.items:
            firsts.setdefault(page.section, page.number)
    return firsts


def test_the_outline_leads_to_every_section(document, data):
    with pypdfium2.PdfDocument(data) as opened:
        outline = [(mark.get_title(), mark.get_dest().get_index() + 1, mark.level) for mark in opened.get_toc()]
    top = [(title, page) for title, page, level in outline if level == 0]
    firsts = first_pages(document)
    sections = [section for section in SECTIONS if section.name != "cover"]
    assert [page for _, page in top if page != 1] == [firsts[s.name] for s in sections if firsts[s.name] != 1]
    assert any(level == 1 for _, _, level in outline), "each worksheet has an entry of its own"


def test_contents_and_marks_link_to_their_places(document, pdf):
    destinations = {name: page.number for page in reversed(document.pages) for name in page.anchors}
    assert {f"point:{key}" for key in ("trade-agreement", "munich")} <= set(destinations)
    links = [link for page in pdf.pages for link in page.annots if str(link["data"].get("Subtype")) == "/'Link'"]
    assert len(links) > 80
    contents = next(page.number for page in document.pages if page.section == "contents")
    assert sum(link["page_number"] == contents for link in links) >= 8


def test_page_numbers_in_the_contents_are_true(document):
    firsts = first_pages(document)
    printed = [int(run.text) for page, run in text_runs(document) if page.section == "contents" and run.text.isdigit()]
    assert {firsts[s.name] for s in SECTIONS if s.numbered} <= set(printed)


def test_the_file_says_what_it_is_and_nothing_of_the_machine(shipped, data):
    with pypdfium2.PdfDocument(data) as opened:
        metadata = opened.get_metadata_dict()
    assert metadata["Title"] == "Anglo-Soviet relations"
    assert "History" in metadata["Subject"]
    assert "trade" in metadata["Keywords"]
    assert metadata["CreationDate"] == metadata["ModDate"] == "D:20000101000000+00'00'"
    assert str(pikepdf.open(io.BytesIO(data)).Root.Lang) == "en-GB"
    # A host of two letters would be found in any file by chance.
    for secret in (str(Path.cwd()), str(Path.home()) + "/", socket.gethostname().ljust(5)):
        assert secret.encode() not in data


def test_source_date_epoch_sets_the_dates(document, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    with pypdfium2.PdfDocument(pdf_bytes(document)) as opened:
        assert opened.get_metadata_dict()["CreationDate"].startswith("D:20231114221320")


def letters_of(text):
    # PDFium writes U+FFFE or U+0002 for a hyphen at a line's end.
    return Counter(re.sub(r"\s", "", text.replace("\xad", "").replace("\ufffe", "-").replace("\x02", "-")))


def test_every_letter_placed_is_extracted(document, data):
    with pypdfium2.PdfDocument(data) as opened:
        for page, found in zip(document.pages, opened, strict=True):
            placed = "".join(item.text for item in page.items if isinstance(item, TextRun))
            assert letters_of(found.get_textpage().get_text_range()) == letters_of(placed), page.section
