"""Lists, as Markdown writes them and as people paste them."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from string import ascii_letters
from typing import NamedTuple

from studypack.model.blocks import InList, Place
from studypack.model.source_lines import FENCE, MARKER, TAB, Line, begins_quotation


def list_at(lines: Sequence[Line], at: int, place: Place) -> tuple[int, Iterator[tuple[Sequence[Line], Place]]] | None:
    """Return the line after the list that begins at a line, and each item's lines and place; None if none does.

    It has at least two items, numbered from 1, a, A or i: `- 5 degrees` and `1921. The year` are words. A list in an
    item may have one.
    """
    first = MARKER.match(lines[at].text)
    if not first or (first["label"] and first["count"] not in _NUMERALS):
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
        elif line.is_blank or indent > depth or _is_below(marker, first):
            items[-1].lines.append(line.stripped(content))
        elif after_blank or marker or FENCE.match(line.text) or begins_quotation(lines, end):
            break
        else:  # a line that goes on where it was broken
            items[-1].lines.append(line)
        end += 1
    while lines[end - 1].is_blank:
        end -= 1
    return items, end


def _bullet(marker: re.Match[str]) -> str:
    return marker["bullet"] or marker["close"] or ""


def _is_below(marker: re.Match[str] | None, first: re.Match[str]) -> bool:
    """Whether a marker begins an item of a list in an item, by its bullet alone, as lists of Word are pasted."""
    return bool(marker and _bullet(marker) in _BELOW and _bullet(first) and _bullet(first) not in _BELOW)


def _follows(marker: re.Match[str], first: re.Match[str], items: Sequence[_Item]) -> bool:
    """Whether a marker begins another item of a list: a bullet, or the next number or letter, or the first again."""
    if not marker["label"] or not first["label"]:
        return not marker["label"] and not first["label"] and not _is_below(marker, first)
    count, begins = marker["count"], first["count"]
    is_alike = marker["label"].replace(count, "") == first["label"].replace(begins, "")
    return is_alike and count in (begins, _NUMERALS[begins](len(items)))


def _labels(items: Sequence[_Item]) -> list[str]:
    """The labels as they are printed: as they were typed, but where each is 1."""
    typed = [item.label for item in items]
    if "1" in typed[0] and typed[1:2] == typed[:1]:
        return [typed[0].replace("1", str(number)) for number in range(1, len(items) + 1)]
    return typed


def _letter(first: str, number: int) -> str:
    return chr(ord(first) + number) if number < len(ascii_letters) // 2 else ""


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi")
_NUMERALS: dict[str, Callable[[int], str]] = {
    "1": lambda number: str(number + 1),
    "a": partial(_letter, "a"),
    "A": partial(_letter, "A"),
    "i": lambda number: _ROMAN[number] if number < len(_ROMAN) else "",
}
"""By what a list begins with, the count of its item with a number, from 0; empty if there is none."""
_BELOW = frozenset("o○◦▪▫■□")
"""Bullets of lists in items."""
