"""Where the blocks of a text begin and end: lists, quotations, tables and fences, as CommonMark and Pandoc write them.

Ours is stricter where CommonMark would take for a block what teachers type as words: see `_list` and `_quotation`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from sys import maxsize
from typing import Literal, NamedTuple

from studypack.base.raster import PictureError
from studypack.model.blocks import Alignment, InCode, InList, InPicture, InQuotation, InTable, Place
from studypack.model.figures import mark_in


class MarkupError(ValueError):
    """The markup is broken. `offset` and `length` count characters of the source, from its start."""

    def __init__(self, message: str, offset: int, hint: str = "", length: int = 1) -> None:
        super().__init__(message)
        self.message, self.offset, self.hint, self.length = message, offset, hint, length


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words that stand in one place: some paragraphs, a cell, or the lines of a fence."""

    place: Place
    text: str
    starts: Sequence[tuple[int, int]] = field(repr=False)
    """For each line, its index in `text`, and in the source."""

    @property
    def is_code(self) -> bool:
        """Whether the words are printed as they were typed."""
        return bool(self.place) and isinstance(self.place[-1], InCode)

    def offset(self, at: int) -> int:
        """Return the place in the source of a character of the text."""
        start, source = self.starts[bisect_right(self.starts, at, key=lambda each: each[0]) - 1]
        return source + at - start


class _Line(NamedTuple):
    """A line, or what is left of it within a block, and where that starts in the source."""

    text: str
    start: int

    @property
    def is_blank(self) -> bool:
        return not self.text or self.text.isspace()

    def after(self, count: int) -> "_Line":
        return _Line(self.text[count:], self.start + count)

    @property
    def indent(self) -> int:
        """The columns before its first character; a tab is as wide as four."""
        return len(self.text[: len(self.text) - len(self.text.lstrip())].expandtabs(_TAB))

    def stripped(self, columns: int = maxsize) -> "_Line":
        """The line without its indent, or without so many columns of it."""
        count = 0
        while count < len(self.text) and self.text[count].isspace() and columns > 0:
            columns -= _TAB if self.text[count] == "\t" else 1
            count += 1
        return self.after(count)


_TAB = 4
_DEEPEST = 10
"""Blocks within blocks; the marks of deeper ones are printed."""
_LINE = re.compile(r"[^\n\r\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029]|$)")
_ENDS = "\n\r\x85\u2028\u2029"
_BULLETS = "-*+•‣◦▪–"
_MARKER = re.compile(
    rf"(?P<indent>[ \t]*)(?:[{re.escape(_BULLETS)}]|(?P<label>(?P<count>\d{{1,3}}|[a-z])[.)]))[ \t]+(?=\S)"
)
_FENCE = re.compile(r"[ \t]*(?P<fence>`{3,}|~{3,})[ \t]*(?P<language>[\w#+.-]*)[ \t]*$")
_QUOTED = re.compile(r"[ \t]*>(?:$|[ \t]++|(?=[^\W\d]))(?![\d£$€=<>]|[-−][\d.])")
_SOURCE = re.compile(r"(?:—|–|--+)[ \t]*(?=\S)")
_CREDIT = re.compile(rf"[ \t]*{_SOURCE.pattern}")
_DASHES = re.compile(r"[ \t]*:?-+:?[ \t]*")
_CELL_END = re.compile(
    r"\\.|\{\{[^{}]{1,1000}\}\}|(?P<ticks>`{1,9})(?!`).{1,1000}?(?<!`)(?P=ticks)(?!`)|\$(?=[^\s\d])[^$]{1,1000}(?<=\S)\$(?!\d)"
    r"|(?P<bar>\|)"
)
_SIGNS = re.compile(
    rf"^[ \t]*(?:[{re.escape(_BULLETS)}][ \t]|(?:1|a)[.)][ \t]|>|!\[|`{{3}}|~{{3}}|\|?[ \t]*:?-+:?[ \t]*(?:\||$))",
    re.MULTILINE,
)
"""What some line of a text with blocks begins with."""


def chunks(source: str) -> Iterator[Chunk]:
    """Yield the words of a text, each with its place among the blocks. The time grows linearly with the source.

    Raises MarkupError if a fence is not closed or has nothing in it, or if a row of a table has too many cells.
    """
    if not _SIGNS.search(source):
        yield Chunk((), source, ((0, 0),))
        return
    lines = [_Line(found.group().rstrip(_ENDS), found.start()) for found in _LINE.finditer(source)]
    yield from _chunks(lines, ())


def _chunks(lines: Sequence[_Line], place: Place) -> Iterator[Chunk]:
    """Yield the words of some lines; those that are in no block together."""
    words: list[_Line] = []
    at, free = 0, True
    while at < len(lines):
        if found := _block_at(lines, at, place, free=free):
            if any(not line.is_blank for line in words):
                yield _chunk(words, place)
            words = []
            at, within = found
            yield from within
            free = True
        else:
            line = lines[at]
            words.append(line)
            free = line.is_blank or line.text.rstrip().endswith(":")
            at += 1
    if any(not line.is_blank for line in words):
        yield _chunk(words, place)


def _chunk(lines: Sequence[_Line], place: Place, ending: str = "\n") -> Chunk:
    starts, at = [], 0
    for line in lines:
        starts.append((at, line.start))
        at += len(line.text) + len(ending)
    return Chunk(place, ending.join(line.text for line in lines), tuple(starts))


_Found = tuple[int, Iterator[Chunk]]
"""The line after a block, and the words in it."""


def _block_at(lines: Sequence[_Line], at: int, place: Place, *, free: bool) -> _Found | None:
    """Return the block that begins at a line. `free` says that no words go before it in its paragraph."""
    found = _fence(lines, at, place) or _table(lines, at, place) or _picture(lines, at, place)
    if found or len(place) == _DEEPEST:
        return found
    in_item = bool(place) and isinstance(place[-1], InList)
    # - - 5 is an item with a sign, and no list in a list.
    found = _list(lines, at, place) if (at if in_item else free) else None
    return found or (_quotation(lines, at, place) if free else None)


def _fence(lines: Sequence[_Line], at: int, place: Place) -> _Found | None:
    """Code of several lines between two fences."""
    opening = _FENCE.match(lines[at].text)
    if not opening:
        return None
    fence, indent = opening["fence"], opening.start("fence")
    closing = re.compile(rf"[ \t]*{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$")
    end = next((n for n in range(at + 1, len(lines)) if closing.match(lines[n].text)), None)
    start = lines[at].start + indent
    if end is None:
        hint = f"put {fence} on a line of its own after the last line of the code"
        raise MarkupError("this code is never closed", start, hint, len(fence))
    if end == at + 1:
        hint = "write it on lines of its own between these two, or take them out"
        raise MarkupError("there is no code here", start, hint, len(fence))
    code = [line.stripped(indent) for line in lines[at + 1 : end]]
    return end + 1, iter([_chunk(code, (*place, InCode(start, opening["language"])))])


def _table(lines: Sequence[_Line], at: int, place: Place) -> _Found | None:
    """A head, a line of dashes with as many cells, and rows up to a line without a bar."""
    if at + 1 == len(lines) or "|" not in lines[at].text or "-" not in lines[at + 1].text:
        return None
    head, dashes = _cells(lines[at]), _cells(lines[at + 1])
    if len(head) != len(dashes) or not all(_DASHES.fullmatch(cell.text) for cell in dashes):
        return None
    end = next((n for n in range(at + 2, len(lines)) if "|" not in lines[n].text), len(lines))
    aligned = tuple(_alignment(cell.text.strip()) for cell in dashes)
    rows = [head]
    for line in lines[at + 2 : end]:
        rows.append(_cells(line))
        if len(rows[-1]) > len(head):
            extra = rows[-1][len(head)].stripped()
            message = f"this row has {len(rows[-1])} cells, and the head of its table {len(head)}"
            hint = r"take a cell out, give the head another one, or write \| for a bar that is to be printed"
            raise MarkupError(message, extra.start, hint, len(extra.text) or 1)
    start = lines[at].start
    return end, (
        _chunk([cell.stripped()], (*place, InTable(start, row, column, aligned)))
        for row, cells in enumerate(rows)
        for column, cell in enumerate((*cells, *[_Line("", start)] * (len(head) - len(cells))))
    )


def _picture(lines: Sequence[_Line], at: int, place: Place) -> _Found | None:
    """A picture alone on its line; under it its caption, and after a dash whose it is, each on a line of its own."""
    if "![" not in lines[at].text:
        return None
    start = lines[at].stripped().start
    try:
        mark = mark_in(lines[at].text)
    except PictureError as error:
        raise MarkupError(error.message, start, error.hint, len(lines[at].text.strip())) from None
    if mark is None:
        return None
    own = InPicture(start, mark.file, lines[at].start + mark.at, mark.alt, mark.share)
    under: dict[Literal["caption", "credit"], _Line] = {}
    end = at + 1
    if end < len(lines) and _is_caption(lines, end, place):
        under["caption"], end = lines[end], end + 1
    if end < len(lines) and (found := _CREDIT.match(lines[end].text)):
        under["credit"], end = lines[end].after(found.end()), end + 1
    for line in under.values():
        if (gap := line.text.find("{{")) >= 0:
            hint = "write it as words; gaps stand in the text over or under the picture"
            raise MarkupError("a gap cannot stand under a picture", line.start + gap, hint, 2)
    rest = (_chunk([line], (*place, own._replace(part=part))) for part, line in under.items())
    return end, chain([_chunk([_Line("", start)], (*place, own))], rest)


def _is_caption(lines: Sequence[_Line], at: int, place: Place) -> bool:
    """Whether a line under a picture says what that is: it is neither whose it is nor the start of another block."""
    line = lines[at]
    if line.is_blank or _CREDIT.match(line.text) or _MARKER.match(line.text):
        return False
    return _block_at(lines, at, place, free=True) is None


def _cells(line: _Line) -> list[_Line]:
    """Return the cells of a row: a bar within a gap, code or a formula parts none, nor does one after a backslash."""
    text = line.text.rstrip()
    begin = len(text) - len(text.lstrip())
    begin += text[begin : begin + 1] == "|"
    cells = []
    for found in _CELL_END.finditer(text, begin):
        if found["bar"]:
            cells.append(_Line(text[begin : found.start()], line.start + begin))
            begin = found.end()
    if text[begin:].strip():
        cells.append(_Line(text[begin:], line.start + begin))
    return cells


def _alignment(dashes: str) -> Alignment:
    if not dashes.endswith(":"):
        return "left"
    return "center" if dashes.startswith(":") else "right"


def _list(lines: Sequence[_Line], at: int, place: Place) -> _Found | None:
    """A list of at least two items, numbered from 1 or a: `- 5 degrees` and `1921. The year` are words.

    A list in an item may have one.
    """
    first = _MARKER.match(lines[at].text)
    if not first or (first["label"] and first["count"] not in ("1", "a")):
        return None
    items, end = _items(lines, at, first)
    if len(items) < 2 and not (place and isinstance(place[-1], InList)):
        return None
    return end, _in_items(items, lines[at].start, place)


class _Item(NamedTuple):
    label: str
    lines: list[_Line]


def _items(lines: Sequence[_Line], at: int, first: re.Match[str]) -> tuple[list[_Item], int]:
    """Return the items of the list that begins at a line, and the line after it."""
    items: list[_Item] = []
    depth, content, end = lines[at].indent, 0, at
    while end < len(lines):
        line, indent = lines[end], lines[end].indent
        marker = _MARKER.match(line.text)
        after_blank = end > at and lines[end - 1].is_blank
        if marker and depth <= indent < max(content, depth + 1) and _follows(marker, first, items):
            content = len(marker.group().expandtabs(_TAB))
            items.append(_Item(marker["label"] or "", [line.after(marker.end())]))
        elif line.is_blank or indent > depth:
            items[-1].lines.append(line.stripped(content))
        elif after_blank or marker or _FENCE.match(line.text) or _QUOTED.match(line.text):
            break
        else:  # a line that goes on where it was broken
            items[-1].lines.append(line)
        end += 1
    while lines[end - 1].is_blank:
        end -= 1
    return items, end


def _follows(marker: re.Match[str], first: re.Match[str], items: Sequence[_Item]) -> bool:
    """Whether a marker begins another item of a list: a bullet, or the next number or letter, or the first again."""
    if not marker["label"] or not first["label"]:
        return not marker["label"] and not first["label"]
    if marker["count"].isdigit() != first["count"].isdigit() or marker["label"][-1] != first["label"][-1]:
        return False
    if marker["count"].isdigit():
        return int(marker["count"]) in (1, len(items) + 1)
    return ord(marker["count"]) in (ord("a"), ord("a") + len(items))


def _in_items(items: Sequence[_Item], start: int, place: Place) -> Iterator[Chunk]:
    again = len(items) > 1 and items[0].label and items[1].label == items[0].label
    for number, item in enumerate(items):
        label = item.label
        if again and label[0].isdigit():
            label = f"{number + 1}{label[-1]}"
        yield from _chunks(item.lines, (*place, InList(start, number, label)))


def _quotation(lines: Sequence[_Line], at: int, place: Place) -> _Found | None:
    """Lines that begin with >. What looks like a sign, as > 5 does, begins none; a line without > ends it."""
    if not _QUOTED.match(lines[at].text) or not lines[at].text.strip(" \t>"):
        return None
    end = next((n for n in range(at + 1, len(lines)) if not lines[n].text.lstrip().startswith(">")), len(lines))
    own = []
    for line in lines[at:end]:
        bare = line.stripped().after(1)
        own.append(bare.after(bare.text[:1] in (" ", "\t")))
    start, source = lines[at].start, None
    if len(own) > 1 and (found := _SOURCE.match(own[-1].text)):
        source = own.pop().after(found.end())
    return end, _quoted(own, source, (*place, InQuotation(start)), (*place, InQuotation(start, is_source=True)))


def _quoted(own: Sequence[_Line], source: _Line | None, place: Place, source_place: Place) -> Iterator[Chunk]:
    yield from _chunks(own, place)
    if source:
        yield _chunk([source], source_place)
