"""The doubts that a draft of rough notes leaves to its reader: comments that begin with # ?."""

from studypack.base.record import record
from studypack.reading.source_map import walk
from studypack.reading.tree import ScalarNode, TreeReader

DOUBT_SIGN = "# ?"
"""Begins the comment."""
MORE_SIGN = "#   "
"""Begins the lines on which it goes on."""


@record
class DoubtComment:
    """One doubt."""

    line: int
    """From 0."""
    says: str
    """The comment's words, without its signs."""


def doubt_comments(tree: TreeReader) -> list[DoubtComment]:
    """Return such comments, in order; the lines of texts are none."""
    if DOUBT_SIGN not in tree.text:
        return []
    lines = [line.strip() for line in tree.lines]
    found = {number for number, line in enumerate(lines) if line.startswith(DOUBT_SIGN)}
    for _, node in walk(tree.root):
        if isinstance(node, ScalarNode) and found:
            count = tree.text[node.begins : node.ends].rstrip("\n").count("\n")
            found.difference_update(range(node.line + 1, node.line + count + 1))
    return [DoubtComment(number, _says(lines, number)) for number in sorted(found)]


def _says(lines: list[str], first: int) -> str:
    last = first + 1
    while last < len(lines) and lines[last].startswith(MORE_SIGN):
        last += 1
    parts = (line.removeprefix(DOUBT_SIGN).removeprefix(MORE_SIGN).strip() for line in lines[first:last])
    return " ".join(parts)


def doubts_in(text: str) -> list[DoubtComment]:
    """Return the doubts in the text of a content, whether it can be read or not."""
    tree = TreeReader(text, "")
    tree.read()
    return doubt_comments(tree)
