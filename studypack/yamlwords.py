"""What libyaml says of broken YAML, in a teacher's words, and the mistakes that YAML lets pass."""

import re
from dataclasses import dataclass

import yaml

Place = tuple[int, int]
"""A line and a column, both from 0."""
Explained = tuple[Place, str, str]
"""Where, what is wrong, and a way out."""

_VALUE = re.compile(r"\s*(?:- +)*(?:[^\s:#'\"\[{][^:#]*?:[ \t]+)?(?P<value>\S.*)")
_LOST = re.compile(r" (#[^\s#!].*)")


def needs_quotes(line: str, column: int) -> tuple[str, str]:
    """Message and hint for a value that starts with a character that means something else in YAML."""
    start = "{{" if line.startswith("{{", column) else line[column : column + 1]
    return (
        f"a value that starts with {start} needs quotes",
        "put quotes round the whole value, or write it under a |, indented",
    )


def comment_lost(line: str, column: int) -> str:
    """The text after a plain value that YAML drops although it looks like part of it: #3 was the worst.

    A comment has two spaces before its #, or one after it; those are meant.
    """
    match = _LOST.fullmatch(line, column)
    return match[1].rstrip() if match else ""


@dataclass(frozen=True, slots=True)
class _Said:
    """What libyaml says: its words, and its two places with their lines."""

    problem: str
    context: str
    at: Place
    opened: Place
    """Where the thing began that `at` breaks; `at` itself where libyaml names none."""
    lines: list[str]

    @property
    def line(self) -> str:
        """The line of the mistake."""
        return self.lines[self.at[0]]

    @property
    def above(self) -> int:
        """The number of the nearest line above that is not empty; -1 where there is none."""
        number = self.at[0] - 1
        while number >= 0 and not self.lines[number].strip():
            number -= 1
        return number

    @property
    def before(self) -> str:
        """The nearest line above that is not empty."""
        return self.lines[self.above] if self.above >= 0 else ""

    @property
    def opener(self) -> str:
        """The character that began what is broken."""
        line, column = self.opened
        return self.lines[line][column : column + 1]


def in_plain_words(error: yaml.MarkedYAMLError, lines: list[str]) -> Explained:
    """Where the mistake is, what it is, and a way out: never libyaml's own words."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return (0, 0), "this is no YAML", "check the quotes, the colons and the indentation"
    last = len(lines) - 1
    at = (min(mark.line, last), mark.column)
    start = error.context_mark
    opened = (min(start.line, last), start.column) if start else at
    said = _Said(error.problem or "", error.context or "", at, opened, lines)
    for explain in _EXPLAINERS:
        if found := explain(said):
            return found
    return at, "this line cannot be read", "check its quotes, colons and indentation"


def _tab(said: _Said) -> Explained | None:
    indent = said.line[: len(said.line) - len(said.line.lstrip())]
    if "\t" not in indent:
        return None
    hint = "indent with spaces: set the editor to insert spaces for tabs"
    return (said.at[0], indent.index("\t")), "a tab in the indentation", hint


def _quoted(said: _Said) -> Explained | None:
    if "quoted scalar" not in said.context:
        return None
    if "unexpected" in said.problem:
        return said.opened, "this quotation mark is never closed", "close it at the end of the text"
    if "escape character" not in said.problem:
        return (
            said.at,
            "this escape stands for no character",
            "write the character itself, or use single quotes",
        )
    char = said.line[said.at[1] + 1 : said.at[1] + 2]
    hint = f"in double quotes write \\\\{char}, or use single quotes" if char else "use single quotes"
    return said.at, f"\\{char} means nothing in double quotes", hint


def _first_character(said: _Said) -> Explained | None:
    if said.context in ("while scanning an alias", "while scanning an anchor", "while scanning a tag"):
        return said.opened, *needs_quotes(said.lines[said.opened[0]], said.opened[1])
    if "cannot start any token" in said.problem or "node content" in said.problem:
        return said.at, *needs_quotes(said.line, said.at[1])
    return None


def _block_text(said: _Said) -> Explained | None:
    if "block scalar" not in said.context:
        return None
    if "tab" in said.problem:
        return said.at, "a tab in the indentation", "indent with spaces"
    hint = f"end the line after the {said.opener} and indent the text below"
    return said.at, f"text stands on the line of its {said.opener}", hint


def _no_colon(said: _Said) -> Explained | None:
    if "simple key" not in said.context:
        return None
    return said.opened, "a colon is missing after a key", "write key: value, with a space after the colon"


def _second_colon(said: _Said) -> Explained | None:
    """A colon where none may stand: a title with a colon, or a key under a value that was not finished."""
    if "mapping values are not allowed" not in said.problem:
        return None
    match = _VALUE.fullmatch(said.line)
    start = match.start("value") if match else 0
    if ":" in said.line[:start] and start < said.at[1]:
        value = said.line[start:].strip()
        shown = value if len(value) <= 60 else f"{value[:57]}…"
        quoted = f"'{shown}'" if '"' in shown else f'"{shown}"'
        return said.at, "a second colon and space in one line", f"put quotes round the value: {quoted}"
    start = len(said.before) - len(said.before.lstrip())
    if said.before and ":" not in said.before:
        hint = "write key: value, with a space after the colon"
        return (said.above, start), "a colon is missing after the key of this line", hint
    if colon := re.search(r"[\w'\"](:)[^\s/]", said.before):
        return (said.above, colon.start(1)), "a space is missing after the colon", "write key: value"
    hint = "start it under the key that it follows"
    return said.at, "this key is indented further than the line above it allows", hint


def _brackets(said: _Said) -> Explained | None:
    if "flow" not in said.context:
        return None
    closing = {"[": "]", "{": "}"}.get(said.opener, said.opener)
    hint = f"end it with {closing}, put commas between its items, and quotes round text that has commas"
    return said.opened, f"this {said.opener} is never closed, or a comma is missing in it", hint


def _after_quote(said: _Said) -> Explained | None:
    before = said.line[: said.at[1]].rstrip()
    if "expected key" not in said.problem or not before.endswith(("'", '"')):
        return None
    twice = "''" if before[-1] == "'" else '\\"'
    hint = f"inside the text write {twice} for a {before[-1]}, and close every quotation mark above"
    return said.at, "text goes on after the closing quotation mark", hint


def _lists(said: _Said) -> Explained | None:
    if "block sequence entries are not allowed" in said.problem:
        return said.at, "a list starts on the line of its key", "put each '- ' on a line of its own"
    if "'-' indicator" in said.problem:
        hint = "indent it like the lines above, or start it with '- ' if a new item begins"
        return said.at, "the indentation does not fit the list above", hint
    if said.line.lstrip().startswith("- "):
        return said.at, "a list item stands where a key should", "indent it further than its key"
    return None


def _ends(said: _Said) -> Explained | None:
    if "document start" in said.problem:
        return said.at, "the text goes on after its end", "take the line with ... or --- out"
    if " #" in said.before or said.before.lstrip().startswith("#"):
        return said.at, "a text goes on after a #, which ended it", "put quotes round text that has a #"
    if "expected key" in said.problem:
        hint = "start the line under the key it belongs to"
        return said.at, "the indentation does not fit the lines above", hint
    return None


_EXPLAINERS = (
    _tab,
    _quoted,
    _first_character,
    _block_text,
    _no_colon,
    _second_colon,
    _brackets,
    _after_quote,
    _lists,
    _ends,
)
"""In this order: the first that knows the mistake explains it."""
