"""`studypack build --verify`: the same bytes, or what is different and a way out; and nothing is written."""

import hashlib
import re

import pikepdf
import pytest

from studypack import __version__
from tests.command import SMALL, studypack


def state(folder):
    """All that is in a folder, and when it was changed."""
    return {
        path.relative_to(folder): (stat.st_ino, stat.st_mtime_ns, stat.st_size, path.is_file() and path.read_bytes())
        for path in sorted(folder.rglob("*"))
        for stat in [path.stat()]
    }


def verified(desk, *words, **environment):
    before = state(desk)
    done = studypack("build", "--verify", *words, cwd=desk, **environment)
    assert state(desk) == before, "something was written"
    assert "Traceback" not in done.stderr
    return done


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--booklet"],
        ["--two-up", "--sections", "worksheets"],
        ["--out", "elsewhere", "--paper", "letter"],
        ["--key", "appendix", "--skip", "cover"],
        ["--profile", "large", "--grey", "--eco"],
        ["--seed", "7", "--hyphenate", "--set", "table.mode=sort", "--set", "worksheets.ladder=yes"],
        ["--duplex", "--punch", "--no-hyphenate", "--full-ink", "--color"],
    ],
    ids=" ".join,
)
def test_what_was_built_with_the_same_choices_is_the_same(desk, words):
    assert studypack("build", *words, cwd=desk).returncode == 0
    done = verified(desk, *words)
    assert done.returncode == 0
    assert "error" not in done.stderr
    folder = desk / ("elsewhere" if "elsewhere" in words else "build")
    files = sorted(folder.iterdir())
    assert sorted(done.stdout.splitlines()) == sorted(
        f"{file.relative_to(desk)}  the same bytes, sha256 {hashlib.sha256(file.read_bytes()).hexdigest()[:16]}"
        for file in files
    )


def test_of_several_contents_each_is_told(desk):
    (desk / "content" / "second.yaml").write_text(SMALL.replace("Weimar", "Second"), encoding="utf-8")
    assert studypack("build", cwd=desk).returncode == 0
    assert len(verified(desk).stdout.splitlines()) == 4
    (desk / "build" / "second-answers.pdf").unlink()
    done = verified(desk)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 3
    assert "error: build/second-answers.pdf is not there\n" in done.stderr
    assert "build it first, without --verify, or name its folder: --out" in done.stderr
    assert verified(desk, "content/weimar.yaml").returncode == 0


def test_before_anything_is_built_nothing_is_made(desk):
    done = verified(desk)
    assert (done.returncode, done.stdout) == (1, "")
    assert not (desk / "build").exists()
    assert done.stderr.count("is not there") == 2


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--paper", "a5"], "pages, not"),
        (["--paper", "letter", "--sections", "table"], "its pages are of another size"),
        (["--seed", "5", "--sections", "table", "--set", "table.mode=sort"], "page 1 is the first with other words"),
        (["--grey", "--sections", "table"], "the words and pages are the same, their looks are not"),
    ],
)
def test_other_choices_are_a_likely_cause(desk, words, says):
    studypack("build", "--sections", "table", *(["--set", "table.mode=sort"] if "--seed" in words else []), cwd=desk)
    done = verified(desk, *words)
    assert done.returncode == 1
    assert f"error: build/weimar.pdf is not what would be built now: {says}" in re.sub(r"it has \d+ ", "", done.stderr)
    assert "option" in done.stderr
    assert "help:" in done.stderr


def test_another_content_is_a_likely_cause(desk):
    studypack("build", cwd=desk)
    (desk / "content" / "weimar.yaml").write_text(SMALL.replace("adult", "citizen"), encoding="utf-8")
    done = verified(desk)
    assert done.returncode == 1
    assert "is the first with other words" in done.stderr
    assert "its content or an option has changed since" in done.stderr


def test_another_date_is_told_with_the_one_to_set(desk):
    studypack("build", cwd=desk, SOURCE_DATE_EPOCH="1700000000")
    done = verified(desk)
    assert done.returncode == 1
    assert "it has another date" in done.stderr
    assert "SOURCE_DATE_EPOCH=1700000000: set that" in done.stderr
    assert verified(desk, SOURCE_DATE_EPOCH="1700000000").returncode == 0
    studypack("build", cwd=desk)
    assert "it was built without SOURCE_DATE_EPOCH: unset it" in verified(desk, SOURCE_DATE_EPOCH="1").stderr


def test_another_version_is_told(desk):
    studypack("build", cwd=desk)
    file = desk / "build" / "weimar.pdf"
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Creator"] = "studypack 0.0.1"
        pdf.save(file)
    done = verified(desk)
    assert done.returncode == 1
    assert "it was made by studypack 0.0.1" in done.stderr
    assert f"this is studypack {__version__}: build it anew" in done.stderr


@pytest.mark.parametrize(
    "damage", [lambda data: b"", lambda data: data[:500], lambda data: data[:-9], lambda data: b"\x1b[31mhello\n"]
)
def test_a_damaged_file_is_told(desk, damage):
    studypack("build", cwd=desk)
    file = desk / "build" / "weimar.pdf"
    file.write_bytes(damage(file.read_bytes()))
    done = verified(desk)
    assert done.returncode == 1
    assert "it is damaged, or no PDF at all" in done.stderr
    assert done.stdout.startswith("build/weimar-answers.pdf  the same bytes")


def test_one_changed_bit_is_found(desk):
    studypack("build", cwd=desk)
    file = desk / "build" / "weimar-answers.pdf"
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    done = verified(desk)
    assert done.returncode == 1
    assert "error: build/weimar-answers.pdf is not what would be built now" in done.stderr


def test_a_folder_in_the_place_of_a_file_is_told(desk):
    (desk / "build" / "weimar.pdf").mkdir(parents=True)
    done = verified(desk)
    assert done.returncode == 1
    assert "cannot read build/weimar.pdf: is a directory" in done.stderr


def test_mistakes_and_warnings_are_told_as_by_build(desk):
    studypack("build", cwd=desk)
    assert "weimar-answers.pdf is of an earlier build" in verified(desk, "--key", "appendix").stderr
    assert "the section 'flashcards' is left out" in verified(desk, "--booklet", "--preset", "full").stderr
    (desk / "content" / "weimar.yaml").write_text(SMALL + "oops: 1\n", encoding="utf-8")
    done = verified(desk)
    assert done.returncode == 1
    assert "unknown key 'oops'" in done.stderr


def test_help_tells_of_it_with_an_example(tmp_path):
    done = studypack("build", "--help", cwd=tmp_path)
    assert "--verify" in done.stdout
    assert "Example: studypack build --verify" in done.stdout
