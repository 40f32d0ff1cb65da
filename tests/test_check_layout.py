"""Advice on pages that are almost empty: what they hold, and a way out that works."""

import pytest

from studypack.base.errors import Severity
from studypack.output.page_advice import almost_empty_advice, compose_documents
from studypack.reading.load import load, read

TINY = """
title: Volcanoes
points:
  - {side: advantage, title: Soil, text: "Ash makes {{fertile}} soil."}
  - {side: disadvantage, date: 1980, title: St Helens, text: "It killed {{57}} people."}
  - {side: disadvantage, date: 1985, title: Ruiz, text: "It killed 23,000."}
"""
ONE = "glossary: [{term: Magma, meaning: Molten rock.}]\n"
MANY = f"glossary:\n{''.join(f'  - {{term: Rock {n}, meaning: A stone of some kind.}}{chr(10)}' for n in range(30))}"
LATER = "events:\n" + "".join(f"  - {{date: {1800 + 9 * n}, title: An eruption of some size}}\n" for n in range(12))


def advised(text, document=0):
    """The advice on all sections of a pack, each on pages of its own."""
    paged = text.replace("pack: {", "pack: {preset: full, ") if "pack: {" in text else f"{text}pack: {{preset: full}}\n"
    loaded = read(paged.encode(), "pack.yaml")
    return list(almost_empty_advice(loaded, compose_documents(loaded)[document]))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TINY + ONE, {"overview": "2 dates, 1 term", "timeline": "2 dates", "glossary": "1 term"}),
        (TINY + MANY, {"timeline": "2 dates"}),
        (TINY + MANY + LATER, {}),
        (TINY + ONE + "pack: {profile: large, paper: a5}\n", {}),
        (TINY + ONE + "pack: {sections: [glossary]}\n", {}),
        (TINY + ONE + "pack: {skip: [timeline, overview]}\n", {"glossary": "1 term"}),
    ],
    ids=[
        "little",
        "few dates, many terms",
        "many dates",
        "large print on a small page",
        "alone",
        "already left out",
    ],
)
def test_what_an_almost_empty_page_holds_is_told(text, said):
    found = advised(text)
    assert len(found) == (1 if said else 0)
    for problem in found:
        what, _, listed = problem.message.partition(": ")
        assert what == ("almost empty pages" if len(said) > 1 else "an almost empty page")
        assert listed == "; ".join(f"{name}, with {held}" for name, held in said.items())
    assert all(problem.severity is Severity.ADVICE and problem.line > 2 for problem in found)


def test_the_way_out_leads_out():
    (problem,) = advised(TINY + ONE)
    skip = problem.hint.partition("with ")[2].partition(" under")[0]
    assert skip == "skip: [overview, timeline, glossary]"
    assert advised(f"{TINY}{ONE}pack: {{{skip}}}\n") == []


def test_a_section_that_runs_on_leaves_no_page_almost_empty():
    loaded = read((TINY + ONE).encode(), "pack.yaml")
    assert list(almost_empty_advice(loaded, compose_documents(loaded)[0])) == []


def test_the_shipped_pack_leaves_no_page_almost_empty(shipped_path):
    loaded = load(shipped_path)
    assert list(almost_empty_advice(loaded, compose_documents(loaded)[0])) == []
