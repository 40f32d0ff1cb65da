"""What `studypack new` writes: a pack of any topic, whose placeholders are listed until they are replaced."""

import re
from pathlib import Path

import pytest

from studypack.advice.rules import advice
from studypack.model.content import Pack
from studypack.model.options import Flags
from studypack.output import starter
from studypack.output.build import build, read
from studypack.output.starter import TEMPLATES, write_starter
from tests.command import studypack, text_of
from tests.test_content import checked

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
    "TITLE and TOPIC": "TITLE and TOPIC",
}


@pytest.mark.parametrize(("title", "named"), TITLES.items(), ids=[title[:30] for title in TITLES])
def test_a_starter_of_any_title_names_it_in_each_placeholder(tmp_path, monkeypatch, title, named):
    monkeypatch.chdir(tmp_path)
    path, *_ = write_starter(title)
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
    assert done.stderr.count("placeholders of the starter that are still to be replaced: 29") == 1
    assert "= help: studypack check content/the-cold-war-origins.yaml lists them" in done.stderr
    words = " ".join(text_of(tmp_path / "build" / "the-cold-war-origins.pdf").split())
    assert "The “Cold” War: origins – a first advantage" in words
    done = studypack("check", "content/the-cold-war-origins.yaml", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.count("this is a placeholder of the starter") > 10
    assert studypack("check", "--strict", cwd=tmp_path).returncode == 1


def test_a_starter_is_done_when_the_last_mark_is_gone(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path, *_ = write_starter("Photosynthesis")
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
    path, *_ = write_starter("Photosynthesis")
    head, _, rest = path.read_text("utf-8").partition(f"\n# {key}:")
    block, *after = re.split(r"\n(?!#  )", rest, maxsplit=1)
    used = f"\n{key}:{block}".replace("\n# ", "\n")
    path.write_text("\n".join([head + used, *after]), "utf-8")
    written = read(path).pack.model_fields_set
    assert key in {Pack.model_fields[name].alias or name for name in written}
    assert list(build([path], Path("build"), Flags(), lambda _: None))


HAS = {
    "any": (["side: advantage", "evaluation:", "glossary:"], ["date:"]),
    "history": (["date:", "events:", "people:", "      > — "], []),
    "science": (["$$", "| ---", "draw: axes"], ["date:", "events:"]),
    "geography": (["| ---", "theme: Social", "mode: paired"], ["date:"]),
    "english": (["      > ", "      > — ", "theme:", "try:"], ["date:"]),
    "languages": (["{lang=fr}", "glossary:", "flashcards:", "| ---"], ["date:"]),
    "law": (["*Smith v Jones*", "      > — ", "move: issue"], ["date:"]),
    "computing": (["```python", "| ---", "`"], ["date:"]),
    "primary": (["profile: large", "support: bank"], ["date:", "evaluation:"]),
    "blank": (["side: advantage"], ["evaluation:", "glossary:", "date:"]),
}
"""What the pack of a template has and has not, comments aside; each line of a table is said as `| ---`."""


def bare_lines(path):
    """The lines that are no comments, with the rules of tables in one form."""
    lines = (line for line in path.read_text("utf-8").splitlines() if not line.lstrip().startswith("#"))
    return "\n".join(re.sub(r"\|:?-[-:| ]*\|", "| ---", line) for line in lines)


@pytest.mark.parametrize("template", TEMPLATES)
def test_each_template_is_a_pack_of_its_subject_that_builds_as_it_is(tmp_path, template):
    """Nothing is to be mended in it but its placeholders."""
    done = studypack("new", 'The "Cold" War: origins', "--template", template, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    path = tmp_path / "content" / "the-cold-war-origins.yaml"
    has, has_not = HAS[template]
    written = bare_lines(path)
    assert [each for each in has if each not in written] == []
    assert [each for each in has_not if each in written] == []
    assert read(path).pack.title == "The “Cold” War: origins"
    done = studypack("check", cwd=tmp_path)
    told = re.findall(r"^(?:advice|warning|error): (.*)$", done.stdout, re.MULTILINE)
    assert len(told) == written.count(MARK) + 1 >= 5
    assert {re.sub(r" that are .*", "", each) for each in told} == {
        "placeholders of the starter",
        "this is a placeholder of the starter",
    }
    assert studypack("build", cwd=tmp_path).returncode == 0
    words = " ".join(text_of(tmp_path / "build" / "the-cold-war-origins.pdf").split())
    assert words.count(MARK) >= 4
    if template != "blank":
        assert "The “Cold” War: origins – " in words


@pytest.mark.parametrize("template", [name for name in TEMPLATES if name != "blank"])
def test_each_template_names_two_sections_to_print_beside_it_and_how(tmp_path, monkeypatch, template):
    monkeypatch.chdir(tmp_path)
    path, *_ = write_starter("The Weimar Republic", template)
    named = re.findall(r"^#.* --sections (\w+)(?:.*--set (\S+=\w+))?", path.read_text("utf-8"), re.MULTILINE)
    assert len({section for section, _ in named}) >= 2
    for section, setting in named:
        for choice in filter(None, ("", setting)):
            done = studypack("build", "--sections", section, *(("--set", choice) if choice else ()), cwd=tmp_path)
            assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("title", ["a {{ gap", "back\\slash", "# one: {two}", "TITLE and TOPIC", "A long title " * 9])
def test_any_title_suits_any_template(tmp_path, monkeypatch, template, title):
    monkeypatch.chdir(tmp_path)
    loaded = read(write_starter(title, template)[0])
    assert loaded.pack.title == " ".join(title.split())
    assert loaded.warnings == ()


def test_the_templates_are_listed_each_with_what_it_is_for(tmp_path):
    done = studypack("new", "--list", cwd=tmp_path)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert [line.split()[0] for line in lines] == [*TEMPLATES]
    assert all(re.fullmatch(r"[a-z]+ +[A-Z][^#\[]{30,66}\.", line) for line in lines), lines
    assert list(tmp_path.iterdir()) == []
    files = {path.stem for path in (Path(starter.__file__).parent / "starters").iterdir()}
    assert files == {*TEMPLATES, "head"}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("histroy", "did you mean 'history'?"),
        ("Computing science", "did you mean 'computing'?"),
        ("zzz", f"there are: {', '.join(TEMPLATES)}"),
        ("head", "there are: any, history"),
        ("../any", "did you mean 'any'?"),
    ],
)
def test_a_template_that_does_not_exist_is_told(tmp_path, typed, said):
    done = studypack("new", "Rome", "--template", typed, cwd=tmp_path)
    assert done.returncode == 2
    assert f"there is no template '{typed.lower()}'" in done.stderr
    assert said in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("typed", ["History", " history ", "HISTORY"])
def test_a_template_may_be_typed_in_capitals(tmp_path, typed):
    assert studypack("new", "Rome", "--template", typed, cwd=tmp_path).returncode == 0
    assert "events:" in (tmp_path / "content" / "rome.yaml").read_text("utf-8")


def test_an_editor_finds_the_schema_beside_the_file_wherever_both_are(tmp_path):
    for template in TEMPLATES:
        assert studypack("new", f"x/{template}.yaml", "--template", template, cwd=tmp_path).returncode == 0
    schema, written = tmp_path / "x" / "studypack.schema.json", sorted((tmp_path / "x").glob("*.yaml"))
    first = {path.read_text("utf-8").splitlines()[0] for path in written}
    assert first == {f"# yaml-language-server: $schema={schema.name}"}
    assert checked(schema, written) == set()
    spoilt = tmp_path / "x" / "spoilt.yaml"
    spoilt.write_text(written[0].read_text("utf-8") + "\nglosary: []\n", "utf-8")
    assert checked(schema, [spoilt]) == {spoilt}
    assert str(tmp_path) not in schema.read_text("utf-8")


def test_the_schema_is_written_where_it_is_missing_or_of_another_version(tmp_path):
    schema = tmp_path / "content" / "studypack.schema.json"
    assert schema.name in studypack("new", "One", cwd=tmp_path).stdout
    right = schema.read_bytes()
    assert studypack("schema", cwd=tmp_path).stdout.encode() == right
    assert schema.name not in studypack("new", "Two", cwd=tmp_path).stdout
    schema.write_text("{}")
    assert schema.name in studypack("new", "Three", cwd=tmp_path).stdout
    assert schema.read_bytes() == right
    schema.unlink()
    done = studypack("schema", "--out", "content/studypack.schema.json", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "content/studypack.schema.json\n")
    assert schema.read_bytes() == right


def test_neither_file_is_written_where_one_cannot_be(tmp_path):
    (tmp_path / "content" / "studypack.schema.json").mkdir(parents=True)
    done = studypack("new", "One", cwd=tmp_path)
    assert done.returncode == 1
    assert "cannot write content/studypack.schema.json" in done.stderr
    assert [path.name for path in (tmp_path / "content").iterdir()] == ["studypack.schema.json"]
