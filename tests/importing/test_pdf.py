"""PDFs: as best they can be read, always with a doubt; pictures of pages, passwords and damage are told."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from studypack.base.errors import ContentError
from studypack.importing.readers import read_notes
from tests.importing.notes_read import told, words, words_of

TOP = 780
PROSE = [
    "The treaty of Versailles was signed in June 1919 and it had many effects",
    "which lasted for a very long time, as people thought that it was not fair",
    "and that the army had been betrayed.",
]


def pdf_of(*pages):
    """Pages of (left, down, text, size), the size negative for bold; down in points from the top."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))
    for page in pages:
        for left, down, text, size in page:
            canvas.setFont("Helvetica-Bold" if size < 0 else "Helvetica", abs(size))
            canvas.drawString(left, TOP - down, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def lines(*texts, left=60, down=0, size=10):
    return [(left, down + 13 * at, text, size) for at, text in enumerate(texts)]


PAGES = [
    ([(60, 0, "Weimar", 18), *lines(*PROSE, down=40), *lines("A paragraph more.", down=100)], ["# Weimar", "¶ " + " ".join(PROSE), "¶ A paragraph more."]),
    (lines(PROSE[0], "Germans never forgave.", size=14), [f"¶ {PROSE[0]} Germans never forgave."]),
    (lines("Short line", "Germans never forgave.", PROSE[0], size=14), ["¶ Short line", "¶ Germans never forgave.", f"¶ {PROSE[0]}"]),
    (lines("Germany was not the only one to lose the land and the", "trade of half a century.", "Short line", "goes on nowhere", size=14), ["¶ Germany was not the only one to lose the land and the trade of half a century.", "¶ Short line", "¶ goes on nowhere"]),
    (lines("Causes", "- one", "- two", "1. three"), ["¶ Causes", "- one", "- two", "-1 [1.] three"]),
    ([*lines("- one"), *lines("- in it", left=80, down=13), *lines("- two", down=26)], ["- one", "-1 in it", "- two"]),
    ([(60, 0, "Causes", -10), *lines("- one", down=13)], ["# Causes", "- one"]),
    ([*lines("GDP", "CPI", "RPI"), *lines("gross product", "prices", "retail prices", left=200)], ["| GDP / gross product", "| CPI / prices", "| RPI / retail prices"]),
    ([(60, 0, "For and against, all of it on one page here", 18)]
     + [(left, 40 + 13 * at, f"- {side} point number {at} of it", 10) for left, side in ((60, "left"), (320, "right")) for at in range(6)],
     ["# For and against, all of it on one page here", *(f"- {side} point number {at} of it" for side in ("left", "right") for at in range(6))]),
]  # fmt: skip


@pytest.mark.parametrize(("page", "right"), PAGES)
def test_lines_of_a_page(page, right):
    assert told(pdf_of(page), "notes.pdf") == right


@pytest.mark.parametrize(("page", "right"), PAGES)
def test_no_word_of_a_page_is_lost_and_a_doubt_stands(page, right):
    notes = read_notes(pdf_of(page), "notes.pdf")
    assert words_of(notes) == words(" ".join(text for _, _, text, _ in page))
    assert [doubt.kind.value for doubt in notes.doubts] == ["structure"]


def test_heads_feet_and_page_numbers_are_left_out():
    pages = [
        [(60, 0, "Mr Smith, 10B", 8), *lines(f"- note {at} here", down=40), (290, 750, str(at), 8)]
        for at in range(1, 5)
    ]
    notes = read_notes(pdf_of(*pages), "n.pdf")
    assert [line.text for line in notes.lines] == [f"note {at} here" for at in range(1, 5)]
    assert {each.text for each in notes.left_out} == {"Mr Smith, 10B", "1", "2", "3", "4"}


def test_a_page_without_text_is_told():
    notes = read_notes(pdf_of(lines("one"), []), "n.pdf")
    assert any("page 2" in doubt.hint for doubt in notes.doubts)


def scanned():
    file = BytesIO()
    canvas = Canvas(file)
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 600, 800)
    canvas.save()
    return file.getvalue()


def locked():
    file = BytesIO()
    with pikepdf.open(BytesIO(pdf_of(lines("secret")))) as pdf:
        pdf.save(file, encryption=pikepdf.Encryption(owner="a", user="b"))
    return file.getvalue()


@pytest.mark.parametrize(
    ("make", "message", "hint"),
    [
        (scanned, "this PDF has no text, only pictures of pages", "OCR"),
        (locked, "this PDF is protected by a password", "print it into another PDF"),
        (lambda: pdf_of(lines("text"))[:200], "this PDF is damaged: it cannot be read", ".txt"),
    ],
)
def test_what_cannot_be_read_is_told(make, message, hint):
    with pytest.raises(ContentError) as raised:
        read_notes(make(), "notes.pdf")
    [problem] = raised.value.problems
    assert (problem.message, problem.source) == (message, "notes.pdf")
    assert hint in problem.hint
