"""Grey: black ink and no other in the whole file, text dark enough, nothing moved."""

import pypdfium2
import pytest
from laws import contrast, text_runs
from packs import all_pairs
from streams import names, objects, operators

from studypack.layout.document import Document
from studypack.layout.ink import greyed
from studypack.layout.page import Color, Frame, Page, Rectangle
from studypack.layout.style import HAIRLINE, INK, INK_SOFT, RULE, SIDE_COLORS, TINT, WHITE
from studypack.layout.tag import Tag
from studypack.model.choices import Paper, Profile, ThemeName
from studypack.model.options import Options
from studypack.output.compose import compose
from studypack.pdf.tagged import pdf_bytes
from studypack.sections import SECTIONS
from tests.pdf.files import every_key

IN_COLOUR = {"rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "Do", "BI"}
OTHER_COLOURS = {"DeviceRGB", "DeviceCMYK", "CalRGB", "CalGray", "ICCBased", "ColorSpace", "C", "IC", "BC"}
"""Names of colour spaces, and the keys under which borders and outlines have colours."""
TEXT_COLOURS = [INK, INK_SOFT, SIDE_COLORS[0], SIDE_COLORS[1]]


@pytest.fixture(scope="module")
def data(shipped):
    return pdf_bytes(compose(shipped, Options(grey=True), SECTIONS, SECTIONS))


def test_black_ink_is_the_only_colour_in_the_file(data):
    found = operators(data)
    assert not IN_COLOUR & set(found), found
    assert found["g"] > 1500
    assert found["G"] > 500
    everything = [name for each in objects(data) for name in names(each)]
    assert len(everything) > 1500
    assert not OTHER_COLOURS & set(everything)
    # The same look at a file in colour sees colour.
    assert operators(pdf_bytes(compose(every_key(), Options(), SECTIONS, SECTIONS)))["rg"] > 150


@pytest.mark.parametrize(
    ("section", "profile", "paper", "theme"),
    all_pairs(SECTIONS, Profile, (Paper.A4, Paper.A5), ThemeName),
    ids=lambda each: getattr(each, "name", each),
)
def test_grey_moves_nothing_and_text_stays_dark(shipped, section, profile, paper, theme):
    usual, grey = (
        compose(shipped, Options(paper=paper, profile=profile, theme=theme, grey=on), [section], SECTIONS)
        for on in (False, True)
    )
    placed = [
        [(page.number, run.x, run.y, run.text) for page, run in text_runs(document)] for document in (usual, grey)
    ]
    assert placed[0] == placed[1] != []
    for _, run in text_runs(grey):
        assert run.color.black is not None
        assert run.color.black == 0 or contrast(run.color) >= 7, run


def test_every_text_colour_is_dark_enough_as_pdfium_shows_it():
    page = Page(1, 10 * len(TEXT_COLOURS), 10, Frame(0, 0, 40, 10), "")
    page.items = [Rectangle(10 * number, 0, 10, 10, fill=color) for number, color in enumerate(TEXT_COLOURS)]
    data = pdf_bytes(Document("", "en", greyed([page]), Tag("Document"), grey=True))
    with pypdfium2.PdfDocument(data) as pdf:
        image = pdf[0].render().to_pil().convert("RGB")
    for number, color in enumerate(TEXT_COLOURS):
        shown = tuple(part / 255 for part in image.getpixel((10 * number + 5, 5)))
        assert contrast(shown) >= 7, color


def test_darker_stays_darker_and_white_stays_bare():
    order = [INK, SIDE_COLORS[0], SIDE_COLORS[1], RULE, HAIRLINE, TINT, WHITE]
    page = Page(1, 10, 10, Frame(0, 0, 10, 10), "", items=[Rectangle(0, 0, 1, 1, fill=color) for color in order])
    inks = [item.fill.black for item in greyed([page])[0].items]
    assert inks == sorted(inks, reverse=True)
    assert len(set(inks)) == len(inks)
    assert (inks[0], inks[-1]) == (1, 0)
    assert page.items[0].fill == INK, "the pages given stay as they were"
    assert greyed(greyed([page]))[0].items[0].fill == Color.of_black(1)
