"""The names of fields: each of its own, in reading order, by section, sheet and line."""

import pytest

from studypack.layout.document import Document
from studypack.layout.field import Filling, in_box, on_lines, on_rule, tick_box
from studypack.layout.page import Frame, Page
from studypack.layout.tag import Tag
from studypack.pdf.form_fields import named_fields, reading_order


def document(root, *fields_of_pages, section="worksheets"):
    root.section = section
    pages = [
        Page(number, 400, 400, Frame(0, 0, 400, 400), section, items=list(fields))
        for number, fields in enumerate(fields_of_pages, start=1)
    ]
    return Document(
        "", "en", pages, root, part_of_field="{}, part {} of {}".format, field_again="{}, again on page {}".format
    )


def named(made):
    return [(each.page, each.name, each.alternate_name) for each in named_fields(made, reading_order(made.root))]


def rule(name, parent, **more):
    return on_rule((50, 150, 100), 10, name, parent, **more)


def test_fields_come_in_reading_order_wherever_they_stand():
    root = Tag("Document")
    first, second = root.child("P"), root.child("P")
    made = document(root, [rule("gap 2", second), rule("gap 1", first)])
    assert named(made) == [(0, "worksheets-gap-1", "gap 1"), (0, "worksheets-gap-2", "gap 2")]


def lines(count, parent):
    return on_lines((50, 150, 100), count, 20, "Your turn", parent)


def test_lines_of_one_element_that_go_on_to_another_page_are_parts():
    root = Tag("Document")
    one, other = root.child("Div"), root.child("Div")
    assert named(document(root, [lines(3, one)], [lines(1, one), lines(2, other)], section="evaluation")) == [
        (0, "evaluation-your-turn-part-1-of-2", "Your turn, part 1 of 2"),
        (1, "evaluation-your-turn-part-2-of-2", "Your turn, part 2 of 2"),
        (1, "evaluation-your-turn", "Your turn"),
    ]


def test_a_field_over_lines_stands_on_the_lowest_and_reaches_over_the_first():
    field = lines(3, Tag("Div"))
    assert (field.x, field.y, field.width, field.filling) == (50, 100, 100, Filling.WRITTEN)
    assert 100 + 2 * 20 + field.size < field.y + field.height < 100 + 3 * 20


def test_two_fields_have_one_name_only_where_they_are_filled_in_together():
    root = Tag("Document")
    one, other = root.child("Sect", sheet="Worksheet 1"), root.child("Sect", sheet="Worksheet 2, level 1")
    first = [rule("Name", one, shared=True), rule("Score", one.child("P")), rule("Score", one.child("P"))]
    later = [rule("Name", one, shared=True), rule("Name", other, shared=True), rule("Score", other)]
    assert named(document(root, first, later)) == [
        (0, "name", "Name"),
        (0, "worksheet-1-score", "Worksheet 1, Score"),
        (0, "worksheet-1-score-2", "Worksheet 1, Score"),
        (1, "name", "Name, again on page 2"),
        (1, "name", "Name, again on page 2"),
        (1, "worksheet-2-level-1-score", "Worksheet 2, level 1, Score"),
    ]


def test_what_the_sheet_shows_of_an_answer_is_spoken_and_not_in_the_name():
    root = Tag("Document")
    made = document(root, [rule("gap 4, part 1: R…; treaty", root)])
    assert named(made) == [(0, "worksheets-gap-4-part-1", "gap 4, part 1: R…; treaty")]


def test_an_element_outside_the_tree_is_seen():
    with pytest.raises(KeyError):
        named(document(Tag("Document"), [rule("gap 1", Tag("P"))]))


def test_a_field_on_a_rule_stands_on_it_and_has_an_element_of_its_own():
    parent = Tag("P")
    field = rule("gap 1", parent)
    assert (field.x, field.y, field.width) == (50, 100, 100)
    assert 1.2 * field.size <= field.height <= 1.5 * field.size
    assert parent.kids == [field.tag]
    assert field.tag.kind == "Form"


def test_boxes_are_filled_by_their_field():
    parent = Tag("P")
    box, tick = in_box((10, 20, 30, 12), "place 1", parent), tick_box(5, 6, 8, "used", parent)
    assert (box.filling, tick.filling) == (Filling.CENTRED, Filling.TICKED)
    assert (box.width, box.height, tick.width, tick.height) == (30, 12, 8, 8)
    assert box.size < 12
    assert in_box((10, 20, 30, 12), "place 1", parent, least=11).size == 11
