"""The command line as people mistype it: one form, one status for one kind of mistake, and a way out each."""

import re
import subprocess
import sys

import pytest

from tests.command import PROGRAM, SMALL, studypack

MISTAKES = [
    (["build", "--paper", "US Letter"], "--paper cannot be 'US Letter'", "did you mean 'letter'?"),
    (["build", "--paper", "A3"], "--paper cannot be 'A3'", "it can be: a4, letter, a5, half-letter"),
    (["build", "--paper", "halfletter"], "--paper cannot be 'halfletter'", "did you mean 'half-letter'?"),
    (["build", "--key", "seperate"], "--key cannot be 'seperate'", "did you mean 'separate'?"),
    (["build", "--profile", "big"], "--profile cannot be 'big'", "it can be: standard, clear, large"),
    (["build", "--seed", "abc"], "--seed cannot be 'abc'", "it is a whole number from 0 to 999999"),
    (["build", "--seed", "-1"], "--seed cannot be '-1'", "it is a whole number from 0 to 999999"),
    (["build", "--seed=1.5"], "--seed cannot be '1.5'", "it is a whole number from 0 to 999999"),
    (["print", "-n", "0"], "--copies cannot be '0'", "it is a whole number from 1 to 999"),
    (["preview", "--port", "http"], "--port cannot be 'http'", "it is a whole number from 0 to 65535"),
    (["build", "--papper", "a4"], "there is no option --papper", "did you mean --paper?"),
    (["build", "-paper", "a4"], "there is no option -p", "did you mean --paper?"),
    (["build", "–paper", "a4"], "–paper begins with a long dash", "type two hyphens: --paper"),
    (["check", "--paper", "a4"], "there is no option --paper", "it is an option of build, preview, print, sections"),
    (["build", "--nonsense"], "there is no option --nonsense", "studypack build --help lists the options"),
    (["--nonsense"], "there is no option --nonsense", "studypack --help lists the options"),
    (["build", "--verify=no"], "--verify takes no value", "write it alone: --verify"),
    (["build", "--verify="], "--verify takes no value", "write it alone: --verify"),
    (["build", "--paper"], "--paper needs a value", "it can be: a4, letter, a5, half-letter; or leave it out"),
    (["build", "--out", "--verify"], "--out needs a value", "the folder for the PDFs"),
    (["build", "--out", ""], "--out needs a value", "leave it out"),
    (["build", "--sections="], "--sections needs a value", "table,worksheets"),
    (["print", "--printer", ""], "--printer needs a value", "leave it out"),
    (["print", "--printer", " "], "--printer needs a value", "studypack printers"),
    (["print", "--printer="], "--printer needs a value", "leave it out"),
    (["print", "-P", ""], "-P needs a value", "leave it out"),
    (["print", "--printer", "http://x"], "'http://' is no address of a printer", "ipp://"),
    (["build", ""], "one of the words of the command is empty", "leave it out"),
    (["build", "--sections", ","], "no section is named", "--sections table,worksheets"),
    (["build", "--sections", "tabel"], "there is no section 'tabel'", "did you mean 'table'?"),
    (["build", "--sections", "table", "timeline"], "the value of --sections is parted", "--sections table,timeline"),
    (["build", "-s", "table,", "Cloze,glossary", "content/weimar.yaml"], "of -s is parted", "-s table,Cloze,glossary"),
    (["print", "--skip=cover", "table", "-n", "2"], "the value of --skip is parted", "--skip cover,table"),
    (["build", "--set", "worksheets.support", "none"], "the value of --set is parted", "--set worksheets.support=none"),
    (
        ["build", "--set", "worksheets.support", "=", "none"],
        "the value of --set is parted",
        "--set worksheets.support=none",
    ),
    (
        ["build", "--set", "worksheets.support=", "none"],
        "the value of --set is parted",
        "--set worksheets.support=none",
    ),
    (["build", "--sections", "model answer"], "there is no section 'model answer'", "did you mean 'evaluation'?"),
    (["build", "--sections", "Worksheet"], "there is no section 'worksheet'", "did you mean 'worksheets'?"),
    (["build", "--sections", "clozes"], "there is no section 'clozes'", "did you mean 'worksheets'?"),
    (["build", "--sections", "table", "cloze"], "the value of --sections is parted", "--sections table,cloze"),
    (["build", "--sections", "people"], "there is no section 'people'", "did you mean 'glossary'?"),
    (["build", "--sections", "cards"], "there is no section 'cards'", "did you mean 'flashcards'?"),
    (["build", "--sections", "answer key"], "there is no section 'answer key'", "did you mean 'answers'?"),
    (["preview", "--skip", "tabel"], "there is no section 'tabel'", "did you mean 'table'?"),
    (["print", "--set", "table.mode=pared"], "table.mode cannot be 'pared'", "did you mean 'paired'?"),
    (["sections", "--set", "tabel.mode=sort"], "there are no settings for 'tabel'", "did you mean 'table'?"),
    (["build", "--set", "table"], "cannot read the setting 'table'", "write it like table.mode=paired"),
    (["build", "--booklet", "--two-up"], "one sheet cannot be folded and be cut", "choose one"),
    (
        ["build", "--booklet", "--one-sided"],
        "a booklet is printed on both sides",
        "choose one of --booklet and --one-sided",
    ),
    (["build", "--two-up", "--fillable"], "cannot be filled in on a screen", "choose one of --two-up and --fillable"),
    (["build", "-s", "table", "--skip", "table"], "nothing is left to print", "leave one of them out"),
    (["preview", "--png", "x.png", "--serve"], "a picture is written, or", "leave --png or --serve out"),
    (["preview", "--png", "x.jpg"], "the picture cannot be called x.jpg", "ends in .png"),
    (["build", "--demo", "content/weimar.yaml"], "--demo takes studypack's own packs", "leave one of them out"),
    (["build", "my", "notes/x.yaml"], "the name my notes/x.yaml was taken for 2 names", '"my notes/x.yaml"'),
    (["preview", "my", "notes/x.yaml"], "the name my notes/x.yaml was taken for 2 names", '"my notes/x.yaml"'),
    (["print", "my", "notes/x.yaml"], "the name my notes/x.yaml was taken for 2 names", '"my notes/x.yaml"'),
    (["check", "content/weimar.yaml", "my", "notes/x.yaml"], "was taken for 2 names", '"my notes/x.yaml"'),
    (["preview", "my notes/x.yaml", "content/weimar.yaml"], "2 files are named", "name one of them"),
    (["print", "my notes/x.yaml", "content/weimar.yaml"], "there are 2 packs to print", "name one of"),
    (["buid"], "there is no command 'buid'", "did you mean 'build'?"),
    (["make"], "there is no command 'make'", "there are: build, preview, print"),
    (["content/weimar.yaml"], "there is no command 'content/weimar.yaml'", "studypack build content/weimar.yaml"),
    (["x.pdf"], "there is no command 'x.pdf'", "studypack print x.pdf"),
    (["new"], "TITLE is missing", 'studypack new "'),
    (["new", " "], "a pack needs a title", 'studypack new "'),
    (["printers", "x"], "'x' is too much for this command", "studypack printers"),
    (["build", "--out", "pack.docx"], "a pack is a PDF, and cannot be called pack.docx", "--out pack.pdf"),
    (["build", "--out", ".pdf"], ".pdf is an ending without a name", "--out pack.pdf"),
    (["build", "--out", "my notes/.PDF"], ".PDF is an ending without a name", '--out "my notes/pack.pdf"'),
    (["build", "my notes/x.yaml", "content/weimar.yaml", "--out", "a.pdf"], "there are several packs", "--out"),
]


@pytest.mark.parametrize(("words", "message", "hint"), MISTAKES, ids=[" ".join(words) for words, _, _ in MISTAKES])
def test_a_mistake_on_the_command_line_is_status_two_in_the_form_of_all_mistakes(typed, tmp_path, words, message, hint):
    (tmp_path / "my notes").mkdir()
    (tmp_path / "my notes" / "x.yaml").write_text(SMALL, encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    status, out, err = typed(*words)
    assert (status, out) == (2, "")
    said, *_, way_out = err.splitlines()
    assert said.startswith("error: ")
    assert message in said
    assert re.match(r" +(= help|--> )", err.splitlines()[1])
    assert way_out.startswith("  = help: ")
    assert hint in way_out
    assert sorted(tmp_path.rglob("*")) == before


ELSEWHERE = [
    ["build", "nothere.yaml"],
    ["build", "--sections", "evaluation"],  # other content has one
    ["print", "nothere.pdf"],
    ["new", "content/weimar.yaml"],
    ["build", "--out", "content/weimar.yaml/x"],
]


@pytest.mark.parametrize("words", ELSEWHERE, ids=[" ".join(words) for words in ELSEWHERE])
def test_what_is_wrong_with_content_or_files_is_status_one(typed, words):
    status, out, err = typed(*words)
    assert (status, out) == (1, "")
    assert err.startswith("error: ")


NO_OWN_CARDS = "  flashcards: {from_points: no}\n"
UNSERVED = [
    (
        "  sections: [table, glossary]\n",
        "'glossary' cannot be printed: the content has no glossary or people",
        "12:21",
        "leave the section out",
    ),
    (
        "  sections:\n    - table\n    - flashcards\n" + NO_OWN_CARDS,
        "'flashcards' cannot be printed: the content has no flashcards of its own",
        "14:7",
        "take from_points: no out of pack:",
    ),
    (
        "  skip: [table, timeline, worksheets, flashcards, overview]\n",
        "nothing is left to print",
        "",
        "skip fewer sections",
    ),
]


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize(("lines", "message", "place", "hint"), UNSERVED, ids=[each[1] for each in UNSERVED])
def test_what_a_content_asks_for_and_lacks_is_told_at_its_place(typed, tmp_path, command, lines, message, place, hint):
    (tmp_path / "content" / "weimar.yaml").write_text(f"{SMALL}pack:\n{lines}", encoding="utf-8")
    status, out, err = typed(command)
    said = err + out
    assert status == 1
    assert message in said.splitlines()[0]
    assert re.search(rf"--> content/weimar\.yaml{place and f':{place}'}$", said, re.MULTILINE)
    assert hint in said.partition("= help: ")[2].splitlines()[0]


def test_cards_that_nobody_asked_for_are_left_out_where_there_are_none(typed, tmp_path):
    (tmp_path / "content" / "weimar.yaml").write_text(f"{SMALL}pack:\n{NO_OWN_CARDS}", encoding="utf-8")
    assert typed("build", "-o", "left")[::2] == (0, "")
    assert typed("build", "--skip", "flashcards", "-o", "skipped")[0] == 0
    made = [(tmp_path / folder / "weimar.pdf").read_bytes() for folder in ("left", "skipped")]
    assert made[0] == made[1]
    assert "flashcards           –  the content has no flashcards of its own" in typed("sections")[1]


def test_the_statuses_are_documented(typed):
    status, out, _ = typed("--help")
    assert status == 0
    assert "Exit status: 0, done; 1, " in " ".join(out.split())
    status, out, _ = typed()
    assert status == 2  # a command is missing
    assert "Usage:" in out


@pytest.mark.parametrize(
    ("words", "file"),
    [
        (["build", "--out=~/x.pdf"], "home/x.pdf"),
        (["build", "-o", "~/there"], "home/there/weimar.pdf"),
        (["preview", "--png=~/x.png"], "home/x.png"),
        (["build", "--out=~no-such-user/x.pdf"], "~no-such-user/x.pdf"),
    ],
)
def test_the_users_own_folder_is_known_by_its_sign(typed, tmp_path, monkeypatch, words, file):
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert typed(*words, "-s", "table")[0] == 0
    assert (tmp_path / file).is_file()


def test_a_dry_run_says_how_many_sheets_also_where_there_is_no_printer(typed):
    status, out, err = typed("print", "-s", "table", "-n", "30", "--dry-run", "-P", "ipp://127.0.0.1:9/x")
    assert (status, out) == (1, "The Weimar Republic: 30 copies of 1 page, A4, one side: 30 sheets\n")
    assert err.startswith("error: ")


def test_a_title_needs_no_quotation_marks(typed, tmp_path):
    assert typed("new", "The", "Weimar", "Republic")[0] == 0
    assert 'title: "The Weimar Republic"' in (tmp_path / "content" / "the-weimar-republic.yaml").read_text("utf-8")


@pytest.mark.parametrize("other", [["--grey", "--gray"], ["--color", "--colour"]])
def test_both_spellings_of_a_word_are_one_option(typed, tmp_path, other):
    made = []
    for word in other:
        assert typed("build", word, "-s", "table", "--out", word[2:])[0] == 0
        made.append((tmp_path / word[2:] / "weimar.pdf").read_bytes())
    assert made[0] == made[1]


def test_the_real_program_ends_with_these_statuses_too(tmp_path):
    assert studypack("build", "--paper", "A3", cwd=tmp_path).returncode == 2
    assert studypack("build", cwd=tmp_path).returncode == 1
    done = subprocess.run([sys.executable, "-m", "studypack", "buid"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "error: there is no command 'buid'\n  = help: did you mean 'build'?\n"
    assert PROGRAM.exists()
