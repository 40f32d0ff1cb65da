"""Kerned words: narrower than their letters side by side, and painted just as wide as they were measured."""

import unicodedata

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studypack.layout.document import Document
from studypack.layout.fonts import Family, face
from studypack.layout.page import Frame, Page
from studypack.layout.paragraph import text
from studypack.layout.style import Style
from studypack.layout.tag import Tag
from studypack.layout.text import Run, Words
from studypack.pdf.tagged import pdf_bytes

FACES = [face(family, bold=bold, italic=italic) for family in Family for bold in (0, 1) for italic in (0, 1)]
SERIF = face(Family.SERIF)


def sum_of_letters(words, of=SERIF):
    return sum(of.measured(letter)[0] for letter in words)


def placed(words, size=20.0, width=400.0, tracking=0.0, of=SERIF):
    """One page with the words on it, and the file that shows it."""
    page, root = Page(1, 600, 900, Frame(0, 0, 600, 900), ""), Tag("Document")
    style = Style(of, size, 1.3 * size, tracking=tracking)
    text([Run(words, style, root.child("P"))], style).place(page, 50, 880, width)
    for item in page.items:
        # PDFium would give a word that is said whole, but not where its letters stand.
        item.said = None
    return page, pdf_bytes(Document("Kerning", "en", [page], root))


def letters_read(data):
    """Every letter of the first page with the place where it starts, as PDFium reads it back."""
    with pypdfium2.PdfDocument(data) as opened:
        page = opened[0].get_textpage()
        x, y = pdfium.c_double(), pdfium.c_double()
        found = []
        for index in range(page.count_chars()):
            letter = chr(pdfium.FPDFText_GetUnicode(page, index))
            if not letter.isspace() and pdfium.FPDFText_GetCharOrigin(page, index, x, y):
                found.append((letter, x.value, y.value))
        return found


def letters_placed(page):
    """The same, as the layout has it."""
    found = []
    for run in page.items:
        x = run.x
        for word in run.text.split(" "):
            begins, _ = run.face.edges(word)
            found += [
                (letter, x + begin * run.size / 1000 + run.tracking * index, run.y)
                for index, (letter, begin) in enumerate(zip(word, begins, strict=True))
            ]
            x += run.face.width(word + " ", run.size, run.tracking)
    return found


@pytest.mark.parametrize("words", ["Tokyo", "Wave", "AV", "P.", "A.J.P.", "“Yes”", "ΤΑΤΑ"])
def test_a_word_with_open_pairs_is_narrower_than_its_letters_side_by_side(words):
    assert SERIF.measured(words)[0] < sum_of_letters(words) - 10


def test_figures_are_not_kerned_so_that_columns_of_them_stand_under_each_other():
    for each in (SERIF, face(Family.SERIF, bold=True), face(Family.SANS), face(Family.SANS, bold=True)):
        assert {each.measured(year)[0] for year in ("1111", "1917", "1741", "2077")} == {sum_of_letters("1917", each)}


@pytest.mark.parametrize("of", FACES, ids=lambda each: each.name)
def test_letters_are_painted_where_they_were_measured(of):
    words = "Tokyo Wave AV, T. E. Lawrence’s “Yes” fi ffl 1917–21 VAULT Łódź (Yalta) \\ office"
    for size, tracking in ((46.0, 0.0), (8.0, 0.75)):
        page, data = placed(words, size, tracking=tracking, of=of)
        read, wanted = letters_read(data), letters_placed(page)
        assert [letter for letter, *_ in read] == [letter for letter, *_ in wanted]
        assert len(read) == len(words.replace(" ", ""))
        for (letter, x, y), (_, wanted_x, wanted_y) in zip(read, wanted, strict=True):
            assert (x, y) == (pytest.approx(wanted_x, abs=0.06), pytest.approx(wanted_y, abs=0.02)), letter


def test_a_run_is_as_wide_as_what_is_painted():
    page, data = placed("Tokyo Wave AV To")
    (run,) = page.items
    *_, (_, last, _) = letters_read(data)
    assert run.width == pytest.approx(last + SERIF.width("o", 20) - 50, abs=0.02)
    assert run.width < sum_of_letters(run.text) * 20 / 1000 - 3


def test_parts_of_a_word_that_is_cut_stand_where_they_are_painted():
    page, data = placed("VAVAVATOTOTOTAVAVAYAVA" * 3, 30, width=200)
    assert len(page.items) > 5
    assert all(run.x + run.width <= 50 + 200.02 for run in page.items)
    for (letter, x, _), (_, wanted, _) in zip(letters_read(data), letters_placed(page), strict=True):
        assert x == pytest.approx(wanted, abs=0.03), letter


def test_letters_beyond_a_face_s_first_256_codes_are_kerned_too():
    many = " ".join(chr(code) for code in range(0xA1, 0x4FF) if SERIF.covers(chr(code)))
    page, data = placed(f"{many} ΤΟΑΛ ТУ", 5, width=500)
    read, wanted = letters_read(data), letters_placed(page)
    assert len(read) > 400
    for (letter, x, _), (_, wanted_x, _) in zip(read, wanted, strict=True):
        assert x == pytest.approx(wanted_x, abs=0.03), letter
    assert SERIF.kerns("ΤΟΑΛ")


def test_what_the_fallback_prints_is_kerned_in_its_own_face():
    clear, sans = face(Family.CLEAR), face(Family.SANS)
    width, pieces = clear.measured("AVТАТОAV")
    assert [piece.text for piece in pieces] == ["AV", "ТАТО", "AV"]
    assert width == 2 * clear.measured("AV")[0] + sans.measured("ТАТО")[0]
    assert sans.kerns("ТАТО")


ACCENTED = ["x̄", "ν̄", "X̄", "Σ̄", "p̂", "l̄", "T̄", "q̈", "о́", "ȳ", "m̄", "Ṽ"]
"""Letters that have no glyph with their accent."""


@pytest.mark.parametrize("of", FACES, ids=lambda each: each.name)
def test_an_accent_that_stands_apart_is_over_the_middle_of_its_letter(of):
    size, scale = 40.0, 2
    page, root = Page(1, 300, 60 * len(ACCENTED), Frame(0, 0, 300, 60 * len(ACCENTED)), ""), Tag("Document")
    style = Style(of, size, 60)
    clusters = [unicodedata.normalize("NFD", each) for each in ACCENTED]
    for number, cluster in enumerate(clusters):
        text([Run(f"{cluster[0]}   {cluster}", style, root.child("P"))], style).place(
            page, 50, page.height - 60 * number, 250
        )
    with pypdfium2.PdfDocument(pdf_bytes(Document("Accents", "en", [page], root))) as opened:
        shown = opened[0].render(scale=scale).to_pil().convert("L").point(lambda grey: 255 * (grey < 160))
    for number, (letter, accent) in enumerate(clusters):
        top, wide = 60 * number, of.width(f"{letter}   ", size)
        assert of.measured(letter + accent)[0] == of.measured(letter)[0]
        bare, whole = (
            shown.crop([int(scale * edge) for edge in (left - 14, top, left + of.width(letter, size) + 14, top + 59)])
            for left in (50, 50 + wide)
        )
        _, above, _, foot = bare.getbbox()
        left, _, right, _ = bare.crop((0, above, bare.width, (above + foot) // 2)).getbbox()  # y and ν lean
        over = whole.crop((0, 0, whole.width, above)).getbbox()
        assert over is not None, letter
        assert (over[0] + over[2]) / 2 == pytest.approx((left + right) / 2, abs=0.14 * size * scale), letter
        assert above - over[3] < 0.3 * size * scale, letter


@settings(deadline=None, max_examples=150)
@given(st.text("AVTWoye.,’”P1f -Łл", min_size=1, max_size=30), st.sampled_from(FACES))
def test_a_text_is_as_wide_as_its_words_and_spaces(words, of):
    apart = sum(of.measured(word)[0] for word in words.split(" ")) + words.count(" ") * of.space
    assert of.measured(words)[0] == pytest.approx(apart)
    assert of.split(words).total == pytest.approx(apart)


@settings(deadline=None, max_examples=100)
@given(st.text("AVTWoye.,’-Ł", min_size=2, max_size=60), st.integers(20, 120))
def test_cut_words_move_nothing(word, longest):
    style = Style(SERIF, 10, 14)
    whole, (cut, _) = Words([Run(word, style)]), Words([Run(word, style)]).fitted(longest)
    assert cut.lines(10_000)[0].width == pytest.approx(whole.lines(10_000)[0].width)
    assert all(line.width <= longest + 0.02 for line in cut.lines(longest))
