"""Read TOML text into the same tree as YAML, with the place of every key and value, so that mistakes are told alike.

The standard library reads the text. It tells no places: keys are found again by their lines. A value within braces or
brackets has the place of the whole.
"""

import re
import tomllib
from itertools import accumulate
from typing import Any, NamedTuple

from typing_extensions import override

from studypack.base import limits
from studypack.base.errors import ContentPath, Problem
from studypack.reading.explain import TOO_DEEP
from studypack.reading.tree import MappingNode, Node, ScalarNode, SequenceNode, TreeReader, UnreadableError

_HEADER = re.compile(r"[ \t]*\[{1,2}(?P<keys>[^\]]+)\]")
_PAIR = re.compile(r"[ \t]*+(?P<keys>[\w.\-\"' \t]++)=[ \t]*+(?P<value>.*)")
_VALUE = re.compile(r"(?:\"[^\"]*+\"|'[^']*+'|[^#\"'])*+(?![\"'])")
"""A value up to the comment after it."""
_KEY = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")
_PLACE = re.compile(r"(?P<says>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")
_LONG_NUMBER = re.compile(r"[0-9][0-9A-Za-z_]{1000,}")
"""Where a number may stand that Python does not read, or not write: those of more than 4300 digits."""
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
            self._places = _places(self.lines)
            self._starts = [0, *accumulate(len(line) + 1 for line in self.lines)]
            self.root = self._node(data, ())
        except (ValueError, RecursionError, UnreadableError) as error:
            self.readable = False
            self.problems.append(self._explained(error))

    def _explained(self, error: Exception) -> Problem:
        if isinstance(error, UnreadableError):
            return error.problem
        if isinstance(error, RecursionError):
            line = max(range(len(self.lines)), key=lambda number: len(re.findall(r"[\[{]", self.lines[number])))
            return self.problem(line, 0, *TOO_DEEP)
        if not isinstance(error, tomllib.TOMLDecodeError):
            places = ((line, found) for line, text in enumerate(self.lines) for found in _LONG_NUMBER.finditer(text))
            line, found = next(places)
            column, length = found.start(), len(found[0])
            return self.problem(line, column, "this number is too long", "write a shorter one", length=length)
        placed, last = _PLACE.fullmatch(str(error)), len(self.lines) - 1
        says = (placed["says"] if placed else str(error)).rstrip(".")
        line, column = (int(placed["line"]) - 1, int(placed["column"]) - 1) if placed and placed["line"] else (last, 0)
        return self.problem(min(line, last), column, f"this is no TOML: {says[:1].lower()}{says[1:]}", _HINT)

    def _node(self, value: object, path: ContentPath) -> Node:
        place = self._place(path)
        if len(path) > limits.NESTED:
            raise UnreadableError(self.problem(place.line, place.key, *TOO_DEEP))
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
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _places(lines: list[str]) -> dict[ContentPath, _Place]:
    """The place of each key, by its path."""
    found: dict[ContentPath, _Place] = {}
    table: ContentPath = ()
    for number, line in enumerate(lines):
        if header := _HEADER.match(line):
            table = _keys(header["keys"])
            place = _Place(number, header.start("keys"), header.start("keys"), len(header["keys"]))
            found[table] = place
            for end in range(1, len(table)):
                found.setdefault(table[:end], place)
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
