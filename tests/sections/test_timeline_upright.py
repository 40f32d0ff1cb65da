"""A timeline down the page: true to scale or told not to be, every date named once, no label far from its date."""

import re
from collections import Counter
from itertools import pairwise, product

import pytest
from laws import every_tag, extent, keeps_the_laws, listed_after, spoken, text_runs
from packs import all_pairs
from timelines import STRESS, band_names, many, point

from studypack.layout.page import Circle, Hatch, Rule, TextRun
from studypack.layout.style import SIDE_COLORS
from studypack.model.choices import Paper, Profile
from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.model.section_modes import TimelineModes
from studypack.output.compose import compose
from studypack.sections import timeline
from studypack.sections.timeline.dated import dated
from studypack.sections.timeline.to_scale import moved_apart

POLE, OUTLINE = 0.7, 0.8
ACCESSIBLE = (Profile.CLEAR, Profile.LARGE)
SIDES = (*SIDE_COLORS[:2], SIDE_COLORS[-1])
SPREAD_OUT = Pack.model_validate({"title": "A pack", **STRESS["like the shipped pack"]})
"""To scale on nearly every paper; the shipped pack has too many dates in one year for that."""


def set_upright(content, profile, paper=Paper.A4, **modes):
    pack = content if isinstance(content, Pack) else Pack.model_validate({"title": "A pack", **content})
    options = Options(paper=paper, profile=profile, timeline=TimelineModes(**modes))
    return pack, compose(pack, options, [timeline.SECTION], [timeline.SECTION])


WAYS = {Profile.CLEAR: (Paper.LETTER, "true"), Profile.LARGE: (Paper.A5, "true"), Profile.STANDARD: (Paper.A4, "even")}
"""Each accessible profile to scale, the standard one evenly."""


@pytest.mark.parametrize(("stress", "profile"), list(product(STRESS, WAYS)))
def test_any_dates_are_told_down_the_page(stress, profile):
    paper, scale = WAYS[profile]
    pack, document = set_upright(STRESS[stress], profile, paper, scale=scale)
    keeps_the_laws(document)
    every_date_is_named_once(pack, document)
    labels_are_read_in_order_of_time(pack, document)
    no_pole_crosses_a_text(document)
    what_is_not_to_scale_says_so(document)
    no_name_of_the_band_stands_under_a_sign(document)


def every_date_is_named_once(pack, document):
    words = spoken(document).replace("\u00a0", " ")
    marks = {item.mark for item in pack.marked}
    assert sorted(word for word in re.findall(r"\w+", words) if word in marks) == sorted(marks)
    for event in pack.events:
        pattern = rf"{re.escape(' '.join(event.title.split()))}(?!\w)"
        assert len(re.findall(pattern, words)) == sum(other.title == event.title for other in pack.events)


def labels_are_read_in_order_of_time(pack, document):
    order = [item.marked.mark for item in dated(pack) if item.marked]
    figures = [tag for tag in every_tag(document.root) if tag.kind == "Figure"]
    links = {id(run.tag): run.text.strip() for _, run in text_runs(document)}
    read = [
        links[id(tag)]
        for each in figures
        for tag in every_tag(listed_after(each))
        if tag.kind == "Link" and id(tag) in links
    ]
    assert read == [mark for mark in order if mark in read]


def poles(page):
    return [
        item
        for item in page.items
        if isinstance(item, Rule) and item.thickness == POLE and item.color in SIDES and not item.dash
    ]


def beside_words(page):
    """The poles, or their last parts, that reach the words: one a label."""
    slanting = [pole for pole in poles(page) if pole.x0 < pole.x1 - 1]
    ends = Counter(round(pole.x1) for pole in slanting)
    (most,) = [end for end, _ in ends.most_common(1)]
    return [pole for pole in slanting if round(pole.x1) == most]


def no_pole_crosses_a_text(document):
    seen = 0
    for page in document.pages:
        runs = [item.box for item in page.items if isinstance(item, TextRun)]
        for pole in poles(page):
            left, low, right, high = extent(pole)
            crossed = [box for box in runs if box[0] < right and left < box[2] and box[1] < high and low < box[3]]
            assert not crossed, f"a text is crossed on page {page.number}"
            seen += 1
    assert seen or "Also in th" in spoken(document)


def what_is_not_to_scale_says_so(document):
    words = spoken(document)
    has_band = any(
        isinstance(item, Rule) and item.thickness == OUTLINE for page in document.pages for item in page.items
    )
    assert ("Drawn to scale" in words) == has_band
    assert ("Not to scale" in words) != has_band


@pytest.mark.parametrize("profile", ACCESSIBLE)
@pytest.mark.parametrize("paper", list(Paper))
def test_the_last_page_is_no_lonely_one(shipped, profile, paper):
    for pack, scale in product((shipped, SPREAD_OUT), ("true", "even")):
        _, document = set_upright(pack, profile, paper, scale=scale)
        labels = [len(beside_words(page)) for page in document.pages]
        assert sum(labels) == len(dated(pack))
        assert labels[-1] >= 3, f"{scale}: {labels}"


@pytest.mark.parametrize(
    ("profile", "paper"), [(Profile.CLEAR, Paper.LETTER), (Profile.CLEAR, Paper.A5), (Profile.LARGE, Paper.A4)]
)
def test_equal_times_are_equal_lengths_on_every_page(profile, paper):
    """A year is as long on every page, and each dot stands at its day of it."""
    pack, document = set_upright(SPREAD_OUT, profile, paper)
    assert "Drawn to scale" in spoken(document)
    assert len(document.pages) > 1
    moments = iter([item.moment for item in dated(pack) if item.side.number == 0 and item.when.is_moment])
    lengths, seen = [], 0
    for page in document.pages:
        lines = (
            item for item in page.items if isinstance(item, Rule) and item.thickness == OUTLINE and item.y0 == item.y1
        )
        edges = sorted((line.y0 for line in lines), reverse=True)
        year = next(
            int(item.text) for item in page.items if isinstance(item, TextRun) and re.fullmatch("19..", item.text)
        )
        lengths += [high - low for high, low in pairwise(edges)]
        # The band is open where it goes on: its first edge is that of the second year.
        first = edges[0] if page.number == 1 else edges[0] + lengths[0]
        for dot in [item for item in page.items if isinstance(item, Circle) and item.y < first + 0.1]:
            assert dot.y == pytest.approx(first - (next(moments) - year) * lengths[0], abs=0.1)
            seen += 1
    assert lengths == pytest.approx([lengths[0]] * len(lengths), abs=0.01)
    assert len(lengths) >= 17
    assert (seen, list(moments)) == (4, [])


@pytest.mark.parametrize("profile", list(Profile))
def test_even_dates_are_evenly_apart(shipped, profile):
    _, document = set_upright(shipped, profile, scale="even")
    seen = 0
    steps = []
    for page in document.pages:
        levels = sorted((pole.y0 for pole in beside_words(page)), reverse=True)
        steps += [high - low for high, low in pairwise(levels)]
        seen += len(levels)
    assert steps == pytest.approx([steps[0]] * len(steps), abs=0.1)
    assert seen == len(dated(shipped))
    assert not [item for page in document.pages for item in page.items if isinstance(item, Hatch)], "a bar of no scale"


def test_labels_stand_near_their_dates_or_the_scale_is_given_up():
    """Forty labels of one day cannot stand near it: then nothing is said to be to scale."""
    _, document = set_upright(STRESS["all on one day"], Profile.LARGE)
    assert "Not to scale" in spoken(document)


def test_a_span_that_runs_on_says_so():
    spans = [point("1918/1930", "A long quarrel"), point("1919/..", "A longer one", "disadvantage")]
    _, document = set_upright({"points": [*spans, *many(30, 1918, 1939)]}, Profile.LARGE)
    runs = [(page, run.text) for page, run in text_runs(document)]
    heads = ["".join(words for at, words in runs if at is page) for page in document.pages]
    assert len(heads) > 3
    assert all("TIMELINE CONTINUED" in head for head in heads[1:])
    assert "A1, D1 run on" in heads[1]
    assert "D1 runs on" in heads[-1]


@pytest.mark.parametrize("years", [1, 3, 8, 100])
@pytest.mark.parametrize("profile", list(Profile))
def test_the_years_of_a_strip_or_a_page_can_be_set(shipped, profile, years):
    _, document = set_upright(shipped, profile, span=years)
    keeps_the_laws(document)
    words = spoken(document)
    marks = {item.mark for item in shipped.marked}
    assert {word for word in re.findall(r"\w+", words) if word in marks} == marks
    if profile is Profile.STANDARD:
        strips = sum(tag.kind == "Figure" for tag in every_tag(document.root))
        assert strips == -(-23 // min(years, 23))


@pytest.mark.parametrize("date", ["../1930", "../1920", "1920/..", "1919/1933"])
def test_every_date_is_named_where_the_first_page_has_no_room_for_a_cell(date):
    """Five years of twenty are taller than what the head leaves of an A5 page: the axis begins on the next."""
    sides = [point(date, "A span"), point("1919/1933", "Weimar", "disadvantage")]
    content = {"points": sides, "events": [{"date": "1920", "title": "An event"}]}
    pack, document = set_upright(content, Profile.LARGE, Paper.A5, span="20 years")
    assert not any(isinstance(item, Rule) and item.thickness == OUTLINE for item in document.pages[0].items)
    every_date_is_named_once(pack, document)


def no_name_of_the_band_stands_under_a_sign(document):
    """A sign stands on the band's right edge: “1000–24” ended under it."""
    for page in document.pages:
        signs = [item for item in page.items if isinstance(item, Circle)]
        for run in (item for item in page.items if isinstance(item, TextRun)):
            for sign in signs:
                beside = run.x + run.width <= sign.x - sign.radius or run.x >= sign.x + sign.radius
                above_or_below = run.y >= sign.y + sign.radius or run.y + 0.68 * run.size <= sign.y - sign.radius
                assert beside or above_or_below, f"{run.text} under the sign at {sign.y:.0f}"


@pytest.mark.parametrize(("profile", "paper", "mode"), all_pairs(Profile, Paper, ("full", "dates-blank")))
def test_the_years_that_the_user_set_make_the_bands(profile, paper, mode):
    """A hundred years are parted into decades, not into 1490–94, 1495–99."""
    content = {"points": [point(str(year)) for year in range(1495, 1890, 40)]}
    _, document = set_upright(content, profile, paper, mode=mode, span="1 century")
    words = spoken(document)
    assert {f"{year}s" for year in range(1500, 1850, 10)} <= set(re.findall(r"[0-9]{4}s", words))
    assert not re.findall(r"[0-9]{4}–[0-9]{2}", words)


@pytest.mark.parametrize("paper", [Paper.A4, Paper.HALF_LETTER])
@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize(("first", "last"), [(793, 1066), (1492, 1888), (100, 1900)])
def test_the_band_is_parted_at_round_years(profile, paper, first, last):
    """At 800 and 850, not at 775."""
    dates = [str(first + (last - first) * part // 11) for part in range(12)]
    _, document = set_upright({"points": [point(date) for date in dates]}, profile, paper)
    names = band_names(document)
    assert names
    assert all(re.fullmatch("[0-9]+0s?|AD\N{NO-BREAK SPACE}1", name) for name in names), names


def test_undated_points_stand_at_the_foot(shipped):
    points = [each.model_copy(update={"date": None}) if n < 3 else each for n, each in enumerate(shipped.points)]
    pack = shipped.model_copy(update={"points": tuple(points)})
    pack.__dict__.pop("marked", None)
    _, document = set_upright(pack, Profile.CLEAR)
    (at,) = [page for page, run in text_runs(document) if run.text.startswith("Not dated")]
    assert at is document.pages[-1]


def test_labels_move_as_little_as_they_can():
    assert moved_apart([0, 50], [10, 10], 100) == [0, 50]
    assert moved_apart([20, 20], [10, 10], 100) == [15, 25]
    assert moved_apart([95, 99], [10, 10], 100) == [80, 90]
    assert moved_apart([-9, 0, 40], [10, 10, 10], 100) == [0, 10, 40]
