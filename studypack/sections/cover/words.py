"""The cover's words: told in full, without repetition, and counted."""

import re

from studypack.layout.boxes import Box
from studypack.layout.page import Page
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.style import mm
from studypack.layout.text import Run
from studypack.model.content import Pack
from studypack.model.letters import fold_case
from studypack.model.sides import Side
from studypack.sections.kit.marks import one_of, said_within
from studypack.sections.kit.section import Context, heading_of
from studypack.sections.timeline.bars import draw_dot
from studypack.sections.timeline.dated import undated

_SIGN = 3.8
"""The radius of a dot in the key."""
_AFTER_SIGN = 6.0
_BETWEEN = mm(9)


def in_full(years: str) -> str:
    """A span of years as a title has it: 1917–39 is 1917–1939."""
    return re.sub(r"^(\d\d)(\d\d)–(\d\d)$", r"\1\2–\1\3", years)


def subtitle_of(pack: Pack) -> str:
    """The subtitle without the years that stand above it; empty if it only repeats the title."""
    words = pack.subtitle or ""
    if pack.period is not None:
        for years in (in_full(pack.period.long), pack.period.long):
            first, dash, last = years.partition("–")
            span = re.escape(first) + (f"[-–]{re.escape(last)}" if dash else "")
            words = re.sub(rf"[\s,:;(]*\b{span}\)?$", "", words)
    says = set(_parts(words, pack.language)) - set(_parts(pack.title, pack.language))
    return words if says else ""


def _parts(words: str, language: str) -> list[str]:
    """Words, and signs that stand by themselves or end a sentence; what else is put between words says nothing."""
    return re.findall(r"\w+|[^\w\s,;:.()’–-]+", fold_case(words, language))


def _counted(pack: Pack, side: Side) -> str:
    """7 advantages, 2 weaknesses; 1 advantage, but Weaknesses: 1, for nobody told us that heading's singular."""
    count, heading = len(pack.side(side)), heading_of(pack, side)
    if count != 1:
        return f"{count} {said_within(pack, side)}"
    one = one_of(pack, side)
    return f"1 {one}" if one else f"{heading}: 1"


class Counts(Box):
    """How many points each side has, beside the sign that stands for them; one under the other if they are long."""

    def __init__(self, context: Context) -> None:
        pack, style = context.pack, context.theme.caption
        self._leading = style.leading
        self._sign = _SIGN * context.theme.sign_growth
        self._entries: list[tuple[Side, Paragraph]] = []
        for side in Side:
            if pack.side(side):
                words = Run(_said(pack, side), style, context.tag.child("P"))
                self._entries.append((side, text([words], style)))

    @property
    def _indent(self) -> float:
        return 2 * self._sign + _AFTER_SIGN

    def _in_a_row(self, width: float) -> bool:
        own = width - self._indent
        wide = [self._indent + words.widest(own) for _, words in self._entries]
        in_a_line = all(words.lines(own) == 1 for _, words in self._entries)
        return in_a_line and sum(wide) + _BETWEEN * (len(wide) - 1) <= width

    def height(self, width: float) -> float:
        """One line, or those of each side."""
        if self._in_a_row(width):
            return self._leading
        return sum(words.height(width - self._indent) for _, words in self._entries)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Signs on the middle of their first lines."""
        in_a_row, own = self._in_a_row(width), width - self._indent
        at = x
        for side, words in self._entries:
            draw_dot(page, side, at + self._sign, top - self._leading / 2, self._sign)
            words.place(page, at + self._indent, top, own)
            if in_a_row:
                at += self._indent + words.widest(own) + _BETWEEN
            else:
                top -= words.height(own)


def _said(pack: Pack, side: Side) -> str:
    """7 advantages; 15 disadvantages, of which 3 undated."""
    count = len(pack.side(side))
    missing = sum(item.point.side is side for item in undated(pack))
    words = _counted(pack, side)
    if missing == count:
        return f"{words}, undated"
    return f"{words}, of which {missing} undated" if missing else words
