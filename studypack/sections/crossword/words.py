"""The words of a crossword: which answers of a pack cross, where they stand, and by which numbers they are called."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from studypack.base.record import record
from studypack.layout.theme import theme_for
from studypack.model.content import Pack
from studypack.model.letters import primary_language, upper
from studypack.model.options import Options
from studypack.sections.crossword.filler import Cell, Placed, fill
from studypack.sections.kit.fitting import mixed, short_code
from studypack.sections.kit.recall import Recall, RecallKind, recalls
from studypack.sections.quiz.questions import tell_each_other

_SHORTEST, _LONGEST = 3, 12
"""Letters of an answer."""
_EASY = 3
"""Letters that make a word harder to place: such words come later, as far as there are others."""
_SHORT = 30
"""Characters that make a clue longer to read, in the same way."""
_SPARE = 6 / 5
"""Of the words that are asked for: some cross no other."""
_MOST_COLUMNS, _MOST_ROWS = 21, 14
"""Of a grid that leaves room for its clues on a sheet of A4."""
DEEP, _OVER_CLUES = 0.72, 0.44
"""Of a page: the height of the largest grid under the head of its sheet, and over its clues, where a line has room for
columns of them."""
_NO_ACCENTS = ["en", "fr", "de", "es", "it", "pt", "ca", "gl", "nl", "la", "ro", "el"]
"""Languages whose crosswords have letters without accents; in the others a letter with a mark is another letter."""
_KEPT = {"es": "Ñ", "gl": "Ñ"}
_SPELT = {"Æ": "AE", "Œ": "OE"}
_GERMAN = {"Ä": "AE", "Ö": "OE", "Ü": "UE", "ẞ": "SS"}
_APOSTROPHES = str.maketrans("", "", "'’ʼ\xad")
_JOINTS = re.compile(r"[\s\-‐‑]+")


@record
class Word:
    """An answer as it stands in squares."""

    recall: Recall
    answer: str
    """As the author wrote it."""
    letters: str
    """Its capitals, without spaces and hyphens."""
    lengths: str
    """Of its words: 7, or 3, 4; a hyphen stands between figures where it stands between words."""


@record
class Entry:
    """A word under its number."""

    number: int
    word: Word
    placed: Placed


@dataclass(frozen=True)
class Crossword:
    """The words in their grid: those across, then those down, each in the order of their numbers."""

    entries: tuple[Entry, ...]

    @property
    def across(self) -> list[Entry]:
        """The words from left to right."""
        return [each for each in self.entries if each.placed.across]

    @property
    def down(self) -> list[Entry]:
        """The words from top to bottom."""
        return [each for each in self.entries if not each.placed.across]

    @cached_property
    def letters(self) -> dict[Cell, str]:
        """The letter in each square."""
        return {
            cell: own for each in self.entries for cell, own in zip(each.placed.cells, each.placed.word, strict=True)
        }

    @property
    def numbers(self) -> dict[Cell, int]:
        """The number in each square that a word begins in."""
        return {each.placed.cells[0]: each.number for each in self.entries}

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        return max(column for column, _ in self.letters) + 1, max(row for _, row in self.letters) + 1

    def crossings(self, entry: Entry) -> list[tuple[int, Entry, int]]:
        """Return its letters that stand in another word: the number of each from 1, that word, and its number there."""
        places = {cell: at for at, cell in enumerate(entry.placed.cells, start=1)}
        return sorted(
            (places[cell], other, at)
            for other in self.entries
            if other.placed.across is not entry.placed.across
            for at, cell in enumerate(other.placed.cells, start=1)
            if cell in places
        )


def crossword_of(pack: Pack, options: Options) -> Crossword:
    """Return as many words as are asked for, or as have room; a smaller paper and larger print leave room for fewer."""
    theme = theme_for(options.paper, options.profile, options.theme, punch=options.punch)
    deep = _OVER_CLUES if theme.text_columns > 1 else DEEP
    columns, rows = (int(room / theme.crossword_cell) for room in (theme.measure, deep * theme.depth))
    return _crossword(pack, options.seed, options.crossword.words, min(columns, _MOST_COLUMNS), min(rows, _MOST_ROWS))


@lru_cache(32)
def count_crossing(pack: Pack, options: Options, enough: int) -> int:
    """Return how many of its words cross in the largest grid, whatever the paper, or `enough` if more do."""
    words = _words_to_cross(pack, options.seed, options.crossword.words)
    salt = f"{options.seed} {pack.digest}"
    placed = fill(list(words), _MOST_COLUMNS, _MOST_ROWS, options.crossword.words, salt, enough=enough)
    return min(len(placed), enough)


@lru_cache(32)
def _crossword(pack: Pack, seed: int, most: int, columns: int, rows: int) -> Crossword:
    words = _words_to_cross(pack, seed, most)
    placed = fill(list(words), columns, rows, most, f"{seed} {pack.digest}")
    return numbered([(words[each.word], each) for each in placed])


def _words_to_cross(pack: Pack, seed: int, most: int) -> dict[str, Word]:
    """Return somewhat more words than are wanted, by their letters."""
    return {word.letters: word for word in _chosen(pack, seed, round(most * _SPARE))}


def numbered(placed: Sequence[tuple[Word, Placed]]) -> Crossword:
    """Return the words under their numbers: row by row, one for each square that a word begins in."""
    starts = sorted({(each.row, each.column) for _, each in placed})
    numbers = {start: number for number, start in enumerate(starts, start=1)}
    entries = [Entry(numbers[each.row, each.column], word, each) for word, each in placed]
    return Crossword(tuple(sorted(entries, key=lambda entry: (not entry.placed.across, entry.number))))


def code_of(pack: Pack, options: Options) -> str:
    """Return the code that the sheet and its answers share: four hexadecimal digits, from all of its words."""
    shown = "\n".join(str((*each.placed, each.number)) for each in crossword_of(pack, options).entries)
    return short_code(options.seed, pack.digest, shown)


def _chosen(pack: Pack, seed: int, count: int) -> list[Word]:
    """Words with short clues first, and long words last; no clue tells another's answer."""
    order = mixed(words_of(pack), lambda word: word.recall.key, seed, pack.digest, "crossword")
    order.sort(key=lambda word: len(word.recall.asked) // _SHORT + len(word.letters) // _EASY)
    chosen = list[Word]()
    for word in order:
        if len(chosen) < count and not any(_clash(word, other, pack.language) for other in chosen):
            chosen.append(word)
    return chosen


def _clash(one: Word, two: Word, language: str) -> bool:
    return one.letters == two.letters or tell_each_other(one.recall, two.recall, language)


@lru_cache(8)
def words_of(pack: Pack) -> tuple[Word, ...]:
    """Return every answer to a gap, a meaning or a role that squares can hold; of a person's names the shortest."""
    found = list[Word]()
    for recall in recalls(pack):
        answers = recall.answers if recall.kind is not RecallKind.PERSON else sorted(recall.answers, key=len)
        spelt = ((answer, *in_squares(answer, pack.language)) for answer in answers)
        fitting = (each for each in spelt if _SHORTEST <= len(each[1]) <= _LONGEST)
        if recall.kind is not RecallKind.DATE and (own := next(fitting, None)):
            found.append(Word(recall, *own))
    return tuple(found)


def in_squares(answer: str, language: str) -> tuple[str, str]:
    """Return the letters of an answer as they stand in squares, and how many each of its words has.

    Both are empty if it has anything but letters, spaces, hyphens and apostrophes.
    """
    if type(answer) is not str:  # with a formula, or code
        return "", ""
    plain = unicodedata.normalize("NFKC", answer.translate(_APOSTROPHES)).strip()
    parts = [_capitals(part, language) for part in _JOINTS.split(plain)]
    if not all(letter.isalpha() for part in parts for letter in part or "-"):
        return "", ""
    joints = [", " if joint.isspace() else "-" for joint in _JOINTS.findall(plain)]
    lengths = "".join(str(len(part)) + joint for part, joint in zip(parts, [*joints, ""], strict=True))
    return "".join(parts), lengths


def _capitals(word: str, language: str) -> str:
    """The letters of a word as crosswords of its language have them: é is E in French, ö is OE in German."""
    primary = primary_language(language)
    capitals = upper(word, language)
    if primary not in _NO_ACCENTS:
        return capitals
    spelt = "".join((_GERMAN if primary == "de" else _SPELT).get(letter, letter) for letter in capitals)
    return "".join(letter if letter in _KEPT.get(primary, "") else _bare(letter) for letter in spelt)


def _bare(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))
