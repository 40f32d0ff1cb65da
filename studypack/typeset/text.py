"""Runs of text become words, and words become lines, broken over prefix sums.

A paragraph is kept as if it were set on one endless line: where each word starts and ends there. A line of the
column is then a stretch of that line, found by bisection; nothing is done word by word until it is placed.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import Protocol

from studypack.typeset.bonds import bonds
from studypack.typeset.breaking import SLACK, Line, broken
from studypack.typeset.chop import chopped
from studypack.typeset.fonts import Split
from studypack.typeset.look import Style
from studypack.typeset.page import Link, Page, Tag, TextRun

_BOX = "\N{OBJECT REPLACEMENT CHARACTER}"
"""An inline box, where a paragraph is read as one text."""


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
class _Stretch:
    """A part of the content on the endless line."""

    part: Content
    at: float
    """Where it starts, in points."""
    begins: int
    """Its first character in the text of the whole paragraph."""
    first: int
    """The word that its first word is, or belongs to."""
    split: Split | None = None
    """None for an inline box."""
    spaced: bool = False
    """A space follows, in this run or the next."""


class Words:
    """The words of a paragraph; only ordinary spaces part them, so no-break spaces hold.

    What no space parts stays together: runs of several styles, a gap and its comma. Only what is wider than
    `longest` points is cut: between runs, then between characters. Hyphenated words stay whole, so that the text
    copied from the PDF is the text of the content.
    """

    def __init__(self, content: Iterable[Content], longest: float = inf) -> None:
        self._content = list(content)
        self._longest = longest
        self._starts: list[float] = []
        self._ends: list[float] = []
        self._stretches: list[_Stretch] = []
        self._length = 0.0
        self._letters = 0
        self._glued = False
        self.widest = 0.0
        """The width of the widest word, in points."""
        for part in self._content:
            if isinstance(part, Run):
                self._add_run(part)
            else:
                self.widest = max(self.widest, part.width)
                self._add_words(
                    _Stretch(part, self._length, self._letters, 0), [self._length], [self._length + part.width]
                )
                self._length += part.width
                self._letters += len(_BOX)
                self._glued = True

    def __len__(self) -> int:
        return len(self._starts)

    def _add_run(self, run: Run) -> None:
        style = run.style
        scale, tracking, at = style.size / 1000, style.tracking, self._length
        split = style.face.split(run.text)
        if self._longest < inf:
            split = chopped(split, run.text, run.style, self._longest)
        if tracking:
            starts = [at + s * scale + tracking * n for s, n in zip(split.starts, split.first, strict=True)]
            ends = [at + e * scale + tracking * n for e, n in zip(split.ends, split.after, strict=True)]
        else:
            starts = [at + start * scale for start in split.starts]
            ends = [at + end * scale for end in split.ends]
        self._length += split.total * scale + tracking * len(run.text)
        if run.text and (not split.first or split.first[0]):
            self._glued = False
            if self._stretches:
                self._stretches[-1].spaced = True
        if starts:
            closes = split.after[-1] < len(run.text)
            self.widest = max(self.widest, split.widest * scale + (tracking and tracking * len(run.text)))
            self._add_words(_Stretch(run, at, self._letters, 0, split, closes), starts, ends)
            self._glued = not closes
        self._letters += len(run.text)

    def _add_words(self, stretch: _Stretch, starts: list[float], ends: list[float]) -> None:
        if self._glued and ends[0] - self._starts[-1] <= self._longest:
            stretch.first = len(self._starts) - 1
            self._ends[-1] = ends[0]
            self.widest = max(self.widest, ends[0] - self._starts[-1])
            self._starts += starts[1:]
            self._ends += ends[1:]
        else:
            stretch.first = len(self._starts)
            self._starts += starts
            self._ends += ends
        self._stretches.append(stretch)

    @cached_property
    def _lasts(self) -> list[int]:
        """The last word of each stretch; only what is placed needs it."""
        counts = [len(each.split.starts) if each.split else 1 for each in self._stretches]
        return [each.first + count - 1 for each, count in zip(self._stretches, counts, strict=True)]

    @cached_property
    def _bonded(self) -> set[int]:
        """The words that should not begin a line."""
        text = "".join([part.text if isinstance(part, Run) else _BOX for part in self._content])
        found: set[int] = set()
        stretches = self._stretches
        for space in bonds(text):
            stretch = stretches[bisect_right(stretches, space + 1, key=_begins) - 1]
            word = bisect_left(stretch.split.first, space + 1 - stretch.begins) if stretch.split else 0
            found.add(stretch.first + word)
        return found

    def fitted(self, measure: float, start: int = 0) -> "tuple[Words, int]":
        """Words that are at most `measure` wide, and which of them the word `start` has become."""
        if self.widest <= measure + SLACK:
            return self, start
        words = Words(self._content, measure)
        # Cutting a word adds a place to break; it moves nothing on the endless line.
        return words, bisect_left(words._starts, self._starts[start] - SLACK) if start < len(self) else len(words)

    def lines(self, measure: float, first_indent: float = 0, start: int = 0) -> list[Line]:
        """Lines at most `measure` points wide from the word `start` on, the first narrower by `first_indent`."""
        return broken(self._starts, self._ends, self._bonded, measure, first_indent, start)

    def inlines(self, line: Line) -> list[Inline]:
        """The inline boxes that stand in a line."""
        return [each.part for each in self._in(line) if not isinstance(each.part, Run)]

    def _in(self, line: Line) -> Iterator[_Stretch]:
        for number in range(bisect_left(self._lasts, line.first), len(self._stretches)):
            stretch = self._stretches[number]
            if stretch.first >= line.last:
                return
            yield stretch

    def place(self, page: Page, line: Line, x: float, baseline: float) -> None:
        """Put a line's items on the page, its start at (x, baseline).

        A line that is not the paragraph's last ends in a space that does not show, so that copied text keeps its
        words apart.
        """
        shift = x - self._starts[line.first]
        for stretch in self._in(line):
            part = stretch.part
            if isinstance(part, Run):
                assert stretch.split is not None
                begin = max(line.first - stretch.first, 0)
                end = min(line.last - stretch.first, len(stretch.split.starts))
                final = stretch.first + end == len(self._starts)
                _place_run(page, part, stretch, begin, end, shift, baseline, final=final)
            else:
                part.place(page, stretch.at + shift, baseline)


def _begins(stretch: _Stretch) -> int:
    return stretch.begins


def _place_run(
    page: Page,
    run: Run,
    stretch: _Stretch,
    begin: int,
    end: int,
    shift: float,
    baseline: float,
    *,
    final: bool,
) -> None:
    """Words `begin` to `end` of a run as one text run, or one for each face that prints a part."""
    split, style = stretch.split, run.style
    assert split is not None
    scale, tracking = style.size / 1000, style.tracking
    first, after = split.first[begin], split.after[end - 1]
    text = run.text[first:after]
    x = stretch.at + shift + split.starts[begin] * scale + tracking * first
    width = (split.ends[end - 1] - split.starts[begin]) * scale + tracking * (after - first)
    within = end < len(split.starts)
    spaced = run.text[after : after + 1] == " " if within else stretch.spaced and not final
    y = baseline + run.rise
    if split.mixed:
        _place_mixed(page, run, text + " " * spaced, x, y)
    else:
        shown = text + " " if spaced else text
        page.items.append(TextRun(x, y, shown, style.face, style.size, style.color, width, run.tag, tracking))
    if run.target:
        low, high = y - 0.25 * style.size, y + 0.8 * style.size
        page.items.append(Link(x, low, width, high - low, run.target, text.strip(), run.tag))


def _place_mixed(page: Page, run: Run, text: str, x: float, y: float) -> None:
    style = run.style
    for piece in style.face.measured(text)[1]:
        shown = piece.text.rstrip(" ")
        width = piece.face.width(shown, style.size, style.tracking)
        page.items.append(
            TextRun(x, y, piece.text, piece.face, style.size, style.color, width, run.tag, style.tracking)
        )
        x += piece.width * style.size / 1000 + style.tracking * len(piece.text)
