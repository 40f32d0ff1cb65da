"""The box round a task: a frame, and a heading with an icon beside it; it goes on over pages where it must."""

from functools import partial

from typing_extensions import override

from studypack.layout.boxes import ROUNDING, Box, Drawn
from studypack.layout.page import Page, Rectangle
from studypack.layout.row import Cell, Row
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import CAPITAL_MIDDLE, Style, mm
from studypack.layout.theme import Theme
from studypack.layout.wrapper import Padded, Wrapper
from studypack.sections.kit.builder import LONG_NAME, Builder
from studypack.sections.kit.icons import Icon, draw_icon
from studypack.sections.kit.sheet_head import NameLines

_BESIDE_ICON = mm(2)
_NAME_LINE = mm(75)
"""The longest, with its label."""
_BEFORE_NAME = mm(10)


class Framed(Wrapper):
    """A box in a frame with round corners; each part of it that stands on another page has a frame of its own."""

    def __init__(self, box: Box, theme: Theme, *, above: float = 0) -> None:
        super().__init__(box, above=above)
        self._theme = theme

    @override
    def lead(self, width: float) -> float:
        return self._theme.frame_padding

    tail = lead

    @override
    def inner(self, width: float) -> float:
        return framed_measure(self._theme, width)

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        theme, height = self._theme, self.height(width)
        frame = Rectangle(x, top - height, width, height, stroke=theme.hand.color, thickness=theme.frame_rule)
        frame.radius = theme.frame_radius
        page.add(frame)
        super().place(page, x + theme.frame_padding, top, width)


def framed_measure(theme: Theme, width: float = 0) -> float:
    """Return the width inside a frame that is so many points wide, or as wide as the text area."""
    return (width or theme.measure) - 2 * theme.frame_padding


def task_heading(build: Builder, icon: Icon, title: str, *, level: int = 2, named: bool = False) -> Box:
    """Return the heading of a framed task, with its icon; where it is `named`, with a rule for the name on its line."""
    theme, measure = build.theme, framed_measure(build.theme)
    headed: Box = build.heading(title, level=level)
    if theme.frame_icon:
        drawn = _drawn(theme, icon, theme.heading)
        headed = Hanging(drawn, headed, theme.frame_icon + _BESIDE_ICON, keep_with_next=len(title) < LONG_NAME)
    if not named:
        return headed
    name, own = NameLines(build.pack, theme, build.tag.child("P"), ("name",), foot=0), headed.widest(measure) + ROUNDING
    room = min(_NAME_LINE, measure - own - _BEFORE_NAME)
    if name.is_too_narrow(room):
        return Stack([name, headed], keep_with_next=True)
    # Their middles are level, and so their baselines, near enough.
    middled = Padded(headed, max(name.height(room) - headed.height(own), 0) / 2)
    return Row(
        [Cell(middled, width=own), Cell(name, width=room, before=measure - own - room)],
        keep_with_next=True,
    )


def _drawn(theme: Theme, icon: Icon, style: Style) -> Box:
    return Drawn(style.leading, partial(_draw, theme, icon, style))


def _draw(theme: Theme, icon: Icon, style: Style, page: Page, x: float, top: float, width: float) -> None:
    """Draw an icon whose middle is level with that of the capitals beside it."""
    middle = top - style.baseline + CAPITAL_MIDDLE * style.size
    draw_icon(page, icon, x, middle - theme.frame_icon / 2, theme.frame_icon)
