"""Lines of text: where they break, what stays together, what becomes of words that no line holds."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studypack.layout.face_metrics import MissingGlyphError
from studypack.layout.fonts import Family, face
from studypack.layout.page import Frame, Page, TextRun
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.style import Style
from studypack.layout.text import Run, Words

PLAIN = Style(face(Family.SERIF), 10, 14)
BOLD = PLAIN.voiced(bold=True)


class Blank:
    """An inline box, 40 points wide."""

    width = 40.0

    def __init__(self):
        self.placed = []

    def place(self, page, x, baseline):
        self.placed.append((x, baseline))


def set_lines(content, width):
    """The lines of a paragraph as text, top line first."""
    page = Page(1, 1000, 1000, Frame(0, 0, 1000, 1000), "")
    Paragraph(content, 14).place(page, 0, 1000, width)
    lines = {}
    for item in page.items:
        if isinstance(item, TextRun):
            lines.setdefault(round(item.y, 1), []).append(item.text)
    return ["".join(parts) for _, parts in sorted(lines.items(), reverse=True)]


def width_of(words, style=PLAIN):
    return style.face.width(words, style.size)


def test_a_line_takes_as_many_words_as_fit():
    words = "one two three four"
    assert set_lines([Run(words, PLAIN)], width_of("one two three")) == ["one two three ", "four"]
    assert set_lines([Run(words, PLAIN)], width_of("one two three") - 0.1)[0] == "one two "


def test_only_an_ordinary_space_parts_words():
    narrow = width_of("16\u00a0March")
    assert set_lines([Run("on 16\u00a0March 1921", PLAIN)], narrow) == ["on ", "16\u00a0March ", "1921"]
    assert set_lines([Run("the A-level papers", PLAIN)], width_of("the A-lev")) == ["the ", "A-level ", "papers"]


def test_a_word_that_no_line_holds_is_cut_after_its_hyphen_first():
    narrow = width_of("Anglo-Sov")
    assert set_lines([Run("the Anglo-Soviet pact", PLAIN)], narrow) == ["the ", "Anglo-", "Soviet ", "pact"]


def test_runs_without_a_space_between_them_stay_together():
    content = [Run("the ", PLAIN), Run("debts", BOLD), Run(", and more", PLAIN)]
    assert set_lines(content, width_of("debts", BOLD) + width_of(",") + 1) == ["the ", "debts, ", "and ", "more"]


def test_a_space_between_runs_belongs_to_the_text():
    assert set_lines([Run("one", PLAIN), Run(" ", PLAIN), Run("two", BOLD)], 500) == ["one two"]
    assert set_lines([Run("one", PLAIN), Run(" two", BOLD)], 500) == ["one two"]


def test_an_inline_box_keeps_its_comma():
    blank = Blank()
    content = [Run("a long beginning ", PLAIN), blank, Run(", then more", PLAIN)]
    lines = set_lines(content, width_of("a long beginning ") + 41)
    assert lines == ["a long beginning ", ", then more"]
    assert blank.placed[0][0] == 0


def test_a_word_that_no_line_holds_is_cut_and_whole_again_where_it_fits():
    paragraph = text([Run("a " + "x" * 60 + " b", PLAIN)], PLAIN)
    assert paragraph.lines(100) > 3
    assert paragraph.lines(1000) == 1
    lines = set_lines([Run("a " + "x" * 60 + " b", PLAIN)], 100)
    assert "".join(lines).replace(" ", "") == "a" + "x" * 60 + "b"
    assert all(width_of(line.strip()) <= 100.1 for line in lines)


def test_a_lonely_last_word_gets_company():
    words = "some words that fill the line until the very end of it all, no"
    for width in range(120, 280, 7):
        lines = set_lines([Run(words, PLAIN)], width)
        assert len(lines) == 1 or lines[-1] != "no"


@settings(deadline=None, max_examples=200)
@given(
    st.lists(st.text("abcdefgh-’éДλ", min_size=1, max_size=30), min_size=1, max_size=40),
    st.integers(30, 400),
    st.data(),
)
def test_no_line_is_too_wide_and_no_letter_is_lost(words, width, data):
    content, glued = [], []
    for word in words:
        joiner = data.draw(st.sampled_from([" ", ""]))
        content.append(Run(word + joiner, data.draw(st.sampled_from([PLAIN, BOLD]))))
        glued.append(word + joiner)
    fitted, _ = Words(content).fitted(width)
    assert all(line.width <= width + 0.02 for line in fitted.lines(width))
    assert "".join(set_lines(content, width)).replace(" ", "") == "".join(glued).replace(" ", "")


def test_a_paragraph_splits_with_two_lines_on_each_side():
    words = " ".join(["word"] * 40)
    paragraph = text([Run(words, PLAIN)], PLAIN)
    count = paragraph.lines(100)
    assert count > 6
    for room in range(int(count * 14)):
        parts = paragraph.split(100, room)
        if parts:
            assert parts[0].height(100) <= room
            assert parts[0].height(100) >= 28
            assert parts[1].height(100) >= 28
    assert text([Run("one two three", PLAIN)], PLAIN).split(width_of("three"), 30) is None


def test_the_parts_of_a_split_paragraph_hold_all_its_words():
    words = " ".join(f"w{number}" for number in range(60))
    head, tail = text([Run(words, PLAIN)], PLAIN).split(120, 60)
    page = Page(1, 500, 500, Frame(0, 0, 500, 500), "")
    head.place(page, 0, 500, 120)
    tail.place(page, 0, 250, 120)
    assert "".join(item.text for item in page.items) == words


def test_a_character_that_the_face_lacks_is_set_in_the_fallback():
    clear = Style(face(Family.CLEAR), 10, 14, family=Family.CLEAR)
    page = Page(1, 500, 500, Frame(0, 0, 500, 500), "")
    text([Run("says Ленин so", clear)], clear).place(page, 0, 500, 400)
    assert [(item.text, item.face.name.split("_")[0]) for item in page.items] == [
        ("says ", "AtkinsonHyperlegibleNext"),
        ("Ленин", "SourceSans3"),
        (" so", "AtkinsonHyperlegibleNext"),
    ]
    ends = [item.x + item.width for item in page.items]
    assert all(item.x >= end - 0.01 for end, item in zip(ends, page.items[1:], strict=False))


def test_a_character_that_no_face_has_is_an_error_that_names_it():
    with pytest.raises(MissingGlyphError, match=r"U\+1F600"):
        text([Run("smile 😀", PLAIN)], PLAIN)


SPACED = replace(PLAIN, tracking=0.75)


@pytest.mark.parametrize("styles", [(PLAIN,), (PLAIN, BOLD), (SPACED, PLAIN)], ids=["one run", "two", "tracked"])
@pytest.mark.parametrize("after", [44.0, 70.0, 99.0, 101.0, 300.0])
@pytest.mark.parametrize("longest", [29, 88, 211])
def test_a_word_cut_over_two_pages_keeps_its_letters_in_a_column_of_another_width(longest, after, styles):
    letters = "abcdefghijklmnopqrstuvwxyz" * 8
    paragraph = Paragraph([Run(letters[:longest] + letters, style) for style in styles], 14)
    page = Page(1, 1000, 1000, Frame(0, 0, 1000, 1000), "")
    parts = paragraph.split(100, 3 * 14)
    assert parts is not None
    parts[0].place(page, 0, 1000, 100)
    parts[1].place(page, 0, 900, after)
    assert "".join(item.text for item in page.items) == (letters[:longest] + letters) * len(styles)
