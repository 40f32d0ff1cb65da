"""Plain text and Markdown: headings, items, paragraphs and tables from the lines as they were typed."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from studypack.importing.notes import Kind
from studypack.importing.readers.gathering import Gathering
from studypack.importing.readers.grids import Grid, find_grids
from studypack.importing.readers.inline import unmark
from studypack.importing.readers.labels import Label, find_labels
from studypack.importing.readers.nesting import Nesting
from studypack.importing.readers.wrapping import Wrapping, find_wrapping

_ENDS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""Ends of lines that editors do not count: form feeds, and Word's own when it is pasted."""
_RULE = re.compile(r"([=*_~#–—-])(?:\s?\1){2,}|[-=]{2}")
_UNDERLINE = re.compile(r"([=_~–—-])\1+")
_HASHES = re.compile(r"(#{1,6})(?:\s+|(?=[^\W\d_]))(.*?)(?:\s+#+)?$")
_BOLD = re.compile(r"\*\*([^*]+)\*\*[:.]?")
_FENCE = re.compile(r"(?:`{3,}|~{3,})\s*[\w-]*")
_MATTER = re.compile(r"[\w-]+:(?:\s|$)|-\s|\s")
_LONGEST_HEADING = 15
"""The words of a heading; more in bold are an emphasised paragraph."""


class Line(NamedTuple):
    """A line as typed: its number from 1, the columns of its indent, and the rest."""

    number: int
    indent: int
    body: str


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


def read_plain(text: str, gathering: Gathering, *, is_markdown: bool) -> None:
    """Read a text, with line feeds as ends of lines, into the gathering."""
    lines = _lines_of(text)
    if is_markdown:
        lines = _without_matter(lines, gathering)
    _Reading(lines, gathering, is_markdown).read()


def _lines_of(text: str) -> list[Line]:
    """The lines without the indent that all have in common."""
    found = []
    for number, whole in enumerate(text.split("\n"), start=1):
        for each in _ENDS.split(whole):
            body = each.strip(" \u00a0\u3000\ufeff") if each.isspace() else each.rstrip()
            start = body.lstrip()
            found.append(Line(number, len(body[: len(body) - len(start)].expandtabs(4)), start))
    common = min((line.indent for line in found if line.body), default=0)
    return [line._replace(indent=max(0, line.indent - common)) for line in found]


def _without_matter(lines: list[Line], gathering: Gathering) -> list[Line]:
    """The lines after the file's front matter, whose title is a heading."""
    if not lines or lines[0].body != "---":
        return lines
    end = next((at for at, line in enumerate(lines[1:60], 1) if line.body in ("---", "...")), 0)
    matter = lines[1:end]
    if not matter or not all(line.indent or _MATTER.match(line.body) for line in matter):
        return lines
    for line in matter:
        key, _, value = line.body.partition(":")
        if key == "title" and value.strip():
            gathering.add(line.number, Kind.HEADING, value.strip().strip("\"'"), depth=1)
        is_title = key == "title" and value.strip()
        gathering.leave_out(line.number, key if is_title else line.body, "the file's own data, before its text")
    return lines[end + 1 :]


class _Reading:
    """One text while it is read: its lines, and the block that the next line may go on with."""

    def __init__(self, lines: list[Line], gathering: Gathering, is_markdown: bool) -> None:
        self._lines = lines
        self._bodies = [line.body for line in lines]
        self._gathering = gathering
        self._is_markdown = is_markdown
        self._labels = find_labels(self._bodies)
        self._grids = {grid.start: grid for grid in find_grids(self._unlabelled())}
        self._wrapping = self._find_wrapping()
        self._nesting = Nesting()
        self._block: _Block | None = None
        self._after_blank = True

    def _unlabelled(self) -> list[str]:
        """The lines with those of items empty of tabs: a tab after a bullet makes no table."""
        return [
            body.replace("\t", " ") if label else body for body, label in zip(self._bodies, self._labels, strict=True)
        ]

    def _find_wrapping(self) -> Wrapping:
        inside = {at for grid in self._grids.values() for at in range(grid.start, grid.end)}
        pairs = [
            (" " * one.indent + one.body, other.body)
            for at, (one, other) in enumerate(pairwise(self._lines))
            if at not in inside and at + 1 not in inside
            if one.body and other.body and not self._labels[at + 1]
            if not _is_mark(one.body) and not _is_mark(other.body)
        ]
        lengths = [line.indent + len(line.body) for at, line in enumerate(self._lines) if at not in inside]
        return find_wrapping(pairs, [length for length in lengths if length])

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
        rows = []
        for at, cells in grid.rows:
            number = self._lines[at].number
            rows.append((number, [self._unmarked(number, cell) for cell in cells]))
        self._gathering.add_table(rows, grid.heads)
        self._after_blank = True

    def _line(self, at: int) -> None:
        line, label = self._lines[at], self._labels[at]
        if not line.body:
            self._after_blank = True
            return
        if _FENCE.fullmatch(line.body):
            self._close()
            self._gathering.leave_out(line.number, line.body.strip("`~ "), "the mark of a block of code")
        elif _UNDERLINE.fullmatch(line.body) and self._can_be_underlined():
            self._underline(line.body)
        elif _RULE.fullmatch(line.body):
            self._close()
        elif hashes := _HASHES.fullmatch(line.body):
            self._heading(line, hashes[2], len(hashes[1]))
        elif label:
            self._item(line, label)
        else:
            self._plain(at, line)
        self._after_blank = False

    def _can_be_underlined(self) -> bool:
        block = self._block
        return (
            block is not None
            and not self._after_blank
            and block.kind is Kind.PARAGRAPH
            and len(block.text.split()) <= _LONGEST_HEADING
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
        bold = _BOLD.fullmatch(text)
        self._block = _Block(line.number, Kind.HEADING, [bold[1] if bold else text], 0, depth)
        self._close()

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
        text = self._marked(line.body)
        bold = _BOLD.fullmatch(text)
        if bold and len(text.split()) <= _LONGEST_HEADING:
            self._nesting.end()
            self._block = _Block(line.number, Kind.HEADING, [line.body], line.indent)
            self._close()
        elif self._nesting.holds(line.indent) and not self._wrapping.width:
            depth = self._nesting.depth_of(line.indent, "")
            self._block = _Block(line.number, Kind.ITEM, [line.body], line.indent, depth)
        else:
            if not line.indent:
                self._nesting.end()
            self._block = _Block(line.number, Kind.PARAGRAPH, [line.body], line.indent)

    def _goes_on(self, block: _Block, at: int) -> bool:
        """Whether a line without a label goes on with the item or paragraph above it."""
        line, before = self._lines[at], self._lines[at - 1]
        if self._after_blank:
            return False
        if block.kind is Kind.ITEM and block.label and line.indent > block.indent:
            return True
        text = " " * before.indent + before.body
        if not self._wrapping.joins(text, line.body):
            return False
        leads = at + 1 < len(self._lines) and self._labels[at + 1] is not None
        return not (leads and len(line.body.split()) < 6 and not line.body[0].islower())

    def _close(self) -> None:
        block, self._block = self._block, None
        if not block:
            return
        text = self._unmarked(block.number, block.text)
        label = block.label
        if block.kind is Kind.HEADING:
            text = text.replace("**", "")
            if numbered := find_labels([text])[0]:
                label, text = numbered.label, numbered.rest
        self._gathering.add(block.number, block.kind, text, depth=block.depth, label=label)

    def _marked(self, text: str) -> str:
        return unmark(text, is_markdown=self._is_markdown).text.strip()

    def _unmarked(self, number: int, text: str) -> str:
        found = unmark(text, is_markdown=self._is_markdown)
        for hidden, why in found.hidden:
            self._gathering.leave_out(number, hidden, why)
        return found.text


def _is_mark(body: str) -> bool:
    """Whether a line is a rule, a heading with # or the fence of a block of code."""
    return bool(_RULE.fullmatch(body) or _HASHES.fullmatch(body) or _FENCE.fullmatch(body))
