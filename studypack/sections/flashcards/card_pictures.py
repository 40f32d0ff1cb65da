"""Pictures on cards: under the words or beside them, wherever they are larger: upright ones mostly stand beside."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from typing_extensions import override

from studypack.base.raster import Raster
from studypack.layout.boxes import ROUNDING, Box
from studypack.layout.page import Page
from studypack.layout.picture_box import INCH, SHARP
from studypack.layout.role import Fit
from studypack.layout.stack import Stack
from studypack.layout.style import mm
from studypack.model.blocks import Figure, InPicture, Start, blocks
from studypack.model.figures import figures_in
from studypack.model.spans import Spans
from studypack.sections.flashcards.card_fit import EvenLines, Room

Sizes = tuple[Fit, Fit]
"""Of the larger words on one side of a card, and of the smaller."""
_UNDER = (1.0, 0.9, 0.8, 0.72, 0.63, 0.55)
"""Of the height for text: how tall a picture under the words may be, the best first."""
_WIDEST = 0.48
"""Of the width for text: a picture beside the words."""
_GUTTER = mm(4)


class Shown(NamedTuple):
    """A picture that stands under the words of a card, or beside them."""

    raster: Raster
    make: Callable[[Sizes, float], Box]
    """Returns it with its caption; the picture itself is no taller than so many points."""
    may_stand_beside: bool = True
    """Its author asks for no part of the width."""


def picture_at_end(spans: Spans, *, least: int = 1) -> tuple[Spans, Spans]:
    """Return a text without the picture that it ends with, and that; all of it and nothing if there is none.

    At `least` so many spans are to be left of it.
    """
    start = next((number for number, span in enumerate(spans) if _is_picture(span)), -1)
    found = blocks(spans[start:]) if start >= least else ()
    if len(found) == 1 and isinstance(figure := found[0], Figure) and figure.place.share is None:
        return spans[:start], spans[start:]
    return spans, ()


def _is_picture(span: object) -> bool:
    return isinstance(span, Start) and len(span.place) == 1 and isinstance(span.place[0], InPicture)


def with_pictures(
    ladder: Sequence[Sizes],
    texts: Sequence[Spans],
    words: Callable[[Sizes, float], list[Box]],
    shown: Shown | None,
    room: Room,
) -> Iterator[list[Box]]:
    """Yield the boxes of one side of a card in every way in which it may be set, the best first.

    `words` returns those of the `texts`; pictures in them are no taller than so many points. Of the ways with words of
    one size the best has the tallest picture.
    """
    has_picture = shown is not None or any(any(True for _ in figures_in(spans)) for spans in texts)
    heights = [share * room.height for share in (_UNDER if has_picture else _UNDER[-1:])]
    # The words under a picture, or beside one, leave it room.
    for sizes in ladder if shown is None else ladder[1:]:
        if shown is None:
            yield from (words(sizes, most) for most in heights)
            continue
        widest = room.width * shown.raster.height / shown.raster.width
        ways = [(min(most, widest), [*words(sizes, most), shown.make(sizes, most)]) for most in heights]
        if shown.may_stand_beside and (side := _beside(words(sizes, room.height), shown, sizes, room)):
            ways.insert(0, (side.high, [side]))
        yield from (boxes for _, boxes in sorted(ways, key=lambda way: -way[0]))


class _Beside(Box):
    """Words, and a picture on their right; each stands in the middle of the other's height."""

    def __init__(self, words: Stack, picture: Box, wide: float, high: float) -> None:
        """The picture has a column of `wide` points, and is `high` points high without its caption."""
        self._words, self._picture, self._wide, self.high = words, picture, wide, high

    def measure(self, width: float) -> float:
        """Return the width of the words, in points."""
        return width - self._wide - _GUTTER

    @override
    def height(self, width: float) -> float:
        return max(self._words.height(self.measure(width)), self._picture.height(self._wide))

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        high, measure = self.height(width), self.measure(width)
        self._words.place(page, x, top - (high - self._words.height(measure)) / 2, measure)
        lower = top - (high - self._picture.height(self._wide)) / 2
        self._picture.place(page, x + measure + _GUTTER, lower, self._wide)


def _beside(words: Sequence[Box], shown: Shown, sizes: Sizes, room: Room) -> _Beside | None:
    """A picture beside some words; None if a word would be cut, or there is no room for them."""
    ratio = shown.raster.width / shown.raster.height
    own, most = (min(own, _WIDEST * room.width) for own in (shown.raster.width * INCH / SHARP, ratio * room.height))
    found: list[_Beside] = []
    for wide in (min(own, most), _WIDEST * room.width):
        high = min(own, most) / ratio
        picture = shown.make(sizes, high)
        if (over := picture.height(wide) + ROUNDING - room.height) > 0:
            # Its caption takes room, too.
            high -= over
            picture = shown.make(sizes, max(high, 0))
        found.append(_Beside(Stack(words), picture, wide, high))
    made = max(found, key=lambda each: each.high)
    widest = max((box.widest_word for box in words if isinstance(box, EvenLines)), default=0)
    return made if widest <= made.measure(room.width) and made.height(room.width) <= room.height else None
