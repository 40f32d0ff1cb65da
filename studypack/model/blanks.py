"""Blanks in a source text: what collapses to one space, what ends a line, what parts paragraphs."""

import re

SPACE = " \t\n\r\f\v\x85\u2028\u2029"
"""The characters that collapse to one space; no-break and thin spaces are kept."""
BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_BLANKS = re.compile(rf"[{SPACE}]+")


def is_one_paragraph(text: str) -> bool:
    """Return whether no blank line parts a text."""
    return all(len(BREAK.findall(blanks)) < 2 for blanks in _BLANKS.findall(text))
