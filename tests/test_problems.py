"""Problems as they are shown: message, place, line, caret, help."""

import subprocess
import sys

import pytest

from studypack.base.errors import ContentError, Problem, Severity, render, render_all


def problem(**more) -> Problem:
    given = {
        "message": "unknown key 'disadvantges'",
        "hint": "did you mean 'disadvantages'?",
        "source": "content/pack.yaml",
        "line": 9,
        "column": 7,
        "length": 12,
        "excerpt": "      disadvantges: none",
    }
    return Problem(**{**given, **more})


def test_the_look():
    assert render(problem()) == (
        "error: unknown key 'disadvantges'\n"
        " --> content/pack.yaml:9:7\n"
        "9 |       disadvantges: none\n"
        "  |       ^^^^^^^^^^^^\n"
        "  = help: did you mean 'disadvantages'?"
    )


def test_the_gutter_is_as_wide_as_the_number():
    assert render(problem(line=120)).splitlines()[1:4] == [
        "   --> content/pack.yaml:120:7",
        "120 |       disadvantges: none",
        "    |       ^^^^^^^^^^^^",
    ]


def test_without_a_place_there_are_message_and_help():
    assert render(Problem("no points", "write some")) == "error: no points\n  = help: write some"
    assert render(Problem("no points", severity=Severity.WARNING)) == "warning: no points"


def test_a_file_without_a_line():
    assert render(Problem("the file is empty", source="a.yaml")) == "error: the file is empty\n --> a.yaml"


@pytest.mark.parametrize(
    ("column", "length", "marked"),
    [(3, 4, "AAAA"), (300, 4, "AAAA"), (597, 4, "AAAA"), (590, 50, "b" * 7 + "AAAA")],
)
def test_long_lines_are_windowed_round_the_place(column, length, marked):
    line = ["b"] * 600
    for start in (2, 299, 596):
        line[start : start + 4] = "AAAA"
    line = "".join(line)
    rendered = render(problem(excerpt=line, column=column, length=length)).splitlines()
    shown, carets = rendered[2][4:], rendered[3][4:]
    assert len(shown) <= 100
    assert shown[carets.index("^") : carets.rindex("^") + 1] == marked[: carets.count("^")]
    assert carets.count("^") >= min(length, 4)
    assert ("…" in shown[0]) == (column > 40)


def test_wide_characters_keep_the_caret_in_its_column():
    rendered = render(problem(excerpt="中文 x", column=4, length=1)).splitlines()
    assert rendered[3] == "  |      ^"
    rendered = render(problem(excerpt="中文 x", column=1, length=2)).splitlines()
    assert rendered[3] == "  | ^^^^"


def test_a_terminal_obeys_nothing():
    nasty = "\x1b[31m\x07\r\n\x9b\u202e\ud800\u2028"
    shown = render(problem(message=nasty, hint=nasty, source=nasty, excerpt=f"ab{nasty}c", column=1, length=3))
    assert len(shown.split("\n")) == 5
    for char in nasty.replace("\n", ""):
        assert char not in shown or char in "[31m"
    assert "␛[31m␇" in shown
    shown.encode("utf-8")


def test_brackets_are_plain_text():
    assert "[bold red]x[/]" in render(problem(message="[bold red]x[/]"))


def test_tabs_keep_the_caret_in_its_column():
    assert render(problem(excerpt="\tx", column=2, length=1)).splitlines()[2:4] == ["9 |  x", "  |  ^"]


def test_all_are_parted_by_blank_lines_and_counted_beyond_a_hundred():
    assert render_all([Problem("a"), Problem("b")]) == "error: a\n\nerror: b"
    blocks = render_all([Problem(str(number)) for number in range(1103)]).split("\n\n")
    assert len(blocks) == 101
    assert blocks[-1] == "and 1,003 more problems"


def test_an_error_carries_its_problems():
    assert ContentError("broken", "mend it").problems == (Problem("broken", "mend it"),)
    assert str(ContentError([Problem("a"), Problem("b")])) == "a; b"


def test_reading_content_imports_no_typesetting_and_no_terminal():
    code = "import sys, studypack.advice.rules; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "studypack.reading.load" in modules
    assert not {"rich", "typer", "studypack.base.engine", "studypack.layout"} & set(modules)
