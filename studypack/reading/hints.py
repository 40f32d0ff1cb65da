"""Helpers for hints about YAML: known keys, shortened values, quotes, text under a |, dashes and colons."""

import re
from functools import cache

from studypack.model.fields import ContentModel, keys_of

_GLUED = re.compile(r"\s*(?:- +)*(?P<key>\w+)(?P<colon>:)(?P<value>[^\s/].*)")
_STAR = re.compile(r"\*\s+(?=\S)")
"""A star that was typed for the '- ' of a list item."""
_LOST = re.compile(r" (#[^\s#!].*)")
_SENTENCE_LOST = re.compile(r" (#\s+\S.*)")
_PLAIN = re.compile(r"(?![-?:]\s)[^\s\[\]{}>|*&!%#`@,'\"](?:[^:#]|:(?=\S)|(?<!\s)#)*")
"""A text that YAML takes as it stands."""
_PROSE = 3
"""The words of a value that is probably a sentence."""


@cache
def known_keys() -> frozenset[str]:
    """Return every key of a pack and of its parts, as it is written."""
    return frozenset(key for model in ContentModel.__subclasses__() for key in keys_of(model))


def truncate(text: str) -> str:
    """Return a value, cut to the length that a hint has room for."""
    text = text.strip()
    return text if len(text) <= 60 else f"{text[:57]}…"


def indent_of(line: str) -> int:
    """Return the length of a line's indentation."""
    return len(line) - len(line.lstrip())


def in_quotes(value: str) -> str:
    """Return a value, truncated, in quotation marks: single ones if it contains double ones or a backslash."""
    if '"' in value or "\\" in value:
        return "'" + truncate(value).replace("'", "''") + "'"
    return f'"{truncate(value)}"'


def as_value(text: str) -> str:
    """Return a text, truncated, as it is written after a key on one line: in quotation marks if YAML needs them."""
    line = " ".join(text.split())
    return truncate(line) if _PLAIN.fullmatch(line) else in_quotes(line)


def wrong_dash(mark: str) -> str:
    """Return the message for a list item that does not start with '- ': the space is missing, or `mark` stands
    there.
    """
    if mark == "-":
        return "a space is missing after the dash"
    return f"a list item starts with a dash and a space, not with {mark}"


def as_block_scalar(line: str, column: int) -> str:
    """Return how the value at a column is written under a |; empty if no key or dash stands before it."""
    head, value = line[:column].strip(), line[column:]
    if value.startswith("'"):
        value = value.replace("''", "'")
    elif value.startswith('"'):
        value = value.replace('\\"', '"')
    return f"{head} | and under it, indented: {truncate(value)}" if head.endswith((":", "-")) else ""


def needs_quotes(line: str, column: int) -> tuple[str, str]:
    """Return the message and the hint for a value that starts with a character that has a meaning in YAML."""
    value = line[column:]
    if (star := _STAR.match(value)) and not line[:column].strip():
        return wrong_dash("*"), f"write - {truncate(value[star.end() :])}"
    start = "{{" if value.startswith("{{") else value[:1]
    message = f"a value that starts with {start} needs quotes"
    double, single = '"' in value or "\\" in value, "'" in value
    if double and single:
        return message, f"write {as_block_scalar(line, column) or 'the whole value under a |, indented'}"
    quotes = "single quotes" if double else "double quotes" if single else "quotes"
    return message, f"put {quotes} round the whole value, or write it under a |, indented"


def lost_comment(line: str, column: int, value: str) -> str:
    """Return the text that YAML drops as a comment after a plain value, but that looks like part of it: #3 was the
    worst.

    Two spaces before the #, or one after it, mark an intended comment. After a sentence, one space on both sides is
    more likely a sentence that goes on: comments usually follow dates and single words.
    """
    match = _LOST.fullmatch(line, column)
    if match is None and sum(map(_has_letter, value.split())) >= _PROSE:
        match = _SENTENCE_LOST.fullmatch(line, column)
    return match[1].rstrip() if match else ""


def _has_letter(word: str) -> bool:
    return any(char.isalpha() for char in word)


def find_glued_colon(text: str) -> tuple[int, str, str] | None:
    """Return the column of the colon in a text such as date:1919, with a message and a hint; None if there is none."""
    match = _GLUED.fullmatch(text)
    if match is None or match["key"] not in known_keys():
        return None
    return (
        match.start("colon"),
        "a space is missing after the colon",
        f"write {match['key']}: {truncate(match['value'])}",
    )
