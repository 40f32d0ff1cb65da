"""A point as the table prints it: mark, date, theme, title, text."""

from studypack.content import Marked
from studypack.sections.marks import ContinuedLabel, Mark, MarkLabel, side_color
from studypack.sections.prose import prose
from studypack.sections.section import Setting
from studypack.typeset.boxes import Box
from studypack.typeset.look import mm
from studypack.typeset.page import Tag
from studypack.typeset.paragraph import text
from studypack.typeset.stack import Hanging, Resumed, Stack
from studypack.typeset.text import Content, Run

_BETWEEN = mm(3.4)
_LEADING = 1.37
"""Times the size."""


def point_box(setting: Setting, marked: Marked, size: float, tag: Tag) -> Box:
    """The point at a size in points; its mark repeats where it goes over to another page."""
    look, point = setting.look, marked.point
    style = look.body.sized(size, round(size * _LEADING, 2))
    dated = look.label_bold.sized(8.2, 11).colored(side_color(point.side))
    # The point's own mark leads nowhere: this is where the others lead to.
    mark = Mark(marked, look, tag.child("Lbl"), linked=False, size=8.2)
    dateline: list[Run] = []
    if point.date is not None:
        dateline.append(Run(point.date.long, dated, tag.child("P")))
    if point.theme:
        joiner = " · " if dateline else ""
        dateline.append(Run(joiner + point.theme, look.label.sized(8.2, 11), tag.child("P")))
    title = text([Run(point.title, style.voiced(bold=True), tag.child("P"))], style, keep=True)
    body = prose(point.text, style, tag, gaps="bold", between=2)
    if look.compact:
        first = text([mark, Run("  ", dated), *dateline], dated, keep=True)
        again: list[Content] = [
            Mark(marked, look, None, linked=False, size=8.2),
            Run(" cont.", look.label_italic.sized(7, 11)),
        ]
        return Resumed(Stack([first, title, *body]), text(again, dated), above=_BETWEEN)
    lines: list[Box] = [text(dateline, dated, keep=True)] if dateline else []
    indent = mm(9.6) if len(marked.mark) <= 3 else max(mm(9.6), mark.width + 6)
    return Hanging(
        MarkLabel(mark, 11 if dateline else style.leading),
        Stack([*lines, title, *body]),
        indent,
        again=ContinuedLabel(Mark(marked, look, None, linked=False), style.leading),
        above=_BETWEEN,
    )
