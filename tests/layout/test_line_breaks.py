"""Lines that an author ends: they end there on every page, and are copied, and heard, as words apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws import keeps_the_laws, text_runs
from packs import IN_EVERY_PROFILE, pack, point

from studypack.base.styled_text import LINE_BREAK
from studypack.layout.fonts import Family, face
from studypack.layout.style import Style
from studypack.layout.tag import Tag
from studypack.layout.text import Run, Words
from studypack.model.options import Options
from studypack.output.compose import compose
from studypack.pdf.tagged import pdf_bytes
from studypack.sections import SECTIONS
from tests.test_extraction import with_pdfium, with_poppler

LONG = "that goes on for long enough to be broken by any column that it stands in, and for some more words yet"
VERSE = pack(
    points=[point(f"P: A point {LONG}.\nE: {{{{Proof}}}} of it.\nL: So it is.\n\nA verse\\\nof two lines.", id="a")],
    glossary=[{"term": "Haiku", "meaning": "An old pond\\\nA frog jumps in"}],
    evaluation={"paragraphs": [[{"move": "judgement", "text": f"No {LONG}\\\nOr yes."}]]},
    flashcards=[{"front": "What\\\nis it?", "back": "A\\\nfrog"}],
)
OPENING = ("P:", "E:", "L:", "of two", "A frog", "Or yes", "is it?", "frog")


@IN_EVERY_PROFILE
def test_they_end_where_they_are_ended_in_every_section(profile):
    sections = [each for each in SECTIONS if each.applies(VERSE)]
    document = compose(VERSE, Options(profile=profile), sections, SECTIONS)
    keeps_the_laws(document)
    found = dict.fromkeys(OPENING, 0)
    for page in document.pages:
        runs = [run for _, run in text_runs(document) if run in page.items]
        for run in runs:
            for opening in found:
                if run.text.startswith(opening):
                    beside = [each for each in runs if each.y == run.y and 0 < run.x - each.x - each.width < 12]
                    assert not [each for each in beside if each.tag is run.tag], run.text
                    found[opening] += 1
    assert all(found.values()), found


@pytest.mark.parametrize("text_read", [with_pdfium, with_poppler])
def test_what_ends_a_line_and_what_begins_the_next_are_words_apart(text_read):
    table = [each for each in SECTIONS if each.name == "table"]
    read = text_read(pdf_bytes(compose(VERSE, Options(), table, SECTIONS))).split()
    assert {"yet.", "E:", "it.", "L:", "verse", "of"} <= set(read)


STYLE = Style(face(Family.SERIF), 10, 14)


@given(
    st.lists(st.lists(st.text("abc", min_size=1, max_size=9), max_size=12).map(" ".join), min_size=1, max_size=6),
    st.integers(40, 300),
)
def test_no_line_goes_over_a_break_and_no_word_is_lost(parts, width):
    words = Words([Run(LINE_BREAK.join(parts), STYLE, Tag("P"))])
    words, _ = words.fitted(width)
    lines = words.evened(words.lines(width), width)
    assert [line.first for line in lines[1:]] == [line.last for line in lines[:-1]]
    assert not lines or (lines[0].first, lines[-1].last) == (0, len(words))
    ends = {line.last for line in lines}
    assert set(words._opening) - {0} <= ends | {len(words)}
