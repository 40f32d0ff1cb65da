"""The doubts that a draft of rough notes leaves to its reader: comments that begin with # ?."""

from studypack.reading.source_map import walk
from studypack.reading.tree import ScalarNode, TreeReader

DOUBT_SIGN = "# ?"
"""Begins the comment."""


def doubt_lines(tree: TreeReader) -> list[int]:
    """Return the lines, from 0, on which such comments begin; the lines of texts are none."""
    if DOUBT_SIGN not in tree.text:
        return []
    found = {number for number, line in enumerate(tree.lines) if line.lstrip().startswith(DOUBT_SIGN)}
    for _, node in walk(tree.root):
        if isinstance(node, ScalarNode) and found:
            lines = tree.text[node.begins : node.ends].rstrip("\n").count("\n")
            found.difference_update(range(node.line + 1, node.line + lines + 1))
    return sorted(found)
