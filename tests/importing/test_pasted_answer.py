"""The YAML of a pack is taken out of what a chat assistant answered, however it was copied."""

import pytest

from studypack.importing.pasted_answer import yaml_in
from studypack.reading.load import read

PACK = """\
title: The Treaty of Versailles
# ? the notes do not name a year
sides:
  advantage: Reasons to accept
  disadvantage: Reasons to refuse
points:
  - side: disadvantage
    title: Blame
    text: |
      Germany had to accept {{blame}} for the war.

      ```python
      print("a fence of its own")
      ```
glossary:
- term: Reparations
  meaning: Payment for the damage of a war.
"""
HEAD, TAIL = PACK[: PACK.index("glossary")], PACK[PACK.index("glossary") :]
IN_POINTS = PACK.index("    text:")


def indented(text, by):
    return "".join(f"{by}{line}" if line.strip() else line for line in text.splitlines(keepends=True))


ANSWERS = {
    "the pack alone": PACK,
    "a fence": f"```yaml\n{PACK}```",
    "a fence without a language": f"```\n{PACK}```\n",
    "a fence of tildes": f"~~~yml\n{PACK}~~~\n",
    "a longer fence": f"````yaml\n{PACK}````\n",
    "sentences around a fence": f"Sure! Here is your pack:\n\n```yaml\n{PACK}```\n\nI marked one doubt. Would you like more?",
    "Windows' line ends": f"Here:\n```yaml\n{PACK}```\nDone.".replace("\n", "\r\n"),
    "a byte order mark": f"\ufeff```yaml\n{PACK}```",
    "a fence in a list": f"1. Save this:\n\n   ```yaml\n{indented(PACK, '   ')}   ```\n\n2. Print it.\n",
    "a fence that nobody closed": f"Here it is:\n```yaml\n{PACK}",
    "a command before it": f"Save it, then run\n```bash\nstudypack build pack.yaml\n```\n\n```yaml\n{PACK}```\n",
    "a snippet after it": f"```yaml\n{PACK}```\nTo change a title:\n```yaml\ntitle: Another\n```\n",
    "a doubt quoted after it": f"```yaml\n{PACK}```\nLook at\n```yaml\n  # ? the notes do not name a year\n```\n",
    "two fences": f"```yaml\n{HEAD}```\nThe rest of it:\n```yaml\n{TAIL}```\n",
    "two fences, parted in a point": f"```yaml\n{PACK[:IN_POINTS]}```\nContinued:\n```yaml\n{PACK[IN_POINTS:]}```\n",
    "a fence lost in copying": f"yaml\nCopy code\n{PACK}",
    "sentences without a fence": f"Here is the file.\n\n{PACK}\nNote: I kept your spelling.\n- Versailles: checked\n",
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_the_pack_alone_is_left(answer):
    assert yaml_in(answer) == PACK
    assert read(yaml_in(answer).encode(), "answer.yaml").pack.title == "The Treaty of Versailles"


@pytest.mark.parametrize(
    "answer",
    [
        "---\ntitle: A\npoints: []\n",
        "# A comment of its own\ntitle: A\npoints: []\n",
        '{"title": "A",\n "points": []}\n',
        "title: A\npoints:\n- title: B\n  text: C\n...\n",
        "glossary: []\ntitle: A\n",
    ],
)
def test_nothing_of_the_yaml_is_lost(answer):
    assert yaml_in(f"```yaml\n{answer}```") == answer
    if not answer.startswith("{"):
        assert yaml_in(answer) == answer


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Advantages\n- Trade: it grew in 1921\n",
        "title: only a word with a colon\n\nAdvantages\n- Trade\n",
        "title: The war\nsource: the textbook\n\n- Trade: it grew\n",
        "source: the textbook\nquestion: Why?\nsummary: none\n",  # a pack has a title
        "I am sorry, I cannot read the notes.",
        "```python\nprint('title: A')\n```",
        "```\n",
    ],
)
def test_what_holds_no_pack_gives_nothing(text):
    assert yaml_in(text) == ""
