"""Code of several lines beside a rule: its lines and their indents are kept, and what is too wide is turned over."""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from math import inf
from typing import NamedTuple

from typing_extensions import override

from studypack.layout.boxes import FEWEST_LINES, ROUNDING, Box
from studypack.layout.breaking import SLACK, Line
from studypack.layout.page import Page, Polygon, Rule, TextRun
from studypack.layout.style import INK_SOFT, RULE, Style
from studypack.layout.tag import Tag
from studypack.layout.text import Content, Run, Words

_SCALES = (1.0, 0.95, 0.9, 0.85, 0.8)
"""Of the size of the text: the largest is taken at which the code has the fewest lines."""
_LEAST_TURNED = 0.9
"""The least of them where lines are turned over all the same."""
_SMALLEST = 7.0
"""Points: no code is set smaller for that; an accessible profile has a higher bound of its own."""
_RULE = 1.6
"""The thickness of the rule beside the code, in points: a copier keeps it, where a tint would be lost."""
_BESIDE = 1.2
"""From the rule's left edge to the code, in ems of the text."""
_TURNED = 2
"""How many letters further in than it began a line goes on."""
_MOST_INDENT, _LEAST = 0.5, 2
"""Of the measure: no line begins further in; and the letters that a line has room for in any case."""
_MOST_BESIDE = 0.15
"""Of the width."""


class _Row(NamedTuple):
    """A line as it is printed, or the part of it that is."""

    number: int
    """Of the line that it is of, from 0."""
    words: Words
    line: Line | None
    """None for a line without words."""
    indent: float
    """In points."""
    spaces: str = ""
    """What a line begins with."""
    turned: bool = False
    """It goes on from the row above it."""


class _Setting(NamedTuple):
    """All rows at one size."""

    lines: "Sequence[_CodeLine]"
    style: Style
    """Of the code, on the leading of its rows."""
    rows: Sequence[_Row]


@dataclass(slots=True)
class _CodeLine:
    """A line as it is given."""

    content: Sequence[Content]
    """Without the spaces that it begins with."""
    spaces: str
    tag: Tag
    words: Words
    start: int = 0
    """The first word that is not on an earlier page."""
    scaled: "dict[float, _CodeLine]" = field(default_factory=dict)

    def at(self, scale: float) -> "_CodeLine":
        """The line with its type in another size."""
        if scale == 1:
            return self
        if scale not in self.scaled:
            content = [_sized(part, scale) if isinstance(part, Run) else part for part in self.content]
            self.scaled[scale] = _CodeLine(content, self.spaces, self.tag, Words(content))
        return self.scaled[scale]

    def rows(self, number: int, measure: float, letter: float) -> Iterator[_Row]:
        """Yield the line's rows; the measure and the width of a letter are in points."""
        if not self.content:
            yield _Row(number, self.words, None, 0, self.spaces)
            return
        room = max((part.width for part in self.content if not isinstance(part, Run)), default=0)
        most = max(min(_MOST_INDENT * measure, measure - max(_LEAST * letter, room)), 0)
        begin = min(len(self.spaces) * letter, most)
        further = min(begin + _TURNED * letter, most)
        if not self.start:
            (whole,) = self.words.lines(inf)
            if whole.width <= measure - begin + SLACK:
                yield _Row(number, self.words, whole, begin, self.spaces)
                return
        words, start = self.words.fitted(measure - further, self.start)
        for line in words.lines(measure - further, 0 if self.start else begin - further, start):
            if line.first or self.start:
                yield _Row(number, words, line, further, turned=True)
            else:
                yield _Row(number, words, line, begin, self.spaces)


class CodeBlock(Box):
    """Lines of code, each of runs and inline boxes; if one is too wide all are set smaller, then it is turned over.

    The runs are in the style of code, and each line's belong to one of `tags`, a Code element; `style` is that of the
    text around them. Type gives way by a fifth at most, by a tenth where lines are turned over all the same, and never
    below the smallest size of its profile.
    """

    def __init__(
        self,
        lines: Sequence[Sequence[Content]],
        style: Style,
        tags: Sequence[Tag],
        *,
        above: float = 0,
        keep_with_next: bool = False,
    ) -> None:
        self._code = style.code
        self._indent = _BESIDE * style.size
        self._lines = [
            _code_line([*line, Run(" ", style.code, tag)], tag) for line, tag in zip(lines[:-1], tags[:-1], strict=True)
        ]
        self._lines += [_code_line(line, tag) for line, tag in zip(lines[-1:], tags[-1:], strict=True)]
        self._keeps_leading = any(not isinstance(part, Run) for line in lines for part in line)
        """There are places to write on among the code."""
        self._scales: Sequence[float] = _SCALES
        self._settings: dict[float, _Setting] = {}
        self.above = above
        self.keep_with_next = keep_with_next

    def _set(self, width: float) -> _Setting:
        found = self._settings.get(width)
        if found is None:
            tried: list[_Setting] = []
            for scale in self._scales:
                tried.append(self._at(scale, width))
                if len(tried[-1].rows) == len(self._lines):
                    break
            else:  # lines are turned over at any size
                tried = [
                    each for scale, each in zip(self._scales, tried, strict=True) if scale >= _LEAST_TURNED
                ] or tried
            found = self._settings[width] = min(tried, key=lambda each: len(each.rows))
        return found

    def _at(self, scale: float, width: float) -> _Setting:
        code = self._code
        size = _size(code, scale)
        style = code.sized(size, code.leading * (1 if self._keeps_leading else size / code.size))
        measure, letter = width - self._beside(width), style.face.space * style.size / 1000
        lines = [line.at(scale) for line in self._lines]
        rows = [row for number, line in enumerate(lines) for row in line.rows(number, measure, letter)]
        return _Setting(lines, style, rows)

    def _beside(self, width: float) -> float:
        return min(self._indent, _MOST_BESIDE * width)

    @override
    def height(self, width: float) -> float:
        made = self._set(width)
        return len(made.rows) * made.style.leading

    @override
    def widest(self, width: float) -> float:
        ends = [row.indent + row.line.width for row in self._set(width).rows if row.line]
        return self._beside(width) + max(ends, default=0)

    @override
    def least(self, width: float) -> float:
        made = self._set(width)
        count = len(made.rows)
        return (count if count < 2 * FEWEST_LINES else FEWEST_LINES) * made.style.leading

    @override
    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        # At least two rows stay, and at least two go on, in the same size.
        lines, style, rows = self._set(width)
        stay = min(int((room + ROUNDING) / style.leading), len(rows) - FEWEST_LINES)
        if stay < FEWEST_LINES:
            return None
        stay = _before_a_line(rows, stay)
        head, tail = copy(self), copy(self)
        head._settings = {width: _Setting(lines, style, rows[:stay])}
        head.keep_with_next = False
        going = rows[stay]
        first = lines[going.number]
        if going.turned and going.line:
            first = _CodeLine(first.content, first.spaces, first.tag, going.words, going.line.first)
        tail._lines = [first, *lines[going.number + 1 :]]
        tail._code, tail._scales, tail._settings = style, (1,), {}
        tail.above = 0
        return head, tail

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        lines, style, rows = self._set(width)
        foot = top - len(rows) * style.leading
        page.add(Rule(x + _RULE / 2, top, x + _RULE / 2, foot, _RULE, RULE))
        left = x + self._beside(width)
        for number, row in enumerate(rows):
            baseline = top - number * style.leading - style.baseline
            if row.spaces and row.line:
                # Poppler copies the spaces at a line's start only if they are said.
                spaces, tag = row.spaces, lines[row.number].tag
                run = TextRun(left, baseline, spaces, style.face, style.size, style.color, 0, tag, said=spaces)
                page.add(run)
            if row.turned:
                begin = left + row.indent
                _draw_turn(page, begin, baseline, min(style.size, begin - x - _RULE))
            if row.line:
                row.words.place(page, row.line, left + row.indent, baseline)


def _before_a_line(rows: Sequence[_Row], stay: int) -> int:
    """Return how many rows stay on a page, at most so many: whole lines, and no empty one begins the next page.

    Where that would leave half of the room empty, it is so many.
    """
    for fewer in range(stay, max(FEWEST_LINES, stay // 2) - 1, -1):
        if rows[fewer].line and not rows[fewer].turned:
            return fewer
    return stay


def _code_line(line: Sequence[Content], tag: Tag) -> _CodeLine:
    """The line without the spaces that it begins with; nothing is left of one that has no words."""
    content, spaces = list(line), ""
    while content and isinstance(first := content[0], Run):
        bare = first.text.lstrip(" ")
        spaces += first.text[: len(first.text) - len(bare)]
        if bare:
            content[0] = replace(first, text=bare)
            break
        del content[0]
    return _CodeLine(content, spaces, tag, Words(content))


def _size(style: Style, scale: float) -> float:
    return min(style.size, max(scale * style.size, _SMALLEST, style.smallest))


def _sized(run: Run, scale: float) -> Run:
    size = _size(run.style, scale)
    return replace(run, style=run.style.sized(size, run.style.leading), rise=run.rise * size / run.style.size)


def _draw_turn(page: Page, x: float, baseline: float, em: float) -> None:
    """Draw an arrow before a line that goes on: down, then to the right. It is not copied, as it is no letter."""
    thick = 0.06 * em
    left, tip, low = x - 0.95 * em, x - 0.3 * em, baseline + 0.2 * em
    page.add(Rule(left, baseline + 0.55 * em, left, low - thick / 2, thick, INK_SOFT))
    page.add(Rule(left, low, tip - 0.2 * em, low, thick, INK_SOFT))
    head = ((tip, low), (tip - 0.26 * em, low + 0.14 * em), (tip - 0.26 * em, low - 0.14 * em))
    page.add(Polygon(head, fill=INK_SOFT))
