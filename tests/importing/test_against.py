"""studypack check --against: what a pack says and its notes do not, and what it lost, each at its place."""

import re

import pytest
import yaml

from studypack.importing.against import compared
from studypack.importing.draft import draft_of
from studypack.importing.readers import read_notes
from studypack.importing.written import written
from studypack.reading.load import read
from tests.command import studypack

TITLE = "The treaty"
"""Stands in every pack and all notes here."""


def told(text, notes, **more):
    """The names that are told: those that the pack adds, and those that it lost."""
    data = {"title": TITLE, "points": [{"title": "The point", "text": text}], **more}
    loaded = read(yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode(), "pack.yaml")
    problems = compared(loaded, read_notes(f"{TITLE}\n\n- {notes}\n".encode(), "notes.txt"))
    names = [re.search(r"say ['\"](.*?)['\"](?:,|$)", each.message)[1] for each in problems]
    added = [name for name, each in zip(names, problems, strict=True) if each.source == "pack.yaml"]
    return added, names[len(added) :]


SAME = [
    # what the pack says, what the notes say: no difference
    ("It was on 25 October 1924.", "it was on 25th Oct 1924"),
    ("It was in 1924, on 25 October.", "on 25 October 1924 it was"),
    ("It was on 25 October 1924.", "in 1924 it was, on 25 October"),
    ("It was in April and May 1924.", "from April to May 1924 it was"),
    ("It lasted 1919–1920.", "it lasted 1919-20"),
    ("It lasted 1919–20.", "it lasted from 1919 to 1920"),
    ("It came in the early 1930s.", "it came in the early 1930's"),
    ("It came on 25 October.", "it came on 25th October"),
    ("It came that October, on a 25 October.", "it came on 25th October"),
    ("It came on 3 April 2018, then in 2019 and in 2020.", "it came on 3/4/18\n- in 2019, then 2020"),
    ("It had 25 men.", "it had twenty-five men"),
    ("It had twenty-five men.", "it had 25 men"),
    ("It was a ten-day strike of 3 towns.", "a strike of 10 days in three towns"),
    ("It cost £30 million.", "it cost a 30 million pound loan"),
    ("It cost 30,000,000 francs.", "it cost 30 million francs"),
    ("It had 84 per cent.", "it had 84%"),
    ("It cost 1,500 francs.", "it cost 1500 francs"),
    ("Here the Bolsheviks won.", "here a Bolshevik won"),
    ("Here Bolshevism won.", "here the Bolsheviks won"),
    ("Here Lenin’s men won.", "here Lenin's men won"),
    ("Here the Miners’ Federation won.", "here the Miners Federation won"),
    ("Here the Defence of Labour won.", "here the Defense of Labor won"),
    ("Here the Organisation won.", "here the Organization won"),
    ("Here Polish troops met Britons.", "here troops of Poland met the British"),
    ("Here the French Communists met.", "here communists met in France"),
    ("Here the Franco-Soviet pact failed.", "here the pact of France and the Soviets failed"),
    ("Here the Nazi–Soviet pact failed.", "here the Nazi-Soviet pact failed"),
    ("Here the Co-operation failed.", "here the cooperation failed"),
    ("Here Tomáš won.", "here Tomas won"),
    ("Here the USSR won.", "here the Union of Soviet Socialist Republics won"),
    ("Here the Union of Soviet Socialist Republics won.", "here the USSR won"),
    ("Commerce grew. Nobody lost: Trade grew.", "trade grew, nobody lost"),
    ("They cried “Never again”.", "they cried never"),
    ("It was May, or it may be.", "it was May, or it may be"),
    ("The first line.\n\n- Apples\n- Pears\n\n> Quoted words.", "the first line"),
    ("Water is `CO2 and H2O` or $E = 4mc^2$.", "water"),
    ("He {{left|quit in 1931}} in 1930.", "he left in 1930"),
]

DIFFERENT = [
    # what the pack says, what the notes say, what is added, what was lost
    ("Here they met in Genoa.", "here they met in Geneva", ["Genoa"], []),  # one line tells both
    ("Here they met in Paris.", "here they met in Geneva", ["Paris"], ["Geneva"]),
    ("It was on 24 October 1924.", "it was on 25 October 1924", ["24 October 1924"], ["25 October 1924"]),
    ("It was on 25 October 1924.", "it was in October 1924", ["25 October 1924"], []),
    ("It was in October 1924.", "it was on 25 October 1924", [], ["25 October 1924"]),
    ("It was in the 1920s.", "it was in October 1924", [], ["October 1924"]),
    ("It was in 1925.", "it was in 1924", ["1925"], ["1924"]),
    ("It lasted 1919–21.", "it lasted 1919-20", ["1919–21"], ["1919-20"]),
    ("It came in the 1920s.", "it came in the 1930s", ["1920s"], ["1930s"]),
    ("It had 30,000 men.", "it had 3,000 men", ["30,000"], ["3,000"]),
    ("It had 26 men.", "it had twenty-five men", ["26"], []),
    ("It cost £30 million.", "it cost £30 billion", ["30 million"], ["30 billion"]),
    ("Here it was Lloyd George.", "here it was Mr Lloyd", ["George"], ["Mr"]),
    ("Here it was.", "here it was John Smith, not John Miller", [], ["John Smith", "Miller"]),
    ("Here was Austria.", "here was Australia", ["Austria"], []),
    ("Here was Niger, in Rome.", "here was Iran, in Romania", ["Niger", "Rome"], ["Iran", "Romania"]),
    ("Twice Genoa, twice Genoa; and Genoa.", "twice", ["Genoa"], []),
    ("It was in March 1939, on 15 March 1939.", "it was", ["15 March 1939"], []),
    ("It was on 15 March, on 15 March 1939.", "it was", ["15 March 1939"], []),
    ("Here {{Genoa|Milan}} was.", "here Milan was", ["Genoa"], []),
]


@pytest.mark.parametrize(("text", "notes"), SAME)
def test_what_is_said_otherwise_is_no_difference(text, notes):
    assert told(text, notes) == ([], [])


@pytest.mark.parametrize(("text", "notes", "added", "lost"), DIFFERENT)
def test_what_differs_is_told_once(text, notes, added, lost):
    assert told(text, notes) == (added, lost)


def test_what_a_correction_explains_is_not_told():
    fix = {
        "notes": "Geneva, 1923",
        "here": "Genoa",
        "why": "The conference of April and May 1922 met at Genoa, not at Geneva.",
    }
    assert told("Here they met in Genoa in 1922.", "here they met in Geneva in 1923", corrections=[fix]) == ([], [])
    assert told("Here they met in Genoa in 1922.", "here they met in Geneva in 1923") == (["Genoa", "1922"], ["1923"])


def test_what_is_no_claim_on_the_topic_is_not_told():
    more = {
        "author": "Jo Miller", "rights": "© 2026, CC BY 4.0", "source": "From the notes of May 2015", "subject": "AP History",
        "level": "The GCSE", "words": {"weigh": "Over to Bonaparte"},
        "worksheets": [{"title": "Sheet", "points": ["The point"], "distractors": ["in Milan"]}],
        "evaluation": {"paragraphs": [[{"move": "an Opening", "text": "It {{failed}}."}]]},
    }  # fmt: skip
    assert told("It {{failed}}.", "it failed", **more) == ([], [])


def test_a_date_of_its_own_and_a_person_are_claims():
    more = {"events": [{"date": "1917-11-07", "title": "Revolution"}], "people": [{"name": "Lenin", "role": "Leader."}]}
    assert told("It failed.", "it failed", **more) == (["7 November 1917", "Lenin"], [])


def test_german_nouns_are_no_names():
    assert told("Dort war der Baum von 1931.", "dort war 1930", language="de") == (["1931"], ["1930"])


PACK = """\
title: The conference
points:
  - title: A failure
    date: 1922
    text: |
      Lloyd George and others
      {{met}} in Genoa, as was agreed in 1921.
"""
NOTES = """\
The conference

1922: Lloyd George and others met in Geneva
Others: the Treaty of Rapallo
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "pack.yaml").write_text(PACK, encoding="utf-8")
    (tmp_path / "notes.txt").write_text(NOTES, encoding="utf-8")
    return tmp_path


def test_each_is_told_at_its_place_with_the_nearest_word(folder):
    done = studypack("check", "pack.yaml", "--against", "notes.txt", cwd=folder)
    assert done.returncode == 0
    assert (
        "advice: the notes do not say 'Genoa'\n --> pack.yaml:7:18\n7 |       {{met}} in Genoa, as was agreed in 1921.\n"
        "  |                  ^^^^^\n  = help: the nearest that they have is 'Geneva' in line 3\n"
    ) in done.stdout
    assert "the notes do not say '1921'\n --> pack.yaml:7:" in done.stdout
    assert (
        "advice: the pack does not say 'Rapallo'\n --> notes.txt:4:23\n4 | Others: the Treaty of Rapallo\n"
        "  |                       ^^^^^^^\n"
    ) in done.stdout
    assert done.stdout.count("advice: the notes do not say") == 2


def test_strict_fails_on_a_difference_and_not_without_one(folder):
    assert studypack("check", "pack.yaml", "--against", "notes.txt", "--strict", cwd=folder).returncode == 1
    same = PACK.replace("Genoa, as was agreed in 1921", "Geneva, where they spoke of the Treaty of Rapallo")
    (folder / "pack.yaml").write_text(same, encoding="utf-8")
    done = studypack("check", "pack.yaml", "--against", "notes.txt", cwd=folder)
    assert "do not say" not in done.stdout
    assert "does not say" not in done.stdout


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["pack.yaml", "--against", "missing.txt"], 1, "there is no such file"),
        (["pack.yaml", "--against", "empty.txt"], 1, "empty"),
        (["pack.yaml", "other.yaml", "--against", "notes.txt"], 2, "check pack.yaml --against notes.txt"),
    ],
)
def test_notes_that_cannot_be_compared_are_told(folder, words, status, says):
    (folder / "empty.txt").write_bytes(b"")
    (folder / "other.yaml").write_text(PACK, encoding="utf-8")
    done = studypack("check", *words, cwd=folder)
    assert done.returncode == status
    assert says in done.stderr


@pytest.mark.parametrize("name", ["steam", "school"])
def test_a_draft_says_what_its_notes_say(name):
    samples = {
        "steam": "Steam power\n\nPros\n- Speed: an engine of 25th Oct 1830 did the work of 1,200 men in Leeds\n"
        "- Towns since 1790-1 near Britain's canals\n\nCons\n- Smoke (1840's): the USSR & John Snow coughed\n",
        "school": "# School uniform\n\n## For\n\n1. **Cost:** in 2019 the DfE said £30m\n\n## Against\n\n* Mr Lee's poll: 84%\n",
    }
    notes = read_notes(samples[name].encode(), f"{name}.md")
    assert compared(read(written(draft_of(notes, "en-GB")).encode(), "draft.yaml"), notes) == ()
