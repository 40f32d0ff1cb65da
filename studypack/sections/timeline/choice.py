"""The list of events that a pupil chooses labels from: mixed, each under a letter."""

from collections.abc import Sequence

from studypack.sections.section import Setting
from studypack.sections.timeline.dated import Dated
from studypack.sections.timeline.mixed import LETTERS, mixed
from studypack.typeset.boxes import Box, HorizontalRule
from studypack.typeset.columns import BalancedColumns
from studypack.typeset.look import INK, RULE, Style, mm
from studypack.typeset.paragraph import text
from studypack.typeset.stack import Hanging, Stack, Whole
from studypack.typeset.tag import Tag
from studypack.typeset.text import Run

_GUTTER = mm(7)
_LETTER, _TWO_LETTERS = 1.9, 2.6
"""The room for a letter, or two, in ems."""
_NARROWEST = 14
"""Of a column, in ems."""
_MOST_COLUMNS = 3
_WHOLE = 0.85
"""Of a page: a list that is no longer stays on one."""


def choice(setting: Setting, items: Sequence[Dated]) -> list[Box]:
    """A heading and the events in columns, read down each."""
    look = setting.look
    style = look.caption.sized(9.5, 12.6)
    rule = HorizontalRule(0.5, RULE, below=mm(3), keep=True)
    heading = text([Run("CHOOSE FROM", look.overline.colored(INK), setting.tag.child("P"))], look.overline, keep=True)
    listing = setting.tag.child("L")
    lettered = mixed(setting.pack, setting.options, items)
    indent = (_LETTER if len(items) <= LETTERS else _TWO_LETTERS) * style.size
    rows = [_row(name, item, style, indent, listing.child("LI")) for name, item in lettered]
    count = max(1, min(int(look.measure / (_NARROWEST * style.size)), _MOST_COLUMNS))
    return [rule, heading, Whole(BalancedColumns(Stack(rows), count, _GUTTER, above=mm(2)), look.depth * _WHOLE)]


def _row(name: str, item: Dated, style: Style, indent: float, tag: Tag) -> Box:
    bold = style.voiced(bold=True)
    label = text([Run(name, bold, tag.child("Lbl"))], style)
    title = text([Run(item.title, style, tag.child("LBody"))], style)
    return Hanging(label, title, indent, above=style.leading * 0.15)
