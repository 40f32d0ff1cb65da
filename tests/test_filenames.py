"""What the files of a build are called, and that no file of one content takes the place of another's."""

import os
from pathlib import Path

import pytest

from studypack.base.errors import StudypackError, UsageError
from studypack.model.options import Flags
from studypack.output.build import build
from tests.command import SMALL, studypack

FLAGS = Flags(sections=("worksheets",))


def written(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(SMALL, encoding="utf-8")
    return [Path(name) for name in names]


def made(contents, out="build", flags=FLAGS):
    return [str(file.path) for file in build(contents, Path(out), flags, lambda _: None)]


@pytest.mark.parametrize(
    ("out", "files"),
    [
        ("handout.pdf", ["handout.pdf", "handout-answers.pdf"]),
        ("Hand out.PDF", ["Hand out.PDF", "Hand out-answers.pdf"]),
        ("for/class 9/handout.pdf", ["for/class 9/handout.pdf", "for/class 9/handout-answers.pdf"]),
        ("there.pdf", ["there.pdf/x.pdf", "there.pdf/x-answers.pdf"]),
        ("week.1", ["week.1/x.pdf", "week.1/x-answers.pdf"]),
        ("old.docx", ["old.docx/x.pdf", "old.docx/x-answers.pdf"]),
    ],
)
def test_out_names_a_file_or_a_folder(tmp_path, monkeypatch, out, files):
    monkeypatch.chdir(tmp_path)
    for folder in ("there.pdf", "old.docx"):
        Path(folder).mkdir()
    assert made(written(tmp_path, "x.yaml"), out) == files
    assert all(Path(file).is_file() for file in files)


@pytest.mark.parametrize("flags", [["--booklet"], ["--two-up"], ["--key", "none"]])
def test_the_pack_has_the_name_that_is_given_whatever_it_is(typed, tmp_path, flags):
    assert typed("build", "-s", "worksheets", *flags, "--out", "handout.pdf")[0] == 0
    assert (tmp_path / "handout.pdf").is_file()
    assert (tmp_path / "handout-answers.pdf").exists() != ("none" in flags)
    assert typed("build", "-s", "worksheets", *flags, "--out", "handout.pdf", "--verify")[0] == 0
    assert not list(tmp_path.glob("handout*-booklet*"))


@pytest.mark.parametrize("out", ["pack.docx", "pack.yaml", "pack.txt", "notes/pack.png"])
def test_out_is_no_other_kind_of_file(tmp_path, monkeypatch, out):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="a pack is a PDF"):
        made(written(tmp_path, "x.yaml"), out)


def test_one_file_is_not_for_several_packs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="there are several packs"):
        made(written(tmp_path, "x.yaml", "y.yaml"), "handout.pdf")
    assert not list(tmp_path.glob("*.pdf"))


SPELLINGS = ["content/weimar.yaml", "./content/weimar.yaml", "content/../content/weimar.yaml", "link.yaml", "hard.yaml"]


def test_one_file_is_one_pack_however_often_it_is_named(typed, tmp_path):
    path = tmp_path / "content" / "weimar.yaml"
    (tmp_path / "link.yaml").symlink_to(path)
    os.link(path, tmp_path / "hard.yaml")
    status, out, _ = typed("build", *SPELLINGS, str(path), "-s", "worksheets")
    assert (status, len(out.splitlines())) == (0, 2)
    assert sorted(path.name for path in (tmp_path / "build").iterdir()) == ["weimar-answers.pdf", "weimar.pdf"]
    status, out, _ = typed("check", *SPELLINGS)
    assert (status, out.count("weimar.yaml: ")) == (0, 1)


CLASHES = [
    (["x.yaml", "x-answers.yaml"], "x-answers"),
    (["x.yaml", "x.yml"], "x"),
    (["x.yaml", "X.yaml"], "x"),
    (["x.yaml", "X-Answers.YML"], "x-answers"),
    (["a b.yaml", "a-b.yaml"], "a-b"),
    (["x.yaml", "x-booklet.yaml"], "x-booklet"),
    (["x.yaml", "x-two-up.yaml"], "x-two-up"),
]


@pytest.mark.parametrize(("names", "clash"), CLASHES, ids=["+".join(names) for names, _ in CLASHES])
def test_contents_that_would_share_a_file_are_told_together_and_alone(tmp_path, monkeypatch, names, clash):
    monkeypatch.chdir(tmp_path)
    paths = written(tmp_path, *names)
    for contents in ([paths[0]], [paths[1]], paths, paths[::-1]):
        with pytest.raises(StudypackError) as caught:
            made(contents)
        (problem,) = caught.value.problems
        assert f"{clash}.pdf would be a file of " in problem.message
        assert problem.source in names
        way_out = problem.hint.rpartition("--out ")[2]
        assert made([Path(problem.source)], way_out)[0] == way_out
        for file in tmp_path.glob("*.pdf"):
            file.unlink()
    assert not Path("build").exists()


@pytest.mark.parametrize(
    ("name", "what"),
    [("X.docx", "this is a Word document"), ("x.pdf", "this is a PDF"), ("x-answers", "this is a folder")],
)
def test_what_is_no_content_is_told_so_and_shares_no_name(tmp_path, monkeypatch, name, what):
    monkeypatch.chdir(tmp_path)
    written(tmp_path, "x.yaml")
    if Path(name).suffix:
        Path(name).write_bytes({".docx": b"PK\x03\x04 word/", ".pdf": b"%PDF-1.7"}[Path(name).suffix])
    else:
        Path(name).mkdir()
    for out in ("build", "one.pdf"):
        with pytest.raises(StudypackError) as caught:
            made([Path("x.yaml"), Path(name)], out)
        assert [problem.message.partition(",")[0] for problem in caught.value.problems] == [what]


def test_contents_that_share_no_file_are_neighbours(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    paths = written(tmp_path, "x.yaml", "x-2.yaml", "answers.yaml", "y.yaml")
    Path("notes.txt").write_text("x")
    assert len(made(paths)) == 8


def test_the_real_program_names_the_file_that_it_was_told(tmp_path):
    written(tmp_path, "x.yaml")
    done = studypack("build", "x.yaml", "--sections", "worksheets", "--out", "handout.pdf", cwd=tmp_path)
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["handout.pdf", "handout-answers.pdf"]
