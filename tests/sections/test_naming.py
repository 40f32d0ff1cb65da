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
    assert said_within(heading, "en") == said


@pytest.mark.parametrize(
    ("language", "heading", "said"),
    [
        ("de", "Vorteile", "Vorteile"),
        ("de", "Advantages", "advantages"),
        ("tr", "Ilımlılık", "ılımlılık"),
        ("tr", "İlerleme", "ilerleme"),
        ("nl", "IJzer", "ijzer"),
        ("fr", "Économies", "économies"),
    ],
)
def test_a_heading_loses_its_capital_as_its_language_has_it(language, heading, said):
    assert said_within(heading, language) == said
