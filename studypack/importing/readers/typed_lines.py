"""What lines are, as they were typed or set: headings, items with their bullets, paragraphs that go on, and tables."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from studypack.importing.notes import Kind
from studypack.importing.readers.dated_lines import label_dated
from studypack.importing.readers.gathering import Gathering
from studypack.importing.readers.grids import find_grids
from studypack.importing.readers.inline import unmark
from studypack.importing.readers.labels import Label, find_labels, split_label, without_bullet
from studypack.importing.readers.line_marks import (
    BOLD,
    FENCE,
    HASHES,
    LONGEST_HEADING,
    RULE,
    UNDERLINE,
    framed_heading,
    is_bold,
    is_mark,
)
from studypack.importing.readers.nesting import Nesting, mixes_bullets
from studypack.importing.readers.side_by_side import Grid
from studypack.importing.readers.wrapping import NARROWEST, Wrapping, find_wrapping

_TAB_IN_ITEM = re.compile(r"\t(?!\s*[•●○▪*+–-]\s)")
_TOLD = "."
"""Stands for the words of a line that need not tell what it is."""
_FEWEST_CAPITALS = 4
_FEWEST_INDENTED = 2
_FEWEST_BOLD = 4
"""If so many lines, and half of them all, are bold, bold means nothing."""


class Line(NamedTuple):
    """A line as typed, or a paragraph of a document."""

    number: int
    """From 1."""
    indent: int
    """In columns."""
    body: str
    """The rest, with bold words between **."""
    kind: Kind | None = None
    """What the document says that it is; None if its words have to tell."""
    depth: int = 0
    """Of a heading; that of an item follows from its indent."""
    label: str = ""


@dataclass(slots=True)
class _Block:
    """A heading, an item or a paragraph, with the lines that it goes on over."""

    number: int
    kind: Kind
    parts: list[str]
    indent: int
    depth: int = 0
    label: str = ""

    @property
    def text(self) -> str:
        return " ".join(self.parts)


def read_lines(lines: Sequence[Line], gathering: Gathering, *, is_markdown: bool = False) -> None:
    """Read lines into the gathering: paragraphs of a document, or lines of a text."""
    _Reading(lines, gathering, is_markdown).read()


class _Reading:
    """One text while it is read: its lines, and the block that the next line may go on with."""

    def __init__(self, lines: Sequence[Line], gathering: Gathering, is_markdown: bool) -> None:
        self._lines = lines
        self._bodies = [_TOLD if line.kind and line.body else line.body for line in lines]
        self._gathering = gathering
        self._is_markdown = is_markdown
        self._labels = label_dated(self._bodies, [line.indent for line in lines], find_labels(self._bodies))
        self._grids = {grid.start: grid for grid in find_grids(*self._columns())}
        self._wrapping = self._find_wrapping()
        self._is_outline = self._find_outline()
        bold = sum(is_bold(line.body) for line in self._lines)
        self._has_headings = bold < _FEWEST_BOLD or bold * 2 < sum(bool(line.body) for line in self._lines)
        self._nesting = Nesting(mixed=mixes_bullets([line.indent for line in lines], self._labels))
        self._block: _Block | None = None
        self._after_blank = True

    def _columns(self) -> tuple[list[str], list[int]]:
        """The lines and their indents; those of items without tabs: a tab after a bullet makes no table.

        Before another bullet a tab stays, which parts two lists.
        """
        both = zip(self._bodies, self._labels, strict=True)
        return [_TAB_IN_ITEM.sub(" ", body) if label else body for body, label in both], [
            line.indent for line in self._lines
        ]

    def _find_wrapping(self) -> Wrapping:
        inside = {at for grid in self._grids.values() for at in range(grid.start, grid.end)}
        pairs = [
            (" " * one.indent + one.body, other.body)
            for at, (one, other) in enumerate(pairwise(self._lines))
            if at not in inside and at + 1 not in inside
            if one.body and other.body and not self._labels[at + 1] and not other.kind
            if not is_mark(one.body) and not is_mark(other.body)
        ]
        lengths = [line.indent + len(line.body) for at, line in enumerate(self._lines) if at not in inside]
        blocks = sum(bool(other.body) and not one.body for one, other in pairwise(self._lines))
        return find_wrapping(pairs, [length for length in lengths if length], blocks)

    def _find_outline(self) -> bool:
        """Whether indents alone say what stands in what: many lines without bullets are indented, none is broken."""
        both = zip(self._lines, self._labels, strict=True)
        plain = [line.indent for line, label in both if line.body and not label and not line.kind]
        indented = sum(indent > 1 for indent in plain)
        return not self._wrapping.width and indented >= max(_FEWEST_INDENTED, len(plain) * 0.4)

    def read(self) -> None:
        at = 0
        while at < len(self._lines):
            grid = self._grids.get(at)
            if grid:
                self._table(grid)
                at = grid.end
            else:
                self._line(at)
                at += 1
        self._close()

    def _table(self, grid: Grid) -> None:
        self._close()
        self._nesting.end()
        if grid.are_lists:
            self._lists(grid)
            return
        rows = []
        for at, cells in grid.rows:
            number = self._lines[at].number
            rows.append((number, [self._unmarked(number, without_bullet(cell)) for cell in cells]))
        self._gathering.add_table(rows, grid.heads)
        self._after_blank = True

    def _lists(self, grid: Grid) -> None:
        """Read lists that stand beside each other one after the other, each under its name."""
        for column in range(2):
            for row, (at, cells) in enumerate(grid.rows):
                number = self._lines[at].number
                if row < grid.heads:
                    self._gathering.add(number, Kind.HEADING, self._unmarked(number, cells[column]).rstrip(":"))
                elif label := split_label(cells[column]):
                    self._gathering.add(number, Kind.ITEM, self._unmarked(number, label.rest), label=label.label)
        self._after_blank = True

    def _line(self, at: int) -> None:
        line, label = self._lines[at], self._labels[at]
        if not line.body:
            self._after_blank = True
            return
        if line.kind:
            self._told(line, line.kind)
        elif FENCE.fullmatch(line.body):
            self._close()
            self._gathering.leave_out(line.number, line.body.strip("`~ "), "the mark of a block of code")
        elif UNDERLINE.fullmatch(line.body) and self._can_be_underlined():
            self._underline(line.body)
        elif RULE.fullmatch(line.body):
            self._close()
        elif hashes := HASHES.match(line.body):
            self._heading(line, line.body[hashes.end() :].strip(), hashes.end())
        elif framed := framed_heading(line.body):
            self._heading(line, framed, 0)
        elif label and self._is_loud(at, label):
            self._nesting.end()
            self._close()
            self._block = _Block(line.number, Kind.HEADING, [label.rest], 0, 0, label.label)
            self._close()
        elif label:
            self._item(line, label)
        else:
            self._plain(at, line)
        self._after_blank = False

    def _told(self, line: Line, kind: Kind) -> None:
        self._close()
        depth = line.depth
        if kind is Kind.ITEM:
            depth = self._nesting.depth_of(line.indent, "")
        else:
            self._nesting.end()
        self._block = _Block(line.number, kind, [line.body], line.indent, depth, line.label)
        if kind is not Kind.ITEM:
            self._close()

    def _can_be_underlined(self) -> bool:
        block = self._block
        return (
            block is not None
            and not self._after_blank
            and block.kind is Kind.PARAGRAPH
            and len(block.text.split()) <= LONGEST_HEADING
        )

    def _underline(self, rule: str) -> None:
        assert self._block is not None
        self._block.kind = Kind.HEADING
        self._block.depth = 1 if rule[0] == "=" else 2
        self._close()
        self._nesting.end()

    def _heading(self, line: Line, text: str, depth: int) -> None:
        self._close()
        self._nesting.end()
        if (ends := text.rstrip("#"))[-1:].isspace():
            text = ends
        bold = BOLD.fullmatch(text)
        self._block = _Block(line.number, Kind.HEADING, [bold[1] if bold else text], 0, depth)
        self._close()

    def _is_loud(self, at: int, label: Label) -> bool:
        """Whether an item is a heading: numbered, in capitals, and what comes next is neither."""
        if not (label.rest.isupper() and len(label.rest) >= _FEWEST_CAPITALS and label.label[:1].isalnum()):
            return False
        following = next((line.body for line in self._lines[at + 1 : at + 3] if line.body), "")
        return bool(following) and not following.isupper()

    def _item(self, line: Line, label: Label) -> None:
        self._close()
        depth = self._nesting.depth_of(line.indent, label.style)
        self._block = _Block(line.number, Kind.ITEM, [label.rest], line.indent, depth, label.label)

    def _plain(self, at: int, line: Line) -> None:
        block = self._block
        if block and self._goes_on(block, at):
            block.parts.append(line.body)
            return
        self._close()
        if self._is_bold_heading(line):
            self._nesting.end()
            self._block = _Block(line.number, Kind.HEADING, [line.body], line.indent)
            self._close()
        elif not self._wrapping.width and (
            self._nesting.holds(line.indent) or (self._is_outline and at and line.indent > 1)
        ):
            depth = self._nesting.depth_of(line.indent, "")
            self._block = _Block(line.number, Kind.ITEM, [line.body], line.indent, depth)
        else:
            if not line.indent:
                self._nesting.end()
            self._block = _Block(line.number, Kind.PARAGRAPH, [line.body], line.indent)

    def _is_bold_heading(self, line: Line) -> bool:
        """Whether a line is bold and short, in a text that is not bold throughout."""
        return self._has_headings and is_bold(self._marked(line.body))

    def _goes_on(self, block: _Block, at: int) -> bool:
        """Whether a line without a label goes on with the item or paragraph above it."""
        line, before = self._lines[at], self._lines[at - 1]
        if self._after_blank:
            return False
        if block.kind is Kind.ITEM and block.label and line.indent > block.indent:
            return (
                len(before.body) >= NARROWEST or line.body[0].islower()
            )  # under a short line stands a note of its own
        text = " " * before.indent + before.body
        if not self._wrapping.joins(text, line.body):
            return False
        following = at + 1
        leads = following < len(self._lines) and (
            self._labels[following] is not None or self._lines[following].kind is Kind.ITEM
        )
        return not (leads and len(line.body.split()) < 6 and not line.body[0].islower())

    def _close(self) -> None:
        block, self._block = self._block, None
        if not block:
            return
        text = self._unmarked(block.number, block.text)
        label = block.label
        if block.kind is Kind.HEADING:
            text = text.replace("**", "")
            if not label and (numbered := find_labels([text])[0]):
                label, text = numbered.label, numbered.rest
        self._gathering.add(block.number, block.kind, text, depth=block.depth, label=label)

    def _marked(self, text: str) -> str:
        return unmark(text, is_markdown=self._is_markdown).text.strip()

    def _unmarked(self, number: int, text: str) -> str:
        found = unmark(text, is_markdown=self._is_markdown)
        for hidden, why in found.hidden:
            self._gathering.leave_out(number, hidden, why)
        return found.text
