"""A point as the table prints it: mark, date, theme, title, text."""

from studypack.content import Marked
from studypack.sections.marks import ContinuedLabel, Mark, MarkLabel, anchor_of, mark_tag, side_color
from studypack.sections.opening import Landmark
from studypack.sections.prose import prose
from studypack.sections.section import Setting
from studypack.sections.table.fit import Fit
from studypack.typeset.boxes import Box
from studypack.typeset.look import Look, Style
from studypack.typeset.paragraph import text
from studypack.typeset.stack import Hanging, Resumed, Stack, Whole
from studypack.typeset.tag import Furniture, Tag
from studypack.typeset.text import Content, Run

LONG_TITLE = 200
"""Characters; a longer one may be parted from its text, and parted itself."""


def point_box(setting: Setting, marked: Marked, fit: Fit, item: Tag, *, themed: bool = True) -> Box:
    """The point as an item of a list; links to it lead here. Its theme is left out where it heads the row."""
    look = setting.look
    style = look.body.sized(fit.size, fit.leading)
    dated = label_style(look)
    # The point's own mark leads nowhere: this is where the others lead to.
    label, tag = mark_tag(setting.pack, item, marked, linked=False), item.child("LBody")
    mark = Mark(marked, look, label, linked=False, size=dated.size)
    dateline = _dateline(look, marked, tag, themed=themed)
    words = marked.point.title
    title = text([Run(words, style.voiced(bold=True), tag.child("P"))], style, keep=len(words) < LONG_TITLE)
    body = [title, *prose(marked.point.text, style, tag, gaps="bold", between=look.grown(2))]
    box = _beside(mark, dateline, body, fit) if look.hangs_marks else _under(mark, dateline, body, fit)
    # Readers of large print should not have to carry half a point over in mind.
    return Landmark(Whole(box, look.depth / 4 if look.accessible else 0), anchor_of(marked))


def label_style(look: Look) -> Style:
    """Of a point's date, on a line that holds its mark."""
    return look.label_bold.sized(8.2, max(11, look.mark_height) if look.accessible else 11)


def _dateline(look: Look, marked: Marked, tag: Tag, *, themed: bool) -> list[Run]:
    point, style = marked.point, label_style(look)
    runs: list[Run] = []
    if point.date is not None:
        runs.append(Run(point.date.long, style.colored(side_color(point.side)), tag.child("P")))
    if point.theme and themed:
        joiner = " · " if runs else ""
        runs.append(Run(joiner + point.theme, look.label.sized(style.size, style.leading), tag.child("P")))
    return runs


def _beside(mark: Mark, dateline: list[Run], body: list[Box], fit: Fit) -> Box:
    """The mark in the margin of the point."""
    dated = label_style(mark.look)
    lines: list[Box] = [text(dateline, dated, keep=True)] if dateline else []
    return Hanging(
        MarkLabel(mark, dated.leading if dateline else fit.leading),
        Stack([*lines, *body]),
        mark.indent,
        again=ContinuedLabel(_again(mark), fit.leading),
        above=fit.between,
    )


def _under(mark: Mark, dateline: list[Run], body: list[Box], fit: Fit) -> Box:
    """The mark in the line of the date, over the point: where lines are too short to give a margin away."""
    dated = label_style(mark.look)
    if mark.look.accessible:
        dated = dated.sized(dated.size, dated.leading + 4)
    first = text([mark, Run("  ", dated, mark.tag), *dateline], dated, keep=True)
    again: list[Content] = [
        _again(mark),
        Run(" cont.", mark.look.label_italic.sized(7, dated.leading), Furniture.AGAIN),
    ]
    return Resumed(Stack([first, *body]), text(again, dated), above=fit.between)


def _again(mark: Mark) -> Mark:
    return Mark(mark.marked, mark.look, Furniture.AGAIN, linked=False, size=mark.size)
