"""A side's heading: bar, name, count and what its points have in common; repeated, without the last, on every page."""

from functools import cached_property

from studypack.content import Side
from studypack.sections.marks import side_color
from studypack.sections.section import Setting, heading_of
from studypack.typeset.boxes import Box
from studypack.typeset.look import Style, mm
from studypack.typeset.page import Hatch, Page, Rectangle
from studypack.typeset.paragraph import Paragraph, text
from studypack.typeset.shorten import cut, stepped
from studypack.typeset.tag import Furniture, Tag
from studypack.typeset.text import Run

_BAR = mm(2)
_MOST_LINES = 3
"""Of a heading at its full size, and of one that is repeated."""


class Head(Box):
    """A side's bar and heading; repeated on every page, where it is furniture: it is read once."""

    keep = True

    def __init__(self, setting: Setting, side: Side, count: int, tag: Tag | Furniture, *, share: float = 1 / 3) -> None:
        self._setting = setting
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
        return Head(self._setting, self._side, self._count, Furniture.AGAIN, share=self._share)

    def height(self, width: float) -> float:
        """Bar, heading and the space below."""
        says = self._says.height(width) if self._says else 0
        return self._bar + 4 + self._heading.height(self._room(width)) + says + self._setting.look.grown(5)

    def _line_under(self, tag: Tag) -> Paragraph | None:
        """What the side's points have in common; its element follows a heading, and lies inside a table's cell."""
        style, says = self._setting.look.label_italic, self._setting.pack.sides.of(self._side).says
        if not says:
            return None
        own = tag.child("Span", said=f". {says}") if tag.kind == "TH" else (tag.parent or tag).child("P")
        return text([Run(says, style, own)], style)

    @property
    def _bar(self) -> float:
        return self._setting.look.grown(_BAR)

    @cached_property
    def _style(self) -> Style:
        look = self._setting.look
        plain = look.label_bold.voiced(bold=True).colored(side_color(self._side))
        return plain.sized(look.heading.size * 1.1, look.heading.leading) if look.accessible else plain.sized(12.5, 16)

    def _count_beside(self, tag: Tag) -> Paragraph:
        words, style = f"{self._count} point{'' if self._count == 1 else 's'}", self._style
        run = Run(words, self._setting.look.label, tag.child("Span", said=f", {words}"))
        return Paragraph([run], style.leading, align="right", center=0.335 * style.size)

    @cached_property
    def _heading(self) -> Paragraph:
        look = self._setting.look
        words, narrow = heading_of(self._setting.pack, self._side), look.measure * self._share
        style = stepped(words, self._style, narrow, _MOST_LINES)
        if self._tag is not Furniture.AGAIN:
            return text([Run(words, style, self._tag)], style)
        again = Run("  continued", look.label_italic.sized(9.5, style.leading), self._tag)
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
