"""studypack import: files of notes become drafts that build, with a summary or JSON, and nothing is written over."""

import json
import re

import pytest
import yaml
from docx import Document

from tests.command import studypack

NOTES = """\
Steam power in the mills

Pros
- Speed: one engine of 1830 did the work of forty men
- Mills could stand in towns, since 1790 away from rivers

Cons
- Smoke (1840s): whole streets were black & people coughed
"""


@pytest.fixture
def notes(tmp_path):
    path = tmp_path / "steam.txt"
    path.write_text(NOTES, encoding="utf-8")
    return path


def test_a_draft_is_written_where_packs_are_and_builds(notes):
    done = studypack("import", "steam.txt", cwd=notes.parent)
    assert done.returncode == 0
    draft = notes.parent / "content" / "steam-power-in-the-mills.yaml"
    assert draft.is_file()
    assert "3 points" in done.stdout
    assert "studypack preview content/steam-power-in-the-mills.yaml" in done.stdout
    built = studypack("build", draft, cwd=notes.parent)
    assert built.returncode == 0, built.stderr
    assert (notes.parent / "build" / "steam-power-in-the-mills.pdf").is_file()


def test_json_says_what_was_found(notes):
    done = studypack("import", "steam.txt", "--json", cwd=notes.parent)
    found = json.loads(done.stdout)
    assert found["title"] == "Steam power in the mills"
    assert found["sides"] == [{"name": "Pros", "points": 2}, {"name": "Cons", "points": 1}]
    assert found["points"][0] == {
        "side": "Pros",
        "title": "Speed",
        "title_guessed": False,
        "date": "1830",
        "edtf": "1830",
        "line": 4,
    }
    assert [doubt["kind"] for doubt in found["doubts"]] == ["title"]
    assert found["left_out"] == []


def test_out_names_the_file_and_a_dash_prints_it(notes):
    assert studypack("import", "steam.txt", "--out", "mills.yaml", cwd=notes.parent).returncode == 0
    printed = studypack("import", "steam.txt", "--out", "-", cwd=notes.parent)
    assert printed.stdout == (notes.parent / "mills.yaml").read_text(encoding="utf-8")
    assert yaml.safe_load(printed.stdout)["points"][2]["title"] == "Smoke"


def test_another_file_is_not_written_over(notes):
    (notes.parent / "mills.yaml").write_text("title: Mine", encoding="utf-8")
    done = studypack("import", "steam.txt", "--out", "mills.yaml", cwd=notes.parent)
    assert done.returncode == 1
    assert "mills.yaml is there already" in done.stderr
    assert (notes.parent / "mills.yaml").read_text(encoding="utf-8") == "title: Mine"
    assert studypack("import", "steam.txt", "--out", "mills.yaml", "--force", cwd=notes.parent).returncode == 0
    assert "Steam power" in (notes.parent / "mills.yaml").read_text(encoding="utf-8")


def test_the_notes_themselves_are_never_written_over(notes):
    named = notes.rename(notes.parent / "steam.yaml")
    done = studypack("import", "steam.yaml", "--out", "steam.yaml", "--force", cwd=notes.parent)
    assert done.returncode == 1
    assert "steam.yaml is the file of the notes" in done.stderr
    assert named.read_text(encoding="utf-8") == NOTES


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["missing.txt"], 1, "there is no such file"),
        (["steam.txt", "steam.txt", "missing.txt"], 1, "there is no such file"),
        (["steam.txt", "other.txt", "--out", "one.yaml"], 2, "cannot become one draft"),
        (["steam.txt", "--out", "-", "--json"], 2, "cannot both be printed"),
        (["steam.txt", "--language", "Latin, I think"], 2, "no language"),
        (["."], 1, "a folder"),
        (["empty.txt"], 1, "empty"),
        ([], 2, "NOTES... is missing"),
    ],
)
def test_what_cannot_be_imported_is_told(notes, words, status, says):
    (notes.parent / "empty.txt").write_bytes(b"")
    done = studypack("import", *words, cwd=notes.parent)
    assert done.returncode == status
    assert says in done.stderr
    assert not [path for path in notes.parent.iterdir() if path.suffix == ".yaml"]


def test_editors_find_the_schema_beside_the_draft(notes):
    assert studypack("import", "steam.txt", cwd=notes.parent).returncode == 0
    folder = notes.parent / "content"
    first = (folder / "steam-power-in-the-mills.yaml").read_text(encoding="utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=studypack.schema.json"
    assert "$defs" in json.loads((folder / "studypack.schema.json").read_text(encoding="utf-8"))


def test_two_notes_of_one_title_do_not_write_over_each_other(notes):
    (notes.parent / "again.txt").write_text(NOTES.replace("Speed", "Haste"), encoding="utf-8")
    done = studypack("import", "steam.txt", "again.txt", "--force", cwd=notes.parent)
    assert done.returncode == 1
    assert "is there already" in done.stderr
    draft = (notes.parent / "content" / "steam-power-in-the-mills.yaml").read_text(encoding="utf-8")
    assert "Speed" in draft
    assert "Haste" not in draft


@pytest.mark.parametrize(
    ("out", "meant"),
    [("draft.docx", "draft.yaml"), ("draft.txt", "draft.yaml"), (".", "draft.yaml"), ("a/b", "a/b/draft.yaml")],
)
def test_a_draft_is_a_yaml_file(notes, out, meant):
    done = studypack("import", "steam.txt", "--out", out, cwd=notes.parent)
    assert done.returncode == 2
    assert f"--out {meant}" in done.stderr
    assert studypack("import", "steam.txt", "--out", meant, cwd=notes.parent).returncode == 0


def test_the_norwegian_language_is_no_word_for_no(notes):
    assert studypack("import", "steam.txt", "--language", "no", cwd=notes.parent).returncode == 0
    draft = notes.parent / "content" / "steam-power-in-the-mills.yaml"
    assert yaml.safe_load(draft.read_text(encoding="utf-8"))["language"] == "no"


@pytest.mark.parametrize(
    ("notes", "language"),
    [
        ("- Das Verbot ist nichtig, und der Arzt stellt das Mittel bereit\n- Umfrage im Sommer 2022\n", "de"),
        ("- La Commune est élue le 26 mars 1871, et elle siège dans la ville\n- elle n'a pas pris la banque\n", "fr"),
        ("- El rey se fue en 1931 y la república no duró más que ocho años, por la guerra\n- el golpe\n", "es"),
        ("- The strike was called off on 12 May\n- TUC had no plan for it\n", "en-GB"),
        ("- la Mancha\n- El Niño, Sierra de Guadarrama\n- what the map in the book says of it\n", "en-GB"),
        ("- 1914\n- 1918\n", "en-GB"),
    ],
)
def test_the_language_of_notes_is_told_by_their_words_unless_it_is_said(tmp_path, notes, language):
    (tmp_path / "n.txt").write_text(notes, encoding="utf-8")
    drafts = [studypack("import", "n.txt", "--out", "-", *more, cwd=tmp_path) for more in ((), ("--language", "it"))]
    assert [yaml.safe_load(done.stdout)["language"] for done in drafts] == [language, "it"]
    assert [f"language: {language} – the language of the notes" in done.stdout for done in drafts] == [
        language != "en-GB",
        False,
    ]
    (prompted,) = re.findall("write  language: (.*)$", studypack("prompt", "n.txt", cwd=tmp_path).stdout, re.MULTILINE)
    assert prompted == language


def test_what_stands_on_no_line_is_told_without_one(tmp_path):
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Mr Smith, History"
    document.add_paragraph("The Tsar was strong", style="List Bullet")
    document.save(tmp_path / "n.docx")
    out = studypack("import", "n.docx", "--out", "d.yaml", cwd=tmp_path).stdout
    assert "\n  Mr Smith, History  (the head of the pages)\n" in out
