"""The smallest repair after which a file reads: each likely one is tried, and the one that works is told."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

from studypack.base.wording import quantity
from studypack.reading.slip import as_block_scalar, known_keys, truncate

_LINE = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?P<rest>.*)")
_SLIPPED = re.compile(r"(?!---|\.\.\.)(?P<indent> *)(?P<dashes>(?:- +)*)(?P<rest>[^\s#].*)")
"""A line that may be mended: no blank one, no comment, no end of a document, no tab."""
_KEY = re.compile(r"(?P<key>[a-z]+):(?:\s|$)")
_NO_COLON = re.compile(r"(?P<key>[a-z]+)(?:\s*[=;]\s*|\s+(?=\S)|$)(?P<value>.*)")
_NO_SPACE = re.compile(r"(?P<key>[a-z]+):(?P<value>[^\s/].*)")
_MARK = re.compile(r"(?P<mark>-(?=[^\s-])|[\u2013\u2014\u2022*]|[0-9]{1,3}[.)](?=\s))\s*(?P<item>\S.*)")
"""What teachers write for the '- ' of a list item: -side, \u2013 side, \u2022 side, 1. side."""
_OPENED = re.compile(r"(?P<head>(?:[a-z]+:\s+)?)(?P<quoted>'(?:[^']|'')*|\"(?:[^\"\\]|\\.)*)")
_BARRED = re.compile(r"(?:- +)*(?P<key>[a-z]+):\s+[|>]")
_ABOVE, _BELOW = 60, 12
"""Lines around a slip whose indentation may be the right one."""
_TRIED = 2_000_000
"""Characters that are read in all to find the repair: some two thirds of a second."""


@dataclass(frozen=True, slots=True)
class Repair:
    """What stands where (from 0) and is wrong, and the lines that stand in its place when it is mended."""

    line: int
    column: int
    length: int
    message: str
    hint: str
    lines: tuple[str, ...]

    def applied(self, lines: list[str]) -> str:
        """The text of a file with this repair."""
        return "\n".join([*lines[: self.line], *self.lines, *lines[self.line + len(self.lines) :]])


def find_repair(lines: list[str], suspects: list[int], price: Callable[[Repair], float]) -> Repair | None:
    """The best repair of one of the suspect lines; None where none helps.

    `price` says how much is still wrong after a repair: 0 where the whole file reads, infinity where the repair is no
    help. Lines that start where few others do are tried first.
    """
    best, best_price = None, math.inf
    left = _TRIED // (sum(map(len, lines)) + len(lines))
    usual = Counter(column for line in lines if _starts_part(line) for column in _all_starts(line))
    oddest = sorted(dict.fromkeys(suspects), key=lambda n: min(usual[column] for column in _all_starts(lines[n])))
    for likely in (_words, _moves, _dashes, partial(_moves, whole=True)):
        for repair in islice((each for number in oddest for each in likely(lines, number)), left):
            left -= 1
            its_price = price(repair)
            if its_price < best_price:
                best, best_price = repair, its_price
            if not its_price:
                return repair
    return best


def _words(lines: list[str], number: int) -> Iterator[Repair]:
    """What may be missing in a line: the space after a dash or a colon, the colon, a bracket, a quotation mark."""
    line = lines[number]
    if match := _SLIPPED.fullmatch(line):
        start, rest = match.start("rest"), match["rest"]
        for mend in (_dash, _space, _colon, _bracket):
            yield from mend(line, number, start, rest)
        yield from _quote(lines, number, start, rest)
        if line[:start].endswith("-  "):
            yield from islice(_wide_dash(lines, number), 1)


def _dashes(lines: list[str], number: int) -> Iterator[Repair]:
    """A dash that is missing, or one too many."""
    yield from _wide_dash(lines, number)
    match = _SLIPPED.fullmatch(lines[number])
    if match and _KEY.match(match["rest"]) and not match["dashes"]:
        yield from _no_dash(lines, number, match.start("rest"))


def _end(lines: list[str], number: int, column: int, target: int) -> int:
    """The line before which ends what belongs to a line that is to start elsewhere: what is indented further than it,
    and the list right under its key, up to a key that stands where it is to start."""
    inside, line = " " * (column + 1), lines[number]
    last = number + 1
    while last < len(lines):
        below = lines[last]
        is_list = line.endswith(":") and below.startswith(f"{inside[1:]}- ")
        if below.strip() and not below.startswith(inside) and not (is_list and line[column] != "-"):
            break
        if _KEY.match(below.strip()) and len(below) - len(below.lstrip()) == target:
            break
        last += 1
    return last


def _no_dash(lines: list[str], number: int, start: int) -> Iterator[Repair]:
    """A dash before the first key of an item: left of its column, or in it, and the rest of the item moved along."""
    line, message = lines[number], "this list item has no dash"
    if start >= 2:
        yield _mended(line, number, start - 2, start, message, f"- {line[start:]}", at=start)
    last = number + 1
    while (
        last < len(lines)
        and len(lines[last]) - len(lines[last].lstrip(" ")) >= start
        and lines[last][start:][:1] != "-"
    ):
        last += 1
    moved = (
        f"{line[:start]}- {line[start:]}",
        *(f"  {each}" if each.strip() else each for each in lines[number + 1 : last]),
    )
    key = line[start:].partition(":")[0]
    hint = f"write - {truncate(line[start:])}, and put the rest of the item right under its {key}"
    yield Repair(number, start, len(key) + 1, message, hint, moved)


def _mended(line: str, number: int, start: int, end: int, message: str, right: str, *, at: int | None = None) -> Repair:
    """The repair that writes a line anew from a column on."""
    column = start if at is None else at
    return Repair(number, column, max(end - column, 1), message, f"write {truncate(right)}", (line[:start] + right,))


def _dash(line: str, number: int, start: int, rest: str) -> Iterator[Repair]:
    match = _MARK.fullmatch(rest)
    if match is None:
        return
    mark, item = match["mark"], match["item"]
    message = f"a list item starts with a dash and a space, not with {mark}"
    if mark == "-":
        message = "a space is missing after the dash"
    repair = _mended(line, number, start, start + len(mark), message, f"- {item}")
    yield repair
    # The other keys of the item may stand right under the first: -side, 1. side.
    for head in (line[:start] + "-".ljust(match.start("item")), line[: start - 1] + "- " if mark == "-" else ""):
        if len(head) == start + match.start("item"):
            yield Repair(number, start, len(mark), message, repair.hint, (head + item,))


def _space(line: str, number: int, start: int, rest: str) -> Iterator[Repair]:
    match = _NO_SPACE.fullmatch(rest)
    if match and match["key"] in known_keys():
        colon = start + len(match["key"])
        right = f"{match['key']}: {match['value']}"
        yield _mended(line, number, start, colon + 1, "a space is missing after the colon", right, at=colon)


def _colon(line: str, number: int, start: int, rest: str) -> Iterator[Repair]:
    match = _NO_COLON.fullmatch(rest)
    if match and match["key"] in known_keys():
        right = f"{match['key']}: {match['value']}".rstrip()
        message = f"a colon is missing after the key {match['key']}"
        yield _mended(line, number, start, start + len(match["key"]), message, right)


def _bracket(line: str, number: int, start: int, rest: str) -> Iterator[Repair]:
    """Closes what a value opens at its start, or opens what it closes at its end."""
    key = _KEY.match(rest)
    for at in dict.fromkeys((start + key.end() if key else start, start)):
        value = line[at:].rstrip()
        for opener, closer in ("[]", "{}"):
            if value.count(opener) == value.count(closer) + 1 and value.startswith(opener):
                message = f"this {opener} is never closed"
                yield Repair(number, at, 1, message, f"end it with {closer}", (line.rstrip() + closer,))
            elif value.count(closer) == value.count(opener) + 1 and value.endswith(closer):
                message = f"a {opener} is missing before what {closer} ends"
                hint = f"write {truncate(opener + value)}"
                yield Repair(number, at, 1, message, hint, (line[:at] + opener + line[at:],))


def _quote(lines: list[str], number: int, start: int, rest: str) -> Iterator[Repair]:
    """Closes a text in quotes where it ends: before the next line that is not indented further than its key."""
    match = _OPENED.fullmatch(rest.rstrip())
    if match is None:
        return
    indent = len(lines[number]) - len(lines[number].lstrip())
    last = number
    for below in range(number + 1, len(lines)):
        line = lines[below]
        if line.strip() and len(line) - len(line.lstrip()) <= (start if match["head"] else indent):
            break
        last = below if line.strip() else last
    mark = match["quoted"][0]
    if any(mark in line for line in lines[number + 1 : last + 1]):
        return
    ended = (*lines[number:last], lines[last].rstrip() + mark)
    text = f"{match['quoted'].rstrip()}{mark}" if last == number else f"{lines[last].strip()}{mark}"
    at = start + match.start("quoted")
    hint = f"close it at the end of the text: {text if len(text) <= 60 else '…' + text[-50:]}"
    if barred := as_block_scalar(lines[number], at):
        hint += f"; text with quotation marks of its own stands under a |: write {barred}"
    yield Repair(number, at, 1, "this quotation mark is never closed", hint, ended)


def _moves(lines: list[str], number: int, *, whole: bool = False) -> Iterator[Repair]:
    """Moves a line, or the whole of what it begins, to where others around it start."""
    line = lines[number]
    column = len(line) - len(line.lstrip())
    barred = _barred(lines, number, column)
    if not _SLIPPED.fullmatch(line):
        return
    modes = [mode for mode in dict.fromkeys(("", barred)) if mode or _starts_part(line)]
    for text in modes if _KEY.match(line.lstrip("- ")) else reversed(modes):
        for target, donor in _targets(lines, number, column, text):
            message, hint = _told(lines, number, column, target, donor, text)
            by = target - column
            last = _end(lines, number, column, target) if whole else number + 1
            moved = tuple(
                " " * by + each if by > 0 and each.strip() else each[max(-by, 0) :] for each in lines[number:last]
            )
            length = len(line.strip()) if text else len(line.split()[0])
            yield Repair(number, column, length, message, hint, moved)


def _starts(line: str) -> tuple[list[int], int]:
    """The columns of the dashes of a line, and the column of what follows them."""
    match = _LINE.fullmatch(line)
    assert match
    at = match.start("rest")
    return [place for place in range(match.start("dashes"), at) if line[place] == "-"], at


def _all_starts(line: str) -> list[int]:
    dashes, start = _starts(line)
    return [*dashes, start]


def _targets(lines: list[str], number: int, column: int, barred: str) -> list[tuple[int, int]]:
    """The columns at which a line may have to start, each with the line that starts there, the nearest first."""
    dashes, start = _starts(lines[number])
    found: dict[int, int] = {}
    near = [n for n in range(max(0, number - _ABOVE), min(len(lines), number + _BELOW)) if n != number]
    for donor in sorted(near, key=lambda n: (abs(n - number), n)):
        if bool(barred) == _starts_part(lines[donor]) or not lines[donor].strip():
            continue
        its_dashes, its_start = _starts(lines[donor])
        for target in its_dashes if dashes and not barred else (its_start,):
            found.setdefault(target, donor)
        if dashes and donor > number and not its_dashes:
            found.setdefault(its_start - (start - column), donor)
    targets = [(target, donor) for target, donor in found.items() if target != column and target >= 0]
    return sorted(targets, key=lambda item: abs(item[0] - column))[:8]


def _barred(lines: list[str], number: int, column: int) -> str:
    """The key with a | or > whose text a line seems to belong to; empty where there is none."""
    for above in range(number - 1, -1, -1):
        line = lines[above]
        if match := _BARRED.search(line):
            text = next((each for each in lines[above + 1 :] if each.strip()), "")
            if column >= len(text) - len(text.lstrip()):
                return ""
            return match["key"] if match.start("key") < column or not _starts_part(lines[number]) else ""
        if _has_known_key(line):
            return ""
    return ""


def _starts_part(line: str) -> bool:
    """Whether a line starts with a dash or with a known key."""
    return line.lstrip().startswith("- ") or _has_known_key(line)


def _has_known_key(line: str) -> bool:
    match = _KEY.match(line.lstrip("- "))
    return bool(match and match["key"] in known_keys())


def _told(lines: list[str], number: int, column: int, target: int, donor: int, barred: str) -> tuple[str, str]:
    if barred:
        hint = f"indent it like the first line of the text, or, if it is a key, like {barred}:"
        return f"this line is indented less than the text under {barred}:", hint
    dashes, start = _starts(lines[number])
    its_dashes, its_start = _starts(lines[donor])
    off = abs(column - target)
    columns = f"{quantity(off, 'column')} too far {'right' if target < column else 'left'}"
    over = "over" if donor > number else "under"
    word = lines[number][start:].partition(":")[0].split(" ")[0]
    other = lines[donor][its_start:].partition(":")[0].split(" ")[0]
    if dashes and target in its_dashes:
        return f"this dash is {columns}", f"put it right {over} the dash of line {donor + 1}"
    if dashes:
        return f"this dash is {columns}", f"move it so that {word}: stands right {over} {other}: of line {donor + 1}"
    what = "key" if _KEY.match(lines[number], start) else "line"
    return f"this {what} is {columns}", f"put it right {over} {other}: of line {donor + 1}"


def _wide_dash(lines: list[str], number: int) -> Iterator[Repair]:
    """Two spaces after a dash, and the other keys of the item as if it were one; or a dash before a key of none."""
    line = lines[number]
    dashes, start = _starts(line)
    below = next((n for n in range(number + 1, len(lines)) if lines[n].strip()), None)
    if not dashes or below is None:
        return
    target = _starts(lines[below])[1]
    word, other = (truncate(lines[n].strip(" -").partition(":")[0]) for n in (number, below))
    if target != start and target > dashes[-1] + 1:
        moved = line[: dashes[-1] + 1].ljust(target) + line[start:]
        message = f"{word}: does not stand right over {other}: of line {below + 1}"
        hint = f"put it right over {other}:, with a dash and one space before it"
        yield Repair(number, start, len(word), message, hint, (moved,))
    bare = line[: dashes[-1]] + line[start:]
    yield Repair(number, dashes[-1], 1, f"a dash stands before {word}:, and the other keys have none",
                 f"take the dash out, or indent {other}: to stand right under {word}:", (bare,))  # fmt: skip
