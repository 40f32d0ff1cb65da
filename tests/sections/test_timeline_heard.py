"""The cover, the contents and the timeline as a screen reader says them, from the PDF."""

import re

import pytest
from timelines import SCALES, STRESS, point

from studypack.model.choices import Paper, Profile
from studypack.model.content import Pack
from studypack.model.options import Flags
from studypack.output.build import render
from tests.transcript import heard

CONTENT = {
    "title": "Two powers",
    "subject": "History",
    "level": "A-level",
    "period": "1917/1922",
    "sides": {"disadvantage": {"name": "Losses", "says": "What was lost"}},
    "points": [
        point("16 March 1921", "Trade agreement"),
        point("1919/1920", "Agitation", "disadvantage"),
        point("from 1921", "A long loan"),
        point(None, "A hope"),
    ],
    "events": [
        {"date": "c. 1918", "title": "A rising"},
        {"date": "until 1917", "title": "The old order"},
        {"date": "April/May 1922", "title": "Talks"},
    ],
}
SMALL = Pack.model_validate(CONTENT)
ROME = Pack.model_validate(
    {"title": "Rome", "events": [{"date": date, "title": f"In {date}"} for date in ("753 BC", "44 BC", "AD 476")]}
)
SPRING = Pack.model_validate(
    {
        "title": "A spring",
        "points": [point(f"{3 + 2 * n} {month} 1914") for n in range(7) for month in ("March", "May")],
    }
)


def on(scale):
    return Pack.model_validate({"title": "A pack", **SCALES[scale]})


def lines_of(pack, *settings, sections=("timeline",), **flags):
    (made, *_) = render(pack, Flags(sections=sections, settings=settings, **flags), "pack")
    return heard(made.data)


DATES, LABELS, CUT = (f"timeline.mode={mode}" for mode in ("dates-blank", "labels-blank", "cut"))
EVEN = "timeline.scale=even"
NAMES = "4 lines to write on: Name, Class, Date and Score, out of 6."
FULL = (
    "The dates in order of time: points with their side and number, and other events.",
    "• until 1917: The old order",
    "• circa 1918: A rising",
    "• 1919 to 1920: Agitation, Losses 1",
    "• from 1921: A long loan, Advantage 2",
    "• 16 March 1921: Trade agreement, Advantage 1",
    "• April to May 1922: Talks",
    "Not dated: Advantage 3, A hope.",
)
ON_SCALE = (
    NAMES,
    "Write the date of each event, at least the year, and the month if you can tell. The events are in order of time. "
    "Each has a number, its place on the scale, where a year stands for its start, and a line to write its date on.",
    "• Date 1, until the end of 1917: The old order",
    "• Date 2, roughly from the start to the end of 1918: A rising",
    "• Date 3, from the start of 1919 to the end of 1920: Agitation, Losses 1",
    "• Date 4, from the start of 1921 on: A long loan, Advantage 2",
    "• Date 5, between 1921 and 1922, in the first quarter: Trade agreement, Advantage 1",
    "• Date 6, between 1922 and 1923, in the second quarter: Talks",
    "Not dated: Advantage 3, A hope.",
)
NOT_TO_SCALE = (
    NAMES,
    "Write the date of each event, at least the year. The events are in order of time. Each has a number and a line to "
    "write its date on.",
    "picture: Timeline. 6 dates follow.",
    "list of 6",
    "• Date 1: The old order",
    "• Date 2: A rising",
    "• Date 3: Agitation, Losses 1",
    "• Date 4: A long loan, Advantage 2",
    "• Date 5: Trade agreement, Advantage 1",
    "• Date 6: Talks",
    "Not dated: Advantage 3, A hope.",
)
EVENTS = (
    NAMES,
    "The dates in order of time. Each has a number and lines to write on. Say what happened then: write the words from "
    "the list that follows, or their letter.",
    "• Event 1, until 1917:",
    "• Event 2, circa 1918:",
    "• Event 3, 1919 to 1920, Losses:",
    "• Event 4, from 1921, Advantages:",
    "• Event 5, 16 March 1921, Advantages:",
    "• Event 6, April to May 1922:",
    "heading 2: Choose from",
    "list of 6",
)
CARDS = (
    NAMES,
    "Put the cards in order of time, by when each began, and date those that you can: cut them out, or list their letters. Write their "
    "letters, in order, in the boxes.",
    "6 boxes for the letters, numbered",
    "list of 6",
    "Date:",
)
SAYS = {
    "full": ((), FULL),
    "full, not to scale": ((EVEN,), FULL),
    "dates": ((DATES,), ON_SCALE),
    "dates, not to scale": ((DATES, EVEN), NOT_TO_SCALE),
    "events": ((LABELS,), EVENTS),
    "events, not to scale": ((LABELS, EVEN), EVENTS),
    "cards": ((CUT,), CARDS),
}


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("name", SAYS)
def test_every_timeline_says_in_words_what_it_shows(name, profile):
    settings, lines = SAYS[name]
    said = lines_of(SMALL, *settings, profile=profile)
    assert said[0] == "heading 1: Part 1: Timeline"
    assert "• other events" not in said, "the key to the signs is for the eye"
    rest = iter(said)
    assert [line for line in lines if line not in rest] == [], said


@pytest.mark.parametrize(
    ("pack", "says"),
    [
        (
            ROME,
            ("Timeline, 1000 BC to 499. 3 dates follow.", "Date 1, between 800 BC and 700 BC", "between 400 and 500"),
        ),
        (
            SPRING,
            ("Timeline, March 1914 to May 1914. 14 dates follow.", "Date 8, between May 1914 and June 1914: A treaty"),
        ),
        (
            on("a day"),
            (
                "where an hour stands for its start",
                "Date 1, between 3 July 1863, 04:30 and 04:45: ",
                "Date 3, from 3 July 1863, 13:00 to 15:00: ",
            ),
        ),
        (
            on("ages"),
            (
                "Timeline, 600 million years ago to today. 5 dates follow.",
                "Date 2, roughly between 380 million years ago and 370 million years ago: ",
                "Date 5, between 10 million years ago and today: ",
            ),
        ),
        (
            on("an order without dates"),
            ("Date 1, between Day 1 and Day 2: ", "Date 3, from the start of Day 5 to the end of Day 7: "),
        ),
    ],
    ids=["centuries", "months", "hours", "ages", "days of an order"],
)
def test_a_date_stands_between_lines_of_its_own_scale(pack, says):
    words = "\n".join(lines_of(pack, DATES)).replace("\u00a0", " ")
    assert [each for each in says if each not in words] == [], words


@pytest.mark.parametrize(
    ("mode", "says"),
    [
        (DATES, "in the first quarter: (edit: date 5: between 1921 and 1922, in the first quarter: Trade agreement)"),
        (LABELS, "Event 5, 16 March 1921, Advantages: (edit: event 5: 16 March 1921)"),
        (CUT, ", date: Trade agreement)"),
    ],
)
def test_a_field_says_what_it_is_for_and_leaves_what_stands_before_it_to_be_heard(mode, says):
    said = lines_of(SMALL, mode, fillable=True)
    assert sum(says in line for line in said) == 1, said


def test_each_picture_of_a_timeline_without_a_scale_says_its_years_but_where_they_are_asked(shipped):
    def pictures(*settings):
        said = lines_of(shipped, *settings, profile=Profile.LARGE, paper=Paper.A5)
        return [line for line in said if line.startswith("picture: ")]

    assert pictures()[:2] == [
        "picture: Timeline, 1917 to 1920. 4 dates follow.",
        "picture: Timeline, 1919 to 1923. 6 dates follow.",
    ]
    assert pictures(DATES, EVEN)[1] == "picture: Timeline. 5 dates follow."


@pytest.mark.parametrize("mode", [CUT, LABELS])
def test_letters_of_cards_are_said_apart(mode):
    events = [{"date": str(1900 + number), "title": f"In {1900 + number}"} for number in range(28)]
    said = "\n".join(lines_of(Pack.model_validate({"title": "A century", "events": events}), mode))
    wanted = ("• Card Z: | In", "• Card A B: | In") if mode == CUT else ("• Z | In", "• A B | In")
    assert [each for each in wanted if each not in said] == [], said


@pytest.mark.parametrize("profile", list(Profile))
def test_each_picture_is_followed_by_as_many_dates_as_it_says(profile):
    said = lines_of(Pack.model_validate({"title": "A pack", **STRESS["like the shipped pack"]}), profile=profile)
    pictures = [(at, line) for at, line in enumerate(said) if line.startswith("picture: ")]
    assert pictures
    for at, line in pictures:
        found = re.search(r"(\d+) dates? follows?\.$", line)
        assert said[at + 1] == f"list of {found[1]}"


def test_the_cover_opens_with_the_title_and_its_small_timeline_is_not_heard():
    assert lines_of(SMALL, sections=("cover",)) == [
        "heading 1: Two powers",
        "Study pack, History, A-level",
        "1917 to 1922",
        "3 advantages, of which 1 undated",
        "Losses: 1",
        "Name:",
        "Class:",
        "Teacher:",
    ]


@pytest.mark.parametrize(("paper", "runs_on"), [(Paper.A4, 2), (Paper.A5, 3)])
def test_the_contents_part_numbers_from_titles_and_say_what_a_mark_means(paper, runs_on):
    said = lines_of(SMALL, sections=("contents", "timeline", "table"), paper=paper)
    key = said[: said.index("heading 1: Part 1: Timeline")]
    assert [line for line in key if "(link)" in line and "Part" in line] == [
        "Part 1: Timeline, page 2 (link)",
        f"Part 2: Advantages and Losses, page {runs_on} (link)",
    ]
    assert [line.strip() for line in key if "•" in line] == [
        "• Advantage 3 (link) | The point with this number under Advantages, wherever the pack speaks of it, "
        f"page {runs_on}",
        "• Losses 1 (link) | What was lost. The point with this number under Losses, wherever the pack speaks of it, "
        f"page {runs_on}",
    ]
