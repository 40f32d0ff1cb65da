"""Find the bullet or the number that an item of a list begins with."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_GLYPHS = "•●○◦▪▫■□▸▹►▻▶‣⁃∙·⋅◆◇❖✦★☆➢➤➔➜→⇒✓✔✗✘☐☑☒✅❌❎👍👎➕➖\uf0a7\uf0b7\uf0d8\uf0fc\uf076\uf071\uf02d\uf0e0"
"""Signs that are bullets at the start of a line, a blank after them or not; the last are those of Word's Symbol and
Wingdings, as they are pasted."""
_BULLET = re.compile(
    r"(?![-–—]\s*\d{1,4}\s*[-–—]$)(?:"  # - 2 - is the number of a page
    rf"[{_GLYPHS}]+\s*"
    r"|(?:--?|=)>\s*"
    r"|(?:-{1,3}|[–—‒−‐]{1,2}|[*+~»])(?:\s+\[[ xX]?\])?(?:\s+|$)"
    r"|o\s+(?=\S)"
    r"|[§Øüvqà](?:\t| {2,})\s*)"
)
_TIGHT = re.compile(r"[-–—+](?=[^\W\d_]|[\"'“‘(£$€])|\*(?=[^\W\d_])(?!.*\*)|[-–—](?=\d)")
"""A dash without a blank after it. A dash before a digit may be a minus."""
_NUMBER = re.compile(
    r"(?:\(\d{1,3}\)|\d{1,3}[.)])(?:\s+|(?=[^\W\d_])|$)|\(?(?:[a-z]|[ivx]{2,5})\)\s+|\([A-Z]\)\s+|[A-Z]\)\s+"
)
_WEAK = re.compile(
    r"([a-z]|[ivx]{1,5}|[A-Z]|[IVX]{1,5})\.\s+|(\d{1,2})(?:\s*[:/–-])\s+|(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+"
)
"""What is a number only in a row of them: c. 1920 and A. Lincoln are none, nor is 1.5 million."""
_BARE = re.compile(r"(\d{1,2})\s+(?=[^\W\d_])")
_FEWEST_BARE = 3
_ROMAN = {"i": 1, "v": 5, "x": 10}
_NEAR = 40
"""The lines within which the number before or after another stands."""


class Label(NamedTuple):
    """The label of an item as typed, its style, and the words after it."""

    label: str
    style: str
    """Its kind: a bullet is its own; numbers are 1., (1), a., A., i. or I."""
    rest: str


def find_labels(lines: Sequence[str]) -> list[Label | None]:
    """Return for each line its label, or None; a line is without its indent.

    What is a number only beside others, such as `c.`, is one if the number before or after it begins a line nearby.
    """
    weak = {at: each for at, line in enumerate(lines) if (each := _weak(line))}
    bare = _bare_numbers(lines)
    has_tight = any(found and not line[1].isdigit() for line in lines if (found := _TIGHT.match(line)))
    return [_label(line, has_tight) or _supported(at, weak, lines) or bare.get(at) for at, line in enumerate(lines)]


def _bare_numbers(lines: Sequence[str]) -> dict[int, Label]:
    """The labels of lines that are numbered 1, 2, 3 and on, right under each other, with nothing behind the number."""
    found: dict[int, Label] = {}
    run: list[tuple[int, Label]] = []
    for at, line in enumerate([*lines, ""]):
        number = _BARE.match(line)
        if number and int(number[1]) == len(run) + 1:
            run.append((at, Label(number[1], "1", line[number.end() :])))
            continue
        if len(run) >= _FEWEST_BARE:
            found.update(run)
        run = [(at, Label("1", "1", line[number.end() :]))] if number and int(number[1]) == 1 else []
    return found


def split_label(text: str) -> Label | None:
    """Return the label that a text of its own begins with; None if it has none."""
    return _label(text, has_tight=False)


def without_bullet(text: str) -> str:
    """Return the text without the bullet that it begins with; numbers stay."""
    label = split_label(text)
    return label.rest if label and not any(map(str.isalnum, label.label)) else text


def _label(line: str, has_tight: bool) -> Label | None:
    if found := _BULLET.match(line):
        mark = found.group().strip()
        return Label(mark, mark[:2] if mark.startswith(("-", "=")) else mark[:1], line[found.end() :])
    if (found := _TIGHT.match(line)) and (has_tight or not line[1].isdigit()):
        return Label(found.group(), found.group(), line[found.end() :])
    if found := _NUMBER.match(line):
        mark = found.group().strip()
        return Label(mark, _style(mark), line[found.end() :])
    return None


def _style(mark: str) -> str:
    inner = mark.strip("().:-– ")
    kind = "1" if inner[:1].isdigit() else "a" if len(inner) == 1 and inner not in "iI" else "i"
    kind = kind.upper() if inner.isupper() else kind
    return kind + ("." * inner.count(".")) + ("()" if mark.startswith("(") else mark[-1:])


class _Weak(NamedTuple):
    mark: str
    end: int
    values: frozenset[tuple[str, int]]
    """The places that it may have in a row: c. is the third letter, i. a ninth or a first."""


def _weak(line: str) -> _Weak | None:
    found = _WEAK.match(line)
    if not found:
        return None
    letters, number, levels = found.groups()
    values: set[tuple[str, int]] = set()
    if letters and len(letters) == 1:
        values.add(("a" if letters.islower() else "A", ord(letters)))
    if letters and set(letters.casefold()) <= set(_ROMAN):
        values.add(("i" if letters.islower() else "I", _roman(letters.casefold())))
    if number:
        values.add(("1", int(number)))
    if levels:
        head, _, last = levels.rpartition(".")
        values.add((f"{head}.{'1' * (levels.count('.') + 1)}", int(last)))
    return _Weak(found.group().strip(), found.end(), frozenset(values))


def _roman(letters: str) -> int:
    worth = [_ROMAN[letter] for letter in letters]
    return sum(-one if one < following else one for one, following in zip(worth, [*worth[1:], 0], strict=True))


def _supported(at: int, weak: dict[int, _Weak], lines: Sequence[str]) -> Label | None:
    mine = weak.get(at)
    if not mine:
        return None
    before = range(max(0, at - _NEAR), at)
    for style, value in mine.values:
        near = [weak[other].values for other in (*before, *range(at + 1, at + _NEAR)) if other in weak]
        outer = style.partition(".")[0] if "." in style and value == 1 else ""
        if any((style, value - 1) in values or (style, value + 1) in values for values in near) or (
            outer and any(lines[other].startswith((f"{outer}.", f"{outer} ", f"{outer})")) for other in before)
        ):
            return Label(mine.mark, style.rpartition(".")[2] + ".", lines[at][mine.end :])
    return None
