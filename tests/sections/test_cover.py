"""The cover: one page inside its own margins, and a back for the texts that it has no room for."""

from collections import defaultdict
from itertools import combinations
from math import hypot

import pytest
from laws import every_tag, extent, keeps_the_laws, spoken, text_runs
from packs import all_pairs

from studypack.layout.ink import THICKEST, saved
from studypack.layout.page import Circle, Rectangle
from studypack.layout.style import INK, WHITE
from studypack.layout.tag import Furniture
from studypack.layout.theme import theme_for
from studypack.model.choices import MILLIMETRE, Paper, Profile, ThemeName
from studypack.model.content import Pack
from studypack.model.options import Flags, Options
from studypack.model.section_modes import TimelineModes
from studypack.output.compose import compose
from studypack.output.resolve import choose, options_for
from studypack.sections import cover

SMALL = (Paper.A5, Paper.HALF_LETTER)


def point(date, side="advantage"):
    written = {"side": side, "title": "A treaty", "text": "Text."}
    return written if date is None else {**written, "date": date}


PACKS = {
    "a bare title": {"title": "Anglo-Soviet relations"},
    "everything": {
        "title": "Anglo-Soviet relations",
        "subtitle": "Britain and Soviet Russia, 1917–1939",
        "period": "1917/1939",
        "subject": "History",
        "level": "A-level",
        "question": "How far was Britain to blame?",
        "source": "From a student’s notes",
        "points": [
            point("1921"),
            point("April 1922"),
            point("1930/..", "disadvantage"),
            point(None, "disadvantage"),
        ],
    },
    "a long title": {
        "title": "The causes, course and consequences of the First World War, and the peace that followed it",
        "period": "1914/1923",
        "points": [point("1914")],
    },
    "a word of 200 letters": {"title": "W" * 200, "points": [point("1914")]},
    "long everything": {
        "title": "word and " * 24,
        "subtitle": "under " * 12,
        "question": "why " * 24,
        "source": "source " * 12,
        "subject": "subject " * 4,
        "period": "1914/1923",
        "points": [point("1914"), point("1915", "disadvantage")],
        "sides": {"advantage": "For " * 60, "disadvantage": "Against " * 60},
    },
    "300 points on a day": {
        "title": "A day",
        "points": [point("14 July 1789", side) for side in ("advantage", "disadvantage") for _ in range(150)],
    },
    "before Christ": {"title": "Rome", "period": "-0752/0476", "points": [point("44 BC"), point("AD 14")]},
    "undated": {"title": "No dates", "points": [point(None), point(None, "disadvantage")]},
}


@pytest.fixture(params=list(Paper))
def paper(request):
    return request.param


ASKED = TimelineModes(scale="even")
"""Asked for by its options, the timeline of a few dates is on the cover, too."""


def covered(content, paper, profile=Profile.STANDARD):
    options = Options(paper=paper, profile=profile, timeline=ASKED)
    return compose(Pack.model_validate(content), options, [cover.SECTION], [cover.SECTION])


@pytest.mark.parametrize(("name", "profile", "size"), all_pairs(PACKS, Profile, Paper))
def test_the_cover_is_a_page_that_keeps_the_laws(name, profile, size):
    document = covered(PACKS[name], size, profile)
    assert len(document.pages) == 1 or (name == "long everything" and profile is not Profile.STANDARD)
    assert keeps_the_laws(document)["nothing_leaves_the_frame"] >= 5
    assert "section:cover" in document.pages[0].anchors
    nothing_leaves_the_margins(document.pages[0])


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("dates", [("1921",) * 5, ("April 1922", "1922", "May 1922", "1925"), ("1900", "2000", "1900")])
def test_no_dot_lies_over_another(dates, profile):
    document = covered({"title": "A pack", "points": [point(date) for date in dates]}, Paper.A4, profile)
    dots = [item for item in document.pages[0].items if isinstance(item, Circle)]
    assert len(dots) == len(dates) + 1, "a dot each, and one in the key"
    for one, other in combinations(dots, 2):
        assert hypot(one.x - other.x, one.y - other.y) > one.radius + other.radius


def nothing_leaves_the_margins(page):
    """Not even furniture, which a cover has not."""
    for item in page.items:
        _, bottom, _, top = extent(item)
        assert bottom >= page.frame.bottom - 0.6, item
        assert top <= page.frame.top + 0.6, item


def test_where_nothing_has_a_date_none_is_said_to_lack(paper):
    words = spoken(covered(PACKS["undated"], paper))
    assert "1 advantage" in words
    assert "undated" not in words


def test_title_years_question_and_names(paper):
    words = spoken(covered(PACKS["everything"], paper))
    expected = (
        "STUDY PACK · HISTORY · A-LEVEL",
        "Anglo-Soviet relations",
        "1917–1939",
        "Britain and Soviet Russia",
        "How far was Britain to blame?",
        "2 advantages",
        "2 disadvantages, of which 1 undated",
        "Name Class Teacher",
        "From a student’s notes",
    )
    places = [words.index(each) for each in expected if each in words]
    assert len(places) == len(expected), words
    assert words.count("1917–1939") == 1


def test_a_dot_or_a_box_for_every_dated_point(paper):
    page = covered(PACKS["everything"], paper).pages[0]
    dots = [item for item in page.items if isinstance(item, Circle)]
    boxes = [item for item in page.items if isinstance(item, Rectangle) and item.width == item.height]
    assert (len(dots), len(boxes)) == (2 + 1, 1 + 1), "those on the strip, and one in the key"
    frame = theme_for(paper).frame(recto=True)
    on_strip = sorted(dot.x for dot in dots)[1:]
    places = [(x - frame.left) / frame.width * 23 + 1917 for x in on_strip]
    assert places == pytest.approx([1921.5, 1922.287], abs=0.01)


@pytest.mark.parametrize(
    ("date", "year"),
    [
        ("before 1914", 1914),
        ("until 1913", 1914),
        ("after 1935", 1936),
        ("1920–present", 1920),
        ("from c. 1930", 1930),
        ("1914", 1914.5),
    ],
)
def test_an_open_range_stands_at_its_known_end(date, year):
    page = covered({"title": "T", "period": "1900/1940", "points": [point(date)]}, Paper.A4).pages[0]
    frame = theme_for(Paper.A4).frame(recto=True)
    on_strip = max(item.x for item in page.items if isinstance(item, Circle))  # the other stands in the key
    assert (on_strip - frame.left) / frame.width * 41 + 1900 == pytest.approx(year, abs=0.01)


def test_the_title_is_as_large_as_it_can_be(paper):
    def size(title):
        runs = [run for _, run in text_runs(covered({"title": title}, paper)) if run.text.strip() in title]
        return max(run.size for run in runs)

    full = theme_for(paper).cover_title.size
    assert size("Rome") == full
    assert size("The causes of the war " * 3) <= full
    assert size("Antidisestablishmentarianism and incomprehensibilities") < full


@pytest.mark.parametrize(
    ("subtitle", "printed"),
    [
        ("Relations", False),
        ("Britain and Russia, 1917–1939", True),
        ("Britain and Russia (1917-1939)", True),
        ("Anglo-Soviet relations 1917–1939", False),
    ],
)
def test_a_subtitle_that_only_repeats_is_left_out(subtitle, printed):
    content = {"title": "Anglo-Soviet relations", "subtitle": subtitle, "period": "1917/1939"}
    words = spoken(covered(content, Paper.A4))
    assert ("Britain and Russia" in words) is printed
    assert words.count("elations") == 1
    assert words.count("1939") == 1


@pytest.mark.parametrize("subtitle", ["Relations?", "£ $ €", "C++ relations"])
def test_signs_of_a_subtitle_are_words_of_their_own(subtitle):
    assert subtitle in spoken(covered({"title": "Anglo-Soviet relations", "subtitle": subtitle}, Paper.A4))


def back_of(content, profile=Profile.STANDARD):
    """The text on the pages after the first."""
    document = covered(content, Paper.A5, profile)
    return " ".join(run.text.strip() for page, run in text_runs(document) if page.number > 1)


@pytest.mark.parametrize("profile", list(Profile))
def test_what_the_front_has_no_room_for_goes_on_to_its_back(profile):
    content = {**PACKS["everything"], "question": "How far and why? " * 90, "source": "From notes. " * 6}
    back = back_of(content, profile)
    assert back.count("How far and why?") == 90
    assert "Anglo-Soviet relations" not in back
    assert back_of(PACKS["everything"], profile) == ""
    document = covered(content, Paper.A5, profile)
    title = max(run.size for page, run in text_runs(document) if page.number == 1)
    assert title >= 1.25 * theme_for(Paper.A5, profile).body.size, "the title does not shrink for a long question"


@pytest.mark.parametrize(
    ("sides", "counts", "says"),
    [
        ({}, (1, 1), ("1 advantage", "1 disadvantage")),
        ({}, (2, 3), ("2 advantages", "3 disadvantages")),
        ({"advantage": "Strengths", "disadvantage": "Weaknesses"}, (2, 1), ("2 Strengths", "Weaknesses: 1")),
        ({"advantage": "USSR gains", "disadvantage": "Successes"}, (2, 1), ("2 USSR gains", "Successes: 1")),
        ({"disadvantage": "Losses"}, (1, 1), ("1 advantage", "Losses: 1")),
    ],
)
def test_points_are_counted_in_the_pack_s_own_words(sides, counts, says):
    dates = [
        point("1921", side) for side, n in zip(("advantage", "disadvantage"), counts, strict=True) for _ in range(n)
    ]
    words = spoken(covered({"title": "T", "points": dates, "sides": sides}, Paper.A4))
    assert [words.count(each) for each in says] == [1, 1], words
    assert f"{says[0]} {says[1]} Name" in words


def field_on(page, theme):
    """The field or the frame round the title."""
    (field,) = [item for item in page.items if isinstance(item, Rectangle) and theme.lead in (item.fill, item.stroke)]
    return field


@pytest.mark.parametrize(
    ("chosen", "solid"),
    [
        ({}, True),
        ({"theme": ThemeName.PLAIN}, False),
        ({"profile": Profile.CLEAR}, False),
        ({"profile": Profile.LARGE}, False),
    ],
)
@pytest.mark.parametrize("name", ["a bare title", "everything", "a long title", "a word of 200 letters"])
def test_the_title_stands_on_a_field_that_is_no_grief_to_a_copier_or_in_a_frame(name, chosen, solid, paper):
    options = Options(paper=paper, timeline=ASKED, **chosen)
    document = compose(Pack.model_validate(PACKS[name]), options, [cover.SECTION], [cover.SECTION])
    page, theme = document.pages[0], theme_for(paper, options.profile, options.theme)
    field = field_on(page, theme)
    inside = [run for _, run in text_runs(document) if field.y < run.y < field.y + field.height]
    title = next(run for run in inside if run.text.strip() in PACKS[name]["title"])
    share = field.width * field.height / (page.width * page.height)
    if name != "a word of 200 letters":
        assert 0.15 <= share <= 0.5
        assert bool(field.fill) is solid
    assert share <= 0.36 or not field.fill
    assert (field.fill, title.color) == ((theme.lead, WHITE) if field.fill else (None, theme.lead))
    assert field.fill is None or {run.color for run in inside} == {WHITE}
    for run in inside:
        assert run.x >= field.x + 0.8 * theme.cover_padding
        assert run.x + run.width <= field.x + field.width - 0.8 * theme.cover_padding
    (sparing,) = saved([page])
    frame = field_on(sparing, theme)
    assert (frame.fill in (None, WHITE), frame.thickness) == (True, THICKEST)


@pytest.mark.parametrize(
    "title",
    [
        "The fall of the Roman Republic",
        "Weights and measures in the market towns of the kingdom",
        "The reign of Elizabeth",
        "Anglo-Soviet relations between the wars",
    ],
)
def test_the_lines_of_a_title_are_even(title):
    runs = [run for _, run in text_runs(covered({"title": title}, Paper.A4))]
    lines = defaultdict(list)
    for run in runs:
        if run.size == max(each.size for each in runs):
            lines[run.y].append(run)
    wide = [max(run.x + run.width for run in line) - min(run.x for run in line) for line in lines.values()]
    assert len(wide) > 1
    assert min(wide) >= 0.5 * max(wide)


def named_on(document, pack):
    """The titles of dates that stand beside the small timeline, each whole."""
    words = "".join(on_strip(document))
    return [title for title in {point.title for point in pack.points} if title in words]


@pytest.mark.parametrize(("dates", "fewest", "most"), [(3, 0, 0), (4, 3, 4), (9, 3, 5)])
def test_a_few_dates_are_named_and_none_below_four(dates, fewest, most):
    points = [{**point(str(1900 + 4 * number)), "title": f"Event {number}"} for number in range(dates)]
    content = {"title": "A pack", "period": "1895/1940", "points": points}
    named = named_on(covered(content, Paper.A4), Pack.model_validate(content))
    assert fewest <= len(named) <= most


def test_the_weightiest_dates_are_named():
    text = "{{One}} of the {{two}} and the {{three}}."
    points = [
        {**point(str(1900 + number)), "title": f"Event {number}", "text": text if number % 2 else "Text."}
        for number in range(10)
    ]
    content = {"title": "A pack", "points": points}
    named = named_on(covered(content, Paper.A4), Pack.model_validate(content))
    assert set(named) <= {f"Event {number}" for number in (1, 3, 5, 7, 9)}
    assert len(named) >= 3


@pytest.mark.parametrize(
    ("profile", "theme"), [(Profile.CLEAR, "guide"), (Profile.LARGE, "guide"), (Profile.STANDARD, "primary")]
)
def test_the_shipped_cover_names_dates_in_large_type_too(shipped, profile, theme):
    document = compose(shipped, Options(profile=profile, theme=theme), [cover.SECTION], [cover.SECTION])
    assert len(document.pages) == 1
    assert 3 <= len(named_on(document, shipped)) <= 5
    keeps_the_laws(document)


def test_the_shipped_cover_names_three_to_five_within_40_mm(shipped):
    document = compose(shipped, Options(), [cover.SECTION], [cover.SECTION])
    assert 3 <= len(named_on(document, shipped)) <= 5
    (page,) = document.pages
    (band,) = bands_on(page)
    runs = [run.box for _, run in text_runs(document) if run.tag is Furniture.MARKING]
    assert max(box[3] for box in runs) - min(box[1] for box in runs) <= 40 * MILLIMETRE
    assert any(box[3] < band.y for box in runs)
    assert any(box[1] > band.y + band.height for box in runs)


def bands_on(page):
    """The outlines of a cover's timeline: one, or none."""
    return [
        item
        for item in page.items
        if isinstance(item, Rectangle) and item.stroke == INK and item.width > page.width / 2
    ]


def on_strip(document):
    """The years on the small timeline, which is for the eye alone."""
    runs = [run for _, run in text_runs(document) if run.tag is Furniture.MARKING]
    return [run.text.replace("\N{NO-BREAK SPACE}", " ") for run in runs]


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        (["14 July 1789"] * 20, "July 1789"),
        (["14 July 44 BC"] * 20, "July 44 BC"),
        (["1921", "1922"], "1921"),
        (["1 BC"], "1 BC"),
    ],
    ids=["a day", "a day before Christ", "two years", "a year"],
)
def test_the_small_timeline_names_its_years_for_the_eye_alone(paper, dates, first):
    document = covered({"title": "T", "points": [point(date) for date in dates]}, paper)
    assert on_strip(document)[0] == first
    assert not any(tag.kind == "Figure" for tag in every_tag(document.root))


@pytest.mark.parametrize(
    ("dates", "said", "there"),
    [
        (3, {}, False),
        (4, {}, True),
        (3, {"sections": ("cover", "table")}, False),
        (3, {"sections": ("cover", "timeline")}, True),
        (3, {"settings": ("timeline.scale=even",)}, True),
        (4, {"sections": ("cover", "table")}, True),
        (4, {"skip": ("timeline",)}, True),
        (0, {}, False),
    ],
)
def test_a_few_dates_are_on_the_cover_only_where_a_timeline_is_asked_for(dates, said, there):
    """The points are counted on either, and none is missing from a timeline that is not there."""
    points = [point(str(1919 + number)) for number in range(dates)] + [point(None, "disadvantage"), point(None)]
    pack, flags = Pack.model_validate({"title": "A pack", "points": points}), Flags(**said)
    options = options_for(pack, flags)
    document = compose(pack, options, [each for each in choose(pack, options).pack if each.name != "contents"], [])
    keeps_the_laws(document)
    front = document.pages[0]
    assert len(bands_on(front)) == there
    words = " ".join(run.text.strip() for page, run in text_runs(document) if page.number == 1)
    assert f"{dates + 1} advantage" in words
    assert "1 disadvantage" in words
    assert ("undated" in words) == there


@pytest.mark.parametrize("profile", [Profile.CLEAR, Profile.LARGE])
def test_in_large_type_the_title_stands_out_and_the_timeline_makes_room(shipped, paper, profile):
    document = compose(shipped, Options(paper=paper, profile=profile), [cover.SECTION], [cover.SECTION])
    sizes = {run.text.strip(): run.size for _, run in text_runs(document)}
    title = max(sizes.values())
    assert title >= 1.25 * theme_for(paper, profile).body.size
    assert all(words in "Anglo-Soviet relations" for words, size in sizes.items() if size == title)
    has_strip = bool(on_strip(document))
    if paper in SMALL:
        assert not (has_strip and profile is Profile.LARGE)
    else:
        assert has_strip


@pytest.mark.parametrize("profile", list(Profile))
def test_years_on_the_small_timeline_stand_inside_its_band(shipped, paper, profile):
    document = compose(shipped, Options(paper=paper, profile=profile), [cover.SECTION], [cover.SECTION])
    (page,) = document.pages
    bands = bands_on(page)
    for band in bands:
        years = [run for _, run in text_runs(document) if band.y < run.y < band.y + band.height]
        assert len(years) >= 2
        for run in years:
            assert band.y < run.y < run.y + 0.7 * run.size < band.y + band.height
    assert len(bands) == bool(on_strip(document))
