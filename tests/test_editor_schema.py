"""The JSON Schema that editors complete by has the program's own values, and accepts whatever else the program reads."""

import json
import re

import pytest
import yaml

from studypack.model.fields import choices
from studypack.model.options import MODES, OPTIONS, Options
from studypack.output.build import read
from tests.command import SMALL, studypack, text_of
from tests.test_content import checked


@pytest.fixture(scope="module")
def schema_file(tmp_path_factory):
    folder = tmp_path_factory.mktemp("schema")
    done = studypack("schema", "--out", "schema.json", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "schema.json"


@pytest.fixture(scope="module")
def schema(schema_file):
    return json.loads(schema_file.read_text("utf-8"))


def suggested(schema, *path):
    """The values that an editor suggests at a path of keys; for a list, those of its items."""
    node = schema
    for key in path:
        node = next(each for each in _parts(schema, node) if "properties" in each)["properties"][key]
    return next((each["enum"] for each in _parts(schema, node) if "enum" in each), [])


def _parts(schema, node):
    """A node, what it refers to, its alternatives and its items, and so on."""
    yield node
    if "$ref" in node:
        yield from _parts(schema, schema["$defs"][node["$ref"].rpartition("/")[2]])
    for each in (*node.get("anyOf", ()), *([node["items"]] if "items" in node else ())):
        yield from _parts(schema, each)


@pytest.fixture(scope="module")
def listed(tmp_path_factory):
    """What `studypack sections` lists: the sections, and the modes with their values."""
    folder = tmp_path_factory.mktemp("listed")
    (folder / "small.yaml").write_text(SMALL, "utf-8")
    text = studypack("sections", "small.yaml", cwd=folder).stdout
    modes = re.findall(r"--set (\w+\.\w+) +(.*)$", text, re.MULTILINE)
    return re.findall(r"^  (\w+) ", text, re.MULTILINE), {key: values.split(" | ") for key, values in modes}


@pytest.mark.parametrize("key", ["sections", "skip"])
def test_the_sections_to_choose_from_are_those_of_the_program(schema, listed, key):
    names, _ = listed
    assert len(names) > 8
    assert suggested(schema, "pack", key) == names


PLACES = [(name, key) for name, part in MODES.items() for key in part.model_fields]


@pytest.mark.parametrize(("name", "key"), PLACES, ids=map(".".join, PLACES))
def test_the_values_of_each_mode_are_those_of_the_program(schema, listed, name, key):
    _, modes = listed
    own = choices(MODES[name], key)
    assert sorted(suggested(schema, "pack", name, key)) == sorted(own)
    if own:
        assert sorted(modes[f"{name}.{key}"]) == sorted(own)


@pytest.mark.parametrize("key", [key for key in OPTIONS if choices(Options, key)])
def test_the_values_of_each_option_are_those_of_the_program(schema, key):
    assert suggested(schema, "pack", key) == [*choices(Options, key)]


def test_the_moves_to_choose_from_are_those_that_have_prompts(schema, tmp_path):
    moves = suggested(schema, "evaluation", "paragraphs", "move")
    said = studypack("explain", "evaluation.paragraphs.move", cwd=tmp_path).stdout
    assert [move for move in re.findall(r"[\w-]+", said) if move in moves][: len(moves)] == moves
    assert suggested(schema, "evaluation", "try", "moves") == moves
    content = {
        "title": "T",
        "evaluation": {"paragraphs": [[{"move": move, "text": "It was so."} for move in [*moves, "a move of ours"]]]},
        "pack": {"evaluation": {"mode": "scaffold"}},
    }
    (tmp_path / "t.yaml").write_text(yaml.safe_dump(content), "utf-8")
    assert studypack("build", "t.yaml", cwd=tmp_path).returncode == 0
    words = " ".join(text_of(tmp_path / "build" / "t.pdf").split())
    assert words.count("Write this part of the answer") == 1


def test_what_an_editor_suggests_is_explained(schema):
    for node in (
        schema["$defs"]["Move"]["properties"]["move"],
        schema["$defs"]["Options"]["properties"]["skip"]["items"],
    ):
        (names,) = (each for each in node["anyOf"] if "enum" in each)
        assert len(names["enumDescriptions"]) == len(names["enum"])
        assert sum(map(bool, names["enumDescriptions"])) >= len(names["enum"]) - 1


OTHERS = [
    "paper: A4",
    "paper: Half-Letter",
    "profile: LARGE",
    "grey: Yes",
    "eco: on",
    "punch: OFF",
    "table: {mode: Paired, by: DATE}",
    "worksheets: {support: Bank+Hints, ladder: No}",
    "sections: [cloze]",
    "skip: [2, a name to come]",
]
WRONG = ["paper: a7", "paper: [a4]", "table: {mode: side-by-side}", "eco: maybe", "worksheets: {support: bank hints}"]


def test_names_in_other_spellings_stay_valid_and_wrong_ones_do_not(schema_file, tmp_path):
    files = {text: tmp_path / f"{number}.yaml" for number, text in enumerate([*OTHERS, *WRONG])}
    for text, path in files.items():
        path.write_text(f"{SMALL}pack: {{{text}}}\n", "utf-8")
    refused = checked(schema_file, [*files.values()])
    assert [text for text, path in files.items() if path in refused] == WRONG
    for text in OTHERS[:-2]:
        assert read(files[text]).pack.pack.model_fields_set
    own = tmp_path / "own.yaml"
    own.write_text("title: T\nevaluation: {paragraphs: [[{move: issue, text: T}]], try: {text: T, moves: [rule]}}\n")
    assert checked(schema_file, [own]) == set()
