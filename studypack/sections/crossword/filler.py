"""Words laid across one another in one connected grid, as in a crossword: the same words make the same grid."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from studypack.sections.kit.fitting import mixed

WORK = 200_000
"""Cells that are looked at in all before the best grid so far is taken: about a fifth of a second."""
_TRIES = 150
"""Grids that are begun at most."""
_JITTER = 4
"""Letters by which a word may be placed before a longer one: another order in each try."""
_PER_CROSSING = 9
"""Cells of a larger grid that one more crossing is worth."""

Cell = tuple[int, int]
"""Column and row, from 0."""


class Placed(NamedTuple):
    """Where a word stands: the cell of its first letter, and its direction."""

    word: str
    column: int
    row: int
    across: bool

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells of its letters, in order."""
        right, down = (1, 0) if self.across else (0, 1)
        return tuple((self.column + right * at, self.row + down * at) for at in range(len(self.word)))


def fill(
    words: Sequence[str], columns: int, rows: int, most: int, salt: str = "", *, enough: int | None = None
) -> tuple[Placed, ...]:
    """Return up to `most` of the words, all different, where they cross within so many columns and rows.

    All hang together, and no two letters stand side by side that are not of one word. Of several tries the one with the
    most words is taken, and of these the smallest; another `salt` makes others. The work is bounded by `WORK`, and
    ends with the first grid of `enough` words.
    """
    best: tuple[tuple[int, int], tuple[Placed, ...]] = ((0, 0), ())
    looked = 0
    for number in range(_TRIES):
        if looked >= WORK:
            break
        grid = _Grid(columns, rows)
        grid.take(_in_order(words, f"{salt} {number}"), most)
        looked += grid.looked
        worth = (len(grid.placed), -grid.area)
        if worth > best[0]:
            best = (worth, tuple(grid.placed))
        if enough is not None and len(grid.placed) >= enough:
            break
    return _from_the_corner(best[1])


def _in_order(words: Sequence[str], salt: str) -> list[str]:
    """The long words before the short ones, more or less."""
    jitter = {word: at % _JITTER for at, word in enumerate(mixed(words, str, salt))}
    return sorted(jitter, key=lambda word: jitter[word] - len(word))


def _from_the_corner(placed: Sequence[Placed]) -> tuple[Placed, ...]:
    left = min((each.column for each in placed), default=0)
    top = min((each.row for each in placed), default=0)
    return tuple(each._replace(column=each.column - left, row=each.row - top) for each in placed)


@dataclass(slots=True)
class _Grid:
    """Letters in cells; the first word stands at the corner, and others may reach to the left of it and above."""

    columns: int
    rows: int
    placed: list[Placed] = field(default_factory=list)
    looked: int = 0
    """Cells that were looked at."""
    _letters: dict[Cell, str] = field(default_factory=dict)
    _cells: dict[str, list[Cell]] = field(default_factory=dict)
    """Where each letter stands."""
    _bounds: tuple[int, int, int, int] = (0, 0, 0, 0)
    """The first column and row, and those after the last ones."""

    @property
    def area(self) -> int:
        """The cells of its rectangle."""
        return _area(self._bounds)

    def take(self, words: Sequence[str], most: int) -> None:
        """Place the words where they fit best, until there are so many or no other one fits."""
        first = next((word for word in words if len(word) <= self.columns), "")
        if not first:
            return
        self._put(Placed(first, 0, 0, across=True))
        waiting = [word for word in words if word != first]
        while waiting:
            left = list[str]()
            for word in waiting:
                found = max(self._ways(word), default=None) if len(self.placed) < most else None
                if found is None:
                    left.append(word)
                else:
                    self._put(found[1])
            if len(left) == len(waiting):
                return
            waiting = left

    def _put(self, placed: Placed) -> None:
        for cell, letter in zip(placed.cells, placed.word, strict=True):
            if cell not in self._letters:
                self._letters[cell] = letter
                self._cells.setdefault(letter, []).append(cell)
        self._bounds = self._with(placed)
        self.placed.append(placed)

    def _with(self, placed: Placed) -> tuple[int, int, int, int]:
        """The bounds of the grid with one more word."""
        left, top, right, bottom = self._bounds
        column, row = placed.cells[-1]
        return min(left, placed.column), min(top, placed.row), max(right, column + 1), max(bottom, row + 1)

    def _ways(self, word: str) -> Iterator[tuple[int, Placed]]:
        """Every place where the word crosses others, with what it is worth."""
        for at, letter in enumerate(word):
            for column, row in self._cells.get(letter, ()):
                across = (column - 1, row) not in self._letters and (column + 1, row) not in self._letters
                placed = (
                    Placed(word, column - at, row, across=True)
                    if across
                    else Placed(word, column, row - at, across=False)
                )
                left, top, right, bottom = bounds = self._with(placed)
                if right - left <= self.columns and bottom - top <= self.rows and (met := self._crossings(placed)):
                    yield _PER_CROSSING * met - _area(bounds), placed

    def _crossings(self, placed: Placed) -> int:
        """How many words it crosses; 0 where it may not stand, because it would touch a letter beside it."""
        cells, letters = placed.cells, self._letters
        self.looked += len(cells)
        right, down = (1, 0) if placed.across else (0, 1)
        (column, row), (last, end) = cells[0], cells[-1]
        if (column - right, row - down) in letters or (last + right, end + down) in letters:
            return 0
        met = 0
        for (column, row), letter in zip(cells, placed.word, strict=True):
            own = letters.get((column, row))
            if own == letter:
                met += 1
            elif own or (column + down, row + right) in letters or (column - down, row - right) in letters:
                return 0
        return met


def _area(bounds: tuple[int, int, int, int]) -> int:
    left, top, right, bottom = bounds
    return (right - left) * (bottom - top)
