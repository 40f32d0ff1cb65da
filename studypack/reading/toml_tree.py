"""Read TOML text into the same tree as YAML, with the place of every key and value, so that mistakes are told alike.

The standard library reads the text. It tells no places: keys are found again by their lines. A value within braces or
brackets has the place of the whole.
"""

import re
import tomllib
from itertools import accumulate
from typing import Any, NamedTuple

from typing_extensions import override

from studypack.base.errors import ContentPath, Problem
from studypack.reading.tree import MappingNode, Node, ScalarNode, SequenceNode, TreeReader

_HEADER = re.compile(r"[ \t]*\[{1,2}(?P<keys>[^\]]+)\]")
_PAIR = re.compile(r"[ \t]*(?P<keys>[\w.\-\"' \t]+?)[ \t]*=[ \t]*(?P<value>[^\n]*)$")
_VALUE = re.compile(r"(?:\"[^\"]*+\"|'[^']*+'|[^#\"'])*+(?![\"'])")
"""A value up to the comment after it."""
_KEY = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")
_PLACE = re.compile(r"(?P<says>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")
_HINT = 'write each choice on its own line, as key = value, and texts in quotes: paper = "a5"'


class _Place(NamedTuple):
    """Where a key and its value stand. All from 0."""

    line: int = 0
    key: int = 0
    """The column of the key."""
    value: int = 0
    """The column of the value."""
    length: int = 1
    """Of the value."""


class TomlReader(TreeReader):
    """Reads one text. Afterwards `root` is its tree, and `problems` has what is wrong with it."""

    @override
    def read(self) -> None:
        """Read to the end, or to the first mistake in the syntax. Raises nothing; see `problems`."""
        try:
            data = tomllib.loads(self.text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            self.readable = False
            self.problems.append(self._explained(str(error)))
            return
        self._places = _places(self.lines)
        self._starts = [0, *accumulate(len(line) + 1 for line in self.lines)]
        self.root = self._node(data, ())

    def _explained(self, message: str) -> Problem:
        found, last = _PLACE.fullmatch(message), len(self.lines) - 1
        says = (found["says"] if found else message).rstrip(".")
        line, column = (int(found["line"]) - 1, int(found["column"]) - 1) if found and found["line"] else (last, 0)
        return self.problem(min(line, last), column, f"this is no TOML: {says[:1].lower()}{says[1:]}", _HINT)

    def _node(self, value: object, path: ContentPath) -> Node:
        place = self._place(path)
        if isinstance(value, dict):
            node = MappingNode(place.line, place.key, in_braces=False)
            for name, each in value.items():
                line, column, *_ = self._place((*path, name))
                begins = self._starts[line] + column
                node.keys[name] = ScalarNode(name, begins, begins + len(name), line, column, "")
                node.items[name] = self._node(each, (*path, name))
            return node
        if isinstance(value, list):
            items = [self._node(each, (*path, number)) for number, each in enumerate(value)]
            return SequenceNode(place.line, place.value, True, items)
        begins, style = self._starts[place.line] + place.value, '"' if isinstance(value, str) else ""
        return ScalarNode(_typed(value), begins, begins + place.length, place.line, place.value, style)

    def _place(self, path: ContentPath) -> _Place:
        """The place of a key; of the nearest around it where its own is not known."""
        while path and path not in self._places:
            path = path[:-1]
        return self._places.get(path, _Place())


def _typed(value: Any) -> str:  # noqa: ANN401  (what TOML has: texts, numbers, truth values, dates)
    """The text of a value, as an author of YAML would have typed it."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _places(lines: list[str]) -> dict[ContentPath, _Place]:
    """The place of each key, by its path."""
    found: dict[ContentPath, _Place] = {}
    table: ContentPath = ()
    for number, line in enumerate(lines):
        if header := _HEADER.match(line):
            table = _keys(header["keys"])
            found.setdefault(table, _Place(number, header.start("keys"), header.start("keys"), len(header["keys"])))
        elif pair := _PAIR.match(line):
            path = (*table, *_keys(pair["keys"]))
            value = _VALUE.match(pair["value"])
            length = len((value[0] if value else pair["value"]).rstrip())
            place = _Place(number, pair.start("keys"), pair.start("value"), max(1, length))
            for end in range(len(table) + 1, len(path) + 1):
                found.setdefault(path[:end], place)
    return found


def _keys(text: str) -> ContentPath:
    return tuple(next(filter(None, groups), "") for groups in _KEY.findall(text))
