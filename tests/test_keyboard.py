"""Straight quotes, apostrophes and hyphens as they are typed, and what is printed for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.advice.rules import advice
from studypack.base.errors import ContentError
from studypack.model.spans import plain
from studypack.model.typography import find_in_source, smarten, smarten_parts
from studypack.reading.load import read


@pytest.mark.parametrize(
    ("language", "typed", "wanted"),
    [
        ("en-GB", '"Hands off", said the workers\' leader.', "“Hands off”, said the workers’ leader."),
        ("en-GB", "'It's \"war\"', he wrote in '45.", "‘It’s “war”’, he wrote in ’45."),
        ("en-GB", "in the '30s, rock 'n' roll; 'tis O'Brien's", "in the ’30s, rock ’n’ roll; ’tis O’Brien’s"),
        ("en-GB", '"\'Yes\', she said" ("no")', "“‘Yes’, she said” (“no”)"),
        ("en-GB", "\"in 1917\" and 'in 1918'", "“in 1917” and ‘in 1918’"),
        ("en-GB", '5\'10" tall, a 6" gun, "12" too', "5′10″ tall, a 6″ gun, “12” too"),
        (
            "en-GB",
            "'Cause and effect' is one theme, 'Till death' another. 'Em' dashes.",
            "‘Cause and effect’ is one theme, ‘Till death’ another. ‘Em’ dashes.",
        ),
        ("en-GB", "'Cause of the workers' revolt', said '45", "‘Cause of the workers’ revolt’, said ’45"),
        ("en-GB", "'Till and 'til. 'Em all, the '30s. Rome", "’Till and ’til. ’Em all, the ’30s. Rome"),
        ("en-GB", "'Til he said 'no' to the '30s workers' cause", "’Til he said ‘no’ to the ’30s workers’ cause"),
        ("en-GB", "'Twas in '45 we met', he said of 'em", "‘Twas in ’45 we met’, he said of ’em"),
        ("en-US", '"a quotation\nover two" paragraphs', "“a quotation\nover two” paragraphs"),
        ("de", "\"Ja\", sagte er, 'nein'.", "„Ja“, sagte er, ‚nein‘."),
        ("de-CH", '"Ja"', "«Ja»"),
        ("fr", 'l\'URSS dit "oui" et l\'"Humanité"', "l’URSS dit «\u202foui\u202f» et l’«\u202fHumanité\u202f»"),
        ("FR-ca", '"oui"', "«\u202foui\u202f»"),
        ("ru", '"да"', "«да»"),
        ("pl", '"tak"', "„tak”"),
        ("sv", '"ja"', "”ja”"),
        ("xx", '"?"', "“?”"),
        ("de", "“left” as ‘typed’", "“left” as ‘typed’"),
    ],
)
def test_quotes_are_those_of_the_language(language, typed, wanted):
    assert smarten(typed, language) == wanted


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("in 1919-21 and 1918-1919, 1899-1902", "in 1919–21 and 1918–1919, 1899–1902"),
        ("the 1920s-30s; 26-27 May 1927; pp. 12-15", "the 1920s–30s; 26–27 May 1927; pp. 12–15"),
        ("it came - too late", "it came – too late"),
        ("c.1919-21, c. 1919-21 and c1919-21", "c.1919–21, c. 1919–21 and c1919–21"),
        (
            "(c.1930-35), ca.1919-1921, fl.1919-21, b.1919-d.1921",
            "(c.1930–35), ca.1919–1921, fl.1919–21, b.1919–d.1921",
        ),
        ("c. 871-899 and 1919-c.1921; 1919-present", "c. 871–899 and 1919–c.1921; 1919–present"),
        ("300-250 BC, c. 300-250 BC, 44-40 B.C.", "300–250 BC, c. 300–250 BC, 44–40 B.C."),
        ("AD 43-410, 43-410 AD, 14-37 CE", "AD 43–410, 43–410 AD, 14–37 CE"),
        ("March 16-18, 16-18 March, Sept. 29-30", "March 16–18, 16–18 March, Sept. 29–30"),
        ("March-May 1921, 5 March-7 April 1921", "March–May 1921, 5 March–7 April 1921"),
        ("c.1919-style, a 1919-style hat, 1998-present-day", "c.1919-style, a 1919-style hat, 1998-present-day"),
        ("Acts 2:1-4, Acts 2:16-18 may, 12-15 ad breaks", "Acts 2:1-4, Acts 2:16-18 may, 12-15 ad breaks"),
        (
            "ISBN 978-0-1999-2001-5, 020 1946-1950, +44 1632-1921",
            "ISBN 978-0-1999-2001-5, 020 1946-1950, +44 1632-1921",
        ),
        ("a 9-5 job, 10-15%, 20-30 million, in May 3-1", "a 9-5 job, 10-15%, 20-30 million, in May 3-1"),
        ("Anglo-Soviet, 1921-03-16, 1921-03, 01865-1923-21", "Anglo-Soviet, 1921-03-16, 1921-03, 01865-1923-21"),
        ("a score of 2-1; 10 - 3 = 7; -5; U-47", "a score of 2-1; 10 - 3 = 7; -5; U-47"),
    ],
)
def test_a_hyphen_between_years_pages_or_spaced_words_is_a_dash(typed, wanted):
    assert smarten(typed, "en-GB") == wanted


@given(st.lists(st.text("ab1 '\"-\n(.’“", max_size=12), max_size=6), st.sampled_from(["en", "de", "fr"]))
def test_parts_are_printed_as_the_whole_is_and_found_where_they_were_typed(parts, language):
    typed = "".join(parts)
    whole = smarten(typed, language)
    assert "".join(smarten_parts(parts, language)) == whole
    assert not set("'\"") & set(whole)
    assert not typed.strip() or (0, len(typed)) in find_in_source(whole, typed)


def test_a_long_text_of_quotes_takes_no_long_time():
    for piece in (" 'a", ' "a', "'", '"', " 'a\"", "1'", " pp.1111", "1919-"):
        assert smarten(piece * 20_000, "en")


FRENCH = """
title: "L'entente"
language: fr
points:
  - side: advantage
    title: Qu'est-ce qu'un "traité"?
    text: 'Il dit "{{oui|l''accord::d''abord}}", puis "**non**", de 1919-21.'
worksheets:
  - title: Une
    points: [qu-est-ce-qu-un-traité]
    distractors: ["l'or"]
"""


def test_every_text_of_a_pack_is_printed_in_its_language():
    pack = read(FRENCH.encode(), "pack.yaml").pack
    assert (pack.title, pack.worksheets[0].distractors) == ("L’entente", ("l’or",))
    (point,) = pack.points
    assert point.title == "Qu’est-ce qu’un «\u202ftraité\u202f»?"
    assert plain(point.text) == "Il dit «\u202foui\u202f», puis «\u202fnon\u202f», de 1919–21."
    assert point.text[1].answers == ("oui", "l’accord")
    assert point.text[1].hint == "d’abord"


def test_a_mistake_behind_quotes_is_shown_where_it_was_typed():
    with pytest.raises(ContentError) as caught:
        read(FRENCH.replace("**non**", "**non").encode(), "pack.yaml")
    (problem,) = caught.value.problems
    line = FRENCH.split("\n")[problem.line - 1]
    assert line[problem.column - 1 :].startswith("**non")


def test_advice_finds_what_was_typed_with_a_straight_quote():
    written = FRENCH.replace("de 1919-21.", "et l''an").replace("d''abord", "x")
    loaded = read(written.encode(), "pack.yaml")
    found = [each for each in advice(loaded) if "full stop" in each.message]
    line = written.split("\n")[found[0].line - 1]
    assert line[found[0].column - 1 :].startswith("l''an")
    assert loaded.problem(("title",), "x", needle="’entente").column == 'title: "L'.__len__() + 1
