"""One slip is one problem, at its place, with the repair that works: a table, and a seeded sample of the meter."""

from pathlib import Path

import pytest

from tests.fuzz.slipping import KINDS, planted, sources
from tests.fuzz.slips import MEASURES, measured, run, told

PLACES = Path(__file__).parent / "fixtures" / "places"

TABLE = (
    ("01-required-key-misspelt", (6, 5), "unknown key 'txt' … did you mean 'text'?"),
    ("02-key-one-right", (4, 6), "this key is 1 column too far right … right under side: of line 3"),
    ("03-colon-after-dash", (3, 5), "a colon is missing … write side: advantage"),
    ("04-quote-closed-below", (1, 8), "this quotation mark is never closed … \"T\""),
    ("05-gap-unclosed-two-lines", (6, 10), "this gap is never closed … }} right after its answer, as in {{was}}"),
    ("06-dash-right-silent", (7, 9), "this list item stands too far right … right under the dash of line 6"),
    ("07-dash-right-section", (5, 6), "this list item stands too far right … right under the dash of line 4"),
    ("08-first-dash-left", (3, 2), "this dash is 1 column too far left … side: stands right over title: of line 4"),
    ("09-first-dash-right", (3, 4), "this dash is 1 column too far right … side: stands right over title: of line 4"),
    ("10-dash-glued-scalar", (5, 5), "a space is missing after the dash … write - table"),
    ("11-dash-glued-brace", (3, 3), "a space is missing after the dash … write - {side: advantage"),
    ("12-dash-glued-nested", (4, 7), "a space is missing after the dash … write - move: judgement"),
    ("13-text-for-worksheet-points", (8, 13), "'points' should be a list … write points: ["),
    ("14-reversed-short-span", (2, 9), "1921-19 is neither a month nor a span of years … write 19"),
    ("15-line-of-text-left-star", (4, 4), "indented less than the text under summary: … like the first line"),
    ("16-gap-unclosed-then-stars", (2, 13), "this gap is never closed … as in {{was}}"),
    ("17-colon-before-brace", (2, 1), "a colon is missing … write sides: {advantage: X"),
    ("18-space-before-brace", (2, 5), "a space is missing after the colon … write pack: {sections"),
    ("19-comment-cut-advice", (6, 14), "everything from the # is lost … put quotes round"),
    ("20-id-list", (3, 9), "'id' should be text, not a list … put quotes round"),
    ("21-points-text", (2, 9), "'points' should be a list … start each point with '- '"),
    ("22-quote-then-escape", (1, 8), "this quotation mark is never closed … \"T\""),
    ("23-warning-hidden", (5, 14), "everything from the # is lost … put quotes round"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "place", "words"), TABLE, ids=[name for name, *_ in TABLE])
def test_a_slip_is_told_once_at_its_place_with_its_repair(name, place, words, tmp_path):
    text = (PLACES / f"{name}.yaml").read_text("utf-8")
    [(severity, message, hint, line, column)] = told(text, tmp_path / "pack.yaml")
    assert (severity, line, column) == ("error", *place)
    says, _, mends = words.partition(" … ")
    assert says in message
    assert mends in hint


HEAD = "title: T\n"
PAIR = """\
points:
  - {side: advantage, title: A, text: "It {{was}} so."}
  - {side: disadvantage, title: B, text: "It {{was}} not."}
"""
MODEL = f"{HEAD}{PAIR}evaluation:\n  paragraphs: [[{{move: judgement, text: So.}}]]\n"
TYPED = (
    (f"{MODEL}  try: {{text: X, moves: judgement}}", (7, 25), "should be a list … write moves: [judgement]"),
    (f"{MODEL}  try: {{text: X, moves: - judgement}}", (7, 25), "square brackets … write moves: [judgement]"),
    (f"{MODEL}  try: {{text: X, moves: '- judgement'}}", (7, 25), "should be a list … write moves: [judgement]"),
    (f"{HEAD}{PAIR}pack:\n  sections: table, timeline", (6, 13), "be a list … write sections: [table, timeline]"),
    (f"{HEAD}{PAIR}worksheets:\n  - title: W\n    points: a\n    distractors: [x]", (7, 13), "list … points: [a]"),
    (f"{HEAD}{PAIR}sides:\n  advantage: {{name: For, says: What speaks, and sings, for it}}", (6, 45),
     "the text before 'and sings' ends at the comma … quotes round the whole text of says:"),
    (f"{MODEL}  try: {{text: Write more, and better, moves: [judgement]}}", (7, 27),
     "the text before 'and better' ends at the comma … quotes round the whole text of text:"),
    (f"{HEAD}{PAIR}sides:\n  advantage: {{name: For, says: What: this}}", (6, 32), "quotes … says: \"What: this\""),
    (f"{MODEL}  try: {{text: Write: more}}", (7, 15), "needs quotes … text: \"Write: more\""),
    (f"{HEAD}points:\n  - {{side: advantage, text: B {{{{c}}}} d, title: A}}", (3, 29), "quotes … \"B {{c}} d\""),
    (f"{HEAD}points:\n  - {{side: advantage,\n     text: So: B {{{{c}}}} \"d\"}}", (4, 12),
     "needs quotes … text: 'So: B {{c}} \"d\"'"),
    (f"{HEAD}{PAIR}glossary:\n  Leaf: Light falls on it.", (6, 3),
     "should be a list … - term: Leaf and right under term, meaning: Light falls on it."),
    (f"{HEAD}{PAIR}glossary:\n  - Leaf: Light falls on it.", (6, 5),
     "none of its keys … - term: Leaf and right under term, meaning: Light falls on it."),
    (f"{HEAD}{PAIR}glossary:\n  - Leaf \u2013 Light falls on it.", (6, 5),
     "keys of its own … - term: Leaf and right under term, meaning: Light falls on it."),
    (f"{HEAD}{PAIR}people:\n  Lenin: Leader", (6, 3), "a list … - name: Lenin and right under name, role: Leader"),
    (f"{HEAD}{PAIR}glossary:\n  - trem: Leaf\n    meaning: Light.", (6, 5), "unknown key 'trem' … mean 'term'?"),
    (f"{HEAD}points:\n  * side: advantage\n    title: A\n    text: B\n  * side: disadvantage", (3, 3),
     "a list item starts with a dash and a space, not with * … write - side: advantage"),
    (f"{HEAD}{PAIR}glossary:\n  - term: Null\n    meaning: Nothing.", (6, 11), "Null without quotes … write \"Null\""),
    (f"{HEAD}{PAIR}glossary:\n  - term: ~\n    meaning: About.", (6, 11), "~ without quotes … write \"~\""),
    (f"Photosynthesis\n{HEAD}{PAIR}", (1, 1), "this line has no key … put a # and a space before this line"),
    (f"My pack\nfor Year 9\n\n{PAIR}", (1, 1), "this line has no key … write title: My pack"),
    (f"title\uff1aT\n\n# for Year 9\nlevel: A\n{PAIR}", (1, 6), "a full-width colon … write title:"),
    (f"Photosynthesis\n\n# for Year 9\n{HEAD}{PAIR}", (1, 1), "this line has no key … put a # and a space before"),
    (f"title\uff1aT\n{PAIR}", (1, 6), "a full-width colon … write title:"),
    (f"{HEAD}summary: |\n  So.\n# a note\n  And so.\n{PAIR}", (4, 1),
     "ends the text above it … indent the line with the # like the text"),
    (f"{HEAD}sides: {{advantage: Macbeth, disadvantage: Malcolm}}\npoints:\n  - {{side: M, title: A, text: So.}}", (4, 12),
     "side must be … letter of one of them: A for Macbeth or D for Malcolm"),
    (f"{HEAD}sides:\nadvantage: Strengths\n{PAIR}", (3, 1), "unknown key 'advantage' … indent it"),
)  # fmt: skip
"""What was typed, where its one problem is told, and its words."""


@pytest.mark.parametrize(("text", "place", "words"), TYPED)
def test_what_was_typed_is_told_with_what_to_write(text, place, words, tmp_path):
    [(severity, message, hint, line, column)] = told(f"{text}\n", tmp_path / "pack.yaml")
    assert (severity, line, column) == ("error", *place)
    says, _, mends = words.partition(" … ")
    assert says in message
    assert mends in hint


SHAPES = (
    ("question:\n  - ask: Why?\n    marks: 2", (6, 3), "not a list … did you mean 'questions'", ("question:", "questions:")),
    ("questions:\n  - Why?", (6, 5), "keys of its own … - ask: Why? and right under ask, marks: …", ("Why?", "ask: Why?\n    marks: 2")),
    ("questions:\n  - Why? (3 marks)", (6, 5), "own … - ask: Why? and right under ask, marks: 3", ("Why? (3 marks)", "ask: Why?\n    marks: 3")),
    ("questions:\n  - 'Why: how? [2]'", (6, 5), 'own … - ask: "Why: how?" and right under ask, marks: 2', ("'Why: how? [2]'", 'ask: "Why: how?"\n    marks: 2')),
    ("questions: [Why?]", (5, 13), "own … take out the brackets, and write - ask: Why? and right under", (" [Why?]", "\n  - ask: Why?\n    marks: 2")),
    ("questions:\n  - question: Why?\n    marks: 2", (6, 5), "'question' … mean 'ask'", ("- question", "- ask")),
    ("glossary:\n  - Leaf", (6, 5), "own … - term: Leaf and right under term, meaning: …", ("Leaf", "term: Leaf\n    meaning: A part.")),
    ("boxes:\n  - Leaves fall.", (6, 5), "own … - kind: … and right under kind, text: Leaves fall.", ("Leaves", "kind: Note\n    text: Leaves")),
    ("glossary:\n  - {term: Dam, meaning: Wall, translation: [digue, barrage]}", (6, 45), 'not a list … write translation: "digue, barrage"', ("[digue, barrage]", '"digue, barrage"')),
    ("author: [O'Neill, 'A \"B\" C']", (5, 9), """not a list … write author: 'O''Neill, A "B" C', or""", ("[O'Neill, 'A \"B\" C']", """'O''Neill, A "B" C'""")),
    ("language: [en, fr]", (5, 11), "not a list … write the one that", ("[en, fr]", "en")),
    ("lead: [a]\nstyle: {colors: {lead: '#333333'}}", (5, 1), "unknown key 'lead' … the keys here are title", ("lead: [a]\n", "")),
    ("corrections:\n  - {notes: A, here: B, why: C}\nwrong: D", (7, 1), "unknown key 'wrong' … write it in an item of corrections:", ("C}\nwrong: D", "C, wrong: D}")),
    ("style: {lead: '#333333'}", (5, 9), "unknown key 'lead' … write it under colors:, indented", ("lead: '#333333'", "colors: {lead: '#333333'}")),
    ("colours: {lead: '#333333'}", (5, 1), "unknown key 'colours' … did you mean 'colors'? If so, write it under style:, indented", ("colours:", "style:\n  colors:")),
    ("preset: full", (5, 1), "unknown key 'preset' … write it under pack:, indented", ("preset", "pack:\n  preset")),
    ("pack:\n  of: 3", (6, 3), "unknown key 'of' … write it under quiz:, under vocabulary: or under mistakes:, indented", ("of", "quiz:\n    of")),
    ("pack: {support: bank}", (5, 8), "unknown key 'support' … write it under worksheets:, indented", ("support: bank", "worksheets: {support: bank}")),
    ("theme: primary", (5, 1), "unknown key 'theme' … write it in an item of points: or under pack:", ("theme", "pack:\n  theme")),
)  # fmt: skip
"""What was typed after two points, where its one problem is told, and its words; and how what is told mends it."""


@pytest.mark.parametrize(("typed", "place", "words", "mended"), SHAPES)
def test_what_has_the_wrong_shape_is_told_with_what_loads(typed, place, words, mended, tmp_path):
    text = f"{HEAD}{PAIR}{typed}\n"
    [(severity, message, hint, line, column)] = told(text, tmp_path / "pack.yaml")
    assert (severity, line, column) == ("error", *place)
    says, _, mends = words.partition(" … ")
    assert says in message
    assert mends in hint
    after = told(f"{HEAD}{PAIR}{typed.replace(*mended)}\n", tmp_path / "pack.yaml")
    assert [problem for problem in after if problem[0] == "error"] == []


def test_a_point_on_two_sides_is_told(tmp_path):
    text = f"{HEAD}{PAIR.replace('side: advantage', 'side: [advantage, disadvantage]')}"
    [(_, message, hint, line, column)] = told(text, tmp_path / "pack.yaml")
    assert (line, column) == (3, 12)
    assert message == "'side' should be text, not a list"
    assert hint.startswith("write one of them")


@pytest.mark.parametrize("word", ["null", "Null", "NULL"])
def test_a_word_that_yaml_reads_as_no_value_is_told_where_none_is_needed(word, tmp_path):
    text = f"{HEAD}{PAIR}sides: {{advantage: x, disadvantage: {word}}}\n"
    [(severity, message, hint, line, column)] = told(text, tmp_path / "pack.yaml")
    assert (severity, line, text.split("\n")[line - 1][column - 1 :]) == ("warning", 5, f"{word}}}")
    assert message == f"{word} without quotes stands for no value"
    assert f'"{word}"' in hint
    quoted = text.replace(f": {word}}}", f': "{word}"}}')
    assert told(quoted, tmp_path / "pack.yaml") == []


def test_a_picture_is_not_taken_for_a_term(tmp_path):
    told_of = told(f"{HEAD}{PAIR}glossary:\n  - image: leaf.png\n", tmp_path / "pack.yaml")
    assert "unknown key 'image': no picture stands here" in [message for _, message, *_ in told_of]


@pytest.mark.parametrize(
    ("text", "item"),
    [(f"{HEAD}level: a\n{PAIR}level: b\n", False), (f"{HEAD}points:\n  - side: advantage\n    side: a\n", True)],
)
def test_a_doubled_key_may_be_a_new_item_only_in_a_list(text, item, tmp_path):
    hints = [hint for _, message, hint, *_ in told(text, tmp_path / "pack.yaml") if "stands on line" in message]
    assert hints == ["keep one of the two" + ", or start a new item with '- '" * item]


@pytest.mark.parametrize(
    ("title", "lost"), [('"It is" #1', "#1"), ("'It is' #so it is", "#so it is"), ('"It is" # so', ""), ('"It #1"', "")]
)
def test_what_a_comment_takes_after_a_quotation_mark_is_told(title, lost, tmp_path):
    warned = [
        message for kind, message, *_ in told(f"title: {title}\n{PAIR}", tmp_path / "p.yaml") if kind == "warning"
    ]
    assert warned == ([f"everything from the # is lost: '{lost}'"] if lost else [])


SHEET = """\
title: T
points:
  - {{side: advantage, title: A, text: "It {{{{was}}}} so."}}
  - {{side: disadvantage, title: B, text: "It {{{{was}}}} not."}}
worksheets:
  - title: W
    points:{points}
    distractors:{distractors}
pack:
  sections:{sections}
  skip:{skip}
"""
SOUND = {
    "points": "\n      - a\n      - b",
    "distractors": "\n      - Balfour\n      - Locarno 1925",
    "sections": "\n    - cover\n    - worksheets",
    "skip": "\n    - notes\n    - answers",
}


@pytest.mark.parametrize("further", [1, 2, 3, 5, 9])
@pytest.mark.parametrize("name", SOUND)
def test_an_item_too_far_right_is_told_in_every_list(name, further, tmp_path):
    first, second = SOUND[name].rsplit("\n", 1)
    text = SHEET.format(**(SOUND | {name: f"{first}\n{' ' * further}{second}"}))
    [(severity, message, hint, line, column)] = told(text, tmp_path / "pack.yaml")
    assert severity == "error"
    assert "stands too far right" in message
    item = second.strip()
    assert text.split("\n")[line - 1][column - 1 :] == item
    assert f"write {item} with its dash right under the dash of line {line - 1}" in hint


TEXTS = """\
title: T
summary: It was so
  - or so they thought -
  -and not otherwise.
points:
  - side: advantage
    title: A
    text: |
      - Whatever: it {{was}} so.
      note: so it was.
      - text\\: is a word.
  - side: disadvantage
    title: B
    text: It {{is}}
      - or was it - so.
worksheets:
  - title: W
    points: [a, b]
    distractors: [no -
      one, so]
"""


def test_texts_of_many_lines_are_left_alone(tmp_path):
    assert told(TEXTS, tmp_path / "pack.yaml") == []


ITEM = "  - side: advantage\n    title: A\n    text: |\n      It {{was}} so.\n"


@pytest.mark.parametrize(
    ("swallowed", "says", "hint"),
    [
        ("      - side: disadvantage\n        title: B\n        text: No.\n", "this list item", "dash of line 3"),
        ("      date: 1921\n", "date: stands in the text under text:", "right under side: of line 3"),
        ("      corrections:\n        - notes: a\n", "corrections: stands", "right under side: of line 3"),
        ("      worksheets:\n", "worksheets: stands", "right under title: of line 1"),
    ],
)
def test_an_item_or_a_key_is_not_taken_into_the_text_above(swallowed, says, hint, tmp_path):
    [(severity, message, help_, line, _)] = told(f"title: T\npoints:\n{ITEM}{swallowed}", tmp_path / "pack.yaml")
    assert (severity, line) == ("error", 7)
    assert says in message
    assert hint in help_


def test_a_sample_of_every_kind_of_slip(tmp_path):
    met, misses = run("sample", 0, len(KINDS), tmp_path / "pack.yaml")
    assert met["line"] > len(KINDS) - 10
    assert misses == []


def test_the_meter_sees_what_is_told_wrongly(tmp_path):
    """Held against what is told of another slip, or of none, hardly a slip is met; against its own, it is."""
    sound = sources()
    slips = [slip for _, slip, _ in (planted("metre", number, sound) for number in range(20)) if slip]
    said = [told(slip.text, tmp_path / "pack.yaml") for slip in slips]
    assert not any(measured(slip, [], []) for slip in slips)
    assert all("repair" in measured(slip, problems, []) for slip, problems in zip(slips, said, strict=True))
    shifted = zip(slips, [*said[1:], said[0]], strict=True)
    assert sum(measured(slip, problems, []) >= set(MEASURES) for slip, problems in shifted) == 0
