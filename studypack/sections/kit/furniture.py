"""What stands on a page beside its content: running heads, folio, the mark for a punch, the author and the rights."""

import math
from collections.abc import Sequence

from studypack.base.styled_text import has_formula
from studypack.layout.extent import extent
from studypack.layout.page import Page, Rule
from studypack.layout.paragraph import Align, text
from studypack.layout.shorten import cut
from studypack.layout.style import RULE, Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.model.content import Pack

_PUNCH_MARK = (mm(4), mm(7))
"""From the binding edge: where it starts, on paper that most printers reach, and ends, short of the hole."""
_BETWEEN_HEADS = 16
"""Points, at least, between the two running heads of a page, and between the folio and what is beside it."""
_OVER_RIGHTS = mm(2.5)
"""Between the content of a page and the rights under it."""


def sign(pages: Sequence[Page], pack: Pack, theme: Theme, root: Tag) -> bool:
    """Print who made the pack and what others may do with it at the foot of the last of `pages` that has room for it.

    It is read last. The pages must not have their folios yet. Return False if no page has room.
    """
    names, style = [*filter(None, (pack.author, pack.rights))], theme.head
    shown = "  ·  ".join(names)
    if not shown:
        return True
    for page in reversed(pages):
        folio = _BETWEEN_HEADS + theme.folio.face.width(str(page.number), theme.folio.size)
        width = page.width - theme.inner - theme.outer - folio
        lines = text([Run(shown, style)], style).lines(width)
        top = theme.folio_baseline + text([Run(shown, style)], style).baseline(lines - 1)
        if top + _OVER_RIGHTS <= min((extent(item)[1] for item in page.items), default=theme.height - theme.top):
            left = theme.frame(recto=page.recto).left + (0 if page.recto else folio)
            align: Align = "left" if page.recto else "right"
            tag = root.child("P", said=", ".join(names) if len(names) > 1 else "")
            text([Run(shown, style, tag)], style, align=align).place(page, left, top, width)
            return True
    return False


def furnish(page: Page, pack: Pack, theme: Theme) -> None:
    """Print the running head and the folio; a blank page and a full sheet get neither, and one with a title no head."""
    if not page.items or page.frame.height == page.height:
        return
    if page.head:
        _print_heads(page, pack, theme)
    _one_line(
        page, str(page.number), theme.folio, theme.folio_baseline, "right" if page.recto else "left", Furniture.FOLIO
    )


def _print_heads(page: Page, pack: Pack, theme: Theme) -> None:
    title, section = _heads(page, pack, theme)
    lift = max(_under(title, theme.head), _under(section, theme.head_bold)) - theme.head_rule
    frame, rule = page.frame, page.height - theme.head_baseline - theme.head_rule
    y = page.height - theme.head_baseline + max(lift, 0)
    _one_line(page, title, theme.head, y, "left", Furniture.HEAD)
    _one_line(page, section, theme.head_bold, y, "right", Furniture.HEAD)
    page.add(Rule(frame.left, rule, frame.right, rule, 0.4, RULE))


def mark_for_punch(page: Page, theme: Theme) -> None:
    """Print a tick half-way up the binding edge: punches of ISO 838 and of three holes are set by their middle."""
    start, end = (at if page.recto else theme.width - at for at in _PUNCH_MARK)
    page.add(Rule(start, theme.height / 2, end, theme.height / 2, 0.5, RULE))


def _heads(page: Page, pack: Pack, theme: Theme) -> tuple[str, str]:
    """Return the titles of the pack and of the section, cut to what one line holds of both.

    If large type leaves room for one only, it is the pack's on a verso and the section's on a recto, as in books.
    """
    whole, part = theme.head, theme.head_bold
    room = page.frame.width - _BETWEEN_HEADS
    if whole.face.width(pack.title, whole.size) + part.face.width(page.head, part.size) <= room:
        return pack.title, page.head
    if theme.both_heads:
        section = cut(page.head, part, page.frame.width / 2, 1)
        return cut(pack.title, whole, room - part.face.width(section, part.size), 1), section
    if page.recto:
        return "", cut(page.head, part, page.frame.width, 1)
    return cut(pack.title, whole, page.frame.width, 1), ""


def _under(words: str, style: Style) -> float:
    """How far a line reaches below its baseline if there is a tall formula in it; else 0."""
    if not has_formula(words):
        return 0
    line = text([Run(words, style)], style)
    under = line.height(math.inf) - line.drop(math.inf) - style.leading
    return style.leading - style.baseline + under if under > 0 else 0


def _one_line(page: Page, words: str, style: Style, y: float, align: Align, kind: Furniture) -> None:
    """Print words on the baseline `y`, at one end of the text area."""
    line = text([Run(words, style, kind)], style, align=align)
    width = page.frame.width
    line.place(page, page.frame.left, y + line.baseline() + line.drop(width), width)
