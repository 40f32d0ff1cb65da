"""Boxes over pages: heads stay with what they head, nothing is cut off, what must start on a recto does."""

import pytest

from studypack.layout.boxes import Box, Drawn, NewPage, Space, TooTallError, WritingLines
from studypack.layout.columns import BalancedColumns, Columns
from studypack.layout.copyfit import largest_fitting
from studypack.layout.flow import count_pages, flow, room_left
from studypack.layout.page import Frame, Page, Rule
from studypack.layout.stack import Hanging, Stack
from studypack.layout.tag import Tag
from studypack.layout.wrapper import KeepTogether, RepeatHeader


class Block(Box):
    """A named box of a height that notes where it was placed."""

    def __init__(self, name, height, log, *, above=0, keep_with_next=False):
        self.name, self.points, self.log, self.above, self.keep_with_next = name, height, log, above, keep_with_next

    def height(self, width):
        return self.points

    def place(self, page, x, top, width):
        self.log.append((page.number, self.name, round(top, 3), round(x, 3)))


def pages(boxes, depth=100):
    made = []

    def new_page():
        made.append(Page(len(made) + 1, 200, depth, Frame(0, 0, 200, depth), ""))
        return made[-1]

    flow(boxes, new_page)
    return made


def test_boxes_hang_under_one_another_and_lose_the_space_above_at_a_page_s_top():
    log = []
    boxes = [Block(name, 40, log, above=10) for name in "abc"]
    pages(boxes)
    assert log == [(1, "a", 100, 0), (1, "b", 50, 0), (2, "c", 100, 0)]
    assert count_pages(boxes, 200, 100) == 2
    assert room_left(boxes, 200, 100) == 60


def test_a_head_stays_with_what_it_heads():
    log = []
    pages([Block("a", 70, log), Block("head", 20, log, keep_with_next=True), Block("body", 30, log)])
    assert [(page, name) for page, name, _, _ in log] == [(1, "a"), (2, "head"), (2, "body")]


def test_a_row_of_heads_stays_together():
    log = []
    heads = [Block(name, 10, log, keep_with_next=True) for name in ("one", "two", "three")]
    pages([Block("a", 60, log), *heads, Block("body", 20, log)])
    assert {name: page for page, name, _, _ in log} == {"a": 1, "one": 2, "two": 2, "three": 2, "body": 2}


def test_what_must_start_on_a_recto_does_and_the_back_stays_blank():
    log = []
    made = pages([Block("a", 10, log), NewPage(recto=True), Block("b", 10, log)])
    assert [(page, name) for page, name, _, _ in log] == [(1, "a"), (3, "b")]
    assert made[1].items == []
    log.clear()
    pages([NewPage(recto=True), Block("b", 10, log)])
    assert log[0][0] == 1


def test_a_box_taller_than_a_page_is_an_error_and_not_an_endless_loop():
    with pytest.raises(TooTallError):
        pages([Space(10), Drawn(101, lambda *_: None)])


def test_a_stack_splits_between_its_boxes_and_keeps_their_order():
    log = []
    stack = Stack([Block(str(number), 30, log, above=5) for number in range(7)])
    pages([stack])
    assert [name for _, name, _, _ in log] == list("0123456")
    assert [page for page, _, _, _ in log] == [1, 1, 1, 2, 2, 2, 3]


def test_columns_go_on_each_where_it_stopped():
    log = []
    left = Stack([Block(f"l{n}", 40, log) for n in range(5)])
    right = Stack([Block(f"r{n}", 30, log) for n in range(3)])
    pages([Columns([left, right], (1, 1), 10)])
    assert [(page, name) for page, name, _, _ in log] == [
        (1, "l0"), (1, "l1"), (1, "r0"), (1, "r1"), (1, "r2"), (2, "l2"), (2, "l3"), (3, "l4"),
    ]  # fmt: skip


@pytest.mark.parametrize("count", [2, 3])
def test_balanced_columns_end_at_the_same_height(count):
    log = []
    columns = BalancedColumns(Stack([Block(str(n), 10, log) for n in range(6 * count)]), count, 12)
    assert abs(columns.height(200) - 60) < 1
    pages([columns])
    tops = {x: min(top for _, _, top, at in log if at == x) for x in {x for *_, x in log}}
    assert len(tops) == count
    assert len(set(tops.values())) == 1
    assert [name for _, name, _, _ in log] == [str(n) for n in range(6 * count)]


def test_balanced_columns_fill_pages_before_they_are_balanced():
    log = []
    pages([BalancedColumns(Stack([Block(str(n), 30, log) for n in range(10)]), 2, 10)])
    assert [page for page, _, _, _ in log] == [1] * 6 + [2] * 4
    assert {top for page, _, top, _ in log if page == 2} == {100, 70}


def test_a_label_repeats_beside_what_is_carried_over():
    log = []
    body = Stack([Block(f"b{n}", 40, log) for n in range(4)])
    pages([Hanging(Block("mark", 10, log), body, 30, again=Block("cont.", 10, log))])
    assert [(page, name) for page, name, _, _ in log if name in ("mark", "cont.")] == [(1, "mark"), (2, "cont.")]


@pytest.mark.parametrize(("limit", "best"), [(99, 10), (6, 6), (1, 1), (0.5, 1)])
def test_copy_is_fitted_to_the_largest_size_that_needs_no_more_pages(limit, best):
    sizes = list(range(1, 11))
    assert largest_fitting(sizes, lambda size: size, lambda size: 1 if size <= max(limit, 1) else 2) == best


def test_what_takes_fewer_pages_than_the_smallest_size_is_taken_too():
    pages_of = {"small": 3, "middle": 3, "large": 2}.get
    assert largest_fitting(["small", "middle", "large"], str, pages_of) == "large"
    pages_of = {"small": 3, "middle": 2, "large": 4}.get
    assert largest_fitting(["small", "middle", "large"], str, pages_of) == "middle"


def ruled(*counts, wrapped=lambda box: box, depth=100):
    """On each page, how many lines each stretch of lines has, 10 points apart; under each a block of 5 points.

    `counts` are how many it has at least, and how many more it may have.
    """
    boxes = []
    for count, more in counts:
        lines = WritingLines(count, 10, "Lines", Tag("Div"), thickness=len(boxes) + 1, more=more)
        boxes += [wrapped(lines), Drawn(5, lambda *_: None)]
    found = []
    for page in pages(boxes, depth):
        rules = [item for item in page.items if isinstance(item, Rule)]
        assert all(rule.y0 >= page.frame.bottom for rule in rules)
        found.append([sum(rule.thickness == number * 2 + 1 for rule in rules) for number in range(len(counts))])
    return found


@pytest.mark.parametrize(
    ("counts", "given"),
    [
        ([(2, 0)], [[2]]),
        ([(2, 99)], [[9]]),
        ([(2, 3)], [[5]]),
        ([(2, 9), (2, 9)], [[5, 4]]),
        ([(2, 3), (2, 9)], [[4, 5]]),
        ([(2, 1), (2, 9)], [[3, 6]]),
        ([(4, 9), (4, 9)], [[5, 4]]),
        ([(5, 9), (3, 9), (2, 9)], [[5, 3, 1], [0, 0, 9]]),
        ([(12, 9)], [[10], [9]]),
    ],
    ids=["fixed", "to the foot", "bounded", "in turn", "those first that may take most", "what one leaves",
         "one line left", "two pages", "parted"],
)  # fmt: skip
def test_lines_share_out_what_their_page_has_left(counts, given):
    assert ruled(*counts) == given


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda box: Stack([Space(5), box]),
        lambda box: KeepTogether(box, 50),
        lambda box: RepeatHeader(box, Space(3)),
        lambda box: Hanging(Space(5), Stack([box]), 20),
        lambda box: BalancedColumns(Stack([box]), 2, 10),
    ],
    ids=["in a stack", "kept together", "under a head", "beside a label", "in columns"],
)
def test_lines_inside_other_boxes_stretch_too(wrapped):
    assert ruled((2, 99), wrapped=wrapped) in ([[9]], [[8]])


@pytest.mark.parametrize(
    ("heights", "given"),
    [
        # Each column is ruled to the foot by itself: what is no line for the longer one may be one for the other.
        ((0, 0), [10, 10]),
        ((0, 8), [10, 9]),
        ((8, 0), [9, 10]),
        ((15, 0), [8, 10]),
        ((0, 42), [10, 5]),
    ],
)
def test_columns_share_out_what_each_has_left(heights, given):
    """In two columns of a page of 100 points: over each stretch of lines a block of some height."""
    parts = [Stack([Space(height), WritingLines(2, 10, "L", Tag("Div"), more=99)]) for height in heights]
    (page,) = pages([BalancedColumns(Stack([KeepTogether(part, 999) for part in parts]), 2, 10)])
    starts = [item.x0 for item in page.items if isinstance(item, Rule)]
    assert [starts.count(start) for start in sorted(set(starts))] == given


def test_what_is_wanted_most_gets_the_line_that_is_over():
    def lines(priority, **more):
        return WritingLines(2, 10, "L", Tag("Div"), thickness=priority, more=9, priority=priority, **more)

    (page,) = pages([lines(1), lines(3), lines(2)], 80)
    rules = [item.thickness for item in page.items if isinstance(item, Rule)]
    assert [rules.count(priority) for priority in (1, 2, 3)] == [2, 3, 3]


@pytest.mark.parametrize("under", ["a page's edge", "a head that is repeated", "two heads"])
def test_what_is_kept_together_is_parted_where_no_page_has_room_for_all_of_it(under):
    """It may be as tall as a page, but under a head that is repeated a page has less room."""
    log = []
    kept = KeepTogether(Stack([Block(name, 33, log) for name in "abc"]), 100)
    boxes = {
        "a page's edge": [kept],
        "a head that is repeated": [RepeatHeader(Stack([Block("top", 50, log), kept]), Block("again", 10, log))],
        "two heads": [
            RepeatHeader(
                RepeatHeader(Stack([Block("top", 50, log), kept]), Block("again", 5, log)), Block("too", 5, log)
            )
        ],
    }
    pages(boxes[under])
    assert [name for _, name, _, _ in log if len(name) == 1] == ["a", "b", "c"]
