"""The word bank: a box of words to tick off, in columns as narrow as the longest word allows."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from math import inf

from typing_extensions import override

from studypack.base.record import record
from studypack.base.styled_text import has_formula, heard
from studypack.layout.boxes import FEWEST_LINES, Box
from studypack.layout.columns import Columns
from studypack.layout.copyfit import most_that_fit
from studypack.layout.field import tick_box
from studypack.layout.marked import expanded
from studypack.layout.page import Page, Rectangle, Rule
from studypack.layout.paragraph import Paragraph
from studypack.layout.shorten import cut
from studypack.layout.stack import Stack
from studypack.layout.style import INK, INK_SOFT, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.model.content import Pack
from studypack.model.words import Words
from studypack.sections.kit.builder import capitals_run
from studypack.sections.worksheets.worksheet import BankWord


@record
class _Measures:
    """How a bank is drawn. Lengths in points."""

    outline: float = 0.7
    tick_line: float = 0.55
    padding: float = mm(4.2)
    """Left and right; the caption stands over the first tick box."""
    beside_caption: float = mm(1.6)
    """Between the caption and the rule on either side of it."""
    sink: float = 0.5
    """The top rule, below the box's top, in ems of the caption, which is centred on the rule."""
    between: float = mm(4)
    """Between columns."""
    most_columns: int = 6

    # For words of this size; these lengths grow with the words.
    word: float = 10.5
    head: float = mm(3.0)
    """From the top rule to the first row."""
    foot: float = mm(1.6)
    row: float = mm(6.4)
    tick: float = mm(2.7)
    after_tick: float = mm(1.9)


_BANK = _Measures()


class _BankLine(Box):
    """A word of the bank after a box to tick; it is a row high, or more where the words need several lines."""

    def __init__(self, say: Words, word: BankWord, theme: Theme, tag: Tag) -> None:
        style, self._word = theme.bank_word, word.word
        larger = style.size / _BANK.word
        # Its own elements, of code or of another language, come before how often it is used.
        words = list(expanded(Run(word.word, style, tag)))
        if word.uses > 1:
            # Words: by ear, after a word of the bank: how often it is used.
            often = say("twice", "twice") if word.uses == 2 else say("times", "{number} times", number=word.uses)
            words.append(Run(f"\u00a0\u00a0×{word.uses}", theme.bank_uses, tag.child("Span", said=f", {often}")))
        self._words = Paragraph(words, style.leading)
        self._leading = style.leading
        self._tag = tag
        # Words: by ear, the name of the box to tick beside a word of the bank.
        self._name = say("word_used", "{word}, used", word=heard(word.word))
        self._tick = _BANK.tick * larger
        self._heights: dict[float, float] = {}
        self.indent = (_BANK.tick + _BANK.after_tick) * larger
        """From the left edge of the tick box to the word."""
        self.row = _BANK.row * larger
        """The height of a line of one row."""

    @cached_property
    def wanted(self) -> float:
        """The width with the words on one line."""
        return self.indent + self._words.widest(inf)

    def loss(self, width: float) -> float:
        """What it costs, as a height, to set the words in a column: on several lines a row, with a word cut, a page."""
        if self.wanted <= width:
            return 0
        return self.row * (40 if self.indent + self._words.widest_word > width else 1)

    @override
    def height(self, width: float) -> float:
        if self.wanted <= width and not has_formula(self._word):
            return self.row
        if width not in self._heights:
            self._heights[width] = self.row - self._leading + self._words.height(width - self.indent)
        return self._heights[width]

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        middle, tick = top - self.row / 2, self._tick
        low = middle - tick / 2 - self._words.drop(width - self.indent)
        page.add(Rectangle(x, low, tick, tick, stroke=INK_SOFT, thickness=_BANK.tick_line))
        page.add(tick_box(x, low, tick, self._name, self._tag, opens=True))
        self._words.place(page, x + self.indent, middle + self._leading / 2, width - self.indent)


def word_bank(
    pack: Pack, words: Sequence[BankWord], theme: Theme, tag: Tag, *, above: float = 0, level: int = 3
) -> Box:
    """The bank in the element `tag`: its caption, which is a heading of this level, and a list of its words."""
    say, style = pack.say, theme.overline.colored(INK)
    caption = capitals_run(say("word_bank", "Word bank"), style, tag, f"H{level}", language=say.language)
    continued = style.face.capitals(say("word_bank_continued", "Word bank, continued"), say.language)
    listing = tag.child("L")
    bodies = [listing.child("LI").child("LBody") for _ in words]
    lines = [_BankLine(say, word, theme, body) for word, body in zip(words, bodies, strict=True)]
    return _WordBank(lines, theme, caption, continued, above=above)


class _WordBank(Box):
    """Lines in a frame with a caption, read down the columns, as a dictionary is."""

    def __init__(self, lines: Sequence[_BankLine], theme: Theme, caption: Run, continued: str, *, above: float) -> None:
        """`continued` is the caption of what is carried over."""
        self.above = above
        self._continued = continued
        self._lines = lines
        self._theme = theme
        self._caption = caption
        larger = theme.bank_word.size / _BANK.word
        self._sink = _BANK.sink * caption.style.size
        self._lead = self._sink + max(_BANK.head * larger, self._sink)
        """From the top of the box to the first row."""
        self._around = self._lead + _BANK.foot * larger
        self._planned: dict[float, Columns] = {}

    def _carried(self, lines: Sequence[_BankLine]) -> "_WordBank":
        # A repeated caption is page furniture: it is read once.
        caption = Run(self._continued, self._caption.style, Furniture.AGAIN)
        return _WordBank(lines, self._theme, caption, self._continued, above=self.above)

    def _columns(self, width: float) -> Columns:
        """The lines in the columns that take least height; a line that wraps counts as rows lost."""
        if width not in self._planned:
            plans = []
            for count in range(1, min(_BANK.most_columns, len(self._lines)) + 1):
                own = self._column(width, count)
                if own > self._lines[0].indent:
                    rows = -(-len(self._lines) // count)
                    stacks = [Stack(self._lines[at : at + rows]) for at in range(0, len(self._lines), rows)]
                    lost = sum(line.loss(own) for line in self._lines)
                    plans.append((max(stack.height(own) for stack in stacks) + lost, count, stacks))
            _, count, stacks = min(plans, key=lambda plan: plan[:2])
            self._planned[width] = Columns(stacks, [1] * len(stacks), _BANK.between)
        return self._planned[width]

    def _column(self, width: float, count: int) -> float:
        """The width of one of so many columns."""
        return (width - 2 * _BANK.padding - (count - 1) * _BANK.between) / count

    @override
    def height(self, width: float) -> float:
        return self._around + self._columns(width).height(width - 2 * _BANK.padding)

    @override
    def least(self, width: float) -> float:
        """Two rows, or all."""
        own = self._columns(width).widths(width - 2 * _BANK.padding)[0]
        tallest = max(line.height(own) for line in self._lines)
        return min(self._around + FEWEST_LINES * tallest, self.height(width))

    @override
    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """After as many words as fit, two at least where a page holds two; only a bank over half a page is split."""
        depth = self._theme.depth
        if self.height(self._theme.measure) <= depth / 2:
            return None
        # No more than rows of one line in as many columns as there may be: a bank of thousands goes over many pages.
        most = min(int(room / self._lines[0].row + 1) * _BANK.most_columns, len(self._lines) - 1)
        stay = most_that_fit(most, lambda count: self._carried(self._lines[:count]).height(width) <= room)
        if not stay or (stay < FEWEST_LINES and self._carried(self._lines[:FEWEST_LINES]).height(width) <= depth):
            return None
        head = _WordBank(self._lines[:stay], self._theme, self._caption, self._continued, above=self.above)
        return head, self._carried(self._lines[stay:])

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        self._frame(page, x, top, width)
        self._columns(width).place(page, x + _BANK.padding, top - self._lead, width - 2 * _BANK.padding)

    def _frame(self, page: Page, x: float, top: float, width: float) -> None:
        shown = cut(self._caption.text, self._caption.style, width - 2 * _BANK.padding, 1)
        caption = Paragraph([replace(self._caption, text=shown)], 2 * self._sink)
        start, long = x + _BANK.padding, caption.widest(width)
        caption.place(page, start, top, width)
        upper, lower, right = top - self._sink, top - self.height(width), x + width
        half = _BANK.outline / 2
        for x0, y0, x1, y1 in (
            (x, upper, start - _BANK.beside_caption, upper),
            (start + long - self._caption.style.tracking + _BANK.beside_caption, upper, right, upper),
            (x + half, upper, x + half, lower),
            (right - half, upper, right - half, lower),
            (x, lower, right, lower),
        ):
            page.add(Rule(x0, y0, x1, y1, _BANK.outline, INK))
