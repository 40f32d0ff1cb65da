"""The sign for how much help a sheet gives: one dot in a ring for none, up to three for the most, and it is said."""

from typing import Literal

from studypack.layout.boxes import Box, Drawn
from studypack.layout.page import Circle, Page
from studypack.layout.paragraph import Paragraph
from studypack.layout.style import CAPITAL_MIDDLE, INK, mm
from studypack.layout.text import Run
from studypack.sections.kit.opening import part_of
from studypack.sections.kit.section import Context

HelpStep = Literal[1, 2, 3]
"""From no help to the most; as many dots are in the ring."""
_STEPS = 3
_RING = 0.62
"""Its radius, in ems of the words beside it."""
_DOT = 0.13
_FROM_MIDDLE = 0.28
_BESIDE = mm(1.5)
_BETWEEN = mm(4)
_LINE = 0.7
_PLACES: dict[HelpStep, tuple[tuple[float, float], ...]] = {
    1: ((0, 0),),
    2: ((-1, 0), (1, 0)),
    3: ((-0.9, -0.6), (0.9, -0.6), (0, 1)),
}
"""Of the dots, from the middle."""


def help_line(context: Context, step: HelpStep) -> Box:
    """Return the sign and what it means, at the right of the title's overline, or above a long one."""
    theme, say, over = context.theme, context.pack.say, context.theme.overline
    style = theme.label
    # Words: beside a ring with as many dots, on a sheet that is printed with more help or less: Help: 2 of 3.
    words = say("help_step", "Help: {step} of {most}", step=step, most=_STEPS)
    shown = Paragraph([Run(words, style, context.tag.child("P"))], over.leading, align="right", center=over.middle)
    own, radius = shown.widest(theme.measure), _RING * style.size

    def draw(page: Page, x: float, top: float, width: float) -> None:
        shown.place(page, x, top, width)
        # Level with the capitals of the words.
        middle = top - next(iter(shown.baselines(width))) + CAPITAL_MIDDLE * style.size
        center = x + width - own - _BESIDE - radius
        page.add(Circle(center, middle, radius, stroke=INK, thickness=_LINE))
        for across, up in _PLACES[step]:
            apart = _FROM_MIDDLE * style.size
            page.add(Circle(center + across * apart, middle + up * apart, _DOT * style.size, fill=INK))

    overline = over.face.capitals(part_of(context), say.language)
    taken = over.face.width(overline, over.size, over.tracking) + own + _BESIDE + 2 * radius
    stands_beside = overline and taken + _BETWEEN <= theme.measure
    return Drawn(0 if stands_beside else shown.height(theme.measure), draw, keep_with_next=True)
