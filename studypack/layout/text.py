"""Runs of text become words, and words become lines, broken over prefix sums.

A paragraph is kept as if it were set on one endless line: where each word starts and ends there. A line of the
column is then a stretch of that line, found by bisection; nothing is done word by word until it is placed.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from math import inf

from studypack.base.styled_text import LINE_BREAK, MarkedLine
from studypack.layout.breaking import SLACK, Endless, Line, broken, evened, unparted
from studypack.layout.chop import chopped
from studypack.layout.formula import FormulaBox, Reach
from studypack.layout.inline import Content, Inline, LineBreak, Run, Stretch, place, place_space
from studypack.layout.marked import expanded
from studypack.layout.no_break import bonds
from studypack.layout.page import Page

__all__ = ["Content", "Inline", "Run", "Words"]

_BOX = "\N{OBJECT REPLACEMENT CHARACTER}"
"""An inline box, where a paragraph is read as one text."""


class Words:
    """The words of a paragraph; only ordinary spaces part them, so no-break spaces hold.

    What no space parts stays together: runs of several styles, a gap and its comma. Only what is wider than
    `longest` points is cut: between runs, then between characters. A word may be parted at its joints where that
    saves a line from being much too short.

    `cut` is the character (from 0, in all the text) before which a word is cut in any case: what came before it is
    on another page, cut to other lengths.
    """

    def __init__(self, content: Iterable[Content], longest: float = inf, cut: int = 0, *, narrow: bool = False) -> None:
        self._narrow = narrow
        """Words are divided that are whole in longer lines."""
        self._divided_under = 0.0
        """The measure, in points, under which they are."""
        self._content = list(content)
        if any(type(part) is Run and _has_marks(part.text) for part in self._content):
            self._content = [piece for part in self._content for piece in expanded(part)]
        self._longest = longest
        self._cut = cut
        self._starts: list[float] = []
        self._ends: list[float] = []
        self._stretches: list[Stretch] = []
        self._length = 0.0
        self._letters = 0
        self._glued = False
        self._opening: list[int] = []
        """The words before which a line ends in any case."""
        self.widest = 0.0
        """The width of the widest word, in points."""
        self.has_formulas = False
        """A line may be higher than others."""
        for part in self._content:
            if isinstance(part, Run):
                self._add_run(part)
            elif isinstance(part, LineBreak):
                self._opening.append(len(self._starts))
                self._letters += len(_BOX)
                self._glued = False
            else:
                self._add_box(part)

    def _add_box(self, box: Inline) -> None:
        if isinstance(box, FormulaBox):
            self.has_formulas = True
            box = box.narrowed(self._longest) if box.width > self._longest else box
        self.widest = max(self.widest, box.width)
        self._add_words(Stretch(box, self._length, self._letters, 0), [self._length], [self._length + box.width])
        self._length += box.width
        self._letters += len(_BOX)
        self._glued = True

    def __len__(self) -> int:
        return len(self._starts)

    def _add_run(self, run: Run) -> None:
        style = run.style
        scale, tracking, at = style.size / 1000, style.tracking, self._length
        hyphens = style.hyphens
        if hyphens and style.divided_under and not self._narrow:
            self._divided_under, hyphens = max(self._divided_under, style.narrow), ""
        split = style.face.split(run.text, hyphens)
        long = split.widest * scale + tracking * len(run.text) > self._longest
        if long or 0 < self._cut - self._letters < len(run.text):
            split = chopped(split, run.text, run.style, self._longest, self._cut - self._letters)
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
                self._stretches[-1].space = run
        if starts:
            closes = split.after[-1] < len(run.text)
            self.widest = max(self.widest, split.widest * scale + (tracking and tracking * len(run.text)))
            self._add_words(Stretch(run, at, self._letters, 0, split, run if closes else None), starts, ends)
            self._glued = not closes
        self._letters += len(run.text)

    def _add_words(self, stretch: Stretch, starts: list[float], ends: list[float]) -> None:
        if self._glued:
            self._stretches[-1].goes_on = True
        joins = self._glued and not 0 < self._cut == stretch.begins
        if joins and ends[0] - self._starts[-1] <= self._longest:
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
    def _endless(self) -> Endless:
        jointed = [each for each in self._stretches if each.split and each.split.joined]
        if not jointed:
            return Endless(self._starts, self._ends, self._bonded(), ())
        joined = {each.first + part for each in jointed if each.split for part in each.split.joined}
        return Endless(self._starts, self._ends, self._bonded() | self._whole(), joined)

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

    def _whole(self) -> set[int]:
        """The parts of words that stay with the part before.

        They are those of words that go on in another run, which could not be said as one, and those of the
        paragraph's last word, half of which is no line.
        """
        found: set[int] = set()
        for each in self._stretches:
            if each.split and each.split.joined and (each.goes_on or each is self._stretches[-1]):
                last = len(each.split.starts) - 1
                begin, _ = each.split.whole(last)
                parts = range(begin + 1, last + 1)
                found.update(each.first + part for part in parts if each.goes_on or part in each.split.soft)
        return found

    def fitted(self, measure: float, start: int = 0) -> "tuple[Words, int]":
        """Words that are at most `measure` wide, and which of them the word `start` has become."""
        if self._divided_under and measure < self._divided_under:
            words = self._divided
            return words.fitted(measure, self._place_in(words, start))
        if self.widest <= measure + SLACK:
            return self, start
        if start >= len(self):
            words = Words(self._content, measure, narrow=self._narrow)
            return words, len(words)
        words = Words(self._content, measure, self._character(start), narrow=self._narrow)
        return words, self._place_in(words, start)

    @cached_property
    def _divided(self) -> "Words":
        return Words(self._content, narrow=True)

    def _place_in(self, words: "Words", start: int) -> int:
        """Which of the same words, cut or divided, the word `start` is.

        Cutting a word adds a place to break; it moves nothing on the endless line.
        """
        return bisect_left(words._starts, self._starts[start] - SLACK) if start < len(self) else len(words)

    def _character(self, word: int) -> int:
        """The first of a word, counted from 0 in all the text."""
        stretch = self._stretches[bisect_left(self._lasts, word)]
        within = stretch.split.first[word - stretch.first] if stretch.split else 0
        return stretch.begins + within

    def lines(self, measure: float, first_indent: float = 0, start: int = 0) -> list[Line]:
        """Lines at most `measure` points wide from the word `start` on, the first narrower by `first_indent`."""
        if self._opening and self._opening[-1] > start:
            made: list[Line] = []
            for end in self._closings(start):
                made += broken(self._up_to(end), measure, 0 if made else first_indent, made[-1].last if made else start)
            return made
        if start < len(self._starts) and self._ends[-1] - self._starts[start] <= measure - first_indent + SLACK:
            return [Line(start, len(self._starts), self._ends[-1] - self._starts[start], first_indent)]
        return broken(self._endless, measure, first_indent, start)

    def evened(self, lines: list[Line], measure: float) -> list[Line]:
        """As many lines as those, which are to be placed: with fewer holes at their ends."""
        if not self._opening or not lines:
            return evened(self._endless, lines, measure) if len(lines) > 2 else lines
        made: list[Line] = []
        for end in self._closings(lines[0].first):
            own = [line for line in lines if line.last <= end and (not made or line.first >= made[-1].last)]
            made += evened(self._up_to(end), own, measure)
        return made

    def unparted(self, lines: list[Line], number: int, measure: float) -> list[Line]:
        """The lines, broken anew from the one before `number` (from 0) if that parts a word."""
        if not self._opening:
            return unparted(self._endless, lines, number, measure)
        end = next(self._closings(lines[number - 1].first))
        own = [line for line in lines if line.last <= end]
        return [*unparted(self._up_to(end), own, number, measure), *lines[len(own) :]]

    def _closings(self, start: int) -> Iterator[int]:
        """Yield the word after each part from the word `start` on: those before which a line ends, and the last."""
        yield from (word for word in self._opening if word > start)
        if not self._opening or self._opening[-1] < len(self._starts):
            yield len(self._starts)

    def _up_to(self, end: int) -> Endless:
        """The words up to one, as if there were no more."""
        words = self._endless
        return Endless(words.starts[:end], words.ends[:end], words.bonded, words.joined)

    def inlines(self, line: Line) -> list[Inline]:
        """The inline boxes that stand in a line."""
        return [each.part for each in self._in(line) if not isinstance(each.part, Run)]

    def opening_inline(self, line: Line) -> Inline | None:
        """Return the inline box that a line begins with; None if it begins with words."""
        opens = (each.part for each in self._in(line) if each.first == line.first and not isinstance(each.part, Run))
        return next(opens, None)

    def reach(self, line: Line) -> Reach:
        """Return how far the formulas of a line reach from its baseline."""
        found = [box.reach for box in self.inlines(line) if isinstance(box, FormulaBox)] if self.has_formulas else []
        return Reach(*map(max, zip(*found, strict=True))) if found else Reach()

    def _in(self, line: Line) -> Iterator[Stretch]:
        for number in range(bisect_left(self._lasts, line.first), len(self._stretches)):
            stretch = self._stretches[number]
            if stretch.first >= line.last:
                return
            yield stretch

    def place(self, page: Page, line: Line, x: float, baseline: float) -> None:
        """Put a line's items on the page, its start at (x, baseline)."""
        shift = x - self._starts[line.first]
        for stretch in self._in(line):
            if isinstance(stretch.part, Run):
                assert stretch.split is not None
                begin = max(line.first - stretch.first, 0)
                end = min(line.last - stretch.first, len(stretch.split.starts))
                place(page, stretch, begin, end, stretch.at + shift, baseline)
            else:
                stretch.part.place(page, stretch.at + shift, baseline)
                place_space(page, stretch, stretch.at + shift + stretch.part.width, baseline)


def _has_marks(text: str) -> bool:
    return type(text) is MarkedLine or LINE_BREAK in text


def _begins(stretch: Stretch) -> int:
    return stretch.begins
