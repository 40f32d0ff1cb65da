"""A row of cells: fixed, as wide as their words, or sharing out what is left."""

import pytest

from studypack.layout.boxes import Drawn
from studypack.layout.page import Frame, Page
from studypack.layout.paragraph import Paragraph
from studypack.layout.row import Cell, Row
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.layout.theme import theme_for
from studypack.model.choices import Paper

STYLE = theme_for(Paper.A4).label
NAME = STYLE.face.width("Name", STYLE.size)


def spans(cells, width):
    """Where each drawn cell starts and ends in a row of this width that starts at 10."""
    seen = []

    def cell(share=0.0, fixed=0.0, before=0.0, least=0.0):
        box = Drawn(12, lambda page, x, top, own: seen.append((round(x, 3), round(x + own, 3))))
        return Cell(box, width=fixed, share=share, before=before, least=least)

    row = Row([Cell(Paragraph([Run("Name", STYLE, Tag("P"))], 14)) if each is None else cell(**each) for each in cells])
    row.place(Page(1, 500, 500, Frame(0, 0, 500, 500), ""), 10, 100, width)
    return seen, row


@pytest.mark.parametrize(
    ("cells", "where"),
    [
        ([{"share": 1}], [(10, 110)]),
        ([{"share": 1}, {"share": 3}], [(10, 35), (35, 110)]),
        ([{"fixed": 20}, {"share": 1, "before": 5}], [(10, 30), (35, 110)]),
        ([{"share": 1}, {"fixed": 20, "before": 5}], [(10, 85), (90, 110)]),
        ([{"share": 1, "before": 50}, {"share": 1, "before": 10}], [(10, 55), (65, 110)]),
        ([None, {"share": 1, "before": 4}], [(round(14 + NAME, 3), 110)]),
    ],
    ids=["alone", "shares", "fixed first", "fixed last", "no space before the first", "beside words"],
)
def test_cells_share_out_what_is_left(cells, where):
    found, row = spans(cells, 100)
    assert found == where
    assert row.height(100) == (14 if None in cells else 12)


@pytest.mark.parametrize(("width", "narrow"), [(100, False), (76, False), (74, True), (20, True)])
def test_a_row_is_too_narrow_where_one_cell_has_less_than_its_least(width, narrow):
    _, row = spans([{"fixed": 25}, {"share": 1, "least": 25}, {"share": 1}], width)
    assert row.is_too_narrow(width) is narrow
