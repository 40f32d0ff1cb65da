"""Every limit: what is within it is made, and what is beyond is refused at its place with a way out."""

import itertools
import os
import re
from pathlib import Path

import pytest

from studypack.advice.rules import MOST_OF_A_KIND, advice
from studypack.base import limits
from studypack.base import limits as allowance
from studypack.base.errors import ContentError, LimitError
from studypack.base.limits import TimeLimitError
from studypack.model.choices import Key
from studypack.model.content import Pack
from studypack.model.options import Flags
from studypack.output.build import read, render
from studypack.reading.load import read as read_bytes
from tests.command import studypack

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
POINT = "  - {side: advantage, title: A, text: B.}\n"


def refused(written):
    with pytest.raises(ContentError) as caught:
        read_bytes(written.encode(), "pack.yaml")
    (problem,) = caught.value.problems
    assert problem.hint
    return problem


def listed(key, item, count):
    return f"title: T\n{key}:\n" + item * count


def test_the_readme_states_every_limit():
    section = README.partition("\n## Limits\n")[2].partition("\n## ")[0]
    assert f"{limits.BYTES // 1_000_000} MB" in section
    stated = [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", section)]
    for name, limit in vars(limits).items():
        if name[0] != "_" and name.isupper() and name != "BYTES":
            assert limit in stated or limit / 1_000_000 in stated, f"{name} is not in the README"


def test_as_many_points_as_may_be_are_read():
    assert len(read_bytes(listed("points", POINT, limits.ITEMS).encode(), "x").pack.points) == limits.ITEMS


def test_a_point_too_many_is_refused_at_its_line():
    problem = refused(listed("points", POINT, limits.ITEMS + 7))
    assert problem.message == "point 5001 is one too many: there are 5,007, and 5,000 is the most"
    assert (problem.line, problem.column) == (limits.ITEMS + 3, 5)


@pytest.mark.parametrize(
    ("key", "item", "called"),
    [
        ("events", "  - {date: 1921, title: A}\n", "event"),
        ("worksheets", "  - {title: A, passage: 'B {{c}}.'}\n", "worksheet"),
        ("glossary", "  - {term: A, meaning: B.}\n", "term"),
        ("people", "  - {name: A, role: B.}\n", "person"),
        ("flashcards", "  - {front: A, back: B.}\n", "flashcard"),
        ("corrections", "  - {notes: a, here: b, why: c.}\n", "correction"),
        ("evaluation:\n paragraphs", "  - [{move: a, text: b.}]\n", "paragraph"),
        ("worksheets:\n - title: T\n   points", "    - a\n", "point"),
        ("worksheets:\n - title: T\n   passage: A.\n   distractors", "    - a\n", "distractor"),
    ],
)
def test_anything_that_a_list_holds_is_counted(key, item, called):
    problem = refused(listed(key, item, limits.ITEMS + 1))
    assert problem.message.startswith(f"{called} 5001 ")
    assert "5,001" in problem.message


def test_moves_are_counted_in_their_paragraph():
    moves = "{move: a, text: b.}, " * (limits.ITEMS + 1)
    problem = refused(f"title: T\nevaluation: {{paragraphs: [[{moves}]]}}\n")
    assert problem.message.startswith("move 5001 of paragraph 1 is one too many")


def test_too_many_names_of_sections_are_refused():
    problem = refused("title: T\npack:\n  skip:\n" + "    - cover\n" * (limits.SECTION_NAMES + 1))
    assert problem.message.startswith("section 101 is one too many")
    assert problem.line == limits.SECTION_NAMES + 4


def test_the_first_gap_too_many_is_refused_at_its_place():
    sheet = "- {title: A, passage: '%s'}\n"
    full = "title: T\nworksheets:\n" + sheet % ("{{a}} " * limits.GAPS_IN_TEXT) * (limits.GAPS // limits.GAPS_IN_TEXT)
    for written, message in (
        (full + sheet % "An {{b}}.", "more than 20,000 gaps in one pack"),
        ("title: T\nsummary: '%s{{b}}'\n" % ("{{a}} " * limits.GAPS_IN_TEXT), "more than 5,000 gaps in one text"),
    ):
        problem = refused(written)
        assert problem.message == message
        assert written.splitlines()[problem.line - 1][problem.column - 1 :].startswith("{{b}}")
    assert read_bytes(full.encode(), "x").pack.worksheets


FIELDS = {
    "summary": "title: T\nsummary: ",
    "text": "title: T\npoints:\n  - side: advantage\n    title: A\n    text: ",
    "passage": "title: T\nworksheets:\n  - title: A\n    passage: ",
    "distractor": "title: T\nworksheets:\n  - title: A\n    passage: A {{b}}.\n    distractors:\n      - ",
    "title": "title: ",
    "date": "title: T\npoints:\n  - side: advantage\n    title: A\n    text: B.\n    date: ",
}


@pytest.mark.parametrize("field", FIELDS)
def test_a_text_and_a_word_that_are_too_long_are_refused_at_their_place(field):
    before = FIELDS[field]
    problem = refused(before + "word " * 20_000 + "more\n")
    assert problem.message == "this text has 100,004 characters, and 100,000 is the most"
    assert (problem.line, problem.column) == (before.count("\n") + 1, len(before) - before.rfind("\n"))
    for letters in ("a", "a\u00a0", "{{a}}", "'", "**a**b"):
        word = letters * (10_000 // len(letters) + 1)
        problem = refused(f"{before}Some words and {word} more\n")
        assert problem.message == f"this word has {len(word):,} characters, and 10,000 is the most"
        assert problem.column == len(before) - before.rfind("\n") + len("Some words and ")


def test_the_longest_text_and_word_are_read_and_printed():
    word = "b" * limits.WORD
    text = "a " * (limits.CHARACTERS // 2 - limits.WORD // 2) + word
    pack = read_bytes(f"title: T\nglossary: [{{term: A, meaning: {text}}}]\n".encode(), "x").pack
    assert len(text) == limits.CHARACTERS
    (made,) = render(pack, Flags(sections=("glossary",)), "pack")
    printed = "".join(item.text for page in made.document.pages for item in page.items if hasattr(item, "text"))
    assert printed.count("b") >= limits.WORD


def test_the_time_is_looked_at_inside_a_paragraph(monkeypatch):
    """By clocks that go on by a second whenever they are looked at."""
    looks = itertools.count()
    for clock in ("perf_counter", "process_time"):
        monkeypatch.setattr(allowance.time, clock, lambda: next(looks))
    monkeypatch.setattr(limits, "SECONDS", 500)
    pack = Pack.model_validate({"title": "T", "glossary": [{"term": "A", "meaning": "word " * 10_000}]})
    with pytest.raises(TimeLimitError, match="the section 'glossary' is not done after"):
        render(pack, Flags(sections=("glossary",), key=Key.NONE), "pack")


def test_too_many_pages_are_refused_by_their_section(shipped, monkeypatch):
    monkeypatch.setattr(limits, "PAGES", 5)
    with pytest.raises(LimitError) as caught:
        render(shipped, Flags(), "pack")
    (problem,) = caught.value.problems
    assert re.fullmatch(r"the section '(\w+)' goes on past page 5, the last that a document may have", problem.message)
    assert problem.hint


def test_as_many_pages_as_may_be_are_made(shipped, monkeypatch):
    (usual, _) = render(shipped, Flags(), "pack")
    monkeypatch.setattr(limits, "PAGES", len(usual.document.pages))
    assert render(shipped, Flags(), "pack")[0].data == usual.data


def test_a_document_that_takes_too_long_is_refused(shipped, monkeypatch):
    monkeypatch.setattr(limits, "SECONDS", -1)
    with pytest.raises(LimitError, match="the section 'cover' is not done after"):
        render(shipped, Flags(), "pack")


def test_the_time_is_looked_at_deep_inside_a_section(monkeypatch):
    gaps = " ".join(f"In {{{{a{number}}}}} it was." for number in range(2_000))
    pack = Pack.model_validate({"title": "T", "worksheets": [{"title": "W", "passage": gaps}]})
    monkeypatch.setattr(limits, "SECONDS", 0.3)
    with pytest.raises(TimeLimitError, match="the section 'worksheets' is not done after"):
        render(pack, Flags(sections=("worksheets",), key=Key.NONE), "pack")


@pytest.mark.parametrize("words", [["--set", "notes.pages=41"], ["--set", "notes.pages=99999999999999999999"],
                                   ["--set", "timeline.span=0"], ["--seed", "1000000"], ["--set", "worksheets.distractors=13"]])  # fmt: skip
def test_numbers_on_the_command_line_are_bounded(words, tmp_path):
    (tmp_path / "pack.yaml").write_text(listed("points", POINT, 1))
    done = studypack("build", "pack.yaml", *words, cwd=tmp_path)
    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.glob("**/*.pdf"))


def test_a_limit_ends_the_command_with_its_place(tmp_path):
    (tmp_path / "pack.yaml").write_text(listed("points", POINT, limits.ITEMS + 1))
    done = studypack("build", "pack.yaml", cwd=tmp_path)
    assert done.returncode == 1
    assert f"--> pack.yaml:{limits.ITEMS + 3}:5" in done.stderr


def test_marks_heaped_on_a_letter_are_refused_where_they_stand():
    problem = refused("title: T\nsubject: Łódź e" + "\u0301\u0316" * 16)
    assert (problem.line, problem.column) == (2, 15)
    assert refused('title: "a' + "\\u0301" * 31 + '"').line == 1
    assert read_bytes(("title: a" + "\u0301" * 30).encode(), "x").pack.title


def test_words_without_a_glyph_are_placed_as_far_as_anybody_reads(tmp_path):
    path = tmp_path / "pack.yaml"
    path.write_text("title: T\nsummary: " + " ".join(map(chr, range(0x4E00, 0x5A00))), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read(path)
    *placed, more = caught.value.problems
    assert [problem.column for problem in placed] == list(range(10, 208, 2))
    assert more.message.startswith("and 2,973 more words")


def test_a_picture_in_a_text_is_advised_against():
    loaded = read_bytes(b"title: T\nglossary: [{term: A, meaning: 'See ![map](a.png).'}]\n", "x")
    (problem,) = (each for each in advice(loaded) if "picture" in each.message)
    assert (problem.line, problem.column) == (2, 36)


def test_a_clock_that_is_no_number_of_seconds_is_refused(tmp_path):
    (tmp_path / "pack.yaml").write_text(listed("points", POINT, 1))
    done = studypack("build", "pack.yaml", cwd=tmp_path, SOURCE_DATE_EPOCH="9" * 5_000)
    assert done.returncode == 1
    assert "is no number of seconds since 1970\n --> SOURCE_DATE_EPOCH" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("title", [b"\xff\xfe", b"a\x1b[31m", "a\u202eb".encode()])
def test_a_title_that_no_pack_could_have_starts_none(title, tmp_path):
    done = studypack("new", os.fsdecode(title), cwd=tmp_path)
    assert done.returncode == 2
    assert "a character of the title cannot be seen" in done.stderr
    assert not (tmp_path / "content").exists()


def test_a_letter_whose_capital_has_no_glyph_is_printed_or_placed(tmp_path):
    path = tmp_path / "pack.yaml"
    path.write_text(
        "title: T\nsubject: ƒ and ʃ\nsummary: ƒ50.\nsides: {advantage: For, disadvantage: Off}\n"
        + listed("points", POINT, 1)[9:]
    )
    (made,) = render(read(path).pack, Flags(key=Key.NONE), "pack")
    cover = [item.text for item in made.document.pages[0].items if hasattr(item, "text")]
    assert any("ƒ AND ʃ" in text for text in cover)
    path.write_text(path.read_text().replace("For", "ƒor"))
    with pytest.raises(ContentError) as caught:
        read(path)
    (problem,) = caught.value.problems
    assert problem.line == 4
    assert "'Ƒ' (U+0191" in problem.message


def test_advice_of_a_kind_is_given_as_often_as_anybody_reads():
    passage = "In {{May}} it was so. " * 3_000
    loaded = read_bytes(f"title: T\nworksheets: [{{title: W, passage: '{passage}'}}]\n".encode(), "x")
    assert sum("fills two gaps" in each.message for each in advice(loaded)) == MOST_OF_A_KIND
