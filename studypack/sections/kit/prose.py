"""A text as boxes: paragraphs, lists, quotations, tables, code and pictures, each with its element of the structure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from studypack.base.styled_text import Text
from studypack.layout.boxes import Box
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.stack import Stack
from studypack.layout.style import Style
from studypack.layout.tag import Tag
from studypack.layout.text import Content, Run
from studypack.model.blocks import Block, Part, blocks, parts
from studypack.model.content import Pack
from studypack.model.spans import Spans, plain
from studypack.sections.kit.block_setter import AROUND, SHORT, BlockSetter, Leaf, Words, beneath
from studypack.sections.kit.pictures import USUAL, Setting
from studypack.sections.kit.runs import GapVoice, printed_address, runs


def prose(
    pack: Pack,
    spans: Spans,
    style: Style,
    parent: Tag,
    *,
    gaps: GapVoice = "plain",
    between: float | None = None,
    solid: bool = False,
) -> list[Box]:
    """Return the boxes of a text with the answers of its gaps; they are `between` points apart, or half a line.

    Set `solid`, they stand on the lines of a column beside them: paragraphs are indented rather than spaced.

    The addresses of its links follow it.
    """

    def leaf(words: Words) -> list[Content]:
        return [*runs(words.spans, words.style, words.tag, gaps=gaps, noted=True)]

    space = 0 if solid else style.leading / 2 if between is None else between
    setter = BlockSetter(pack, leaf, style, space, USUAL, solid=solid)
    return [*setter.boxes(blocks(spans), parent), *addresses(pack, spans, style, parent)]


def prose_with(
    pack: Pack,
    leaf: Leaf,
    spans: Spans,
    style: Style,
    parent: Tag,
    *,
    between: float,
    pictures: Setting = USUAL,
) -> list[Box]:
    """Return the boxes of a text whose paragraphs have the content that `leaf` returns, each gap with its number."""
    return BlockSetter(pack, leaf, style, between, pictures, numbered=True).boxes(blocks(spans), parent)


def block_boxes(
    pack: Pack,
    leaf: Leaf,
    blocks: Sequence[Block],
    style: Style,
    parent: Tag,
    between: float,
    pictures: Setting = USUAL,
) -> list[Box]:
    """Return the boxes of some blocks; their paragraphs are `between` points apart."""
    return BlockSetter(pack, leaf, style, between, pictures).boxes(blocks, parent)


def run_in(pack: Pack, named: Sequence[Content], spans: Spans, style: Style, words: Tag, parent: Tag) -> Box:
    """Return a text whose first words follow what names it in one paragraph; its blocks stand under that.

    The paragraph belongs to `words`, and the blocks go into `parent`. If both are one, and there are blocks, the
    paragraph has an element of its own.
    """
    first, *rest = parts(spans) or [Part(())]
    if first.blocks:
        first, rest = Part(()), [first, *rest]
    if rest and words is parent:
        words = parent.child("P")
        named = [replace(run, tag=words) if isinstance(run, Run) else run for run in named]
    opening = text([*named, *runs(first.words, style, words)], style)
    if not rest:
        return opening
    under = [block for part in rest for block in (part.blocks or (part.words,))]
    boxes = block_boxes(pack, running_leaf, under, style, parent, AROUND * style.leading)
    if not named and not first.words:
        return Stack(boxes)
    opening.keep_with_next = len(plain(first.words)) <= SHORT
    return Stack([opening, *boxes])


def running_leaf(words: Words) -> list[Content]:
    """Return words with the answers of their gaps, and with the addresses of their links after these."""
    return runs(words.spans, words.style, words.tag)


def addresses(pack: Pack, spans: Spans, style: Style, parent: Tag) -> Iterator[Box]:
    """Yield a box for each address that the links of a text lead to, for who has them on paper."""
    named: dict[str, list[str]] = {}
    for span in spans:
        if isinstance(span, Text) and span.link:
            named.setdefault(span.link, []).append(span.text)
    small = beneath(style)
    for address, words in named.items():
        shown, name = printed_address(address), "".join(words)
        line = f"{name}{pack.say.colon} {shown}" if name not in (shown, address) else shown
        tag = parent.child("P")
        yield Paragraph([Run(line, small.undivided(), tag)], small.leading, above=style.leading / 4)
