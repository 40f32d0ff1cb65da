"""Clear and large print: overview, glossary and contents laid out anew, and running heads that fit."""

import re
from dataclasses import fields

import pytest
from laws import keeps_the_laws, spoken, text_runs
from packs import ON_EVERY_PAPER, all_pairs

from studypack.layout.page import TextRun
from studypack.layout.style import Style
from studypack.layout.theme import theme_for
from studypack.model.choices import Paper, Profile
from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.model.spans import plain
from studypack.output.compose import compose
from studypack.output.resolve import choose
from studypack.sections import SECTIONS, contents, glossary, overview, table

ACCESSIBLE = pytest.mark.parametrize("profile", [Profile.CLEAR, Profile.LARGE])
LONG = "Donaudampfschifffahrtsgesellschaft" * 6
WORDS = "Some words that say what happened, who did it and why it mattered in the end to those who saw it."


def printed(pack, sections, paper, profile):
    return compose(pack, Options(paper=paper, profile=profile), sections, sections)


@ON_EVERY_PAPER
@ACCESSIBLE
def test_no_name_is_cut_to_fit_its_column(shipped, profile, paper):
    runs = [run.text.strip() for _, run in text_runs(printed(shipped, [glossary.SECTION], paper, profile))]
    names = [entry.term for entry in shipped.glossary] + [person.name for person in shipped.people]
    words = [word for name in names for word in name.split(" ")]
    assert len(words) > 20
    shown = " ".join(runs).split(" ")
    assert [word for word in words if word not in shown] == []


@ON_EVERY_PAPER
@ACCESSIBLE
def test_what_is_told_of_the_columns_is_true(shipped, profile, paper):
    document = printed(shipped, [glossary.SECTION], paper, profile)
    frame = document.pages[0].frame
    beside = any(run.x > frame.left + 60 for _, run in text_runs(document) if run.text.startswith("A renewal"))
    told = [run.text for _, run in text_runs(document) if run.text.startswith("Cover")]
    assert told[0].startswith("Cover the right-hand column") == beside


@ON_EVERY_PAPER
@ACCESSIBLE
def test_dates_and_numbers_stay_on_one_line(shipped, profile, paper):
    runs = {run.text.strip() for _, run in text_runs(printed(shipped, [overview.SECTION], paper, profile))}
    assert {marked.point.date.short for marked in shipped.marked} <= runs
    assert {str(number) for number in range(1, len(shipped.glossary) + 1)} <= runs


@ACCESSIBLE
def test_no_list_starts_or_goes_over_with_one_entry(profile):
    counts = set()
    for count in range(8, 40):
        events = [{"date": str(1900 + n), "title": WORDS} for n in range(count)]
        pack = Pack.model_validate({"title": "A topic", "summary": WORDS * 3, "events": events})
        document = printed(pack, [overview.SECTION], Paper.A5, profile)
        years = {event["date"] for event in events}
        for page in document.pages:
            counts.add(sum(isinstance(item, TextRun) and item.text.strip() in years for item in page.items))
    assert 1 not in counts
    assert {2, 3} & counts, "some lists came near it"


@ON_EVERY_PAPER
@ACCESSIBLE
def test_a_page_of_contents_is_more_than_a_key_to_marks(shipped, profile, paper):
    sections = [contents.SECTION, overview.SECTION, table.SECTION, glossary.SECTION]
    document = printed(shipped, sections, paper, profile)
    pages = [page for page in document.pages if page.section == "contents"]
    for page in pages:
        assert page.slots, f"page {page.number} has no entry"


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
@pytest.mark.parametrize("profile", list(Profile))
def test_the_whole_pack_is_listed_on_one_page(shipped, profile, paper):
    options = Options(paper=paper, profile=profile)
    chosen = choose(shipped, options)
    document = compose(shipped, options, chosen.pack, chosen.answered)
    listed = [page for page in document.pages if page.section == "contents"]
    assert len(listed) == 1
    entries = [slot for slot in listed[0].slots if slot.target.startswith("section:")]
    assert len(entries) == sum(section.numbered for section in chosen.pack) > 5


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("has_table", [True, False])
def test_the_key_to_the_marks_names_the_page_where_the_points_of_a_side_begin(shipped, profile, has_table):
    sections = [contents.SECTION, overview.SECTION, *([table.SECTION] if has_table else [])]
    document = printed(shipped, sections, Paper.A4, profile)
    first = {}
    for page in document.pages:
        for name in page.anchors:
            first.setdefault(name, page.number)
    slots = [(page, slot) for page in document.pages for slot in page.slots if slot.target.startswith("point:")]
    assert len(slots) == (2 if has_table else 0)
    for page, slot in slots:
        printed_there = [run.text for run in page.items if isinstance(run, TextRun) and run.tag is slot.tag]
        assert printed_there == [str(first[slot.target])]


@ON_EVERY_PAPER
@pytest.mark.parametrize("profile", list(Profile))
def test_running_heads_are_whole_or_shared_between_verso_and_recto(shipped, profile, paper):
    document = printed(shipped, [table.SECTION], paper, profile)
    seen = set()
    for page in document.pages:
        heads = [run.text for run in page.items if isinstance(run, TextRun) and run.y > page.frame.top]
        seen.add(tuple(heads))
        assert set(heads) <= {shipped.title, "Advantages and disadvantages"}, "no title is cut here"
        assert heads, f"page {page.number} has no head"
    both = (shipped.title, "Advantages and disadvantages")
    assert seen == (
        {(both[0],), (both[1],)} if profile is Profile.LARGE and paper in (Paper.A5, Paper.HALF_LETTER) else {both}
    )


HOSTILE = {
    "words without end": {
        "glossary": [{"term": LONG, "meaning": LONG}, {"term": "b", "meaning": WORDS * 60}],
        "people": [{"name": LONG, "role": WORDS}],
        "points": [{"side": "advantage", "title": LONG, "text": WORDS, "date": "early 1930s", "theme": LONG}],
    },
    "one of each": {
        "glossary": [{"term": "a", "meaning": "b"}],
        "people": [{"name": "c", "role": "d"}],
        "points": [{"side": "disadvantage", "title": "e", "text": "f", "date": "44 BC"}],
    },
    "a title of a page": {"title": WORDS * 3, "summary": WORDS * 40, "question": WORDS * 2},
    "hundreds": {
        "glossary": [{"term": f"term {n}", "meaning": WORDS} for n in range(150)],
        "people": [{"name": f"person {n}", "role": WORDS} for n in range(150)],
    },
}


@pytest.mark.parametrize(("name", "profile", "paper"), all_pairs(HOSTILE, (Profile.CLEAR, Profile.LARGE), Paper))
def test_any_content_keeps_the_laws(name, profile, paper):
    pack = Pack.model_validate({"title": "A topic", **HOSTILE[name]})
    mine = ("contents", "overview", "table", "glossary")
    sections = [section for section in SECTIONS if section.name in mine and section.applies(pack)]
    document = printed(pack, sections, paper, profile)
    keeps_the_laws(document)
    assert len(document.pages) >= len(sections)


EMPHASISED = {
    "a word": ("In the *Pravda*, then.", ["Pravda"]),
    "words with bold in them": ("Read *all **the** news* now.", ["all the news"]),
    "two": ("*One* and *two*.", ["One", "two"]),
    "a gap in it": ("Of *the {{old}} law*.", ["the old law"]),
    "another language": ("Recognised *[de jure]{lang=la}*.", ["de jure"]),
    "in a list": ("- an *item*\n- none", ["item"]),
    "symbols": ("At a distance *d* it is *kT*, and *ΔC~2~* of *no* use.", ["ΔC2", "no"]),
    "over lines": ("*" + "word " * 40 + "end*.", ["word " * 40 + "end"]),
}


@ACCESSIBLE
@pytest.mark.parametrize(("text", "quoted"), EMPHASISED.values(), ids=EMPHASISED)
def test_italics_are_upright_words_in_quotation_marks_for_the_eye_alone(text, quoted, profile):
    point = {"side": "advantage", "title": "A *title*", "text": text + "\n\nA {{key term}} and **bold**."}
    document = printed(Pack.model_validate({"title": "A topic", "points": [point]}), [table.SECTION], Paper.A4, profile)
    keeps_the_laws(document)
    seen = re.sub(r"\s+", " ", "".join(run.text for _, run in text_runs(document) if not is_head(run)))
    assert re.findall("‘([^’]*)’", seen.replace(" ", "")) == [each.replace(" ", "") for each in ("title", *quoted)]
    assert "‘" not in spoken(document)
    assert said_of(point) in spoken(document)
    inside = False
    for _, run in text_runs(document):
        inside = (inside or run.text == "‘") and run.text != "’"
        assert not run.face.italic
        if run.text in ("Pravda", "One", "de jure"):
            assert inside
            assert not run.face.bold
        if run.text in ("key term", "bold", "the", "old"):
            assert run.face.bold


def said_of(point):
    """What is heard of it, up to its first list: the author's words, each space among them."""
    pack = Pack.model_validate({"title": "A topic", "points": [point]})
    return " ".join(plain(pack.points[0].text).split("\n")[0].split())


def is_head(run):
    return run.text in ("Advantages", "A topic")


def test_italics_are_italics_in_the_standard_profile():
    point = {"side": "advantage", "title": "A title", "text": "In the *Pravda*."}
    pack = Pack.model_validate({"title": "A topic", "points": [point]})
    runs = [run for _, run in text_runs(printed(pack, [table.SECTION], Paper.A4, Profile.STANDARD))]
    assert [run.face.italic for run in runs if run.text.strip() == "Pravda"] == [True]
    assert not any("‘" in run.text for run in runs)


@ACCESSIBLE
def test_a_word_after_quoted_ones_is_not_heard_as_one_with_them(profile):
    point = {"side": "advantage", "title": "A *title* here", "text": "Full, *de jure* recognition, in *two* words."}
    document = printed(Pack.model_validate({"title": "A topic", "points": [point]}), [table.SECTION], Paper.A4, profile)
    assert "A title here" in spoken(document)
    assert "Full, de jure recognition, in two words." in spoken(document)


NOT_READ = (
    "overline",
    "head",
    "folio",
    "label",
    "mark",
    "name",
    "number",
    "corner",
    "continued",
    "uses",
    "band",
    "most",
)
"""Parts of the names of roles whose words name places on a page."""


@pytest.mark.parametrize("profile", [Profile.CLEAR, Profile.LARGE])
@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_what_is_read_is_as_large_as_the_text(profile, paper):
    theme = theme_for(paper, profile)
    styles = {field.name: getattr(theme, field.name) for field in fields(theme)}
    read = {name: style for name, style in styles.items() if isinstance(style, Style)}
    small = {name for name, style in read.items() if style.size < theme.body.size}
    assert {name for name in small if not any(part in name for part in NOT_READ)} == set()
    assert len(read) - len(small) > 30
