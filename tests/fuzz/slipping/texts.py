"""Slips in the marks of texts: gaps and stars."""

import re

import yaml

from tests.fuzz.slipping.source import TEXTS, NoPlaceError, replaced, slip_at


def _prose(source, chance, pattern):
    """A line of a text where a pattern stands: the entry's, the line and the match."""
    entries = [
        e for e in source.entries if e.key is not None and e.name in TEXTS and isinstance(e.value, yaml.ScalarNode)
    ]
    chance.shuffle(entries)
    for entry in entries:
        first, last = entry.value.start_mark.line, entry.value.end_mark.line
        found = []
        for line in range(first, max(last, first + 1)):
            start = entry.value.start_mark.column if line == first else 0
            end = entry.value.end_mark.column if line == last else len(source.lines[line])
            found += [(line, match) for match in re.compile(pattern).finditer(source.lines[line], start, end)]
        if found:
            return chance.choice(found)
    raise NoPlaceError


def gap_unclosed(source, chance):
    found = _prose(source, chance, r"\{\{[^{}]*(\}\})")
    line, match = found
    return slip_at(
        replaced(source, line, match.start(1), match.end(1), chance.choice(("", "}"))), line, match.start(), r"\}\}"
    )


def gap_unopened(source, chance):
    found = _prose(source, chance, r"(\{\{)[^{}]*\}\}")
    line, match = found
    start = match.start()
    text = replaced(source, line, start, start + 2, chance.choice(("", "{")))
    return slip_at(text, line, (start, match.end() - 4, match.end() - 3), r"\{\{")


def gap_empty(source, chance):
    found = _prose(source, chance, r"\{\{([^{}]*)\}\}")
    line, match = found
    return slip_at(replaced(source, line, match.start(1), match.end(1), ""), line, match.start(), "answer")


def stars_unclosed(source, chance):
    found = _prose(source, chance, r"(?<![*\w])(\*\*?)(?=\w)[^*]*?\w(\1)(?!\*)")
    line, match = found
    return slip_at(
        replaced(source, line, match.start(2), match.end(2), ""),
        line,
        match.start(),
        re.escape(match[1]),
        "closed|last word",
    )
