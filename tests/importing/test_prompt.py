"""studypack prompt: one text for a chat assistant, whose example is read, and whose format is that of the models."""

import re

import pytest
import yaml

from studypack.advice.rules import advice
from studypack.importing.pasted_answer import yaml_in
from studypack.importing.prompt import EXAMPLE
from studypack.model.reference import entries
from studypack.reading.load import read
from tests.command import studypack

NOTES = """\
Steam power in the mills

Pros
- Speed: one engine of 1830 did the work of forty men
  1. even at night
Cons
- Smoke (1840s): whole streets were black
"""
MOST = 8_000
"""Characters without the notes, which every chat takes in one message with a page or two of notes."""


@pytest.fixture
def notes(tmp_path):
    path = tmp_path / "steam.txt"
    path.write_text(NOTES, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    return studypack("prompt", cwd=tmp_path_factory.mktemp("prompt")).stdout


def part(text, name):
    return re.search(rf"^{name}[^\n]*\n\n(.*?)(?=^[A-Z]{{4,}}\b|\Z)", text, re.DOTALL | re.MULTILINE)[1]


def test_the_example_is_read_and_what_is_told_of_it_is_meant_so():
    loaded = read(EXAMPLE.encode(), "example.yaml")
    assert not loaded.warnings
    told = [problem.message for problem in advice(loaded) if "doubt" not in problem.message]
    assert told == ["this point is on no side, and stands in a list of its own"]
    assert len(loaded.pack.sides) == 2
    assert [point.side for point in loaded.pack.points] == ["gain", "harm", None]
    assert loaded.pack.evaluation.paragraphs[1][0].move == "counter-argument"
    assert "# ? " in EXAMPLE


def test_the_example_stands_in_the_text_as_it_is_read(printed):
    example = part(printed, "EXAMPLE")
    assert yaml.safe_load(example) == yaml.safe_load(EXAMPLE)
    assert yaml_in(f"Here it is:\n```yaml\n{example}```\n") == example.strip("\n") + "\n"


def test_every_key_of_the_example_is_explained(printed):
    keys = {name.strip(" *") for name in re.findall(r"^( *\w+\*?):", part(printed, "FORMAT"), re.MULTILINE)}
    used = set(re.findall(r"^[ -]*(?:\{)?(\w+):(?=\s)", EXAMPLE, re.MULTILINE))
    assert {"title", "points", "text", "move", "term"} <= used <= keys


def test_every_needed_key_is_marked_and_every_key_that_is_explained_exists(printed):
    listed = part(printed, "FORMAT")
    path, found = [], {}
    for line in listed.splitlines():
        if match := re.match(r"((?:  )*)(\w+)(\*?): ", line):
            path[len(match[1]) // 2 :] = [match[2]]
            found[".".join(path)] = bool(match[3])
    known = {entry.path: entry.needed for entry in entries() if not entry.command}
    assert len(found) > 20
    assert found == {path: known[path] for path in found}


def test_the_notes_stand_in_it_with_their_headings_items_and_numbers(notes):
    done = studypack("prompt", "steam.txt", cwd=notes.parent)
    inside = done.stdout.split("----- the notes begin -----\n")[1].split("----- the notes end -----")[0]
    assert "- Speed: one engine of 1830 did the work of forty men" in inside
    assert re.search(r"^ *1\. even at night$", inside, re.MULTILINE)
    assert "studypack check content/topic.yaml --against steam.txt" in done.stderr
    assert done.stdout == studypack("prompt", "steam.txt", cwd=notes.parent).stdout


@pytest.mark.parametrize(
    ("tag", "says"),
    [
        ("en-GB", "English (United Kingdom)"),
        ("fr", "French"),
        ("de-AT", "German (Austria)"),
        ("tlh", "the language tlh"),
    ],
)
def test_the_language_is_named(tmp_path, tag, says):
    done = studypack("prompt", "--language", tag, cwd=tmp_path)
    assert done.returncode == 0
    assert f"Write all texts in {says}," in done.stdout
    assert f"language: {tag}\n" in part(done.stdout, "LANGUAGE")


def test_it_is_short_and_plain(printed):
    assert 4_000 < len(printed) < MOST
    assert "[paste your notes here]" in printed
    assert "`" not in part(printed, "RULES")  # a fence in it would end the fence of the answer
    assert "\t" not in printed


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["missing.txt"], 1, "there is no such file"),
        (["empty.txt"], 1, "empty"),
        (["--language", "Latin, I think"], 2, "no language"),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_printed(tmp_path, words, status, says):
    (tmp_path / "empty.txt").write_bytes(b"")
    done = studypack("prompt", *words, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (status, "")
    assert says in done.stderr
