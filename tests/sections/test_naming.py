"""Headings within a sentence."""

import pytest

from studypack.sections.naming import said_within


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Advantages", "advantages"),
        ("USSR losses", "USSR losses"),
        ("Losses of the USSR", "losses of the USSR"),
        ("McCarthy’s gains", "McCarthy’s gains"),
        ("Anglo-Soviet gains", "Anglo-Soviet gains"),
        ("A gain", "a gain"),
        ("X factors", "X factors"),
        ("Économies", "économies"),
        ("1921 gains", "1921 gains"),
        ("for", "for"),
        ("", ""),
    ],
)
def test_only_a_plain_word_loses_its_capital(heading, said):
    assert said_within(heading) == said
