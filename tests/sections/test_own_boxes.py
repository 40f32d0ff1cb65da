"""Boxes of the author's own: where they stand, what heads them, and what is told of those that stand elsewhere."""

import pytest
import yaml

from studypack.base.errors import ContentError
from studypack.model.content import Pack
from studypack.model.options import Flags
from studypack.model.parts import BoxPlace
from studypack.output.build import render
from studypack.output.glyph_coverage import unprintable_words
from studypack.output.page_advice import boxes_advice, compose_documents
from studypack.reading.load import read
from studypack.sections import SECTIONS
from tests.transcript import heard

POINTS = [
    {"side": "advantage", "title": "One", "text": "Some {{words}}."},
    {"side": "disadvantage", "title": "Other", "text": "More {{text}}."},
]


def loaded(*boxes, **more):
    return read(yaml.safe_dump({"title": "T", "points": POINTS, "boxes": list(boxes), **more}).encode(), "t.yaml")


def lines_of(pack, *sections, **flags):
    return [line for made in render(pack, Flags(sections=sections, **flags), "t") for line in heard(made.data)]


def test_places_are_names_of_sections():
    assert {each.value for each in BoxPlace} <= {section.name for section in SECTIONS}


@pytest.mark.parametrize(
    ("box", "language", "heading"),
    [
        ({"kind": "question"}, "en", "Key question"),
        ({"kind": "Tip"}, "en", "Exam tip"),
        ({"kind": "remember", "title": "Dates"}, "en", "Remember: Dates"),
        ({"kind": "task", "title": "At *home*"}, "en", "Task: At home"),
        ({"kind": "tip", "title": "Lire"}, "fr", "Conseil d’examen : Lire"),
        ({"kind": "word of the day"}, "en", "Word of the day"),
        ({"kind": "debate", "title": "Who won?"}, "en", "Debate: Who won?"),
    ],
)
def test_a_box_is_headed_by_its_kind_and_title(box, language, heading):
    lines = lines_of(loaded({**box, "text": "Words of the box.", "where": "table"}, language=language).pack, "table")
    place = [line.replace("\xa0", " ").replace("\u202f", " ") for line in lines].index(f"heading 2: {heading}")
    assert lines[place + 1] == "Words of the box."


@pytest.mark.parametrize(
    ("where", "sections", "after", "before"),
    [
        ("table", ("table", "worksheets"), "More text.", "Worksheet 1"),
        ("worksheets", ("table", "worksheets"), "Worksheet 1", ""),
        (None, ("table", "worksheets"), "Worksheet 1", ""),
        ("glossary", (), "Worksheet 1", ""),
    ],
)
def test_a_box_stands_at_the_end_of_its_section_or_of_the_last(where, sections, after, before):
    box = {"kind": "tip", "text": "Words of the box."} | ({"where": where} if where else {})
    heard_whole = "\n".join(lines_of(loaded(box).pack, *sections))
    assert heard_whole.count("Words of the box.") == 1
    place = heard_whole.index("Words of the box.")
    assert after in heard_whole[:place]
    assert not before or before in heard_whole[place:]


def test_a_box_of_a_section_that_nobody_asked_for_is_left_out():
    box = {"kind": "tip", "text": "Words of the box.", "where": "table"}
    assert "Words of the box." not in lines_of(loaded(box).pack, "worksheets")


@pytest.mark.parametrize(
    ("where", "choices", "message"),
    [
        ("table", {}, None),
        (None, {}, None),
        ("glossary", {}, "the section 'glossary' is not printed, so this box stands at the end of 'worksheets'"),
        ("table", {"sections": ["worksheets"]}, "this box is not printed, for the section 'table' is not"),
        (None, {"sections": ["flashcards"]}, "this box is not printed: the pack has no section that it could stand in"),
    ],
)
def test_check_says_where_a_box_does_not_stand_where_it_was_wanted(where, choices, message):
    box = {"kind": "tip", "text": "Words."} | ({"where": where} if where else {})
    made = loaded(box, pack=choices)
    told = [*boxes_advice(made, compose_documents(made)[0])]
    assert [(each.message, bool(each.line)) for each in told] == ([(message, True)] if message else [])


@pytest.mark.parametrize(
    ("box", "path"),
    [
        ({"kind": "tip", "text": "Words.", "where": "tabel"}, ("boxes", 0, "where")),
        ({"kind": "tip"}, ("boxes", 0)),
        ({"kind": "tip", "text": "Words.", "were": "table"}, ("boxes", 0, "were")),
    ],
)
def test_mistakes_in_a_box_are_told_at_their_places(box, path):
    with pytest.raises(ContentError) as refused:
        loaded(box)
    assert [problem.path for problem in refused.value.problems] == [path]
    assert all(problem.line for problem in refused.value.problems)


def test_what_no_typeface_has_is_found_in_a_box():
    pack = Pack.model_validate({"title": "T", "points": POINTS, "boxes": [{"kind": "重", "text": "重"}]})
    assert [each.path for each in unprintable_words(pack)] == [("boxes", 0, "kind"), ("boxes", 0, "text")]
