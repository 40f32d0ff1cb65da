"""Eco: outlines for fills and hairlines for rules; the same words, the same shapes, less ink."""

import pypdfium2
import pytest
from laws import keeps_the_laws, text_runs
from packs import ON_EVERY_PAPER, all_pairs

from studypack.layout.ink import THICKEST, saved
from studypack.layout.page import Circle, Frame, Hatch, Page, Polygon, Rectangle, Rule, TextRun
from studypack.layout.style import INK, SIDE_COLORS, TINT, WHITE
from studypack.layout.theme import theme_for
from studypack.model.choices import Paper, Profile, ThemeName
from studypack.model.options import Options
from studypack.output.compose import compose
from studypack.pdf.tagged import pdf_bytes
from studypack.sections import SECTIONS
from studypack.sections.kit.marks import Mark

SHAPES = (Rectangle, Circle, Polygon)


def page(*items):
    return Page(1, 100, 100, Frame(0, 0, 100, 100), "", items=list(items))


def only(*items):
    (item,) = saved([page(*items)])[0].items
    return item


@pytest.mark.parametrize(
    ("section", "profile", "paper", "theme"),
    all_pairs(SECTIONS, Profile, Paper, ThemeName),
    ids=lambda each: getattr(each, "name", each),
)
def test_nothing_is_filled_or_thick_and_no_word_moves(shipped, section, profile, paper, theme):
    options = Options(paper=paper, profile=profile, theme=theme, eco=True)
    document = compose(shipped, options, [section], SECTIONS)
    lines = 0
    for item in (item for each in document.pages for item in each.items):
        if isinstance(item, SHAPES):
            assert item.fill in (None, WHITE), item
        if isinstance(item, (*SHAPES, Rule, Hatch)):
            assert item.thickness <= THICKEST, item
            lines += 1
        elif isinstance(item, TextRun):
            assert item.color != WHITE, item
    assert lines
    usual = compose(shipped, options.model_copy(update={"eco": False}), [section], SECTIONS)
    if section.name != "contents":  # which says what the marks look like
        words, placed = ([(run.x, run.y, run.text) for _, run in text_runs(each)] for each in (usual, document))
        assert words == placed


@ON_EVERY_PAPER
def test_the_laws_hold(shipped, paper):
    keeps_the_laws(compose(shipped, Options(paper=paper, eco=True), SECTIONS, SECTIONS))


def darkness(data):
    """The mean of all pages: 0 is bare paper, 1 solid black."""
    with pypdfium2.PdfDocument(data) as pdf:
        means = []
        for each in pdf:
            image = each.render(scale=4).to_pil().convert("L")
            counts = image.histogram()
            means.append(1 - sum(tone * count for tone, count in enumerate(counts)) / 255 / sum(counts))
    return sum(means) / len(means)


@pytest.mark.parametrize(("name", "most"), [("timeline", 0.7), ("cover", 0.92), ("table", 0.97)])
def test_eco_takes_less_ink(shipped, name, most):
    section = next(each for each in SECTIONS if each.name == name)
    usual, eco = (darkness(pdf_bytes(compose(shipped, Options(eco=on), [section], SECTIONS))) for on in (False, True))
    assert 0 < eco < most * usual


def test_the_marks_of_the_two_sides_stay_a_capsule_and_a_box(shipped):
    drawn = {}
    for side in shipped.sides:
        before = page()
        Mark(shipped.on(side)[0], theme_for(Paper.A4), None).draw(before, 10, 50)
        shape, word = saved([before])[0].items
        assert shape.stroke == word.color, "an outline in the ink of its word"
        drawn[side.number] = shape
        was = before.items[0]
        outer = was.width + was.thickness
        assert shape.width + shape.thickness == pytest.approx(outer)
        assert was.x - was.thickness / 2 == pytest.approx(shape.x - shape.thickness / 2)
    assert drawn[0].radius > 5
    assert drawn[1].radius == 0


def test_a_dot_keeps_its_size_and_covers_what_is_under_it():
    dot = only(Circle(50, 50, 3, fill=SIDE_COLORS[0], stroke=WHITE, thickness=0.5))
    assert (dot.fill, dot.stroke) == (WHITE, SIDE_COLORS[0])
    assert dot.radius + dot.thickness / 2 == pytest.approx(2.75)


def test_a_tint_goes_and_a_mask_stays():
    mask = Rectangle(1, 1, 5, 5, fill=WHITE)
    assert only(Rectangle(0, 0, 9, 9, fill=TINT), mask) == mask


def test_a_bar_thinner_than_its_outline_is_a_line():
    assert only(Rectangle(0, 0, 0.1, 5, fill=INK)).width == 0


def test_white_words_on_nothing_are_printed_in_ink(shipped):
    before = page()
    Mark(shipped.on(shipped.sides[0])[0], theme_for(Paper.A4), None).draw(before, 10, 50)
    del before.items[0]
    assert only(*before.items).color == INK


def test_the_pages_given_stay_as_they_were():
    before = page(Rule(0, 0, 9, 9, 2, INK), Rectangle(0, 0, 9, 9, fill=INK))
    saved([before])
    assert before == page(Rule(0, 0, 9, 9, 2, INK), Rectangle(0, 0, 9, 9, fill=INK))
