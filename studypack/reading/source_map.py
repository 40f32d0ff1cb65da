"""The source map: from a path and an offset in the content to a line and a column of the file."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from studypack.base.errors import ContentPath, Problem, Severity
from studypack.base.record import record
from studypack.reading.tree import MappingNode, Node, ScalarNode, SequenceNode, TreeReader

_PLAIN_LETTER = re.compile(r"(\S)")
_LETTER = {
    "'": re.compile(r"(''|\S)"),
    '"': re.compile(r"\\[nt \n\r_NLP]|(\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\S)|\S)"),
}
"""The source of one visible character of a value, by the style of its scalar; an escape for white space is none."""
_ESCAPES = {"'": "'", '"': "\\"}
"""The character that starts an escape, by the style of the scalar; the other styles have no escapes."""
_STRIDE = 1_000
"""The characters that are counted at once if they contain no escape."""
_HEADER = re.compile(r"[|>][^\n]*\n?")


@record
class SourceSpan:
    """A range of characters in one line; the line and the column count from 0."""

    line: int
    column: int
    length: int


def node_at(root: Node | None, path: ContentPath) -> Node | None:
    """Return the node at a path; None if there is none."""
    node = root
    for step in path:
        node = _step(node, step)
    return node


def existing_path(root: Node | None, path: ContentPath) -> ContentPath:
    """Return the path as far as it exists in the file. A heading that was written as one text ends at that text."""
    node = root
    for number, step in enumerate(path):
        if isinstance(node, ScalarNode):
            return path[:number]
        node = _step(node, step)
    return path


def _step(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, MappingNode) and isinstance(step, str):
        return node.items.get(step)
    if isinstance(node, SequenceNode) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    return None


def walk(node: Node | None, path: ContentPath = ()) -> Iterator[tuple[ContentPath, Node]]:
    """Yield a node and all nodes under it with their paths, in the order of the file."""
    if node is None:
        return
    yield path, node
    if isinstance(node, MappingNode):
        for key, value in node.items.items():
            yield from walk(value, (*path, key))
    elif isinstance(node, SequenceNode):
        for number, each in enumerate(node.items):
            yield from walk(each, (*path, number))


def add_paths(tree: TreeReader, problems: list[Problem]) -> list[Problem]:
    """Return the problems, each with the path of the last node that starts before it."""
    if not problems:
        return problems
    starts = [((node.line + 1, node.column + 1), path) for path, node in walk(tree.root)]
    starts.sort(key=lambda start: start[0])
    found = []
    for problem in problems:
        at = bisect_right(starts, (problem.line, problem.column), key=lambda start: start[0])
        found.append(replace(problem, path=starts[at - 1][1] if at else ()))
    return found


def problem_at(
    tree: TreeReader,
    path: ContentPath,
    message: str,
    hint: str,
    *,
    severity: Severity = Severity.ERROR,
    at_key: bool = False,
    offset: int | None = None,
    length: int = 1,
) -> Problem:
    """Return a problem with the value at a path, with a part of it, or with its key; see `locate`."""
    span = locate(tree, path, at_key=at_key, offset=offset, length=length)
    return tree.problem(span.line, span.column, message, hint, length=span.length, severity=severity, path=path)


def locate(
    tree: TreeReader, path: ContentPath, *, at_key: bool = False, offset: int | None = None, length: int = 1
) -> SourceSpan:
    """Return the place of the value at a path, of a part of it, or of its key; else of the nearest node around it."""
    node, key = tree.root, None
    for number, step in enumerate(path):
        inner = _step(node, step)
        if inner is None:
            break
        if isinstance(node, MappingNode):
            last = number == len(path) - 1
            key = node.keys[str(step)] if at_key and last else None
        node = inner
    else:
        if isinstance(key, ScalarNode):
            return SourceSpan(key.line, key.column, key.ends - key.begins)
    if isinstance(node, ScalarNode):
        return _in_scalar(tree, node, offset, length)
    if isinstance(node, MappingNode) and node.keys and not node.in_braces:
        first = next(iter(node.keys.values()))
        return SourceSpan(node.line, node.column, first.ends - first.begins)
    return SourceSpan(node.line, node.column, 1) if node else SourceSpan(0, 0, 1)


def _in_scalar(tree: TreeReader, node: ScalarNode, offset: int | None, length: int) -> SourceSpan:
    if not node.value.strip():
        return SourceSpan(node.line, node.column, max(1, node.ends - node.begins))
    if offset is None:
        if node.style not in ("|", ">"):
            end = len(tree.lines[node.line])
            return SourceSpan(node.line, node.column, max(1, min(node.ends - node.begins, end - node.column)))
        offset, length = 0, len(node.value)
    at = _in_file(tree.text[node.begins : node.ends], node, offset)
    before = tree.text[node.begins : node.begins + at]
    line = node.line + before.count("\n")
    column = len(before) - before.rfind("\n") - 1 if "\n" in before else node.column + at
    return SourceSpan(line, column, max(1, min(length, len(tree.lines[line].rstrip()) - column)))


def _in_file(raw: str, node: ScalarNode, offset: int) -> int:
    """The index in the raw text of a scalar of a character of its value.

    YAML folds, indents and escapes, but keeps the order of all visible characters. So the n-th visible character of the
    value is the n-th visible one of the raw text, if an escape counts as one.
    """
    visible = _letters(node.value[:offset])
    start = 1 if node.style in ("'", '"') else 0
    if node.style in ("|", ">") and (header := _HEADER.match(raw)):
        start = header.end()
    # In strides, not letter by letter: a text may have millions of letters and a hundred mistakes.
    while visible > _STRIDE and (piece := raw[start : start + _STRIDE]) and _ESCAPES.get(node.style, "\0") not in piece:
        start, visible = start + len(piece), visible - _letters(piece)
    letters = (match for match in _LETTER.get(node.style, _PLAIN_LETTER).finditer(raw, start) if match[1])
    found = next(islice(letters, visible, None), None)
    return found.start() if found else max(start, len(raw.rstrip()) - 1)


def _letters(text: str) -> int:
    """The number of visible characters in a text."""
    return len("".join(text.split()))
