"""Tables in notes: columns that are sides, rows that are points, questions and answers, terms and meanings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from statistics import mean

from studypack.importing.dates_found import find_dates
from studypack.importing.notes import NoteLine
from studypack.importing.side_words import Part, bare, names_side
from studypack.model.sides import MOST_SIDES

_SHORT = 5
"""The words of a cell that is a name; longer ones say something."""
_FEWEST = 3
"""The words of a cell that can stand without the name of its row."""


class _Role(Enum):
    """What a column holds."""

    SIDE = auto()
    """Points of the side that its head names."""
    WHICH = auto()
    """The side of each row."""
    TITLE = auto()
    DATE = auto()
    THEME = auto()
    TEXT = auto()
    NUMBER = auto()
    QUESTION = auto()
    ANSWER = auto()
    TERM = auto()
    MEANING = auto()
    PERSON = auto()
    OTHER = auto()


_ROLES = tuple(
    (role, re.compile(rf"(?:the |key |main )?(?:{words})s?", re.IGNORECASE))
    for role, words in (
        (
            _Role.WHICH,
            r"sides?|for or against|for/against|pro or con|pro/con|pros?/cons?|\+/-|advantage or disadvantage",
        ),
        (_Role.DATE, r"date|year|when|time|period|dates?/years?|date or year"),
        (_Role.NUMBER, r"no\.?|nr\.?|#|number"),
        (
            _Role.TITLE,
            r"title|point|argument|factor|reason|event|name of .*|what|idea|heading|case|issue|cause|topic point",
        ),
        (_Role.THEME, r"theme|categor(?:y|ie)|type|topic|area|kind|group|tag"),
        (_Role.TEXT, r"text|detail|explanation|evidence|description|notes?|what happened|significance|example|info"),
        (_Role.QUESTION, r"question|q|front|prompt|cue|cue column|recall"),
        (_Role.ANSWER, r"answer|a|back|response"),
        (_Role.TERM, r"term|word|keyword|key word|concept|vocab(?:ulary)?|expression"),
        (_Role.MEANING, r"definition|meaning|translation|means"),
        (_Role.PERSON, r"name|person|people|individual|figure|who|character"),
    )
)
_COMPARED = re.compile(
    r"features?|aspects?|criteri(?:on|a)|categor(?:y|ies)|themes?|areas?|factors?|topics?", re.IGNORECASE
)
_NAMES = re.compile(
    r"(?:key |main )?(?:examples?|evidence|explanations?|significance|effects?|causes?|consequences?|impacts?|dates?"
    r"|years?|definitions?|meanings?|advantages?|disadvantages?|how it (?:helps|works)|why it matters|descriptions?"
    r"|details?)",
    re.IGNORECASE,
)
"""What names a column, and is hardly ever said in one."""


@dataclass(frozen=True, slots=True)
class RowPoint:
    """A point, or a card, that a row or a cell says."""

    line: int
    text: str
    original: tuple[str, ...]
    title: str = ""
    date: str = ""
    side: str = ""
    theme: str = ""
    details: tuple[tuple[int, str], ...] = ()
    card: Part = Part.OTHER


def read_table(rows: Sequence[NoteLine], section: Part) -> tuple[list[str], list[RowPoint]]:
    """Return the words of a table's head, and what its rows say; `section` is what the heading over it names."""
    head, body = _parted(rows)
    width = max(len(row.cells) for row in rows)
    names = [head.cells[n] if head and n < len(head.cells) else "" for n in range(width)]
    heads = [each.text for each in rows if each not in body]
    if not body:
        return [], [_whole(row) for row in rows]
    columns = [[row.cells[n] if n < len(row.cells) else "" for row in body] for n in range(width)]
    roles = _roles(names, columns, section)
    if _Role.SIDE in roles:
        return heads, [point for row in body for point in _side_cells(row, names, roles)]
    pair = _pair(roles)
    if pair is not Part.OTHER:
        return heads, [_card(row, roles, pair) for row in body]
    return heads, [_row(row, names, roles) for row in body]


def _parted(rows: Sequence[NoteLine]) -> tuple[NoteLine | None, list[NoteLine]]:
    """The row that names the columns, and those below it."""
    told = [row for row in rows if row.is_head]
    if told:
        return told[-1], [row for row in rows if not row.is_head]
    first = rows[0]
    known = [_role(cell) for cell in first.cells if cell]
    has_roles = len(known) > 1 and len(rows) > 1 and all(role is not _Role.OTHER for role in known)
    if not has_roles and len(known) > 2 and len(rows) > 2 and max(map(_words, first.cells)) < _SHORT:
        has_roles = any(_NAMES.fullmatch(bare(cell)) for cell in first.cells)
    return (first, list(rows[1:])) if has_roles else (None, list(rows))


def _role(head: str) -> _Role:
    words = bare(head)
    if names_side(head) and len(words.split()) <= 2 * _SHORT:
        return _Role.SIDE
    for name in (words, *re.split(r"\s*(?:/|&|\band\b|\bor\b|,|\()\s*", words)):  # Cues / Questions
        for role, pattern in _ROLES:
            if pattern.fullmatch(name):
                return role
    return _Role.OTHER


def _roles(names: Sequence[str], columns: Sequence[Sequence[str]], section: Part) -> list[_Role]:
    """What each column holds: by its name, else by its cells."""
    roles = [_role(name) if name else _Role.OTHER for name in names]
    if roles.count(_Role.SIDE) == 1 and len(roles) > 2:  # Source, Date, Limits
        roles[roles.index(_Role.SIDE)] = _Role.OTHER
    if _Role.SIDE in roles and _Role.WHICH not in roles:
        return roles
    roles = [_Role.WHICH if role is _Role.SIDE else role for role in roles]
    known = {role for role in roles if role is not _Role.OTHER}
    if _compares(names, roles):
        return [_Role.THEME, *[_Role.SIDE] * (len(roles) - 1)]
    if not known and len(columns) == 2:
        return _two(columns, section, has_names=any(names))
    if not known and any(names) and 2 <= len(columns) <= MOST_SIDES and all(_length(each) > _SHORT for each in columns):
        return [_Role.SIDE] * len(columns)
    is_named = len(columns) > 2 and roles[0] is _Role.OTHER and 0 < _length(columns[0]) <= _SHORT
    if is_named and known <= {_Role.TEXT, _Role.DATE, _Role.THEME, _Role.WHICH, _Role.NUMBER} and any(names):
        roles[0] = _Role.TITLE
        return roles
    if known <= {_Role.THEME, _Role.DATE, _Role.NUMBER, _Role.WHICH, _Role.TITLE} and _Role.TEXT not in known:
        rest = [n for n, role in enumerate(roles) if role is _Role.OTHER]
        if _Role.TITLE not in known and rest and len(rest) > 1:
            roles[rest[0]] = _Role.TITLE
    return roles


def _compares(names: Sequence[str], roles: Sequence[_Role]) -> bool:
    """Whether a table compares what its columns name, row by row: | | Haiti | Japan |."""
    is_theme = not names[0] or _COMPARED.fullmatch(bare(names[0])) is not None
    return is_theme and 1 < len(names) - 1 <= MOST_SIDES and all(names[1:]) and all(r is _Role.OTHER for r in roles[1:])


def _two(columns: Sequence[Sequence[str]], section: Part, *, has_names: bool) -> list[_Role]:
    """What two columns hold that no known words name."""
    first = [cell for cell in columns[0] if cell]
    if first and sum(cell.rstrip().endswith("?") for cell in first) * 2 > len(first):
        return [_Role.QUESTION, _Role.ANSWER]
    if section in (Part.TERMS, Part.PEOPLE, Part.CARDS):
        return [{Part.TERMS: _Role.TERM, Part.PEOPLE: _Role.PERSON}.get(section, _Role.QUESTION), _Role.OTHER]
    if first and sum(_is_date(cell) for cell in first) * 2 > len(first):
        return [_Role.DATE, _Role.TEXT]
    if _length(columns[0]) <= _SHORT < _length(columns[1]) or not has_names:
        return [_Role.TITLE, _Role.TEXT]
    return [_Role.SIDE, _Role.SIDE]


def _length(cells: Sequence[str]) -> float:
    return mean([len(cell.split()) for cell in cells if cell] or [0])


def _words(cell: str) -> int:
    return len(cell.split())


def _is_date(cell: str) -> bool:
    found = find_dates(cell)
    return bool(found) and found[0].end - found[0].start >= len(cell.strip()) - 3


def _pair(roles: Sequence[_Role]) -> Part:
    """What kind of card a row is; OTHER if it is none."""
    if _Role.QUESTION in roles:
        return Part.CARDS
    if _Role.TERM in roles:
        return Part.TERMS
    others = {_Role.DATE, _Role.TITLE, _Role.WHICH}
    return Part.PEOPLE if _Role.PERSON in roles and not others & set(roles) else Part.OTHER


def _card(row: NoteLine, roles: Sequence[_Role], part: Part) -> RowPoint:
    at = next(n for n, role in enumerate(roles) if role in (_Role.QUESTION, _Role.TERM, _Role.PERSON))
    front = row.cells[at] if at < len(row.cells) else ""
    back = " ".join(cell for n, cell in enumerate(row.cells) if n != at and cell)
    original = _typed(row)
    if not front or not back:
        return RowPoint(row.number, front or back, (original,))
    return RowPoint(row.number, back, (original,), title=front.replace("**", ""), card=part)


def _side_cells(row: NoteLine, names: Sequence[str], roles: Sequence[_Role]) -> list[RowPoint]:
    """A point for each cell on a side; what stands beside them is their theme."""
    theme = " ".join(cell for cell, role in zip(row.cells, roles, strict=False) if cell and role is not _Role.SIDE)
    found = [
        RowPoint(
            row.number,
            cell,
            (cell,),
            title=theme if _words(cell) < _FEWEST and _words(theme) <= _SHORT else "",
            side=name,
            theme=theme if _words(theme) <= 2 * _SHORT else "",
        )
        for cell, role, name in zip(row.cells, roles, names, strict=False)
        if cell and role is _Role.SIDE
    ]
    if theme and (not found or len(theme.split()) > 2 * _SHORT):
        found.append(RowPoint(row.number, theme, (theme,)))
    elif theme:
        first = found[0]
        found[0] = replace(first, original=(theme, first.text))
    return found


def _row(row: NoteLine, names: Sequence[str], roles: Sequence[_Role]) -> RowPoint:
    """A point that a row says, each column in its place."""
    by_role: dict[_Role, str] = {}
    texts: list[str] = []
    has_title = _Role.TITLE in roles
    for cell, role, name in zip(row.cells, roles, names, strict=False):
        if not cell:
            continue
        if role in (_Role.TITLE, _Role.DATE, _Role.THEME, _Role.WHICH, _Role.PERSON) and role not in by_role:
            by_role[role] = cell
        elif role is not _Role.NUMBER:
            is_named = name and (texts or (has_title and role is not _Role.TEXT))
            texts.append(f"{name}: {cell}" if is_named else cell)
    title = by_role.get(_Role.TITLE, by_role.get(_Role.PERSON, "")).replace("**", "")
    if len(title.split()) > 2 * _SHORT or not texts:
        texts, title = [title, *texts] if title else texts, ""
    side, theme = by_role.get(_Role.WHICH, ""), by_role.get(_Role.THEME, "")
    date = by_role.get(_Role.DATE, "").replace("**", "")
    text, *rest = texts or [date or theme or side or row.text]
    original = _typed(row)
    return RowPoint(row.number, text, (original,), title, date, side, theme, tuple((-1, each) for each in rest))


def _typed(row: NoteLine) -> str:
    """A row as it stands in the notes, its cells parted by |; with its labels, if each cell had one."""
    cells = [cell for cell in row.cells if cell]
    return row.text if row.text != " ".join(cells) else " | ".join(cells)


def _whole(row: NoteLine) -> RowPoint:
    return RowPoint(row.number, row.text, (row.text,))
