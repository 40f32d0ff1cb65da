"""Every section of the shipped pack keeps the laws, on every paper."""

from dataclasses import replace

import pytest
from laws import (
    LAWS,
    keeps_the_laws,
    no_field_touches_anything,
    no_type_is_too_small,
    spoken,
    texts_apart_are_two_words,
)
from packs import IN_EVERY_PROFILE, LOOKS, ON_EVERY_PAPER

from studypack.layout.document import Document
from studypack.layout.field import on_rule
from studypack.layout.fonts import Family, face
from studypack.layout.page import Frame, Link, Page, TextRun
from studypack.layout.style import INK
from studypack.layout.tag import Tag
from studypack.model.choices import Paper
from studypack.model.options import Options
from studypack.model.spans import plain
from studypack.output.compose import compose
from studypack.sections import SECTIONS
from tests.pdf.files import every_mode, in_mode

EVERY_SECTION = pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.name)


@ON_EVERY_PAPER
@IN_EVERY_PROFILE
@EVERY_SECTION
def test_a_section_alone(shipped, section, profile, paper):
    document = compose(shipped, Options(paper=paper, profile=profile), [section], SECTIONS)
    keeps_the_laws(document)
    assert spoken(document)
    if section.name == "table":
        every_point_is_read_once_and_in_order(shipped, spoken(document))


@pytest.mark.parametrize("settings", list(every_mode()), ids=",".join)
@pytest.mark.parametrize(("paper", "profile"), LOOKS)
def test_a_section_in_every_mode(shipped, settings, profile, paper):
    keeps_the_laws(in_mode(shipped, settings, profile, paper).document())


@IN_EVERY_PROFILE
@EVERY_SECTION
def test_a_section_with_its_words_divided(shipped, section, profile):
    keeps_the_laws(compose(shipped, Options(paper=Paper.A5, profile=profile, hyphenate=True), [section], SECTIONS))


@ON_EVERY_PAPER
def test_the_whole_pack(shipped, paper):
    looked_at = keeps_the_laws(compose(shipped, Options(paper=paper), SECTIONS, SECTIONS))
    assert looked_at["nothing_leaves_the_frame"] > 2000
    assert looked_at["no_text_touches_text"] > 1000
    assert looked_at["every_link_has_a_name"] > 50


def every_point_is_read_once_and_in_order(shipped, words):
    place = -1
    for marked in sorted(shipped.marked, key=lambda item: item.point.side != "advantage"):
        text = " ".join(plain(marked.point.text).split())
        assert words.count(text) == 1, f"{marked.mark} is not there once"
        assert words.index(text) > place, f"{marked.mark} is out of order"
        place = words.index(text)


def _run(text, x, y, tag=None, size=10.0):
    serif = face(Family.SERIF)
    return TextRun(x, y, text, serif, size, INK, serif.width(text, size), tag)


@pytest.mark.parametrize(
    ("law", "runs"),
    [
        ("nothing_leaves_the_frame", [("wide words that run out of the frame", 150, 100)]),
        ("nothing_leaves_the_frame", [("low", 60, 10)]),
        ("no_text_touches_text", [("one over", 60, 100), ("another", 70, 103)]),
    ],
)
def test_a_planted_breach_is_seen(law, runs):
    root = Tag("Document")
    page = Page(1, 200, 200, Frame(50, 50, 190, 190), "table")
    page.items = [_run(text, x, y, root) for text, x, y in runs]
    with pytest.raises(AssertionError):
        next(each for each in LAWS if each.__name__ == law)(Document("", "en", [page], root))


@pytest.mark.parametrize(
    ("law", "items"),
    [
        ("every_character_has_a_glyph", [replace(_run("x", 60, 100, Tag("P")), text="中")]),
        ("every_text_belongs_somewhere", [_run("of another tree", 60, 100, Tag("P"))]),
        ("every_text_belongs_somewhere", [_run("of nothing", 60, 100)]),
        ("every_link_has_a_name", [Link(60, 100, 20, 10, "section:table", " ", Tag("Link"))]),
        ("no_page_is_empty", []),
    ],
)
def test_a_planted_item_is_seen(law, items):
    page = Page(1, 200, 200, Frame(50, 50, 190, 190), "table", items=items)
    with pytest.raises(AssertionError):
        next(each for each in LAWS if each.__name__ == law)(Document("", "en", [page], Tag("Document")))


@pytest.mark.parametrize(
    "other", [on_rule((150, 190, 102), 10, "gap 2", Tag("P")), _run("printed", 150, 104, Tag("P"))]
)
def test_a_field_over_another_or_over_text_is_seen(other):
    page = Page(1, 200, 200, Frame(50, 50, 190, 190), "worksheets")
    page.items = [on_rule((60, 160, 100), 10, "gap 1", Tag("P")), other]
    with pytest.raises(AssertionError, match="gap 1"):
        no_field_touches_anything(Document("", "en", [page], Tag("Document")))


def test_a_field_with_small_type_is_seen():
    page = Page(1, 200, 200, Frame(50, 50, 190, 190), "worksheets")
    page.items = [on_rule((60, 160, 100), 6.5, "gap 1", Tag("P"))]
    with pytest.raises(AssertionError, match=r"6\.5 pt"):
        no_type_is_too_small(Document("", "en", [page], Tag("Document")))


def test_type_under_the_minimum_is_seen():
    root = Tag("Document")
    page = Page(1, 200, 200, Frame(50, 50, 190, 190), "table", items=[_run("small", 60, 100, root, size=6.5)])
    with pytest.raises(AssertionError, match=r"6\.5 pt"):
        next(each for each in LAWS if each.__name__ == "no_type_is_too_small")(Document("", "en", [page], root))


@pytest.mark.parametrize("texts", [("debts", "or seized"), ("debts", "D1"), ("gap", "in 1934")])
def test_texts_that_run_together_are_seen(texts):
    root = Tag("Document")
    runs = [_run(text, 60, 100 - 12 * line, root.child("LBody")) for line, text in enumerate(texts)]
    runs[1].tag = runs[0].tag
    page = Page(1, 200, 200, Frame(50, 50, 190, 190), "answers", items=runs)
    with pytest.raises(AssertionError, match="read as one word"):
        texts_apart_are_two_words(Document("", "en", [page], root))
    runs[0].text += " "
    assert texts_apart_are_two_words(Document("", "en", [page], root)) == 1
