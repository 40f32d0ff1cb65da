"""Pages for notes: rulings true to their pitch, on every paper and in every profile; printed where asked for."""

from itertools import pairwise

import pytest
from laws import keeps_the_laws, spoken, text_runs
from packs import IN_EVERY_PROFILE, ON_EVERY_PAPER, all_pairs, pack, point, setting

from studypack.layout.page import Rule
from studypack.layout.style import mm
from studypack.layout.theme import theme_for
from studypack.model.choices import Paper, Profile
from studypack.model.modes import Ruling
from studypack.model.options import Flags, Options
from studypack.model.section_modes import NotesModes
from studypack.output.build import page_counts
from studypack.output.compose import compose
from studypack.output.resolve import choose, options_for
from studypack.sections import SECTIONS
from studypack.sections.notes import SECTION

IN_EVERY_RULING = pytest.mark.parametrize("ruling", list(Ruling))
PACKS = {
    "only a title": pack(),
    "a long title": pack(title="word " * 300, question="How far? " * 200),
    "a long word": pack(title="x" * 300, question="y" * 900),
    "other letters": pack(title="Łódź, Ελλάδα", question="Зиновьев?", points=[point("Text.", "Żegota")]),
}


def feint_for(theme, ruling):
    return {Ruling.DOTTED: theme.dotted, Ruling.SQUARED: theme.squared}.get(ruling, theme.ruled)


def printed(content, ruling=Ruling.RULED, pages=1, paper=Paper.A4, profile=Profile.STANDARD):
    options = Options(paper=paper, profile=profile, notes=NotesModes(ruling=ruling, pages=pages))
    return compose(content, options, [SECTION], [SECTION])


def rules(page, *, across=True, feint):
    """The lines of a page in the strength of its feint, from the foot up or from left to right."""
    found = [
        item
        for item in page.items
        if isinstance(item, Rule) and item.thickness == feint.thickness and item.color == feint.color
    ]
    if across:
        return sorted((item for item in found if item.y0 == item.y1), key=lambda rule: rule.y0)
    return sorted((item for item in found if item.x0 == item.x1), key=lambda rule: rule.x0)


@pytest.mark.parametrize(("name", "ruling", "profile", "paper"), all_pairs(PACKS, Ruling, Profile, Paper))
def test_the_laws_hold(name, ruling, profile, paper):
    document = printed(PACKS[name], ruling, 3, paper, profile)
    keeps_the_laws(document)
    assert len(document.pages) == 3


@ON_EVERY_PAPER
@IN_EVERY_PROFILE
@IN_EVERY_RULING
def test_pages_are_ruled_down_to_their_foot_and_ask_for_name_and_date(shipped, ruling, profile, paper):
    document, feint = printed(shipped, ruling, 3, paper, profile), feint_for(theme_for(paper, profile), ruling)
    lines_keep_their_pitch_down_to_the_foot(document, ruling, feint)
    if ruling in (Ruling.DOTTED, Ruling.SQUARED):
        a_grid_is_square_and_in_the_middle(document, ruling, feint)
    for words in ("Name", "Date"):
        assert [page.number for page, run in text_runs(document) if run.text == words] == [1, 2, 3]
    assert "section:notes" in document.pages[0].anchors
    assert [bookmark.title for page in document.pages for bookmark in page.bookmarks] == ["Notes"]


def lines_keep_their_pitch_down_to_the_foot(document, ruling, feint):
    for page in document.pages:
        lines = rules(page, feint=feint)
        assert lines[0].y0 == pytest.approx(page.frame.bottom, abs=feint.thickness)
        heights = sorted({round(rule.y0, 3) for rule in lines})
        assert len(heights) >= 5
        steps = [above - below for below, above in pairwise(heights)]
        regular = [step for step in steps if step == pytest.approx(feint.pitch, abs=0.01)]
        # Between a Cornell page's notes and its summary stands the summary's own rule.
        assert len(steps) - len(regular) <= (1 if ruling is Ruling.CORNELL else 0)
        assert heights[-1] > page.frame.bottom + (0.35 if ruling is Ruling.CORNELL else 0.55) * page.frame.height


def a_grid_is_square_and_in_the_middle(document, ruling, feint):
    for page in document.pages:
        lines = rules(page, feint=feint)
        left, right = min(rule.x0 for rule in lines), max(rule.x1 for rule in lines)
        assert left - page.frame.left == pytest.approx(page.frame.right - right, abs=0.01)
        assert left - page.frame.left < feint.pitch / 2
        if ruling is Ruling.DOTTED:
            assert all(rule.dash == (feint.thickness, feint.pitch - feint.thickness) for rule in lines)
        else:
            upright = rules(page, across=False, feint=feint)
            assert (upright[0].x0, upright[-1].x0) == pytest.approx((left, right))
            assert {round(b.x0 - a.x0, 3) for a, b in pairwise(upright)} == {round(feint.pitch, 3)}
            assert {(rule.y0, rule.y1) for rule in upright} == {(lines[0].y0, lines[-1].y0)}


def test_the_usual_pitches():
    a4 = theme_for(Paper.A4)
    assert [round(feint_for(a4, ruling).pitch / mm(1), 3) for ruling in Ruling] == [8, 5, 5, 8]


@pytest.mark.parametrize("ruling", list(Ruling))
def test_large_print_is_ruled_wider_and_plainer(ruling):
    feints = [
        feint_for(theme_for(Paper.A4, profile), ruling) for profile in (Profile.STANDARD, Profile.CLEAR, Profile.LARGE)
    ]
    for plainer, weaker in ((feints[1], feints[0]), (feints[2], feints[1])):
        assert plainer.pitch > weaker.pitch
        assert plainer.thickness > weaker.thickness


def test_cornell_pages_are_headed_with_what_the_pack_asks(shipped):
    document = printed(shipped, Ruling.CORNELL, 8)
    pages = [" ".join(run.text.strip() for own, run in text_runs(document) if own is page) for page in document.pages]
    assert shipped.question in pages[0]
    assert "Advantages: what they are, and why they count" in pages[1]
    assert "Disadvantages: what they are, and why they count" in pages[2]
    for page, name in zip(pages[3:6], ("Dates", "Terms", "People"), strict=True):
        assert f"{name} to know" in page
    assert all("Topic" in page for page in pages[6:])
    assert all(f"{words}" in page for page in pages for words in ("Cues", "Summary"))


def test_the_columns_of_a_cornell_page_meet_the_summary(shipped):
    feint = feint_for(theme_for(Paper.A4), Ruling.CORNELL)
    page = printed(shipped, Ruling.CORNELL).pages[0]
    heavy = [item for item in page.items if isinstance(item, Rule) and item.thickness == 0.9]
    (divide,) = [rule for rule in heavy if rule.x0 == rule.x1]
    _, summary = sorted((rule for rule in heavy if rule.y0 == rule.y1), key=lambda rule: -rule.y0)
    assert divide.y1 == summary.y0
    notes = [rule for rule in rules(page, feint=feint) if rule.y0 > summary.y0]
    assert len(notes) > 12
    assert all(rule.x0 > divide.x0 for rule in notes)


def names(content, **options):
    return [section.name for section in choose(content, Options(**options)).pack]


def test_they_are_printed_only_where_they_are_asked_for(shipped):
    assert "notes" not in names(shipped)
    assert names(shipped, sections=("table", "notes")) == ["table", "notes"]
    assert names(shipped, notes=NotesModes(pages=2))[-2:] == ["notes", "flashcards"]
    assert "notes" not in names(shipped, notes=NotesModes(pages=2), skip=("notes",))
    options = options_for(pack(pack={"notes": {"pages": "3"}}), Flags())
    assert options.notes.pages == 3


def test_a_section_asked_for_by_name_is_one_page_unless_more_are_wanted(shipped):
    counts = {section.name: pages for section, pages in page_counts(shipped, Flags())}
    assert counts["notes"] == 1
    assert len(printed(shipped, pages=0).pages) == 1
    assert len(printed(shipped, pages=40).pages) == 40


def test_the_contents_list_them_where_they_are_printed(shipped):
    contents = next(section for section in SECTIONS if section.name == "contents")
    options = Options(notes=NotesModes(pages=3))
    assert "3 pages to write on, ruled" in spoken(compose(shipped, options, [contents, SECTION], []))
    assert SECTION.describe(setting(shipped)) == "1 page to write on, ruled"


def test_a_dotted_page_is_some_fifty_lines_of_drawing():
    """Its two thousand dots are drawn as dashes."""
    assert len(printed(pack(), Ruling.DOTTED).pages[0].items) < 100
