"""The word bank: a box of words to tick off, in columns as narrow as the longest word allows."""

from collections.abc import Sequence
from functools import cached_property

from typing_extensions import override

from studypack.layout.boxes import Box
from studypack.layout.columns import Columns
from studypack.layout.field import tick_box
from studypack.layout.page import Page, Rectangle, Rule
from studypack.layout.paragraph import Paragraph
from studypack.layout.stack import Stack
from studypack.layout.style import INK, INK_SOFT, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.sections.worksheets.worksheet import BankWord

_OUTLINE = 0.7
_TICK = mm(2.7)
_TICK_LINE = 0.55
_ROW = mm(6.4)
_AFTER_TICK = mm(1.9)
_BETWEEN = mm(4)
"""Between columns."""
_PADDING = mm(4.2)
"""Left and right; the caption stands over the first tick box."""
_SINK = 0.5
"""The top rule, below the box's top, in ems of the caption, which is centred on the rule."""
_HEAD = mm(3.0)
"""From the top rule to the first row."""
_FOOT = mm(1.6)
_BESIDE_CAPTION = mm(1.6)
"""Between the caption and the rule on either side of it."""
_MOST_COLUMNS = 6
_ENDLESS = 1e6
"""A width that everything fits on one line of."""
_STANDARD_WORD = 10.5
"""The size of the words that these lengths suit; they grow with it."""


class _BankLine(Box):
    """A word of the bank after a box to tick; it is a row high, or more where the words need several lines."""

    def __init__(self, number: int, word: BankWord, theme: Theme, tag: Tag) -> None:
        style = theme.bank_word
        larger = style.size / _STANDARD_WORD
        words = [Run(word.word, style, tag)]
        if word.uses > 1:
            words.append(Run(f"\u00a0\u00a0×{word.uses}", theme.bank_uses, tag))
        self._words = Paragraph(words, style.leading)
        self._leading = style.leading
        self._tag = tag
        self._name = f"word {number} of the bank, used"
        """What ticks the word off does not say it."""
        self._tick = _TICK * larger
        self._heights: dict[float, float] = {}
        self.indent = (_TICK + _AFTER_TICK) * larger
        """From the left edge of the tick box to the word."""
        self.row = _ROW * larger
        """The height of a line of one row."""
        self.loss = self.row * (1 if " " in word.word else 4)
        """What it costs, as a height, to set the words on several lines: a single word would be cut."""

    @cached_property
    def wanted(self) -> float:
        """The width with the words on one line."""
        return self.indent + self._words.widest(_ENDLESS)

    @override
    def height(self, width: float) -> float:
        if self.wanted <= width:
            return self.row
        if width not in self._heights:
            self._heights[width] = self.row - self._leading + self._words.height(width - self.indent)
        return self._heights[width]

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        middle, tick = top - self.row / 2, self._tick
        page.add(Rectangle(x, middle - tick / 2, tick, tick, stroke=INK_SOFT, thickness=_TICK_LINE))
        page.add(tick_box(x, middle - tick / 2, tick, self._name, self._tag))
        self._words.place(page, x + self.indent, middle + self._leading / 2, width - self.indent)


def word_bank(words: Sequence[BankWord], theme: Theme, tag: Tag, *, above: float = 0) -> Box:
    """The bank in the element `tag`: its caption, and a list of its words."""
    caption, listing = Run("WORD BANK", theme.overline.colored(INK), tag.child("P")), tag.child("L")
    bodies = [listing.child("LI").child("LBody") for _ in words]
    numbered = enumerate(zip(words, bodies, strict=True), start=1)
    lines = [_BankLine(number, word, theme, body) for number, (word, body) in numbered]
    return _WordBank(lines, theme, caption, above=above)


class _WordBank(Box):
    """Lines in a frame with a caption, read down the columns, as a dictionary is."""

    def __init__(self, lines: Sequence[_BankLine], theme: Theme, caption: Run, *, above: float) -> None:
        self.above = above
        self._lines = lines
        self._theme = theme
        self._caption = caption
        larger = theme.bank_word.size / _STANDARD_WORD
        self._sink = _SINK * caption.style.size
        self._lead = self._sink + max(_HEAD * larger, self._sink)
        """From the top of the box to the first row."""
        self._around = self._lead + _FOOT * larger
        self._planned: dict[float, Columns] = {}

    def _carried(self, lines: Sequence[_BankLine]) -> "_WordBank":
        # A repeated caption is page furniture: it is read once.
        caption = Run("WORD BANK, CONTINUED", self._caption.style, Furniture.AGAIN)
        return _WordBank(lines, self._theme, caption, above=self.above)

    def _columns(self, width: float) -> Columns:
        """The lines in the columns that take least height; a line that wraps counts as rows lost."""
        if width not in self._planned:
            plans = []
            for count in range(1, min(_MOST_COLUMNS, len(self._lines)) + 1):
                own = self._column(width, count)
                if own > self._lines[0].indent:
                    rows = -(-len(self._lines) // count)
                    stacks = [Stack(self._lines[at : at + rows]) for at in range(0, len(self._lines), rows)]
                    lost = sum(line.loss for line in self._lines if line.wanted > own)
                    plans.append((max(stack.height(own) for stack in stacks) + lost, count, stacks))
            _, count, stacks = min(plans, key=lambda plan: plan[:2])
            self._planned[width] = Columns(stacks, [1] * len(stacks), _BETWEEN)
        return self._planned[width]

    def _column(self, width: float, count: int) -> float:
        """The width of one of so many columns."""
        return (width - 2 * _PADDING - (count - 1) * _BETWEEN) / count

    @override
    def height(self, width: float) -> float:
        return self._around + self._columns(width).height(width - 2 * _PADDING)

    @override
    def least(self, width: float) -> float:
        """Two rows, or all."""
        own = self._columns(width).widths(width - 2 * _PADDING)[0]
        tallest = max(line.height(own) for line in self._lines)
        return min(self._around + 2 * tallest, self.height(width))

    @override
    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """After as many words as fit, two at least where a page holds two; only a bank over half a page is split."""
        depth = self._theme.depth
        if self.height(self._theme.measure) <= depth / 2:
            return None
        # No more than rows of one line in as many columns as there may be: a bank of thousands goes over many pages.
        most = int(room / self._lines[0].row + 1) * _MOST_COLUMNS
        low, high = 0, min(len(self._lines) - 1, most)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self._carried(self._lines[:middle]).height(width) <= room
            low, high = (middle, high) if fits else (low, middle - 1)
        if low < 1 or (low < 2 and self._carried(self._lines[:2]).height(width) <= depth):
            return None
        head = _WordBank(self._lines[:low], self._theme, self._caption, above=self.above)
        return head, self._carried(self._lines[low:])

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """The frame with the caption in its top rule, then the words."""
        self._frame(page, x, top, width)
        self._columns(width).place(page, x + _PADDING, top - self._lead, width - 2 * _PADDING)

    def _frame(self, page: Page, x: float, top: float, width: float) -> None:
        caption = Paragraph([self._caption], 2 * self._sink)
        start, long = x + _PADDING, caption.widest(width)
        caption.place(page, start, top, width)
        upper, lower, right = top - self._sink, top - self.height(width), x + width
        half = _OUTLINE / 2
        for x0, y0, x1, y1 in (
            (x, upper, start - _BESIDE_CAPTION, upper),
            (start + long - self._caption.style.tracking + _BESIDE_CAPTION, upper, right, upper),
            (x + half, upper, x + half, lower),
            (right - half, upper, right - half, lower),
            (x, lower, right, lower),
        ):
            page.add(Rule(x0, y0, x1, y1, _OUTLINE, INK))
