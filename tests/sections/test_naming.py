"""Headings within a sentence."""

import pytest

from studypack.model.content import Pack
from studypack.sections.kit.marks import said_within


def pack(heading, text, language="en"):
    point = {"side": "advantage", "title": "A title", "text": text}
    sides = {"sides": {"advantage": heading}} if heading else {}
    return Pack.model_validate({"title": "T", "language": language, "points": [point], **sides})


def said_first(content):
    return said_within(content, content.sides[0])


@pytest.mark.parametrize(
    ("heading", "text", "said"),
    [
        ("", "It was so.", "advantages"),
        ("Hopes", "They had hopes of it.", "hopes"),
        ("Hopes", "It was so.", "Hopes"),
        ("Macbeth", "He met Macbeth.", "Macbeth"),
        ("Lady Macbeth", "He saw a lady.", "Lady Macbeth"),
        ("Britain", "In Britain it was so.", "Britain"),
        ("May", "It may be.", "May"),
        ("USSR losses", "It had losses.", "USSR losses"),
        ("Losses of the USSR", "There were losses.", "Losses of the USSR"),
        ("A gain", "It was a gain.", "A gain"),
        ("1921 gains", "It was so.", "1921 gains"),
        ("for", "It was so.", "for"),
    ],
)
def test_a_heading_of_the_author_s_loses_its_capital_only_where_the_pack_has_the_word_small(heading, text, said):
    assert said_first(pack(heading, text)) == said


@pytest.mark.parametrize(
    ("language", "heading", "text", "said"),
    [
        ("de", "Vorteile", "Es gab Vorteile.", "Vorteile"),
        ("tr", "İlerleme", "Bir ilerleme oldu.", "ilerleme"),
        ("tr", "Ilımlılık", "Bir ılımlılık oldu.", "ılımlılık"),
        ("nl", "IJzer", "Er was ijzer.", "ijzer"),
        ("fr", "Économies", "Il y a des économies.", "économies"),
    ],
)
def test_a_heading_loses_its_capital_as_its_language_has_it(language, heading, text, said):
    assert said_first(pack(heading, text, language)) == said
