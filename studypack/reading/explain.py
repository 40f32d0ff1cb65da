"""What libyaml says of broken YAML, in a teacher's words, and the mistakes that YAML lets pass."""

import re
import unicodedata

import yaml

from studypack.base import limits
from studypack.base.characters import SPACES
from studypack.reading.slip import KEY, Explained, Slip, known_keys, short, under_a_bar

_VALUE = re.compile(r"\s*(?:- +)*(?:[^\s:#'\"\[{][^:#]*?:[ \t]+)?(?P<value>\S.*)")
_GLUED = re.compile(r"\s*(?:- +)*(?P<key>\w+)(?P<colon>:)(?P<value>[^\s/].*)")
_WIDE_COLON = re.compile(r"\s*(?:- +)*(?P<key>\w+)\s*[：﹕]")
_STAR = re.compile(r"\*\s+(?=\S)")
"""What some write for the '- ' of a list item."""
_IN_BRACES = re.compile(r".*(?:^|[{,])\s*(?P<key>[a-z]+):\s+(?=[^\s'\"\[{])")
"""A line up to the text that goes with its last key between braces."""
_ENDS_IN_BRACES = re.compile(r",\s*[a-z]+:\s|\}?\s*$")
_LOST = re.compile(r" (#[^\s#!].*)")
_SENTENCE_LOST = re.compile(r" (#\s+\S.*)")
TOO_DEEP = (f"more than {limits.NESTED} lists or keys inside one another", "a pack needs fewer than ten")
_PROSE = 3
"""Words of a value that is probably a sentence."""


def needs_quotes(line: str, column: int) -> tuple[str, str]:
    """Message and hint for a value that starts with a character that means something else in YAML."""
    value = line[column:]
    if (star := _STAR.match(value)) and not line[:column].strip():
        return "a list item starts with a dash and a space, not with *", f"write - {short(value[star.end() :])}"
    start = "{{" if value.startswith("{{") else value[:1]
    message = f"a value that starts with {start} needs quotes"
    double, single = '"' in value or "\\" in value, "'" in value
    if double and single:
        return message, f"write {under_a_bar(line, column) or 'the whole value under a |, indented'}"
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
    return match.start("colon"), f"write {match['key']}: {short(match['value'])}"


def in_plain_words(error: yaml.MarkedYAMLError, lines: list[str]) -> Explained:
    """Where the mistake is, what it is, and a way out: never libyaml's own words."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return (0, 0), "this is no YAML", "check the quotes, the colons and the indentation"
    last = len(lines) - 1
    at = (min(mark.line, last), mark.column)
    start = error.context_mark
    opened = (min(start.line, last), start.column) if start else at
    said = Slip(error.problem or "", error.context or "", at, opened, lines)
    for explain in _EXPLAINERS:
        if found := explain(said):
            return found
    return at, "this line cannot be read", "check its quotes, colons and indentation"


def _odd_character(said: Slip) -> Explained | None:
    """A space or a colon that looks like YAML's own: from a web page, or of a Chinese or Japanese keyboard."""
    line, column = said.at
    if said.line[column : column + 1] in tuple(SPACES):
        name = unicodedata.name(said.line[column]).casefold()
        return said.at, f"a {name} stands here", "type an ordinary space in its place"
    for number in (line, said.above, said.first):
        if number >= 0 and (match := _WIDE_COLON.match(said.lines[number])) and match["key"] in known_keys():
            where = (number, match.end() - 1)
            return where, "a full-width colon stands here", f"write {match['key']}: with an ordinary colon and a space"
    return None


def _too_deep(said: Slip) -> Explained | None:
    """PyYAML 6.0.4 and newer count for themselves, up to a thousand, before they tell of anything."""
    return (said.at, *TOO_DEEP) if "nesting depth" in said.problem else None


def _quoted(said: Slip) -> Explained | None:
    if "quoted scalar" not in said.context:
        return None
    if "unexpected" in said.problem:
        line, column = said.opened
        barred = under_a_bar(said.lines[line], column)
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


def _first_character(said: Slip) -> Explained | None:
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


def _after_bracket(said: Slip, value: int) -> Explained | None:
    if "flow" in said.context or said.line[value : value + 1] not in ("[", "{"):
        return None
    return (said.at[0], value), *needs_quotes(said.line, value)


def _no_colon(said: Slip) -> Explained | None:
    if "simple key" not in said.context:
        return None
    number, column = said.opened
    line = said.lines[number]
    return _not_indented(said, line[column:]) or (
        said.opened,
        "a colon is missing after a key",
        "write key: value, with a space after the colon",
    )


def _heading(said: Slip) -> Explained | None:
    """A line above the first key that has none itself, such as a heading."""
    above = [line for line in said.lines[said.first : said.at[0]] if not line.lstrip().startswith("#")]
    if not above or any(":" in line or line.lstrip().startswith(("-", "[", "{", "'", '"')) for line in above):
        return None
    if not any(words in said.problem for words in ("mapping values are not allowed", "document start")):
        return None
    hint = f"write title: {short(above[0])}, or, if the title stands below, put a # and a space before this line"
    return (said.first, 0), "this line has no key", hint


def _second_colon(said: Slip) -> Explained | None:
    """A colon where none may stand: a title with a colon, or a key under a value that was not finished."""
    if "mapping values are not allowed" not in said.problem:
        return None
    start = _value_starts(said.line)
    if ":" in said.line[:start] and start < said.at[1]:
        value = said.line[start:].strip()
        mark = "'" if '"' in value or "\\" in value else '"'
        hint = f"put quotes round the value: {mark}{short(value)}{mark}"
        if mark in value:
            hint = f"write {under_a_bar(said.line, start)}"
        return said.at, "a second colon and space in one line", hint
    hint = "start it under the key that it follows"
    return said.at, "this key is indented further than the line above it allows", hint


def _brackets(said: Slip) -> Explained | None:
    if "flow" not in said.context:
        return None
    closing = {"[": "]", "{": "}"}.get(said.opener, said.opener)
    hint = f"end it with {closing} and put commas between its items; text that starts with {said.opener} needs quotes"
    return said.opened, f"this {said.opener} is never closed, or a comma is missing in it", hint


def _text_in_braces(said: Slip) -> Explained | None:
    """A text between braces with a colon or a bracket of its own, or a list there that starts with a dash."""
    line, column = said.line, said.at[1]
    dash = line.startswith("- ", column)
    match = _IN_BRACES.match(line[: column + dash])
    ends = _ENDS_IN_BRACES.search(line, column)
    if "flow" not in said.context or match is None or ends is None or match["key"] not in known_keys():
        return None
    key, text = match["key"], line[match.end() : ends.start()].strip()
    if dash:
        return said.at, "a list between braces stands in square brackets", f"write {key}: [{short(text[2:])}]"
    if line[column : column + 1] not in (":", "{", "[") or known_keys().intersection(line[:column].split()[-1:]):
        return None
    mark = "'" if '"' in text or "\\" in text else '"'
    hint = f"put quotes round the text: {key}: {mark}{short(text)}{mark}"
    return (said.at[0], match.end()), "a text between braces that has a colon or a bracket needs quotes", hint


def _after_quote(said: Slip) -> Explained | None:
    before = said.line[: said.at[1]].rstrip()
    goes_on = "expected key" in said.problem or "block sequence entries" in said.problem
    if not goes_on or not before.endswith(("'", '"')):
        return None
    message, hint = "text goes on after the closing quotation mark", "put the whole text under a |, indented"
    for number in range(said.at[0], -1, -1):
        line = said.lines[number]
        start = _value_starts(line)
        if line.startswith(before[-1], start) and (barred := under_a_bar(line, start)):
            hint = f"put the whole text under a |: write {barred}"
            if number == said.at[0]:
                break
            message = f"text goes on after this quotation mark was closed on line {said.at[0] + 1}"
            return (number, start), message, hint
    return said.at, message, hint


def _tab(said: Slip) -> Explained | None:
    """A tab where only spaces may stand."""
    indent = said.line[: len(said.line) - len(said.line.lstrip())]
    if "\t" not in indent:
        return None
    hint = "indent with spaces: set the editor to insert spaces for tabs"
    return (said.at[0], indent.index("\t")), "a tab in the indentation", hint


def _block_text(said: Slip) -> Explained | None:
    """Text under a | that is indented less than its first line, or not at all."""
    if "block scalar" not in said.context:
        return None
    if "tab" in said.problem:
        return said.at, "a tab in the indentation", "indent with spaces"
    hint = f"end the line after the {said.opener} and indent the text below"
    hint += f", or put quotes round text that starts with {said.opener}"
    return said.at, f"text stands on the line of its {said.opener}", hint


def _not_indented(said: Slip, text: str) -> Explained | None:
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


def _list(said: Slip) -> Explained | None:
    """Dashes in the wrong place, or missing."""
    if "block sequence entries are not allowed" in said.problem:
        hint = "put each '- ' on a line of its own; text that starts with a dash needs quotes"
        return said.at, "a list starts on the line of its key", hint
    if "did not find expected" in said.problem and said.line[said.at[1] :].startswith("- "):
        hint = "write the key of the list on the line above it, points:, and put each dash right under the first"
        return said.at, "this list has no key, or its dashes do not stand right under one another", hint
    if "'-' indicator" in said.problem:
        hint = "indent it like the lines above, or start it with '- ' if a new item begins"
        return said.at, "the indentation does not fit the list above", hint
    return None


def _ends(said: Slip) -> Explained | None:
    """Whatever else ends a part too soon."""
    if "document start" in said.problem:
        if not any(line.startswith(("---", "...")) for line in said.lines[: said.at[0]]):
            return said.at, "this line starts further left than the first", "start both in the same column"
        return said.at, "the text goes on after its end", "take the line with ... or --- out"
    is_note = said.before.lstrip().startswith("#")
    key = next((match for line in said.lines[said.above :: -1] if (match := KEY.fullmatch(line))), None)
    if is_note and key and (key["value"] or "")[:1] in ("|", ">"):
        hint = "indent the line with the # like the text, or, if it is a note, move it above the key"
        return (said.above, said.before.index("#")), "this line starts with a # and so ends the text above it", hint
    if is_note or " #" in said.before:
        return said.at, "a text goes on after a #, which ended it", "put quotes round text that has a #"
    if "expected key" in said.problem:
        hint = "start the line under the key it belongs to"
        return said.at, "the indentation does not fit the lines above", hint
    return None


_EXPLAINERS = (
    _odd_character,
    _too_deep,
    _tab,
    _quoted,
    _text_in_braces,
    _first_character,
    _block_text,
    _no_colon,
    _heading,
    _second_colon,
    _brackets,
    _after_quote,
    _list,
    _ends,
)
"""In this order: the first that knows the mistake explains it."""
