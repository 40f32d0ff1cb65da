"""Find lists, texts and words beyond the limits before anything is made of them."""

import re
from collections.abc import Iterator
from itertools import islice

from studypack.base import limits
from studypack.base.errors import ContentPath, Problem
from studypack.model.blanks import SPACE
from studypack.reading.content_paths import describe
from studypack.reading.source_map import problem_at, walk
from studypack.reading.tree import ScalarNode, SequenceNode, TreeReader

_NAMES = (("sections",), ("skip",))
"""The lists of section names; each name is looked up."""
_GAP = re.compile(r"\{\{")
_WORD = re.compile(rf"[^{SPACE}]+")


def find_oversize(tree: TreeReader) -> list[Problem]:
    """Return a problem for each list, text and word that is too long, and one if the pack has too many gaps."""
    found: list[Problem] = []
    room = limits.GAPS
    for path, node in walk(tree.root):
        if isinstance(node, SequenceNode):
            found += _long_list(tree, path, node)
        elif isinstance(node, ScalarNode):
            found += _long_text(tree, path, node)
            here = node.value.count("{{")
            if here > limits.GAPS_IN_TEXT:
                found.append(_excess_gaps(tree, path, node, limits.GAPS_IN_TEXT, "text"))
            elif room >= 0 and here > room:
                found.append(_excess_gaps(tree, path, node, room, "pack"))
            room -= here
    return found


def _long_list(tree: TreeReader, path: ContentPath, node: SequenceNode) -> Iterator[Problem]:
    names = path[:1] == ("pack",) and path[1:] in _NAMES
    most = limits.SECTION_NAMES if names else limits.ITEMS
    if len(node.items) > most:
        first = (*path, most)
        hint = "name each section once" if names else "one file holds one topic: split it into several"
        message = f"{describe(first)} is one too many: there are {len(node.items):,}, and {most:,} is the most"
        yield problem_at(tree, first, message, hint)


def _long_text(tree: TreeReader, path: ContentPath, node: ScalarNode) -> Iterator[Problem]:
    """One problem, at its first character, with a text or a word that is too long to be laid out in reasonable time."""
    if len(node.value) > limits.CHARACTERS:
        what, much, most, at = "text", len(node.value), limits.CHARACTERS, 0
        hint = "split it into several, or into a file for each topic"
    elif word := next((word for word in _WORD.finditer(node.value) if word.end() - word.start() > limits.WORD), None):
        what, much, most, at = "word", len(word.group()), limits.WORD, word.start()
        hint = "put spaces into it, or take out what is no word"
    else:
        return
    message = f"this {what} has {much:,} characters, and {most:,} is the most"
    yield problem_at(tree, path, message, hint, offset=at)


def _excess_gaps(tree: TreeReader, path: ContentPath, node: ScalarNode, room: int, what: str) -> Problem:
    """A problem at the first gap beyond the limit of the text or the pack."""
    over = next(islice(_GAP.finditer(node.value), room, None))  # there are more than `room`
    most = limits.GAPS if what == "pack" else limits.GAPS_IN_TEXT
    message = f"more than {most:,} gaps in one {what}"
    hint = "one file holds one topic: split it into several" if what == "pack" else "split the text into several"
    return problem_at(tree, path, message, hint, offset=over.start(), length=2)
