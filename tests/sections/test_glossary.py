"""The glossary: sorted, complete, and whole on every paper."""

import random
import re
from dataclasses import replace

import pytest
from laws import keeps_the_laws, spoken, text_runs
from packs import ON_EVERY_PAPER, setting

from studypack.layout.flow import count_pages
from studypack.layout.tag import Tag
from studypack.layout.theme import theme_for
from studypack.model.choices import Paper
from studypack.model.content import Pack
from studypack.model.letters import collation_key
from studypack.model.options import Options
from studypack.model.spans import plain
from studypack.output.compose import compose
from studypack.sections.glossary import SECTION


def words(count, seed="word"):
    return " ".join(f"{seed}{number}" for number in range(count))


def glossary(*terms, people=()):
    return Pack.model_validate({
        "title": "A topic",
        "glossary": [{"term": term, "meaning": meaning} for term, meaning in terms],
        "people": [{"name": name, "role": role} for name, role in people],
    })  # fmt: skip


PACKS = {
    "one term": glossary(("Term", "Meaning.")),
    "people only": glossary(people=[("A. Person", "Did things."), ("B. Person", "Did more.")]),
    "three hundred terms": glossary(*[(f"Term {number:03}", words(12)) for number in range(300)]),
    "fifty people": glossary(("Term", "Meaning."), people=[(f"P{n}", words(20, f"p{n}x")) for n in range(50)]),
    "a long meaning": glossary(("A", words(1600)), ("B", "Short.")),
    "a long term": glossary((words(300, "term"), "Short."), ("B", "Short.")),
    "a long role": glossary(people=[("A", "Short."), ("B", words(1600)), ("C", "Short.")]),
    "a long name": glossary(("A", "B"), people=[(words(300, "name"), "Short.")]),
    "a long word": glossary(("x" * 200, "y" * 200), people=[("z" * 200, "w" * 200)]),
    "other letters": glossary(("Ελλάδα", "x<y & z"), ("Żegota", "Россия"), people=[("Łoś", "*и* **Ĳ**")]),
    "paragraphs": glossary(("A", "One.\n\nTwo.\n\nThree.")),
}
EVERY_PACK = pytest.mark.parametrize("pack", list(PACKS.values()), ids=list(PACKS))


def printed(pack, paper=Paper.A4):
    return compose(pack, Options(paper=paper), [SECTION], [SECTION])


def said(text):
    return re.sub(r"\s", "", text)


@ON_EVERY_PAPER
@EVERY_PACK
def test_a_glossary_keeps_the_laws_and_every_entry_is_read_once_and_in_order(pack, paper):
    document = printed(pack, paper)
    keeps_the_laws(document)
    text = said(spoken(document))
    entries = [
        said(f"{term.term}{plain(term.meaning)}")
        for term in sorted(pack.glossary, key=lambda term: collation_key(term.term, pack.language))
    ]
    people = [said(f"{person.name}{plain(person.role)}") for person in pack.people]
    assert "".join(entries) in text
    assert text.endswith("".join(people))
    assert len(text) < len("".join(entries) + "".join(people)) + 120


@ON_EVERY_PAPER
def test_a_term_is_level_with_its_meaning(shipped, paper):
    baselines = {"Lbl": {}, "P": {}}
    for page, run in text_runs(printed(shipped, paper)):
        if isinstance(run.tag, Tag) and run.tag.parent.kind in ("LI", "LBody"):
            entry = run.tag.parent if run.tag.kind == "Lbl" else run.tag.parent.parent
            baselines[run.tag.kind].setdefault(id(entry), (page.number, round(run.y, 1)))
    terms = list(baselines["Lbl"].items())[: len(shipped.glossary)]
    assert len(terms) == len(shipped.glossary)
    assert all(baselines["P"][entry] == where for entry, where in terms)


@pytest.mark.parametrize(("paper", "people", "pages"), [
    (Paper.A4, 4, 1), (Paper.LETTER, 4, 1), (Paper.A5, 4, 2),
    (Paper.A4, 13, 2), (Paper.LETTER, 13, 2), (Paper.A5, 13, 3),
])  # fmt: skip
def test_the_shipped_glossary_takes_few_pages(shipped, paper, people, pages):
    """With four of its people it fits a page, or two small ones; with them all, it takes one more."""
    pack = shipped.model_copy(update={"people": shipped.people[:people]})
    assert len(pack.people) == people
    assert len(printed(pack, paper).pages) == pages


@ON_EVERY_PAPER
def test_people_who_fit_a_page_are_not_parted(paper):
    terms = [(f"Term {number}", words(20)) for number in range(14)]
    pack = glossary(*terms, people=[(f"Person {number}", words(25, "did")) for number in range(7)])
    document = printed(pack, paper)
    names = {run.text: page.number for page, run in text_runs(document) if run.text.startswith("Person ")}
    assert len(names) == 7
    assert len(set(names.values())) == 1


def test_it_takes_as_few_pages_as_any_size_and_any_columns_would():
    """Two columns of people at one size may need more pages than three at a larger one."""
    usual = theme_for(Paper.A4)
    ways = [((fit,), (count,)) for fit in usual.entry_fits for count in usual.entry_columns]

    def pages(pack, fits, columns):
        theme = replace(usual, entry_fits=fits, entry_columns=columns)
        return count_pages(SECTION.compose(replace(setting(pack), theme=theme)), theme.measure, theme.depth)

    dice = random.Random(5)
    looked_at = 0
    for _ in range(10):
        people = [(f"Person {n}", words(dice.randint(1, 60))) for n in range(dice.randint(3, 30))]
        pack = glossary(*[(f"T{n}", words(dice.randint(3, 40))) for n in range(dice.randint(0, 30))], people=people)
        needed = [pages(pack, *way) for way in ways]
        assert pages(pack, usual.entry_fits, usual.entry_columns) == min(needed)
        looked_at += min(needed) < max(needed)
    assert looked_at > 2


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (["b", "a", "C"], ["a", "b", "C"]),
        (["Zebra", "Évian", "eve", "Eton"], ["Eton", "eve", "Évian", "Zebra"]),
        (["Lublin", "Łódź", "Lodz a"], ["Łódź", "Lodz a", "Lublin"]),
        (["straße", "Strand", "Strasse"], ["Strand", "straße", "Strasse"]),
        (["USSR", "ussr", "Ussr"], ["USSR", "ussr", "Ussr"]),
    ],
    ids=["case", "accents", "barred letters", "sharp s", "equal keys keep their order"],
)
def test_terms_are_sorted_whatever_the_locale(given, wanted):
    document = printed(glossary(*[(term, "x") for term in given]))
    assert [run.text for _, run in text_runs(document) if isinstance(run.tag, Tag) and run.tag.kind == "Lbl"] == wanted


@pytest.mark.parametrize(
    ("name", "title", "description"),
    [
        ("one term", "Glossary", "1 term"),
        ("people only", "People", "2 people"),
        ("fifty people", "Glossary and people", "1 term, 50 people"),
    ],
)
def test_its_title_says_what_is_in_it(name, title, description):
    assert SECTION.title(PACKS[name], Options()) == title
    assert SECTION.describe(setting(PACKS[name])) == description
    assert not SECTION.applies(Pack.model_validate({"title": "T"}))


@pytest.mark.parametrize("count", [2, 13])
def test_people_stand_as_the_terms_do(count):
    """Their names in the column of the terms, what they did in that of the meanings, where that takes no page more."""
    document = printed(glossary(("Term", "Meaning."), people=[(f"P{n}", "Did things.") for n in range(count)]))
    names, told = (
        {round(run.x) for _, run in text_runs(document) if re.match(own, run.text)}
        for own in (r"Term$|P\d", "Meaning|Did")
    )
    assert len(names) == len(told) == 1
    assert max(names) < min(told)
