"""The search for the smallest repair that makes a file readable, and the repairs that add a missing mark."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

from studypack.reading.hints import as_block_scalar, find_glued_colon, indent_of, known_keys, truncate, wrong_dash
from studypack.reading.indent_repairs import (
    KEY,
    MENDABLE,
    Repair,
    all_starts,
    dash_repairs,
    misaligned_dash,
    moved_lines,
    rewritten,
    starts_item_or_key,
)

_NO_COLON = re.compile(r"(?P<key>[a-z]+)(?:\s*[=;]\s*|\s+(?=\S)|$)(?P<value>.*)")
_MARK = re.compile(r"(?P<mark>-(?=[^\s-])|[\u2013\u2014\u2022*]|[0-9]{1,3}[.)](?=\s))\s*(?P<item>\S.*)")
"""What teachers type for the '- ' of a list item: -side, \u2013 side, \u2022 side, 1. side."""
_OPENED = re.compile(r"(?P<head>(?:[a-z]+:\s+)?)(?P<quoted>'(?:[^']|'')*|\"(?:[^\"\\]|\\.)*)")
_MOST_PARSED = 2_000_000
"""The characters that are parsed in all during the search; they take two thirds of a second."""


def find_repair(lines: list[str], suspects: list[int], cost: Callable[[Repair], float]) -> Repair | None:
    """Return the best repair of one of the suspect lines; None if none helps.

    `cost` returns how much is still wrong after a repair: 0 if the whole file can be read, infinity if the repair does
    not help. Lines that start at an unusual column are tried first.
    """
    best, best_cost = None, math.inf
    left = _MOST_PARSED // (sum(map(len, lines)) + len(lines))
    usual = Counter(column for line in lines if starts_item_or_key(line) for column in all_starts(line))
    oddest = sorted(dict.fromkeys(suspects), key=lambda n: min(usual[column] for column in all_starts(lines[n])))
    for repairs in (_missing_marks, moved_lines, dash_repairs, partial(moved_lines, whole=True)):
        for repair in islice((each for number in oddest for each in repairs(lines, number)), left):
            left -= 1
            its_cost = cost(repair)
            if its_cost < best_cost:
                best, best_cost = repair, its_cost
            if not its_cost:
                return repair
    return best


def _missing_marks(lines: list[str], number: int) -> Iterator[Repair]:
    """Repairs for a missing space after a dash or a colon, a missing colon, bracket or quotation mark."""
    line = lines[number]
    if match := MENDABLE.fullmatch(line):
        start, rest = match.start("rest"), match["rest"]
        for mend in (_dash, _space, _colon, _bracket):
            yield from mend(line, number, start, rest)
        yield from _quote(lines, number, start, rest)
        if line[:start].endswith("-  "):
            yield from islice(misaligned_dash(lines, number), 1)


def _dash(line: str, number: int, start: int, rest: str) -> Iterator[Repair]:
    match = _MARK.fullmatch(rest)
    if match is None:
        return
    mark, item = match["mark"], match["item"]
    message = wrong_dash(mark)
    repair = rewritten(line, number, start, start + len(mark), message, f"- {item}")
    yield repair
    # The other keys of the item may be aligned with its first key: -side, 1. side.
    for head in (line[:start] + "-".ljust(match.start("item")), line[: start - 1] + "- " if mark == "-" else ""):
        if len(head) == start + match.start("item"):
            yield Repair(number, start, len(mark), message, repair.hint, (head + item,))


def _space(line: str, number: int, start: int, rest: str) -> Iterator[Repair]:
    if glued := find_glued_colon(rest):
        colon, message, hint = glued
        mended = f"{line[: start + colon]}: {rest[colon + 1 :]}"
        yield Repair(number, start + colon, 1, message, hint, (mended,))


def _colon(line: str, number: int, start: int, rest: str) -> Iterator[Repair]:
    match = _NO_COLON.fullmatch(rest)
    if match and match["key"] in known_keys():
        right = f"{match['key']}: {match['value']}".rstrip()
        message = f"a colon is missing after the key {match['key']}"
        yield rewritten(line, number, start, start + len(match["key"]), message, right)


def _bracket(line: str, number: int, start: int, rest: str) -> Iterator[Repair]:
    """Close a bracket at the end of the value, or open one at its start."""
    key = KEY.match(rest)
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
    """Close a quotation at the end of its text: before the next line that is not indented further than its key."""
    match = _OPENED.fullmatch(rest.rstrip())
    if match is None:
        return
    indent = indent_of(lines[number])
    last = number
    for below in range(number + 1, len(lines)):
        line = lines[below]
        if line.strip() and indent_of(line) <= (start if match["head"] else indent):
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
