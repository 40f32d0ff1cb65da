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
_DOT = "  ·  "
_OVER_RIGHTS = mm(2.5)
"""Between the content of a page and the rights under it."""


def sign(pages: Sequence[Page], pack: Pack, upright: Theme, root: Tag) -> Page | None:
    """Print who made the pack and what others may do with it at the foot of the last of `pages` that has room for it.

    It is read last, with the line that stands at the foot of all pages. These must not have their furniture yet. Return
    the page; None if no page has room.
    """
    names = [*filter(None, (pack.author, pack.rights))]
    lines = [each for each in (_DOT.join(names), foot_of(pack)) if each]
    if not lines:
        return pages[-1] if pages else None
    for page in reversed(pages):
        theme = _on(page, upright)
        width, style = _foot_width(page, theme), theme.head
        said = ", ".join(names) if len(names) > 1 else ""
        set_lines = [text([Run(line, style)], style).lines(width) for line in lines]
        top = theme.folio_baseline + (sum(set_lines) - 1) * style.leading + style.baseline
        if top + _OVER_RIGHTS > min((extent(item)[1] for item in page.items), default=theme.height - theme.top):
            continue
        for line, count in zip(lines, set_lines, strict=True):
            tag = root.child("P", said=said if line != foot_of(pack) else "")
            _at_foot(page, theme, Run(line, style, tag), top)
            top -= count * style.leading
        return page
    return None


def _on(page: Page, theme: Theme) -> Theme:
    """Return the theme of a page, which may lie, from that of upright ones."""
    return theme.turned if page.lies else theme


def foot_of(pack: Pack) -> str:
    """Return the line at the foot of every page; empty if there is none."""
    return _DOT.join(filter(None, (pack.school, pack.foot)))


def _foot_width(page: Page, theme: Theme) -> float:
    """The room at the foot of a page beside its folio."""
    folio = _BETWEEN_HEADS + theme.folio.face.width(str(page.number), theme.folio.size)
    return page.width - theme.inner - theme.outer - folio


def _at_foot(page: Page, theme: Theme, run: Run, top: float) -> None:
    """Print a text beside the folio, towards the binding edge."""
    width = _foot_width(page, theme)
    left = theme.frame(recto=page.recto).left + (0 if page.recto else theme.measure - width)
    text([run], run.style, align="left" if page.recto else "right").place(page, left, top, width)


def furnish(page: Page, pack: Pack, upright: Theme, *, has_foot: bool = False) -> None:
    """Print the running head, the folio and what one line holds of the foot, if the page has none yet.

    A blank page and a full sheet get none of them, and a page with a title no head.
    """
    theme = _on(page, upright)
    if not page.items or page.frame.height == page.height:
        return
    if page.head:
        _print_heads(page, pack, theme)
    _one_line(
        page, str(page.number), theme.folio, theme.folio_baseline, "right" if page.recto else "left", Furniture.FOLIO
    )
    if (foot := foot_of(pack)) and not has_foot:
        shown = cut(foot, theme.head, _foot_width(page, theme), 1)
        _at_foot(page, theme, Run(shown, theme.head, Furniture.FOLIO), theme.folio_baseline + theme.head.baseline)


def _print_heads(page: Page, pack: Pack, theme: Theme) -> None:
    title, section = _heads(page, pack, theme)
    lift = max(_under(title, theme.head), _under(section, theme.head_bold)) - theme.head_rule
    frame, rule = page.frame, page.height - theme.head_baseline - theme.head_rule
    y = page.height - theme.head_baseline + max(lift, 0)
    _one_line(page, title, theme.head, y, "left", Furniture.HEAD)
    _one_line(page, section, theme.head_bold, y, "right", Furniture.HEAD)
    page.add(Rule(frame.left, rule, frame.right, rule, 0.4, RULE))


def mark_for_punch(page: Page) -> None:
    """Print a tick half-way up the binding edge: punches of ISO 838 and of three holes are set by their middle."""
    if page.lies:
        start, end = (page.height - at if page.recto else at for at in _PUNCH_MARK)
        page.add(Rule(page.width / 2, start, page.width / 2, end, 0.5, RULE))
        return
    start, end = (at if page.recto else page.width - at for at in _PUNCH_MARK)
    page.add(Rule(start, page.height / 2, end, page.height / 2, 0.5, RULE))


def _heads(page: Page, pack: Pack, theme: Theme) -> tuple[str, str]:
    """Return the titles of the pack and, if the page names it, of the section, cut to what one line holds of both.

    If large type leaves room for one only, it is the pack's on a verso and the section's on a recto, as in books.
    """
    whole, part = theme.head, theme.head_bold
    if not page.names_section:
        return cut(pack.title, whole, page.frame.width, 1), ""
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
