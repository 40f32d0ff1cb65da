"""The pupil's timelines: no answer on the sheet, every answer in the key, under the same numbers and code."""

import re
from itertools import pairwise

import pytest
from laws import every_tag, keeps_the_laws, spoken, text_runs
from packs import all_pairs
from timelines import STRESS, point

from studypack.base.errors import ContentError
from studypack.layout.field import Field
from studypack.layout.page import Rectangle, Rule
from studypack.layout.style import mm
from studypack.layout.tag import Tag
from studypack.model.choices import Paper, Profile
from studypack.model.content import Pack
from studypack.model.modes import Scale, TimelineMode
from studypack.model.options import Options
from studypack.model.section_modes import TimelineModes
from studypack.output.compose import compose
from studypack.output.resolve import choose
from studypack.sections import answers, contents, timeline
from studypack.sections.timeline.dated import dated, lettered

TASKS = [mode for mode in TimelineMode if mode is not TimelineMode.FULL]
WAYS = {
    "standard": (Profile.STANDARD, Paper.A4, Scale.TRUE),
    "large": (Profile.LARGE, Paper.A5, Scale.TRUE),
    "even": (Profile.CLEAR, Paper.LETTER, Scale.EVEN),
}


def options(mode, profile=Profile.STANDARD, paper=Paper.A4, scale=Scale.TRUE, seed=0):
    modes = TimelineModes(mode=mode, scale=scale)
    return Options(paper=paper, profile=profile, timeline=modes, seed=seed, sections=("timeline",))


def sheet(pack, *args, **more):
    return compose(pack, options(*args, **more), [timeline.SECTION], [timeline.SECTION])


def key(pack, mode, **more):
    return spoken(compose(pack, options(mode, **more), [answers.SECTION], [timeline.SECTION])).replace("\u00a0", " ")


def said(document):
    """All that the sheet says to eye, ear and search: texts, alternatives, bookmarks and metadata."""
    tags = " ".join(f"{tag.alt} {tag.said}" for tag in every_tag(document.root))
    bookmarks = " ".join(mark.title for page in document.pages for mark in page.bookmarks)
    texts = " ".join(run.text for _, run in text_runs(document))
    return " ".join(f"{spoken(document)} {texts} {tags} {bookmarks} {document.subject}".replace("\u00a0", " ").split())


@pytest.mark.parametrize(("stress", "mode", "way"), all_pairs(STRESS, TASKS, WAYS))
def test_the_laws_hold_for_hard_packs(stress, mode, way):
    pack = Pack.model_validate({"title": "A pack", **STRESS[stress]})
    if (stress, mode) == ("a title without end", TimelineMode.CUT):
        with pytest.raises(ContentError, match="'title' is too long"):
            sheet(pack, mode, *WAYS[way])
        return
    document = sheet(pack, mode, *WAYS[way])
    keeps_the_laws(document)
    assert "Name" in spoken(document)


@pytest.fixture(params=["shipped", "spread out"])
def either(request, shipped):
    """The shipped pack, whose dates crowd 1939; and with fewer dates, so that it is to scale in every profile."""
    if request.param == "shipped":
        return shipped
    points = tuple(each for each in shipped.points if each.date.ends - each.date.begins < 1.5)
    events = tuple(each for each in shipped.events if each.date.begins < 1939)
    pack = shipped.model_copy(update={"points": points, "events": events})
    pack.__dict__.pop("marked", None)
    return pack


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("scale", list(Scale))
def test_no_date_stands_on_a_sheet_without_dates(shipped, either, profile, scale):
    """To scale the band has its years, which is what the sheet asks pupils to read; no closer date, and no other."""
    document = sheet(either, TimelineMode.DATES_BLANK, profile, Paper.A4, scale)
    words = said(document)
    assert not re.search(r"January|April|June|August|Sept|Oct\b|Nov\b|\d–\d\d", words)
    band = [run.text for _, run in text_runs(document) if re.fullmatch(r"1[89]\d\d", run.text)]
    assert len(re.findall(r"\b1[89]\d\d\b", " ".join(run.text for _, run in text_runs(document)))) == len(band)
    assert bool(band) == ("off the scale" in words)
    if scale is Scale.EVEN or either is not shipped:
        assert bool(band) == (scale is Scale.TRUE)
    assert all(words.count(item.title) >= 1 for item in dated(either))


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("scale", list(Scale))
def test_no_label_stands_on_a_sheet_without_labels(either, profile, scale):
    """Each title is in the list to choose from, and nowhere else; no mark betrays it."""
    document = sheet(either, TimelineMode.LABELS_BLANK, profile, Paper.A4, scale)
    words = said(document)
    texts = spoken(document)
    marks = {item.mark for item in either.marked}
    assert not marks & set(re.findall(r"\w+", words))
    listed = texts[texts.index("CHOOSE FROM") :]
    for item in dated(either):
        title = " ".join(item.title.split())
        assert texts.count(title) == listed.count(title) == 1, title
        assert title not in " ".join(f"{tag.alt} {tag.said}" for tag in every_tag(document.root))
    places = [listed.index(" ".join(item.title.split())) for item in dated(either)]
    assert places != sorted(places), "the list is in order of time"


LONG_DATES = (
    "18 September 1934",
    "28 September 1938/28 November 1939",
    "c. 28 September 1943/28 December 1944",
    "1950",
)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("profile", [Profile.CLEAR, Profile.LARGE])
def test_the_name_of_an_event_has_room_however_long_its_date_is(paper, profile):
    pack = Pack.model_validate({"title": "A pack", "points": [point(date) for date in LONG_DATES]})
    document = sheet(pack, TimelineMode.LABELS_BLANK, profile, paper)
    assert keeps_the_laws(document)["no_field_touches_anything"] >= len(LONG_DATES)
    fields = [item for page in document.pages for item in page.items if isinstance(item, Field)]
    lengths = [field.width for field in fields if field.name.startswith("event")]
    assert len(lengths) == len(LONG_DATES)
    assert min(lengths) >= mm(58)


@pytest.mark.parametrize("count", [9, 26, 27, 60])
def test_the_letters_of_a_list_stand_clear_of_what_they_name(count):
    pack = Pack.model_validate({"title": "A pack", "points": [point(f"{1900 + n}", f"Law {n}") for n in range(count)]})
    document = sheet(pack, TimelineMode.LABELS_BLANK, scale=Scale.EVEN)
    runs = list(text_runs(document))
    letters = [each for each in runs if isinstance(each[1].tag, Tag) and each[1].tag.kind == "Lbl"]
    assert len(letters) == count
    for page, letter in letters:
        after = (run.x for where, run in runs if where is page and run.y == letter.y and run.x > letter.x)
        assert min(after) > letter.x + letter.width + 2


@pytest.mark.parametrize("profile", list(Profile))
def test_cards_have_letters_and_no_dates(shipped, profile):
    document = sheet(shipped, TimelineMode.CUT, profile)
    words = said(document)
    assert not re.search(r"\b1[89]\d\d\b", words)
    assert not {item.mark for item in shipped.marked} & set(re.findall(r"\w+", words))
    cards = lettered(shipped, options(TimelineMode.CUT), dated(shipped))
    assert len(cards) == len(dated(shipped))
    for name, item in cards:
        assert f"{name} {item.title} Date" in words
    assert all(page.recto for page in document.pages if page.items), "a card has something on its back"


def test_cards_are_equal_and_stand_in_a_grid(shipped):
    document = sheet(shipped, TimelineMode.CUT)
    seen = 0
    for page in document.pages:
        cuts = [item for item in page.items if isinstance(item, Rule) and item.dash]
        across = sorted({round(cut.y0, 2) for cut in cuts if cut.y0 == cut.y1})
        down = sorted({round(cut.x0, 2) for cut in cuts if cut.x0 == cut.x1})
        for places in (across, down):
            steps = {round(b - a, 1) for a, b in pairwise(places)}
            assert len(steps) <= 1
        seen += len(across)
    assert seen >= 8


def test_there_is_a_box_for_the_letter_of_every_card(shipped):
    document = sheet(shipped, TimelineMode.CUT)
    boxes = [item for item in document.pages[0].items if isinstance(item, Rectangle) and item.stroke]
    assert len(boxes) == len(dated(shipped))


@pytest.mark.parametrize("mode", list(TimelineMode))
def test_a_key_is_made_for_what_asks_something_alone(shipped, mode):
    chosen = choose(shipped, options(mode))
    assert bool(chosen.key) == (mode is not TimelineMode.FULL)


@pytest.mark.parametrize("mode", TASKS)
def test_sheet_and_key_share_their_code(shipped, mode):
    (code,) = set(re.findall(r"Version (\w{4})", said(sheet(shipped, mode))))
    assert f"Version {code}" in key(shipped, mode)
    (other,) = set(re.findall(r"Version (\w{4})", said(sheet(shipped, mode, seed=7))))
    assert other != code


def test_the_key_gives_every_date_under_its_number(shipped):
    words = key(shipped, TimelineMode.DATES_BLANK)
    sheet_words = " ".join(spoken(sheet(shipped, TimelineMode.DATES_BLANK)).replace("\u00a0", " ").split())
    for item in dated(shipped):
        assert f"{item.number} {item.when.long}".replace("\u00a0", " ") in words
        assert f"{item.number} {item.title}" in sheet_words


def test_the_key_gives_every_label_with_its_letter(shipped):
    words = key(shipped, TimelineMode.LABELS_BLANK)
    for name, item in lettered(shipped, options(TimelineMode.LABELS_BLANK), dated(shipped)):
        assert f"{item.number} {name} · {item.title}" in words


def test_the_key_gives_the_order_of_the_cards(shipped):
    words = key(shipped, TimelineMode.CUT)
    names = {item.number: name for name, item in lettered(shipped, options(TimelineMode.CUT), dated(shipped))}
    places = [words.index(f"{number} {names[number]} · ") for number in range(1, len(dated(shipped)) + 1)]
    assert places == sorted(places)


def test_cards_of_one_date_may_stand_in_any_order():
    pack = Pack.model_validate({"title": "T", "points": [point("1921", "One"), point("1921", "Two"), point("1925")]})
    (owed,) = timeline.SECTION.answers(pack, options(TimelineMode.CUT))
    first, second, third = (answer.accepted for answer in owed.answers)
    assert first[0][0] == second[1]
    assert second[0][0] == first[1]
    assert len(third) == 1


def test_the_order_is_the_same_every_time_and_another_for_another_seed(shipped):
    items = dated(shipped)

    def order(seed):
        return [item.number for _, item in lettered(shipped, options(TimelineMode.CUT, seed=seed), items)]

    assert order(0) == order(0)
    assert order(0) != order(1)
    assert sorted(order(1)) == list(range(1, len(items) + 1))


@pytest.mark.parametrize("mode", TASKS)
def test_a_later_page_says_whose_it_is(shipped, mode):
    document = sheet(shipped, mode, Profile.LARGE)
    assert len(document.pages) > 2
    if mode is not TimelineMode.CUT:
        later = " ".join(run.text for page, run in text_runs(document) if page is document.pages[1])
        assert "TIMELINE CONTINUED" in later
        assert "Name" in later


@pytest.mark.parametrize("mode", list(TimelineMode))
def test_the_contents_say_what_is_printed(shipped, mode):
    document = compose(shipped, options(mode), [contents.SECTION, timeline.SECTION], [])
    cards = f"{len(dated(shipped))} cards"
    says = {"full": "drawn to scale", "dates-blank": "the dates", "labels-blank": "the events", "cut": cards}
    assert says[mode.value] in spoken(document)
