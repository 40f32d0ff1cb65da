"""The word bank: a box of words to tick off, in columns as narrow as the longest word allows."""

from collections.abc import Sequence
from functools import cached_property

from studypack.sections.cloze.worksheet import Entry
from studypack.typeset.boxes import Box
from studypack.typeset.look import INK, INK_SOFT, Look, Style, mm
from studypack.typeset.page import Page, Rectangle, Rule, Tag
from studypack.typeset.paragraph import Paragraph
from studypack.typeset.text import Content, Run

_OUTLINE = 0.7
_TICK = mm(2.7)
_TICK_LINE = 0.55
_ROW = mm(6.4)
_INDENT = _TICK + mm(1.9)
"""From the tick box's left edge to the word."""
_BETWEEN = mm(4)
"""Between columns."""
_PADDING = mm(4.2)
"""Left and right; the caption stands over the first tick box."""
_SINK = 4.0
"""The top rule, below the box's top: the caption is centred on the rule."""
_HEAD = mm(3.0)
"""From the top rule to the first row."""
_FOOT = mm(1.6)
_MOST_COLUMNS = 6
_ENDLESS = 1e6
"""A width that everything fits on one line of."""


class _Line:
    """One entry, set."""

    def __init__(self, entry: Entry, look: Look, listing: Tag) -> None:
        item = listing.child("LI")
        style = look.caption.sized(10.5, 12.6)
        content: list[Content] = [Run(entry.word, style, item.child("LBody"))]
        if entry.uses > 1:
            times = look.label_bold.sized(9, 12.6)
            content.append(Run(f"\u00a0\u00a0×{entry.uses}", times, item.child("LBody")))
        self.style: Style = style
        self.loss = 1 if " " in entry.word else 4
        """What it costs, in rows, to set it on several lines: a single word would be cut."""
        self.words = Paragraph(content, style.leading)
        """The entry, to be set to any width."""

    @cached_property
    def wanted(self) -> float:
        """The width on one line."""
        return self.words.widest(_ENDLESS)

    def height(self, width: float) -> float:
        """A row, or more where the words need several lines."""
        if self.wanted <= width:
            return _ROW
        return _ROW + (self.words.lines(width) - 1) * self.style.leading


class WordBank(Box):
    """Read down the columns, as a dictionary is."""

    def __init__(self, entries: Sequence[Entry], look: Look, tag: Tag, *, above: float = 0) -> None:
        self.above = above
        self._look = look
        caption, listing = tag.child("P"), tag.child("L")
        self._caption = Run("WORD BANK", look.overline.colored(INK), caption)
        self._lines = [_Line(entry, look, listing) for entry in entries]
        self._planned: dict[float, list[list[_Line]]] = {}

    def _rest(self, lines: list[_Line]) -> "WordBank":
        rest = WordBank.__new__(WordBank)
        rest.above, rest._look, rest._lines, rest._planned = self.above, self._look, lines, {}
        # A repeated caption is page furniture: it is read once.
        rest._caption = Run("WORD BANK, CONTINUED", self._caption.style, None)
        return rest

    def _column(self, width: float, count: int) -> float:
        """How much width the words of one of `count` columns have."""
        return (width - 2 * _PADDING - (count - 1) * _BETWEEN) / count - _INDENT

    def _columns(self, width: float) -> list[list[_Line]]:
        """The entries in the columns that take least height; an entry that wraps counts as rows lost."""
        if width not in self._planned:
            plans = []
            for count in range(1, min(_MOST_COLUMNS, len(self._lines)) + 1):
                own = self._column(width, count)
                if own > 0:
                    rows = -(-len(self._lines) // count)
                    columns = [self._lines[at : at + rows] for at in range(0, len(self._lines), rows)]
                    wrapped = sum(line.loss for line in self._lines if line.wanted > own)
                    height = max(sum(line.height(own) for line in column) for column in columns)
                    plans.append((height + wrapped * _ROW, count, columns))
            self._planned[width] = min(plans, key=lambda plan: plan[:2])[2]
        return self._planned[width]

    def height(self, width: float) -> float:
        """Caption, the tallest column and the space round it."""
        columns = self._columns(width)
        own = self._column(width, len(columns))
        return _SINK + _HEAD + max(sum(line.height(own) for line in column) for column in columns) + _FOOT

    def least(self, width: float) -> float:
        """Two rows, or all."""
        own = self._column(width, len(self._columns(width)))
        tallest = max(line.height(own) for line in self._lines)
        return min(_SINK + _HEAD + 2 * tallest + _FOOT, self.height(width))

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """After as many entries as fit; only a bank taller than half a page is ever split."""
        if self.height(self._look.measure) <= self._look.depth / 2:
            return None
        low, high = 0, len(self._lines) - 1
        while low < high:
            middle = (low + high + 1) // 2
            fits = self._rest(self._lines[:middle]).height(width) <= room
            low, high = (middle, high) if fits else (low, middle - 1)
        if low < 2:
            return None
        head = self._rest(self._lines[:low])
        head._caption = self._caption
        return head, self._rest(self._lines[low:])

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Outline with the caption in its top rule, then the entries."""
        self._outline(page, x, top, width)
        columns = self._columns(width)
        own = self._column(width, len(columns))
        for number, column in enumerate(columns):
            left = x + _PADDING + number * (own + _INDENT + _BETWEEN)
            y = top - _SINK - _HEAD
            for line in column:
                self._entry(page, line, left, y, own)
                y -= line.height(own)

    def _outline(self, page: Page, x: float, top: float, width: float) -> None:
        style = self._caption.style
        caption = Paragraph([self._caption], 2 * _SINK)
        start, long = x + _PADDING, caption.widest(width)
        caption.place(page, start, top, width)
        upper, lower, right = top - _SINK, top - self.height(width), x + width
        half = _OUTLINE / 2
        for x0, y0, x1, y1 in (
            (x, upper, start - mm(1.6), upper),
            (start + long - style.tracking + mm(1.6), upper, right, upper),
            (x + half, upper, x + half, lower),
            (right - half, upper, right - half, lower),
            (x, lower, right, lower),
        ):
            page.add(Rule(x0, y0, x1, y1, _OUTLINE, INK))

    def _entry(self, page: Page, line: _Line, x: float, top: float, width: float) -> None:
        middle = top - _ROW / 2
        page.add(Rectangle(x, middle - _TICK / 2, _TICK, _TICK, stroke=INK_SOFT, thickness=_TICK_LINE))
        line.words.place(page, x + _INDENT, middle + line.style.leading / 2, width)
