"""A place of a page that can be filled in on a screen: a rule to type on, or a box to tick."""

from dataclasses import dataclass
from enum import Enum, auto

from studypack.layout.tag import Tag

LEAST = 6
"""Points, wide and high: a smaller place cannot be typed in."""
FIELD_HEIGHT = 1.3
"""In ems of what is typed: programs set one line midway between its edges, and so its descenders touch the rule."""
_HANDWRITING = 0.51
"""Of the distance from rule to rule: the size of type that looks at home there."""
_FLOWING = 0.45
_BESIDE_LABEL = 10
_IN_BOX = 0.6
"""Of the height of a box, and of its width: the size of type in it."""


class Filling(Enum):
    """What a reader does with a field."""

    TYPED = auto()
    CENTRED = auto()
    """Typed in the middle: a mark in a box."""
    WRITTEN = auto()
    """Typed on as many lines as there is room for, whether they are ruled or not."""
    TICKED = auto()


@dataclass(slots=True)
class Field:
    """An area to fill in. `x`, `y`: its lower left corner.

    Every sheet places its fields; the file has them only where it was asked for one to fill in.
    """

    x: float
    y: float
    width: float
    height: float
    name: str
    """What a reader hears who does not see it: gap 4. What the sheet shows of the answer may follow, and no more."""
    tag: Tag
    """The Form element of its own, which stands where the field is read."""
    filling: Filling = Filling.TYPED
    size: float = 0
    """Of the type, in points; none in a box to tick."""
    cells: int = 0
    """One letter to each of so many cells, all of one width; 0 where they are not told apart."""
    shared: bool = False
    """Is filled in together with every other field of this name in the file: who types a name types it once."""


def on_rule(
    rule: tuple[float, float, float],
    size: float,
    name: str,
    parent: Tag,
    *,
    cells: int = 0,
    shared: bool = False,
) -> Field:
    """A field for type of `size` points on a rule, which is given by its left end, its right end and its height.

    It is read where `parent` has come to so far.
    """
    left, right, y = rule
    width = max(right - left, LEAST)
    tag = parent.child("Form")
    return Field(left, y, width, FIELD_HEIGHT * size, name, tag, size=size, cells=cells, shared=shared)


def on_lines(lowest: tuple[float, float, float], count: int, pitch: float, name: str, parent: Tag) -> Field:
    """One field over so many lines, `pitch` apart, the lowest given by its left end, its right end and its height."""
    left, right, y = lowest
    size = flowing_type(pitch) if count > 1 else type_for(pitch)
    high = (count - 1) * pitch + FIELD_HEIGHT * size
    filling = Filling.WRITTEN if count > 1 else Filling.TYPED
    return Field(left, y, max(right - left, LEAST), high, name, parent.child("Form"), filling, size)


def in_box(box: tuple[float, float, float, float], name: str, parent: Tag, least: float = 0) -> Field:
    """A field for a mark of a few letters in a box, which is given by its lower left corner and its size.

    Its type is of `least` points or more.
    """
    _, _, width, height = box
    size = max(_IN_BOX * min(width, height), least)
    return Field(*box, name, parent.child("Form"), Filling.CENTRED, size)


def tick_box(x: float, y: float, side: float, name: str, parent: Tag, *, opens: bool = False) -> Field:
    """A field to tick in a square box with its lower left corner at (x, y); it `opens` what stands in its parent."""
    tag = parent.opens("Form") if opens else parent.child("Form")
    return Field(x, y, side, side, name, tag, Filling.TICKED)


def type_for(pitch: float) -> float:
    """The size of the type between rules that stand so far apart."""
    return _HANDWRITING * pitch


def flowing_type(pitch: float) -> float:
    """The size of the type that flows over lines so far apart, and pays no heed to them."""
    return _FLOWING * pitch


def type_beside(label: float) -> float:
    """The size of the type on a short line beside its label: a date has room on the line for one."""
    return max(label, _BESIDE_LABEL)
