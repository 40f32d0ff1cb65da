"""Formulas among words: on their baseline, with the room that they need, and no other line changed."""

import itertools

import pytest
from laws import keeps_the_laws

from studypack.base.styled_text import Formula, Text
from studypack.layout.columns import Columns
from studypack.layout.document import Document
from studypack.layout.extent import extent
from studypack.layout.fonts import Family, face
from studypack.layout.formula import FormulaBox
from studypack.layout.page import Frame, Outline, Page, TextRun
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.row import Cell, Row
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import Style
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.pdf.tagged import pdf_bytes
from tests.pdf.verdict import verdict_on
from tests.test_extraction import with_pdfium, with_pdfplumber, with_poppler
from tests.transcript import heard

STYLE = Style(face(Family.SERIF), 10.5, 14)
WORDS = "words that stand around it on many a line of the text "
FRACTION, ENERGY = r"\frac{1}{2}", "E = mc^2"
TALL = r"\sum_{i=1}^n \frac{\frac{1}{i}}{2}"


def formula(latex, tag, *, display=False, says=""):
    return FormulaBox.of(Text(latex, formula=Formula(display, says)), STYLE, tag)


def placed(content_of, width=300, style=STYLE, align="left"):
    """The document of one paragraph, whose content is made in its element."""
    root = Tag("Document")
    page = Page(1, 420, 595, Frame(40, 40, 380, 555), "any")
    tag = root.child("P")
    box = Paragraph(content_of(tag), style.leading, align=align, center=style.middle)
    box.place(page, 40, 555, width)
    return Document("T", "en-GB", [page], root), box


def among_words(latex, **more):
    return lambda tag: [Run(WORDS * 3, STYLE, tag), formula(latex, tag, **more), Run(f", {WORDS * 3}", STYLE, tag)]


def lines(document):
    """The baselines from the top, each with what stands on it."""
    found = {}
    for item in document.pages[0].items:
        if isinstance(item, TextRun | Outline):
            found.setdefault(round(item.y, 2), []).append(item)
    return sorted(found.items(), reverse=True)


@pytest.mark.parametrize("latex", ["x", ENERGY, FRACTION, TALL, r"\begin{pmatrix}1\\2\\3\\4\end{pmatrix}"])
def test_lines_keep_apart_and_only_that_with_the_formula_is_higher(latex):
    document, box = placed(among_words(latex))
    keeps_the_laws(document)
    found = lines(document)
    assert len(found) == box.lines(300) > 4
    own = next(at for at, (_, items) in enumerate(found) if any(isinstance(item, Outline) for item in items))
    steps = [above - below for (above, _), (below, _) in itertools.pairwise(found)]
    others = [step for at, step in enumerate(steps) if at not in (own - 1, own)]
    assert others == pytest.approx([14] * len(others))
    assert box.height(300) == pytest.approx(14 * len(found) + sum(step - 14 for step in steps), abs=0.01)
    reach = extent(next(item for item in found[own][1] if isinstance(item, Outline)))
    assert reach[1] >= max(extent(item)[3] for item in found[own + 1][1]) - 2
    assert reach[3] <= min(extent(item)[1] for item in found[own - 1][1]) + 2
    assert (max(steps) > 14.1) == (latex not in ("x", ENERGY, FRACTION))


@pytest.mark.parametrize("height", range(20, 160, 7))
def test_a_paragraph_is_parted_where_the_room_ends(height):
    _, box = placed(among_words(TALL))
    parts = box.split(300, height)
    if parts:
        head, tail = parts
        assert head.height(300) <= height + 0.01
        # At the edges of the parts it has its air, which between two lines it has not.
        both = head.height(300) + tail.height(300)
        assert box.height(300) - 0.01 <= both <= box.height(300) + 0.5 * STYLE.size


def test_one_that_is_wider_than_its_column_is_made_smaller_and_its_comma_stays():
    long = "+".join(["abcdefgh"] * 6)
    document, _ = placed(among_words(long), width=150)
    outline = next(item for item in document.pages[0].items if isinstance(item, Outline))
    left, _, right, _ = extent(outline)
    assert 140 < right - left < 150
    assert any(
        isinstance(item, TextRun) and item.y == outline.y and item.text.startswith(",")
        for item in document.pages[0].items
    )
    keeps_the_laws(document)


@pytest.mark.parametrize("family", [Family.SERIF, Family.SANS, Family.CLEAR])
def test_its_small_letters_are_as_tall_as_those_of_the_text(family):
    style = Style(face(family), 12, 16)
    box = FormulaBox.of(Text("x", formula=Formula()), style, None)
    assert box.drawing.height * box.size == pytest.approx(style.face.x_height * 12 / 1000, rel=0.03)


def test_who_needs_large_print_has_large_powers():
    style = Style(face(Family.CLEAR), 14, 20, smallest=14)
    large, usual = (FormulaBox.of(Text("x^x", formula=Formula()), each, None) for each in (style, STYLE))
    assert large.drawing.width > 1.1 * usual.drawing.width


@pytest.mark.parametrize("align", ["left", "center"])
def test_the_file_keeps_the_standards_and_says_it_in_words(align):
    says = "the fraction 1 over 2"
    document, _ = placed(among_words(FRACTION, says=says), align=align)
    data = pdf_bytes(document)
    assert verdict_on(document, data) == []
    assert any(f"text {says}, words" in line for line in heard(data))


@pytest.mark.parametrize("text_read", [with_pdfium, with_pdfplumber, with_poppler])
@pytest.mark.parametrize("latex", [ENERGY, r"\frac{-b \pm \sqrt{b^2-4ac}}{2a}", "α² ≤ β"])
def test_it_is_copied_as_its_author_typed_it(latex, text_read):
    document, _ = placed(lambda tag: [Run("Now ", STYLE, tag), formula(latex, tag), Run(", so.", STYLE, tag)])
    assert f"Now {latex}, so." in " ".join(text_read(pdf_bytes(document)).split())


def test_a_line_without_is_set_as_before():
    assert text([Run(WORDS * 5, STYLE)], STYLE).height(300) % 14 == 0


@pytest.mark.parametrize("latex", ["x", TALL])
def test_a_label_stands_on_the_line_of_the_formula_beside_it(latex):
    def beside(tag):
        words = text([formula(latex, tag), Run(" in it.", STYLE, tag)], STYLE)
        label = text([Run("1.", STYLE, tag)], STYLE)
        yield Hanging(label, Stack([words]), 20)
        yield Columns([label, words], [1, 2], 10, together=True)
        yield Row([Cell(label, width=20), Cell(words, share=1)])

    root = Tag("Document")
    for box in beside(root.child("P")):
        page = Page(1, 420, 595, Frame(40, 40, 380, 555), "any")
        box.place(page, 40, 555, 300)
        shown = {item.text.strip(): item.y for item in page.items if isinstance(item, TextRun)}
        assert shown["1."] == pytest.approx(shown["in it."])
        assert min(extent(item)[1] for item in page.items) >= 555 - box.height(300) - 2
