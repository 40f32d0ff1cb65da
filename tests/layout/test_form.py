"""The names of fields: each of its own, in reading order, by section, sheet and line."""

import pytest

from studypack.layout.field import Filling, in_box, on_rule, tick_box
from studypack.layout.page import Document, Frame, Page
from studypack.layout.tag import Tag
from studypack.pdf.form_fields import named_fields, reading_order


def document(root, *fields_of_pages, section="worksheets"):
    pages = [
        Page(number, 400, 400, Frame(0, 0, 400, 400), section, items=list(fields))
        for number, fields in enumerate(fields_of_pages, start=1)
    ]
    return Document("", "en", pages, root)


def named(made):
    return [(each.page, each.name, each.alternate_name) for each in named_fields(made, reading_order(made.root))]


def rule(name, parent, **more):
    return on_rule((50, 150, 100), 10, name, parent, **more)


def test_fields_come_in_reading_order_wherever_they_stand():
    root = Tag("Document")
    first, second = root.child("P"), root.child("P")
    made = document(root, [rule("gap 2", second), rule("gap 1", first)])
    assert named(made) == [(0, "worksheets-gap-1", "gap 1"), (0, "worksheets-gap-2", "gap 2")]


def test_lines_of_one_element_are_counted_over_its_pages():
    root = Tag("Document")
    lines, others = root.child("Div"), root.child("Div")
    pages = [[rule("Your turn", lines, counted=True), rule("Your turn", lines, counted=True)]]
    pages += [[rule("Your turn", lines, counted=True), rule("Your turn", others, counted=True)]]
    assert named(document(root, *pages, section="evaluation")) == [
        (0, "evaluation-your-turn-line-1-of-3", "Your turn, line 1 of 3"),
        (0, "evaluation-your-turn-line-2-of-3", "Your turn, line 2 of 3"),
        (1, "evaluation-your-turn-line-3-of-3", "Your turn, line 3 of 3"),
        (1, "evaluation-your-turn", "Your turn"),
    ]


def test_two_fields_have_one_name_only_where_they_are_filled_in_together():
    root = Tag("Document")
    one, other = root.child("Sect", sheet="1"), root.child("Sect", sheet="2-1")
    pages = [[rule("Name", one), rule("Date", one), rule("Date", one)], [rule("Name", one, again=True)]]
    pages += [[rule("Name", other)]]
    assert [name for _, name, _ in named(document(root, *pages))] == [
        "worksheets-1-name",
        "worksheets-1-date",
        "worksheets-1-date-2",
        "worksheets-1-name",
        "worksheets-2-1-name",
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
