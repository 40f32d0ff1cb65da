"""The blocks of a text: paragraphs, lists, quotations, tables, code and pictures, found again in its spans.

A text stays a flat tuple of spans. The start of a paragraph that stands in a block says where it stands there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from studypack.base.raster import Raster
from studypack.base.record import record
from studypack.base.styled_text import LINE_BREAK, Text
from studypack.model.spans import PARAGRAPH_BREAK, Gap, Span, Spans, paragraphs, stands_alone

Alignment = Literal["left", "center", "right"]


class InList(NamedTuple):
    """A paragraph stands in an item of a list."""

    block: int
    """Which list of the text: where it starts in the source."""
    number: int
    """Of the item, from 0."""
    label: str
    """As it is printed: 1. or b); empty where the items have bullets."""


class InQuotation(NamedTuple):
    """A paragraph stands in a quotation."""

    block: int
    is_source: bool = False
    """It says whose words these are."""


class InTable(NamedTuple):
    """A paragraph is a cell of a table."""

    block: int
    row: int
    """From 0, which is the head."""
    column: int
    aligned: tuple[Alignment, ...]
    """Each column of the table."""


class InCode(NamedTuple):
    """A paragraph is code of several lines, parted by LINE_BREAK."""

    block: int
    language: str


class InPicture(NamedTuple):
    """A paragraph is a picture, or what stands under it."""

    block: int
    file: str
    """Its name, as it is written."""
    at: int
    """Where that begins in the source."""
    alt: str
    """What it shows; empty for decoration."""
    share: float | None = None
    """The part of its column's width that it is asked to take."""
    part: Literal["picture", "caption", "credit"] = "picture"
    raster: Raster | None = None
    """Its pixels, once they are read."""


Place = tuple[InList | InQuotation | InTable | InCode | InPicture, ...]
"""Where a paragraph stands, from the outermost block inwards; empty for a paragraph of the text itself."""


@record
class Start(Text):
    """The start of a paragraph that stands in a block, or follows one."""

    place: Place = ()


@record
class Listing:
    """A list."""

    labels: tuple[str, ...]
    """Of the items; each is empty where they have bullets."""
    items: "tuple[tuple[Block, ...], ...]"
    is_labelled: bool = False
    """Its labels are words of the author's: Point: Evidence: Link:."""

    @property
    def numbering(self) -> str:
        """How it is numbered (ISO 32000-1, 14.8.5.5), by its first label; empty where it is not."""
        return "" if self.is_labelled else _NUMBERINGS[self.labels[0].strip("().")]


_NUMBERINGS = {"": "", "1": "Decimal", "a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman"}


@record
class Quotation:
    """Words of somebody else."""

    says: "tuple[Block, ...]"
    source: Spans
    """Whose words they are; may be empty."""


@record
class Table:
    """A table; a row has as many cells as there are columns, and a cell may be empty."""

    aligned: tuple[Alignment, ...]
    rows: tuple[tuple[Spans, ...], ...]
    """The first is the head."""


@record
class Code:
    """Code of several lines, as it was typed."""

    language: str
    lines: tuple[Spans, ...]


@record
class Figure:
    """A picture."""

    place: InPicture
    caption: Spans
    credit: Spans
    """Whose it is."""


Block = Spans | Listing | Quotation | Table | Code | Figure
"""A paragraph is its spans."""


class _Paragraph(NamedTuple):
    place: Place
    spans: Spans


def blocks(spans: Spans) -> tuple[Block, ...]:
    """Return the blocks of a text, in order."""
    if not any(isinstance(span, Start) for span in spans):
        return paragraphs(spans)
    return tuple(_grouped(list(_placed(spans)), 0))


class Part(NamedTuple):
    """A part of a text: words, which may run on in one line with others, or blocks between them."""

    words: Spans
    blocks: tuple[Block, ...] = ()
    """A formula on a line of its own is one."""


def parts(spans: Spans) -> tuple[Part, ...]:
    """Return a text as words and the blocks that part them; paragraphs of words are one part."""
    found = blocks(spans)
    if all(map(_runs_on, found)):
        return (Part(spans),) if found else ()
    made: list[Part] = []
    for runs_on, group in groupby(found, key=_runs_on):
        if not runs_on:
            made.append(Part((), tuple(group)))
            continue
        words: list[Span] = []
        for paragraph in group:
            assert isinstance(paragraph, tuple)
            words += [Text(PARAGRAPH_BREAK), *paragraph] if words else paragraph
        made.append(Part(tuple(words)))
    return tuple(made)


def _runs_on(block: Block) -> bool:
    return isinstance(block, tuple) and not stands_alone(block)


def opening_paragraph(spans: Spans) -> tuple[Spans, Spans]:
    """Return the first paragraph of a text, and the rest; the paragraph is empty if the text begins with a block."""
    if not spans or isinstance(spans[0], Start):
        return (), spans
    for number, span in enumerate(spans):
        if isinstance(span, Text) and PARAGRAPH_BREAK in span.text:
            if isinstance(span, Start):
                return spans[:number], spans[number:]
            before, _, after = span.text.partition(PARAGRAPH_BREAK)
            parts = [(replace(span, text=part),) if part else () for part in (before, after)]
            return (*spans[:number], *parts[0]), (*parts[1], *spans[number + 1 :])
    return spans, ()


def opening_block(spans: Spans) -> Spans:
    """Return the block that a text begins with; empty if it begins with none."""
    if not spans or not isinstance(spans[0], Start):
        return ()

    def block(span: Span) -> int | None:
        return span.place[0].block if isinstance(span, Start) and span.place else None

    first = block(spans[0])
    ends = (number for number, span in enumerate(spans) if isinstance(span, Start) and block(span) != first)
    return spans[: next(ends, len(spans))]


def _placed(spans: Spans) -> Iterator[_Paragraph]:
    """Yield each paragraph with its place; in a block it may be empty, as the cell of a table."""
    starts = [number for number, span in enumerate(spans) if isinstance(span, Start)]
    for begin, end in pairwise([*([] if starts[:1] == [0] else [0]), *starts, len(spans)]):
        first = spans[begin] if begin < end else None
        place = first.place if isinstance(first, Start) else ()
        own = paragraphs(spans[begin:end]) or (((),) if place else ())
        yield from (_Paragraph(place, each) for each in own)


def _grouped(placed: Sequence[_Paragraph], depth: int) -> Iterator[Block]:
    """Yield the blocks at a depth of their places."""

    def block_of(paragraph: _Paragraph) -> int | None:
        return paragraph.place[depth].block if len(paragraph.place) > depth else None

    for block, group in groupby(placed, key=block_of):
        if block is None:
            yield from (paragraph.spans for paragraph in group)
        else:
            yield _block(list(group), depth)


def _block(within: Sequence[_Paragraph], depth: int) -> Block:
    frames = [paragraph.place[depth] for paragraph in within]
    first = frames[0]
    if isinstance(first, InList):
        items = [list(own) for _, own in groupby(within, key=lambda paragraph: paragraph.place[depth][1])]
        labels = (item[0].place[depth] for item in items)
        return Listing(
            tuple(label.label for label in labels if isinstance(label, InList)),
            tuple(tuple(_grouped(item, depth + 1)) for item in items),
        )
    if isinstance(first, InQuotation):
        says = [each for each, frame in zip(within, frames, strict=True) if frame == first._replace(is_source=False)]
        source = [each.spans for each in within if each not in says]
        return Quotation(tuple(_grouped(says, depth + 1)), source[0] if source else ())
    if isinstance(first, InTable):
        cells = [paragraph.spans for paragraph in within]
        count = len(first.aligned)
        return Table(first.aligned, tuple(tuple(cells[at : at + count]) for at in range(0, len(cells), count)))
    if isinstance(first, InPicture):
        under = {own.part: each.spans for each, own in zip(within, frames, strict=True) if isinstance(own, InPicture)}
        return Figure(first, under.get("caption", ()), under.get("credit", ()))
    return Code(first.language, tuple(_lines(within[0].spans)))


def _lines(spans: Spans) -> Iterator[Spans]:
    """Yield the spans of each line."""
    line: list[Span] = []
    for span in spans:
        if isinstance(span, Gap):
            line.append(span)
            continue
        for number, piece in enumerate(span.text.split(LINE_BREAK)):
            if number:
                yield tuple(line)
                line = []
            if piece:
                line.append(replace(span, text=piece))
    yield tuple(line)
