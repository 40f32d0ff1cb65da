"""The house style: studypack.toml beside or above the contents, and the user's own; who overrules whom, and mistakes."""

import re

import pypdfium2
import pytest

from studypack.model.options import Flags
from studypack.output.build import read, render_loaded
from tests.command import studypack
from tests.transcript import heard

CONTENT = """\
title: Tides
points:
  - {side: advantage, title: Power, date: 1966, text: "The dam at the {{Rance}} turns."}
  - {side: advantage, title: Certain, text: "The {{moon}} is never late."}
  - {side: disadvantage, title: Cost, text: "Dams are {{dear}}."}
"""
CHOICE = re.compile(r"  (\S+: .*\S)  +(.*)")
"""What build tells of a choice, and where it was made."""
A4, A5, LETTER = (595, 842), (420, 595), (612, 792)


@pytest.fixture
def desk(tmp_path):
    """A folder with a content, and a place for a user's own file."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "tides.yaml").write_text(CONTENT, "utf-8")
    (tmp_path / "user" / "studypack").mkdir(parents=True)
    return tmp_path


def run(desk, *words, house="", user="", content=""):
    """A command where the project and the user have these files; the content has some more lines."""
    for path, text in ((desk / "studypack.toml", house), (desk / "user" / "studypack" / "studypack.toml", user)):
        path.unlink(missing_ok=True)
        if text:
            path.write_text(text, "utf-8")
    (desk / "content" / "tides.yaml").write_text(CONTENT + content, "utf-8")
    return studypack(*words, cwd=desk, XDG_CONFIG_HOME=str(desk / "user"))


def paper(desk):
    with pypdfium2.PdfDocument(desk / "build" / "tides.pdf") as pdf:
        return tuple(round(each) for each in pdf[0].get_size())


@pytest.mark.parametrize(
    ("user", "house", "content", "flags", "wanted"),
    [
        ("", "", "", [], A4),
        ('[pack]\npaper = "letter"', "", "", [], LETTER),
        ("", '[pack]\npaper = "a5"', "", [], A5),
        ('[pack]\npaper = "letter"', '[pack]\npaper = "a5"', "", [], A5),
        ('[pack]\npaper = "letter"', "[pack]\ngrey = true", "", [], LETTER),
        ("", 'pack.paper = "a5"', "", [], A5),
        ("", 'pack = { paper = "a5" }', "", [], A5),
        ("", '[pack]\npaper = "a5"', "pack: {paper: a4}\n", [], A4),
        ("", '[pack]\npaper = "a5"', "pack: {grey: yes}\n", [], A5),
        ("", '[pack]\npaper = "a5"', "pack: {paper: a5}\n", ["--paper", "letter"], LETTER),
    ],
)
def test_the_nearest_says_what_holds(desk, user, house, content, flags, wanted):
    done = run(desk, "build", *flags, user=user, house=house, content=content)
    assert done.returncode == 0, done.stderr
    assert paper(desk) == wanted


def test_modes_language_author_and_rights_are_the_houses(desk):
    house = 'language = "fr"\nauthor = "Collège Tabarly"\nrights = "CC BY 4.0"\n[pack.table]\nmode = "blank"\n'
    done = run(desk, "build", house=house)
    assert done.returncode == 0, done.stderr
    with pypdfium2.PdfDocument(desk / "build" / "tides.pdf") as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    text = "\n".join(pages)
    assert "Avantages" in text
    assert "Collège Tabarly" in text
    assert "CC BY 4.0" in text
    run(desk, "build", "-s", "table", house=house)
    with pypdfium2.PdfDocument(desk / "build" / "tides.pdf") as pdf:
        assert "The dam at the" not in pdf[0].get_textpage().get_text_bounded()


def test_choices_that_contradict_stronger_ones_give_way(desk):
    done = run(desk, "build", "--verbose", house="[pack]\nbooklet = true\n", content="pack: {fillable: yes}\n")
    assert done.returncode == 0, done.stderr
    assert "fillable: yes" in done.stdout
    assert "booklet" not in done.stdout


def test_build_tells_whose_each_choice_is(desk):
    house = '# ours\nauthor = "Mrs Hall"\n[pack]\npaper = "a5"\ngrey = true\n\n[pack.table]\nmode = "paired"\n'
    done = run(
        desk, "build", "--verbose", "--eco", house=house, user="[pack]\npunch = true\n", content="pack: {seed: 7}\n"
    )
    told = dict(found.groups() for line in done.stdout.splitlines() if (found := CHOICE.fullmatch(line)))
    assert told == {
        "author: Mrs Hall": "studypack.toml, line 2",
        "paper: a5": "studypack.toml, line 4",
        "grey: yes": "studypack.toml, line 5",
        "table.mode: paired": "studypack.toml, line 8",
        "punch: yes": "user/studypack/studypack.toml, line 2",
        "seed: 7": "content/tides.yaml, line 6",
        "eco: yes": "the command line",
    }


def test_the_codes_of_sheets_do_not_change(desk):
    def versions():
        with pypdfium2.PdfDocument(desk / "build" / "tides.pdf") as pdf:
            words = "\n".join(page.get_textpage().get_text_bounded() for page in pdf).split()
        return {words[at + 1] for at, word in enumerate(words) if word == "Version"}

    run(desk, "build")
    before = versions()
    assert before
    run(desk, "build", house='author = "Mrs Hall"\nrights = "CC0"\n[pack]\npaper = "a5"\n')
    assert versions() == before


@pytest.mark.parametrize("flags", [[], ["--profile", "large", "--paper", "a5"], ["-s", "worksheets", "--booklet"]])
def test_the_school_stands_at_the_foot_of_every_page_and_is_heard_once(desk, flags):
    house = 'school = "Hillside Academy"\nfoot = "For use in class"\nauthor = "Mrs Hall"\n'
    done = run(desk, "build", "--skip", "flashcards", *flags, house=house)
    assert done.returncode == 0, done.stderr
    name = "tides-booklet.pdf" if "--booklet" in flags else "tides.pdf"
    with pypdfium2.PdfDocument(desk / "build" / name) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    with_words = [page for page in pages if page.strip()]
    assert all("hillside academy" in page.casefold() for page in with_words)
    assert "Mrs Hall" in "".join(pages)
    loaded = read(desk / "content" / "tides.yaml")
    (rendered, *_) = render_loaded(loaded, Flags(skip=("flashcards", "cover")), "tides")
    assert "\n".join(heard(rendered.data)).count("For use in class") == 1


def test_a_long_foot_is_whole_on_the_last_page_and_an_endless_one_is_told(desk):
    long = " ".join(f"word{number}" for number in range(40))
    assert run(desk, "build", "--skip", "flashcards", house=f'foot = "{long}"\n').returncode == 0
    with pypdfium2.PdfDocument(desk / "build" / "tides.pdf") as pdf:
        pages = [" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf]
    assert sum(set(long.split()) <= set(page.split()) for page in pages) == 1
    assert all("word0 word1" in page for page in pages)
    done = run(desk, "build", house=f'foot = "{long * 60}"\n')
    assert done.returncode == 1
    assert "studypack.toml:1:8" in done.stderr
    assert "too long" in done.stderr


MISTAKES = {
    'author = "Mrs Hall\n': ("studypack.toml:1:19", "this is no TOML"),
    'paper = "a5"\n': ("studypack.toml:1:1", "unknown key 'paper'"),
    'autor = "Mrs Hall"\n': ("studypack.toml:1:1", "did you mean 'author'?"),
    '[pack]\npapr = "a5"\n': ("studypack.toml:2:1", "did you mean 'paper'?"),
    '[pack]\npaper = "a6"\n': ("studypack.toml:2:9", "paper must be"),
    '[pack.table]\n\nmode = "paird"\n': ("studypack.toml:3:8", "did you mean 'paired'?"),
    'pack.table.mode = "paird"\n': ("studypack.toml:1:19", "did you mean 'paired'?"),
    '[pack]\nsections = ["tabel"]\n': ("studypack.toml:2:12", "did you mean 'table'?"),
    '[pack]\nsections = ["evaluation"]\n': ("studypack.toml:2:12", "the content has no evaluation"),
    'language = "no language"\n': ("studypack.toml:1:12", "language"),
    "author = 7\nauthor = 8\n": ("studypack.toml:2", "this is no TOML"),
    'author = "a\0b"\n': ("studypack.toml:1:12", "a character that cannot be seen"),
    'printer = ["Office"]\n': ("studypack.toml:1:11", "'printer' should be text", 'printer = "Office"'),
    '[printer]\nname = "Office"\n': ("studypack.toml:1:2", "'printer' should be text", 'printer = "Office"'),
    f"[pack]\nseed = {'1' * 5000}\n": ("studypack.toml:2:8", "this number is too long"),
    f"[pack]\nseed = 0x{'f' * 5000}\n": ("studypack.toml:2:8", "this number is too long"),
    f"[pack]\nsections = {'[' * 3000}{']' * 3000}\n": ("studypack.toml:2:1", "inside one another"),
    f"author = 'A'\n[pack.{'a.' * 3000}a]\nb = 1\n": ("studypack.toml:2:2", "inside one another"),
    # Looked for keys in ever longer parts of the spaces, this takes hours.
    f"author = 'A'\n{' ' * 20_000}\n[pack]\npaper = 'a6'\n": ("studypack.toml:4:9", "paper must be"),
}


@pytest.mark.parametrize(("house", "told"), MISTAKES.items(), ids=range(len(MISTAKES)))
def test_a_mistake_is_told_at_its_place(desk, house, told):
    done = run(desk, "build", house=house)
    assert done.returncode == 1
    for says in told:
        assert says in done.stderr
    assert not (desk / "build").exists()


def test_a_file_above_a_repository_is_not_ours(desk):
    (desk / "content" / ".git").mkdir()
    assert run(desk, "build", house='[pack]\npaper = "a5"\n').returncode == 0
    assert paper(desk) == A4


def test_the_houses_printer_is_asked(desk):
    done = run(desk, "print", house='printer = "ipp://127.0.0.1:9/ipp/print"\n')
    assert done.returncode == 1
    assert "127.0.0.1:9" in done.stderr
