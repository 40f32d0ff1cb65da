"""The word bank: a box of words to tick off, in columns as narrow as the longest word allows."""

from collections.abc import Sequence
from functools import cached_property

from studypack.layout.boxes import Box
from studypack.layout.field import tick_box
from studypack.layout.page import Page, Rectangle, Rule
from studypack.layout.paragraph import Paragraph
from studypack.layout.style import INK, INK_SOFT, Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Content, Run
from studypack.layout.theme import Theme
from studypack.sections.worksheets.worksheet import Entry

_OUTLINE = 0.7
_TICK = mm(2.7)
_TICK_LINE = 0.55
_ROW = mm(6.4)
_AFTER_TICK = mm(1.9)
_BETWEEN = mm(4)
"""Between columns."""
_PADDING = mm(4.2)
"""Left and right; the caption stands over the first tick box."""
_SINK = 4.0
"""The top rule, below the box's top: the caption is centred on the rule. More where the caption is larger."""
_HEAD = mm(3.0)
"""From the top rule to the first row."""
_FOOT = mm(1.6)
_MOST_COLUMNS = 6
_ENDLESS = 1e6
"""A width that everything fits on one line of."""
_SIZE, _LEADING = 10.5, 12.6


class _Scale:
    """The measures that grow with the type of the words. In points."""

    def __init__(self, theme: Theme) -> None:
        self.style: Style = theme.caption.sized(_SIZE, _LEADING)
        larger = self.style.size / _SIZE
        self.row = _ROW * larger
        self.tick = _TICK * larger
        self.indent = (_TICK + _AFTER_TICK) * larger
        """From the tick box's left edge to the word."""
        self.sink = _SINK * theme.overline.size / 8
        self.head = max(_HEAD * larger, self.sink)
        self.foot = _FOOT * larger


class _Line:
    """One entry, set."""

    def __init__(self, number: int, entry: Entry, theme: Theme, scale: _Scale, listing: Tag) -> None:
        item = listing.child("LI")
        style = scale.style
        self.number = number
        """In the bank, from 1: what ticks the word off does not say it."""
        self.body = body = item.child("LBody")
        content: list[Content] = [Run(entry.word, style, body)]
        if entry.uses > 1:
            times = theme.label_bold.sized(9, _LEADING)
            content.append(Run(f"\u00a0\u00a0×{entry.uses}", times, body))
        self._scale = scale
        self.loss = 1 if " " in entry.word else 4
        """What it costs, in rows, to set it on several lines: a single word would be cut."""
        self.words = Paragraph(content, style.leading)
        """The entry, to be set to any width."""
        self._heights: dict[float, float] = {}

    @cached_property
    def wanted(self) -> float:
        """The width on one line."""
        return self.words.widest(_ENDLESS)

    def height(self, width: float) -> float:
        """A row, or more where the words need several lines."""
        if self.wanted <= width:
            return self._scale.row
        if width not in self._heights:
            lines = self.words.lines(width)
            self._heights[width] = self._scale.row + (lines - 1) * self._scale.style.leading
        return self._heights[width]


class WordBank(Box):
    """Read down the columns, as a dictionary is."""

    def __init__(self, entries: Sequence[Entry], theme: Theme, tag: Tag, *, above: float = 0) -> None:
        self.above = above
        self._look = theme
        caption, listing = tag.child("P"), tag.child("L")
        self._caption = Run("WORD BANK", theme.overline.colored(INK), caption)
        self._scale = _Scale(theme)
        numbered = enumerate(entries, start=1)
        self._lines = [_Line(number, entry, theme, self._scale, listing) for number, entry in numbered]
        self._planned: dict[float, list[list[_Line]]] = {}

    def _rest(self, lines: list[_Line]) -> "WordBank":
        rest = WordBank.__new__(WordBank)
        rest.above, rest._look, rest._scale, rest._lines, rest._planned = self.above, self._look, self._scale, lines, {}
        # A repeated caption is page furniture: it is read once.
        rest._caption = Run("WORD BANK, CONTINUED", self._caption.style, Furniture.AGAIN)
        return rest

    def _column(self, width: float, count: int) -> float:
        """How much width the words of one of `count` columns have."""
        return (width - 2 * _PADDING - (count - 1) * _BETWEEN) / count - self._scale.indent

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
                    plans.append((height + wrapped * self._scale.row, count, columns))
            self._planned[width] = min(plans, key=lambda plan: plan[:2])[2]
        return self._planned[width]

    def height(self, width: float) -> float:
        """Caption, the tallest column and the space round it."""
        columns = self._columns(width)
        own = self._column(width, len(columns))
        return self._round + max(sum(line.height(own) for line in column) for column in columns)

    @property
    def _round(self) -> float:
        return self._scale.sink + self._scale.head + self._scale.foot

    def least(self, width: float) -> float:
        """Two rows, or all."""
        own = self._column(width, len(self._columns(width)))
        tallest = max(line.height(own) for line in self._lines)
        return min(self._round + 2 * tallest, self.height(width))

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """After as many entries as fit, two at least where a page holds two; only a bank over half a page is split."""
        if self.height(self._look.measure) <= self._look.depth / 2:
            return None
        # No more than rows of one line in as many columns as there may be: a bank of thousands goes over many pages.
        most = int(room / self._scale.row + 1) * _MOST_COLUMNS
        low, high = 0, min(len(self._lines) - 1, most)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self._rest(self._lines[:middle]).height(width) <= room
            low, high = (middle, high) if fits else (low, middle - 1)
        if low < 1 or (low < 2 and self._rest(self._lines[:2]).height(width) <= self._look.depth):
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
            left = x + _PADDING + number * (own + self._scale.indent + _BETWEEN)
            y = top - self._scale.sink - self._scale.head
            for line in column:
                self._entry(page, line, left, y, own)
                y -= line.height(own)

    def _outline(self, page: Page, x: float, top: float, width: float) -> None:
        style = self._caption.style
        caption = Paragraph([self._caption], 2 * self._scale.sink)
        start, long = x + _PADDING, caption.widest(width)
        caption.place(page, start, top, width)
        upper, lower, right = top - self._scale.sink, top - self.height(width), x + width
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
        scale = self._scale
        middle, tick = top - scale.row / 2, scale.tick
        page.add(Rectangle(x, middle - tick / 2, tick, tick, stroke=INK_SOFT, thickness=_TICK_LINE))
        page.add(tick_box(x, middle - tick / 2, tick, f"word {line.number} of the bank, used", line.body))
        line.words.place(page, x + scale.indent, middle + scale.style.leading / 2, width)
