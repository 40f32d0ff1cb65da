"""What is wrong between the keys of a question is told at its place, and its way out is one."""

import pytest

from studypack.base.errors import ContentError
from studypack.reading.load import read

SOUND = """\
title: T
questions:
  - ask: Why?
    marks: 6
    scheme:
      levels:
        - {marks: 4-6, says: Good.}
        - {marks: 1-3, says: Fair.}
  - ask: How?
    marks: 2
    scheme: [One, Two]
"""
MISTAKES = [
    # what is written in place of what, the line that is told, what is said, what mends it
    ("marks: 6\n", "marks: 6\n    lines: 3\n    space: 40\n", 6, "lines or room to draw in, not both", "lines: 3\n    ", ""),
    ("marks: 6\n", "marks: 6\n    lines: 3\n    draw: box\n", 6, "lines or room to draw in, not both", "    draw: box\n", ""),
    ("[One, Two]", "[One]", 11, "the scheme has 1 point, a mark each, and the question 2 marks", "[One]", "[One, Two]"),
    ("[One, Two]", "[One, Two, Three]", 11, "the scheme has 3 points", "[One, Two, Three]", "{any: 2, points: [One, Two, Three]}"),
    ("[One, Two]", "{any: 3, points: [One, Two]}", 11, "any 3 cannot be chosen from 2 points", "any: 3, ", ""),
    ("[One, Two]", "{any: 1, points: [One, Two]}", 11, "any 1 of them, a mark each, and the question has 2 marks", "any: 1", "any: 2"),
    ("marks: 1-3", "marks: 1-4", 7, "two levels have 4 marks", "4-6", "5-6"),
    ("marks: 1-3", "marks: 1-2", 7, "no level has 3 marks", "4-6", "3-6"),
    ("marks: 1-3", "marks: 2-3", 8, "no level has 1 mark", "2-3", "1-3"),
    ("marks: 4-6", "marks: 4-5", 7, "the levels end at 5 marks, and the question has 6 marks", "marks: 6", "marks: 5"),
    ("marks: 4-6", "marks: four", 7, "this is no number and no range of numbers", "four", "4-6"),
    ("marks: 4-6", "marks: 6-4", 7, "this is no number and no range of numbers", "6-4", "4 to 6"),
    ("      levels", "      points: [One]\n      levels", 8, "points or levels, not both", "      points: [One]\n", ""),
    ("      levels", "      any: 2\n      levels", 6, "any goes with points", "      any: 2\n", ""),
    ("[One, Two]", "[One, '**Two']", 11, "bold text opens here", "'**Two'", "'**Two**'"),
    ("[One, Two]", "One, Two", 11, "'scheme' should be a list", "One, Two", "[One, Two]"),
    ("[One, Two]", "[One, ~]", 11, "without quotes stands for no value", "~", "Two"),
    ("marks: 2", "marks: 0", 10, "marks cannot be '0'", "marks: 0", "marks: 2"),
    ("marks: 2\n", "kind: shrt\n    marks: 2\n", 10, "kind must be", "shrt", "short"),
    ("marks: 2\n", "marks: 2\n    source: {credit: X}\n", 11, "a source without words or a picture", "{credit: X}", "Words."),
    ("    marks: 2\n", "", 9, "question 2 has no 'marks'", "How?\n", "How?\n    marks: 2\n"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sound", "wrong", "line", "said", "typed", "mended"), MISTAKES, ids=[each[3] for each in MISTAKES]
)
def test_a_mistake_is_told_at_its_place_and_its_way_out_is_one(sound, wrong, line, said, typed, mended):
    assert sound in SOUND
    broken = SOUND.replace(sound, wrong, 1)
    with pytest.raises(ContentError) as refused:
        read(broken.encode(), "x.yaml")
    (problem,) = refused.value.problems
    assert said in problem.message
    assert problem.line == line
    assert problem.hint
    assert len(read(broken.replace(typed, mended, 1).encode(), "x.yaml").pack.questions) == 2
