"""Read YAML text into a tree of mappings, lists and scalars with their places.

The tree is built from libyaml's events, not by its composer, which recurses and crashes on 100,000 brackets. Scalars
stay text; anchors, aliases, tags, merge keys and second documents are refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from studypack.base import limits
from studypack.base.characters import (
    SPACES,
    find_excess_marks,
    normalise,
    normalise_word,
    normalise_yaml,
    source_column,
)
from studypack.base.errors import ContentPath, Problem, Severity
from studypack.base.wording import quoted
from studypack.reading.decode import EXCESS_MARKS, hidden_characters, strip_fence
from studypack.reading.explain import TOO_DEEP, explain_error
from studypack.reading.hints import lost_comment, needs_quotes


@dataclass(slots=True)
class ScalarNode:
    """A scalar: its value, and its place in the file."""

    value: str
    begins: int
    """The offset of its first character in the file; a quotation mark or | counts."""
    ends: int
    """The offset after its last character."""
    line: int
    """From 0."""
    column: int
    """From 0."""
    style: str
    """Empty for a plain scalar; else ' or \" or | or >."""

    @property
    def is_null(self) -> bool:
        """Whether the value is missing, or is one of YAML's words for null."""
        return not self.style and self.value in ("", "~", "null", "Null", "NULL")


@dataclass(slots=True)
class SequenceNode:
    """A list."""

    line: int
    column: int
    in_brackets: bool = False
    items: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class MappingNode:
    """Keys and their values. Of a key that occurs twice, only the first is kept."""

    line: int
    column: int
    in_braces: bool
    keys: dict[str, ScalarNode] = field(default_factory=dict)
    items: dict[str, "Node"] = field(default_factory=dict)


Node = ScalarNode | SequenceNode | MappingNode


class UnreadableError(Exception):
    """The text cannot be read beyond this problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(slots=True)
class _OpenCollection:
    """A mapping or list that is being read, and the key that waits for its value."""

    node: MappingNode | SequenceNode
    key: ScalarNode | None = None
    is_doubled: bool = False
    """Whether `key` occurs in this mapping already."""
    is_reported: bool = False
    """Whether a doubled key was reported: further ones mostly belong to the same item, whose dash is missing."""


class TreeReader:
    """Reads one text. Afterwards `root` is its tree, and `problems` has what is wrong with it."""

    def __init__(self, text: str, source: str) -> None:
        self.source = source
        self._typed = text.split("\n")
        self.text, outside = strip_fence(normalise_yaml(text))
        self.lines = self.text.split("\n")
        """The lines as YAML reads them; `problem` shows the lines as they were typed."""
        self.root: Node | None = None
        self.problems: list[Problem] = [
            self.problem(line, 0, message, hint, length=len(text), severity=severity)
            for line, message, hint, severity in outside
        ]
        self.readable = True
        """Whether the text could be read to its end."""
        self.lost_item = False
        """Whether a mapping has two doubled keys: the dash of an item is missing, and the item is lost."""
        self.suspects: list[int] = []
        """In an unreadable text: the line at which reading stopped, and others that may be the cause, from 0."""
        self._open: list[_OpenCollection] = []
        self._nodes = 0
        self._documents = 0
        self._last = 0
        self._closed = 0

    def read(self) -> None:
        """Read to the end, or to the first syntax error. Raises nothing; see `problems`."""
        try:
            for event in self._events():
                self._take(event)
        except UnreadableError as stop:
            self.problems.append(stop.problem)
            self.readable = False
            self.suspects = self._suspects(self.suspects or [stop.problem.line - 1])

    def _events(self) -> Iterator[Any]:
        try:
            yield from yaml.parse(self.text, Loader=yaml.CSafeLoader)
        except yaml.MarkedYAMLError as error:
            where, message, hint = explain_error(error, self.lines)
            marks = [mark for mark in (error.problem_mark, error.context_mark) if mark]
            self.suspects = [min(mark.line, len(self.lines) - 1) for mark in marks]
            raise UnreadableError(self.problem(*where, message, hint)) from None
        except yaml.YAMLError as error:
            raise UnreadableError(Problem(f"this is no YAML: {error}", source=self.source)) from None

    def _suspects(self, marks: list[int]) -> list[int]:
        """The lines at which reading stopped and the last values began, each with the one above it."""
        found = []
        for mark in (*marks, self._last, self._closed, *(each.node.line for each in self._open[-1:])):
            number = min(mark, len(self.lines) - 1)  # libyaml counts a line after the last
            found += [number, next((n for n in range(number - 1, -1, -1) if self.lines[n].strip()), number)]
        return found

    def problem(
        self,
        line: int,
        column: int,
        message: str,
        hint: str = "",
        *,
        length: int = 1,
        severity: Severity = Severity.ERROR,
        path: ContentPath = (),
    ) -> Problem:
        """Return a problem at a line and a column of `lines`, both from 0, with the place in the source."""
        excerpt = self._typed[line] if line < len(self._typed) else ""
        end = source_column(excerpt, column + length)
        column = source_column(excerpt, column)
        length = max(1, min(end, len(excerpt)) - column)
        return Problem(message, hint, severity, self.source, line + 1, column + 1, length, excerpt, path)

    def _refuse(self, event: Any, message: str, hint: str, length: int = 1) -> UnreadableError:  # noqa: ANN401
        mark = event.start_mark
        return UnreadableError(self.problem(mark.line, mark.column, message, hint, length=length))

    def _take(self, event: Any) -> None:  # noqa: ANN401  (types-PyYAML has no types for libyaml's events)
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._start(event)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._closed = self._open.pop().node.line
        elif kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                raise self._refuse(
                    event, "a second document starts here", "one file holds one pack: take the --- out", 3
                )

    def _scalar(self, event: Any) -> None:  # noqa: ANN401
        self._plain_start(event)
        begins, ends = event.start_mark, event.end_mark
        self._last = begins.line
        style = "" if event.style in (None, ":") else event.style
        node = ScalarNode(event.value.strip(SPACES), begins.index, ends.index, begins.line, begins.column, style)
        if style == '"':
            self._refuse_hidden(node)
            node.value = normalise(node.value)
        if style in ("'", '"'):
            self._warn_of_lost_comment(ends.line, ends.column, "")
        elif not style and node.value:
            self._warn_of_lost_comment(ends.line, ends.column, node.value)
        elif not style and self._open and (key := self._open[-1].key):
            self._warn_of_lost_comment(key.line, key.column + key.ends - key.begins + 1, "")
        self._put(node)

    def _start(self, event: Any) -> None:  # noqa: ANN401
        self._plain_start(event)
        mark = event.start_mark
        if self.text.startswith("{{", mark.index):
            raise self._refuse(event, *self._needs_quotes(event), 2)
        node: MappingNode | SequenceNode = (
            MappingNode(mark.line, mark.column, bool(event.flow_style))
            if type(event) is yaml.MappingStartEvent
            else SequenceNode(mark.line, mark.column, bool(event.flow_style))
        )
        self._put(node)
        self._open.append(_OpenCollection(node))
        if len(self._open) > limits.NESTED:
            raise self._refuse(event, *TOO_DEEP)

    def _plain_start(self, event: Any) -> None:  # noqa: ANN401
        """Refuse anchors and tags before a value, and more values than a pack may have."""
        self._nodes += 1
        if self._nodes > limits.VALUES:
            raise self._refuse(event, f"more than {limits.VALUES:,} values", "one file holds one topic: split it")
        if event.anchor is not None:
            message, hint = self._needs_quotes(event)
            raise self._refuse(event, message, f"{hint}; YAML's anchors are not read here", len(event.anchor) + 1)
        if event.tag is not None:
            message, hint = self._needs_quotes(event)
            raise self._refuse(event, message, f"{hint}; YAML's tags are not read here")

    def _needs_quotes(self, event: Any) -> tuple[str, str]:  # noqa: ANN401
        mark = event.start_mark
        return needs_quotes(self.lines[mark.line], mark.column)

    def _alias(self, event: Any) -> None:  # noqa: ANN401
        raise self._refuse(event, *self._needs_quotes(event), len(event.anchor) + 1)

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent.node, SequenceNode):
            parent.node.items.append(node)
        elif parent.key is None:
            parent.key = self._key(parent, node)
        else:
            if not parent.is_doubled:
                parent.node.items[parent.key.value] = node
            parent.key, parent.is_doubled = None, False

    def _key(self, parent: _OpenCollection, node: Node) -> ScalarNode:
        if not isinstance(node, ScalarNode):
            where = self.problem(node.line, node.column, "a list or a mapping cannot be a key", "a key is a word")
            raise UnreadableError(where)
        if node.value == "<<" and not node.style:
            message = "merge keys (<<) are not read here"
            raise UnreadableError(self.problem(node.line, node.column, message, "write the keys out", length=2))
        assert isinstance(parent.node, MappingNode)
        node.value = normalise_word(node.value)
        first = parent.node.keys.setdefault(node.value, node)
        parent.is_doubled = first is not node
        self.lost_item |= parent.is_doubled and parent.is_reported
        if parent.is_doubled and not parent.is_reported:
            parent.is_reported = True
            in_list = isinstance(self._open[-2:][0].node, SequenceNode)
            new_item = ", or start a new item with '- '" if in_list else ""
            lines = f"line {first.line + 1} already, and again on line {node.line + 1}"
            message, hint = f"the key {quoted(node.value)} stands on {lines}", f"keep one of the two{new_item}"
            self.problems.append(self.problem(node.line, node.column, message, hint, length=node.ends - node.begins))
        return node

    def _refuse_hidden(self, node: ScalarNode) -> None:
        if find_excess_marks(node.value) is not None:
            raise UnreadableError(self.problem(node.line, node.column, *EXCESS_MARKS, length=node.ends - node.begins))
        found, _ = hidden_characters(node.value)
        for name in dict.fromkeys(name for _, name in found):
            message = f"an escape stands for a character that cannot be seen: {name}"
            self.problems.append(
                self.problem(node.line, node.column, message, "take the escape out", length=node.ends - node.begins)
            )

    def _warn_of_lost_comment(self, line: int, column: int, value: str) -> None:
        lost = lost_comment(self.lines[line], column, value)
        if lost:
            message = f"everything from the # is lost: {quoted(lost)}"
            hint = "put quotes round the whole value, or two spaces before a comment and one after its #"
            severity = Severity.ERROR if "{{" in lost else Severity.WARNING
            self.problems.append(self.problem(line, column + 1, message, hint, length=len(lost), severity=severity))
