"""Pictures on the pages: each with its caption and credit under it."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from studypack.layout.boxes import Box, Space
from studypack.layout.paragraph import text
from studypack.layout.picture_box import PictureBox
from studypack.layout.stack import Stack
from studypack.layout.style import Style, mm
from studypack.layout.tag import Tag
from studypack.layout.text import Content, Run
from studypack.layout.theme import Theme
from studypack.model.content import Pack
from studypack.model.pictures import Picture, Shown

Hides = Callable[[str], bool]
"""Whether some words would give away what a sheet asks for."""
_ABOVE, _UNDER = mm(3), mm(1.4)
"""Over a picture, and from it to its caption."""
_AIR = mm(1)
_LONG = 200
"""Characters of a caption that may be parted from its picture."""
_LOGO = 1 / 3
"""Of the measure: the width of a logo, at most."""


def _hides_nothing(words: str) -> bool:
    return False


class Setting(NamedTuple):
    """How pictures are set in a place."""

    most: float | None = None
    """How tall one may be, in points; None for what suits the width of its column."""
    hides: Hides = _hides_nothing
    """What it is said of is not printed, nor heard."""
    untold: str = ""
    """What is heard in its place."""
    above: float = _ABOVE


USUAL = Setting()


def on_sheet(pack: Pack, most: float, hides: Hides, above: float = _ABOVE) -> Setting:
    """Return how pictures are set on a sheet that asks for what `hides` tells."""
    # Words: by ear, in place of what a picture shows.
    untold = pack.say("picture_untold", "A picture. What it shows is not said here, for it would give an answer away.")
    return Setting(most, hides, untold, above)


def picture_box(theme: Theme, tag: Tag, picture: Picture, setting: Setting) -> Stack:
    """Return a picture with its caption and credit, in elements inside `tag`."""
    figure = figure_of(tag, picture.alt or "", setting)
    under = captions(theme, tag, picture, setting.hides)
    box = PictureBox(picture.raster, setting.most, figure, picture.width, type_size=theme.body.size)
    return captioned(box, under, theme.caption, setting.above)


def logo_box(theme: Theme, tag: Tag | None, logo: Shown) -> tuple[PictureBox, float]:
    """Return a school's logo, in an element inside `tag`, and its width in points. Without one it is only measured."""
    box = PictureBox(logo.raster, theme.logo, figure_of(tag, logo.alt or "") if tag else None)
    return box, box.widest(_LOGO * theme.measure)


def captions(theme: Theme, tag: Tag, picture: Picture, hides: Hides) -> list[Content]:
    """Return what stands under a picture, in an element inside `tag`; nothing if it has neither caption nor credit."""
    style = theme.caption
    caption, credit = ("" if hides(words or "") else words or "" for words in (picture.caption, picture.credit))
    if not caption and not credit:
        return []
    own = tag.child("Caption")
    return [*credited(caption, credit, style, own)] if credit else [Run(caption, style, own)]


def captioned(box: Box, under: Sequence[Content], style: Style, above: float) -> Stack:
    """Return a picture over its caption, which may be empty."""
    # Also at the top of a page, where the space above a box is dropped, something may stand over it.
    air = Space(_AIR)
    air.keep_with_next = True
    if not under:
        return Stack([air, box], above=above - _AIR)
    box.keep_with_next = sum(len(part.text) for part in under if isinstance(part, Run)) < _LONG
    return Stack([air, box, text(under, style, above=_UNDER)], above=above - _AIR)


def figure_of(tag: Tag, alt: str, setting: Setting = USUAL) -> Tag | None:
    """Return the element of a picture inside `tag`; None for decoration, which has no alternative text."""
    return tag.child("Figure", alt=setting.untold if setting.hides(alt) else str(alt)) if alt else None


def credited(what: str, credit: str, style: Style, tag: Tag) -> Iterator[Run]:
    """Yield what a picture is, if it is said, and whose it is, in italics and as a sentence of its own."""
    if what:
        yield Run(what + joint_after(what), style, tag)
    yield Run(credit, style.voiced(italic=True), tag)


def joint_after(caption: str) -> str:
    """Return what parts a caption from the credit after it."""
    return " " if caption.endswith((".", "?", "!", "…")) else ". "


def with_picture(theme: Theme, boxes: Sequence[Box], picture: Box) -> list[Box]:
    """Return boxes of text with a picture after them.

    A few lines are not parted from what shows them, if there is room for both under any head.
    """
    whole = [*boxes, picture]
    narrow = theme.measure / (theme.table_columns + 0.5)
    boxes[-1].keep_with_next = sum(box.height(narrow) for box in whole) < theme.depth / 2
    return whole
