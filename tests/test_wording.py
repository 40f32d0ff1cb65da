"""How messages word things: names, counts, lists, letters and the nearest known name."""

import re
from pathlib import Path

import pytest

import studypack
from studypack.base.wording import closest, join_some, join_words, letters_for, quantity, quoted, suggest_closest


@pytest.mark.parametrize(
    ("number", "noun", "said"),
    [
        (0, ("card",), "0 cards"),
        (1, ("card",), "1 card"),
        (2, ("card",), "2 cards"),
        (1, ("person", "people"), "1 person"),
        (3, ("person", "people"), "3 people"),
    ],
)
def test_a_number_has_its_noun(number, noun, said):
    assert quantity(number, *noun) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_reads_as_in_a_sentence(words, said):
    assert join_words(words) == said
    assert join_words(iter(words), "or") == said.replace("and", "or")


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a, b"), (["a", "b", "c", "d"], "a, b and 2 more")]
)
def test_a_long_list_says_how_many_more_there_are(words, said):
    assert join_some(words, 2) == said


@pytest.mark.parametrize(
    ("number", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
)
def test_letters_go_on_after_z(number, letters):
    assert letters_for(number) == letters


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("tilte", ["title", "text"], "title"),
        ("Title", ["title"], "title"),
        ("office-printer", ["Office_Printer", "Hall"], "Office_Printer"),
        ("hall", ["HALL"], "HALL"),
        ("xyz", ["title"], ""),
        ("", ["title"], ""),
        ("title", [], ""),
        ("t" * 10**6, ["title"], ""),
    ],
)
def test_the_nearest_known_name(word, known, meant):
    assert closest(word, known) == meant
    assert suggest_closest(word, known, "no") == (f"did you mean {quoted(meant)}?" if meant else "no")


def test_an_option_is_suggested_as_it_is_typed():
    assert suggest_closest("--papper", ["--paper"]) == "did you mean --paper?"


@pytest.mark.parametrize(
    ("what", "pattern"),
    [("similar words", "difflib"), ("a plural s", """noun if number|['"]s['"] if | else ['"]s['"]""")],
)
def test_one_module_words_it(what, pattern):
    sources = Path(studypack.__file__).parent.rglob("*.py")
    users = [path.name for path in sources if re.search(pattern, path.read_text(encoding="utf-8"))]
    assert users == ["wording.py"], f"{what}: take it from base/wording.py"
