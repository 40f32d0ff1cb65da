"""A slip in the YAML: what libyaml says of it, where, and what stands around the place."""

import re
from dataclasses import dataclass
from functools import cache

from studypack.model.fields import ContentModel

Position = tuple[int, int]
"""A line and a column, both from 0."""
Explanation = tuple[Position, str, str]
"""Where, what is wrong, and a way out."""

KEY = re.compile(r"\s*(?:- +)*(?P<key>[a-z]+):(?:[ \t]+(?P<value>[^\s#].*)|\s*|[ \t]+#.*)")


@cache
def known_keys() -> frozenset[str]:
    """Every key that a pack or a part of it may have, as it is written."""
    return frozenset(
        field.alias or name for part in ContentModel.__subclasses__() for name, field in part.model_fields.items()
    )


def truncate(text: str) -> str:
    """As much of a value as a hint has room for."""
    text = text.strip()
    return text if len(text) <= 60 else f"{text[:57]}…"


def as_block_scalar(line: str, column: int) -> str:
    """How the value that starts at a column is written under a |; empty where it follows no key or dash."""
    head, value = line[:column].strip(), line[column:]
    if value.startswith("'"):
        value = value.replace("''", "'")
    elif value.startswith('"'):
        value = value.replace('\\"', '"')
    return f"{head} | and under it, indented: {truncate(value)}" if head.endswith((":", "-")) else ""


@dataclass(frozen=True, slots=True)
class Slip:
    """What libyaml says: its words, and its two places with their lines."""

    problem: str
    context: str
    position: Position
    start: Position
    """Where the thing began that `position` breaks; `position` itself where libyaml names none."""
    lines: list[str]

    @property
    def line(self) -> str:
        """The line of the mistake."""
        return self.lines[self.position[0]]

    @property
    def above(self) -> int:
        """The number of the nearest line above that is not empty; -1 where there is none."""
        number = self.position[0] - 1
        while number >= 0 and not self.lines[number].strip():
            number -= 1
        return number

    @property
    def first(self) -> int:
        """The number of the first line that is neither empty nor a comment; -1 where there is none."""
        return next((n for n, line in enumerate(self.lines) if line.strip() and line.strip()[0] != "#"), -1)

    @property
    def before(self) -> str:
        """The nearest line above that is not empty."""
        return self.lines[self.above] if self.above >= 0 else ""

    @property
    def key_above(self) -> tuple[int, re.Match[str]] | None:
        """The line of the nearest key above the line where the thing began, and what stands in it."""
        for number in range(self.start[0] - 1, -1, -1):
            match = KEY.fullmatch(self.lines[number])
            if match and match["key"] in known_keys():
                return number, match
        return None

    @property
    def opener(self) -> str:
        """The character that began what is broken."""
        line, column = self.start
        return self.lines[line][column : column + 1]
