"""The words of the file as other programs read them: exactly those placed, none torn or run together."""

import io
import re
import subprocess
import unicodedata
from collections import Counter
from itertools import product

import pdfplumber
import pypdfium2
import pytest
from laws import text_runs
from needs import program

from studypack.layout.document import Document
from studypack.layout.fonts import Family, face
from studypack.layout.joints import SOFT_HYPHEN
from studypack.layout.page import Frame, Page, TextRun
from studypack.layout.paragraph import text
from studypack.layout.style import Style
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.model.choices import Paper
from studypack.model.modes import EvaluationMode, Support, TableMode, TimelineMode
from studypack.model.options import Options
from studypack.model.section_modes import EvaluationModes, TableModes, TimelineModes, WorksheetModes
from studypack.output.compose import compose
from studypack.pdf.tagged import pdf_bytes
from studypack.sections import SECTIONS


def with_pdfium(data):
    with pypdfium2.PdfDocument(data) as opened:
        return " ".join(page.get_textpage().get_text_range() for page in opened)


def with_pdfplumber(data):
    with pdfplumber.open(io.BytesIO(data)) as opened:
        return " ".join(page.extract_text() for page in opened.pages)


def with_poppler(data):
    done = subprocess.run([program("pdftotext"), "-", "-"], input=data, capture_output=True, check=True)
    # Poppler takes single characters that stand evenly for a letter-spaced word: ". A" between a gap and a line's end,
    # "a" before a raised number, and that before a first letter; "/ 8" after a score.
    return re.sub(r"(?<!\S)(\.(?=[^\W\d]\s)|/(?=\d\s)|a(?=\d\d?\s)|\d(?=[^\W\d]\s))", r"\1 ", done.stdout.decode())


READERS = pytest.mark.parametrize("text_read", [with_pdfium, with_pdfplumber, with_poppler])


def end_of(run):
    spaces = len(run.text) - len(run.text.rstrip(" "))
    return run.x + run.width + spaces * run.face.space * run.size / 1000


def words_placed(document, *, said=True):
    """Runs that stand apart are words apart; a word over two lines is whole, unless what is `said` counts for nothing."""
    found = []
    for page in document.pages:
        before = None
        for run in (item for item in page.items if isinstance(item, TextRun)):
            follows = (
                before
                and abs(run.y - before.y) < 5
                and abs(
                    run.x - before.x - before.width - before.text.endswith(" ") * before.face.space * before.size / 1000
                )
                < 1
            )
            shown = run.text if run.said is None or not said else run.said
            found.append(shown if follows else f"\n{shown}")
            before = run
        found.append("\n")
    return "".join(found).split()


WAYS = {
    "as usual": Options(),
    "divided": Options(paper=Paper.LETTER, hyphenate=True),
    "small": Options(paper=Paper.HALF_LETTER),
    "small, divided": Options(paper=Paper.A5, hyphenate=True),
    "for pupils": Options(
        table=TableModes(mode=TableMode.SORT),
        timeline=TimelineModes(mode=TimelineMode.LABELS_BLANK),
        worksheets=WorksheetModes(support=Support.LETTERS),
        evaluation=EvaluationModes(mode=EvaluationMode.PLAIN),
    ),
}


READINGS = [*product(WAYS, (with_pdfium, with_poppler)), ("divided", with_pdfplumber)]
"""pdfplumber takes four times as long as the others together."""


@pytest.fixture(scope="module")
def built(shipped, request):
    options = WAYS[request.param]
    document = compose(shipped, options, SECTIONS, SECTIONS)
    words_over_two_lines = [run for _, run in text_runs(document) if (run.said or " ") != " "]
    assert len(words_over_two_lines) > (5 if options.hyphenate else 4)
    return document, pdf_bytes(document)


@pytest.mark.parametrize(("built", "text_read"), READINGS, indirect=["built"])
def test_the_shipped_pack_is_read_word_for_word(built, text_read):
    document, data = built
    placed = words_placed(document, said=text_read is not with_pdfplumber)
    assert len(placed) > 6000
    read, wanted = Counter(text_read(data).split()), Counter(placed)
    assert (read - wanted, wanted - read) == (Counter(), Counter())


@pytest.mark.parametrize("text_read", [with_pdfium, with_poppler])
def test_hyphenation_changes_nothing_of_what_is_copied(shipped, text_read):
    glossary = [section for section in SECTIONS if section.name == "glossary"]
    plain, divided = (
        compose(shipped, Options(paper=Paper.A5, hyphenate=on), glossary, SECTIONS) for on in (False, True)
    )
    assert sum(SOFT_HYPHEN in run.text for _, run in text_runs(divided)) >= 2
    read = Counter(text_read(pdf_bytes(divided)).split())
    assert read.total() > 300
    assert read == Counter(text_read(pdf_bytes(plain)).split())


@READERS
def test_a_suspended_hyphen_keeps_the_word_after_it_on_its_line(text_read):
    style = Style(face(Family.SERIF), 10, 14)
    words = "Two- and three-year plans, and pre- and post-war debts."
    for width in range(60, 240, 9):
        page, root = Page(1, 500, 500, Frame(0, 0, 500, 500), ""), Tag("Document")
        text([Run(words, style, root.child("P"))], style).place(page, 50, 480, width)
        read = text_read(pdf_bytes(Document("Words", "en", [page], root))).split()
        assert [word for word in read if word in ("Two-", "pre-")] == ["Two-", "pre-"]


@READERS
@pytest.mark.parametrize("size", [8.0, 10.2, 46.0])
@pytest.mark.parametrize("family", Family)
def test_wide_kerns_are_not_read_as_spaces(text_read, size, family):
    words = "Tokyo Wave AV, WAVY To. P. A. T. Yalta’s “Yes” fjord L’T 7. V.A.T. TYPOGRAPHY"
    for bold in (False, True):
        page, root = Page(1, 2400, 900, Frame(0, 0, 2400, 900), ""), Tag("Document")
        style = Style(face(family, bold=bold), size, 1.3 * size)
        text([Run(words, style, root.child("P"))], style).place(page, 50, 880, 2300)
        assert text_read(pdf_bytes(Document("Words", "en", [page], root))).split() == words.split()


@pytest.mark.parametrize("text_read", [with_pdfium, with_poppler])
@pytest.mark.parametrize("family", Family)
def test_accents_that_stand_apart_are_read_with_their_letters(text_read, family):
    words = "The mean x̄, ν̄ and p̂; l̄ī f̂i моско́вский m̄ēn̄ X̄ and H̄."
    for bold in (False, True):
        page, root = Page(1, 2400, 900, Frame(0, 0, 2400, 900), ""), Tag("Document")
        style = Style(face(family, bold=bold), 20, 26)
        text([Run(words, style, root.child("P"))], style).place(page, 50, 880, 2300)
        read = text_read(pdf_bytes(Document("Words", "en", [page], root)))
        assert unicodedata.normalize("NFC", read).split() == unicodedata.normalize("NFC", words).split()
