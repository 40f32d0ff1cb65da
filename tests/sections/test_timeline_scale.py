"""The scale of a timeline follows its span: days in a week, months in a year, centuries in an age, at round units."""

import re

import pytest
from laws import every_tag, keeps_the_laws, spoken
from packs import all_pairs
from pydantic import ValidationError
from timelines import SCALES, band_names, events, point

from studypack.layout.page import CAPITALS, Rule, TextRun
from studypack.layout.style import INK
from studypack.layout.tag import Furniture
from studypack.model.choices import Paper, Profile
from studypack.model.content import Pack
from studypack.model.dates.english import NBSP
from studypack.model.options import Options
from studypack.model.section_modes import TableModes, TimelineModes
from studypack.output.compose import compose
from studypack.sections import cover, table, timeline

JULY = ["Tue 28 July", "Wed 29 July", "Thu 30 July", "Fri 31 July"]
AUGUST = ["Sat 1 Aug", "Sun 2 Aug", "Mon 3 Aug", "Tue 4 Aug"]


def pack_of(content):
    return Pack.model_validate({"title": "A pack", **content})


def drawn(content, section=timeline, **options):
    return compose(pack_of(content), Options(**options), [section.SECTION], [section.SECTION])


@pytest.mark.parametrize(
    ("scale", "names"),
    [
        ("a day", [f"{hour:02}.00" for hour in range(4, 18)]),
        ("a week", JULY + AUGUST),
        ("a term", ["29 Aug 1938", "5 Sept", "12 Sept", "19 Sept", "26 Sept", "3 Oct"]),
        ("a reign", [str(year) for year in range(1547, 1554)]),
        ("four centuries", ["1450", "1500", "1550", "1600", "1650", "1700", "1750", "1800", "1850"]),
        ("ten thousand years", ["10,000 BC", "5000 BC", "AD 1"]),
        ("ages", [f"{age} million" for age in (600, 500, 400, 300, 200, 100)]),
        ("an order without dates", [f"Day {day}" for day in range(1, 15)]),
    ],
)
def test_the_band_is_named_in_the_units_of_its_span(scale, names):
    assert [name.replace(NBSP, " ") for name in band_names(drawn(SCALES[scale]))][: len(names)] == names


@pytest.mark.parametrize(
    ("scale", "section", "profile"),
    [
        ("four centuries", timeline, Profile.STANDARD),
        ("four centuries", timeline, Profile.CLEAR),
        ("ages", timeline, Profile.STANDARD),
        ("four centuries", cover, Profile.STANDARD),
    ],
)
def test_the_name_of_a_moment_stands_on_its_line(scale, section, profile):
    """Beside it, it would stand under the sign of another moment."""
    across = profile is Profile.STANDARD
    document = drawn(SCALES[scale], section, profile=profile)
    named = 0
    for page in document.pages:
        rules = [item for item in page.items if isinstance(item, Rule) and item.color == INK]
        ticks = {rule.x0 if across else rule.y0 for rule in rules if rule.thickness > 0.6}
        for run in (item for item in page.items if isinstance(item, TextRun)):
            if not re.fullmatch("1[5-9][05]0|[1-6]00.million", run.text):
                continue
            middle = run.x + run.width / 2 if across else run.y + CAPITALS * run.size / 2
            assert min(abs(middle - tick) for tick in ticks) < 0.5, run.text
            named += 1
    assert named >= 3


@pytest.mark.parametrize(
    ("scale", "names"),
    [
        ("a day", ["04.00", "06.00", "09.00", "12.00", "15.00"]),
        ("a week", ["28 July 1914", "29 July", "30 July", "31 July", "1 Aug", "2 Aug", "3 Aug", "4 Aug"]),
        ("a term", ["Sept 1938", "Oct", "Nov", "Dec"]),
        ("a reign", [str(year) for year in range(1547, 1554)]),
        ("four centuries", ["1492", "1550", "1600", "1650", "1700", "1750", "1800", "1850"]),
        (
            "ages",
            [
                "400 million years ago",
                "300 million years ago",
                "200 million years ago",
                "100 million years ago",
            ],
        ),
        ("an order without dates", ["Day 1", "Day 6", "Day 11"]),
        ("ten thousand years", ["10,000 BC", "8000 BC", "6000 BC", "4000 BC", "2000 BC", "AD 1"]),
    ],
)
def test_the_cover_names_the_same_units(scale, names):
    """Fewer of them, where its small band has no room."""
    (page, *_) = drawn(SCALES[scale], cover).pages
    runs = [
        item for item in page.items if isinstance(item, TextRun) and (item.size, item.tag) == (9, Furniture.MARKING)
    ]
    assert [run.text.replace(NBSP, " ") for run in sorted(runs, key=lambda run: run.x)] == names


@pytest.mark.parametrize(
    ("scale", "mode", "evenly", "profile", "paper"),
    all_pairs(
        tuple(SCALES),
        ("full", "dates-blank", "labels-blank", "cut"),
        (False, True),
        tuple(Profile),
        (Paper.A4, Paper.A5),
    ),
)
def test_every_scale_is_drawn_in_every_way(scale, mode, evenly, profile, paper):
    modes = TimelineModes(mode=mode, scale="even" if evenly else "true")
    document = drawn(SCALES[scale], timeline=modes, profile=profile, paper=paper)
    keeps_the_laws(document)
    words = spoken(document)
    for number in range(len(SCALES[scale]["points"]) + len(SCALES[scale]["events"])):
        assert f"What happened {number}" in words


@pytest.mark.parametrize(
    ("period", "dates", "says"),
    [
        ("28 July 1914/4 August 1914", ["28 July 1914", "4 August 1914"], "28 July 1914 to 4 August 1914"),
        (None, ["28 July 1914, 11 am", "28 July 1914, 2 pm"], "28 July 1914, 11:00 to 15:00"),
        (None, ["28 July 1914, 11 am", "29 July 1914"], "28 July 1914, 09:00 to 30 July 1914, 00:00"),
        (None, ["66 million years ago", "300,000 years ago"], "70 million years ago to today"),
        (None, ["Day 3", "Week 2"], "Day 3 to Day 14"),
        (None, ["28 July 1914", "4 August 1914"], "28 July 1914 to 4 August 1914"),
        ("July 1914", ["28 July 1914"], "29 June 1914 to 2 August 1914"),
        (None, ["16 March 1921"], "28 February 1921 to 3 April 1921"),
        (None, ["March 1914", "after May 1914"], "March 1914 to June 1914"),
        (None, ["28 July 1914", "from 30 July 1914", "2 August 1914"], "28 July 1914 to 2 August 1914"),
        (None, ["September 1938", "June 1939"], "September 1938 to June 1939"),
        (None, ["1914"], "January 1914 to December 1914"),
        ("1914", ["28 July 1914"], "January 1914 to December 1914"),
        (None, ["1914", "from 1916"], "1914 to 1916"),
        (None, ["January 1914", "December 1916"], "1914 to 1916"),
    ],
)
def test_a_timeline_spans_its_dates_and_its_period(period, dates, says):
    """In whole days, months or years; a part of a cell of weeks belongs to it, too."""
    content = {"points": [point(date) for date in dates], **({"period": period} if period else {})}
    figures = [tag.alt for tag in every_tag(drawn(content).root) if tag.kind == "Figure"]
    found = [
        re.fullmatch(r"Timeline, (.+?)(?: to (.+?))?(?:\. \d+ dates? follows?\.|: nothing dated\.)", alt)
        for alt in figures
    ]
    first, last = found[0][1], found[-1][2] or found[-1][1]
    assert (first if first == last else f"{first} to {last}").replace(NBSP, " ") == says


@pytest.mark.parametrize(
    ("dates", "asks", "answers"),
    [
        (
            ("28 July 1914", "29 July 1914", "4 August 1914"),
            "write the day and the month.",
            "the day and the month are",
        ),
        (("May 1914", "June 1914", "12 July 1914"), "the month at least, and the day if you can tell", "the month is"),
        (("28 July 1914, 11 am", "28 July 1914, 11.10"), "write the day and the time.", "the day and the time are"),
        (("Day 1", "Day 3"), "write the day.", "the day is"),
        (("66 Ma", "252 Ma"), "write how many years ago.", "how many years ago is"),
        (("1911", "1914", "May 1921"), "the year at least, and the month if you can tell", "the year is"),
    ],
)
def test_pupils_are_asked_for_dates_as_close_as_the_scale(dates, asks, answers):
    pack, options = pack_of(events(*dates)), Options(timeline=TimelineModes(mode="dates-blank"))
    sheet = drawn(events(*dates), timeline=TimelineModes(mode="dates-blank"))
    assert asks in spoken(sheet)
    (owed,) = timeline.SECTION.answers(pack, options)
    assert owed.title == f"Timeline: the dates ({answers} enough)"


def test_a_month_among_days_is_drawn_as_a_span_and_among_years_as_a_moment():
    days = drawn(events("1 July 1914", "July 1914", "20 July 1914"))
    years = drawn(events("1914", "July 1914", "1916"))
    assert "in or over this time" in " ".join(
        run.text for page in days.pages for run in page.items if isinstance(run, TextRun)
    )
    pack = pack_of(events("1914", "July 1914", "1916"))
    assert [item.is_moment for item in timeline.dated(pack)] == [False, True, False]
    assert years.pages


@pytest.mark.parametrize(
    ("scale", "span", "strips"),
    [
        ("a week", "1 week", ["28 July 1914 to 2 August 1914", "3 August 1914 to 4 August 1914"]),
        (
            "a day",
            "6 hours",
            [
                "3 July 1863, 04:00 to 10:00",
                "3 July 1863, 10:00 to 16:00",
                "3 July 1863, 16:00 to 18:00",
            ],
        ),
        ("an order without dates", "1 week", ["Day 1 to Day 7", "Day 8 to Day 14"]),
        ("a week", "4 days", ["28 July 1914 to 31 July 1914", "1 August 1914 to 4 August 1914"]),
        ("a term", "2 months", ["September 1938 to October 1938", "November 1938 to December 1938"]),
        ("a reign", "3", ["1547 to 1549", "1550 to 1552", "1553"]),
        ("a reign", "1 decade", ["1547 to 1549", "1550 to 1553"]),
        (
            "four centuries",
            "1 century",
            ["1490 to 1499", "1500 to 1599", "1600 to 1699", "1700 to 1799", "1800 to 1889"],
        ),
        ("four centuries", "2 centuries", ["1400 to 1599", "1600 to 1799", "1800 to 1899"]),
        ("ten thousand years", "5 millennia", ["10,000 BC to 5001 BC", "5000 BC to 1 BC", "AD 1 to 1999"]),
    ],
)
def test_the_time_of_a_strip_can_be_set(scale, span, strips):
    """A century begins at its round year, a week on Monday."""
    document = drawn(SCALES[scale], timeline=TimelineModes(span=span))
    alts = [tag.alt.replace(NBSP, " ") for tag in every_tag(document.root) if tag.kind == "Figure"]
    assert [re.match(r"Timeline, (.+?)(\.|: nothing)", alt)[1] for alt in alts] == strips


@pytest.mark.parametrize(
    ("typed", "years", "written"),
    [
        ("10", 10, "10 years"),
        (10, 10, "10 years"),
        ("1 year", 1, "1 year"),
        ("2 Weeks", 14 / 365.2425, "2 weeks"),
        ("2-weeks", 14 / 365.2425, "2 weeks"),
        ("6 hours", 0.25 / 365.2425, "6 hours"),
        ("1 century", 100, "1 century"),
        ("2centuries", 200, "2 centuries"),
        ("1 millennium", 1000, "1 millennium"),
        ("10,000 years", 10_000, "10000 years"),
        ("5 million years", 5_000_000, "5000000 years"),
    ],
)
def test_a_length_of_time_is_read(typed, years, written):
    span = TimelineModes(span=typed).span
    assert (span.years, str(span)) == (pytest.approx(years), written)


@pytest.mark.parametrize(
    "typed", ["0", "-1", "ten years", "3 fortnights", "1.5 years", "", "years", True, "99999999999999"]
)
def test_what_is_no_length_of_time_is_refused(typed):
    with pytest.raises(ValidationError):
        TimelineModes(span=typed)


def test_a_strip_is_not_so_short_that_there_would_be_thousands():
    options = Options(timeline=TimelineModes(span="1 day"))
    pack = pack_of(SCALES["four centuries"])
    ((message, hint),) = timeline.SECTION.warnings(pack, options)
    assert "145,002" in message
    assert hint.endswith("timeline.span=1-decade")
    assert len(compose(pack, options, [timeline.SECTION], [timeline.SECTION]).pages) == 1


@pytest.mark.parametrize("dates", [("Day 3", "1921"), ("1921", "Week 2"), ("Day 1", "66 million years ago")])
def test_no_axis_has_days_of_an_order_and_of_the_calendar(dates):
    content = {"title": "T", "period": dates[0], **events(*dates)}
    with pytest.raises(ValidationError, match="counts from a start"):
        Pack.model_validate(content)


def test_rows_of_dates_are_those_of_the_scale():
    sides = ("advantage", "disadvantage")
    content = {"points": [point(f"{day} July 1914", f"On day {day}", sides[day % 2]) for day in (1, 1, 2, 9)]}
    words = spoken(drawn(content, table, table=TableModes(mode="paired", by="date"))).replace(NBSP, " ")
    assert [day for day in ("1 July 1914", "2 July 1914", "9 July 1914") if day not in words] == []
    assert (
        spoken(
            drawn(
                {"points": [point("Day 3"), point("Day 4", side=sides[1])]},
                table,
                table=TableModes(mode="paired", by="date"),
            )
        ).count("BC")
        == 0
    )


@pytest.mark.parametrize(
    ("dates", "shown", "head"),
    [
        (
            ("28 July 1914", "c. 30 July 1914", "after 1 August 1914"),
            ("28 July", "c. 30 July", "after 1 Aug"),
            "28 July – ",
        ),
        (("July 1914", "2–3 August 1914", "4 September 1914"), ("July", "2–3 Aug", "4 Sept"), "July–September 1914."),
        (("3 July 1863, 4.30 am", "3 July 1863, 1–3 pm"), ("4.30 am", "1–3 pm"), "3 July 1863."),
        (("30 December 1938", "2 January 1939"), ("30 Dec 1938", "2 Jan 1939"), "30 December 1938 – 2 January 1939."),
        (("Day 1", "Day 3"), ("Day 1", "Day 3"), ""),
        (("1914", "July 1914", "1916"), ("1914", "July 1914", "1916"), ""),
    ],
)
@pytest.mark.parametrize("scale", ["true", "even"])
def test_labels_leave_out_what_the_head_says_of_all(dates, shown, head, scale):
    document = drawn(events(*dates), timeline=TimelineModes(scale=scale))
    words = spoken(document).replace(NBSP, " ")
    assert head in words
    assert [item.short.replace(NBSP, " ") for item in timeline.dated(pack_of(events(*dates)))] == list(shown)
    assert [date for date in shown if f"{date} What" not in words and scale == "true"] == []


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("section", [timeline, cover])
@pytest.mark.parametrize(
    "dates",
    [
        ("Minute 3", "Day 311", "Week 12", "Year 301"),
        ("Hour 124", "Month 129", "Day 3", "Week 4"),
        ("9999 BC", "AD 1", "5000 BC", "60,000 BC"),
        ("4.6 billion years ago", "1,000 years ago", "66 Ma", "10,000 years ago"),
    ],
    ids=["minutes to years", "hours to years", "to AD 1", "ages"],
)
def test_what_is_very_long_and_very_short_has_one_scale(dates, section, profile):
    keeps_the_laws(drawn(events(*dates), section, profile=profile))
    content = events(*dates)
    if section is timeline:
        words = spoken(drawn(content, profile=profile))
        assert all(f"What happened {number}" in words for number in range(4))
