"""studypack check counts the doubts of a draft that still stand: comments that begin with # ?."""

import pytest

from tests.command import studypack

DRAFT = """\
# ? title: x – a guess
title: "Steam

  # ? in a title"
points:
  # ? title: Speed – a guess
  - title: Speed
    text: |
      One engine did the work of forty {{men}}.
      # ? in a text

      # ? in a text, after a blank line.
    # ? date: after the text
    # a comment like any other; # ? in its middle
"""


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (DRAFT, "3 doubts stand, on the lines 1, 6 and 13"),
        (DRAFT.replace("# ? title: x – a guess\n", "").replace("# ? date", "# date"), "a doubt stands, on line 5"),
        (DRAFT.replace("  # ? title: S", "# ? again\n" * 9 + "  # ? title: S"), "12 doubts stand, on the lines 1, 6, 7, 8, 9, 10, 11, 12 and 4 more"),
    ],
)  # fmt: skip
def test_standing_doubts_are_counted_as_advice(tmp_path, text, says):
    (tmp_path / "steam.yaml").write_text(text, encoding="utf-8")
    done = studypack("check", "steam.yaml", cwd=tmp_path)
    assert done.returncode == 0
    assert f"advice: {says}" in done.stdout
    assert studypack("check", "steam.yaml", "--strict", cwd=tmp_path).returncode == 1


def test_nothing_is_told_where_none_stands(tmp_path):
    (tmp_path / "steam.yaml").write_text(DRAFT.replace("# ?", "# !"), encoding="utf-8")
    assert "doubt" not in studypack("check", "steam.yaml", cwd=tmp_path).stdout
