"""The timeline: true to scale, every date named once, and no pole through a word, whatever the dates are."""

import re
from collections import Counter
from itertools import combinations, pairwise, product
from statistics import median

import pytest
from laws import every_tag, extent, keeps_the_laws, listed_after, spoken, text_runs
from timelines import STRESS, many, no_pole_crosses_a_text, point, poles

from studypack.layout.page import Circle, Polygon, Rectangle, Rule, TextRun
from studypack.layout.style import INK, SIDE_COLORS, mm
from studypack.layout.tag import Furniture, Tag
from studypack.model.choices import Paper
from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.output.compose import compose
from studypack.sections import timeline
from studypack.sections.timeline.dated import dated
from studypack.sections.timeline.geometry import GEOMETRY

OUTLINE = 0.8


@pytest.fixture(scope="module", params=list(Paper))
def paper(request):
    return request.param


@pytest.mark.parametrize(("stress", "size"), list(product(STRESS, Paper)))
def test_any_dates_are_drawn_to_scale_and_named_once(stress, size):
    pack = Pack.model_validate({"title": "A pack", **STRESS[stress]})
    document = compose(pack, Options(paper=size), [timeline.SECTION], [timeline.SECTION])
    assert keeps_the_laws(document)["nothing_leaves_the_frame"] > 20
    no_pole_crosses_a_text(document)
    every_point_and_event_is_named_once(pack, document)
    labels_are_read_in_order_of_time(pack, document)
    strips_say_how_many_dates_follow(document)
    dots_are_true_to_scale(pack, document)
    facing_words_keep_apart(document)


def facing_words_keep_apart(document):
    """Words of two labels on one height have a pole between them, or 6 mm."""
    for page in document.pages:
        runs = [run for run in page.items if isinstance(run, TextRun) and label_of(run)]
        for one, other in combinations(sorted(runs, key=lambda run: run.x), 2):
            start = one.x + one.width
            if label_of(one) is label_of(other) or abs(one.y - other.y) > 4 or other.x - start >= mm(6):
                continue
            between = [pole for pole in poles(page) if start < pole.x0 < other.x]
            assert any(min(pole.y0, pole.y1) - 4 < one.y < max(pole.y0, pole.y1) + 4 for pole in between), (one, other)


def label_of(run):
    """The label that a run stands in, or None."""
    tag = run.tag if isinstance(run.tag, Tag) else None
    while tag is not None and tag.kind != "LBody":
        tag = tag.parent
    return tag


@pytest.mark.parametrize(
    ("first", "then"), [("1919/1920", "1921/1922"), ("1919/1925", "1926"), ("1900/1909", "1910/1939")]
)
def test_spans_that_follow_each_other_never_look_like_one(first, then):
    points = [point(first, "The first"), point(then, "The next"), point("1918", "Before", "disadvantage")]
    pack = Pack.model_validate({"title": "A pack", "points": points})
    document = compose(pack, Options(), [timeline.SECTION], [timeline.SECTION])
    bars = [
        item
        for page in document.pages
        for item in page.items
        if isinstance(item, Rectangle) and item.fill == SIDE_COLORS[0] and abs(item.height - GEOMETRY.marked_bar) < 0.01
    ]
    assert len(bars) >= 2
    for one, other in combinations(sorted(bars, key=lambda bar: bar.x), 2):
        assert abs(one.y - other.y) > GEOMETRY.marked_bar or other.x - one.x - one.width >= mm(0.6)


def test_bands_are_on_one_pitch_where_there_is_room():
    points = [point("1492"), point("1562"), point("1672"), point("1713"), point("1772", side="disadvantage")]
    later = [point(str(year), "What came of it", "disadvantage") for year in (1787, 1807, 1834, 1865, 1888)]
    pack = Pack.model_validate({"title": "A pack", "points": [*points, *later]})
    document = compose(pack, Options(timeline={"span": "100"}), [timeline.SECTION], [timeline.SECTION])
    tops = sorted({round(top, 1) for top, *_ in bands(document.pages[0])})
    pitches = [round(other - one, 1) for one, other in pairwise(tops)]
    assert len(pitches) >= 3
    assert max(pitches) - min(pitches) <= 0.2


def test_labels_are_nine_points_where_room_allows():
    few = Pack.model_validate({"title": "A pack", "points": many(8, 1918, 1939)})
    document = compose(few, Options(), [timeline.SECTION], [timeline.SECTION])
    assert {run.size for _, run in text_runs(document) if label_of(run)} == {9}


def printed(document):
    """The words on the pages, whether they are read or not."""
    return " ".join(run.text for _, run in text_runs(document))


def bands(page):
    """The top edges of the page's bands, with the left end of the first cell and the right end of the last."""
    rules = [item for item in page.items if isinstance(item, Rule) and item.thickness == OUTLINE and item.color == INK]
    long = [rule for rule in rules if rule.y0 == rule.y1]
    # Where moments are named, the first of them stands on a line that is broken, a little after the end of the band.
    broken = [rule for rule in rules if rule.x0 == rule.x1 and abs(rule.y1 - rule.y0) < GEOMETRY.band / 2]
    named = {rule.y0: [line.x0 for line in broken if line.y1 == rule.y0] for rule in long}
    return [(rule.y0, min(named[rule.y0], default=rule.x0 + OUTLINE / 2), rule.x1 - OUTLINE / 2) for rule in long[1::2]]


def named(pack, document):
    """Every mark that is printed, reminders of spans that are carried on left out."""
    marks = {item.mark for item in pack.marked}
    words = re.sub(r"\w+ (?:continued|ends)\b", "", spoken(document))
    return [word for word in re.findall(r"\w+", words) if word in marks]


def every_point_and_event_is_named_once(pack, document):
    assert sorted(named(pack, document)) == sorted(item.mark for item in pack.marked)

    words = re.sub(r"\S+\s(continued|ends)", "", spoken(document))
    for item in dated(pack):
        if item.marked is None:
            assert words.count(" ".join(f"{item.short} {item.title}".split())) == 1, item.title


def labels_are_read_in_order_of_time(pack, document):
    order = [item.marked.mark for item in dated(pack) if item.marked]
    read = [[mark for mark in named_in(tag, document) if mark in order] for tag in figures(document)]
    together = [mark for marks in read for mark in marks]
    assert together == [mark for mark in order if mark in together]
    assert len(together) >= 0.25 * len(order)


def figures(document):
    return [tag for tag in every_tag(document.root) if tag.kind == "Figure"]


def named_in(figure, document):
    """The marks of a strip's labels, in the order of their tags."""
    links = {id(run.tag): run.text.strip() for _, run in text_runs(document)}
    return [links[id(tag)] for tag in every_tag(listed_after(figure)) if tag.kind == "Link" and id(tag) in links]


def strips_say_how_many_dates_follow(document):
    for figure in figures(document):
        said = re.fullmatch(r"Timeline, .+?(?:\. (\d+) dates? follows?\.|: nothing dated\.)", figure.alt)
        assert int(said[1] or 0) == len(listed_after(figure).kids)


def dots_are_true_to_scale(pack, document):
    """Laid end to end, the strips are one ruler: equal times are equal lengths."""
    items = [item for item in dated(pack) if item.side.number == 0]
    laid, places = 0.0, []
    for page in document.pages:
        for y, left, right in sorted(bands(page), reverse=True):
            dots = [item for item in page.items if isinstance(item, Circle) and abs(item.y - y) < 0.1]
            places += [laid + dot.x - left for dot in dots]
            laid += right - left
    times = sorted(item.moment for item in items if item.when.is_moment)
    if len(places) != len(times):  # Years too short to see are dots as well.
        short = [i for i in items if not i.when.approximate and i.when.ends - i.when.begins < 2]
        times = sorted(item.moment for item in short)
    assert len(places) == len(times)
    places.sort()
    length = (places[-1] - places[0]) / ((times[-1] - times[0]) or 1) if places else 0
    for place, time in zip(places, times, strict=True):
        assert place - places[0] == pytest.approx((time - times[0]) * length, abs=0.2)


def test_a_year_is_as_wide_on_every_strip(paper):
    pack = Pack.model_validate({"title": "A pack", **STRESS["first and last days"]})
    document = compose(pack, Options(paper=paper), [timeline.SECTION], [timeline.SECTION])
    found = [band for page in document.pages for band in bands(page)]
    dots = sorted(item.x for page in document.pages for item in page.items if isinstance(item, Circle))
    widths = {round(right - left, 3) for _, left, right in found}
    assert len(widths) == 1
    assert dots[-1] < max(right for _, _, right in found)


def test_spans_of_one_time_stand_beside_one_another(paper):
    spans = ("1920/1926", "1921/1925", "1922/1923", "1924/1927", "1921/1922")
    pack = Pack.model_validate({"title": "A pack", "points": [point(span) for span in spans]})
    page = compose(pack, Options(paper=paper), [timeline.SECTION], [timeline.SECTION]).pages[0]
    solid = [item for item in page.items if isinstance(item, Rectangle) and item.fill == SIDE_COLORS[0]]
    bars = [bar for bar in solid if bar.height == pytest.approx(GEOMETRY.marked_bar)]
    assert len(bars) >= len(spans)
    for one, other in combinations(bars, 2):
        apart = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert apart or abs(one.y - other.y) > GEOMETRY.marked_bar


def test_a_span_is_carried_on_and_says_where_it_ends(paper):
    spans = [point("1918/1937", "A long quarrel"), point("1919/..", "A longer one", "disadvantage")]
    content = {"title": "A pack", "period": "1917/1939", "points": [*spans, *many(30, 1918, 1939)]}
    pack = Pack.model_validate(content)
    document = compose(pack, Options(paper=paper), [timeline.SECTION], [timeline.SECTION])
    strips = len(figures(document))
    words = "".join(run.text for _, run in text_runs(document) if run.tag is Furniture.AGAIN).replace("\u00a0", " ")
    assert strips > 2
    assert len(re.findall(r"A1 (continued|ends)", words)) == strips - 1
    assert words.count("A1 ends") == 1
    assert words.count("D1 continued") == strips - 1
    assert "D1 ends" not in words


def test_labels_stand_near_their_dots(shipped):
    """On A4 the shipped pack's timeline is one page, and its poles are short, but where 1939 has ten dates."""
    document = compose(shipped, Options(), [timeline.SECTION], [timeline.SECTION])
    assert len(document.pages) == 1
    lengths = [abs(pole.y1 - pole.y0) for pole in poles(document.pages[0])]
    assert len(lengths) >= 29
    assert median(lengths) < 40
    assert sorted(lengths)[-7] < 75
    assert max(lengths) < 115


@pytest.mark.parametrize("without", [1, 3, 9])
def test_undated_points_stand_at_the_foot_of_the_page(shipped, without):
    points = [
        point.model_copy(update={"date": None}) if n < without else point for n, point in enumerate(shipped.points)
    ]
    pack = shipped.model_copy(update={"points": tuple(points)})
    pack.__dict__.pop("marked", None)
    document = compose(pack, Options(), [timeline.SECTION], [timeline.SECTION])
    assert len(document.pages) == 1
    notes = [run for _, run in text_runs(document) if run.text == "Not dated: "]
    assert len(notes) == 1
    assert notes[0].y < document.pages[0].height / 4


def test_labels_that_find_no_room_are_listed_on_the_same_page(paper):
    content = {"title": "A pack", "points": [point("1 May 1997", f"Point {n}") for n in range(40)]}
    document = compose(Pack.model_validate(content), Options(paper=paper), [timeline.SECTION], [timeline.SECTION])
    assert len(document.pages) == 1
    assert spoken(document).count("Also in this time: ") == 1


def test_an_event_stands_on_the_half_where_no_sign_hides_it(paper):
    """However many labels are there."""
    points = [point(day, "For") for day in ("2 September 1920", "1 December 1920", "1 July 1921")]
    points.append(point("16 March 1921", "Against", "disadvantage"))
    events = [{"date": "17 March 1921", "title": "Event"}]
    pack = Pack.model_validate({"title": "A pack", "period": "1919/1923", "points": points, "events": events})
    page = compose(pack, Options(paper=paper), [timeline.SECTION], [timeline.SECTION]).pages[0]
    signs = [item for item in page.items if isinstance(item, Polygon) and extent(item)[3] < page.frame.top - mm(40)]
    assert sum(extent(signs[0])[1::2]) / 2 == pytest.approx(bands(page)[0][0], abs=0.1), "on the upper edge"


def test_a_point_s_sign_lies_over_an_event_s(paper):
    """In a crowded year an event does not hide what the pack is about."""
    day = "16 March 1921"
    points = [point(day, "For"), point(day, "Against", "disadvantage")]
    events = [{"date": day, "title": f"Event {n}"} for n in range(4)]
    pack = Pack.model_validate({"title": "A pack", "points": points, "events": events})
    document = compose(pack, Options(paper=paper), [timeline.SECTION], [timeline.SECTION])
    page = document.pages[0]
    top = bands(page)[0][0]
    near = [item for item in page.items if abs(sum(extent(item)[1::2]) / 2 - top) < 0.1]
    signs = [type(item) for item in near if isinstance(item, Circle | Polygon)]
    assert signs.count(Polygon) >= 1
    assert signs[-1] is Circle


def test_an_open_date_that_is_known_roughly_is_dashed(paper):
    pack = Pack.model_validate({"title": "A pack", "period": "1917/1939", "points": [point("1925~/..")]})
    document = compose(pack, Options(paper=paper), [timeline.SECTION], [timeline.SECTION])
    rules = [item for page in document.pages for item in page.items if isinstance(item, Rule) and item.dash]
    assert rules
    assert "approximate" in printed(document)
    assert "from c.\N{NO-BREAK SPACE}1925" in spoken(document) or "from c. 1925" in spoken(document)


def test_headings_keep_the_capitals_of_names(paper):
    sides = {"advantage": "USSR gains", "disadvantage": "Losses"}
    content = {"title": "A pack", "sides": sides, "points": [point("1921"), point("1922", "B", "disadvantage")]}
    document = compose(Pack.model_validate(content), Options(paper=paper), [timeline.SECTION], [timeline.SECTION])
    words = printed(document)
    assert "Drawn to scale: USSR gains above the line, Losses below." in words
    assert "ussr" not in words
    assert words.count("USSR gains") == 2


@pytest.mark.parametrize("period", [None, "1917/1925"])
def test_the_strips_end_with_the_last_date_unless_the_author_set_a_period(period):
    months = ("February", "March", "April", "May", "June", "July", "August", "September", "October")
    sides = ("advantage", "disadvantage")
    days = [
        point(f"{day} {month} 1917", f"What happened on {day}", sides[day % 2])
        for month in months
        for day in (1, 8, 15, 24)
    ]
    content = {"title": "T", "points": [*days, point("3 January 1919", "The last")]}
    pack = Pack.model_validate(content | ({"period": period} if period else {}))
    document = compose(pack, Options(paper=Paper.A4), [timeline.SECTION], [timeline.SECTION])
    assert ("1925" in spoken(document)) == bool(period)
    if period is None:
        assert named_in(figures(document)[-1], document), "the last strip shows nothing"


def test_no_sign_of_the_key_stands_alone_under_many():
    """Of six signs on A5 the last stood alone under five."""
    sides = [{"id": side, "name": side} for side in ("long", "short", "last")]
    dates = {"long": "1900-1905", "short": "c. 1906-1909", "last": "1911"}
    points = [{"side": side, "title": side, "text": "It was.", "date": date} for side, date in dates.items()]
    content = {"title": "T", "sides": sides, "points": points, "events": [{"date": "1912", "title": "End"}]}
    document = compose(Pack.model_validate(content), Options(paper=Paper.A5), [timeline.SECTION], [])
    meanings = [*dates, "other events", "in or over these years", "approximate"]
    rows = [run.y for _, run in text_runs(document) if run.text in meanings and isinstance(run.tag, Furniture)]
    assert sorted(Counter(rows).values()) == [2, 4]


@pytest.mark.parametrize(
    ("dates", "signs"),
    [(["1912"], 1), (["3 May 1912"], 0), (["1912-1914"], 1), (["c. 1912-1914", "3 May 1920"], 1)],
)
def test_the_key_has_the_sign_of_an_event_that_lasts(dates, signs):
    """Of two sides and events, only the bars of the sides were in the key."""
    sides = {"advantage": "1900-1905", "disadvantage": "1907-1909"}
    points = [{"side": side, "title": side, "text": "It was.", "date": date} for side, date in sides.items()]
    happened = [{"date": date, "title": "What happened"} for date in dates]
    content = Pack.model_validate({"title": "T", "points": points, "events": happened})
    document = compose(content, Options(paper=Paper.A4), [timeline.SECTION], [])
    ((page, meaning),) = [(page, run) for page, run in text_runs(document) if run.text == "other events"]
    lines = [item for item in page.items if isinstance(item, Rule) and item.y0 == item.y1]
    ends = [line.x1 for line in lines if 0 < line.y1 - meaning.y < meaning.size]
    assert len([end for end in ends if 0 < meaning.x - end < 10]) == signs
