"""Reading content: each fixture is a file, and beside it what a teacher is shown for it."""

import os
import sys
from pathlib import Path

import pytest
from effort import ends
from hypothesis import given, settings
from hypothesis import strategies as st

from studypack.base.errors import ContentError, Problem, render, render_all
from studypack.model.spans import plain
from studypack.reading.load import load, read
from studypack.reading.slip import known_keys

FIXTURES = sorted((Path(__file__).parent / "fixtures" / "load").glob("*.yaml"))
CONTENT = Path(__file__).parents[1] / "content" / "anglo-soviet-relations.yaml"


def shown(path: Path) -> str:
    """What a teacher sees for a file: its problems, or its title and its warnings."""
    try:
        loaded = read(path.read_bytes(), path.name)
    except ContentError as error:
        return render_all(error.problems) + "\n"
    return "\n\n".join([f"ok: {loaded.pack.title}", *map(render, loaded.warnings)]) + "\n"


def problems(data: bytes | str) -> tuple[Problem, ...]:
    with pytest.raises(ContentError) as caught:
        read(data.encode() if isinstance(data, str) else data, "pack.yaml")
    return caught.value.problems


def test_there_are_fixtures():
    assert len(FIXTURES) >= 80
    assert all(path.with_suffix(".txt").exists() for path in FIXTURES)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_fixture(path, update_goldens):
    expected = path.with_suffix(".txt")
    if update_goldens:
        expected.write_text(shown(path), encoding="utf-8")
    assert shown(path) == expected.read_text(encoding="utf-8")


def test_no_fixture_shows_the_words_of_the_machine():
    said = "".join(path.with_suffix(".txt").read_text(encoding="utf-8") for path in FIXTURES).casefold()
    for word in (
        "pydantic",
        "http",
        "input should",
        "validation",
        "tuple",
        "scalar",
        "block mapping",
        "token",
    ):
        assert word not in said


def test_scalars_stay_what_was_typed():
    loaded = read(b"title: no\nsubject: 1e3\nlevel: 0x1F\nauthor: 12:30\n", "pack.yaml")
    pack = loaded.pack
    assert (pack.title, pack.subject, pack.level, pack.author) == ("no", "1e3", "0x1F", "12:30")


@pytest.mark.parametrize("nothing", ["", " ~", " null", "  # later"])
def test_a_key_without_a_value_is_absent(nothing):
    loaded = read(f"title: T\nsubject:{nothing}\npoints:{nothing}\n".encode(), "pack.yaml")
    assert loaded.pack.subject is None
    assert loaded.pack.points == ()


def test_quoted_null_is_a_text():
    assert read(b"title: 'null'\n", "pack.yaml").pack.title == "null"


@pytest.mark.parametrize(
    "data",
    [
        "\ufefftitle: Café\n".encode(),
        "title: Café\n".encode("utf-16"),
        "\ufefftitle: Café\n".encode("utf-16-be"),
        "title: Café\r\nsubject: x\r\n".encode(),
        b'title: "Caf\\u00e9"\n',
    ],
)
def test_encodings_that_are_read(data):
    assert read(data, "pack.yaml").pack.title == "Café"


def test_a_byte_that_is_not_utf8_is_named_with_its_place():
    (problem,) = problems(b"title: T\r\nsubject: caf\xe9 noir\n")
    assert (problem.line, problem.column) == (2, 13)
    assert problem.excerpt == "subject: café noir"
    assert "0xE9" in problem.message
    assert "save the file as UTF-8" in problem.hint


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"t\0i\0t\0l\0e\0", "UTF-16"),
        ("title: T".encode("utf-32"), "UTF-32"),
        ("title: T".encode("utf-32-le"), "UTF-32"),
        ("\ufefftitle: T".encode("utf-32-be"), "UTF-32"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE HTML>\n<title>\x07</title>", "a web page"),
        ("<html>title: T".encode("utf-16"), "a web page"),
        (b"\xff\xfet\0i", "not whole"),
        (b"PK\x03\x04rest", "a zipped file"),
        (b"%PDF-1.7", "a PDF"),
    ],
)
def test_other_kinds_of_file_are_named(data, message):
    (problem,) = problems(data)
    assert message in problem.message
    assert problem.hint


@pytest.mark.parametrize("char", ["\x07", "\x1b", "\x7f", "\x9b", "\u202d", "\u202e", "\u2028"])
def test_characters_that_cannot_be_seen_are_refused(char):
    (problem,) = problems(f"title: T\nsubject: ab{char}c\n")
    assert (problem.line, problem.column) == (2, 12)
    assert f"U+{ord(char):04X}" in problem.message
    assert char not in render(problem)


def test_lone_surrogates_are_refused():
    assert "not UTF-8" in problems(b"title: \xed\xa0\x80\n")[0].message
    assert "no character" in problems(b'title: "\\ud800"\n')[0].message


def test_other_scripts_are_read():
    title = "مکتب हिन्दी 中文 😀"
    assert read(f"title: {title}\n".encode(), "pack.yaml").pack.title == title


@pytest.mark.parametrize(
    ("bomb", "message"),
    [
        ("[" * 100_000, "inside one another"),
        ("- " * 100_000, "inside one another"),
        ("{a: " * 100_000, "inside one another"),
        ("? " * 100_000, "cannot be a key"),
    ],
)
def test_deep_nesting_is_refused_at_once(bomb, message):
    with ends():
        assert message in problems(bomb)[0].message


def test_nesting_up_to_the_limit_is_no_bomb():
    assert "inside one another" not in problems("[" * 32 + "]" * 32)[0].message
    assert "inside one another" in problems("[" * 33 + "]" * 33)[0].message


def test_too_many_values_and_too_many_bytes_are_refused():
    assert "more than 100,000 values" in problems("title: [" + "x," * 100_000 + "]")[0].message
    assert "too large: 4.1 MB" in problems(b"#" * 4_100_000)[0].message


def test_problems_without_end_are_counted():
    with ends():
        found = problems("title: T\n" + "".join(f"a{number}: b\n" for number in range(3000)))
    assert found[-1].message == "and 2,000 more problems"


def test_characters_without_end_are_counted():
    with ends():
        found = problems("title: T" + "\x07" * 1_000_000)
    assert len(found) == 100
    assert found[-1].message == "and 999,901 more characters that cannot be seen"
    assert "more problem" not in render_all(found)
    assert len(problems("title: T" + "\x07" * 99)) == 99
    (one,) = problems('title: "' + "\\a" * 9_000 + '"')
    assert "U+0007" in one.message


def test_unknown_ids_without_end_do_not_stall():
    points = "".join(f"  - {{side: advantage, title: Point {n}, text: One.}}\n" for n in range(1500))
    names = ", ".join(f"pont-{n}" for n in range(5000))
    with ends():
        found = problems(f"title: T\npoints:\n{points}worksheets:\n  - {{title: W, points: [{names}]}}\n")
    assert found[0].hint == "did you mean 'point-0'?"


def calls_to_read(count: int) -> int:
    """How many Python functions are called to read a pack of so many points, all with the same title."""
    point = "  - side: advantage\n    date: 16 March 1921\n    title: Same title\n    text: |\n"
    point += "      Britain and Russia **signed** an {{agreement}}.\n" * 4
    data = ("title: T\npoints:\n" + point * count).encode()
    calls = 0

    def count_call(frame: object, event: str, arg: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count_call)
    try:
        pack = read(data, "pack.yaml").pack
        keys = {marked.key for marked in pack.marked}
    finally:
        sys.setprofile(before)
    assert len(keys) == count
    return calls


def test_reading_is_linear():
    calls_to_read(1)
    few, many = calls_to_read(40), calls_to_read(400)
    assert few > 40 * 20
    assert many < 11 * few


def test_a_pack_with_many_points_is_read():
    point = "  - side: advantage\n    title: Same title\n    text: Britain **signed** an {{agreement}}.\n"
    with ends():
        pack = read(("title: T\npoints:\n" + point * 2200).encode(), "pack.yaml").pack
        assert len({marked.key for marked in pack.marked}) == 2200


def test_problems_come_in_the_order_of_the_file():
    lines = [problem.line for problem in problems(FIXTURES[0].with_name("everything-at-once.yaml").read_bytes())]
    assert lines == sorted(lines)
    assert len(lines) == 5


def test_places_of_what_stands_in_the_content():
    source = "title: T\npoints:\n  - side: advantage\n    title: A\n    text: |\n      One.\n      Two 😀 three.\n"
    loaded = read(source.encode(), "pack.yaml")
    problem = loaded.problem(("points", 0, "text"), "no glyph", needle="😀")
    assert (problem.source, problem.line, problem.column, problem.length) == ("pack.yaml", 7, 11, 1)
    assert problem.excerpt == "      Two 😀 three."
    assert loaded.problem(("points", 0, "title"), "m").column == 12
    whole = loaded.problem(("points", 0, "text"), "m")
    assert (whole.line, whole.column) == (6, 7)
    nearest = loaded.problem(("points", 0, "date"), "m")
    assert (nearest.line, nearest.column) == (3, 5)
    assert loaded.source_text(("points", 0, "text")) == "One.\nTwo 😀 three.\n"


@given(st.text(st.characters(codec="utf-8"), max_size=60), st.sampled_from(["|", ">", "'", '"', ""]))
@settings(max_examples=200, deadline=None)
def test_a_place_points_at_the_character_itself(text, style):
    text = " ".join(part for part in text.split() if part.isprintable() and part.isalnum())
    for quote, body in (("'", text), ('"', text)):
        source = f"title: T\nsummary: {quote}{body} §{quote}\n"
        if style in ("|", ">"):
            source = f"title: T\nsummary: {style}\n   {body}\n   {body} §\n"
        problem = read(source.encode(), "p").problem(("summary",), "m", needle="§")
        assert problem.excerpt[problem.column - 1] == "§"


@given(st.text(st.sampled_from("a:-#{}[]'\"|>*&!%@`,?\\ \n\tt"), max_size=40))
@settings(max_examples=400, deadline=None)
def test_whatever_is_typed_is_read_or_explained(text):
    try:
        loaded = read(f"title: T\nsummary: {text}\n".encode(), "pack.yaml")
    except ContentError as error:
        assert error.problems
        for problem in error.problems:
            assert problem.message
            assert problem.hint
            render(problem)
    else:
        assert plain(loaded.pack.summary) is not None


def test_every_key_is_known_to_the_explanations():
    assert {"title", "points", "try", "text", "advantage", "seed"} <= known_keys()
    assert "task" not in known_keys()


TWIST = st.sampled_from(
    ["", " ", "  ", "-", "- ", "\n", ":", ": ", '"', "'", "#", " # ", "|", "[", "{", "*", "\t", "? "]
)


@given(st.lists(st.tuples(st.integers(0, 200), TWIST, st.integers(0, 3)), min_size=1, max_size=4))
@settings(max_examples=400, deadline=None)
def test_whatever_is_mistyped_is_read_or_explained(twists):
    text = "title: Trade\nsummary: |\n  It was.\npoints:\n  - side: advantage\n    title: A\n    text: It was so.\n"
    text += "  - side: disadvantage\n    title: 'B'\n    date: 1921\n    text: |\n      It was\n      not.\n"
    for at, typed, lost in twists:
        text = text[:at] + typed + text[at + lost :]
    try:
        read(text.encode(), "pack.yaml")
    except ContentError as error:
        for problem in error.problems:
            assert problem.hint
            assert 0 <= problem.column <= len(problem.excerpt) + 1
            render(problem)


def test_files_that_cannot_be_read(tmp_path):
    (tmp_path / "pack.yaml").write_text("title: T\n")
    for path, message, hint in (
        (tmp_path / "pakc.yaml", "no such file", "did you mean"),
        (tmp_path / "pack.yml", "no such file", "did you mean"),
        (tmp_path / "note.yaml", "no such file", "the folder has pack.yaml"),
        (tmp_path, "a folder", "pack.yaml"),
        (Path(os.devnull), "no ordinary file", "name of a .yaml"),
        (tmp_path / "pack.yaml" / "x", "cannot be read", "check"),
        (Path("a\0b"), "no name of a file", "name of a"),
    ):
        with pytest.raises(ContentError) as caught:
            load(path)
        (problem,) = caught.value.problems
        assert message in problem.message
        assert hint in problem.hint


def test_a_large_file_is_refused_by_its_size(tmp_path):
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(10_000_000_000)
    with pytest.raises(ContentError, match=r"too large: 10000\.0 MB"):  # told from its size: it is never read
        load(path)


def test_the_shipped_content_is_read_without_warnings():
    loaded = load(CONTENT)
    assert loaded.warnings == ()
    assert len(loaded.pack.points) == 22
    assert loaded.source == str(CONTENT)


def test_a_mistyped_points_is_not_told_once_for_every_reference_to_a_point(shipped_path):
    mistyped = shipped_path.read_text("utf-8").replace("\npoints:", "\npionts:")
    told = [(problem.message, problem.hint) for problem in problems(mistyped)]
    assert told == [("unknown key 'pionts'", "did you mean 'points'?")]
