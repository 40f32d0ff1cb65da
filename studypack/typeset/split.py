"""A text's words, and the parts of its words: where they stand beside each other, and where lines may part them."""

from dataclasses import dataclass, replace
from operator import sub
from typing import TYPE_CHECKING

from studypack.typeset.joints import SOFT_HYPHEN, joints

if TYPE_CHECKING:
    from studypack.typeset.fonts import Face


@dataclass(frozen=True, slots=True)
class Split:
    """A text parted at its spaces, and its words at their joints. Distances from its start, in thousandths of an em."""

    starts: tuple[float, ...]
    """Where each word, or part of one, begins."""
    ends: tuple[float, ...]
    """Where it ends, with the hyphen that is printed if a line ends there."""
    first: tuple[int, ...]
    """The index of each word's first character."""
    after: tuple[int, ...]
    """The index after each word's last character."""
    total: float
    """The width of the whole text, its outer spaces too."""
    widest: float
    """The width of its widest word."""
    mixed: bool
    """Some characters are printed by the fallback."""
    joined: frozenset[int] = frozenset()
    """The parts that continue the word before them."""
    soft: frozenset[int] = frozenset()
    """Those of them before which a line prints a hyphen."""

    def whole(self, part: int) -> tuple[int, int]:
        """The first part of the word that a part belongs to, and the one after its last."""
        begin, end = part, part + 1
        while begin in self.joined:
            begin -= 1
        while end in self.joined:
            end += 1
        return begin, end


def split_at_spaces(face: "Face", text: str) -> Split:
    """The words of a text in a face. Raises MissingGlyphError."""
    starts, ends, first, after = [], [], [], []
    position, index, mixed = 0.0, 0, False
    for word in text.split(" "):
        if word:
            width, pieces = face.measured(word)
            mixed = mixed or len(pieces) > 1 or pieces[0].face is not face
            starts.append(position)
            first.append(index)
            position += width
            index += len(word)
            ends.append(position)
            after.append(index)
        position += face.space
        index += 1
    total = position - face.space
    widest = max(map(sub, ends, starts), default=0.0)
    return Split(tuple(starts), tuple(ends), tuple(first), tuple(after), total, widest, mixed)


def split_at_joints(face: "Face", split: Split, text: str, language: str) -> Split:
    """The split with its words parted at their joints; `language` (BCP 47) gives the rules that divide them, if any."""
    starts: list[float] = []
    ends: list[float] = []
    first: list[int] = []
    after: list[int] = []
    joined, soft = [], []
    for start, end, begin, close in zip(split.starts, split.ends, split.first, split.after, strict=True):
        starts.append(start)
        first.append(begin)
        word = text[begin:close]
        found = joints(word, language)
        if found and face.prints_alone(word):
            lefts, rights = face.edges(word)
            for index, is_soft in found:
                ends.append(start + rights[index - 1] + (_hyphen_after(face, word[index - 1]) if is_soft else 0))
                after.append(begin + index)
                joined.append(len(starts))
                if is_soft:
                    soft.append(len(starts))
                starts.append(start + lefts[index])
                first.append(begin + index)
        ends.append(end)
        after.append(close)
    if not joined:
        return split
    return replace(
        split,
        starts=tuple(starts),
        ends=tuple(ends),
        first=tuple(first),
        after=tuple(after),
        joined=frozenset(joined),
        soft=frozenset(soft),
    )


def _hyphen_after(face: "Face", letter: str) -> float:
    """What a hyphen adds to the width of a word that is parted after a letter."""
    return face.measured(letter + SOFT_HYPHEN)[0] - face.measured(letter)[0]
