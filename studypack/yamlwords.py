"""What libyaml says of broken YAML, in a teacher's words, and the mistakes that YAML lets pass."""

import re
from dataclasses import dataclass
from functools import cache

import yaml

from studypack.content import Part

Place = tuple[int, int]
"""A line and a column, both from 0."""
Explained = tuple[Place, str, str]
"""Where, what is wrong, and a way out."""

_VALUE = re.compile(r"\s*(?:- +)*(?:[^\s:#'\"\[{][^:#]*?:[ \t]+)?(?P<value>\S.*)")
_KEY = re.compile(r"\s*(?:- +)*(?P<key>[a-z]+):(?:[ \t]+(?P<value>[^\s#].*)|\s*|[ \t]+#.*)")
_GLUED = re.compile(r"\s*(?:- +)*(?P<key>\w+)(?P<colon>:)(?P<value>[^\s/].*)")
_NO_DASH = re.compile(r"\s*(?P<mark>-(?=\w)|[\u2013\u2014\u2022*]|[0-9]{1,3}[.)])\s*(?P<key>[a-z]+):(?:\s|$)")
"""What teachers write for the '- ' of a list item: -side, \u2013 side, \u2022 side, 1. side."""
_ITEM = re.compile(r"\s*(?P<dash>-)(?:\s|$)")
_LOST = re.compile(r" (#[^\s#!].*)")
_SENTENCE_LOST = re.compile(r" (#\s+\S.*)")
_PROSE = 3
"""Words of a value that is probably a sentence."""


@cache
def known_keys() -> frozenset[str]:
    """Every key that a pack or a part of it may have, as it is written."""
    return frozenset(field.alias or name for part in Part.__subclasses__() for name, field in part.model_fields.items())


def needs_quotes(line: str, column: int) -> tuple[str, str]:
    """Message and hint for a value that starts with a character that means something else in YAML."""
    value = line[column:]
    start = "{{" if value.startswith("{{") else value[:1]
    message = f"a value that starts with {start} needs quotes"
    double, single = '"' in value or "\\" in value, "'" in value
    if double and single:
        return message, f"write {_under_a_bar(line, column) or 'the whole value under a |, indented'}"
    quotes = "single quotes" if double else "double quotes" if single else "quotes"
    return message, f"put {quotes} round the whole value, or write it under a |, indented"


def comment_lost(line: str, column: int, value: str) -> str:
    """The text after a plain value that YAML drops although it looks like part of it: #3 was the worst.

    A comment has two spaces before its #, or one after it; those are meant. But after a sentence, one space
    before the # and one after it are more likely a sentence that goes on: dates and single words have comments.
    """
    match = _LOST.fullmatch(line, column)
    if match is None and sum(map(_has_letter, value.split())) >= _PROSE:
        match = _SENTENCE_LOST.fullmatch(line, column)
    return match[1].rstrip() if match else ""


def _has_letter(word: str) -> bool:
    return any(char.isalpha() for char in word)


def glued_colon(text: str) -> tuple[int, str] | None:
    """Where a text such as date:1919 has a colon without its space, and how it is written with one."""
    match = _GLUED.fullmatch(text)
    if match is None or match["key"] not in known_keys():
        return None
    return match.start("colon"), f"write {match['key']}: {_short(match['value'])}"


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= 60 else f"{text[:57]}…"


def _under_a_bar(line: str, column: int) -> str:
    """How the value that starts at a column is written under a |; empty where it follows no key or dash."""
    head, value = line[:column].strip(), line[column:]
    if value.startswith("'"):
        value = value.replace("''", "'")
    elif value.startswith('"'):
        value = value.replace('\\"', '"')
    return f"{head} | and under it, indented: {_short(value)}" if head.endswith((":", "-")) else ""


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
    def key_above(self) -> tuple[int, re.Match[str]] | None:
        """The line of the nearest key above the line where the thing began, and what stands in it."""
        for number in range(self.opened[0] - 1, -1, -1):
            match = _KEY.fullmatch(self.lines[number])
            if match and match["key"] in known_keys():
                return number, match
        return None

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


def _no_dash(said: _Said) -> Explained | None:
    """A list item without its dash and space, in the line of the mistake or in the one that misled libyaml."""
    places = [said.opened[0], said.at[0]]
    if "mapping values are not allowed" in said.problem:
        places.append(said.above)
    for number in places:
        if found := _without_dash(said.lines, number):
            return found
    return None


def _without_dash(lines: list[str], number: int) -> Explained | None:
    match = _NO_DASH.match(lines[number]) if number >= 0 else None
    if match is None or match["key"] not in known_keys():
        return None
    right = f"write - {_short(lines[number][match.start('key') :])}"
    where = (number, match.start("mark"))
    if match["mark"] == "-":
        return where, "a space is missing after the dash", right
    return where, f"a list item starts with a dash and a space, not with {match['mark']}", right


def _quoted(said: _Said) -> Explained | None:
    if "quoted scalar" not in said.context:
        return None
    if "unexpected" in said.problem:
        line, column = said.opened
        barred = _under_a_bar(said.lines[line], column)
        hint = "close it at the end of the text"
        if barred:
            hint += f"; text with quotation marks of its own stands under a |: write {barred}"
        return said.opened, "this quotation mark is never closed", hint
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
    if any(
        words in said.problem for words in ("cannot start any token", "node content", "mapping keys are not allowed")
    ):
        return said.at, *needs_quotes(said.line, said.at[1])
    if "directive" in said.context:
        line = said.opened[0]
        return (line, 0), "a line cannot start with a %", "put quotes round text that starts with a %"
    value = _value_starts(said.line)
    if "mapping values are not allowed" in said.problem and said.line.startswith(":", value) and value == said.at[1]:
        return said.at, *needs_quotes(said.line, value)
    if "did not find expected" in said.problem and said.line[: said.at[1]].rstrip().endswith(("]", "}")):
        return _after_bracket(said, value)
    return None


def _value_starts(line: str) -> int:
    """The column of the value in a line, after its dashes and its key."""
    match = _VALUE.fullmatch(line)
    return match.start("value") if match else 0


def _after_bracket(said: _Said, value: int) -> Explained | None:
    if "flow" in said.context or said.line[value : value + 1] not in ("[", "{"):
        return None
    return (said.at[0], value), *needs_quotes(said.line, value)


def _block_text(said: _Said) -> Explained | None:
    if "block scalar" not in said.context:
        return None
    if "tab" in said.problem:
        return said.at, "a tab in the indentation", "indent with spaces"
    hint = f"end the line after the {said.opener} and indent the text below"
    hint += f", or put quotes round text that starts with {said.opener}"
    return said.at, f"text stands on the line of its {said.opener}", hint


def _no_colon(said: _Said) -> Explained | None:
    if "simple key" not in said.context:
        return None
    number, column = said.opened
    line = said.lines[number]
    if glued := glued_colon(line):
        return (number, glued[0]), "a space is missing after the colon", glued[1]
    return _not_indented(said, line[column:]) or (
        said.opened,
        "a colon is missing after a key",
        "write key: value, with a space after the colon",
    )


def _not_indented(said: _Said, text: str) -> Explained | None:
    """A line of text that stands as far left as the key it belongs to, or further."""
    if said.key_above is None:
        return None
    above, match = said.key_above
    key, value = match["key"], match["value"] or ""
    between = any(line.strip() for line in said.lines[above + 1 : said.opened[0]])
    begins = value[:1] in ("|", ">") and not between
    if not begins and (re.split(r"\W", text, maxsplit=1)[0] in known_keys() or key in ("points", "events")):
        return None
    hint = f"indent it further than {key}: if it belongs to it; a key of its own needs a colon and a space"
    return said.opened, f"this line has no key, and is not indented under {key}:", hint


def _second_colon(said: _Said) -> Explained | None:
    """A colon where none may stand: a title with a colon, or a key under a value that was not finished."""
    if "mapping values are not allowed" not in said.problem:
        return None
    start = _value_starts(said.line)
    if ":" in said.line[:start] and start < said.at[1]:
        value = said.line[start:].strip()
        mark = "'" if '"' in value or "\\" in value else '"'
        hint = f"put quotes round the value: {mark}{_short(value)}{mark}"
        if mark in value:
            hint = f"write {_under_a_bar(said.line, start)}"
        return said.at, "a second colon and space in one line", hint
    start = len(said.before) - len(said.before.lstrip())
    if said.before and ":" not in said.before:
        hint = "write key: value, with a space after the colon"
        return (said.above, start), "a colon is missing after the key of this line", hint
    if colon := re.search(r"[\w'\"](:)[^\s/]", said.before):
        glued = glued_colon(said.before)
        hint = glued[1] if glued else "write key: value"
        return (said.above, colon.start(1)), "a space is missing after the colon", hint
    hint = "start it under the key that it follows"
    return said.at, "this key is indented further than the line above it allows", hint


def _brackets(said: _Said) -> Explained | None:
    if "flow" not in said.context:
        return None
    closing = {"[": "]", "{": "}"}.get(said.opener, said.opener)
    hint = f"end it with {closing} and put commas between its items; text that starts with {said.opener} needs quotes"
    return said.opened, f"this {said.opener} is never closed, or a comma is missing in it", hint


def _after_quote(said: _Said) -> Explained | None:
    before = said.line[: said.at[1]].rstrip()
    if "expected key" not in said.problem or not before.endswith(("'", '"')):
        return None
    message, hint = "text goes on after the closing quotation mark", "put the whole text under a |, indented"
    for number in range(said.at[0], -1, -1):
        line = said.lines[number]
        start = _value_starts(line)
        if line.startswith(before[-1], start) and (barred := _under_a_bar(line, start)):
            hint = f"put the whole text under a |: write {barred}"
            if number == said.at[0]:
                break
            message = f"text goes on after this quotation mark was closed on line {said.at[0] + 1}"
            return (number, start), message, hint
    return said.at, message, hint


def _short_line(said: _Said) -> Explained | None:
    """A line under a | that is indented less than the first one."""
    if "expected key" not in said.problem or said.at[1] != len(said.line) - len(said.line.lstrip()):
        return None
    above = _Said("", "", said.at, said.at, said.lines).key_above
    if above is None or (above[1]["value"] or "")[:1] not in ("|", ">") or said.at[1] <= above[1].start("key"):
        return None
    key = above[1]["key"]
    hint = f"indent it like the first line of the text, or, if it is a key, like {key}:"
    return said.at, f"this line is indented less than the text under {key}:", hint


def _lists(said: _Said) -> Explained | None:
    if "block sequence entries are not allowed" in said.problem:
        hint = "put each '- ' on a line of its own; text that starts with a dash needs quotes"
        return said.at, "a list starts on the line of its key", hint
    item = _ITEM.match(said.line)
    if "did not find expected" in said.problem and item and item.start("dash") == said.at[1]:
        return _dash_astray(said)
    if "'-' indicator" in said.problem:
        hint = "indent it like the lines above, or start it with '- ' if a new item begins"
        return said.at, "the indentation does not fit the list above", hint
    return None


def _dash_astray(said: _Said) -> Explained:
    """A list item whose dash is not under the others, or is the first of its list to have one."""
    number, column = said.at
    for above in range(number - 1, -1, -1):
        match = _KEY.fullmatch(said.lines[above])
        if match and not match["value"] and match.start("key") <= column:
            break
    else:
        return said.at, "this list has no key", "write the key of the list on the line above it: points:"
    first = next(n for n in range(above + 1, number + 1) if said.lines[n].lstrip()[:1] not in ("", "#"))
    line = said.lines[first]
    item = _ITEM.match(line)
    if item is None:
        return _without_dash(said.lines, first) or _first_without_dash(line, first, column, match["key"])
    off = column - item.start("dash")
    if not off:
        return said.at, "a list item stands where a key should", "indent it further than its key"
    columns = f"{abs(off)} column{'s' if abs(off) > 1 else ''}"
    where = "too far right" if off > 0 else "too far left"
    return said.at, f"this dash is {columns} {where}", f"put it right under the dash of line {first + 1}"


def _first_without_dash(line: str, number: int, column: int, key: str) -> Explained:
    start = len(line) - len(line.lstrip())
    hint = f"start it with '- ', as the next item does: '{' ' * column}- {_short(line)}'"
    if start != column + 2:
        hint += f", and put the rest of the item right under its {_short(line).partition(':')[0]}"
    return (number, start), f"the first item of {key}: has no dash", hint


def _ends(said: _Said) -> Explained | None:
    if "document start" in said.problem:
        if not any(line.startswith(("---", "...")) for line in said.lines[: said.at[0]]):
            return said.at, "this line starts further left than the first", "start both in the same column"
        return said.at, "the text goes on after its end", "take the line with ... or --- out"
    if " #" in said.before or said.before.lstrip().startswith("#"):
        return said.at, "a text goes on after a #, which ended it", "put quotes round text that has a #"
    if "expected key" in said.problem:
        hint = "start the line under the key it belongs to"
        return said.at, "the indentation does not fit the lines above", hint
    return None


_EXPLAINERS = (
    _tab,
    _no_dash,
    _quoted,
    _first_character,
    _block_text,
    _no_colon,
    _second_colon,
    _brackets,
    _after_quote,
    _short_line,
    _lists,
    _ends,
)
"""In this order: the first that knows the mistake explains it."""
