"""The gap in a line: a number, and one or more rules to write on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from studypack.base.wording import quantity
from studypack.layout.field import on_rule
from studypack.layout.page import Page, TextRun
from studypack.layout.style import mm
from studypack.layout.tag import Tag
from studypack.layout.text import Content, Run
from studypack.model.markup import Gap
from studypack.model.modes import GapWidth
from studypack.sections.worksheets.blanks import (
    A_LETTER,
    BELOW,
    ROUND,
    GapStretch,
    GapStyle,
    LetterCell,
    cells,
    counted,
    first_letter,
    letter_row,
    one_rule,
    only_signs,
    words_of,
)
from studypack.sections.worksheets.support import Level

_RAISED = 0.3
"""The number, above the baseline, in ems of the text."""
_BETWEEN = 1.4
"""From number to rule; half as much again to a letter."""
_AFTER = 0.5
"""From rule to a comma; the next word's space comes on top. Three times as much from a dash, or a full stop is one."""
_SHORTEST = mm(12)
"""A rule; a shorter one looks like a dash."""
_WORDS_APART = mm(2.2)
"""From rule to rule between words, on top of a space."""
_HYPHENS = "-‐–—/"


@dataclass(frozen=True, slots=True)
class GapPiece:
    """What stands of a gap on one line: its number, where it begins, and what is to be written on."""

    number: int
    """0 for a piece that is not the first."""
    body: GapStretch
    style: GapStyle
    tag: Tag
    after: float
    """The space behind it."""
    names: Sequence[str]
    """Of the fields in its rooms."""

    @property
    def _figure(self) -> float:
        figure = self.style.number
        return figure.face.width(str(self.number), figure.size) if self.number else 0

    @property
    def _between(self) -> float:
        letter = self.body.begun and not self.body.apart
        return _BETWEEN * (1.5 if letter else 1) * self.style.hand if self.number else 0

    @property
    def width(self) -> float:
        """Number, rules and the space round them."""
        return self._figure + self._between + self.body.width + self.after

    def place(self, page: Page, x: float, baseline: float) -> None:
        """The number first, raised; then the rules."""
        long, style = self._figure, self.style.number
        if self.number:
            y = baseline + _RAISED * self.style.text.size
            # A space that does not show parts it from a first letter.
            shown = f"{self.number} " if self.body.begun else str(self.number)
            page.add(TextRun(x, y, shown, style.face, style.size, style.color, long, self.tag))
        x += long + self._between
        self.body.place(page, x, baseline, self.style, self.tag)
        y = baseline - BELOW * self.style.hand
        for name, room in zip(self.names, self.body.rooms, strict=True):
            rule = (x + room.start, x + room.end, y)
            page.add(on_rule(rule, self.style.text.size, name, self.tag, cells=room.cells))


def gap_pieces(gap: Gap, number: int, style: GapStyle, parent: Tag) -> list[Content]:
    """A gap in the paragraph that `parent` tags: pieces, with a place to break the line between each and the next.

    All are one Span, which is read as its number, and of the answer no more than the sheet shows.
    """
    shown = _said(gap, style.level)
    tag = parent.child("Span", said=f"gap {number}{shown}")
    words = [list(stretches) for stretches in _words(gap, style)]
    bodies = [(body, body is stretches[-1]) for stretches in words for body in stretches]
    names = _names(gap, number, style.level, sum(len(body.rooms) for body, _ in bodies))
    content: list[Content] = []
    for place, (body, closes) in enumerate(bodies):
        last = place == len(bodies) - 1
        comma = 3 * _AFTER if body.apart else _AFTER
        after = comma if last or not closes else _WORDS_APART * style.hand
        own = [next(names) for _ in body.rooms]
        content.append(GapPiece(0 if place else number, body, style, tag, after, own))
        if not last:
            content.append(Run(" ", style.text, parent))
    return content


def _names(gap: Gap, number: int, level: Level, count: int) -> Iterator[str]:
    """What the fields of a gap are called, with what the sheet shows of the answer, or says about it."""
    shown = _said(gap, level)
    if gap.hint and level.hinted:
        shown = f": {gap.hint}{shown.replace(': ', '; ', 1)}"
    for part in range(1, count + 1):
        yield f"gap {number}{f', part {part}' if count > 1 else ''}{shown}"


def _words(gap: Gap, style: GapStyle) -> Iterator[Sequence[GapStretch]]:
    """The stretches of each word of the answer; the answer as one where its words are not to be told apart."""
    words = words_of(gap.answer)
    if style.level.gap is not GapWidth.LETTERS and not style.level.lettered:
        yield _blanks("", _length(gap.answer, 1, style), style)
        return
    for word in words:
        if style.level.gap is GapWidth.LETTERS or counted(word):
            yield _rows(cells(word, lettered=style.level.lettered), style)
        else:
            yield _blanks(first_letter(word), _length(word, len(words), style), style)


def _length(words: str, share: int, style: GapStyle) -> float:
    """Of the rule for some words: as they need, or their share of the one length of the sheet."""
    if style.level.gap is GapWidth.STRETCH:
        wanted = style.hand * (A_LETTER * len(words) + ROUND / share)
    else:
        wanted = style.uniform / share
    return max(wanted, _SHORTEST * style.hand)


def _blanks(letter: str, length: float, style: GapStyle) -> list[GapStretch]:
    """One rule, or as many of one length as the lines of the paragraph ask."""
    length -= style.printed(letter)
    count = max(1, -int(-length // style.longest))
    return [one_rule("" if number else letter, length / count, style) for number in range(count)]


def _rows(own: tuple[LetterCell, ...], style: GapStyle) -> list[GapStretch]:
    """The cells of a word in one row; of a word that is longer than a line, parted at its hyphens or where need be."""
    whole = letter_row(own, style)
    if whole.width <= style.longest:
        return [whole]
    ends = [place + 1 for place, cell in enumerate(own) if not cell.ruled and cell.shown in _HYPHENS]
    rows: list[GapStretch] = []
    for start, end in pairwise([0, *(end for end in ends if end < len(own)), len(own)]):
        part = own[start:end]
        count = max(1, -int(-letter_row(part, style).width // style.longest))
        long = -(-len(part) // count)
        rows.extend(letter_row(part[at : at + long], style) for at in range(0, len(part), long))
    return rows


def _said(gap: Gap, level: Level) -> str:
    """What a gap shows of its answer, for a reader who does not see it."""
    said = []
    for word in words_of(gap.answer):
        count = sum(cell.ruled for cell in cells(word, lettered=False))
        what = "figure" if counted(word) else "sign" if only_signs(word) else "letter"
        ruled = quantity(count, what)
        begun = first_letter(word) if level.lettered else ""
        if level.gap is GapWidth.LETTERS:
            said.append(f"{begun}, {ruled}" if begun else ruled)
        elif level.lettered:
            said.append(f"{begun}…" if begun else ruled if counted(word) else "…")
    return f": {'; '.join(said)}" if said else ""
