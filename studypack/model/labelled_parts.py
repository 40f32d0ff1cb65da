"""The labelled parts of a point as a list: P: E: L:, or Point: Evidence: Link:, however they were typed."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from studypack.base.styled_text import LINE_BREAK, Text
from studypack.model.blocks import Block, Listing
from studypack.model.sentences import ends_outside_gaps
from studypack.model.spans import Spans, plain, portions, trimmed

LABEL = r"(?=[^\W\d_a-zß-öø-ÿ])[^\W\d_]{1,14}"
"""A word with a capital, or one such letter; a colon follows."""
_LABEL = re.compile(rf"\s*({LABEL}[ \u00a0\u202f]?:)(?=\s|$)")


class _Part(NamedTuple):
    label: str
    """With its colon; empty for what stands before the first label."""
    says: Spans


def with_labelled_parts(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks in which paragraphs that begin with labels are one list, whose labels are those of the items.

    Each part is an item, whether it was typed as a paragraph, on a line of its own or after the sentence before it. A
    word and a colon are a label only beside another; a letter and a colon always.
    """
    made: list[Block] = []
    labels: list[str] = []
    items: list[tuple[Block, ...]] = []

    def close() -> None:
        if labels:
            made.append(Listing(tuple(labels), tuple(items), is_labelled=True))
        labels.clear()
        items.clear()

    for block, parts in _parted(blocks):
        if parts:
            labels.extend(part.label for part in parts)
            items.extend((part.says,) if part.says else () for part in parts)
        elif items and not items[-1]:
            items[-1] = (block,)  # under a label on a line of its own
        else:
            close()
            made.append(block)
    close()
    return made


def _parted(blocks: Sequence[Block]) -> list[tuple[Block, list[_Part]]]:
    """Return each block with its labelled parts; none has any if these are not labels."""
    parted = [(block, _parts(block) if isinstance(block, tuple) else []) for block in blocks]
    labels = [part.label for _, parts in parted for part in parts]
    is_labelled = len(labels) > 1 or any(len(label.rstrip(": \u00a0\u202f")) == 1 for label in labels)
    return parted if is_labelled else [(block, []) for block in blocks]


def _parts(paragraph: Spans) -> list[_Part]:
    """Return the parts of a paragraph that begins with a label; none of another."""
    words = plain(paragraph)
    if not _LABEL.match(words):
        return []
    matches = {label.start(1): label for begin in _starts(paragraph) if (label := _LABEL.match(words, begin))}
    found = [matches[begin] for begin in sorted(matches)]
    printed = islice(portions(paragraph, [place for label in found for place in label.span(1)]), None, None, 2)
    found = [label for label, own in zip(found, printed, strict=True) if _is_plain(own)]
    if not found or found[0].start(1) != min(matches):
        return []
    edges = [place for label in found for place in label.span(1)][1:]
    says = islice(portions(paragraph, [*edges, len(words)]), None, None, 2)
    return [_Part(label[1], trimmed(own)) for label, own in zip(found, says, strict=True)]


def _starts(paragraph: Spans) -> Iterator[int]:
    """Yield where in its words a sentence or a typed line of a paragraph begins."""
    typed = "".join(span.text if isinstance(span, Text) else span.answer for span in paragraph)
    yield from (0, *ends_outside_gaps(paragraph))
    yield from (place + 1 for place, character in enumerate(typed) if character == LINE_BREAK)


def _is_plain(spans: Spans) -> bool:
    """Whether words are no gap and nothing else but words, which may be bold or in italics."""
    return all(isinstance(span, Text) and span == Text(span.text, span.bold, span.italic) for span in spans)
