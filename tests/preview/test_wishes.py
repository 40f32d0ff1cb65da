"""The words of the page's address: what they ask for, and how few of them will do."""

import pytest

from studypack.base.errors import ChoiceError
from studypack.model.choices import Key, Paper, Profile
from studypack.model.content import Pack
from studypack.model.options import LISTS, MODES, OPTIONS, Flags
from studypack.output.build import render
from studypack.output.resolve import options_for
from studypack.preview.controls import pack_controls, section_controls
from studypack.preview.query import flags_of, printed, shortest, wishes_of


def pack(**parts):
    point = {"side": "advantage", "date": "1920", "title": "P", "text": "A {{gap}}."}
    events = [{"date": str(1921 + number), "title": "E"} for number in range(3)]
    return Pack.model_validate({"title": "T", "points": [point], "events": events, **parts})


def problems_of(*wishes):
    with pytest.raises(ChoiceError) as raised:
        flags_of(wishes)
    return [(problem.message, problem.hint) for problem in raised.value.problems]


def test_keys_and_values_are_flags():
    flags = flags_of(
        [("sections", "Table, worksheets"), ("paper", "A5"), ("grey", "yes"), ("seed", "7"), ("table.mode", "paired")]
    )
    assert flags == Flags(
        sections=("table", "worksheets"), paper=Paper.A5, grey=True, seed=7, settings=("table.mode=paired",)
    )
    assert flags_of(wishes_of(flags)) == flags


def test_a_key_without_a_value_asks_for_nothing():
    assert flags_of([("paper", ""), ("timeline.span", "")]) == Flags()


@pytest.mark.parametrize("control", [*pack_controls(), *(c for each in section_controls().values() for c in each)])
def test_every_value_that_the_page_offers_can_be_asked_for(control):
    values = [choice.value for choice in control.choices] or ["yes", "no"]
    if control.kind == "number":
        values = [str(control.least), str(control.most)]
    if control.kind == "text":
        values = [control.example]
    for value in filter(None, values):
        wishes = wishes_of(flags_of([(control.name, value)]))
        assert wishes == [(control.name, value)]


def test_the_controls_are_all_that_can_be_chosen():
    assert {control.name for control in pack_controls()} | {*LISTS} == set(OPTIONS)
    assert {name: [c.name for c in each] for name, each in section_controls().items()} == {
        name: [f"{name}.{key}" for key in part.model_fields] for name, part in MODES.items()
    }
    assert all(control.says.endswith(".") for control in pack_controls())


def test_a_new_mode_has_its_control_by_itself(monkeypatch):
    monkeypatch.setitem(MODES, "glossary", MODES["table"])
    (mode, *_) = section_controls()["glossary"]
    assert (mode.name, mode.kind, mode.usual) == ("glossary.mode", "choice", "columns")
    assert [choice.label for choice in mode.choices] == ["Columns", "Paired", "Blank", "Sort"]


def test_all_that_is_wrong_is_told_at_once():
    assert problems_of(
        ("papre", "a4"), ("paper", "a3"), ("sections", "tabel"), ("seed", "-1"), ("table.mode", "x"), ("zzz", "1")
    ) == [
        ("there is nothing to choose called 'papre'", "did you mean 'paper'?"),
        ("pack.paper cannot be 'a3'", "it can be: a4, letter, a5, half-letter"),
        ("there is no section 'tabel'", "did you mean 'table'?"),
        ("pack.seed cannot be '-1'", "it is a whole number from 0 to 999999"),
        ("there is nothing to choose called 'zzz'", ""),
        ("table.mode cannot be 'x'", "it can be: columns, paired, blank, sort"),
    ]


def test_a_page_that_asks_for_everything_is_refused_early():
    assert problems_of(*[("paper", "a4")] * 1_000)[0][0] == "too much is asked for at once"


def test_no_section_is_a_mistake_to_mend():
    assert problems_of(("sections", "")) == [("no section is chosen", "choose at least one")]


def test_what_is_usual_needs_no_words():
    own = pack(pack={"paper": "letter", "table": {"mode": "paired"}})
    asked = Flags(paper=Paper.LETTER, profile=Profile.STANDARD, settings=("table.mode=paired", "table.by=theme"))
    assert shortest(own, asked) == Flags()
    asked = Flags(paper=Paper.A4, grey=False, eco=True, settings=("table.mode=columns",))
    assert shortest(own, asked) == Flags(paper=Paper.A4, eco=True, settings=("table.mode=columns",))


@pytest.mark.parametrize(
    ("own", "chosen", "said"),
    [
        ({}, ["cover", "contents", "overview", "table", "timeline", "worksheets", "flashcards"], Flags()),
        ({}, ["cover", "contents", "overview", "table", "timeline", "worksheets"], Flags(skip=("flashcards",))),
        ({}, ["worksheets"], Flags(sections=("worksheets",))),
        ({}, ["worksheets", "table"], Flags(sections=("worksheets", "table"))),
        ({"skip": ["cover"]}, ["contents", "table", "timeline", "worksheets", "overview", "flashcards"], None),
        ({"skip": ["cover"]}, ["cover", "table"], Flags(sections=("cover", "table"))),
        (
            {"skip": ["cover"]},
            ["contents", "overview", "table", "timeline", "worksheets"],
            Flags(skip=("cover", "flashcards")),
        ),
        ({"sections": ["worksheets", "table"]}, ["worksheets", "table"], Flags()),
        ({"sections": ["worksheets", "table"]}, ["table", "worksheets"], Flags(sections=("table", "worksheets"))),
        ({"sections": ["worksheets", "table"]}, ["worksheets"], Flags(skip=("table",))),
    ],
)
def test_the_fewest_words_print_the_same(own, chosen, said):
    topic = pack(pack={"preset": "full", **own})
    asked = Flags(sections=tuple(chosen))
    short = shortest(topic, asked)
    assert short == (said or asked)
    assert printed(topic, short) == printed(topic, asked) == tuple(chosen)


def test_the_shortest_flags_make_the_same_files(shipped):
    asked = Flags(
        sections=tuple(name for name in printed(shipped, Flags(paper=Paper.A5)) if name != "overview"),
        paper=Paper.A5,
        key=Key.SEPARATE,
        seed=0,
        settings=("table.mode=columns", "worksheets.support=bank"),
    )
    short = shortest(shipped, asked)
    assert short == Flags(skip=("overview",), paper=Paper.A5, settings=("worksheets.support=bank",))
    assert options_for(shipped, short).paper is Paper.A5
    assert [file.data for file in render(shipped, short, "x")] == [file.data for file in render(shipped, asked, "x")]
