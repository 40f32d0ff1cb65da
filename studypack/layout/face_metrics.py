"""One face: what it covers, how wide its words are, and where they may be parted; each word is measured once."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import groupby
from operator import sub
from unicodedata import combining

from studypack.base.errors import StudypackError
from studypack.base.record import record
from studypack.layout.joints import SOFT_HYPHEN, joints, may_join
from studypack.layout.kerning import Kerning, Kerns, clusters
from studypack.layout.typeface import opened
from studypack.model.letters import upper

_MOST_WORDS = 100_000
"""A face forgets its words past this many, so that a long-lived process stays small."""
_MOST_TEXTS = 10_000
"""And whole texts past this many."""


@record
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


class MissingGlyphError(StudypackError):
    """No bundled face can print a character."""

    def __init__(self, character: str) -> None:
        super().__init__(
            f"no bundled typeface can print {character!r} (U+{ord(character):04X})",
            "leave the character out, or write it in words",
        )
        self.character = character


@record
class Piece:
    """Part of a word that one face can print; `width` in thousandths of an em."""

    face: "Face"
    text: str
    width: float
    kerns: Kerns = ()
    """The letters that stand elsewhere than the widths before them say."""


class Face:
    """One typeface file: what it covers, and how wide its words are."""

    def __init__(
        self,
        name: str,
        data: bytes,
        *,
        bold: bool,
        italic: bool,
        fallback: Callable[[], "Face | None"],
        is_ours: bool = True,
        monospaced: bool = False,
    ) -> None:
        """`fallback` gives the face that prints what this one lacks, if there is one."""
        self.name = name
        self.font, typeface = opened(name, data)
        # A subset is cut once: the same characters come up in the next build of the same process.
        cut = lru_cache(maxsize=16)(typeface.makeSubset)
        typeface.makeSubset = lambda subset: cut(tuple(subset))  # type: ignore[method-assign]
        self._widths: dict[int, float] = typeface.charWidths
        self._kerning = Kerning(typeface.shaper, typeface.charToGlyph, self._widths)
        self._words: dict[str, tuple[float, tuple[Piece, ...]]] = {}
        self._splits: dict[tuple[str, str], Split] = {}
        self.bold, self.italic = bold, italic
        self.is_ours, self.monospaced = is_ours, monospaced
        """Whether it comes with the program, else with a house; and whether every letter is as wide as every other."""
        self._find_fallback = fallback
        self.x_height = typeface.shaper.get_glyph_extents(typeface.charToGlyph[ord("x")]).y_bearing
        """The height of an x, in thousandths of an em: as drawn, since what Source Serif says of it is 17 too low."""
        self.space = self._widths[32]
        """The width of a space, in thousandths of an em."""

    def __repr__(self) -> str:
        return f"Face({self.name})"

    def covers(self, character: str) -> bool:
        """Whether the face itself has a glyph for the character."""
        return ord(character) in self._widths

    def prints(self, character: str) -> bool:
        """Whether the face or one of its fallbacks has a glyph for the character."""
        return self._with_all(character) is not None

    def capitals(self, text: str, language: str = "en") -> str:
        """The text in the capitals of a language, but for letters whose capital nothing can print: ƒ stays."""
        letters = [text] if all(map(self.prints, upper(text, language))) else text
        return "".join(capital if all(map(self.prints, capital := upper(each, language))) else each for each in letters)

    def measured(self, word: str) -> tuple[float, tuple[Piece, ...]]:
        """The width of a word, in thousandths of an em, and the word cut by the face that prints each part.

        Each word is measured once. Raises MissingGlyphError.
        """
        found = self._words.get(word)
        if found is None:
            if len(self._words) >= _MOST_WORDS:
                self._words.clear()
            pieces = self._cut(word)
            found = self._words[word] = (sum([piece.width for piece in pieces]), pieces)
        return found

    def split(self, text: str, language: str = "") -> Split:
        """The text's words and where they stand; each text is parted once. Raises MissingGlyphError.

        Words have their joints, with a `language` (BCP 47) those of its rules too; words of code have none.
        """
        found = self._splits.get((text, language))
        if found is None:
            if len(self._splits) >= _MOST_TEXTS:
                self._splits.clear()
            found = self._splits[text, language] = split_at_spaces(self, text)
            if not self.monospaced and (language or may_join(text)):
                found = self._splits[text, language] = split_at_joints(self, found, text, language)
        return found

    def prints_alone(self, word: str) -> bool:
        """Whether the face needs no fallback for a word."""
        pieces = self.measured(word)[1]
        return len(pieces) == 1 and pieces[0].face is self

    def width(self, text: str, size: float, tracking: float = 0) -> float:
        """In points, at `size` points, with `tracking` points after each character."""
        return self.measured(text)[0] * size / 1000 + tracking * len(text)

    def kerns(self, text: str) -> Kerns:
        """The letters that kerning moves in a text that the face itself prints."""
        return self.measured(text)[1][0].kerns

    def edges(self, word: str) -> tuple[list[float], list[float]]:
        """Where each character of a word begins and ends, in thousandths of an em from its start."""
        begins: list[float] = []
        ends: list[float] = []
        at = 0.0
        for piece in self.measured(word)[1]:
            kerns, widths = {index: right for index, right, _ in piece.kerns}, piece.face._widths
            for index, character in enumerate(piece.text):
                at += kerns.get(index, 0)
                # An accent ends with its letter, wherever it stands.
                begins.append(ends[-1] if ends and combining(character) else at)
                at += widths[ord(character)]
                ends.append(ends[-1] if ends and combining(character) else at)
            at += kerns.get(len(piece.text), 0)
        return begins, ends

    def _cut(self, text: str) -> tuple[Piece, ...]:
        try:
            return (self._piece(text),)
        except KeyError:
            return tuple(face._piece(part) for face, part in self._by_face(text))

    def _piece(self, text: str) -> Piece:
        """Raises KeyError where the face lacks a character."""
        widths = self._widths
        width = sum([widths[ord(character)] for character in text])
        kerns = self._kerns_of(text) if " " in text else self._kerning.of(text)
        return Piece(self, text, width + sum([right for _, right, _ in kerns]), kerns)

    def _kerns_of(self, text: str) -> Kerns:
        """Word by word: a space stands as wide after one letter as after another."""
        kerns: list[tuple[int, float, float]] = []
        start = 0
        for word in text.split(" "):
            if word:
                kerns += [(start + index, right, up) for index, right, up in self.kerns(word)]
            start += len(word) + 1
        return tuple(kerns)

    def _by_face(self, text: str) -> Iterator[tuple["Face", str]]:
        """The text cut into stretches that one face prints. Raises MissingGlyphError."""
        for face, stretch in groupby(self._clusters(text), self._that_prints):
            yield face, "".join(stretch)

    def _clusters(self, text: str) -> Iterator[str]:
        """The letters, each with the accents that stand apart from it; these too, where no one face has them all."""
        for cluster in clusters(text):
            yield from [cluster] if len(cluster) == 1 or self._with_all(cluster) else cluster

    def _with_all(self, cluster: str) -> "Face | None":
        """The first face that has the letter and its accents: this one, or a fallback, or the fallback of that."""
        if all(map(self.covers, cluster)):
            return self
        return self._fallback._with_all(cluster) if self._fallback else None

    @cached_property
    def _fallback(self) -> "Face | None":
        return self._find_fallback()

    def _that_prints(self, cluster: str) -> "Face":
        face = self._with_all(cluster)
        if face is None:
            raise MissingGlyphError(cluster)
        return face


def split_at_spaces(face: Face, text: str) -> Split:
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


def split_at_joints(face: Face, split: Split, text: str, language: str) -> Split:
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


def _hyphen_after(face: Face, letter: str) -> float:
    """What a hyphen adds to the width of a word that is parted after a letter."""
    return face.measured(letter + SOFT_HYPHEN)[0] - face.measured(letter)[0]
