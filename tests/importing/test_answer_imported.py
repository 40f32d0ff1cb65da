"""studypack import takes the pack out of a chat assistant's answer, saves it as it stands, and tells what is amiss."""

import json

import pytest

from tests.command import started, studypack

PACK = """\
title: The Treaty of Versailles
# ? the notes do not name a year
sides: [To accept, To refuse]
points:
  - {side: B, title: Blame, date: June 1919, text: "Germany had to accept {{blame}} for the war."}
  - {side: A, title: Peace, text: The guns were silent.}
"""
ANSWER = f"Here is your pack:\n\n```yaml\n{PACK}```\nShall I go on?\n"
WRONG = ANSWER.replace("date:", "dat:")
SAVED = "content/the-treaty-of-versailles.yaml"


@pytest.fixture
def desk(tmp_path):
    """A folder with a good answer and one with a mistake, as files."""
    (tmp_path / "answer.md").write_text(ANSWER, "utf-8")
    (tmp_path / "wrong.txt").write_text(WRONG, "utf-8")
    return tmp_path


def test_the_pack_is_saved_as_it_stands_and_builds(desk):
    done = started("import", "-", cwd=desk, given=ANSWER)
    assert (done.returncode, done.stderr) == (0, "")
    assert (desk / SAVED).read_text("utf-8") == PACK
    for says in ("2 points, 1 with a date", "To refuse  1 point", "line 2: the notes do not name a year"):
        assert says in done.stdout
    for left in ("line 1: Here is your pack:", "line 11: Shall I go on?"):
        assert left in done.stdout
    assert "```" not in done.stdout
    assert studypack("build", SAVED, cwd=desk).returncode == 0


def test_a_mistake_in_it_is_told_at_its_line_of_the_saved_file(desk):
    done = studypack("import", "wrong.txt", cwd=desk)
    assert done.returncode == 1
    assert "unknown key 'dat'" in done.stderr
    assert f"{SAVED}:5:29" in done.stderr
    assert "1 problem to mend" in done.stdout
    assert "studypack preview --serve" in done.stdout
    assert (desk / SAVED).read_text("utf-8") == PACK.replace("date:", "dat:")


def test_it_is_not_written_over_another_file(desk):
    studypack("import", "answer.md", cwd=desk)
    done = studypack("import", "wrong.txt", cwd=desk)
    assert done.returncode == 1
    assert "is there already" in done.stderr
    assert (desk / SAVED).read_text("utf-8") == PACK


def test_json_has_the_pack_in_the_form_of_a_draft(desk):
    found = json.loads(studypack("import", "answer.md", "--json", cwd=desk).stdout)
    assert found["written"] == SAVED
    assert found["sides"] == [{"name": "To refuse", "points": 1}, {"name": "To accept", "points": 1}]
    assert found["points"][0] == {
        "side": "To refuse",
        "title": "Blame",
        "title_guessed": False,
        "date": "June 1919",
        "edtf": "1919-06",
        "line": 5,
    }
    assert [(doubt["line"], doubt["text"]) for doubt in found["doubts"]] == [(2, "the notes do not name a year")]
    assert [left["text"] for left in found["left_out"]] == ["Here is your pack:", "Shall I go on?"]


def test_notes_of_a_pack_are_notes_still(desk):
    (desk / "notes.txt").write_text("title: only a word\n\nPros\n- Speed: fast\n", "utf-8")
    assert "1 point" in studypack("import", "notes.txt", "--out", "draft.yaml", cwd=desk).stdout
    assert "side: pros" in (desk / "draft.yaml").read_text("utf-8")
