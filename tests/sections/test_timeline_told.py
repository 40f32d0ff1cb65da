"""What the author says of events: printed under the timeline, on cards, heard after its date, and never on a pupil's sheet."""

import pytest
from laws import every_tag, keeps_the_laws, spoken, text_runs
from packs import all_pairs
from timelines import point

from studypack.base.resources import shipped_content_folder
from studypack.model.choices import Paper, Profile, ThemeName
from studypack.model.content import Pack
from studypack.model.options import Flags, Options
from studypack.model.section_modes import FlashcardModes, TimelineModes
from studypack.output.build import render
from studypack.output.compose import compose
from studypack.reading.load import load
from studypack.sections import flashcards, overview, timeline
from studypack.sections.flashcards.card_texts import card_texts
from tests.transcript import heard

CONTENT = {
    "title": "Weimar",
    "points": [point("1919", "A constitution"), point("1923", "Inflation", "disadvantage")],
    "events": [
        {"date": "28 June 1919", "title": "Versailles", "text": "All *colonies* were lost."},
        {
            "date": "9 November 1918",
            "title": "A republic",
            "text": "Two were proclaimed:\n\n- one by day\n- one by night",
        },
        {"date": "1925", "title": "Hindenburg"},
    ],
}
SMALL = Pack.model_validate(CONTENT)
TEXTS = ("Two were proclaimed:", "one by day", "one by night", "colonies", "were lost.")


def set_timeline(pack, **options):
    return compose(pack, Options(**options), [timeline.SECTION], [timeline.SECTION])


@pytest.mark.parametrize(("profile", "paper", "scale"), all_pairs(Profile, Paper, ("true", "even")))
def test_the_texts_stand_in_order_of_time_under_the_timeline(profile, paper, scale):
    document = set_timeline(SMALL, profile=profile, paper=paper, timeline=TimelineModes(scale=scale))
    keeps_the_laws(document)
    words = spoken(document)
    places = [words.index(each) for each in TEXTS]
    assert places == sorted(places)
    assert places[0] > words.index("Hindenburg")


@pytest.mark.parametrize("section", [overview, timeline])
@pytest.mark.parametrize("profile", list(Profile))
def test_a_date_keeps_its_distance_from_what_happened(section, profile):
    """However wide it is: as wide as the column of dates, a little more, or much more."""
    for ago in ("5", "66", "1.234"):
        events = [{"date": f"vor {ago} Millionen Jahren", "title": "Ein Ereignis", "text": "Was geschah."}]
        pack = Pack.model_validate({"title": "T", "language": "de", "events": events})
        options = Options(profile=profile)
        document = compose(pack, options, [section.SECTION], [section.SECTION])
        runs = [(page, run.box) for page, run in text_runs(document)]
        titles = [(page, run.box) for page, run in text_runs(document) if run.text.startswith("Ein")]
        beside = [
            title[0] - date[2]
            for page, title in titles
            for other, date in runs
            if other is page and date[2] < title[0] and abs(date[1] - title[1]) < 1
        ]
        assert beside
        assert min(beside) > 1.5, "at the least a blank"


@pytest.mark.parametrize("profile", list(Profile))
def test_many_long_texts_go_on_over_pages(profile):
    events = [{"date": str(1900 + n), "title": f"Event {n}", "text": f"Word{n} " + "and more " * 60} for n in range(20)]
    document = set_timeline(Pack.model_validate({"title": "T", "events": events}), profile=profile)
    keeps_the_laws(document)
    assert [n for n in range(20) if f"Word{n} " not in spoken(document)] == []


def test_no_text_goes_on_alone_on_the_last_page():
    document = set_timeline(load(shipped_content_folder() / "roman-republic.yaml").pack, theme=ThemeName.PRIMARY)
    *_, page = document.pages
    words = " ".join(run.text for on, run in text_runs(document) if on is page)
    assert "Octavian is named Augustus" in words
    assert "calendar begins" in words


@pytest.mark.parametrize("mode", ["dates-blank", "labels-blank", "cut"])
def test_a_pupil_s_sheet_does_not_say_them(mode):
    words = spoken(set_timeline(SMALL, timeline=TimelineModes(mode=mode)))
    assert [each for each in TEXTS if each in words] == []


def test_a_text_is_heard_after_its_date():
    (made, *_) = render(SMALL, Flags(sections=("timeline",)), "pack")
    said = heard(made.data)
    at = said.index("heading 2: What happened")
    assert said[at + 1 : at + 4] == ["list of 2", "• 9 November 1918: | A republic", "Two were proclaimed:"]
    assert "• 28 June 1919: | Versailles" in said[at:]


def test_a_timeline_without_texts_has_no_list_of_them():
    content = {**CONTENT, "events": [{"date": "1925", "title": "Hindenburg"}]}
    headings = [tag for tag in every_tag(set_timeline(Pack.model_validate(content)).root) if tag.kind == "H2"]
    assert headings == []


def test_an_event_with_a_text_has_a_card_that_asks_for_its_date():
    cards = card_texts(SMALL, Options())
    assert [(card.front[0].text, card.answer[0].text) for card in cards[2:]] == [
        ("Versailles", "28\u00a0June 1919"),
        ("A republic", "9\u00a0November 1918"),
    ]
    assert card_texts(SMALL, Options(flashcards=FlashcardModes(from_points=False))) == []
    words = spoken(compose(SMALL, Options(), [flashcards.SECTION], [flashcards.SECTION]))
    assert [each for each in TEXTS if each not in words] == []


def test_cards_can_be_of_events_alone():
    assert flashcards.SECTION.applies(Pack.model_validate({**CONTENT, "points": []}))
    events = [{"date": "1925", "title": "Hindenburg"}]
    assert not flashcards.SECTION.applies(Pack.model_validate({**CONTENT, "points": [], "events": events}))
