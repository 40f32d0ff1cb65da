"""Packs of one to four sides, and of points on none: their marks and signs, and the sections that follow them."""

from itertools import pairwise

import pytest
from laws import keeps_the_laws, spoken, text_runs
from packs import all_pairs

from studypack.base.errors import ContentError
from studypack.layout.ink import saved
from studypack.layout.page import Frame, Hatch, Page, Rule
from studypack.layout.tag import Tag
from studypack.model.choices import Paper, Profile
from studypack.model.content import Pack
from studypack.model.modes import PairBy, TableMode, TimelineMode
from studypack.model.options import Options
from studypack.model.section_modes import TableModes, TimelineModes
from studypack.output.compose import compose
from studypack.output.resolve import choose
from studypack.pdf.tagged import pdf_bytes
from studypack.reading.load import read
from studypack.sections import SECTIONS, table, timeline
from studypack.sections.kit.marks import side_color
from studypack.sections.timeline.bars import draw_dot
from studypack.sections.timeline.geometry import GEOMETRY
from tests.pdf.verdict import verdict_on

THREE = [
    {"id": "long", "name": "Long-term causes", "letter": "L", "says": "Before 133 BC"},
    "Short-term causes",
    "Triggers",
]
FOUR = [{"name": name} for name in ("Austria-Hungary", "Britain", "Russia", "Germany")]
SAYS = "The {{word %d}} of this point says what happened, and why it mattered in the end."


def pack(sides, named, count=11, **more):
    """A pack whose points are on the sides `named`, by turns; None is none."""
    points = [
        {
            "title": f"Point {number}",
            "text": SAYS % number,
            "theme": ("army", "land", "law")[number % 3],
            **({"date": f"{133 - number} BC"} if number % 4 else {}),
            **({"side": side} if (side := named[number % len(named)]) else {}),
        }
        for number in range(count)
    ]
    events = [{"date": "120 BC", "title": "An event"}, {"date": "125–119 BC", "title": "A war"}]
    return Pack.model_validate(
        {"title": "A topic", "points": points, "events": events, **({"sides": sides} if sides else {}), **more}
    )


PACKS = {
    "three": pack(THREE, ["long", "Short-term causes", "T"]),
    "three and none": pack(THREE, ["long", "Short-term causes", "T", None]),
    "four": pack(FOUR, ["A", "b", "Russia", "germany"]),
    "four and none": pack(FOUR, ["A", "b", "Russia", None, "germany"]),
    "one": pack(["Causes"], ["causes"]),
    "one and none": pack(["Causes"], ["causes", None]),
    "two and none": pack(None, ["advantage", "disadvantage", None]),
    "none": pack(None, [None]),
}
MODES = {
    "columns": {"table": TableModes()},
    "paired": {"table": TableModes(mode=TableMode.PAIRED), "timeline": TimelineModes(mode=TimelineMode.LABELS_BLANK)},
    "by date": {"table": TableModes(mode=TableMode.PAIRED, by=PairBy.DATE)},
    "blank": {"table": TableModes(mode=TableMode.BLANK), "timeline": TimelineModes(mode=TimelineMode.DATES_BLANK)},
    "eco": {"eco": True, "timeline": TimelineModes(mode=TimelineMode.CUT)},
}


@pytest.mark.parametrize(("name", "modes", "profile", "paper"), all_pairs(PACKS, MODES, Profile, Paper))
def test_every_section_keeps_the_laws_and_names_every_point(name, modes, profile, paper):
    content, options = PACKS[name], Options(paper=paper, profile=profile, **MODES[modes])
    document = compose(content, options, choose(content, options).pack, SECTIONS)
    keeps_the_laws(document)
    only = compose(content, options, [table.SECTION], [table.SECTION])
    heard = f"{spoken(only)} "
    for marked in content.marked:
        assert heard.count(f"{marked.point.title} ") == 1, marked.mark
    assert verdict_on(only, pdf_bytes(only)) == []


@pytest.mark.parametrize(
    ("sides", "letters"),
    [
        (["Long-term", "Short-term", "Triggers"], ["L", "S", "T"]),
        (["Causes", "Course", "Effects"], ["Ca", "Co", "Ef"]),
        (["Long-term causes", "Long-term effects"], ["A", "B"]),
        ([{"name": "Causes", "letter": "K"}, "Course"], ["K", "C"]),
        (["1914", "Britain", "Russia"], ["A", "B", "C"]),
        (["Österreich", "Ostpreußen"], ["Ö", "O"]),
        (["Only"], ["O"]),
        (["Le nucléaire", "Le vent", "L’eau"], ["N", "V", "E"]),
        (["The Tsar", "The troops"], ["Ts", "Tr"]),
        ({"advantage": "Pros", "disadvantage": "Problems"}, ["A", "D"]),
        ({"advantage": {"name": "Pros", "letter": "G"}, "disadvantage": "Problems"}, ["G", "P"]),
        ({"disadvantage": "Costs"}, ["A", "C"]),
    ],
)
def test_the_marks_begin_with_letters_that_tell_the_sides_apart(sides, letters):
    assert [side.letter for side in pack(sides, [None]).sides] == letters


@pytest.mark.parametrize(
    ("language", "sides", "mark"),
    [
        ("en", None, "P1"),
        ("en", ["Parts"], "N1"),
        ("de", None, "A1"),
        ("de", ["Anfang", "Ende"], "P1"),
        ("es", None, "P1"),
        ("it", None, "P1"),
    ],
)
def test_the_mark_of_a_point_on_no_side_begins_as_the_language_says_point(language, sides, mark):
    assert pack(sides, [None], language=language).marked[0].mark == mark


@pytest.mark.parametrize("typed", ["long", "LONG", "Long-term causes", "long-term Causes", "L", "l"])
def test_a_point_names_its_side_by_id_name_or_letter(typed):
    assert pack(THREE, [typed], 1).marked[0].mark == "L1"


def test_sides_are_named_by_ids_of_the_author_s_own():
    content = pack(
        {"advantage": "Long-term", "middle": "Medium-term", "short": {"name": "Triggers", "letter": "K"}},
        ["middle", "K"],
    )
    assert [(side.id, side.letter) for side in content.sides] == [("advantage", "L"), ("middle", "M"), ("short", "K")]
    assert [marked.mark for marked in content.marked[:2]] == ["M1", "K1"]


def test_in_other_languages_than_english_two_sides_of_one_letter_have_two_and_may_be_named_by_a_and_d():
    sides, sheet = {"advantage": "Stärken", "disadvantage": "Schwächen"}, {"title": "S", "points": ["D1", "St1"]}
    content = pack(sides, ["advantage", "disadvantage"], 2, language="de", worksheets=[sheet])
    assert [side.letter for side in content.sides] == ["St", "Sc"]
    assert content.worksheets[0].points == ("point-1", "point-0")


@pytest.mark.parametrize(("taken", "letter"), [(["Causes"], "P"), (["Places"], "N"), (["Places", "Names"], "X")])
def test_points_on_no_side_have_a_letter_that_no_side_has(taken, letter):
    assert pack(taken, [None], 2).marked[1].mark == f"{letter}2"


@pytest.mark.parametrize(
    ("sides", "side", "says", "hint"),
    [
        ("[A, B, C, D, E]", "a", "4 sides at most", "two packs"),
        ("[]", "a", "'sides' is empty", "first item"),
        ("[Gains, gains]", "gains", "two sides have the name 'gains'", "one of its own"),
        ("[{id: a, name: X}, {id: a, name: Y}]", "a", "two sides have the id 'a'", "one of its own"),
        ("[{name: X, letter: K}, {name: Y, letter: K}]", "X", "two sides have the letter 'K'", "one of its own"),
        ("[{name: X, letter: K2}]", "X", "marks such as A1 cannot be this", "like K or Ca"),
        ("[{name: X, leter: K}]", "X", "unknown key 'leter'", "did you mean 'letter'?"),
        ("[{letter: K}]", "K", "side 1 has no 'name'", "name: …"),
        ("[Causes, Effects]", "Efects", "side must be 'causes' or 'effects'", "did you mean 'effects'?"),
        ("[Causes, Effects]", "advantage", "side must be 'causes' or 'effects'", "C for Causes or E for Effects"),
        ("{long: X, short: Y, mid: Z, four: V, five: W}", "long", "4 sides at most", "two packs"),
        ("{long: X, short: X}", "long", "two sides have the name 'X'", "one of its own"),
        ("{long: {nam: X}}", "long", "unknown key 'nam'", "did you mean 'name'?"),
        ("{advantges: X, disadvantage: Y}", "disadvantage", "unknown key 'advantges'", "did you mean 'advantage'?"),
        ("Causes", "Causes", "'sides' should have keys of its own", "advantage, disadvantage"),
    ],
)
def test_a_mistake_in_the_sides_is_told(sides, side, says, hint):
    text = f"title: T\nsides: {sides}\npoints:\n  - side: {side}\n    title: A\n    text: It was so.\n"
    with pytest.raises(ContentError) as told:
        read(text.encode(), "t.yaml")
    problem = next(each for each in told.value.problems if says in each.message)
    assert problem.line in (2, 4)
    assert hint in problem.hint


def test_a_side_that_is_left_open_is_told():
    with pytest.raises(ContentError, match="'side' has no value"):
        read(b"title: T\npoints:\n  - side:\n    title: A\n    text: It was so.\n", "t.yaml")


def test_a_single_side_is_the_title_of_the_table_and_stands_there_once():
    document = compose(PACKS["one"], Options(), [table.SECTION], [table.SECTION])
    assert table.SECTION.title(PACKS["one"], Options()) == "Causes"
    assert sum(run.text == "Causes" for _, run in text_runs(document)) == 2, "the title, and the head of the page"


@pytest.mark.parametrize("ink", ["full", "eco"])
@pytest.mark.parametrize("name", ["three and none", "four and none"])
def test_the_signs_of_the_sides_are_told_apart_by_shape(name, ink):
    content, found = PACKS[name], set()
    for side in content.groups:
        page = Page(1, 200, 200, Frame(0, 0, 200, 200), "timeline")
        draw_dot(page, side, 50, 50)
        [shape] = saved([page])[0].items if ink == "eco" else page.items
        corners = tuple((round(x - 50, 1), round(y - 50, 1)) for x, y in getattr(shape, "points", ()))
        found.add((type(shape), corners))
    assert len(found) == len(content.groups)


def test_points_on_no_side_are_not_to_be_sorted():
    content, options = PACKS["three and none"], Options(table=TableModes(mode=TableMode.SORT))
    [owed] = table.SECTION.answers(content, options)
    assert {answer.accepted[0] for answer in owed.answers} == {side.name for side in content.sides}
    assert len(owed.answers) == sum(bool(point.side) for point in content.points)


@pytest.mark.parametrize("name", ["one", "none"])
def test_where_no_sides_are_to_be_sorted_the_table_is_printed_to_be_read_and_that_is_told(name):
    content, options = PACKS[name], Options(table=TableModes(mode=TableMode.SORT))
    heard = spoken(compose(content, options, [table.SECTION], [table.SECTION]))
    assert all(f"{marked.point.title} " in f"{heard} " for marked in content.marked)
    assert table.SECTION.answers(content, options) == ()
    assert table.SECTION.warnings(content, options)


def test_each_of_four_sides_has_a_hatch_and_a_mark_of_its_own():
    document = compose(PACKS["four and none"], Options(), [table.SECTION], [table.SECTION])
    marks = {}
    for page in document.pages:
        for item in page.items:
            if isinstance(item, Hatch):
                marks.setdefault(item.color, item.slope)
    assert sorted(marks.values()) == ["level", "rising", "upright"], "and the first is filled"


def test_headings_come_before_what_they_head():
    for content in PACKS.values():
        document = compose(content, Options(), [table.SECTION], [table.SECTION])
        levels = [
            int(tag.kind[1]) for tag in document.root.walk() if isinstance(tag, Tag) and tag.kind in ("H1", "H2", "H3")
        ]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(
    ("sides", "named", "says"),
    [
        (THREE, ("long", "Short-term causes", "Triggers"), "Short-term causes above the line, Triggers below"),
        (
            FOUR,
            ("Britain", "Russia", "Germany", "b", "A"),
            "and Britain above the line, Russia and Germany below",
        ),
    ],
)
def test_each_side_has_its_place_above_the_line_of_the_timeline_or_below_it(sides, named, says):
    content = pack(sides, named)
    document = compose(content, Options(), [timeline.SECTION], [timeline.SECTION])
    assert says in " ".join(run.text for _, run in text_runs(document))
    seen = {side.color: set() for side in content.sides}
    for page in document.pages:
        rules = [item for item in page.items if isinstance(item, Rule)]
        edges = [rule.y0 for rule in rules if rule.y0 == rule.y1 and rule.thickness == GEOMETRY.outline]
        for pole in (rule for rule in rules if rule.x0 == rule.x1 and rule.thickness == GEOMETRY.pole):
            near = min(edges, key=lambda edge: min(abs(pole.y0 - edge), abs(pole.y1 - edge)))
            above = (pole.y0 + pole.y1) / 2 > near
            for side in content.sides:
                if pole.color == side_color(side):
                    seen[side.color].add(above)
    half = len(sides) - len(sides) // 2
    assert [seen[side.color] for side in content.sides] == [{True}] * half + [{False}] * (len(sides) - half)
