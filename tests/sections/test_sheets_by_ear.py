"""What is heard of worksheets, flashcards and the key, in files as they are built."""

import re
from functools import cache

import pytest

from studypack.model.choices import Paper, Profile
from studypack.model.content import Pack
from studypack.model.options import Flags
from studypack.output.build import render
from tests.transcript import heard

CONTENT = {
    "title": "T",
    "sides": {"advantage": "Hopes"},
    "points": [
        {
            "side": "advantage",
            "title": "Trade",
            "date": "1919-21",
            "text": "They signed the {{Rapallo pact|treaty::what?}} in {{1922}}, un{{happi}}ly, by {{loan}} or {{loan}}.",
            "corrections": [{"notes": "Geneva", "here": "Genoa", "why": "It met at Genoa."}],
        },
        {"side": "disadvantage", "id": "war", "title": "A war", "text": "War {{a}} came. It ended."},
    ],
    "worksheets": [
        {"title": "One", "points": ["trade"]},
        {"title": "Two", "points": ["war"], "passage": "The {{Tsar}} fell."},
    ],
    "flashcards": [{"front": "Who fell?", "back": "The Tsar.\n\nIn 1917."}],
}
LARGE = {"profile": Profile.LARGE, "paper": Paper.A5}
LETTERS = ("worksheets.gap=letters", "worksheets.support=letters")
FOLD = ("flashcards.flip=fold", "flashcards.from_points=yes")
HEARD = {
    "headings before what they head, the bank's words with their uses, and a hint with its gap": (
        "worksheets",
        {},
        """
        heading 1: Part 1: Worksheets: fill the gaps
        heading 2: Worksheet 1: One
        4 lines to write on: Name, Class, Date and Score, out of 5.
        Version CODE
        Fill each gap from the word bank. Each word or phrase is used once, or twice where it says so.
        heading 3: Word bank
        list of 4
        • 1922
        • happi
        • loan, twice
        • Rapallo pact
        heading 3: Hopes 1: Trade
        They signed the (gap 1, hint: what?) in (gap 2), un (gap 3) ly, by (gap 4) or (gap 5).
        heading 3: Now use them
        Write two sentences of your own that use three words from the bank.
        Lines to write on
        heading 2: Worksheet 2: Two
        """,
    ),
    "no title that holds an answer, and a heading for a passage of no point": (
        "worksheets",
        LARGE,
        """
        heading 3: Disadvantage 1
        War (gap 1) came. It ended.
        heading 3: Passage
        The (gap 2) fell.
        """,
    ),
    "letters and figures in words, not as dashes": (
        "worksheets",
        {"settings": LETTERS},
        """
        Write the missing words on the lines. The first letter of each word is given.
        heading 3: Hopes 1: Trade
        They signed the (gap 1, begins with R, 7 letters; p, 4 letters) in (gap 2, 4 figures), un (gap 3, begins with h, 5 letters) ly, by (gap 4, begins with l, 4 letters) or (gap 5, begins with l, 4 letters).
        """,
    ),
    "a level of a ladder with stops": (
        "worksheets",
        {"settings": ("worksheets.ladder=yes",), **LARGE},
        """
        heading 2: Worksheet 2, Levels 1 and 2 of 4: word bank: Two
        4 lines to write on: Name, Class, Date and Score, out of 2.
        """,
    ),
    "each field once, with what the sheet shows in its name": (
        "worksheets",
        {"fillable": True, "settings": ("worksheets.support=letters",)},
        """
        heading 3: Disadvantage 1
        War (edit: Worksheet 2, gap 1: War blank came (a word)) came. It ended.
        heading 3: Passage
        The (edit: Worksheet 2, gap 2: The blank fell. (begins with T)) fell.
        """,
    ),
    "a card's question as a heading, its answer after it": (
        "flashcards",
        {"settings": FOLD},
        """
        heading 1: Part 1: Flashcards
        3 cards. Each heading is what a card asks; the answer follows. On paper: fold each sheet in the middle, glue, then cut.
        heading 2: Hopes 1: Trade
        Give its date, and say what you know of it.
        Answer:
        1919 to 1921
        They signed the Rapallo pact in 1922, unhappily, by loan or loan.
        heading 2: Disadvantage 1: A war
        Explain this point.
        Answer:
        War a came.
        It ended.
        heading 2: Who fell?
        Answer:
        The Tsar.
        In 1917.
        """,
    ),
    "answers with their numbers and points": (
        "answers",
        {},
        """
        heading 2: Worksheet 1: One
        5 marks, Version CODE
        list of 5
        • 1: | Rapallo pact or treaty (Hopes 1)
        • 2: | 1922 (Hopes 1)
        • 3: | happi (Hopes 1)
        • 4: | loan (Hopes 1)
        • 5: | loan (Hopes 1)
        """,
    ),
    "passages with their answers, and a place for every correction": (
        "answers",
        LARGE,
        """
        heading 3: Worksheet 2: Two
        heading 4: Disadvantage 1
        War (gap 1) a came. It ended.
        heading 4: Passage
        The (gap 2) Tsar fell.
        heading 2: Corrections to the notes
        table of 2 rows, 4 columns
        row 1
        header: Place
        header: The notes say
        header: Printed here
        header: Why
        row 2
        header: Hopes 1
        cell: “Geneva”
        cell: Genoa:
        cell: It met at Genoa.
        """,
    ),
    "dates of a timeline that was to be filled in": (
        "answers",
        {"settings": ("timeline.mode=dates-blank",)},
        """
        list of 1
        • 1: | 1919 to 1921 (Hopes 1)
        """,
    ),
    "dates of cards that were to be put in order": (
        "answers",
        {"settings": ("timeline.mode=cut",)},
        """
        list of 1
        • 1: | A: 1919 to 1921 (Hopes 1)
        """,
    ),
}


@pytest.mark.parametrize("what", HEARD)
def test_a_pupil_who_sees_nothing_hears(what):
    section, flags, lines = HEARD[what]
    wanted, found = [line.strip() for line in lines.strip().splitlines()], said(section, tuple(flags.items()))
    start = found.index(wanted[0])
    assert found[start : start + len(wanted)] == wanted


@cache
def said(section, flags):
    """What is heard of a section by itself, whatever its version."""
    made = render(Pack.model_validate(CONTENT), Flags(sections=(section,), **dict(flags)), "pack")[0]
    return [re.sub(r"Version (\w{4}|\w \w \w \w, for the teacher)", "Version CODE", line) for line in heard(made.data)]


def test_the_box_to_tick_is_heard_before_its_word_whatever_marks_that_has():
    answers = ("word", "$IR$", "the $x$ axis", "CO~2~", "m^3^", "`x = 1`")
    pack = {
        "title": "T",
        "worksheets": [{"title": "W", "passage": "It is " + ". ".join(f"{{{{{a}}}}}" for a in answers)}],
    }
    lines = heard(render(Pack.model_validate(pack), Flags(sections=("worksheets",), fillable=True), "t")[0].data)
    boxes = [line for line in lines if "(tick box: " in line]
    assert len(boxes) == len(answers)
    assert all(re.fullmatch(r"• \(tick box: .+, used\) ?\S.*", line) for line in boxes), boxes
