"""One side of the paper or both: leaves for what is handed out, margins, blanks, folios."""

from functools import cache

import pypdfium2
import pytest
from laws import LAWS, no_page_is_empty, text_runs
from packs import LOOKS

from studypack.layout.boxes import NewPage, Space
from studypack.layout.flow import on_own_leaves
from studypack.layout.tag import Tag
from studypack.layout.theme import theme_for
from studypack.model.choices import Key, Paper
from studypack.model.content import Pack
from studypack.model.modes import Flip
from studypack.model.options import Flags, Options
from studypack.output.build import choice_warnings, page_counts, read, render
from studypack.output.compose import compose
from studypack.output.resolve import options_for
from studypack.sections import SECTIONS

ON_EVERY_PAPER = pytest.mark.parametrize("paper", list(Paper))
IN_EVERY_LOOK = pytest.mark.parametrize(("paper", "profile"), LOOKS)


def sections(*names):
    return [section for section in SECTIONS if section.name in names]


@cache
def composed(pack, options):
    return compose(pack, options, SECTIONS, SECTIONS)


def laid_out(pack, **choices):
    """The whole pack, composed once for all that look at it."""
    return composed(pack, Options(**choices))


def starts(document, prefix):
    return [page for page in document.pages for anchor in page.anchors if anchor.startswith(prefix)]


@IN_EVERY_LOOK
def test_on_both_sides_every_worksheet_has_leaves_of_its_own(shipped, profile, paper):
    document = laid_out(shipped, paper=paper, profile=profile, duplex=True)
    no_page_is_empty(document)
    sheets = starts(document, "worksheets:")
    assert len(sheets) == 3
    assert all(page.recto for page in sheets)
    owners = {}
    for page in document.pages:
        if page.items:
            owners.setdefault((page.number + 1) // 2, set()).add(page.section)
    leaves = [owner for owner in owners.values() if owner & {"worksheets", "flashcards"}]
    assert len(leaves) >= 4
    assert all(len(owner) == 1 for owner in leaves), "nothing else is printed on the leaf of a handout"
    assert len(document.pages) % 2 == 0


@ON_EVERY_PAPER
@pytest.mark.parametrize("duplex", [True, False])
def test_the_laws_hold(shipped, duplex, paper):
    document = laid_out(shipped, paper=paper, duplex=duplex)
    assert all(law(document) > 0 for law in LAWS)


def test_the_last_leaf_is_complete(shipped):
    for name in ("overview", "timeline", "answers"):
        usual, whole = (compose(shipped, Options(duplex=duplex), sections(name), SECTIONS) for duplex in (None, True))
        assert len(whole.pages) == len(usual.pages) + len(usual.pages) % 2
        assert len(whole.pages) % 2 == 0


@IN_EVERY_LOOK
def test_on_one_side_no_page_is_blank_and_the_margin_is_on_the_left(shipped, profile, paper):
    document = laid_out(shipped, paper=paper, profile=profile, duplex=False)
    theme = theme_for(paper, profile)
    assert all(page.items for page in document.pages)
    furnished = [page for page in document.pages if page.frame.height < page.height]
    assert {page.frame.left for page in furnished} == {theme.inner}
    folios = {
        page.number: run
        for page, run in text_runs(document)
        if not isinstance(run.tag, Tag)
        and run.text == str(page.number)
        and run.y == pytest.approx(theme.folio_baseline)
    }
    assert len(folios) == len(furnished)
    assert {round(run.x + run.width, 1) for run in folios.values()} == {round(theme.width - theme.outer, 1)}


def test_unsaid_the_margins_are_mirrored(shipped):
    for duplex in (None, True):
        document = laid_out(shipped, duplex=duplex)
        theme = theme_for(Paper.A4)
        assert {(page.recto, page.frame.left) for page in document.pages if page.head} == {
            (True, theme.inner),
            (False, theme.outer),
        }


def test_page_numbers_in_the_contents_count_the_blank_pages(shipped):
    document = laid_out(shipped, duplex=True)
    printed = {int(run.text) for page, run in text_runs(document) if page.section == "contents" and run.text.isdigit()}
    firsts = {}
    for page in document.pages:
        if page.items:
            firsts.setdefault(page.section, page.number)
    assert {firsts[section.name] for section in SECTIONS if section.numbered} <= printed


def test_what_follows_a_handout_starts_on_a_leaf_of_its_own():
    sheet, word = NewPage(handout=True), Space(1)
    assert on_own_leaves([sheet, word, sheet, word], after_handout=False) == (
        [NewPage(recto=True), word, NewPage(recto=True), word],
        True,
    )
    assert on_own_leaves([sheet, word, NewPage(), word], after_handout=False) == (
        [NewPage(recto=True), word, NewPage(recto=True), word],
        False,
    )
    assert on_own_leaves([word, NewPage(), word], after_handout=True) == (
        [NewPage(recto=True), word, NewPage(), word],
        False,
    )


def test_the_command_line_overrides_the_contents_own_sides():
    pack = Pack.model_validate({"title": "T", "pack": {"duplex": "yes"}})
    assert options_for(pack, Flags()).duplex is True
    assert options_for(pack, Flags(duplex=False)).duplex is False
    assert options_for(Pack.model_validate({"title": "T"}), Flags()).duplex is None


def test_a_section_alone_counts_its_leaves(shipped):
    pages = {section.name: count for section, count in page_counts(shipped, Flags(duplex=True))}
    assert pages["worksheets"] == 6
    assert pages["overview"] == 2


@pytest.mark.parametrize(
    ("own", "settings", "flip"),
    [
        ({"duplex": "no"}, (), Flip.FOLD),
        ({"duplex": "no", "flashcards": {"cards": 10}}, (), Flip.FOLD),
        ({"duplex": "no", "flashcards": {"flip": "long"}}, (), Flip.LONG),
        ({"duplex": "no"}, ("flashcards.flip=short",), Flip.SHORT),
        ({"duplex": "yes"}, (), Flip.LONG),
        ({}, (), Flip.LONG),
    ],
)
def test_on_one_side_cards_are_folded_unless_they_are_said_to_be_turned(own, settings, flip):
    pack = Pack.model_validate({"title": "T", "pack": own})
    assert options_for(pack, Flags(settings=settings)).flashcards.flip is flip


def test_cards_whose_backs_are_on_other_sheets_are_told(shipped_path):
    loaded = read(shipped_path)
    turned = ("flashcards.flip=long",)
    (caution,) = choice_warnings(loaded, Flags(duplex=False, settings=turned))
    assert "backs of the flashcards" in caution.message
    assert caution.source == str(shipped_path)
    for flags in (
        Flags(duplex=False),
        Flags(duplex=True, settings=turned),
        Flags(duplex=False, settings=turned, skip=("flashcards",)),
    ):
        assert not choice_warnings(loaded, flags)


@pytest.mark.parametrize(
    ("sections", "flip", "asked"),
    [
        (("flashcards",), "short", pypdfium2.raw.DuplexFlipShortEdge),
        (("flashcards",), "long", pypdfium2.raw.DuplexUndefined),
        (("glossary", "flashcards"), "short", pypdfium2.raw.DuplexUndefined),
    ],
)
def test_a_file_of_cards_alone_says_on_which_edge_they_turn(shipped, sections, flip, asked):
    """So that a PDF which was built before is printed as it was laid out."""
    flags = Flags(sections=sections, key=Key.NONE, settings=(f"flashcards.flip={flip}",))
    (made,) = render(shipped, flags, "pack")
    with pypdfium2.PdfDocument(made.data) as pdf:
        assert pypdfium2.raw.FPDF_VIEWERREF_GetDuplex(pdf) == asked
