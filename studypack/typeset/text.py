"""Runs of text become words, and words become lines, broken over prefix sums."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from studypack.typeset.fonts import Piece
from studypack.typeset.look import Style
from studypack.typeset.page import Link, Page, Tag, TextRun

_SLACK = 0.01
"""Points that a line may exceed its measure by: rounding, not overflow."""
_SHORT_LAST_LINE = 0.15
"""A one-word last line narrower than this part of the measure looks like a slip."""
_FULL_ENOUGH = 0.62
"""How full the line before must stay when it gives a word to the last line."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style, belonging to one tag."""

    text: str
    style: Style
    tag: Tag | None = None
    rise: float = 0
    """Above the line's baseline, in points."""
    target: str = ""
    """The anchor that the text leads to."""


class Inline(Protocol):
    """Something that stands in a line among the words: a gap, a mark, a lettered circle."""

    @property
    def width(self) -> float:
        """In points."""
        ...

    def place(self, page: Page, x: float, baseline: float) -> None:
        """Put its items on the page, from `x` rightwards."""
        ...


Content = Run | Inline


@dataclass(slots=True)
class _Atom:
    """A part of a word that stays with its neighbours on one line."""

    width: float
    run: Run | None
    pieces: tuple[Piece, ...] = ()
    inline: Inline | None = None


@dataclass(slots=True)
class Word:
    """What no line break may part."""

    atoms: list[_Atom]
    width: float
    space: float = 0
    """The width of the space after it; 0 where the next word follows without one."""
    spaced: bool = False


@dataclass(slots=True)
class Line:
    """Words from `first` up to `last`, set `width` points wide."""

    first: int
    last: int
    width: float
    indent: float = 0


def words_of(content: Iterable[Content]) -> list[Word]:
    """The words of a paragraph; only ordinary spaces part them, so no-break spaces hold."""
    words: list[Word] = []
    glued = False
    for part in content:
        if not isinstance(part, Run):
            _append(words, _Atom(part.width, None, inline=part), glued=glued)
            glued = True
            continue
        style = part.style
        measured, scale, tracking = style.face.measured, style.size / 1000, style.tracking
        space = style.face.space * scale + tracking
        for place, text in enumerate(part.text.split(" ")):
            if place:
                glued = False
                if words:
                    words[-1].space, words[-1].spaced = space, True
            if text:
                ems, pieces = measured(text)
                width = ems * scale + tracking * len(text) if tracking else ems * scale
                if glued:
                    _append(words, _Atom(width, part, pieces), glued=True)
                else:
                    words.append(Word([_Atom(width, part, pieces)], width))
                glued = True
    if words:
        words[-1].space, words[-1].spaced = 0, False
    return words


def _append(words: list[Word], atom: _Atom, *, glued: bool) -> None:
    if glued and words:
        words[-1].atoms.append(atom)
        words[-1].width += atom.width
    else:
        words.append(Word([atom], atom.width))


def fit_long_words(words: Sequence[Word], measure: float) -> list[Word]:
    """The words, each at most `measure` wide: one that is wider is cut between characters.

    Only a word that no line can hold is cut; ordinary words, hyphenated ones too, stay whole, so that the
    text copied from the PDF is the text of the content.
    """
    fitted: list[Word] = []
    for word in words:
        if word.width <= measure + _SLACK:
            fitted.append(word)
        else:
            fitted.extend(_cut(word, measure))
    return fitted


def _cut(word: Word, measure: float) -> list[Word]:
    parts: list[Word] = []
    room = 0.0
    for atom in word.atoms:
        for small in _characters(atom) if atom.width > measure else [atom]:
            if not parts or small.width > room + _SLACK:
                parts.append(Word([], 0))
                room = measure
            _join(parts[-1], small)
            room -= small.width
    parts[-1].space, parts[-1].spaced = word.space, word.spaced
    return parts


def _characters(atom: _Atom) -> list[_Atom]:
    run = atom.run
    if run is None:
        return [atom]
    scale = run.style.size / 1000
    return [
        _Atom(ems * scale + run.style.tracking, run, pieces)
        for piece in atom.pieces
        for ems, pieces in [piece.face.measured(character) for character in piece.text]
    ]


def _join(word: Word, atom: _Atom) -> None:
    """Add an atom to a word, merging the characters of one run again."""
    last = word.atoms[-1] if word.atoms else None
    word.width += atom.width
    if last is not None and last.run is not None and last.run is atom.run:
        ours, theirs = last.pieces[-1], atom.pieces[0]
        if ours.face is theirs.face:
            merged = Piece(ours.face, ours.text + theirs.text, ours.width + theirs.width)
            last.pieces = (*last.pieces[:-1], merged, *atom.pieces[1:])
        else:
            last.pieces = (*last.pieces, *atom.pieces)
        last.width += atom.width
    else:
        word.atoms.append(_Atom(atom.width, atom.run, atom.pieces, atom.inline))


def break_lines(words: Sequence[Word], measure: float, first_indent: float = 0) -> list[Line]:
    """Lines at most `measure` points wide, the first narrower by `first_indent`.

    Greedy over prefix sums, one bisection a line; then a last line of one short word is given company.
    """
    if not words:
        return []
    starts, ends, position = [], [], 0.0
    for word in words:
        starts.append(position)
        ends.append(position + word.width)
        position += word.width + word.space
    lines: list[Line] = []
    first, indent = 0, first_indent
    while first < len(words):
        limit = starts[first] + measure - indent + _SLACK
        last = max(bisect_right(ends, limit, first), first + 1)
        lines.append(Line(first, last, ends[last - 1] - starts[first], indent))
        first, indent = last, 0
    _mend_last_line(lines, starts, ends, measure)
    return lines


def _mend_last_line(lines: list[Line], starts: list[float], ends: list[float], measure: float) -> None:
    if len(lines) < 2:
        return
    before, last = lines[-2], lines[-1]
    lonely = last.last - last.first == 1 and last.width < measure * _SHORT_LAST_LINE
    if not lonely or before.last - before.first < 3:
        return
    split = before.last - 1
    shorter = ends[split - 1] - starts[before.first]
    if shorter + before.indent >= measure * _FULL_ENOUGH:
        lines[-2] = Line(before.first, split, shorter, before.indent)
        lines[-1] = Line(split, last.last, ends[last.last - 1] - starts[split])


@dataclass(slots=True)
class _Pending:
    """A text run that still grows."""

    x: float
    text: str
    piece: Piece
    width: float
    run: Run


def place_line(page: Page, words: Sequence[Word], line: Line, x: float, baseline: float, *, final: bool) -> None:
    """Put a line's items on the page, its start at (x, baseline).

    Neighbours in one style become one text run. A line that is not the paragraph's last ends in a space that
    does not show, so that copied text keeps its words apart.
    """
    pending: _Pending | None = None
    for number in range(line.first, line.last):
        word = words[number]
        for atom in word.atoms:
            if atom.run is None:
                pending = _flush(page, pending, baseline)
                if atom.inline is not None:
                    atom.inline.place(page, x, baseline)
                x += atom.width
                continue
            scale = atom.run.style.size / 1000
            for piece in atom.pieces:
                width = piece.width * scale + atom.run.style.tracking * len(piece.text)
                if pending is not None and pending.run is atom.run and pending.piece.face is piece.face:
                    pending.text += piece.text
                    pending.width = x + width - pending.x
                else:
                    _flush(page, pending, baseline)
                    pending = _Pending(x, piece.text, piece, width, atom.run)
                x += width
        x += word.space
        if pending is not None and word.spaced and (number < line.last - 1 or not final):
            pending.text += " "
            if pending.piece.face is not pending.run.style.face:
                # A fallback's space is not as wide as the one that was measured: start afresh after it.
                pending = _flush(page, pending, baseline)
    _flush(page, pending, baseline)


def _flush(page: Page, pending: _Pending | None, baseline: float) -> None:
    if pending is None:
        return
    run = pending.run
    style = run.style
    y = baseline + run.rise
    page.items.append(
        TextRun(
            pending.x, y, pending.text, pending.piece.face, style.size, style.color, pending.width, run.tag, style.tracking
        )
    )
    if run.target:
        low, high = y - 0.25 * style.size, y + 0.8 * style.size
        page.items.append(Link(pending.x, low, pending.width, high - low, run.target, pending.text.strip(), run.tag))
