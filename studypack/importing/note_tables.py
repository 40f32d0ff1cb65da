"""Tables in notes: columns that are sides, rows that are points, questions and answers, terms and meanings."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import mean

from studypack.base.record import record
from studypack.importing.column_roles import Role, names_aspect, names_field, role_of
from studypack.importing.dates_found import find_dates
from studypack.importing.line_signs import Tagged, side_answered, side_before_colon
from studypack.importing.notes import NoteLine
from studypack.importing.side_words import SIDES, Part, names_side, part_named
from studypack.model.sides import MOST_SIDES

_SHORT = 5
"""The words of a cell that is a name; longer ones say something."""
_FEWEST = 3
"""The words of a cell that can stand without the name of its row."""


@record
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
    if width > 1 and _spans(body):
        return heads, _within(body, names)
    roles = _roles(names, columns, section)
    if Role.SIDE in roles:
        return heads, [point for row in body for point in _side_cells(row, names, roles)]
    pair = _pair(roles)
    if pair is not Part.OTHER:
        return heads, [_card(row, roles, pair) for row in body]
    return heads, _tagged([_row(row, names, roles) for row in body])


def _spans(body: Sequence[NoteLine]) -> bool:
    """Whether cells of the first column stand over several rows each, as cues do in Cornell notes: others are empty."""
    first = [row.cells[0] for row in body]
    told = [cell for cell in first if cell]
    is_sparse = bool(first[0]) and 1 < len(told) <= len(first) // 2
    return is_sparse and max(map(_words, told)) <= _SHORT and all(any(row.cells[1:]) for row in body)


def _within(body: Sequence[NoteLine], names: Sequence[str]) -> list[RowPoint]:
    """The points of rows that stand beside a cell over several of them: it names their side, or is their heading."""
    roles, points, cue = [Role.OTHER, Role.TEXT, *[Role.OTHER] * (len(names) - 2)], [], ""
    for row in body:
        cue = row.cells[0] or cue
        points.append(replace(_row(replace(row, cells=("", *row.cells[1:])), names, roles), original=(_typed(row),)))
        points[-1] = replace(points[-1], side=cue.replace("**", ""))
    return points


def _tagged(points: Sequence[RowPoint]) -> list[RowPoint]:
    """The points, whose sides their titles name before a colon where they name both: HELPED: money."""
    found = [side_answered(point.title) if point.title else Tagged("", "") for point in points]
    found = [each if each.side else side_before_colon(point.title) for each, point in zip(found, points, strict=True)]
    if {part_named(each.side) for each in found if each.side} < set(SIDES):
        return list(points)
    return [
        replace(point, title=each.text, side=each.side) if each.side and not point.side else point
        for each, point in zip(found, points, strict=True)
    ]


def _parted(rows: Sequence[NoteLine]) -> tuple[NoteLine | None, list[NoteLine]]:
    """The row that names the columns, and those below it."""
    told = [row for row in rows if row.is_head]
    if told:
        return told[-1], [row for row in rows if not row.is_head]
    first = rows[0]
    known = [role_of(cell) for cell in first.cells if cell]
    has_roles = len(known) > 1 and len(rows) > 1 and all(role is not Role.OTHER for role in known)
    if not has_roles and not first.cells[0] and len(known) > 1 and max(map(_words, first.cells)) < _SHORT:
        has_roles = len(rows) > 2 and all(row.cells[0] for row in rows[1:])  # | | Haiti | Japan |
    if not has_roles and len(known) > 2 and len(rows) > 2 and max(map(_words, first.cells)) < _SHORT:
        has_roles = any(map(names_field, first.cells))
    return (first, list(rows[1:])) if has_roles else (None, list(rows))


def _roles(names: Sequence[str], columns: Sequence[Sequence[str]], section: Part) -> list[Role]:
    """What each column holds: by its name, else by its cells."""
    roles = [
        Role.WHICH if _names_sides(cells) else role_of(name) if name else Role.OTHER
        for name, cells in zip(names, columns, strict=True)
    ]
    if roles.count(Role.SIDE) == 1 and len(roles) > 2:  # Source, Date, Limits
        roles[roles.index(Role.SIDE)] = Role.OTHER
    if Role.SIDE in roles and Role.WHICH not in roles:
        return roles
    roles = [Role.WHICH if role is Role.SIDE else role for role in roles]
    known = {role for role in roles if role is not Role.OTHER}
    if _compares(names, roles):
        return [Role.THEME, *[Role.SIDE] * (len(roles) - 1)]
    if not known and len(columns) == 2:
        return _two(columns, section, has_names=any(names))
    if not known and any(names) and 2 <= len(columns) <= MOST_SIDES and all(_length(each) > _SHORT for each in columns):
        return [Role.SIDE] * len(columns)
    is_named = len(columns) > 2 and roles[0] is Role.OTHER and 0 < _length(columns[0]) <= _SHORT
    if is_named and known <= {Role.TEXT, Role.DATE, Role.THEME, Role.WHICH, Role.NUMBER} and any(names):
        roles[0] = Role.TITLE
        return roles
    if known <= {Role.THEME, Role.DATE, Role.NUMBER, Role.WHICH, Role.TITLE} and Role.TEXT not in known:
        rest = [n for n, role in enumerate(roles) if role is Role.OTHER]
        if Role.TITLE not in known and rest and len(rest) > 1:
            roles[rest[0]] = Role.TITLE
    return roles


def _names_sides(cells: Sequence[str]) -> bool:
    """Whether a column says of each row on which side it is, and of some that they are on another."""
    return all(map(names_side, cells)) and len({part_named(cell) for cell in cells}) > 1


def _compares(names: Sequence[str], roles: Sequence[Role]) -> bool:
    """Whether a table compares what its columns name, row by row: | | Haiti | Japan |."""
    others = [
        role is Role.OTHER and bool(name) and not names_field(name) for name, role in zip(names, roles, strict=True)
    ]
    return (not names[0] or names_aspect(names[0])) and 1 < len(names) - 1 <= MOST_SIDES and all(others[1:])


def _two(columns: Sequence[Sequence[str]], section: Part, *, has_names: bool) -> list[Role]:
    """What two columns hold that no known words name."""
    first = [cell for cell in columns[0] if cell]
    if first and sum(cell.rstrip().endswith("?") for cell in first) * 2 > len(first):
        return [Role.QUESTION, Role.ANSWER]
    if section in (Part.TERMS, Part.PEOPLE, Part.CARDS):
        return [{Part.TERMS: Role.TERM, Part.PEOPLE: Role.PERSON}.get(section, Role.QUESTION), Role.OTHER]
    if first and sum(_is_date(cell) for cell in first) * 2 > len(first):
        return [Role.DATE, Role.TEXT]
    if _length(columns[0]) <= _SHORT < _length(columns[1]) or not has_names:
        return [Role.TITLE, Role.TEXT]
    return [Role.SIDE, Role.SIDE]


def _length(cells: Sequence[str]) -> float:
    return mean([len(cell.split()) for cell in cells if cell] or [0])


def _words(cell: str) -> int:
    return len(cell.split())


def _is_date(cell: str) -> bool:
    found = find_dates(cell)
    return bool(found) and found[0].end - found[0].start >= len(cell.strip()) - 3


def _pair(roles: Sequence[Role]) -> Part:
    """What kind of card a row is; OTHER if it is none."""
    if Role.QUESTION in roles:
        return Part.CARDS
    if Role.TERM in roles:
        return Part.TERMS
    others = {Role.DATE, Role.TITLE, Role.WHICH}
    return Part.PEOPLE if Role.PERSON in roles and not others & set(roles) else Part.OTHER


def _card(row: NoteLine, roles: Sequence[Role], part: Part) -> RowPoint:
    at = next(n for n, role in enumerate(roles) if role in (Role.QUESTION, Role.TERM, Role.PERSON))
    front = row.cells[at] if at < len(row.cells) else ""
    back = " ".join(cell for n, cell in enumerate(row.cells) if n != at and cell)
    original = _typed(row)
    if not front or not back:
        return RowPoint(row.number, front or back, (original,))
    return RowPoint(row.number, back, (original,), title=front.replace("**", ""), card=part)


def _side_cells(row: NoteLine, names: Sequence[str], roles: Sequence[Role]) -> list[RowPoint]:
    """A point for each cell on a side; what stands beside them is their theme."""
    theme = " ".join(cell for cell, role in zip(row.cells, roles, strict=False) if cell and role is not Role.SIDE)
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
        if cell and role is Role.SIDE
    ]
    if theme and (not found or len(theme.split()) > 2 * _SHORT):
        found.append(RowPoint(row.number, theme, (theme,)))
    elif theme:
        first = found[0]
        found[0] = replace(first, original=(theme, first.text))
    return found


def _row(row: NoteLine, names: Sequence[str], roles: Sequence[Role]) -> RowPoint:
    """A point that a row says, each column in its place."""
    by_role: dict[Role, str] = {}
    texts: list[str] = []
    has_title = Role.TITLE in roles
    for cell, role, name in zip(row.cells, roles, names, strict=False):
        if not cell:
            continue
        if role in (Role.TITLE, Role.DATE, Role.THEME, Role.WHICH, Role.PERSON) and role not in by_role:
            by_role[role] = cell
        elif role is not Role.NUMBER:
            is_named = name and (texts or (has_title and role is not Role.TEXT))
            texts.append(f"{name}: {cell}" if is_named else cell)
    title = by_role.get(Role.TITLE, by_role.get(Role.PERSON, "")).replace("**", "")
    if len(title.split()) > 2 * _SHORT or not texts:
        texts, title = [title, *texts] if title else texts, ""
    side, theme = by_role.get(Role.WHICH, ""), by_role.get(Role.THEME, "")
    date = by_role.get(Role.DATE, "").replace("**", "")
    text, *rest = texts or [date or theme or side or row.text]
    original = _typed(row)
    return RowPoint(row.number, text, (original,), title, date, side, theme, tuple((-1, each) for each in rest))


def _typed(row: NoteLine) -> str:
    """A row as it stands in the notes, its cells parted by |; with its labels, if each cell had one."""
    cells = [cell for cell in row.cells if cell]
    return row.text if row.text != " ".join(cells) else " | ".join(cells)


def _whole(row: NoteLine) -> RowPoint:
    return RowPoint(row.number, row.text, (row.text,))
