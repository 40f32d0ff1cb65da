"""Paragraphs of an essay whose lines are labelled: Point, Evidence, Explanation, Link, and their relatives."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from studypack.importing.notes import Kind, NoteLine

_OPENING = ("p", "point", "c", "claim", "statement", "topic sentence")
_PROVING = ("e", "ev", "evidence", "example", "ex", "quote", "quotation", "q")
_LABEL = re.compile(
    r"(?:\*\*)?(?P<label>topic sentence|statement|point|claim|p|c|evidence|example|quotation|quote|ev|ex|q"
    r"|explain|explanation|explore|analy[sz]e|analysis|reason(?:ing)?|technique|terminology|method|context|effect"
    r"|development|elaboration|evaluat(?:e|ion)|significance|counter(?:-?argument)?|link(?: back)?|so what\?*"
    r"|e|l|a|t|s|d|r|w)"
    r"(?:\*\*)?\s?(?P<number>\d{0,2})(?:\*\*)?\s?(?P<sign>[:=]|[-–—](?=\s|$)|$)(?:\*\*)?(?:\s+|$)",
    re.IGNORECASE,
)

_WITHIN = re.compile(r"(?<=[.!?])\s(?:\*\*)?(?P<label>evidence|example|quotation|quote):(?=\*?\*?\s)", re.IGNORECASE)
"""A label in the midst of a paragraph that begins with one."""


def has_peel(lines: Iterable[NoteLine]) -> bool:
    """Return whether some lines are labelled as points, and others as their evidence."""
    words = [line.words for line in lines if line.kind is not Kind.ROW]
    labels = {peel_label(each) for each in words}
    labels |= {within["label"].casefold() for each in words if peel_label(each) for within in _WITHIN.finditer(each)}
    return not labels.isdisjoint(_OPENING) and not labels.isdisjoint(_PROVING)


def peel_label(words: str) -> str:
    """Return the label of PEEL that a line begins with, in small letters; empty if it has none."""
    found = _LABEL.match(words)
    if not found or (len(found["label"]) == 1 and not found["sign"]):  # E coli
        return ""
    return found["label"].casefold()


def opens_paragraph(label: str) -> bool:
    """Return whether a label of PEEL begins another point."""
    return label in _OPENING


def without_label(text: str) -> str:
    """Return the text of a point without the label of PEEL before it."""
    found = _LABEL.match(text) if peel_label(text.replace("**", "")) else None
    if not found or found.end() == len(text):
        return text
    rest = text[found.end() :]
    return rest if rest.count("**") % 2 == 0 else rest.replace("**", "", 1)


def with_labels_joined(lines: Sequence[NoteLine]) -> list[NoteLine]:
    """Return the lines, each label of PEEL that has a line of its own joined with the line under it."""
    return list(_joined(lines)) if has_peel(lines) else list(lines)


def _joined(lines: Sequence[NoteLine]) -> Iterator[NoteLine]:
    waiting: NoteLine | None = None
    for line in lines:
        if waiting and line.kind is not Kind.ROW and not peel_label(line.words):
            sign = "" if waiting.text.endswith((":", "-", "–", "—")) else ":"
            yield replace(waiting, kind=Kind.PARAGRAPH, depth=0, text=f"{waiting.text}{sign} {line.text}")
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = line if _is_label(line) else None
        if not waiting:
            opens = line.kind is Kind.HEADING and opens_paragraph(peel_label(line.words))
            yield replace(line, kind=Kind.PARAGRAPH, depth=0) if opens else line
    if waiting:
        yield waiting


def _is_label(line: NoteLine) -> bool:
    """Whether a line has nothing but a label of PEEL."""
    found = _LABEL.fullmatch(line.words)
    return line.kind is not Kind.ROW and found is not None and len(found["label"]) > 1
