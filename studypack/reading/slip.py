"""A YAML syntax error as libyaml reports it, with the lines around it."""

import re

from studypack.base.record import record
from studypack.reading.hints import known_keys

Position = tuple[int, int]
"""A line and a column, both from 0."""
Explanation = tuple[Position, str, str]
"""The position of a mistake, a message and a hint."""
KEY = re.compile(r"\s*(?:- +)*(?P<key>[a-z]+):(?:[ \t]+(?P<value>[^\s#].*)|\s*|[ \t]+#.*)")


@record
class Slip:
    """A YAML syntax error as libyaml reports it: its words, its two positions, and the lines of the file."""

    problem: str
    context: str
    position: Position
    start: Position
    """The start of the structure that the error is in; equal to `position` if libyaml reports none."""
    lines: list[str]

    @property
    def line(self) -> str:
        """The line of the error."""
        return self.lines[self.position[0]]

    @property
    def above(self) -> int:
        """The number of the nearest line above that is not empty; -1 if there is none."""
        number = self.position[0] - 1
        while number >= 0 and not self.lines[number].strip():
            number -= 1
        return number

    @property
    def first(self) -> int:
        """The number of the first line that is neither empty nor a comment; -1 if there is none."""
        return next((n for n, line in enumerate(self.lines) if line.strip() and line.strip()[0] != "#"), -1)

    @property
    def before(self) -> str:
        """The nearest line above that is not empty."""
        return self.lines[self.above] if self.above >= 0 else ""

    @property
    def key_above(self) -> tuple[int, re.Match[str]] | None:
        """The number of the nearest line with a known key above `start`, and the match in it."""
        for number in range(self.start[0] - 1, -1, -1):
            match = KEY.fullmatch(self.lines[number])
            if match and match["key"] in known_keys():
                return number, match
        return None

    @property
    def opener(self) -> str:
        """The character at `start`."""
        line, column = self.start
        return self.lines[line][column : column + 1]
