"""Pictures on the pages: each with its caption and credit under it, or beside the text where lines are long enough."""

from collections.abc import Callable, Iterator, Sequence

from studypack.layout.boxes import Box
from studypack.layout.columns import Columns
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.picture_box import PictureBox
from studypack.layout.stack import Stack
from studypack.layout.style import Style, mm
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.model.pictures import Picture
from studypack.sections.kit.builder import LONG_NAME

Hides = Callable[[str], bool]
"""Whether some words would give away what a sheet asks for."""
_UNTOLD = "A picture. What it shows is not said here, for it would give an answer away."
_ABOVE, _UNDER = mm(3), mm(1.4)
"""Over a picture, and from it to its caption."""
_BESIDE = 0.36
"""The part of the width that a picture takes beside text."""
_GUTTER = mm(6)
_SHORTEST_LINE = 20
"""Ems of text beside a picture, at least: about forty characters."""


def _hides_nothing(words: str) -> bool:
    return False


def picture_box(
    theme: Theme, tag: Tag, picture: Picture, most: float, *, hides: Hides = _hides_nothing, above: float = _ABOVE
) -> Stack:
    """Return a picture with its caption and credit, in elements inside `tag`. It is at most `most` points tall.

    What `hides` is said of is not printed, nor heard.
    """
    figure = figure_of(tag, picture, hides)
    box = PictureBox(picture.raster, most, figure, picture.width)
    caption, credit = ("" if hides(words or "") else words or "" for words in (picture.caption, picture.credit))
    if not caption and not credit:
        return Stack([box], above=above)
    under = _caption(theme, tag.child("Caption"), caption, credit)
    box.keep_with_next = len(caption) + len(credit) < LONG_NAME
    return Stack([box, under], above=above)


def figure_of(tag: Tag, picture: Picture, hides: Hides = _hides_nothing) -> Tag | None:
    """Return the element of a picture inside `tag`; None for decoration."""
    if picture.decorative:
        return None
    alt = str(picture.alt or "")
    return tag.child("Figure", alt=_UNTOLD if hides(alt) else alt)


def _caption(theme: Theme, tag: Tag, caption: str, credit: str) -> Paragraph:
    """Return the caption and, in italics after it, the credit."""
    style = theme.caption
    if not credit:
        return text([Run(caption, style, tag)], style, above=_UNDER)
    return text([*credited(caption, credit, style, tag)], style, above=_UNDER)


def credited(what: str, credit: str, style: Style, tag: Tag) -> Iterator[Run]:
    """Yield what a picture is, if it is said, and whose it is, in italics and as a sentence of its own."""
    if what:
        yield Run(what + (" " if what.endswith((".", "?", "!", "…")) else ". "), style, tag)
    yield Run(credit, style.voiced(italic=True), tag)


def with_picture(theme: Theme, boxes: Sequence[Box], picture: Box, *, asked: bool) -> list[Box]:
    """Return boxes of text with a picture after them; beside them where lines are long, unless its width is `asked`."""
    lines = theme.measure * (1 - _BESIDE) - _GUTTER - theme.mark_indent
    if asked or theme.table_columns > 1 or lines < _SHORTEST_LINE * theme.body.size:
        whole = [*boxes, picture]
        # A few lines are not parted from what shows them, if there is room for both under any head.
        narrow = theme.measure / (theme.table_columns + 0.5)
        boxes[-1].keep_with_next = sum(box.height(narrow) for box in whole) < theme.depth / 2
        return whole
    return [Columns([Stack(boxes), picture], (1 - _BESIDE, _BESIDE), _GUTTER)]
