"""The words of the file as other programs read them: exactly those placed, none torn or run together."""

import io
import re
import shutil
import subprocess
from collections import Counter

import pdfplumber
import pypdfium2
import pytest

from studypack.compose import compose
from studypack.options import Options, Paper
from studypack.pdf.write import pdf_bytes
from studypack.sections import SECTIONS
from studypack.typeset.fonts import Family, face
from studypack.typeset.look import Style
from studypack.typeset.page import Document, Frame, Page, Tag, TextRun
from studypack.typeset.paragraph import text
from studypack.typeset.text import Run


def parted(text):
    """Its words; a raised gap number before an answer, 4unrest, counts as a word of its own."""
    return re.sub(r"\b(\d{1,2})(?=[^\W\d])", r"\1 ", text).split()


def with_pdfium(data):
    with pypdfium2.PdfDocument(data) as opened:
        found = " ".join(page.get_textpage().get_text_range() for page in opened)
    # PDFium writes U+FFFE or U+0002 for a hyphen at a line's end.
    return found.replace("\ufffe", "-").replace("\x02", "-")


def with_pdfplumber(data):
    with pdfplumber.open(io.BytesIO(data)) as opened:
        return " ".join(page.extract_text() for page in opened.pages)


def with_poppler(data):
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    # Poppler takes single characters that stand evenly for a letter-spaced word: ". A" between a gap and a line's end.
    return re.sub(r"(?<!\S)\.(?=[^\W\d]\s)", ". ", done.stdout.decode())


READERS = pytest.mark.parametrize("text_read", [with_pdfium, with_pdfplumber, with_poppler])


def end_of(run):
    spaces = len(run.text) - len(run.text.rstrip(" "))
    return run.x + run.width + spaces * run.face.space * run.size / 1000


def words_placed(document):
    """Runs that stand apart are words apart."""
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
            found.append(run.text if follows else f"\n{run.text}")
            before = run
        found.append("\n")
    return parted("".join(found))


@pytest.fixture(scope="module", params=Paper)
def built(shipped, request):
    document = compose(shipped, Options(paper=request.param), SECTIONS, SECTIONS)
    return words_placed(document), pdf_bytes(document)


@READERS
def test_the_shipped_pack_is_read_word_for_word(built, text_read):
    placed, data = built
    assert len(placed) > 6000
    read, wanted = Counter(parted(text_read(data))), Counter(placed)
    assert (read - wanted, wanted - read) == (Counter(), Counter())


@READERS
@pytest.mark.parametrize("size", [8.0, 10.2, 46.0])
@pytest.mark.parametrize("family", Family)
def test_wide_kerns_are_not_read_as_spaces(text_read, size, family):
    words = "Tokyo Wave AV, WAVY To. P. A. T. Yalta’s “Yes” fjord L’T 7. V.A.T. TYPOGRAPHY"
    for bold in (False, True):
        page = Page(1, 2400, 900, Frame(0, 0, 2400, 900), "")
        style = Style(face(family, bold=bold), size, 1.3 * size)
        text([Run(words, style)], style).place(page, 50, 880, 2300)
        assert text_read(pdf_bytes(Document("Words", "en", [page], Tag("Document")))).split() == words.split()
