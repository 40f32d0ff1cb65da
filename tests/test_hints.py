"""No advice leads to an error: what a hint says to type is typed after the mistake, and works."""

import ast
import re
import shlex
from pathlib import Path

import pytest

import studypack
from studypack.base import limits
from studypack.importing.written import HEAD
from tests.command import SMALL
from tests.printing.test_hints import CASES as PRINTED

FILLABLE = {"content/weimar.yaml": SMALL + "pack: {fillable: yes}\n"}
FOLDED = {"content/weimar.yaml": SMALL + "pack: {booklet: yes}\n"}
NEIGHBOURS = {"x.yaml": SMALL, "x-answers.yaml": SMALL}
DATED = "events: [{date: 1919, title: A}, {date: 1920, title: B}, {date: 1921, title: C}, {date: 1922, title: D}]\n"
ASKED = "questions: [{ask: Why?, marks: 1, scheme: [Because]}, {ask: How?, marks: 2}]\n"
TERMS = "glossary: [{term: Senate, meaning: Old men.}, {term: Consul, meaning: A leader.}]\n"
SLIPS = "corrections:\n" + "".join(
    f"- {{notes: A{n}, here: B{n}, why: W, wrong: We met at A{n}.}}\n" for n in range(41)
)
FOUR = "title: Weimar\npoints:\n" + "".join(f"- {{side: advantage, title: {each}, text: T}}\n" for each in "ABCD")
TWO = {"a.yaml": SMALL, "b.yaml": SMALL}
FOR_ALL = "or a folder for all: --out, without .pdf"
VERIFY = "build it first, without --verify, or name its folder: --out"
OTHERS = "it was built with other options (--grey, --eco), other pictures, or other libraries than"
LISTS = "studypack check content/photosynthesis.yaml lists them"
FEWER = "split the content into several, or print fewer of its sections, which studypack sections lists: --sections"
CARDS = "write some under flashcards:, or make them from points: --set flashcards.from_points=yes"
WRITTEN = HEAD
MILLS = "Pros\n- Speed: it was quick in 1830\n- Mills in towns\n"
ALONE = "rename one of the two, or build this one alone and name its file: --out"
WORDS = "write the keys of studypack words under it, indented, and after each your own words"
ENGLISH = "give your own under words: in the content, as studypack words lists them"
BEGIN = (
    'write one:  studypack new "The title of your topic"  or make those that come with the program:  '
    "studypack build --demo"
)
TITLE = 'new "The title of your topic"'

CASES = [
    # what is typed, what is said, what is typed then, what stands in the folder (None: nothing)
    ("check", "; studypack sections says what each is good for", "sections", {}),
    (
        "build --also rome.yaml",
        "print the one that does: --sections retrieval",
        "build --also rome.yaml --sections retrieval",
        {"rome.yaml": "title: Rome\n" + TERMS},
    ),
    (
        "build -s retrieval --also rome.yaml",
        "mend the day, or print this pack, with the other as --also",
        "build rome.yaml -s retrieval --also content/weimar.yaml",
        {"content/weimar.yaml": SMALL + "taught: 2026-09-14\n", "rome.yaml": f"title: R\n{TERMS}taught: 2026-09-21\n"},
    ),
    *(
        (f"build -s retrieval --also {file}", hint, "build -s retrieval", {"rome.yaml": "title: Rome\nsummary: S.\n"})
        for file, hint in (
            ("content/weimar.yaml", "leave this --also out, or name the pack to print"),
            ("rome.yaml", "add gaps, terms, people or dates, or leave this --also out"),
        )
    ),
    (
        "build --booklet --preset full",
        "print it apart, without --booklet: --sections flashcards",
        "build -s flashcards",
        {},
    ),
    (
        "build --preset full --one-sided --set flashcards.flip=long",
        "--set flashcards.flip=fold",
        "build --one-sided",
        {},
    ),
    ("build --booklet", "leave out --booklet to have them", "build", FILLABLE),
    ("build --booklet -s flashcards", "print without --booklet", "build -s flashcards", {}),
    ("build -s flashcards", "print with --no-booklet", "build --no-booklet -s flashcards", FOLDED),
    (
        "build --preset full",
        "print it apart, with --no-booklet: --sections",
        "build --no-booklet -s flashcards",
        FOLDED,
    ),
    ("build --two-up -s flashcards", "print without --two-up", "build -s flashcards", {}),
    (
        "build -s flashcards --set flashcards.from_points=no",
        CARDS,
        "build -s flashcards --set flashcards.from_points=yes",
        {},
    ),
    ("build", "; --preset full prints all", "build --preset full", {}),
    ("build -s ,", "name at least one: --sections table,worksheets", "build --sections table,worksheets", {}),
    ("build --booklet --two-up", "choose one of --booklet and --two-up", "build --two-up", {}),
    ("build --booklet --two-up", "choose one of --booklet and --two-up", "build --booklet -s table", {}),
    ("preview --png x.png --serve", "leave --png or --serve out", "preview --png x.png -s table", {}),
    ("preview --gallery --serve", "leave --gallery or --serve out", "preview --gallery --profile clear -s table", {}),
    ("build", BEGIN, TITLE, None),
    ("print", BEGIN, "build --demo -s table", None),
    ("check", BEGIN, "check --demo", None),
    (
        "new Photosynthesis",
        "Next: edit it, then run  studypack build content/photosynthesis.yaml",
        "build content/photosynthesis.yaml",
        {},
    ),
    ('new "my topic.yaml"', 'studypack build "my topic.yaml"', 'build "my topic.yaml" -s table', {}),
    ("new ./-$HOME.yaml", "studypack build './-$HOME.yaml'", "build './-$HOME.yaml' -s table", {}),
    ('build --out "my pack.docx"', '--out "my pack.pdf"', 'build --out "my pack.pdf" -s table', {}),
    ("build --nonsense", "studypack build --help lists the options", "build --help", {}),
    ("--nonsense", "studypack --help lists the options", "--help", {}),
    ("explain qqqqqq", "studypack explain lists them all", "explain", {}),
    ("check", "studypack words lists them all", "words", {"content/weimar.yaml": SMALL + "words: {qqqq: Z}"}),
    ("check", WORDS, "words", {"content/weimar.yaml": SMALL + "words: Z"}),
    ("check", ENGLISH, "words", {"content/weimar.yaml": SMALL + "language: it"}),
    ("build --papper a4 -s table", "did you mean --paper?", "build --paper a4 -s table", {}),
    ("build –eco -s table", "type two hyphens: --eco", "build --eco -s table", {}),
    (
        "content/weimar.yaml",
        "say what to do with it: studypack build content/weimar.yaml",
        "build content/weimar.yaml -s table",
        {},
    ),
    ("build x.yaml", f"{ALONE} x-2.pdf", "build x.yaml --out x-2.pdf", NEIGHBOURS),
    ("build a.yaml b.yaml --out c.pdf", f"a.yaml --out c.pdf  {FOR_ALL}", "build a.yaml b.yaml --out c", TWO),
    (
        "build --out c.pdf",
        f"name one of them: studypack build content/second.yaml --out c.pdf  {FOR_ALL}",
        "build content/second.yaml --out c.pdf",
        {"content/second.yaml": SMALL},
    ),
    (
        "build --sections table worksheets",
        "write it without: --sections table,worksheets",
        "build --sections table,worksheets",
        {},
    ),
    (
        "build --set worksheets.support none",
        "write it without: --set worksheets.support=none",
        "build --set worksheets.support=none",
        {},
    ),
    ("build --out .pdf", "--out pack.pdf", "build --out pack.pdf", {}),
    ("print build/weimar.pdf", "make it first: studypack build", "build", {}),
    ("build --out pack.docx", "--out pack.pdf", "build --out pack.pdf", {}),
    ("build --out content/weimar.yaml/x", "choose another folder: --out", "build --out elsewhere", {}),
    (
        "build",
        "close the file if a viewer holds it open, or choose another folder: --out",
        "build --out elsewhere",
        {"build/weimar.pdf/x": ""},
    ),
    (
        "build notes.txt",
        "make a draft of it:  studypack import notes.txt",
        "import notes.txt",
        {"notes.txt": "word " * 20},
    ),
    (
        "build notes.rtf",
        'start a pack with  studypack new "The title of your topic"  and',
        TITLE,
        {"notes.rtf": "{\\rtf1 word}"},
    ),
    ("preview --png content/weimar.yaml/x.png", "choose another place: --png", "preview --png x.png -s table", {}),
    ("preview --png there.png", "choose another place: --png", "preview --png x.png -s table", {"there.png/x": ""}),
    (
        "build --hyphenate",
        "print without --hyphenate, or with hyphenate: no in the content; en-GB, de, fr and others have rules",
        "build",
        {"content/weimar.yaml": "language: ja\n" + SMALL},
    ),
    ("build --two-up --fillable", "choose one of --two-up and --fillable", "build --two-up -s worksheets", {}),
    (
        "build --set table.mode=sort",
        "name the sides under sides:, or print it so: --set table.mode=columns",
        "build --set table.mode=columns",
        {"content/weimar.yaml": "title: T\npoints: [{title: A, text: 'B {{c}}.'}]\n"},
    ),
    (
        "build --set timeline.span=1-hour",
        "write a longer time, like --set timeline.span=1-month",
        "build --set timeline.span=1-month",
        {"content/weimar.yaml": SMALL + DATED},
    ),
    (
        "build -s exit --set exit.alike=no",
        "add gaps, terms, people or dates, or print tickets that are alike: --set exit.alike=yes",
        "build -s exit --set exit.alike=yes",
        {"content/weimar.yaml": SMALL + TERMS},
    ),
    (
        "build -s mistakes --set mistakes.mode=each",
        "print others of them on another sheet: --seed 1",
        "build -s mistakes --seed 1",
        {"content/weimar.yaml": SMALL + SLIPS},
    ),
    (
        "build -s mistakes --set mistakes.mode=each",
        "print more statements: --set mistakes.of=9",
        "build -s mistakes --set mistakes.of=9",
        {"content/weimar.yaml": SMALL + "".join(SLIPS.splitlines(keepends=True)[:10])},
    ),
    (
        "build -s judge",
        "add points, or ask for --set judge.mode=line",
        "build -s judge --set judge.mode=line",
        {"content/weimar.yaml": FOUR},
    ),
    (
        "build -s questions --set questions.only=3-4",
        "print one that it has: --set questions.only=1-2",
        "build -s questions --set questions.only=1-2",
        {"content/weimar.yaml": SMALL + ASKED},
    ),
    ("build --two-up --fillable", "choose one of --two-up and --fillable", "build --fillable", {}),
    (
        "build --booklet --one-sided",
        "choose one of --booklet and --one-sided",
        "build --booklet -s table",
        {},
    ),
    (
        "build --booklet --one-sided",
        "choose one of --booklet and --one-sided",
        "build --one-sided -s table",
        {},
    ),
    ('new ""', "leave it out, or give it a name", "new A", {}),
    ('new " "', 'for example: studypack new "The Weimar Republic"', 'new "The Weimar Republic"', {}),
    ("build --verify -s table", VERIFY, "build -s table", {}),
    (
        "import n.txt --language Latin,ok",
        "name it as BCP 47 does: --language fr",
        "import n.txt --language fr",
        {"n.txt": MILLS},
    ),
    (
        "import n.txt m.txt -o a.yaml",
        "import one, or all of them without --out",
        "import n.txt m.txt",
        {"n.txt": MILLS, "m.txt": MILLS},
    ),
    (
        "import n.txt --out - --json",
        "print one: --out - without --json",
        "import n.txt --out -",
        {"n.txt": MILLS},
    ),
    (
        "import n.txt",
        "name another file, --out, or write over it:  studypack import n.txt --force",
        "import n.txt --force",
        {"n.txt": MILLS, "content/n.yaml": ""},
    ),
    (
        "import n.yaml -o n.yaml --force",
        "name another file: --out draft.yaml",
        "import n.yaml --out draft.yaml",
        {"n.yaml": MILLS},
    ),
    (
        "import n.txt",
        "Next: look at the pages, then mend what is in doubt:  studypack preview content/n.yaml",
        "preview content/n.yaml",
        {"n.txt": MILLS},
    ),
    (
        "check x.yaml a.yaml --against n.txt",
        "name one of them:  studypack check x.yaml --against n.txt",
        "check x.yaml --against n.txt",
        {"x.yaml": SMALL, "a.yaml": SMALL, "n.txt": MILLS},
    ),
    (
        "prompt n.txt --language fr",
        ", and check it:  studypack check content/topic.yaml --against n.txt",
        "check content/topic.yaml --against n.txt",
        {"n.txt": MILLS, "content/topic.yaml": SMALL},
    ),
    ("prompt --language Latin,ok", "name it as BCP 47 does: --language fr", "prompt --language fr", {}),
    ("print broken.pdf", "make it again: studypack build", "build", {"broken.pdf": "%PDF-1.7 no more"}),
]


def follow(run, mistake, hint, then):
    """Type the mistake, see the hint, type what it says, and see that it works and that the hint is gone."""
    _, out, err = run(*shlex.split(mistake))
    assert hint in out + err
    status, out, err = run(*shlex.split(then))
    assert status == 0, err
    assert hint not in err


def lay_out(folder, files):
    if files is None:
        (folder / "content" / "weimar.yaml").unlink()
        (folder / "content").rmdir()
    for name, text in (files or {}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("mistake", "hint", "then", "files"), CASES, ids=[f"{case[0]} > {case[2]}" for case in CASES])
def test_the_way_out_of_a_mistake_is_one(typed, tmp_path, mistake, hint, then, files):
    lay_out(tmp_path, files)
    follow(typed, mistake, hint, then)


def test_the_starters_way_on(typed):
    typed("new", "Photosynthesis")
    follow(typed, "build content/photosynthesis.yaml", LISTS, "check content/photosynthesis.yaml")


def test_the_ways_of_a_verification_that_fails(typed):
    typed("build", "--grey", "--out", "there", "-s", "table")
    follow(typed, "build --verify -s table", VERIFY, "build --verify --grey --out there -s table")
    follow(typed, "build --verify --out there -s table", OTHERS, "build --verify --grey --out there -s table")


def test_the_way_out_of_a_pack_of_too_many_pages(typed, monkeypatch):
    monkeypatch.setattr(limits, "PAGES", 3)
    follow(typed, "build --preset full", FEWER, "build --sections table")
    assert typed("sections")[0] == 0


ELSEWHERE = {
    "the language of the notes, by their small words: if it is another, import them with --language": (
        "importing/test_import_command.py::test_the_language_of_notes_is_told_by_their_words_unless_it_is_said"
    ),
    "Next: mend what is told above, and look at the pages meanwhile:  studypack preview --serve {}": (
        "importing/test_answer_imported.py::test_a_mistake_in_it_is_told_at_its_line_of_the_saved_file"
    ),
    "name one with --printer: {}": "printing/test_by_name.py::test_the_default_printer_is_used",
    "add the printer to this computer's printers, and give its name: studypack printers lists them": (
        "printing/test_by_name.py::test_the_printers_are_listed_with_their_state"
    ),
    "choose another printer: --printer": "printing/test_by_name.py::test_another_printer_prints_what_one_does_not_take",
    "see to the printer, or choose another: --printer": (
        "printing/test_by_name.py::test_another_printer_prints_what_one_does_not_take"
    ),
    "print it on more: --preset full": "test_presets.py::test_a_sheet_that_nothing_has_room_on_is_refused",
    "leave --port out: a free one is found": "preview/test_server.py::test_a_port_can_be_named_and_may_be_taken_and_flags_are_in_the_address",
}
"""Hints whose mistake needs more than a table: where they are followed."""
NOT_ADVICE = {
    "Nothing was sent: --dry-run only says what would be.": "what was done",
    "--demo takes studypack's own packs, and a file is named, too": "the mistake, not the way out",
    "nothing is left to print: --skip names all that --sections does": "the mistake, not the way out",
    "  {} {}    --set {}  {}": "the list of what can be set",
    "  --theme {}": "the list of what can be set",
    "--{}/--no-{}": "how an option is spelled",
    "--{}": "put together to a hint that is followed",
    "--help": "what the program types itself",
    "--also": "what the program types itself",
    WRITTEN: "what a draft says of itself",
    'studypack needs {}: {} -m pip install "{}"': "installs a library",
    "write ipp:// in place of ipps://, or add --insecure for a printer of the old days": "needs such a printer",
    "print them in batches: --copies {}": "needs a printer that takes few copies; the number is its own",
    "is CUPS running on this computer? A network printer needs none: --printer ipp://ADDRESS/ipp/print": (
        "needs an lpstat that fails"
    ),
    "build the pack, open the PDF and print it from there (studypack build --open)": "opens the computer's own viewer",
    "studypack printers says how it is": "needs a printer that `lp` refuses and CUPS does not",
}
"""Texts that hold an option or a command and are not followed, and why."""
_DECLARE = {"Option", "Argument", "Typer", "Listed"}
_ADVISES = re.compile(r"(?<![\w-])--[a-z{]|\bstudypack [a-z{]")


def _text(node):
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _texts(node):
    """Every text under a node of the source but docstrings, declarations of options and the names of sources."""
    if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in _DECLARE:
        return
    if (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)) or (
        isinstance(node, ast.keyword) and node.arg == "source"
    ):
        return
    if text := _text(node):
        yield text
        return
    for child in ast.iter_child_nodes(node):
        yield from _texts(child)


def advice_in_the_source():
    for path in sorted(Path(studypack.__file__).parent.rglob("*.py")):
        for text in _texts(ast.parse(path.read_text("utf-8"))):
            if _ADVISES.search(text):
                yield text


def test_every_hint_that_is_a_command_or_an_option_is_followed():
    said = [*(case[1] for case in (*CASES, *PRINTED)), LISTS, OTHERS, FEWER]
    found = list(dict.fromkeys(advice_in_the_source()))
    assert len(found) > 40
    missed = []
    for text in found:
        whole = max(text.split("{}"), key=len).strip()  # a hint with places to fill: its longest part
        if text not in ELSEWHERE and text not in NOT_ADVICE and not any(whole in hint for hint in said):
            missed.append(text)
    assert missed == []
    assert set(found) >= {*ELSEWHERE, *NOT_ADVICE}


@pytest.mark.parametrize("where", ELSEWHERE.values())
def test_what_is_followed_elsewhere_is_there(where):
    file, _, name = where.partition("::")
    assert f"def {name}(" in (Path(__file__).parent / file).read_text("utf-8")
