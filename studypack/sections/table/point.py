"""A point as the table prints it: mark, date, theme, title, text."""

from collections.abc import Sequence
from functools import cached_property

from studypack.base.wording import quantity
from studypack.layout.boxes import Box
from studypack.layout.page import Hatch, Page, Rectangle
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.role import Fit
from studypack.layout.shorten import cut, stepped
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Content, Run
from studypack.layout.theme import Theme
from studypack.layout.wrapper import KeepTogether, RepeatHeader
from studypack.model.content import MarkedPoint, Pack
from studypack.model.sides import Side
from studypack.sections.kit.builder import prose
from studypack.sections.kit.marks import ContinuedLabel, Mark, MarkLabel, anchor_of, mark_tag, side_color
from studypack.sections.kit.opening import Landmark
from studypack.sections.kit.section import Context, heading_of

WORTH_FITTING = 80
"""Points; a longer table takes the smallest size at once, for that is what it would come to."""


def fits(theme: Theme, pack: Pack) -> Sequence[Fit]:
    """The ways to set a pack's points, the closest first."""
    return theme.point_fits[:1] if len(pack.points) > WORTH_FITTING else theme.point_fits


_BAR = mm(2)
_MOST_LINES = 3
"""Of a heading at its full size, and of one that is repeated."""


class Head(Box):
    """A side's bar and heading; repeated on every page, where it is furniture: it is read once."""

    keep = True

    def __init__(self, context: Context, side: Side, count: int, tag: Tag | Furniture, *, share: float = 1 / 3) -> None:
        self._context = context
        self._side = side
        self._count = count
        self._tag = tag
        self._share = share
        """Of the measure, that a long heading is stepped down to fit."""
        # In the order in which they are read.
        self._counted = None if isinstance(tag, Furniture) else self._count_beside(tag)
        self._says = None if isinstance(tag, Furniture) else self._line_under(tag)

    def again(self) -> "Head":
        """The head of the pages after the first."""
        if self._tag is Furniture.AGAIN:
            return self
        return Head(self._context, self._side, self._count, Furniture.AGAIN, share=self._share)

    def height(self, width: float) -> float:
        """Bar, heading and the space below."""
        says = self._says.height(width) if self._says else 0
        return self._bar + 4 + self._heading.height(self._room(width)) + says + self._context.theme.grown(5)

    def _line_under(self, tag: Tag) -> Paragraph | None:
        """What the side's points have in common; its element follows a heading, and lies inside a table's cell."""
        style, says = self._context.theme.label_italic, self._context.pack.sides.of(self._side).says
        if not says:
            return None
        own = tag.child("Span", said=f". {says}") if tag.kind == "TH" else (tag.parent or tag).child("P")
        return text([Run(says, style, own)], style)

    @property
    def _bar(self) -> float:
        return self._context.theme.grown(_BAR)

    @cached_property
    def _style(self) -> Style:
        return self._context.theme.side_heading.colored(side_color(self._side))

    def _count_beside(self, tag: Tag) -> Paragraph:
        words, style = quantity(self._count, "point"), self._style
        run = Run(words, self._context.theme.label, tag.child("Span", said=f", {words}"))
        return Paragraph([run], style.leading, align="right", center=0.335 * style.size)

    @cached_property
    def _heading(self) -> Paragraph:
        theme = self._context.theme
        words, narrow = heading_of(self._context.pack, self._side), theme.measure * self._share
        style = stepped(words, self._style, narrow, _MOST_LINES)
        if self._tag is not Furniture.AGAIN:
            return text([Run(words, style, self._tag)], style)
        again = Run("  continued", theme.label_italic.sized(9.5, style.leading), self._tag)
        return text([Run(cut(words, style, narrow, _MOST_LINES), style, self._tag), again], style)

    def _room(self, width: float) -> float:
        return width - self._counted.widest(width) - 8 if self._counted else width

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Shape tells the sides apart before colour does: solid or hatched."""
        color, bar = side_color(self._side), self._bar
        if self._side is Side.ADVANTAGE:
            page.add(Rectangle(x, top - bar, width, bar, fill=color))
        else:
            page.add(Hatch(x, top - bar, width, bar, color))
            page.add(Rectangle(x + 0.3, top - bar + 0.3, width - 0.6, bar - 0.6, stroke=color, thickness=0.6))
        self._heading.place(page, x, top - bar - 4, self._room(width))
        if self._says:
            self._says.place(page, x, top - bar - 4 - self._heading.height(self._room(width)), width)
        if self._counted:
            self._counted.place(page, x, top - bar - 4, width)


LONG_TITLE = 200
"""Characters; a longer one may be parted from its text, and parted itself."""


def point_box(context: Context, marked: MarkedPoint, fit: Fit, item: Tag, *, themed: bool = True) -> Box:
    """The point as an item of a list; links to it lead here. Its theme is left out where it heads the row."""
    theme = context.theme
    style = theme.fitted(fit)
    # The point's own mark leads nowhere: this is where the others lead to.
    label, tag = mark_tag(context.pack, item, marked, linked=False), item.child("LBody")
    mark = Mark(marked, theme, label, linked=False, size=theme.dateline.size)
    dateline = _dateline(theme, marked, tag, themed=themed)
    words = marked.point.title
    title = text([Run(words, style.voiced(bold=True), tag.child("P"))], style, keep=len(words) < LONG_TITLE)
    body = [title, *prose(marked.point.text, style, tag, gaps="bold", between=theme.grown(2))]
    box = (_beside if theme.hangs_marks else _under)(mark, dateline, body, style)
    box.above = style.leading * fit.air
    return Landmark(KeepTogether(box, theme.unparted * 3 / 4), anchor_of(marked))


def _dateline(theme: Theme, marked: MarkedPoint, tag: Tag, *, themed: bool) -> list[Run]:
    point, style = marked.point, theme.dateline
    runs: list[Run] = []
    if point.date is not None:
        runs.append(Run(point.date.long, style.colored(side_color(point.side)), tag.child("P")))
    if point.theme and themed:
        joiner = " · " if runs else ""
        runs.append(Run(joiner + point.theme, theme.label.sized(style.size, style.leading), tag.child("P")))
    return runs


def _beside(mark: Mark, dateline: list[Run], body: list[Box], style: Style) -> Box:
    """The mark in the margin of the point."""
    dated = mark.theme.dateline
    lines: list[Box] = [text(dateline, dated, keep=True)] if dateline else []
    return Hanging(
        MarkLabel(mark, dated.leading if dateline else style.leading),
        Stack([*lines, *body]),
        mark.indent,
        again=ContinuedLabel(_again(mark), style.leading),
    )


def _under(mark: Mark, dateline: list[Run], body: list[Box], style: Style) -> Box:
    """The mark in the line of the date, over the point: where lines are too short to give a margin away."""
    dated = mark.theme.dateline
    dated = dated.sized(dated.size, dated.leading + mark.theme.above_mark)
    first = text([mark, Run("  ", dated, mark.tag), *dateline], dated, keep=True)
    again: list[Content] = [
        _again(mark),
        Run(" cont.", mark.theme.label_italic.sized(7, dated.leading), Furniture.AGAIN),
    ]
    return RepeatHeader(Stack([first, *body]), text(again, dated))


def _again(mark: Mark) -> Mark:
    return Mark(mark.marked, mark.theme, Furniture.AGAIN, linked=False, size=mark.size)
