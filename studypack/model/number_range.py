"""Whole numbers as they are written: a range, 3-4, or several, 1-4, 6."""

import re
from typing import Annotated

from pydantic import WithJsonSchema

from studypack.base.characters import normalise_word
from studypack.base.record import record
from studypack.model.fields import Written
from studypack.model.reader import Reader
from studypack.model.source_lines import MarkupError

_RANGE = re.compile(r"(?P<first>[0-9]{1,4})(?:\s*(?:[-\u2013\u2014]|to)\s*(?P<last>[0-9]{1,4}))?")
_BETWEEN = re.compile(r"\s*[,;]\s*")


@record
class NumberRange:
    """All whole numbers from one to another."""

    first: int
    last: int

    def __str__(self) -> str:
        """Return it as it is printed, with an en dash: 3–4."""
        return str(self.first) if self.first == self.last else f"{self.first}\N{EN DASH}{self.last}"

    @property
    def numbers(self) -> range:
        """The numbers themselves."""
        return range(self.first, self.last + 1)


@record
class NumberList:
    """Some numbers and ranges, in the order in which they are written."""

    ranges: tuple[NumberRange, ...]

    def __contains__(self, number: object) -> bool:
        return any(number in each.numbers for each in self.ranges)

    def __str__(self) -> str:
        """Return it as it is typed: 1-4,6."""
        return ",".join(str(each).replace("\N{EN DASH}", "-") for each in self.ranges)


def parse_range(text: str) -> NumberRange | None:
    """Return the range that a text means: 3-4, 3–4, 3 to 4, or 3 alone; None if it means none."""
    match = _RANGE.fullmatch(normalise_word(text).strip())
    if match is None:
        return None
    first = int(match["first"])
    found = NumberRange(first, int(match["last"] or first))
    return found if found.first <= found.last else None


def _range(value: object) -> NumberRange:
    if isinstance(value, NumberRange):
        return value
    found = parse_range(str(value)) if isinstance(value, str | int) else None
    if found is None:
        raise MarkupError(
            "this is no number and no range of numbers", 0, "write it like 3 or 3-4", len(str(value)) or 1
        )
    return found


def _list(value: object) -> NumberList:
    if isinstance(value, NumberList):
        return value
    parts = _BETWEEN.split(str(value).strip()) if isinstance(value, str | int) else []
    found = [each for part in parts if (each := parse_range(part)) and each.first > 0]
    if not found or len(found) < len(parts):
        hint = "write them like 3, 1-4 or 1-4,6"
        raise MarkupError("these are no numbers", 0, hint, len(str(value)) or 1)
    return NumberList(tuple(found))


Marks = Annotated[
    NumberRange,
    Reader(_range),
    WithJsonSchema({"type": ["string", "integer"], "minLength": 1, "examples": ["3-4", 3]}),
    Written("a number or a range of numbers, like 3 or 3-4", "3-4"),
]
"""The marks of a level, parsed."""

Numbers = Annotated[
    NumberList,
    Reader(_list),
    WithJsonSchema({"type": ["string", "integer"], "minLength": 1, "examples": ["1-4", "1-4,6"]}),
    Written("numbers, like 3, 1-4 or 1-4,6", "1-4"),
]
"""Some numbers, parsed."""
