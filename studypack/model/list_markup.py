"""Lists, as Markdown writes them and as people paste them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studypack.model.blocks import InList, Place
from studypack.model.source_lines import FENCE, MARKER, QUOTED, TAB, Line


def list_at(lines: Sequence[Line], at: int, place: Place) -> tuple[int, Iterator[tuple[Sequence[Line], Place]]] | None:
    """Return the line after the list that begins at a line, and each item's lines and place; None if none does.

    It has at least two items, numbered from 1 or a: `- 5 degrees` and `1921. The year` are words. A list in an item may
    have one.
    """
    first = MARKER.match(lines[at].text)
    if not first or (first["label"] and first["count"] not in ("1", "a")):
        return None
    items, end = _items(lines, at, first)
    if len(items) < 2 and not (place and isinstance(place[-1], InList)):
        return None
    start = lines[at].start
    labelled = zip(items, _labels(items), strict=True)
    return end, ((item.lines, (*place, InList(start, n, label))) for n, (item, label) in enumerate(labelled))


class _Item(NamedTuple):
    label: str
    lines: list[Line]


def _items(lines: Sequence[Line], at: int, first: re.Match[str]) -> tuple[list[_Item], int]:
    """Return the items of the list that begins at a line, and the line after it."""
    items: list[_Item] = []
    depth, content, end = lines[at].indent, 0, at
    while end < len(lines):
        line, indent = lines[end], lines[end].indent
        marker = MARKER.match(line.text)
        after_blank = end > at and lines[end - 1].is_blank
        if marker and depth <= indent < max(content, depth + 1) and _follows(marker, first, items):
            content = len(marker.group().expandtabs(TAB))
            items.append(_Item(marker["label"] or "", [line.after(marker.end())]))
        elif line.is_blank or indent > depth:
            items[-1].lines.append(line.stripped(content))
        elif after_blank or marker or FENCE.match(line.text) or QUOTED.match(line.text):
            break
        else:  # a line that goes on where it was broken
            items[-1].lines.append(line)
        end += 1
    while lines[end - 1].is_blank:
        end -= 1
    return items, end


def _follows(marker: re.Match[str], first: re.Match[str], items: Sequence[_Item]) -> bool:
    """Whether a marker begins another item of a list: a bullet, or the next number or letter, or the first again."""
    if not marker["label"] or not first["label"]:
        return not marker["label"] and not first["label"]
    if marker["count"].isdigit() != first["count"].isdigit() or marker["label"][-1] != first["label"][-1]:
        return False
    if marker["count"].isdigit():
        return int(marker["count"]) in (1, len(items) + 1)
    return ord(marker["count"]) in (ord("a"), ord("a") + len(items))


def _labels(items: Sequence[_Item]) -> list[str]:
    """The labels as they are printed: as they were typed, but where each is 1."""
    typed = [item.label for item in items]
    if typed[0][:1].isdigit() and typed[1:2] == typed[:1]:
        return [f"{number}{typed[0][-1]}" for number in range(1, len(items) + 1)]
    return typed
