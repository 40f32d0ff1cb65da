"""Where the blocks of a text begin and end: lists, quotations, tables and fences, as CommonMark and Pandoc write them.

Ours is stricter where CommonMark would take for a block what teachers type as words: see `list_at` and `_quotation`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Literal

from studypack.base.raster import PictureError
from studypack.model.blocks import InCode, InList, InPicture, InQuotation, Place
from studypack.model.figures import mark_in
from studypack.model.list_markup import list_at
from studypack.model.source_lines import (
    BULLETS,
    FENCE,
    MARKER,
    Chunk,
    Line,
    MarkupError,
    begins_quotation,
    chunk_of,
    lines_of,
)
from studypack.model.table_markup import table_at

_DEEPEST = 10
"""Blocks within blocks; the marks of deeper ones are printed."""
_SOURCE = re.compile(r"(?:—|–|--+)[ \t]*(?=\S)")
_CREDIT = re.compile(rf"[ \t]*{_SOURCE.pattern}")
_SIGNS = re.compile(
    rf"^[ \t]*(?:[{re.escape(BULLETS)}]|o\t|\(?[1aAi][.)][ \t\u00a0]|>|!\["
    r"|`{3}|~{3}|\|?[ \t]*:?-+:?[ \t]*(?:\||$))",
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
    yield from _chunks(lines_of(source), ())


def _chunks(lines: Sequence[Line], place: Place) -> Iterator[Chunk]:
    """Yield the words of some lines; those that are in no block together."""
    words: list[Line] = []
    at, free = 0, True
    while at < len(lines):
        if found := _block_at(lines, at, place, free=free):
            if any(not line.is_blank for line in words):
                yield chunk_of(words, place)
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
        yield chunk_of(words, place)


_Found = tuple[int, Iterator[Chunk]]
"""The line after a block, and the words in it."""


def _block_at(lines: Sequence[Line], at: int, place: Place, *, free: bool) -> _Found | None:
    """Return the block that begins at a line. `free` says that no words go before it in its paragraph."""
    found = _fence(lines, at, place) or table_at(lines, at, place) or _picture(lines, at, place)
    if found or len(place) == _DEEPEST:
        return found
    in_item = bool(place) and isinstance(place[-1], InList)
    # - - 5 is an item with a sign, and no list in a list.
    if (at if in_item else free) and (listed := list_at(lines, at, place)):
        return listed[0], (chunk for item, own in listed[1] for chunk in _chunks(item, own))
    return _quotation(lines, at, place) if free else None


def _fence(lines: Sequence[Line], at: int, place: Place) -> _Found | None:
    """Code of several lines between two fences."""
    opening = FENCE.match(lines[at].text)
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
    return end + 1, iter([chunk_of(code, (*place, InCode(start, opening["language"])))])


def _picture(lines: Sequence[Line], at: int, place: Place) -> _Found | None:
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
    under: dict[Literal["caption", "credit"], Line] = {}
    end = at + 1
    if end < len(lines) and _is_caption(lines, end, place):
        under["caption"], end = lines[end], end + 1
    if end < len(lines) and (found := _CREDIT.match(lines[end].text)):
        under["credit"], end = lines[end].after(found.end()), end + 1
    for line in under.values():
        if (gap := line.text.find("{{")) >= 0:
            hint = "write it as words; gaps stand in the text over or under the picture"
            raise MarkupError("a gap cannot stand under a picture", line.start + gap, hint, 2)
    rest = (chunk_of([line], (*place, own._replace(part=part))) for part, line in under.items())
    return end, chain([chunk_of([Line("", start)], (*place, own))], rest)


def _is_caption(lines: Sequence[Line], at: int, place: Place) -> bool:
    """Whether a line under a picture says what that is: it is neither whose it is nor the start of another block."""
    line = lines[at]
    if line.is_blank or "![" in line.text or _CREDIT.match(line.text) or MARKER.match(line.text):
        return False
    if line.text.lstrip().startswith("!["):  # else each picture of many would ask what follows the next
        return False
    return _block_at(lines, at, place, free=True) is None


def _quotation(lines: Sequence[Line], at: int, place: Place) -> _Found | None:
    """Lines that begin with >. A line without > ends them."""
    if not begins_quotation(lines, at):
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


def _quoted(own: Sequence[Line], source: Line | None, place: Place, source_place: Place) -> Iterator[Chunk]:
    yield from _chunks(own, place)
    if source:
        yield chunk_of([source], source_place)
