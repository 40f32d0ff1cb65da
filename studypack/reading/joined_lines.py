"""Find lines that YAML silently joins to the text above them, although they were typed as a list item or a key."""

import re
from collections.abc import Iterator
from dataclasses import replace

from studypack.base.errors import ContentPath, Problem, Severity
from studypack.reading.content_paths import keys_at
from studypack.reading.hints import truncate
from studypack.reading.source_map import node_at, walk
from studypack.reading.tree import MappingNode, Node, ScalarNode, SequenceNode, TreeReader

_ITEM = re.compile(r"\n[ \t]*(?P<item>-(?: +(?=\S)|(?=[^\W\d_]))(?P<text>[^\n]*))")
_PART = re.compile(r"^[ \t]*(?P<dash>(?:- +)*)(?P<key>[a-z]+):(?P<value>[ \t].*|)$", re.MULTILINE)


def split_joined_items(tree: TreeReader) -> list[Problem]:
    """Return a problem for each list item that was joined to the one above, and for each item or key in a text under a
    |.

    The tree is changed: joined items become items of their own, so that no other problem follows from them.
    """
    found: list[Problem] = []
    for path, node in list(walk(tree.root)):
        if isinstance(node, SequenceNode) and not node.in_brackets:
            node.items = [part for item in node.items for part in _split_item(tree, item, found)]
        elif isinstance(node, ScalarNode) and node.style in ("|", ">"):
            found += _lines_in_text(tree, path, node)
    return found


def _split_item(tree: TreeReader, item: Node, found: list[Problem]) -> list[Node]:
    """An item of a list, or the items in it whose dashes stand too far right."""
    if not isinstance(item, ScalarNode) or item.style:
        return [item]
    raw = tree.text[item.begins : item.ends]
    matches = list(_ITEM.finditer(raw))
    first = raw[: matches[0].start()] if matches else raw
    parts: list[Node] = [replace(item, value=" ".join(first.split()), ends=item.begins + len(first))]
    line, counted = item.line, 0
    for match in matches:
        start = match.start("item")
        line, counted = line + raw.count("\n", counted, start), start
        column = start - raw.rindex("\n", 0, start) - 1
        hint = f"write - {truncate(match['text'])} with its dash right under the dash of line {item.line + 1}"
        message = "this list item stands too far right, and so becomes part of the one above"
        found.append(tree.problem(line, column, message, hint, length=len(match["item"])))
        ends = item.begins + match.end("text")
        parts.append(ScalarNode(match["text"].strip(), ends - len(match["text"]), ends, line, column, ""))
    return parts if matches else [item]


def _lines_in_text(tree: TreeReader, path: ContentPath, node: ScalarNode) -> Iterator[Problem]:
    """A problem with the first line of a text under a | that is an item of a list around it, or a key beside its
    own.
    """
    raw = tree.text[node.begins : node.ends]
    for match in _PART.finditer(raw, raw.find("\n") + 1):
        if told := _item_within(tree, path, match) if match["dash"] else _key_within(tree, path, match):
            severity, message, hint = told
            start = match.start("dash")
            line = node.line + raw.count("\n", 0, start)
            column = start - raw.rindex("\n", 0, start) - 1
            message = f"{message} in the text under {path[-1]}:, and becomes part of it"
            hint += "; write \\: for a colon that belongs to the text"
            length = match.end("key") + 1 - start
            yield tree.problem(line, column, message, hint, length=length, severity=severity, path=path)
            return


def _item_within(tree: TreeReader, path: ContentPath, match: re.Match[str]) -> tuple[Severity, str, str] | None:
    for end in range(len(path) - 1, 0, -1):
        item = node_at(tree.root, path[:end])
        if isinstance(path[end - 1], int) and isinstance(item, MappingNode) and match["key"] in keys_at(path[:end]):
            hint = f"put its dash right under the dash of line {item.line + 1}"
            return Severity.ERROR, "this list item stands", hint
    return None


def _key_within(tree: TreeReader, path: ContentPath, match: re.Match[str]) -> tuple[Severity, str, str] | None:
    for end in range(len(path) - 1, -1, -1):
        part, known = node_at(tree.root, path[:end]), keys_at(path[:end])
        if isinstance(part, MappingNode) and match["key"] in known and match["key"] not in part.keys:
            is_own, has_value = end == len(path) - 1, bool(match["value"].strip())
            if not is_own and has_value:
                continue
            first = next(iter(part.keys))
            hint = f"put it right under {first}: of line {part.line + 1}"
            # A text may also contain a key of the file's first level as a word: source: The Times.
            is_sure = end > 0 or not has_value or known[match["key"]].is_required()
            return Severity.ERROR if is_sure else Severity.WARNING, f"{match['key']}: stands", hint
    return None
