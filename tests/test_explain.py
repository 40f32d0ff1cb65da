"""`studypack explain`: every key, option and mode, by whatever name a user knows it."""

import shlex
from pathlib import Path

import pytest
import yaml

from studypack.cli.explain import format_list
from studypack.model.content import Pack
from studypack.model.fields import keys_of
from studypack.model.options import MODES, OPTIONS
from studypack.model.reference import entries, found_by
from tests.command import studypack

KNOWN = list(entries())


@pytest.mark.parametrize(
    ("typed", "paths"),
    [
        ("points.date", ["points.date"]),
        ("Points.Date", ["points.date"]),
        ("points[0].date", ["points.date"]),
        ("points.0.date", ["points.date"]),
        ("date", ["points.date", "events.date"]),
        ("paper", ["paper"]),
        ("--paper", ["paper"]),
        ("pack.paper", ["paper"]),
        ("--two-up", ["two_up"]),
        ("table.mode", ["table.mode"]),
        ("pack.table.mode", ["table.mode"]),
        ("try", ["evaluation.try"]),
        ("worksheets.distractors", ["worksheets.distractors", "worksheets.distractors"]),
        ("nonsense", []),
        (".", []),
    ],
)
def test_a_key_is_found_by_what_it_is_called(typed, paths):
    assert [entry.path for entry in found_by(typed, KNOWN)] == paths


def test_every_key_option_and_mode_is_explained_once():
    paths = [(entry.path, bool(entry.command)) for entry in KNOWN]
    assert len(paths) == len(set(paths)) > 100
    assert all(entry.says.endswith((".", ".)")) and entry.takes for entry in KNOWN)
    assert {path for path, is_choice in paths if is_choice} == {
        *OPTIONS,
        *(f"{section}.{key}" for section, modes in MODES.items() for key in modes.model_fields),
    }
    assert {path for path, is_choice in paths if not is_choice and "." not in path} == set(keys_of(Pack)) - {"pack"}


@pytest.mark.parametrize("entry", [entry for entry in KNOWN if entry.command], ids=lambda entry: entry.path)
def test_the_example_of_a_choice_works_in_the_content_and_on_the_command_line(entry, tmp_path):
    pack = Pack.model_validate({"title": "T", "points": [], **yaml.safe_load(entry.example)})
    name, _, mode = entry.path.partition(".")
    value = getattr(pack.pack, name)
    assert value != type(pack.pack).model_fields[name].default
    assert mode == "" or getattr(value, mode) != MODES[name].model_fields[mode].default
    (tmp_path / "p.yaml").write_text("title: T\nsummary: S.\npoints: [{side: advantage, title: A, text: 'B {{c}}.'}]\n")
    done = studypack("build", "p.yaml", *shlex.split(entry.command), "--verify", cwd=tmp_path)
    assert done.returncode == 1, done.stderr  # there is no PDF yet
    assert "differ" in done.stdout + done.stderr or "is not there" in done.stdout + done.stderr


def test_a_name_that_nothing_has_is_answered_with_the_nearest(tmp_path):
    done = studypack("explain", "pionts.date", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no key, option or mode 'pionts.date'" in done.stderr
    assert "did you mean 'points.date'?" in done.stderr


@pytest.mark.parametrize(
    ("key", "takes"),
    [
        ("questions.scheme", "a list; each is a text without pictures, or keys of its own"),
        ("questions.starters", "a list; each is a line of text"),
        ("sides", "keys of its own, or a list"),
        ("evaluation.try", "keys of its own"),
        ("points.date", "a date"),
    ],
)
def test_every_form_of_a_value_is_said(key, takes):
    entry = found_by(key, KNOWN)[0]
    assert entry.takes == takes


def test_what_is_said_of_a_key(tmp_path):
    said = studypack("explain", "points.title", cwd=tmp_path).stdout.splitlines()
    assert said[:3] == ["points.title, needed", "  A few words that name the point.", "  It takes: a line of text"]
    assert said[3].startswith("  Example: title: ")


def test_the_readme_has_every_key_as_it_is_explained():
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    block = readme.partition("```text\n")[2].partition("```")[0]
    assert block.splitlines() == list(format_list([entry for entry in KNOWN if not entry.command]))
