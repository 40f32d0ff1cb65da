"""References between the parts of a pack: the ids of points, and the worksheets and cards that name them."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from studypack.base.characters import normalise_word
from studypack.base.errors import ContentPath
from studypack.base.wording import closest, join_some, join_words, quoted, suggest_closest
from studypack.model.dates.calendar import HistoricalDate, Reckoning
from studypack.model.letters import fold_case, slugs
from studypack.model.sides import MOST_SIDES, USUAL_LETTERS, Side

_COMPARED = 20_000
"""The pairs of an unknown id and a known one that are compared. So many unknown ids are not typing mistakes."""
_COMPARABLE = 80
"""The letters of an id that is compared: the time for it grows with their square."""

_NAMELESS = ("side", "text", "date", "theme", "corrections")
"""The keys of a point that are not part of its name."""


class ReferenceFault(NamedTuple):
    """A mistake in a reference, with its path."""

    path: ContentPath
    message: str
    hint: str


def point_keys(points: Sequence[tuple[str | None, str]]) -> tuple[str, ...]:
    """Return the key of each point, given as (id, title): its id, or a slug of its title that no other point has."""
    given = {name for name, _ in points if name}
    made = iter(slugs((title for name, title in points if not name), given, fallback="point"))
    return tuple(name or next(made) for name, _ in points)


def resolve_names(data: Mapping[str, object], sides: Sequence[Side], language: str) -> Mapping[str, object]:
    """Return the content with the word of each side, and the key of each named point, in place of what was typed.

    A side may be named by its id, its printed name or its letter; the last of `sides` are the points on none. A point
    may be named by its id, its title or its printed mark. Case is ignored. A name that is unknown or ambiguous stays
    as typed.
    """
    points = _parts(data, "points")
    if not all(isinstance(point, Mapping) for point in points):
        return data
    words = _unambiguous(
        [(_fold(side.id, language), side.id) for side in sides],
        [(_fold(side.name, language), side.id) for side in sides],
        [(_fold(side.letter, language), side.id) for side in sides],
    )
    points = [_replaced(point, side=words.get(_fold(_get(point, "side"), language))) for point in points]
    known, keys = _known_names(points, {side.id: side.letter for side in sides}, language)

    def key_of(name: object) -> object:
        is_key = not isinstance(name, str) or normalise_word(name) in known
        return name if is_key else keys.get(_fold(name, language), name)

    sheets = [
        _replaced(sheet, points=[key_of(name) for name in _parts(sheet, "points")])
        for sheet in _parts(data, "worksheets")
    ]
    cards = [_replaced(card, point=key_of(_get(card, "point"))) for card in _parts(data, "flashcards")]
    resolved: Mapping[str, object] = _replaced(data, points=points, worksheets=sheets, flashcards=cards)
    return resolved


def _fold(name: object, language: str) -> str:
    return fold_case(normalise_word(name), language) if isinstance(name, str) else ""


def _known_names(
    points: Sequence[object], letters: Mapping[str, str], language: str
) -> tuple[set[str], dict[str, str]]:
    """The keys of the points; and the key of each point by its folded names: the key itself, its title and its mark."""
    named = [(_text(point, "id"), _text(point, "title") or "") for point in points]
    keys = point_keys(named) if all(name or title for name, title in named) else ()
    on = [str(_get(point, "side") or "") for point in points]
    marks, once = _marks(on, letters), _marks(on, dict(zip(letters, USUAL_LETTERS, strict=False)))
    return set(keys), _unambiguous(
        [(_fold(key, language), key) for key in keys],
        [(_fold(title, language), key) for key, (_, title) in zip(keys, named, strict=False)],
        [(_fold(mark, language), key) for key, mark in zip(keys, marks, strict=False)],
        [(_fold(mark, language), key) for key, mark in zip(keys, once, strict=False)],
    )


def _replaced(part: Any, **changed: object) -> Any:  # noqa: ANN401  (whatever stands in the file)
    """A mapping with new values for keys that it has. Empty values, and what is no mapping, stay as they are."""
    if not isinstance(part, Mapping):
        return part
    return {**part, **{key: value for key, value in changed.items() if part.get(key) and value}}


def _unambiguous(*levels: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The meaning of each name, from the first level that has it. A name that a level has twice has no meaning."""
    found: dict[str, str] = {}
    for level in levels:
        counts = Counter(name for name, _ in level)
        for name, means in level:
            if name and counts[name] == 1:
                found.setdefault(name, means)
    return found


def _marks(sides: Sequence[str], letters: Mapping[str, str]) -> list[str]:
    """The printed marks of points on these sides: A1, D1, …; empty if a side is unknown."""
    counts = dict.fromkeys(letters, 0)
    marks = []
    for side in sides if all(side in letters for side in sides) else ():
        counts[side] += 1
        marks.append(f"{letters[side]}{counts[side]}")
    return marks


def find_faults(
    data: Mapping[str, object], sides: Sequence[Side], broken: Collection[ContentPath] = ()
) -> Iterator[ReferenceFault]:
    """Yield the mistakes in the references of a pack whose names are resolved, in no order.

    `broken` has the paths of errors that validation reports; a mistake that follows from one of them is not reported.
    """
    points = _parts(data, "points")
    named = [(_text(point, "id"), _text(point, "title")) for point in points]
    yield from _duplicate_ids([name for name, _ in named])
    if not any(path[0] == "sides" for path in broken):
        yield from _faults_of_sides(sides, data, points)
    known = None
    if all(name or title for name, title in named) and not any(_hides_points(path, data) for path in broken):
        known = point_keys([(name, title or "") for name, title in named])
    wanted: list[tuple[object, ContentPath]] = []
    for number, sheet in enumerate(_parts(data, "worksheets")):
        if isinstance(sheet, str | list | tuple | None):
            continue
        names = _parts(sheet, "points")
        asks = names or _get(sheet, "passage") or _get(_get(sheet, "picture"), "labels")
        if not asks and not any(path[:2] == ("worksheets", number) for path in broken):
            message = f"worksheet {number + 1} has neither points nor a passage"
            hint = "name its points, points: [trade-agreement], or write its own text under passage: |"
            yield ReferenceFault(("worksheets", number), message, hint)
        wanted += [(name, ("worksheets", number, "points", place)) for place, name in enumerate(names)]
    for number, card in enumerate(_parts(data, "flashcards")):
        wanted.append((_get(card, "point"), ("flashcards", number, "point")))
    if known is not None:
        given = {name: number for number, (name, _) in enumerate(named) if name}
        yield from _unknown_ids(wanted, list(dict.fromkeys(known)), given)


def _faults_of_sides(
    sides: Sequence[Side], data: Mapping[str, object], points: Sequence[object]
) -> Iterator[ReferenceFault]:
    """Too many sides, two with one name or letter, and points on a side that is none of them."""
    written, language = data.get("sides"), _text(data, "language") or ""
    listed = list(written.items() if isinstance(written, Mapping) else enumerate(_parts({"": written}, "")))
    if len(listed) > MOST_SIDES:
        message = f"a pack has {MOST_SIDES} sides at most, and this is one more"
        hint = "put its points on another side, or make two packs of it"
        yield ReferenceFault(("sides", listed[MOST_SIDES][0]), message, hint)
    for number, side in enumerate(side for side in sides[: len(listed)] if len(listed) == len(sides) - 1):
        for key in ("id", "name", "letter"):
            said = getattr(side, key)
            if _fold(said, language) in [_fold(getattr(other, key), language) for other in sides[:number]]:
                place, heading = listed[number]
                at = ("sides", place, key) if _get(heading, key) else ("sides", place)
                yield ReferenceFault(at, f"two sides have the {key} {quoted(said)}", "give each one of its own")
                break
    known = [side.id for side in sides if side.id]
    for number, point in enumerate(points):
        said = _text(point, "side")
        if said and said not in known:
            names = " or ".join(f"{side.letter} for {side.name}" for side in sides if side.id)
            message = f"side must be {join_words(map(quoted, known), 'or')}"
            otherwise = f"or the printed name or letter of one of them: {names}"
            yield ReferenceFault(("points", number, "side"), message, suggest_closest(said, known, otherwise))


def _hides_points(path: ContentPath, data: Mapping[str, object]) -> bool:
    """Whether points, or the name of one, may be missing because of a mistake at this path."""
    if path[:1] == ("points",):
        return len(path) < 3 or path[2] not in _NAMELESS
    return len(path) == 1 and "points" not in data


def _duplicate_ids(names: Sequence[str | None]) -> Iterator[ReferenceFault]:
    first: dict[str, int] = {}
    for number, name in enumerate(names):
        if name and first.setdefault(name, number) != number:
            message = f"the id {quoted(name)} already names point {first[name] + 1}"
            hint = "give each point an id of its own, or leave the id out"
            yield ReferenceFault(("points", number, "id"), message, hint)


def _unknown_ids(
    wanted: Sequence[tuple[object, ContentPath]], known: Sequence[str], given: Mapping[str, int]
) -> Iterator[ReferenceFault]:
    """One fault for each name that no point has. `given` maps the ids in the file to the numbers of their points."""
    there = set(known)
    named = {normalise_word(name) for name, _ in wanted if isinstance(name, str)}
    missing: dict[str, list[ContentPath]] = {}
    for name, path in wanted:
        if isinstance(name, str) and normalise_word(name) and normalise_word(name) not in there:
            missing.setdefault(normalise_word(name), []).append(path)
    comparable = [name for name in known if len(name) <= _COMPARABLE]
    # A pack without points has a mistyped key, or is unfinished; one fault is enough for that.
    for number, (name, paths) in enumerate(missing.items() if known else list(missing.items())[:1]):
        compared = len(name) <= _COMPARABLE and (number + 1) * len(known) <= _COMPARED
        near = closest(name, comparable) if compared else ""
        if near and len(paths) > 1 and near in given and near not in named:
            message = f"{quoted(name)} is named {len(paths)} times, but this id is {quoted(near)}"
            yield ReferenceFault(("points", given[near], "id"), message, suggest_closest(name, [name]))
            continue
        otherwise = f"the points are {join_some(known, 8)}" if known else "this pack has no points yet"
        hint = suggest_closest(name, [near] if near else (), otherwise)
        yield ReferenceFault(paths[0], f"no point has the id {quoted(name)}", hint)


def _get(part: object, name: str) -> object:
    return part.get(name) if isinstance(part, Mapping) else getattr(part, name, None)


def _text(part: object, name: str) -> str | None:
    value = _get(part, name)
    return (normalise_word(value) or None) if isinstance(value, str) else None


def _parts(part: object, name: str) -> Sequence[object]:
    value = _get(part, name)
    return value if isinstance(value, list | tuple) else ()


def find_mixed_dates(dates: Iterable[tuple[ContentPath, HistoricalDate]]) -> Iterator[ReferenceFault]:
    """Yield the fault of the first date that counts from a start, where others do not: no axis has both."""
    known = list(dates)
    counted = [path for path, when in known if when.reckoning is Reckoning.COUNTED]
    if counted and len(counted) < len(known):
        message = "this counts from a start (Day 3), and other dates of the pack do not"
        yield ReferenceFault(counted[0], message, "write all of them in one way: Day 1, Day 3 …, or 1921, March 1921 …")
