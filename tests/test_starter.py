"""What `studypack new` writes: a pack of any topic, whose placeholders are listed until they are replaced."""

import re
from pathlib import Path

import pytest

from studypack.advice.rules import advice
from studypack.model.options import Flags
from studypack.output.build import build, read
from studypack.output.starter import write_starter
from tests.command import studypack, text_of

MARK = "[replace this]"
TITLES = {
    "Photosynthesis": "Photosynthesis",
    "The Weimar Republic": "The Weimar Republic",
    'The "Cold" War: origins': "The “Cold” War: origins",
    "Was Stalin a realist?": "Was Stalin a realist?",
    "Schrödinger’s cat #1": "Schrödinger’s cat #1",
    "'Ozymandias' & 'If—'": "‘Ozymandias’ & ‘If—’",
    "Ленин и НЭП": "Ленин и НЭП",
    "- dash first: {yes}": "",
    "a {{ gap": "",
    "100 % **bold** [x]": "",
    "back\\slash": "",
    "A long title " * 9: "",
}


@pytest.mark.parametrize(("title", "named"), TITLES.items(), ids=[title[:30] for title in TITLES])
def test_a_starter_of_any_title_names_it_in_each_placeholder(tmp_path, monkeypatch, title, named):
    monkeypatch.chdir(tmp_path)
    path = write_starter(title)
    loaded = read(path)
    assert loaded.warnings == ()
    lines = path.read_text("utf-8").splitlines()
    assert not any("Weimar" in line for line in lines if "Weimar" not in title)
    told = [problem for problem in advice(loaded) if problem.path != ("title",) and "no date" not in problem.message]
    found = [problem for problem in told if problem.message == "this is a placeholder of the starter"]
    assert found == told
    marked = [number for number, line in enumerate(lines, 1) if MARK in line and not line.startswith("#")]
    assert [problem.line for problem in found] == marked
    assert len(marked) > 10
    for problem in found:
        assert problem.excerpt[problem.column - 1 :].startswith(MARK)
        typed = title if named else "this topic"
        assert typed in problem.excerpt.replace('\\"', '"')
    assert not loaded.pack.period
    assert all(point.date is None for point in loaded.pack.points)


def test_the_starter_builds_and_build_says_once_what_is_left(tmp_path):
    assert studypack("new", 'The "Cold" War: origins', cwd=tmp_path).returncode == 0
    done = studypack("build", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stderr.count("placeholders of the starter that are still to be replaced: 20") == 1
    assert "= help: studypack check content/the-cold-war-origins.yaml lists them" in done.stderr
    words = " ".join(text_of(tmp_path / "build" / "the-cold-war-origins.pdf").split())
    assert "The “Cold” War: origins – a first advantage" in words
    done = studypack("check", "content/the-cold-war-origins.yaml", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.count("this is a placeholder of the starter") > 10
    assert studypack("check", "--strict", cwd=tmp_path).returncode == 1


def test_a_starter_is_done_when_the_last_mark_is_gone(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = write_starter("Photosynthesis")
    said = []
    text = path.read_text("utf-8")
    while MARK in text.partition("\ntitle:")[2]:
        head, title, rest = text.partition("\ntitle:")
        left = rest.count(MARK)
        list(build([path], Path("build"), Flags(sections=("table",)), said.append))
        assert said.pop().message == f"placeholders of the starter that are still to be replaced: {left}"
        assert said == []
        text = head + title + rest.replace(f" {MARK}", "", max(1, left - 1))
        path.write_text(text, "utf-8")
    list(build([path], Path("build"), Flags(sections=("table",)), said.append))
    assert said == []


BLOCKS = ["subject", "level", "sides", "events", "worksheets", "people", "pack"]


@pytest.mark.parametrize("key", BLOCKS)
def test_each_part_of_the_starter_that_is_a_comment_can_be_used(tmp_path, monkeypatch, key):
    monkeypatch.chdir(tmp_path)
    path = write_starter("Photosynthesis")
    head, _, rest = path.read_text("utf-8").partition(f"\n# {key}:")
    block, *after = re.split(r"\n(?!#  )", rest, maxsplit=1)
    used = f"\n{key}:{block}".replace("\n# ", "\n")
    path.write_text("\n".join([head + used, *after]), "utf-8")
    assert key in read(path).pack.model_fields_set
    assert list(build([path], Path("build"), Flags(), lambda _: None))
