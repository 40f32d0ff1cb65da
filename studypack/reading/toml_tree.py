"""Read TOML text into the same tree as YAML, with the place of every key and value, so that mistakes are told alike.

The standard library reads the text. It tells no places: keys are found again by their lines. A value within braces or
brackets has the place of the whole.
"""

import re
import tomllib
from typing import Any

from typing_extensions import override

from studypack.base.errors import ContentPath
from studypack.reading.tree import MappingNode, Node, ScalarNode, SequenceNode, TreeReader, UnreadableError

_HEADER = re.compile(r"[ \t]*\[{1,2}(?P<keys>[^\]]+)\]")
_PAIR = re.compile(r"[ \t]*(?P<keys>[\w.\-\"' \t]+?)[ \t]*=[ \t]*(?P<value>[^#\n]*?)[ \t]*(?:#.*)?$")
_KEY = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")
_PLACE = re.compile(r"(?P<says>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")
_HINT = 'write each choice on its own line, as key = value, and texts in quotes: paper = "a5"'


class TomlReader(TreeReader):
    """Reads one text. Afterwards `root` is its tree, and `problems` has what is wrong with it."""

    @override
    def read(self) -> None:
        """Read to the end, or to the first mistake in the syntax. Raises nothing; see `problems`."""
        try:
            data = tomllib.loads(self.text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            self.readable = False
            self.problems.append(self._explained(str(error)).problem)
            return
        self._places = _places(self.lines)
        self.root = self._node(data, (), self.text.find)

    def _explained(self, message: str) -> UnreadableError:
        found = _PLACE.fullmatch(message)
        says = (found["says"] if found else message).rstrip(".")
        last = max(0, len(self.lines) - 1)
        line, column = (int(found["line"]) - 1, int(found["column"]) - 1) if found and found["line"] else (last, 0)
        return UnreadableError(
            self.problem(min(line, last), column, f"this is no TOML: {says[:1].lower()}{says[1:]}", _HINT)
        )

    def _node(self, value: object, path: ContentPath, _: object = None) -> Node:
        line, key, column, length = self._place(path)
        if isinstance(value, dict):
            node = MappingNode(line, key, in_braces=False)
            for name, each in value.items():
                inner = (*path, name)
                at, start, _column, _length = self._place(inner)
                begins = self._offset(at) + start
                node.keys[name] = ScalarNode(name, begins, begins + len(name), at, start, "")
                node.items[name] = self._node(each, inner)
            return node
        if isinstance(value, list):
            return SequenceNode(line, column, True, [self._node(each, (*path, n)) for n, each in enumerate(value)])
        begins = self._offset(line) + column
        return ScalarNode(_typed(value), begins, begins + length, line, column, '"' if isinstance(value, str) else "")

    def _place(self, path: ContentPath) -> tuple[int, int, int, int]:
        """The line and column of a key, the column of its value, and its length; of the nearest around it."""
        while path and path not in self._places:
            path = path[:-1]
        return self._places.get(path, (0, 0, 0, 1))

    def _offset(self, line: int) -> int:
        return sum(len(each) + 1 for each in self.lines[:line])


def _typed(value: Any) -> str:  # noqa: ANN401  (what TOML has: texts, numbers, truth values, dates)
    """The text of a value, as an author of YAML would have typed it."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _places(lines: list[str]) -> dict[ContentPath, tuple[int, int, int, int]]:
    """For each key the line, its column, the column of its value and its length, all from 0."""
    found: dict[ContentPath, tuple[int, int, int, int]] = {}
    table: ContentPath = ()
    for number, line in enumerate(lines):
        if header := _HEADER.match(line):
            table = _keys(header["keys"])
            found.setdefault(table, (number, header.start("keys"), header.start("keys"), len(header["keys"])))
        elif pair := _PAIR.match(line):
            path = (*table, *_keys(pair["keys"]))
            place = (number, pair.start("keys"), pair.start("value"), max(1, len(pair["value"])))
            for end in range(len(table) + 1, len(path) + 1):
                found.setdefault(path[:end], place)
    return found


def _keys(text: str) -> ContentPath:
    return tuple(next(filter(None, groups), "") for groups in _KEY.findall(text))
