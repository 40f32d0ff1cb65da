"""The gap in a line: a number, and one or more rules to write on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from studypack.markup import Gap
from studypack.modes import GapWidth
from studypack.sections.cloze.cells import Cell, cells, counted, first_letter, words_of
from studypack.sections.cloze.level import Level
from studypack.sections.cloze.worksheet import Sheet
from studypack.sections.handwriting import hand_for
from studypack.typeset.look import INK, Look, Style, mm
from studypack.typeset.page import Page, Rule, TextRun
from studypack.typeset.tag import Tag
from studypack.typeset.text import Content, Run

_THICKNESS = 0.75
_BELOW = mm(1.2)
"""The rule, below the baseline: handwriting needs room for its descenders."""
_RAISED = 0.3
"""The number, above the baseline, in ems of the text."""
_NUMBER_SIZE = 8
_BETWEEN = 1.4
"""From number to rule; half as much again to a letter."""
_AFTER = 0.5
"""From rule to a comma; the next word's space comes on top. Three times as much from a dash, or a full stop is one."""
_A_LETTER = mm(2.4)
"""The width of a handwritten letter."""
_ROUND = mm(4)
"""Beside the longest answer."""
_SHORTEST = mm(12)
"""A rule; a shorter one looks like a dash."""
_CELL, _CELLS_APART = mm(3.8), mm(1.4)
"""A rule for one letter, and from one to the next."""
_WORDS_APART = mm(2.2)
"""From rule to rule between words, on top of a space."""
_LONGEST = 0.75
"""Of the measure: what takes longer goes on in another rule, so that number and comma still find room."""
_NARROW = mm(150)
"""A measure; on one that is narrower gaps are shorter."""
_HYPHENS = "-‐–—/"


def gap_width(sheet: Sheet, look: Look) -> float:
    """One width for every gap of a sheet, in points, so that no length gives an answer away.

    From the longest answer, within 34 to 46 mm (28 to 40 mm on a narrow sheet), as large as the hand.
    """
    longest = max(len(gap.answer) for gap in sheet.gaps)
    narrowest, widest = (mm(28), mm(40)) if look.measure < _NARROW else (mm(34), mm(46))
    return hand_for(look).scale * min(max(_A_LETTER * longest + _ROUND, narrowest), widest)


@dataclass(frozen=True, slots=True)
class GapLook:
    """How the gaps of a sheet are drawn, all alike. Lengths in points."""

    level: Level
    style: Style
    """Of the text round them, and of first letters."""
    figure: Style
    """Of the numbers."""
    uniform: float
    """The one length, where all have one."""
    longest: float
    """Of a rule, or of a row of short ones."""
    hand: float
    """How many times as large as usual pupils write."""

    @classmethod
    def of(cls, sheet: Sheet, level: Level, look: Look, style: Style) -> "GapLook":
        """For a sheet whose passages are set in `style`."""
        figure = look.label_bold.sized(_NUMBER_SIZE, _NUMBER_SIZE).colored(INK)
        return cls(level, style, figure, gap_width(sheet, look), _LONGEST * look.measure, hand_for(look).scale)


@dataclass(frozen=True, slots=True)
class _Blank:
    """A stretch of a gap: what is printed of a word, and a rule for the rest of it."""

    letter: str
    rule: float

    def width(self, look: GapLook) -> float:
        return look.style.face.width(self.letter, look.style.size) + self.rule

    def place(self, page: Page, x: float, baseline: float, look: GapLook, tag: Tag) -> None:
        if self.letter:
            x = _letter(page, self.letter, x, baseline, look, tag)
        _rule(page, x, self.rule, baseline, look, tag)


@dataclass(frozen=True, slots=True)
class _Cells:
    """A stretch of a gap: a short rule for each letter."""

    cells: tuple[Cell, ...]

    def _widths(self, look: GapLook) -> list[float]:
        style = look.style
        least = [_CELL * look.hand * cell.ruled for cell in self.cells]
        return [max(a, style.face.width(cell.shown, style.size)) for a, cell in zip(least, self.cells, strict=True)]

    def width(self, look: GapLook) -> float:
        return sum(self._widths(look)) + (len(self.cells) - 1) * _CELLS_APART * look.hand

    def place(self, page: Page, x: float, baseline: float, look: GapLook, tag: Tag) -> None:
        for cell, width in zip(self.cells, self._widths(look), strict=True):
            if cell.ruled:
                _rule(page, x, width, baseline, look, tag)
            if cell.shown:
                shown = look.style.face.width(cell.shown, look.style.size)
                _letter(page, cell.shown, x + (width - shown) / 2, baseline, look, tag)
            x += width + _CELLS_APART * look.hand


def _rule(page: Page, x: float, length: float, baseline: float, look: GapLook, tag: Tag) -> None:
    y = baseline - _BELOW * look.hand
    page.add(Rule(x, y, x + length, y, _THICKNESS, INK, tag=tag))


def _letter(page: Page, letter: str, x: float, baseline: float, look: GapLook, tag: Tag) -> float:
    """Where the letter ends."""
    style = look.style
    for piece in style.face.measured(letter)[1]:
        width = piece.width * style.size / 1000
        page.add(TextRun(x, baseline, piece.text, piece.face, style.size, style.color, width, tag))
        x += width
    return x


@dataclass(frozen=True, slots=True)
class GapPiece:
    """What stands of a gap on one line: its number, where it begins, and what is to be written on."""

    number: int
    """0 for a piece that is not the first."""
    body: _Blank | _Cells
    look: GapLook
    tag: Tag
    after: float
    """The space behind it."""

    @property
    def _figure(self) -> float:
        figure = self.look.figure
        return figure.face.width(str(self.number), figure.size) if self.number else 0

    @property
    def _between(self) -> float:
        letter = isinstance(self.body, _Blank) and self.body.letter
        return _BETWEEN * (1.5 if letter else 1) * self.look.hand if self.number else 0

    @property
    def width(self) -> float:
        """Number, rules and the space round them."""
        return self._figure + self._between + self.body.width(self.look) + self.after

    def place(self, page: Page, x: float, baseline: float) -> None:
        """The number first, raised; then the rules."""
        long, style = self._figure, self.look.figure
        if self.number:
            y = baseline + _RAISED * self.look.style.size
            page.add(TextRun(x, y, str(self.number), style.face, style.size, style.color, long, self.tag))
        self.body.place(page, x + long + self._between, baseline, self.look, self.tag)


def gap_pieces(gap: Gap, number: int, look: GapLook, parent: Tag) -> list[Content]:
    """A gap in the paragraph that `parent` tags: pieces, with a place to break the line between each and the next.

    All are one Span, which is read as its number, and of the answer no more than the sheet shows.
    """
    tag = parent.child("Span", said=f"gap {number}{_said(gap, look.level)}")
    words = [list(stretches) for stretches in _words(gap, look)]
    bodies = [(body, body is stretches[-1]) for stretches in words for body in stretches]
    content: list[Content] = []
    for place, (body, closes) in enumerate(bodies):
        last = place == len(bodies) - 1
        comma = _AFTER if isinstance(body, _Blank) else 3 * _AFTER
        after = comma if last or not closes else _WORDS_APART * look.hand
        content.append(GapPiece(0 if place else number, body, look, tag, after))
        if not last:
            content.append(Run(" ", look.style, parent))
    return content


def _words(gap: Gap, look: GapLook) -> Iterator[Sequence[_Blank | _Cells]]:
    """The stretches of each word of the answer; the answer as one where its words are not to be told apart."""
    words = words_of(gap.answer)
    if look.level.gap is not GapWidth.LETTERS and not look.level.lettered:
        yield _blanks("", _length(gap.answer, 1, look), look)
        return
    for word in words:
        if look.level.gap is GapWidth.LETTERS or counted(word):
            yield _rows(cells(word, lettered=look.level.lettered), look)
        else:
            yield _blanks(first_letter(word), _length(word, len(words), look), look)


def _length(words: str, share: int, look: GapLook) -> float:
    """Of the rule for some words: as they need, or their share of the one length of the sheet."""
    if look.level.gap is GapWidth.STRETCH:
        wanted = look.hand * (_A_LETTER * len(words) + _ROUND / share)
    else:
        wanted = look.uniform / share
    return max(wanted, _SHORTEST * look.hand)


def _blanks(letter: str, length: float, look: GapLook) -> list[_Blank | _Cells]:
    """One rule, or as many of one length as the lines of the paragraph ask."""
    length -= look.style.face.width(letter, look.style.size)
    count = max(1, -int(-length // look.longest))
    return [_Blank("" if number else letter, length / count) for number in range(count)]


def _rows(own: tuple[Cell, ...], look: GapLook) -> list[_Blank | _Cells]:
    """The cells of a word in one row; of a word that is longer than a line, parted at its hyphens or where need be."""
    if _Cells(own).width(look) <= look.longest:
        return [_Cells(own)]
    ends = [place + 1 for place, cell in enumerate(own) if not cell.ruled and cell.shown in _HYPHENS]
    rows: list[_Blank | _Cells] = []
    for start, end in pairwise([0, *(end for end in ends if end < len(own)), len(own)]):
        part = own[start:end]
        count = max(1, -int(-_Cells(part).width(look) // look.longest))
        long = -(-len(part) // count)
        rows.extend(_Cells(part[at : at + long]) for at in range(0, len(part), long))
    return rows


def _said(gap: Gap, level: Level) -> str:
    """What a gap shows of its answer, for a reader who does not see it."""
    said = []
    for word in words_of(gap.answer):
        count = sum(cell.ruled for cell in cells(word, lettered=False))
        ruled = f"{count} {'figure' if counted(word) else 'letter'}{'' if count == 1 else 's'}"
        begun = first_letter(word) if level.lettered else ""
        if level.gap is GapWidth.LETTERS:
            said.append(f"{begun}, {ruled}" if begun else ruled)
        elif level.lettered:
            said.append(f"{begun}…" if begun else ruled if counted(word) else "…")
    return f": {'; '.join(said)}" if said else ""
