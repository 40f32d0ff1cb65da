"""Small letters above and below the line: where they stand, how large they are, how they are copied and heard."""

import pytest
from laws import keeps_the_laws, text_runs
from packs import IN_EVERY_PROFILE, pack, point

from studypack.model.choices import Profile
from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.model.words import Words
from studypack.output.compose import compose
from studypack.pdf.tagged import pdf_bytes
from studypack.sections import SECTIONS
from tests.pdf.tagged import opened
from tests.test_extraction import with_pdfium, with_poppler
from tests.transcript import transcript

TEXT = "**H~2~O** weighs 18 g mol^-1^; the 19^th^ century; {{hydration}}~n~ by SO~4~^2-^, 1 m^2^ at n^x+1^."
WATER = Pack.model_validate({"title": "A topic", "points": [point(TEXT)]}, context={"say": Words("en-GB", {})})


def table(profile):
    return compose(WATER, Options(profile=profile), [each for each in SECTIONS if each.name == "table"], SECTIONS)


@IN_EVERY_PROFILE
def test_they_stand_above_and_below_the_line_and_are_large_enough(profile):
    document = table(profile)
    keeps_the_laws(document)
    runs = [run for _, run in text_runs(document)]
    at = next(place for place, run in enumerate(runs) if run.text == "H")
    letter, below, after = runs[at : at + 3]
    assert (below.text, after.text.strip()) == ("2", "O")
    assert letter.y - 0.3 * letter.size < below.y < letter.y == after.y
    above = next(run for run in runs if run.text.strip() == "−1")
    assert letter.size * 0.6 < above.size < letter.size
    assert above.y > next(run for run in runs if "weighs" in run.text).y


@pytest.mark.parametrize("text_read", [with_pdfium, with_poppler])
@IN_EVERY_PROFILE
def test_they_are_copied_as_letters_of_their_word(profile, text_read):
    read = set(text_read(pdf_bytes(table(profile))).split())
    assert {"H2O", "mol−1;", "19th", "hydrationn", "m2"} <= read
    # PDFium takes the step from a lowered letter to a raised one, and one at a line's end, for a new line.
    if text_read is with_poppler:
        assert {"SO42−,", "nx+1."} <= read


def test_powers_and_charges_are_heard_as_such():
    with opened(pdf_bytes(table(Options().profile))) as tagged:
        said = " ".join(" ".join(transcript(tagged)).split())
    assert "H2O weighs 18 g mol to the power minus 1; the 19th century; hydrationn by SO4 2 minus, 1 m squared" in said
    assert "n superscript x+1" in said


LINES = pack(
    title="The element *H*~2~O",
    question="Is [CO~2~]{lang=la} *good*?",
    points=[
        point("Iron and a little carbon make {{steel}}.", "**Na^+^** in *Macbeth*", theme="acids, 10^2^", date="1921")
    ],
    glossary=[{"term": "m^2^", "meaning": "An area."}],
    people=[{"name": "*Anon.*", "role": "A poet."}],
)


@IN_EVERY_PROFILE
def test_titles_and_names_keep_their_marks_wherever_they_are_printed(profile):
    sections = [each for each in SECTIONS if each.applies(LINES) and not each.is_key]
    document = compose(LINES, Options(profile=profile), sections, SECTIONS)
    keeps_the_laws(document)
    raised = {run.text.strip() for _, run in text_runs(document) if run.text.strip() in ("+", "2")}
    assert raised == {"+", "2"}
    assert not [run.text for _, run in text_runs(document) if set("*^~") & set(run.text)]
    slanted = {page.section: run.face.italic for page, run in text_runs(document) if "Macbeth" in run.text}
    assert {"overview", "table", "timeline", "worksheets", "quiz", "flashcards"} <= set(slanted)
    # Clear print has no italics.
    assert set(slanted.values()) == {profile is Profile.STANDARD}


def test_what_is_no_page_has_the_plain_words():
    assert (LINES.title, LINES.points[0].title) == ("The element H2O", "Na+ in Macbeth")
    assert LINES.marked[0].key == "na-in-macbeth"


@pytest.mark.parametrize(
    "line",
    [
        "5 * 3",
        "a footnote*",
        "**Open* and not",
        "~100 to ~200",
        "[Lenin]: no",
        "The {{trade}} agreement",
        "x^2",
        "From A* to A*A* in a year",
        "A*–C",
    ],
)
def test_a_line_without_closed_marks_prints_as_it_is_typed(line):
    assert pack(title=line).title == line
