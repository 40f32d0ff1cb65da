"""A few dates make no timeline: they stand in the overview, unless a timeline is asked for."""

import pytest
from laws import keeps_the_laws, spoken

from studypack.advice.rules import advice
from studypack.model.choices import Profile
from studypack.model.options import Flags
from studypack.output.compose import compose
from studypack.output.resolve import choose, options_for
from studypack.reading.load import read

FEW = "title: T\nevents:\n" + "".join(
    f"  - {{date: {1919 + n}, title: Event {n}, text: 'More of {n}.'}}\n" for n in range(3)
)
FOURTH = "  - {date: 1925, title: Event 3}\n"
SHOWN = ("contents", "overview", "timeline")


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize(
    ("text", "said", "there"),
    [
        (FEW, {}, False),
        (FEW + FOURTH, {}, True),
        (FEW, {"sections": ("contents", "overview", "timeline")}, True),
        (FEW + "pack: {sections: [contents, overview, timeline]}\n", {}, True),
        (FEW + "pack: {timeline: {mode: full, scale: even}}\n", {}, True),
        (FEW, {"settings": ("timeline.scale=even",)}, True),
        (FEW + FOURTH, {"skip": ("timeline",)}, False),
        (FEW, {"skip": ("cover",)}, False),
    ],
)
def test_a_few_dates_have_a_timeline_only_where_it_is_asked_for(text, said, there, profile):
    """What is said of events stands with it, or in the overview: once."""
    pack, flags = read(text.encode(), "weimar.yaml").pack, Flags(profile=profile, **said)
    options = options_for(pack, flags)
    sections = [section for section in choose(pack, options).pack if section.name in SHOWN]
    assert [section.name for section in sections] == ["contents", "overview", *(["timeline"] if there else [])]
    document = compose(pack, options, sections, sections)
    keeps_the_laws(document)
    words = spoken(document)
    assert ("Timeline" in words) == there
    for number in range(3):
        assert words.count(f"Event {number}") >= 1
        assert words.count(f"More of {number}.") == 1


@pytest.mark.parametrize("dates", [2, 3])
def test_who_has_no_timeline_is_not_told_what_is_missing_on_it(dates):
    points = "".join(
        f"  - {{side: advantage, date: {1919 + n}, title: Point {n}, text: 'It was {{{{good}}}}.'}}\n"
        for n in range(dates)
    )
    text = f"title: T\npoints:\n{points}  - {{side: disadvantage, title: Undated, text: 'It was {{{{bad}}}}.'}}\n"
    told = [each.message for each in advice(read(text.encode(), "p.yaml")) if "no date" in each.message]
    assert told == []
    more = "events:\n  - {date: 1930, title: A}\n  - {date: 1931, title: B}\n"
    told = [each.message for each in advice(read((text + more).encode(), "p.yaml")) if "no date" in each.message]
    assert told == ["this point has no date, so it is not on the timeline"]
