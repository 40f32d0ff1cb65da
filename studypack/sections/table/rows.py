"""What faces what in the paired table: the points of a theme, or of a stretch of years."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import floor

from studypack.almanac import printed_year
from studypack.content import Marked, Pack, Side
from studypack.dates import When, printed_years
from studypack.letters import capitalized, folded
from studypack.modes import PairBy

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
"""Years a row."""
_MOST_ROWS = 6
"""Of years: with more, too many cells stand empty to compare anything."""


@dataclass(frozen=True, slots=True)
class Row:
    """Points that are to be compared."""

    label: str
    """The theme, or the years; empty where nothing is known that would part the points."""
    points: tuple[Marked, ...]

    def side(self, side: Side) -> tuple[Marked, ...]:
        """The cell of one side; it may be empty."""
        return tuple(marked for marked in self.points if marked.point.side is side)


def rows_of(pack: Pack, by: PairBy) -> list[Row]:
    """The rows in their order, last the points that have no theme or date."""
    return _by_theme(pack.marked, pack.language) if by is PairBy.THEME else _by_date(pack.marked)


def _by_theme(points: Sequence[Marked], language: str) -> list[Row]:
    """Themes in the author's order, however their letters are cased."""
    names: dict[str, str] = {}
    for marked in points:
        if marked.point.theme:
            names.setdefault(folded(marked.point.theme, language), marked.point.theme)
    rows = _grouped(points, lambda marked: folded(marked.point.theme or "", language), list(names))
    return [Row(capitalized(names[key], language) if key else _rest("Other points", rows), own) for key, own in rows]


def _by_date(points: Sequence[Marked]) -> list[Row]:
    """Years in steps that are round, as short as a page of rows allows; within them, the order of time."""
    dated = sorted((each for each in points if each.point.date), key=lambda each: _date(each).sort_key)
    years = [_year(_date(marked)) for marked in dated]
    step = next((step for step in _STEPS if len({year // step for year in years}) <= _MOST_ROWS), _STEPS[-1])
    undated = [marked for marked in points if not marked.point.date]

    def period(marked: Marked) -> str:
        return _years(_year(_date(marked)), step) if marked.point.date else ""

    rows = _grouped([*dated, *undated], period, list(dict.fromkeys(map(period, dated))))
    return [Row(key or _rest("Undated", rows), own) for key, own in rows]


_Groups = list[tuple[str, tuple[Marked, ...]]]


def _grouped(points: Sequence[Marked], key: Callable[[Marked], str], keys: list[str]) -> _Groups:
    found: dict[str, list[Marked]] = {name: [] for name in (*keys, "")}
    for marked in points:
        found[key(marked)].append(marked)
    return [(name, tuple(own)) for name, own in found.items() if own]


def _rest(label: str, rows: _Groups) -> str:
    return label if len(rows) > 1 else ""


def _date(marked: Marked) -> When:
    assert marked.point.date is not None
    return marked.point.date


def _year(when: When) -> int:
    """The year that it began in; where that is open, the last year that it may have been."""
    if when.begins is not None:
        return floor(when.begins)
    return floor(when.ends) - 1 if when.ends is not None else 0


def _years(year: int, step: int) -> str:
    """1921, 1920–24, 1920–29: the stretch of years that a year falls into."""
    first = year // step * step
    if step == 1:
        return printed_year(year)
    return printed_years(first, first + step - 1)
