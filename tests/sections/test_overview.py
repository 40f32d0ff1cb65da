"""The knowledge organiser: so few entries that they are read, the weightiest of each list, and where the others are."""

import re

import pytest
from laws import keeps_the_laws, spoken, text_runs

from studypack.base.resources import shipped_content_folder
from studypack.layout.extent import filled_height
from studypack.layout.page import Link
from studypack.layout.tag import Tag
from studypack.layout.theme import theme_for
from studypack.model.choices import Openings, Paper, Profile
from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.model.section_modes import TimelineModes
from studypack.output.compose import compose
from studypack.reading.load import load
from studypack.sections import SECTIONS

NAMES = ("Ash", "Birch", "Cedar", "Elder", "Fir", "Gorse", "Hazel", "Ivy", "Juniper", "Larch", "Maple", "Oak", "Pine")


def pack(points=20, names=13, **more):
    """Point 7 has three gaps, Oak and Pine are spoken of in the texts, and Maple is the answer of a gap."""
    made = [
        {"side": "advantage", "title": f"Point{n}z", "text": "It {{was}}.", "date": str(1900 + n)}
        for n in range(points)
    ]
    if points > 7:
        made[7]["text"] = "{{Oak}} met Pine, {{then}} Pine met {{Maple}}."
    people = [{"name": f"Sir {name}", "role": "A tree."} for name in NAMES[:names]]
    terms = [{"term": name, "meaning": "A wood."} for name in NAMES[:names]]
    content = {"title": "A topic", "points": made, "people": people, "glossary": terms, **more}
    return Pack.model_validate(content)


def composed(made, *names, paper=Paper.A4, profile=Profile.STANDARD, **options):
    chosen = [section for section in SECTIONS if section.name in names]
    return compose(made, Options(paper=paper, profile=profile, **options), chosen, chosen)


ALL = ("overview", "timeline", "glossary")


def listed(document):
    """How many dates, people and terms the organiser has."""
    words = spoken_of_overview(document)
    found = (
        set(re.findall(r"Point\d+z", words)),
        re.findall(r"Sir \w+:", words),
        re.findall(r"(\w+):\s*A wood", words),
    )
    return tuple(map(len, found))


def spoken_of_overview(document):
    pages = {page.number for page in document.pages if page.section == "overview"}
    return " ".join(run.text for page, run in text_runs(document) if page.number in pages)


@pytest.mark.parametrize(
    ("sections", "more", "counts"),
    [
        (ALL, {}, (15, 8, 8)),
        (("overview",), {}, (20, 13, 13)),
        (("overview", "timeline"), {}, (15, 13, 13)),
        (("overview", "glossary"), {}, (20, 8, 8)),
        (ALL, {"timeline": TimelineModes(mode="dates-blank")}, (20, 8, 8)),
        (ALL, {"timeline": TimelineModes(mode="cut")}, (20, 8, 8)),
    ],
)
@pytest.mark.parametrize("profile", [Profile.STANDARD, Profile.LARGE])
def test_it_has_few_entries_where_the_others_are_elsewhere(sections, more, counts, profile):
    document = composed(pack(), *sections, profile=profile, openings=Openings.RUN_ON, **more)
    assert listed(document) == counts
    keeps_the_laws(document)


@pytest.mark.parametrize(
    ("summary", "profile", "counts"),
    [
        ("It was.", Profile.STANDARD, (20, 13, 13)),
        ("It was. " * 325, Profile.STANDARD, (20, 8, 9)),
        ("It was.", Profile.LARGE, (16, 8, 8)),
    ],
)
def test_it_has_as_many_more_as_its_pages_hold_where_nothing_follows_on_them(summary, profile, counts):
    few = composed(pack(summary=summary), *ALL, profile=profile, openings=Openings.RUN_ON)
    document = composed(pack(summary=summary), *ALL, profile=profile)
    assert len(filled_pages(document)) == len(filled_pages(few))
    assert listed(few) == (15, 8, 8)
    assert listed(document) == counts


@pytest.mark.parametrize(("points", "names"), [(15, 8), (3, 1)])
def test_what_is_few_is_whole(points, names):
    document = composed(pack(points, names), *ALL)
    assert listed(document) == (points, names, names)
    assert "more:" not in spoken(document)


def test_it_says_where_the_others_are():
    document = composed(pack(), *ALL, profile=Profile.LARGE)
    where = {page.section: page.number for page in reversed(document.pages)}
    for words, section in (("2 more: Timeline", "timeline"), ("5 more: Glossary and people", "glossary")):
        (page, run), *_ = [(on, each) for on, each in text_runs(document) if each.text.strip() == words]
        (number,) = [
            each for on, each in text_runs(document) if on is page and each.y == run.y and each.text.isdigit()
        ][:1]
        assert int(number.text) == where[section]
        assert any(
            link.target == f"section:{section}" and link.x <= run.x and link.y <= run.y <= link.y + link.height
            for link in page.items
            if isinstance(link, Link)
        )


def test_the_weightiest_are_in_it():
    words = spoken_of_overview(composed(pack(), *ALL, openings=Openings.RUN_ON))
    for name in ("Point7z", "Point0z", "Point19z", "Sir Oak", "Sir Pine", "Sir Maple", "Sir Ash"):
        assert name in words
    for name in ("Sir Larch", "Sir Juniper"):
        assert name not in words


def test_every_theme_is_in_it():
    """Of twenty points those of one theme leave room for one of another, which weighs less."""
    points = [
        {
            "side": "advantage",
            "title": f"Point{n}z",
            "text": "{{a}} {{b}} {{c}}",
            "date": str(1900 + n),
            "theme": "trade",
        }
        for n in range(20)
    ]
    points[17] |= {"text": "{{a}}", "theme": "faith"}
    made = composed(Pack.model_validate({"title": "T", "points": points}), *ALL, openings=Openings.RUN_ON)
    assert "Point17z" in spoken_of_overview(made)


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
@pytest.mark.parametrize("names", [3, 8, 13])
def test_no_list_is_parted_between_columns(paper, names):
    document = composed(pack(names=names), *ALL, paper=paper)
    for pattern in (r"^\d{4}$", r"^Sir \w+:", r"^(?!Sir)\w+: *$"):
        columns = {
            (page.number, round(run.x)) for page, run in text_runs(document)
            if page.section == "overview" and isinstance(run.tag, Tag) and re.match(pattern, run.text)
        }  # fmt: skip
        assert len(columns) == 1, pattern


@pytest.mark.parametrize("paper", Paper)
def test_nothing_in_it_is_smaller_than_captions(shipped, paper):
    document = composed(shipped, *ALL, paper=paper)
    sizes = {
        run.size for page, run in text_runs(document)
        if page.section == "overview" and isinstance(run.tag, Tag) and run.tag.kind not in ("Span",)
    }  # fmt: skip
    assert min(sizes) >= theme_for(paper).caption.size
    assert len([page for page in document.pages if page.section == "overview"]) <= 1 + paper.small


def test_a_few_entries_do_not_take_a_page_of_their_own(shipped):
    """In clear print the last of eight terms stood on a third page, almost empty: of six, none do."""
    document = composed(shipped, *ALL, profile=Profile.CLEAR)
    assert all(filled > 0.5 for filled in filled_pages(document))
    assert "6 more: Glossary and people" in spoken_of_overview(document)
    assert "5 more: Glossary and people" in spoken_of_overview(composed(shipped, *ALL))


def filled_pages(document):
    return [filled_height(page) for page in document.pages if page.section == "overview"]


@pytest.mark.parametrize(("paper", "profile"), [(Paper.A5, Profile.STANDARD), (Paper.A4, Profile.CLEAR)])
def test_a_list_goes_whole_to_a_page_that_would_have_a_few_of_its_entries(paper, profile):
    content = load(shipped_content_folder() / "photosynthesis.yaml").pack
    document = composed(content, "overview", "glossary", paper=paper, profile=profile)
    assert len(filled_pages(document)) == 2
    assert filled_pages(document)[1] > 0.4
    assert "Terms continued" not in spoken_of_overview(document)
