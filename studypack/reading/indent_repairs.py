"""Repairs that move lines and dashes to the columns at which other lines around them start."""

import re
from collections.abc import Iterator

from studypack.base.record import record
from studypack.base.wording import quantity
from studypack.reading.hints import indent_of, known_keys, truncate

_LINE = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?P<rest>.*)")
MENDABLE = re.compile(r"(?!---|\.\.\.)(?P<indent> *)(?P<dashes>(?:- +)*)(?P<rest>[^\s#].*)")
"""A line that may be repaired: not blank, no comment, no document marker, no tab."""
KEY = re.compile(r"(?P<key>[a-z]+):(?:\s|$)")
_BLOCK_KEY = re.compile(r"(?:- +)*(?<![a-z])(?P<key>[a-z]+):\s+[|>]")
_ABOVE, _BELOW = 60, 12
"""The lines around a mistake that may have the right indentation."""


@record
class Repair:
    """A mistake at a line and a column, both from 0, with the lines that replace the wrong ones."""

    line: int
    column: int
    length: int
    message: str
    hint: str
    lines: tuple[str, ...]

    def applied(self, lines: list[str]) -> str:
        """Return the text of the file with this repair."""
        return "\n".join([*lines[: self.line], *self.lines, *lines[self.line + len(self.lines) :]])


def rewritten(
    line: str, number: int, start: int, end: int, message: str, right: str, *, at: int | None = None
) -> Repair:
    """Return the repair that replaces a line from a column on."""
    column = start if at is None else at
    return Repair(number, column, max(end - column, 1), message, f"write {truncate(right)}", (line[:start] + right,))


def starts_of(line: str) -> tuple[list[int], int]:
    """Return the columns of a line's dashes, and the column of the text after them."""
    match = _LINE.fullmatch(line)
    assert match
    at = match.start("rest")
    return [place for place in range(match.start("dashes"), at) if line[place] == "-"], at


def all_starts(line: str) -> list[int]:
    """Return the columns of a line's dashes and of the text after them."""
    dashes, start = starts_of(line)
    return [*dashes, start]


def starts_item_or_key(line: str) -> bool:
    """Return whether a line starts with a dash or with a known key."""
    return line.lstrip().startswith("- ") or _has_known_key(line)


def _has_known_key(line: str) -> bool:
    match = KEY.match(line.lstrip("- "))
    return bool(match and match["key"] in known_keys())


def dash_repairs(lines: list[str], number: int) -> Iterator[Repair]:
    """Yield repairs for a missing or a superfluous dash."""
    yield from misaligned_dash(lines, number)
    match = MENDABLE.fullmatch(lines[number])
    if match and KEY.match(match["rest"]) and not match["dashes"]:
        yield from _add_dash(lines, number, match.start("rest"))


def misaligned_dash(lines: list[str], number: int) -> Iterator[Repair]:
    """Yield repairs for a dash with two spaces whose other keys are aligned for one, or for a dash without other
    keys.
    """
    line = lines[number]
    dashes, start = starts_of(line)
    below = next((n for n in range(number + 1, len(lines)) if lines[n].strip()), None)
    if not dashes or below is None:
        return
    target = starts_of(lines[below])[1]
    word, other = (truncate(lines[n].strip(" -").partition(":")[0]) for n in (number, below))
    if target != start and target > dashes[-1] + 1:
        moved = line[: dashes[-1] + 1].ljust(target) + line[start:]
        message = f"{word}: does not stand right over {other}: of line {below + 1}"
        hint = f"put it right over {other}:, with a dash and one space before it"
        yield Repair(number, start, len(word), message, hint, (moved,))
    bare = line[: dashes[-1]] + line[start:]
    yield Repair(number, dashes[-1], 1, f"a dash stands before {word}:, and the other keys have none",
                 f"take the dash out, or indent {other}: to stand right under {word}:", (bare,))  # fmt: skip


def _add_dash(lines: list[str], number: int, start: int) -> Iterator[Repair]:
    """Add a dash before the first key of an item: left of its column, or in it with the rest of the item moved."""
    line, message = lines[number], "this list item has no dash"
    if start >= 2:
        yield rewritten(line, number, start - 2, start, message, f"- {line[start:]}", at=start)
    last = number + 1
    while last < len(lines) and indent_of(lines[last]) >= start and lines[last][start:][:1] != "-":
        last += 1
    moved = (
        f"{line[:start]}- {line[start:]}",
        *(f"  {each}" if each.strip() else each for each in lines[number + 1 : last]),
    )
    key = line[start:].partition(":")[0]
    hint = f"write - {truncate(line[start:])}, and put the rest of the item right under its {key}"
    yield Repair(number, start, len(key) + 1, message, hint, moved)


def moved_lines(lines: list[str], number: int, *, whole: bool = False) -> Iterator[Repair]:
    """Yield repairs that move a line, or with `whole` also its nested lines, to a column where others start."""
    line = lines[number]
    column = indent_of(line)
    block_key = _block_key(lines, number, column)
    if not MENDABLE.fullmatch(line):
        return
    modes = [mode for mode in dict.fromkeys(("", block_key)) if mode or starts_item_or_key(line)]
    for text in modes if KEY.match(line.lstrip("- ")) else reversed(modes):
        for target, neighbour in _targets(lines, number, column, text):
            message, hint = _describe_move(lines, number, column, target, neighbour, text)
            by = target - column
            last = _block_end(lines, number, column, target) if whole else number + 1
            moved = tuple(
                " " * by + each if by > 0 and each.strip() else each[max(-by, 0) :] for each in lines[number:last]
            )
            length = len(line.strip()) if text else len(line.split()[0])
            yield Repair(number, column, length, message, hint, moved)


def _block_end(lines: list[str], number: int, column: int, target: int) -> int:
    """The line after the last one that belongs to a line: those indented further than it, and the list right under its
    key, up to a key in the column that the line moves to.
    """
    inside, line = " " * (column + 1), lines[number]
    last = number + 1
    while last < len(lines):
        below = lines[last]
        is_list = line.endswith(":") and below.startswith(f"{inside[1:]}- ")
        if below.strip() and not below.startswith(inside) and not (is_list and line[column] != "-"):
            break
        if KEY.match(below.strip()) and indent_of(below) == target:
            break
        last += 1
    return last


def _targets(lines: list[str], number: int, column: int, block_key: str) -> list[tuple[int, int]]:
    """The columns that a line may have to move to, each with a line that starts there, the nearest first."""
    dashes, start = starts_of(lines[number])
    found: dict[int, int] = {}
    near = [n for n in range(max(0, number - _ABOVE), min(len(lines), number + _BELOW)) if n != number]
    for neighbour in sorted(near, key=lambda n: (abs(n - number), n)):
        if bool(block_key) == starts_item_or_key(lines[neighbour]) or not lines[neighbour].strip():
            continue
        its_dashes, its_start = starts_of(lines[neighbour])
        for target in its_dashes if dashes and not block_key else (its_start,):
            found.setdefault(target, neighbour)
        if dashes and neighbour > number and not its_dashes:
            found.setdefault(its_start - (start - column), neighbour)
    targets = [(target, neighbour) for target, neighbour in found.items() if target != column and target >= 0]
    return sorted(targets, key=lambda item: abs(item[0] - column))[:8]


def _block_key(lines: list[str], number: int, column: int) -> str:
    """The key with a | or > whose text a line seems to belong to; empty if there is none."""
    for above in range(number - 1, -1, -1):
        line = lines[above]
        if match := _BLOCK_KEY.search(line):
            text = next((each for each in lines[above + 1 :] if each.strip()), "")
            if column >= indent_of(text):
                return ""
            return match["key"] if match.start("key") < column or not starts_item_or_key(lines[number]) else ""
        if _has_known_key(line):
            return ""
    return ""


def _describe_move(
    lines: list[str], number: int, column: int, target: int, neighbour: int, block_key: str
) -> tuple[str, str]:
    if block_key:
        hint = f"indent it like the first line of the text, or, if it is a key, like {block_key}:"
        return f"this line is indented less than the text under {block_key}:", hint
    dashes, start = starts_of(lines[number])
    its_dashes, its_start = starts_of(lines[neighbour])
    off = abs(column - target)
    columns = f"{quantity(off, 'column')} too far {'right' if target < column else 'left'}"
    over = "over" if neighbour > number else "under"
    word = lines[number][start:].partition(":")[0].split(" ")[0]
    other = lines[neighbour][its_start:].partition(":")[0].split(" ")[0]
    if dashes and target in its_dashes:
        return f"this dash is {columns}", f"put it right {over} the dash of line {neighbour + 1}"
    if dashes:
        return (
            f"this dash is {columns}",
            f"move it so that {word}: stands right {over} {other}: of line {neighbour + 1}",
        )
    what = "key" if KEY.match(lines[number], start) else "line"
    return f"this {what} is {columns}", f"put it right {over} {other}: of line {neighbour + 1}"
