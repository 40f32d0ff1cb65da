"""A point as the table prints it: mark, date, theme, title, text."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from typing import TypeVar

from typing_extensions import override

from studypack.layout.boxes import Box, Drawn, Space
from studypack.layout.page import Page
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.role import Fit
from studypack.layout.row import Cell, Row
from studypack.layout.shorten import cut, stepped
from studypack.layout.stack import Stack
from studypack.layout.style import Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.layout.wrapper import OnGrid, RepeatHeader, keep_together
from studypack.model.content import MarkedPoint, Pack
from studypack.model.letters import fold_case
from studypack.model.sides import Side
from studypack.model.spans import Gap, Spans, plain
from studypack.sections.kit.builder import continued_heading, kept
from studypack.sections.kit.marks import Mark, anchor_of, draw_bar, mark_tag, side_color
from studypack.sections.kit.opening import Landmark
from studypack.sections.kit.pictures import Setting, picture_box, with_picture
from studypack.sections.kit.point_head import Dated, head_again, point_head
from studypack.sections.kit.prose import prose
from studypack.sections.kit.section import Context

_WORTH_FITTING = 80
"""Points; a longer table is set in the smallest size without a try: it would come out so."""
_Way = TypeVar("_Way")


def worth_trying(ways: Sequence[_Way], pack: Pack) -> Sequence[_Way]:
    """Return those of the ways to set a pack's points, the closest first, that are to be tried."""
    return ways[:1] if len(pack.points) > _WORTH_FITTING else ways


_BAR = mm(2)
_MOST_LINES = 3
"""Of a heading at its full size, and of one that is repeated."""


class SideHead(Stack):
    """The bar and the heading of a side. Later pages repeat it (`again`), where it is not read again."""

    def __init__(self, context: Context, side: Side, count: int, tag: Tag | Furniture, *, share: float = 1 / 3) -> None:
        """A heading is set smaller if it takes too many lines of this `share` of the measure."""
        self._made_from = context, side, count
        self._share = share
        theme, words, color = context.theme, side.name, side_color(side)
        style, narrow = theme.side_heading.colored(color), theme.measure * share
        bar = Drawn(theme.grown(_BAR) + 4, partial(draw_bar, side, theme.grown(_BAR)), keep_with_next=True)
        boxes: list[Box] = [bar]
        self._counted: Paragraph | None = None
        """The number of points, at the right of the heading."""
        if isinstance(tag, Furniture):
            boxes.append(heading_again(context.pack, theme, words, style, narrow, _MOST_LINES, keep_with_next=True))
        else:
            stepped_down = stepped(words, style, narrow, _MOST_LINES)
            heading = Cell(text([Run(words, stepped_down, tag)], stepped_down), share=1)
            self._counted = _count_beside(context, count, style, tag)
            beside = Cell(Space(0), width=self._counted.widest(theme.measure), before=8)
            boxes += [Row([heading, beside], keep_with_next=True), *_line_under(context, side, tag)]
        super().__init__([*boxes, kept(Space(theme.grown(5)))], keep_with_next=True)

    def again(self) -> "SideHead":
        """Return the head of the pages after the first."""
        return SideHead(*self._made_from, Furniture.AGAIN, share=self._share)

    @override
    def loosened(self) -> Stack:
        # Never parted: half a head says nothing.
        return self

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        super().place(page, x, top, width)
        if self._counted is not None:
            self._counted.place(page, x, top - self._boxes[0].height(width), width)


def _count_beside(context: Context, count: int, style: Style, tag: Tag) -> Paragraph:
    points = context.pack.say.count("points_counted", "{n} point", "{n} points", count)
    run = Run(points, context.theme.label, tag.child("Span", said=f", {points}"))
    return Paragraph([run], style.leading, align="right", center=style.middle)


def _line_under(context: Context, side: Side, tag: Tag) -> list[Box]:
    """Return what the side's points have in common; its element follows that of the heading, `tag`."""
    style = context.theme.label_italic
    if not side.says:
        return []
    return [text([Run(side.says, style, (tag.parent or tag).child("P"))], style, keep_with_next=True)]


def heading_again(
    pack: Pack, theme: Theme, words: str, style: Style, narrow: float, lines: int, *, keep_with_next: bool = False
) -> Paragraph:
    """Return a heading as later pages repeat it, cut to so many `lines` of the width `narrow`."""
    style = stepped(words, style, narrow, lines)
    return continued_heading(
        pack, cut(words, style, narrow, lines), style, theme.continued, keep_with_next=keep_with_next
    )


def point_box(
    context: Context, marked: MarkedPoint, fit: Fit, item: Tag, *, themed: bool = True, level: int = 3
) -> Box:
    """Return a point as an item of a list, which links to the point lead to; without its theme if `themed` is False.

    Mark and title are a heading of this `level`, and read before the date above it; the key words are read at the end.
    """
    theme = context.theme
    style = theme.fitted(fit)
    # The point's own mark leads nowhere: this is where the others lead to.
    words, tag = marked.point.title, item.child("LBody")
    heading = tag.child(f"H{level}")
    label = mark_tag(context.pack, heading, marked, linked=False, after=": ")
    titled = theme.point_title.colored(side_color(marked.side))
    mark = Mark(marked, theme, label, size=titled.size)
    dated = _dated(context, marked, tag, themed=themed)
    head = point_head(theme, [mark], Run(words, titled, heading), dated, over=style)
    body = _text_under(context, head, marked, style, tag)
    if keys := _key_words(marked.point.text, context.pack.language):
        heard = context.pack.say.count(
            "key_words", "Key word: {words}.", "Key words: {words}.", len(keys), words=", ".join(keys)
        )
        tag.announce(heard)
    box: Box = RepeatHeader(Stack(body), head_again(context.pack, mark, over=style))
    if theme.table_columns > 1:
        box = OnGrid(box, style.leading)
    box.above = style.leading * fit.air
    return Landmark(keep_together(box, theme.third * 3 / 4), anchor_of(marked))


def _text_under(context: Context, head: Sequence[Box], marked: MarkedPoint, style: Style, tag: Tag) -> list[Box]:
    """Return a point's head with its text under it, and its picture under that."""
    theme, beside, picture = context.theme, context.theme.table_columns > 1, marked.point.picture
    says = prose(context.pack, marked.point.text, style, tag, gaps="bold", solid=beside)
    says[0].above = 0 if beside else theme.under_point_title
    if picture is None:
        return [*head, *says]
    shown = picture_box(theme, tag, picture, Setting(theme.picture))
    return with_picture(theme, [*head, *says], shown)


def _key_words(says: Spans, language: str) -> list[str]:
    """Return what is printed in bold, each once: the answers of gaps, and what the author has emphasised."""
    found: dict[str, str] = {}
    for bold, spans in groupby(says, key=lambda span: span.bold or isinstance(span, Gap)):
        words = plain(tuple(spans)).strip(" ,;:.")
        if bold and words:
            found.setdefault(fold_case(words, language), words)
    return list(found.values())


def _dated(context: Context, marked: MarkedPoint, tag: Tag, *, themed: bool) -> Dated:
    theme, point, style = context.theme, marked.point, context.theme.dateline
    line, date, about = tag.child("P"), None, None
    if point.date is not None:
        when = line.child("Span", said=point.date.spoken)
        date = Run(point.date.long, style.colored(side_color(marked.side)), when)
    if themed and point.theme:
        # Words: by ear, before the theme of a point.
        heard = context.pack.say("theme_by_ear", "Theme:")
        line.announce(f"{'. ' if date else ''}{heard} ", "Span")
        # In an element of its own: it is in the pack's language, and what is said before it in English.
        own = line.child("Span", said=f"{point.theme.rstrip('.')}.")
        about = Run(point.theme, theme.label.sized(style.size, style.leading), own)
    return Dated(date, about)
