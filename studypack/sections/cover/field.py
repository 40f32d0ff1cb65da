"""The field of the lead colour on a cover, with the title in white; in other themes and for eco it is a frame."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

from typing_extensions import override

from studypack.layout.boxes import Box
from studypack.layout.page import Color, Page, Rectangle
from studypack.layout.paragraph import Paragraph
from studypack.layout.shorten import has_cut_word
from studypack.layout.stack import Stack
from studypack.layout.style import WHITE, Style
from studypack.layout.theme import Theme

MOST_INK = 0.36
"""Of the sheet: a larger field would cost a copier too much, and comes out blotched; it is a frame."""
_STEP = 1.0
"""Points by which a title's lines are made narrower."""


class FieldWords(NamedTuple):
    """What stands in the field."""

    overline: Paragraph
    """At the top of it."""
    title: Box
    under: Sequence[Paragraph]
    """Years and subtitle: at the foot of it, under the title."""

    @property
    def at_foot(self) -> Box:
        """The title and what stands under it."""
        return Stack([self.title, *self.under])


class CoverField(Box):
    """The words on their ground, which is as tall as they need, or taller."""

    def __init__(self, theme: Theme, words: Callable[[Color | None], FieldWords], between: float) -> None:
        """`words` makes them, in a colour or for None in those of paper; the overline stands so much over the title."""
        self._theme, self._between, self._words = theme, between, words
        self.at_least = 0.0
        """The height that it has where its words need less."""

    @cached_property
    def words(self) -> FieldWords:
        """Those of a frame, which take as much room as those of a field."""
        return self._words(None)

    @override
    def height(self, width: float) -> float:
        measure = field_measure(self._theme)
        own = self.words.overline.height(measure) + self._between + self.words.at_foot.height(measure)
        return max(own + 2 * self._theme.cover_padding, self.at_least)

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        theme, height, inset = self._theme, self.height(width), self._theme.cover_padding
        measure, solid = field_measure(theme), self._is_solid(width)
        line = 0 if solid else theme.cover_frame
        ground = Rectangle(x + line / 2, top - height + line / 2, width - line, height - line)
        if solid:
            ground.fill = theme.lead
        else:
            ground.stroke, ground.thickness = theme.lead, line
        page.add(ground)
        words = self._words(WHITE) if solid else self.words
        words.overline.place(page, x + inset, top - inset, measure)
        words.at_foot.place(page, x + inset, top - height + inset + words.at_foot.height(measure), measure)

    def _is_solid(self, width: float) -> bool:
        theme = self._theme
        return theme.cover_solid and self.height(width) * width <= MOST_INK * theme.width * theme.height


def field_measure(theme: Theme) -> float:
    """The width of the words in the field."""
    return theme.measure - 2 * theme.cover_padding


def balanced(box: Paragraph, words: str, style: Style, width: float) -> float:
    """The narrowest width, in points, in which a title takes no more lines than in this one: its lines are even."""
    lines = box.lines(width)
    while lines > 1 and width > _STEP:
        narrower = width - _STEP
        if box.lines(narrower) > lines or has_cut_word(words, style, narrower):
            break
        width = narrower
    return width
