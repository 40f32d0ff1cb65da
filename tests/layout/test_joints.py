"""Joints: where a word may go on in the next line, and what is placed, said and copied of it there."""

from itertools import pairwise

import pyphen
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from layout.test_text import BOLD, PLAIN, Blank, set_lines, width_of

from studypack.layout.fonts import Family, face
from studypack.layout.hyphen_patterns import rules_of
from studypack.layout.joints import SOFT_HYPHEN, has_rules, joints
from studypack.layout.page import Frame, Page
from studypack.layout.paragraph import text
from studypack.layout.style import Style
from studypack.layout.text import Run
from studypack.layout.theme import theme_for
from studypack.model.choices import Paper

DIVIDED = Style(face(Family.SERIF), 10, 14, hyphens="en-GB")


def parts(word, language=""):
    """The word with a bar at every joint."""
    places = [0, *(joint.at for joint in joints(word, language)), len(word)]
    return "|".join(word[begin:end] for begin, end in pairwise(places))


def runs_of(content, width):
    page = Page(1, 1000, 1000, Frame(0, 0, 1000, 1000), "")
    text(content, PLAIN).place(page, 0, 900, width)
    return page.items


@pytest.mark.parametrize(
    "word",
    [
        "foreign-|owned,",
        "(Non-|Intervention)",
        "Nazi–|Soviet",
        "l’Union-|soviétique",
        "anti-|Polish-|Soviet",
        "англо-|советский",
        "war—|and",
        "A-level",
        "co-op",
        "mid-1920s",
        "1919–1939",
        "1919–39",
        "ten-day",
        "https://foo-barbaz.example",
        "first-last@example.org",
    ],
)
def test_an_author_s_hyphen_is_a_joint_between_words_but_not_beside_figures_or_short_parts(word):
    assert parts(word.replace("|", "")) == word


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("gov|ern|ment,", "en-GB"),
        ("nation|al|isa|tion", "en-GB"),
        ("for|eign-owned", "xx"),
        ("for|eign-owned", ""),
        ("Regie|rung", "en"),
        ("Regie|rungs|er|klä|rung", "de"),
        ("gou|ver|ne|ment", "fr-CA"),
        ("fyl|kes|kom|mune", "no"),
        ("пра|ви|тель|ство", "ru"),
    ],
)
def test_a_language_divides_its_words(word, language):
    shown = parts(word.replace("|", ""), language)
    if language in ("xx", "", "en"):
        assert "|" not in shown.replace("-|", "-")
    else:
        assert shown == word


def test_names_capitals_short_words_and_hyphenated_words_are_not_divided():
    for word in ("Chamberlain", "GOVERNMENT", "treaty’s", "1920s", "about", "McDonald"):
        assert parts(word, "en-GB") == word
    assert parts("government-owned", "en-GB") == "government-|owned"


def test_some_languages_have_no_rules():
    assert [has_rules(language) for language in ("en", "en-AU", "de-CH", "nb", "cy", "tlh")] == [
        True, True, True, True, False, False,
    ]  # fmt: skip


def test_a_word_is_parted_where_its_line_would_else_be_much_too_short():
    words = [Run("the very many foreign-owned firms", PLAIN)]
    assert set_lines(words, width_of("the very many foreign-ow"))[0] == "the very many foreign-"
    long = "the very many and many more of the very largest and most profitable"
    full = [Run(f"{long} foreign-owned firms", PLAIN)]
    assert set_lines(full, width_of(f"{long} foreign-"))[0] == f"{long} "


def test_what_is_said_of_a_parted_word_is_the_whole_word_once():
    runs = runs_of([Run("the very many foreign-owned firms", PLAIN)], width_of("the very many foreign-ow"))
    assert [(run.text, run.said) for run in runs] == [
        ("the very many ", None),
        ("foreign-", "foreign-owned"),
        ("owned ", " "),
        ("firms", None),
    ]
    divided = runs_of([Run("a revolutionary government of all", DIVIDED)], width_of("a revolution-"))
    assert [(run.text, run.said) for run in divided][:3] == [
        ("a ", None),
        (f"revolution{SOFT_HYPHEN}", "revolutionary"),
        ("ary ", " "),
    ]


def test_a_word_that_goes_on_in_another_run_stays_whole():
    for after in (Run("ly", BOLD), Blank()):
        runs = runs_of([Run("the very many foreign-owned", PLAIN), after], width_of("the very many foreign-ow"))
        assert [run.text for run in runs][:2] == ["the very many ", "foreign-owned"]
        assert not any(run.said for run in runs)


def test_a_word_that_is_cut_is_said_whole():
    word = "x" * 60
    runs = runs_of([Run(f"a {word} b", PLAIN)], 100)
    assert [run.said for run in runs if run.said] == [word, *[" "] * (len(runs) - 3)]


def test_a_word_of_several_faces_that_is_cut_says_every_letter_of_its_own():
    clear = Style(face(Family.CLEAR), 10, 14)
    for word in ("я" + "x" * 60, "x" * 60 + "я"):
        runs = runs_of([Run(f"a {word} b", clear)], 100)
        assert "".join(run.said or run.text for run in runs).replace(" ", "") == f"a{word}b"


def test_the_hyphen_takes_its_room():
    for style in (DIVIDED, Style(face(Family.CLEAR), 12, 18, hyphens="en-GB")):
        for width in range(40, 90):
            for run in runs_of([Run("revolutionary governments nationalised everything", style)], width):
                shown = run.text.replace(SOFT_HYPHEN, "-").rstrip()
                assert run.width == pytest.approx(style.face.width(shown, style.size), abs=0.01)
                assert run.x + run.width <= width + 0.02


@settings(deadline=None, max_examples=60)
@given(st.integers(60, 260), st.integers(0, 50))
def test_few_lines_in_succession_end_in_a_hyphen_and_a_paragraph_s_last_word_is_whole(width, start):
    words = ["nationalisation", "of", "revolutionary", "agreements", "government", "the", "interested", "parliamentary"]
    shown = " ".join((words * 8)[start:])
    lines = set_lines([Run(shown, DIVIDED)], width)
    assert "".join(lines).replace(SOFT_HYPHEN, "") == shown
    ends = "".join("-" if line.endswith(SOFT_HYPHEN) else "." for line in lines)
    longest = max(map(width_of, words))
    assert width < longest or ("---" not in ends and lines[-1].endswith(" parliamentary"[-len(lines[-1]) :]))


def test_no_word_goes_on_in_the_next_column():
    words = " ".join(["nationalisation", "government", "agreements"] * 12)
    parted = 0
    for width in range(76, 160, 3):
        whole = text([Run(words, DIVIDED)], PLAIN)
        parted += any(line.endswith(SOFT_HYPHEN) for line in set_lines([Run(words, DIVIDED)], width))
        for room in range(28, int(whole.height(width)), 14):
            split = whole.split(width, room)
            if split:
                page = Page(1, 1000, 1000, Frame(0, 0, 1000, 1000), "")
                split[0].place(page, 0, 900, width)
                # Two lines are the fewest: rather a word in two columns than one line at a column's head.
                assert page.items[-1].text.endswith(" ") or split[1].lines(width) == 2
    assert parted > 10


def test_titles_key_terms_and_answers_stay_whole():
    theme = theme_for(Paper.A4, hyphens="en-GB")
    assert theme.body.hyphens == theme.body.sized(9, 12).hyphens == "en-GB"
    assert not any(style.hyphens for style in (theme.title, theme.heading, theme.body.emphasized(bold=True)))
    assert theme.body.undivided().hyphens == ""


@pytest.mark.parametrize("language", ["en_GB", "de", "fr", "es", "ru", "nb", "el", "eu", "hu"])
def test_patterns_that_are_read_when_they_are_asked_for_divide_like_those_read_at_once(language):
    ours, theirs = rules_of(language), pyphen.HyphDict(pyphen.LANGUAGES[language])
    letters = [each.strip(".") for each in list(theirs.patterns)[:: max(len(theirs.patterns) // 60, 1)]]
    words = ["".join(three) for three in zip(letters, letters[7:], letters[13:], strict=False)]
    assert sum(bool(theirs.positions(word)) for word in words) > 5
    for word in words:
        assert [(place, place.data) for place in ours.positions(word)] == [
            (place, place.data) for place in theirs.positions(word)
        ]
