"""What a screen reader says of the model evaluation and of pages for notes, in files as they are built."""

import re

import pytest

from studypack.model.choices import Paper, Profile
from studypack.model.options import Flags
from studypack.output.resolve import options_for
from tests.pdf.files import Sample, every_key, named
from tests.transcript import heard

A4, A5 = (Profile.STANDARD, Paper.A4), (Profile.LARGE, Paper.A5)
PRINTED, TO_FILL_IN = False, True


def lines_of(pack, name, settings="", look=A4, fillable=PRINTED):
    """The lines that are said of a section by itself; `settings` are parted by spaces."""
    profile, paper = look
    flags = Flags(profile=profile, paper=paper, settings=tuple(settings.split()), fillable=fillable)
    return heard(Sample(name, pack, options_for(pack, flags), (named(name),)).data())


def says(lines, *wanted):
    """That these lines come one after the other; ` …` stands for anything."""
    return bool(re.search("^" + re.escape("\n".join(wanted)).replace(r"\ …", ".*") + "$", "\n".join(lines), re.M))


CHECK = (
    "heading 3: Which moves did you make?",
    "Tick each move that you made, and say in which of your sentences.",
    "list of 2",
)
EVALUATION = (
    # Each note after its sentence or, in large print, after the paragraph; it says to which it belongs.
    (
        "", A4, PRINTED,
        "Move a: What drove … (note: Note a: Judgement. Answers … is closest.) Move b: … (note: Note b: Criterion. …",
        "Move c: Until …",
    ),
    ("", A5, PRINTED, "Move a: What drove … Move b: A common …", "(note: Note a: Judgement. … (note: Note b: Criterion. …"),
    ("", A4, PRINTED, "heading 2: Your turn", "1 line to write on: Name.", "Answer …", "Lines to write on", *CHECK, "• Counter-argument", "• Weighing"),
    (
        "", A4, TO_FILL_IN, "Lines to write on", "(edit: Your turn)", *CHECK,
        "• (tick box: Counter-argument, made) (edit: Counter-argument, its sentence or line)",
        "• (tick box: Weighing, made) (edit: Weighing, its sentence or line)",
    ),
    ("evaluation.check=no", A4, PRINTED, "Moves to make: counter-argument, weighing.", "Lines to write on", "© …"),
    (
        "evaluation.mode=plain", A4, PRINTED, "3 lines to write on: Name, Class and Date.",
        "Say where each move (a step of the argument) begins and ends, and name it.", "How far …",
        "heading 2: Moves to look for", "list of 8", "• Conclusion: answers again, more exactly than before",
    ),
    ("evaluation.mode=plain", A5, PRINTED, "• Weighing: says …", "heading 2: The answer", "What drove …"),
    (
        "evaluation.mode=scaffold", A4, TO_FILL_IN, "Each move is followed by lines to write on.",
        "heading 2: Paragraph 1", "list of 2", "• Move a: | Judgement: Answer …", "In the model: …",
        "(edit: Paragraph 1, Judgement a)", "• Move b: | Criterion: By …", "(edit: Paragraph 1, Criterion b)",
    ),
    (
        "evaluation.mode=scaffold", A5, PRINTED, "heading 2: Before you hand it in",
        "Tick each sentence that is true of your answer.", "list of 8", "• My first sentence answers the question.",
    ),
)  # fmt: skip


@pytest.mark.parametrize(("settings", "look", "fillable", "wanted"), [(*row[:3], row[3:]) for row in EVALUATION])
def test_the_model_answer_and_its_tasks(shipped, settings, look, fillable, wanted):
    lines = lines_of(shipped, "evaluation", settings, look, fillable)
    assert says(lines, *wanted), lines


def test_a_scaffold_of_one_paragraph_has_no_headings_for_it():
    lines = lines_of(every_key(), "evaluation", "evaluation.mode=scaffold", A4, TO_FILL_IN)
    assert says(lines, "Each move is followed by lines to write on.", "list of 2", "• Move a: | Judgement: Answer …")
    assert "(edit: Judgement a)" in lines


NAMES = "2 lines to write on: Name and Date."
NOTES = (
    ("notes.pages=1", PRINTED, "heading 1: Part 1: Notes", NAMES, "Lines to write on", "© …"),
    (
        "notes.pages=3", TO_FILL_IN, "heading 1: Part 1: Notes",
        "heading 2: Notes: ruled page 1 of 3", "(edit: Name) …", "Lines to write on", "(edit: Page 1 for notes, Notes)",
        "heading 2: Notes: ruled page 2 of 3",
        "(edit: Name, again on page 2) (edit: Date, again on page 2)",
        "Lines to write on", "(edit: Page 2 for notes, Notes)",
    ),
    ("notes.pages=2 notes.ruling=dotted", PRINTED, "heading 2: Notes: dotted page 2 of 2", NAMES, "A grid of dots to write or draw on"),
    ("notes.ruling=squared", PRINTED, "heading 1: Part 1: Notes", NAMES, "A grid of squares to write or draw on"),
    (
        "notes.pages=7 notes.ruling=cornell", TO_FILL_IN,
        "heading 2: People to know", "(edit: Name, again on page 6) …",
        "heading 3: Cues", "Room to write in", "(edit: Page 6 for notes, Cues)",
        "heading 3: Notes", "Lines to write on", "(edit: Page 6 for notes, Notes)",
        "heading 3: Summary", "Lines to write on", "(edit: Page 6 for notes, Summary)",
        "heading 2: Notes: page 7 of 7 on a topic of your own", "(edit: Page 7 for notes, Topic)", "(edit: Name, again on page 7) …",
    ),
    ("notes.ruling=cornell", PRINTED, "heading 1: Part 1: Notes", "heading 2: How far …", NAMES, "heading 3: Cues"),
)  # fmt: skip


@pytest.mark.parametrize(("settings", "fillable", "wanted"), [(*row[:2], row[2:]) for row in NOTES])
def test_pages_for_notes(shipped, settings, fillable, wanted):
    lines = lines_of(shipped, "notes", settings, fillable=fillable)
    assert says(lines, *wanted), lines


def test_author_and_rights_are_read_last_and_parted(shipped):
    signed = shipped.model_copy(update={"author": "A. Teacher", "rights": "CC BY 4.0"})
    assert lines_of(signed, "notes")[-1] == "A. Teacher, CC BY 4.0"
