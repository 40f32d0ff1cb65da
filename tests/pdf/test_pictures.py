"""Pictures in the file: each once, in grey or sRGB, as its pixels are, and claimed by a Figure that says what it shows."""

import io

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from studypack.layout.document import Document
from studypack.layout.ink import greyed
from studypack.layout.page import Frame, Page, Picture
from studypack.layout.tag import Tag
from studypack.model.choices import Imposition, Paper
from studypack.pdf.impose import imposed_bytes, plan_sheets
from studypack.pdf.tagged import pdf_bytes
from tests.pdf.conformance import breaches
from tests.pdf.tagged import opened
from tests.pdf.verdict import findings
from tests.pictures import picture

BLUE, PHOTOGRAPH, DRAWN = picture(), picture(kind="JPEG", color="firebrick"), picture(color="grey")


def document(pages=2, *, grey=False):
    """On each page a picture twice and a photograph once, and one that is decoration."""
    root = Tag("Document")
    made = []
    for number in range(1, pages + 1):
        page = Page(number, 420, 595, Frame(40, 40, 380, 555), "any")
        for y, raster in ((100, BLUE), (200, BLUE), (300, PHOTOGRAPH)):
            page.add(Picture(50, y, 144, 72, raster, root.child("Figure", alt=f"A dam at {y}")))
        page.add(Picture(250, 100, 72, 36, DRAWN))
        made.append(page)
    return Document("T", "en-GB", greyed(made) if grey else made, root, grey=grey)


def images(data):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"]
        return [pikepdf.PdfImage(each).as_pil_image() for each in found]


@pytest.mark.parametrize("grey", [False, True])
def test_each_picture_is_in_the_file_once_as_it_was_read(grey):
    made = images(pdf_bytes(document(grey=grey)))
    wanted = [each.grey if grey else each for each in (DRAWN, BLUE, PHOTOGRAPH)]
    assert [image.mode for image in made] == ["L" if grey else "RGB"] * 3
    assert [image.size for image in made] == [(each.width, each.height) for each in wanted]
    for image, raster in zip(made, wanted, strict=True):
        assert image.tobytes() == Image.open(io.BytesIO(raster.data)).tobytes()


@pytest.mark.parametrize("grey", [False, True])
def test_the_file_keeps_the_standards_and_the_same_bytes(grey):
    data = pdf_bytes(document(grey=grey))
    assert breaches(data) == []
    with opened(data) as tagged:
        assert list(findings(tagged)) == []
        figures = [element for element in tagged.root.every() if element.kind == "Figure"]
        assert [figure.text("/Alt") for figure in figures] == [f"A dam at {y}" for y in (100, 200, 300)] * 2
        assert [float(each) for each in figures[0].attribute("/BBox")] == [50, 100, 194, 172]
    assert pdf_bytes(document(grey=grey)) == data


def test_pdfium_shows_them_where_they_stand():
    with pypdfium2.PdfDocument(pdf_bytes(document(1))) as pdf:
        page = pdf[0].render(scale=1).to_pil().convert("RGB")
    assert page.getpixel((120, 595 - 110)) == (70, 130, 180)  # steelblue
    assert page.getpixel((52, 595 - 170)) == (255, 255, 255)  # the white corner, at the top left
    assert page.getpixel((300, 595 - 110)) == (128, 128, 128)
    assert page.getpixel((230, 595 - 110)) == (255, 255, 255)


def test_imposed_sheets_have_each_once():
    own = document(4)
    data = imposed_bytes(own, plan_sheets(4, None, Imposition.BOOKLET), Paper.A5.double)
    assert len(images(data)) == 3
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            shown = [each for each in page.get_objects() if each.type == 3]
            assert len(shown) == 8, "two pages of four pictures"
