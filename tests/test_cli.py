"""The program as a user runs it: its real entry point, in a folder of its own."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from studypack.base.wording import quantity
from studypack.cli.commands import COMMANDS, loaded
from studypack.sections import SECTIONS
from tests.command import SMALL, started, studypack, text_of

README = Path(__file__).parents[1] / "README.md"
TERMS = """
glossary:
  - {term: reparations, meaning: Money that was to make good the harm.}
  - {term: Freikorps, meaning: Bands of soldiers who had not gone home.}
"""


def test_build_prints_what_it_made(desk):
    done = studypack("build", cwd=desk)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["build/weimar.pdf", "left", "build/weimar-answers.pdf"]
    with pypdfium2.PdfDocument(desk / "build" / "weimar.pdf") as pdf:
        assert f"{len(pdf)} pages" in lines[0]
    size = (desk / "build" / "weimar.pdf").stat().st_size
    assert f"{round(size / 1024)} KB" in lines[0]


def test_without_content_nothing_is_made_and_the_two_ways_on_are_told(tmp_path):
    for words in (["build"], ["check"], ["sections"], ["preview"], ["print", "--copies", "30"]):
        done = studypack(*words, cwd=tmp_path)
        assert done.returncode == 1
        assert done.stdout == ""
        assert "error: there is no content here" in done.stderr
        assert 'studypack new "' in done.stderr
        assert "studypack build --demo" in done.stderr
        assert list(tmp_path.iterdir()) == []


def test_the_demo_is_built_and_checked_where_it_is_asked_for(tmp_path):
    assert studypack("build", "--demo", "--sections", "table", cwd=tmp_path).returncode == 0
    assert "Arcos" in text_of(tmp_path / "build" / "anglo-soviet-relations.pdf")
    assert "rubisco" in text_of(tmp_path / "build" / "photosynthesis.pdf")
    done = studypack("check", "--demo", "--strict", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "anglo-soviet-relations.yaml" in studypack("sections", "--demo", cwd=tmp_path).stdout
    assert studypack("preview", "--demo", "--sections", "table", cwd=tmp_path).returncode == 0
    # A picture is of one pack, the first.
    assert [path.name for path in (tmp_path / "build").glob("*.png")] == ["anglo-soviet-relations-preview.png"]


def test_the_demo_is_never_printed_and_never_taken_beside_a_file(desk):
    assert "it is an option of build, preview, check, sections" in studypack("print", "--demo", cwd=desk).stderr
    done = studypack("build", "content/weimar.yaml", "--demo", cwd=desk)
    assert (done.returncode, (desk / "build").exists()) == (2, False)
    assert "leave one of them out" in done.stderr


def test_every_file_in_the_content_folder_is_built(desk):
    (desk / "content" / "second.yml").write_text(SMALL.replace("Weimar", "Second"), encoding="utf-8")
    done = studypack("build", "--key", "none", cwd=desk)
    assert done.returncode == 0
    assert sorted(path.name for path in (desk / "build").iterdir()) == ["second.pdf", "weimar.pdf"]


def test_two_contents_of_one_name_are_told_and_both_can_be_built(desk):
    (desk / "other").mkdir()
    (desk / "other" / "weimar.yaml").write_text(SMALL, encoding="utf-8")
    done = studypack("build", "content/weimar.yaml", "other/weimar.yaml", "--key", "none", cwd=desk)
    assert done.returncode == 1
    assert not (desk / "build").exists()
    assert "weimar.pdf would be a file of content/weimar.yaml, too" in done.stderr
    way_out = done.stderr.rpartition("--out ")[2].strip()
    assert studypack("build", "content/weimar.yaml", "--key", "none", cwd=desk).returncode == 0
    assert studypack("build", "other/weimar.yaml", "--key", "none", "--out", way_out, cwd=desk).returncode == 0
    assert (desk / "weimar-2.pdf").exists()


def test_sections_are_printed_in_the_order_asked_for(desk):
    done = studypack("build", "--sections", "timeline,Table", "--key", "none", cwd=desk)
    assert done.returncode == 0
    words = text_of(desk / "build" / "weimar.pdf")
    assert words.index("PART 1\r\nTimeline") < words.index("PART 2")


def test_the_pack_keeps_its_answers_to_the_key(desk):
    assert studypack("build", "--sections", "worksheets", cwd=desk).returncode == 0
    key = text_of(desk / "build" / "weimar-answers.pdf")
    assert "vote" in key
    assert "blame" in key


def test_the_key_as_an_appendix_and_not_at_all(desk):
    studypack("build", "--key", "appendix", cwd=desk)
    assert [path.name for path in (desk / "build").iterdir()] == ["weimar.pdf"]
    assert "Answer key" in text_of(desk / "build" / "weimar.pdf")
    studypack("build", "--key", "none", "--out", "none", cwd=desk)
    assert [path.name for path in (desk / "none").iterdir()] == ["weimar.pdf"]
    assert "Answer key" not in text_of(desk / "none" / "weimar.pdf")


def test_the_content_sets_defaults_and_flags_override_them(desk):
    path = desk / "content" / "weimar.yaml"
    path.write_text(SMALL + "pack:\n  paper: a5\n  key: none\n  sections: [table]\n", encoding="utf-8")

    def page_size():
        with pypdfium2.PdfDocument(desk / "build" / "weimar.pdf") as pdf:
            return tuple(round(side / 72 * 25.4) for side in pdf[0].get_size())

    assert studypack("build", cwd=desk).returncode == 0
    assert page_size() == (148, 210)
    assert [each.name for each in (desk / "build").iterdir()] == ["weimar.pdf"]
    assert studypack("build", "--paper", "Letter", cwd=desk).returncode == 0
    assert page_size() == (216, 279)


def test_a_default_that_does_not_exist_is_told_with_its_line(desk):
    path = desk / "content" / "weimar.yaml"
    path.write_text(SMALL + "pack:\n  paper: a6\n  sections: [tabel]\n", encoding="utf-8")
    done = studypack("build", cwd=desk)
    assert done.returncode == 1
    assert "content/weimar.yaml:12:10" in done.stderr
    assert "a4" in done.stderr
    path.write_text(SMALL + "pack:\n  sections: [cover, tabel]\n", encoding="utf-8")
    done = studypack("build", cwd=desk)
    assert done.returncode == 1
    assert "content/weimar.yaml:12:21" in done.stderr
    assert "did you mean 'table'?" in done.stderr


def test_an_unknown_section_is_an_error_with_a_suggestion(desk):
    done = studypack("build", "--sections", "table,timelin", cwd=desk)
    assert done.returncode == 2
    assert "no section 'timelin'" in done.stderr
    assert "did you mean 'timeline'?" in done.stderr
    assert not (desk / "build").exists()


def test_a_section_that_the_content_cannot_serve_says_what_is_missing(desk):
    done = studypack("build", "--sections", "evaluation", cwd=desk)
    assert done.returncode == 1
    assert "the section 'evaluation' cannot be printed: the content has no evaluation" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["build", "--paper", "a3"],
        ["build", "--seed", "-1"],
        ["build", "--nonsense"],
        ["build", "--booklet", "--two-up"],
        ["make"],
        ["new"],
    ],
)
def test_a_mistake_in_the_command_is_status_two(desk, words):
    done = studypack(*words, cwd=desk)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_check_gives_advice_and_strict_fails_on_it(desk):
    path = desk / "content" / "weimar.yaml"
    path.write_text(SMALL.replace("{{vote}}", "vote"), encoding="utf-8")
    done = studypack("check", cwd=desk)
    assert done.returncode == 0
    assert "no gap" in done.stdout
    assert studypack("check", "--strict", cwd=desk).returncode == 1


def test_check_tells_what_build_warns_of(desk):
    path = desk / "content" / "weimar.yaml"
    path.write_text(f"{SMALL}pack: {{worksheets: {{ladder: yes}}}}\n", encoding="utf-8")
    said = "levels 1 and 2 are one sheet, for no gap has a hint"
    assert said in studypack("check", cwd=desk).stdout
    assert said in studypack("build", "--sections", "worksheets", cwd=desk).stderr


def test_check_tells_every_problem_of_every_file(desk):
    (desk / "content" / "weimar.yaml").write_text(SMALL.replace("side: adv", "sied: adv"), encoding="utf-8")
    (desk / "content" / "x.yaml").write_text("title: x\nponts: []\n", encoding="utf-8")
    done = studypack("check", cwd=desk)
    assert done.returncode == 1
    assert "sied" in done.stdout
    assert "ponts" in done.stdout


def test_sections_tells_pages_and_what_is_missing(desk):
    done = studypack("sections", cwd=desk)
    assert done.returncode == 0
    lines = {line.split()[0]: line for line in done.stdout.splitlines()[2:]}
    assert "1 page" in lines["cover"]
    assert "the content has no" in lines["evaluation"]


def test_what_sections_are_good_for_that_are_asked_for_is_told_where_they_are_listed(tmp_path):
    asked = {section.name: section.good_for for section in SECTIONS if section.good_for}
    rows = re.findall(r"^\| `(\w+)` \|.*; (.*?); only where asked for \|$", README.read_text("utf-8"), re.MULTILINE)
    assert {name: said for name, said in rows if name != "notes"} == asked
    listed = studypack("sections", "--demo", cwd=tmp_path).stdout
    assert dict(re.findall(r"^  (\w+) .*\d pages?  [^:\n]*: (to .*)$", listed, re.MULTILINE)) == asked


@pytest.mark.parametrize(
    ("said", "can"),
    [
        ("", "quiz, vocabulary, retrieval, exit"),
        ("pack: {sections: [table, exit]}", "quiz, vocabulary, retrieval"),
        ("question: Was it a success?", "quiz, vocabulary, retrieval, exit, plan"),
    ],
)
def test_check_names_the_sections_that_the_content_is_enough_for(desk, said, can):
    (desk / "content" / "weimar.yaml").write_text(f"{SMALL}{TERMS}{said}\n", "utf-8")
    assert f"  can also be printed: {can}; studypack sections says" in studypack("check", cwd=desk).stdout


def test_new_overwrites_nothing(tmp_path):
    done = studypack("new", 'The "Cold" War: origins', cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    path = tmp_path / "content" / "the-cold-war-origins.yaml"
    assert done.stdout.startswith("content/the-cold-war-origins.yaml")
    path.write_text("title: mine", encoding="utf-8")
    assert studypack("new", 'The "Cold" War: origins', cwd=tmp_path).returncode == 1
    assert path.read_text("utf-8") == "title: mine"


def test_schema_accepts_the_shipped_content(tmp_path, shipped_path):
    done = studypack("schema", cwd=tmp_path)
    (tmp_path / "schema.json").write_text(done.stdout, encoding="utf-8")
    assert json.loads(done.stdout)["additionalProperties"] is False
    checker = [sys.executable, "-m", "check_jsonschema", "--schemafile", "schema.json", str(shipped_path)]
    checked = subprocess.run(checker, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example_and_is_listed_with_what_it_begins_with(command, tmp_path):
    done = studypack(command, "--help", cwd=tmp_path, COLUMNS="300")
    assert done.returncode == 0
    assert f"Example: studypack {command}" in done.stdout
    assert loaded(command).help.split("\n\n")[0].replace("\n", " ") == COMMANDS[command].summary


def test_section_names_complete_after_a_comma(tmp_path):
    done = studypack(
        cwd=tmp_path,
        _STUDYPACK_COMPLETE="complete_bash",
        COMP_WORDS="studypack build --sections table,ti",
        COMP_CWORD="3",
    )
    assert done.stdout.split() == ["table,title", "table,timeline"]


def test_an_old_pack_survives_a_mistake(desk):
    studypack("build", cwd=desk)
    before = (desk / "build" / "weimar.pdf").read_bytes()
    (desk / "content" / "weimar.yaml").write_text(SMALL + "oops: 1\n", encoding="utf-8")
    assert studypack("build", cwd=desk).returncode == 1
    assert (desk / "build" / "weimar.pdf").read_bytes() == before
    assert sorted(path.name for path in (desk / "build").iterdir()) == ["weimar-answers.pdf", "weimar.pdf"]


INTERRUPTED = """
import os, signal, sys
import studypack.base.files
def interrupt(handle):
    os.kill(os.getpid(), signal.SIGINT)
studypack.base.files.os.fsync = interrupt
sys.argv = ["studypack", "build"]
from studypack.cli import run
run()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of POSIX")
def test_control_c_while_a_file_is_written_is_status_130_and_leaves_the_old_one(desk):
    studypack("build", cwd=desk)
    before = (desk / "build" / "weimar.pdf").read_bytes()
    (desk / "content" / "weimar.yaml").write_text(SMALL.replace("adult", "citizen"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], cwd=desk, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 130, done.stderr
    assert "Traceback" not in done.stderr
    assert (desk / "build" / "weimar.pdf").read_bytes() == before
    assert sorted(path.name for path in (desk / "build").iterdir()) == ["weimar-answers.pdf", "weimar.pdf"]


def test_the_key_alone_answers_the_whole_pack(desk):
    assert studypack("build", "--sections", "answers", cwd=desk).returncode == 0
    words = text_of(desk / "build" / "weimar.pdf")
    assert "vote" in words
    assert [path.name for path in (desk / "build").iterdir()] == ["weimar.pdf"]


def test_a_content_folder_without_content_is_told(tmp_path):
    (tmp_path / "content").mkdir()
    done = studypack("build", cwd=tmp_path)
    assert done.returncode == 1
    assert "there is no YAML file in the folder content" in done.stderr
    (tmp_path / "content" / "W.YAML").write_text(SMALL, encoding="utf-8")
    assert studypack("build", cwd=tmp_path).stdout.startswith("build/w.pdf")


def test_a_mistake_in_one_of_many_files_names_the_file(desk):
    (desk / "content" / "a.yaml").write_text(SMALL + "pack: {sections: [evaluation]}\n", encoding="utf-8")
    (desk / "content" / "b.yaml").write_text("titel: x\n", encoding="utf-8")
    done = studypack("build", cwd=desk)
    assert done.returncode == 1
    assert "content/a.yaml" in done.stderr
    assert "content/b.yaml:1:1" in done.stderr


def test_a_date_of_the_build_that_is_none_is_told(desk):
    done = studypack("build", cwd=desk, SOURCE_DATE_EPOCH="soon")
    assert done.returncode == 1
    assert done.stderr.startswith("error: 'soon' is no number of seconds since 1970\n --> SOURCE_DATE_EPOCH\n")


def test_an_old_code_page_hides_letters_and_not_the_problem(desk):
    (desk / "content" / "weimar.yaml").write_text(SMALL + "Жук: 1\n", encoding="utf-8")
    done = started("build", cwd=desk, PYTHONIOENCODING="cp1252")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert ":11:1" in done.stderr


def test_a_starter_needs_a_title(tmp_path):
    done = studypack("new", " ", cwd=tmp_path)
    assert done.returncode == 2
    assert "needs a title" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_check_tells_what_build_would_refuse(desk):
    path = desk / "content" / "weimar.yaml"
    for content, reason in (
        ("title: T\n", "nothing is left to print\n --> content/weimar.yaml\n  = help: add points:"),
        (SMALL + "pack: {sections: [evaluation]}\n", "no evaluation"),
    ):
        path.write_text(content, encoding="utf-8")
        assert studypack("build", cwd=desk).returncode == 1
        done = studypack("check", cwd=desk)
        assert done.returncode == 1
        assert reason in done.stdout


def test_an_old_key_beside_a_new_pack_is_told(desk):
    studypack("build", cwd=desk)
    done = studypack("build", "--key", "appendix", cwd=desk)
    assert done.returncode == 0
    assert "weimar-answers.pdf is of an earlier build" in done.stderr


def test_a_booklet_stands_beside_the_pack_and_says_how_to_print_it(desk):
    assert studypack("build", cwd=desk).returncode == 0
    before = (desk / "build" / "weimar.pdf").read_bytes()
    done = studypack("build", "--booklet", "--preset", "full", cwd=desk)
    assert done.returncode == 0
    names = ["weimar-answers.pdf", "weimar-booklet.pdf", "weimar.pdf"]
    assert sorted(path.name for path in (desk / "build").iterdir()) == names
    assert (desk / "build" / "weimar.pdf").read_bytes() == before
    booklet, key = done.stdout.splitlines()
    with pypdfium2.PdfDocument(desk / "build" / "weimar-booklet.pdf") as pdf:
        sheets = len(pdf) // 2
        assert tuple(round(side / 72 * 25.4) for side in pdf[0].get_size()) == (297, 210)
    assert booklet.startswith(f"build/weimar-booklet.pdf  {4 * sheets} pages, ")
    assert booklet.endswith(f": {quantity(sheets, 'sheet')} of A4, print on both sides, flip on the short edge")
    assert "sheet" not in key
    assert "the section 'flashcards' is left out" in done.stderr
    assert "help: print it apart, without --booklet: --sections flashcards" in done.stderr
    assert "earlier build" not in done.stderr


def test_two_up_a_single_worksheet_is_there_twice(desk):
    done = studypack("build", "--two-up", "-s", "worksheets", "--paper", "half-letter", "--key", "none", cwd=desk)
    assert done.returncode == 0
    assert done.stdout.endswith(": 1 sheet of Letter, print on one side\n")
    assert text_of(desk / "build" / "weimar-two-up.pdf").count("WORKSHEET 1") == 2


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--booklet", "-s", "flashcards"], "the section 'flashcards' is sheets to cut"),
        (["--two-up", "-s", "flashcards"], "print without --two-up"),
        (["--booklet", "--one-sided"], "a booklet is printed on both sides"),
    ],
)
def test_what_cannot_be_imposed_is_told(desk, words, reason):
    done = studypack("build", *words, cwd=desk)
    assert done.returncode == 2
    assert reason in done.stderr
    assert not (desk / "build").exists()


def test_no_section_at_all_is_a_mistake_in_the_command(desk):
    assert studypack("build", "--sections=", cwd=desk).returncode == 2


@pytest.mark.parametrize("command", ["check", "build", "preview"])
def test_what_is_taller_than_a_page_is_told_with_its_section_and_line(desk, command):
    path = desk / "content" / "weimar.yaml"
    own = SMALL + "pack: {paper: a5}\nsides:\n  advantage: " + "Versailles " * 400
    path.write_text(own, encoding="utf-8")
    done = studypack(command, cwd=desk)
    assert done.returncode == 1
    told = done.stdout + done.stderr
    assert "'advantage' is too long: the section 'table' has no page for it" in told
    assert f"content/weimar.yaml:{len(own.splitlines())}:14" in told


@pytest.mark.parametrize(
    ("command", "but"),
    [
        ("preview", {"--out", "--verify", "--verbose"}),
        ("print", {"--out", "--verify", "--verbose", "--open", "--key", "--demo"}),
    ],
)
def test_every_choice_of_build_is_one_of_seeing_and_printing_too(command, but):
    """What is seen first, and what is printed at once, is what would be built."""

    def choices(name):
        return {word for option in loaded(name).params for word in option.opts if "-" in word[:1]}

    assert len(choices("build")) > 15
    assert choices("build") - choices(command) - {"-o"} == but


SIZES = ["99999999999999999999", "100000000", "-5", "0", "wide", "٣"]
IN_SIZES = """
import os, sys
from studypack.cli import run
for size in sys.argv[1].split(","):
    if os.fork() == 0:
        os.environ.update(COLUMNS=size, LINES=size, TERMINAL_WIDTH=size)
        sys.argv[1:] = ["--help"]
        run()
    assert os.wait()[1] == 0
    print("===", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="processes fork on POSIX")
def test_a_size_that_no_terminal_has_is_as_none(desk):
    words = [sys.executable, "-c", IN_SIZES, ",".join(["", *SIZES])]
    done = subprocess.run(words, cwd=desk, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    unsaid, *given, _ = done.stdout.split("===\n")
    assert "Usage:" in unsaid
    assert dict(zip(SIZES, given, strict=True)) == dict.fromkeys(SIZES, unsaid)


def test_print_tells_of_a_missing_file_before_it_asks_for_the_printer(tmp_path):
    done = studypack("print", "nothere.pdf", "--printer", "ipp://127.0.0.1:9/none", cwd=tmp_path)
    assert done.returncode == 1
    assert "no such file" in done.stderr
    assert "nothere.pdf" in done.stderr
    assert "127.0.0.1" not in done.stderr


def test_a_working_directory_that_was_deleted_is_told(tmp_path):
    gone = tmp_path / "gone"
    script = 'mkdir "$1" && cd "$1" && rmdir "$1" && exec "$2" -P -m studypack check'
    done = subprocess.run(
        ["/bin/sh", "-c", script, "sh", str(gone), sys.executable], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "no longer there" in done.stderr
    assert "cd ~" in done.stderr
    assert "Traceback" not in done.stderr
