"""A picture keeps its proportions, fits its column, and is no larger than its pixels are good for."""

import pytest

from studypack.base.raster import Raster
from studypack.layout.ink import greyed, saved
from studypack.layout.page import Frame, Page, Picture
from studypack.layout.picture_box import PictureBox
from studypack.layout.tag import Tag
from tests.pictures import picture


def raster(width, height):
    return Raster(b"", width, height, False, "")


@pytest.mark.parametrize(
    ("pixels", "share", "column", "most", "size"),
    [
        ((300, 150), None, 200, 500, (144, 72)),  # natural: 150 pixels an inch
        ((3000, 1500), None, 200, 500, (200, 100)),  # the column
        ((300, 150), 1.0, 200, 500, (200, 100)),  # asked for, though coarse
        ((3000, 1500), 0.6, 200, 500, (120, 60)),
        ((1500, 3000), None, 200, 300, (150, 300)),  # the page
        ((1500, 3000), 1.0, 200, 300, (150, 300)),
        ((20, 400), None, 200, 100, (5, 100)),
        ((1, 1), None, 200, 100, (0.48, 0.48)),
    ],
)
def test_sizes(pixels, share, column, most, size):
    box = PictureBox(raster(*pixels), most, None, share)
    assert box.size(column) == pytest.approx(size)
    assert (box.widest(column), box.height(column)) == pytest.approx(size)
    assert box.least(column) == box.height(column)
    assert box.split(column, 10) is None


def placed():
    page, figure = Page(1, 300, 400, Frame(20, 20, 280, 380), "any"), Tag("Figure", alt="A dam")
    PictureBox(picture(300, 150), 500, figure).place(page, 20, 380, 200)
    return page, figure


def test_it_hangs_from_the_top_at_the_left():
    page, figure = placed()
    (item,) = page.items
    assert (item.x, item.y, item.width, item.height, item.tag) == pytest.approx((20, 308, 144, 72, figure))


def test_it_is_grey_in_black_ink_and_whole_with_little_ink():
    page, _ = placed()
    (grey,), (whole,) = greyed([page])[0].items, saved([page])[0].items
    assert isinstance(grey, Picture)
    assert grey.raster.is_grey
    assert whole == page.items[0]
