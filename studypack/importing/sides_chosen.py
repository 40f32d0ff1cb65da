"""Which side each point of an outline is on: that of a heading that names one, else that of a heading as it is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from studypack.importing.outline import Entry, Outline
from studypack.importing.side_words import SIDES, Part, bare, part_named
from studypack.importing.titles import title_of
from studypack.model.sides import MOST_SIDES

_FEWEST = 2
"""The headings that are titles of points, at least."""


def choose_sides(outline: Outline) -> None:
    """Give the points their sides: those that headings name, else the headings themselves where they are few."""
    entries = _titled(outline.entries)
    named = any(each.tagged or any(h.part in SIDES for h in each.headings) for each in entries)
    found = [_polar(each) for each in entries] if named else _by_headings(entries)
    spelled: dict[str, str] = {}
    for each in found:
        if each.side:
            spelled.setdefault(folded(each.side), each.side)
    if len(spelled) > MOST_SIDES and named:
        found, spelled = _merged(found), {}
        for each in found:
            if each.side:
                spelled.setdefault(folded(each.side), each.side)
    if len(spelled) > MOST_SIDES:
        found = [replace(each, side="", theme=each.side or each.theme) for each in found]
        spelled = {}
    if len({each.theme for each in found}) == 1 and len(found) > 1:  # it tells no point from another
        found = [replace(each, theme="") for each in found]
    outline.entries = [replace(each, side=spelled.get(folded(each.side), "")) for each in found]
    outline.sides = list(spelled.values())


def _titled(entries: Sequence[Entry]) -> list[Entry]:
    """The points with the headings over them as their titles, if each stands over one paragraph alone."""
    inner = [each.headings[-1] if each.headings else None for each in entries]
    lines = [heading.line for heading in inner if heading]
    has_own = any(not each.is_prose or each.tagged or not title_of(each.text).is_guess for each in entries)
    is_named = all(heading and heading.part is Part.OTHER for heading in inner)
    if len(lines) < _FEWEST or len(set(lines)) < len(lines) or has_own or not is_named:
        return list(entries)
    return [
        replace(each, title=bare(heading.text) or heading.text, headings=each.headings[:-1])
        for each, heading in zip(entries, inner, strict=True)
        if heading
    ]


def _polar(entry: Entry) -> Entry:
    inner = [h for h in entry.headings if h.part not in SIDES]
    theme = bare(inner[-1].text) if inner else entry.theme
    side = next((h.text for h in reversed(entry.headings) if h.part in SIDES), "")
    return replace(entry, side=bare(entry.tagged or side), theme=entry.theme or theme)


def _by_headings(entries: Sequence[Entry]) -> list[Entry]:
    """The points with the headings as their sides that part them: the outermost of which there are several."""
    deepest = max((len(each.headings) for each in entries), default=0)
    level = next((k for k in range(deepest) if len(_at(entries, k)) > 1), 0)
    done = []
    for each in entries:
        side = each.headings[level].text if len(each.headings) > level else ""
        inner = each.headings[level + 1 :]
        theme = each.theme or (bare(inner[-1].text) if inner else "")
        done.append(replace(each, side=bare(side) or side, theme=theme))
    return done


def _at(entries: Iterable[Entry], level: int) -> set[str]:
    return {folded(each.headings[level].text) for each in entries if len(each.headings) > level}


def _merged(entries: Sequence[Entry]) -> list[Entry]:
    """Points on more sides than a pack has, on two: those that speak for and against; their headings are themes."""
    done = []
    for each in entries:
        part = part_named(each.side) if each.side else Part.OTHER
        side = {Part.FOR: "Advantages", Part.AGAINST: "Disadvantages"}.get(part, "")
        done.append(replace(each, side=side, theme=each.theme or each.side))
    return done


def folded(name: str) -> str:
    """Return the words of a name as names are compared."""
    return " ".join(re.findall(r"\w+", name.casefold()))
